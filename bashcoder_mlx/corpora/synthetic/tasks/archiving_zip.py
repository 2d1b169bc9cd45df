"""Archives made and read with zip and 7z; every archive of a folder unpacked."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.archiving import (
    ARCHIVES,
    archive,
    content,
    made,
    packed,
    today,
    unpacked,
)
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import FILES, FOLDER, TWO_FOLDERS, Source
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.world import World

_EXTRACT = "[extract|unpack]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in (*FILES, FOLDER, TWO_FOLDERS):
        yield _zip(source)
    yield from _zip_forms()
    yield from _unzip()
    yield from _seven()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"archiving_zip.{name}", say, run, [explain], setup, expect, ask, mac,
                     slots={**ARCHIVES, **more.pop("slots", {})}, **more)  # fmt: skip


def _zip(source: Source) -> Task:
    flag = "-r " if source.kind == "folders" else ""
    says = [
        f"zip {source.said} [into|as|to] {{zip}}",
        f"[put|pack|compress] {source.said} [into|in] [the zip file|the zip archive|] {{zip}}",
        f"[make|create] the zip [archive|file] {{zip}} [from|of|with] {source.said}",
    ]
    return _task(
        f"zip-{source.key}", f"zip {flag}{{zip}} {source.text}", says, f"Packs {source.does} into {{zip}}.", source.setup,
        lambda world, s: silent(made(world, s, source.paths(world, s), "zip", "zip")) or Outcome(stdout=None), weight=source.weight * 1.2,
    )  # fmt: skip


def _zip_forms() -> Iterator[Task]:
    any_text = Outcome(stdout=None)
    yield _task(
        "zip-same-name", "zip -r {stem}.zip {stem}", ["zip the [folder|directory] {stem}", "[make|create] {stem}.zip from the [folder|directory] {stem}"], "Packs the directory {stem} into {stem}.zip.",
        lambda world, s: silent(world.file(f"{s.stem}/a.txt", "a"), world.file(f"{s.stem}/b/.c", "c")), lambda world, s: silent(setattr(world.file(f"{s.stem}.zip"), "data", Archive(content(world, [s.stem]), "zip"))) or any_text, weight=2,
    )  # fmt: skip
    yield _task(
        "zip-quiet", "zip -rq {zip} {dir}", ["zip {dir} into {zip} [quietly|without output|without messages]"], "Packs {dir} into {zip} without messages.", FOLDER.setup,
        lambda world, s: made(world, s, [s.dir], "zip", "zip"),
    )  # fmt: skip
    yield _task(
        "zip-best", "zip -r -9 {zip} {dir}", ["zip {dir} into {zip} with [the best|maximum|the highest] compression", "[make|create] {zip} from {dir}, as small as possible"], "Packs {dir} into {zip}, compressed as well as possible.", FOLDER.setup,
        lambda world, s: silent(made(world, s, [s.dir], "zip", "zip")) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-skip", "zip -r {zip} {dir} -x '*.{ext}'", ["zip {dir} into {zip} [without|except|leaving out] {ext} files"], "Packs {dir} without its {ext} files into {zip}.",
        lambda world, s: silent(FOLDER.setup(world, s), world.file(f"{s.dir}/deep/no.{s.ext}", "no")), lambda world, s: silent(made(world, s, [s.dir], "zip", "zip", skip=lambda p: p.endswith(f".{s.ext}"))) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-only", "zip -r {zip} {dir} -i {kind}", ["zip only the {kind} [in|below] {dir} into {zip}"], "Packs only the {kind} below {dir} into {zip}.",
        lambda world, s: silent(FOLDER.setup(world, s), world.file(f"{s.dir}/deep/yes.{s.kind}", "yes"), world.file(f"{s.dir}/ok.{s.kind}", "ok")),
        lambda world, s: silent(made(world, s, [s.dir], "zip", "zip", skip=lambda p: not p.endswith(f".{s.kind}"))) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-junk", "zip -j {zip} {dir}/*", ["zip the files of {dir} into {zip} without the [folder name|path]", "[put|pack] the files in {dir} into {zip} [with|storing] only their names, no [path|folders]"],
        "Packs the files of {dir} into {zip} without their paths.", lambda world, s: silent(world.file(f"{s.dir}/a.txt", "a"), world.file(f"{s.dir}/b.txt", "b")),
        lambda world, s: silent(setattr(world.file(s.zip), "data", Archive({"a.txt": b"a", "b.txt": b"b"}, "zip"))) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-move", "zip -m {zip} {file}", ["move {file} into the zip [archive|file] {zip}", "zip {file} into {zip} and delete the original"], "Packs {file} into {zip} and deletes it.", lambda world, s: silent(world.file(s.file, "x\n")),
        lambda world, s: silent(made(world, s, [s.file], "zip", "zip"), world.remove(s.file)) or any_text,
    )  # fmt: skip
    base = lambda world, s: silent(
        packed(world, s, "zip", "zip"), "file" in s and world.file(s.file, "added\n")
    )
    yield _task(
        "zip-update", "zip -u {zip} {file}", ["[add|update] {file} in the existing {zip} if it is newer", "update {zip} with {file}"], "Adds {file} to {zip}, or replaces an older one there.", base,
        lambda world, s: silent(setattr(world[s.zip], "data", Archive({**packed(World(), s, "zip", "zip"), s.file: b"added\n"}, "zip"))) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-delete", "zip -d {zip} {path}", ["[delete|remove] {path} from [the zip file|the archive|] {zip}"], "Removes {path} from {zip}.", base,
        lambda world, s: silent(setattr(world[s.zip], "data", Archive({p: d for p, d in packed(World(), s, "zip", "zip").items() if p != s.path}, "zip"))) or any_text,
    )  # fmt: skip
    yield _task(
        "zip-encrypt", "zip -er {zip} {dir}", ["zip {dir} into {zip} with a password", "[make|create] the encrypted zip {zip} from {dir}"], "Packs {dir} into {zip}, encrypted with a password that it asks for.", FOLDER.setup,
        lambda world, s: Outcome(calls=[["zip", "-er", s.zip, s.dir]]), stubs=("zip",),
    )  # fmt: skip
    yield _task(
        "zip-dated", 'zip -r "{stem}-$(date +%F).zip" {stem}', ["zip the [folder|directory] {stem} with today's date in the [name|file name]", "make a dated zip of the [folder|directory] {stem}"], "Packs the directory {stem} into a zip whose name ends in today's date.",
        lambda world, s: silent(world.file(f"{s.stem}/a.txt", "a")), lambda world, s: silent(setattr(world.file(f"{s.stem}-{today()}.zip"), "data", Archive(content(world, [s.stem]), "zip"))) or any_text,
    )  # fmt: skip


def _unzip() -> Iterator[Task]:
    setup = lambda world, s: silent(packed(world, s, "zip", "zip"), "dir" in s and world.dir(s.dir))
    files = lambda s: packed(World(), s, "zip", "zip")
    any_text = Outcome(stdout=None)
    for key, flag, said, does, shown in (
        ("", "", "", "", any_text),
        ("-quiet", " -q", "[quietly|without output|without messages]", " without messages", None),
    ):
        yield _task(
            f"unzip{key}", f"unzip{flag} {{zip}}", [f"[unzip|extract|unpack] {{zip}} [here|in this folder|] {said}", f"[unzip|extract] the files from {{zip}} {said}"], f"Extracts {{zip}} into the current directory{does}.", setup,
            lambda world, s, shown=shown: silent(unpacked(world, files(s))) or shown, weight=1 if key else 3,
        )  # fmt: skip
        yield _task(
            f"unzip-into{key}", f"unzip{flag} {{zip}} -d {{dir}}", [f"[unzip|extract|unpack] {{zip}} [into|to] {{dir}} {said}", f"extract the contents of {{zip}} to {{dir}} {said}"], f"Extracts {{zip}} into {{dir}}{does}.", setup,
            lambda world, s, shown=shown: silent(unpacked(world, files(s), s.dir)) or shown, weight=1 if key else 2.5,
        )  # fmt: skip
    for key, flag, said, result in (
        (
            "overwrite",
            "-o",
            "[overwriting existing files|and overwrite existing files without asking]",
            b"top\n",
        ),
        (
            "never",
            "-n",
            "[without overwriting|but never overwrite] [existing files|anything]",
            None,
        ),
    ):
        yield _task(
            f"unzip-{key}", f"unzip {flag} {{zip}}", [f"[unzip|extract|unpack] {{zip}} {said}"], f"Extracts {{zip}}; existing files are {'replaced' if key == 'overwrite' else 'left alone'}.",
            lambda world, s: silent(packed(world, s, "zip", "zip"), world.file("top.txt", "mine\n")), lambda world, s, result=result: silent(unpacked(world, {p: d for p, d in files(s).items() if result or p != "top.txt"})) or any_text,
        )  # fmt: skip
    yield _task(
        "unzip-one", "unzip {zip} {path}", ["[extract|unzip] only {path} from {zip}", "get [just|the single file] {path} out of {zip}"], "Extracts only {path} from {zip}.", setup,
        lambda world, s: silent(world.file(s.path, "wanted\n")) or any_text,
    )  # fmt: skip
    yield _task(
        "unzip-kind", "unzip {zip} {kind}", ["[extract|unzip] only the {kind} from {zip}", "get the {kind} out of {zip}"], "Extracts only the {kind} from {zip}.", setup, lambda world, s: silent(world.file(f"a.{s.kind}", "wanted\n")) or any_text,
    )  # fmt: skip
    yield _task(
        "unzip-flat", "unzip -j {zip} -d {dir}", ["[extract|unzip] {zip} into {dir} [without|ignoring] [its|the] [folders|paths]", "[extract|unzip] all files of {zip} directly into {dir}, without subfolders"], "Extracts the files of {zip} into {dir} without their paths.", setup,
        lambda world, s: silent(*(world.file(f"{s.dir}/{posixpath.basename(p)}", d) for p, d in files(s).items())) or any_text,
    )  # fmt: skip
    yield _task(
        "unzip-skip", "unzip {zip} -x {path}", ["[extract|unzip] {zip} [except|without|but not] {path}"], "Extracts all of {zip} except {path}.", setup, lambda world, s: silent(unpacked(world, {p: d for p, d in files(s).items() if p != s.path})) or any_text,
    )  # fmt: skip
    yield _task(
        "unzip-list", "unzip -l {zip}", ["[list|show] [the contents of|the files in|what is in] {zip}", "list the files inside {zip} without [extracting|unzipping] [it|them]"], "Lists the contents of {zip}.", setup,
        lambda world, s: [f"{len(d)} {p}" for p, d in files(s).items()], ["what is [in|inside] {zip}?", "contents of {zip}"], before="unzip() { command unzip \"$@\" | awk 'NF == 4 && $1 ~ /^[0-9]/ {print $1, $4}'; }", weight=2,
    )  # fmt: skip
    yield _task(
        "unzip-names", "zipinfo -1 {zip}", ["[list|print] only the names of the files in {zip}, one per line", "[print|show] the bare file names inside {zip}"], "Prints the names of the files in {zip}, one per line.", setup, lambda world, s: list(files(s)),
    )  # fmt: skip
    yield _task(
        "unzip-print", "unzip -p {zip} {path}", ["[print|show] {path} from [inside|] {zip} without [extracting|unzipping] it", "[print|show] the contents of {path} [in|inside] {zip}"], "Prints {path} out of {zip} without writing it.", setup, lambda world, s: "wanted\n",
    )  # fmt: skip
    yield _task(
        "unzip-test", "unzip -t {zip}", ["[test|check] [the zip file|the archive|] {zip} for [errors|damage]", "check whether {zip} is [intact|damaged]"], "Checks {zip} for errors.", setup, lambda world, s: any_text, ["is {zip} intact?"],
    )  # fmt: skip
    yield _task(
        "unzip-all", "for f in *.zip; do unzip -q \"$f\" -d \"${f%.zip}\"; done", ["[unzip|extract] [all|every one of the|all the] zip files here, each into a folder of its own", "[unzip|extract] every zip file [here|in this folder] into a folder named after it"], "Extracts every zip file here into a folder named after it.",
        lambda world, s: silent(world.file("a b.zip", pack({"x": b"x"}, "zip")), world.file("c.zip", pack({"y/z": b"z"}, "zip"))), lambda world, s: silent(world.file("a b/x", "x"), world.file("c/y/z", "z")),
    )  # fmt: skip
    for key, glob, flag, kind in (
        ("gz", "*.tar.gz", "z", "gz"),
        ("tar", "*.tar", "", ""),
        ("bz2", "*.tar.bz2", "j", "bz2"),
        ("xz", "*.tar.xz", "J", "xz"),
    ):
        yield _task(
            f"untar-all-{key}", f'for f in {glob}; do tar -x{flag}f "$f"; done', [f"{_EXTRACT} [all|every one of the|all the] {glob[1:]} [files|archives] [here|in this folder|]", f"loop over the {glob[1:]} files here and extract each"], f"Extracts every {glob[1:]} file of the current directory.",
            lambda world, s, end=glob[1:], kind=kind: silent(world.file(f"a b{end}", pack({"x": b"x"}, kind)), world.file(f"c{end}", pack({"y/z": b"z"}, kind))), lambda world, s: silent(world.file("x", "x"), world.file("y/z", "z")), weight=0.7,
        )  # fmt: skip


def _seven() -> Iterator[Task]:
    slots = {"seven": archive("7z")}
    for key, run, say, does in (
        ("add", "7z a {seven} {dir}", ["[pack|compress] {dir} into {seven}", "[make|create] the 7z archive {seven} from {dir}"], "Packs {dir} into {seven}."),
        ("add-file", "7z a {seven} {file}", ["[pack|compress] {file} into {seven}", "add {file} to the 7z archive {seven}"], "Packs {file} into {seven}."),
        ("extract", "7z x {seven}", ["[extract|unpack] {seven}[ here|]", "[extract|unpack] the 7z archive {seven}"], "Extracts {seven} into the current directory."),
        ("extract-into", "7z x {seven} -o{stem}", ["[extract|unpack] {seven} into the [folder|directory] {stem}"], "Extracts {seven} into the directory {stem}."),
        ("list", "7z l {seven}", ["[list|show] [the contents of|what is in|the files in] {seven}"], "Lists the contents of {seven}."),
        ("test", "7z t {seven}", ["[test|check] {seven} for [errors|damage]"], "Checks {seven} for errors."),
        ("password", "7z a -p {seven} {dir}", ["[pack|compress] {dir} into {seven} with a password", "[make|create] the encrypted 7z archive {seven} from {dir}"], "Packs {dir} into {seven}, encrypted with a password that it asks for."),
    ):  # fmt: skip
        yield _task(
            f"7z-{key}", run, say, does, lambda world, s: None, lambda world, s, run=run: Outcome(calls=[[
                {"{seven}": s["seven"].data, "{dir}": s["dir"].data if "dir" in s else "", "{file}": s["file"].data if "file" in s else "", "-o{stem}": f"-o{s['stem'].data}" if "stem" in s else ""}.get(w, w) for w in run.split()]]),
            slots=slots, stubs=("7z",), mac="", weight=0.6,
        )  # fmt: skip
