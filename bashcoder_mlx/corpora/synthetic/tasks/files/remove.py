"""Files that are deleted by number, age and order."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def numbered(world: World, s: Bound) -> None:
    """Files with the numbers 1 to 39 in their names."""
    for number in range(1, 40):
        world.file(f"{s.stem}{number}.{s.ext}")


def numbered_removed(world: World, s: Bound) -> None:
    """Those from the lower to the higher number."""
    for number in range(s.low, s.high + 1):
        world.remove(f"{s.stem}{number}.{s.ext}")


def backups(world: World, s: Bound) -> None:
    """Three more files of the kind than are kept; their ages are not in the order of the names."""
    for index in range(s.count + 3):
        world.file(f"b {index}.{s.kind}", "x", days=index * 37 % 103 + 1)
    world.file("keep.zzz", days=300)


def old_backups_removed(world: World, s: Bound) -> None:
    """All but the newest."""
    for path in sorted(world.glob(f"*.{s.kind}"), key=lambda path: world[path].age)[s.count :]:
        world.remove(path)


def aged(world: World, s: Bound) -> None:
    """Files whose ages are not in the order of their names or sizes."""
    for index in range(s.count + 3):
        world.file(f"f{index}.txt", "x" * (index * 53 % 103 + 1), days=index * 37 % 103 + 1)


def oldest_removed(world: World, s: Bound) -> None:
    """As many as counted, the oldest first."""
    for path in sorted(world.glob("*"), key=lambda path: -world[path].age)[: s.count]:
        world.remove(path)
