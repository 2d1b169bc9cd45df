"""What find prints, written to files and filtered by grep."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import SORTED, Action
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.world import World

WEIGHT = 0.61
_ANY = ((h.ANY,), (h.ANY, n.CALLED), (h.ANY, n.CONTAINS), (h.FOLDERS,), (h.ANY, o.MODE))
_WORDLESS = "contains starts ends icontains istarts kindstarts kindcontains notstarts notcontains"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_FILES, *_FILTERS):
        yield from action.tasks("find/output")


def _saved(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, query.matches(world, s))


def _appended(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, ["old line", *query.matches(world, s)])


def _teed(query: Query, world: World, s: Bound) -> list[str]:
    _saved(query, world, s)
    return query.matches(world, s)


_FILES = (
    Action(
        "save",
        block("""
            [save|write|put] [the list|a list] of <all> [to|into|in] {txt}
            find <all> and [save|write] the list [to|into] {txt}
            write the paths of <all> to {txt}
            """),
        "",
        ["Writes the paths of the <np> to {txt}."],
        _saved,
        ask=block("""
            list of <np> in {txt}
            <np> > {txt}
            {txt} should hold the paths of <all>
            how do I get <all> as a list in the file {txt}?
            """),
        pipe=" > {txt}",
        setup=lambda query, world, s: world.file(s.txt, "old\n") if query.place is THERE else None,
        before=SORTED,
        places=(THERE,),
        core=(*CORE, *_ANY),
        share=20,
    ),
    Action(
        "append",
        block("""
            [append|add] [the list|a list|the paths] of <all> to [the end of|] {txt}
            find <all> and put their paths at the end of {txt}
            let {txt} grow by the paths of <all>
            """),
        "",
        ["Appends the paths of the <np> to {txt}."],
        _appended,
        ask=block("""
            {txt} has a list already; add the paths of <all> to it
            <np> >> {txt}
            paths of <np>, appended to {txt}
            how do I add <all> to the list in {txt} without losing what is there?
            """),
        pipe=" >> {txt}",
        setup=lambda query, world, s: world.file(s.txt, ["old line"]),
        before=SORTED,
        places=(THERE,),
    ),
    Action(
        "tee",
        block("""
            [list|print|show] <all> and [also|] [save|write] the list [to|into] {txt}
            [print|show] the paths of <all> on the screen and in {txt}
            """),
        "",
        ["Prints the paths of the <np> and writes them to {txt}."],
        _teed,
        ask=block("""
            <np> on the screen and in {txt}
            how do I see <all> and have the list in {txt} as well?
            find, tee {txt}: <np>
            {txt} should hold <all>, and I want to see them now too
            I want to watch <all> go by and keep the list in {txt}
            """),
        pipe=" | tee {txt}",
        before=SORTED,
        places=(THERE,),
        core=CORE[:10],
    ),
)


def _mixed_names(query: Query, world: World, s: Bound) -> None:
    """Some of what is found, and of what is not, has the word in its path."""
    top = query.place.tops(s)[0]
    for number in range(3):
        for folder in (f"{s.word2}", f"no-{number}"):
            query.made(folder, 60 + number, s).put(world, top)
    changes = [change for part in query.parts for change in (*part.also, *part.bad)]
    for number, change in enumerate(changes, 500):
        spec = query.made(s.word2, number, s)
        change(spec, s)
        spec.folder = s.word2
        spec.put(world, top)


_FILTERS = (
    Action(
        "without-word",
        block("""
            [list|find|print] <all>[, leaving out|, hiding|, except] [paths|those] with {word2} in
              [them|the path]
            find <all> and filter out [everything|all lines] with {word2}
            drop the paths with {word2} from the list of <all>
            """),
        "",
        ["Lists the <np> whose path does not contain {word2}."],
        lambda query, world, s: any_order(
            [path for path in query.matches(world, s) if s.word2 not in path]
        ),
        ask=block("""
            <np>, but no path with {word2}
            <np>, piped to grep -v {word2}
            [which|what] <many>? leave out paths with {word2}
            I get too many paths with {word2}; find <all> without those
            """),
        pipe=" | grep -v {word2}",
        setup=_mixed_names,
        core=(*CORE, (h.MATCHING_ANY_CASE,), *_ANY[:2]),
        without=f"top calledeither called {_WORDLESS}",
    ),
    Action(
        "with-word",
        block("""
            [list|find|print] <all> [and|, but] [keep|show] only [paths|lines] with {word2}
            pipe <all> [to|into|through] grep {word2}
            filter the list of <all> by grep for {word2}
            """),
        "",
        ["Lists the <np> and keeps the paths that contain {word2}."],
        lambda query, world, s: any_order(
            [path for path in query.matches(world, s) if s.word2 in path]
        ),
        ask=block("""
            <np>, through grep {word2}
            [which|what] <many>? only paths with {word2}, by grep
            of <all>, those whose path has {word2} in it, by grep
            I need only the paths with {word2} out of <all>
            """),
        pipe=" | grep {word2}",
        setup=_mixed_names,
        core=((h.ANY,), (h.FILES,), (h.KIND,), (h.FOLDERS,), (h.FILES, t.OLDER)),
        without=f"top {_WORDLESS}",
    ),
)
