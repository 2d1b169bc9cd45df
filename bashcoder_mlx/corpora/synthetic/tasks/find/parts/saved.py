"""What find prints, saved in other ways than by a redirection: by find itself, with null bytes."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

FEW: Sequence[Search] = (
    *((h.MATCHING,), (h.ANY, n.CALLED), (h.FILES,), (h.KIND,), (h.ANY,), (h.FOLDERS,)),
    *((h.FILES, n.CALLED), (h.MATCHING_ANY_CASE,), (h.FILES, t.NEWER)),
)


def _saved(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, query.matches(world, s))


def old_list(query: Query, world: World, s: Bound) -> None:
    """A list from before, which is replaced."""
    world.file(s.txt, "old line\n")


def _saved_nulls(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, "".join(f"{path}\0" for path in query.matches(world, s)))


_SORTED_NULLS = """\
eval "unsorted_$(declare -f find)"
find() { unsorted_find "$@" | sort -z; }"""
_ONLY = "[, by find alone|, with find's own -fprint|, without redirecting|, by -fprint]"
SAVED = (
    Action(
        "fprint",
        block(f"""
            [save|write|put] [the list|a list] of <all> [to|into] {{txt}}{_ONLY}
            find <all> and let find write [them|the list] [to|into] {{txt}}{_ONLY}
            use -fprint to [save|write] the paths of <all> [to|into] {{txt}}
            """),
        "-fprint {txt}",
        ["Writes the paths of the <np> to {txt}, by find itself."],
        _saved,
        ask=block("""
            how do I make find itself write <all> to {txt}?
            -fprint {txt}: <np>
            no redirection; <np> into {txt} by find alone
            {txt} should hold <all>, written by -fprint
            """),
        setup=old_list,
        after="sort -o {txt} {txt}",
        places=(THERE,),
        core=FEW,
        linux=True,
    ),
    Action(
        "nulls",
        block("""
            [save|write] <all> to {txt}, [separated by null bytes|null-terminated|with -print0]
            [save|write] a [null-separated|NUL-separated] list of <all> [to|into] {txt}
            write the paths of <all> [to|into] {txt}, each followed by a null byte
            """),
        "-print0",
        ["Writes the paths of the <np> to {txt}, each followed by a null byte."],
        _saved_nulls,
        ask=block("""
            how do I save <all> to {txt} with null bytes between?
            -print0 into {txt}: <np>
            <np>, NUL-separated, into {txt}
            names have blanks and worse; list <all> in {txt} with null bytes
            """),
        pipe=" > {txt}",
        setup=old_list,
        before=_SORTED_NULLS,
        places=(THERE,),
        core=FEW,
    ),
)
