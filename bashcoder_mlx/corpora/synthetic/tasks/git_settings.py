"""Settings of git; exports, patches, further working trees, bisecting."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import BASIC, changing, printing


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _settings()
    yield from _exports()


def _settings() -> Iterator[Task]:
    for name, run, say, ask, explained, show, lines in (
        ("name", "git config --global user.name {user}",
         ["set my [git [user|] name|name in git] to {user}[ for all repositories|]",
          "tell git that my name is {user}"], ["git user name {user}"],
         "Sets the name of the author for all repositories to {user}",
         "git config --global user.name; ", lambda s: [s.user]),
        ("email", "git config --global user.email {email}",
         ["set my git [email|e-mail address|address] to {email}[ for all repositories|]",
          "tell git that my email [address|] is {email}"], ["git email {email}"],
         "Sets the address of the author for all repositories to {email}",
         "git config --global user.email; ", lambda s: [s.email]),
        ("email-here", "git config user.email {email}",
         ["use {email} as [my|the] git [email|address] in this repository[ only|]",
          "set the git email to {email} for this repository [only|]"], [],
         "Sets the address of the author to {email} in this repository only",
         "git config --local user.email; ", lambda s: [s.email]),
        ("name-here", "git config user.name {user}",
         ["use {user} as [my|the] git [user|] name in this repository[ only|]"], [],
         "Sets the name of the author to {user} in this repository only",
         "git config --local user.name; ", lambda s: [s.user]),
        ("editor", "git config --global core.editor {program}",
         ["[make|set] {program} [the|my|as the] [default|] editor [of|for] git",
          "use {program} as the git editor"], ["git editor {program}"],
         "Makes {program} the editor of git", "git config --global core.editor; ",
         lambda s: [s.program]),
        ("alias", "git config --global alias.{alias.raw} status",
         ["make git {alias} [short for|mean|an alias of] git status",
          "[create|add] a git alias {alias} for status"], [],
         "Makes git {alias} short for git status", "git {alias} -s; ", lambda s: ["?? x"]),
        ("branch", "git config --global init.defaultBranch {branch}",
         ["[make|set] {branch} [the|as the] default branch of new [git|] repositories",
          "call the first branch of new git repositories {branch}"], [],
         "Makes {branch} the first branch of new repositories",
         "git config --global init.defaultBranch; ", lambda s: [s.branch]),
        ("unset", "git config --global --unset user.email",
         ["[remove|unset|delete] [my|the] global git [email|address]"], [],
         "Removes the address from the global settings of git",
         "git config --global user.email || echo none; ", lambda s: ["none"]),
        ("rebase", "git config --global pull.rebase true",
         ["make git pull [rebase|always rebase] by default", "let git pull rebase [by default|"
          "instead of merge]"], [], "Makes git pull rebase from now on",
         "git config --global pull.rebase; ", lambda s: ["true"]),
    ):  # fmt: skip
        yield changing(
            f"git_settings.config-{name}", run, say, [f"{explained}."], show, lines,
            BASIC + "put x 1\n", ask,
            slots={"program": one_of("vim", "nano", "emacs", "nvim", "micro", "hx", "vi")},
        )  # fmt: skip
    show = "[show|print|get]"
    for name, run, say, ask, explained, lines in (
        ("get-name", "git config user.name", [f"{show} [my|the] git user name"],
         ["[what|which] name does git use for me?"], "Prints the name of the author", ["Dana"]),
        ("get-email", "git config user.email", [f"{show} [my|the] git [email|address]"],
         ["[what|which] email does git use for me?"], "Prints the address of the author",
         ["dana@home.test"]),
        ("list", "git config --list | grep user", [f"{show} the git settings [that mention|about|"
                                                   "with] user", "list my git user settings"], [],
         "Lists the settings of git that mention user",
         ["user.name=Dana", "user.email=dana@home.test"]),
    ):  # fmt: skip
        yield printing(
            f"git_settings.config-{name}", run, say, [f"{explained}."], lambda s, lines=lines: lines,
            BASIC, ask,
        )  # fmt: skip
    yield printing(
        "git_settings.config-global", "git config --global --list",
        ["[show|list|print] [all|the|all the|my] global git [settings|configuration|config]"],
        ["Lists the global settings of git."],
        lambda s: ["user.name=Dana", "user.email=dana@home.test", "init.defaultbranch=main",
                   "advice.detachedhead=false", "advice.statushints=false"],
        BASIC, ["[what|which] global git settings are there?"],
    )  # fmt: skip


def _exports() -> Iterator[Task]:
    listed = "tar -tf {stem}.tar.gz; "
    for name, run, say, ask, explained, show, lines, before in (
        ("archive", "git archive -o {stem}.tar.gz HEAD",
         ["[export|pack|archive] the [current commit|last commit] [as|into] {stem}.tar.gz",
          "[make|create] {stem}.tar.gz from the files of the last commit"], [],
         "Packs the files of the current commit into {stem}.tar.gz", listed,
         lambda s: ["README.md", "src/", "src/app.zig"], BASIC + "put loose 1\n"),
        ("archive-tag", "git archive -o {stem}.tar.gz {tag}",
         ["[export|pack|archive] [the version|the tag|] {tag} [as|into] {stem}.tar.gz"], [],
         "Packs the files of {tag} into {stem}.tar.gz", listed,
         lambda s: ["README.md", "src/", "src/app.zig"],
         BASIC + "git tag {tag}; put b 1; save B\n"),
        ("apply", "git apply {stem}.patch",
         ["apply [the patch|] {stem}.patch [with git|to the working tree]"], [],
         "Applies {stem}.patch to the working tree", "cat README.md; ",
         lambda s: ["alpha", "beta"],
         BASIC + "echo beta >>README.md; git diff >{stem}.patch; git restore .\n"),
        ("apply-reverse", "git apply -R {stem}.patch",
         ["[undo|reverse|take back] [the patch|] {stem}.patch [with git|]",
          "apply {stem}.patch in reverse"], [],
         "Takes the changes of {stem}.patch back", "cat README.md; ",
         lambda s: ["alpha"], BASIC + "echo beta >>README.md; git diff >{stem}.patch\n"),
        ("worktree", "git worktree add {dir} {branch}",
         ["check out [the branch|] {branch} [in|into] {dir} as [a second|another] working tree",
          "[make|add] a worktree of [the branch|] {branch} in {dir}"], [],
         "Checks out the branch {branch} in {dir} as a second working tree",
         "git -C {dir} branch --show-current; ", lambda s: [s.branch],
         "git init -q -b trunk; put a 1; save A; git branch {branch}\n"),
        ("worktree-remove", "git worktree remove {dir}",
         ["remove the [git|] worktree [in|at] {dir}"], [], "Removes the working tree in {dir}",
         "git worktree list | wc -l; [ -e {dir} ] || echo gone; ", lambda s: ["1", "gone"],
         BASIC + "git worktree add -q -b side {dir}\n"),
        ("bisect", "git bisect start && git bisect bad && git bisect good {tag}",
         ["start [a|the] [git|] bisect between {tag}, which is good, and the current commit, which "
          "is bad", "[search|bisect] for the commit that broke it since {tag}"], [],
         "Starts to look for the first bad commit after {tag}", "git log -1 --format=%s; ",
         lambda s: ["2"],
         BASIC + "git tag {tag}; for i in 1 2 3; do put f $i; save $i; done\n"),
    ):  # fmt: skip
        yield changing(
            f"git_settings.{name}", run, say, [f"{explained}."], show, lines, before, ask
        )
