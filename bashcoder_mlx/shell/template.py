"""The normal form of a command, and its template: what is the same in commands of one shape.

Built on tree-sitter-bash and the knowledge base:

- `normalise`: the tokens of a command, words apart from operators. Escapes and blank space are
  gone, a line end is `;`, `` `x` `` is `$(x)`, comments are dropped. So are all quotes, as in
  NL2Bash, also where they keep a glob or an expansion together: `-name *.c` is `-name '*.c'`, `$x`
  is `"$x"`; but `'$x'` is a text. Equal tokens are an exact match.
- `template`: the same with arguments replaced by their type: a flag's argument by its name in the
  knowledge base, another by NUMBER or ARGUMENT, with the template of each `$(…)` in it. Utilities,
  subcommands, flags, operators, keywords and `{}` stay; what is only another spelling of the same
  (`-la` and `-a -l`, `grep --count` and `-c`) is one, by the rules of `labels.py`.
- `statements`: the parts of a template that stand by themselves.
- `utilities_of`: the utilities of a command in depth-first order, and the flags of each.

A text of more than `MAX_CHARACTERS`, or nested too deep to be read, is like itself alone.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bashcoder_mlx.shell.labels import kind, labels
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import read
from bashcoder_mlx.shell.tree import Offsets, literal, nodes
from bashcoder_mlx.shell.utilities import utility

MAX_CHARACTERS = 4096
_WORDS = {
    *("command_name", "word", "string", "raw_string", "ansi_c_string", "concatenation", "number"),
    *("simple_expansion", "expansion", "arithmetic_expansion", "command_substitution"),
    *("brace_expression", "variable_name", "extglob_pattern", "regex", "heredoc_body"),
}
_HEREDOC_WORDS = {"heredoc_start", "heredoc_end"}


class Token(NamedTuple):
    """A token: its text, and whether it is a "word", an "expansion" or an "operator"."""

    text: str
    kind: str = "word"


Template = tuple[Token, ...]
_SEPARATOR = Token(";", "operator")
# Where a `;` or a line end between statements says nothing.
_OPENING = (";", "&", "|", "&&", "||", ";;", "{", "(", "$(", "do", "then", "else", "in")
_CLOSING = (";", ";;", "}", ")", "do", "then", "else", "elif", "fi", "done", "esac")
_BOUNDS = {Token(text, "operator") for text in (*_CLOSING, "&", "{", "(")}
_SUBSTITUTION, _END = Token("$(", "operator"), Token(")", "operator")
_BEFORE = {Token(text, "operator") for text in _OPENING}
_AFTER = {Token(text, "operator") for text in _CLOSING}


@cache
def normalise(text: str) -> tuple[Token, ...]:
    """The tokens of a command in normal form; those recognised, where it does not parse."""
    return _tokens(text, lambda node, span: [_value(node)])


@cache
def template(text: str) -> tuple[Token, ...]:
    """The tokens in normal form with arguments replaced by their types."""
    if not _is_readable(text):
        return (Token(text),)
    known = labels(text, lambda inner: [token.text for token in template(inner)])

    def labelled(node, span):
        found = known[span[0]] if span[0] in known else [kind(_value(node).text)]
        return [*map(Token, found), *_substituted(node)]

    return _tokens(text, labelled)


def statements(known: Template) -> Iterator[Template]:
    """The commands, pipelines and lists of a template, and the heads of its loops and conditions,
    each without what stands within it; what a word substitutes belongs to the word's statement.
    """
    found: list[Token] = []
    depth = 0
    for token in (*known, _SEPARATOR):
        depth += token == _SUBSTITUTION
        if depth or token not in _BOUNDS:
            found.append(token)
        elif found:
            yield tuple(found)
            found = []
        depth -= depth > 0 and token == _END


def _is_readable(text: str) -> bool:
    """Whether a text is short and flat enough for the recursion over its tree."""
    return len(text) <= MAX_CHARACTERS and text.count("(") + text.count("{") <= 100


def _tokens(text: str, word: Callable) -> tuple[Token, ...]:
    if not _is_readable(text):
        return (Token(text),)
    found = list(_collect(next(nodes(text)), Offsets(text), word))
    kept: list[Token] = []
    for token, following in pairwise([*found, _SEPARATOR]):
        opened = not kept or kept[-1] in _BEFORE
        if token != _SEPARATOR or not (opened or following in _AFTER):
            kept.append(token)
    return tuple(kept)


def _collect(node, offsets: Offsets, word: Callable) -> Iterator[Token]:
    if node.type == "comment":
        return
    if node.type in _WORDS:
        yield from word(node, offsets(node.start_byte, node.end_byte))
    elif node.children:
        end = node.start_byte
        for child in node.children:
            between = node.text[end - node.start_byte : child.start_byte - node.start_byte]
            if b"\n" in between.replace(b"\\\n", b""):  # tree-sitter has no node for a line end
                yield _SEPARATOR
            yield from _collect(child, offsets, word)
            end = child.end_byte
    elif text := node.text.decode("utf-8", "replace").strip():
        yield Token("END" if node.type in _HEREDOC_WORDS else text, "operator")


def _value(node) -> Token:
    """A word's value; where it is known only when the shell runs, what is expanded."""
    value = literal(node)
    if value is None or node.type == "command_substitution":
        return Token(_expanded(node), "expansion")
    return Token(value)


def _expanded(node) -> str:
    text = node.text.decode("utf-8", "replace")
    if node.type == "command_substitution":
        return f"$({normalise(_inside(text))})"
    if node.type == "arithmetic_expansion":
        return "".join(text.split())
    if node.type == "simple_expansion":  # tree-sitter puts blank space before it into it
        before, _, name = text.partition("$")
        return f"{before}${{{name}}}"
    if node.type in ("string", "concatenation", "command_name", "heredoc_body"):
        return "".join(_parts(node))
    value = literal(node)
    return " ".join(text.split()) if value is None else value


def _inside(substitution: str) -> str:
    """The text that a command substitution runs."""
    return substitution.strip("`") if substitution.startswith("`") else substitution[2:-1]


def _parts(node) -> Iterator[str]:
    """The children of a word with the text between them, which tree-sitter has no nodes for."""
    source, position = node.text, 0
    for child in node.children:
        start, end = child.start_byte - node.start_byte, child.end_byte - node.start_byte
        yield source[position:start].decode("utf-8", "replace")
        yield "" if child.type == '"' else _expanded(child)
        position = end
    yield source[position:].decode("utf-8", "replace")


def _substituted(node) -> Iterator[Token]:
    """The templates of the command substitutions in a word."""
    if node.type == "command_substitution":
        yield Token("$(", "operator")
        yield from template(_inside(node.text.decode("utf-8", "replace")))
        yield Token(")", "operator")
        return
    for child in node.children:
        yield from _substituted(child)


@cache
def utilities_of(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The utilities of a command, with the flags of each as they are spelled.

    Depth first: a command comes before those in its words. Flags of a bundle count singly, a
    subcommand (`git log`) is part of the utility's name.
    """
    found = []
    for command in commands(text) if _is_readable(text) else ():
        if command.kind != "command" or command.name is None:
            continue
        meanings = read(command)
        flags = {use.spelling for _, meaning in meanings for use in meaning.uses}
        if not utility(command.name):
            flags = {word.value for word in command.words if re.match("--?[A-Za-z]", word.text)}
        names = [m.utility.name for _, m in meanings if m.kind == "subcommand"]
        found.append((names[-1] if names else command.name, frozenset(flags)))
    return tuple(found)
