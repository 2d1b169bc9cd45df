"""The constructs of bash's syntax that a text uses: expansions, redirections, operators, globs.

Not covered: those within a word that another shell runs (`sh -c '…'`), and extended globs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bashcoder_mlx.shell.tree import (
    Offsets,
    Redirection,
    Word,
    nodes,
    redirections,
    simple_commands,
)
from bashcoder_mlx.shell.utilities import Construct, constructs

_OPERATORS = {"|", "|&", "&&", "||", "&", ";&", ";;&"}
# Where these are operators of the shell rather than of arithmetic or a test.
_STATEMENTS = {"pipeline", "list", "program", "do_group", "compound_statement", "subshell"}
_STATEMENTS |= {"case_item", "if_statement", "heredoc_redirect", "command_substitution"}
# What stands in a construct's name for any text.
_BLANKS = {"NAME": r"[\w@*]+(?:\[[^]]*\])?", "START": r"[^-=?+:@}][^:]*", "LENGTH": "[^:]+"}
_BLANKS |= {"INDEX": r"[^]@*]+", "OPERATOR": "[A-Za-z]"}
_UNQUOTED = re.compile(r"""'[^']*'|"(?:\\.|[^"\\])*"|\$\(.*\)|\$\{[^}]*\}|`[^`]*`|\\.""", re.DOTALL)
_GLOBS = {
    "**": r"\*\*",
    "*": r"(?<!\*)\*(?!\*)",
    "?": r"\?",
    "[[:CLASS:]]": r"\[\[:\w+:\]\]",
    "[!…]": r"\[[!^][^]]+\]",
    "[…]": r"\[[^]!^[][^]]*\]",
    "~": r"^~(?=/|$)",
    "{A,B}": r"\{[^{}]*,[^{}]*\}",
}


@dataclass(frozen=True)
class ConstructUse:
    """A construct, its text, and where the text begins and ends, in characters."""

    construct: Construct
    text: str
    span: tuple[int, int]


def constructs_of(text: str) -> list[ConstructUse]:
    """The constructs of a bash text, in the order in which they begin."""
    known = constructs()
    found = {
        (span, name): ConstructUse(known[name], text[slice(*span)], span)
        for name, span in (*_of_nodes(text), *_of_redirections(text), *_of_words(text))
        if name in known
    }
    return sorted(found.values(), key=lambda use: (use.span[0], -use.span[1]))


def _of_nodes(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    offsets = Offsets(text)
    for node in nodes(text):
        name = _name(node)
        if name:
            yield name, offsets(node.start_byte, node.end_byte)


def _name(node) -> str | None:
    source = node.text.decode("utf-8", "replace")
    if node.type in _OPERATORS:
        return node.type if node.parent.type in _STATEMENTS else None
    if node.type == "simple_expansion":
        return source if source in constructs() else "$N" if source[1:].isdigit() else "$NAME"
    if node.type == "expansion":
        return _expansion(source)
    if node.type == "variable_assignment":
        return _assignment(node, source)
    if node.type == "brace_expression":
        return "{A..B..STEP}" if source.count("..") > 1 else "{A..B}"
    return {
        "command_substitution": "`…`" if source.startswith("`") else "$(…)",
        "arithmetic_expansion": "$((…))",
        "process_substitution": source[:2] + "…)",
        "ansi_c_string": "$'…'",
        "function_definition": None if source.startswith("function") else "NAME()",
    }.get(node.type)


@cache
def _patterns() -> list[tuple[str, re.Pattern]]:
    """The names of `${…}` with what they match, the most particular first."""
    names = [name for name in constructs() if name.startswith("${")]
    names.sort(key=lambda name: (len(re.findall("[A-Z]+", name)), -len(name)))
    names.sort(key=lambda name: -len(re.sub("NAME|[A-Z]{4,}", "", name)))
    return [(name, re.compile(_pattern(name), re.DOTALL)) for name in names]


def _pattern(name: str) -> str:
    parts = re.split("(NAME|WORD|PATTERN|START|LENGTH|INDEX|OPERATOR)", name)
    return "".join(
        _BLANKS.get(part, ".*") if at % 2 else re.escape(part) for at, part in enumerate(parts)
    )


def _expansion(source: str) -> str | None:
    return next((name for name, pattern in _patterns() if pattern.fullmatch(source)), None)


def _assignment(node, source: str) -> str | None:
    if node.parent.type in ("command", "declaration_command"):
        # `export A=1` is explained by its command.
        return "NAME=VALUE COMMAND" if node.parent.type == "command" else None
    left, _, right = source.partition("=")
    if "[" in left:
        return "NAME[INDEX]=VALUE"
    value = "(…)" if right.startswith("(") else "VALUE"
    return f"NAME+={value}" if left.endswith("+") else f"NAME={value}"


def _of_redirections(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for redirection in redirections(text):
        yield redirection_name(redirection), redirection.span


def redirection_name(redirection: Redirection) -> str:
    """The name of a redirection's construct, the most particular one that there is."""
    head = redirection.descriptor + redirection.operator
    target = redirection.target.text if redirection.target else ""
    names = (f"{head} {target}", head + target, head, redirection.operator)
    return next((name for name in names if name in constructs()), redirection.operator)


def _of_words(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for command in simple_commands(text):
        if command.name not in ("[[", "let"):
            for word in command.words:
                yield from _globs(word)


def _globs(word: Word) -> Iterator[tuple[str, tuple[int, int]]]:
    bare = _UNQUOTED.sub(lambda match: "\0" * len(match.group()), word.text)
    start = word.span[0]
    for name, pattern in _GLOBS.items():
        for match in re.finditer(pattern, bare):
            yield name, (start + match.start(), start + match.end())
