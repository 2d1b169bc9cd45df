"""Compressing and packing what find finds."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

WEIGHT = 0.29
_SPECIAL = "user group hidden mode empty notuser nouser setuid setgid special exec notmode"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/pack")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from (*_compressed(), *_smaller(), *_packed())


def _unpacked(draw: Draw, spaced: bool) -> Value:
    """A kind of files that are not compressed already."""
    while (value := SLOTS["kind"](draw, spaced)).data in ("gz", "zip"):
        pass
    return value


_KINDS = {"kind": _unpacked, "ext": one_of("log", "txt", "csv", "json", "xml", "sql", "dat")}


def _compress(kind: str, keep: bool = False) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            world.copy(path, f"{path}.{kind}", keep=True)
            world.hold(f"{path}.{kind}", Archive(world[path].data, kind))
            if not keep:
                world.remove(path)

    return expect


def _compressed() -> Iterator[Action]:
    gzip = Action(
        "gzip",
        block("""
            [compress|gzip] <all>[ with gzip| by gzip|]
            [find|search for] <all> and gzip them
            [save space by compressing|shrink] <all>[ with gzip|]
            """),
        "",
        ["Compresses the <np> with gzip."],
        _compress("gz"),
        ask=["gzip <np>"],
        without=_SPECIAL,
        slots=_KINDS,
        weight=1.5,
    )
    yield from ways(gzip, "gzip", ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS, share=14)
    kept = only(
        gzip,
        key="gzip-kept",
        say=block("""
            [compress|gzip] <all> [but keep|keeping] the originals
            make gzip-compressed copies of <all> beside the originals
            """),
        ask=(),
        explain=["Compresses the <np> with gzip and keeps the originals."],
        expect=_compress("gz", keep=True),
        core=[search for search in CORE if search != (h.FILES,)],
        weight=0.7,
    )
    yield from ways(kept, "gzip -k", ALL_AT_ONCE)


def _smaller() -> Iterator[Action]:
    """With the tools that take longer."""
    for tool, kind in (("bzip2", "bz2"), ("xz", "xz")):
        action = Action(
            tool,
            block(f"""
                compress <all> with {tool}
                run {tool} on <all>
                [find|search for] <all> and compress them with {tool}
                [save space by compressing|shrink] <all> with {tool}
                """),
            "",
            [f"Compresses the <np> with {tool}."],
            _compress(kind),
            ask=[f"{tool} <np>", f"[how do I|how can I] compress <np> with {tool}?"],
            core=CORE[:4],
            without=_SPECIAL,
            slots=_KINDS,
            weight=0.5,
            linux=tool == "xz",
        )
        yield from ways(action, tool, ALL_AT_ONCE, EACH, XARGS)


_TAR = Action(
    "tar",
    block("""
        [pack|archive|put] <all> into [the archive |the tarball |]{tgz}
        [create|make] [a compressed archive|a gzipped tarball|the archive] {tgz} [of|with] <all>
        find <all> and [pack|put] them into {tgz}
        back up <all> [to|into] {tgz}
        """),
    "-print0",
    ["Packs the <np> into the compressed archive {tgz}."],
    lambda query, world, s: _tar(query, world, s),
    ask=["<np> into {tgz}"],
    pipe=" | tar -czf {tgz} --null -T -",
    places=(THERE,),
    share=14,
    without="empty fewerbytes",
)


def _tar(query: Query, world: World, s: Bound) -> None:
    files = {path: (world[path].data, world[path].mode) for path in wanted(query, world, s)}
    world.file(s.tgz).data = Archive(files, "gz")


def _packed() -> Iterator[Action]:
    yield _TAR
    yield only(
        _TAR,
        key="tar-xargs",
        say=["pack <all> into {tgz}[, with xargs|, using find and xargs|, by way of xargs]"],
        ask=(),
        pipe=" | xargs -0 tar -czf {tgz}",
        explain=["Packs the <np> into the compressed archive {tgz} by means of xargs."],
        share=0,
        weight=0.5,
    )
