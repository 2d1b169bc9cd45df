"""What each word of a command is: flag, argument of a flag, operand, subcommand, inner command."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from bashcoder_mlx.shell.flags import Use, find_flags, fixed_operands
from bashcoder_mlx.shell.tree import Command, Word
from bashcoder_mlx.shell.utilities import Flag, Operand, Utility, utilities, utility

# How many operands come before the command that a utility runs.
WRAPPERS = {"chroot": 1, "flock": 1, "gtimeout": 1, "taskset": 1, "timeout": 1}
WRAPPERS |= dict.fromkeys(("builtin", "command", "coproc", "exec", "time", "/usr/bin/time"), 0)
WRAPPERS |= dict.fromkeys(("caffeinate", "chronic", "doas", "env", "ionice", "nice", "nohup"), 0)
WRAPPERS |= dict.fromkeys(("setsid", "stdbuf", "strace", "sudo", "xargs"), 0)
# How many operands come before the shell text that a utility runs.
TEXT_RUNNERS = {"eval": 0, "watch": 0, "trap": 0, "ssh": 1}
SHELLS = {"bash", "sh", "zsh", "su"}  # their `-c` takes shell text
# Words after their first operand are a script's or a container's own.
_SCRIPT_RUNNERS = SHELLS | {"docker exec", "docker run", "node", "perl", "python3", "ruby"}
_EXECUTE = {"-exec", "-execdir", "-ok", "-okdir"}
_BUNDLE_FIRST = {"tar", "ar"}  # their first word may be a bundle without its dash


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
    runs: bool = True  # not where `command -v` only asks for a command
    inner: str = ""  # in find's -exec: "first" before the command's name, "later" after it

    def read(self, words: tuple[Word, ...]) -> list[tuple[Word, Meaning]]:
        meanings = []
        for index, word in enumerate(words):
            meaning = self._next(word, is_last=index + 1 == len(words))
            meanings.append((word, meaning))
            if meaning.kind == "command" and not self.inner:
                rest = Meaning("rest", self.owner)
                return meanings + [(later, rest) for later in words[index + 1 :]]
        return meanings

    def _next(self, word: Word, is_last: bool) -> Meaning:
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
        if value in ("]", "]]") and is_last:
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
        uses = find_flags(self.owner, text, self.family)
        if uses and uses[-1].wants and word.value is None and word.text != text:
            uses[-1] = replace(uses[-1], argument=word.text[len(text) :])
        return uses

    def _letter(self, letter: str) -> Use:
        return Use(self.owner.flag("-" + letter, self.family), "-" + letter, None, self.owner)

    def _flag(self, uses: list[Use]) -> Meaning:
        self.wanted = [use.flag for use in uses if use.wants]
        if self.owner.name in _BUNDLE_FIRST and not self.operands:
            self.operands = 1
        if self.owner.name == "command" and uses[0].spelling in ("-v", "-V"):
            self.runs = False
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
        # What follows the text are the arguments of that text, or of python3's module.
        ends = is_text and self.owner.name != "su"
        self.flags_over = ends or flag.argument in ("CODE", "MODULE")
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
        if name in WRAPPERS and self.runs and not (name == "env" and "=" in word.text):
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
