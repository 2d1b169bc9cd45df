"""Permissions, owners and times of what find finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY, World

WEIGHT = 0.78
_FOLDERS = ((h.FOLDERS,), (h.FOLDERS, n.FOLDER_CALLED), (h.FOLDERS, n.STARTS))
_FILES = (*CORE, (h.KIND, n.CONTAINS_ANY_CASE), (h.ANY_CASE,), (h.FILES, o.NOT_MODE))
# As chown and chgrp, which the sandbox cannot run: the sticky bit stands for the owner, the
# set-group-id bit for the group.
STAND_IN = """\
tools=$(mktemp -d)
printf '#!/bin/bash\\n[ "$1" = {0} ] && exec chmod {1} "${{@:2}}"\\n' >"$tools/{2}"
chmod +x "$tools/{2}"
PATH=$tools:$PATH"""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/permissions")


def with_mode(change: Callable[[int, Bound], int]) -> Effect:
    """Gives what is found another mode, made of the one that it has."""

    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            if path != ".":
                world[path].mode = change(world[path].mode, s)

    return expect


def _dated(query: Query, world: World, s: Bound) -> None:
    """Gives folders times that are compared."""
    for path in world.paths(kind="dir"):
        world[path].mtime = now().timestamp() - DAY


def _touch(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world[path].age = 0.0


def _set(key: str, slot: str) -> Action:
    return Action(
        key,
        block(f"""
            [set|change] the permissions of <all> to {{{slot}}}
            chmod <all> to {{{slot}}}
            give <all> [permissions|mode] {{{slot}}}
            set the mode of <all> to {{{slot}}}
            make the permissions of <all> {{{slot}}}
            """),
        "",
        [f"Sets the permissions of the <np> to {{{slot}}}."],
        with_mode(lambda mode, s: int(s[slot].data, 8)),
        ask=block(f"""
            chmod {{{slot}}} on <np>
            <np>: permissions {{{slot}}}
            """),
        core=_FILES,
        without="mode notmode",
        weight=2,
    )


@dataclass(frozen=True)
class _Change:
    """A symbolic change of modes."""

    words: str
    say: str
    explain: str
    effect: Callable[[int], int]
    start: int = 0o644
    """The mode of all files before, so that the change shows."""


_CHANGES = (
    _Change(
        "+x",
        "[make <all> executable|[give|add] execute permission to <all>]",
        "Makes the <np> executable.",
        lambda mode: mode | 0o111,
    ),
    _Change(
        "a-w",
        "[make <all> read-only|[remove|take away] write permission from <all>|write-protect <all>]",
        "Makes the <np> read-only.",
        lambda mode: mode & ~0o222,
    ),
    _Change(
        "go=",
        "[[remove|take away] all permissions of group and others from <all>"
        "|make <all> accessible to [their owner|the owner] only]",
        "Takes all permissions on the <np> from group and others.",
        lambda mode: mode & ~0o077,
    ),
    _Change(
        "u+w",
        "[[give|allow] the owner [write permission|to write] [on|to] <all>"
        "|make <all> writable [for|by] their owner]",
        "Lets the owner write to the <np>.",
        lambda mode: mode | 0o200,
        0o444,
    ),
    _Change(
        "g+w",
        "[[give|allow] the group [write permission|to write] [on|to] <all>"
        "|make <all> writable [for|by] the group]",
        "Lets the group write to the <np>.",
        lambda mode: mode | 0o020,
    ),
    _Change(
        "a+r",
        "[make <all> readable [for|by] everyone|let everyone read <all>]",
        "Lets everyone read the <np>.",
        lambda mode: mode | 0o444,
        0o600,
    ),
    _Change(
        "o-rwx",
        "[[remove|take away] all permissions of others from <all>|lock others out of <all>]",
        "Takes all permissions on the <np> from others.",
        lambda mode: mode & ~0o007,
    ),
)


def _changed(change: _Change) -> Action:
    def setup(query: Query, world: World, s: Bound) -> None:
        for path in world.files():
            world[path].mode = world[path].mode & 0o7000 | change.start

    return Action(
        f"chmod{change.words}",
        [change.say],
        "",
        [change.explain],
        with_mode(lambda mode, s: change.effect(mode)),
        setup=setup,
        without="mode exec owrite user",
    )


def _owned(tool: str, slot: str, noun: str, bit: str, mask: int) -> Action:
    return Action(
        tool,
        block(f"""
            [change|set] the {noun} of <all> to {{{slot}}}
            {tool} <all> to {{{slot}}}
            make {{{slot}}} the {noun} of <all>
            let <all> belong to [the {noun} |]{{{slot}}}
            """),
        "",
        [f"Makes {{{slot}}} the {noun} of the <np>."],
        with_mode(lambda mode, s: mode | mask),
        before=STAND_IN.format(f"{{{slot}}}", bit, tool),
        without="user group mode",
    )


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    every = (ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS)
    yield from ways(_set("chmod", "mode2"), "chmod {mode2}", *every, share=10)
    slots = {"foldermode": one_of("755", "750", "775", "700", "711")}
    folders = replace(_set("folders", "foldermode"), core=_FOLDERS, slots=slots)
    yield from ways(folders, "chmod {foldermode}", *every)
    for change in _CHANGES:
        yield from ways(_changed(change), f"chmod {change.words}", *every[:3])
    yield from ways(_owned("chown", "user2", "owner", "+t", 0o1000), "chown {user2}", *every[:3])
    yield from ways(_owned("chgrp", "group2", "group", "g+s", 0o2000), "chgrp {group2}", *every[:2])
    touch = Action(
        "touch",
        block("""
            [update|set] the modification [time|date] of <all> to now
            touch <all>
            """),
        "",
        ["Sets the time of the last change of the <np> to now."],
        _touch,
        setup=_dated,
        without="newermin",
    )
    yield from ways(touch, "touch", ALL_AT_ONCE, EACH, XARGS)
