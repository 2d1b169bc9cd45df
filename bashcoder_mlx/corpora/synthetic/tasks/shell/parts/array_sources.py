"""What arrays are filled from: the lines of a file, the names of files, the parts of a text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, words
from bashcoder_mlx.corpora.synthetic.task import ANY, Bound, nothing
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Source:
    """How an array of a name is filled: in bash, in English, and with what."""

    key: str
    run: str
    fill: str
    items: Callable[[Bound], list[str]]
    setup: Callable[[World, Bound], object] = nothing
    slots: Mapping[str, Slot] = field(default_factory=dict)
    name: str = "lines"
    system: str = ANY
    weight: float = 1.0


_LINES = ["a  line here", "second  one", "* third", "fourth", "the  last"]


def _lines(world: World, s: Bound) -> None:
    world.file(s.txt, _LINES)


def _kinds(world: World, s: Bound) -> None:
    for name in ("a  b", "c  c", "d  d"):
        world.file(f"{name}.{s.kind}")
    world.file(f"e.{s.kind}x")
    world.file(f".f.{s.kind}")


def _names(s: Bound) -> list[str]:
    return [f"{name}.{s.kind}" for name in ("a  b", "c  c", "d  d")]


def _text(separator: str) -> Slot:
    def draw_text(draw: Draw, spaced: bool) -> Value:
        some = [draw.pick(words("noun")) for _ in range(draw.between(3, 5))]
        if separator != " ":
            some[0] = f"{draw.pick(words('adjective'))} {some[0]}"
        raw = separator.join(some)
        return Value(f"'{raw}'", (f'"{raw}"', f"'{raw}'"), raw)

    return draw_text


def _split(name: str, separator: str, ifs: str) -> Sequence[Source]:
    """A text split into an array, typed or held by a variable."""
    slots = {"parts": _text(separator)}

    def items(s: Bound) -> list[str]:
        return s.parts.split(separator)

    return (
        Source(
            f"{name}-typed",
            f"{ifs}read -r -a <a> <<< {{parts}}",
            f"<split> {{parts}} at [its|the] {name} into an array a",
            items,
            slots=slots,
            name="a",
            weight=1.5,
        ),
        Source(
            f"{name}-held",
            f's={{parts}}; {ifs}read -r -a <a> <<< "$s"',
            f"<set> s to {{parts}} and split it at [its|the] {name} into an array parts",
            items,
            slots=slots,
            name="parts",
        ),
    )


SOURCES = (
    Source(
        "mapfile",
        "mapfile -t <a> < {txt}",
        "<read> the lines of {txt} into an array lines",
        lambda s: _LINES,
        _lines,
        system="linux",
        weight=2,
    ),
    Source(
        "readarray",
        "readarray -t <a> < {txt}",
        "<read> the lines of {txt} into an array rows with readarray",
        lambda s: _LINES,
        _lines,
        name="rows",
        system="linux",
    ),
    Source(
        "sorted",
        "mapfile -t <a> < <(sort {txt})",
        "<read> the sorted lines of {txt} into an array sorted",
        lambda s: sorted(_LINES),
        _lines,
        name="sorted",
        system="linux",
    ),
    Source(
        "glob",
        "<a>=(*.{kind.ext})",
        "<put> the names of the {kind} here into an array files",
        _names,
        _kinds,
        name="files",
        weight=2,
    ),
    *_split("commas", ",", "IFS=, "),
    *_split("colons", ":", "IFS=: "),
    *_split("semicolons", ";", "IFS=';' "),
    *_split("blanks", " ", ""),
)
