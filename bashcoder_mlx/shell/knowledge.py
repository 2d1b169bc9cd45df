"""What we know of the shell's utilities, and which of it a text uses.

from bashcoder_mlx.shell import knowledge

knowledge.utility("sort").flag("-k").does
knowledge.find_flags(knowledge.utility("tar"), "-xzf")
knowledge.used("ls -la | sort -k2")     # ({"ls", "sort"}, {"ls -l", "ls -a", "sort -k"})
"""

from bashcoder_mlx.shell.flags import Use, find_flags
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.utilities import (
    FAMILIES,
    Construct,
    Flag,
    Operand,
    Utility,
    constructs,
    utilities,
    utility,
)

__all__ = [
    "FAMILIES",
    "Construct",
    "Flag",
    "Meaning",
    "Operand",
    "Use",
    "Utility",
    "constructs",
    "find_flags",
    "read",
    "used",
    "utilities",
    "utility",
]


def used(text: str) -> tuple[set[str], set[str]]:
    """The utilities that a bash text names, and their flags as "sort -k" or "git commit --amend".

    Only what the knowledge base has; subcommands count as utilities of their own.
    """
    names, flags = set(), set()
    for command in commands(text):
        owner = None if command.kind == "function" else utility(command.name)
        if owner is None:
            continue
        names.add(owner.name)
        for _, meaning in read(command):
            if meaning.kind == "subcommand":
                names.add(meaning.utility.name)
            flags.update(_spelled(use) for use in meaning.uses if use.flag)
    return names, flags


def _spelled(use: Use) -> str:
    """The flag in one form, the short one where it has both."""
    return f"{use.utility.name} {use.flag.short or use.flag.long}"
