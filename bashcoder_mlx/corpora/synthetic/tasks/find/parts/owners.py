"""What find can ask of owners and permissions."""

from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Change,
    Criterion,
    Holds,
    changed,
    either,
    negated,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import SET_GROUP, STICKY


def _bit(bit: int) -> Change:
    return lambda spec, s: changed(mode=spec.mode | bit)(spec, s)


def _without(bit: int) -> Change:
    return lambda spec, s: changed(mode=spec.mode & ~bit)(spec, s)


def _has(bit: int) -> Holds:
    return lambda item, s: bool(item.node.mode & bit)


def _mode(flipped: int) -> Change:
    return changed(mode=lambda s: int(s.mode, 8) ^ flipped, exact=True)


OWNER = Criterion(
    "user",
    "owner",
    "-user {user}",
    "[owned by [|user |the user ]|belonging to [|the user ]|of the user ]{user}",
    "[are owned by [|user |the user ]|belong to [user |the user ]]{user}",
    good=_bit(STICKY),
    bad=[_without(STICKY)],
    holds=_has(STICKY),
)
NOT_OWNER = negated(
    OWNER,
    "[not owned by [|user |the user ]|not belonging to [|the user ]|owned by anyone but ]{user}",
    "are not owned by [|user |the user ]{user}",
)
GROUP = Criterion(
    "group",
    "owner",
    "-group {group}",
    "[owned by the group|belonging to the group|of the group] {group}",
    "[are owned by|belong to] the group {group}",
    good=_bit(SET_GROUP),
    bad=[_without(SET_GROUP)],
    holds=_has(SET_GROUP),
)
NO_OWNER = Criterion(
    "nouser",
    "owner",
    "-nouser",
    "[without an owner|owned by no [existing|known] user|whose owner does not exist [any more|]]",
    "[have no owner|belong to no existing user]",
    good=_bit(STICKY),
    bad=[_without(STICKY)],
    holds=_has(STICKY),
)
MODE = Criterion(
    "mode",
    "perm",
    "-perm {mode}",
    "with [permissions|mode|permission|the permissions] {mode}",
    "have [permissions|mode] {mode}",
    good=_mode(0),
    bad=[_mode(0o020), _mode(0o001), _mode(0o042)],
    holds=lambda item, s: item.node.mode == int(s.mode, 8),
)
FOLDER_MODE = replace(MODE, slots={"mode": one_of("755", "700", "750", "775", "777", "711")})
_NOT_MODE = (
    "[whose [permissions|mode] [are|is] not|with [permissions|a mode] other than"
    "|without [permissions|mode]] {mode}",
    "do not have [permissions|mode] {mode}",
)
NOT_MODE = negated(MODE, *_NOT_MODE)
FOLDER_NOT_MODE = negated(FOLDER_MODE, *_NOT_MODE)
EXECUTABLE = Criterion(
    "exec",
    "perm",
    "-executable",
    "",
    "are executable",
    good=_bit(0o111),
    bad=[_without(0o111)],
    holds=_has(0o111),
    macos="-perm +111",
    adjective="executable",
)
NOT_EXECUTABLE = negated(
    EXECUTABLE,
    "[that are not executable|without execute permission]",
    "are not executable",
)


def _permitted(key: str, letters: str, bit: int, post: str, are: str) -> Criterion:
    """Has the permission of these letters, as `-perm` writes them."""
    return Criterion(
        key,
        "perm",
        f"-perm -{letters}",
        post,
        are,
        good=_bit(bit),
        bad=[_without(bit)],
        holds=_has(bit),
    )


OTHERS_WRITE = _permitted(
    "owrite",
    "o+w",
    0o002,
    "[that [everyone|anyone|anybody] can write to|[writable|writeable] by [others|everyone|all]"
    "|with write permission for others]",
    "are [world-writable|writable by everyone|writable by others]",
)
GROUP_WRITE = _permitted(
    "gwrite",
    "g+w",
    0o020,
    "[that the group can write to|writable by [the|their] group|with group write permission]",
    "are [group-writable|writable by the group]",
)
OWNER_EXECUTES = _permitted(
    "uexec",
    "u+x",
    0o100,
    "[that their owner [can|may] execute|executable by [the|their] owner]",
    "are executable by their owner",
)
OWNER_WRITES = _permitted(
    "uwrite",
    "u+w",
    0o200,
    "[that their owner [can|may] write to|writable by [the|their] owner]",
    "are writable by their owner",
)
SETUID = _permitted(
    "setuid",
    "4000",
    STICKY,  # the one that stands in for it
    "with the [setuid|set-user-id|SUID] bit[ set|]",
    "have the [setuid|SUID] bit set",
)
SETGID = _permitted(
    "setgid",
    "2000",
    SET_GROUP,
    "with the [setgid|set-group-id|SGID] bit[ set|]",
    "have the [setgid|SGID] bit set",
)
SPECIAL = either(SETUID, SETGID, "special")
PRIVATE = negated(
    _permitted("oread", "o+r", 0o004, "", ""),
    "[that others [cannot|can not] read|not readable by [others|everyone]]",
    "are not readable by others",
)
