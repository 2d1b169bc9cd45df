"""Archives and compressed files that find finds, unpacked one by one or all at once."""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    XARGS,
    Way,
    ways,
    without_blanks,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.trial.archives import pack
from bashcoder_mlx.trial.world import World

WEIGHT = 0.17


def _named(ext: str, noun: str) -> Criterion:
    """Everything of that extension, which is archives or compressed files alone."""
    return replace(
        h.MATCHING, key=ext, test="-name '*.{ext}'", noun=noun, slots={"ext": one_of(ext)}
    )


_ZIPS = _named(
    "zip", "[zip archives (*.{ext.raw})|.{ext.raw} archives|.{ext.raw} files|*.{ext.raw}]"
)
_GZIPS = _named("gz", "[gzip files (*.{ext.raw})|.{ext.raw} files|*.{ext.raw} files|*.{ext.raw}]")
_ONE_BY_ONE = Way("-each", r"-exec <run> {} \;", "", (), "", 1.0)
_ONE = Way("-one", "", " | xargs -n 1 <run>", (), ", one at a time by means of xargs", 0.5)
_ONE_NULL = Way("-null", "-print0", " | xargs -0 -n 1 <run>", (), ", by means of xargs", 0.5)
_HOW = {
    "-each": "[|, one by one|, with find -exec]",
    "-one": "[ with xargs -n 1|, by way of xargs -n 1]; their names have no [blanks|spaces]",
    "-null": "[ with xargs -0 -n 1|, by way of find -print0 and xargs -n 1]",
}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_unzipped(), *_gunzipped()):
        yield from action.tasks("find/unpacking")


def _unspaced(draw: Draw, spaced: bool) -> Value:
    return SLOTS["dir"](draw, False)


def _zipped(query: Query, world: World, s: Bound) -> None:
    """Archives of two files each, one of them in a folder."""
    if "dir2" in s:
        world.dir(s.dir2)
    for path in world.files():  # of another name too, as unzip reads those as well
        held = {name: f"{name}\n".encode() for name in _members(path)}
        world.hold(path, pack(held, "zip"))


def _members(path: str) -> tuple[str, str]:
    name = path.rpartition("/")[2].removesuffix(".zip")
    return f"{name}.txt", f"in {name}/more.txt"


def _unzip(into: bool, quiet: bool):
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        top = f"{s.dir2}/" if into else ""
        for path in wanted(query, world, s):
            for name in _members(path):
                world.file(f"{top}{name}", f"{name}\n")
        return Outcome(stdout="" if quiet else None)

    return expect


_RUNS = (
    ("unzip", "[here|into this folder|into the current directory]", False),
    ("unzip -q", "[here|into this folder], without a list of what is in them", False),
    ("unzip -d {dir2}", "into {dir2}", True),
    ("unzip -q -d {dir2}", "into {dir2}, without a list of what is in them", True),
)


def _unzipped() -> Iterator[Action]:
    for run, where, into in _RUNS:
        for way in (_ONE_BY_ONE, _ONE, _ONE_NULL):
            plain = {"dir": _unspaced} if way is _ONE else {}
            base = Action(
                run.partition(" {")[0].replace(" ", ""),
                (),
                "",
                [f"Unpacks the <np> {'into {dir2}' if into else 'here'}."],
                _unzip(into, "-q" in run),
                ask=block(f"""
                    unzip <np> {where}{_HOW[way.key]}
                    [how can I|how do I] unpack <np> {where}{_HOW[way.key]}?
                    """),
                setup=_zipped,
                core=((_ZIPS,), (_ZIPS, p.TOP_ONLY)),
                slots={**({"dir2": SLOTS["dir"]} if into else {}), **plain},
            )
            say = block(f"""
                [unzip|unpack|extract] <all> {where}{_HOW[way.key]}
                [find|look for] <all> and [unzip|unpack] [each|each of them] {where}{_HOW[way.key]}
                run unzip on [each|every one] of the <np>, {where}{_HOW[way.key]}
                extract what is in <all> {where}{_HOW[way.key]}
                """)
            [made] = ways(base, run, way)
            setup = without_blanks(_zipped) if way is _ONE else _zipped
            yield replace(made, say=say, ask=base.ask, setup=setup)


def _gzipped(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.hold(path, pack(world[path].data, "gz"))


def _gunzip(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.file(path.removesuffix(".gz"), "one\ntwo\nthree\n", days=world[path].age / 86400)
        world.remove(path)


def _gunzipped() -> Iterator[Action]:
    for run in ("gunzip", "gzip -d"):
        base = Action(
            run.replace(" ", ""),
            block(f"""
                [decompress|uncompress] <all> with {run}
                run {run} on <all>
                [find|look for] <all> and {run} them
                unpack <all>, with {run}
                """),
            "",
            ["Decompresses the <np>."],
            _gunzip,
            ask=[f"{run} <np>", f"[how do I|how can I] {run} <np>?"],
            setup=_gzipped,
            core=((_GZIPS,), (_GZIPS, p.TOP_ONLY)),
        )
        yield from ways(base, run, ALL_AT_ONCE, EACH, XARGS)
