"""What `git log` prints of the commits: in full, one line each, counted, with their changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.git.parts.criteria import Record


def _message(commit: Record) -> list[str]:
    return [f"commit <{commit.subject}>", f"Author: {commit.author}", "", f"    {commit.subject}"]


def _separated(found: Sequence[Record], lines: Callable[[Record], list[str]]) -> list[str]:
    every: list[str] = []
    for commit in found:
        every += ([""] if every else []) + lines(commit)
    return every


def _full(found: Sequence[Record], s: Bound) -> list[str]:
    return _separated(found, _message)


def _short(found: Sequence[Record], s: Bound) -> list[str]:
    return [f"<{commit.subject}> {commit.subject}" for commit in found]


def _stat(found: Sequence[Record], s: Bound) -> list[str]:
    change = " 1 file changed, 1 insertion(+)"
    return _separated(found, lambda c: [*_message(c), "", f" {c.path} | 1 +", change])


@dataclass(frozen=True)
class Form:
    """What is printed of the commits: the flags, the wordings around the criteria, the lines."""

    name: str
    flags: str
    lines: Callable[[Sequence[Record], Bound], list[str]]
    say: Sequence[str]
    ask: Sequence[str]
    explained: str
    pipe: str = ""
    pairs: bool = True
    """Whether it is also asked with two criteria."""


_SHOW = "[show|list|print|display|get|see]"
FORMS = (
    Form(
        "full",
        "",
        _full,
        (
            f"{_SHOW} [the|all|all the|] commits WHICH",
            "show the [git|] [log|history] of commits WHICH",
            f"{_SHOW} [the|all|] git commits WHICH",
            "look up the commits WHICH",
        ),
        ("git log of commits WHICH", "[what|which] commits are there WHICH?"),
        "Lists the commits WHICH",
    ),
    Form(
        "oneline",
        "--oneline",
        _short,
        (
            f"{_SHOW} [the|all|all the|] commits WHICH[,|] "
            "[one per line|on one line each|one line each|in short form|compactly]",
            f"{_SHOW} a [short|compact|one-line] [git|] [log|history|list] of [the|all|] commits "
            "WHICH",
        ),
        (
            "git oneline log of commits WHICH",
            "[compact|short|one-line] git [log|history] of commits WHICH",
        ),
        "Lists the commits WHICH, one line each",
    ),
    Form(
        "last",
        "--oneline -n {count}",
        lambda found, s: _short(found[: s.count], s),
        (
            f"{_SHOW} the [last|latest|newest|most recent] {{count}} commits WHICH[,|] "
            "[one per line|on one line each|in short form|one line each]",
            "list {count} commits WHICH at most, [newest first and|] one [per line|line each]",
            f"{_SHOW} no more than {{count}} of the commits WHICH, in short form",
        ),
        (
            "[newest|latest] {count} commits WHICH, compact",
            "[what|which] are the last {count} commits WHICH? one line each",
        ),
        "Lists the newest {count} of the commits WHICH, one line each",
    ),
    Form(
        "count",
        "--oneline",
        lambda found, s: [str(len(found))],
        (
            "count [the|all|all the|] commits WHICH",
            f"{_SHOW} [the number of|how many] commits WHICH [there are|exist|in this repository]",
        ),
        (
            "how many commits [are there|are in this repository|exist] WHICH?",
            "number of commits WHICH",
        ),
        "Counts the commits WHICH",
        " | wc -l",
    ),
    Form(
        "subjects",
        "--format=%s",
        lambda found, s: [commit.subject for commit in found],
        (
            f"{_SHOW} [only|just] the [messages|subjects|titles] of the commits WHICH",
            f"{_SHOW} the [messages|subjects] alone of [all|the] commits WHICH",
            "print what the commits WHICH say, [no hashes|only the first lines]",
        ),
        (
            "[subjects|titles|messages] of commits WHICH",
            "what do the commits WHICH say? only their [titles|subjects]",
        ),
        "Prints only the subjects of the commits WHICH",
    ),
    Form(
        "stat",
        "--stat",
        _stat,
        (
            f"{_SHOW} [the|all|] commits WHICH with [the files they changed|a summary of changed "
            "files|their diffstat|statistics of the changes]",
            f"{_SHOW} how much the commits WHICH changed in each file",
            "log the commits WHICH, each with its changed files and line counts",
        ),
        (
            "commits WHICH with [stats|diffstat]",
            "which files did the commits WHICH change, and by how many lines?",
        ),
        "Lists the commits WHICH, each with the number of lines it changed in every file",
        pairs=False,
    ),
    Form(
        "patch",
        "-p",
        lambda f, s: _separated(f, lambda c: [*_message(c), "", *c.patch]),
        (
            f"{_SHOW} [the|all|] commits WHICH with their [diffs|changes|patches|full diffs]",
            f"{_SHOW} the [diff|patch] of [every commit|all commits] WHICH",
            "go through the commits WHICH with all that they changed, line by line",
        ),
        (
            "commits WHICH with [diffs|patches]",
            "what exactly did the commits WHICH change, line by line?",
        ),
        "Lists the commits WHICH, each with its diff",
        pairs=False,
    ),
    Form(
        "reverse",
        "--oneline --reverse",
        lambda found, s: _short(found[::-1], s),
        (
            f"{_SHOW} [the|all|] commits WHICH[,|] [oldest first|starting with the oldest|in the "
            "order they were made], one [per line|line each]",
            f"{_SHOW} a compact log of the commits WHICH, oldest first",
            "list the commits WHICH from the first to the last, in short form",
        ),
        (
            "commits WHICH, oldest first, compact",
            "in [what|which] order were the commits WHICH made? short, oldest first",
        ),
        "Lists the commits WHICH, one line each, oldest first",
        pairs=False,
    ),
    Form(
        "authors",
        "--format=%an",
        lambda found, s: sorted({commit.author.split(" <")[0] for commit in found}),
        (
            f"{_SHOW} [the names of|] [the authors|all who wrote one] of the commits WHICH[,|] "
            "each [person|name|author] once",
            "name the authors of the commits WHICH, without repetitions",
            "list the people behind the commits WHICH, each name once",
        ),
        (
            "who wrote the commits WHICH? each name once",
            "authors of commits WHICH, no name twice",
        ),
        "Lists who wrote the commits WHICH, each name once",
        " | sort -u",
        pairs=False,
    ),
)
