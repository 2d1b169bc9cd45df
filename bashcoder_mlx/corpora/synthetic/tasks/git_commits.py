"""Single commits and ranges of git: shown, listed, counted."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git_log_criteria import patch
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import BASIC, printing

_SHOW = "[show|print|display|see]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    history = (
        "git init -q -b trunk; put a 1; save One '' 5; git tag {tag}; put b 2; put a 2; "
        "save Two '' 4; git tag -f {tag} >&2; put c 3; save Three '' 3\n"
    )
    plain = history.replace("git tag {tag}; ", "").replace("git tag -f {tag} >&2; ", "")
    dana = "Author: Dana <dana@home.test>"
    last = ["commit <Three>", dana, "", "    Three", ""]
    two = ["commit <Two>", dana, "", "    Two", ""]
    c = patch("c", [], ["3"])
    ab = [*patch("a", ["1"], ["1", "2"]), *patch("b", [], ["2"])]
    for name, run, say, ask, explained, lines, before in (
        ("show", "git show", [f"{_SHOW} the [last|latest|most recent] [git|] commit [with its "
                              "changes|and its diff|and what it changed]"],
         ["what did the last commit change?"], "Shows the last commit with its diff",
         [*last, *c], plain),
        ("show-tag", "git show {tag}", [f"{_SHOW} [the commit|what is tagged|] {{tag}} with its "
                                        "[changes|diff]", f"{_SHOW} what {{tag}} changed"],
         ["git show {tag}"], "Shows the commit {tag} with its diff", [*two, *ab], history),
        ("show-stat", "git show --stat",
         [f"{_SHOW} [which files and|] how many lines [of each file|] the last commit changed",
          f"{_SHOW} the last commit with a diffstat"], [],
         "Shows the last commit and how many lines of every file it changed",
         [*last, " c | 1 +", " 1 file changed, 1 insertion(+)"], plain),
        ("show-stat-tag", "git show --stat {tag}",
         [f"{_SHOW} [which files and|] how many lines [of each file|] the commit {{tag}} changed",
          f"{_SHOW} {{tag}} with a diffstat"], [],
         "Shows {tag} and how many lines of every file it changed",
         [*two, " a | 1 +", " b | 1 +", " 2 files changed, 2 insertions(+)"], history),
        ("show-names", "git show --name-only",
         [f"{_SHOW} the last commit [with|and] the names of [the|its] changed files"],
         ["[which|what] files did the last commit change?"],
         "Shows the last commit and the names of the files it changed", [*last, "c"], plain),
        ("show-names-tag", "git show --name-only --format= {tag}",
         ["list [only|] the files [changed in|that changed in|changed by] [the commit|] {tag}"],
         ["[which|what] files did the commit {tag} change?"],
         "Lists the files that the commit {tag} changed", ["a", "b"], history),
        ("show-message", "git log -1 --format=%B",
         [f"{_SHOW} [only|just] the [whole|full] message of the last commit"],
         ["what is the last commit message?", "last commit message"],
         "Prints the message of the last commit", ["Three", ""], plain),
        ("show-file", "git show {tag}:{file}",
         [f"{_SHOW} {{file}} as it was in {{tag}}", f"{_SHOW} the content of {{file}} at {{tag}}",
          "print the version of {file} [in|of|at] {tag}"], ["{file} at {tag}"],
         "Prints {file} as it was in {tag}", ["old"],
         BASIC + "put {file} old; save A; git tag {tag}; put {file} new; save B\n"),
        ("show-file-branch", "git show {branch}:{file}",
         [f"{_SHOW} {{file}} [as it is on|from|of] the branch {{branch}}",
          "print {file} from [the branch|] {branch} without switching [to it|branches]"],
         ["{file} on the branch {branch}"], "Prints {file} as it is on the branch {branch}",
         ["old"], "git init -q -b trunk; put {file} old; save A; git branch {branch}; "
         "put {file} new; save B\n"),
        ("log", "git log", [f"{_SHOW} the [git|commit] [history|log]",
                            f"{_SHOW} [all|all the|] commits of [this|the current] branch"],
         ["git history"], "Lists the commits of the current branch, newest first",
         [*last, *two, "commit <One>", dana, "", "    One"], plain),
        ("log-oneline", "git log --oneline",
         [f"{_SHOW} the [git|commit] [history|log] [one line per commit|with one line per commit|"
          "in short form|compactly]"], ["short git log", "compact git history"],
         "Lists the commits, one line each", ["<Three> Three", "<Two> Two", "<One> One"], plain),
        ("log-one", "git log -1",
         [f"{_SHOW} the [last|latest|most recent] [git|] commit[, without its changes|]",
          f"{_SHOW} [only|just] the last commit [of|in] the log"], ["last commit"],
         "Shows the last commit", last[:-1], plain),
        ("log-graph", "git log --oneline --graph --all",
         [f"{_SHOW} [the history of|] all branches as a [graph|tree]",
          f"{_SHOW} a [compact|one-line] [graph|tree] of [all commits|the commits] of all branches"],
         ["git graph of all branches"],
         "Draws the history of all branches as a graph, one line per commit",
         ["* <Three> Three", "* <Two> Two", "* <One> One"], plain),
        ("log-merges", "git log --oneline --merges",
         ["[list|show] [only|just] the merge commits, one line each",
          "[list|show|print] all merge commits [in short form|one per line]"],
         ["which merge commits are there?"], "Lists the merge commits, one line each",
         ["<Join> Join"], plain + "git switch -q -c s; put s 1; save S '' 2; git switch -q trunk; "
         "git merge -q --no-ff -m Join s\n"),
        ("log-no-merges", "git log --oneline --no-merges",
         ["[list|show] [the|all|] commits without [merges|merge commits], one line each",
          "[show|print] a short [git|] log that leaves out merge commits"], [],
         "Lists the commits that are no merges, one line each",
         ["<S> S", "<Three> Three", "<Two> Two", "<One> One"],
         plain + "git switch -q -c s; put s 1; save S '' 2; git switch -q trunk; "
         "git merge -q --no-ff -m Join s\n"),
        ("log-follow", "git log --oneline --follow {file}",
         ["[list|show] the commits [of|that changed] {file}, [across renames|also before it was "
          "renamed|renames included], one line each",
          "[show|follow] the [short|one-line] history of {file} [across|through] renames"],
         ["history of {file} across renames"],
         "Lists the commits that changed {file}, also under earlier names, one line each",
         ["<Renamed> Renamed", "<Made> Made"],
         BASIC + "put was 1 2 3; save Made; git mv was {file}; save Renamed\n"),
        ("log-missing", "git log --oneline {branch}..",
         ["[list|show] the commits [of the current branch|here] that are not [on|in] {branch}, one "
          "line each", "[list|show] what [this|the current] branch has that {branch} does not"],
         ["[which|what] commits are not [yet|] in {branch}?"],
         "Lists the commits of the current branch that {branch} lacks, one line each",
         ["<Three> Three", "<Two> Two"], plain + "git branch {branch} HEAD~2\n"),
        ("log-incoming", "git log --oneline ..{branch}",
         ["[list|show] the commits [of|on] {branch} that are not [here|in the current branch], one "
          "line each", "[list|show] what {branch} has that [this|the current] branch does not"],
         ["[which|what] commits of {branch} am I missing?"],
         "Lists the commits of {branch} that the current branch lacks, one line each",
         ["<More> More"], plain + "git switch -q -c {branch}; put m 1; save More; "
         "git switch -q trunk; put n 1; save Mine\n"),
        ("log-between", "git log --oneline {tag}..{tag2}",
         ["[list|show] the commits [between|from] {tag} [and|to] {tag2}, one line each",
          "[show|print] a short log [of what changed between|from] {tag} [and|to] {tag2}"],
         ["[which|what] commits are between {tag} and {tag2}?", "changelog from {tag} to {tag2}"],
         "Lists the commits between {tag} and {tag2}, one line each",
         ["<Two> Two"], plain + "git tag {tag} HEAD~2; git tag {tag2} HEAD~1\n"),
        ("log-since-tag", "git log --oneline {tag}..HEAD",
         ["[list|show] the commits [since|after] [the tag|] {tag}, one line each",
          "[show|print] a short log of [everything|all] since {tag}"],
         ["[which|what] commits were made since {tag}?", "commits since {tag}"],
         "Lists the commits since {tag}, one line each",
         ["<Three> Three", "<Two> Two"], plain + "git tag {tag} HEAD~2\n"),
        ("log-unpushed", "git log --oneline @{u}..",
         ["[list|show] [the|all|my|] [unpushed commits|commits not yet pushed], one line each",
          "[show|see] what I have not pushed yet"],
         ["[which|what] commits are not pushed yet?", "unpushed commits"],
         "Lists the commits that the remote branch does not have yet, one line each",
         ["<Mine> Mine"], plain + "git init -q --bare ../far; git remote add origin ../far; "
         "git push -q -u origin trunk; put n 1; save Mine\n"),
        ("count", "git rev-list --count HEAD",
         ["count [the|all|all the|] [git|] commits[ of this branch|]",
          f"{_SHOW} [the number of|how many] commits [of this branch|there are in this repository]"],
         ["how many commits does this [repository|repo|branch] have?", "number of commits"],
         "Prints the number of commits of the current branch", ["3"], plain),
        ("count-branch", "git rev-list --count {branch}",
         ["count [the|all|] commits [of|on] the branch {branch}"],
         ["how many commits does the branch {branch} have?"],
         "Prints the number of commits of the branch {branch}", ["2"],
         plain + "git branch {branch} HEAD~1\n"),
        ("authors", "git shortlog -sn HEAD",
         ["[list|show] [the|all|] [authors|contributors] with [their|the] number of commits",
          "count [the|] [git|] commits [per|by|of each] author", "rank [the|] contributors by "
          "[number of|their] commits"],
         ["who made the most commits?", "how many commits did [each|every] author make?"],
         "Lists the authors by their number of commits, most first",
         ["     3\tDana", "     1\tZed"], plain + "put z 1; save Z 'Zed <z@z.test>'\n"),
        ("dates", "git log --format='%h %an %s'",
         ["[list|show|print] [short hash|hash], author and [subject|message|title] of [all|every|"
          "the] commit[s|]"], [], "Lists the commits with their hash, author and subject",
         ["<Three> Dana Three", "<Two> Dana Two", "<One> Dana One"], plain),
        ("reflog", "git reflog",
         [f"{_SHOW} the reflog", f"{_SHOW} where HEAD [was|has been] [before|]",
          "[list|show] the earlier positions of HEAD"],
         ["where was HEAD before?"], "Lists where HEAD has been",
         ["<Two> HEAD@{0}: reset: moving to HEAD~1", "<Three> HEAD@{1}: commit: Three",
          "<Two> HEAD@{2}: commit: Two", "<One> HEAD@{3}: commit (initial): One"],
         plain + "git reset -q --hard HEAD~1\n"),
    ):  # fmt: skip
        yield printing(
            f"git_commits.{name}", run, say, [f"{explained}."], lambda s, lines=lines: lines, before,
            ask,
        )  # fmt: skip
