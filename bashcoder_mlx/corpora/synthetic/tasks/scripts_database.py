"""Scripts with subcommands on a small text database: to-do lists, address books, settings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import USAGE, indented, script
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class _Command:
    """One subcommand."""

    name: str
    operands: str
    says: str
    """What it does, after "NAME to …" and in "lets NAME …"."""
    code: str
    operand_values: Sequence[str]
    act: Callable[[list[str], Sequence[str]], Outcome | list[str]]
    """Changes the lines of the database and returns what is printed."""


@dataclass(frozen=True)
class _Kind:
    """A kind of database: what it is called, its lines, and its subcommands."""

    name: str
    say: str
    lines: Sequence[str]
    commands: dict[str, _Command]
    sets: Sequence[str]


def _adds(lines: list[str], line: str, message: str) -> list[str]:
    lines.append(line)
    return [message]


def _drops(lines: list[str], keep: Callable[[int, str], bool], message: str) -> list[str]:
    lines[:] = [line for n, line in enumerate(lines, 1) if keep(n, line)]
    return [message]


def _marks(lines: list[str], number: int) -> list[str]:
    lines[number - 1] = f"[x] {lines[number - 1]}"
    return [f"Done: {number}"]


def _sets(lines: list[str], key: str, value: str) -> list[str]:
    lines[:] = [line for line in lines if not line.startswith(f"{key}=")] + [f"{key}={value}"]
    return []


def _gets(lines: list[str], key: str) -> Outcome:
    found = [line.split("=", 1)[1] for line in lines if line.startswith(f"{key}=")]
    return Outcome(found) if found else Outcome(status=1, stderr=f"No such key: {key}")


def _found(found: list[str]) -> Outcome:
    return Outcome(found) if found else Outcome(status=1, stderr="Not found")


_REPLACE = 'mv -- "$file.tmp" "$file"'
_ITEM = (
    _Command("add", "TEXT", "add a line", 'echo "$2" >> "$file"\necho "Added: $2"', ["call bob"],
        lambda lines, w: _adds(lines, w[0], f"Added: {w[0]}")),
    _Command("list", "", "list all with numbers", "awk '{print NR \". \" $0}' \"$file\"", [],
        lambda lines, w: [f"{n}. {line}" for n, line in enumerate(lines, 1)]),
    _Command("remove", "NUMBER", "remove one by its number", f"awk -v n=\"$2\" 'NR != n' \"$file\" > \"$file.tmp\"\n{_REPLACE}\necho \"Removed: $2\"", ["2"],
        lambda lines, w: _drops(lines, lambda n, line: n != int(w[0]), f"Removed: {w[0]}")),
    _Command("done", "NUMBER", "mark one as done with [x]", f"awk -v n=\"$2\" 'NR == n {{$0 = \"[x] \" $0}} {{print}}' \"$file\" > \"$file.tmp\"\n{_REPLACE}\necho \"Done: $2\"", ["2"],
        lambda lines, w: _marks(lines, int(w[0]))),
    _Command("find", "TEXT", "search a text in any case", 'if ! grep -i -F -- "$2" "$file"; then\n  echo "Not found: $2" >&2\n  exit 1\nfi', ["MILK"],
        lambda lines, w: _found([line for line in lines if w[0].lower() in line.lower()])),
    _Command("count", "", "print how many there are", 'echo "$(($(wc -l < "$file"))) entries"', [],
        lambda lines, w: [f"{len(lines)} entries"]),
    _Command("clear", "", "empty it", ': > "$file"\necho "Cleared"', [],
        lambda lines, w: lines.clear() or ["Cleared"]),
    _Command("last", "", "show the newest entry", 'tail -n 1 "$file"', [], lambda lines, w: lines[-1:]),
)  # fmt: skip
_SETTING = (
    _Command("set", "KEY VALUE", "store a value", f"grep -v \"^$2=\" \"$file\" > \"$file.tmp\" || true\necho \"$2=$3\" >> \"$file.tmp\"\n{_REPLACE}", ["color", "blue"],
        lambda lines, w: _sets(lines, *w)),
    _Command("get", "KEY", "print a value", 'if ! grep -q "^$2=" "$file"; then\n  echo "No such key: $2" >&2\n  exit 1\nfi\nsed -n "s/^$2=//p" "$file"', ["size"],
        lambda lines, w: _gets(lines, *w)),
    _Command("list", "", "list all sorted", 'LC_ALL=C sort "$file"', [], lambda lines, w: sorted(lines)),
    _Command("delete", "KEY", "delete a key", f"grep -v \"^$2=\" \"$file\" > \"$file.tmp\" || true\n{_REPLACE}\necho \"Deleted $2\"", ["color"],
        lambda lines, w: _drops(lines, lambda n, line: not line.startswith(f"{w[0]}="), f"Deleted {w[0]}")),
    _Command("keys", "", "print the keys", 'cut -d = -f 1 "$file"', [], lambda lines, w: [line.split("=")[0] for line in lines]),
    _Command("has", "KEY", "say whether a key exists", 'if grep -q "^$2=" "$file"; then\n  echo yes\nelse\n  echo no\nfi', ["colo"],
        lambda lines, w: ["yes" if any(line.startswith(f"{w[0]}=") for line in lines) else "no"]),
)  # fmt: skip
_PERSON = (
    _Command("add", "NAME PHONE", "add a name and a phone number", 'echo "$2;$3" >> "$file"\necho "Added $2"', ["Zoe", "555-1"],
        lambda lines, w: _adds(lines, ";".join(w), f"Added {w[0]}")),
    _Command("list", "", "list all sorted by name", "LC_ALL=C sort \"$file\" | awk -F ';' '{print $1 \": \" $2}'", [],
        lambda lines, w: ["{}: {}".format(*line.split(";")) for line in sorted(lines)]),
    _Command("find", "NAME", "print the number of a name", "number=$(awk -F ';' -v name=\"$2\" '$1 == name {print $2}' \"$file\")\nif [[ -z $number ]]; then\n  echo \"Not found: $2\" >&2\n  exit 1\nfi\necho \"$number\"", ["Bob Ray"],
        lambda lines, w: _found([line.split(";")[1] for line in lines if line.startswith(f"{w[0]};")])),
    _Command("remove", "NAME", "remove a name", f"awk -F ';' -v name=\"$2\" '$1 != name' \"$file\" > \"$file.tmp\"\n{_REPLACE}\necho \"Removed $2\"", ["Bob Ray"],
        lambda lines, w: _drops(lines, lambda n, line: not line.startswith(f"{w[0]};"), f"Removed {w[0]}")),
    _Command("count", "", "print how many there are", 'echo "$(($(wc -l < "$file"))) people"', [], lambda lines, w: [f"{len(lines)} people"]),
    _Command("names", "", "print the names only", "cut -d ';' -f 1 \"$file\"", [], lambda lines, w: [line.split(";")[0] for line in lines]),
)  # fmt: skip
_STOCK = (
    _Command("add", "ITEM NUMBER", "put in a number of an item", 'for ((i = 0; i < $3; i++)); do\n  echo "$2" >> "$file"\ndone', ["bolt", "2"],
        lambda lines, w: lines.extend([w[0]] * int(w[1])) or []),
    _Command("take", "ITEM", "take out one of an item", f"if ! grep -qxF -- \"$2\" \"$file\"; then\n  echo \"No $2 left\" >&2\n  exit 1\nfi\nawk -v item=\"$2\" '$0 == item && !taken {{taken = 1; next}} {{print}}' \"$file\" > \"$file.tmp\"\n{_REPLACE}", ["nut"],
        lambda lines, w: lines.remove(w[0]) or []),
    _Command("show", "", "print how many there are of each item", "LC_ALL=C sort \"$file\" | uniq -c | awk '{print $2 \": \" $1}'", [],
        lambda lines, w: [f"{item}: {lines.count(item)}" for item in sorted(set(lines))]),
    _Command("total", "", "print the number of all items", 'echo "$(($(wc -l < "$file"))) items"', [], lambda lines, w: [f"{len(lines)} items"]),
)  # fmt: skip


def _named(commands: Sequence[_Command]) -> dict[str, _Command]:
    return {command.name: command for command in commands}


_KINDS = (
    _Kind("todo", "[a to-do list|a todo list|a task list|a list of tasks] in {txt}", ("buy milk", "call mum", "walk dog", "more milk"), _named(_ITEM),
        ("add list", "add list remove", "add list done", "add list done remove", "add list find", "add list clear", "add list count", "add remove", "add list remove clear", "list find", "add last", "list count", "add list remove find", "add clear", "list done clear", "find count last")),
    _Kind("settings", "[settings|a key-value store|configuration values] kept as KEY=VALUE lines in {conf}", ("size=10", "color=red", "colour=old", "name=a b"), _named(_SETTING),
        ("set get", "set get list", "set get delete", "set get list delete", "get list", "set get has", "get keys", "set delete keys", "set list", "list delete", "has keys", "set get keys has")),
    _Kind("people", "[an address book|a phone book|a contact list] in {txt}, with lines NAME;PHONE", ("Rob;555-3", "Bob Ray;555-9", "Ann;555-2"), _named(_PERSON),
        ("add find", "add find list", "add find remove", "add list remove find", "list find", "add list", "add list count", "names find", "add names remove", "list remove count")),
    _Kind("stock", "[a stock list|an inventory] in {txt}, one line for each piece", ("nut", "bolt", "nut", "nutcracker"), _named(_STOCK),
        ("add take", "add take show", "add show", "take show", "add total", "add take total", "add take show total")),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Every kind of database with each of its sets of subcommands."""
    for kind in _KINDS:
        for names in kind.sets:
            yield _task(kind, [kind.commands[name] for name in names.split()])


def _task(kind: _Kind, commands: Sequence[_Command]) -> Task:
    names = "-".join(command.name for command in commands)
    titles = [command.name for command in commands]
    listed = f"{', '.join(titles[:-1])} and {titles[-1]}"
    detailed = ", ".join(f"{command.name} to {_plain(command.says)}" for command in commands)
    return script(
        f"scripts_database.{kind.name}-{names}",
        say=[
            f"[keep|manage] {kind.say} with the [subcommands|commands] {listed}",
            f"[keep|manage] {kind.say}: {detailed}",
            f"[handle|offer|have] the subcommands {listed} for {kind.say}",
        ],
        explain=f"Keeps {_first(kind.say)}: {detailed}.",
        body=_body(kind, commands),
        calls=tuple(_calls(commands)),
        setup=lambda world, s: world.file(_file(s), list(kind.lines)),
        expect=lambda world, s, words: _expect(commands, world, s, words),
    )


def _plain(text: str) -> str:
    """Without brackets, which mean a choice in templates of English."""
    return text.replace("[x]", "an x")


def _first(text: str) -> str:
    """The first of the choices at the beginning."""
    choices, _, rest = text.removeprefix("[").partition("]")
    return choices.split("|")[0] + rest


def _file(s: Bound) -> str:
    return s.conf if "conf" in s else s.txt


def _usage_words(command: _Command) -> str:
    return f"{command.name} {command.operands}".strip()


def _body(kind: _Kind, commands: Sequence[_Command]) -> str:
    shown = "|".join(_usage_words(command) for command in commands)
    slot = "{conf}" if "{conf}" in kind.say else "{txt}"
    code = f'file={slot}\ntouch "$file"\n\nusage() {{\n  echo "Usage: $0 {shown}" >&2\n  exit 2\n}}\n\n'
    cases = "".join(_case(command) for command in commands)
    return f"{code}case ${{1:-}} in\n{cases}  *) usage ;;\nesac\n"


def _case(command: _Command) -> str:
    count = len(command.operands.split()) + 1
    check = f"[[ $# -eq {count} ]] || usage\n" if count > 1 else ""
    return f"  {command.name})\n{indented(check + command.code, '    ')}    ;;\n"


def _calls(commands: Sequence[_Command]) -> Iterator[Sequence[str]]:
    yield ()
    yield ("unknown",)
    for command in commands:
        yield (command.name, *command.operand_values)
        if command.operands:
            yield (command.name,)


def _expect(commands: Sequence[_Command], world: World, s: Bound, words: Sequence[str]) -> Outcome:
    world[_file(s)].age = 0.0  # the script touches it
    chosen = [command for command in commands if words and command.name == words[0]]
    if not chosen or len(words) - 1 != len(chosen[0].operands.split()):
        return USAGE
    lines = world[_file(s)].lines
    result = chosen[0].act(lines, words[1:])
    world.file(_file(s), lines)
    return result if isinstance(result, Outcome) else Outcome(result)
