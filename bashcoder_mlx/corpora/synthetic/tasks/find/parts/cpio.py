"""Archives of cpio, made of what find finds."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    Setup,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.trial.world import ANYTHING, World

# What is in an archive, and which entry is the last; the number of blocks depends on the format.
_CPIO = """\
cpio() {
    local log=$(mktemp)
    command cpio "$@" 2>"$log"
    local status=$?
    grep -v ' blocks\\?$' "$log" >&2
    return $status
}"""
_UNPACKED = """\
cpio -it <{cpio} | tail -n 1
packed=$PWD/{cpio}
cd "$(mktemp -d)" && cpio -id <"$packed" && command find . -type f -exec grep -H '' {} +"""
_FORMAT = """
head -c 6 "$packed" && echo"""


def _in_cpio(said: bool, magic: str = "") -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        lines = [f"./{path}:{line}" for path in found for line in world[path].lines]
        world.file(s.cpio).data = ANYTHING
        top = query.place.tops(s)[0]
        return any_order([*(found if said else ()), top, *lines, *([magic] if magic else ())])

    return expect


_MADE = (
    ("cpio", "", " | cpio -o > {cpio}", "", False),
    ("cpio-O", "", " | cpio -o -O {cpio}", " by its option -O", False),
    ("cpio-said", "", " | cpio -ov > {cpio}", ", naming each", True),
    (
        "cpio-null",
        "-print0",
        " | cpio -0 -o > {cpio}",
        ", with null bytes between the names",
        False,
    ),
    ("cpio-newc", "", " | cpio -o -H newc > {cpio}", " in the format newc", False),
)


def in_cpio(base: Action, setup: Setup) -> Iterator[Action]:
    """What is found, packed by cpio in its ways; `setup` makes an older archive."""
    for key, end, pipe, how, said in _MADE:
        yield only(
            base,
            key=key,
            say=block(f"""
                pack <all> into {{cpio}} with cpio{how}
                pipe <all> to cpio, which makes the archive {{cpio}}{how}
                [make|create] the cpio archive {{cpio}} of <all>{how}
                use find and cpio -o to put <all> into {{cpio}}{how}
                """),
            ask=block(f"""
                cpio -o of <np> into {{cpio}}{how}
                [how do I|how can I] make {{cpio}} with cpio from <np>{how}?
                <np> have to go into {{cpio}}, an archive of cpio{how}
                """),
            end=end,
            pipe=pipe,
            explain=["Packs the <np> into the cpio archive {cpio}."],
            expect=_in_cpio(said, "070701" if key == "cpio-newc" else ""),
            setup=setup,
            before=_CPIO,
            after=_UNPACKED + (_FORMAT if key == "cpio-newc" else ""),
            core=((h.ANY, u.DEEPEST_FIRST),),
        )
