"""What cp and mv of several files into a folder do, with each of their ways, computed."""

from collections.abc import Sequence
from posixpath import basename

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_INTO_EMPTY = ("plain", "verbose", "keep")
_AGES = (40, 20)  # days; what is copied is 30 days old


def prepare(world: World, s: Bound, files: Sequence[str], option: str, shift: int = 0) -> None:
    """The folder that is copied into; files of these names lie there where the option needs it.

    Args:
        shift: 1 exchanges the older with the newer ones.
    """
    world.dir(s.target)
    if option not in _INTO_EMPTY:
        mode = 0o444 if option == "force" else 0o644
        for index, path in enumerate(files):
            age = _AGES[(index + shift) % 2]
            world.file(f"{s.target}/{basename(s.fill(path))}", "there before\n", mode, days=age)


def copied(world: World, s: Bound, files: Sequence[str], option: str, shift: int = 0):
    """Copies the files into the target."""
    done = [
        (path, goal)
        for path, goal in _pairs(world, s, files, option, shift)
        if not world.copy(path, goal, keep=option == "keep")
    ]
    return [f"'{path}' -> '{goal}'" for path, goal in done] if option == "verbose" else None


def moved(world: World, s: Bound, files: Sequence[str], option: str, shift: int = 0):
    """Moves the files into the target."""
    done = list(_pairs(world, s, files, option, shift))
    for path, goal in done:
        world.move(path, goal)
    lines = [f"renamed '{path}' -> '{goal}'" for path, goal in done]
    return lines if option == "verbose" else None


def _pairs(world: World, s: Bound, files: Sequence[str], option: str, shift: int):
    """What goes where, without what stays as it is; backups are made."""
    for index, path in enumerate(map(s.fill, files)):
        goal = f"{s.target}/{basename(path)}"
        # Every second question is answered yes; of the files there every second is older.
        stays = {"ask": index % 2 == 0, "no-clobber": True, "update": (index + shift) % 2 == 1}
        if goal not in world or not stays.get(option, False):
            if option == "backup":
                world.move(goal, f"{goal}~")
            yield path, goal
