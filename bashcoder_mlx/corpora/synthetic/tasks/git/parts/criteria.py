"""Which commits `git log` shows: the criteria, and commits that meet all, some or none of them."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound


@dataclass(frozen=True)
class Criterion:
    """As git says it, as people say it, and what meets it or just fails to."""

    name: str
    flag: str
    english: str
    explained: str
    part: str
    """What of a commit it is about."""
    meets: str
    """That part of a commit that meets it: text for a bash string in double quotes."""
    fails: str
    """That part of a commit that does not."""
    oldest_first: bool = False
    """Whether it is the older commits that meet it."""
    last: bool = False
    """Whether the flag stands at the end of the command."""


CRITERIA = (
    Criterion(
        "author",
        "--author={user}",
        "[by|from|made by|written by|of] {user}",
        "by {user}",
        "author",
        "{user.raw} <x@home.test>",
        "Zed Quux <zq@other.test>",
    ),
    Criterion(
        "since",
        "--since='{days} days ago'",
        "[from|of|in|made in|within|over] the last {days.last}",
        "of the last {days.last}",
        "age",
        "$(({days} - 1))",
        "$(({days} + 2))",
    ),
    Criterion(
        "until",
        "--until='{days} days ago'",
        "[older than {days}|made more than {days} ago|from more than {days} ago]",
        "made more than {days} ago",
        "age",
        "$(({days} + 2))",
        "$(({days} - 1))",
        True,
    ),
    Criterion(
        "grep",
        "--grep={word}",
        "[with {word} in the message|whose message contains {word}|that mention {word}|"
        "mentioning {word}|with a message about {word}]",
        "whose message contains {word}",
        "subject",
        "Handle {word} again",
        "Handle $(swap {word}) again",
    ),
    Criterion(
        "grep-case",
        "-i --grep={word}",
        "[whose message contains|that mention|mentioning|with a message about] {word} "
        "[in any case|ignoring case|in upper or lower case|whatever the case]",
        "whose message contains {word} in any case",
        "subject",
        "Handle $(swap {word}) again",
        "Tidy the rest",
    ),
    Criterion(
        "path",
        "-- {file}",
        "[that changed|that touched|that affect|of|for|touching] {file}",
        "that changed {file}",
        "path",
        "{file.raw}",
        "{file.raw}.orig",
        last=True,
    ),
    Criterion(
        "dir",
        "-- {dir}",
        "[that changed|that touched|touching] [something|anything|files|any file] in {dir}",
        "that changed something in {dir}",
        "path",
        "{dir.raw}/a/main.c",
        "other/{dir.raw}/main.c",
        last=True,
    ),
    Criterion(
        "text",
        "-S {word2}",
        "[that added or removed|that add or remove] [the text|the string|] {word2}",
        "that added or removed the text {word2}",
        "text",
        "{word2}",
        "$(swap {word2})",
    ),
)
_PLAIN = {
    "author": "Dana <dana@home.test>",
    "age": "1",
    "subject": "Go on",
    "path": "src/app.zig",
    "text": "line",
}
_OTHER = {"author": "Zed Quux <zq@other.test>"}


@dataclass(frozen=True)
class Commit:
    """The parts of a commit, as templates, and whether it meets all criteria."""

    number: int
    parts: dict[str, str]
    wanted: bool
    repeated: bool = False
    """Whether it is made {count} times more, with the numbers 101, 102 …"""


def commits(chosen: Sequence[Criterion], wanted: int = 2, repeated: bool = False) -> list[Commit]:
    """Commits in the order of their age, one for every mixture of criteria met and not.

    Args:
        wanted: how many meet all.
        repeated: whether the newest of those is made {count} times more.
    """
    mixtures = [
        *product((False, True), repeat=len(chosen)),
        *[(True,) * len(chosen)] * (wanted - 1),
    ]
    for index, criterion in enumerate(chosen):
        if criterion.part == "age":
            mixtures.sort(key=lambda mixture: mixture[index] is not criterion.oldest_first)
    if any(criterion.oldest_first for criterion in chosen):
        mixtures.sort(key=lambda mixture: not mixture[_age(chosen)])
    made = []
    for number, mixture in enumerate(mixtures, 1):
        pairs = zip(chosen, mixture, strict=True)
        plain = _PLAIN if all(mixture) else _PLAIN | _OTHER
        parts = plain | {c.part: c.meets if met else c.fails for c, met in pairs}
        made.append(Commit(number, parts, all(mixture)))
    if repeated:
        at = max(index for index, commit in enumerate(made) if commit.wanted)
        made[at] = Commit(made[at].number, made[at].parts, True, True)
    return made


def _age(chosen: Sequence[Criterion]) -> int:
    return next(index for index, criterion in enumerate(chosen) if criterion.part == "age")


def history(made: Sequence[Commit]) -> str:
    """Bash that makes the commits."""
    lines = ["git init -q"]
    for commit in made:
        parts = commit.parts
        text = (
            f'put "{parts["path"]}" "{parts["text"]} $i"; '
            f'save "{parts["subject"]} ($i)" "{parts["author"]}" "{parts["age"]}"'
        )
        more = " $(seq 101 $((100 + {count})))" if commit.repeated else ""
        lines.append(f"for i in {commit.number}{more}; do {text}; done")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Record:
    """One commit with its values."""

    subject: str
    author: str
    path: str
    patch: list[str]


def meeting(made: Sequence[Commit], s: Bound) -> list[Record]:
    """The commits that meet all criteria, newest first."""
    found: list[Record] = []
    files: dict[str, list[str]] = {}
    for commit in made:
        more = range(101, 101 + s.count) if commit.repeated else ()
        for number in (commit.number, *more):
            filled = {name: _filled(text, s) for name, text in commit.parts.items()}
            old = files.get(filled["path"], [])
            files[filled["path"]] = new = [*old, f"{filled['text']} {number}"]
            if commit.wanted:
                subject, path = f"{filled['subject']} ({number})", filled["path"]
                found.append(Record(subject, filled["author"], path, patch(path, old, new)))
    return found[::-1]


def _filled(template: str, s: Bound) -> str:
    text = re.sub(
        r"\{(\w+)(?:\.raw)?\}", lambda m: str(s[m[1]].data) if m[1] in s else m[0], template
    )
    return re.sub(r"\$\(swap (.*?)\)", lambda m: m[1].swapcase(), text)


def patch(path: str, old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The lines of git's diff from old lines to new ones, without the names of blobs."""
    head = ["index 100644"] if old else ["new file mode 100644", "index"]
    before = f"a/{path}" if old else "/dev/null"
    lines = difflib.unified_diff(old, new, before, f"b/{path}", lineterm="")
    tab = "\t" if " " in path else ""
    marked = [line + tab if line.startswith(("--- a", "+++ b")) else line for line in lines]
    return [f"diff --git a/{path} b/{path}", *head, *marked]


def worded(texts: Sequence[str], chosen: Sequence[Criterion]) -> Iterator[str]:
    """The wordings with the criteria in place of WHICH, in either order."""
    orders = [chosen] if len(chosen) == 1 else [chosen, chosen[::-1]]
    for text, order in product(texts, orders):
        yield text.replace("WHICH", " [and |]".join(one.english for one in order))
