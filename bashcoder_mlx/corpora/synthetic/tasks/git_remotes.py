"""Other copies of a git repository: remotes, cloning, fetching, pulling, pushing.

The remote is a bare repository beside the folder; addresses elsewhere go to a stub of git.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import BASIC, changing, printing

_FAR = """git init -q --bare -b trunk ../far
git init -q -b trunk; put a 1; save One '' 5
git remote add origin ../far; git push -q -u origin trunk
git init -q --bare ../back
"""
"""trunk, pushed to origin."""
_MINE = _FAR + "put mine 1; save Mine '' 3\n"
_THEIRS = _FAR + (
    "put theirs 1; save Theirs '' 3; git push -q; git reset -q --hard HEAD~1; "
    "git update-ref refs/remotes/origin/trunk HEAD\n"
)
"""origin is one commit ahead, and that is not known here."""
_THERE = "git -C ../far log trunk --format=%s; "
_LOG = "git log --format=%s; "


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _remotes()
    yield from _clones()
    yield from _fetches()
    yield from _pushes()


def _remotes() -> Iterator[Task]:
    name = {"stem": one_of("upstream", "backup", "fork", "mirror", "company", "gitlab", "github",
                           "server", "nas", "staging", "production", "heroku")}  # fmt: skip
    two = BASIC + "git remote add origin u1; git remote add {stem} u2\n"
    fixed = two.replace("{stem}", "nas")
    for task, run, say, ask, explained, show, lines, before in (
        ("add", "git remote add origin {repo}",
         ["[add|set] {repo} as [the remote|the remote repository|remote] origin",
          "[connect|link] this [repository|repo] to {repo}",
          "[add|set] [a|the] [git|] remote [called|named|] origin with the [URL|address] {repo}"],
         ["git remote origin {repo}"], "Adds {repo} as the remote origin", "git remote -v; ",
         lambda s: [f"origin\t{s.repo} (fetch)", f"origin\t{s.repo} (push)"], BASIC),
        ("add-named", "git remote add {stem} {repo}",
         ["add {repo} as [a|the] [git|] remote [called|named|] {stem}",
          "[add|set up] [a|the] remote {stem} [with the address|at|for] {repo}"], [],
         "Adds {repo} as the remote {stem}", "git config remote.{stem}.url; ",
         lambda s: [s.repo], BASIC),
        ("url", "git remote set-url origin {repo}",
         ["change the [URL|address] of [the remote|] origin to {repo}",
          "[point|switch] [the remote|] origin to {repo}"], ["new url of origin {repo}"],
         "Changes the address of origin to {repo}", "git config remote.origin.url; ",
         lambda s: [s.repo], fixed),
        ("rename", "git remote rename origin {stem}",
         ["rename the remote origin to {stem}"], [], "Renames the remote origin to {stem}",
         "git remote; ", lambda s: sorted([s.stem, "u"]),
         BASIC + "git remote add origin u1; git remote add u u2\n"),
        ("remove", "git remote remove {stem}",
         ["[remove|delete] the [git|] remote {stem}"], ["git remove remote {stem}"],
         "Removes the remote {stem}", "git remote; ", lambda s: ["origin"], two),
    ):  # fmt: skip
        yield changing(
            f"git_remotes.{task}", run, say, [f"{explained}."], show, lines, before, ask,
            slots=name if "{stem}" in run else {},
        )  # fmt: skip
    show = "[show|list|print] [the|all|all the|]"
    for task, run, say, ask, explained, lines in (
        ("list", "git remote -v", [f"{show} [git|] remotes [and|with] their [URLs|addresses]"],
         ["where does this repository push to?"], "Lists the remotes with their addresses",
         ["nas\tu2 (fetch)", "nas\tu2 (push)", "origin\tu1 (fetch)", "origin\tu1 (push)"]),
        ("names", "git remote", [f"{show} names of the [git|] remotes", f"{show} [git|] remotes"],
         ["[what|which] remotes are there?"], "Lists the names of the remotes", ["nas", "origin"]),
        ("get-url", "git remote get-url origin",
         ["[show|print|get] the [URL|address] of [the remote|] origin"],
         ["what is the [URL|address] of origin?", "url of origin"],
         "Prints the address of origin", ["u1"]),
    ):  # fmt: skip
        yield printing(
            f"git_remotes.{task}", run, say, [f"{explained}."], lambda s, lines=lines: lines,
            fixed, ask,
        )  # fmt: skip


def _clones() -> Iterator[Task]:
    for name, flags, end, say, ask, explained in (
        ("plain", "", "", ["clone {repo}", "[download|get] [a copy of|] the [git|] repository "
                           "{repo}", "git clone {repo}"], ["git clone {repo}"],
         "Clones the repository {repo}"),
        ("into", "", "{dir}", ["clone {repo} into {dir}", "[download|get] the repository {repo} "
                               "into {dir}"], [], "Clones the repository {repo} into {dir}"),
        ("shallow", "--depth 1", "", ["clone {repo} without its history",
                                      "clone only the [latest|last] commit of {repo}",
                                      "make a shallow clone of {repo}"], ["shallow clone {repo}"],
         "Clones only the last commit of {repo}"),
        ("depth", "--depth {count}", "", ["clone {repo} with [only|] the last {count} commits",
                                          "make a shallow clone of {repo} with {count} commits"],
         [], "Clones {repo} with its last {count} commits"),
        ("branch", "-b {branch}", "", ["clone the branch {branch} [of|from] {repo}", "clone {repo} and [switch to|check out] "
                                       "[the branch|] {branch}"], ["clone {repo} branch {branch}"],
         "Clones {repo} and checks out the branch {branch}"),
        ("single", "-b {branch} --single-branch", "",
         ["clone only the branch {branch} of {repo}[ and no other|]"], [],
         "Clones only the branch {branch} of {repo}"),
        ("submodules", "--recurse-submodules", "",
         ["clone {repo} [with|and|together with] its submodules"], [],
         "Clones {repo} with its submodules"),
        ("bare", "--bare", "", ["[make|create] a bare clone of {repo}",
                                "clone {repo} without a working tree"], [],
         "Clones {repo} without a working tree"),
        ("mirror", "--mirror", "", ["[make|create] a [full|] mirror of [the repository|] {repo}",
                                    "mirror {repo} with all its refs"], [],
         "Clones {repo} with all its branches, tags and other refs as a mirror"),
    ):  # fmt: skip
        words = ["git", "clone", *flags.split(), "{repo}", *filter(None, [end])]
        yield Task(
            name=f"git_remotes.clone-{name}",
            say=say,
            ask=ask,
            run=" ".join(words),
            explain=[f"{explained}."],
            setup=nothing,
            expect=lambda world, s, words=words: Outcome(calls=[[_word(w, s) for w in words]]),
            stubs=("git",),
        )
    yield changing(
        "git_remotes.clone-local", "git clone {stem}.git {dir}",
        ["clone the [local|bare] repository {stem}.git into {dir}",
         "[make|check out] a working copy of {stem}.git in {dir}"],
        ["Clones {stem}.git, a repository of this machine, into {dir}."],
        "git -C {dir} log --format=%s; git -C {dir} remote; ",
        lambda s: ["Start here", "origin"],
        BASIC + "git init -q --bare {stem}.git; git push -q {stem}.git main\n",
    )  # fmt: skip
    yield changing(
        "git_remotes.clone-copy", "git clone {dir} {dir2}",
        ["clone the [local|] repository in {dir} [to|into] {dir2}"],
        ["Clones the repository in {dir} into {dir2}."],
        "git -C {dir2} log --format=%s; ls {dir2}; ", lambda s: ["Start here", "README.md", "src"],
        "git init -q {dir}; cd {dir}; " + BASIC + "cd \"$top\"\n",
    )  # fmt: skip


def _word(word: str, s) -> str:
    return str(s[word[1:-1]].data) if word.startswith("{") else word


def _fetches() -> Iterator[Task]:
    gone = _FAR + ("git push -q origin trunk:old; git fetch -q; git -C ../far branch -q -D old\n")
    side = _FAR + (
        "git switch -q -c {branch}; put s 1; save Side '' 2; git push -q origin {branch}; "
        "git switch -q trunk\n"
    )
    refs = "git for-each-ref --format='%(refname:short)' refs/remotes; "
    tagged = _THEIRS + "git -C ../far tag extra; git -C ../far branch new\n"
    for name, run, say, ask, explained, show, lines, before in (
        ("fetch", "git fetch",
         ["[fetch|get|download] [the|all|] [new|latest|] commits [from|of] the remote without "
          "merging [them|]", "update the remote branches without [changing|touching] mine"],
         ["git fetch"], "Gets the new commits of the remote without merging them",
         _LOG + "git log -1 --format=%s origin/trunk; ", lambda s: ["One", "Theirs"], _THEIRS),
        ("fetch-branch", "git fetch origin {branch}",
         ["[fetch|get] [only|just|] the branch {branch} from [origin|the remote]"], [],
         "Gets the branch {branch} from origin", "git log -1 --format=%s FETCH_HEAD; ",
         lambda s: ["Side"], side),
        ("fetch-all", "git fetch --all",
         ["fetch [from|] all remotes", "get the new commits of [all|every] remote[s|]"], [],
         "Gets the new commits of all remotes", refs,
         lambda s: ["b/x", "origin/trunk"],
         _FAR + "git remote add b ../back; git push -q ../back trunk:x\n"),
        ("fetch-prune", "git fetch -p",
         ["fetch and [remove|forget|prune] remote branches that [no longer exist|were deleted]",
          "[clean up|prune] [stale|deleted] remote branches [while|when] fetching"], [],
         "Gets what is new and forgets remote branches that are gone", refs,
         lambda s: ["origin/trunk"], gone),
        ("prune", "git remote prune origin",
         ["[remove|forget|prune] [the|] branches of origin that [no longer exist there|were "
          "deleted there]"], [], "Forgets the branches that origin no longer has", refs,
         lambda s: ["origin/trunk"], gone),
        ("fetch-tags", "git fetch -t",
         ["fetch [all|the|all the] tags [from|of] the remote"], ["git fetch tags"],
         "Gets all tags of the remote", "git tag; ", lambda s: ["extra"], tagged),
        ("pull", "git pull",
         ["pull [the|] [latest|newest|] [changes|commits][ from the remote|]",
          "update [this|the current|my] branch from the remote",
          "[get|fetch] the [latest|newest] changes from the remote and merge them"],
         ["git pull"], "Gets the new commits of the remote and merges them", _LOG,
         lambda s: ["Theirs", "One"], _THEIRS),
        ("pull-branch", "git pull origin {branch}",
         ["pull [the branch|] {branch} from origin",
          "[get|fetch] {branch} from origin and merge it into the current branch"], [],
         "Gets the branch {branch} from origin and merges it", _LOG, lambda s: ["Side", "One"],
         side),
        ("pull-rebase", "git pull --rebase",
         ["pull [and|with] [rebase|rebasing][ instead of merging|]",
          "pull and put my [own|local] commits on top of the new ones",
          "update from the remote without a merge commit, [by rebasing|using rebase]"],
         ["git pull with rebase"], "Gets the new commits and puts one's own on top of them", _LOG,
         lambda s: ["Mine", "Theirs", "One"], _THEIRS + "put mine 1; save Mine '' 2\n"),
        ("pull-ff", "git pull --ff-only",
         ["pull only if [it is a fast-forward|no merge is needed]",
          "pull but never [make a merge commit|merge]"], [],
         "Gets the new commits only where no merge is needed", _LOG,
         lambda s: ["Theirs", "One"], _THEIRS),
        ("pull-autostash", "git pull --rebase --autostash",
         ["pull with rebase and stash [my|] local changes meanwhile",
          "pull and rebase even though I have uncommitted changes"], [],
         "Pulls with rebase, with local changes put aside meanwhile",
         _LOG + "git status --short; ", lambda s: ["Theirs", "One", " M a"],
         _THEIRS + "echo 2 >>a\n"),
    ):  # fmt: skip
        yield changing(f"git_remotes.{name}", run, say, [f"{explained}."], show, lines, before, ask)


def _pushes() -> Iterator[Task]:
    branches = "git -C ../far branch --format='%(refname:short)'; "
    side = _FAR + "git switch -q -c {branch}; put s 1; save Side '' 2\n"
    tags = "git -C ../far tag; "
    for name, run, say, ask, explained, show, lines, before in (
        ("push", "git push",
         ["push [my|the|] [commits|changes|local commits][ to the remote|]",
          "[upload|send] [my|the] commits to the remote [repository|]",
          "push the current branch"], ["git push"],
         "Pushes the commits of the current branch to its remote", _THERE,
         lambda s: ["Mine", "One"], _MINE),
        ("push-new", "git push -u origin {branch}",
         ["push the [new|] branch {branch} to origin and [track it|set the upstream]",
          "push [the branch|] {branch} to origin for the first time",
          "publish the branch {branch} on origin"], ["git push new branch {branch}"],
         "Pushes the branch {branch} to origin and lets it follow that one",
         branches + "git rev-parse --abbrev-ref @{u}; ",
         lambda s: [*sorted([s.branch, "trunk"]), f"origin/{s.branch}"], side),
        ("push-branch", "git push origin {branch}",
         ["push [only|] the branch {branch} to origin[ without tracking it|]"], [],
         "Pushes the branch {branch} to origin", branches,
         lambda s: sorted([s.branch, "trunk"]), side + "git switch -q trunk\n"),
        ("push-head", "git push -u origin HEAD",
         ["push the current branch to origin under the same name[ and track it|]",
          "publish the current branch[ on origin|]"], [],
         "Pushes the current branch to origin under its name and lets it follow that one",
         branches, lambda s: ["side", "trunk"], side.replace("{branch}", "side")),
        ("push-as", "git push origin {branch}:{branch2}",
         ["push [the local branch|the branch|] {branch} to origin as {branch2}",
          "push {branch} to the [remote branch|branch] {branch2} of origin"], [],
         "Pushes the branch {branch} to origin as {branch2}", branches,
         lambda s: sorted([s.branch2, "trunk"]), side),
        ("push-delete", "git push -d origin {branch}",
         ["[delete|remove] the [remote branch {branch}|branch {branch} on origin|branch {branch} "
          "from the remote]"], ["git delete remote branch {branch}"],
         "Deletes the branch {branch} of origin", branches, lambda s: ["trunk"],
         side + "git push -q origin {branch}\n"),
        ("push-force", "git push --force-with-lease",
         ["[force|overwrite the remote branch with a] [push|forced push] [but|,] only if nobody "
          "else [pushed|has pushed]", "[safely force push|force push safely]"],
         ["safe force push"],
         "Overwrites the remote branch unless someone else has pushed to it", _THERE,
         lambda s: ["Again"], _FAR + "git commit -q --amend -m Again\n"),
        ("push-force-all", "git push -f",
         ["force [push|a push][, whatever is on the remote|]",
          "push and overwrite the remote branch[ in any case|]"], ["git force push"],
         "Overwrites the remote branch with the local one", _THERE, lambda s: ["Again"],
         _FAR + "git commit -q --amend -m Again; git push -q ../back; git -C ../far branch -f x\n"),
        ("push-tag", "git push origin {tag}",
         ["push the tag {tag} [to origin|to the remote|]", "[publish|upload] the tag {tag}"],
         ["git push tag {tag}"], "Pushes the tag {tag} to origin", tags, lambda s: [s.tag],
         _FAR + "git tag {tag}; git tag other\n"),
        ("push-tags", "git push --tags",
         ["push [all|the|all the|my] tags[ to the remote|]"], ["git push tags"],
         "Pushes all tags", tags, lambda s: ["v1", "v2"], _FAR + "git tag v1; git tag v2\n"),
        ("push-tag-delete", "git push -d origin {tag}",
         ["[delete|remove] the tag {tag} [on|from] [origin|the remote]"],
         ["git delete remote tag {tag}"], "Deletes the tag {tag} of origin", tags,
         lambda s: ["other"], _FAR + "git tag {tag}; git tag other; git push -q --tags\n"),
        ("push-all", "git push --all",
         ["push all [local|my|] branches[ to the remote|]"], ["git push all branches"],
         "Pushes all branches", branches, lambda s: ["one", "trunk"],
         _FAR + "git branch one\n"),
        ("push-dry", "git push -n",
         ["[simulate|do a dry run of] [a|the] git push",
          "show what git push would do without pushing[ anything|]"], [],
         "Shows what would be pushed, without pushing", _THERE, lambda s: ["One"], _MINE),
    ):  # fmt: skip
        yield changing(f"git_remotes.{name}", run, say, [f"{explained}."], show, lines, before, ask)
