"""Making files and folders, and setting times: mkdir, touch, mktemp."""

import posixpath
from collections.abc import Iterator
from datetime import datetime, timezone

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import (
    aged_kind,
    each,
    many,
    old_files,
    with_form,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_MAKE = "[make|create]"
_FOLDER = "[folder|directory]"
_FOLDERS = "[folders|directories]"
_NAMED = "[called|named|]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _folders()
    yield from _folder_forms()
    yield from _empty_files()
    yield from _times()
    yield from _temporary()


def _task(
    name: str, run, say, explain: str, setup=nothing, expect=nothing, ask=(), mac=None, **more
):
    return text_task(f"files.{name}", say, run, [explain], setup, expect, ask, mac, **more)


def _dirs(*names: str):
    return lambda world, s: silent(*(world.dir(s[name].data) for name in names))


def _folders() -> Iterator[Task]:
    yield _task(
        "make-folder", "mkdir {stem}",
        [f"{_MAKE} [a|a new|the] {_FOLDER} {_NAMED} {{stem}}", f"{_MAKE} {{stem}} as a [new|] {_FOLDER}",
         f"add a [new|] {_FOLDER} [called|named] {{stem}}", "mkdir {stem}"],
        "Creates the directory {stem}.", expect=_dirs("stem"), ask=["new folder {stem}"], weight=4,
    )  # fmt: skip
    yield _task(
        "make-two-folders", "mkdir {stem} {stem2}",
        [f"{_MAKE} [the|two|] {_FOLDERS} {_NAMED} {{stem}} and {{stem2}}", f"{_MAKE} two {_FOLDERS}, {{stem}} and {{stem2}}"],
        "Creates the directories {stem} and {stem2}.", expect=_dirs("stem", "stem2"), weight=2,
    )  # fmt: skip
    yield _task(
        "make-three-folders", "mkdir {stem} {stem2} {stem3}",
        [f"{_MAKE} [the|three|] {_FOLDERS} {_NAMED} {{stem}}, {{stem2}} and {{stem3}}"],
        "Creates the directories {stem}, {stem2} and {stem3}.", expect=_dirs("stem", "stem2", "stem3"),
    )  # fmt: skip
    yield _task(
        "make-folder-parents", "mkdir -p {dir}",
        [f"{_MAKE} {{dir}} [if it does not exist|if it's not there|unless it exists]",
         f"{_MAKE} {{dir}} [and|with|together with] [any|all|its] missing parent {_FOLDERS}",
         "make sure [that|] {dir} exists", f"{_MAKE} {{dir}} [with|including] its parents"],
        "Creates {dir}, and its parents as needed; an existing one is no error.", expect=_dirs("dir"), weight=3,
    )  # fmt: skip
    yield _task(
        "make-nested", "mkdir -p {stem}/{stem2}/{stem3}",
        [f"{_MAKE} the nested {_FOLDERS} {{stem}}/{{stem2}}/{{stem3}}", f"{_MAKE} {{stem3}} inside {{stem2}} inside {{stem}}, all at once",
         f"{_MAKE} the {_FOLDER} path {{stem}}/{{stem2}}/{{stem3}}[, parents included|]"],
        "Creates {stem}/{stem2}/{stem3} and the directories above it.",
        expect=lambda world, s: world.dir(f"{s.stem}/{s.stem2}/{s.stem3}"), weight=2,
    )  # fmt: skip
    yield _task(
        "make-inside", "mkdir {dir}/{stem}",
        [f"{_MAKE} [a|a new|the] {_FOLDER} {{stem}} [in|inside] {{dir}}", f"{_MAKE} a [subfolder|subdirectory] {_NAMED} {{stem}} in {{dir}}"],
        "Creates the directory {stem} in {dir}.", _dirs("dir"), lambda world, s: world.dir(f"{s.dir}/{s.stem}"), weight=2,
    )  # fmt: skip
    yield _task(
        "make-inside-parents", "mkdir -p {dir}/{stem}",
        [f"{_MAKE} [a|the] {_FOLDER} {{stem}} [in|inside] {{dir}}, and {{dir}} too if it is missing",
         f"{_MAKE} {{stem}} in {{dir}} [with|and] any missing parent {_FOLDERS}"],
        "Creates the directory {stem} in {dir}, which is created too if missing.",
        expect=lambda world, s: world.dir(f"{s.dir}/{s.stem}"),
    )  # fmt: skip
    yield _task(
        "make-and-enter", "mkdir -p {dir} && cd {dir}",
        [f"{_MAKE} {{dir}} and [go into it|enter it|change to it|cd into it]", f"{_MAKE} and enter {{dir}}"],
        "Creates {dir} and changes into it.", expect=lambda world, s: silent(world.dir(s.dir)) or [posixpath.basename(s.dir)],
        after='basename "$PWD"', weight=2,
    )  # fmt: skip


def _folder_forms() -> Iterator[Task]:
    for name, mode, says, adjective in (
        (
            "private",
            "700",
            [
                f"{_MAKE} a private {_FOLDER} {_NAMED} {{stem}}[ that only I can open|]",
                f"{_MAKE} {_FOLDER} {{stem}} that only I can [read|open]".replace(
                    "nobody else", "no one but me"
                ),
            ],
            "with mode 700",
        ),
        (
            "mode",
            "{mode}",
            [
                f"{_MAKE} [a|the] {_FOLDER} {{stem}} with [permissions|mode] {{mode}}",
                f"{_MAKE} {{stem}} as a {_FOLDER} with mode {{mode}}",
            ],
            "with mode {mode}",
        ),
    ):
        yield _task(
            f"make-folder-{name}", f"mkdir -m {mode} {{stem}}", says, f"Creates the directory {{stem}} {adjective}.",
            expect=lambda world, s: world.dir(s.stem, int(s.mode, 8) if "mode" in s else 0o700),
            slots={"mode": _modes},
        )  # fmt: skip
    yield _task(
        "make-folder-verbose", "mkdir -pv {dir}",
        [f"{_MAKE} {{dir}} with its parents and [show|print|report] [each|every] {_FOLDER} [made|created]",
         f"{_MAKE} {{dir}} and missing parents, [verbosely|with a message for each]"],
        "Creates {dir} and its parents, and prints each one created.",
        expect=lambda world, s: silent(world.dir(s.dir)) or Outcome(stdout=None),
    )  # fmt: skip
    numbered = [f"{_MAKE} {{count}} {_FOLDERS} [called|named] {{stem}}1 to {{stem}}{{count}}",
                f"{_MAKE} [the|] {_FOLDERS} {{stem}}1 [to|through|up to] {{stem}}{{count}}",
                f"{_MAKE} {{count}} numbered {_FOLDERS} starting with {{stem}}"]  # fmt: skip
    yield _task(
        "make-numbered", "mkdir {stem}{1..{count}}", numbered, "Creates {count} directories, {stem}1 to {stem}{count}.",
        expect=lambda world, s: each(world, [f"{s.stem}{i}" for i in range(1, s.count + 1)], world.dir),
        slots={"count": many(2, 60)}, weight=2,
    )  # fmt: skip
    yield _task(
        "make-numbered-padded", "mkdir {stem}-{01..{count}}",
        [f"{_MAKE} {_FOLDERS} {{stem}}-01 [to|through] {{stem}}-{{count}}", f"{_MAKE} {{count}} {_FOLDERS} {{stem}}-01, {{stem}}-02 and so on"],
        "Creates {count} directories, {stem}-01 to {stem}-{count}.",
        expect=lambda world, s: each(world, [f"{s.stem}-{i:02}" for i in range(1, s.count + 1)], world.dir),
        slots={"count": many(10, 60)},
    )  # fmt: skip
    yield _task(
        "make-years", "mkdir {{year}..{last}}",
        [f"{_MAKE} a {_FOLDER} for [each|every] year from {{year}} to {{last}}", f"{_MAKE} {_FOLDERS} {{year}} to {{last}}, one per year"],
        "Creates a directory for every year from {year} to {last}.",
        expect=lambda world, s: each(world, [str(y) for y in range(s.year, s.last + 1)], world.dir),
        slots={"year": many(2010, 2019), "last": many(2020, 2030)},
    )  # fmt: skip
    yield _task(
        "make-months", "mkdir {year}-{01..12}",
        [f"{_MAKE} a {_FOLDER} for [each|every] month of {{year}}[, {{year}}-01 to {{year}}-12|]",
         f"{_MAKE} twelve {_FOLDERS} {{year}}-01 to {{year}}-12"],
        "Creates the directories {year}-01 to {year}-12.",
        expect=lambda world, s: each(world, [f"{s.year}-{m:02}" for m in range(1, 13)], world.dir),
    )  # fmt: skip
    yield _task(
        "make-braces", "mkdir -p {dir}/{{stem},{stem2},{stem3}}",
        [f"{_MAKE} the {_FOLDERS} {{stem}}, {{stem2}} and {{stem3}} [in|inside] {{dir}}[, which may be missing|]",
         f"{_MAKE} {{dir}} with the [subfolders|subdirectories] {{stem}}, {{stem2}} and {{stem3}}"],
        "Creates the directories {stem}, {stem2} and {stem3} in {dir}.",
        expect=lambda world, s: each(world, [f"{s.dir}/{n}" for n in (s.stem, s.stem2, s.stem3)], world.dir), weight=2,
    )  # fmt: skip
    yield _task(
        "make-project", "mkdir -p {stem}/{src,tests,docs}",
        [f"{_MAKE} a project {_FOLDER} {{stem}} with src, tests and docs [in|inside] it", f"{_MAKE} {{stem}} with [subfolders|subdirectories] src, tests and docs"],
        "Creates the directory {stem} with src, tests and docs in it.",
        expect=lambda world, s: each(world, [f"{s.stem}/{n}" for n in ("src", "tests", "docs")], world.dir),
    )  # fmt: skip


def _modes(draw: Draw, spaced: bool) -> Value:
    return named(draw.pick(("700", "750", "755", "770", "775", "777", "711", "500", "555")))


def _empty_files() -> Iterator[Task]:
    yield _task(
        "touch", "touch {file}",
        [f"{_MAKE} [an|a new] empty file {_NAMED} {{file.raw}}", "create {file}", f"{_MAKE} {{file}} as [an|a new] empty file", f"{_MAKE} {{file}} without [any|] content", "touch {file}"],
        "Creates {file} if it is missing, else sets its time to now.", expect=lambda world, s: silent(world.file(s.file)),
        ask=["new empty file {file.raw}"], weight=3,
    )  # fmt: skip
    yield _task(
        "touch-two", "touch {file} {file2}",
        [f"{_MAKE} [the|two|] empty files {_NAMED} {{file.raw}} and {{file2.raw}}", f"{_MAKE} {{file}} and {{file2}} as empty files"],
        "Creates the empty files {file.raw} and {file2.raw}.", expect=lambda world, s: silent(world.file(s.file), world.file(s.file2)),
    )  # fmt: skip
    yield _task(
        "touch-in", "touch {dir}/{file}",
        [f"{_MAKE} [an|a new] empty file {_NAMED} {{file.raw}} [in|inside] {{dir}}", f"{_MAKE} {{file}} in {{dir}}"],
        "Creates {file} in {dir}.", _dirs("dir"), lambda world, s: silent(world.file(f"{s.dir}/{s.file}")),
    )  # fmt: skip
    yield _task(
        "touch-parents", "mkdir -p {dir} && touch {dir}/{file}",
        [f"{_MAKE} an empty file {{file.raw}} in {{dir}} and [also|] the {_FOLDER} if it is missing",
         f"{_MAKE} {{dir}} and an empty {{file.raw}} in it"],
        "Creates {dir} as needed and an empty {file.raw} in it.", expect=lambda world, s: silent(world.file(f"{s.dir}/{s.file}")),
    )  # fmt: skip
    yield _task(
        "touch-padded", "touch {stem}-{01..{count}}.{ext}",
        [f"{_MAKE} empty files {{stem}}-01.{{ext.raw}} [to|through] {{stem}}-{{count}}.{{ext.raw}}", f"{_MAKE} {{count}} empty files {{stem}}-01.{{ext.raw}}, {{stem}}-02.{{ext.raw}} and so on"],
        "Creates {count} empty files, {stem}-01.{ext.raw} to {stem}-{count}.{ext.raw}.",
        expect=lambda world, s: each(world, [f"{s.stem}-{i:02}.{s.ext}" for i in range(1, s.count + 1)], world.file),
        slots={"count": many(10, 60)},
    )  # fmt: skip
    yield _task(
        "touch-missing-not", "touch -c {file}",
        ["update the [time|timestamp] of {file} only if it exists", "touch {file} without creating it"],
        "Sets the time of {file} to now, but does not create it.", old_files("file"), lambda world, s: ["now"], after=_FRESH,
    )  # fmt: skip


_FRESH = 'stat -c %Y {file} | awk -v now="$(date +%s)" \'{print now - $1 < 60 ? "now" : "old"}\''


def _stamp(text: str) -> float:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc).timestamp()


def _dated(name: str, hour: str = "00:00"):
    def expect(world: World, s: Bound) -> None:
        world[s[name].data].mtime = _stamp(f"{s.date} {s.time if 'time' in s else hour}")

    return expect


def _clock(draw: Draw, spaced: bool) -> Value:
    return named(f"{draw.between(0, 23):02}:{draw.between(0, 59):02}")


def _times() -> Iterator[Task]:
    when = "[modification time|modification date|timestamp|date]"
    yield _task(
        "touch-now", "touch {path}",
        [f"[update|refresh] the {when} of {{path}}", f"set the {when} of {{path}} to now", "mark {path} as [changed|modified] [just|right] now"],
        "Sets the modification time of {path} to now.", lambda world, s: silent(world.file(s.path, "old\n", days=50)),
        lambda world, s: ["now"], after=_FRESH.replace("{file}", "{path}"),
    )  # fmt: skip
    yield _task(
        "touch-reference", "touch -r {file2} {file}",
        [f"give {{file}} the same {when} as {{file2}}", f"copy the {when} of {{file2}} to {{file}}", f"set the {when} of {{file}} to that of {{file2}}"],
        "Gives {file} the same times as {file2}.", old_files("file", "file2"),
        lambda world, s: silent(setattr(world[s.file], "age", world[s.file2].age)) or ["same"],
        after='[ {file} -nt {file2} ] || [ {file} -ot {file2} ] || echo same',
    )  # fmt: skip
    yield _task(
        "touch-date", "touch -d {date} {file}",
        [f"set the {when} of {{file}} to {{date}}", f"change the {when} of {{file}} to {{date}}", "make {file} look [as if it was|] last [changed|modified] on {date}"],
        "Sets the modification time of {file} to {date}.", old_files("file"), _dated("file"), mac="touch -d {date}T00:00:00 {file}",
    )  # fmt: skip
    yield _task(
        "touch-date-time", "touch -d '{date} {time}' {file}",
        [f"set the {when} of {{file}} to {{date}} {{time}}", f"change the {when} of {{file}} to {{date}} at {{time}}"],
        "Sets the modification time of {file} to {date} {time}.", old_files("file"), _dated("file"), mac="touch -d {date}T{time}:00 {file}", slots={"time": _clock},
    )  # fmt: skip
    yield _task(
        "touch-stamp", "touch -t {date.packed}1200 {file}",
        [f"set the {when} of {{file}} to noon on {{date}} with touch -t", "use touch -t to [date|set] {file} to {date} 12:00"],
        "Sets the modification time of {file} to noon on {date}.", old_files("file"), _dated("file", "12:00"),
        slots={"date": with_form(SLOTS["date"], packed=lambda day: day.replace("-", ""))},
    )  # fmt: skip
    yield _task(
        "touch-kind", "touch *.{kind.ext}",
        [f"[update|refresh] the {when} of [all|all the|the] {{kind}} [here|in this folder|]", f"set the {when} of [every one of|all] the {{kind}} here to now"],
        "Sets the modification time of the {kind} in the current directory to now.", aged_kind, lambda world, s: [f"a.{s.kind}", f"b.{s.kind}"],
        after="find . -type f -mmin -9 | sort | cut -c3-",
    )  # fmt: skip


def _temporary() -> Iterator[Task]:
    file, folder = "a temporary [file|file with a unique name]", f"a temporary {_FOLDER}"
    shown = Outcome(stdout="yes\n")
    for name, run, say, explain in (
        (
            "temp-file",
            "mktemp",
            [f"{_MAKE} {file}", "make a new temp file"],
            "Creates a temporary file and prints its path.",
        ),
        (
            "temp-folder",
            "mktemp -d",
            [f"{_MAKE} {folder}", "make a new temp folder"],
            "Creates a temporary directory and prints its path.",
        ),
    ):
        yield _task(
            name, run, say, explain, expect=lambda world, s: shown,
            before="mktemp() { local made; made=$(command mktemp \"$@\"); "
            f"[ -{'d' if '-d' in run else 'f'} \"$made\" ] && echo yes; }}",
        )  # fmt: skip
    for name, flag, what in (("file", "", file), ("folder", "-d ", folder)):
        letter = "d" if flag else "f"
        yield _task(
            f"temp-{name}-variable", f'{{variable}}=$(mktemp{" -d" if flag else ""})',
            [f"{_MAKE} {what} and [store|keep|save] its [path|name] in {{variable}}", f"[put|store] the [path|name] of {what.replace('a temp', 'a new temp')} in the variable {{variable}}"],
            f"Creates a temporary {'directory' if flag else 'file'} and stores its path in {{variable}}.",
            expect=lambda world, s: ["yes"], after=f'[ -{letter} "{{variable.dollar}}" ] && echo yes',
        )  # fmt: skip
        yield _task(
            f"temp-{name}-template", f"mktemp {flag}{{stem}}.XXXXXX",
            [f"{_MAKE} {what} here whose name starts with {{stem}} and a dot",
             f"{_MAKE} {what} in this folder, {{stem}} followed by a dot and six random characters"],
            f"Creates a temporary {'directory' if flag else 'file'} called {{stem}} with a random ending.",
            expect=lambda world, s: ["1"], after=f'[ -{letter} {{stem}}.?????? ] && echo 1; rm -r {{stem}}.??????',
            before='mktemp() { command mktemp "$@" > /dev/null; }',
        )  # fmt: skip
