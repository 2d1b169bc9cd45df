"""Moving, copying, linking and renaming what find finds."""

import posixpath
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    beside,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.world import World

WEIGHT = 0.51
_NAMED = [search for search in CORE if search[0] in (h.KIND, h.PAIR, h.KIND_STARTS, h.MATCHING)]
# Here {dir2} lies below the place; what is in it already is passed over.
_NOT_BELOW = "-not -path './{dir2}/*' "
_NO_USE = "glob called calledeither exec owrite mode prune files-here"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/move")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from (*_transfers(), *_renames())


def _into(move: bool, keep: bool = False) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            if query.place is not HERE or not path.startswith(f"{s.dir2}/"):
                target = f"{s.dir2}/{posixpath.basename(path)}"
                if move:
                    world.move(path, target)
                else:
                    world.copy(path, target, keep=keep)

    return expect


_MOVE = Action(
    "move",
    block("""
        move <all> [to|into] {dir2}
        [find|collect|gather] <all> and move them [to|into] {dir2}
        put <all> into {dir2}, moving them
        """),
    r"-exec mv {} {dir2}/ \;",
    ["Moves the <np> into {dir2}."],
    _into(True),
    ask=["mv <np> {dir2}", "<np>: move them to {dir2}"],
    setup=beside,
    share=10,
    without=_NO_USE,
    slots={"dir2": SLOTS["dir"]},
    weight=2,
)
_COPY = only(
    _MOVE,
    key="copy",
    say=block("""
        copy <all> [to|into] {dir2}
        [find|collect|gather] <all> and copy them [to|into] {dir2}
        put copies of <all> into {dir2}
        """),
    ask=["cp <np> {dir2}", "<np>: copy them to {dir2}"],
    end=r"-exec cp {} {dir2}/ \;",
    explain=["Copies the <np> into {dir2}."],
    expect=_into(False),
    without=f"{_NO_USE} user group notuser nouser setuid setgid special",
)
_WITH_XARGS = "[, with xargs|, using find and xargs|, by way of xargs]"


def _transfers() -> Iterator[Action]:
    yield from _both(_MOVE)
    yield from _both(_COPY)
    kept = only(
        _COPY,
        key="copy-kept",
        say=["copy <all> [to|into] {dir2}, keeping [their dates|times and permissions]"],
        ask=(),
        end=r"-exec cp -p {} {dir2}/ \;",
        explain=["Copies the <np> into {dir2}, with their times and permissions."],
        expect=_into(False, keep=True),
        share=0,
        weight=1,
    )
    yield from _both(kept)
    yield from _both(_at_once(_MOVE, "move-once", "mv -t {dir2}"), linux=True)
    yield from _both(_at_once(_COPY, "copy-once", "cp -t {dir2}"), linux=True)
    yield from _piped(_MOVE, "move-xargs", "mv {} {dir2}/")
    yield from _piped(_COPY, "copy-xargs", "cp {} {dir2}/")


def _at_once(action: Action, key: str, run: str) -> Action:
    """All in one call, where the tool takes the target first."""
    say = [f"{action.say[0]} [in one go|with a single call of {run[:2]}|with {run[:5]}]"]
    core = (*action.core, (h.ANY_CASE,), (h.MATCHING_ANY_CASE,))
    return only(
        action, key=key, say=say, ask=(), end=f"-exec {run} {{}} +", share=0, weight=0.7, core=core
    )


def _piped(action: Action, key: str, run: str) -> Iterator[Action]:
    piped = only(
        action,
        key=key,
        say=[f"{text}{_WITH_XARGS}" for text in action.say[:2]],
        ask=(),
        end="-print0",
        pipe=f" | xargs -0 -I {{}} {run}",
        explain=[f"{action.explain[0][:-1]} by means of xargs."],
        share=0,
        weight=0.7,
    )
    yield from _both(piped)


def _both(action: Action, linux: bool = False) -> Sequence[Action]:
    """In {dir}, and here, where what lies in the target is left out."""
    here = [search for search in action.core if search != (h.FILES,)]
    top = [search for search in here if p.TOP_ONLY in search]  # which does not look into {dir2}
    below = only(action, end=_NOT_BELOW + action.end, core=here, places=(HERE,))
    found = [
        only(action, places=(THERE,)),
        only(below, without=f"{action.without} top"),
        only(action, core=top, share=0, places=(HERE,)),
    ]
    return [only(one, linux=True) for one in found] if linux else found


def _suffixed(move: bool) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            (world.move if move else world.copy)(path, f"{path}.{s.suffix}")

    return expect


def _other_extension(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.move(path, f"{path.rpartition('.')[0]}.{s.newext}")


def _renames() -> Iterator[Action]:
    yield Action(
        "suffix",
        block("""
            [append|add] .{suffix} to the names of <all>
            rename <all> by [appending|adding] .{suffix} to [each name|their names]
            give <all> the extra extension .{suffix}
            """),
        r"-exec mv {} {}.{suffix} \;",
        ["Appends .{suffix} to the names of the <np>."],
        _suffixed(True),
        core=_NAMED,
        slots={"suffix": one_of("bak", "old", "orig", "done", "disabled")},
    )
    yield Action(
        "keep-copy",
        block("""
            [make|keep] a copy of [each|every one] of the <np> with .{suffix} [added|appended] to
              its name
            back up <all> [next to|beside] the originals with the suffix .{suffix}
            """),
        r"-exec cp {} {}.{suffix} \;",
        ["Copies each of the <np> to a name with .{suffix} added."],
        _suffixed(False),
        core=_NAMED,
        slots={"suffix": one_of("bak", "old", "orig", "copy", "save")},
    )
    yield Action(
        "extension",
        block("""
            [change|rename] the extension of <all> to .{newext}
            rename <all> [to|so that they end in] .{newext}
            [make|turn] the names of <all> end in .{newext} instead
            """),
        """-exec bash -c 'mv "$1" "${1%.*}.{newext}"' _ {} \\;""",
        ["Changes the extension of the <np> to .{newext}."],
        _other_extension,
        core=[search for search in _NAMED if search[0] is not h.MATCHING],
        slots={"newext": one_of("text", "backup", "dat", "new", "out", "raw", "prev")},
    )
