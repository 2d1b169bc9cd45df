"""What find finds put elsewhere in other words: by a mark of xargs, only where there is something,
with its folders, as links.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    beside,
    nothing_found,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import without_blanks
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.27
_FILES: tuple[Search, ...] = (
    *((h.MATCHING,), (h.KIND,), (h.FILES, t.OLDER), (h.KIND, p.TOP_ONLY), (h.FILES, n.CONTAINS)),
    *((h.MATCHING, p.TOP_ONLY), (h.MATCHING_ANY_CASE,)),
)
_UNSPACED = {name: lambda draw, spaced: SLOTS["dir"](draw, False) for name in ("dir", "dir2")}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_marked(), *_if_any(), *_with_folders(), _LINKED, _GREPPED):
        yield from action.tasks("find/placing")


def _into(move: bool) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in query.paths(world, s):
            target = f"{s.dir2}/{path.rpartition('/')[2]}"
            (world.move if move else world.copy)(path, target)

    return expect


_BASE = Action(
    "",
    (),
    "-print0",
    (),
    _into(True),
    setup=beside,
    core=_FILES,
    slots={"dir2": SLOTS["dir"]},
    places=(THERE,),
)
_VERBS = (("mv", "move", "Moves", True), ("cp", "copy", "Copies", False))


def _marked() -> Iterator[Action]:
    for run, verb, does, moved in _VERBS:
        yield only(
            _BASE,
            key=f"{run}-marked",
            say=block(f"""
                {verb} <all> [to|into] {{dir2}} with xargs, with {{mark}} [as the mark|in the place]
                  of each path
                use find -print0 and xargs -I {{mark}} to {verb} <all> [to|into] {{dir2}}
                pipe <all> to xargs, which [calls|runs] {run} {{mark}} {{dir2}} for each {{mark}}
                [find|take] <all> and {verb} each [to|into] {{dir2}} by xargs -I {{mark}}
                """),
            ask=block(f"""
                xargs -I {{mark}}: <np> to {{dir2}}, {run} for each
                how do I {verb} <all> to {{dir2}} with -print0 and xargs -I {{mark}}?
                <np> into {{dir2}}, {run} through xargs with {{mark}} for the path
                """),
            pipe=f" | xargs -0 -I {{mark}} {run} {{mark}} {{dir2}}",
            explain=[
                f"{does} the <np> into {{dir2}}, each in the place of {{mark}} by means of xargs."
            ],
            expect=_into(moved),
            slots=_BASE.slots | {"mark": one_of("%", "@", "SRC")},
        )


def _if_any() -> Iterator[Action]:
    for run, verb, does, moved in _VERBS:
        yield only(
            _BASE,
            key=f"{run}-ifany",
            say=block(f"""
                {verb} <all> [to|into] {{dir2}} with xargs -0 and {run} -t, unless there are none
                use find -print0, xargs -r and {run} -t to {verb} <all> [to|into] {{dir2}}
                [find|take] <all> and, if there are any, {verb} them [to|into] {{dir2}} by xargs -r
                pipe <all> to xargs {run} -t {{dir2}}, which is not to run if nothing is found
                """),
            pipe=f" | xargs -0 -r {run} -t {{dir2}}",
            explain=[f"{does} the <np> into {{dir2}} by means of xargs, if there are any."],
            expect=_into(moved),
            others=(nothing_found,),
            linux=True,
        )


def _below(keep: bool = False, said: bool = False) -> Effect:
    """Copies with the folders that lead to them, and says so where that is asked for."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        lines = []
        for path in wanted(query, world, s):
            above = path.split("/")[:-1]
            for depth in range(1, len(above) + 1):
                folder = "/".join(above[:depth])
                if f"{s.dir2}/{folder}" not in world:
                    world.dir(f"{s.dir2}/{folder}")
                    lines.append(f"{folder} -> {s.dir2}/{folder}")
            world.copy(path, f"{s.dir2}/{path}", keep=keep)
            lines.append(f"'{path}' -> '{s.dir2}/{path}'")
        return any_order(lines if said else [])

    return expect


_PARENTS = (
    ("parents", r"-exec cp --parents {} {dir2} \;", "", "", False, False),
    ("parents-once", "-exec cp --parents -t {dir2} {} +", "", " with one call of cp", False, False),
    (
        "parents-null",
        "-print0",
        " | xargs -0 cp --parents -t {dir2}",
        " with xargs -0",
        False,
        False,
    ),
    ("parents-all", "", " | xargs cp -a --parents -t {dir2}", " by xargs cp -a", True, False),
    ("parents-said", "", " | xargs cp -av --parents -t {dir2}", " by xargs cp -av", True, True),
)


def _with_folders() -> Iterator[Action]:
    for key, end, pipe, by, keep, said in _PARENTS:
        plain = "xargs cp" in pipe
        names = "[; no name has blanks|, whose names have no spaces]" if plain else ""
        yield only(
            _BASE,
            key=key,
            say=block(f"""
                copy <all> [to|into] {{dir2}}{by}, with the folders that they are in{names}
                copy <all> [to|into] {{dir2}}{by}, keeping [the|their] folder structure{names}
                use cp --parents{by} to copy <all> [to|into] {{dir2}}{names}
                [find|take] <all> and copy them below {{dir2}} with their paths{by}{names}
                """),
            ask=block(f"""
                <np> below {{dir2}} too, each in its folders, cp --parents{by}{names}
                I need <all> again below {{dir2}}, in the same subfolders{by}{names}
                cp --parents{by}: <np> to {{dir2}}{names}
                """),
            end=end,
            pipe=pipe,
            explain=["Copies the <np> into {dir2}, with their folders."],
            expect=_below(keep, said),
            setup=without_blanks(_BASE.setup) if plain else beside,
            core=_FILES[:4],
            slots=_UNSPACED if plain else _BASE.slots,
            linux=True,
        )


def _link(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world.link(path.rpartition("/")[2], query.shown(path))


_LINKED = only(
    _BASE,
    key="linked",
    say=block("""
        make a symbolic link here to [each|every one] of the <np>
        [create|make] symlinks in this folder to <all>, one by one
        link <all> into the current directory with ln -s
        run ln -s on each of the <np>, so that the links are [here|in this folder]
        """),
    ask=block("""
        symlinks here for <np>
        [how can I|how do I] have symbolic links in this folder to <all>?
        <np>: a symlink to each in the current directory
        """),
    end=r"-exec ln -s {} \;",
    explain=["Makes symbolic links to the <np> in the current directory."],
    expect=_link,
    setup=lambda query, world, s: None,
    core=((h.FILES,), *_FILES[:5]),
)


def _with_word(query: Query, world: World, s: Bound) -> None:
    beside(query, world, s)
    top = query.place.tops(s)[0]
    for number, stem in enumerate((s.word, f"my-{s.word}s", s.word[:-1], s.word.swapcase()), 200):
        spec = query.made(f"sub{number}", number, s)
        spec.stem += f"-{stem}"
        spec.put(world, top)
    world.file(f"{top}/{s.word}.zzz", "of another kind\n")
    if query.has("files"):
        world.dir(f"{top}/{s.word} folder")


def _copy_with_word(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        if s.word in path:
            world.copy(path, f"{s.dir2}/{path.rpartition('/')[2]}")


_GREPPED = only(
    _BASE,
    key="grepped",
    say=block("""
        copy <all> whose paths grep finds {word} in [to|into] {dir2}, with xargs -I
        pipe <all> through grep {word} and copy what is left [to|into] {dir2} with xargs
        filter the paths of <all> by grep {word} and copy those files [to|into] {dir2} by xargs
        [find|list] <all>, keep those paths with {word} by grep and copy them to {dir2} by xargs
        """),
    ask=block("""
        <np> with {word} in the path, copied to {dir2} through grep and xargs
        how do I copy <all> to {dir2}, those with {word} in the path, by grep and xargs?
        find, grep {word}, xargs cp: <np> to {dir2}
        """),
    end="",
    pipe=" | grep {word} | xargs -I {} cp {} {dir2}",
    explain=["Copies the <np> whose paths contain {word} into {dir2}."],
    expect=_copy_with_word,
    setup=_with_word,
    core=((h.FILES,), (h.MATCHING,), (u.ENTRIES,)),
)
