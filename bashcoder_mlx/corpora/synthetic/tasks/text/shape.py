"""What fold, fmt and expand make of lines."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import names, on_lines, path_read
from bashcoder_mlx.trial.world import World

Lines = list[str]


def long_lines(world: World, s: Bound) -> None:
    """Long lines of words, a short one, one of exactly {width} characters, and a long word."""
    lines = [" ".join(names(24) * 2), "short line", "w" * s.width, " ".join(names(12)), "y" * 300]
    world.file(path_read(s), lines, days=3)


@on_lines
def broken(x: Lines, s: Bound) -> Lines:
    """Pieces of {width} characters."""
    return [line[at : at + s.width] for line in x for at in range(0, len(line), s.width)]


@on_lines
def broken_at_blanks(x: Lines, s: Bound) -> Lines:
    """Pieces of at most {width} characters, each up to its last blank if there is one."""
    return [piece for line in x for piece in _pieces(line, s.width)]


def _pieces(line: str, width: int) -> Lines:
    found = []
    while len(line) > width:
        at = line.rfind(" ", 0, width) + 1 or width
        found.append(line[:at])
        line = line[at:]
    return [*found, line]


def paragraphs(world: World, s: Bound) -> None:
    """Two words that are one character too long for a line, and two that just fit: GNU's fmt
    leaves the last column free.
    """
    half, rest = s.width // 2, s.width - s.width // 2
    lines = [f"{'a' * half} {'b' * (rest - 1)}", "", "c" * half, "d" * (rest - 2)]
    world.file(path_read(s), lines, days=3)


@on_lines
def refilled(x: Lines, s: Bound) -> Lines:
    """The first two words apart, the others together."""
    return [*x[0].split(), "", f"{x[2]} {x[3]}"]


def long_and_short(world: World, s: Bound) -> None:
    """Two short lines, and one of two words that do not fit into 75 characters."""
    world.file(path_read(s), ["a b", "c", "e" * 40 + " " + "f" * 40], days=3)


@on_lines
def long_split(x: Lines, s: Bound) -> Lines:
    """The words of the last line apart."""
    return [*x[:2], *x[2].split()]


def tabbed(world: World, s: Bound) -> None:
    """Tabs at the start, in the middle, and after a few characters."""
    world.file(path_read(s), ["a\tb", "\tcc\td", "abc\te"], days=3)


@on_lines
def expanded(x: Lines, s: Bound) -> Lines:
    """Spaces up to every column that is a multiple of {tab}."""
    return [line.expandtabs(s.tab) for line in x]


def indented(world: World, s: Bound) -> None:
    """Lines that begin with one and two times {tab} blanks, and with fewer."""
    blanks = [s.tab, 2 * s.tab, s.tab - 1]
    lines = [" " * many + name for many, name in zip(blanks, "abc", strict=True)]
    world.file(path_read(s), lines, days=3)


@on_lines
def unexpanded(x: Lines, s: Bound) -> Lines:
    """One tab, two tabs, and blanks."""
    return ["\ta", "\t\tb", x[2]]
