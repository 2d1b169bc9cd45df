"""The tasks that others are composed from: the everyday ones of the other families.

A base is one plain command, for any system or for Linux, that needs nothing before or after it in
the same shell. What it does is seen from one draw of its values.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bashcoder_mlx.corpora.synthetic import tasks
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, texts_of
from bashcoder_mlx.trial.comparison import differences
from bashcoder_mlx.trial.trial import Trial

_COMPOSED_OF_THESE = ("compose/", "scripts/", "shell/", "macos/")
_JOINING = (";", "&", "|", ">", "<", "\n", "$(", "`", "#", "if ", "for ", "while ", "{ ", "(")
# Operands that take in whatever lies here, such as what another part of the request needs.
_EVERYTHING = re.compile(r"(^| )(\.|\*|\./\*)( |/?$)|^(ls|find|tree|du|rg)( -\S+)*$")
_AT_MOST = 5  # of a family


@dataclass(frozen=True)
class Base:
    """A task with its share of the draws."""

    task: Task
    family: str
    weight: float
    bound: Bound
    """One draw of its values."""
    trials: Sequence[Trial]
    """Of these values."""

    @property
    def trial(self) -> Trial:
        """The first one, which shows what it does."""
        return self.trials[0]

    @property
    def prints(self) -> bool:
        """Whether it only prints something, and succeeds."""
        return bool(self.trial.outcome.stdout) and self.succeeds and not self._changes

    @property
    def acts(self) -> bool:
        """Whether it only changes files, and succeeds."""
        return self.trial.outcome.stdout == "" and self.succeeds and self._changes

    @property
    def succeeds(self) -> bool:
        """Whether its exit status is 0 in every trial."""
        return not any(trial.outcome.status for trial in self.trials)

    @property
    def _changes(self) -> bool:
        return bool(differences(self.trial.start, self.trial.expected))


@cache
def bases() -> tuple[Base, ...]:
    """All bases, at most some of each family, those that are drawn most."""
    shares = tasks.families()
    found = []
    for name in shares:
        if not name.startswith(_COMPOSED_OF_THESE):
            found += _of_family(name, shares[name])
    return tuple(found)


def _of_family(name: str, share: float) -> Iterator[Base]:
    family = tasks.family(name)
    total = sum(task.weight for task in family)
    fit = sorted(filter(is_simple, family), key=lambda task: (-task.weight, task.name))
    for task in fit[:_AT_MOST]:
        bound = task.draw(Draw(random.Random(task.name).random))
        yield Base(task, name, share * task.weight / total, bound, task.trials(bound))


def is_simple(task: Task) -> bool:
    """Whether it is one command that stands alone."""
    texts = texts_of(task.run)
    if task.kind != "command" or "macos" in task.answers or not task.say:
        return False
    if any(plan.before or plan.after for plan in task.every_plan):
        return False
    if any(_EVERYTHING.search(text) for text in texts):
        return False
    return not any(mark in text for mark in _JOINING for text in texts)
