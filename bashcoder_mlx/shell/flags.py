"""The flags that a word stands for, by the rules of getopt and of the utilities that have others.

Bundles (`-la`), attached arguments (`-n5`, `--key=value`), unique prefixes of long forms,
single-dash words (find), numbers (`head -5`), and the flags of a subcommand's parents.
"""

import re
from dataclasses import dataclass

from bashcoder_mlx.shell.utilities import Flag, Operand, Utility, utility

NUMBER = "-NUM"  # how the knowledge base writes `head -5`
# What nearly every program has and no utility's table needs to repeat.
_COMMON = {
    flag.long: flag
    for flag in (
        Flag("explains the usage", long="--help", long_systems=frozenset(["gnu", "bsd"])),
        Flag("prints the version", long="--version", long_systems=frozenset(["gnu", "bsd"])),
    )
}


@dataclass(frozen=True)
class Use:
    """A flag as it is used.

    flag: None where the knowledge base lacks it.
    spelling: the form used, in full: "-l" of `-la`, "--recursive" of `--recurs`.
    argument: the text attached to it, or None.
    utility: whose flag it is.
    """

    flag: Flag | None
    spelling: str
    argument: str | None = None
    utility: Utility | None = None

    @property
    def wants(self) -> bool:
        """Whether the next word is its argument."""
        flag = self.flag
        return bool(flag and flag.argument and not flag.optional and self.argument is None)


def find_flags(owner: Utility, word: str, family: str = "gnu") -> list[Use]:
    """The flags that a word stands for; none where it is not a flag.

    Args:
        owner: the utility or subcommand; a subcommand takes its parents' flags too.
        word: without quotes.
        family: "gnu" or "bsd": whose meaning is preferred where they differ.
    """
    if owner.style != "words" and (len(word) < 2 or word[0] not in "-+"):
        return []
    if owner.style == "words" and word not in owner.by_spelling and not re.match("-.", word):
        return []
    if word[0] == "+" and owner.kind == "builtin":
        return find_flags(owner, "-" + word[1:], family)
    for candidate in _family_tree(owner):
        found = _uses(candidate, word, family)
        if found and all(use.flag for use in found):
            return found
    return [] if word[0] == "+" else _uses(owner, word, family)


def _family_tree(owner: Utility) -> list[Utility]:
    names = owner.name.split(" ")
    ancestors = (utility(" ".join(names[:count])) for count in range(len(names), 0, -1))
    return [found for found in ancestors if found]


def _uses(owner: Utility, word: str, family: str) -> list[Use]:
    exact = owner.flag(word, family)
    if exact:
        return [Use(exact, word, None, owner)]
    if word.startswith("--"):
        return [_long(owner, word, family)]
    if re.fullmatch(r"-\d+", word) and NUMBER in owner.by_spelling:
        return [Use(owner.flag(NUMBER, family), NUMBER, word[1:], owner)]
    return _attached(owner, word, family) or _bundle(owner, word, family)


def _long(owner: Utility, word: str, family: str) -> Use:
    name, equals, value = word.partition("=")
    names = [spelling for spelling in owner.by_spelling if spelling.startswith(name)]
    if name in owner.by_spelling:
        names = [name]
    if not names and word in _COMMON:
        return Use(_COMMON[word], word, None, owner)
    if len(names) != 1:
        return Use(None, name, None, owner)
    return Use(owner.flag(names[0], family), names[0], value if equals else None, owner)


def _attached(owner: Utility, word: str, family: str) -> list[Use]:
    """A form of several letters with its argument: `-std=c99`, `-type=mx`; gcc's `-lm`."""
    shortest = 2 if owner.style == "words" else 3
    for length in range(len(word) - 1, shortest - 1, -1):
        flag = owner.flag(word[:length], family)
        separate = length == 2 or word[length] == "=" or owner.style != "words"
        if flag and flag.argument and separate:
            return [Use(flag, word[:length], word[length:].removeprefix("="), owner)]
    return []


def _bundle(owner: Utility, word: str, family: str) -> list[Use]:
    if owner.style == "words":
        return [Use(None, word, None, owner)]
    uses = []
    for at, letter in enumerate(word[1:], start=1):
        spelling, rest = word[0] + letter, word[at + 1 :]
        flag = owner.flag(spelling, family)
        if flag is None and at == 1 and rest:
            return [Use(None, word, None, owner)]
        if flag is not None and flag.argument and rest:
            return [*uses, Use(flag, spelling, rest, owner)]
        uses.append(Use(flag, spelling, None, owner))
    return uses


def fixed_operands(owner: Utility, value: str | None) -> tuple[Operand, ...]:
    """The operands of fixed meaning that a word stands for.

    `if=FILE`, `@SERVER` and `+MINUTES` stand for any word that begins like them, `add ADDRESS` for
    `add`, and a format such as `+%F %T` for each of its parts.
    """
    if not value:
        return ()
    if value.startswith("+%"):
        parts = {"+" + part for part in re.findall("%[A-Za-z]", value)}
        return tuple(operand for operand in owner.operands if operand.word in parts)
    return tuple(operand for operand in owner.operands if _stands_for(operand, value))[:1]


def _stands_for(operand: Operand, value: str) -> bool:
    first = operand.word.split(" ")[0]
    prefix = re.fullmatch(r"(\w+=|[@+])[A-Z]+", first)
    return value == first or bool(prefix and value.startswith(prefix[1]))
