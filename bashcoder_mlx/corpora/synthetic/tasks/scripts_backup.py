"""Scripts that make backups: dated archives and copies, how many are kept, mirrors, restoring."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    CHECK_FILE,
    CHECK_FOLDER,
    MISSING,
    NOWHERE,
    USAGE,
    no_file,
    no_folder,
    script,
    sentence,
    usage,
)
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

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


_FOLDERS = (
    _Folder("fixed", "{dir}", "{dir}", f"folder={{dir}}\n{CHECK_FOLDER}", ((),)),
    _Folder("argument", "[a|the] folder given as argument", "the folder given as its argument", f"{usage('FOLDER')}folder=${{1%/}}\n{CHECK_FOLDER}",
        (("{stem}",), ("{stem}/",), (), (NOWHERE,))),
)  # fmt: skip
_FORMS = (
    _Form("tar", "[dated|] [tar.gz|compressed tar] archive with the date in its name", ".tar.gz",
        'backup=$target/$name-$(date +%F).tar.gz\ntar -czf "$backup" -C "$(dirname "$folder")" "$name"\n'),
    _Form("zip", "[dated|] zip [file|archive] with the date in its name", ".zip",
        'backup=$PWD/$target/$name-$(date +%F).zip\n(cd "$(dirname "$folder")" && zip -qr "$backup" "$name")\n'),
    _Form("copy", "[dated|] copy with the date in its name", "",
        'backup=$target/$name-$(date +%F)\ncp -Rp "$folder" "$backup"\n'),
)  # fmt: skip
_KEEPS = (
    _Keep("all", "", "", 'echo "Saved $name"\n', "tar zip copy"),
    _Keep("newest", " and keep only the {count} [newest|latest|most recent]", " and keeps only the {count} newest",
        'ls -1d "$target/$name"-*ENDING | sort -r | tail -n +$(({count} + 1)) | while IFS= read -r old; do\n  rm -r -- "$old"\ndone\n',
        "tar zip copy"),
    _Keep("younger", " and [delete|remove] those [older than|that are older than] {days}", " and removes those older than {days}",
        'find "$target" -name "$name-*ENDING" -type f -mtime +{days} -delete\n', "tar zip"),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Dated backups in every combination, then the others."""
    for folder, form, keep in product(_FOLDERS, _FORMS, _KEEPS):
        if form.name in keep.forms.split():
            yield _dated(folder, form, keep)
    yield from _copies()
    yield from _restores()


def _dated(folder: _Folder, form: _Form, keep: _Keep) -> Task:
    old = keep.code.replace("ENDING", form.ending)
    body = f'{folder.code}target={{dir2}}\nmkdir -p "$target"\n\nname=$(basename "$folder")\n{form.code}{old}'
    plain = form.say.replace("[dated|] ", "").replace("[tar.gz|compressed tar]", "tar.gz")
    plain = plain.replace("[file|archive]", "file")
    return script(
        f"scripts_backup.{folder.name}-{form.name}-{keep.name}",
        say=[
            f"back up {folder.say} to {{dir2}} as a {form.say}{keep.say}",
            f"save {folder.say} [in|into] {{dir2}} as a {form.say}{keep.say}",
            f"make a {form.say} of {folder.say} in {{dir2}}{keep.say}",
        ],
        explain=sentence(f"saves {folder.explain} in {{dir2}} as a {plain}{keep.explain}"),
        body=body,
        calls=folder.calls,
        setup=lambda world, s: _dated_setup(form, world, s),
        expect=lambda world, s, arguments: _expect_dated(form, keep, world, s, arguments),
    )


def _source(s: Bound) -> str:
    return s.dir if "dir" in s else s.stem


def _dated_setup(form: _Form, world: World, s: Bound) -> None:
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


def _expect_dated(form: _Form, keep: _Keep, world: World, s: Bound, arguments) -> Outcome:
    if "dir" not in s and not arguments:
        return USAGE
    if NOWHERE in arguments:
        return no_folder(NOWHERE)
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
        gone = [path for path in backups if world[path].age > (s.days + 1) * 86400]
    for path in gone:
        world.remove(path)


def _two_folders(world: World, s: Bound) -> None:
    for name, data in _INNER.items():
        world.file(f"{s.dir}/{name}", data, days=3)
    world.file(f"{s.dir2}/a.txt", "old alpha", days=9)
    world.file(f"{s.dir2}/gone.txt", "gone", days=9)


def _mirror(delete: bool):
    def expect(world: World, s: Bound, arguments) -> None:
        for name in _INNER:
            world.copy(f"{s.dir}/{name}", f"{s.dir2}/{name}", keep=True)
        if delete:
            world.remove(f"{s.dir2}/gone.txt")
        world.dir(f"{s.dir2}/sub")

    return expect


def _newer(world: World, s: Bound, arguments) -> list[str]:
    world.copy(f"{s.dir}/new one.txt", f"{s.dir2}/new one.txt", keep=True)
    world.copy(f"{s.dir}/changed.txt", f"{s.dir2}/changed.txt", keep=True)
    return ["Copied changed.txt", "Copied new one.txt"]


def _newer_setup(world: World, s: Bound) -> None:
    world.file(f"{s.dir}/same.txt", "newer is the backup", days=9)
    world.file(f"{s.dir2}/same.txt", "backup", days=5)
    world.file(f"{s.dir}/changed.txt", "new text", days=1)
    world.file(f"{s.dir2}/changed.txt", "old text", days=5)
    world.file(f"{s.dir}/new one.txt", "new", days=1)
    world.file(f"{s.dir}/sub/inner.txt", "not copied")


def _dated_copy(world: World, s: Bound, arguments) -> Outcome:
    if not arguments:
        return USAGE
    if MISSING in arguments:
        return no_file(MISSING)
    target = f"{arguments[0]}.{now().date()}"
    world.copy(arguments[0], target, keep=True)
    return Outcome([f"Copied to {target}"])


def _numbered_copy(world: World, s: Bound, arguments) -> Outcome:
    if not arguments:
        return USAGE
    if MISSING in arguments:
        return no_file(MISSING)
    world.copy("a b.txt", "a b.txt.3", keep=True)
    return Outcome(["a b.txt.3"])


def _numbered_setup(world: World, s: Bound) -> None:
    world.file("a b.txt", "now")
    for name in ("a b.txt.1", "a b.txt.2", "a b.txt.4"):
        world.file(name, "before")


def _copies() -> Iterator[Task]:
    yield script(
        "scripts_backup.mirror",
        ["mirror {dir} to {dir2} with rsync, deleting what is gone, and stop if {dir} is missing"],
        "Mirrors {dir} to {dir2} with rsync, so that deleted files vanish there too.",
        f'folder={{dir}}\n{CHECK_FOLDER}\nmkdir -p {{dir2}}\nrsync -a --delete "$folder"/ {{dir2}}/\n',
        _mirror(True),
        _two_folders,
    )
    yield script(
        "scripts_backup.mirror-keep",
        [
            "copy {dir} to {dir2} with rsync without deleting anything there, and stop if {dir} is missing"
        ],
        "Copies {dir} to {dir2} with rsync and leaves other files there alone.",
        f'folder={{dir}}\n{CHECK_FOLDER}\nmkdir -p {{dir2}}\nrsync -a "$folder"/ {{dir2}}/\n',
        _mirror(False),
        _two_folders,
    )
    yield script(
        "scripts_backup.newer",
        [
            "copy the files of {dir} that are new or newer than those in {dir2} there and print their names",
            "make an incremental backup of the files in {dir} to {dir2}, copying only new and changed ones and printing each name",
        ],
        "Copies the files of {dir} that are missing in {dir2} or newer than there, and prints their names.",
        "mkdir -p {dir2}\nfor file in {dir}/*; do\n  [[ -f $file ]] || continue\n  name=${file##*/}\n"
        '  if [[ $file -nt {dir2}/$name ]]; then\n    cp -p -- "$file" {dir2}/\n    echo "Copied $name"\n  fi\ndone\n',
        _newer,
        _newer_setup,
    )
    yield script(
        "scripts_backup.dated-copy",
        [
            "make a dated copy of a file given as [the first|] argument",
            "copy [a|the] file given as argument to the same name with today's date behind it",
        ],
        "Copies the file given as its argument to the same name with today's date after it.",
        f'{usage("FILE")}file=$1\n{CHECK_FILE}\ncopy=$file.$(date +%F)\ncp -p -- "$file" "$copy"\necho "Copied to $copy"\n',
        _dated_copy,
        lambda world, s: world.file("my notes.txt", "x"),
        calls=(("my notes.txt",), (), (MISSING,)),
    )
    yield script(
        "scripts_backup.numbered-copy",
        [
            "back up a file given as argument as NAME.1, NAME.2 and so on, using the first free number",
            "copy [a|the] file given as argument to NAME.N with the first number N that is not taken and print that name",
        ],
        "Copies the file given as its argument to the same name with the first free number after it.",
        f"{usage('FILE')}file=$1\n{CHECK_FILE}\nnumber=1\nwhile [[ -e $file.$number ]]; do\n  number=$((number + 1))\ndone\n"
        'cp -p -- "$file" "$file.$number"\necho "$file.$number"\n',
        _numbered_copy,
        _numbered_setup,
        calls=(("a b.txt",), (), (MISSING,)),
    )


_OLD, _NEW = {"docs/a.txt": b"old\n"}, {"docs/a.txt": b"new\n", "docs/b/c.txt": b"more\n"}


def _archives(world: World, s: Bound) -> None:
    world.file(f"{s.dir}/docs-2024-01-31.tar.gz", pack(_OLD))
    world.file(f"{s.dir}/docs-2024-02-01.tar.gz", pack(_NEW))
    world.file(f"{s.dir}/other.txt", "x")


def _unpacked(world: World, s: Bound, arguments) -> list[str]:
    for name, data in _NEW.items():
        world.file(f"{s.dir2}/{name}", data)
    return [f"Restored {s.dir}/docs-2024-02-01.tar.gz"]


def _restore_given(world: World, s: Bound, arguments) -> Outcome:
    if len(arguments) != 2:
        return USAGE
    if MISSING in arguments:
        return no_file(MISSING)
    for name, data in _OLD.items():
        world.file(f"{arguments[1]}/{name}", data)
    return Outcome(["Restored 1 files"])


def _tested(world: World, s: Bound, arguments) -> Outcome:
    good = [f"{s.dir}/docs-2024-01-31.tar.gz: ok", f"{s.dir}/docs-2024-02-01.tar.gz: ok"]
    return Outcome([f"{s.dir}/broken.tar.gz: damaged", *good], status=1)


def _tested_setup(world: World, s: Bound) -> None:
    _archives(world, s)
    world.file(f"{s.dir}/broken.tar.gz", b"no archive")


def _restores() -> Iterator[Task]:
    yield script(
        "scripts_backup.restore-newest",
        [
            "restore the newest .tar.gz archive of {dir} into {dir2}, the last one by name",
            "unpack the last of the dated .tar.gz backups in {dir} into {dir2}",
        ],
        "Unpacks the last .tar.gz archive of {dir}, in the order of the names, into {dir2}.",
        'newest=$(ls -1 {dir}/*.tar.gz | sort | tail -n 1)\nmkdir -p {dir2}\ntar -xzf "$newest" -C {dir2}\necho "Restored $newest"\n',
        _unpacked,
        _archives,
    )
    yield script(
        "scripts_backup.restore-given",
        [
            "restore a .tar.gz backup into a folder, archive and folder given as arguments, and print the number of its files",
            "unpack an archive given as first argument into the folder given as second and say how many files it had",
        ],
        "Unpacks the archive given as first argument into the folder given as second and prints the number of its files.",
        f'{usage("ARCHIVE FOLDER", "-ne 2")}file=$1\nfolder=$2\n{CHECK_FILE}\nmkdir -p "$folder"\ntar -xzf "$file" -C "$folder"\n'
        'count=$(tar -tzf "$file" | grep -vc \'/$\')\necho "Restored $count files"\n',
        _restore_given,
        lambda world, s: world.file("save.tar.gz", pack(_OLD)),
        calls=(("save.tar.gz", "back"), (MISSING, "back"), ("save.tar.gz",), ()),
    )
    yield script(
        "scripts_backup.test",
        [
            "check that [every|each] .tar.gz archive in {dir} can be read and fail if one is damaged",
            "test all .tar.gz backups in {dir} and [say|report] which ones are damaged",
        ],
        "Tests each .tar.gz archive in {dir}, says whether it is ok or damaged, and fails if one is damaged.",
        'status=0\nfor archive in {dir}/*.tar.gz; do\n  if tar -tzf "$archive" > /dev/null 2>&1; then\n    echo "$archive: ok"\n  else\n'
        '    echo "$archive: damaged"\n    status=1\n  fi\ndone\nexit "$status"\n',
        _tested,
        _tested_setup,
    )
    yield script(
        "scripts_backup.several",
        [
            "archive {dir}, {dir2} and {dir3}, each into a .tar.gz file in {word}, skipping missing folders with a warning",
            "back up {dir}, {dir2} and {dir3} to one .tar.gz file each inside {word} and warn about folders that do not exist",
        ],
        "Archives {dir}, {dir2} and {dir3} into a .tar.gz file each inside {word} and warns about missing ones.",
        'mkdir -p {word}\nfor folder in {dir} {dir2} {dir3}; do\n  if [[ ! -d $folder ]]; then\n    echo "No such folder: $folder" >&2\n    continue\n  fi\n'
        '  tar -czf "{word}/$(basename "$folder").tar.gz" "$folder"\ndone\n',
        _several,
        lambda world, s: [world.file(f"{top}/a.txt", b"x\n") for top in (s.dir, s.dir3)],
    )


def _several(world: World, s: Bound, arguments) -> Outcome:
    for top in (s.dir, s.dir3):
        made = world.file(f"{s.word}/{posixpath.basename(top)}.tar.gz")
        made.data = Archive({f"{top}/a.txt": b"x\n"}, "gz")
    return Outcome(stderr=f"No such folder: {s.dir2}")
