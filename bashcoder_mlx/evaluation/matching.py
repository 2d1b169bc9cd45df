"""When two commands count as the same: the rules by which every system's answers are compared.

Built on tree-sitter-bash and the knowledge base, and the same for gold commands and predictions:

- `normalise`: the tokens of a command; quotes, escapes and blank space that do not change a word's
  value are gone, a line end is `;`, `` `x` `` is `$(x)`, comments are dropped. Equal tokens are an
  exact match. Quotes around a glob are dropped too, as in NL2Bash: `-name *.c` is `-name '*.c'`.
- `template`: the same with arguments replaced by their type: a flag's argument by its name in the
  knowledge base, another by NUMBER or ARGUMENT. Utilities, subcommands, flags (a bundle `-la` is
  `-l -a`), operators, keywords and `{}` stay.
- `nlc2cmd_score`: that of the NLC2CMD competition (Agarwal et al. 2021), over the utilities of
  both commands in depth-first order and the flags of each.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from bashcoder_mlx.shell.flags import Use
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.tree import Command, Offsets, Word, literal, nodes
from bashcoder_mlx.shell.utilities import utility

_WORDS = {
    *("command_name", "word", "string", "raw_string", "ansi_c_string", "concatenation", "number"),
    *("simple_expansion", "expansion", "arithmetic_expansion", "command_substitution"),
    *("brace_expression", "variable_name", "extglob_pattern", "regex", "heredoc_body"),
}
_SPELLING = {"heredoc_start": "END", "heredoc_end": "END"}
# Where a `;` or a line end between statements says nothing.
_BEFORE_STATEMENTS = {";", "&", "|", "&&", "||", ";;", "{", "(", "do", "then", "else", "in"}
_AFTER_STATEMENTS = {";", ";;", "}", ")", "do", "then", "else", "elif", "fi", "done", "esac"}
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?[a-zA-Z]{0,2}")


@cache
def normalise(text: str) -> tuple[str, ...]:
    """The tokens of a command in normal form; those recognised, where it does not parse."""
    return _tokens(text, lambda node, span: _value(node))


@cache
def template(text: str) -> tuple[str, ...]:
    """The tokens in normal form with arguments replaced by their types."""
    labels = _labels(text)
    return _tokens(text, lambda node, span: labels.get(span[0], _kind(_value(node))))


def is_exact_match(prediction: str, golds: Sequence[str]) -> bool:
    """Whether a prediction is one of the gold commands, after normalisation."""
    return any(normalise(prediction) == normalise(gold) for gold in golds)


def is_template_match(prediction: str, golds: Sequence[str]) -> bool:
    """Whether a prediction has the template of one of the gold commands."""
    return any(template(prediction) == template(gold) for gold in golds)


def _tokens(text: str, word: Callable) -> tuple[str, ...]:
    found: list[str] = []
    _collect(next(nodes(text)), Offsets(text), word, found)
    kept: list[str] = []
    for token, following in pairwise([*found, ";"]):
        opened = not kept or kept[-1] in _BEFORE_STATEMENTS
        if token != ";" or not (opened or following in _AFTER_STATEMENTS):
            kept.append(token)
    return tuple(kept)


def _collect(node, offsets: Offsets, word: Callable, found: list[str]) -> None:
    if node.type == "comment":
        return
    if node.type in _WORDS:
        found.extend(word(node, offsets(node.start_byte, node.end_byte)).split("\0"))
    elif node.children:
        end = node.start_byte
        for child in node.children:
            between = node.text[end - node.start_byte : child.start_byte - node.start_byte]
            if b"\n" in between.replace(b"\\\n", b""):  # tree-sitter has no node for a line end
                found.append(";")
            _collect(child, offsets, word, found)
            end = child.end_byte
    elif token := node.text.decode("utf-8", "replace").strip():
        found.append(_SPELLING.get(node.type, token))


def _value(node) -> str:
    """A word's value; `$` and what is expanded, where it is known only when the shell runs."""
    value = literal(node)
    if value is not None and node.type != "command_substitution":
        return value
    return "$" + _expanded(node)


def _expanded(node) -> str:
    text = node.text.decode("utf-8", "replace")
    if node.type == "command_substitution":
        inner = text[1:-1] if text.startswith("`") else text[2:-1]
        return f"$({' '.join(normalise(inner))})"
    if node.type == "simple_expansion":  # tree-sitter puts blank space before it into it
        before, _, name = text.partition("$")
        return f"{before}${{{name}}}"
    if node.type in ("string", "concatenation", "command_name", "heredoc_body"):
        return "".join(_parts(node))
    value = literal(node)
    return " ".join(text.split()) if value is None else value


def _parts(node):
    """The children of a word with the text between them, which tree-sitter has no nodes for."""
    source, position = node.text, 0
    for child in node.children:
        start, end = child.start_byte - node.start_byte, child.end_byte - node.start_byte
        yield source[position:start].decode("utf-8", "replace")
        yield "" if child.type == '"' else _expanded(child)
        position = end
    yield source[position:].decode("utf-8", "replace")


def _kind(value: str) -> str:
    return "NUMBER" if _NUMBER.fullmatch(value) else "ARGUMENT"


def _labels(text: str) -> dict[int, str]:
    """What stands in a template for the word that begins at a position."""
    labels = {}
    for command in commands(text):
        own = text[slice(*command.first.span)] == command.first.text
        if not own:  # of a text within a word, which is labelled with the word
            continue
        name = command.name if command.name is not None else "ARGUMENT"
        labels[command.first.span[0]] = name if command.kind != "function" else "NAME"
        for word, label in _labelled(command):
            labels[word.span[0]] = label
    return labels


def _labelled(command: Command) -> list[tuple[Word, str]]:
    if command.kind == "keyword":
        return []
    meanings = read(command)
    if not meanings:
        return [(word, _unread(word)) for word in command.words]
    return [(word, _label(word, meaning)) for word, meaning in meanings]


def _unread(word: Word) -> str:
    """The label of a word of a command that the knowledge base lacks."""
    is_flag = word.value is not None and re.match("--?[A-Za-z]", word.value)
    return word.value if is_flag else _kind(word.value or "")


def _label(word: Word, meaning: Meaning) -> str:
    if meaning.kind == "flag":
        return "\0".join(_spelled(use) for use in meaning.uses)
    if meaning.kind == "argument" and meaning.flag:
        return meaning.flag.argument_name or "ARGUMENT"
    if meaning.kind == "text" and word.value:
        return "\0".join(template(word.value))
    if meaning.operands and word.value and meaning.kind != "argument":
        return meaning.operands[0].word
    if word.value == "{}" or meaning.kind in ("subcommand", "end"):
        return word.value or word.text
    return _kind(word.value or "")


def _spelled(use: Use) -> str:
    argument = use.flag.argument_name if use.flag and use.argument is not None else ""
    return f"{use.spelling}\0{argument}" if argument else use.spelling


@cache
def utilities_of(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The utilities of a command, with the flags of each as they are spelled.

    Depth first: a command comes before those in its words. Flags of a bundle count singly, a
    subcommand (`git log`) is part of the utility's name.
    """
    found = []
    for command in commands(text):
        if command.kind != "command" or command.name is None:
            continue
        meanings = read(command)
        flags = {use.spelling for _, meaning in meanings for use in meaning.uses}
        if not utility(command.name):
            flags = {word.value for word in command.words if re.match("--?[A-Za-z]", word.text)}
        names = [m.utility.name for _, m in meanings if m.kind == "subcommand"]
        found.append((names[-1] if names else command.name, frozenset(flags)))
    return tuple(found)


def nlc2cmd_score(prediction: str, gold: str) -> float:
    """The score of one prediction against one gold command, from -1 to 1.

    Of T slots, as many as the command with more utilities has, one with the same utility in both
    scores (1 + f) / 2, where f = (2|F and G| - |F or G|) / max(1, |F|, |G|) over the sets of flags,
    and 1 where both are empty; any other slot scores -1. The score is the mean over the slots.
    """
    predicted, wanted = utilities_of(prediction), utilities_of(gold)
    slots = max(len(predicted), len(wanted))
    if not slots:
        return 1.0 if normalise(prediction) == normalise(gold) else -1.0
    total = 0.0
    for index in range(slots):
        pair = predicted[index : index + 1] + wanted[index : index + 1]
        same = len(pair) == 2 and pair[0][0] == pair[1][0]
        total += (1 + _flag_score(pair[0][1], pair[1][1])) / 2 if same else -1
    return total / slots


def _flag_score(flags: frozenset[str], others: frozenset[str]) -> float:
    if not flags and not others:
        return 1.0
    common, union = len(flags & others), len(flags | others)
    return (2 * common - union) / max(1, len(flags), len(others))
