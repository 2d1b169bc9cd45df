"""Changing what find finds: deleting, moving, copying, permissions, compressing, packing."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find_action import (
    CORE,
    MORE,
    Action,
    beside,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Query
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_NAMED = [parts for parts in CORE if parts[0].key in ("kind", "pair", "kindstarts")]
_INTO = {"dir2": SLOTS["dir"]}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_deletes(), *_modes(), *_transfers(), *_packs()):
        yield from action.tasks()


def _delete(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.remove(path)


def _deletes() -> list[Action]:
    delete = Action(
        "delete",
        ["[delete|remove|erase|get rid of] <all>", "[find|search for] <all> and [delete|remove] "
                                                   "them",
         "[find and delete|find and remove] <all>"],
        "-delete", ["[Deletes|Removes] the <np>."], _delete,
        sets=MORE, without="prune", weight=3,
    )  # fmt: skip
    yes = {"stdin": "y\n" * 20}
    return [
        delete,
        only(
            delete, key="delete-shown", end="-print -delete", sets=CORE, weight=1,
            say=["[delete|remove] <all> and [print|show] [what was deleted|the name of each]",
                 "[delete|remove] <all>, [printing|showing|listing] each one"],
            explain=["Prints and deletes the <np>."], expect=_delete_shown,
        ),
        only(
            delete, key="delete-asking", end=r"-ok rm {} \;", sets=CORE, weight=1, **yes,
            say=["[delete|remove] <all>, asking [before each one|for each|me first about each]",
                 "[interactively delete|interactively remove] <all>",
                 "[delete|remove] <all> [with confirmation|after confirmation] for each "
                 "[file|one]"],
            explain=["Deletes the <np>, asking before each one."],
        ),
        only(
            delete, key="delete-xargs", end="-print0", pipe=" | xargs -0 rm", sets=CORE, weight=1,
            say=["[delete|remove] <all>, [with|using] [find and |]xargs",
                 "[use find and xargs|use xargs] to [delete|remove] <all>"],
            explain=["Deletes the <np> by means of xargs."],
        ),
        only(
            delete, key="delete-rm", end="-exec rm {} +", sets=CORE, weight=1,
            say=["[delete|remove] <all> [with|using|by means of] find -exec rm",
                 "use find with -exec to [delete|remove] <all>", "run rm on <all>"],
            explain=["Runs rm on the <np>."],
        ),
    ]  # fmt: skip


def _delete_shown(query: Query, world: World, s: Bound) -> Outcome:
    shown = query.matches(world, s)
    _delete(query, world, s)
    return Outcome(stdout=shown, ordered=False)


def _mode(change):
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            world[path].mode = change(world[path].mode, s)

    return expect


def _modes() -> list[Action]:
    asked = "exec mode owrite"
    return [
        Action(
            "chmod",
            ["[set|change] the permissions of <all> to {mode2}", "chmod <all> to {mode2}",
             "give <all> [permissions|mode] {mode2}", "set the mode of <all> to {mode2}"],
            "-exec chmod {mode2} {} +", ["Sets the permissions of the <np> to {mode2}."],
            _mode(lambda mode, s: int(s.mode2, 8)), sets=MORE, without="mode",
        ),
        Action(
            "executable",
            ["make <all> executable", "[give|add] execute permission to <all>"],
            "-exec chmod +x {} +", ["Makes the <np> executable."],
            _mode(lambda mode, s: mode | 0o111), without=f"{asked} group",
        ),
        Action(
            "read-only",
            ["make <all> read-only", "[remove|take away] write permission from <all>",
             "write-protect <all>"],
            "-exec chmod a-w {} +", ["Makes the <np> read-only."],
            _mode(lambda mode, s: mode & ~0o222), without=asked,
        ),
        Action(
            "private",
            ["[remove|take away] all permissions of group and others from <all>",
             "make <all> accessible to [their owner|the owner] only"],
            "-exec chmod go= {} +", ["Takes all permissions on the <np> from group and others."],
            _mode(lambda mode, s: mode & ~0o077), without=f"{asked} group user",
        ),
        Action(
            "chmod-xargs",
            ["[set|change] the permissions of <all> to {mode2}, [with|using] xargs",
             "use find and xargs to chmod <all> to {mode2}"],
            "-print0", ["Sets the permissions of the <np> to {mode2} by means of xargs."],
            _mode(lambda mode, s: int(s.mode2, 8)), pipe=" | xargs -0 chmod {mode2}",
            without="mode",
            sets=CORE[:8],
        ),
        Action(
            "rename-suffix",
            ["[append|add] .{suffix} to the names of <all>",
             "rename <all> by [appending|adding] .{suffix} to [each name|their names]",
             "give <all> the extra extension .{suffix}"],
            r"-exec mv {} {}.{suffix} \;", ["Appends .{suffix} to the names of the <np>."],
            _suffixed, sets=_NAMED,
            slots={"suffix": one_of("bak", "old", "orig", "done", "disabled")},
        ),
        Action(
            "keep-copy",
            ["make a copy of [each|every one] of the <np> with .{suffix} [added|appended] to its "
             "name",
             "back up <all> [next to|beside] the originals with the suffix .{suffix}"],
            r"-exec cp {} {}.{suffix} \;", ["Copies each of the <np> to a name with .{suffix} "
                                            "added."],
            _copied_suffix, sets=_NAMED,
            slots={"suffix": one_of("bak", "old", "orig", "copy", "save")},
        ),
    ]  # fmt: skip


def _suffixed(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.move(path, f"{path}.{s.suffix}")


def _copied_suffix(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.copy(path, f"{path}.{s.suffix}")


def _into(move: bool):
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            if not query.here or not path.startswith(f"{s.dir2}/"):
                target = f"{s.dir2}/{posixpath.basename(path)}"
                (world.move if move else world.copy)(path, target)

    return expect


def _transfers() -> list[Action]:
    """Those within {dir}; here, {dir2} lies below the place and has to be left out."""
    move = Action(
        "move",
        ["move <all> [to|into] {dir2}", "[find|collect] <all> and move them [to|into] {dir2}",
         "put <all> into {dir2}, moving them"],
        r"-exec mv {} {dir2}/ \;", ["Moves the <np> into {dir2}."], _into(True),
        setup=beside, sets=MORE, without="called files-here mode exec owrite prune", slots=_INTO,
    )  # fmt: skip
    copy = only(
        move, key="copy", end=r"-exec cp {} {dir2}/ \;", expect=_into(False),
        say=["copy <all> [to|into] {dir2}", "[find|collect] <all> and copy them [to|into] {dir2}",
             "put copies of <all> into {dir2}"],
        explain=["Copies the <np> into {dir2}."],
        without=f"{move.without} user group",
    )  # fmt: skip
    xargs = only(
        copy, key="copy-xargs", end="-print0", pipe=" | xargs -0 -I {} cp {} {dir2}/",
        sets=CORE[:8],
        say=["copy <all> [to|into] {dir2}, [with|using] xargs",
             "use find and xargs to copy <all> [to|into] {dir2}"],
        explain=["Copies the <np> into {dir2} by means of xargs."],
    )  # fmt: skip
    return [_outside(move), _inside(move), _outside(copy), _inside(copy), _outside(xargs)]


def _outside(action: Action) -> Action:
    return only(action, here=False)


def _inside(action: Action) -> Action:
    """Only here; what lies in {dir2} already is passed over."""
    end = f"-not -path './{{dir2}}/*' {action.end}"
    sets = [parts for parts in action.sets if len(parts) > 1 or parts[0].key != "files"]
    return only(action, end=end, sets=sets, there=False)


def _unpacked(draw: Draw, spaced: bool) -> Value:
    """A kind of files that are not compressed already."""
    while (value := SLOTS["kind"](draw, spaced)).data in ("gz", "zip"):
        pass
    return value


def _gzip(keep: bool):
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            world.copy(path, f"{path}.gz", keep=True)
            world.hold(f"{path}.gz", Archive(world[path].data, "gz"))
            if not keep:
                world.remove(path)

    return expect


def _packs() -> list[Action]:
    special = "user group hidden mode empty"
    kinds = {"kind": _unpacked, "ext": one_of("log", "txt", "csv", "json", "xml", "sql", "dat")}
    return [
        Action(
            "gzip",
            ["[compress|gzip] <all>[ with gzip| by gzip|]", "[find|search for] <all> and gzip "
                "them"],
            "-exec gzip {} +", ["Compresses the <np> with gzip."], _gzip(False),
            sets=MORE, without=special, slots=kinds,
        ),
        Action(
            "gzip-keep",
            ["[compress|gzip] <all> [but keep|keeping] the originals",
             "make gzip-compressed copies of <all> beside the originals"],
            "-exec gzip -k {} +", ["Compresses the <np> with gzip and keeps the originals."],
            _gzip(True), sets=[p for p in _NAMED if len(p) > 1 or p[0].key != "files"],
            without=special, slots=kinds,
        ),
        Action(
            "tar",
            ["[pack|archive|put] <all> into [the archive |the tarball |]{tgz}",
             "[create|make] [a compressed archive|a gzipped tarball|the archive] {tgz} "
             "[of|with|from] <all>",
             "find <all> and [pack|put] them into {tgz}"],
            "-print0", ["Packs the <np> into the compressed archive {tgz}."], _tar,
            pipe=" | tar -czf {tgz} --null -T -", here=False, sets=MORE, without="empty",
        ),
    ]  # fmt: skip


def _tar(query: Query, world: World, s: Bound) -> None:
    files = {path: (world[path].data, world[path].mode) for path in wanted(query, world, s)}
    world.file(s.tgz).data = Archive(files, "gz")
