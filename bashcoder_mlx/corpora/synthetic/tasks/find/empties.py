"""Empty folders and files deleted in other words: from the deepest up, by rmdir as find comes to
them, with their parents, printed.
"""

from collections.abc import Iterator
from functools import partial

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.hollow import (
    delete_empty,
    empty_folders,
    nested,
    only_empty,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import task_in
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import BEFORE
from bashcoder_mlx.trial.world import World

WEIGHT = 0.17
_FOLDERS = "[folders|directories]"
_SEEN = f"{BEFORE}\nexport LC_ALL=C\nexec 2>&1"  # what find and rmdir complain of is seen


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        yield _deepest_first(place)
        yield _by_rmdir(place)
        yield _as_it_comes(place)
        yield from _files_too(place)
        yield _everything(place)
    yield _with_parents(THERE)


def _plans(place: Place, expect, *setups) -> list[Plan]:
    setups = setups or (nested(place), only_empty(place))
    return [Plan(setup, expect, before=_SEEN) for setup in setups]


def _no_folders(place: Place):
    """What is left of a place, which goes too where it is no more than empty folders."""

    def expect(world: World, s: Bound) -> None:
        delete_empty(place)(world, s)
        top = place.tops(s)[0]
        if place.folders and not world.paths(top):
            world.remove(top)

    return expect


def _deepest_first(place: Place) -> Task:
    return task_in(
        place,
        "find/empties.depth-delete",
        f"find {place.words} -depth -type d -empty -delete",
        f"""
        [delete|remove] [all |the |]empty {_FOLDERS}<where>, from the deepest up[|, find -delete]
        [delete|remove] the empty {_FOLDERS}<where> depth first, with find -depth and -delete
        [get rid of|clean up] empty {_FOLDERS}<where>, [deepest ones|those farthest down] first
        depth first, [delete|remove] every [folder|directory]<where> that is empty
        """,
        "Deletes the empty directories<where>, the deepest first.",
        ask=f"""
        empty {_FOLDERS}<where>: [delete|remove] them from the bottom up
        find -depth: delete empty {_FOLDERS}<where>
        [I have|there are] empty {_FOLDERS}<where>; delete them bottom up
        how do I delete empty {_FOLDERS}<where>, inner ones before outer ones?
        """,
        plans=_plans(place, _no_folders(place)),
    )


def _by_rmdir(place: Place) -> Task:
    setups = [only_empty(place)] if place.folders else []  # rmdir cannot remove where it is
    return task_in(
        place,
        "find/empties.depth-rmdir",
        rf"find {place.words} -depth -type d -empty -exec rmdir {{}} \;",
        f"""
        run rmdir on [each|every one] of the empty {_FOLDERS}<where>, the deepest first
        [delete|remove] [all |the |]empty {_FOLDERS}<where> with rmdir, from the deepest up
        use find -depth and rmdir to [delete|remove] empty {_FOLDERS}<where>
        [remove|delete] empty {_FOLDERS}<where> depth first, [calling|running] rmdir for each
        """,
        "Removes the empty directories<where> with rmdir, the deepest first.",
        ask=f"""
        rmdir of all empty {_FOLDERS}<where>, bottom up
        [which command|how do I] remove empty {_FOLDERS}<where> by rmdir, inner ones first?
        find -depth, then rmdir each: empty {_FOLDERS}<where>
        I want rmdir for every empty [folder|directory]<where>, those farthest down first
        """,
        plans=_plans(place, _no_folders(place), nested(place), *setups),
    )


def _complaints(place: Place, world: World, s: Bound) -> Outcome:
    """Find wants to enter a folder after rmdir has removed it, and says that it cannot."""
    gone = empty_folders(world, place, s)
    for folder in gone:
        world.remove(folder)
    shown = [path if place.folders else f"./{path}" for path in gone]
    said = [f"find: '{path}': No such file or directory" for path in shown]
    return Outcome(stdout=said, ordered=False, status=1)


def _as_it_comes(place: Place) -> Task:
    return task_in(
        place,
        "find/empties.rmdir",
        rf"find {place.words} -type d -empty -exec rmdir {{}} \;",
        f"""
        run rmdir on each empty [folder|directory]<where> as find comes to it
        [delete|remove] the {_FOLDERS}<where> that are empty [now|already], with rmdir for each
        use find -type d -empty and rmdir to remove the empty {_FOLDERS}<where>, not their parents
        call rmdir once for every empty [folder|directory]<where>, not from the deepest up
        """,
        "Removes the empty directories<where> with rmdir as find comes to them; find complains "
        "that it cannot enter them any more.",
        ask=f"""
        rmdir on each empty [folder|directory]<where>, leaving those that become empty by it
        [how|how can I] run rmdir on every [folder|directory]<where> that has nothing in it yet?
        empty {_FOLDERS}<where>: one rmdir each, top down
        I want every {_FOLDERS} that are empty now<where> removed by rmdir, no parents
        """,
        plans=_plans(place, partial(_complaints, place)),
    )


def _parents(place: Place, world: World, s: Bound) -> Outcome:
    """Each rmdir -p names what it tries, up to the first folder that holds something."""
    said = []
    for path in empty_folders(world, place, s):
        while path:
            said.append(f"rmdir: removing directory, '{path}'")
            if world.paths(path):
                break
            world.remove(path)
            path = path.rpartition("/")[0]
    return any_order(said)


def _with_parents(place: Place) -> Task:
    flags = "-vp --ignore-fail-on-non-empty"
    return task_in(
        place,
        "find/empties.rmdir-parents",
        {"linux": f"find {place.words} -type d -empty -exec rmdir {flags} {{}} +"},
        f"""
        [remove|delete] the empty {_FOLDERS}<where> and the parents that become empty, by rmdir,
          and say which
        run rmdir -vp --ignore-fail-on-non-empty on the empty {_FOLDERS}<where>
        [remove|delete] empty {_FOLDERS}<where> with rmdir -p, verbosely, with no errors about
          parents that hold something
        [clean up|tidy up] empty {_FOLDERS}<where> and the parents left empty by rmdir, naming each
        """,
        "Removes the empty directories<where> and the parents left empty, and names them.",
        ask=f"""
        rmdir -v -p for all empty {_FOLDERS}<where>, without complaints about full parents
        [which|what] rmdir call removes empty {_FOLDERS}<where> with their empty parents, verbosely?
        empty {_FOLDERS}<where>: remove them and their empty parents by rmdir, show each
        I want rmdir to remove empty {_FOLDERS}<where>, parents too if they get empty, and name them
        """,
        plans=_plans(place, partial(_parents, place)),
    )


def _files_too(place: Place) -> Iterator[Task]:
    def shown(world: World, s: Bound) -> Outcome:
        """Also the place itself, where nothing is left in it."""
        before, top = world.paths(), place.tops(s)[0]
        for path in world.files(top):
            if not world[path].data:
                world.remove(path)
        _no_folders(place)(world, s)
        gone = [path for path in before if path not in world]
        paths = [path if place.folders else f"./{path}" for path in gone]
        return any_order([*paths, *([] if place.folders or world.paths() else ["."])])

    def expect(world: World, s: Bound) -> None:
        shown(world, s)

    yield task_in(
        place,
        "find/empties.delete",
        f"find {place.words} -empty -delete",
        f"""
        [delete|remove] [all |the |]empty files and {_FOLDERS}<where>
        [delete|remove] [whatever|everything that] is empty<where>, files [and|or] {_FOLDERS}
        [get rid of|clean up] empty files and empty {_FOLDERS}<where>
        find what is empty<where>, of any type, and [delete|remove] it
        """,
        "Deletes the empty files and directories<where>.",
        ask=f"""
        empty files and {_FOLDERS}<where>: delete
        [how do I|what command will] delete both empty files and empty {_FOLDERS}<where>?
        I want no empty files or {_FOLDERS}<where> any more
        there are empty files and {_FOLDERS}<where>; remove them
        """,
        plans=_plans(place, expect),
    )
    yield task_in(
        place,
        "find/empties.delete-shown",
        f"find {place.words} -empty -print -delete",
        f"""
        [delete|remove] [all |the |]empty files and {_FOLDERS}<where>, [printing|showing] each
        [print|list] and [delete|remove] [whatever|everything that] is empty<where>
        [clean up|get rid of] empty files and {_FOLDERS}<where> and [show|print] what they were
        find what is empty<where>, of any type, print it and [delete|remove] it
        """,
        "Prints and deletes the empty files and directories<where>.",
        ask=f"""
        empty files and {_FOLDERS}<where>: print, then delete
        which files and {_FOLDERS}<where> are empty? show them and delete them
        find -print -delete of empty files and {_FOLDERS}<where>
        I want empty files and {_FOLDERS}<where> deleted, and a list of them
        """,
        plans=_plans(place, shown),
    )


def _everything(place: Place) -> Task:
    def expect(world: World, s: Bound) -> None:
        for path in [place.tops(s)[0]] if place.folders else world.paths(depth=1):
            world.remove(path)

    what = "everything in [this folder|the current directory][, hidden or not|]"
    if place.folders:
        what = "{dir} and everything [in it|below it]"
    return task_in(
        place,
        "find/empties.everything",
        f"find {place.words} -delete",
        f"""
        [delete|remove] {what} with find -delete
        use [a bare|] find -delete to [delete|remove] {what}
        [wipe|erase] {what} by find -delete
        [throw away|get rid of] {what}, with find and -delete alone
        """,
        f"Deletes {what}.",
        ask=f"""
        find -delete without any test: {what}
        [how do I|how can I] delete {what} by find?
        I no longer need {what}; delete by find -delete
        {what}: delete with find
        """,
        plans=_plans(place, expect, nested(place)),
    )
