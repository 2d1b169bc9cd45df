"""Bringing branches of git together: merging, rebasing, picking single commits."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import changing, printing

# The branch that all begin on is named unlike any that is drawn.
_SIDE = """git init -q -b trunk
put README.md alpha
save 'Start here' '' 9
git switch -q -c {branch}; put side 1; save 'On the side' '' 5
git switch -q trunk; put here 1; save 'Back home' '' 3
"""
_BEHIND = _SIDE.replace("put here 1; save 'Back home' '' 3", ":")
_AHEAD = _SIDE.replace("trunk; put here", "{branch}; put here")
_HEAD = "git branch --show-current; "
_LOG = "git log --format=%s; "


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _merging()
    yield from _rebasing()
    yield from _picking()


def _merging() -> Iterator[Task]:
    conflict = _SIDE.replace("put side 1", "put x 1").replace("put here 1", "put x 2")
    merged = lambda s: [f"Merge branch '{s.branch}' into trunk", "Back home", "On the side",
                        "Start here"]  # fmt: skip
    for name, run, say, ask, explained, show, lines, history in (
        ("merge", "git merge {branch}",
         ["merge [the|the git|] branch {branch} into [the current one|this one|the current branch]",
          "merge [the branch|] {branch}", "bring the [changes|commits] of the branch {branch} into "
          "the current [one|branch]"], ["git merge {branch}"],
         "Merges the branch {branch} into the current one", _LOG, merged, _SIDE),
        ("merge-no-ff", "git merge --no-ff {branch}",
         ["merge [the branch|] {branch} with a merge commit[ in any case|]",
          "merge [the branch|] {branch} without [fast-forwarding|a fast-forward]"],
         ["git merge {branch} no fast-forward"],
         "Merges the branch {branch} with a commit of its own even where none is needed", _LOG,
         lambda s: [f"Merge branch '{s.branch}' into trunk", "On the side", "Start here"],
         _BEHIND),
        ("merge-ff", "git merge --ff-only {branch}",
         ["merge [the branch|] {branch} only if [it is a fast-forward|no merge commit is needed]",
          "fast-forward [this branch|the current branch] to {branch}"], [],
         "Merges the branch {branch} only where that is a fast-forward", _LOG,
         lambda s: ["On the side", "Start here"], _BEHIND),
        ("merge-squash", "git merge --squash {branch}",
         ["[squash|bring] all commits of [the branch|] {branch} into [staged changes|the index]",
          "merge [the branch|] {branch} as [one|a single] change without committing",
          "squash merge [the branch|] {branch}"], ["git squash merge {branch}"],
         "Stages the changes of the branch {branch} as one, without a commit",
         _LOG + "git status --short; ", lambda s: ["Back home", "Start here", "A  side"], _SIDE),
        ("merge-message", "git merge -m {text} {branch}",
         ["merge [the branch|] {branch} with the [commit|] message {text}"], [],
         "Merges the branch {branch} with the message {text}", "git log -1 --format=%s; ls; ",
         lambda s: [s["text"].data, "README.md", "here", "side"], _SIDE),
        ("merge-no-commit", "git merge --no-commit {branch}",
         ["merge [the branch|] {branch} [but do not commit|without committing] [yet|]"], [],
         "Merges the branch {branch} without committing", "git log -1 --format=%s; ls; ",
         lambda s: ["Back home", "README.md", "here", "side"], _SIDE),
        ("merge-theirs", "git merge -X theirs {branch}",
         ["merge [the branch|] {branch} and [prefer|take] its [version|side] [in conflicts|where "
          "there are conflicts]"], [],
         "Merges the branch {branch}; where both changed a line, its version wins", "cat x; ",
         lambda s: ["1"], conflict),
        ("merge-ours", "git merge -X ours {branch}",
         ["merge [the branch|] {branch} and [prefer|keep|take] our [version|side] [in conflicts|"
          "where there are conflicts]"], [],
         "Merges the branch {branch}; where both changed a line, the version here wins",
         "cat x; ls; ", lambda s: ["2", "README.md", "side", "x"],
         conflict.replace("put x 1", "put x 1; put side 1")),
        ("merge-abort", "git merge --abort",
         ["[abort|cancel|give up|stop] the [current|conflicting|failed|] merge",
          "go back to [the state|where I was] before the merge[ with conflicts|]"],
         ["git cancel merge"], "Gives up a merge that has conflicts",
         "cat x; git status --short; ", lambda s: ["2"],
         conflict.replace("{branch}", "wip") + "git merge -q wip >&2\n"),
        ("take-ours", "git checkout --ours {file}",
         ["resolve the conflict in {file} with our version",
          "keep our version of {file} in the merge conflict"], [],
         "Takes our version of {file}, which has a conflict", "cat {file}; ", lambda s: ["2"],
         conflict.replace("{branch}", "wip").replace("put x", "put {file}")
         + "git merge -q wip >&2\n"),
        ("take-theirs", "git checkout --theirs {file}",
         ["resolve the conflict in {file} with their version",
          "take their version of {file} in the merge conflict"], [],
         "Takes their version of {file}, which has a conflict", "cat {file}; ", lambda s: ["1"],
         conflict.replace("{branch}", "wip").replace("put x", "put {file}")
         + "git merge -q wip >&2\n"),
    ):  # fmt: skip
        yield changing(
            f"git_merging.{name}", run, say, [f"{explained}."], show, lines, history, ask
        )
    yield printing(
        "git_merging.conflicts", "git diff --name-only --diff-filter=U",
        ["[list|show|print] [the|all|all the|] files [with|that have] merge conflicts",
         "[list|show] [the|] [conflicting|conflicted|unmerged] files[ of the merge|]"],
        ["Lists the files with merge conflicts."], lambda s: ["x"],
        conflict.replace("{branch}", "wip") + "git merge -q wip >&2; echo b >>README.md\n",
        ["which files [have|are in] conflict[s|] in git?"],
    )  # fmt: skip


def _rebasing() -> Iterator[Task]:
    conflict = _AHEAD.replace("{branch}", "wip").replace("put side 1", "put x 1") + (
        "git switch -q trunk; put x 9; save There '' 2; git switch -q wip\n"
    )
    stuck = conflict + "git rebase -q trunk >&2\n"
    for name, run, say, ask, explained, show, lines, history in (
        ("rebase", "git rebase {branch}",
         ["rebase [the current branch|this branch|my branch|] onto {branch}",
          "[put|move] my commits on top of [the branch|] {branch}"], ["git rebase onto {branch}"],
         "Puts the commits of the current branch on top of {branch}", _LOG,
         lambda s: ["Back home", "On the side", "Start here"], _SIDE),
        ("rebase-onto", "git rebase --onto {branch} {tag}",
         ["move the commits since {tag} onto [the branch|] {branch}",
          "rebase [only|] what came after {tag} onto {branch}"], [],
         "Puts the commits after {tag} on top of {branch}", _LOG,
         lambda s: ["Third", "On the side", "Start here"],
         _SIDE + "git tag {tag}; put third 1; save Third '' 1\n"),
        ("rebase-autostash", "git rebase --autostash {branch}",
         ["rebase onto {branch} and stash [my|] [local|uncommitted] changes meanwhile",
          "rebase onto {branch} with [a dirty working tree|uncommitted changes]"], [],
         "Rebases onto {branch}, with local changes put aside meanwhile",
         _LOG + "git status --short; ",
         lambda s: ["Back home", "On the side", "Start here", " M README.md"],
         _SIDE + "echo b >>README.md\n"),
        ("rebase-abort", "git rebase --abort",
         ["[abort|cancel|give up|stop] the [current|conflicting|] rebase",
          "go back to [the state|where I was] before the rebase"], ["git cancel rebase"],
         "Gives up a rebase and goes back to where it began", _HEAD + _LOG,
         lambda s: ["wip", "Back home", "On the side", "Start here"], stuck),
        ("rebase-continue", "git rebase --continue",
         ["[continue|go on with] the rebase [after resolving conflicts|now that the conflicts are "
          "resolved|]"], ["git resume rebase"], "Goes on with a rebase once conflicts are resolved",
         _HEAD + _LOG, lambda s: ["wip", "Back home", "On the side", "There", "Start here"],
         stuck + "echo 5 >x; git add x\n"),
        ("rebase-skip", "git rebase --skip",
         ["skip [this|the current|the conflicting] commit [of|in] the rebase[ and go on|]",
          "leave out the conflicting commit and go on with the rebase"], [],
         "Leaves out the commit with the conflict and goes on with the rebase",
         _HEAD + _LOG, lambda s: ["wip", "Back home", "There", "Start here"], stuck),
    ):  # fmt: skip
        yield changing(
            f"git_merging.{name}", run, say, [f"{explained}."], show, lines, history, ask
        )


def _picking() -> Iterator[Task]:
    history = _SIDE.replace("save 'On the side' '' 5", (
        "save First '' 7; put two 1; save 'On the side' '' 5; git tag {tag}"
    ))  # fmt: skip
    named = history.replace("{branch}", "wip")
    for name, run, say, ask, explained, show, lines, before in (
        ("pick", "git cherry-pick {tag}",
         ["cherry-pick [the commit|the commit tagged|] {tag}",
          "[copy|apply] the commit {tag} [onto|to] [this|the current] branch"],
         ["git cherry-pick {tag}"], "Applies the commit {tag} to the current branch",
         _LOG + "ls; ", lambda s: ["On the side", "Back home", "Start here", "README.md", "here",
                                  "two"], named),
        ("pick-last", "git cherry-pick {branch}",
         ["cherry-pick the [last|latest] commit of [the branch|] {branch}",
          "[copy|apply] the [last|latest] commit of the branch {branch} [here|to this branch]"], [],
         "Applies the last commit of {branch} to the current branch",
         _LOG + "ls; ", lambda s: ["On the side", "Back home", "Start here", "README.md", "here",
                                  "two"], history.replace("; git tag {tag}", "")),
        ("pick-staged", "git cherry-pick -n {tag}",
         ["apply the changes of [the commit|] {tag} [here|to this branch|] without committing",
          "cherry-pick {tag} [but do not commit|without a commit]"], [],
         "Applies the changes of {tag} without committing",
         _LOG + "git status --short; ", lambda s: ["Back home", "Start here", "A  two"], named),
        ("pick-noted", "git cherry-pick -x {tag}",
         ["cherry-pick {tag} and [note|mention|say] in the message where it came from"], [],
         "Applies the commit {tag} and notes its origin in the message",
         "git log -1 --format=%B | sed -E 's/[0-9a-f]{40}/HASH/; /^$/d'; ",
         lambda s: ["On the side", "(cherry picked from commit HASH)"], named),
    ):  # fmt: skip
        yield changing(f"git_merging.{name}", run, say, [f"{explained}."], show, lines, before, ask)
