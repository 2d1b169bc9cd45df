"""The trials of a task in a table: trees before and after, or the functions that make them."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Result, Run, linux_text
from bashcoder_mlx.trial import fixture
from bashcoder_mlx.trial.world import World

KEYS = {
    *("tree", "setup", "user", "before", "after", "stdin", "arguments"),
    *("changes", "prints", "unordered", "any_output", "status", "errors", "calls", "expect"),
}
_RESULTS = ("changes", "prints", "unordered", "any_output", "status", "errors", "calls")
_HOME = "/home/dev"  # of the user of the sandbox
Find = Callable[[str | Mapping], Callable]
"""Gives the function of a name, or of a table with its arguments."""


def plans(
    row: Mapping, trees: Mapping[str, Mapping], function: Find, where: str
) -> tuple[Plan, ...]:
    """One plan, or one for every `trial` of a task; `where` is the place of the task.

    Raises:
        ValueError: a key, tree or function that does not exist.
    """
    common = {key: value for key, value in row.items() if key in KEYS}
    if common.get("calls") is True:
        common["calls"] = [_own_words(row["run"])]
    found = []
    for own in row.get("trial") or [{}]:
        if unknown := own.keys() - KEYS:
            raise ValueError(f"unknown key {sorted(unknown)[0]} in a trial")
        both = [_tree(one.get("tree", {}), trees) for one in (common, own)]
        found.append(_plan({**common, **own}, both, function, where))
    return tuple(found)


def _own_words(run: Run) -> list[str]:
    """The words of the command for Linux, as the program gets them."""
    words = shlex.split(linux_text(run))
    return [f"{_HOME}{word[1:]}" if word.startswith("~/") else word for word in words]


def _tree(given: str | Mapping, trees: Mapping[str, Mapping]) -> Mapping:
    if not isinstance(given, str):
        return given
    if given not in trees:
        raise ValueError(f"tree: there is no [tree.{given}]")
    return trees[given]


def _plan(row: Mapping, trees: Sequence[Mapping], function: Find, where: str) -> Plan:
    if "expect" in row and (both := [key for key in _RESULTS if key in row]):
        raise ValueError(f"either expect, or {both[0]}")
    extra = function(row["setup"]) if "setup" in row else None
    expect = function(row["expect"]) if "expect" in row else partial(_result, row, where)
    return Plan(
        setup=partial(_set_up, trees, row.get("user", "dev"), extra, where),
        expect=expect,
        arguments=tuple(row.get("arguments", ())),
        before=row.get("before", ""),
        after=row.get("after", ""),
        stdin=row.get("stdin", ""),
    )


def _set_up(trees, user: str, extra, where: str, world: World, s: Bound) -> None:
    world.user = s.fill(user)
    for tree in trees:
        fixture.build(tree, s.fill, where, world)
    if extra:
        extra(world, s)


def _result(row, where: str, world: World, s: Bound, arguments: Sequence[str] = ()) -> Result:
    fixture.change(world, row.get("changes", {}), s.fill, where)
    prints = row.get("prints", "")
    return Outcome(
        stdout=None if row.get("any_output") else _filled(prints, s),
        ordered=not row.get("unordered", False),
        status=row.get("status", 0),
        stderr=s.fill(row.get("errors", "")),
        calls=[[s.fill(word) for word in call] for call in row.get("calls", ())],
    )


def _filled(prints: str | Sequence[str], s: Bound) -> str | list[str]:
    return s.fill(prints) if isinstance(prints, str) else [s.fill(line) for line in prints]
