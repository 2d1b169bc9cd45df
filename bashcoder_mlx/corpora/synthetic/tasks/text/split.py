"""The pieces of files that are split."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, path_read
from bashcoder_mlx.trial.world import World

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def long_text(world: World, s: Bound) -> None:
    """A file of 230 lines."""
    world.file(path_read(s), [" ".join(cells(i, 3)) for i in range(230)], days=5)


def _pieces(world: World, s: Bound, size: int) -> list[list[str]]:
    lines = world[path_read(s)].lines
    return [lines[at : at + size] for at in range(0, len(lines), size)]


def lettered_pieces(world: World, s: Bound, prefix: str = "x") -> None:
    """{n} lines each, in files that end in aa, ab and so on."""
    for i, piece in enumerate(_pieces(world, s, s.n)):
        world.file(f"{s.fill(prefix)}{_LETTERS[i // 26]}{_LETTERS[i % 26]}", piece)


def numbered_pieces(world: World, s: Bound, prefix: str) -> None:
    """{n} lines each, in files that end in 00, 01 and so on; from 90 on, in 9000 and so on."""
    for i, piece in enumerate(_pieces(world, s, s.n)):
        number = f"{i:02}" if i < 90 else f"{9000 + i - 90}"
        world.file(f"{s.fill(prefix)}{number}", piece)


def kilobytes(world: World, s: Bound, more: int) -> None:
    """{n} KB and some bytes more."""
    world.file(s.file, b"x" * (s.n * 1024 + more), days=5)


def two_pieces(world: World, s: Bound) -> None:
    """{n} KB, and the rest."""
    data = world[s.file].data
    world.file("xaa", data[: s.n * 1024])
    world.file("xab", data[s.n * 1024 :])


def two_lines_a_piece(world: World, s: Bound) -> None:
    """Two lines of equal length for each of {count}."""
    world.file(path_read(s), [f"{i:03}" for i in range(s.count * 2)], days=5)


def count_pieces(world: World, s: Bound) -> None:
    """Two lines each."""
    for i, piece in enumerate(_pieces(world, s, 2)):
        world.file(f"x{_LETTERS[i // 26]}{_LETTERS[i % 26]}", piece)


def keyed_rows(world: World, s: Bound) -> None:
    """Rows with one of two values in {column}."""
    rows = [cells(i) for i in range(5)]
    for index, row in enumerate(rows):
        row[s.column - 1] = "kx" if index % 2 else "ky"
    world.file(path_read(s), [",".join(row) for row in rows], days=5)


def files_by_key(world: World, s: Bound) -> None:
    """A file for each of the two values."""
    for key in ("kx", "ky"):
        rows = [row for row in world[s.csv].lines if row.split(",")[s.column - 1] == key]
        world.file(f"{key}.csv", rows)
