"""The tables of utilities.toml as objects: utilities, their flags and operands, and constructs."""

from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from importlib import resources

from bashcoder_mlx import toml

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
        return self.argument.startswith("[")

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


@lru_cache(1)
def _tables() -> tuple[dict[str, Utility], dict[str, Construct]]:
    source = resources.files("bashcoder_mlx.shell") / "utilities.toml"
    document = toml.loads(source.read_text("utf-8"))
    tables = document["utility"]
    return (
        {name: _utility(name, table, tables) for name, table in tables.items()},
        {name: _construct(name, table) for name, table in document["syntax"].items()},
    )


def utilities() -> dict[str, Utility]:
    """Every utility and subcommand by name."""
    return _tables()[0]


def constructs() -> dict[str, Construct]:
    """Every construct of the syntax by name."""
    return _tables()[1]


def utility(name: str | None) -> Utility | None:
    """The utility of that name or absolute path; None where the knowledge base lacks it."""
    if not name:
        return None
    short = name.rsplit("/", 1)[-1] if name.startswith("/") else name
    return utilities().get(name) or utilities().get(short)


def _utility(name: str, table: dict, tables: dict) -> Utility:
    own = _build(Utility, {**_common(table), "name": name, **_words(table)})
    if "like" not in table:
        return own
    other = _words(tables[table["like"]])
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
