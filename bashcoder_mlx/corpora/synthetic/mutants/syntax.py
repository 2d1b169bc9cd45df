"""Mutation of the syntax around commands: conditions, lists, pipelines, redirections, quotes."""

import re
from collections.abc import Iterator
from functools import cached_property

from bashcoder_mlx.corpora.synthetic.mutants.edits import Edit, numbers, removed, replaced
from bashcoder_mlx.corpora.synthetic.mutants.programs import FLIPPED
from bashcoder_mlx.shell.tree import Offsets, nodes

_PAIRS = ("-ge -le", "-gt -lt", "-eq -ne", "-nt -ot", "-f -d", "-z -n", "-a -o")
_TESTED = {a: b for pair in _PAIRS for a, b in (pair.split(), pair.split()[::-1])}
_TESTED |= {"-e": "-d", "=": "!=", "=~": "==", **FLIPPED}
_JOINED = {"&&": "||", "||": "&&"}
_REDIRECTED = {">": ">>", ">>": ">"}
_CONDITIONS = ("binary_expression", "unary_expression")
_COUNTED = {
    *("binary_expression", "ternary_expression", "arithmetic_expansion", "brace_expression"),
    *("compound_statement", "parenthesized_expression", "variable_assignment", "expansion"),
}
# Where words are not split, so that quotes decide nothing.
_UNSPLIT = ("variable_assignment", "case_statement", "herestring_redirect", "subscript", "[[")
_SYNTAX = re.compile(r"[;|&(){}<>'\"\\`#\n]")
# Whose patterns and sets could, as globs, only match a file of an absurd name.
_PATTERNS = ("grep", "egrep", "zgrep", "rg", "sed", "awk", "gawk", "tr", "jq", "printf", "date")
_NUMBER_EXPANSION = re.compile(
    r"""\$(?:[#?!$]|\{\#.*\}|\(\(.*\)\)|\(date\ \+[%\w:-]+\)|\(wc\ -[clmw]\ <.*\)|\(nproc\))""",
    re.VERBOSE,
)


def syntax_edits(text: str) -> Iterator[Edit]:
    """The mutants of what stands between and around the words of a text."""
    tree = _Tree(text)
    for node in nodes(text):
        parent = node.parent.type if node.parent else ""
        if _is_tested(node) and node.text.decode() in _TESTED and not node.children:
            yield tree.exchanged(node, _TESTED)
        elif parent == "list" and node.type in _JOINED:
            yield tree.exchanged(node, _JOINED)
        elif parent in ("negated_command", "unary_expression") and node.type == "!":
            yield replaced("drop !", *tree.span(node, node.next_sibling), "")
        elif parent == "file_redirect" and node.type in _REDIRECTED:
            yield from tree.appended(node)
        elif node.type == "number" and (parent in _COUNTED or _is_tested(node)):
            yield from numbers(tree.counted(node), tree.span(node)[0], node.text.decode())
        elif node.type == "pipeline":
            yield from tree.stages(node)
        elif node.type in ("string", "raw_string"):
            yield from tree.unquoted(node)


def _is_tested(node) -> bool:
    """Whether a node may be an operator of a condition, `test`'s included."""
    parent = node.parent
    if parent is None or parent.type in _CONDITIONS:
        return parent is not None
    return parent.type == "command" and parent.children[0].text == b"test"


class _Tree:
    """The nodes of a text with their positions in characters."""

    def __init__(self, text: str):
        self.text, self.offsets = text, Offsets(text)

    def span(self, node, until=None) -> tuple[int, int]:
        """Where a node begins, and where it, or another after it, ends or begins."""
        end = until.start_byte if until else node.end_byte
        return self.offsets(node.start_byte, end)

    def exchanged(self, node, table: dict[str, str]) -> Edit:
        old = node.text.decode()
        label = f"{old} -> {table[old]}" if old in _JOINED else f"flip {old} -> {table[old]}"
        return replaced(label, *self.span(node), table[old])

    def appended(self, node) -> Iterator[Edit]:
        """`>` for `>>` and the reverse, but not where nothing is kept."""
        if not node.parent.text.decode().endswith("/dev/null"):
            yield self.exchanged(node, _REDIRECTED)

    def counted(self, node) -> str:
        """What a number is there for."""
        parent = node.parent
        if parent.type == "variable_assignment":
            return f"{parent.children[0].text.decode()}="
        if parent.type == "binary_expression":
            return parent.child(1).text.decode()
        if parent.type == "command":
            return parent.child(0).text.decode()
        return "{..}" if parent.type == "brace_expression" else "(("

    def stages(self, pipeline) -> Iterator[Edit]:
        """A pipeline without one of its commands."""
        parts = pipeline.named_children
        for index, stage in enumerate(parts):
            label = f"drop stage {_name(stage)}"
            if index == 0:
                yield replaced(label, *self.span(stage, parts[1]), "")
                continue
            # The redirections of the last one stay.
            body = stage.children[0] if stage.type == "redirected_statement" else stage
            mark = stage.prev_sibling
            yield removed(label, self.text, *self.offsets(mark.start_byte, body.end_byte))

    def unquoted(self, node) -> Iterator[Edit]:
        """A word without its quotes, where these may decide something."""
        source = node.text.decode()
        inner, owner = source[1:-1], _owner(node)
        if owner is None or not self._matters(node, inner, owner):
            return
        start, end = self.span(node)
        variable = re.search(r"\$\{?(\w+|[@*])", inner)
        said = "message" if owner in ("echo", "printf") and _is_error(node) else owner
        shown = variable and owner != "["  # in a test of the shell a name is often drawn
        label = f"unquote {said}" + (f" ${variable[1]}" if shown else "")
        yield Edit(label, ((start, start + 1, ""), (end - 1, end, "")))

    def _matters(self, node, inner: str, owner: str) -> bool:
        if node.type == "raw_string" or len(node.named_children) == 0:
            expanded, plain = [], inner
        else:
            expanded = [c for c in node.named_children if c.type != "string_content"]
            plain = _without(node, expanded)
        if _SYNTAX.search(plain):
            return False
        if expanded:
            return any(not self._is_number(part.text.decode()) for part in expanded)
        if owner == "echo" and "  " not in inner:  # it joins its words with a blank
            return False
        # Nobody has a file called --include=x.c, which alone such a glob could match.
        attached = node.parent.type == "concatenation" and node.parent.text.startswith(b"-")
        globs = not attached and owner not in _PATTERNS
        return bool(re.search(r"\s", plain) or (globs and re.search(r"[*?\[]", plain)))

    def _is_number(self, expansion: str) -> bool:
        """Whether an expansion can only give a number or date, which quotes do nothing for."""
        name = re.sub(r"^\$\{?|(\[[@*]\])?\}?$", "", expansion)
        return bool(_NUMBER_EXPANSION.fullmatch(expansion)) or name in self.numeric

    @cached_property
    def numeric(self) -> set[str]:
        """The variables that only numbers are assigned to."""
        kinds: dict[str, set[bool]] = {}
        for node in nodes(self.text):
            if node.type == "variable_assignment":
                value = node.children[-1]
                name = node.children[0].text.decode()
                parts = value.named_children if value.type == "array" else [value]
                number = all(part.type in ("number", "arithmetic_expansion") for part in parts)
                number = number or bool(_NUMBER_EXPANSION.fullmatch(value.text.decode()))
                kinds.setdefault(name, set()).add(number)
        return {name for name, found in kinds.items() if found == {True}}


def _without(node, parts: list) -> str:
    """The text between a word's quotes without some of its parts."""
    source, at, kept = node.text, 1, []
    for part in parts:
        kept.append(source[at : part.start_byte - node.start_byte])
        at = part.end_byte - node.start_byte
    return b"".join([*kept, source[at:-1]]).decode("utf-8", "replace")


def _owner(node) -> str | None:
    """The command that a word belongs to; None where its words are not split."""
    while node := node.parent:
        if node.type in _UNSPLIT:
            return None
        if node.type == "test_command":
            return None if node.children[0].type == "[[" else "["
        if node.type == "file_redirect":
            before = node.prev_sibling  # the parser takes `<<` of `<<<` for an error
            return None if before and before.type == "ERROR" else ">"
        if node.type == "command":
            return _name(node.child_by_field_name("name"))
        if node.type in ("for_statement", "declaration_command"):
            return _name(node)
        if node.type in ("command_substitution", "program", "heredoc_body"):
            return None
    return None


def _is_error(node) -> bool:
    """Whether what a command prints goes to the error output."""
    while node.type != "command":
        node = node.parent
    return node.parent.type == "redirected_statement" and node.parent.text.endswith(b">&2")


def _name(node) -> str:
    """The first word of a stage or statement."""
    return re.match(r"\S*", node.text.decode("utf-8", "replace"))[0].rsplit("/", 1)[-1]
