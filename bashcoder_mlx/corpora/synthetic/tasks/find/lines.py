"""Lines of what find finds: counted, the first and last of them, all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import CONTENTS, TEXTS
from bashcoder_mlx.trial.world import World

WEIGHT = 0.29


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/lines")


def _line_counts(total: bool) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        counts = {path: world[path].data.count(b"\n") for path in found}
        lines = [f"{many} {query.shown(path)}" for path, many in counts.items()]
        if total and len(found) > 1:
            lines.append(f"{sum(counts.values())} total")
        return any_order(lines)

    return expect


# As the width of the numbers of wc depends on how many files it is given at once.
WC = """\
tools=$(mktemp -d)
printf '#!/bin/bash\\n/usr/bin/wc "$@" | sed "s/^ *//"\\n' >"$tools/wc"
chmod +x "$tools/wc"
PATH=$tools:$PATH"""


def _all_lines(query: Query, world: World, s: Bound) -> list[str]:
    return [line for path in wanted(query, world, s) for line in world[path].lines]


def _lengthen(query: Query, world: World, s: Bound) -> None:
    many = s.count if "count" in s else 3
    for number, path in enumerate(world.files()):
        text = "".join(f"line {k} of file {number}\n" for k in range(many + 3))
        world.hold(path, text.encode() + world[path].data)


def _cut(chosen: Callable[[list[str], int], list[str]]) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([x for path in found for x in chosen(world[path].lines, s.count)])

    return expect


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    common = {"core": CONTENTS, "slots": TEXTS, "without": "empty"}
    counts = Action(
        "lines",
        block("""
            count the lines [of|in] each of the <np>
            count the lines of <all>, file by file
            [show|print] how many lines each of the <np> has
            """),
        "",
        ["Counts the lines of each of the <np>."],
        _line_counts(True),
        ask=["how many lines does each of the <np> have?", "lines of each of the <np>"],
        setup=_lengthen,
        before=WC,
        **common,
    )
    yield from ways(counts, "wc -l", ALL_AT_ONCE, XARGS)
    plain = replace(counts, ask=(), core=(*CONTENTS[1:5], *CONTENTS[7::2]))
    yield from ways(plain, "wc -l", PLAIN_XARGS)
    yield Action(
        "lines-total",
        block("""
            count the [total |]lines of <all> [together|taken together|in total]
            [show|print] [the total number of lines|how many lines there are in total] in <all>
            """),
        "-exec cat {} +",
        ["Counts the lines of the <np>, all together."],
        lambda query, world, s: f"{len(_all_lines(query, world, s))}\n",
        ask=["how many lines do the <np> have [in total|altogether]?", "total lines of <np>"],
        pipe=" | wc -l",
        setup=_lengthen,
        **common,
    )
    whole = Action(
        "cat",
        block("""
            [print|show|display] the contents of <all>
            [concatenate|cat] <all>
            """),
        "",
        ["Prints the contents of the <np>."],
        lambda query, world, s: any_order(_all_lines(query, world, s)),
        setup=_lengthen,
        **common,
    )
    yield from ways(whole, "cat", ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS)
    for key, noun, tool, chosen in (
        ("heads", "first", "head", lambda lines, many: lines[:many]),
        ("tails", "last", "tail", lambda lines, many: lines[-many:]),
    ):
        yield Action(
            key,
            block(f"""
                [show|print|display] the {noun} {{count}} lines of each of the <np>
                [print|show] the {noun} {{count}} lines of every one of the <np>
                """),
            rf"-exec {tool} -n {{count}} {{}} \;",
            [f"Prints the {noun} {{count}} lines of each of the <np>."],
            _cut(chosen),
            ask=[f"{noun} {{count}} lines of each of the <np>"],
            setup=_lengthen,
            **common,
        )
