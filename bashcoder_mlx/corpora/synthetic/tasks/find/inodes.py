"""Files by the number of their inode, as for names that cannot be typed."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import below, task_in
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import BEFORE
from bashcoder_mlx.trial.world import World

WEIGHT = 0.085


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
top={0}
eval "by_inode_$(declare -f find)"
find() {{ by_inode_find "${{@/#{{inode}}/$(stat -c %i "${{top#/}}/marked")}}"; }}"""


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
        look for the name behind {what}<where>
        """,
        "Finds the file with inode number {inode}<where>.",
        ask=f"""
        which file<where> has {what}?
        {what}<where>: which path?
        how do I find a file<where> by {what}?
        ls -i showed me {what}; what is the file called<where>?
        find -inum<where>, {what}
        """,
        expect=lambda world, s: below(place, s, "marked"),
        **common,
    )
    yield task_in(
        place,
        "find/inodes.delete-inode",
        f"find {place.words} -inum {{inode}} -delete",
        f"""
        [delete|remove] the file<where> that has {what}
        [delete|remove] what has {what}<where>
        find {what}<where> and let find delete it
        """,
        "Deletes the file with inode number {inode}<where>.",
        ask=f"""
        I cannot type its name; delete the file<where> that has {what}
        {what}<where>: delete
        how do I delete a file<where> by {what}?
        find -inum, then -delete<where>: {what}
        only {what} is known of a file<where> that must go
        """,
        expect=remove,
        **common,
    )
    yield task_in(
        place,
        "find/inodes.rm-inode",
        rf"find {place.words} -inum {{inode}} -exec rm {{}} \;",
        f"""
        [delete|remove] the file<where> with {what}, [with|using] rm
        find what has {what}<where> and run rm on it
        let -exec rm [delete|remove] the file<where> with {what}
        """,
        "Runs rm on the file with inode number {inode}<where>.",
        ask=f"""
        I cannot type its name; rm the file<where> with {what}
        {what}<where>: rm
        how do I rm a file<where> by {what}?
        find -inum, then -exec rm<where>: {what}
        only {what} is known of a file<where> that rm should delete
        """,
        expect=remove,
        **common,
    )
    yield from _asking(place, what, remove)
    yield _named(place, what)


def _asking(place: Place, what: str, remove) -> Iterator[Task]:
    before = f"{BEFORE}\n{_MARKED.format(place.words)}"
    plans = [
        Plan(_three(place), remove, before=before, stdin="y\n"),
        Plan(_three(place), lambda world, s: None, before=before, stdin="n\n"),
    ]
    for key, run, by in (
        ("rm-asking", r"-exec rm -i {} \;", "rm -i"),
        ("ok", r"-ok rm {} \;", "find -ok and rm"),
    ):
        yield task_in(
            place,
            f"find/inodes.{key}",
            f"find {place.words} -inum {{inode}} {run}",
            f"""
            [delete|remove] the file<where> with {what}, [asking|but ask] me first, by {by}
            [find|look for] the file<where> with {what} and use {by} to [delete|remove] it
            [delete|remove] what has {what}<where>, with a question before, by {by}
            get rid of the file<where> that has {what}, asking first, by {by}
            """,
            "Asks, and deletes the file with inode number {inode}<where>.",
            ask=f"""
            {by} on the file<where> with {what}
            [how do I|how can I] delete what has {what}<where>, asked first, with {by}?
            the file<where> with {what}: delete by {by}
            I want to be asked by {by} before the file<where> with {what} is gone
            """,
            plans=plans,
            slots={"inode": _inode},
        )


def _named(place: Place, what: str) -> Task:
    def move(world: World, s: Bound) -> None:
        world.move(f"{place.tops(s)[0]}/marked", s.file)

    return task_in(
        place,
        "find/inodes.rename",
        rf"find {place.words} -inum {{inode}} -exec mv {{}} {{file}} \;",
        f"""
        [rename|move] the file<where> with {what} to {{file.raw}}
        [find|look for] the file<where> with {what} and [name|call] it {{file.raw}}
        give what has {what}<where> the name {{file.raw}}
        [move|mv] the file that has {what}<where> to {{file.raw}} here
        """,
        "Moves the file with inode number {inode}<where> to {file.raw}.",
        ask=f"""
        the file<where> with {what}: [rename it to|call it] {{file.raw}}
        [how do I|how can I] rename a file<where> by its {what} to {{file.raw}}?
        mv of {what}<where> to {{file.raw}}
        its name cannot be typed: call the file<where> with {what} {{file.raw}}
        """,
        setup=_three(place),
        expect=move,
        before=_MARKED.format(place.words),
        slots={"inode": _inode},
    )


def _inode(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(100_000, 9_999_999))
