"""A text and some data, and the pieces that split makes of them."""

from collections.abc import Iterable
from itertools import islice, product

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_DATA = bytes(i * 7 % 251 for i in range(9000))


def text(world: World, s: Bound, lines: int = 228) -> None:
    """So many lines of 9 bytes."""
    world.file(s.txt, [f"line{i:04}" for i in range(lines)])


def data(world: World, s: Bound) -> None:
    """9,000 bytes."""
    world.file(s.file, _DATA)


def _names(digits: bool, width: int, first: int) -> Iterable[str]:
    letters = "0123456789" if digits else "abcdefghijklmnopqrstuvwxyz"
    return islice(map("".join, product(letters, repeat=width)), first, None)


def pieces(
    world: World,
    s: Bound,
    prefix: str,
    end: str = "",
    lines: int = 0,
    skip: int = 0,
    first: int = 0,
    digits: bool = False,
    width: str = "",
) -> None:
    """Pieces of so many lines, or as many as the slot `step` says."""
    every, step = world[s.txt].lines[skip:], lines or s.step
    names = _names(digits, s[width].data if width else 2, first)
    for name, start in zip(names, range(0, len(every), step), strict=False):
        world.file(f"{s.fill(prefix)}{name}{s.fill(end)}", every[start : start + step])


def whole_lines(world: World, s: Bound) -> None:
    """Numbered pieces of as many lines of 9 bytes as there is room for."""
    pieces(world, s, "{stem}-", lines=s.size * 1024 // 9, digits=True)


def parts(world: World, s: Bound, prefix: str) -> None:
    """Pieces of so many kibibytes as the slot `size` says."""
    step = s.size * 1024
    for name, start in zip(_names(False, 2, 0), range(0, len(_DATA), step), strict=False):
        world.file(f"{s.fill(prefix)}{name}", _DATA[start : start + step])


def equal_parts(world: World, s: Bound, prefix: str) -> None:
    """As many pieces as the slot `parts` says; the last has what is left over."""
    step = len(_DATA) // s.parts
    for index, name in zip(range(s.parts), _names(False, 2, 0), strict=False):
        last = index == s.parts - 1
        piece = _DATA[index * step :] if last else _DATA[index * step : (index + 1) * step]
        world.file(f"{s.fill(prefix)}{name}", piece)
