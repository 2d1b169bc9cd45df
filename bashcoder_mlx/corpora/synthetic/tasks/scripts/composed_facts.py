"""Plain scripts that tell one or several facts about a file or a text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_facts import (
    FILE,
    LINES,
    OF_FILE,
    OF_TEXT,
    SETS,
    TEXTS,
    Fact,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.4
_FRAMES = (
    "[print|show|report] the <facts> of <what>",
    "[say|tell] <what>: <facts>",
    "take <what> and print its <facts>",
    "print <facts> for <what>",
)
_WHAT = {
    "file": "a file [given as argument|that is its argument|passed as argument]",
    "text": "a [text|string] [given as argument|that is its argument|passed as argument]",
}
_NAMED = {
    "named": "[, kept in a variable|, in a variable with a name|; give the argument a name]",
    "direct": "",
}
_FORMS = {
    "assigned": "[, each put into a variable first|, kept in variables before they are printed]",
    "inline": "[, computed within echo|, without more variables]",
}


def tasks() -> Iterator[Task]:
    """Every set of facts, in variables or not."""
    for what, facts, sets in (("file", OF_FILE, SETS), ("text", OF_TEXT, ())):
        chosen = [*((key,) for key in facts), *combinations(facts, 2), *sets]
        for keys, named, form in product(chosen, _NAMED, _FORMS):
            needs_name = form == "inline" and "length" in keys and named == "direct"
            if not needs_name and not _is_rare(keys):
                yield _task(what, [facts[key] for key in keys], named, form)


def _is_rare(keys: Sequence[str]) -> bool:
    """Whether nobody asks for the two together."""
    likely = ({"lines", "words", "bytes", "unique", "empty", "errors"}, {"first", "last"})
    likely += ({"errors", "warnings", "infos"}, set(OF_TEXT))
    return len(keys) == 2 and not any(set(keys) <= some for some in likely)


def _task(what: str, facts: Sequence[Fact], named: str, form: str) -> Task:
    listed = [fact.say for fact in facts]
    said = " and ".join([", ".join(listed[:-1]), listed[-1]] if listed[1:] else listed)
    hint = _NAMED[named] + _FORMS[form]
    return plain(
        f"scripts/composed_facts.{'-'.join((what, *(f.key for f in facts), named, form))}",
        say=[
            frame.replace("<facts>", said).replace("<what>", _WHAT[what]) + hint
            for frame in _FRAMES
        ],
        explain=f"Prints the {said} of the {what} given as its argument.",
        lines=_lines(what, facts, named, form),
        plans=list(_plans(what, facts)),
        hinted=True,
    )


def _lines(what: str, facts: Sequence[Fact], named: str, form: str) -> list[str]:
    name = what if named == "named" else "1"
    values = {fact.key: _value(fact, name) for fact in facts}
    if form == "inline":
        lines = [f'echo "{fact.label}: {values[fact.key]}"' for fact in facts]
    else:
        lines = [f"{fact.key}={values[fact.key]}" for fact in facts]
        lines += [f'echo "{fact.label}: ${fact.key}"' for fact in facts]
    return [f"{what}=$1", *lines] if named == "named" else lines


def _value(fact: Fact, name: str) -> str:
    if fact.bash.startswith("$"):
        return fact.bash.replace("X", name)
    return "$(" + fact.bash.replace("X", f'"${name}"') + ")"


def _plans(what: str, facts: Sequence[Fact]) -> Iterator[Plan]:
    texts: Mapping[str, Sequence[str]] = {text: [text] for text in TEXTS}
    calls = {FILE: LINES} if what == "file" else texts
    for argument, lines in calls.items():
        told = [f"{fact.label}: {fact.value(lines)}" for fact in facts]
        yield _plan(argument, told, what)


def _plan(argument: str, told: Sequence[str], what: str) -> Plan:
    def setup(world: World, s: Bound) -> None:
        world.file(FILE if what == "file" else "other.txt", LINES)

    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        return Outcome(list(told))

    return Plan(setup, expect, arguments=(argument,))
