"""What plain scripts do with the lines that they read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Action:
    """In English, X stands for the lines; the result is of all that are meant."""

    key: str
    say: Sequence[str]
    does: str
    body: Sequence[str]
    act: Callable[[World, list[str], Bound], list[object]]
    start: Sequence[str] = ()
    end: Sequence[str] = ()
    hint: str = ""
    on: str = "any"
    """Which choices it fits: "any", "text" (all but files) or "file"."""
    cost: int = 0


def _each(text: Callable[[str], object]):
    return lambda world, lines, s: [text(line) for line in lines]


def _made(make: Callable[[World, str], object]):
    return lambda world, lines, s: [make(world, line) for line in lines] and []


def _touched(world: World, line: str) -> None:
    if line in world:
        world[line].age = 0.0
    else:
        world.file(line)


_COUNT = ("count X", "[print|say] the total of X", "[print|show] the number of X")
_COUNTED = {"start": ("count=0",), "end": ('echo "$count"',)}
_NUMBER = (
    "print X with its number",
    "[number|enumerate] X",
    "[show|print] X behind a number and a colon",
)
_TOTAL = {"act": lambda world, lines, s: [len(lines)], "does": "Counts X", **_COUNTED}
_LONGEST = ('if [ "${#line}" -gt "${#longest}" ]; then', "  longest=$line", "fi")
_LONGER = ("if ((${#line} > ${#longest})); then", "  longest=$line", "fi")
_LONG_SAY = (
    "[print|find|show] the longest of X",
    "[say|print] which is the longest of X",
    "print only the longest of X",
)


def _longest(world: World, lines: list[str], s: Bound) -> list[str]:
    return [max(lines, key=len, default="")]


ACTIONS = (
    Action(
        "print",
        ("print X", "[show|list] X", "[write out|display] X"),
        "Prints X",
        ('echo "$line"',),
        _each(str),
    ),
    Action(
        "printf",
        ("print X by printf", "[show|list] X with printf", "write out X with printf"),
        "Prints X",
        ("printf '%s\\n' \"$line\"",),
        _each(str),
        cost=1,
    ),
    Action(
        "prefix",
        (
            "print X after a dash",
            "[show|list] X with a dash in front",
            "put a dash before X and print it",
        ),
        "Prints X after a dash",
        ('echo "- $line"',),
        _each(lambda line: f"- {line}"),
        cost=1,
    ),
    Action(
        "length",
        ("print the length of X", "[show|say] how long X is", "[count|print] the characters of X"),
        "Prints the length of X",
        ('echo "${#line}"',),
        _each(len),
        on="text",
    ),
    Action(
        "upper",
        (
            "print X in capitals",
            "[show|print] X in upper case",
            "turn X into capitals and print it",
        ),
        "Prints X in capitals",
        ("echo \"$line\" | tr '[:lower:]' '[:upper:]'",),
        _each(str.upper),
        on="text",
    ),
    Action(
        "words",
        ("print the number of words of X", "count the words of X", "say how many words are in X"),
        "Prints the number of words of X",
        ('echo "$line" | wc -w',),
        _each(lambda line: len(line.split())),
        on="text",
    ),
    Action("count", _COUNT, body=("count=$((count + 1))",), **_TOTAL),
    Action("count-up", _COUNT, body=("((count++))",), hint="[, by ++|, with ++]", **_TOTAL),
    Action(
        "count-add",
        _COUNT,
        body=("((count += 1))",),
        hint="[, by +=|, with += 1]",
        cost=1,
        **_TOTAL,
    ),
    Action(
        "number",
        _NUMBER,
        "Prints X with its number",
        ("n=$((n + 1))", 'echo "$n: $line"'),
        lambda world, lines, s: [f"{n}: {line}" for n, line in enumerate(lines, 1)],
        ("n=0",),
        hint="[, counted from 0 on|, n raised first]",
    ),
    Action(
        "number-up",
        _NUMBER,
        "Prints X with its number",
        ("((n++))", 'echo "$n: $line"'),
        lambda world, lines, s: [f"{n}: {line}" for n, line in enumerate(lines, 1)],
        ("n=0",),
        hint="[, by ++|, with ++]",
    ),
    Action(
        "number-printf",
        _NUMBER,
        "Prints X with its number",
        ("((n++))", 'printf \'%d: %s\\n\' "$n" "$line"'),
        lambda world, lines, s: [f"{n}: {line}" for n, line in enumerate(lines, 1)],
        ("n=0",),
        hint="[, by ++ and printf|, with ++ and printf]",
    ),
    Action(
        "longest",
        _LONG_SAY,
        "Prints the longest of X",
        _LONGEST,
        _longest,
        ('longest=""',),
        ('echo "$longest"',),
        on="text",
    ),
    Action(
        "longest-in-parentheses",
        _LONG_SAY,
        "Prints the longest of X",
        _LONGER,
        _longest,
        ('longest=""',),
        ('echo "$longest"',),
        "[, compared in double parentheses|, by arithmetic]",
        on="text",
    ),
    Action(
        "folder",
        ("make a folder named like X", "create a folder for X", "make a folder of the name in X"),
        "Makes a folder named like X",
        ('mkdir -p "$line"',),
        _made(lambda world, line: world.dir(line)),
        on="filled",
    ),
    Action(
        "touch",
        (
            "create an empty file named like X",
            "touch a file for X",
            "make an empty file of the name in X",
        ),
        "Makes an empty file named like X",
        ('touch "$line"',),
        _made(_touched),
        on="filled",
    ),
    Action(
        "remove",
        ("delete X", "remove X", "rm X"),
        "Deletes X",
        ('rm "$line"',),
        _made(lambda world, line: world.remove(line)),
        on="file",
    ),
    Action(
        "backup",
        ("copy X to its name with .bak", "make a .bak copy of X", "back up X as .bak"),
        "Copies X to its name with .bak",
        ('cp "$line" "$line.bak"',),
        _made(lambda world, line: world.copy(line, f"{line}.bak")),
        on="file",
    ),
    Action(
        "save",
        (
            "append X to {file2.raw}",
            "add X to the end of {file2.raw}",
            "write X at the end of {file2.raw}",
        ),
        "Appends X to {file2.raw}",
        ('echo "$line" >> {file2}',),
        lambda world, lines, s: world.file(s.file2, lines) and [] if lines else [],
        on="text",
        cost=1,
    ),
)
