"""Scripts that make backups: dated archives and copies, how many are kept, mirrors, restoring."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    NOWHERE,
    USAGE,
    no_folder,
    script,
    sentence,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

WEIGHT = 0.2

_FILE = "a file"
_INNER = {"a.txt": b"alpha\n", "sub/b c.txt": b"beta\n", ".hidden": b"h\n"}


@dataclass(frozen=True)
class _Folder:
    """How the script comes to the folder that it saves."""

    name: str
    say: str
    explain: str
    code: str
    calls: Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Form:
    """What a backup is: the file or directory `$name-DATE` with an ending."""

    name: str
    say: str
    ending: str
    code: str


@dataclass(frozen=True)
class _Keep:
    """Which older backups are kept."""

    name: str
    say: str
    explain: str
    code: str
    forms: str


_FOLDERS = [_Folder(name=name, **row) for name, row in rows("backup", "folders")]
_FORMS = [_Form(name=name, **row) for name, row in rows("backup", "forms")]
_KEEPS = [_Keep(name=name, **row) for name, row in rows("backup", "keeps")]


def tasks() -> Iterator[Task]:
    """Dated backups in every combination."""
    for folder, form, keep in product(_FOLDERS, _FORMS, _KEEPS):
        if form.name in keep.forms.split():
            yield _dated(folder, form, keep)


def _dated(folder: _Folder, form: _Form, keep: _Keep) -> Task:
    old = keep.code.replace("ENDING", form.ending)
    name = 'name=$(basename "$folder")'
    target = 'target={dir2}\nmkdir -p "$target"'
    body = f"{folder.code}{target}\n\n{name}\n{form.code}{old}"
    plain = form.say.replace("[dated|] ", "").replace("[tar.gz|compressed tar]", "tar.gz")
    plain = plain.replace("[file|archive]", "file")
    return script(
        f"scripts/backup.{folder.name}-{form.name}-{keep.name}",
        say=[
            f"back up {folder.say} to {{dir2}} as a {form.say}{keep.say}",
            f"save {folder.say} [in|into] {{dir2}} as a {form.say}{keep.say}",
            f"make a {form.say} of {folder.say} in {{dir2}}{keep.say}",
            f"put a {form.say} into {{dir2}}, made of {folder.say},{keep.say or ' and say so'}",
        ],
        ask=_asked(folder, form, keep),
        explain=sentence(f"saves {folder.explain} in {{dir2}} as a {plain}{keep.explain}"),
        body=body,
        expect=nothing,
        plans=tuple(_plans(folder, form, keep)),
    )


def _asked(folder: _Folder, form: _Form, keep: _Keep) -> list[str]:
    """What is no instruction: questions, few words, what it is about first."""
    source, made = folder.say, f"a {form.say}{keep.say}"
    return [
        f"how can a script back up {source} [in|to] {{dir2}} as {made}?",
        f"backup script: {source} -> {{dir2}}, as {made}",
        f"I don't want to lose {source}; write a script to back it up to {{dir2}} as {made}",
        f"need script for backup of {source} in {{dir2}}, make {made}",
    ]


def _plans(folder: _Folder, form: _Form, keep: _Keep) -> Iterator[Plan]:
    """Every call where the folder is there, and one where it is not."""

    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        return _expect_dated(form, keep, world, s, arguments)

    for call in folder.calls:
        yield Plan(partial(_dated_setup, form, keep), expect, arguments=call)
    if folder.name == "fixed":
        yield Plan(nothing, lambda world, s, arguments: no_folder(s.dir))


def _source(s: Bound) -> str:
    return s.dir if "dir" in s else f"my  disk/the  {s.stem}"


def _dated_setup(form: _Form, keep: _Keep, world: World, s: Bound) -> None:
    source = _source(s)
    for name, data in _INNER.items():
        world.file(f"{source}/{name}", data)
    base = posixpath.basename(source)
    for number in range((s.count if "count" in s else 2) + 2):
        age = 2000.5 + number if number % 2 else 0.5
        path = f"{s.dir2}/{base}-20{10 + number // 12:02}-{number % 12 + 1:02}-05{form.ending}"
        if form.ending:
            world.file(path, b"old", days=age)
        else:
            world.file(f"{path}/old.txt", b"old")
    world.file(f"{s.dir2}/unlike.zip", b"other", days=3000)
    if form.ending:
        world.file(f"{s.dir2}/{base}-1\\999{form.ending}", b"old", days=3000)
    world.file(_FILE)
    if keep.name == "younger":
        world.file(f"{s.dir2}/{base}-now{form.ending}", b"old", days=s.days + 1.5)
        world.dir(f"{s.dir2}/{base}-folder{form.ending}", days=3000)


def _expect_dated(form: _Form, keep: _Keep, world: World, s: Bound, arguments) -> Outcome:
    if "dir" not in s and not arguments:
        return USAGE
    if arguments and arguments[0] in (NOWHERE, _FILE):
        return no_folder(arguments[0])
    source, base = _source(s), posixpath.basename(_source(s))
    made = f"{s.dir2}/{base}-{now().date()}{form.ending}"
    if form.ending:
        content = {f"{base}/{name}": data for name, data in _INNER.items()}
        world.file(made).data = Archive(content, "zip" if form.name == "zip" else "gz")
    else:
        world.copy(source, made, keep=True)
    _expire(form, keep, world, s, base)
    return Outcome([f"Saved {base}"] if keep.name == "all" else [])


def _expire(form: _Form, keep: _Keep, world: World, s: Bound, base: str) -> None:
    backups = [p for p in world.paths(s.dir2, depth=1) if posixpath.basename(p).startswith(base)]
    gone = []
    if keep.name == "newest":
        gone = sorted(backups, reverse=True)[s.count :]
    elif keep.name == "younger":
        old = [path for path in backups if world[path].age > (s.days + 1) * 86400]
        gone = [path for path in old if world[path].kind == "file"]
    for path in gone:
        world.remove(path)
