"""Single files compressed and read compressed: gzip, bzip2, xz, zstd, zcat, zgrep."""

import bz2
import gzip
import lzma
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import each
from bashcoder_mlx.corpora.synthetic.tasks.files_sources import (
    KIND,
    KIND_IN,
    SLOTS_OF_SOURCES,
    TWO,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

# Program, ending, kind, decompressor, reader on Linux and macOS, compress in Python, also on macOS.
_TOOLS = (
    ("gzip", "gz", "gz", "gunzip", "zcat", "gunzip -c", gzip.compress, True, 2.0),
    ("bzip2", "bz2", "bz2", "bunzip2", "bzcat", "bzcat", bz2.compress, True, 1.0),
    ("xz", "xz", "xz", "unxz", "xzcat", "", lzma.compress, False, 1.0),
)
_LINES = ["first error", "second line", "third ERROR", "last"]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for tool in _TOOLS:
        yield from _compress(tool)
        yield from _expand(tool)
    yield from _search()
    yield from _zstd()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"archiving_gzip.{name}", say, run, [explain], setup, expect, ask, mac, slots=SLOTS_OF_SOURCES, **more)  # fmt: skip


def _packed(world: World, path: str, end: str, kind: str, keep: bool) -> None:
    data = world[path].data
    world.copy(path, f"{path}.{end}", keep=True)
    world.hold(f"{path}.{end}", Archive(data, kind))
    if not keep:
        world.remove(path)


def _compress(tool) -> Iterator[Task]:
    name, end, kind, _, _, _, _, both, weight = tool
    mac = None if both else ""
    setup = lambda world, s: silent(world.file(s.file, _LINES * 20), world.file("other.txt", "no"))
    for key, flag, said, does, keep, share in (
        ("", "", "with {N}", "", False, 2), ("-keep", " -k", "with {N} [and|but] keep the original", " and keeps the original", True, 1.5), ("-best", " -9", "with {N} as [small|much] as possible", " as much as possible", False, 1),
        ("-best-keep", " -9k", "with {N} as much as possible [and|but] keep the original", " as much as possible and keeps the original", True, 0.5), ("-fast", " -1", "with {N} as fast as possible", " as fast as possible", False, 0.5),
        ("-force", " -f", "with {N} even if the compressed file exists", ", replacing a compressed file that exists", False, 0.5), ("-verbose", " -v", "with {N} and [show|print] how much smaller it gets", " and prints how much smaller it gets", False, 0.5),
    ):  # fmt: skip
        flag = flag.replace("-1", "-0") if name == "xz" else flag
        says = [
            f"compress {{file}} {said.replace('{N}', name)}",
            f"{name} {{file}} {said.replace('with {N}', '')}",
        ]
        yield _task(
            f"{name}{key}", f"{name}{flag} {{file}}", says, f"Compresses {{file}} with {name}{does}.", setup,
            lambda world, s, keep=keep: _packed(world, s.file, end, kind, keep) or (Outcome(stdout=None)), mac=mac, weight=weight * share * 0.7,
        )  # fmt: skip
    for source in (TWO, KIND, KIND_IN):
        for key, flag, said in (("", "", ""), ("-keep", " -k", "[and|but] keep the originals")):
            yield _task(
                f"{name}{key}-{source.key}", f"{name}{flag} {source.text}", [f"compress {source.said} with {name} {said}", f"{name} {source.said} {said}"], f"Compresses {source.does} with {name}{' and keeps the originals' if flag else ''}.",
                source.setup, lambda world, s, source=source, key=key: each(world, source.paths(world, s), lambda p: _packed(world, p, end, kind, bool(key))), mac=mac, weight=weight * 0.5,
            )  # fmt: skip
    yield _task(
        f"{name}-to", f"{name} -c {{file}} > {{stem}}.{end}", [f"compress {{file}} with {name} into {{stem}}.{end} [and|but] keep {{file.raw}}", f"write a {name} compressed copy of {{file}} to {{stem}}.{end}"], f"Compresses {{file}} into {{stem}}.{end}; {{file}} stays.", setup,
        lambda world, s: silent(setattr(world.file(f"{s.stem}.{end}"), "data", Archive(world[s.file].data, kind))), mac=mac, weight=weight * 0.7,
    )  # fmt: skip
    yield _task(
        f"{name}-output", f"./{{script}} | {name} > {{stem}}.{end}", [f"compress the output of {{script}} with {name} into {{stem}}.{end}", f"run {{script}} and write what it prints to {{stem}}.{end}, compressed"], f"Compresses the output of {{script}} with {name} into {{stem}}.{end}.",
        lambda world, s: silent(world.file(s.script, "#!/bin/bash\necho data\n", 0o755)), lambda world, s: silent(setattr(world.file(f"{s.stem}.{end}"), "data", Archive(b"data\n", kind))), mac=mac, weight=weight * 0.7,
    )  # fmt: skip


def _expand(tool) -> Iterator[Task]:
    name, end, kind, expand, cat, mac_cat, compress, both, weight = tool
    mac = None if both else ""
    text = "".join(f"{line}\n" for line in _LINES)
    setup = lambda world, s: silent(
        world.file(f"{s.log}.{end}", compress(text.encode())),
        world.file(f"other.{end}", compress(b"no")),
    )
    file = f"{{log.raw}}.{end}"

    def opened(world: World, s: Bound, keep: bool = False) -> None:
        world.copy(f"{s.log}.{end}", s.log, keep=True)
        world.hold(s.log, text.encode())
        if not keep:
            world.remove(f"{s.log}.{end}")

    def task(key, run, say, explain, expect, ask=(), share=1.0, bsd=""):
        return _task(f"{name}-{key}", run, say, explain, setup, expect, ask, mac=(bsd or None) if both else "", weight=weight * share)  # fmt: skip

    command = f"{{log}}.{end}"
    yield task(
        "expand",
        f"{expand} {command}",
        [f"[decompress|uncompress|expand|unpack] {file}", f"{expand} {file}"],
        f"Decompresses {file}.",
        lambda world, s: opened(world, s),
        [f"decompress {file}"],
        1.5,
    )
    yield task(
        "expand-keep",
        f"{expand} -k {command}",
        [f"[decompress|uncompress|unpack] {file} [and|but] keep the compressed [file|original]"],
        f"Decompresses {file} and keeps it.",
        lambda world, s: opened(world, s, True),
    )
    yield task(
        "expand-to",
        f"{expand} -c {command} > {{txt}}",
        [
            f"[decompress|unpack] {file} into {{txt}}, keeping the compressed file",
            f"write the decompressed contents of {file} to {{txt}}",
        ],
        f"Writes the decompressed contents of {file} to {{txt}}.",
        lambda world, s: silent(world.file(s.txt, text)),
    )
    yield task(
        "show",
        f"{cat} {command}",
        [
            f"[show|print|display|read] {file} without [decompressing|unpacking] it",
            f"[show|print|read] the contents of the compressed file {file}",
        ],
        f"Prints the decompressed contents of {file}.",
        lambda world, s: text,
        [f"what is in {file}?"],
        1.5,
        f"{mac_cat} {command}",
    )
    for key, pipe, says, does, result in (
        ("show-head", "head -n {count}", "the first {count} lines of", "the first {count} lines of", lambda s: _LINES[: s.count]), ("show-tail", "tail -n {count}", "the last {count} lines of", "the last {count} lines of", lambda s: _LINES[-s.count :]),
        ("show-less", "less", "[page by page|one page at a time]", "", None), ("count", "wc -l", "the number of lines [in|of]", "the number of lines of", lambda s: [str(len(_LINES))]), ("grep", "grep {word}", "the lines with {word} in", "the lines with {word} of", None),
    ):  # fmt: skip
        if key == "show-less":
            yield _task(f"{name}-show-less", f"{cat} {command} | less", [f"[view|read] {file} page by page without [decompressing|unpacking] it"], f"Shows the decompressed contents of {file} page by page.", setup, lambda world, s: Outcome(calls=[["less"]]), stubs=("less",), mac=_bsd(tool, f"{command} | less"), weight=weight * 0.5)  # fmt: skip
            continue
        expect = (
            (lambda world, s, result=result: result(s))
            if result
            else (lambda world, s: [f"x {s.word} y"])
        )
        made = (
            setup
            if result
            else (
                lambda world, s: silent(
                    world.file(f"{s.log}.{end}", compress(f"a\nx {s.word} y\nb\n".encode()))
                )
            )
        )
        yield _task(f"{name}-{key}", f"{cat} {command} | {pipe}", [f"[show|print] {says} the compressed file {file}", f"[show|print|get] {says} {file} without [decompressing|unpacking] it"], f"Prints {does} the compressed file {file}.", made, expect, mac=_bsd(tool, f"{command} | {pipe}"), weight=weight * 0.6)  # fmt: skip
    yield task(
        "test",
        f"{name} -t {command}",
        [f"[test|check] whether {file} is [intact|damaged]", f"check the integrity of {file}"],
        f"Checks whether {file} is intact.",
        lambda world, s: None,
        [f"is {file} [intact|damaged]?"],
        0.7,
    )
    if name != "bzip2":
        yield task(
            "list",
            f"{name} -l {command}",
            [
                f"[show|print] the compressed and uncompressed size of {file}",
                f"[show|print] the compression ratio of {file}",
            ],
            f"Prints the sizes and the ratio of {file}.",
            lambda world, s: Outcome(stdout=None),
            share=0.7,
        )
    yield _task(
        f"{name}-expand-all", f"{expand} *.{end}", [f"[decompress|uncompress|unpack] all .{end} files [here|in this folder]", f"{expand} [all|all the] .{end} files here"], f"Decompresses all .{end} files of the current directory.",
        lambda world, s: silent(world.file(f"a b.{end}", compress(b"a")), world.file(f"c.{end}", compress(b"c")), world.file("d.txt", "d")), lambda world, s: silent(world.move(f"a b.{end}", "a b"), world.hold("a b", b"a"), world.move(f"c.{end}", "c"), world.hold("c", b"c")), mac=mac, weight=weight * 0.7,
    )  # fmt: skip


def _bsd(tool, rest: str) -> str | None:
    """The reader on macOS with the rest of the command; None where it is that of Linux."""
    cat, mac_cat = tool[4:6]
    return None if cat == mac_cat else f"{mac_cat} {rest}" if mac_cat else ""


def _search() -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        for name, lines in (
            (
                f"{s.log}.1.gz" if "log" in s else "b.gz",
                ["zero", f"has {s.word} here", f"{s.word.upper()}Q"],
            ),
            ("a.gz", ["none"]),
            ("c.gz", [f"also {s.word}"]),
        ):
            world.file(name, gzip.compress("".join(f"{line}\n" for line in lines).encode()))

    for key, flag, says, does, result in (
        ("", "", "the lines [with|containing] {word} in {F}", "the lines with {word} in {F}", lambda s: [f"has {s.word} here"]), ("-number", " -n", "the lines with {word} in {F} with line numbers", "the lines with {word} in {F} with their numbers", lambda s: [f"2:has {s.word} here"]),
        ("-count", " -c", "the number of lines with {word} in {F}", "the number of lines with {word} in {F}", lambda s: ["1"]), ("-case", " -i", "the lines with {word} in {F}, ignoring [case|upper and lower case]", "the lines with {word} in {F}, ignoring case", lambda s: [f"has {s.word} here", f"{s.word.upper()}Q"]),
        ("-invert", " -v", "the lines without {word} in {F}", "the lines without {word} in {F}", lambda s: ["zero", f"{s.word.upper()}Q"]),
    ):  # fmt: skip
        file = "the compressed file {log.raw}.1.gz"
        case = lambda s, result=result: (
            [x for x in dict.fromkeys(result(s))] if not s.word.isupper() else None
        )
        yield _task(
            f"zgrep{key}", f"zgrep{flag} {{word}} {{log}}.1.gz", [f"[show|print|find] {says.replace('{F}', file)}", f"zgrep {says.replace('the lines', 'lines').replace('{F}', '{log.raw}.1.gz')}"], f"Prints {does.replace('{F}', file)}.", setup, lambda world, s, case=case: Outcome(case(s)),
        )  # fmt: skip
    yield _task("zgrep-files", "zgrep -l {word} *.gz", ["[list|show] the .gz files [here|in this folder|] that contain {word}", "find the gzipped files here with {word} in them"], "Lists the .gz files here that contain {word}.", setup, lambda world, s: ["b.gz", "c.gz"], ["which .gz files here contain {word}?"])  # fmt: skip
    yield _task("zgrep-all", "zgrep {word} *.gz", ["search [all|all the] .gz files [here|in this folder|] for {word}", "[show|print] the lines with {word} in all gzipped files here"], "Prints the lines with {word} in all .gz files here.", setup, lambda world, s: Outcome([f"b.gz:has {s.word} here", f"c.gz:also {s.word}"] if not s.word.isupper() else None))  # fmt: skip
    yield _task("zdiff", "zdiff {log}.1.gz {log}.2.gz", ["compare [the compressed files|] {log.raw}.1.gz and {log.raw}.2.gz", "show the differences between {log.raw}.1.gz and {log.raw}.2.gz"], "Compares the contents of {log.raw}.1.gz and {log.raw}.2.gz.",
                lambda world, s: silent(world.file(f"{s.log}.1.gz", gzip.compress(b"a\n")), world.file(f"{s.log}.2.gz", gzip.compress(b"b\n"))), lambda world, s: Outcome(["1c1", "< a", "---", "> b"], status=1))  # fmt: skip
    yield _task("zless", "zless {log}.gz", ["[view|read] {log.raw}.gz page by page with zless", "page through the gzipped {log.raw}.gz"], "Shows the contents of {log.raw}.gz page by page.", nothing, lambda world, s: Outcome(calls=[["zless", f"{s.log}.gz"]]), stubs=("zless",))  # fmt: skip


def _zstd() -> Iterator[Task]:
    setup = lambda world, s: silent(world.file(s.file, "some data\n" * 50))
    back = "zstd -q -d -f --rm {file}.zst -o {file}.out"
    result = lambda keep: (
        lambda world, s: (
            silent(world.copy(s.file, f"{s.file}.out", keep=True), keep or world.remove(s.file))
            or Outcome(stdout=None)
        )
    )
    for key, flag, said, does, keep in (
        ("", "", "", " and keeps the original", True),
        (
            "-remove",
            " --rm",
            "and [delete|remove] the original",
            " and deletes the original",
            False,
        ),
        ("-best", " -19", "as small as possible", " as well as possible", True),
        ("-threads", " -T0", "[with|using] all [cores|processors]", " with all processors", True),
    ):
        yield _task(f"zstd{key}", f"zstd{flag} {{file}}", [f"compress {{file}} with zstd {said}", f"zstd {{file}} {said}"], f"Compresses {{file}} with zstd{does}.", setup, result(keep), mac="", after=back)  # fmt: skip
    yield _task("zstd-expand", "zstd -d {log}.zst", ["[decompress|unpack] {log.raw}.zst", "unzstd {log.raw}.zst"], "Decompresses {log.raw}.zst and keeps it.", lambda world, s: silent(world.file("plain", "data\n")), lambda world, s: silent(world.move("plain", s.log)), mac="", before="zstd -q --rm plain -o {log}.zst", after="rm {log}.zst")  # fmt: skip
