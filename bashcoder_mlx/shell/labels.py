"""What stands in a template for each word of a text: types for values, one form of what is equal.

Of two ways to say the same one is kept, so that a template is what is asked for, not how it is
spelled: flags come sorted before the operands, in the short form, `-NUM` as `-n N`; egrep is
`grep -E`; between find's operators and actions the tests come sorted; a last `-print`, which is
the default, and `-a` are gone, `-not` is `!`, and a missing folder is the current one. Order stays
where it decides: operands, find's actions, the words of a test, the filters of rsync.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.shell.flags import NUMBER, Use
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.tree import Command, Word

_NUMERIC = re.compile(r"[-+]?\d+(\.\d+)?[a-zA-Z]{0,2}")
_RENAMED = {"egrep": ("grep", "-E"), "fgrep": ("grep", "-F"), "pip3": ("pip", "")}
_COUNTS = {"head": "-n", "tail": "-n", "git log": "-n", "grep": "-C"}
_ORDERED = {"[", "[[", "test", "rsync"}
_OWNERS = {"subcommand", "unknown", "end", "command", "text"}
_ACTIONS = {"-delete", "-exec", "-execdir", "-fls", "-fprint", "-fprint0", "-fprintf", "-ls"}
_ACTIONS |= {"-ok", "-okdir", "-print", "-print0", "-printf", "-prune", "-quit"}

Labels = dict[int, list[str]]


def labels(text: str, template: Callable[[str], Sequence[str]]) -> Labels:
    """By the position at which a word begins, the tokens that stand for it; none for no word.

    Args:
        template: gives the tokens of a text that a command runs, as of `sh -c`.
    """
    found: Labels = {}
    for command in commands(text):
        own = text[slice(*command.first.span)] == command.first.text
        if own:  # one of a text within a word is labelled with the word
            found |= _of_command(command, template)
    return found


def kind(value: str | None) -> str:
    """The type of a word of which nothing else is known."""
    return "NUMBER" if _NUMERIC.fullmatch(value or "") else "ARGUMENT"


def _of_command(command: Command, template: Callable) -> Labels:
    start = command.first.span[0]
    name, flag = _RENAMED.get(command.name, (command.name, ""))
    if command.kind != "command":
        return {start: ["NAME" if command.kind == "function" else name or "ARGUMENT"]}
    words = read(command)
    if not words:
        unread = {word.span[0]: [_unread(word)] for word in command.words}
        return {start: [name or "ARGUMENT"], **unread}
    form = _Find if name == "find" else _InOrder if name in _ORDERED else _FlagsFirst
    return form(start, name, [[flag]] if flag else [], template).read(words)


def _unread(word: Word) -> str:
    """The label of a word of a command that the knowledge base lacks."""
    is_flag = word.value is not None and re.match("--?[A-Za-z]", word.value)
    return word.value if is_flag else kind(word.value)


class _InOrder:
    """Labels in the order of the words.

    groups: flags with their arguments that still have to be sorted, to stand behind the anchor.
    waiting: those of them that lack their argument.
    """

    def __init__(self, start: int, name: str, groups: list[list[str]], template: Callable):
        self.start = self.anchor = start
        self.labels: dict[int, list[list[str]]] = {start: [[name]]}
        self.groups, self.template = groups, template
        self.waiting: list[list[str]] = []

    def read(self, words: Sequence[tuple[Word, Meaning]]) -> Labels:
        """The labels of the words of a command."""
        for word, meaning in words:
            position = word.span[0]
            self.labels[position] = []
            if meaning.kind == "flag":
                self.flags(position, [self._group(use) for use in meaning.uses])
            elif meaning.kind == "argument" and self.waiting:
                self.waiting.pop(0).append(meaning.flag.argument_name or "ARGUMENT")
            else:
                self.other(position, _label(word, meaning, self.template), meaning)
        self.close(words[-1][0].span[0])
        return {at: [t for group in groups for t in group] for at, groups in self.labels.items()}

    def flags(self, position: int, groups: list[list[str]]) -> None:
        """Takes the flags of a word."""
        self.labels[position] = groups

    def other(self, position: int, label: list[str], meaning: Meaning) -> None:
        """Takes a word that is no flag nor the argument of one."""
        self.labels[position] = [label]

    def close(self, last: int) -> None:
        """Takes the end of the command, whose last word begins at a position."""
        self.labels[self.anchor] += sorted(self.groups)
        self.groups = []

    def _group(self, use: Use) -> list[str]:
        group = _spelled(use)
        if use.wants:
            self.waiting.append(group)
        return group


class _FlagsFirst(_InOrder):
    """Labels with the flags behind the name or the subcommand that they belong to."""

    def flags(self, position: int, groups: list[list[str]]) -> None:
        """Keeps them until all are known."""
        self.groups += groups

    def other(self, position: int, label: list[str], meaning: Meaning) -> None:
        """Takes a word; behind some, flags are another's."""
        super().other(position, label, meaning)
        if meaning.kind in _OWNERS or meaning.operands:
            self.close(position)
            self.anchor = position


class _Find(_InOrder):
    """Labels with find's tests sorted between its operators and actions, behind the folders."""

    def __init__(self, *args):
        super().__init__(*args)
        self.negation: list[str] = []
        self.actions: list[str] = []
        self.folders = 0

    def flags(self, position: int, groups: list[list[str]]) -> None:
        """Takes a test, an action or an operator."""
        [group] = groups
        if group[0] == "-not":
            self.negation = ["!"]
        elif group[0] in _ACTIONS or group[0] == "-o":
            self.actions.append(group[0])
            self._stop(position, group)
        elif group[0] != "-a":
            if not self.groups:
                self.anchor = position
            group[:0] = self._negation()
            self.groups.append(group)

    def other(self, position: int, label: list[str], meaning: Meaning) -> None:
        """Takes a folder, an operator, or a word of the command of -exec."""
        if label == ["!"]:
            self.negation = label
        elif meaning.kind == "operand" and not meaning.operands and not self.actions:
            self.labels[self.start].append(label)
            self.folders += 1
        else:
            self._stop(position, label)

    def close(self, last: int) -> None:
        """Leaves out the default action; a missing folder is the current one."""
        super().close(last)
        if self.labels[last] == [["-print"]] and set(self.actions) <= {"-print", "-prune"}:
            self.labels[last] = []
        if not self.folders:
            self.labels[self.start].insert(1, ["ARGUMENT"])

    def _stop(self, position: int, group: list[str]) -> None:
        """Takes a word over which no test may move."""
        super().close(position)
        group[:0] = self._negation()
        self.labels[position] = [group]

    def _negation(self) -> list[str]:
        negation, self.negation = self.negation, []
        return negation


def _label(word: Word, meaning: Meaning, template: Callable) -> list[str]:
    if meaning.kind == "text" and word.value:
        return list(template(word.value))
    if meaning.operands and word.value and meaning.kind != "argument":
        return [_fixed(word.value, meaning.operands[0].word)]
    if word.value == "{}" or meaning.kind in ("subcommand", "unknown", "end"):
        return [word.value or word.text]
    return [kind(word.value)]


def _fixed(value: str, operand: str) -> str:
    """The label of an operand of fixed meaning: itself, `if=FILE`, `+MINUTES`, FORMAT of a date."""
    if value.startswith("+%"):
        return "FORMAT"
    first = operand.split(" ")[0]
    return value if first == value else first


def _spelled(use: Use) -> list[str]:
    """A flag in its shortest spelling, with the name of the argument that is attached to it."""
    if use.spelling == NUMBER and use.utility.name in _COUNTS:
        return [_COUNTS[use.utility.name], "N"]
    if use.flag is None or use.flag not in use.utility.flags:
        return [use.spelling]
    spelling = min((use.spelling, *_others(use)), key=len)
    return [spelling, use.flag.argument_name] if use.argument is not None else [spelling]


def _others(use: Use) -> Iterator[str]:
    """The other spellings that mean the same wherever this one is known."""
    meant, families = (use.flag.does, use.flag.argument), use.flag.families(use.spelling)
    for flag in use.utility.flags:
        if (flag.does, flag.argument) == meant:
            yield from (text for text in flag.spellings() if flag.families(text) >= families)
