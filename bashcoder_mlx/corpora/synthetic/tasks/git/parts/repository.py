"""Repositories for composed tasks about git, with the bash of tasks/shared/git.toml.

A task starts in an empty world; `before` makes the repository there, `after` prints what the
command wrote, with `<subject>` in place of every commit's name and without dates, and clears the
folder, so that the worlds of all are empty.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing

_SHARED = Path(__file__).parents[2] / "shared" / "git.toml"

Output = Callable[[Bound], Sequence[str] | str]


@cache
def _texts() -> Mapping[str, str]:
    return toml.loads(_SHARED.read_text(encoding="utf-8"))["text"]


def printing(
    name: str,
    run: str,
    say: Sequence[str],
    explain: Sequence[str],
    output: Output,
    history: str,
    ask: Sequence[str] = (),
    weight: float = 1,
) -> Task:
    """A task whose command prints something about a repository; `history` is bash that makes it."""
    text = _texts()
    return Task(
        name=name,
        say=say,
        ask=ask,
        run=run,
        explain=explain,
        setup=nothing,
        expect=lambda world, s: Outcome(stdout=output(s)),
        before=f"{text['start']}{history}{text['hide']}",
        after=text["written"],
        weight=weight,
    )
