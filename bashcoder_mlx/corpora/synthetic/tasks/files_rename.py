"""Renaming many files: numbering, prefixes, letters' case, blanks; by loops and by rename."""

import posixpath
import re
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import HERE, each
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for where in ("", "{dir}/"):
        yield from _loops(where)
    yield from _numbered()
    yield from _by_rename()


_NAMES = (
    "My Report 2.{e}",
    "alpha.{e}",
    "IMG_B.{e}",
    "my-notes.v2.{e}",
    "{w}first.{e}",
    "x{w}y{w}.{e}",
)


def _setup(world: World, s: Bound, folder: str = "") -> None:
    ext = s.kind if "kind" in s else "txt"
    word = s.word if "word" in s else "old-"
    for name in _NAMES:
        world.file(f"{folder}{name.format(e=ext, w=word)}", name)
    for name in ("Other File.zzz", ".Hidden One.zzz", f".My Own.{ext}"):
        world.file(f"{folder}{name}", name)
    if folder:
        world.file(f"Outside Name.{ext}", "no")


Change = Callable[[str, Bound], str]
_UP, _LOW = "tr '[:lower:]' '[:upper:]'", "tr '[:upper:]' '[:lower:]'"

# Name, pattern, new name in bash (with f the old one), what it does, and the same in Python. The
# second form is for a loop over another folder.
_LOOPS = (
    ("prefix", "*.{kind.ext}", '"{word.raw}-$f"', '"{dir}/{word.raw}-${f##*/}"', ["[add|put] {word.raw}- [in front of|before] the names of {A}", "prefix {A} with {word.raw}-", "rename {A} so that they start with {word.raw}-"], "Puts {word.raw}- before the names of {D}", lambda n, s: f"{s.word}-{n}"),
    ("blanks", "*\\ *.{kind.ext}", '"${f// /_}"', '"{dir}/$(basename "${f// /_}")"', ["replace [spaces|blanks] [with|by] underscores in the names of {A}", "[change|turn] the spaces in the names of {A} into underscores"], "Replaces the blanks in the names of {D} by underscores", lambda n, s: n.replace(" ", "_")),
    ("blanks-dash", "*\\ *.{kind.ext}", '"${f// /-}"', "", ["replace [spaces|blanks] [with|by] dashes in the names of {A}"], "Replaces the blanks in the names of {D} by dashes", lambda n, s: n.replace(" ", "-")),
    ("blanks-gone", "*\\ *.{kind.ext}", '"${f// /}"', "", ["[remove|delete] [the|all] spaces from the names of {A}"], "Removes the blanks from the names of {D}", lambda n, s: n.replace(" ", "")),
    ("lower", "*[[:upper:]]*.{kind.ext}", f'"$(echo "$f" | {_LOW})"', f'"{{dir}}/$(basename "$f" | {_LOW})"', ["[make|convert] the names of {A} [lower case|to lower case|lowercase]", "rename {A} to lower case"], "Makes the names of {D} lower case", lambda n, s: n.lower()),
    ("without-prefix", "{word}*.{kind.ext}", '"${f#{word.raw}}"', "", ["remove {word} from the start of the names of {A}", "strip the prefix {word} from the names of {A}"], "Removes {word} from the start of the names of {D}", lambda n, s: n.removeprefix(s.word)),
    ("replace", "*{word}*.{kind.ext}", '"${f//{word.raw}/{word2.raw}}"', "", ["replace {word} [with|by] {word2} in the names of {A}", "rename {A}, changing {word} to {word2}"], "Replaces {word} by {word2} in the names of {D}", lambda n, s: n.replace(s.word, s.word2)),
    ("remove-word", "*{word}*.{kind.ext}", '"${f//{word.raw}/}"', "", ["remove {word} from the names of {A}", "delete every {word} in the names of {A}"], "Removes {word} from the names of {D}", lambda n, s: n.replace(s.word, "")),
    ("date", "*.{kind.ext}", '"$(date +%F)-$f"', '"{dir}/$(date +%F)-${f##*/}"', ["[add|put] today's date and a dash [in front of|before] the names of {A}", "prefix {A} with today's date and a dash"], "Puts today's date and a dash before the names of {D}", lambda n, s: f"2023-11-14-{n}"),
    ("backup-suffix", "*.{kind.ext}", '"$f.old"', '"$f.old"', ["[add|append] .old to the names of {A}", "rename {A} by adding .old at the end"], "Adds .old to the names of {D}", lambda n, s: f"{n}.old"),
)  # fmt: skip


def _loops(where: str) -> Iterator[Task]:
    place = "[in|inside] {dir}" if where else HERE
    for key, pattern, new, new_in, says, does, change in _LOOPS:
        if where and not new_in:
            continue

        def expect(world: World, s: Bound, change=change, key=key) -> None:
            folder = f"{s.dir}/" if "dir" in s else ""
            for path in world.glob(f"{folder}*.{s.kind}"):
                name = posixpath.basename(path)
                if key != "without-prefix" or name.startswith(s.word):
                    world.move(path, f"{folder}{change(name, s)}")

        all_of = f"[all|all the|the] {{kind}} {place}"
        yield text_task(
            f"files_rename.{key}{'-dir' if where else ''}", [text.replace("{A}", all_of) for text in says], f'for f in {where}{pattern}; do mv "$f" {new_in if where else new}; done',
            [does.replace("{D}", "the {kind} " + ("in {dir}" if where else "here")) + "."], lambda world, s: _setup(world, s, f"{s.dir}/" if "dir" in s else ""), expect,
            before="date() { echo 2023-11-14; }", weight=1.5,
        )  # fmt: skip


def _move(number: str) -> str:
    """Moves a file to its number; a format of printf is used where the number has leading zeros."""
    if not number.startswith("'"):
        return f'mv "$f" {number}'
    name = ' "$f"' if "%s" in number else ""
    return f'printf -v new {number} $((++i)){name}; mv "$f" "$new"'


def _numbered() -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        for index, name in enumerate(("c d", "a", "b", "e2")):
            world.file(f"{name}.{s.kind}", name, days=(4, 2, 9, 6)[index])
        world.file(f"z.{s.kind}x", "no")

    by_name = lambda world, s: world.glob(f"*.{s.kind}")
    by_age = lambda world, s: sorted(by_name(world, s), key=lambda p: -world[p].age)

    def rename(names, form: str):
        def expect(world: World, s: Bound) -> None:
            found = names(world, s)
            for index, path in enumerate(found, 1):
                world.move(
                    path, form.format(i=index, stem=s.stem if "stem" in s else "", ext=s.kind)
                )

        return expect

    old = "ls -tr *.{kind.ext} | while IFS= read -r f"
    for key, head, number, form, says, does, names in (
        ("plain", "for f in *.{kind.ext}", '"{stem}-$((++i)).{kind.ext}"', "{stem}-{i}.{ext}", ["[number|rename] the {kind} here as {stem}-1, {stem}-2 and so on[, keeping the extension|]", "rename the {kind} [here|in this folder] to {stem}- and a number"], "Renames the {kind} here to {stem}- and a number", by_name),
        ("padded", "for f in *.{kind.ext}", "'{stem}-%03d.{kind.ext}'", "{stem}-{i:03}.{ext}", ["[number|rename] the {kind} here as {stem}-001, {stem}-002 and so on", "rename the {kind} [here|in this folder] to {stem}- and a number of three digits"], "Renames the {kind} here to {stem}- and a number of three digits", by_name),
        ("only", "for f in *.{kind.ext}", "'%03d.{kind.ext}'", "{i:03}.{ext}", ["[number|rename] the {kind} here [from 001 on|as 001, 002 and so on]"], "Renames the {kind} here to numbers of three digits", by_name),
        ("front", "for f in *.{kind.ext}", "'%02d-%s'", "", ["put a [running|] number of two digits and a dash before the names of the {kind} [here|in this folder]"], "Puts a number of two digits before the names of the {kind} here", None),
        ("age", old, '"{stem}-$((++i)).{kind.ext}"', "{stem}-{i}.{ext}", ["[number|rename] the {kind} here as {stem}-1, {stem}-2 and so on, oldest first", "rename the {kind} [here|in this folder] to {stem}- and a number in the order of their age, starting with the oldest"], "Renames the {kind} here to {stem}- and a number, the oldest first", by_age),
    ):  # fmt: skip

        def front(world: World, s: Bound) -> None:
            for index, path in enumerate(by_name(world, s), 1):
                world.move(path, f"{index:02}-{path}")

        yield text_task(
            f"files_rename.number-{key}", says, f'i=0\n{head}; do {_move(number)}; done', [f"{does}."], setup, front if names is None else rename(names, form), slots={"stem": SLOTS["stem"]},
        )  # fmt: skip


def _by_rename() -> Iterator[Task]:
    def task(key, code, says, does, pattern, change, flags="", **more):
        def expect(world: World, s: Bound):
            paths = world.glob("*" if pattern == "*" else f"*.{s.kind}")
            moved = [(p, change(p, s)) for p in paths if change(p, s) != p]
            if flags != " -n":
                each(world, [p for p, _ in moved], lambda p: world.move(p, change(p, s)))
            return (
                [f"rename({p}, {n})" if flags == " -n" else f"{p} renamed as {n}" for p, n in moved]
                if flags
                else None
            )

        return text_task(f"files_rename.perl-{key}", says, f"rename{flags} '{code}' {pattern}", [f"{does}."], _setup, expect, mac="", **more)  # fmt: skip

    with_it = "[with|using] [rename|the rename command|perl's rename]"
    kinds = "[all|all the|the] {kind} [here|in this folder|]"
    swap = lambda p, s: p.removesuffix(s.kind) + s.ext if p.endswith(f".{s.kind}") else p
    for key, code, says, does, pattern, change in (
        ("extension", "s/\\.{kind.ext}$/.{ext.raw}/", [f"change the extension of {kinds} to {{ext}} {with_it}", f"rename {kinds} to {{ext}} {with_it}"], "Changes the extension of the {kind} to {ext}", "*.{kind.ext}", swap),
        ("lower", "y/A-Z/a-z/", [f"make the names of all files here lower case {with_it}", f"rename all files here to lower case {with_it}"], "Makes the names of all files here lower case", "*", lambda p, s: p.lower()),
        ("lower-kind", "y/A-Z/a-z/", [f"make the names of {kinds} lower case {with_it}"], "Makes the names of the {kind} lower case", "*.{kind.ext}", lambda p, s: p.lower()),
        ("upper", "y/a-z/A-Z/", [f"make the names of all files here upper case {with_it}"], "Makes the names of all files here upper case", "*", lambda p, s: p.upper()),
        ("blanks", "s/ /_/g", [f"replace [spaces|blanks] [with|by] underscores in the names of all files here {with_it}"], "Replaces blanks by underscores in the names of all files here", "*", lambda p, s: p.replace(" ", "_")),
        ("replace", "s/{word}/{word2}/", [f"replace the first {{word}} [with|by] {{word2}} in the names of all files here {with_it}"], "Replaces the first {word} by {word2} in the names of all files here", "*", lambda p, s: p.replace(s.word, s.word2, 1)),
        ("replace-all", "s/{word}/{word2}/g", [f"replace every {{word}} [with|by] {{word2}} in the names of {kinds} {with_it}"], "Replaces every {word} by {word2} in the names of the {kind}", "*.{kind.ext}", lambda p, s: p.replace(s.word, s.word2)),
        ("prefix", "s/^/{word}-/", [f"put {{word.raw}}- before the names of {kinds} {with_it}"], "Puts {word.raw}- before the names of the {kind}", "*.{kind.ext}", lambda p, s: f"{s.word}-{p}"),
        ("digits", "s/\\d+//g", [f"remove [all|the] digits from the names of all files here {with_it}"], "Removes the digits from the names of all files here", "*", lambda p, s: re.sub(r"\d+", "", p)),
        ("suffix", "s/\\.{kind.ext}$/-{word}.{kind.ext}/", [f"add -{{word.raw}} before the extension of {kinds} {with_it}"], "Puts -{word.raw} before the extension of the {kind}", "*.{kind.ext}", lambda p, s: p.removesuffix(f".{s.kind}") + f"-{s.word}.{s.kind}"),
    ):  # fmt: skip
        yield task(key, code, says, does, pattern, change)
        if key in ("extension", "lower", "replace", "blanks"):
            yield task(
                f"{key}-dry",
                code,
                [f"{say}, but only show what would [change|happen]" for say in says],
                f"Shows what would happen: {does[0].lower()}{does[1:]}",
                pattern,
                change,
                " -n",
            )
