"""Copying and moving whole folders, what they hold, and files chosen by age, list or exclusion."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    CONTENT,
    FOLDER,
    KIND,
    SLOTS_OF_SOURCES,
    TWO_FOLDERS,
    into,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _folders()
    yield from _moves()
    yield from _copies()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_folders.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**SLOTS_OF_SOURCES, **more.pop("slots", {})}, **more)  # fmt: skip


def _both_folders(world: World, s: Bound) -> None:
    FOLDER.setup(world, s)
    world.dir(s.target)


def _folders() -> Iterator[Task]:
    folder = "[folder|directory]"
    for key, flags, said, does in (
        ("", "-r", "", ""), ("-keep", "-a", "[keeping all attributes|and preserve everything|with dates, permissions and links kept]", ", keeping dates, permissions and links"),
        ("-verbose", "-rv", "and [show|print] what is copied", ", printing each name"),
    ):  # fmt: skip
        yield _task(
            f"folder{key}", f"cp {flags} {{dir}} {{target}}",
            [f"copy {{dir}} [with everything in it|and all its contents|recursively|] to a new {folder} {{target.raw}} {said}", f"make a [full|complete] copy of {{dir}} [called|named] {{target.raw}} {said}",
             f"duplicate {{dir}} as {{target.raw}} {said}"],
            f"Copies {{dir}} and everything in it to {{target}}{does}.", FOLDER.setup,
            lambda world, s, key=key: world.copy(s.dir, s.target, key == "-keep") or (Outcome(stdout=None) if key == "-verbose" else None), slots={"target": SLOTS["stem"]}, weight=1 if key else 3,
        )  # fmt: skip
        yield _task(
            f"folder-into{key}", f"cp {flags} {{dir}} {{target}}/",
            [f"copy {{dir}} [with everything in it|and all its contents|recursively|] into {{target}} {said}", f"put a copy of {{dir}} [inside|into] {{target}} {said}"],
            f"Copies {{dir}} and everything in it into {{target}}{does}.", _both_folders,
            lambda world, s, key=key: world.copy(s.dir, into(s.target, s.dir), key == "-keep") or (Outcome(stdout=None) if key == "-verbose" else None), weight=0.7 if key else 2,
        )  # fmt: skip
        yield _task(
            f"content{key}", f"cp {flags} {{dir}}/. {{target}}/",
            [f"copy [everything in|the contents of|all that is in] {{dir}}, hidden files too, [to|into] {{target}} {said}", f"copy the contents of {{dir}}, including hidden files, [but not the folder itself|] [to|into] {{target}} {said}"],
            f"Copies everything in {{dir}}, hidden files too, into {{target}}{does}.", _both_folders,
            lambda world, s, key=key: each(world, world.paths(s.dir, depth=1), lambda p: world.copy(p, into(s.target, p), key == "-keep")) or (Outcome(stdout=None) if key == "-verbose" else None), weight=0.7 if key else 1.5,
        )  # fmt: skip
    yield _task(
        "visible-content", "cp -r {dir}/* {target}/",
        ["copy [all|the] [visible|non-hidden] files and folders [in|from] {dir} [to|into] {target}", "copy everything in {dir} [except|but] hidden files [to|into] {target}"],
        "Copies everything in {dir} that is not hidden into {target}.", _both_folders,
        lambda world, s: each(world, CONTENT.paths(world, s), lambda p: world.copy(p, into(s.target, p))),
    )  # fmt: skip
    yield _task(
        "two-folders", "cp -r {dir} {folder} {target}/", [f"copy {TWO_FOLDERS.said} [to|into] {{target}}"], "Copies {dir} and {folder} with all they hold into {target}.",
        lambda world, s: silent(TWO_FOLDERS.setup(world, s), world.dir(s.target)), lambda world, s: each(world, [s.dir, s.folder], lambda p: world.copy(p, into(s.target, p))),
    )  # fmt: skip
    yield _task(
        "with-parents", "cp --parents {path} {dir}/", ["copy {path} into {dir} [with|keeping] its [folder|directory] [path|structure]", "copy {path} to {dir} and recreate its parent folders there"],
        "Copies {path} into {dir} together with its parent directories.", lambda world, s: silent(world.file(s.path, "x\n"), world.dir(s.dir)),
        lambda world, s: world.copy(s.path, f"{s.dir}/{s.path}") or silent(world.dir(f"{s.dir}/{posixpath.dirname(s.path)}")), mac="",
    )  # fmt: skip
    yield _task(
        "to-many", 'for d in */; do cp {file} "$d"; done', ["copy {file} into [every|each] [subfolder|folder|directory] [here|of this folder]", "put a copy of {file} in all [folders|directories|subfolders] here"],
        "Copies {file} into every directory here.", lambda world, s: silent(world.file(s.file, "x\n"), world.dir("one"), world.dir("two b/deep"), world.dir(".hid")),
        lambda world, s: each(world, ["one", "two b"], lambda d: world.copy(s.file, into(d, s.file))),
    )  # fmt: skip
    yield _task(
        "to-two", 'for d in {dir} {target}; do cp {file} "$d"/; done', ["copy {file} [to|into] both {dir} and {target}", "put a copy of {file} in {dir} and one in {target}"],
        "Copies {file} into {dir} and into {target}.", lambda world, s: silent(world.file(s.file, "x\n"), world.dir(s.dir), world.dir(s.target)),
        lambda world, s: each(world, [s.dir, s.target], lambda d: world.copy(s.file, into(d, s.file))),
    )  # fmt: skip


def _moves() -> Iterator[Task]:
    yield _task(
        "rename-folder", "mv {dir} {target}", ["rename {dir} to {target.raw}", "change the name of {dir} to {target.raw}", "give {dir} the new name {target.raw}"],
        "Renames {dir} to {target.raw}.", FOLDER.setup, lambda world, s: world.move(s.dir, s.target), weight=3, slots={"dir": SLOTS["stem"], "target": SLOTS["stem"]},
    )  # fmt: skip
    yield _task(
        "move-folder", "mv {dir} {target}/", ["move {dir} [into|inside] {target}", "move {dir} [and everything in it|with all it holds] into {target}", "put {dir} inside {target}"],
        "Moves {dir} into {target}.", _both_folders, lambda world, s: world.move(s.dir, into(s.target, s.dir)), weight=2,
    )  # fmt: skip
    yield _task(
        "move-content", "mv {dir}/* {target}/", ["move [everything|all files and folders] [in|from|inside] {dir} [to|into] {target}", "move the contents of {dir} [to|into] {target}"],
        "Moves everything in {dir} that is not hidden into {target}.", _both_folders,
        lambda world, s: each(world, CONTENT.paths(world, s), lambda p: world.move(p, into(s.target, p))), weight=2,
    )  # fmt: skip
    yield _task(
        "move-content-up", "mv {dir}/* .", ["move [everything|all files] [in|from|inside] {dir} [here|to this folder|up into this folder]"],
        "Moves everything in {dir} that is not hidden to the current directory.", FOLDER.setup,
        lambda world, s: each(world, CONTENT.paths(world, s), lambda p: world.move(p, posixpath.basename(p))),
    )  # fmt: skip


def _copies() -> Iterator[Task]:
    def aged(world: World, s: Bound) -> None:
        KIND.setup(world, s)
        world[f"a.{s.kind}"].age = 7e5
        world.dir(s.dir)

    for tool, verb in (("cp", "copy"), ("mv", "move")):
        third = "Copies" if tool == "cp" else "Moves"
        yield _task(
            f"{tool}-newest-kind", f'{tool} "$(ls -t *.{{kind.ext}} | head -n 1)" {{dir}}/',
            [f"{verb} the [newest|latest|most recent] of the {{kind}} [here|in this folder|] [to|into] {{dir}}"],
            f"{third} the newest of the {{kind}} into {{dir}}.", aged,
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(f"a.{s.kind}", f"{s.dir}/a.{s.kind}"),
        )  # fmt: skip
    yield _task(
        "latest-file", 'cp "$(ls -t | head -n 1)" {dir}/', ["copy the [newest|latest|most recent] file [here|in this folder|] [to|into] {dir}"],
        "Copies the newest file of the current directory into {dir}.",
        lambda world, s: silent(world.file("b.txt", "b", days=2), world.file("a.txt", "a", days=3), world.file(".c", "c"), world.dir(s.dir, days=9)),
        lambda world, s: world.copy("b.txt", f"{s.dir}/b.txt"), slots={"dir": SLOTS["stem"]},
    )  # fmt: skip
    yield _task(
        "listed", 'while IFS= read -r f; do cp "$f" {dir}/; done < {txt}', ["copy the files [listed|named] in {txt}, one [per|on each] line, [to|into] {dir}"],
        "Copies the files whose names are the lines of {txt} into {dir}.",
        lambda world, s: silent(world.file(s.txt, ["a b.x", "c.x"]), *(world.file(n, n) for n in ("a b.x", "c.x", "d.x")), world.dir(s.dir)),
        lambda world, s: each(world, ["a b.x", "c.x"], lambda p: world.copy(p, f"{s.dir}/{p}")),
    )  # fmt: skip
