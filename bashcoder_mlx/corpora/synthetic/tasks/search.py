"""Searching text with grep: every pattern with every form of output, in files and in folders."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search_parts import (
    DEEP,
    FILE,
    IN_FILES,
    KINDS,
    PATTERNS,
    TWO,
    Pattern,
    Target,
    flags,
)
from bashcoder_mlx.trial.world import World

_ALL = "[all |all the |the |]"
Lines = Sequence[tuple[int, str]]
"""Numbered lines of a file."""


@dataclass(frozen=True)
class _Mode:
    """A form of output. In templates `<in>` is what is searched, `<has>`, `<lacks>` and `<what>`
    are of the pattern.
    """

    key: str
    flags: str
    say: Sequence[str]
    explain: str
    report: Callable[[Pattern, str, str, Lines, Bound], Sequence[str]]
    """The output for one file: pattern, shown name or "", the name in any case, and its lines."""
    ask: Sequence[str] = ()
    options: str = ""
    """Options that take a value."""
    pipe: str = ""
    sum: bool = False
    """Whether the lines of output are counted."""
    weight: float = 1.0
    named: bool = True
    """Whether file names are shown where several are searched."""


def _prefixed(name: str, mark: str, text: object) -> str:
    return f"{name}{mark}{text}" if name else str(text)


def _matching(pattern: Pattern, lines: Lines, s: Bound) -> list[tuple[int, str]]:
    return [(n, line) for n, line in lines if pattern.finds(line, s)]


def _lines(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", line) for _, line in _matching(pattern, lines, s)]


def _numbered(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", f"{n}:{line}") for n, line in _matching(pattern, lines, s)]


def _without(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", line) for _, line in lines if not pattern.finds(line, s)]


def _count(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", len(_matching(pattern, lines, s)))]


def _count_without(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", len(lines) - len(_matching(pattern, lines, s)))]


def _first(pattern, shown, name, lines, s) -> list[str]:
    return _lines(pattern, shown, name, lines, s)[: s.count]


def _parts(pattern, shown, name, lines, s) -> list[str]:
    return [_prefixed(shown, ":", part) for _, line in lines for part in pattern.parts(line, s)]


def _files(pattern, shown, name, lines, s) -> list[str]:
    return [name] if _matching(pattern, lines, s) else []


def _other_files(pattern, shown, name, lines, s) -> list[str]:
    return [] if _matching(pattern, lines, s) else [name]


def _context(before: bool, after: bool):
    def report(pattern, shown, name, lines, s) -> list[str]:
        found = {n for n, _ in _matching(pattern, lines, s)}
        near = set()
        for n in found:
            near |= set(range(n - s.count * before, n + s.count * after + 1))
        out, last = [], None
        for n, line in lines:
            if n in near:
                if last is not None and n > last + 1:
                    out.append("--")
                out.append(_prefixed(shown, ":" if n in found else "-", line))
                last = n
        return out

    return report


_PLAIN = _Mode(
    "lines", "",
    [f"[show|print|find|list|get] {_ALL}lines [of|in] <in> that <has>",
     f"[search|grep] {_ALL}<in> for <what>", f"[look|search] for <what> in {_ALL}<in>",
     f"find <what> in {_ALL}<in>"],
    "[Prints|Finds] the lines of <in> that <has>.", _lines,
    ["[which|what] lines [of|in] <in> <has>?", "lines [of|in] <in> that <has>", "grep <what> in "
        "<in>"],
    weight=3,
)  # fmt: skip
_NUMBERED = _Mode(
    "numbered", "n",
    [f"[show|print|find] {_ALL}lines [of|in] <in> that <has>, with [their line numbers|the line "
     f"numbers|line numbers]",
     f"[search|grep|look] for <what> in {_ALL}<in> and [show|print] [the |]line numbers"],
    "Prints the lines of <in> that <has>, with their line numbers.", _numbered,
    ["<what> in <in> with line numbers", "lines [of|in] <in> that <has>, with line numbers"],
    weight=2,
)  # fmt: skip
_INVERT = _Mode(
    "without", "v",
    [f"[show|print|find|list] {_ALL}lines [of|in] <in> that <lacks>",
     "[leave out|filter out|hide] the lines [of|in] <in> that <has>[ and print the rest|]"],
    "Prints the lines of <in> that <lacks>.", _without,
    ["[which|what] lines [of|in] <in> <lacks>?", "lines [of|in] <in> that <lacks>"],
)  # fmt: skip
_NUMBERED_INVERT = _Mode(
    "without-numbered", "vn",
    [f"[show|print] {_ALL}lines [of|in] <in> that <lacks>, with [their |]line numbers"],
    "Prints the lines of <in> that <lacks>, with their line numbers.",
    lambda p, shown, name, lines, s: [
        _prefixed(shown, ":", f"{n}:{line}") for n, line in lines if not p.finds(line, s)
    ],
)  # fmt: skip
_COUNT = _Mode(
    "count", "c",
    ["[count|show the number of|print the number of] [the |]lines [of|in] <in> that <has>"],
    "Counts the lines of <in> that <has>.", _count,
    ["how many lines [of|in] <in> <has>?", "number of lines [of|in] <in> that <has>"], weight=2,
)  # fmt: skip
_COUNT_INVERT = _Mode(
    "count-without", "vc",
    ["[count|show the number of] [the |]lines [of|in] <in> that <lacks>"],
    "Counts the lines of <in> that <lacks>.", _count_without,
    ["how many lines [of|in] <in> <lacks>?"],
)  # fmt: skip
_COUNT_EACH = _Mode(
    "count-each", "c",
    ["[count|show the number of] [the |]lines that <has>, [for each of|separately for each of] "
     "the <in>",
     "[show|print] for each of the <in> how many lines <has>"],
    "Counts the lines that <has> in each of the <in>.", _count,
    ["how many lines <has>, for each of the <in>?"],
)  # fmt: skip
_FIRST = _Mode(
    "first", "",
    ["[show|print|find] [only |just |]the first {count} lines [of|in] <in> that <has>",
     "[search|grep] <in> for <what> and stop after {count} [matches|matching lines]"],
    "Prints the first {count} lines of <in> that <has>.", _first,
    ["first {count} lines [of|in] <in> that <has>"], "-m {count} ",
)  # fmt: skip
_OCCURRENCES = _Mode(
    "occurrences", "o",
    ["count [how often <what> occurs|how many times <what> occurs|all occurrences of <what>] in "
     "<in>"],
    "Counts the occurrences of <what> in <in>.", _parts,
    ["how [often|many times] does <what> [occur|appear|come up] in <in>?"], pipe=" | wc -l",
    sum=True,
)  # fmt: skip
_ONLY = _Mode(
    "only", "o",
    ["[print|show] [only|just] the matching [part|text], not the whole line, for <what> in <in>",
     "[extract|print] [every|each] match of <what> [from|in] <in>[ on a line of its own|]"],
    "Prints each match of <what> in <in>, not the whole lines.", _parts,
)  # fmt: skip
_CONTEXTS = [
    _Mode(
        f"context-{key}", "",
        [f"[show|print] {{count}} lines {place} the lines [of|in] <in> "
         f"that <has>",
         f"[search|grep|look] for <what> in <in> [with|and show] {{count}} lines {place} each "
         f"match"],
        f"Prints the lines of <in> that <has>, with {{count}} lines {place} each.",
        _context(before, after), [f"{{count}} lines {place} <what> in <in>"],
        f"-{option} {{count}} ",
    )
    for key, option, place, before, after in (
        ("after", "A", "after", False, True), ("before", "B", "before", True, False),
        ("around", "C", "[before and after|around]", True, True),
    )
]  # fmt: skip
_NAMES = _Mode(
    "names", "l",
    [f"[list|find|show|print] {_ALL}<in> that <has>",
     f"[search|grep] {_ALL}<in> for <what> and [list|print|show] [only |just ][the |][matching "
     f"|]file names",
     "[list|print|show] [only |just |]the names of <in> that <has>"],
    "Lists the <in> that <has>.", _files,
    ["[which|what] <in> <has>?", "names of <in> that <has>"], weight=3,
)  # fmt: skip
_MISSING = _Mode(
    "missing", "L",
    [f"[list|find|show|print] {_ALL}<in> that <lacks>", "[list|show] the names of <in> that "
                                                        "<lacks>"],
    "Lists the <in> that <lacks>.", _other_files, ["[which|what] <in> <lacks>?"],
)  # fmt: skip
_NO_NAMES = _Mode(
    "no-names", "h",
    [f"[show|print|find] {_ALL}lines [of|in] <in> that <has>, without [the |]file names",
     "[search|grep] <in> for <what> without [printing|showing] [the |]file names"],
    "Prints the lines of <in> that <has>, without file names.", _lines, named=False,
)  # fmt: skip
_COUNT_FILES = _Mode(
    "count-files", "l",
    [f"count {_ALL}<in> that <has>", "[show|print] how many of the <in> <has>"],
    "Counts the <in> that <has>.", _files, ["how many <in> <has>?", "number of <in> that <has>"],
    pipe=" | wc -l", sum=True,
)  # fmt: skip
_TOTAL = _Mode(
    "total", "oh",
    ["count [how often <what> occurs|how many times <what> occurs|all occurrences of <what>] in "
     "[all |all the |]<in>, [all|taken] together"],
    "Counts the occurrences of <what> in the <in>, all together.", _parts,
    ["how [often|many times] does <what> occur in total in [all |]<in>?"],
    pipe=" | wc -l", sum=True, named=False,
)  # fmt: skip

_IN_ONE = (
    _PLAIN, _NUMBERED, _INVERT, _NUMBERED_INVERT, _COUNT, _COUNT_INVERT, _FIRST, *_CONTEXTS,
)  # fmt: skip
_IN_SOME = (_PLAIN, _NUMBERED, _INVERT, _COUNT_EACH, _NO_NAMES, _NAMES, _MISSING)
_IN_MANY = (_PLAIN, _NUMBERED, _NAMES, _MISSING, _COUNT_EACH, _NO_NAMES, _COUNT_FILES)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for pattern in PATTERNS:
        for mode in _IN_ONE:
            yield _task(pattern, mode, FILE)
        if pattern.key not in ("starts", "ends", "exact"):
            yield _task(pattern, _OCCURRENCES, FILE)
            yield _task(pattern, _ONLY, FILE)
    for target in (TWO, KINDS, *DEEP):
        for pattern in IN_FILES:
            for mode in _IN_SOME if target in (TWO, KINDS) else _IN_MANY:
                if target is not TWO or mode not in (_NAMES, _MISSING, _COUNT_EACH):
                    yield _task(pattern, mode, target)
            if target is not TWO and pattern.key in ("word", "word-i", "phrase", "either"):
                yield _task(pattern, _TOTAL, target)


def _task(pattern: Pattern, mode: _Mode, target: Target) -> Task:
    words = {"<in>": target.noun, "<has>": pattern.has, "<lacks>": pattern.lacks}
    words["<what>"] = pattern.what

    def english(text: str) -> str:
        if not target.many or target is TWO:
            text = text.replace(f"{_ALL}<in>", "<in>")
        for mark, meant in words.items():
            text = text.replace(mark, meant)
        return text

    options = flags(target.recursive, pattern.flags, mode.flags) + mode.options
    long = f"{target.options} " if target.options else ""
    say = [english(text) for text in mode.say]
    if target.where and mode is _PLAIN:
        what = f"for {pattern.what} {target.where}"
        say += [f"[recursively search|search recursively|grep recursively] {what}"]
    return Task(
        name=f"search.{mode.key}-{pattern.key}-{target.key}",
        say=say,
        ask=[english(text) for text in mode.ask],
        run=f"grep {options}{long}{pattern.text} {target.words}{mode.pipe}",
        explain=[english(mode.explain)],
        setup=lambda world, s: _setup(pattern, target, world, s),
        expect=lambda world, s: _expect(pattern, mode, target, world, s),
        slots={**pattern.slots, **target.slots},
        weight=mode.weight * (1 if target is FILE else 0.4),
    )  # fmt: skip


def _setup(pattern: Pattern, target: Target, world: World, s: Bound) -> None:
    gap = [f"filler {n}" for n in range((s.count if "count" in s else 1) + 1)]
    good, bad = list(pattern.good(s)), list(pattern.bad(s))
    for number, path in enumerate(target.paths(s)):
        lines = [*gap, *gap, *bad]
        if number % 3 != 2:
            for line in (good[number % len(good) :] + good[: number % len(good)])[: 3 - number % 3]:
                lines += [line, *gap, *gap, bad[0], *gap]
            lines += good * 7 if "count" in s else []
        world.file(path, lines)


def _expect(pattern: Pattern, mode: _Mode, target: Target, world: World, s: Bound) -> Result:
    blocks = []
    for name in target.files(world, s):
        path = name.removeprefix("./")
        lines = list(enumerate(world[path].lines, 1))
        shown = name if target.many and mode.named else ""
        blocks.append(list(mode.report(pattern, shown, name, lines, s)))
    out = [line for block in blocks for line in block]
    if mode.sum:
        return f"{len(out)}\n"
    assert out, "nothing is found"
    return Outcome(stdout=out) if target.ordered else any_order(out)
