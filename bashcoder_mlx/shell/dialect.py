"""Whether a command suits its system: utilities and flags that GNU or macOS's userland lacks."""

from collections.abc import Iterator

from bashcoder_mlx.shell.constructs import constructs_of
from bashcoder_mlx.shell.flags import Use
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.tree import Command, Word
from bashcoder_mlx.shell.utilities import FAMILIES, Utility, utility

NAMES = {"linux": "Linux", "macos": "macOS"}


def faults(text: str, system: str, unknown: bool = True) -> list[str]:
    """What in a bash text the knowledge base does not have for a system, one message each.

    Args:
        text: bash.
        system: "linux" (GNU) or "macos" (BSD).
        unknown: whether to name also what the knowledge base lacks for every system. Without it
            only what is known to be elsewhere is named, with what to write instead.
    """
    found = commands(text)
    defined = {command.name for command in found if command.kind == "function"}
    judge, messages = _Judge(system, unknown), []
    ssh_depth = None
    for command in found:
        # What ssh runs follows it, deeper; the system there is not known.
        if ssh_depth is not None and command.depth > ssh_depth:
            continue
        ssh_depth = command.depth if command.name == "ssh" else None
        if command.kind != "function" and command.name not in defined:
            messages += judge.faults(command)
    for use in constructs_of(text):
        if judge.family not in use.construct.systems:
            messages.append(judge.missing(use.construct.name, use.construct.equivalent))
    return list(dict.fromkeys(messages))


class _Judge:
    def __init__(self, system: str, unknown: bool):
        self.system, self.family, self.unknown = system, FAMILIES[system], unknown

    def faults(self, command: Command) -> Iterator[str]:
        owner = utility(command.name)
        if owner is None:
            # A path is a program of one's own.
            own = "/" in (command.name or "/") or command.name in ("{", "(", "!")
            if self.unknown and not own:
                yield f"{command.name}: not in the knowledge base"
            return
        if self.family not in owner.systems:
            yield self.missing(owner.name, owner.equivalent)
            return
        meanings = read(command, self.family)
        for index, (word, meaning) in enumerate(meanings):
            following = meanings[index + 1][0] if index + 1 < len(meanings) else None
            yield from self._word(word, meaning, following)

    def _word(self, word: Word, meaning: Meaning, following: Word | None) -> Iterator[str]:
        owner = meaning.utility
        if meaning.kind == "unknown" and self.unknown:
            yield f"{owner.name} {word.value}: not in the knowledge base"
        if meaning.kind == "subcommand" and self.family not in owner.systems:
            yield self.missing(owner.name, owner.equivalent)
        for operand in meaning.operands:
            if self.family not in operand.systems:
                yield self.missing(f"{owner.name} {operand.word}", operand.equivalent)
        for use in meaning.uses:
            yield from self._use(owner, use, following)

    def _use(self, owner: Utility, use: Use, following: Word | None) -> Iterator[str]:
        name = f"{owner.name} {use.spelling}"
        if use.flag is None:
            if self.unknown:
                yield f"{name}: not in the knowledge base"
        elif self.family not in use.flag.families(use.spelling):
            yield self.missing(name, self._instead(use))
        else:
            yield from self._suffix(name, use, following)

    def _instead(self, use: Use) -> dict[str, str]:
        """The equivalent of a form: another form of the same flag, else what the flag names."""
        for spelling in use.flag.spellings():
            if self.family in use.flag.families(spelling):
                return {self.family: spelling}
        return use.flag.equivalent

    def _suffix(self, name: str, use: Use, following: Word | None) -> Iterator[str]:
        """The trap of `sed -i`: an argument that one family attaches and the other wants apart."""
        known = use.utility.by_spelling.get(use.spelling, ())
        forms = {flag.optional for flag in known if flag.argument}
        if forms != {True, False} or following is None or use.argument is not None:
            return
        here = NAMES[self.system]
        if use.flag.optional and following.value == "":
            yield f"{name} '': on {here} the '' is an operand of its own; leave it out"
        elif use.wants and following.value and not following.value.startswith("."):
            yield f"{name}: on {here} the next word is its argument; write {use.spelling} ''"

    def missing(self, name: str, equivalent: dict[str, str]) -> str:
        instead = equivalent.get(self.family)
        return f"{name}: not on {NAMES[self.system]}" + (f"; use {instead}" if instead else "")
