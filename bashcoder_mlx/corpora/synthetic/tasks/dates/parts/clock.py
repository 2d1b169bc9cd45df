"""The moment at which trials take place, arithmetic with dates, and tasks that print them."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named, number
from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task
from bashcoder_mlx.trial.world import World

NOW = datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)  # a Tuesday
# The clock stands still, so that the oracle knows the time. A date that is read is reckoned from
# that moment too, unless it says the day itself.
CLOCK = """\
date() {
    local words=() word last=
    for word in "$@"; do
        case $last:$word in
        -d:[0-9]*-*-* | -d:@*) ;;
        -d:*) word="2023-11-14 22:13:20 UTC $word" ;;
        esac
        words+=("$word")
        last=$word
    done
    case " $* " in
    *' -d '* | *' -r '*) command date "${words[@]}" ;;
    *) command date -d '2023-11-14 22:13:20 UTC' "$@" ;;
    esac
}"""
SHOW = "[print|show|display|get|give me|output|tell me]"
_CHOICE = re.compile(r"\[([^\[\]|]*)[^\[\]]*\]")


def plain(said: str) -> str:
    """The first wording of every choice."""
    while "[" in said:
        said = _CHOICE.sub(r"\1", said)
    return said


def months(moment: datetime, many: int) -> datetime:
    """The same day so many months later."""
    count = moment.year * 12 + moment.month - 1 + many
    return moment.replace(year=count // 12, month=count % 12 + 1)


UNITS: Mapping[str, tuple[str, Callable[[datetime, int], datetime]]] = {
    "days": ("d", lambda moment, n: moment + timedelta(n)),
    "weeks": ("w", lambda moment, n: moment + timedelta(7 * n)),
    "months": ("m", months),
    "years": ("y", lambda moment, n: months(moment, 12 * n)),
}
"""For each unit the letter of macOS's -v, and what is so many of them later."""


def given(s: Bound, name: str = "date") -> datetime:
    """Midnight of the date in a slot."""
    return datetime.strptime(s[name].data, "%Y-%m-%d").replace(tzinfo=timezone.utc)


def day_between(first: int, last: int) -> Slot:
    """A slot of dates in these years."""

    def draw_day(draw: Draw, spaced: bool) -> Value:
        month, day = draw.between(1, 12), draw.between(1, 28)
        return named(f"{draw.between(first, last)}-{month:02}-{day:02}")

    return draw_day


def few(low: int, high: int) -> Slot:
    """A slot of numbers."""
    return lambda draw, spaced: number(draw.between(low, high))


def printing(
    name: str,
    run: str,
    phrase: str,
    shown: Callable[[Bound], str],
    mac: str | None = None,
    say: Sequence[str] = (),
    ask: Sequence[str] = (),
    before: str = CLOCK,
    **more: object,
) -> Task:
    """A task that prints one line, which the phrase names: "the date of yesterday".

    Args:
        mac: the command on macOS, where it is another; an empty one where there is none.
    """
    forms = {"linux": run} if mac is not None else run
    if mac:
        forms["macos"] = mac

    def expect(world: World, s: Bound) -> Result:
        return [shown(s)]

    return Task(
        name=name,
        say=[
            f"{SHOW} {phrase}",
            f"[find out|look up|let me see] {phrase}",
            *say,
        ],
        ask=[
            f"[what is|what's] {phrase}?",
            f"[I need|I want to know|] {phrase}",
            phrase,
            f"which command [prints|gives me] {phrase}?",
            f"my script needs {phrase}",
            f"{phrase}, on the command line",
            *ask,
        ],
        run=forms,
        explain=[f"[Prints|Shows] {plain(phrase)}."],
        expect=expect,
        before=before,
        **more,
    )
