"""Copying and moving: cp and mv of files, kinds of files and folders, with their options."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each, old_files
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    FILES,
    SLOTS_OF_SOURCES,
    Source,
    into,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_COPY, _MOVE = "[copy|copy|duplicate]", "[move|move|transfer|put]"


@dataclass(frozen=True)
class Option:
    """A way of cp or mv, with its wording; the target has a file of the same name before."""

    key: str
    flags: str
    said: str
    does: str
    replaces: Callable[[int], bool] = lambda age: True
    """Whether an existing file of that age in days is replaced."""
    mac: bool = True
    backup: bool = False
    verbose: bool = False
    keeps: bool = False
    """Whether dates and permissions are kept."""
    stdin: str = ""


_OPTIONS = (
    Option("ask", "i", "[and|but] [ask|prompt|ask me] before [overwriting|replacing] [anything|existing files|]", "asks before replacing a file", stdin="y\n" * 5),
    Option("no-clobber", "n", "[without overwriting|but do not overwrite|but never replace] [existing files|anything|what is there]", "leaves existing files alone", replaces=lambda age: False),
    Option("verbose", "v", "[and|] [show|print|report] [each|every] [file|name] [as it goes|on the way|]", "prints each name", verbose=True),
    Option("update", "u", "[but only|only] [if|where|when] newer than [the one|what is] there", "replaces only older files", replaces=lambda age: age > 30, mac=False),
    Option("backup", "b", "[and|but] keep a backup of [overwritten|replaced] files", "keeps replaced files with a ~ after the name", backup=True, mac=False),
    Option("force", "f", "[and|] [overwrite|replace] existing files without asking", "replaces existing files without asking"),
)  # fmt: skip
_PLAIN = Option("plain", "", "", "")
_KEEP = Option("keep", "p", "[and keep|keeping|preserving] [the|their|] [dates and permissions|timestamps and modes|permissions and timestamps]", "keeps dates and permissions", keeps=True)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in FILES:
        for option in (_PLAIN, *_OPTIONS, _KEEP):
            yield _into("cp", source, option)
            if not option.keeps:
                yield _into("mv", source, option)
    yield from _one_file()


def _into(tool: str, source: Source, option: Option) -> Task:
    """Into another folder, where one or two files of the same name lie."""
    verb, does = (_COPY, "Copies") if tool == "cp" else (_MOVE, "Moves")
    flags = f" -{option.flags}" if option.flags else ""
    said = option.said
    says = [f"{verb} {source.said} [to|into] {{target}} {said}"]
    if tool == "cp":
        says.append(f"put [copies|a copy] of {source.said} [in|into] {{target}} {said}")
    else:
        says.append(f"move {source.said} over to {{target}} {said}")
    end = f" and {option.does}" if option.does else ""
    run = f"{tool}{flags} {source.text} {{target}}/"
    return text_task(
        f"files_copy.{tool}-{option.key}-{source.key}", says, run, [f"{does} {source.does} into {{target}}{end}."],
        lambda world, s: _prepare(world, s, source, option),
        lambda world, s: _transfer(world, s, tool, source, option),
        mac=None if option.mac else "", slots=SLOTS_OF_SOURCES, stdin=option.stdin, after=_time_after(source, option),
        weight=source.weight * (2 if option is _PLAIN else 0.4),
    )  # fmt: skip


def _time_after(source: Source, option: Option) -> str:
    """Says how old the first copied file is: days are kept only by some options."""
    return "" if not option.keeps else "find {target} -type f -mtime -1"


def _prepare(world: World, s: Bound, source: Source, option: Option) -> None:
    source.setup(world, s)
    world.dir(s.target)
    if not option.verbose and not option.keeps and option is not _PLAIN:
        for index, path in enumerate(source.paths(world, s)):
            world.file(into(s.target, path), "there before\n", days=(40, 20)[index % 2])
    if option.keeps:
        each(world, source.paths(world, s), lambda path: setattr(world[path], "mode", 0o750))


def _transfer(world: World, s: Bound, tool: str, source: Source, option: Option):
    lines = []
    for path in source.paths(world, s):
        goal = into(s.target, path)
        if goal in world and not option.replaces(world[goal].age // 86400):
            continue
        if option.backup:
            world.move(goal, f"{goal}~")
        if goal in world:
            world.remove(goal)
        world.copy(path, goal)
        lines.append(f"'{path}' -> '{goal}'")
        if tool == "mv":
            world.remove(path)
            lines[-1] = f"renamed {lines[-1]}"
    return lines if option.verbose else None


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_copy.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**SLOTS_OF_SOURCES, **more.pop("slots", {})}, **more)  # fmt: skip


def _copied(world: World, s: Bound) -> None:
    world.copy(s.file, s.file2)


def _one_file() -> Iterator[Task]:
    yield _task(
        "copy", "cp {file} {file2}",
        [f"{_COPY} {{file}} to {{file2.raw}}", "make a copy of {file} [called|named] {file2.raw}", f"{_COPY} {{file}} [under the name|as] {{file2.raw}}", "save {file} as {file2.raw} too"],
        "Copies {file} to {file2.raw}.", old_files("file"), _copied, ["copy of {file} as {file2.raw}"], weight=4,
    )  # fmt: skip
    yield _task(
        "rename", "mv {file} {file2}",
        ["rename {file} to {file2.raw}", "change the name of {file} to {file2.raw}", "rename {file} as {file2.raw}", "give {file} the [new|] name {file2.raw}", "mv {file} to {file2.raw}"],
        "Renames {file} to {file2.raw}.", old_files("file"), lambda world, s: world.move(s.file, s.file2), weight=4,
    )  # fmt: skip
    both = old_files("file", "file2")
    for tool, verb, does in (
        ("cp", "copy {file} to {file2.raw}", "Copies"),
        ("mv", "rename {file} to {file2.raw}", "Renames"),
    ):
        asks = "[but ask|and ask|asking] before overwriting [it|] if it [exists|is there]".replace(
            "[it|] ", ""
        )
        yield _task(
            f"{tool}-name-ask", f"{tool} -i {{file}} {{file2}}", [f"{verb} {asks}", f"{verb}, but ask me first if {{file2.raw}} exists"],
            f"{does} {{file}} to {{file2.raw}}, and asks before replacing that.", both,
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(s.file, s.file2), stdin="y\n",
        )  # fmt: skip
        yield _task(
            f"{tool}-name-no-clobber", f"{tool} -n {{file}} {{file2}}",
            [f"{verb} [only if|unless] {{file2.raw}} [does not exist|is not there]".replace("[only if|unless]", "only if"), f"{verb} unless {{file2.raw}} [exists|is there] already", f"{verb} without overwriting {{file2.raw}}"],
            f"{does} {{file}} to {{file2.raw}} unless that exists.", both, lambda world, s: None,
        )  # fmt: skip
    yield _task(
        "copy-keep", "cp -p {file} {file2}",
        ["copy {file} to {file2.raw} [keeping|and keep|preserving] [its|the] [date and permissions|timestamps and mode|permissions and timestamps]"],
        "Copies {file} to {file2.raw} with its date and permissions.", lambda world, s: silent(world.file(s.file, "x", 0o640, days=50)), _copied,
        after='[ {file} -nt {file2} ] || [ {file} -ot {file2} ] || true',
    )  # fmt: skip
    yield _task(
        "backup", "cp {file} {file}.bak",
        ["[back up|make a backup of|save a backup of] {file} [with the ending|as|with] .bak", "make a backup copy of {file} ending in .bak", "copy {file} to the same name [with .bak added|plus .bak]"],
        "Copies {file} to the same name with .bak after it.", old_files("file"), lambda world, s: world.copy(s.file, f"{s.file}.bak"), weight=2,
    )  # fmt: skip
    yield _task(
        "backup-brace", "cp {path}{,.bak}",
        ["[back up|make a backup copy of] {path} next to it, ending in .bak", "[back up|copy] {path} as .bak beside it, [with|by] a brace expansion"],
        "Copies {path} to the same path with .bak after it.", lambda world, s: silent(world.file(s.path, "x\n")), lambda world, s: world.copy(s.path, f"{s.path}.bak"),
    )  # fmt: skip
    yield _task(
        "backup-dated", 'cp {file} {file}."$(date +%F)"',
        ["[back up|copy] {file} with today's date [added to|after] [the|its] name", "make a [dated|backup] copy of {file} with today's date at the end of the name"],
        "Copies {file} to the same name with today's date after it.", old_files("file"),
        lambda world, s: world.copy(s.file, f"{s.file}.{datetime.now(timezone.utc):%Y-%m-%d}"), weight=1.5,
    )  # fmt: skip
    yield _task(
        "backup-numbered", "cp --backup=numbered {file} {dir}/",
        ["copy {file} to {dir} and keep numbered backups of [the old one|what it replaces]"],
        "Copies {file} into {dir} and keeps what it replaces as a numbered backup.",
        lambda world, s: silent(world.file(s.file, "new"), world.file(f"{s.dir}/{s.file}", "old")),
        lambda world, s: silent(world.move(f"{s.dir}/{s.file}", f"{s.dir}/{s.file}.~1~"), world.copy(s.file, f"{s.dir}/{s.file}")), mac="",
    )  # fmt: skip
    yield _task(
        "restore-backup", "mv {file}.bak {file}",
        ["restore {file} from its .bak [copy|backup]", "put the backup of {file}, which ends in .bak, back in place"],
        "Renames the backup of {file} back to its name.", lambda world, s: silent(world.file(s.file, "bad"), world.file(f"{s.file}.bak", "good")),
        lambda world, s: world.move(f"{s.file}.bak", s.file),
    )  # fmt: skip
    yield _task(
        "swap", "mv {file} {file}.tmp && mv {file2} {file} && mv {file}.tmp {file2}",
        ["swap [the names of|] {file.raw} and {file2.raw}", "exchange [the names of|] {file.raw} and {file2.raw}", "rename {file.raw} to {file2.raw} and {file2.raw} to {file.raw}"],
        "Swaps the names of {file.raw} and {file2.raw}.", lambda world, s: silent(world.file(s.file, "first"), world.file(s.file2, "second")),
        lambda world, s: silent(world.file(s.file, "second"), world.file(s.file2, "first")),
    )  # fmt: skip
    yield _task(
        "from-folder", "cp {dir}/{file} .",
        ["copy {file} from {dir} [here|to this folder|to the current directory]", "get a copy of {file} from {dir} [here|into this folder]"],
        "Copies {file} from {dir} to the current directory.", lambda world, s: silent(world.file(f"{s.dir}/{s.file}", "x\n")),
        lambda world, s: world.copy(f"{s.dir}/{s.file}", s.file), weight=2,
    )  # fmt: skip
    yield _task(
        "move-from-folder", "mv {dir}/{file} .",
        ["move {file} from {dir} [here|to this folder|to the current directory]", "bring {file} from {dir} [here|into this folder]"],
        "Moves {file} from {dir} to the current directory.", lambda world, s: silent(world.file(f"{s.dir}/{s.file}", "x\n")),
        lambda world, s: world.move(f"{s.dir}/{s.file}", s.file), weight=2,
    )  # fmt: skip
    for tool, verb in (("cp", "copy"), ("mv", "move")):
        third = "Copies" if tool == "cp" else "Moves"
        yield _task(
            f"{tool}-and-rename", f"{tool} {{file}} {{dir}}/{{file2}}",
            [f"{verb} {{file}} [to|into] {{dir}} [as|under the name|and name it] {{file2.raw}}", f"{verb} {{file}} to {{dir}} and call it {{file2.raw}}"],
            f"{third} {{file}} into {{dir}} under the name {{file2.raw}}.", lambda world, s: silent(world.file(s.file, "x\n"), world.dir(s.dir)),
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(s.file, f"{s.dir}/{s.file2}"),
        )  # fmt: skip
        yield _task(
            f"{tool}-home", f"{tool} {{file}} ~/", [f"{verb} {{file}} to my home [folder|directory]", f"{verb} {{file}} home"],
            f"{third} {{file}} to the home directory.", lambda world, s: silent(world.file(s.file, "x\n"), world.dir("home")),
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(s.file, f"home/{s.file}"), before="HOME=home",
        )  # fmt: skip
        yield _task(
            f"{tool}-parent", f"{tool} {{file}} ..", [f"{verb} {{file}} [up one level|to the parent folder|one folder up|to the folder above]"],
            f"{third} {{file}} to the parent directory.", lambda world, s: silent(world.file(f"inner/{s.file}", "x\n")),
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(f"inner/{s.file}", s.file), before="cd inner",
        )  # fmt: skip
        yield _task(
            f"{tool}-make-folder", f"mkdir -p {{dir}} && {tool} {{file}} {{dir}}/",
            [f"{verb} {{file}} [to|into] {{dir}} and [create|make] the folder if [needed|it is missing]", f"make {{dir}} if it does not exist and {verb} {{file}} [there|into it]"],
            f"Creates {{dir}} as needed and {third.lower()} {{file}} into it.", lambda world, s: silent(world.file(s.file, "x\n")),
            lambda world, s, tool=tool: (world.copy if tool == "cp" else world.move)(s.file, into(s.dir, s.file)) or silent(world.dir(s.dir)), weight=1.5,
        )  # fmt: skip
