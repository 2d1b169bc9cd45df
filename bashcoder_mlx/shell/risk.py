"""What a command can lose for good, as far as the knowledge base says so."""

from collections.abc import Iterator

from bashcoder_mlx.shell.constructs import constructs_of
from bashcoder_mlx.shell.flags import Use
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import read
from bashcoder_mlx.shell.tree import Command
from bashcoder_mlx.shell.utilities import utility


def risks(text: str) -> list[str]:
    """A phrase for each command and redirection of a bash text that can lose something for good."""
    phrases = [phrase for command in commands(text) for phrase in _of_command(command)]
    for use in constructs_of(text):
        if use.construct.destroys:
            phrases.append(f"{use.text} can destroy {use.construct.destroys}")
    return list(dict.fromkeys(phrases))


def _of_command(command: Command) -> Iterator[str]:
    """One phrase at most: what its flags lose is more particular than what the utility may lose."""
    owner, names, losses = utility(command.name), [command.name], []
    for word, meaning in read(command):
        if any(use.flag and _keeps(use) for use in meaning.uses):
            return
        if meaning.kind == "subcommand":
            owner = meaning.utility
        found = [use.flag for use in meaning.uses if use.flag] + list(meaning.operands)
        lost = [item.destroys for item in found if item.destroys]
        if lost or meaning.kind == "subcommand":
            names.append(word.text)
        losses += lost
    if owner and (losses or owner.destroys):
        losses = list(dict.fromkeys(losses)) or [owner.destroys]
        yield f"{' '.join(names)} can destroy {' and '.join(losses)}"


def _keeps(use: Use) -> bool:
    # `sed -i.bak` keeps a copy.
    return use.flag.keeps or bool(use.flag.destroys and use.flag.optional and use.argument)
