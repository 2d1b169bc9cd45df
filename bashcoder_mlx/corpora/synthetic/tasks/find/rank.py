"""The largest, smallest, newest and oldest of what find finds."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    alone,
    more,
    nothing_found,
    only,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Spec
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.34
NEVER = "called calledeither between smaller top bytes exact fewerbytes empty exactlydays glob"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/rank")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    for action in _RANKS:
        yield action
        if action.key in _ONE:
            yield _single(action)


def among(change: Callable[[Spec, int], None], *many: Callable[[Bound], int]):
    """Only what is made for the ranking is found: what is at an edge might be the first."""
    made = more(change, *many)

    def setup(query: Query, world: World, s: Bound) -> None:
        nothing_found(query, world, s)
        made(query, world, s)

    return setup


def larger(spec: Spec, k: int) -> None:
    """Makes it larger the larger its number is, and the first the largest."""
    size = spec.size or 20
    spec.size = size + 10 * k if k else size * 11 + 3  # the first has more digits


def in_blocks(spec: Spec, k: int) -> None:
    """Gives it as many blocks as its number says."""
    spec.size = 4096 * (k + 1)


def alone_in_blocks(query: Query, world: World, s: Bound) -> None:
    """Leaves one of what is found, in several blocks."""
    alone(query, world, s)
    for path in query.paths(world, s):
        world.hold(path, b"x" * 4096 * 3)


def newer(spec: Spec, k: int) -> None:
    """Makes it newer the larger its number is."""
    spec.days -= min(spec.days / 2, 0.4) * (k + 1) / 110


def _older(spec: Spec, k: int) -> None:
    spec.days *= 1 + 0.01 * (k + 1)


def ranked(
    key: Callable[[Node], float], line=lambda path, node: path, reverse: bool = True
) -> Effect:
    """The first by a number; sort puts what is equal in the order of the text, or its reverse."""

    def expect(query: Query, world: World, s: Bound) -> list[str]:
        found = [(key(world[path]), query.shown(path), path) for path in query.paths(world, s)]
        found.sort(reverse=reverse)
        return [line(shown, world[path]) for _, shown, path in found[: s.count]]

    return expect


def with_size(path: str, node: Node) -> str:
    """Its size and its path."""
    return f"{node.size} {path}"


def used(size: int) -> str:
    kilobytes = size // 1024
    return f"{kilobytes}.0K" if kilobytes < 10 else f"{kilobytes}K"


_SIZE = (r"-printf '%s %p\n'", "-exec stat -f '%z %N' {} +")
_TIME = (r"-printf '%T@ %p\n'", "-exec stat -f '%m %N' {} +")
_BIG = "[largest|biggest]"
_RANKS = (
    Action(
        "largest",
        block(f"""
            [show|list|print|find|show me|give me] the {{count}} {_BIG} [|of the ]<np>
            sort <all> by size and [show|list] the {{count}} {_BIG}
            [which|show which] {{count}} of the <np> [are the {_BIG}|take [up |]the most space]
            """),
        _SIZE[0],
        ["Shows the {count} largest of the <np>, with sizes in bytes."],
        ranked(lambda node: node.size, with_size),
        ask=block(f"""
            what are the {{count}} {_BIG} <np>?
            {{count}} {_BIG} <np>
            top {{count}} <np> by size
            """),
        pipe=" | sort -nr | head -n {count}",
        setup=among(larger),
        others=(alone, nothing_found),
        without=NEVER,
        macos=(_SIZE[1], " | sort -nr | head -n {count}"),
        share=24,
        weight=2,
    ),
    Action(
        "smallest",
        block("""
            [show|list|print|find] the {count} smallest [|of the ]<np>
            sort <all> by size and [show|list] the {count} smallest
            """),
        _SIZE[0],
        ["Shows the {count} smallest of the <np>, with sizes in bytes."],
        ranked(lambda node: node.size, with_size, reverse=False),
        ask=["what are the {count} smallest <np>?", "{count} smallest <np>"],
        pipe=" | sort -n | head -n {count}",
        setup=among(larger),
        others=(alone, nothing_found),
        without=NEVER,
        macos=(_SIZE[1], " | sort -n | head -n {count}"),
    ),
    Action(
        "largest-readable",
        block(f"""
            [show|list] the {{count}} {_BIG} [|of the ]<np> with [human-readable|readable] sizes
            [show|list] the disk usage of the {{count}} {_BIG} <np>, human-readable
            """),
        "-exec du -h {} +",
        ["Shows the {count} largest of the <np> with readable sizes."],
        ranked(lambda node: node.size, lambda path, node: f"{used(node.size)}\t{path}"),
        ask=[f"{{count}} {_BIG} <np>, human-readable"],
        pipe=" | sort -rh | head -n {count}",
        setup=among(in_blocks),
        others=(alone_in_blocks, nothing_found),
        without=f"{NEVER} larger",
        slots={"count": lambda draw, spaced: number(draw.between(2, 15), True)},
    ),
    Action(
        "newest",
        block("""
            [show|list|print|find] the {count} [newest|most recent|latest|most recently modified]
              [|of the ]<np>
            sort <all> by [modification time|date] and [show|list] the {count} newest
            """),
        _TIME[0],
        ["Lists the {count} most recently changed of the <np>."],
        ranked(lambda node: -node.age),
        ask=block("""
            what are the {count} newest <np>?
            {count} newest <np>
            which {count} of the <np> were changed last?
            """),
        pipe=" | sort -nr | head -n {count} | cut -d' ' -f2-",
        setup=among(newer),
        others=(alone, nothing_found),
        without=NEVER,
        macos=(_TIME[1], " | sort -nr | head -n {count} | cut -d' ' -f2-"),
        share=24,
        weight=2,
    ),
    Action(
        "oldest",
        block("""
            [show|list|print|find] the {count} [oldest|least recently modified] [|of the ]<np>
            sort <all> by [modification time|date] and [show|list] the {count} oldest
            """),
        _TIME[0],
        ["Lists the {count} oldest of the <np>, by their last change."],
        ranked(lambda node: -node.age, reverse=False),
        ask=["what are the {count} oldest <np>?", "{count} oldest <np>"],
        pipe=" | sort -n | head -n {count} | cut -d' ' -f2-",
        setup=among(_older),
        others=(alone, nothing_found),
        macos=(_TIME[1], " | sort -n | head -n {count} | cut -d' ' -f2-"),
        without=NEVER,
    ),
)
_ONE = {
    "largest": (_BIG, larger),
    "newest": ("[newest|most recently changed|latest]", newer),
    "oldest": ("[oldest|least recently changed]", _older),
}


def _single(action: Action) -> Action:
    """The one largest, newest or oldest."""
    adjective, change = _ONE[action.key]
    return only(
        action,
        key=f"{action.key}-one",
        say=[f"[find|show|get|print|find me|show me] the [|single ]{adjective} <one>"],
        ask=[
            f"[what is|what's] the {adjective} <one>?",
            f"{adjective} <one>",
            f"which <one> is the {adjective}?",
        ],
        explain=[f"Finds the {adjective} of the <np>."],
        pipe=action.pipe.replace("{count}", "1"),
        macos=(action.macos[0], action.macos[1].replace("{count}", "1")),
        setup=among(change, lambda s: 4),
        expect=_first_of(action.expect),
        core=CORE,
        share=0,
    )


def _first_of(expect: Effect) -> Effect:
    def one(query: Query, world: World, s: Bound) -> list[str]:
        return expect(query, world, Bound(s, count=number(1)))[:1]

    return one
