"""What is done with the files that grep -l finds: delete, copy, move, count, edit, search again.

Every selection (a pattern, below a folder) with every action, by `xargs -0`, so that names with
blanks stay whole; words also by plain xargs, where the wording says that no name has blanks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import FIXED, PHRASE, WHOLE, WORD
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import flags
from bashcoder_mlx.trial.world import World

WEIGHT = 0.17
_PATTERNS = (WORD, WORD.folded(), WHOLE, PHRASE, FIXED)
_NAMES = ("a.py", "sub/b c.txt", "sub/c.py", "d.md", "sub/deep/e.py", ".hid")

_PLAIN = tuple(name.replace(" ", "-") for name in _NAMES)
_UNSPACED = {"dir": lambda draw, spaced: SLOTS["dir"](draw, False)}


@dataclass(frozen=True, kw_only=True)
class Action:
    """What is done with files; `<files>` is "the files below {dir} that contain {word}"."""

    key: str
    run: str
    """After `| xargs -0`."""
    say: str
    """A block of instructions."""
    ask: str
    """A block of other wordings."""
    explain: str
    does: Callable[[World, list[str], Bound], Result]
    setup: Callable[[World, Bound], None] = lambda world, s: None
    weight: float = 1.0


def _delete(world: World, paths: list[str], s: Bound) -> Result:
    for path in paths:
        world.remove(path)
    return None


def _copy(world: World, paths: list[str], s: Bound) -> Result:
    for path in paths:
        world.copy(path, f"{s.dir2}/{path.rpartition('/')[2]}")
    return None


def _move(world: World, paths: list[str], s: Bound) -> Result:
    for path in paths:
        world.move(path, f"{s.dir2}/{path.rpartition('/')[2]}")
    return None


def _both(world: World, paths: list[str], s: Bound) -> Result:
    return any_order([path for path in paths if s.word4 in world[path].text])


def _lacking(world: World, paths: list[str], s: Bound) -> Result:
    return any_order([path for path in paths if s.word4 not in world[path].text])


def _replace(world: World, paths: list[str], s: Bound) -> Result:
    for path in paths:
        world.file(path, world[path].text.replace(s.word4, s.word5))
    return None


def _forbid(world: World, paths: list[str], s: Bound) -> Result:
    for path in paths:
        world[path].mode = 0o444
    return None


def _lengths(world: World, paths: list[str], s: Bound) -> Result:
    counts = [(len(world[path].lines), path) for path in paths]
    total = sum(n for n, _ in counts)
    width = len(str(sum(world[path].size for path in paths)))  # wc is ready for so many lines
    return any_order([f"{n:>{width}} {path}" for n, path in [*counts, (total, "total")]])


ACTIONS = (
    Action(
        key="delete",
        run="rm",
        say="""
            <delete> [all |all the |]<files>
            <delete> [every file|whatever] <where>
        """,
        ask="which [rm|command] deletes <files>?",
        explain="Deletes the <files>.",
        does=_delete,
        weight=2,
    ),
    Action(
        key="copy",
        run="-I {} cp {} {dir2}/",
        say="""
            copy [all |all the |]<files> [to|into] {dir2}
            put copies of [all |all the |]<files> [in|into] {dir2}
        """,
        ask="copies of <files> in {dir2}",
        explain="Copies the <files> into {dir2}.",
        does=_copy,
        setup=lambda world, s: world.dir(s.dir2),
    ),
    Action(
        key="move",
        run="-I {} mv {} {dir2}/",
        say="""
            move [all |all the |]<files> [to|into] {dir2}
            put [all |all the |]<files> into {dir2} instead
        """,
        ask="<files>: move them to {dir2}",
        explain="Moves the <files> into {dir2}.",
        does=_move,
        setup=lambda world, s: world.dir(s.dir2),
    ),
    Action(
        key="both",
        run="grep -l {word4}",
        say="""
            <find> [the |all |]<files> and also {word4}[|, not necessarily on one line]
            [find out|tell me] which <files> contain {word4} [too|as well]
        """,
        ask="<files> and also {word4} somewhere",
        explain="Lists the <files> and also {word4}.",
        does=_both,
    ),
    Action(
        key="lacking",
        run="grep -L {word4}",
        say="""
            <find> [the |all |]<files> but not {word4}
            [find out|tell me] which <files> do not contain {word4}
        """,
        ask="<files> and nowhere {word4}",
        explain="Lists the <files> but not {word4}.",
        does=_lacking,
    ),
    Action(
        key="replace",
        run="sed -i 's/{word4}/{word5}/g'",
        say="""
            replace {word4} [with|by] {word5} in [all |all the |]<files>, in place
            change {word4} to {word5} in [all |all the |]<files>
        """,
        ask="{word4} to {word5} in all <files>",
        explain="Replaces {word4} by {word5} in the <files>.",
        does=_replace,
    ),
    Action(
        key="read-only",
        run="chmod 444",
        say="""
            [give|set] [all |all the |]<files> the permissions 444
            chmod [all |all the |]<files> to 444
        """,
        ask="mode 444 for <files>",
        explain="Gives the <files> the permissions 444.",
        does=_forbid,
        weight=0.4,
    ),
    Action(
        key="lengths",
        run="wc -l",
        say="""
            count the lines of [each of the|all the] <files>, and of all together
            [show|print] how many lines [each of the|the] <files> have, with the total
        """,
        ask="line counts of <files>, with the total",
        explain="Counts the lines of the <files>, and of all together.",
        does=_lengths,
        weight=0.5,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in ACTIONS:
        for pattern in _PATTERNS:
            yield _task(pattern, action)
        for pattern in _PATTERNS[:3]:
            yield _task(pattern, action, plain=True)


def _task(pattern: Pattern, action: Action, plain: bool = False) -> Task:
    where = f"[in|under|below] {{dir}} that {pattern.has}"
    words = {"files": f"files {where}", "where": where}
    null, zero = ("", "") if plain else ("--null ", "-0 ")
    run = f"grep -{flags('rl', pattern.flags)[1:]}{null}{pattern.text} {{dir}} | xargs {zero}"
    name = f"search/actions.{action.key}-{pattern.key}{'-plain' * plain}"
    end = "[; no name has blanks| (names without spaces)|, whose names have no blanks]" * plain

    def expect(world: World, s: Bound) -> Result:
        found = [p for p in world.files(s.dir) if any(pattern.finds(x, s) for x in world[p].lines)]
        assert found, "nothing is found"
        return action.does(world, found, s)

    return Task(
        name=name,
        say=[f"{text}{end}" for text in fit(block(action.say), **words)],
        ask=[f"{text.rstrip('?')}{end}" for text in fit(block(action.ask), **words)],
        run=_systems(f"{run}{action.run}"),
        explain=fit([action.explain], **words),
        setup=lambda world, s: _setup(pattern, action, world, s, _PLAIN if plain else _NAMES),
        expect=expect,
        slots={**pattern.slots, **(_UNSPACED if plain else {})},
        weight=action.weight,
    )


def _systems(run: str) -> dict[str, str]:
    """The command for each system: sed edits in place in another way on macOS."""
    return {"linux": run, "macos": run.replace("sed -i '", "sed -i '' '")}


def _setup(pattern: Pattern, action: Action, world: World, s: Bound, names: Sequence[str]) -> None:
    good, bad = list(pattern.good(s)), list(pattern.bad(s))
    other = s.word4 if "word4" in s else "other"
    for number, name in enumerate(names):
        lines = [*bad, good[number % len(good)]] if number % 3 < 2 else bad
        both = [f"{other} {other}"] if number % 2 else [other.swapcase()]
        world.file(f"{s.dir}/{name}", [*lines, *both])
    world.file("beyond/f.py", [*good, other])
    action.setup(world, s)
