"""Lines that are split into files, and columns with many blanks between them."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, on_lines
from bashcoder_mlx.trial.world import World


def few_and_next(draw: Draw, spaced: bool) -> Value:
    """A small number; `{few.next}` is the one after it."""
    few = draw.between(2, 9)
    return number(few, True)._replace(forms={"next": str(few + 1)})


def long(world: World, s: Bound, key: str) -> None:
    """More lines than two files take; every third has {word}, if that matters."""
    marks = [f" {s.word}" if key == "matching" and i % 3 else "" for i in range(4 * s.n + 9)]
    world.file(s.txt, [f"{i}{mark}" for i, mark in enumerate(marks)])


def pieces(world: World, s: Bound, key: str) -> None:
    """The files xaa, xab ... with {n} lines each."""
    lines = world[s.txt].lines
    kept = [x for x in lines if s.word in x] if key == "matching" else lines[s.few :]
    for index, at in enumerate(range(0, len(kept), s.n)):
        world.file(f"xa{chr(ord('a') + index)}", kept[at : at + s.n])


def spaced(world: World, s: Bound) -> None:
    """Rows with one to three blanks between the cells."""
    world.file(s.txt, ["   ".join(cells(1)), " ".join(cells(2)), "  ".join(cells(3))])


@on_lines
def column(x: list[str], s: Bound) -> list[str]:
    """{column} of each row."""
    return [line.split()[s.column - 1] for line in x]
