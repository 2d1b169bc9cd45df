"""Sources that are what a pattern matches: numbers, addresses, dates."""

from collections.abc import Callable, Sequence
from zlib import crc32

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World


def address(item: str) -> str:
    """An IP address, the same for the same item."""
    code = crc32(item.encode())
    return f"10.{code % 251}.{code // 251 % 251}.{code // 63001 % 251}"


def _digits(item: str) -> str:
    return item if item.isdigit() else str(crc32(item.encode()) % 99991)


def _date(item: str) -> str:
    code = crc32(item.encode())
    return f"{1970 + code % 59}-{code // 59 % 12 + 1:02}-{code // 708 % 28 + 1:02}"


def _matches(
    name: str,
    things: str,
    thing: str,
    pattern: str,
    line: str,
    form: Callable[[str], str],
    numeric: bool = False,
    never: Sequence[str] = (),
) -> Source:
    """Every match of a pattern: an item, in its form, stands for <> in lines like `line`."""

    def build(world: World, s: Bound, items: Items) -> None:
        found = [line.replace("<>", item) for item in items]
        lines = [" ".join(found[at : at + 2]) for at in range(0, len(found), 2)]
        world.file(s.txt, among(lines, ["nothing", "@ at : /", ""]))

    return Source(
        name=name,
        things=things,
        thing=thing,
        where="in <in>",
        file="{txt}",
        run=f"grep -oE '{pattern}' {{txt}}",
        build=build,
        gist=f"takes every {thing} out of {{txt}} (grep -o)",
        emit=lambda items, s: [form(item) for item in items],
        numeric=numeric,
        weight=0.2,
        never=("kept-order", "lower-distinct", *never),
    )


SOURCES = (
    _matches("numbers", "numbers", "number", "[0-9]+", "ab <>cd;", _digits, True, ("longest",)),
    _matches(
        "emails",
        "[email|e-mail] addresses",
        "[email|e-mail] address",
        "[[:alnum:]._-]+@[[:alnum:].-]+",
        "write to <<>>, now",
        lambda item: f"{item}@mail.example.com",
    ),
    _matches(
        "ips",
        "IP addresses",
        "IP address",
        "([0-9]{1,3}\\.){3}[0-9]{1,3}",
        "from [<>] port 7",
        address,
    ),
    _matches(
        "urls",
        "URLs",
        "URL",
        "https?://[^ ]+",
        "see <> for more",
        lambda item: f"https://{item.lower()}.example.com/a?b=1",
    ),
    _matches(
        "dates",
        "dates of the form YYYY-MM-DD",
        "date of the form YYYY-MM-DD",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "on <>T10:00 job 7",
        _date,
    ),
)
