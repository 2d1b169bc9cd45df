"""Sources that are the lines which a pattern of grep with flags keeps."""

from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among, cells
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

Words = Callable[[Bound], Sequence[str]]


def _marked(words: Words) -> Callable[[Items, Bound], Items]:
    """Every item with one of the words, equal items with the same."""

    def emit(items: Items, s: Bound) -> Items:
        found = words(s)
        return [f"{item} {found[len(item) % len(found)]} end" for item in items]

    return emit


def _near(others: Words, s: Bound) -> list[str]:
    """The other lines, also with the words that a later stage looks for."""
    more = [s[name].data for name in ("word2", "word3") if name in s]
    return [text for line in others(s) for text in {line: 0, " ".join([line, *more]): 0}]


def _often(s: Bound) -> int:
    """Oftener than any item."""
    return 12 + (s.count if "count" in s else 0)


def _log(others: Words) -> Callable[[World, Bound, Items], None]:
    """A log with other lines between those that come out: first and last in any order, the longest
    and the most frequent ones.
    """

    def build(world: World, s: Bound, items: Items) -> None:
        near = _near(others, s)
        extremes = [f"{mark} {line}" for line in near for mark in ("0", "zzz", "y" * 60)]
        world.file(s.log, [*among(items, extremes), *near * _often(s)])

    return build


def _column(words: Words, others: Words) -> Callable[[World, Bound, Items], None]:
    """A log with the items in {column} of the lines that are kept."""

    def row(value: str, end: str, index: int, s: Bound) -> str:
        found = cells(index)
        found[s.column - 1] = value
        return "  ".join([*found, end])

    def build(world: World, s: Bound, items: Items) -> None:
        found = words(s)
        lines = [row(x, found[n % len(found)], n, s) for n, x in enumerate(items)]
        values = ("0", "99999", "zzz", "y" * 60, *(s[x].data for x in ("word2",) if x in s))
        near = [row(x, line, n, s) for n, line in enumerate(others(s)) for x in values]
        world.file(s.log, [*among(lines, near), *near[-1:] * _often(s)])

    return build


def _apart(lines: Sequence[str], s: Bound) -> list[str]:
    """Those of the lines that have neither word, as one may be the other in capitals."""
    return [line for line in lines if s.word not in line and s.word4 not in line]


_PATTERNS = (
    (
        *("either", "-E '{word}|{word4}'", "[containing|with] {word} or {word4}"),
        lambda s: [s.word, s.word4],
        lambda s: _apart(["nothing here", s.word.swapcase(), s.word4[:-1]], s),
    ),
    (
        *("either-folded", "-iE '{word}|{word4}'"),
        "[containing|with] {word} or {word4} in [any|upper or lower] case",
        lambda s: [s.word.swapcase(), s.word4.title()],
        lambda s: ["nothing here", s.word[:-1]],
    ),
    (
        *("whole", "-w {word}", "[containing|with] {word} as a whole word"),
        lambda s: [s.word, f"({s.word})"],
        lambda s: [f"a {s.word}s", f"x{s.word} y", s.word.swapcase()],
    ),
    (
        *("number", "{pid}", "[containing|with] [|the number ]{pid}"),
        lambda s: [f"{s.pid}", f"0{s.pid}"],
        lambda s: [f"{s.pid // 10} x", "nothing here"],
    ),
    (
        *("not-folded", "-vi {word}", "without {word} in [any|upper or lower] case"),
        lambda s: ["kept", "left"],
        lambda s: [f"a {s.word.swapcase()} b", f"{s.word} c", f"zz{s.word.title()}"],
    ),
    (
        *("neither", "-vE '{word}|{word4}'", "[with|containing] neither {word} nor {word4}"),
        lambda s: ["kept", "left"],
        lambda s: [f"a {s.word} b", f"{s.word4} c", f"zz{s.word}"],
    ),
)
_LINES = tuple(
    Source(
        name=f"kept-{name}",
        things="lines",
        thing="line",
        where=f"in <in> {where}",
        file="{log}",
        run=f"grep {pattern} {{log}}",
        build=_log(others),
        gist=f"takes the lines {where} from {{log}} (grep)",
        emit=_marked(words),
        tokens=False,
    )
    for name, pattern, where, words, others in _PATTERNS
)
_COLUMNS = tuple(
    Source(
        name=f"column-{name}",
        things="values",
        thing="value",
        where=f"in {{column}} of the lines in <in> {where} (grep, awk)",
        file="{log}",
        run=f"grep {pattern} {{log}} | awk '{{print {{column.awk}}}}'",
        build=_column(words, others),
        gist=f"takes {{column}} of the lines {where} in {{log}} (grep, awk)",
        numeric=True,
        weight=0.15,
    )
    for name, pattern, where, words, others in (
        (
            *("any", "-v {word}", "without {word}"),
            lambda s: ["kept"],
            lambda s: [f"a b c d e f g h {s.word}", f"{s.word} b c d e f g h"],
        ),
        (
            *("folded", "-i {word}", "[containing|with] {word} in [any|upper or lower] case"),
            lambda s: [s.word.swapcase()],
            lambda s: [f"a b c d e f g {s.word[:-1]}", "x y"],
        ),
        *_PATTERNS[:1],
    )
)
SOURCES = (*_LINES, *_COLUMNS)
