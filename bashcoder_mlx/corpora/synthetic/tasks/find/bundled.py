"""What find finds, emptied, zipped, packed from a list, compressed in parallel, renamed by sh."""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find import lines, move, pack
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, Search
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

WEIGHT = 0.25
_MORE: Sequence[Search] = (*CORE, (h.ANY_CASE,), (h.FILES, n.CALLED), (h.MATCHING, t.NEWER))
_FEW: Sequence[Search] = (*CORE[:6], (h.FILES, t.NEWER), (h.KIND, t.OLDER), (h.MATCHING,))


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_CHANGED, *_PACKED, *_borrowed()):
        yield from action.tasks("find/bundled")


_CHANGED = (
    Action(
        "emptied",
        block("""
            [empty|truncate] <all>, [keeping the files themselves|but do not delete them]
            cut <all> down to zero bytes
            [find|take] <all> and set their size to 0
            [throw away|remove] the contents of <all>, not the files
            """),
        "-exec truncate -s 0 {} +",
        ["Empties the <np>, which stay as files of no bytes."],
        lambda query, world, s: _emptied(query, world, s),
        ask=["<np>: make them empty, zero bytes each", "truncate <np>"],
        without="empty",
        core=_MORE,
    ),
)


def _emptied(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world[path].data = b""


def _zipped(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    files = {path: (world[path].data, world[path].mode) for path in found}
    world.file(s.zip).data = Archive(files, "zip")
    return Outcome(stdout=None)


_PACKED = (
    Action(
        "zip",
        block("""
            [zip|pack|put] <all> into {zip}
            make the zip archive {zip} of <all>
            find <all> and pass the list to zip, into {zip}
            back up <all> in {zip}
            """),
        "",
        ["Packs the <np> into the zip archive {zip}."],
        _zipped,
        ask=["<np> into {zip}", "{zip} with <np>"],
        pipe=" | zip {zip} -@",
        places=(THERE,),
        without="empty fewerbytes larger",
        core=_FEW,
    ),
)


def _borrowed() -> Iterator[Action]:
    """Actions of other families in another form."""
    known = {a.key: a for module in (lines, move, pack) for a in reversed([*module.actions()])}
    yield only(
        known["lines"],
        key="lines-sum",
        say=block("""
            [show|print] only the total number of lines of <all>, from wc
            count the lines of <all> and show just the total
            run wc -l on <all> and keep its last line
            """),
        ask=["line total of <np>, by wc", "<np>: lines in total, the last line of wc"],
        explain=["Prints the total of the lines of the <np>, as wc has it."],
        end="-exec wc -l {} +",
        pipe=" | tail -n 1",
        expect=lambda query, world, s: (
            f"{sum(world[p].data.count(10) for p in wanted(query, world, s))} total\n"
        ),
        share=0,
    )
    yield only(
        known["gzip"],
        key="gzip-parallel",
        say=block("""
            [compress|gzip] <all> in parallel, {jobs} at a time
            gzip <all> with {jobs} processes at once
            run up to {jobs} gzip processes side by side on <all>
            """),
        ask=["<np>: gzip them, {jobs} in parallel", "parallel gzip of <np>, {jobs} jobs"],
        explain=["Compresses the <np> with gzip, {jobs} at a time."],
        end="-print0",
        pipe=" | xargs -0 -P {jobs} -n 1 gzip",
        slots={**known["gzip"].slots, "jobs": lambda draw, spaced: number(draw.between(2, 8))},
        core=_FEW,
        share=0,
    )
    yield only(
        known["tar"],
        key="tar-lines",
        say=block("""
            [pack|archive|put] <all> into {tgz}, from a list with a path a line
            pipe the list of <all> to tar, into {tgz}
            let tar read the list of <all> and pack them into {tgz}
            """),
        ask=["find piped to tar: <np> into {tgz}", "{tgz} of <np>, tar reading the list"],
        end="",
        pipe=" | tar -czf {tgz} -T -",
        core=_FEW,
        share=0,
    )
    yield only(
        known["extension"],
        key="extension-sh",
        say=[f"{text}, with sh" for text in known["extension"].say],
        ask=["new extension .{newext} for <np>, with sh -c"],
        end=known["extension"].end.replace("bash", "sh"),
    )
