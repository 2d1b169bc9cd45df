"""What is done with those of the files that hold a word: deleted, moved, copied, changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import TEXTS
from bashcoder_mlx.trial.world import World

WEIGHT = 0.22
_SEARCHES: tuple[Search, ...] = (
    *((h.FILES,), (h.KIND,), (h.KIND, t.OLDER), (h.KIND, p.TOP_ONLY), (h.PAIR,)),
)


@dataclass(frozen=True)
class _Match:
    """Flags of grep, how they are said, and whether a line has the word."""

    flags: str
    said: str
    holds: Callable[[str, str], bool]


@dataclass(frozen=True)
class _Doing:
    """What is done with a file that has the word."""

    run: str
    verb: str
    to: str
    explain: str
    effect: Callable[[World, str, Bound], None]


def _is_word(line: str, word: str) -> bool:
    return f" {word} " in f" {line} "


_MATCHES = (
    _Match("", "", lambda line, word: word in line),
    _Match("i", " in upper or lower case", lambda line, word: word.lower() in line.lower()),
    _Match("w", " as a whole word", _is_word),
    _Match(
        "iw",
        " as a whole word, in upper or lower case",
        lambda line, word: _is_word(line.lower(), word.lower()),
    ),
)


def _move(world: World, path: str, s: Bound) -> None:
    world.move(path, f"{s.dir2}/{path.rpartition('/')[2]}")


def _copy(world: World, path: str, s: Bound) -> None:
    world.copy(path, f"{s.dir2}/{path.rpartition('/')[2]}")


def _remove(world: World, path: str, s: Bound) -> None:
    world.remove(path)


_DOINGS = (
    _Doing("rm", "[delete|remove]", "", "Deletes", _remove),
    _Doing("rm -f", "[force-delete|forcibly remove]", "", "Deletes", _remove),
    _Doing("mv -t {dir2}", "move", " [to|into] {dir2}", "Moves to {dir2}", _move),
    _Doing("cp -t {dir2}", "copy", " [to|into] {dir2}", "Copies to {dir2}", _copy),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for doing in _DOINGS:
        for match in _MATCHES if doing.run == "rm" else (_MATCHES[0], _MATCHES[-1]):
            yield from _chain(doing, match).tasks("find/matches")
    for match in _MATCHES:
        yield from _deleted(match).tasks("find/matches")


def _prepare(query: Query, world: World, s: Bound) -> None:
    """The word by itself, in another case, within another word, or not; all else has it."""
    if "dir2" in s:
        world.dir(s.dir2)
    for number in range(3):
        query.made(f"more{number}", 101 + number, s).put(world, query.place.tops(s)[0])
    word = s.word2
    texts = (f"say {word} now\n", f"say {word.swapcase()} now\n", f"x{word}y\n", "none\n")
    found = [path for path in wanted(query, world, s) if path in world.files()]
    for path in world.files():
        some = path in found and not query.is_at_edge(path)
        text = texts[found.index(path) % 4] if some else texts[0]
        world.hold(path, world[path].data + text.encode())


def _without_word(query: Query, world: World, s: Bound) -> None:
    """None of the files that are found has the word."""
    _prepare(query, world, s)
    for path in wanted(query, world, s):
        world.hold(path, b"none\n")


def _matching(doing: _Doing, match: _Match):
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            if any(match.holds(line, s.word2) for line in world[path].lines):
                doing.effect(world, path, s)

    return expect


def _chain(doing: _Doing, match: _Match) -> Action:
    into = "{dir2}" in doing.run
    action = Action(
        f"{doing.run.partition(' {')[0]}{match.flags}".replace(" ", ""),
        block(f"""
            {doing.verb} those of the <np> that contain {{word2}}{match.said}{doing.to}
            {doing.verb} <all> in which grep finds {{word2}}{match.said}{doing.to}
            [find|take] <all>, let grep -l pick those with {{word2}}{match.said} and {doing.verb}
              them{doing.to}
            use find, grep and xargs to {doing.verb} <all> with {{word2}}{match.said} in
              them{doing.to}
            """),
        "-print0",
        [f"{doing.explain} those of the <np> that contain {{word2}}{match.said}."],
        _matching(doing, match),
        pipe=f" | xargs -0 grep -l{match.flags}Z {{word2}} | xargs -0 {doing.run}",
        setup=_prepare,
        core=_SEARCHES if not match.flags else _SEARCHES[:2],
        slots={**TEXTS, **({"dir2": SLOTS["dir"]} if into else {})},
        without="top" if into else "",
        places=(THERE,) if into else (HERE, THERE),
        linux=into,
        weight=0.6,
    )
    mac = action.pipe.replace(f"-l{match.flags}Z", f"-l{match.flags} --null")
    others = (_without_word,) if doing.run == "rm -f" else ()
    return replace(action, macos=("-print0", mac), others=others)


def _deleted(match: _Match) -> Action:
    flags = f"-q{match.flags}"
    return Action(
        f"delete{match.flags}",
        block(f"""
            [delete|remove] those of the <np> that contain {{word2}}{match.said}, by find alone and
              grep -q
            let find -delete <all> in which grep {flags} succeeds with {{word2}}{match.said}
            use grep {flags} as a test in find to [delete|remove] <all> with {{word2}}{match.said}
            run grep {flags} on <all> and -delete each in which it finds {{word2}}{match.said}
            """),
        rf"-exec grep {flags} {{word2}} {{}} \; -delete",
        [f"Deletes those of the <np> that contain {{word2}}{match.said}."],
        _matching(_DOINGS[0], match),
        setup=_prepare,
        core=_SEARCHES[: 3 if match.flags else 5],
        slots=TEXTS,
        weight=0.6,
    )
