"""Differences that depend on a number: of lines of context, of columns."""

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World

_LINES, _CHANGED = 250, 125


def one_line_changed(world: World, s: Bound) -> None:
    """Two long files that differ in the line in the middle."""
    for path, word in ((s.file, "old"), (s.file2, "new")):
        world.file(path, [word if i == _CHANGED else str(i) for i in range(1, _LINES + 1)])


def change_in_context(world: World, s: Bound) -> Outcome:
    """The change with so many lines before and after it."""
    first, many = _CHANGED - s.count, 2 * s.count + 1
    around = [[f" {i}" for i in span] for span in _spans(s.count)]
    head = f"@@ -{first},{many} +{first},{many} @@"
    return Outcome([head, *around[0], "-old", "+new", *around[1]], status=1)


def _spans(count: int) -> tuple[range, range]:
    return range(_CHANGED - count, _CHANGED), range(_CHANGED + 1, _CHANGED + count + 1)


def long_lines(world: World, s: Bound) -> None:
    """Two files with one line each that fits in no column."""
    world.file(s.file, ["x" * 200])
    world.file(s.file2, ["y" * 200])


def long_lines_cut(world: World, s: Bound) -> Outcome:
    """Both columns as diff lays them out, with blanks between them."""
    start = (s.width + 4) // 2
    column = min(start - 3, s.width - start)
    mark = (column + start - 1) // 2
    line = f"{'x' * column}{' ' * (mark - column)}|{' ' * (start - mark - 1)}{'y' * column}"
    return Outcome([line], status=1)
