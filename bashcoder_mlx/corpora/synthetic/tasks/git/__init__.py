"""Everyday work in a git repository: making one, its state, staging and committing."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import (
    BASIC,
    changing,
    printing,
)

_EDITED = BASIC + "put {file} one; save 'Add it'; echo two >>{file}; put loose.txt x\n"
"""{file} changed since the last commit, README.md not, loose.txt untracked."""
_LOOSE = _EDITED.replace("{file}", "f.txt")
_STATUS, _INDEX = "git status --short; ", "git diff --cached --name-only; "
_LAST = "git log -1 --format='%s by %an'; git rev-list --count HEAD; "


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _beginning()
    yield from _state()
    yield from _staging()
    yield from _committing()


def _beginning() -> Iterator[Task]:
    top = "git -C {} rev-parse --is-inside-work-tree; git -C {} branch --show-current; "
    yield changing(
        "git.init", "git init",
        ["[create|make|start|initialize|set up] [a|a new|an empty] git [repository|repo] "
         "[here|in this folder|in the current directory]",
         "[turn|make] this [folder|directory] into a git [repository|repo]",
         "[put|start tracking] this folder [under version control with git|with git]"],
        ["Creates an empty git repository in the current directory."],
        top.replace("{}", "."), lambda s: ["true", "main"], "", ["git init here", "new git repo"],
    )  # fmt: skip
    yield changing(
        "git.init-branch", "git init -b {branch}",
        ["create a git [repository|repo] here whose first branch is [called|named|] {branch}",
         "[initialize|start] a [new|] git repo [here|in this folder] with {branch} as the "
         "[default|initial|first] branch"],
        ["Creates an empty git repository here whose first branch is {branch}."],
        top.replace("{}", "."), lambda s: ["true", s.branch], "",
        ["git init with [default|initial] branch {branch}"],
    )  # fmt: skip
    yield changing(
        "git.init-dir", "git init {dir}",
        ["[create|make|start] [a|a new|an empty] git [repository|repo] in {dir}",
         "initialize {dir} as a git [repository|repo]"],
        ["Creates an empty git repository in {dir}."],
        top.replace("{}", "{dir}"), lambda s: ["true", "main"], "", ["git init in {dir}"],
    )  # fmt: skip
    yield changing(
        "git.init-bare", "git init --bare {stem}.git",
        ["create a bare [git|] [repository|repo] [called|named|] {stem}.git",
         "make {stem}.git a bare git repository [to push to|]"],
        ["Creates a repository without a working tree, {stem}.git, to push to."],
        "git -C {stem}.git rev-parse --is-bare-repository; ", lambda s: ["true"], "",
        ["bare repo {stem}.git"],
    )  # fmt: skip


def _state() -> Iterator[Task]:
    changed = "Changes not staged for commit:"
    yield printing(
        "git.status", "git status",
        ["[show|print|check] the [git status|status of the repository|state of the repo]",
         "[see|show|list] [what changed|what has changed|which files changed] since the last commit "
         "in git"],
        ["Shows which files are staged, changed or untracked."],
        lambda s: ["On branch main", changed, "\tmodified:   README.md", "", "Untracked files:",
                   "\tloose.txt", "", "no changes added to commit"],
        BASIC + "echo b >>README.md; put loose.txt x\n",
        ["[is there anything|what is there] to commit?", "git status"],
    )  # fmt: skip
    yield printing(
        "git.status-short", "git status --short",
        ["[show|print] the git status in [short form|the short format]",
         "[show|print] a [short|compact] [git|] status[ of the repository|]"],
        ["Shows the state of the files, one short line each."],
        lambda s: [" M README.md", "A  new.c", "?? loose.txt"],
        BASIC + "echo b >>README.md; put new.c x; git add new.c; put loose.txt x\n",
        ["short git status"],
    )  # fmt: skip
    yield printing(
        "git.status-branch", "git status -sb",
        ["show the short git status [with|together with] the branch",
         "print the [current|] branch and [a|the] short git status"],
        ["Shows the branch and the state of the files, one short line each."],
        lambda s: ["## main", " M README.md"], BASIC + "echo b >>README.md\n",
        ["short git status with branch"],
    )  # fmt: skip
    yield printing(
        "git.status-dir", "git status {dir}",
        ["show the git status of {dir}[ only|]", "[show|see] what changed in {dir} according to git"],
        ["Shows which files of {dir} are staged, changed or untracked."],
        lambda s: ["On branch main", changed, f"\tmodified:   {s.dir}/a.c", "",
                   "no changes added to commit"],
        BASIC + "put {dir}/a.c 1; save More; echo b >>README.md; echo 2 >>{dir}/a.c\n",
        ["git status of {dir}"],
    )  # fmt: skip
    yield from _files()


def _files() -> Iterator[Task]:
    """Lists of files by their state."""
    history = BASIC + (
        "put .gitignore '*.tmp' build/; save Ignore; echo b >>README.md; rm src/app.zig; "
        "put loose.txt x; put new.c x; git add new.c; put a.tmp x; put build/out x\n"
    )
    tracked = [".gitignore", "README.md", "new.c", "src/app.zig"]
    for name, flags, say, ask, explained, files in (
        ("tracked", "", ["files [that git tracks|tracked by git|under version control]"],
         ["[which|what] files does git track?"], "the files that git tracks", tracked),
        ("changed", " -m", ["[modified|changed] files [in this repository|in git|that git tracks]"],
         ["which tracked files [are|were] modified?"],
         "the tracked files that were changed or deleted", ["README.md", "src/app.zig"]),
        ("deleted", " -d", ["tracked files that [were|have been|are] deleted",
                            "files deleted [from the working tree|but still tracked by git]"],
         ["which tracked files [are missing|were deleted]?"],
         "the tracked files that were deleted", ["src/app.zig"]),
        ("untracked", " -o --exclude-standard",
         ["[untracked|new untracked] files[ that are not ignored|]",
          "files that git [does not track|doesn't track] [and does not ignore|]"],
         ["[which|what] files are untracked?"], "the files neither tracked nor ignored",
         ["loose.txt"]),
        ("ignored", " -o -i --exclude-standard",
         ["[ignored files|files that git ignores|files ignored by .gitignore]"],
         ["[which|what] files does git ignore?"], "the files that git ignores",
         ["a.tmp", "build/out"]),
    ):  # fmt: skip
        yield printing(
            f"git.files-{name}", f"git ls-files{flags}",
            [f"[list|show|print] [the|all|all the|] {text}" for text in say],
            [f"Lists {explained}."], lambda s, files=files: files, history, ask,
        )  # fmt: skip
    yield printing(
        "git.files-count", "git ls-files | wc -l",
        ["count [the|all|] files [that git tracks|tracked by git|under version control]"],
        ["Counts the files that git tracks."], lambda s: ["4"], history,
        ["how many files [does git track|are tracked by git]?", "number of tracked files"],
    )  # fmt: skip
    yield printing(
        "git.files-kind", "git ls-files {kind}",
        ["list [the|all|all the|] {kind} [tracked by git|that git tracks|under version control]"],
        ["Lists the {kind} that git tracks."],
        lambda s: [f"a.{s.kind}", f"deep/b.{s.kind}"],
        "git init -q; put Makefile 1; "
        "put a.{kind.ext} 1; put deep/b.{kind.ext} 2; put c.{kind.ext}x 3; save More; "
        "put d.{kind.ext} 4\n",
        ["which {kind} does git track?", "tracked {kind}"],
    )  # fmt: skip


def _staging() -> Iterator[Task]:
    several = BASIC + "put a.{kind.ext} 1; put b.{kind.ext} 1; put c.other 1\n"
    for name, run, say, ask, explained, history, files in (
        ("file", "git add {file}",
         ["[stage|git add] {file}", "add {file} to [the index|the staging area|the next commit]",
          "start tracking {file} with git"], ["git add {file}"],
         "Stages {file} for the next commit", _EDITED, lambda s: [s.file]),
        ("two", "git add {file} {file2}",
         ["[stage|git add] {file} and {file2}", "add {file} and {file2} to the [index|next commit]"],
         [], "Stages {file} and {file2}", BASIC + "put {file} 1; put {file2} 1; put c 1\n",
         lambda s: sorted((s.file, s.file2), key=str.encode)),
        ("dir", "git add {dir}",
         ["[stage|git add] [everything|all changes|all files] in {dir}",
          "add {dir} to the [index|staging area]", "add all of {dir} to the next commit"], [],
         "Stages all changes in {dir}", BASIC + "put {dir}/a 1; put other/b 1\n",
         lambda s: [f"{s.dir}/a"]),
        ("all", "git add -A",
         ["[stage|git add] [everything|all changes|all changes, new and deleted files too]",
          "add all [changes|files] to [the index|the staging area|git]",
          "[stage|add] every change in the repository, deletions [too|included]"],
         ["git add everything"], "Stages all changes: new, changed and deleted files",
         BASIC + "rm README.md; put new.c 1\n", lambda s: ["README.md", "new.c"]),
        ("tracked", "git add -u",
         ["[stage|git add] [all|the|all the|] changes [to|of|in] tracked files[ only|]",
          "stage modified and deleted files but [no new ones|not the untracked ones]"], [],
         "Stages the changed and deleted files that git already tracks",
         BASIC + "rm README.md; echo 2 >>src/app.zig; put new.c 1\n",
         lambda s: ["README.md", "src/app.zig"]),
        ("kind", "git add *.{kind.ext}",
         ["[stage|git add] [all|the|all the|] {kind} [here|in this folder|]",
          "add [all|] {kind} to [the index|the staging area|git]"], [],
         "Stages the {kind} of this folder", several,
         lambda s: [f"a.{s.kind}", f"b.{s.kind}"]),
        ("force", "git add -f {file}",
         ["[stage|add] {file} [to git|] even though [it is ignored|.gitignore excludes it]",
          "force git to add [the ignored|] {file}"], ["git add the ignored {file}"],
         "Stages {file} although it is ignored",
         BASIC + "echo '*' >.git/info/exclude; put {file} 1\n", lambda s: [s.file]),
        ("intent", "git add -N {file}",
         ["[tell git|let git know] that {file} will be added later",
          "[mark|record] {file} as to be added, without its content"], [],
         "Records that {file} will be added later, so that git diff shows it", _EDITED.replace(
             "save 'Add it'; ", ""), lambda s: []),
    ):  # fmt: skip
        yield changing(f"git.add-{name}", run, say, [f"{explained}."], _INDEX, files, history, ask)
    yield printing(
        "git.add-dry", "git add -n .",
        ["show what git add would [stage|add] [here|in this folder][ without staging anything|]",
         "[do a dry run of|simulate] git add [here|for this folder]"],
        ["Shows which files git add would stage, without staging them."],
        lambda s: ["add 'README.md'", "add 'new.c'"],
        BASIC + "echo 2 >>README.md; put new.c 1\n", ["dry run of git add here"],
    )  # fmt: skip
    yield changing(
        "git.ignore", "echo '*.{ext}' >> .gitignore",
        ["make git ignore [all|] .{ext.raw} files", "add [all|] *.{ext.raw} files to .gitignore",
         "[ignore|exclude] [all|] files ending in .{ext.raw} in git"],
        ["Adds *.{ext.raw} to .gitignore, so that git ignores such files."],
        "cat .gitignore; git status --short; ",
        lambda s: ["build/", f"*.{s.ext}", "?? .gitignore", "?? keep"],
        BASIC + "put .gitignore build/; put a.{ext} 1; put keep 1\n",
        ["git ignore *.{ext.raw}"],
    )  # fmt: skip
    yield changing(
        "git.ignore-dir", "echo {dir}/ >> .gitignore",
        ["make git ignore {dir}", "add {dir} to .gitignore", "[ignore|exclude] {dir} in git"],
        ["Adds {dir} to .gitignore, so that git ignores it."],
        "tail -n 1 .gitignore; git status --short; ",
        lambda s: [f"{s.dir}/", "?? .gitignore", "?? keep"],
        BASIC + "put .gitignore '*.tmp'; put {dir}/a 1; put keep 1\n",
        slots={"dir": one_of("build", "dist", "node_modules", "target", "tmp", "logs", ".venv",
                             "coverage", "out", "vendor", "cache", "secrets", "data", "models")},
    )  # fmt: skip


def _committing() -> Iterator[Task]:
    done = lambda s: [f"{s['text'].data} by Dana", "3"]
    yield changing(
        "git.commit", "git commit -m {text}",
        ["commit [the|all|] staged [changes|files] with the message {text}",
         "[make|create] a [git|] commit [with the message|called|saying] {text}",
         "git commit with [message|the message] {text}"],
        ["Commits what is staged, with the message {text}."],
        _LAST + _STATUS, lambda s: [*done(s), " M README.md", "?? loose.txt"],
        _LOOSE + "git add -u; echo b >>README.md\n", ["git commit message {text}"],
    )  # fmt: skip
    yield changing(
        "git.commit-all", "git commit -am {text}",
        ["commit all [changes|changed files|changes to tracked files] with the message {text}",
         "[stage|add] all tracked changes and commit them with [the message|message] {text}",
         "commit every modified file with the message {text}, without git add"],
        ["Commits all changes of tracked files with the message {text}."],
        _LAST + _STATUS, lambda s: [*done(s), "?? loose.txt"], _LOOSE + "git add -u; echo three >>f.txt\n",
    )  # fmt: skip
    yield changing(
        "git.commit-file", "git commit -m {text} {file}",
        ["commit only {file} with the message {text}", "commit {file} alone, saying {text}"],
        ["Commits only {file}, with the message {text}."],
        _LAST + _STATUS, lambda s: [*done(s), "M  README.md", "?? loose.txt"],
        _EDITED + "echo b >>README.md; git add -u\n",
    )  # fmt: skip
    yield changing(
        "git.add-commit", "git add -A && git commit -m {text}",
        ["[stage|add] everything and commit [it|] with the message {text}",
         "commit [everything|all files], new [files|ones] too, with the message {text}",
         "git add all and commit saying {text}"],
        ["Stages all changes and commits them with the message {text}."],
        _LAST + _STATUS, done, _LOOSE,
    )  # fmt: skip
    yield changing(
        "git.add-file-commit", "git add {file} && git commit -m {text}",
        ["[stage|add] {file} and commit [it|] with the message {text}",
         "git add {file} and commit saying {text}"],
        ["Stages {file} and commits it with the message {text}."],
        _LAST + _STATUS, lambda s: [f"{s['text'].data} by Dana", "2", "?? other"],
        BASIC + "put {file} 1; put other 1\n",
    )  # fmt: skip
    yield changing(
        "git.amend-message", "git commit --amend -m {text}",
        ["change the [last|latest] commit message to {text}",
         "[rename|reword] the last commit to {text}",
         "amend the [last|previous] commit with [the|a] new message {text}",
         "[fix|correct] the message of the last commit: {text}"],
        ["Replaces the message of the last commit by {text}."],
        _LAST, lambda s: [f"{s['text'].data} by Dana", "2"],
        BASIC + "put f.txt one; save 'Add it'\n",
    )  # fmt: skip
    yield changing(
        "git.amend", "git commit --amend --no-edit",
        ["add the staged changes to the [last|previous|latest] commit[ and keep its message|]",
         "amend the [last|previous] commit [without changing|and keep] [its|the] message",
         "put [what is staged|the staged files] into the last commit"],
        ["Adds what is staged to the last commit and keeps its message."],
        _LAST + "git show --name-only --format=; ",
        lambda s: ["More by Dana", "2", "a.c", "b.c"],
        BASIC + "put a.c 1; save More; put b.c 1; git add b.c\n",
    )  # fmt: skip
    yield changing(
        "git.amend-author", "git commit --amend --no-edit --author='{user.raw} <{email.raw}>'",
        ["change the author of the last commit to {user} with the [address|email] {email}",
         "set the author of the [last|latest] commit to {user} <{email}>"],
        ["Makes {user} with the address {email} the author of the last commit."],
        "git log -1 --format='%an %ae %s'; ", lambda s: [f"{s.user} {s.email} Start here"],
    )  # fmt: skip
    yield changing(
        "git.commit-empty", "git commit --allow-empty -m {text}",
        ["[make|create] an empty commit with the message {text}",
         "commit [nothing|without any changes] with the message {text}"],
        ["Makes a commit without changes, with the message {text}."],
        _LAST, lambda s: [f"{s['text'].data} by Dana", "2"],
    )  # fmt: skip
    yield changing(
        "git.commit-author", "git commit -m {text} --author='{user.raw} <{email.raw}>'",
        ["commit the staged changes as {user} <{email}> with the message {text}",
         "commit with the message {text} and the author {user} <{email}>"],
        ["Commits what is staged in the name of {user}, {email}, with the message {text}."],
        _LAST, lambda s: [f"{s['text'].data} by {s.user}", "2"], BASIC + "put a 1; git add a\n",
    )  # fmt: skip
    yield changing(
        "git.commit-unchecked", "git commit --no-verify -m {text}",
        ["commit with the message {text} without running the [hooks|pre-commit hook]",
         "[skip|bypass] the [commit|git] hooks and commit with the message {text}"],
        ["Commits what is staged with the message {text}, without the hooks."],
        _LAST, lambda s: [f"{s['text'].data} by Dana", "2"],
        BASIC + "printf '#!/bin/sh\\nexit 1\\n' >.git/hooks/pre-commit; "
        "chmod +x .git/hooks/pre-commit; put a 1; git add a\n",
    )  # fmt: skip
    yield changing(
        "git.commit-file-message", "git commit -F {txt}",
        ["commit the staged changes with the message [from|in] {txt}",
         "use {txt} as the message of the commit"],
        ["Commits what is staged; the message is read from {txt}."],
        _LAST, lambda s: ["From a file by Dana", "2"],
        BASIC + "put a 1; git add a; put {txt} 'From a file'\n",
    )  # fmt: skip
