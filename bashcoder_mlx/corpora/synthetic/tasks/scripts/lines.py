"""Scripts that read a file line by line: how the file is given, and what is done with each line."""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.lines import ACTIONS, Action
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    ARGUMENT,
    FIXED,
    STDIN,
    Source,
    file_names,
    indented,
    no_file,
    script,
    sentence,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5


def tasks() -> Iterator[Task]:
    """Every way to give the file with every action."""
    for source, action in product((ARGUMENT, FIXED, STDIN), ACTIONS):
        yield _task(source, action)


def _task(source: Source, action: Action) -> Task:
    whole = _words(action.whole, action, source)
    return script(
        f"scripts/lines.{source.name}-{action.name}",
        say=[_words(text, action, source) for text in action.say],
        ask=[_words(text, action, source) for text in action.ask],
        explain=sentence(whole.replace(source.say, source.explain)),
        body=_body(source, action),
        expect=nothing,
        plans=tuple(_plans(source, action)),
        stubs=action.stubs,
    )


def _plans(source: Source, action: Action) -> Iterator[Plan]:
    """Every call with the text of the action, the first one with its other texts and no file."""
    for call in source.calls:
        yield _plan(source, action, _text(action), call)
    for text in action.also:
        yield _plan(source, action, text, source.calls[0])
    if source is FIXED:
        yield Plan(nothing, lambda world, s, arguments: no_file(s.txt))


def _plan(source: Source, action: Action, text: str, call: Sequence[str]) -> Plan:
    return Plan(
        lambda world, s: _setup(action, text, world, s),
        lambda world, s, arguments: _expect(source, action, text, world, s, arguments),
        arguments=call,
        stdin=text,
    )


def _words(text: str, action: Action, source: Source) -> str:
    return text.replace("WHAT", source.say)


def _body(source: Source, action: Action) -> str:
    loop = f'while {action.read}; do\n{indented(action.body)}done < "$file"\n'
    return f"{source.code}\n{action.start}{loop}{action.end}"


def _text(action: Action) -> str:
    """The lines of the file, with the slots that the script has."""
    has_word = "{word}" in action.body
    return action.text if has_word else action.text.replace("{word}", "delta")


def _lines(text: str, s: Bound) -> list[str]:
    for name in ("word", "width"):
        if name in s:
            text = text.replace(f"{{{name}}}", str(s[name].data))
    return text.splitlines()


def _in_file(text: str, s: Bound) -> list[str]:
    """The lines in a file, where some can be just as long as a slot says, and one longer."""
    width = s.width if "width" in s else 0
    return _lines(text, s) + (["z" * width, "y" * (width + 1)] if width else [])


def _setup(action: Action, text: str, world: World, s: Bound) -> None:
    for name in file_names(s):
        world.file(name, _in_file(text, s))
    for name in map(s.fill, action.files):
        world.file(name, f"text of {name}\n")


def _expect(source: Source, action: Action, text: str, world: World, s: Bound, arguments):
    reads_typed = source is STDIN and not arguments
    path = "" if reads_typed else source.path(world, s, arguments)
    if isinstance(path, Outcome):
        return path
    lines = _lines(text, s) if reads_typed else _in_file(text, s)
    result = action.act(world, lines, s)
    return result if isinstance(result, Outcome) else Outcome(stdout=result)
