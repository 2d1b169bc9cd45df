"""Mutants of a command: each does a little less, or something a little different.

An oracle is good where it refuses them. Positions come from tree-sitter and what words are from the
knowledge base, so that what is changed is what bash and the utility would read:

- words.py: a flag dropped with its argument, operands exchanged, a number off by one, a sign;
- programs.py: addresses, flags, comparisons, fields, numbers and anchors in sed, awk and patterns;
- syntax.py: conditions, `&&` and `||`, `!`, stages of a pipeline, `>` and `>>`, quotes.

A label names the operator and not the values, so that the same mutant of another draw has the same
label; the second of a kind in one command has "(2)" behind it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bashcoder_mlx.corpora.synthetic.mutants.edits import Edit
from bashcoder_mlx.corpora.synthetic.mutants.programs import program_edits
from bashcoder_mlx.corpora.synthetic.mutants.syntax import syntax_edits
from bashcoder_mlx.corpora.synthetic.mutants.words import word_edits
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import read
from bashcoder_mlx.shell.syntax import is_valid_bash
from bashcoder_mlx.shell.tree import Command, nodes


class Mutant(NamedTuple):
    """A mutant of a command: what was changed, and the command after it."""

    label: str
    text: str


def mutants(command: str, whole: Sequence[str] = ()) -> list[Mutant]:
    """Every mutant of a command or script that bash can parse, all different from it and another.

    Texts that differ in blank space alone count as equal. Pieces of the command that are in `whole`
    stay whole.
    """
    found = map(command.find, whole)
    spans = [(at, at + len(text)) for at, text in zip(found, whole, strict=True) if at >= 0]
    seen, made, counts = {_key(command)}, [], Counter()
    for edit in _edits(command):
        if any(edit.is_within(*span) for span in spans):
            continue
        text = edit.apply(command)
        if _key(text) in seen or not _parses(text):
            continue
        seen.add(_key(text))
        counts[edit.label] += 1
        again = counts[edit.label]
        made.append(Mutant(f"{edit.label} ({again})" if again > 1 else edit.label, text))
    return made


def _key(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _parses(text: str) -> bool:
    """Whether `bash -n` takes it, which is asked only where tree-sitter has a doubt."""
    root = next(nodes(text))
    return bool(text) and (not root.has_error or is_valid_bash(text))


def _edits(text: str) -> Iterator[Edit]:
    for command in commands(text):
        if _is_placed(text, command):
            yield from word_edits(text, command)
            yield from program_edits(command)
            yield from _inner_edits(command)
    yield from syntax_edits(text)


def _is_placed(text: str, command: Command) -> bool:
    """Whether its words stand in the text itself, not in a word that is shell text."""
    words = (command.first, *command.words)
    return all(text[slice(*word.span)] == word.text for word in words)


def _inner_edits(command: Command) -> Iterator[Edit]:
    """The mutants of shell text in a word, such as that of `sh -c '…'`."""
    for word, meaning in read(command):
        if meaning.kind == "text" and word.text[:1] == word.text[-1:] == "'":
            for edit in _edits(word.text[1:-1]):
                yield edit.moved(word.span[0] + 1)
