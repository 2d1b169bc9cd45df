"""Links and folders: broken and hard links, empty folders, folders of a name, their number."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order, silent
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import SKIP
from bashcoder_mlx.trial.world import World

_BELOW = "[in|under|below] {dir} [and all subfolders|and below|recursively]"
_FOLDERS_IN = {
    (False, "dir"): "[anywhere below|below] {dir}[, at any depth|, however deep|, recursively]",
    (
        False,
        "here",
    ): "[anywhere under this folder|in this folder, at any depth|under the current directory, recursively]",
    (True, "dir"): "directly in {dir}[, including hidden ones|, hidden ones too]",
    (True, "here"): "directly in this folder[, including hidden ones|, hidden ones too]",
}
_HERE = "[here and in subfolders|in this folder and its subfolders|under the current directory]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _links()
    yield from _folders()


def _linked(world: World, s: Bound) -> None:
    top = getattr(s, "dir", "here") if "dir" in s else "here"
    for folder in (top, f"{top}/inner", "beyond"):
        world.file(f"{folder}/real.txt", "text\n")
        world.link(f"{folder}/good", "real.txt")
        world.link(f"{folder}/bad", "gone.txt")


def _links() -> Iterator[Task]:
    for place, text, top in (("{dir}", "[in|under|below|inside] {dir}", "dir"), (".", _HERE, "")):
        yield Task(
            name=f"find-special.broken-links-{top or 'here'}",
            say=[
                f"[find|list|show] [all |all the |the |][broken|dangling] [symbolic "
                f"links|symlinks] {text}",
                f"[find|list] [symbolic links|symlinks] {text} whose target [does not exist|is "
                f"missing]",
            ],
            ask=[f"[are there any|which are the] broken [symlinks|symbolic links] {text}?"],
            run={"linux": f"find {place} -xtype l", "macos": f"find -L {place} -type l"},
            explain=[f"Lists the broken symbolic links {text}."],
            setup=_linked,
            expect=lambda world, s: any_order(
                [
                    p if "dir" in s else f"./{p}"
                    for p in world.paths(s.dir if "dir" in s else ".", "link")
                    if p.endswith("bad")
                ]
            ),
        )
        yield Task(
            name=f"find-special.delete-broken-links-{top or 'here'}",
            say=[
                f"[delete|remove] [all |all the |the |][broken|dangling] [symbolic "
                f"links|symlinks] {text}"
            ],
            run={
                "linux": f"find {place} -xtype l -delete",
                "macos": f"find -L {place} -type l -exec rm {{}} +",
            },
            explain=[f"Deletes the broken symbolic links {text}."],
            setup=_linked,
            expect=lambda world, s: silent(
                [
                    world.remove(p)
                    for p in world.paths(s.dir if "dir" in s else ".", "link")
                    if p.endswith("bad")
                ]
            ),
        )
    yield Task(
        name="find-special.links-to",
        say=[
            "[find|list|show] [all |the |][symbolic links|symlinks] [in|under|below] {dir} that "
            "point "
            "to [something|a path|a target] [containing|with] {word}"
        ],
        ask=[
            "[which|what] [symlinks|symbolic links] in {dir} point to a target containing {word}?"
        ],
        run="find {dir} -lname '*{word}*'",
        explain=["Lists the symbolic links in {dir} whose target contains {word}."],
        setup=lambda world, s: silent(
            [
                world.link(f"{s.dir}/a", f"../{s.word}x/b"),
                world.link(f"{s.dir}/c/d", f"my{s.word}"),
                world.link(f"{s.dir}/{s.word}", "other"),
                world.link("out", s.word),
                world.file(f"{s.dir}/{s.word}1", "x\n"),
            ]
        ),
        expect=lambda world, s: any_order([f"{s.dir}/a", f"{s.dir}/c/d"]),
    )
    yield Task(
        name="find-special.hard-links",
        say=[
            "[find|list|show] [all |]files [in|under|below] {dir} with more than one [hard "
            "link|name]",
            "[find|list] [all |]hard-linked files [in|under|below] {dir}",
        ],
        run="find {dir} -type f -links +1",
        explain=["Lists the files in {dir} that have more than one hard link."],
        setup=lambda world, s: silent(
            [world.file(f"{s.dir}/{name}", "same\n") for name in ("a", "sub/b", "c", "d")]
        ),
        before="ln -f {dir}/a {dir}/sub/b",
        expect=lambda world, s: any_order([f"{s.dir}/a", f"{s.dir}/sub/b"]),
    )
    yield Task(
        name="find-special.same-file",
        say=[
            "[find|list|show] [all |]hard links [to|of] {file} [in|under|below] {dir}",
            "[find|list] [every name|all names] [under|in] {dir} that [are|is] the same file as "
            "{file}",
        ],
        ask=["[which|what] names in {dir} are hard links to {file}?"],
        run="find {dir} -samefile {file}",
        explain=["Lists the hard links to {file} that lie in {dir}."],
        setup=lambda world, s: silent(
            [
                world.file(f"{s.dir}/a", "same\n"),
                world.file(f"{s.dir}/b", "same\n"),
                world.file(s.file, "same\n"),
            ]
        ),
        before="ln -f {file} {dir}/a",
        expect=lambda world, s: any_order([f"{s.dir}/a"]),
    )


def _nested(world: World, s: Bound) -> None:
    top = s.dir if "dir" in s else "."
    for folder in ("empty1", "full/empty2", "a/b/c", ".hid"):
        world.dir(f"{top}/{folder}")
    world.file(f"{top}/full/x.txt", "x\n")
    world.file(f"{top}/top.txt", "x\n")
    world.file("beyond/y.txt", "x\n")
    world.dir("beyond/empty3")


def _no_empty(world: World, s: Bound) -> None:
    """What is left once a folder without files, at whatever depth, has gone."""
    top = s.dir if "dir" in s else "."
    files = world.paths(kind="file")
    for folder in world.paths(top, "dir"):
        if folder in world and not any(path.startswith(f"{folder}/") for path in files):
            world.remove(folder)


def _folders() -> Iterator[Task]:
    for place, text in (("{dir}", "[in|under|below|inside] {dir}"), (".", _HERE)):
        key = "dir" if "dir" in place else "here"
        yield Task(
            name=f"find-special.delete-empty-folders-{key}",
            say=[
                f"[delete|remove|clean up] [all |all the |the |]empty [folders|directories] {text}"
            ],
            run=f"find {place} -mindepth 1 -type d -empty -delete",
            explain=[f"Deletes the empty directories {text}."],
            setup=_nested,
            expect=_no_empty,
            weight=3,
        )
        for action, pipe in (("count", " | wc -l"), ("count-direct", " | wc -l"), ("direct", "")):
            direct = "direct" in action
            depth = "-mindepth 1 -maxdepth 1" if direct else "-mindepth 1"
            where = _FOLDERS_IN[direct, key]
            verb = "[count|show the number of]" if pipe else "[find|list]"
            yield Task(
                name=f"find-special.folders-{action}-{key}",
                say=[f"{verb} [all the|the|all] [folders|directories|subfolders] {where}"],
                ask=[f"[how many|number of|count of all] [folders|directories|subfolders] {where}"]
                if pipe
                else [f"[folders|directories|subfolders] {where}"],
                run=f"find {place} {depth} -type d{pipe}",
                explain=[f"{'Counts' if pipe else 'Lists'} the directories {where}."],
                setup=_nested,
                expect=_folder_list(direct, bool(pipe)),
            )
        yield Task(
            name=f"find-special.delete-folders-called-{key}",
            say=[
                f"[delete|remove] [all |all the |the |][folders|directories] [called|named] "
                f"{{name}} {text}",
                f"[delete|remove] every [folder|directory] [called|named] {{name}} {text} with "
                f"[its contents|everything in it]",
            ],
            run=f"find {place} -type d -name {{name}} -prune -exec rm -rf {{}} +",
            explain=[f"Deletes the directories called {{name}} {text} with all that is in them."],
            slots={"name": _folder_name},
            setup=_folders_called,
            expect=lambda world, s: silent(
                [
                    world.remove(p)
                    for p in world.paths(s.dir if "dir" in s else ".", "dir")
                    if posixpath.basename(p) == s.name
                ]
            ),
        )


def _folder_name(draw: Draw, spaced: bool) -> Value:
    """The name of a folder such as build, said as it is."""
    value = SKIP["skip"](draw, spaced)
    return value._replace(english=value.english[:1])


def _folders_called(world: World, s: Bound) -> None:
    top = s.dir if "dir" in s else "."
    for folder in (s.name, f"a/{s.name}", f"b/c/my{s.name}", f"d/{s.name}.old"):
        world.file(f"{top}/{folder}/x.txt", "x\n")
    world.file(f"{top}/e/{s.name}", "a file\n")


def _folder_list(direct: bool, counted: bool):
    def expect(world: World, s: Bound):
        top = s.dir if "dir" in s else "."
        found = world.paths(top, "dir", 1 if direct else None)
        if counted:
            return f"{len(found)}\n"
        return any_order([path if "dir" in s else f"./{path}" for path in found])

    return expect
