"""Histories of git: commits by author, age, message, path and branch, in every form of output.

Every combination of criteria is tried on commits that meet all, some and none of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from bashcoder_mlx.corpora.synthetic.slots import named, words
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.git_repository import printing


@dataclass(frozen=True)
class _Criterion:
    """Which commits: as git says it, as people say it, and how to make one that meets it."""

    name: str
    flag: str
    english: str
    explained: str
    part: str
    """What of a commit it is about: author, subject, age or path."""
    meets: str
    """The value of that part in a commit that meets it, as bash with slots."""
    last: bool = False
    """Whether the flag stands at the end of the command."""


_CRITERIA = (
    _Criterion(
        "author", "--author={user}", "[by|from|made by|written by|of] {user}", "by {user}",
        "author", "{user} <x@home.test>",
    ),
    _Criterion(
        "since", "--since='{days} days ago'", "[from|of|in|made in|since] the last {days.last}",
        "of the last {days.last}", "age", "$(({days} - 1))",
    ),
    _Criterion(
        "until", "--until='{days} days ago'", "[older than|from more than|made more than] {days}"
        "[ ago|]", "older than {days}", "age", "$(({days} + 2))",
    ),
    _Criterion(
        "grep", "--grep={word}",
        "[with|whose message contains|that mention|mentioning|with a message about] {word}",
        "whose message contains {word}", "subject", "Handle {word} again",
    ),
    _Criterion(
        "grep-case", "-i --grep={word}",
        "[whose message contains|that mention|mentioning] {word} [in any case|ignoring case|"
        "in upper or lower case]", "whose message contains {word} in any case", "subject",
        "Handle $(echo {word} | tr '[:lower:]' '[:upper:]') again",
    ),
    _Criterion(
        "path", "-- {file}",
        "[that changed|that touched|that affect|of|for|touching] {file}", "that changed {file}",
        "path", "{file}", last=True,
    ),
    _Criterion(
        "dir", "-- {dir}",
        "[that changed|that touched|touching] [something|anything|files|a file] in {dir}",
        "that changed something in {dir}", "path", "{dir}/main.c", last=True,
    ),
    _Criterion(
        "added", "-S {word2}",
        "[that added or removed|that add or remove] [the text|the string] {word2}",
        "that added or removed the text {word2}", "text", "{word2}",
    ),
)  # fmt: skip
_OTHER = {
    "author": "Zed Quux <zq@other.test>",
    "age": {"since": "$(({days} + 2))", "until": "$(({days} - 1))"},
    "subject": "Tidy the rest",
    "path": "other/Makefile",
    "text": "nothing",
}
_PLAIN = {
    "author": "Dana <dana@home.test>", "age": "1", "subject": "Go on", "path": "src/app.py",
    "text": "line",
}  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for chosen in _choices():
        for form in _FORMS:
            if form.name not in ("patch", "first", "stat", "reverse") or len(chosen) == 1:
                yield _task(chosen, form)
    yield from _whole()


def _choices() -> Iterator[tuple[_Criterion, ...]]:
    yield from ((one,) for one in _CRITERIA)
    for pair in combinations(_CRITERIA, 2):
        if pair[0].part != pair[1].part and "added" not in (pair[0].name, pair[1].name):
            yield pair


@dataclass(frozen=True)
class _Form:
    """What is printed of the commits: the flags, the wordings around the criteria, the lines."""

    name: str
    flags: str
    say: Sequence[str]
    ask: Sequence[str]
    explained: str
    pipe: str = ""


_SHOW = "[show|list|print|display|get|give me|see]"
_FORMS = (
    _Form(
        "full", "",
        (f"{_SHOW} [the|all|all the|] commits WHICH", "show the [git|] [log|history] WHICH",
         f"{_SHOW} [the|all|] git commits WHICH", "look up the commits WHICH"),
        ("git log of commits WHICH", "[what|which] commits are there WHICH?"),
        "Lists the commits WHICH",
    ),
    _Form(
        "oneline", "--oneline",
        (f"{_SHOW} [the|all|all the|] commits WHICH[,|] "
         "[one per line|on one line each|one line each|in short form|compactly]",
         f"{_SHOW} a [short|compact|one-line] [git|] [log|history|list] of [the|all|] commits "
         "WHICH"),
        ("git oneline log of commits WHICH",
         "[compact|short|one-line] git [log|history] of commits WHICH"),
        "Lists the commits WHICH, one line each",
    ),
    _Form(
        "last", "--oneline -n {count}",
        (f"{_SHOW} the [last|latest|newest|most recent] {{count}} commits WHICH[,|] "
         "[one per line|on one line each|in short form|one line each]",
         "list {count} commits WHICH at most, [newest first and|] one [per line|line each]"),
        (),
        "Lists the newest {count} of the commits WHICH, one line each",
    ),
    _Form(
        "count", "--oneline",
        ("count [the|all|all the|] commits WHICH",
         f"{_SHOW} [the number of|how many] commits WHICH[ there are|]"),
        ("how many commits [are there|are] WHICH?", "number of commits WHICH"),
        "Counts the commits WHICH", " | wc -l",
    ),
    _Form(
        "subjects", "--format=%s",
        (f"{_SHOW} [only|just] the [messages|subjects|titles|subject lines] of the commits WHICH",
         f"{_SHOW} the commit [messages|subjects] alone of [all|the] commits WHICH"),
        (),
        "Prints only the subjects of the commits WHICH",
    ),
    _Form(
        "stat", "--stat",
        (f"{_SHOW} [the|all|] commits WHICH with [the files they changed|a summary of changed "
         "files|their diffstat|statistics of the changes]",
         f"{_SHOW} how much the commits WHICH changed in each file"),
        (),
        "Lists the commits WHICH, each with the number of lines it changed in every file",
    ),
    _Form(
        "patch", "-p",
        (f"{_SHOW} [the|all|] commits WHICH with their [diffs|changes|patches|full diffs]",
         f"{_SHOW} the [diff|patch] of [every commit|all commits] WHICH"),
        (),
        "Lists the commits WHICH, each with its diff",
    ),
    _Form(
        "first", "--oneline --reverse",
        (f"{_SHOW} [the|all|] commits WHICH[,|] [oldest first|starting with the oldest|in the "
         "order they were made], one [per line|line each]",),
        (),
        "Lists the commits WHICH, one line each, oldest first",
    ),
    _Form(
        "authors", "--format=%an",
        (f"{_SHOW} [the names of|] [the authors|everyone who wrote one] of the commits WHICH[,|] "
         "each [person|name|author] once",),
        (),
        "Lists who wrote the commits WHICH, each name once", " | sort -u",
    ),
)  # fmt: skip


def _task(chosen: Sequence[_Criterion], form: _Form) -> Task:
    ends = [one.flag for one in chosen if one.last]
    inner = [one.flag for one in chosen if not one.last]
    run = " ".join(["git log", *filter(None, [form.flags]), *inner, *ends]) + form.pipe
    which = " and ".join(one.explained for one in chosen)
    return printing(
        "git_log." + "-".join([form.name, *(one.name for one in chosen)]),
        run,
        list(_worded(form.say, chosen)),
        [f"{form.explained.replace('WHICH', which)}."],
        lambda s: _printed(form.name, _meeting(chosen), s),
        _history(chosen, "{count}" in form.flags),
        list(_worded(form.ask, chosen)),
        weight=1.0 if len(chosen) == 1 else 0.5,
    )


def _worded(texts: Sequence[str], chosen: Sequence[_Criterion]) -> Iterator[str]:
    orders = [chosen] if len(chosen) == 1 else [chosen, chosen[::-1]]
    for text, order in product(texts, orders):
        yield text.replace("WHICH", " [and |]".join(one.english for one in order))


def _commits(chosen: Sequence[_Criterion]) -> Iterator[tuple[bool, dict[str, str]]]:
    """Whether a commit meets all criteria, and its parts; one for every mixture, some twice."""
    mixtures = [*product((False, True), repeat=len(chosen)), (True,) * len(chosen)]
    for mixture in mixtures:
        parts = dict(_PLAIN)
        for criterion, meets in zip(chosen, mixture, strict=True):
            other = _OTHER[criterion.part]
            if isinstance(other, dict):
                other = other[criterion.name]
            parts[criterion.part] = criterion.meets if meets else other
        yield all(mixture), parts


def _history(chosen: Sequence[_Criterion], limited: bool) -> str:
    """Bash that makes the commits, oldest first where age matters."""
    lines = ["git init -q"]
    for number, (_, parts) in _ordered(chosen):
        lines.append(
            f'put "{parts["path"]}" {parts["text"]} {number}; '
            f'save "{parts["subject"]} ({number})" "{parts["author"]}" {parts["age"]}'
        )
    if limited:  # more than are asked for
        last = lines[-1].replace(f"({len(lines) - 2})", "($i)").replace(
            f" {len(lines) - 2};", " $i;"
        )
        lines.append(f"for i in {{100..220}}; do {last}; done" if False else "")
    return "\n".join(lines) + "\n"
