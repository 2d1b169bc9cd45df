"""Searches of the whole system, and commands run for each file that is found."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order, silent
from bashcoder_mlx.corpora.synthetic.tasks.find_names import bare
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
    yield from _system()
    yield from _each_file()


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
    quiet = (
        "[, hiding errors|, without error messages|, hiding permission errors|, ignoring errors]"
    )
    where = (
        "[on the whole system|everywhere on this [computer|machine]|in the whole file system|"
        "from the root directory]"
    )
    for key, noun in (
        ("name", "[files|files or folders|anything] [called|named] {name}"),
        ("kind", "{kind}"),
    ):
        test = "-name {name}" if key == "name" else "-type f -name {kind}"
        yield Task(
            name=f"find-special.system-{key}",
            say=[
                f"[find|search for|look for] [all |]{noun} {where}{quiet}",
                f"search [the whole system|everything under /|the whole file system] for "
                f"{noun}{quiet}",
            ],
            ask=[f"where on this [computer|machine|system] are {noun}{quiet}?"],
            run=f"find / {test} 2>/dev/null",
            explain=[f"Searches the whole system for {noun}, without error messages."],
            setup=_everywhere,
            before=_ROOT,
            slots={"name": bare("file")},
            weight=2,
            expect=lambda world, s, key=key: any_order(
                [
                    f"./{p}"
                    for p in world.files()
                    if (p.endswith(f"/{s.name}") if key == "name" else p.endswith(f".{s.kind}"))
                ]
            ),
        )
    yield Task(
        name="find-special.system-large",
        say=[f"[find|list|show] [all |the |]files [larger|bigger] than {{size}} {where}{quiet}"],
        ask=[f"[which|what] files {where} are [larger|bigger] than {{size}}{quiet}?"],
        run="find / -type f -size +{size} 2>/dev/null",
        explain=["Lists the files of the whole system larger than {size}, without error messages."],
        setup=_sized,
        before=_ROOT.replace('"${@:2}"', '-type f -size "${5%?}c"'),
        expect=lambda world, s: any_order(
            [f"./{p}" for p in world.files() if world[p].size > _units(s)]
        ),
        weight=2,
    )
    yield Task(
        name="find-special.one-filesystem",
        say=[
            "[find|list|show] [all |the |]files [larger|bigger] than {size} [in|under|below] "
            "{dir} without crossing into other file systems",
            "[find|list] files over {size} [in|under] {dir}, staying on one file system",
        ],
        run="find {dir} -xdev -type f -size +{size}",
        explain=["Lists the files larger than {size} in {dir}, on its file system only."],
        setup=_sized,
        before='find() { command find "${@:1:4}" -size "${6%?}c"; }',
        expect=lambda world, s: any_order(
            [p for p in world.files(s.dir) if world[p].size > _units(s)]
        ),
    )


def _units(s: Bound) -> int:
    return int(s["size"].text[:-1])


def _sized(world: World, s: Bound) -> None:
    top = s.dir if "dir" in s else "srv"
    for number, more in enumerate((-1, 0, 1, 9)):
        world.file(f"{top}/d{number}/f{number}", b"x" * (_units(s) + more))


def _each_file() -> Iterator[Task]:
    yield Task(
        name="find-special.run-script",
        say=[
            "run {script} on [each|every one] of the {kind} [in|under|below] {dir}",
            "[call|execute] {script} once for [each|every one] of the {kind} [in|under] {dir} "
            "and below",
        ],
        run=r"find {dir} -type f -name {kind} -exec ./{script} {} \;",
        explain=["Runs {script} once for each of the {kind} in {dir}."],
        setup=lambda world, s: silent(
            [
                world.file(s.script, '#!/bin/sh\necho "got $#: $1"\n', mode=0o755),
                *(
                    world.file(f"{s.dir}/{p}.{e}", "x\n")
                    for p in ("a", "b c", "d/e")
                    for e in (s.kind, "zzz")
                ),
            ]
        ),
        expect=lambda world, s: any_order(
            [f"got 1: {p}" for p in world.files(s.dir, f"*.{s.kind}")]
        ),
    )
    for place, text in (("{dir}", _BELOW), (".", _HERE)):
        yield Task(
            name=f"find-special.change-extension-{'dir' if 'dir' in place else 'here'}",
            say=[
                f"rename all {{ext}} files {text} to {{ext2}}",
                f"change the extension of [all |all the |]{{ext}} files {text} to {{ext2}}",
            ],
            run=f"find {place} -type f -name '*.{{ext}}' -exec bash -c 'mv \"$1\" "
            f'"${{1%.{{ext}}}}.{{ext2}}"\' _ {{}} \\;',
            explain=[f"Changes the extension of all {{ext}} files {text} to {{ext2}}."],
            setup=lambda world, s: silent(
                [
                    world.file(f"{s.dir if 'dir' in s else '.'}/{p}", "x\n")
                    for p in (
                        f"a.{s.ext}",
                        f"b/c d.{s.ext}",
                        f"b/e.{s.ext}.zzz",
                        f"f.my{s.ext}",
                        "g.zzz",
                    )
                ]
            ),
            expect=lambda world, s: silent(
                [
                    world.move(p, p[: -len(s.ext)] + s.ext2)
                    for p in world.files(s.dir if "dir" in s else ".", f"*.{s.ext}")
                ]
            ),
        )
    yield Task(
        name="find-special.copy-with-folders",
        say=[
            "copy all {kind} [in|from] this folder and below [to|into] {dir}, keeping "
            "[their|the] folder structure",
            "copy all {kind} here and in subfolders [to|into] {dir} with their [folders|paths|subfolders]",
        ],
        run={
            "linux": "find . -type f -name {kind} -not -path './{dir}/*' -exec cp --parents {} "
            "{dir}/ \\;"
        },
        explain=["Copies the {kind} of this folder and below into {dir}, with their folders."],
        setup=lambda world, s: silent(
            [
                world.dir(s.dir),
                *(
                    world.file(f"p/{p}.{e}", f"{p}\n")
                    for p in ("a", "d/e")
                    for e in (s.kind, "zzz")
                ),
            ]
        ),
        expect=lambda world, s: silent(
            [
                (world.dir(f"{s.dir}/{posixpath.dirname(p)}"), world.copy(p, f"{s.dir}/{p}"))
                for p in world.files(".", f"*.{s.kind}")
            ]
        ),
    )
    yield Task(
        name="find-special.two-folders",
        say=[
            "[find|search for|locate] [all |]{kind} [in|under|below] {dir} and {dir2}",
            "[search|look through] {dir} and {dir2} for {kind}",
        ],
        ask=["[which|what] {kind} are in {dir} and {dir2}?"],
        run="find {dir} {dir2} -type f -name {kind}",
        explain=["Lists the {kind} in {dir} and in {dir2}."],
        setup=lambda world, s: silent(
            [
                world.file(f"{t}/{p}.{e}", "x\n")
                for t in (s.dir, s.dir2, "beyond")
                for p in ("a", "d/e")
                for e in (s.kind, "zzz")
            ]
        ),
        expect=lambda world, s: any_order(
            [*world.files(s.dir, f"*.{s.kind}"), *world.files(s.dir2, f"*.{s.kind}")]
        ),
    )
    yield Task(
        name="find-special.first-match",
        say=[
            "find [one|any one] of the {kind} [in|under|below] {dir} and stop [there|after it]",
            "print only the first of the {kind} that find [meets|comes across] in {dir}",
        ],
        run="find {dir} -type f -name {kind} -print -quit",
        explain=["Prints one of the {kind} in {dir} and stops."],
        setup=lambda world, s: silent(
            [
                world.file(f"{s.dir}/{p}", "x\n")
                for p in (f"a/b.{s.kind}", "a/c.zzz", f"b.{s.kind}.zzz")
            ]
        ),
        expect=lambda world, s: [f"{s.dir}/a/b.{s.kind}"],
    )
    yield Task(
        name="find-special.only-digits",
        say=[
            "[find|list|show] {ext} files [in|under|below] {dir} whose names [are|consist of] "
            "digits only",
            "[find|list] [all |]{ext} files [in|under] {dir} named with nothing but digits",
        ],
        run={
            "linux": r"find {dir} -regextype posix-extended -type f -regex '.*/[0-9]+\.{ext}'",
            "macos": r"find -E {dir} -type f -regex '.*/[0-9]+\.{ext}'",
        },
        explain=["Lists the {ext} files in {dir} whose names are digits only."],
        setup=lambda world, s: silent(
            [
                world.file(f"{s.dir}/{p}", "x\n")
                for p in (f"12.{s.ext}", f"a/7.{s.ext}", f"a/1x.{s.ext}", f"b/.{s.ext}", "b/45.zzz")
            ]
        ),
        expect=lambda world, s: any_order([f"{s.dir}/12.{s.ext}", f"{s.dir}/a/7.{s.ext}"]),
    )
