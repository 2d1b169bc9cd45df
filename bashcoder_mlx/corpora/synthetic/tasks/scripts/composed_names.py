"""Plain scripts that do something to every file: where the files are, which of them are meant, what
is done with each, and what is told at the end.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import (
    MOST,
    STYLES,
    Style,
    inside,
    plain,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_actions import (
    ACTIONS,
    COUNT,
    Action,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_names import (
    CHOICES,
    PLACES,
    REPORTS,
    Choice,
    Place,
    Report,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 1.0
FRAMES = (
    "<one>",
    "for [each|every] <noun> <place>, <it>",
    "[go through|loop over] <all> and <each>",
    "[take|given] <all>[:|,] <each>",
)


def tasks() -> Iterator[Task]:
    """Every place, choice, action and report that go together and are not too unusual."""
    for place, choice, action, report in product(PLACES, CHOICES, (*ACTIONS, COUNT), REPORTS):
        for style in STYLES if choice.test else STYLES[:1]:
            cost = sum(part.cost for part in (place, choice, action, report, style))
            limit = MOST + 1 if action is COUNT else MOST
            if cost <= limit and _fit(place, choice, action, report, style):
                yield _task(place, choice, action, report, style)


def _fit(place: Place, choice: Choice, action: Action, report: Report, style: Style) -> bool:
    lines = len(action.lines) + len(report.inside(action))
    put = "TARGET" in " ".join(action.lines)
    return (
        action.on in ("any", choice.of)
        and (not report.tells or bool(action.message))
        and (not report.step or bool(action.message or action is COUNT))
        and (action is not COUNT or report.key.startswith("count"))
        and not (choice.pattern and (place.given or action.key == "gzip"))
        and not (put and (not place.target or place.key + choice.key == "hereall"))
        and (lines == 1 or not style.one_line)
    )


def _task(place: Place, choice: Choice, action: Action, report: Report, style: Style) -> Task:
    keys = (place.key, choice.key, action.key, report.key, style.key if choice.test else "")
    does = action.does.replace("X", f"each {choice.explain} {place.explain}")
    told = "" if action is COUNT else report.does
    return plain(
        f"scripts/composed_names.{'-'.join(key for key in keys if key)}",
        say=list(_say(place, choice, action, report, style)),
        explain=f"{_ordered(place, does)}{told}.",
        lines=_lines(place, choice, action, report, style),
        plans=list(_plans(place, choice, action, report, style)),
        hinted=True,
    )


def _say(
    place: Place, choice: Choice, action: Action, report: Report, style: Style
) -> Iterator[str]:
    told = report.step.hint if action is COUNT else report.say
    hint = told + (style.hint if choice.test else choice.hint)
    for frame, verb in product(FRAMES if "X" in action.say[0] else ("<one>",), action.say):
        text = frame.replace("<one>", verb.replace("X", "[each|every] <noun> <place>"))
        text = text.replace("<it>", verb.replace("X", "it"))
        text = text.replace("<each>", verb.replace("X", "each of them"))
        text = text.replace("<all>", "[the|all] <many> <place>")
        text = text.replace("<noun>", choice.noun).replace("<many>", choice.many)
        text = text.replace("<place>", place.say).replace(",[:|,]", ",")
        yield _ordered(place, text) + hint


def _ordered(place: Place, text: str) -> str:
    """The number of the argument that is a folder to put things into."""
    return text.replace("<nth>", "first" if place.target == '"$1"' else "second")


def _lines(place: Place, choice: Choice, action: Action, report: Report, style: Style) -> list[str]:
    done = [line.replace("TARGET", place.target) for line in action.lines]
    done += report.inside(action)
    body = style.write(choice.test, done) if choice.test else done
    names = place.names.replace("*", choice.pattern or "*")
    loop = [f"for file in {names}; do", *inside(body), "done"]
    end = ['echo "$count"'] if action is COUNT else report.end
    return [*place.start, *report.start, *loop, *end]


def _plans(
    place: Place, choice: Choice, action: Action, report: Report, style: Style
) -> Iterator[Plan]:
    """Every call, and one with nothing that is meant where a test is for that."""
    target = ("some  place",) if "TARGET" in " ".join(action.lines) else ()

    def plan(arguments: Sequence[str], folder: str, is_empty: bool) -> Plan:
        def setup(world: World, s: Bound) -> None:
            world.dir("some  place") if target else None
            world.dir(folder or ".") if is_empty else _fill(world, s, folder, choice)

        def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
            names = [n for n in place.found(world, given, folder) if choice.matches(n, s)]
            chosen = [name for name in names if choice.holds(world, name)]
            ends_in_test = style.one_line and not report.end
            status = int(ends_in_test and (is_empty or names[-1:] != chosen[-1:]))
            return _expect(action, report, world, s, chosen, status)

        return Plan(setup, expect, arguments=(*arguments, *target))

    given = (_FILES, "") if place.given and not choice.test else None
    for arguments, folder in [given] if given else place.calls:
        yield plan(arguments, folder, False)
    if choice.test and not place.given:
        yield plan(*place.calls[0], True)


_FILES = ("alpha.txt", "Beta  two.txt")


def _fill(world: World, s: Bound, folder: str, choice: Choice) -> None:
    at = f"{folder}/" if folder else ""
    ext = s.ext if "ext" in s else "txt"
    world.file(f"{at}alpha.{ext}", ["one two", "three", "4"])
    world.file(f"{at}Beta  two.{ext}", ["second  line", "last"], mode=0o640)
    world.file(f"{at}.hidden.{ext}", ["x"])
    world.file(f"{at}gamma.{ext}", ["x", "z", "y"])
    world.file(f"{at}other.zz", ["never  three", "a b c"])
    if choice.test:
        world.file(f"{at}none.{ext}")
        world.file(f"{at}run.{ext}", ["true"], mode=0o755)
        world.dir(f"{at}sub", mode=0o700)
        world.file(f"{at}sub/inner.{ext}", ["inner"])
        if choice.key != "ext-any":
            world.dir(f"{at}old  ones.{ext}")


def _expect(
    action: Action, report: Report, world: World, s: Bound, chosen: Sequence[str], status: int
) -> Outcome:
    lines = []
    for name in chosen:
        lines += action.act(world, name, s)
        lines += report.told(name, action)
    last = [str(len(chosen))] if action is COUNT else report.last(len(chosen))
    return Outcome(lines + last, status=status)
