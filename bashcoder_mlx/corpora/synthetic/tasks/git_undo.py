"""Taking changes back in git: restoring, reverting, resetting, stashing, cleaning, removing."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import BASIC, changing, printing, shown

_EDITED = BASIC + "put {file} one; save 'Add it'; echo two >>{file}; put loose.txt x\n"
_STAGED = _EDITED + "git add {file}; echo b >>README.md\n"
_COMMITTED = BASIC + "put {file} one; save 'Add it'; put {file} two; save 'Change it'\n"
_STATUS = "git status --short; "
_LAST = "git log -1 --format='%s by %an'; git rev-list --count HEAD; "
_BACK = {"back": lambda draw, spaced: number(draw.between(2, 7), True)}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _undoing()
    yield from _resetting()
    yield from _stashing()
    yield from _removing()
    yield from _cleaning()


def _undoing() -> Iterator[Task]:
    content = "cat {file}; " + _STATUS
    for name, run, say, ask, explained, show, output, history in (
        ("restore", "git restore {file}",
         ["[discard|undo|throw away|drop] [the|my|all|] [changes|edits|local changes] "
          "[in|to|of] {file}[ with git|]", "git restore {file}",
          "[bring|get] {file} back [to|as it was in] the last commit"],
         ["undo [my|] edits of {file}"], "Throws away the unstaged changes of {file}",
         content, lambda s: ["one", "?? loose.txt"], _EDITED),
        ("unstage", "git restore --staged {file}",
         ["unstage {file}", "[remove|take] {file} from the [index|staging area][ but keep the "
          "changes|]", "undo [the|] git add of {file}"], ["undo git add {file}"],
         "Takes {file} out of the next commit and keeps its changes",
         _STATUS, lambda s: [" M README.md", f" M {shown(s.file)}", "?? loose.txt"], _STAGED),
        ("restore-all", "git restore .",
         ["[discard|undo|throw away|drop] all [unstaged changes|local changes] "
          "[here|in this folder|]", "[restore|reset] all [tracked|changed] files [here|in this "
          "folder] to the [staged|index] version"], ["discard all unstaged changes"],
         "Throws away all unstaged changes here",
         _STATUS, lambda s: ["A  new.c", "?? loose.txt"],
         BASIC + "echo 1 >>README.md; put new.c 1; git add new.c; put loose.txt x\n"),
        ("unstage-all", "git restore --staged .",
         ["unstage [everything|all files|all changes]",
          "[empty|clear] the [staging area|index] but keep [all|the] changes"], [],
         "Takes everything here out of the next commit and keeps the changes",
         _STATUS, lambda s: [" M README.md", "?? new.c"],
         BASIC + "echo 1 >>README.md; put new.c 1; git add -A\n"),
        ("restore-commit", "git restore -s {tag} {file}",
         ["restore {file} [as it was in|from] [the tag|tag|] {tag}",
          "[get|bring back] the version of {file} from {tag}"], ["{file} as of {tag}"],
         "Brings {file} back to its state of {tag}", "cat {file}; ", lambda s: ["one"],
         _COMMITTED + "git tag {tag} HEAD~1\n"),
        ("restore-before", "git restore -s HEAD~{back} {file}",
         ["restore {file} as it was {back} commits ago",
          "[get|bring back] the version of {file} from {back} commits before the last one"],
         [], "Brings {file} back to its state {back} commits ago", "tail -n 1 {file}; ",
         lambda s: [str(9 - s.back)],
         "git init -q; for i in {0..9}; do put {file} $i; save $i; done\n"),
        ("checkout-dir", "git restore -s {branch} {dir}",
         ["[get|take|restore] {dir} [as it is|] from [the branch|branch] {branch}",
          "[replace|overwrite] {dir} with its version on the branch {branch}"], [],
         "Replaces the files of {dir} by those of the branch {branch}", "cat {dir}/a; ",
         lambda s: ["1", "2"],
         "git init -q -b trunk; put {dir}/a 1; save One; git switch -q -c {branch}; "
         "put {dir}/a 2; save Two; git switch -q trunk\n"),
        ("revert", "git revert --no-edit HEAD",
         ["[revert|undo] the [last|latest] commit with a new [one|commit]",
          "make a commit that [undoes|reverts] the [last|latest] [one|commit]",
          "git revert the last commit without [opening the editor|editing the message]"], [],
         "Makes a commit that undoes the last one", _LAST + "cat {file}; ".replace(
             "{file}", "f.txt"), lambda s: ['Revert "Two" by Dana', "4", "1"],
         BASIC + "put f.txt 1; save One; put f.txt 2; save Two\n"),
        ("revert-tag", "git revert --no-edit {tag}",
         ["[revert|undo] the commit {tag} with a new commit",
          "make a commit that undoes the [one tagged|commit] {tag}"], ["git revert {tag}"],
         "Makes a commit that undoes the one at {tag}", _LAST + "ls; ",
         lambda s: ['Revert "Two" by Dana', "5", "README.md", "a", "c", "src"],
         BASIC + "put a 1; save One; put b 1; save Two; git tag {tag}; put c 1; save Three\n"),
    ):  # fmt: skip
        yield changing(
            f"git.{name}", run, say, [f"{explained}."], show, output, history, ask, slots=_BACK
        )


def _resetting() -> Iterator[Task]:
    history = BASIC + (
        'for i in {1..8}; do put f $i; save "Step $i"; done; put loose 1; git tag {tag} HEAD~2\n'
    )
    plain = history.replace("; git tag {tag} HEAD~2", "")
    for mode, kept, status in (
        ("soft", "[but keep the changes staged|and leave its changes staged]", ["M  f", "?? loose"]),
        ("mixed", "[but keep the changes unstaged|and leave its changes in the files, unstaged]",
         [" M f", "?? loose"]),
        ("hard", "[and throw its changes away|and discard the changes|changes and all|completely]",
         ["?? loose"]),
    ):  # fmt: skip
        left = {"soft": "keeps its changes staged", "mixed": "keeps its changes, unstaged",
                "hard": "throws its changes away"}[mode]  # fmt: skip
        flag = "" if mode == "mixed" else f" --{mode}"
        yield changing(
            f"git.reset-{mode}", f"git reset{flag} HEAD~1",
            [f"[undo|drop|remove|take back] the last [git|] commit {kept}",
             f"go back one commit {kept.replace('its', 'the')}"],
            [f"Undoes the last commit and {left}."],
            _LAST + _STATUS, lambda s, status=status: ["Step 7 by Dana", "8", *status], plain,
        )  # fmt: skip
        yield changing(
            f"git.reset-{mode}-many", f"git reset{flag} HEAD~{{back}}",
            [f"[undo|drop|remove|take back] the last {{back}} commits "
             f"{kept.replace('its', 'their')}"],
            [f"Undoes the last {{back}} commits and {left.replace('its', 'their')}."],
            _LAST + _STATUS,
            lambda s, status=status: [f"Step {8 - s.back} by Dana", str(9 - s.back), *status],
            plain, slots=_BACK,
        )  # fmt: skip
        yield changing(
            f"git.reset-{mode}-to", f"git reset{flag} {{tag}}",
            [f"[go back|reset the branch] to {{tag}} {kept.replace('its', 'the')}",
             f"git reset to {{tag}} {kept.replace('its', 'the')}"],
            [f"Moves the branch back to {{tag}} and {left.replace('its', 'the')}."],
            _LAST + _STATUS, lambda s, status=status: ["Step 6 by Dana", "7", *status], history,
        )  # fmt: skip
    yield changing(
        "git.reset-hard-head", "git reset --hard",
        ["[throw away|discard] all [uncommitted|] changes, staged [or not|and unstaged]",
         "reset [the working tree|everything] to the last commit"],
        ["Throws away all uncommitted changes of tracked files."],
        _LAST + _STATUS, lambda s: ["Step 8 by Dana", "9", "?? loose"],
        plain + "echo 1 >>f; put g 1; git add g\n", ["discard all uncommitted changes"],
    )  # fmt: skip
    yield changing(
        "git.reset-upstream", "git fetch && git reset --hard origin/{branch}",
        ["make [my|the] local branch [exactly|] the same as {branch} on origin",
         "[throw away my commits and|] reset to the remote branch origin/{branch.raw}[ after "
         "fetching it|]"],
        ["Fetches and makes the current branch equal to {branch} of origin, throwing away what "
         "differs."],
        _LAST, lambda s: ["Start here by Dana", "1"],
        "git init -q --bare ../far\ngit init -q -b {branch}\nput a 1; save 'Start here'; "
        "git remote add origin ../far; git push -q -u origin {branch}; put b 1; save Mine\n",
    )  # fmt: skip


def _stashing() -> Iterator[Task]:
    stashed = (
        BASIC
        + "echo old >>README.md; git stash -q -m older; echo new >>README.md; "
        + ("git stash -q -m newer\n")
    )
    state = "git stash list --format=%gs; cat README.md; "
    for name, run, say, ask, explained, show, output, history in (
        ("stash", "git stash",
         ["stash [my|the|all|] changes", "[put|set] [my|the] [uncommitted|] changes [aside|away] "
          "for now", "[save|shelve] my uncommitted changes [temporarily|for later] without "
          "[committing|a commit]"], ["git stash changes"],
         "Puts the uncommitted changes of tracked files aside",
         "git stash list | sed -E 's/ [0-9a-f]{7,} / /'; " + _STATUS, lambda s: ["stash@{0}: WIP on main: Start here",
                                                 "?? loose"],
         BASIC + "echo 1 >>README.md; put loose x\n"),
        ("stash-untracked", "git stash -u",
         ["stash [my|all|] changes [including|together with] [untracked|new] files",
          "stash everything, [untracked|new] files [too|as well]"], ["stash untracked files too"],
         "Puts the uncommitted changes aside, untracked files too",
         "git stash list | sed -E 's/ [0-9a-f]{7,} / /'; " + _STATUS, lambda s: ["stash@{0}: WIP on main: Start here"],
         BASIC + "echo 1 >>README.md; put loose x\n"),
        ("stash-named", "git stash push -m {text}",
         ["stash [my|the] changes [with the message|under the name|as] {text}",
          "put my changes aside in a stash [called|described as] {text}"], [],
         "Puts the uncommitted changes aside with the message {text}",
         "git stash list --format=%gs; " + _STATUS, lambda s: [f"On main: {s['text'].data}"],
         BASIC + "echo 1 >>README.md\n"),
        ("stash-file", "git stash push {file}",
         ["stash [only|just] [the changes of|the changes in|] {file}",
          "put [only|] the changes [of|to] {file} aside in a stash"], ["git stash only {file}"],
         "Puts the changes of {file} aside",
         "git stash show --name-only; " + _STATUS,
         lambda s: [s.file, " M README.md", "?? loose.txt"],
         _EDITED + "echo 1 >>README.md\n"),
        ("stash-keep", "git stash -k",
         ["stash [my|the] changes but keep what is staged [in place|as it is]",
          "stash while keeping the index"], [],
         "Puts the changes aside and leaves what is staged in place",
         "git stash list | wc -l; " + _STATUS, lambda s: ["1", "M  README.md"],
         BASIC + "echo 1 >>README.md; git add -u; echo 1 >>src/app.zig\n"),
        ("stash-pop", "git stash pop",
         ["[get|bring] [my|the] stashed changes back", "[apply|restore] the [last|latest] stash and "
          "[drop|remove|delete] it", "pop the [last|latest|] stash"], ["git restore stashed changes"],
         "Brings the changes of the last stash back and removes the stash",
         state, lambda s: ["On main: older", "alpha", "new"], stashed),
        ("stash-apply", "git stash apply",
         ["apply the [last|latest] stash [but|and] keep it", "[bring|get] the stashed changes back "
          "without [dropping|removing|deleting] the stash"], [],
         "Brings the changes of the last stash back and keeps the stash",
         state, lambda s: ["On main: newer", "On main: older", "alpha", "new"], stashed),
        ("stash-drop", "git stash drop",
         ["[drop|delete|remove|throw away] the [last|latest|newest] stash"], ["git delete last stash"],
         "Deletes the last stash", state, lambda s: ["On main: older", "alpha"], stashed),
        ("stash-clear", "git stash clear",
         ["[drop|delete|remove|throw away] all [the|my|] [stashes|stashed changes]",
          "clear the [git|] stash[ list|]"], [], "Deletes all stashes",
         state, lambda s: ["alpha"], stashed),
        ("stash-branch", "git stash branch {branch}",
         ["[make|create] [a|the|a new] branch {branch} from the [last|latest] stash",
          "turn the [last|latest] stash into [a|the] branch [called|named|] {branch}"], [],
         "Makes the branch {branch} with the changes of the last stash",
         "git branch --show-current; " + state,
         lambda s: [s.branch, "On trunk: older", "alpha", "new"],
         stashed.replace("git init -q", "git init -q -b trunk").replace("main", "trunk")),
    ):  # fmt: skip
        yield changing(f"git.{name}", run, say, [f"{explained}."], show, output, history, ask)
    yield printing(
        "git.stash-list", "git stash list",
        ["[list|show|display] [all|the|all my|my|] [git|] stashes", "show what is [stashed|in the "
         "stash]"], ["Lists all stashes."],
        lambda s: ["stash@{0}: On main: newer", "stash@{1}: On main: older"], stashed,
        ["[what|which] stashes do I have?", "list of stashes"],
    )  # fmt: skip
    yield printing(
        "git.stash-show", "git stash show -p",
        ["show the [diff|changes|patch] of the [last|latest] stash",
         "[see|show|print] [exactly|] what [is in|changes are in] the [last|latest] stash"],
        ["Shows the last stash as a diff."],
        lambda s: ["diff --git a/README.md b/README.md", "index 100644", "--- a/README.md",
                   "+++ b/README.md", "@@ -1 +1,2 @@", " alpha", "+new"], stashed,
        ["[diff of|what is in] the last stash"],
    )  # fmt: skip


def _removing() -> Iterator[Task]:
    held = BASIC + "put {file} 1; put {file}.orig 1; save More\n"
    tree = BASIC + "put {dir}/a 1; put {dir}/b/c 1; save More\n"
    for name, run, say, ask, explained, show, output, history in (
        ("rm", "git rm {file}",
         ["[remove|delete] {file} [with git|from git and from disk|from the repository and disk]",
          "git rm {file}"], [], "Deletes {file} and stages the deletion",
         "ls {file}*; " + _STATUS,
         lambda s: [f"{s.file}.orig", f"D  {shown(s.file)}"], held),
        ("rm-cached", "git rm --cached {file}",
         ["[remove|delete] {file} from git but keep [it on disk|the file|my copy]",
          "[stop|make git stop] tracking {file}[ without deleting it|]", "untrack {file}"],
         ["git untrack {file}"], "Stops tracking {file} and leaves it on disk",
         _STATUS, lambda s: [f"D  {shown(s.file)}", f"?? {shown(s.file)}"], held),
        ("rm-dir", "git rm -r {dir}",
         ["[remove|delete] {dir} [with git|from git and from disk|from the repository and disk]",
          "git rm {dir} and everything in it"], [], "Deletes {dir} and stages the deletions",
         _STATUS, lambda s: [f"D  {shown(s.dir + '/a')}", f"D  {shown(s.dir + '/b/c')}"], tree),
        ("rm-dir-cached", "git rm -r --cached {dir}",
         ["[remove|delete] {dir} from git but keep [it on disk|the files]",
          "[stop|make git stop] tracking {dir}[ without deleting it|]"], [],
         "Stops tracking {dir} and leaves its files on disk",
         "git ls-files; ls {dir}; ", lambda s: ["README.md", "src/app.zig", "a", "b"], tree),
        ("mv", "git mv {file} {file2}",
         ["rename {file} to {file2} [with git|in git|in the repository]",
          "git mv {file} to {file2}"], [], "Renames {file} to {file2} and stages that",
         _STATUS, lambda s: [f"R  {shown(s.file)} -> {shown(s.file2)}"],
         held.replace(" 1; put {file}.orig 1", " 1 2 3 4 5 6")),
        ("mv-dir", "git mv {file} {dir}/",
         ["move {file} into {dir} [with git|in git|in the repository]"], [],
         "Moves {file} into {dir} and stages that",
         "git ls-files; ", lambda s: sorted(
             [f"{s.dir}/k", f"{s.dir}/{s.file}", "README.md", "src/app.zig"], key=str.encode),
         BASIC + "put {file} 1 2 3; put {dir}/k 1; save More; git config --global core.quotePath "
         "false\n"),
    ):  # fmt: skip
        yield changing(f"git.{name}", run, say, [f"{explained}."], show, output, history, ask)


def _cleaning() -> Iterator[Task]:
    history = BASIC + (
        "put .gitignore '*.tmp'; save Ignore; put loose 1; put new/deep 1; put a.tmp 1; "
        "echo 1 >>README.md\n"
    )
    listed = "ls; git status --short README.md; "
    for name, flag, say, ask, explained, left in (
        ("files", "-f", ["[delete|remove|clean up] [all|the|] untracked files [here|with git|in "
                         "the repository]"], ["git delete untracked files"],
         "Deletes the untracked files that are not ignored", ["a.tmp", "new"]),
        ("folders", "-fd", ["[delete|remove|clean up] [all|the|] untracked files and "
                            "[folders|directories][ with git| in the repository|]"], [],
         "Deletes the untracked files and directories that are not ignored", ["a.tmp"]),
        ("ignored", "-fdx", ["[delete|remove|clean up] everything [that is not tracked|untracked]"
                             "[ by git|], [ignored|the ignored] files [too|included|as well]"], [],
         "Deletes all untracked files and directories, ignored ones too", []),
        ("only-ignored", "-fX", ["[delete|remove|clean up] only the files that git ignores",
                                 "[delete|remove] [the|all] [ignored|gitignored] files[ with "
                                 "git|], but no other untracked ones"], [],
         "Deletes only the files that git ignores", ["loose", "new"]),
    ):  # fmt: skip
        yield changing(
            f"git.clean-{name}", f"git clean {flag}", say, [f"{explained}."], listed,
            lambda s, left=left: sorted([*left, "README.md", "src"], key=str.encode)
            + [" M README.md"],
            history + "export LC_ALL=C\n", ask,
        )  # fmt: skip
    yield printing(
        "git.clean-dry", "git clean -nd",
        ["show [which|what] untracked files and [folders|directories] git clean would "
         "[delete|remove]", "[do|make] a dry run of git clean [with folders|for files and folders]"],
        ["Shows what git clean would delete, files and directories, without deleting anything."],
        lambda s: ["Would remove loose", "Would remove new/"], history,
        ["git clean dry run, folders too"],
    )  # fmt: skip
