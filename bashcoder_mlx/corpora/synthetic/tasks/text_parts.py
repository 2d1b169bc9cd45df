"""What the families of text tasks share: local slots, sample lines, tables, pieces of pipelines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, number, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task, nothing
from bashcoder_mlx.trial.world import World

WIDTH = 9  # columns of a sample table: two more than the largest column that is drawn


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
    raw = draw.pick(_EXTENSIONS)
    return Value(raw, (f".{raw}", f".{raw}", f".{raw}", f"*.{raw}"), raw)


_EXTENSIONS = [
    "txt",
    "txt",
    "md",
    "md",
    "csv",
    "log",
    "log",
    "py",
    "py",
    "js",
    "ts",
    "html",
    "css",
    "json",
    "yaml",
    "yml",
    "xml",
    "conf",
    "sh",
    "c",
    "h",
    "cpp",
    "java",
    "go",
    "rs",
    "rb",
    "php",
    "sql",
    "ini",
    "toml",
    "tsv",
    "list",
    "dat",
    "tex",
    "srt",
    "cfg",
    "rst",
]


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


LOCAL: Mapping[str, Slot] = {
    "column": _column,
    "count": _count,
    "range": _range,
    "ext": _ext,
    "period": _period,
    "pair": _pair,
    "span": _span,
    "inner": lambda draw, spaced: _inner(draw.between(2, 7)),
    "line": lambda draw, spaced: number(draw.between(2, 60)),
    "amount": lambda draw, spaced: number(
        draw.pick((1, 1, 2, 5, 9)) * draw.pick((5, 10, 20, 50, 100))
    ),
    "key": one_of(
        "name", "id", "email", "status", "title", "city", "owner", "type", "version", "country",
        "color", "state", "author", "category", "group", "host", "region", "department", "role",
    ),
    "measure": one_of(
        "price", "age", "size", "score", "count", "total", "amount", "quantity", "weight",
        "height", "rating", "cost", "votes", "points", "salary", "duration", "views", "stock",
    ),
    "code": lambda draw, spaced: number(draw.pick((404, 404, 500, 200, 301, 302, 403, 502, 503))),
    "passwd": one_of("passwd", "passwd.bak", "passwd.txt", "accounts.passwd", "passwd.old"),
    "env": one_of(".env", "app.env", ".env.local", "prod.env", ".env.example", "settings.env"),
    "chars": lambda draw, spaced: number(draw.between(10, 40)),
    "level": one_of("ERROR", "WARN", "INFO", "DEBUG", "FATAL"),
    "letter": lambda draw, spaced: _quoted(draw.pick("abcdeghklmnoprst")),
    "mark": lambda draw, spaced: _quoted(draw.pick(("-", "*", ">", "+"))),
}  # fmt: skip


def _inner(index: int) -> Value:
    """A column that is not the first, with its neighbours."""
    value = Value(
        str(index), (f"column {index}", f"field {index}", f"column number {index}"), index
    )
    return value._replace(forms={"before": str(index - 1), "next": str(index + 1)})


def _quoted(raw: str) -> Value:
    return Value(raw, (f'"{raw}"', f"'{raw}'"), raw)


def text_task(
    name: str,
    say: Sequence[str],
    run: str,
    explain: Sequence[str],
    setup: Callable[[World, Bound], object] = nothing,
    expect: Callable[[World, Bound], Result] = nothing,
    ask: Sequence[str] = (),
    mac: str | None = None,
    weight: float = 1.0,
    **more,
) -> Task:
    """A task with the slots of the text families. `run` serves any system unless `mac` gives the
    form for macOS; an empty `mac` says that macOS has none.
    """
    forms = run if mac is None else {"linux": run} if not mac else {"linux": run, "macos": mac}
    return Task(
        name=name, say=say, run=forms, explain=explain, setup=setup, expect=expect, ask=ask,
        weight=weight, slots={**LOCAL, **more.pop("slots", {})}, **more,
    )  # fmt: skip


def lines_task(
    name: str,
    run: str,
    say: Sequence[str],
    explain: Sequence[str],
    lines: Sequence[str] | Callable[[Bound], Sequence[str]],
    result: Callable[[list[str], Bound], Result],
    ask: Sequence[str] = (),
    file: str = "txt",
    into: str = "",
    **more,
) -> Task:
    """A task about one text file of these lines; the result is printed, or written to the file of
    the slot `into`, where lines are meant.
    """

    def given(s: Bound) -> list[str]:
        return list(lines(s) if callable(lines) else lines)

    def setup(world: World, s: Bound) -> None:
        world.file(s[file].data, given(s))
        world.file("other.file", ["not this one"])

    def expect(world: World, s: Bound) -> Result:
        found = result(given(s), s)
        if not into:
            return found
        world.file(s[into].data, found if isinstance(found, str) else text_of(found))
        return None

    return text_task(name, say, run, explain, setup, expect, ask=ask, **more)


def fit(templates: Sequence[str], **words: str) -> list[str]:
    """Templates with `<name>` replaced by other templates."""
    fitted = list(templates)
    for name, text in words.items():
        fitted = [template.replace(f"<{name}>", text) for template in fitted]
    return fitted


def text_of(lines: Sequence[object]) -> str:
    """Lines as one text."""
    return "".join(f"{line}\n" for line in lines)


_ANIMALS = (
    "heron", "otter", "gecko", "bison", "tapir", "civet", "dingo", "ermine", "fossa", "gibbon",
    "hyena", "ibex", "jerboa", "koala", "lynx", "mink", "numbat", "okapi", "panda", "quokka",
    "rhea", "stoat", "toucan", "urial",
)  # fmt: skip


def names(many: int) -> list[str]:
    """Distinct words, out of order."""
    return [_ANIMALS[(5 * i) % 24] + ("" if i < 24 else str(i // 24)) for i in range(many)]


def repeated(many: int) -> list[str]:
    """So many distinct words, each another number of times, equal ones mostly apart."""
    found = [(name, (i + many // 2) % many + 1) for i, name in enumerate(names(many))]
    return [name for turn in range(many) for name, times in found if times > turn]


def mixed() -> list[str]:
    """Words in no order: some twice or three times, apart, some once, three in another case."""
    some = names(9)
    return [*some[:6], *some[2:4], some[4].upper(), some[1].title(), some[2], *some[6:]]


def numbers(many: int) -> list[str]:
    """Distinct whole numbers of one to three digits, in no order."""
    return [str((i * 337 + 93) % 1009) for i in range(many)]


def cells(row: int, width: int = WIDTH) -> list[str]:
    """Cells that are like nothing else."""
    return [f"r{row}k{i}" for i in range(1, width + 1)]


def table(columns: Mapping[int, Sequence[object]], separator: str = ",") -> list[str]:
    """Rows with these values in these columns, counted from 1, and other cells around them."""
    rows = []
    for index, values in enumerate(zip(*columns.values(), strict=True)):
        row = cells(index)
        for place, value in zip(columns, values, strict=True):
            row[place - 1] = str(value)
        rows.append(separator.join(row))
    return rows


HEADER = [f"head{i}" for i in range(1, WIDTH + 1)]


@dataclass(frozen=True)
class Table:
    """A kind of file with columns, as awk and people name it."""

    name: str
    file: str
    """Slot of its name."""
    where: str
    """What follows "of" in English."""
    awk: str
    """awk with its options."""
    separator: str = ","
    """Of the sample; the value of {delimiter} where empty."""
    header: bool = False

    def program(self, text: str, options: str = "") -> str:
        """The command that runs an awk program on the file."""
        return f"{self.awk}{options} '{text}' {{{self.file}}}"

    def write(self, world: World, s: Bound, rows: Sequence[Sequence[object]]) -> None:
        """Writes rows of cells."""
        separator = self.separator or s.delimiter
        lines = [separator.join(map(str, row)) for row in rows]
        start = [separator.join(HEADER)] if self.header else []
        world.file(s[self.file].data, [*start, *lines])

    def line(self, row: Sequence[object], s: Bound) -> str:
        """A row as it stands in the file."""
        return (self.separator or s.delimiter).join(map(str, row))

    def output(self, *values: object) -> str:
        """Values as awk's print shows them."""
        return " ".join(map(str, values))


CSV = Table("csv", "csv", "{csv}", "awk -F,")
BLANK = Table("blank", "txt", "{txt}", "awk", "  ")
SKIPPED = Table(
    "header", "csv", "{csv} [(skip the header)|(skipping the header line)|(it has a header line)|"
    "(not counting the header)]", "awk -F,", header=True,
)  # fmt: skip
SPLIT = Table(
    "split", "txt", "{txt} [(separated by {delimiter})|(delimited by {delimiter})|"
    "({delimiter.adjective})]", "awk -F{delimiter}", "",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Where the items of a pipeline come from: a command, what it yields in English, its file."""

    name: str
    things: str
    thing: str
    where: str
    run: str
    """The command, or the names of files that the first stage reads."""
    build: Callable[[World, Bound, list[str]], None]
    """Writes the files that yield these items."""
    gist: str
    """What the command does, third person."""
    plain: bool = False
    """Whether `run` is the name of a file."""
    many: bool = False
    """Whether `run` is the names of several files."""
    emit: Callable[[list[str], Bound], list[str]] = lambda items, s: items
    """The items as they come out, where the command cannot yield just any."""
    tokens: bool = True
    """Whether every item is a single word."""
    numeric: bool = False
    """Whether the items may be numbers."""
    weight: float = 0.3
    say: Sequence[str] = ()
    """Wordings of the source alone; none where that is a task of another family."""
    never: Sequence[str] = ()
    """Names of the stages that make no sense with it."""

    def pipe(self, stages: str) -> str:
        """The command followed by stages."""
        if stages.startswith(("> ", "cat -n")) and self.many:
            name, rest = ("cat -n", "") if stages == "cat -n" else ("cat", f" {stages}")
            return f"{name} {self.run}{rest}"
        if stages.startswith("> "):
            return f"{self.run} {stages}"
        first, *rest = stages.split(" | ")
        if self.many and not first.startswith(("sort", "awk")):
            return f"cat {self.run} | {stages}"
        if not self.plain and not self.many:
            return f"{self.run} | {stages}"
        if first.startswith("tr ") or first == "paste - -":
            first = f"{first} < {self.run}"
        elif first.endswith(" -"):
            first = f"{first[:-1]}{self.run}"
        else:
            first = f"{first} {self.run}"
        return " | ".join([first, *rest])
