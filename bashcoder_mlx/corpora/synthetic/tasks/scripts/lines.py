"""Scripts that read a file line by line: how the file is given, and what is done with each line."""

from collections.abc import Iterator
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.lines import ACTIONS, Action
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    ARGUMENT,
    FIXED,
    STDIN,
    Source,
    file_names,
    indented,
    script,
    sentence,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.73


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
        calls=source.calls,
        setup=lambda world, s: _setup(action, world, s),
        expect=lambda world, s, arguments: _expect(source, action, world, s, arguments),
        stdin=_text(action),
        stubs=action.stubs,
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


def _lines(action: Action, s: Bound) -> list[str]:
    text = _text(action)
    for name in ("word", "width"):
        if name in s:
            text = text.replace(f"{{{name}}}", str(s[name].data))
    return text.splitlines()


def _setup(action: Action, world: World, s: Bound) -> None:
    for name in file_names(s):
        world.file(name, _lines(action, s))
    for name in action.files:
        world.file(name, f"text of {name}\n")


def _expect(source: Source, action: Action, world: World, s: Bound, arguments) -> Outcome:
    reads_typed = source is STDIN and not arguments
    path = "" if reads_typed else source.path(world, s, arguments)
    if isinstance(path, Outcome):
        return path
    result = action.act(world, _lines(action, s), s)
    return result if isinstance(result, Outcome) else Outcome(stdout=result)
