"""What head and tail print, computed."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines
from bashcoder_mlx.trial.world import World

Lines = list[str]


@on_lines
def first(x: Lines, s: Bound, many: str) -> Lines:
    """So many lines at the start."""
    return x[: int(s.fill(many))]


@on_lines
def last(x: Lines, s: Bound, many: str) -> Lines:
    """So many lines at the end."""
    return x[-int(s.fill(many)) :]


@on_lines
def from_line(x: Lines, s: Bound, line: str) -> Lines:
    """That line and what follows it."""
    return x[int(s.fill(line)) - 1 :]


@on_lines
def some_from_line(x: Lines, s: Bound) -> Lines:
    """{count} lines, the first of them {line}."""
    return x[s.line - 1 : s.line - 1 + s.count]


@on_lines
def without_last(x: Lines, s: Bound) -> Lines:
    """All but the last {count} lines."""
    return x[: -s.count]


@on_lines
def but_last(x: Lines, s: Bound) -> Lines:
    """All but the last line."""
    return x[:-1]


@on_lines
def first_bytes(x: Lines, s: Bound) -> str:
    """{amount} bytes at the start."""
    return "".join(f"{line}\n" for line in x)[: s.amount]


@on_lines
def last_bytes(x: Lines, s: Bound) -> str:
    """{amount} bytes at the end."""
    return "".join(f"{line}\n" for line in x)[-s.amount :]


def several_files(world: World, s: Bound) -> None:
    """Two files {ext} here, and others that are not meant."""
    for name in (f"a.{s.ext}", f"b.{s.ext}", f"c.{s.ext}.bak", f".d.{s.ext}", f"sub/e.{s.ext}"):
        world.file(name, [f"{name} {i}" for i in range(120)], days=9)


def first_of_each(world: World, s: Bound) -> str:
    """The first {count} lines of each, under the name of the file."""
    parts = [
        f"==> {name} <==\n" + "".join(f"{name} {i}\n" for i in range(s.count))
        for name in (f"a.{s.ext}", f"b.{s.ext}")
    ]
    return "\n".join(parts)
