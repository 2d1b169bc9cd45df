"""Files by the number of their inode, as for names that cannot be typed."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import below, task_in
from bashcoder_mlx.trial.world import World

WEIGHT = 0.1


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _inodes(HERE)
    yield from _inodes(THERE)


def _three(place: Place):
    def setup(world: World, s: Bound) -> None:
        for name in ("marked", "b", "sub/c"):
            world.file(f"{place.tops(s)[0]}/{name}", "same\n")

    return setup


# The number of an inode is another in every trial: the file marked has the one that is asked for.
_MARKED = """\
eval "by_inode_$(declare -f find)"
find() {{ by_inode_find "${{@/#{{inode}}/$(stat -c %i {0}/marked)}}"; }}"""


def _inodes(place: Place) -> Iterator[Task]:
    def remove(world: World, s: Bound) -> None:
        world.remove(f"{place.tops(s)[0]}/marked")

    common = {
        "setup": _three(place),
        "before": _MARKED.format(place.words),
        "slots": {"inode": _inode},
    }
    what = "[inode|inode number|i-node] {inode}"
    yield task_in(
        place,
        "find/inodes.inode",
        f"find {place.words} -inum {{inode}}",
        f"""
        [find|list|show] [the file|what|every name]<where> [with|that has] {what}
        [find|list] the [path|name] that belongs to {what}<where>
        """,
        "Finds the file with inode number {inode}<where>.",
        ask=f"which file<where> has {what}?",
        expect=lambda world, s: below(place, s, "marked"),
        **common,
    )
    yield task_in(
        place,
        "find/inodes.delete-inode",
        f"find {place.words} -inum {{inode}} -delete",
        f"[delete|remove] [the file|what has]<where> [with|the] {what}",
        "Deletes the file with inode number {inode}<where>.",
        expect=remove,
        **common,
    )
    yield task_in(
        place,
        "find/inodes.rm-inode",
        rf"find {place.words} -inum {{inode}} -exec rm {{}} \;",
        f"[delete|remove] the file<where> with {what}, [with|using] rm",
        "Runs rm on the file with inode number {inode}<where>.",
        expect=remove,
        **common,
    )


def _inode(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(100_000, 9_999_999))
