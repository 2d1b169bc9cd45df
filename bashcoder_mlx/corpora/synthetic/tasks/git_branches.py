"""Branches and tags of git: listing, making, switching, renaming, deleting."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import changing, printing

# The branch that all begin on is named unlike any that is drawn.
_TRUNK = "git init -q -b trunk\nput README.md alpha\nsave 'Start here' '' 9\n"
_SIDE = _TRUNK + (
    "git switch -q -c {branch}; put side 1; save 'On the side' '' 5; "
    "git switch -q trunk; put here 1; save 'Back home' '' 3\n"
)
"""trunk and {branch}, each with a commit of its own; on trunk."""
_BEHIND = _SIDE.replace("put here 1; save 'Back home' '' 3", ":")
"""{branch} one commit ahead of trunk; on trunk."""
_HEAD = "git branch --show-current; "
_LOG = "git log --format=%s; "
_ALL = "git branch --format='%(refname:short)'; "


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _listing()
    yield from _making()
    yield from _tagging()


def _listing() -> Iterator[Task]:
    history = _TRUNK + (
        "git branch merged; git switch -q -c wip; put wip 1; save Wip '' 2; git switch -q trunk; "
        "git init -q --bare ../far; git remote add origin ../far; git push -q origin trunk wip\n"
    )
    show = "[list|show|print] [the|all|all the|]"
    for name, run, say, ask, explained, lines in (
        ("list", "git branch", [f"{show} [local|] [git|] branches", "show [which|what] local "
                                "branches there are"], ["[what|which] branches do I have?"],
         "Lists the local branches and marks the current one", ["  merged", "* trunk", "  wip"]),
        ("list-remote", "git branch -r", [f"{show} remote [git|] branches",
                                          f"{show} branches [on the remote|of the remotes]"],
         ["[what|which] branches are on the remote?"], "Lists the remote branches",
         ["  origin/trunk", "  origin/wip"]),
        ("list-all", "git branch -a",
         [f"{show} [git|] branches, [local and remote|remote ones too|including remote ones]"],
         [], "Lists all branches, local and remote",
         ["  merged", "* trunk", "  wip", "  remotes/origin/trunk", "  remotes/origin/wip"]),
        ("list-merged", "git branch --merged",
         [f"{show} [git|] branches [already merged into|that are merged into|contained in] "
          "[this one|the current branch]"], ["which branches are [already|] merged?"],
         "Lists the branches that are merged into the current one", ["  merged", "* trunk"]),
        ("list-unmerged", "git branch --no-merged",
         [f"{show} [git|] branches [not yet merged|that are not merged] "
          "[into the current branch|]", f"{show} unmerged [git|] branches"],
         ["which branches are not [yet|] merged?"],
         "Lists the branches that are not merged into the current one", ["  wip"]),
        ("list-last", "git branch -v", [f"{show} branches with their last commit[s|]",
                                        "show the latest commit of [each|every] branch"],
         [], "Lists the local branches, each with its last commit",
         ["  merged <Start here> Start here", "* trunk  <Start here> Start here",
          "  wip    <Wip> Wip"]),
        ("list-recent", "git branch --sort=-committerdate",
         [f"{show} branches [sorted by|in the order of] [the date of their|their] last commit, "
          "newest first", f"{show} most recently used branches first"], [],
         "Lists the branches, the most recently committed to first",
         ["  wip", "  merged", "* trunk"]),
        ("current", "git branch --show-current",
         ["[show|print] [the name of|] the current [git|] branch",
          "[show|print] [which|what] branch I am on"],
         ["[what|which] [git|] branch am I on?", "current [git|] branch"],
         "Prints the name of the current branch", ["trunk"]),
        ("count", "git branch | wc -l", ["count [the|all|] [local|] [git|] branches"],
         ["how many [local|] branches are there?", "number of [git|] branches"],
         "Counts the local branches", ["3"]),
    ):  # fmt: skip
        yield printing(
            f"git_branches.{name}", run, say, [f"{explained}."], lambda s, lines=lines: lines,
            history, ask,
        )  # fmt: skip
    yield printing(
        "git_branches.list-matching", "git branch --list '*{word.raw}*'",
        [f"{show} branches [whose name contains|with] {{word}}[ in their name|]"],
        ["Lists the branches whose name contains {word}."],
        lambda s: sorted([f"  {s.word}-x", f"  fix/{s.word}"], key=str.encode),
        _TRUNK + "git branch {word.raw}-x; git branch fix/{word.raw}; git branch other\n",
        ["which branches have {word} in their name?"],
    )  # fmt: skip
    yield printing(
        "git_branches.list-contains", "git branch --contains {tag}",
        [f"{show} branches [that contain|containing] [the commit|the tag|] {{tag}}"],
        ["Lists the branches that contain {tag}."], lambda s: ["* trunk", "  wip"],
        history + "put x 1; save More; git branch -f wip; git tag {tag}\n",
        ["which branches contain {tag}?"],
    )  # fmt: skip


def _making() -> Iterator[Task]:
    for name, run, say, ask, explained, show, lines, history in (
        ("create", "git branch {branch}",
         ["[create|make] [a|a new|the] [git|] branch [called|named|] {branch} [without switching "
          "to it|but stay on this one|but stay here]"], [],
         "Makes the branch {branch} and stays on the current one", _HEAD + _ALL,
         lambda s: ["trunk", *sorted([s.branch, "trunk"])], _TRUNK),
        ("switch-new", "git switch -c {branch}",
         ["[create|make|start] [a|a new|the] [git|] branch [called|named|] {branch} and switch to "
          "it", "[create|make|start] [a|a new|the] [git|] branch [called|named|] {branch}",
          "[switch to|go to|check out] a new branch [called|named|] {branch}"],
         ["new [git|] branch {branch}"], "Makes the branch {branch} and switches to it",
         _HEAD + _ALL, lambda s: [s.branch, *sorted([s.branch, "trunk"])], _TRUNK),
        ("switch", "git switch {branch}",
         ["[switch|change|go|move] to [the|the git|the existing|] branch {branch}",
          "check out the [existing|] branch {branch}"], ["git switch branch {branch}"],
         "Switches to the branch {branch}", _HEAD + "ls; ",
         lambda s: [s.branch, "README.md", "side"], _SIDE),
        ("switch-back", "git switch -",
         ["[switch|go|change] back to the [previous|last|other] [git|] branch",
          "[switch|return] to the branch I was on before"], ["previous git branch"],
         "Switches back to the previous branch", _HEAD, lambda s: ["side"],
         _TRUNK + "git branch x; git switch -q -c side; git switch -q trunk\n"),
        ("switch-from", "git switch -c {branch} {tag}",
         ["[create|make|start] [a|a new|the] branch [called|named|] {branch} [at|from] [the tag|] "
          "{tag}[ and switch to it|]"], ["new branch {branch} from {tag}"],
         "Makes the branch {branch} at {tag} and switches to it", _HEAD + _LOG,
         lambda s: [s.branch, "Start here"], _TRUNK + "git tag {tag}; put b 1; save Next\n"),
        ("switch-from-branch", "git switch -c {branch} {branch2}",
         ["[create|make|start] [a|a new|the] branch [called|named|] {branch} [from|based on|off] "
          "[the branch|] {branch2}[ and switch to it|]"], ["new branch {branch} from {branch2}"],
         "Makes the branch {branch} from {branch2} and switches to it", _HEAD + _LOG,
         lambda s: [s.branch, "On the side", "Start here"], _SIDE.replace("{branch}", "{branch2}")),
        ("switch-remote", "git fetch && git switch {branch}",
         ["fetch and [switch to|check out] the [remote|new remote] branch {branch}",
          "get the branch {branch} from the remote and switch to it"], [],
         "Fetches and switches to the branch {branch} of the remote", _HEAD + _LOG,
         lambda s: [s.branch, "On the side", "Start here"],
         _BEHIND + "git init -q --bare ../far; git remote add origin ../far; "
         "git push -q origin {branch}; git branch -q -D {branch}; git update-ref -d "
         "refs/remotes/origin/{branch}\n"),
        ("detach", "git switch -d {tag}",
         ["[check out|switch to|go to] the [tag|commit|version] {tag}[ without a branch|]",
          "detach HEAD at {tag}"], ["git checkout the tag {tag}"],
         "Checks out {tag} without a branch", "git describe --tags; " + _HEAD,
         lambda s: [s.tag], _TRUNK + "git tag {tag}; put b 1; save Next\n"),
        ("discard-switch", "git switch --discard-changes {branch}",
         ["switch to [the branch|] {branch} and [throw away|discard] [my|the|all] [local|"
          "uncommitted] changes"], [], "Throws local changes away and switches to {branch}",
         _HEAD + "cat README.md; ", lambda s: [s.branch, "alpha"],
         _BEHIND + "echo b >>README.md\n"),
        ("orphan", "git switch --orphan {branch}",
         ["[create|start] [a|the|an empty] branch [called|named|] {branch} without [any|] history",
          "[create|start] [an|the] orphan branch {branch}"], [],
         "Starts the branch {branch} without history or files", _HEAD + "ls; ",
         lambda s: [s.branch], _TRUNK),
        ("delete", "git branch -d {branch}",
         ["[delete|remove] [the|the local|the merged|] [git|] branch {branch}"],
         ["git delete branch {branch}"], "Deletes the branch {branch}, if it is merged", _ALL,
         lambda s: ["trunk"], _TRUNK + "git branch {branch}\n"),
        ("delete-force", "git branch -D {branch}",
         ["[delete|remove] [the|the local|] branch {branch} even [if|though] it is not merged",
          "force the deletion of [the branch|the unmerged branch|] {branch}",
          "force delete [the|the git] branch {branch}"], [],
         "Deletes the branch {branch}, merged or not", _ALL, lambda s: ["trunk"], _SIDE),
        ("rename", "git branch -m {branch}",
         ["rename [the current|this] [git|] branch to {branch}",
          "[give|change] the current branch [the name|to the name] {branch}"],
         ["rename current branch {branch}"], "Renames the current branch to {branch}",
         _HEAD + _ALL, lambda s: [s.branch, *sorted([s.branch, "zzz"])],
         _TRUNK + "git branch zzz\n"),
        ("rename-other", "git branch -m {branch} {branch2}",
         ["rename [the|the git|] branch {branch} to {branch2}",
          "change the name of [the|the git|] branch {branch} to {branch2}"], [],
         "Renames the branch {branch} to {branch2}", _ALL,
         lambda s: sorted([s.branch2, "trunk"]), _SIDE),
        ("copy", "git branch -c {branch} {branch2}",
         ["copy [the|the git|] branch {branch} to [a new branch|a branch called|] {branch2}"], [],
         "Copies the branch {branch} to {branch2}", _ALL,
         lambda s: sorted([s.branch, s.branch2, "trunk"]), _SIDE),
        ("upstream", "git branch -u origin/{branch.raw}",
         ["[make|set] the current branch [track|to track] origin/{branch.raw}",
          "set [the|] upstream [of the current branch|] to {branch} [on|of] origin"], [],
         "Makes the current branch follow {branch} of origin",
         "git rev-parse --abbrev-ref @{u}; ", lambda s: [f"origin/{s.branch}"],
         _SIDE + "git init -q --bare ../far; git remote add origin ../far; git push -q --all\n"),
    ):  # fmt: skip
        yield changing(
            f"git_branches.{name}", run, say, [f"{explained}."], show, lines, history, ask
        )


def _tagging() -> Iterator[Task]:
    history = _TRUNK + "put b 1; save Next '' 2; git tag zero HEAD~1\n"
    three = _TRUNK + "for t in v1.9.0 v1.10.0 v1.2.0 beta; do git tag $t; done\n"
    for name, run, say, ask, explained, show, lines, before in (
        ("tag", "git tag {tag}",
         ["tag the [current|last|latest] commit [as|with] {tag}",
          "[create|make|add] [a|the] [git|] tag [called|named|] {tag}",
          "mark the current commit as {tag}"], ["git tag {tag}"],
         "Tags the current commit as {tag}", "git tag --points-at HEAD; ", lambda s: [s.tag],
         history),
        ("tag-annotated", "git tag -a {tag} -m {text}",
         ["[create|make|add] [an annotated|the annotated] tag {tag} with the message {text}",
          "tag the [current|last] commit as {tag} with the message {text}"], [],
         "Tags the current commit as {tag}, with the message {text}",
         "git cat-file -t {tag}; git tag -l {tag} --format='%(contents:subject)'; ",
         lambda s: ["tag", s["text"].data], history),
        ("tag-before", "git tag {tag} HEAD~1",
         ["tag the commit before the last [one|] [as|with] {tag}",
          "[create|add] the tag {tag} [on|at] the [second last|second to last] commit"], [],
         "Tags the commit before the last one as {tag}", "git log -1 --format=%s {tag}; ",
         lambda s: ["Start here"], history),
        ("tag-branch", "git tag {tag} {branch}",
         ["tag the [last commit|tip] of [the branch|] {branch} [as|with] {tag}"], [],
         "Tags the last commit of {branch} as {tag}", "git log -1 --format=%s {tag}; ",
         lambda s: ["On the side"], _SIDE),
        ("tag-delete", "git tag -d {tag}",
         ["[delete|remove] the [git|local|] tag {tag}"], ["git delete tag {tag}"],
         "Deletes the tag {tag}", "git tag; ", lambda s: ["zero"], history + "git tag {tag}\n"),
        ("tag-move", "git tag -f {tag}",
         ["move the [existing|] tag {tag} to the [current|last|latest] commit",
          "make the [existing|] tag {tag} point to the current commit"], [],
         "Moves the tag {tag} to the current commit", "git log -1 --format=%s {tag}; ",
         lambda s: ["Next"], history + "git tag {tag} HEAD~1\n"),
    ):  # fmt: skip
        yield changing(
            f"git_branches.{name}", run, say, [f"{explained}."], show, lines, before, ask
        )
    show = "[list|show|print] [the|all|all the|]"
    for name, run, say, ask, explained, lines in (
        ("tags", "git tag", [f"{show} [git|] tags", "show [which|what] tags there are"],
         ["[what|which] tags does this repository have?"], "Lists the tags",
         ["beta", "v1.10.0", "v1.2.0", "v1.9.0"]),
        ("tags-sorted", "git tag --sort=-v:refname",
         [f"{show} [git|] tags [sorted by|in the order of their|by] version, [newest|highest] "
          "first"], [], "Lists the tags by version, the highest first",
         ["v1.10.0", "v1.9.0", "v1.2.0", "beta"]),
        ("tags-releases", "git tag -l 'v*'", [f"{show} [git|] tags [that begin|beginning|"
                                               "starting] with v"], [],
         "Lists the tags that begin with v", ["v1.10.0", "v1.2.0", "v1.9.0"]),
        ("tags-count", "git tag | wc -l", ["count [the|all|] [git|] tags"],
         ["how many [git|] tags are there?"], "Counts the tags", ["4"]),
        ("tags-here", "git tag --points-at HEAD",
         [f"{show} [git|] tags [of|on|that point to] the current commit"],
         ["[which|what] tag is [on|at] the current commit?"], "Lists the tags of the current commit",
         ["beta", "v1.10.0", "v1.2.0", "v1.9.0"]),
    ):  # fmt: skip
        yield printing(
            f"git_branches.{name}", run, say, [f"{explained}."], lambda s, lines=lines: lines,
            three, ask,
        )  # fmt: skip
