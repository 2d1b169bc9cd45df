"""What the shares of families and tasks in the draws should be, by what public pairs ask for.

A request is of the tasks that write its template, in equal parts. Each file of pairs counts alike,
however long, as each was collected in a way of its own: one is mostly about find. A part of the
draws goes to families by the variety of what they write, as no file asks for all that people need;
the plainest commands (`ls`) are rare in these files, which lack what is in public test sets.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from bashcoder_mlx.corpora.synthetic.coverage import Asked, Template
from bashcoder_mlx.corpora.synthetic.task import Task

SCRIPTS = 0.15
"""Share of the draws for the families of scripts, which these pairs hardly ask for."""
VARIETY = 0.35
"""Share of the draws that families of commands get by the square root of their number of tasks."""


def requests(asked: Asked, writers: Mapping[Template, Iterable[str]]) -> Counter[str]:
    """The requests of some pairs by task.

    Args:
        writers: the names of the tasks that write a template.
    """
    found: Counter[str] = Counter()
    for known, count in asked.counts.items():
        names = writers.get(known, ())
        found.update({name: count / len(names) for name in names})
    return found


def weights(files: Sequence[Counter], families: Mapping[str, Sequence[Task]]) -> dict[str, float]:
    """The weight of each family, so that all weights together are 100.

    Args:
        files: the requests by task of each file of pairs.
        families: the tasks by family.
    """
    scripts = {name: tasks for name, tasks in families.items() if _are_scripts(tasks)}
    commands = {name: tasks for name, tasks in families.items() if name not in scripts}
    found = {name: SCRIPTS * share for name, share in _variety(scripts).items()}
    asked = [_asked(counts, commands) for counts in files]
    left = 1 - VARIETY - (SCRIPTS if scripts else 0)
    for name, share in _variety(commands).items():
        mean = sum(shares[name] for shares in asked) / len(asked)
        found[name] = VARIETY * share + left * mean
    return {name: round(100 * found[name], 2) for name in families}


def _are_scripts(tasks: Sequence[Task]) -> bool:
    return sum(task.kind == "script" for task in tasks) * 2 > len(tasks)


def _variety(families: Mapping[str, Sequence[Task]]) -> dict[str, float]:
    return _parts({name: sqrt(len(tasks)) for name, tasks in families.items()})


def _asked(counts: Counter, families: Mapping[str, Sequence[Task]]) -> dict[str, float]:
    """The share of each family in the requests of a file; of none, all have the same."""
    found = {name: sum(counts[task.name] for task in tasks) for name, tasks in families.items()}
    return _parts(found if any(found.values()) else dict.fromkeys(families, 1))


def _parts(amounts: Mapping[str, float]) -> dict[str, float]:
    """The amounts as parts of their sum."""
    total = sum(amounts.values())
    return {name: amount / total for name, amount in amounts.items()}


def by_family(counts: Counter, families: Mapping[str, Sequence[Task]]) -> dict[str, dict]:
    """The requests of tasks that are asked for, by family."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, tasks in families.items():
        for task in tasks:
            if counts[task.name]:
                found[name][task.name] = round(counts[task.name], 2)
    return dict(found)
