"""What each word of a command is: flag, a flag's argument, operand, subcommand, or a new command.

The rules are those of getopt: bundles (`-la`), attached arguments (`-n5`, `--key=value`), unique
prefixes of long forms; and of the utilities that have rules of their own: single-dash words (find),
bundles without a dash (`tar xzf`), numbers (`head -5`), subcommands (`git commit`).
"""

import re
from dataclasses import dataclass, field
from functools import cache

from bashcoder_mlx.shell.tree import Command, Word
from bashcoder_mlx.shell.utilities import Flag, Operand, Utility, utilities, utility

# How many operands come before the command that a utility runs.
WRAPPERS = {"chroot": 1, "flock": 1, "gtimeout": 1, "taskset": 1, "timeout": 1}
WRAPPERS |= dict.fromkeys(("builtin", "command", "coproc", "exec", "time"), 0)
WRAPPERS |= dict.fromkeys(("caffeinate", "chronic", "doas", "env", "ionice", "nice", "nohup"), 0)
WRAPPERS |= dict.fromkeys(("setsid", "stdbuf", "strace", "sudo", "xargs"), 0)
# How many operands come before the shell text that a utility runs.
TEXT_RUNNERS = {"eval": 0, "watch": 0, "trap": 0, "ssh": 1}
SHELLS = {"bash", "sh", "zsh", "su"}  # their `-c` takes shell text
# Words after their first operand are a script's or a container's own.
_SCRIPT_RUNNERS = SHELLS | {"docker exec", "docker run", "node", "perl", "python3", "ruby"}
NUMBER = "-NUM"  # how the knowledge base writes `head -5`
# What nearly every program has and no utility's table needs to repeat.
_COMMON = {
    flag.long: flag
    for flag in (
        Flag("explains the usage", long="--help", long_systems=frozenset(["gnu", "bsd"])),
        Flag("prints the version", long="--version", long_systems=frozenset(["gnu", "bsd"])),
    )
}
_EXECUTE = {"-exec", "-execdir", "-ok", "-okdir"}
_BUNDLE_FIRST = {"tar", "ar"}  # their first word may be a bundle without its dash


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


@dataclass(frozen=True)
class Meaning:
    """What a word is.

    kind: "flag", "argument", "operand", "subcommand", "command" (the first word of a command that
        this one runs), "rest" (the words after it), "text" (shell text that it runs), or "end" (`;`
        of find, `--`, the bracket that closes a test).
        "unknown" is a subcommand that the knowledge base lacks.
    uses: the flags that a word of kind "flag" stands for.
    flag: the flag whose argument the word is.
    operands: the operands of fixed meaning that it stands for: several for a format of date.
    utility: the utility or subcommand in force at the word.
    """

    kind: str
    utility: Utility | None = None
    uses: tuple[Use, ...] = ()
    flag: Flag | None = None
    operands: tuple[Operand, ...] = ()


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


def read(command: Command, family: str = "gnu") -> list[tuple[Word, Meaning]]:
    """Each word after the command's name with its meaning; none for an unknown utility."""
    owner = utility(command.name)
    if owner is None:
        return []
    if command.kind == "keyword" and owner.style != "words":
        return [(word, Meaning("operand", owner)) for word in command.words]
    return _Words(owner, family).read(command.words)


@dataclass
class _Words:
    """The state of reading a command's words from left to right."""

    owner: Utility
    family: str
    wanted: list[Flag] = field(default_factory=list)
    operands: int = 0
    flags_over: bool = False
    inner: str = ""  # the word that ends the command inside find's -exec, "" outside one

    def read(self, words: tuple[Word, ...]) -> list[tuple[Word, Meaning]]:
        meanings = []
        for index, word in enumerate(words):
            meaning = self._next(word, words[index + 1 :])
            meanings.append((word, meaning))
            if meaning.kind == "command" and not self.inner:
                rest = Meaning("rest", self.owner)
                return meanings + [(later, rest) for later in words[index + 1 :]]
        return meanings

    def _next(self, word: Word, later: tuple[Word, ...]) -> Meaning:
        value = word.value
        if self.inner:
            return self._inside(value)
        if self.wanted:
            return self._argument(word)
        if value == "--" and not self.flags_over and self.owner.style != "words":
            self.flags_over = True
            return Meaning("end", self.owner, operands=fixed_operands(self.owner, value))
        uses = self._flags(word)
        if uses:
            return self._flag(uses)
        if value in ("]", "]]") and not later:
            return Meaning("end", self.owner)
        return self._operand(word)

    def _flags(self, word: Word) -> list[Use]:
        # Of `-n"$x"` only the part before the expansion is known.
        text = word.value if word.value is not None else re.split(r"[$`\"'{]", word.text)[0]
        if self.flags_over or not text or fixed_operands(self.owner, text):
            return []
        first = self.operands == 0 and self.owner.name in _BUNDLE_FIRST
        if first and text.isalpha():
            # Without the dash every letter is a flag, and the arguments follow as words.
            uses = [self._letter(letter) for letter in text]
            return uses if all(use.flag for use in uses) else []
        return find_flags(self.owner, text, self.family)

    def _letter(self, letter: str) -> Use:
        return Use(self.owner.flag("-" + letter, self.family), "-" + letter, None, self.owner)

    def _flag(self, uses: list[Use]) -> Meaning:
        self.wanted = [use.flag for use in uses if use.wants]
        if self.owner.name in _BUNDLE_FIRST and not self.operands:
            self.operands = 1
        if self.owner.name == "find" and uses[0].spelling in _EXECUTE:
            self.wanted, self.inner = [], "first"
        return Meaning("flag", self.owner, tuple(uses))

    def _inside(self, value: str | None) -> Meaning:
        if value in (";", "+"):
            self.inner = ""
            return Meaning("end", self.owner)
        kind, self.inner = ("command" if self.inner == "first" else "rest"), "later"
        return Meaning(kind, self.owner)

    def _argument(self, word: Word) -> Meaning:
        flag = self.wanted.pop(0)
        is_text = flag.short == "-c" and self.owner.name in SHELLS
        fixed = fixed_operands(self.owner, word.value)
        return Meaning("text" if is_text else "argument", self.owner, flag=flag, operands=fixed)

    def _operand(self, word: Word) -> Meaning:
        child = _subcommand(self.owner, word.value)
        if child and not self.operands:
            self.owner = child
            return Meaning("subcommand", child)
        name = self.owner.name
        fixed = fixed_operands(self.owner, word.value)
        kind = "unknown" if self._lacks(word.value) and not fixed else "operand"
        first_ends = name in WRAPPERS or name in TEXT_RUNNERS or name in _SCRIPT_RUNNERS
        if first_ends or self.owner.kind == "builtin":
            self.flags_over = self.owner.style != "words"
        if name in WRAPPERS and not (name == "env" and "=" in word.text):
            kind = "command" if self.operands == WRAPPERS[name] else kind
        if name in TEXT_RUNNERS and self.operands >= TEXT_RUNNERS[name]:
            first = self.operands == TEXT_RUNNERS[name]
            kind = "text" if first else "operand" if name == "trap" else "rest"
        if not (name in ("env", "sudo") and "=" in word.text):
            self.operands += 1
        return Meaning(kind, self.owner, operands=fixed)

    def _lacks(self, value: str | None) -> bool:
        """Whether a first operand is a subcommand that the knowledge base does not have."""
        named = bool(value and re.fullmatch("[a-z][a-z-]+", value)) and not self.operands
        return named and self.owner.name in _with_subcommands()


def _subcommand(owner: Utility, value: str | None) -> Utility | None:
    exact = utilities().get(f"{owner.name} {value}")
    if exact or owner.name != "ip" or not value:
        return exact
    # `ip a` and `ip address` are both `ip addr`.
    names = [name.split(" ")[1] for name in utilities() if name.startswith("ip ")]
    short = [name for name in names if name.startswith(value) or value.startswith(name)]
    return utilities()[f"ip {short[0]}"] if short else None


@cache
def _with_subcommands() -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in utilities() if " " in name)


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
