"""Deleting files and folders: rm with its options, rmdir, everything except some files."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each, many
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    FILES,
    FOLDER,
    SLOTS_OF_SOURCES,
    TWO_FOLDERS,
    Source,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_DELETE = "[delete|remove|erase|get rid of]"

# Key, flag, wording, explanation, what is typed.
_OPTIONS = (
    ("plain", "", "", "", ""),
    ("ask", " -i", "[but|and] ask [me|] [first|before each one|for each]", ", asking about each one", "y\n" * 5),
    ("force", " -f", "[without asking|without any question|by force|even if write-protected]", " without asking or complaining", ""),
    ("verbose", " -v", "and [show|print|report] [what is deleted|each one|each name]", ", printing each name", ""),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in FILES:
        for key, flag, said, does, stdin in _OPTIONS:
            yield _files(source, key, flag, said, does, stdin)
    yield from _one()
    yield from _folders()
    yield from _empty_folders()
    yield from _all_but()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_remove.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**SLOTS_OF_SOURCES, **more.pop("slots", {})}, **more)  # fmt: skip


def _files(source: Source, key: str, flag: str, said: str, does: str, stdin: str) -> Task:
    def expect(world: World, s: Bound):
        paths = source.paths(world, s)
        each(world, paths, world.remove)
        return [f"removed '{path}'" for path in paths] if key == "verbose" else None

    says = [f"{_DELETE} {source.said} {said}", f"[rm|delete|remove] {source.said} {said}"]
    return _task(
        f"{key}-{source.key}", f"rm{flag} {source.text}", says, f"Deletes {source.does}{does}.", source.setup, expect,
        stdin=stdin, weight=source.weight * (1.5 if key == "plain" else 0.6),
    )  # fmt: skip


def _one() -> Iterator[Task]:
    yield _task(
        "if-exists", "rm -f {path}",
        [f"{_DELETE} {{path}} if it exists", f"{_DELETE} {{path}} without [complaining|an error] if it is [missing|not there]", "make sure [that|] {path} is gone"],
        "Deletes {path}; a missing one is no error.", lambda world, s: silent(world.file(s.path, "x")), lambda world, s: world.remove(s.path), weight=1.5,
    )  # fmt: skip
    yield _task(
        "dash", "rm -- -{word}", [f"{_DELETE} the file [named|called] -{{word.raw}}", f"{_DELETE} -{{word.raw}}, a file whose name starts with a dash"],
        "Deletes the file -{word.raw}, whose name looks like an option.", lambda world, s: silent(world.file(f"-{s.word}"), world.file(s.word)), lambda world, s: world.remove(f"-{s.word}"),
    )  # fmt: skip
    yield _task(
        "inside", "rm {dir}/{file}", [f"{_DELETE} {{file}} [in|from|inside] {{dir}}", f"{_DELETE} the {{file.raw}} that is in {{dir}}"],
        "Deletes {file} in {dir}.", lambda world, s: silent(world.file(s.file), world.file(f"{s.dir}/{s.file}")), lambda world, s: world.remove(f"{s.dir}/{s.file}"), weight=2,
    )  # fmt: skip
    yield _task(
        "once", "rm -I *.{kind.ext}", [f"{_DELETE} [all|] the {{kind}} here [and|but] ask [just|only|] once", "delete the {kind} in this folder with a single question for all"],
        "Deletes the {kind} of the current directory after one question for all.",
        lambda world, s: silent(*(world.file(f"{i}.{s.kind}") for i in range(5)), world.file(f"x.{s.kind}x")), lambda world, s: each(world, world.glob(f"*.{s.kind}"), world.remove), stdin="y\n",
    )  # fmt: skip
    yield _task(
        "contains", "rm *{word}*", [f"{_DELETE} [all|all the|the] files [with {{word}} in the name|whose names contain {{word}}] [here|in this folder|]"],
        "Deletes the files here whose names contain {word}.",
        lambda world, s: silent(*(world.file(n) for n in (f"a{s.word}.x", f"{s.word}", f"b {s.word} c", "keep.txt", f".{s.word}", f"sub/{s.word}"))), lambda world, s: each(world, world.glob(f"*{s.word}*"), world.remove),
    )  # fmt: skip
    yield _task(
        "backups", "rm *~", [f"{_DELETE} [all|the] [backup files|files] [here|in this folder|] [that end in|ending in|with] a tilde"],
        "Deletes the files here that end in ~.", lambda world, s: silent(*(world.file(n) for n in ("a~", "b.txt~", "c.txt", "~d", ".e~"))), lambda world, s: each(world, ["a~", "b.txt~"], world.remove),
    )  # fmt: skip
    yield _task(
        "range", "rm {stem}{{low}..{high}}.{ext}", [f"{_DELETE} {{stem}}{{low}}.{{ext.raw}} [to|through] {{stem}}{{high}}.{{ext.raw}}", f"{_DELETE} the [numbered|] files from {{stem}}{{low}}.{{ext.raw}} to {{stem}}{{high}}.{{ext.raw}}"],
        "Deletes {stem}{low}.{ext.raw} to {stem}{high}.{ext.raw}.", lambda world, s: silent(*(world.file(f"{s.stem}{i}.{s.ext}") for i in range(1, 40))),
        lambda world, s: silent(*(world.remove(f"{s.stem}{i}.{s.ext}") for i in range(s.low, s.high + 1))),
        slots={"low": many(2, 9), "high": many(10, 35)},
    )  # fmt: skip
    for key, order, adjective in (
        ("newest", "-t", "[newest|latest|most recent]"),
        ("oldest", "-tr", "oldest"),
        ("largest", "-S", "[largest|biggest]"),
    ):
        yield _task(
            f"{key}-kind", f'rm "$(ls {order} *.{{kind.ext}} | head -n 1)"', [f"{_DELETE} the {adjective} of the {{kind}} [here|in this folder|]", f"find and delete the {adjective} one of the {{kind}} here"],
            f"Deletes the {key} of the {{kind}} in the current directory.", _ranked,
            lambda world, s, key=key: world.remove({"newest": "b 2", "oldest": "c", "largest": "a"}[key] + f".{s.kind}"),
        )  # fmt: skip
    yield _task(
        "keep-newest", "ls -t *.{kind.ext} | tail -n +{count.next} | tr '\\n' '\\0' | xargs -0 rm",
        [f"{_DELETE} all {{kind}} [here|in this folder|] [except|but] the {{count}} [newest|latest|most recent] [ones|]", "keep only the {count} [newest|latest] of the {kind} [here|in this folder|] and delete the [others|rest]"],
        "Deletes the {kind} here except the {count} newest.", _backups, lambda world, s: each(world, sorted(world.glob(f"*.{s.kind}"), key=lambda p: world[p].age)[s.count:], world.remove),
    )  # fmt: skip
    yield _task(
        "shred", "shred -u {file}", ["[securely|safely] [delete|erase] {file}", "overwrite {file} and then delete it", "shred {file}[ and remove it|]"],
        "Overwrites {file} several times and deletes it.", lambda world, s: silent(world.file(s.file, "secret")), lambda world, s: world.remove(s.file), mac="rm -P {file}",
    )  # fmt: skip


def _ranked(world: World, s: Bound) -> None:
    for name, days, size in (("a", 4, 900), ("b 2", 2, 30), ("c", 9, 40)):
        world.file(f"{name}.{s.kind}", "x" * size, days=days)
    world.file(f"d.{s.kind}x", "x" * 2000, days=20)
    world.file("e.zzz", days=0.1)


def _backups(world: World, s: Bound) -> None:
    for index in range(s.count + 3):
        world.file(f"b {index}.{s.kind}", "x", days=index * 37 % 103 + 1)
    world.file("keep.zzz", days=300)


def _folders() -> Iterator[Task]:
    whole = "[and everything in it|with all its contents|and all files inside|recursively]"
    for key, flag, said, does, stdin in (
        ("", " -r", "", "", ""), ("-force", " -rf", "[without asking|without any question|by force]", " without asking", ""),
        ("-ask", " -ri", "[but|and] ask [about|before] each [file|one]", ", asking about each one", "y\n" * 20),
        ("-verbose", " -rv", "and [show|print] what is deleted", ", printing each name", ""),
    ):  # fmt: skip
        shown = Outcome(stdout=None) if key == "-verbose" else None
        yield _task(
            f"folder{key}", f"rm{flag} {{dir}}", [f"{_DELETE} {{dir}} {whole} {said}", f"{_DELETE} {{dir}} and all the [files|files and folders] inside it {said}"],
            f"Deletes {{dir}} and everything in it{does}.", FOLDER.setup, lambda world, s, shown=shown: world.remove(s.dir) or shown, stdin=stdin, weight=1 if key else 4,
        )  # fmt: skip
        yield _task(
            f"two-folders{key}", f"rm{flag} {{dir}} {{folder}}", [f"{_DELETE} {TWO_FOLDERS.said} [with everything in them|and all their contents] {said}"],
            f"Deletes {{dir}} and {{folder}} with all they hold{does}.", TWO_FOLDERS.setup,
            lambda world, s, shown=shown: silent(world.remove(s.dir), world.remove(s.folder)) or shown, stdin=stdin * 2, weight=0.7,
        )  # fmt: skip
        yield _task(
            f"content{key}", f"rm{flag} {{dir}}/*", [f"{_DELETE} [everything|all files and folders] [in|inside] {{dir}} but keep the [folder|directory] itself {said}", f"empty {{dir}} without deleting the [folder|directory] itself {said}"],
            f"Deletes everything in {{dir}} that is not hidden{does}; the directory stays.", FOLDER.setup,
            lambda world, s, shown=shown: each(world, [f"{s.dir}/one.txt", f"{s.dir}/deep"], world.remove) or shown, stdin=stdin, weight=1 if key else 2,
        )  # fmt: skip
    yield _task(
        "all-content", "find {dir} -mindepth 1 -delete", [f"{_DELETE} everything in {{dir}}, hidden files too, but keep {{dir}} itself", "empty {dir} completely, hidden files included"],
        "Deletes everything in {dir}, hidden files too; the directory stays.", FOLDER.setup, lambda world, s: each(world, world.paths(s.dir), world.remove),
    )  # fmt: skip
    yield _task(
        "recreate", "rm -rf {dir} && mkdir {dir}", ["[delete|remove] {dir} with everything in it and [make|create] it again, empty", "replace {dir} by a new empty folder of the same name"],
        "Deletes {dir} with all it holds and creates it again.", FOLDER.setup, lambda world, s: silent(world.remove(s.dir), world.dir(s.dir)),
    )  # fmt: skip
    yield _task(
        "folder-if-exists", "rm -rf {stem}", [f"{_DELETE} the [folder|directory] {{stem}} and everything in it if it exists", "make sure [that|] the [folder|directory] {stem} and all its contents are gone"],
        "Deletes the directory {stem} with all it holds; a missing one is no error.", lambda world, s: silent(world.file(f"{s.stem}/in/x.txt"), world.file(f"{s.stem}2/y")), lambda world, s: world.remove(s.stem),
    )  # fmt: skip
    yield _task(
        "subfolders", "rm -r {dir}/*/", [f"{_DELETE} [all|] the [subfolders|subdirectories] of {{dir}} but keep the files", f"{_DELETE} every [folder|directory] in {{dir}}, not the files"],
        "Deletes the subdirectories of {dir}; its files stay.", FOLDER.setup, lambda world, s: world.remove(f"{s.dir}/deep"),
    )  # fmt: skip


def _empty_folders() -> Iterator[Task]:
    yield _task(
        "empty-folder", "rmdir {dir}", [f"{_DELETE} the empty [folder|directory] {{dir.raw}}", f"{_DELETE} {{dir}} [only if|if] it is empty", "rmdir {dir}"],
        "Deletes {dir} if it is empty.", lambda world, s: world.dir(s.dir), lambda world, s: world.remove(s.dir), weight=2,
    )  # fmt: skip
    yield _task(
        "empty-parents", "rmdir -p {stem}/{stem2}/{stem3}", [f"{_DELETE} the empty [folder|directory] {{stem}}/{{stem2}}/{{stem3}} and its [empty parents|parents if they are empty]"],
        "Deletes the empty directory {stem}/{stem2}/{stem3} and its parents.", lambda world, s: silent(world.dir(f"{s.stem}/{s.stem2}/{s.stem3}"), world.dir("other")), lambda world, s: world.remove(s.stem),
    )  # fmt: skip
    yield _task(
        "empty-here", "rmdir */ 2> /dev/null", [f"{_DELETE} the empty [folders|directories] [here|in this folder], [ignoring|without errors for] the others", "rmdir all [folders|directories] here that are empty and hide the errors"],
        "Deletes the empty directories here, silently leaving the others.", lambda world, s: silent(world.dir("a"), world.file("b/x"), world.dir("c d")),
        lambda world, s: silent(world.remove("a"), world.remove("c d")) or Outcome(status=1),
    )  # fmt: skip


def _all_but() -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        kept = [s[name].data for name in ("file", "file2") if name in s]
        kept += [f"a.{s[name].data}" for name in ("kind", "ext") if name in s]
        for name in (*kept, "x.zzz", "y two.yyy", f"{kept[0]}x", ".hidden", "folder/in.txt"):
            world.file(name, name)

    def expect(world: World, s: Bound) -> None:
        kept = {s[name].data for name in ("file", "file2") if name in s}
        ends = tuple(f".{s[name].data}" for name in ("kind", "ext") if name in s)
        for path in world.paths(kind="file", depth=1):
            if path not in kept and not (ends and path.endswith(ends)):
                world.remove(path)

    for key, kept_names, said in (
        ("one", "! -name {file}", "{file}"), ("two", "! -name {file} ! -name {file2}", "{file.raw} and {file2.raw}"),
        ("kind", "! -name {kind}", "[the|] {kind}"), ("kind-or-file", "! -name {file} ! -name '*.{ext}'", "{file.raw} and the {ext} files"),
    ):  # fmt: skip
        yield _task(
            f"all-but-{key}", f"find . -maxdepth 1 -type f {kept_names} -delete",
            [f"{_DELETE} [all files|every file] [here|in this folder|in the current directory] except {said}", f"{_DELETE} all files [here|in this folder] but keep {said}"],
            f"Deletes all files of the current directory, hidden ones too, except {said.replace('[the|] ', 'the ')}.", setup, expect,
        )  # fmt: skip
