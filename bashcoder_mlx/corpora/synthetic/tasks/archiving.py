"""Archives made and read with tar, in its forms."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    FILES,
    FOLDER,
    SLOTS_OF_SOURCES,
    TWO_FOLDERS,
    Source,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

_PACK = "[pack|archive|bundle|put]"
_EXTRACT = "[extract|unpack]"


def archive(*endings: str) -> Slot:
    """A slot of names of archives."""

    def draw_archive(draw: Draw, spaced: bool) -> Value:
        return named(f"{SLOTS['stem'](draw, False).data}.{draw.pick(endings)}")

    return draw_archive


# Name, flag, how Python calls it, how it is said, the slot of the archive's name.
_FORMATS = (
    ("tar", "", "", "[|plain |uncompressed ]tar archive", archive("tar")),
    ("gz", "z", "gz", "[compressed|gzipped|gzip compressed|gzip] [tar |]archive", archive("tar.gz", "tar.gz", "tgz")),
    ("bz2", "j", "bz2", "[bzip2|bzip2 compressed] [tar |]archive", archive("tar.bz2", "tar.bz2", "tbz2")),
    ("xz", "J", "xz", "[xz|xz compressed] [tar |]archive", archive("tar.xz", "tar.xz", "txz")),
)  # fmt: skip
ARCHIVES = {**SLOTS_OF_SOURCES, "zip": archive("zip")}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for form in _FORMATS:
        for source in (*FILES, FOLDER, TWO_FOLDERS):
            yield _create(form, source)
        yield from _read(form)
    yield from _create_forms()
    yield from _append()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"archiving.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**ARCHIVES, **more.pop("slots", {})}, **more)  # fmt: skip


def content(world: World, paths: list[str], skip=lambda path: False) -> dict[str, bytes]:
    """What an archive of these files and folders holds."""
    inner = [f for p in paths for f in ([p] if world[p].kind == "file" else world.files(p))]
    return {path: world[path].data for path in inner if not skip(path)}


def made(world: World, s: Bound, paths: list[str], kind: str, name: str = "tar", **more) -> None:
    """Puts an archive of these paths where the slot says."""
    held = content(world, paths, **more)
    world.file(s[name].data).data = Archive(held, kind)


def _create(form, source: Source) -> Task:
    key, flag, kind, said, slot = form
    says = [f"{_PACK} {source.said} [into|in|in the archive] {{tar}}", f"[make|create] the archive {{tar}} [from|of|with] {source.said}",
            f"[make|create] {{tar}}, a {said.replace('[|plain |uncompressed ]', '')}, from {source.said}", f"[tar|compress] {source.said} [into|as] {{tar}}" if flag else f"tar {source.said} into {{tar}}"]  # fmt: skip
    how = {
        "tar": "",
        "gz": ", compressed with gzip",
        "bz2": ", compressed with bzip2",
        "xz": ", compressed with xz",
    }
    return _task(
        f"tar-{key}-{source.key}", f"tar -c{flag}f {{tar}} {source.text}", says, f"Packs {source.does} into the archive {{tar}}{how[key]}.", source.setup,
        lambda world, s: made(world, s, source.paths(world, s), kind), slots={"tar": slot},
        weight=source.weight * {"gz": 1.5, "tar": 0.6}.get(key, 0.4),
    )  # fmt: skip


def packed(world: World, s: Bound, kind: str, name: str = "tar") -> dict[str, bytes]:
    """Puts an archive with a few files there; those of the slots are among them."""
    files = {"project/readme.txt": b"read\n", "project/src/main.c": b"int\n", "top.txt": b"top\n"}
    for slot, folder in (("path", ""), ("kind", "a."), ("inner", "")):
        if slot in s:
            files[f"{folder}{s[slot].data}"] = b"wanted\n"
    if "folder" in s:
        files |= {f"{s.folder}/x.txt": b"x\n", f"{s.folder}/y/z.txt": b"z\n"}
    world.file(s[name].data, pack(files, kind))
    world.file("before.txt", "before\n")
    return files


def unpacked(world: World, files: dict[str, bytes], folder: str = ".", mode: int = 0o644) -> None:
    """Puts the files of an archive into a folder."""
    for path, data in files.items():
        world.file(f"{folder}/{path}", data, mode)


def _read(form) -> Iterator[Task]:
    key, flag, kind, said, slot = form
    slots = {"tar": slot, "inner": SLOTS["path"]}
    setup = lambda world, s: silent(packed(world, s, kind))
    into = lambda world, s: silent(packed(world, s, kind), world.dir(s.dir))
    contents = "[the contents of|the files in|what is in|all files in] {tar}"

    def files(world: World, s: Bound) -> dict[str, bytes]:
        return packed(world, s, kind)

    def task(name, run, say, explain, setup, expect, ask=(), **more):
        return _task(f"tar-{key}-{name}", run, say, explain, setup, expect, ask, slots=slots, weight={"gz": 2.5}.get(key, 0.6), **more)  # fmt: skip

    yield task(
        "list", f"tar -t{flag}f {{tar}}", [f"[list|show|print] {contents}", "list the files inside {tar} without [extracting|unpacking] [it|them]"],
        "Lists the names in {tar}.", setup, lambda world, s: list(files(World(), s)), ["what is [in|inside] {tar}?", "contents of {tar}"],
    )  # fmt: skip
    yield task(
        "list-long", f"tar -t{flag}vf {{tar}}", [f"[list|show] {contents} with [details|sizes and dates|permissions and sizes]"], "Lists the contents of {tar} with details.", setup,
        lambda world, s: [f"-rw-r--r-- {len(data)} {path}" for path, data in files(World(), s).items()], before="tar() { command tar \"$@\" | awk '{print $1, $3, $NF}'; }",
    )  # fmt: skip
    yield task(
        "extract", f"tar -x{flag}f {{tar}}", [f"{_EXTRACT} {{tar}} [here|in this folder|]", f"{_EXTRACT} [all|the] files from {{tar}}", "open the archive {tar}", "untar {tar}"],
        "Extracts {tar} into the current directory.", setup, lambda world, s: unpacked(world, files(World(), s)), ["unpack {tar}"],
    )  # fmt: skip
    yield task(
        "extract-verbose", f"tar -x{flag}vf {{tar}}", [f"{_EXTRACT} {{tar}} and [show|list|print] [the files|each file|what comes out]", f"{_EXTRACT} {{tar}} verbosely"],
        "Extracts {tar} and prints each name.", setup, lambda world, s: silent(unpacked(world, files(World(), s))) or list(files(World(), s)),
    )  # fmt: skip
    yield task(
        "extract-into", f"tar -x{flag}f {{tar}} -C {{dir}}", [f"{_EXTRACT} {{tar}} [into|to|in] {{dir}}", f"{_EXTRACT} the contents of {{tar}} [into|to] {{dir}}", "untar {tar} into {dir}"],
        "Extracts {tar} into {dir}.", into, lambda world, s: unpacked(world, files(World(), s), s.dir),
    )  # fmt: skip
    yield task(
        "extract-new", f"mkdir -p {{dir}} && tar -x{flag}f {{tar}} -C {{dir}}", [f"[make|create] {{dir}} and {_EXTRACT} {{tar}} [there|into it]", f"{_EXTRACT} {{tar}} into {{dir}}, [and make|making] the [folder|directory] first"],
        "Creates {dir} as needed and extracts {tar} into it.", setup, lambda world, s: unpacked(world, files(World(), s), s.dir),
    )  # fmt: skip
    yield task(
        "extract-one", f"tar -x{flag}f {{tar}} {{inner}}", [f"{_EXTRACT} only {{inner}} from {{tar}}", "[extract|get|take] [just|the single file] {inner} out of {tar}"],
        "Extracts only {inner} from {tar}.", setup, lambda world, s: silent(world.file(s.inner, files(World(), s)[s.inner])),
    )  # fmt: skip
    yield task(
        "extract-folder", f"tar -x{flag}f {{tar}} {{folder}}", [f"{_EXTRACT} [only|just] {{folder}} from {{tar}}", "get [only|just] {folder} out of {tar}"],
        "Extracts only {folder} with all it holds from {tar}.", setup, lambda world, s: unpacked(world, {p: d for p, d in files(World(), s).items() if p.startswith(f"{s.folder}/")}),
    )  # fmt: skip
    yield task(
        "extract-kind", f"tar -x{flag}f {{tar}} --wildcards {{kind}}", [f"{_EXTRACT} only [the|] {{kind}} from {{tar}}", "get [all|the] {kind} out of {tar}"],
        "Extracts only the {kind} from {tar}.", setup, lambda world, s: silent(*(world.file(p, d) for p, d in files(World(), s).items() if p.endswith(f".{s.kind}"))), mac=f"tar -x{flag}f {{tar}} {{kind}}",
    )  # fmt: skip
    yield task(
        "extract-strip", f"tar -x{flag}f {{tar}} --strip-components=1", [f"{_EXTRACT} {{tar}} without [its|the] top [folder|directory|level]", f"{_EXTRACT} {{tar}} and [drop|strip] the first [folder|directory] of [each|every] path"],
        "Extracts {tar} and drops the first directory of every path.", lambda world, s: silent(world.file(s.tar, pack({"top/a.txt": b"a", "top/b/c.txt": b"c"}, kind))),
        lambda world, s: unpacked(world, {"a.txt": b"a", "b/c.txt": b"c"}),
    )  # fmt: skip
    yield task(
        "extract-keep", f"tar -x{flag}kf {{tar}}", [f"{_EXTRACT} {{tar}} without overwriting [existing files|what is there]", f"{_EXTRACT} {{tar}} but keep [existing files|files that exist]"],
        "Extracts {tar} but leaves existing files alone.", setup, lambda world, s: unpacked(world, files(World(), s)),
    )  # fmt: skip
    yield task(
        "print-one", f"tar -x{flag}Of {{tar}} {{inner}}", ["[print|show] {inner} from [inside|] {tar} without [extracting|unpacking] it", "[print|show] the contents of {inner} [in|inside] {tar}"],
        "Prints {inner} out of {tar} without writing it.", setup, lambda world, s: "wanted\n",
    )  # fmt: skip
    yield task(
        "count", f"tar -t{flag}f {{tar}} | wc -l", ["count the [files|entries] [in|inside] {tar}"], "Counts the entries of {tar}.", setup,
        lambda world, s: [str(len(files(World(), s)))], ["how many files are in {tar}?"],
    )  # fmt: skip
    yield task(
        "contains", f"tar -t{flag}f {{tar}} | grep {{word}}", ["list the [files|names] in {tar} [that contain|with] {word} in their path", "search the names [in|inside] {tar} for {word}"],
        "Lists the paths in {tar} that contain {word}.", lambda world, s: silent(world.file(s.tar, pack({f"a/{s.word}.x": b"1", "b/none": b"2", f"my{s.word}/c": b"3"}, kind))),
        lambda world, s: [f"a/{s.word}.x", f"my{s.word}/c"],
    )  # fmt: skip
    yield task(
        "skip-kind", f"tar -c{flag}f {{tar}} --exclude='*.{{ext}}' {{dir}}", [f"{_PACK} {{dir}} into {{tar}} [without|leaving out|except] {{ext}} files", "[make|create] {tar} from {dir} [without|excluding] {ext} files"],
        "Packs {dir} without its {ext} files into {tar}.", lambda world, s: silent(FOLDER.setup(world, s), world.file(f"{s.dir}/deep/no.{s.ext}", "no"), world.file(f"{s.dir}/no.{s.ext}", "no")),
        lambda world, s: made(world, s, [s.dir], kind, skip=lambda p: p.endswith(f".{s.ext}")),
    )  # fmt: skip
    yield _skip_folder(form)
    yield task(
        "inside", f"tar -c{flag}f {{tar}} -C {{dir}} .", [f"{_PACK} the contents of {{dir}} into {{tar}}, without the [folder|directory] itself", "[make|create] {tar} with the contents of {dir} at its top"],
        "Packs what {dir} holds into {tar}, with paths that start inside it.", FOLDER.setup,
        lambda world, s: silent(setattr(world.file(s.tar), "data", Archive({p[len(s.dir) + 1:]: world[p].data for p in world.files(s.dir)}, kind))),
    )  # fmt: skip
    yield task(
        "all-here", f"tar -c{flag}f {{tar}} *", [f"{_PACK} everything in this folder into {{tar}}", "[make|create] {tar} from [all|the] files and folders here"],
        "Packs all that is not hidden in the current directory into {tar}.", lambda world, s: silent(world.file("a b.txt", "a"), world.file("c/d.txt", "d"), world.file(".e", "e")),
        lambda world, s: made(world, s, ["a b.txt", "c"], kind),
    )  # fmt: skip


def _skip_folder(form) -> Task:
    key, flag, kind, said, slot = form

    def setup(world: World, s: Bound) -> None:
        FOLDER.setup(world, s)
        for path in (f"deep/{s.stem}/no", f"{s.stem}/no", f"my{s.stem}/yes"):
            world.file(f"{s.dir}/{path}", path)

    return _task(
        f"tar-{key}-skip-folder", f"tar -c{flag}f {{tar}} --exclude={{stem}} {{dir}}",
        [f"{_PACK} {{dir}} into {{tar}} [without|leaving out|except] [folders|directories] [called|named] {{stem}}", "[make|create] {tar} from {dir}, excluding the [folder|directory] {stem}"],
        "Packs {dir} without anything called {stem} into {tar}.", setup, lambda world, s: made(world, s, [s.dir], kind, skip=lambda p: s.stem in p.split("/")), slots={"tar": slot},
    )  # fmt: skip


def today() -> str:
    """The date in UTC, as the sandbox has it."""
    return f"{now():%Y-%m-%d}"


def _create_forms() -> Iterator[Task]:
    named_after = lambda world, s, end, kind: silent(
        setattr(world.file(f"{s.stem}{end}"), "data", Archive(content(world, [s.stem]), kind))
    )
    setup = lambda world, s: silent(
        world.file(f"{s.stem}/a.txt", "a\n"),
        world.file(f"{s.stem}/b/.c", "c\n"),
        world.file(f"{s.stem}2/no", "n"),
    )
    yield _task(
        "tar-same-name", "tar -czf {stem}.tar.gz {stem}", ["[compress|pack] the [folder|directory] {stem}", "[pack|put] the [folder|directory] {stem} into a compressed archive [of the same name|]", "[make|create] {stem}.tar.gz from the [folder|directory] {stem}"],
        "Packs the directory {stem} into {stem}.tar.gz.", setup, lambda world, s: named_after(world, s, ".tar.gz", "gz"), weight=3,
    )  # fmt: skip
    yield _task(
        "tar-dated", 'tar -czf "{stem}-$(date +%F).tar.gz" {stem}',
        ["[back up|archive] the [folder|directory] {stem} [with|using] today's date in the [archive|] name", "make a dated [archive|backup] of the [folder|directory] {stem}", "[compress|pack] the [folder|directory] {stem} into an archive named with today's date"],
        "Packs the directory {stem} into an archive whose name ends in today's date.", setup, lambda world, s: named_after(world, s, f"-{today()}.tar.gz", "gz"), weight=2,
    )  # fmt: skip
    yield _task(
        "tar-dated-into", 'tar -czf {dir}/"{stem}-$(date +%F).tar.gz" {stem}', ["[back up|archive] the [folder|directory] {stem} [to|into] {dir} [with|using] today's date in the name", "put a dated archive of the [folder|directory] {stem} into {dir}"],
        "Packs the directory {stem} into an archive in {dir} whose name ends in today's date.", lambda world, s: silent(setup(world, s), world.dir(s.dir)),
        lambda world, s: silent(setattr(world.file(f"{s.dir}/{s.stem}-{today()}.tar.gz"), "data", Archive(content(world, [s.stem]), "gz"))), weight=1.5,
    )  # fmt: skip
    yield _task(
        "tar-and-remove", "tar -czf {stem}.tar.gz {stem} && rm -r {stem}", ["[compress|pack] the [folder|directory] {stem} into {stem}.tar.gz and delete the [original|folder]", "archive the [folder|directory] {stem} as {stem}.tar.gz, then remove it"],
        "Packs the directory {stem} into {stem}.tar.gz and deletes it.", setup, lambda world, s: silent(named_after(world, s, ".tar.gz", "gz"), world.remove(s.stem)),
    )  # fmt: skip
    yield _task(
        "tar-verbose", "tar -czvf {tgz} {dir}", ["[pack|archive] {dir} into {tgz} and [show|print|list] [each|every] file", "[make|create] {tgz} from {dir}, verbosely"],
        "Packs {dir} into {tgz} and prints each name.", FOLDER.setup, lambda world, s: silent(made(world, s, [s.dir], "gz", "tgz")) or Outcome(stdout=None),
    )  # fmt: skip
    yield _task(
        "tar-listed", "tar -czf {tgz} -T {txt}", ["[pack|archive] the files [listed|named] in {txt} into {tgz}", "[make|create] {tgz} from the list of files in {txt}"],
        "Packs the files named in {txt} into {tgz}.", lambda world, s: silent(world.file(s.txt, ["a b.x", "c/d.x"]), *(world.file(p, p) for p in ("a b.x", "c/d.x", "e.x"))),
        lambda world, s: made(world, s, ["a b.x", "c/d.x"], "gz", "tgz"),
    )  # fmt: skip
    yield _task(
        "tar-no-git", "tar -czf {tgz} --exclude-vcs {dir}", ["[pack|archive] {dir} into {tgz} without [the .git folder|version control files|git data]"], "Packs {dir} without version control data into {tgz}.",
        lambda world, s: silent(FOLDER.setup(world, s), world.file(f"{s.dir}/.git/config", "git")), lambda world, s: made(world, s, [s.dir], "gz", "tgz", skip=lambda p: "/.git/" in p),
    )  # fmt: skip
    yield _task(
        "tar-zstd", "tar --zstd -cf {stem}.tar.zst {dir}", ["[pack|archive] {dir} into {stem}.tar.zst", "[make|create] the zstd compressed archive {stem}.tar.zst from {dir}"], "Packs {dir} into {stem}.tar.zst, compressed with zstd.",
        FOLDER.setup, lambda world, s: silent(setattr(world.file(f"{s.stem}.tar"), "data", Archive(content(world, [s.dir])))), after="zstd -q -d --rm {stem}.tar.zst",
    )  # fmt: skip
    yield _task(
        "tar-unzstd", "tar --zstd -xf {stem}.tar.zst", [f"{_EXTRACT} {{stem}}.tar.zst [here|]", "untar the zstd archive {stem}.tar.zst"], "Extracts {stem}.tar.zst into the current directory.",
        lambda world, s: silent(world.file("a/b.txt", "b\n"), world.file("c.txt", "c\n")), lambda world, s: None, before="tar --zstd --remove-files -cf {stem}.tar.zst a c.txt", after="rm {stem}.tar.zst",
    )  # fmt: skip
    yield _task(
        "tar-copy", "tar -cf - -C {dir} . | tar -xf - -C {target}", ["copy [everything|all files] in {dir} to {target} [with|through|using] [tar and a pipe|a tar pipe]"], "Copies everything in {dir} to {target} through a tar pipe.",
        lambda world, s: silent(FOLDER.setup(world, s), world.dir(s.target)), lambda world, s: each(world, world.paths(s.dir, depth=1), lambda p: world.copy(p, f"{s.target}/{posixpath.basename(p)}", keep=True)),
    )  # fmt: skip


def _append() -> Iterator[Task]:
    slots = {"tar": archive("tar")}
    setup = lambda world, s: silent(packed(world, s, ""), world.file(s.file, "added\n"))
    for key, flag, say, does in (
        ("append", "r", ["[add|append] {file} to the archive {tar}", "add {file} to {tar}[ at the end|]"], "Adds {file} to the archive {tar}."),
        ("update", "u", ["[add|update] {file} in the archive {tar} [if it is newer|only if it is newer than the one there]"], "Adds {file} to {tar} if it is newer than the one there."),
    ):  # fmt: skip
        yield _task(
            f"tar-{key}", f"tar -{flag}f {{tar}} {{file}}", say, does, setup,
            lambda world, s: silent(setattr(world[s.tar], "data", Archive({**packed(World(), s, ""), s.file: b"added\n"}))), slots=slots,
        )  # fmt: skip
    yield _task(
        "tar-delete", "tar --delete -f {tar} {path}", ["[delete|remove] {path} from the archive {tar}", "take {path} out of {tar} for good"], "Removes {path} from the archive {tar}.",
        lambda world, s: silent(packed(world, s, "")), lambda world, s: silent(setattr(world[s.tar], "data", Archive({p: d for p, d in packed(World(), s, "").items() if p != s.path}))), slots=slots, mac="",
    )  # fmt: skip
    yield _task(
        "tar-compare", "tar -df {tar}", ["compare {tar} with the files on disk", "check which files have changed since {tar} was made"], "Compares {tar} with the files on disk.",
        lambda world, s: silent(world.file("a.txt", "x"), world.file("b.txt", "y")), lambda world, s: Outcome(["b.txt: Contents differ"], status=1), slots=slots, mac="",
        before="tar -cf {tar} a.txt b.txt; printf z > b.txt; touch -r a.txt b.txt", after="status=$?; rm {tar}; printf y > b.txt; touch -r a.txt b.txt; (exit $status)",
    )  # fmt: skip
