"""The tables of utilities.toml as objects: utilities, their flags and operands, and constructs."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from importlib import resources

from bashcoder_mlx import toml

_HEADER = re.compile(r"^\[utility\.", re.MULTILINE)
# The family of userland that each target system of a prompt has.
FAMILIES = {"linux": "gnu", "macos": "bsd"}


@dataclass(frozen=True)
class Flag:
    """A flag of a utility; what each key means is said at the top of utilities.toml.

    systems: the families that have the short form, or the long one where there is no other.
    long_systems: the families that have the long form.
    """

    does: str
    short: str = ""
    long: str = ""
    argument: str = ""
    systems: frozenset[str] = frozenset()
    long_systems: frozenset[str] = frozenset()
    writes: str = ""
    destroys: str = ""
    equivalent: dict[str, str] = field(default_factory=dict, hash=False)
    keeps: bool = False
    accepted: str = ""

    @property
    def optional(self) -> bool:
        """Whether it can do without its argument, which then has to be attached."""
        return self.argument.startswith("[") and self.argument.endswith("]")

    @property
    def argument_name(self) -> str:
        """The name of its argument, "" where it takes none."""
        return self.argument[1:-1] if self.optional else self.argument

    def spellings(self) -> tuple[str, ...]:
        """Its short form and its long one, as far as it has them."""
        return tuple(word for word in (self.short, self.long) if word)

    def families(self, spelling: str) -> frozenset[str]:
        """The families that have this form of it."""
        return self.systems if spelling == self.short else self.long_systems


@dataclass(frozen=True)
class Operand:
    """A word without a dash that has a meaning of its own, such as dd's `if=FILE`."""

    word: str
    does: str
    systems: frozenset[str] = frozenset()
    writes: str = ""
    destroys: str = ""
    equivalent: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Construct:
    """A construct of bash's syntax, such as `${NAME:-WORD}`."""

    name: str
    purpose: str
    systems: frozenset[str] = frozenset()
    writes: str = ""
    destroys: str = ""
    equivalent: dict[str, str] = field(default_factory=dict, hash=False)
    see: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utility:
    """A program, builtin, keyword or, with a blank in its name, a subcommand."""

    name: str
    purpose: str
    area: str = ""
    kind: str = "program"
    systems: frozenset[str] = frozenset()
    package: str = ""
    synopsis: str = ""
    style: str = ""
    same: bool = False
    like: str = ""
    writes: str = ""
    destroys: str = ""
    equivalent: dict[str, str] = field(default_factory=dict, hash=False)
    see: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    operands: tuple[Operand, ...] = ()

    @cached_property
    def by_spelling(self) -> dict[str, list[Flag]]:
        """Every form of every flag, with the flags it stands for on one family or another."""
        table: dict[str, list[Flag]] = {}
        for flag in self.flags:
            for spelling in flag.spellings():
                table.setdefault(spelling, []).append(flag)
        return table

    def flag(self, spelling: str, family: str = "gnu") -> Flag | None:
        """The flag of that spelling: the family's own, else another's, else None."""
        found = self.by_spelling.get(spelling, [])
        own = [flag for flag in found if family in flag.families(spelling)]
        return (own or found or [None])[0]


class _Utilities(Mapping):
    """Utilities by name. Each is parsed when it is asked for: the whole file takes too long for a
    command that prints one answer.
    """

    def __init__(self, sections: dict[str, str]):
        self._sections, self._parsed = sections, {}

    def __getitem__(self, name: str) -> Utility:
        if name not in self._parsed:
            self._parsed[name] = _utility(name, self._table(name), self._table)
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)

    def _table(self, name: str) -> dict:
        return toml.loads(self._sections[name])["utility"][name]


@lru_cache(1)
def _sections() -> tuple[dict[str, str], str]:
    """The text of every utility's table, and that of the syntax."""
    source = resources.files("bashcoder_mlx.shell") / "utilities.toml"
    _, *utilities, rest = _HEADER.split(source.read_text("utf-8"))
    last, mark, syntax = rest.partition("[syntax.")
    texts = [*utilities, last]
    return {_name(text): f"[utility.{text}" for text in texts}, mark + syntax


def _name(section: str) -> str:
    """The name in the rest of a header, `ls]` or `"git log"]`."""
    key = section.partition("]\n")[0]
    return json.loads(key) if key.startswith('"') else key


@lru_cache(1)
def utilities() -> Mapping[str, Utility]:
    """Every utility and subcommand by name."""
    return _Utilities(_sections()[0])


@lru_cache(1)
def constructs() -> dict[str, Construct]:
    """Every construct of the syntax by name."""
    tables = toml.loads(_sections()[1])["syntax"]
    return {name: _construct(name, table) for name, table in tables.items()}


def utility(name: str | None) -> Utility | None:
    """The utility of that name or absolute path; None where the knowledge base lacks it."""
    if not name:
        return None
    short = name.rsplit("/", 1)[-1] if name.startswith("/") else name
    return utilities().get(name) or utilities().get(short)


def _utility(name: str, table: dict, table_of: Callable[[str], dict]) -> Utility:
    own = _build(Utility, {**_common(table), "name": name, **_words(table)})
    if "like" not in table:
        return own
    other = _words(table_of(table["like"]))
    flags, operands = own.flags + other["flags"], own.operands + other["operands"]
    return replace(own, flags=flags, operands=operands)


def _words(table: dict) -> dict:
    """The flags and operands of a utility's table."""
    systems, same = frozenset(table["systems"]), table.get("same", False)
    return {
        "flags": tuple(_flag(flag, systems, same) for flag in table.get("flags", ())),
        "operands": tuple(
            _build(Operand, {"systems": systems, **_common(operand)})
            for operand in table.get("operands", ())
        ),
    }


def _construct(name: str, table: dict) -> Construct:
    return _build(Construct, {**_common(table), "name": name})


def _flag(table: dict, systems: frozenset[str], same: bool) -> Flag:
    common = {"systems": systems, **_common(table)}
    if "long_systems" not in common:
        # Long forms are GNU's alone, but for programs that are the same everywhere.
        everywhere = same or ("short" not in table and "systems" in table)
        everywhere = everywhere or not table.get("long", "--").startswith("--")
        common["long_systems"] = common["systems"] & (
            common["systems"] if everywhere else frozenset(["gnu"])
        )
    if "short" not in table:
        common["systems"] = common["long_systems"]
    return _build(Flag, common)


def _common(table: dict) -> dict:
    """A table with sets and tuples in place of its lists of words."""
    converted = dict(table)
    for key in ("systems", "long_systems"):
        if key in table:
            converted[key] = frozenset(table[key])
    converted["see"] = tuple(table.get("see", ()))
    return converted


def _build(kind, table: dict):
    names = {item.name for item in fields(kind)}
    return kind(**{key: value for key, value in table.items() if key in names})
