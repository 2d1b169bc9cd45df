"""Every command of a bash text, those that other commands run included.

for command in commands("sudo find /srv -name '*.log' -exec gzip {} +"):
    print(command.name)                 # sudo, find, gzip
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.shell.reading import read
from bashcoder_mlx.shell.tree import Command, Redirection, Word, simple_commands

__all__ = ["Command", "Redirection", "Word", "commands"]
MAX_DEPTH = 8  # of commands inside the words of commands


def commands(text: str) -> list[Command]:
    """The commands and keywords of `text` in the order in which they begin.

    Those inside substitutions, after wrappers (`sudo`, `env`, `xargs`, `timeout 5`), between
    `-exec` and `;` or `+`, and in the text that `sh -c`, `eval`, `watch`, `trap` or `ssh` runs are
    listed too; the text's commands have the span of the word that holds them. Incomplete text gives
    the commands recognised.
    """
    return [found for command in simple_commands(text) for found in _with_inner(command)]


def _with_inner(command: Command) -> Iterator[Command]:
    yield command
    if command.depth < MAX_DEPTH:
        for inner in _inner(command):
            yield from _with_inner(inner)


def _inner(command: Command) -> Iterator[Command]:
    pending: list[Word] = []
    is_text = False
    for word, meaning in read(command):
        if meaning.kind not in ("command", "text", "rest"):
            yield from _run(command, pending, is_text)
            pending = []
            continue
        is_text = is_text if meaning.kind == "rest" else meaning.kind == "text"
        pending.append(word)
    yield from _run(command, pending, is_text)


def _run(outer: Command, words: list[Word], is_text: bool) -> Iterator[Command]:
    """The commands that `outer` runs, of words of its own."""
    if not words:
        return
    depth, span = outer.depth + 1, (words[0].span[0], words[-1].span[1])
    if not is_text:
        yield Command(words[0].value, tuple(words[1:]), (), (), "command", words[0], span, depth)
        return
    for command in simple_commands(" ".join(_source(word) for word in words)):
        yield replace(command, depth=depth, span=span)


def _source(word: Word) -> str:
    # Within "…" the expansions are the outer shell's; as commands they read the same.
    return re.sub('^"|"$', "", word.text) if word.value is None else word.value
