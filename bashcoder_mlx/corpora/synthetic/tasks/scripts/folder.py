"""Scripts that do one thing to every file of a kind in a folder: how the folder is given, what is
done to each file, and what is reported, in every combination that makes sense.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.folder import ACTIONS, Action
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import that_does
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.64


@dataclass(frozen=True)
class _Folder:
    """How a script comes to its folder."""

    name: str
    say: str
    """After "every Python file …"."""
    explain: str
    code: str
    calls: Sequence[Sequence[str]]
    default: Callable[[Bound], str] | None = None
    """The folder without an argument; None where one is needed."""


@dataclass(frozen=True)
class _Report:
    """What the script says at its end, from `$count`."""

    name: str
    say: str
    explain: str
    start: str
    each: str
    end: str
    lines: Callable[[int], list[str]]


_FOLDERS_DEFAULT = {
    "optional": lambda s: ".",
    "fixed": lambda s: s.dir,
}
_FOLDERS = [
    _Folder(name=name, default=_FOLDERS_DEFAULT.get(name), **row)
    for name, row in rows("folder", "folders")
]


_REPORTS_LINES = {
    "quiet": lambda count: [],
    "count": lambda count: [f"{count} files"],
    "done": lambda count: ["Done"],
}
_REPORTS = [
    _Report(name=name, lines=_REPORTS_LINES[name], **row) for name, row in rows("folder", "reports")
]


_SEVERAL = {
    "the name of {WHAT}": "the names of {WHAT}",
    "the name [begins|starts]": "their names [begin|start]",
    "[show|print]ing it": "[show|print]ing each",
    "that is empty": "that are empty",
    "whether it contains": "whether they contain",
    "a backup copy of": "backup copies of",
    "the name and the number of lines": "the names and the numbers of lines",
    "the name and [size in bytes|number of bytes]": (
        "the names and [sizes in bytes|numbers of bytes]"
    ),
    "the name and the first line": "the names and the first lines",
}


def tasks() -> Iterator[Task]:
    """Every folder with every action and report."""
    for folder, action, report in product(_FOLDERS, ACTIONS, _REPORTS):
        yield _task(folder, action, report)


def _task(folder: _Folder, action: Action, report: _Report) -> Task:
    one = action.say.replace("{WHAT}", f"[each|every one] of the {{kind}} {folder.say}")
    many = _many(action.say).replace("{WHAT}", f"[all|all the|the] {{kind}} {folder.say}")
    explain = action.explain.replace("{WHAT}", f"each of the {{kind}} {folder.explain}")
    each, it = _loop(action), _loop(action, "[it|the file]")
    does = f"{explain[0].upper()}{explain[1:]}{report.explain}."
    return Task(
        name=f"scripts/folder.{folder.name}-{action.name}-{report.name}",
        kind="script",
        say=[
            f"{many}{report.say}",
            f"{one}{report.say}",
            f"[go through|loop over] the {{kind}} {folder.say} and {each}{report.say}",
        ],
        ask=[f"for [each|every] {{kind.one}} {folder.say}, {it}{report.say}", that_does(does)],
        run=_script(folder, action, report),
        explain=[does],
        plans=tuple(_plans(folder, action, report)),
    )


def _plans(folder: _Folder, action: Action, report: _Report) -> Iterator[Plan]:
    """Every call where the folder is there, and the first one where it is not."""

    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        return _expect(folder, action, report, world, s, arguments)

    for call in folder.calls:
        yield Plan(_setup, expect, arguments=call)
    if folder.name == "fixed":
        yield Plan(nothing, expect)


def _many(say: str) -> str:
    """The wording of an action about several files at once."""
    for one, several in _SEVERAL.items():
        say = say.replace(one, several)
    return say


def _loop(action: Action, what: str = "[each|each one|every one of them]") -> str:
    return action.say.replace("{WHAT}", what)


def _script(folder: _Folder, action: Action, report: _Report) -> str:
    body = "".join(f"  {line}\n" for line in action.code.splitlines())
    each = f"  {report.each}" if report.each else ""
    return (
        f"#!/usr/bin/env bash\nset -euo pipefail\n\n{folder.code}\n{report.start}"
        f'for file in "$folder"/{{kind.glob}}; do\n  [[ -f $file ]] || continue\n{body}{each}done\n'
        f"{report.end}"
    )


def _files(s: Bound) -> list[tuple[str, str]]:
    word = s.get("word")
    inside = word.data if word else "alpha"
    return [
        (f"Alpha  One.{s.kind}", f"first {inside} {inside}\nsecond line\nthird\n"),
        (f"be  ta.{s.kind}", "no such word\r\nlast\r\n"),
        (f"em  pty.{s.kind}", ""),
    ]


def _setup(world: World, s: Bound) -> None:
    folders = [".", *(s[name].data for name in ("stem", "dir") if name in s)]
    for folder in folders:
        for name, text in _files(s):
            world.file(f"{folder}/{name}", text)
            world.file(f"{folder}/{name}.new", "old\n")
        world.file(f"{folder}/other.{s.kind}x", f"{s.kind} {s.get('word') and s.word}\n")
        world.file(f"{folder}/deeper/below.{s.kind}", "not touched\n")
        world.dir(f"{folder}/A  Folder.{s.kind}")


def _expect(folder, action, report, world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
    if not arguments and folder.default is None:
        return Outcome(status=2, stderr="Usage:")
    top = arguments[0] if arguments else folder.default(s)
    if top not in world:
        return Outcome(status=1, stderr=f"No such folder: {top}")
    lines = []
    for name, _ in _files(s):
        lines += action.act(world, posixpath.normpath(f"{top}/{name}"), s)
    return Outcome(stdout=lines + report.lines(len(_files(s))))
