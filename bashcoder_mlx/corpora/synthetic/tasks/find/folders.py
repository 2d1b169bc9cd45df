"""Folders: which there are and how many, empty ones, those of a name."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Plan, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.hollow import (
    bare,
    delete_empty,
    delete_first_empty,
    nested,
    only_empty,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, SKIP, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import task_in
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import BEFORE
from bashcoder_mlx.trial.world import World

WEIGHT = 0.15
_FOLDERS = "[folders|directories]"
_ANY = "[folders|directories|subfolders|subdirectories]"


@dataclass(frozen=True)
class _Wanted:
    """Which folders are listed or counted."""

    key: str
    depth: str
    here: str
    there: str


_DEEP = _Wanted(
    "deep",
    "-mindepth 1",
    "[anywhere under this folder|in this folder, at any depth"
    "|under the current directory, recursively]",
    "[anywhere below|below] {dir}[, at any depth|, however deep|, recursively]",
)
_WANTED = (
    _DEEP,
    _Wanted(
        "direct",
        "-mindepth 1 -maxdepth 1",
        "directly in this folder[, including hidden ones|, hidden ones too]",
        "directly in {dir}[, including hidden ones|, hidden ones too]",
    ),
    _Wanted(
        "two-levels",
        "-mindepth 1 -maxdepth 2",
        "[in this folder down to|in the current directory, down to] two levels",
        "[in|below] {dir}, [down to|at most] two levels deep",
    ),
    _Wanted(
        "second-level",
        "-mindepth 2 -maxdepth 2",
        "exactly two levels [below this folder|below the current directory]",
        "exactly two levels below {dir}",
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        for wanted in _WANTED:
            yield _counted(place, wanted)
            if wanted is not _DEEP:  # that is listed with the other searches
                yield _listed(place, wanted)
        yield from _empty(place)
        yield from _called(place)


def _levels(wanted: _Wanted) -> tuple[int, int]:
    words = wanted.depth.split()
    return int(words[1]), int(words[3]) if len(words) > 2 else 99


def _matching(world: World, s: Bound, place: Place, wanted: _Wanted) -> list[str]:
    top, (low, high) = place.tops(s)[0], _levels(wanted)
    inner = {path: path if top == "." else path[len(top) + 1 :] for path in world.paths(top, "dir")}
    found = [path for path, short in inner.items() if low <= short.count("/") + 1 <= high]
    return [path if place.folders else f"./{path}" for path in found]


def _counted(place: Place, wanted: _Wanted) -> Task:
    where = f" {wanted.there if place.folders else wanted.here}"
    return task_in(
        place,
        f"find/folders.count-{wanted.key}",
        f"find {place.words} {wanted.depth} -type d | wc -l",
        f"""
        [count|show the number of|print the number of] [all the|the|all] {_ANY}<where>
        [find out|tell me|show] how many {_ANY} there are<where>
        """,
        "Counts the directories<where>.",
        ask=f"""
        how many {_ANY} are [there|]<where>?
        [number|count] of [all |]{_ANY}<where>
        """,
        where=where,
        setup=nested(place),
        expect=lambda world, s: f"{len(_matching(world, s, place, wanted))}\n",
    )


def _listed(place: Place, wanted: _Wanted) -> Task:
    where = f" {wanted.there if place.folders else wanted.here}"
    return task_in(
        place,
        f"find/folders.list-{wanted.key}",
        f"find {place.words} {wanted.depth} -type d",
        f"""
        [find|list|show|print] [all the|the|all] {_ANY}<where>
        [search|look] for {_ANY}<where>
        """,
        "Lists the directories<where>.",
        ask=f"""
        [which|what] {_ANY} are [there|]<where>?
        {_ANY}<where>
        """,
        where=where,
        setup=nested(place),
        expect=lambda world, s: any_order(_matching(world, s, place, wanted)),
    )


def _empty(place: Place) -> Iterator[Task]:
    inside = "-mindepth 1 " if place.folders else ""  # find does not delete the directory it is in
    seen = f"{BEFORE}\nexec 2>&1"  # what rmdir complains of is seen
    plans = [
        Plan(setup, delete_empty(place), before=seen)
        for setup in (nested(place), only_empty(place))
    ]
    yield task_in(
        place,
        "find/folders.delete-empty",
        f"find {place.words} {inside}-type d -empty -delete",
        f"""
        [delete|remove|clean up|get rid of] [all |all the |the |]empty {_FOLDERS}<where>
        [find|search for] empty {_FOLDERS}<where> and [delete|remove] them
        [clean up|tidy up]<where> by [deleting|removing] the empty {_FOLDERS}
        delete every one of the empty {_FOLDERS}<where>, so that none is left
        """,
        "Deletes the empty directories<where>.",
        ask=f"""
        [empty {_FOLDERS}<where>: delete them|delete empty {_FOLDERS}<where>]
        I have many empty {_FOLDERS}<where> and want to get rid of them
        how do I delete the empty {_FOLDERS}<where> but keep those with files?
        there should be no empty {_FOLDERS}<where> any more
        """,
        plans=plans,
        weight=3,
    )
    yield task_in(
        place,
        "find/folders.delete-empty-rmdir",
        rf"find {place.words} -mindepth 1 -depth -type d -empty -exec rmdir {{}} \;",
        f"""
        [delete|remove] [all |the |]empty {_FOLDERS}<where>, [with|using|by means of] rmdir, one
          [at a time|by one]
        run rmdir on [each|every one] of the empty {_FOLDERS}<where>
        """,
        "Removes the empty directories<where> with rmdir, one at a time.",
        plans=plans,
    )
    yield task_in(
        place,
        "find/folders.delete-empty-rmdir-all",
        f"find {place.words} {inside}-type d -empty -exec rmdir {{}} +",
        f"[delete|remove] [all |the |]empty {_FOLDERS}<where>, [with|using|by means of] rmdir",
        "Removes the empty directories<where> with rmdir.",
        plans=[
            Plan(setup, delete_first_empty(place), before=seen)
            for setup in (nested(place), bare(place))[: 2 if inside else 1]
        ],
    )


def _folder_name(draw, spaced):
    """The name of a folder such as build, said as it is."""
    value = SKIP["skip"](draw, spaced)
    return value._replace(english=value.english[:1])


def _folders_called(place: Place):
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for folder in (s.name, f"a b/{s.name}", f"b/c/my{s.name}", f"d/{s.name}.old"):
            world.file(f"{top}/{folder}/x.txt", "x\n")
        world.file(f"{top}/e/{s.name}", "a file\n")
        if place.folders:
            world.file(f"beyond/{s.name}/x.txt", "x\n")

    return setup


def _called(place: Place) -> Iterator[Task]:
    def remove(world: World, s: Bound) -> None:
        for path in world.paths(place.tops(s)[0], "dir"):
            if posixpath.basename(path) == s.name:
                world.remove(path)

    yield task_in(
        place,
        "find/folders.delete-called",
        rf"find {place.words} -type d -name {{name}} -prune -exec rm -rf {{}} \;",
        f"""
        [delete|remove] [all |all the |the |]{_FOLDERS} [called|named] {{name}}<where>
        [delete|remove] every [folder|directory] [called|named] {{name}}<where> with
          [its contents|everything in it]
        [find|search for] {_FOLDERS} [called|named] {{name}}<where> and [delete|remove] them
        """,
        "Deletes the directories called {name}<where> with all that is in them.",
        ask=f"""
        delete [all |]{{name}} {_FOLDERS}<where>
        {_FOLDERS}<where>, name {{name}}: rm -rf
        how do I delete every folder called {{name}}<where>, full or not?
        {_FOLDERS} called {{name}} take up space<where>; away with them
        no more {_FOLDERS} by the name of {{name}}<where>
        """,
        slots={"name": _folder_name},
        setup=_folders_called(place),
        expect=remove,
        weight=2,
    )
