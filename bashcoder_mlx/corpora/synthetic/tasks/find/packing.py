"""What find finds packed in other words: into a tar archive that is compressed by another program,
appended to one, named as it is packed, into an archive of cpio.
"""

from collections.abc import Iterator, Mapping

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.cpio import in_cpio
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import without_blanks
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

WEIGHT = 0.32
_SEARCHES: tuple[Search, ...] = (
    *((h.MATCHING,), (h.KIND,), (h.FILES, t.NEWER), (h.FILES, t.OLDER), (h.MATCHING_ANY_CASE,)),
)
_OLD = {"old.txt": b"packed before\n"}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (
        *_compressed(),
        *_said(),
        *_appended(),
        *_listed(),
        *in_cpio(_BASE, _with_older("cpio")),
    ):
        yield from action.tasks("find/packing")


def _archive(ending: str) -> Slot:
    return lambda draw, spaced: named(f"{SLOTS['stem'](draw, False).data}.{ending}")


_SLOTS: Mapping[str, Slot] = {
    "tar": _archive("tar"),
    "tarball": _archive("tar.gz"),
    "tbz": _archive("tar.bz2"),
    "txz": _archive("tar.xz"),
    "cpio": _archive("cpio"),
    "stem": lambda draw, spaced: SLOTS["stem"](draw, False),
}
_UNSPACED = {"dir": lambda draw, spaced: SLOTS["dir"](draw, False)}


def _pack(slot: str, kind: str, said: bool = False, old: bool = False) -> Effect:
    """The archive, and perhaps what tar says; `old` is what it held before."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        files = {path: (world[path].data, world[path].mode) for path in wanted(query, world, s)}
        world.file(s[slot].data).data = Archive({**(_OLD if old else {}), **files}, kind)
        return any_order([*files] if said else [])

    return expect


_BASE = Action("", (), "", (), _pack("tar", ""), core=_SEARCHES, slots=_SLOTS, places=(THERE,))
_BY = (("gzip", "tarball", "gz"), ("bzip2", "tbz", "bz2"), ("xz", "txz", "xz"))


def _with_older(slot: str):
    """A file that the archive replaces."""
    return lambda query, world, s: world.file(s[slot].data, "older\n") and None


def _compressed() -> Iterator[Action]:
    for program, slot, kind in _BY:
        for flags, how in (("-c", ""), ("-cv", ", naming [each|every] file")):
            yield only(
                _BASE,
                key=f"{program}{flags}",
                say=block(f"""
                    pack <all> with tar and {program} into {{{slot}}}{how}
                    pipe <all> to tar {flags} -T - and the archive through {program}
                      into {{{slot}}}
                    [make|create] {{{slot}}} of <all>, by tar and then {program}{how}
                    let tar read the names of <all> and {program} write {{{slot}}}{how}
                    """),
                ask=block(f"""
                    <np>: tar {flags}, then {program} into {{{slot}}}
                    {{{slot}}} of <np> with tar and {program}{how}
                    I have to archive <np>; tar -T -, then {program}, as {{{slot}}}{how}
                    """),
                pipe=f" | tar {flags} -T - | {program} > {{{slot}}}",
                explain=[
                    f"Packs the <np> with tar and compresses that with {program} into {{{slot}}}."
                ],
                expect=_pack(slot, kind, said="v" in flags),
                setup=_with_older(slot),
                core=_SEARCHES if program == "bzip2" else _SEARCHES[:2],
                weight=0.6,
                linux=program == "xz",
            )


def _said() -> Iterator[Action]:
    yield only(_plain("tar -czvf {tarball}", "{tarball}"), expect=_pack("tarball", "gz", said=True))
    yield only(_plain("tar -cvf {tar}", "{tar}"), expect=_pack("tar", "", said=True))
    for code, day in (("%F", "2024-05-17"), ("%Y%m%d", "20240517")):
        said = f"an archive named after today, as in {day}_{{stem.raw}}.tar"
        dated = _plain(f'tar -cvf "$(date +{code})_{{stem}}.tar"', said)
        yield only(dated, key=f"dated{code[1:]}", expect=_pack_dated(code))


def _plain(run: str, target: str) -> Action:
    """With plain xargs, which takes no name with a blank."""
    key = run.partition(" {")[0].partition(' "')[0].replace(" ", "")
    return only(
        _BASE,
        key=key,
        say=block(f"""
            pipe <all>, whose names have no blanks, to xargs tar, naming each, into {target}
            pack <all> into {target} by xargs and tar -v; no name has [blanks|spaces]
            use find, plain xargs and a verbose tar to put <all> into {target}
            [make|create] {target} of <all> with xargs, listing what is packed; names have no spaces
            """),
        ask=block(f"""
            xargs tar -v: <np> into {target}, no name with blanks
            how do I tar <all> into {target} with plain xargs and see the names? they have no blanks
            <np> into {target} through xargs and tar, each name printed; names have no spaces
            """),
        pipe=f" | xargs {run}",
        explain=[f"Packs the <np> with tar into {target}, by means of xargs, and names each."],
        setup=without_blanks(_BASE.setup),
        slots=_SLOTS | _UNSPACED,
    )


def _pack_dated(code: str) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        files = {path: (world[path].data, world[path].mode) for path in wanted(query, world, s)}
        world.file(f"{now().strftime(code)}_{s.stem}.tar").data = Archive(files, "")
        return any_order([*files])

    return expect


def _with_archive(query: Query, world: World, s: Bound) -> None:
    world.file(s.tar, pack(_OLD, ""))


_APPENDED = (
    ("append-each", r"-exec tar -rf {tar} {} \;", "", "one at a time", False),
    ("append", "-exec tar -rf {tar} {} +", "", "all at once", False),
    ("append-printed", r"-print -exec tar -rf {tar} {} \;", "", "printing the path of each", True),
    ("append-said", r"-exec tar -rvf {tar} {} \;", "", "with tar naming each", True),
    ("append-xargs", "-print0", " | xargs -0 tar -rf {tar}", "with xargs -0", False),
)


def _appended() -> Iterator[Action]:
    for key, end, pipe, how, said in _APPENDED:
        yield only(
            _BASE,
            key=key,
            say=block(f"""
                [append|add] <all> to the [tar archive|archive] {{tar}}, {how}
                [find|take] <all> and [append|add] them to {{tar}}, {how}
                use find and tar -r to [append|add] <all> to {{tar}}, {how}
                put <all> at the end of [the existing archive |]{{tar}}, {how}
                """),
            ask=block(f"""
                tar -r: <np> into {{tar}}, {how}
                [how do I|how can I] add <np> to the archive {{tar}}, {how}?
                {{tar}} exists and lacks <np>; add them, {how}
                """),
            end=end,
            pipe=pipe,
            explain=["Appends the <np> to the archive {tar}."],
            expect=_pack("tar", "", said, old=True),
            setup=_with_archive,
            core=(*_SEARCHES[:3], (u.EITHER_ANY_CASE,)),
            weight=0.6,
        )


def _listed() -> Iterator[Action]:
    say = block("""
        pack <all> into the [uncompressed|plain] archive {tar}
        [make|create] [an uncompressed tar archive|a plain tar archive] {tar} of <all>
        [archive|put] <all> [in|into] {tar} without compression
        pipe <all>, with -print0, to tar, which makes the archive {tar} of them
        """)
    ask = block("""
        <np> into {tar}, not compressed
        an uncompressed {tar} of <np>
        how do I get <all> into {tar} by find -print0 and tar?
        """)
    base = only(_BASE, say=say, ask=ask, end="-print0", explain=["Packs the <np> into {tar}."])
    yield only(base, key="listed", pipe=" | tar --null -T - -cf {tar}", core=_SEARCHES)
