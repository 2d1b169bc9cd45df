"""Texts that are piped into a filter: of fields or of words, typed or held by variables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, words
from bashcoder_mlx.corpora.synthetic.task import Bound


def _shown(raw: str) -> Value:
    return Value(f"'{raw}'", (f'"{raw}"', f'"{raw}"', f"'{raw}'"), raw)


def _snippet(draw: Draw, spaced: bool) -> Value:
    """Words and a number: "Paper 42  for berlin or more"."""
    first, last = draw.pick(words("noun")).title(), draw.pick(words("word"))
    return _shown(f"{first} {draw.between(10, 999)}  for {last} or more")


def _printed(draw: Draw, spaced: bool) -> Value:
    """The same as printf needs it, with the end of a line or, as `.bare`, without."""
    value = _snippet(draw, spaced)
    return value._replace(text=f"'{value.data}\\n'", forms={"bare": value.text})


def _fields(separator: str) -> Slot:
    def slot(draw: Draw, spaced: bool) -> Value:
        return _shown(separator.join(draw.pick(words("noun")) + str(n) for n in range(2, 10)))

    return slot


@dataclass(frozen=True, kw_only=True)
class Input:
    """A text, and the command that prints it."""

    key: str
    run: str
    said: str
    text: Callable[[Bound], str]
    slots: Mapping[str, Slot] = field(default_factory=dict)
    before: str = ""
    """Bash that comes first where it is tried."""
    separator: str = ""
    """Of its fields; nothing where it has words."""
    name: str = ""
    """The separator in English."""
    plain: str = ""
    """The command that prints it without the end of a line."""


# What a variable holds: without quotes it would be files, and have fewer blanks.
_HELD = "* 57  of Paris for Rome or more *"
_HELD_FIELDS = "red  2:green  3:blue  4:pink  5:grey  6:teal  7:gold  8:plum  9"
_SEPARATORS = (("colons", ":", ":"), ("commas", ",", ","), ("slashes", "/", "/"))
_MORE = (("dots", ".", "."), ("hyphens", "-", "-"), ("underscores", "_", "_"))
SNIPPET = Input(
    key="text",
    run="echo {snippet}",
    plain="echo -n {snippet}",
    said="[the text |the string |]{snippet}",
    text=lambda s: s.snippet,
    slots={"snippet": _snippet},
)
PRINTED = Input(
    key="printf",
    run="printf {printed}",
    plain="printf {printed.bare}",
    said="[the text |the string |]{printed}, printed by printf",
    text=lambda s: s.printed,
    slots={"printed": _printed},
)
VARIABLE = Input(
    key="variable",
    run='echo "{variable.dollar}"',
    plain='echo -n "{variable.dollar}"',
    said="[the value of|the variable] {variable.dollar}",
    text=lambda s: _HELD,
    before=f"{{variable.raw}}='{_HELD}'",
)
FIELDS = tuple(
    Input(
        key=name,
        run="echo {fields}",
        said="[the text |the string |]{fields}",
        text=lambda s: s.fields,
        slots={"fields": _fields(separator)},
        separator=text,
        name=name,
    )
    for name, text, separator in (*_SEPARATORS, *_MORE)
)
FIELDS_OF_VARIABLE = Input(
    key="variable-colons",
    run='echo "{variable.dollar}"',
    said="[the value of|the variable] {variable.dollar}",
    text=lambda s: _HELD_FIELDS,
    before=f"{{variable.raw}}='{_HELD_FIELDS}'",
    separator=":",
    name="colons",
)
