"""What an action may depend on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Condition:
    """A test, how it is said after "if", the opposite, and worlds where it holds or does not."""

    key: str
    test: str
    said: str
    opposite: str
    slots: Mapping[str, Slot]
    holds: Callable[[World, Bound], object]
    fails: Callable[[World, Bound], object]


_CHECKED = SLOTS["conf"]
CONDITIONS = (
    Condition(
        "file",
        "[ -f {check} ]",
        "[the file|] {check.raw} exists",
        "[the file|] {check.raw} [does not exist|is missing]",
        {"check": _CHECKED},
        lambda world, s: world.file(s.check, "x\n"),
        lambda world, s: world.dir(s.check),
    ),
    Condition(
        "folder",
        "[ -d {check} ]",
        "[there is a folder {check.raw}|the folder {check.raw} exists]",
        "[there is no folder {check.raw}|the folder {check.raw} does not exist]",
        {"check": SLOTS["stem"]},
        lambda world, s: world.dir(s.check),
        lambda world, s: world.file(s.check, "x\n"),
    ),
    Condition(
        "nonempty",
        "[ -s {check} ]",
        "[the file|] {check.raw} is not empty",
        "[the file|] {check.raw} is empty or missing",
        {"check": _CHECKED},
        lambda world, s: world.file(s.check, "x\n"),
        lambda world, s: world.file(s.check, ""),
    ),
    Condition(
        "contains",
        "grep -q {needle} {check}",
        "{check.raw} [contains|has|mentions] {needle}",
        "{check.raw} [does not contain|does not mention|has no] {needle}",
        {"check": _CHECKED, "needle": SLOTS["word"]},
        lambda world, s: world.file(s.check, f"a {s.needle}\n"),
        lambda world, s: world.file(s.check, f"a {s.needle.swapcase()}\n"),
    ),
)
