"""Scripts with subcommands on a small text database: to-do lists, address books, settings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.database import (
    ITEM,
    PERSON,
    SETTING,
    STOCK,
    Command,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import USAGE, indented, script
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.32


@dataclass(frozen=True)
class _Kind:
    """A kind of database: what it is called, its lines, and its subcommands."""

    name: str
    say: str
    lines: Sequence[str]
    commands: dict[str, Command]
    sets: Sequence[str]


def _named(commands: Sequence[Command]) -> dict[str, Command]:
    return {command.name: command for command in commands}


_COMMANDS = {"todo": ITEM, "settings": SETTING, "people": PERSON, "stock": STOCK}
_KINDS = [
    _Kind(name=name, commands=_named(_COMMANDS[name]), **row)
    for name, row in rows("database", "kinds")
]


def tasks() -> Iterator[Task]:
    """Every kind of database with each of its sets of subcommands."""
    for kind in _KINDS:
        for names in kind.sets:
            yield _task(kind, [kind.commands[name] for name in names.split()])


def _task(kind: _Kind, commands: Sequence[Command]) -> Task:
    names = "-".join(command.name for command in commands)
    titles = [command.name for command in commands]
    listed = f"{', '.join(titles[:-1])} and {titles[-1]}"
    detailed = ", ".join(f"{command.name} to {_plain(command.says)}" for command in commands)
    return script(
        f"scripts/database.{kind.name}-{names}",
        say=[
            f"[keep|manage] {kind.say} with the [subcommands|commands] {listed}",
            f"[keep|manage] {kind.say}: {detailed}",
            f"[handle|offer|have] the subcommands {listed} for {kind.say}",
        ],
        explain=f"Keeps {_first(kind.say)}: {detailed}.",
        body=_body(kind, commands),
        calls=tuple(_calls(commands)),
        setup=lambda world, s: _setup(kind, world, s),
        expect=lambda world, s, words: _expect(commands, world, s, words),
    )


def _setup(kind: _Kind, world: World, s: Bound) -> None:
    world.file(_file(s), list(kind.lines))
    world.file(f"{_file(s)}.tmp", "old\n")


def _plain(text: str) -> str:
    """Without brackets, which mean a choice in templates of English."""
    return text.replace("[x]", "an x")


def _first(text: str) -> str:
    """The first of the choices at the beginning."""
    choices, _, rest = text.removeprefix("[").partition("]")
    return choices.split("|")[0] + rest


def _file(s: Bound) -> str:
    return s.conf if "conf" in s else s.txt


def _usage_words(command: Command) -> str:
    return f"{command.name} {command.operands}".strip()


def _body(kind: _Kind, commands: Sequence[Command]) -> str:
    shown = "|".join(_usage_words(command) for command in commands)
    slot = "{conf}" if "{conf}" in kind.say else "{txt}"
    code = f'file={slot}\ntouch "$file"\n\n'
    code += f'usage() {{\n  echo "Usage: $0 {shown}" >&2\n  exit 2\n}}\n\n'
    cases = "".join(_case(command) for command in commands)
    return f"{code}case ${{1:-}} in\n{cases}  *) usage ;;\nesac\n"


def _case(command: Command) -> str:
    count = len(command.operands.split()) + 1
    check = f"[[ $# -eq {count} ]] || usage\n" if count > 1 else ""
    return f"  {command.name})\n{indented(check + command.code, '    ')}    ;;\n"


def _calls(commands: Sequence[Command]) -> Iterator[Sequence[str]]:
    yield ()
    yield ("unknown",)
    for command in commands:
        for values in (command.operand_values, *command.others):
            yield (command.name, *values)
        if command.operands:
            yield (command.name,)


def _expect(commands: Sequence[Command], world: World, s: Bound, words: Sequence[str]) -> Outcome:
    world[_file(s)].age = 0.0  # the script touches it
    chosen = [command for command in commands if words and command.name == words[0]]
    if not chosen or len(words) - 1 != len(chosen[0].operands.split()):
        return USAGE
    lines = world[_file(s)].lines
    result = chosen[0].act(lines, words[1:])
    world.file(_file(s), lines)
    if ".tmp" in chosen[0].code and not getattr(result, "status", 0):
        world.remove(f"{_file(s)}.tmp")
    return result if isinstance(result, Outcome) else Outcome(result)
