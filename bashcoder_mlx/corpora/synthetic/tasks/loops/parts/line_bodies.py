"""What loops do with a line of text."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Body
from bashcoder_mlx.trial.world import World

OUT = {"out": SLOTS["log"]}


def _line(made: Callable[[str, Bound], str]) -> Callable[[World, str, Bound], list[str]]:
    return lambda world, line, s: [made(line, s)]


def _change(change: Callable[[World, str, Bound], object]):
    def act(world: World, line: str, s: Bound) -> list[str]:
        change(world, line, s)
        return []

    return act


def _added(world: World, line: str, s: Bound) -> None:
    before = world[s.out].text if s.out in world else ""
    world.file(s.out, f"{before}{line}\n")


def _old(world: World, s: Bound) -> None:
    world.file(s.out, ["before"], days=9)


PRINT = Body(
    "print",
    'echo "$line"',
    "[print|echo]",
    "",
    "[print|echo] it",
    "prints it",
    _line(lambda line, s: line),
    weight=3,
)
LABEL = Body(
    "label",
    'echo "{word9.raw}: $line"',
    "[print|echo] {word9.raw}, a colon and",
    "",
    "[print|echo] it after {word9.raw} and a colon",
    "prints it after {word9.raw} and a colon",
    _line(lambda line, s: f"{s.word9}: {line}"),
    weight=2,
)
LENGTH = Body(
    "length",
    'echo "${#line}"',
    "[print|show] the length of",
    "",
    "[print|echo] its length",
    "prints its length",
    _line(lambda line, s: f"{len(line)}"),
    weight=2,
)
APPEND = Body(
    "append",
    'echo "$line" >> {out}',
    "[append|add]",
    " to {out}",
    "[append|add] it to {out}",
    "appends it to {out}",
    _change(_added),
    setup=_old,
    weight=2,
)
BODIES = (
    PRINT,
    LABEL,
    LENGTH,
    APPEND,
    Body(
        "printf",
        "printf '%s\\n' \"$line\"",
        "print, by printf,",
        "",
        "print it with printf",
        "prints it",
        _line(lambda line, s: line),
    ),
    Body(
        "translated",
        "echo \"$line\" | tr '[:lower:]' '[:upper:]'",
        "[print|echo] in upper case, by tr,",
        "",
        "[print|echo] it in upper case with tr",
        "prints it in upper case",
        _line(lambda line, s: line.upper()),
        weight=1.5,
    ),
    Body(
        "reversed",
        'echo "$line" | rev',
        "[print|echo] backwards",
        "",
        "[print|echo] it backwards with rev",
        "prints it backwards",
        _line(lambda line, s: line[::-1]),
        weight=1.5,
    ),
    Body(
        "words",
        'echo "$line" | wc -w',
        "count the words of",
        "",
        "[print|show] how many words it has",
        "prints how many words it has",
        _line(lambda line, s: f"{len(line.split())}"),
        weight=1.5,
    ),
    Body(
        "field",
        "echo \"$line\" | cut -d',' -f1",
        "[print|show] what stands before the first comma, by cut, of",
        "",
        "[print|show] its first comma-separated field with cut",
        "prints what stands before its first comma",
        _line(lambda line, s: line.split(",")[0]),
        weight=1.5,
    ),
    Body(
        "second",
        "echo \"$line\" | awk '{print $2}'",
        "[print|show] the second word, by awk, of",
        "",
        "[print|show] its second word with awk",
        "prints its second word",
        _line(lambda line, s: (line.split() + ["", ""])[1]),
    ),
    Body(
        "replaced",
        'echo "${line//,/;}"',
        "[print|show] with semicolons for commas",
        "",
        "[print|show] it with semicolons in place of commas",
        "prints it with semicolons for commas",
        _line(lambda line, s: line.replace(",", ";")),
    ),
)
COUNT = Body(
    "count",
    "n=$((n + 1))",
    "count",
    " and print the count",
    "count it; print the count at the end",
    "counts it, and prints the count",
    lambda world, line, s: (),
    start="n=0; ",
    after='; echo "$n"',
    end=lambda lines, s: [f"{len(lines)}"],
    weight=2,
)
COUNT_DOUBLE = Body(
    "count-double",
    "((n++))",
    "count, with ((n++)),",
    " and print the count",
    "count it with ((n++)); print the count at the end",
    "counts it, and prints the count",
    lambda world, line, s: (),
    start="n=0; ",
    after='; echo "$n"',
    end=lambda lines, s: [f"{len(lines)}"],
)
LAST = Body(
    "last",
    "last=$line",
    "remember the last",
    " and print it afterwards",
    "keep it as the last; print that at the end",
    "remembers it, and prints the last",
    lambda world, line, s: (),
    after='; echo "$last"',
    end=lambda lines, s: lines[-1:],
)
TOTAL = Body(
    "total",
    "t=$((t + ${#line}))",
    "add up the lengths of",
    " and print the sum",
    "add its length to a sum, which is printed at the end",
    "adds its length to a sum, which is printed at the end",
    lambda world, line, s: (),
    start="t=0; ",
    after='; echo "$t"',
    end=lambda lines, s: [f"{sum(map(len, lines))}"],
)
TOTALS = (COUNT, COUNT_DOUBLE, LAST, TOTAL)
WORD = Body("word", "echo {word7}", "", "", "print {word7}", "", _line(lambda line, s: s.word7))
