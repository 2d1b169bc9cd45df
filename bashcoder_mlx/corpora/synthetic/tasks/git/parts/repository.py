"""Repositories for composed tasks about git, with the bash of tasks/shared/git.toml.

A trial starts in an empty world; `before` makes the repository there, `after` prints what the
command wrote, with `<subject>` in place of every commit's name and without dates, and clears the
folder, so that the worlds of all are empty.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing

_SHARED = Path(__file__).parents[2] / "shared" / "git.toml"

Output = Callable[[Bound], Sequence[str] | str]
Past = tuple[str, Output]
"""Bash that makes a repository, and what the command prints there."""


@cache
def _texts() -> Mapping[str, str]:
    return toml.loads(_SHARED.read_text(encoding="utf-8"))["text"]


def printing(
    name: str,
    run: str,
    say: Sequence[str],
    explain: Sequence[str],
    pasts: Sequence[Past],
    ask: Sequence[str] = (),
    weight: float = 1,
) -> Task:
    """A task whose command prints something about a repository, with a trial for each past."""
    return Task(
        name=name,
        say=say,
        ask=ask,
        run=run,
        explain=explain,
        plans=tuple(_plans(pasts)),
        weight=weight,
    )


def _plans(pasts: Sequence[Past]) -> Iterator[Plan]:
    text = _texts()
    for history, output in pasts:
        yield Plan(
            setup=nothing,
            expect=lambda world, s, output=output: Outcome(stdout=output(s)),
            before=f"{text['start']}{history}{text['hide']}",
            after=text["written"],
        )
