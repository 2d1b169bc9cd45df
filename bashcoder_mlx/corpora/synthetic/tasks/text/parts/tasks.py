"""Tasks about text: the slots of text, and forms for Linux and macOS."""

from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.slots import LOCAL
from bashcoder_mlx.trial.world import World


def text_task(
    name: str,
    say: Sequence[str],
    run: str,
    explain: Sequence[str],
    setup: Callable[[World, Bound], object] = nothing,
    expect: Callable[[World, Bound], Result] = nothing,
    ask: Sequence[str] = (),
    mac: str | None = None,
    **more,
) -> Task:
    """A task with the slots of the text families. `run` serves any system unless `mac` gives the
    form for macOS; an empty `mac` says that macOS has none.
    """
    forms = run if mac is None else {"linux": run} if not mac else {"linux": run, "macos": mac}
    slots = {**LOCAL, **more.pop("slots", {})}
    return Task(name, say, forms, explain, setup, expect, ask, slots=slots, **more)


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

    return text_task(name, say, run, explain, setup, expect, ask, **more)
