"""Values of slots that text is about: columns, ranges of lines, periods, keys, levels of logs."""

from collections.abc import Mapping

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, number, one_of, words

_CODES = (404, 404, 500, 200, 301, 302, 403, 502, 503)


def _column(draw: Draw, spaced: bool) -> Value:
    """A column that awk can name too: `{column.awk}` is `$3`."""
    value = SLOTS["column"](draw, spaced)
    forms = {**value.forms, "awk": f"${value.data}", "before": str(value.data - 1)}
    return value._replace(forms=forms)


def _count(draw: Draw, spaced: bool) -> Value:
    """A count, with the number after it as `{count.next}`."""
    value = SLOTS["count"](draw, spaced)
    return value._replace(forms={"next": str(value.data + 1)})


def _range(draw: Draw, spaced: bool) -> Value:
    """Two line numbers: "5 to 12" and `5,12`."""
    low = draw.between(2, 40)
    high = low + draw.between(2, 30)
    english = (f"{low} to {high}", f"{low} to {high}", f"{low}-{high}", f"{low} through {high}")
    forms = {"low": str(low), "high": str(high), "dash": f"{low}-{high}"}
    return Value(f"{low},{high}", english, (low, high), forms)


def _ext(draw: Draw, spaced: bool) -> Value:
    """An extension of text files."""
    raw = draw.pick(words("text_ext"))
    return Value(raw, (f".{raw}", f".{raw}", f".{raw}", f"*.{raw}"), raw)


def _pair(draw: Draw, spaced: bool) -> Value:
    """Two or three columns in rising order: "columns 2 and 4" and `2,4`."""
    many = 2 if draw.chance(0.7) else 3
    found = sorted({draw.between(1, 7) for _ in range(many)} | {1 + draw.between(1, 2), 5})[-many:]
    *first, last = map(str, found)
    english = f"{', '.join(first)} and {last}"
    text = ",".join(map(str, found))
    return Value(text, (f"columns {english}", f"fields {english}", f"columns {text}"), tuple(found))


def _span(draw: Draw, spaced: bool) -> Value:
    """Neighbouring columns: "columns 2 to 4" and `2-4`."""
    low = draw.between(1, 5)
    high = low + draw.between(1, 3)
    english = [f"{w} {low} {to} {high}" for w in ("columns", "fields") for to in ("to", "through")]
    return Value(f"{low}-{high}", (*english, f"columns {low}-{high}"), (low, high))


def _period(draw: Draw, spaced: bool) -> Value:
    """Two dates of one year, the earlier first: `{period.low}` and `{period.high}`."""
    year = draw.between(2015, 2026)
    low = f"{year}-{draw.between(1, 6):02}-{draw.between(1, 28):02}"
    high = f"{year}-{draw.between(7, 12):02}-{draw.between(1, 28):02}"
    english = (f"from {low} to {high}", f"between {low} and {high}", f"from {low} until {high}")
    return Value(low, english, (low, high), {"low": low, "high": high})


def _inner(draw: Draw, spaced: bool) -> Value:
    """A column that is not the first, with its neighbours."""
    index = draw.between(2, 7)
    english = (f"column {index}", f"field {index}", f"column number {index}")
    return Value(str(index), english, index, {"before": str(index - 1), "next": str(index + 1)})


def _amount(draw: Draw, spaced: bool) -> Value:
    return number(draw.pick((1, 1, 2, 5, 9)) * draw.pick((5, 10, 20, 50, 100)))


def _between(low: int, high: int) -> Slot:
    return lambda draw, spaced: number(draw.between(low, high))


def _shown_in_quotes(*characters: str) -> Slot:
    def slot(draw: Draw, spaced: bool) -> Value:
        raw = draw.pick(characters)
        return Value(raw, (f'"{raw}"', f"'{raw}'"), raw)

    return slot


LOCAL: Mapping[str, Slot] = {
    "column": _column,
    "count": _count,
    "range": _range,
    "ext": _ext,
    "period": _period,
    "pair": _pair,
    "span": _span,
    "inner": _inner,
    "line": _between(2, 60),
    "amount": _amount,
    "key": one_of(*words("key")),
    "measure": one_of(*words("measure")),
    "code": lambda draw, spaced: number(draw.pick(_CODES)),
    "passwd": one_of("passwd", "passwd.bak", "passwd.txt", "accounts.passwd", "passwd.old"),
    "env": one_of(".env", "app.env", ".env.local", "prod.env", ".env.example", "settings.env"),
    "chars": _between(10, 40),
    "level": one_of("ERROR", "WARN", "INFO", "DEBUG", "FATAL"),
    "letter": _shown_in_quotes(*"abcdeghklmnoprst"),
    "mark": _shown_in_quotes("-", "*", ">", "+"),
}
"""The slots of the text families, by name."""
