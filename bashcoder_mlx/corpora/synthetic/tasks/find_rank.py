"""The largest, smallest, newest and oldest of what find finds."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find_action import Action, more, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import Spec
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_ranks(), *_single_ranks()):
        yield from action.tasks()


def _larger(spec: Spec, k: int) -> None:
    spec.size = (spec.size or 20) + 10 * (k + 1)


def _blocks(spec: Spec, k: int) -> None:
    spec.size = 4096 * (k + 3)


def _newer(spec: Spec, k: int) -> None:
    spec.days -= min(spec.days / 2, 0.4) * (k + 1) / 110


def _older(spec: Spec, k: int) -> None:
    spec.days *= 1 + 0.01 * (k + 1)


_CHANGES = {"largest": _larger, "newest": _newer, "oldest": _older}


def _ranked(key, line=lambda path, node: path):
    def expect(query: Query, world: World, s: Bound) -> list[str]:
        found = sorted(wanted(query, world, s), key=lambda path: key(world[path]))
        return [line(query.shown(path), world[path]) for path in found[: s.count]]

    return expect


def _ranks() -> list[Action]:
    by_time = r"-printf '%T@ %p\n'", r"-exec stat -f '%m %N' {} +"
    never = "called between smaller top"
    return [
        Action(
            "largest",
            ["[show|list|print|find|show me|give me] the {count} [largest|biggest] [|of the ]<np>",
             "sort <all> by size and [show|list] the {count} [largest|biggest]"],
            r"-printf '%s %p\n'", ["Shows the {count} largest of the <np>, with sizes in bytes."],
            _ranked(lambda n: -n.size, lambda path, n: f"{n.size} {path}"),
            ask=["what are the {count} [largest|biggest] <np>?",
                 "{count} [largest|biggest] <np>", "top {count} <np> by size"],
            pipe=" | sort -nr | head -n {count}", setup=more(_larger), without=never,
            macos=(r"-exec stat -f '%z %N' {} +", " | sort -nr | head -n {count}"), weight=2,
        ),
        Action(
            "smallest",
            ["[show|list|print|find] the {count} smallest [|of the ]<np>",
             "sort <all> by size and [show|list] the {count} smallest"],
            r"-printf '%s %p\n'", ["Shows the {count} smallest of the <np>, with sizes in bytes."],
            _smallest, ask=["what are the {count} smallest <np>?",
                            "{count} smallest <np>"],
            pipe=" | sort -n | head -n {count}", setup=more(_larger), without=never,
            macos=(r"-exec stat -f '%z %N' {} +", " | sort -n | head -n {count}"),
        ),
        Action(
            "largest-readable",
            ["[show|list] the {count} [largest|biggest] [|of the ]<np> with "
             "[human-readable|readable] sizes",
             "[show|list] the disk usage of the {count} [largest|biggest] <np>, human-readable"],
            "-exec du -h {} +", ["Shows the {count} largest of the <np> with readable sizes."],
            _ranked(lambda n: -n.size, lambda path, n: f"{_used(n.size)}\t{path}"),
            ask=["{count} [largest|biggest] <np>, human-readable"],
            pipe=" | sort -rh | head -n {count}", setup=more(_blocks), without=f"{never} larger",
            slots={"count": lambda draw, spaced: number(draw.between(2, 15), True)},
        ),
        Action(
            "newest",
            ["[show|list|print|find] the {count} [newest|most recent|latest|most recently modified] "
             "[|of the ]<np>",
             "sort <all> by [modification time|date] and [show|list] the {count} newest"],
            by_time[0], ["Lists the {count} most recently changed of the <np>."],
            _ranked(lambda n: n.age),
            ask=["what are the {count} newest <np>?", "{count} newest <np>",
                 "which {count} of the <np> were changed last?"],
            pipe=" | sort -nr | head -n {count} | cut -d' ' -f2-", setup=more(_newer),
            without=never,
            macos=(by_time[1], " | sort -nr | head -n {count} | cut -d' ' -f2-"), weight=2,
        ),
        Action(
            "oldest",
            ["[show|list|print|find] the {count} [oldest|least recently modified] [|of the ]<np>",
             "sort <all> by [modification time|date] and [show|list] the {count} oldest"],
            by_time[0], ["Lists the {count} oldest of the <np>, by their last change."],
            _ranked(lambda n: -n.age),
            ask=["what are the {count} oldest <np>?", "{count} oldest <np>"],
            pipe=" | sort -n | head -n {count} | cut -d' ' -f2-", setup=more(_older),
            macos=(by_time[1], " | sort -n | head -n {count} | cut -d' ' -f2-"), without=never,
        ),
    ]  # fmt: skip


_ONE = {
    "largest": "[largest|biggest]",
    "newest": "[newest|most recently changed|latest]",
    "oldest": "[oldest|least recently changed]",
}


def _single_ranks() -> Iterator[Action]:
    """The one largest, newest or oldest."""
    for action in _ranks():
        if action.key in _ONE:
            adjective = _ONE[action.key]
            yield only(
                action,
                key=f"{action.key}-one",
                say=[f"[find|show|get|print|find me|show me] the [|single ]{adjective} <one>"],
                ask=[f"[what is|what's] the {adjective} <one>?", f"{adjective} <one>",
                     f"which <one> is the {adjective}?"],
                explain=[f"Finds the {adjective} of the <np>."],
                pipe=_first(action.pipe), macos=(action.macos[0], _first(action.macos[1])),
                setup=more(_CHANGES[action.key], lambda s: 4),
                expect=_first_line(action.expect),
            )  # fmt: skip


def _first(pipe: str) -> str:
    return pipe.replace("{count}", "1")


def _first_line(expect):
    def one(query: Query, world: World, s: Bound) -> list[str]:
        return expect(query, world, Bound(s, count=number(1)))[:1]

    return one


def _used(size: int) -> str:
    kilobytes = size // 1024
    return f"{kilobytes}.0K" if kilobytes < 10 else f"{kilobytes}K"


def _smallest(query: Query, world: World, s: Bound) -> list[str]:
    lines = [(world[p].size, query.shown(p)) for p in wanted(query, world, s)]
    return [f"{size} {path}" for size, path in sorted(lines)[: s.count]]
