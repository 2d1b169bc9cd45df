"""Searches with find that are each their own: links, folders, duplicates of names, whole systems."""

import posixpath
from collections import Counter
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find_criteria import bare
from bashcoder_mlx.corpora.synthetic.tasks.find_query import SKIP
from bashcoder_mlx.corpora.synthetic.world import World

_BELOW = "[in|under|below] {dir} [and all subfolders|and below|recursively]"
_FOLDERS_IN = {
    (False, "dir"): "[anywhere below|below] {dir}[, at any depth|, however deep|, recursively]",
    (False, "here"): "[anywhere below here|below here, at any depth|below this folder, recursively]",
    (True, "dir"): "directly in {dir}[, including hidden ones|, hidden ones too]",
    (True, "here"): "directly in this folder[, including hidden ones|, hidden ones too]",
}
_HERE = "[here and below|in this folder and its subfolders|below the current directory]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _links()
    yield from _folders()
    yield from _modes()
    yield from _tables()
    yield from _times()
    yield from _system()
    yield from _each_file()


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
                f"[find|list|show] [all |all the |the |][broken|dangling] [symbolic links|symlinks] {text}",
                f"[find|list] [symbolic links|symlinks] {text} whose target [does not exist|is missing]",
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
                f"[delete|remove] [all |all the |the |][broken|dangling] [symbolic links|symlinks] {text}"
            ],
            run={
                "linux": f"find {place} -xtype l -delete",
                "macos": f"find -L {place} -type l -exec rm {{}} +",
            },
            explain=[f"Deletes the broken symbolic links {text}."],
            setup=_linked,
            expect=lambda world, s: [
                world.remove(p)
                for p in world.paths(s.dir if "dir" in s else ".", "link")
                if p.endswith("bad")
            ]
            and None,
        )
    yield Task(
        name="find-special.links-to",
        say=[
            "[find|list|show] [all |the |][symbolic links|symlinks] [in|under|below] {dir} that point "
            "to [something|a path|a target] [containing|with] {word}"
        ],
        ask=["[which|what] [symlinks|symbolic links] in {dir} point to a target containing {word}?"],
        run="find {dir} -lname '*{word}*'",
        explain=["Lists the symbolic links in {dir} whose target contains {word}."],
        setup=lambda world, s: [
            world.link(f"{s.dir}/a", f"../{s.word}x/b"), world.link(f"{s.dir}/c/d", f"my{s.word}"),
            world.link(f"{s.dir}/{s.word}", "other"), world.link("out", s.word),
            world.file(f"{s.dir}/{s.word}1", "x\n"),
        ] and None,
        expect=lambda world, s: any_order([f"{s.dir}/a", f"{s.dir}/c/d"]),
    )  # fmt: skip
    yield Task(
        name="find-special.hard-links",
        say=[
            "[find|list|show] [all |]files [in|under|below] {dir} with more than one [hard link|name]",
            "[find|list] [all |]hard-linked files [in|under|below] {dir}",
        ],
        run="find {dir} -type f -links +1",
        explain=["Lists the files in {dir} that have more than one hard link."],
        setup=lambda world, s: [
            world.file(f"{s.dir}/{name}", "same\n") for name in ("a", "sub/b", "c", "d")
        ] and None,
        before="ln -f {dir}/a {dir}/sub/b",
        expect=lambda world, s: any_order([f"{s.dir}/a", f"{s.dir}/sub/b"]),
    )  # fmt: skip
    yield Task(
        name="find-special.same-file",
        say=[
            "[find|list|show] [all |]hard links [to|of] {file} [in|under|below] {dir}",
            "[find|list] [every name|all names] [under|in] {dir} that [are|is] the same file as {file}",
        ],
        ask=["[which|what] names in {dir} are hard links to {file}?"],
        run="find {dir} -samefile {file}",
        explain=["Lists the hard links to {file} that lie in {dir}."],
        setup=lambda world, s: [
            world.file(f"{s.dir}/a", "same\n"), world.file(f"{s.dir}/b", "same\n"),
            world.file(s.file, "same\n"),
        ] and None,
        before="ln -f {file} {dir}/a",
        expect=lambda world, s: any_order([f"{s.dir}/a"]),
    )  # fmt: skip


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
            say=[f"[delete|remove|clean up] [all |all the |the |]empty [folders|directories] {text}"],
            run=f"find {place} -mindepth 1 -type d -empty -delete",
            explain=[f"Deletes the empty directories {text}."],
            setup=_nested, expect=_no_empty, weight=3,
        )  # fmt: skip
        for action, pipe in (("count", " | wc -l"), ("count-direct", " | wc -l"), ("direct", "")):
            direct = "direct" in action
            depth = "-mindepth 1 -maxdepth 1" if direct else "-mindepth 1"
            where = _FOLDERS_IN[direct, key]
            verb = "[count|show the number of]" if pipe else "[find|list]"
            yield Task(
                name=f"find-special.folders-{action}-{key}",
                say=[f"{verb} [all the|the|all] [folders|directories|subfolders] {where}"],
                ask=[f"[how many|number of|count of all] [folders|directories|subfolders] {where}"]
                if pipe else [f"[folders|directories|subfolders] {where}"],
                run=f"find {place} {depth} -type d{pipe}",
                explain=[f"{'Counts' if pipe else 'Lists'} the directories {where}."],
                setup=_nested,
                expect=_folder_list(direct, bool(pipe)),
            )  # fmt: skip
        yield Task(
            name=f"find-special.delete-folders-called-{key}",
            say=[
                f"[delete|remove] [all |all the |the |][folders|directories] [called|named] {{name}} {text}",
                f"[delete|remove] every [folder|directory] [called|named] {{name}} {text} with [its contents|everything in it]",
            ],
            run=f"find {place} -type d -name {{name}} -prune -exec rm -rf {{}} +",
            explain=[f"Deletes the directories called {{name}} {text} with all that is in them."],
            slots={"name": _folder_name},
            setup=_folders_called,
            expect=lambda world, s: [
                world.remove(p) for p in world.paths(s.dir if "dir" in s else ".", "dir")
                if posixpath.basename(p) == s.name
            ] and None,
        )  # fmt: skip


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


def _both(world: World, s: Bound) -> None:
    world.dir(s.dir)
    for number, path in enumerate(("a.txt", "b/c.sh", "b/d/.e", "f/g")):
        world.file(f"{s.dir}/{path}", "x\n", mode=(0o600, 0o777, 0o640, 0o755)[number])
    for path in world.paths(s.dir, "dir"):
        world[path].mode = 0o700
    world.file("beyond/x", "x\n", mode=0o600)


def _set_modes(world: World, s: Bound) -> None:
    for path in [s.dir, *world.paths(s.dir)]:
        node = world[path]
        mode = s.foldermode if node.kind == "dir" else getattr(s, "filemode", None)
        if ("foldermode" in s or node.kind == "file") and ("filemode" in s or node.kind == "dir"):
            node.mode = int(mode, 8)


def _modes() -> Iterator[Task]:
    files, folders = one_of("644", "640", "664", "600"), one_of("755", "750", "775", "700")
    yield Task(
        name="find-special.folder-modes",
        say=[
            "[set|change] [the permissions of |]all [folders|directories] [in|under|below] {dir} to {foldermode}",
            "chmod [all |]the [folders|directories] but not the files [in|under] {dir} to {foldermode}",
        ],
        run="find {dir} -type d -exec chmod {foldermode} {} +",
        explain=["Sets the permissions of {dir} and of all folders below it to {foldermode}."],
        setup=_both, expect=_set_modes, slots={"foldermode": folders}, weight=2,
    )  # fmt: skip
    yield Task(
        name="find-special.both-modes",
        say=[
            "[set|change] the permissions of [all |]folders [in|under|below] {dir} to {foldermode} and "
            "[those |]of [all |]files to {filemode}",
            "chmod [all |]files [in|under|below] {dir} to {filemode} and [all |][folders|directories] to {foldermode}",
        ],
        run=r"find {dir} \( -type d -exec chmod {foldermode} {} + \) -o "
        r"\( -type f -exec chmod {filemode} {} + \)",
        explain=["Sets directories in {dir} to mode {foldermode} and files to {filemode}."],
        setup=_both, expect=_set_modes, slots={"foldermode": folders, "filemode": files},
    )  # fmt: skip
    for key, bits, english in (
        ("setuid", "4000", "[setuid|set-user-id|SUID]"), ("setgid", "2000", "[setgid|set-group-id|SGID]"),
    ):  # fmt: skip
        yield Task(
            name=f"find-special.{key}",
            say=[f"[find|list|show] [all |all the |the |]{english} [files|programs] [in|under|below] {{dir}}",
                 f"[find|list] [all |]files [in|under] {{dir}} with the {english} bit[ set|]"],
            ask=[f"which files in {{dir}} have the {english} bit set?"],
            run=f"find {{dir}} -type f -perm -{bits}",
            explain=[f"Lists the files in {{dir}} with the {english} bit."],
            setup=lambda world, s: [world.file(f"{s.dir}/{n}", "x\n", mode=0o755) for n in "abc"] and None,
            before=f"chmod {bits[0]}755 {{dir}}/b", after="chmod 755 {dir}/b",
            expect=lambda world, s: any_order([f"{s.dir}/b"]),
        )  # fmt: skip


def _mixed(world: World, s: Bound) -> None:
    for path in ("a.py", "b.py", "sub/c.py", "d.txt", "sub/deep/e.txt", "sub/f.md", "sub/g.tar.gz"):
        world.file(f"{s.dir}/{path}", "x\n")
    world.file("beyond/x.py", "x\n")


def _tables() -> Iterator[Task]:
    yield Task(
        name="find-special.per-extension",
        say=["count [the |]files [in|under|below] {dir} [by|per|for each] [file extension|extension|type]",
             "[show|list] how many files of [each|every] extension there are [in|under] {dir}"],
        ask=["how many files of each [type|extension] are in {dir}?", "file types in {dir} by number"],
        run=r"find {dir} -type f -name '*.*' | sed 's/.*\.//' | sort | uniq -c | sort -nr",
        explain=["Counts the files in {dir} by extension, most frequent first."],
        setup=_mixed,
        expect=lambda world, s: _frequency(p.rpartition(".")[2] for p in world.files(s.dir)),
    )  # fmt: skip
    yield Task(
        name="find-special.per-folder",
        say=["count [the |]files [in|of] every folder [in|under|below] {dir}, most first",
             "[show|list] how many files each folder [below|under|in] {dir} holds, sorted by number"],
        ask=["which folders [in|under] {dir} have the most files?"],
        run={
            "linux": r"find {dir} -type f -printf '%h\n' | sort | uniq -c | sort -nr",
            "macos": r"find {dir} -type f -exec dirname {} + | sort | uniq -c | sort -nr",
        },
        explain=["Counts the files of every folder below {dir}, fullest first."],
        setup=_mixed, expect=lambda world, s: _frequency(map(posixpath.dirname, world.files(s.dir))),
    )  # fmt: skip
    yield Task(
        name="find-special.folders-with-kind",
        say=["[list|find|show] [the |all |]folders [in|under|below] {dir} that contain {kind}",
             "[list|find] [every folder|all folders] [with|holding] {kind} [in|under|below] {dir}"],
        ask=["[which|what] folders [in|under] {dir} [contain|have] {kind}?"],
        run={
            "linux": r"find {dir} -type f -name {kind} -printf '%h\n' | sort -u",
            "macos": r"find {dir} -type f -name {kind} -exec dirname {} + | sort -u",
        },
        explain=["Lists the folders in {dir} that contain {kind}."],
        setup=lambda world, s: [world.file(f"{s.dir}/{p}{s.kind}", "x\n") for p in ("a.", "b.", "c/d.", "e/f.x", "g/h.")] and None,
        expect=lambda world, s: sorted({posixpath.dirname(p) for p in world.files(s.dir) if p.endswith(f".{s.kind}")}),
    )  # fmt: skip


def _frequency(values) -> list[str]:
    counts = sorted(((n, value) for value, n in Counter(values).items()), reverse=True)
    return [f"{n:>7} {value}" for n, value in counts]


def _times() -> Iterator[Task]:
    def aged(world: World, s: Bound) -> None:
        top = s.dir if "dir" in s else "."
        for name in ("today.txt", "sub/today2.md", "yesterday.txt", "sub/old.txt"):
            world.file(f"{top}/{name}", "x\n", days=400)

    for place, text in (("{dir}", "[in|under|below] {dir}"), (".", "[here|in this folder|below here]")):
        key = "dir" if "dir" in place else "here"
        shown = lambda s, *names, key=key: any_order([f"{s.dir if key == 'dir' else '.'}/{n}" for n in names])  # noqa: E731
        touch = f"touch {place}/today.txt {place}/sub/today2.md\ntouch -d 'yesterday 12:00' {place}/yesterday.txt"
        yield Task(
            name=f"find-special.today-{key}",
            say=[f"[find|list|show] [all |the |]files {text} [changed|modified|edited] [today|since midnight]"],
            ask=[f"[which|what] files {text} [were changed|were modified|changed] today?"],
            run=f'find {place} -type f -newermt "$(date +%F)"',
            explain=[f"Lists the files {text} modified today."],
            setup=aged, before=touch, weight=2,
            expect=lambda world, s, shown=shown: shown(s, "today.txt", "sub/today2.md"),
        )  # fmt: skip
        yield Task(
            name=f"find-special.yesterday-{key}",
            say=[f"[find|list|show] [all |the |]files {text} [changed|modified|edited] yesterday"],
            ask=[f"[which|what] files {text} [were changed|were modified|changed] yesterday?"],
            run={
                "linux": f"find {place} -daystart -type f -mtime 1",
                "macos": f'find {place} -type f -newermt "$(date -v-1d +%F)" ! -newermt "$(date +%F)"',
            },
            explain=[f"Lists the files {text} modified yesterday."],
            setup=aged, before=touch, weight=2,
            expect=lambda world, s, shown=shown: shown(s, "yesterday.txt"),
        )  # fmt: skip
        yield Task(
            name=f"find-special.exactly-{key}",
            say=[f"[find|list|show] [all |the |]files {text} [changed|modified] exactly {{days}} ago"],
            ask=[f"[which|what] files {text} were [changed|modified] exactly {{days}} ago?"],
            run=f"find {place} -type f -mtime {{days}}",
            explain=[f"Lists the files {text} modified {{days}} ago."],
            setup=lambda world, s: [
                world.file(f"{s.dir if 'dir' in s else '.'}/{n}", "x\n", days=s.days + d)
                for n, d in (("a", -0.5), ("b", 0.5), ("sub/c", 0.4), ("d", 1.5))
            ] and None,
            expect=lambda world, s, shown=shown: shown(s, "b", "sub/c"),
        )  # fmt: skip


_ROOT = 'find() { command find "$DIR" "${@:2}"; }\nDIR=.'


def _everywhere(world: World, s: Bound) -> None:
    if "kind" in s:
        name, wrong = f"a.{s.kind}", f"a.{s.kind}.x"
    else:
        name, wrong = s.name, f"my{s.name}"
    for folder in ("etc", "usr/local/share", "home/bob"):
        world.file(f"{folder}/{name}", "x\n")
        world.file(f"{folder}/{wrong}", "x\n")


def _system() -> Iterator[Task]:
    quiet = "[, hiding errors|, without error messages|, hiding permission errors|, ignoring errors]"
    where = "[on the whole system|everywhere on this [computer|machine]|in the whole file system|from the root directory]"
    for key, slot, noun in (("name", "{name}", "[files|files or folders|anything] [called|named] {name}"), ("kind", "{kind}", "{kind}")):
        test = "-name {name}" if key == "name" else "-type f -name {kind}"
        yield Task(
            name=f"find-special.system-{key}",
            say=[f"[find|search for|look for] [all |]{noun} {where}{quiet}",
                 f"search [the whole system|everything under /|the whole file system] for {noun}{quiet}"],
            ask=[f"where on this [computer|machine|system] are {noun}{quiet}?"],
            run=f"find / {test} 2>/dev/null",
            explain=[f"Searches the whole system for {noun}, without error messages."],
            setup=_everywhere, before=_ROOT, slots={"name": bare("file")}, weight=2,
            expect=lambda world, s, key=key: any_order(
                [f"./{p}" for p in world.files() if (p.endswith(f"/{s.name}") if key == "name" else p.endswith(f".{s.kind}"))]
            ),
        )  # fmt: skip
    yield Task(
        name="find-special.system-large",
        say=[f"[find|list|show] [all |the |]files [larger|bigger] than {{size}} {where}{quiet}"],
        ask=[f"[which|what] files {where} are [larger|bigger] than {{size}}{quiet}?"],
        run="find / -type f -size +{size} 2>/dev/null",
        explain=["Lists the files of the whole system larger than {size}, without error messages."],
        setup=_sized, before=_ROOT.replace('"${@:2}"', '-type f -size "${5%?}c"'),
        expect=lambda world, s: any_order([f"./{p}" for p in world.files() if world[p].size > _units(s)]),
        weight=2,
    )  # fmt: skip
    yield Task(
        name="find-special.one-filesystem",
        say=[f"[find|list|show] [all |the |]files [larger|bigger] than {{size}} [in|under|below] {{dir}} without crossing into other file systems",
             "[find|list] files over {size} [in|under] {dir}, staying on one file system"],
        run="find {dir} -xdev -type f -size +{size}",
        explain=["Lists the files larger than {size} in {dir}, on its file system only."],
        setup=_sized, before='find() { command find "${@:1:4}" -size "${6%?}c"; }',
        expect=lambda world, s: any_order([p for p in world.files(s.dir) if world[p].size > _units(s)]),
    )  # fmt: skip


def _units(s: Bound) -> int:
    return int(s["size"].text[:-1])


def _sized(world: World, s: Bound) -> None:
    top = s.dir if "dir" in s else "srv"
    for number, more in enumerate((-1, 0, 1, 9)):
        world.file(f"{top}/d{number}/f{number}", b"x" * (_units(s) + more))


def _each_file() -> Iterator[Task]:
    yield Task(
        name="find-special.run-script",
        say=["run {script} on [each|every one] of the {kind} [in|under|below] {dir}",
             "[call|execute] {script} once for [each|every one] of the {kind} [in|under] {dir} and below"],
        run=r"find {dir} -type f -name {kind} -exec ./{script} {} \;",
        explain=["Runs {script} once for each of the {kind} in {dir}."],
        setup=lambda world, s: [
            world.file(s.script, '#!/bin/sh\necho "got $#: $1"\n', mode=0o755),
            *(world.file(f"{s.dir}/{p}.{e}", "x\n") for p in ("a", "b c", "d/e") for e in (s.kind, "zzz")),
        ] and None,
        expect=lambda world, s: any_order([f"got 1: {p}" for p in world.files(s.dir, f"*.{s.kind}")]),
    )  # fmt: skip
    for place, text in (("{dir}", _BELOW), (".", _HERE)):
        yield Task(
            name=f"find-special.change-extension-{'dir' if 'dir' in place else 'here'}",
            say=[f"rename all {{ext}} files {text} to {{ext2}}",
                 f"change the extension of [all |all the |]{{ext}} files {text} to {{ext2}}"],
            run=f"find {place} -type f -name '*.{{ext}}' -exec bash -c 'mv \"$1\" \"${{1%.{{ext}}}}.{{ext2}}\"' _ {{}} \\;",
            explain=[f"Changes the extension of all {{ext}} files {text} to {{ext2}}."],
            setup=lambda world, s: [
                world.file(f"{s.dir if 'dir' in s else '.'}/{p}", "x\n")
                for p in (f"a.{s.ext}", f"b/c d.{s.ext}", f"b/e.{s.ext}.zzz", f"f.my{s.ext}", "g.zzz")
            ] and None,
            expect=lambda world, s: [
                world.move(p, p[: -len(s.ext)] + s.ext2)
                for p in world.files(s.dir if "dir" in s else ".", f"*.{s.ext}")
            ] and None,
        )  # fmt: skip
    yield Task(
        name="find-special.copy-with-folders",
        say=["copy all {kind} [in|from] this folder and below [to|into] {dir}, keeping [their|the] folder structure",
             "copy all {kind} here and below [to|into] {dir} with their [folders|paths|subfolders]"],
        run={"linux": "find . -type f -name {kind} -not -path './{dir}/*' -exec cp --parents {} {dir}/ \\;"},
        explain=["Copies the {kind} of this folder and below into {dir}, with their folders."],
        setup=lambda world, s: [
            world.dir(s.dir), *(world.file(f"p/{p}.{e}", f"{p}\n") for p in ("a", "d/e") for e in (s.kind, "zzz")),
        ] and None,
        expect=lambda world, s: [
            (world.dir(f"{s.dir}/{posixpath.dirname(p)}"), world.copy(p, f"{s.dir}/{p}"))
            for p in world.files(".", f"*.{s.kind}")
        ] and None,
    )  # fmt: skip
    yield Task(
        name="find-special.two-folders",
        say=["[find|search for|locate] [all |]{kind} [in|under|below] {dir} and {dir2}",
             "[search|look through] {dir} and {dir2} for {kind}"],
        ask=["[which|what] {kind} are in {dir} and {dir2}?"],
        run="find {dir} {dir2} -type f -name {kind}",
        explain=["Lists the {kind} in {dir} and in {dir2}."],
        setup=lambda world, s: [
            world.file(f"{t}/{p}.{e}", "x\n")
            for t in (s.dir, s.dir2, "beyond") for p in ("a", "d/e") for e in (s.kind, "zzz")
        ] and None,
        expect=lambda world, s: any_order([*world.files(s.dir, f"*.{s.kind}"), *world.files(s.dir2, f"*.{s.kind}")]),
    )  # fmt: skip
    yield Task(
        name="find-special.first-match",
        say=["find [one|any one] of the {kind} [in|under|below] {dir} and stop [there|after it]",
             "print only the first of the {kind} that find [meets|comes across] in {dir}"],
        run="find {dir} -type f -name {kind} -print -quit",
        explain=["Prints one of the {kind} in {dir} and stops."],
        setup=lambda world, s: [world.file(f"{s.dir}/{p}", "x\n") for p in (f"a/b.{s.kind}", "a/c.zzz", f"b.{s.kind}.zzz")] and None,
        expect=lambda world, s: [f"{s.dir}/a/b.{s.kind}"],
    )  # fmt: skip
    yield Task(
        name="find-special.only-digits",
        say=["[find|list|show] {ext} files [in|under|below] {dir} whose names [are|consist of] digits only",
             "[find|list] [all |]{ext} files [in|under] {dir} named with nothing but digits"],
        run={
            "linux": r"find {dir} -regextype posix-extended -type f -regex '.*/[0-9]+\.{ext}'",
            "macos": r"find -E {dir} -type f -regex '.*/[0-9]+\.{ext}'",
        },
        explain=["Lists the {ext} files in {dir} whose names are digits only."],
        setup=lambda world, s: [world.file(f"{s.dir}/{p}", "x\n") for p in (f"12.{s.ext}", f"a/7.{s.ext}", f"a/1x.{s.ext}", f"b/.{s.ext}", "b/45.zzz")] and None,
        expect=lambda world, s: any_order([f"{s.dir}/12.{s.ext}", f"{s.dir}/a/7.{s.ext}"]),
    )  # fmt: skip
