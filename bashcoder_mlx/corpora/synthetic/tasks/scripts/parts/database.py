"""Subcommands on the lines of a small database: their bash, and what they do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Outcome
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows


@dataclass(frozen=True)
class Command:
    """One subcommand."""

    name: str
    operands: str
    says: str
    """What it does, after "NAME to …" and in "lets NAME …"."""
    code: str
    operand_values: Sequence[str]
    act: Callable[[list[str], Sequence[str]], Outcome | list[str]]
    """Changes the lines of the database and returns what is printed."""
    others: Sequence[Sequence[str]] = ()
    """More operands to try."""


def _adds(lines: list[str], line: str, message: str) -> list[str]:
    lines.append(line)
    return [message]


def _drops(lines: list[str], keep: Callable[[int, str], bool], message: str) -> list[str]:
    lines[:] = [line for n, line in enumerate(lines, 1) if keep(n, line)]
    return [message]


def _marks(lines: list[str], number: int) -> list[str]:
    lines[number - 1] = f"[x] {lines[number - 1]}"
    return [f"Done: {number}"]


def _sets(lines: list[str], key: str, value: str) -> list[str]:
    lines[:] = [line for line in lines if not line.startswith(f"{key}=")] + [f"{key}={value}"]
    return []


def _gets(lines: list[str], key: str) -> Outcome:
    found = [line.split("=", 1)[1] for line in lines if line.startswith(f"{key}=")]
    return Outcome(found) if found else Outcome(status=1, stderr=f"No such key: {key}")


def _found(found: list[str]) -> Outcome:
    return Outcome(found) if found else Outcome(status=1, stderr="Not found")


_ITEM_ACT = {
    "add": lambda lines, w: _adds(lines, w[0], f"Added: {w[0]}"),
    "list": lambda lines, w: [f"{n}. {line}" for n, line in enumerate(lines, 1)],
    "remove": lambda lines, w: _drops(lines, lambda n, line: n != int(w[0]), f"Removed: {w[0]}"),
    "done": lambda lines, w: _marks(lines, int(w[0])),
    "find": lambda lines, w: _found([line for line in lines if w[0].lower() in line.lower()]),
    "count": lambda lines, w: [f"{len(lines)} entries"],
    "clear": lambda lines, w: lines.clear() or ["Cleared"],
    "last": lambda lines, w: lines[-1:],
}


ITEM = [Command(name=name, act=_ITEM_ACT[name], **row) for name, row in rows("database", "item")]


_SETTING_ACT = {
    "set": lambda lines, w: _sets(lines, *w),
    "get": lambda lines, w: _gets(lines, *w),
    "list": lambda lines, w: sorted(lines),
    "delete": lambda lines, w: _drops(
        lines, lambda n, line: not line.startswith(f"{w[0]}="), f"Deleted {w[0]}"
    ),
    "keys": lambda lines, w: [line.split("=")[0] for line in lines],
    "has": lambda lines, w: ["yes" if any(line.startswith(f"{w[0]}=") for line in lines) else "no"],
}


SETTING = [
    Command(name=name, act=_SETTING_ACT[name], **row) for name, row in rows("database", "setting")
]


_PERSON_ACT = {
    "add": lambda lines, w: _adds(lines, ";".join(w), f"Added {w[0]}"),
    "list": lambda lines, w: ["{}: {}".format(*line.split(";")) for line in sorted(lines)],
    "find": lambda lines, w: _found(
        [line.split(";")[1] for line in lines if line.startswith(f"{w[0]};")]
    ),
    "remove": lambda lines, w: _drops(
        lines, lambda n, line: not line.startswith(f"{w[0]};"), f"Removed {w[0]}"
    ),
    "count": lambda lines, w: [f"{len(lines)} people"],
    "names": lambda lines, w: [line.split(";")[0] for line in lines],
}


PERSON = [
    Command(name=name, act=_PERSON_ACT[name], **row) for name, row in rows("database", "person")
]


_STOCK_ACT = {
    "add": lambda lines, w: lines.extend([w[0]] * int(w[1])) or [],
    "take": lambda lines, w: (
        lines.remove(w[0]) or [] if w[0] in lines else Outcome(status=1, stderr=f"No {w[0]} left")
    ),
    "show": lambda lines, w: [f"{item}: {lines.count(item)}" for item in sorted(set(lines))],
    "total": lambda lines, w: [f"{len(lines)} items"],
}


STOCK = [Command(name=name, act=_STOCK_ACT[name], **row) for name, row in rows("database", "stock")]
