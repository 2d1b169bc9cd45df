"""Tasks about what a sandbox must not touch: the calls are recorded by stubs and compared."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing
from bashcoder_mlx.trial.world import World

_HOME = "/home/dev"  # of the user of the sandbox
_SLOT = re.compile(r"(?<!\$)\{([a-z]+\d?)(?:\.([a-z]+))?\}")


def recorded(
    name: str,
    run: str | Mapping[str, str],
    say: Sequence[str],
    explain: str,
    ask: Sequence[str] = (),
    calls: Sequence[str] | None = None,
    setup: Callable[[World, Bound], None] = nothing,
    **more,
) -> Task:
    """A task whose utilities are stubs.

    Args:
        name: of the task.
        run: the command for every system, or by system.
        say: see `Task`.
        explain: one sentence, without its full stop.
        ask: see `Task`.
        calls: the calls expected on Linux, as templates of words; the command itself if not given.
        setup: see `Task`.
        more: other fields of `Task`.
    """
    linux = run if isinstance(run, str) else run.get("linux", "")
    expected = [shlex.split(call) for call in ([linux] if calls is None else calls)]

    def expect(world: World, s: Bound) -> Outcome:
        return Outcome(calls=[[filled(word, s) for word in call] for call in expected])

    return Task(
        name=name,
        say=say,
        ask=ask,
        run=run,
        explain=[f"{explain}."],
        setup=setup,
        expect=expect,
        stubs=sorted({call[0] for call in expected if call}),
        **more,
    )


def filled(word: str, s: Bound) -> str:
    """A word with its values as the utility gets them, without quotes."""

    def value(match: re.Match) -> str:
        name, form = match[1], match[2] or ""
        return "".join(shlex.split(s.text(name, form))) if name in s else match[0]

    return _SLOT.sub(value, re.sub("^~/", f"{_HOME}/", word))
