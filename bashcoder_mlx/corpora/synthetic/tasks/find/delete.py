"""Deleting what find finds: by find itself, by rm, after a question, one at a time, with xargs."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    nothing_found,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, searches
from bashcoder_mlx.trial.world import World

WEIGHT = 0.83
# What rm complains of is seen, without the questions that find asks.
_LOG = "log=$(mktemp) && exec 2>$log"
_COMPLAINTS = "sed 's/< [^>]*> ? //g' \"$log\""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/delete")


def remove(query: Query, world: World, s: Bound) -> None:
    """Removes what is found."""
    for path in wanted(query, world, s):
        if path in world:  # and not gone with the folder that it was in
            world.remove(path)


def _delete_if_any(query: Query, world: World, s: Bound) -> None:
    if query.paths(world, s):
        remove(query, world, s)


def _delete_shown(query: Query, world: World, s: Bound) -> Outcome:
    shown = query.matches(world, s)
    remove(query, world, s)
    return Outcome(stdout=shown, ordered=False)


DELETE = Action(
    "delete",
    block("""
        [delete|remove|erase|get rid of|clean up|wipe] <all>
        [find|search for|look for] <all> and [delete|remove] them
        [find and delete|find and remove] <all>
        [throw away|dispose of] <all>
        """),
    "-delete",
    ["[Deletes|Removes] the <np>."],
    remove,
    ask=block("""
        delete <np>
        [I no longer need <np>|I want to get rid of <np>]
        <np>: [delete|remove] them
        """),
    core=[
        *(search for search, _ in searches() if search[0] in (h.FILES, h.KIND, h.MATCHING)),
        *((h.PAIR,), (h.TRIPLE,), (h.NOT_KIND,), (h.KIND_STARTS,), (h.KIND_BUT,)),
        *((h.PAIR, t.OLDER), (h.MATCHING_ANY_CASE,), (h.LINKS,)),
    ],
    share=8,
    without="prune regex special setuid setgid betweendays",
    weight=3,
)
_RM = only(
    DELETE,
    say=["[delete|remove] <all> [with rm|by means of rm|by find -exec rm]"],
    ask=(),
    explain=["Runs rm on the <np>."],
    core=(*CORE, (h.FILES, t.NOT_ACCESSED), (h.ANY_CASE,), (h.PAIR,), (h.FILES, z.EMPTY)),
    weight=1,
)


def a_folder(query: Query, world: World, s: Bound) -> None:
    """One more of what is found, with something in it."""
    spec = query.made("part1", 200, s)
    spec.kind, spec.folder = "dir", spec.folder and "part9"
    spec.put(world, query.place.tops(s)[0])


_FOLDERS_TOO = only(
    DELETE,
    key="tree",
    say=block("""
        [delete|remove] <all> [and|with] [everything in them|their contents|all that is in them]
        [recursively delete|recursively remove|rm -rf] <all>
        """),
    ask=(),
    explain=["Removes the <np>, folders with all that is in them."],
    end="-exec rm -rf {} +",
    setup=a_folder,
    core=(
        *((h.ANY, n.CALLED), (h.ANY, n.CONTAINS), (h.ANY, n.STARTS), (h.MATCHING,)),
        *((h.FOLDERS, n.FOLDER_CALLED), (h.FOLDERS, n.STARTS), (h.FOLDERS, n.CONTAINS)),
        *((h.ANY, n.CALLED_ANY_CASE), (h.FOLDERS, n.ENDS), (h.ANY, n.CALLED, p.AT_MOST)),
    ),
    share=0,
    weight=1,
)


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield DELETE
    yield only(
        DELETE,
        key="shown",
        say=block("""
            [delete|remove] <all> and [print|show] [what was deleted|the name of each]
            [delete|remove] <all>, [printing|showing|listing] each one
            """),
        ask=(),
        end="-print -delete",
        explain=["Prints and deletes the <np>."],
        expect=_delete_shown,
        core=CORE,
        share=0,
        weight=1,
    )
    yield only(
        _RM,
        key="asking",
        say=block("""
            [delete|remove] <all>, asking [before each one|for each|me first about each]
            [interactively delete|interactively remove] <all>
            [delete|remove] <all> [with confirmation|after confirmation] for each [file|one]
            """),
        end=r"-ok rm {} \;",
        explain=["Deletes the <np>, asking before each one."],
        stdin="y\n" * 40,
        before=_LOG,
        after=_COMPLAINTS,
        core=(*_RM.core, (u.ENTRIES, t.OLDER), (u.ENTRIES, t.NOT_ACCESSED)),
        share=0,
    )
    yield from ways(only(_RM, key="rm"), "rm", ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS)
    forced = ["[force-delete|forcibly remove|delete with rm -f] <all>"]
    force = only(_RM, key="force", say=forced, explain=["Runs rm -f on the <np>."])
    yield from map(_none, ways(force, "rm -f", ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS))
    yield from map(_none, ways(_FOLDERS_TOO, "rm -rf", ALL_AT_ONCE, XARGS, PLAIN_XARGS))


def _none(action: Action) -> Action:
    """With a trial where nothing is found, of which xargs and rm complain without -f."""
    if not action.pipe:
        return action
    return only(action, expect=_delete_if_any, others=(nothing_found,))
