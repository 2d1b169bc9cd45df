"""The simple commands of a bash text, by tree-sitter, which also makes sense of incomplete text.

Not covered: what aliases and `eval` of an expansion make of it, and extglob patterns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# Nodes that are given their value when the shell runs.
_EXPANSIONS = {
    "simple_expansion",
    "expansion",
    "command_substitution",
    "arithmetic_expansion",
    "process_substitution",
    "brace_expression",
}
_REDIRECTIONS = {"file_redirect", "herestring_redirect", "heredoc_redirect"}
_COMMANDS = {"command", "declaration_command", "unset_command", "test_command"}
_KEYWORDS = {
    "for_statement",
    "c_style_for_statement",
    "while_statement",
    "if_statement",
    "case_statement",
    "compound_statement",
    "subshell",
    "negated_command",
}


@dataclass(frozen=True)
class Word:
    """A word as it is written.

    value: without its quotes; None where it holds an expansion. Globs and `~` stay as they are.
    span: where it begins and ends in the text, in characters.
    """

    text: str
    value: str | None
    span: tuple[int, int]


@dataclass(frozen=True)
class Redirection:
    """A redirection: `2>&1` has the descriptor "2", the operator ">&" and the target "1"."""

    operator: str
    target: Word | None
    descriptor: str
    span: tuple[int, int]


@dataclass(frozen=True)
class Command:
    """A simple command, or the keyword that begins a compound one.

    name: its first word, None where that holds an expansion.
    words: the words after the name: of `[` and `[[` the closing bracket too, of `for` and `select`
        the variable and the list, of `case` the word compared.
    kind: "command"; "keyword" for `for`, `while`, `until`, `if`, `case`, `select`, `[[`, `((`, `{`,
        `(`, `!` and `function`; "function" for a definition, where `name` is the name defined.
    depth: 0, or how many commands it is the argument of, such as the `rm` of `sudo rm`.
    """

    name: str | None
    words: tuple[Word, ...]
    redirections: tuple[Redirection, ...]
    assignments: tuple[Word, ...]
    kind: str
    first: Word
    span: tuple[int, int]
    depth: int = 0


@cache
def _parser():
    import tree_sitter_bash
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_bash.language()))


def nodes(text: str) -> Iterator:
    """Every node of the syntax tree of `text`, each before its children."""
    pending = [_parser().parse(text.encode("utf-8", "replace")).root_node]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(node.children))


class Offsets:
    """Spans in characters from tree-sitter's in bytes."""

    def __init__(self, text: str):
        self._bytes = None if text.isascii() else text.encode("utf-8", "replace")

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        if self._bytes is None:
            return start, end
        return self._characters(start), self._characters(end)

    def _characters(self, offset: int) -> int:
        return len(self._bytes[:offset].decode("utf-8", "replace"))


def redirections(text: str) -> list[Redirection]:
    """Every redirection of `text`, those of compound and empty commands included."""
    reader = _Reader(text)
    found = [node for node in nodes(text) if node.type in _REDIRECTIONS]
    return [reader.redirection(node)[0] for node in found]


def simple_commands(text: str) -> list[Command]:
    """The commands and keywords of `text` in the order in which they begin."""
    return list(_Reader(text).commands())


class _Reader:
    def __init__(self, text: str):
        self.text = text
        self.offsets = Offsets(text)
        self.redirected: dict[int, list] = {}  # node id -> redirection nodes of that command

    def commands(self) -> Iterator[Command]:
        for node in nodes(self.text):
            if node.type == "redirected_statement":
                self._hand_down(node)
            elif node.type in _COMMANDS:
                command = self._command(node)
                # What the parser makes of an incomplete text, and of `coproc NAME { …; }`.
                if command and command.name not in ("", "}"):
                    yield command
            elif node.type in _KEYWORDS:
                yield self._keyword(node)
            elif node.type == "function_definition":
                yield from self._function(node)

    def _hand_down(self, node) -> None:
        """Gives a statement's redirections to its last command, which the shell gives them to."""
        found = [child for child in node.children if child.type in _REDIRECTIONS]
        last = node.children[0]
        while last.type in ("list", "pipeline", "redirected_statement", "negated_command"):
            last = [child for child in last.children if child.type not in _REDIRECTIONS][-1:]
            if not last:  # `> file`, without a command
                return
            last = last[0]
        self.redirected.setdefault(last.id, []).extend(found)

    def _command(self, node) -> Command | None:
        atoms, redirections, assignments = [], [], []
        for child in _flat(node) if node.type == "test_command" else node.children:
            if child.type in _REDIRECTIONS:
                redirections.append(child)
            elif child.type == "variable_assignment" and node.type == "command" and not atoms:
                assignments.append(child)
            else:
                atoms.append(child)
        redirections += self.redirected.get(node.id, [])
        targets = [self.redirection(item) for item in redirections]
        words = self._words(atoms)
        if not words:
            return None
        for _, more in targets:
            words += more
        words.sort(key=lambda word: word.span)
        return Command(
            words[0].value,
            tuple(words[1:]),
            tuple(redirection for redirection, _ in targets),
            tuple(self._words(assignments)),
            "keyword" if words[0].value == "[[" else "command",
            words[0],
            self.offsets(node.start_byte, node.end_byte),
        )

    def _keyword(self, node) -> Command:
        first = self._words(node.children[:1])[0]
        targets = [self.redirection(item)[0] for item in self.redirected.get(node.id, [])]
        words = self._words([child for child in node.children[1:] if _is_listed(node, child)])
        span = self.offsets(node.start_byte, node.end_byte)
        return Command(first.value, tuple(words), tuple(targets), (), "keyword", first, span)

    def _function(self, node) -> Iterator[Command]:
        if node.children[0].type == "function":
            yield self._keyword(node)
        name = self._words([node.child_by_field_name("name")])[0]
        span = self.offsets(node.start_byte, node.end_byte)
        yield Command(name.value, (), (), (), "function", name, span)

    def redirection(self, node) -> tuple[Redirection, list[Word]]:
        """A redirection, and the words after it, which are arguments of its command."""
        descriptor, operator, targets = "", "", []
        for child in node.children:
            if child.type == "file_descriptor":
                descriptor = child.text.decode()
            elif not targets and (child.type == "ERROR" or re.fullmatch("[<>&|-]+", child.type)):
                operator += child.text.decode().strip()
            elif child.type == "heredoc_start" or node.type != "heredoc_redirect":
                targets.append(child)
        words = self._words(targets)
        start, end = self.offsets(node.start_byte, node.end_byte)
        # The parser takes `<<` of `>a <<<b` for an error.
        while start and self.text[start - 1] == "<":
            start, operator = start - 1, "<" + operator
        if words:
            end = words[0].span[1]
        target = words[0] if words else None
        return Redirection(operator, target, descriptor, (start, end)), words[1:]

    def _words(self, atoms: list) -> list[Word]:
        """Words of nodes in order; nodes that touch are one word."""
        groups: list[list] = []
        for atom in atoms:
            if groups and groups[-1][-1].end_byte == atom.start_byte:
                groups[-1].append(atom)
            else:
                groups.append([atom])
        return [self._word(group) for group in groups]

    def _word(self, group: list) -> Word:
        values = [literal(node) for node in group]
        value = None if None in values else "".join(values)
        span = self.offsets(group[0].start_byte, group[-1].end_byte)
        return Word(self.text[slice(*span)], value, span)


def _is_listed(statement, child) -> bool:
    """Whether a part of a `for` or `case` is its variable or one of its words."""
    if statement.type not in ("for_statement", "case_statement") or not child.is_named:
        return False
    return child.type not in ("do_group", "case_item", "compound_statement", "comment")


def _flat(node) -> Iterator:
    """The words and operators of a test command in order, without its tree of expressions."""
    for child in node.children:
        if child.type.endswith("_expression") and child.type != "brace_expression":
            yield from _flat(child)
        else:
            yield child


def literal(node) -> str | None:
    """The value of a word's node without quotes; None where it holds an expansion."""
    text = node.text.decode("utf-8", "replace")
    if node.type in _EXPANSIONS:
        return None
    if node.type == "raw_string":
        return text[1:-1]
    if node.type == "ansi_c_string":
        return text[2:-1].encode("latin-1", "backslashreplace").decode("unicode_escape", "replace")
    if any(child.type in _EXPANSIONS for child in node.children):
        return None
    if node.type == "string":
        return re.sub(r'\\([$`"\\\n])', r"\1", text[1:-1])
    if node.children and node.type in ("concatenation", "command_name"):
        values = [literal(child) for child in node.children]
        return None if None in values else "".join(values)
    if node.type in ("variable_assignment", "array") and "$" in text:
        return None
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
