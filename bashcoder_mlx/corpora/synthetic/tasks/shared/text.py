"""Slots, sample files and oracles that the tables of tasks about text share."""

from collections.abc import Callable, Sequence
from functools import wraps

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, number, one_of, words
from bashcoder_mlx.corpora.synthetic.task import Bound, Result
from bashcoder_mlx.trial.world import World

_READ = ("file", "txt", "csv", "log", "json", "conf", "env", "passwd", "html", "py")
_ANIMALS = (
    *("heron", "otter", "gecko", "bison", "tapir", "civet", "dingo", "ermine", "fossa"),
    *("gibbon", "hyena", "ibex", "jerboa", "koala", "lynx", "mink", "numbat", "okapi"),
    *("panda", "quokka", "rhea", "stoat", "toucan", "urial"),
)


def column_of_awk(draw: Draw, spaced: bool) -> Value:
    """A column that awk can name too: `{column.awk}` is `$3`."""
    value = SLOTS["column"](draw, spaced)
    forms = {**value.forms, "awk": f"${value.data}", "before": str(value.data - 1)}
    return value._replace(forms=forms)


def count_and_next(draw: Draw, spaced: bool) -> Value:
    """A count, with the number after it as `{count.next}`."""
    value = SLOTS["count"](draw, spaced)
    return value._replace(forms={"next": str(value.data + 1)})


def line_range(draw: Draw, spaced: bool) -> Value:
    """Two line numbers: "5 to 12" and `5,12`."""
    low = draw.between(2, 40)
    high = low + draw.between(2, 30)
    english = (f"{low} to {high}", f"{low} to {high}", f"{low}-{high}", f"{low} through {high}")
    forms = {"low": str(low), "high": str(high), "dash": f"{low}-{high}"}
    return Value(f"{low},{high}", english, (low, high), forms)


def extension_of_text(draw: Draw, spaced: bool) -> Value:
    """An extension of text files."""
    raw = draw.pick(words("text_ext"))
    return Value(raw, (f".{raw}", f".{raw}", f".{raw}", f"*.{raw}"), raw)


def some_columns(draw: Draw, spaced: bool) -> Value:
    """Two or three columns in rising order: "columns 2 and 4" and `2,4`."""
    many = 2 if draw.chance(0.7) else 3
    found = sorted({draw.between(1, 7) for _ in range(many)} | {1 + draw.between(1, 2), 5})[-many:]
    *first, last = map(str, found)
    english = f"{', '.join(first)} and {last}"
    text = ",".join(map(str, found))
    return Value(text, (f"columns {english}", f"fields {english}", f"columns {text}"), tuple(found))


def column_span(draw: Draw, spaced: bool) -> Value:
    """Neighbouring columns: "columns 2 to 4" and `2-4`."""
    low = draw.between(1, 5)
    high = low + draw.between(1, 3)
    english = [f"{w} {low} {to} {high}" for w in ("columns", "fields") for to in ("to", "through")]
    return Value(f"{low}-{high}", (*english, f"columns {low}-{high}"), (low, high))


def inner_column(draw: Draw, spaced: bool) -> Value:
    """A column that is not the first, with its neighbours."""
    index = draw.between(2, 7)
    english = (f"column {index}", f"field {index}", f"column number {index}")
    return Value(str(index), english, index, {"before": str(index - 1), "next": str(index + 1)})


def two_dates(draw: Draw, spaced: bool) -> Value:
    """Two dates of one year, the earlier first: `{period.low}` and `{period.high}`."""
    year = draw.between(2015, 2026)
    low = f"{year}-{draw.between(1, 6):02}-{draw.between(1, 28):02}"
    high = f"{year}-{draw.between(7, 12):02}-{draw.between(1, 28):02}"
    english = (f"from {low} to {high}", f"between {low} and {high}", f"from {low} until {high}")
    return Value(low, english, (low, high), {"low": low, "high": high})


def line_number(draw: Draw, spaced: bool) -> Value:
    """The number of a line, with those beside it."""
    line = draw.between(2, 60)
    return number(line)._replace(forms={"next": str(line + 1), "before": str(line - 1)})


def round_amount(draw: Draw, spaced: bool) -> Value:
    """A number to compare with."""
    return number(draw.pick((1, 1, 2, 5, 9)) * draw.pick((5, 10, 20, 50, 100)))


def status_code(draw: Draw, spaced: bool) -> Value:
    """A status of HTTP."""
    return number(draw.pick((404, 404, 500, 200, 301, 302, 403, 502, 503)))


def place_in_line(draw: Draw, spaced: bool) -> Value:
    """The number of a character in a line."""
    return number(draw.between(10, 40))


def few_characters(draw: Draw, spaced: bool) -> Value:
    """A small number of characters."""
    return number(draw.between(2, 8))


def one_letter(draw: Draw, spaced: bool) -> Value:
    """A letter, in quotes in a prompt."""
    return _in_quotes(draw.pick("abcdeghklmnoprst"))


def bullet(draw: Draw, spaced: bool) -> Value:
    """A mark at the start of a line."""
    return _in_quotes(draw.pick(("-", "*", ">", "+")))


def _in_quotes(raw: str) -> Value:
    return Value(raw, (f'"{raw}"', f"'{raw}'"), raw)


def tab_width(draw: Draw, spaced: bool) -> Value:
    """The width of a tab."""
    return number(draw.pick((2, 3, 4, 4, 8)))


def two_or_three(draw: Draw, spaced: bool) -> Value:
    """A small number."""
    return number(draw.pick((2, 3)), True)


def every_nth(draw: Draw, spaced: bool) -> Value:
    """A number from three to ten; `{nth.th}` is "fourth"."""
    many = draw.between(3, 10)
    word = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")[many - 3]
    suffix = "rd" if many == 3 else "th"
    return Value(str(many), (str(many),), many, {"th": (word, f"{many}{suffix}")})


field_name = one_of(*words("key"))
measure_name = one_of(*words("measure"))
passwd_file = one_of("passwd", "passwd.bak", "passwd.txt", "accounts.passwd", "passwd.old")
env_file = one_of(".env", "app.env", ".env.local", "prod.env", ".env.example", "settings.env")
log_level = one_of("ERROR", "WARN", "INFO", "DEBUG", "FATAL")


def names(many: int) -> list[str]:
    """Distinct words, out of order."""
    return [_ANIMALS[(5 * i) % 24] + ("" if i < 24 else str(i // 24)) for i in range(many)]


def cells(row: int, width: int = 9) -> list[str]:
    """Cells that are like nothing else: two more than the largest column that is drawn."""
    return [f"r{row}k{i}" for i in range(1, width + 1)]


def path_read(s: Bound) -> str:
    """The file that the command reads: the first slot of a file."""
    return next(s[name].data for name in _READ if name in s)


def many(world: World, s: Bound) -> None:
    """120 different lines in the file that is read."""
    lines = [f"line {i} {name}" for i, name in enumerate(names(120), 1)]
    world.file(path_read(s), lines, days=9)
    world.file("other.file", ["not this one"], days=9)


def put(world: World, s: Bound, into: str, found: Result) -> Result:
    """What an oracle found is printed, or written to the file of the slot `into`."""
    if not into:
        return found
    world.file(s.fill(into), found)
    return None


def on_lines(result: Callable[[list[str], Bound], Sequence[str] | str]) -> Callable:
    """An oracle out of what becomes of the lines of the file that is read."""

    @wraps(result)
    def expect(world: World, s: Bound, into: str = "", **more) -> Result:
        lines = world[path_read(s)].text.split("\n")[:-1]
        return put(world, s, into, result(lines, s, **more))

    return expect


def table(world: World, s: Bound, separator: str, kind: str = "cells") -> None:
    """A table in the file that is read: of cells that are all different, or with numbers in
    {column} and {column2} ("figures"), or all in capitals.
    """
    rows = [cells(i) for i in range(6)]
    for index, row in enumerate(rows if kind == "figures" else ()):
        row[s.column - 1] = str((2 * index * 337 + 93) % 1009)
        if "column2" in s:
            row[s.column2 - 1] = str(((2 * index + 1) * 337 + 93) % 1009)
    lines = [s.fill(separator).join(row) for row in rows]
    world.file(path_read(s), [line.upper() for line in lines] if kind == "capitals" else lines)


def on_rows(result: Callable[[list[str], Bound], str | list[str]]) -> Callable:
    """An oracle out of what becomes of a row: a line, or cells to be joined by `glue`."""

    @wraps(result)
    def expect(
        world: World, s: Bound, separator: str, glue: str = "", into: str = "", **more
    ) -> Result:
        found = []
        for line in world[path_read(s)].text.splitlines():
            made = result(line.split(s.fill(separator)), s, **more)
            found.append(made if isinstance(made, str) else s.fill(glue or separator).join(made))
        return put(world, s, into, found)

    return expect
