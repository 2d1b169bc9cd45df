"""A file put into every folder that find finds; trees passed on by cpio."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import FOUR, THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY, World

WEIGHT = 0.17


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_FILLED, *_PASSED):
        yield from action.tasks("find/spread")


def _fill(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.copy(s.file, f"{path}/{s.file}")


def _with_file(query: Query, world: World, s: Bound) -> None:
    world.file(s.file, "to be copied\n")


_FILLED_FOLDERS: tuple[Search, ...] = (
    *((h.FOLDERS,), (h.SUBFOLDERS,), (h.FOLDERS, n.FOLDER_CALLED), (h.FOLDERS, z.EMPTY)),
    (h.FOLDERS, n.STARTS),
)
_FILL = Action(
    "filled",
    block("""
        copy {file} into [each|every one] of the <np>
        put a copy of {file} [in|into] [each|every one] of the <np>
        run cp {file} on each of the <np>, so that [each|every one] gets a copy
        distribute {file} to <all>
        """),
    r"-exec cp {file} {} \;",
    ["Copies {file} into each of the <np>."],
    _fill,
    ask=block("""
        {file} into every one of the <np>
        [I need|I want] a copy of {file} in [each|every one] of the <np>
        cp {file} to each of <np>
        """),
    setup=_with_file,
    core=_FILLED_FOLDERS,
    places=(THERE,),
)
_FILLED = (
    _FILL,
    only(_FILL, key="filled-four", core=((h.FOLDERS,),), places=(FOUR,)),
    only(
        _FILL,
        key="filled-xargs",
        say=block("""
            copy {file} into each of the <np> with find -print0 and xargs -n 1
            let xargs, one path at a time, copy {file} into <all>
            pipe <all> to xargs -0 -n 1 cp {file}
            with xargs -n 1, put a copy of {file} into each of the <np>
            """),
        ask=(),
        end="-print0",
        pipe=" | xargs -0 -n 1 cp {file}",
        core=_FILLED_FOLDERS[:4],
    ),
)


def _pass(said: bool) -> Effect:
    """Copies with the paths; cpio counts the blocks of 512 bytes. Folders have their times only if
    they come after what is in them.
    """

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        size = 0
        for path in found:
            node, target = world[path], f"{s.dir2}/{path}"
            if node.kind == "dir":
                world.dir(target, node.mode)
                world[target].mtime = node.mtime if query.has("depth") else None
            else:
                world.copy(path, target, keep=True)
                size += node.size if node.kind == "file" else len(node.target)
        blocks = -(-size // 512)
        count = f"{blocks} block{'' if blocks == 1 else 's'}"
        return any_order([*(f"{s.dir2}/{path}" for path in found if said), count])

    return expect


def _dated(query: Query, world: World, s: Bound) -> None:
    """Gives the folders times that are compared."""
    world.dir(s.dir2)
    top = query.place.tops(s)[0]
    for path in (top, *world.paths(top, "dir")):
        world[path].mtime = now().timestamp() - DAY


def _newer_there(query: Query, world: World, s: Bound) -> None:
    """A newer file in the place of a copy."""
    _dated(query, world, s)
    path = next(path for path in wanted(query, world, s) if world[path].kind == "file")
    world.file(f"{s.dir2}/{path}", "newer\n", days=0.0)


def _nested(draw: Draw, spaced: bool) -> Value:
    """A folder in another, which cpio has to make."""
    while "/" not in (value := SLOTS["dir"](draw, spaced)).data:
        pass
    return value


def _passed(flags: str, words: str) -> Action:
    return Action(
        f"cpio-{flags}",
        block(f"""
            copy <all> [to|into] {{dir2}} with cpio, {words}
            pipe <all> to cpio -{flags} {{dir2}}
            use find and cpio -{flags} to copy <all> [to|into] {{dir2}}
            pass <all> on to {{dir2}} by cpio, {words}
            """),
        "",
        ["Copies the <np> into {dir2} by means of cpio, with their folders."],
        _pass("v" in flags),
        ask=block(f"""
            <np> to {{dir2}}, cpio -{flags}
            how do I copy <all> to {{dir2}} through find and cpio, {words}?
            {{dir2}} should get a copy of <all>, by cpio -{flags}
            """),
        pipe=f" | cpio -{flags} {{dir2}}",
        setup=_dated,
        others=(_newer_there,) if "u" in flags else (),
        core=((h.ANY,), (h.KIND,), (h.MATCHING,), (h.FILES,), (h.ANY, u.DEEPEST_FIRST)),
        slots={"dir": _nested, "dir2": SLOTS["dir"]},
        places=(THERE,),
    )


_PASSED = (
    _passed("pdm", "with [their|the] folders and times"),
    _passed("pdmu", "with folders and times, replacing what is newer there"),
    _passed("pdumv", "with folders and times, over newer files too, naming each"),
)
