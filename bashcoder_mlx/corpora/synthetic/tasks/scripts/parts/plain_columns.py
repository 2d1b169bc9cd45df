"""Parts of plain scripts over the rows of a CSV file: a name and an amount, or a city between."""

from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.passes import Choice, Record, Source

FILE = "my  data.csv"
_TWO, _THREE = "names and amounts", "names, cities and amounts"
_READS = {
    "two": ("name amount", _TWO, "name,amount\n"),
    "three": ("name city amount", _THREE, "name,city,amount\n"),
}
_NAMED = "[, kept in a variable|, in a variable with a name|; give the file a name]"
_PLACES = {
    "": ("given as argument", "", (), '"$1"', (FILE,), 0),
    "named": ("given as argument", _NAMED, ("file=$1",), '"$file"', (FILE,), 0),
    "fixed": ("called {csv.raw}", "", (), "{csv}", (), 1),
}
_HEADERS = {
    "": ("", "", "while IFS=, read -r COLUMNS; do", "done < FILE", True),
    "below": (
        "[ below the header| after the header]",
        "",
        "while IFS=, read -r COLUMNS; do",
        "done < <(tail -n +2 FILE)",
        True,
    ),
    "piped": (
        "[ below the header| after the header]",
        "[, with tail piped into the loop|; pipe tail into while]",
        "tail -n +2 FILE | while IFS=, read -r COLUMNS; do",
        "done",
        False,
    ),
}


def _sources() -> list[Source]:
    return [_source(*keys) for keys in product(_READS, _PLACES, _HEADERS)]


def _source(layout: str, place: str, header: str) -> Source:
    columns, listed, first = _READS[layout]
    where, named, start, file, calls, cost = _PLACES[place]
    below, hint, head, tail, keeps = _HEADERS[header]
    called = "" if calls else " called {csv.raw}"
    under = " below the header" if header else ""
    return Source(
        "-".join(key for key in (layout, place, header) if key),
        f"the rows<meant>{below} of a csv file of {listed} {where}",
        f"the rows<meant>{under} of a file of {listed}{called}",
        head.replace("COLUMNS", columns).replace("FILE", file),
        tail.replace("FILE", file),
        start,
        calls,
        keeps,
        layout,
        first if header else "",
        named + hint,
        cost=cost + (header == "piped") + (layout == "three" and bool(header)),
    )


SOURCES = _sources()
CHOICES = (
    Choice(),
    Choice(
        "above",
        " with an amount [above|greater than|of more than] {n}",
        " with an amount above {n}",
        '"$amount" -gt {n}',
        lambda row, s: row[-1] > s.n,
    ),
    Choice(
        "below",
        " with an amount [below|less than] {n}",
        " with an amount below {n}",
        '"$amount" -lt {n}',
        lambda row, s: row[-1] < s.n,
        cost=1,
    ),
    Choice(
        "least",
        " with an amount of [at least {n}|{n} or more]",
        " with an amount of at least {n}",
        '"$amount" -ge {n}',
        lambda row, s: row[-1] >= s.n,
        cost=1,
    ),
    Choice(
        "city",
        " [whose city is|with the city|from the city] {word}",
        " whose city is {word}",
        '"$city" = {word}',
        lambda row, s: row[1] == s.word,
        "three",
    ),
)


_AMOUNTS = (1, 70, 3, 0, -1, -2, -1, -2, -1, -2, -6, 5, -1)
"""How far the amounts are from the number of the request."""


def rows(s: Bound, source: Source) -> list[list[Record]]:
    """Rows for a test that holds for the first and for one that holds for the last, more than tail
    shows by itself; those turned around; and, without a test, small amounts.
    """
    number, city = s.n if "n" in s else 100, s.word if "word" in s else "Oslo"
    cities = (city, "New  York", "Bern", city, f"{city}x", "Aden", "Cairo")
    some = [
        (f"{letter}  {letter}\\", (cities + ("Aden", "New  York") * 3)[at], number + far)
        for at, (letter, far) in enumerate(zip("abcdefghijklm", _AMOUNTS, strict=True))
    ]
    small = [(name, place, int(at != 1)) for at, (name, place, _) in enumerate(some)]
    return [some, some[::-1]] + [small] * ("n" not in s and "word" not in s)
