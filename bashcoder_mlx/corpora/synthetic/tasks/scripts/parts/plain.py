"""What the composed families of plain scripts share: how one is made, how a test stands in a loop,
how something is counted, and how what is unusual is said.

Every part has a cost: nothing for what most people would write, one for what some would. A script
has few unusual parts, so that the families stay small.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import SHEBANG, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import that_does

MOST = 1
"""What the parts of a script may cost together."""


def plain(
    name: str,
    say: Sequence[str],
    explain: str,
    lines: Sequence[str],
    plans: Sequence[Plan],
    hinted: bool = False,
    **more,
) -> Task:
    """A script of these lines below a comment that says what it does; `hinted` where what it does
    alone would not ask for it.
    """
    return Task(
        name=name,
        say=say,
        ask=[] if hinted else [that_does(explain)],
        run=SHEBANG + "\n".join([f"# {explain}", *lines]),
        explain=[explain],
        kind="script",
        plans=tuple(plans),
        **more,
    )


def inside(lines: Sequence[str]) -> list[str]:
    """The lines, moved to the right."""
    return [f"  {line}" for line in lines]


@dataclass(frozen=True)
class Style:
    """How a test decides over some lines: the lines with the test, and how one asks for it."""

    key: str
    hint: str
    write: Callable[[str, Sequence[str]], list[str]]
    cost: int = 0
    one_line: bool = False
    """Whether it takes a single line."""


def _if(test: str, lines: Sequence[str]) -> list[str]:
    return [f"if [ {test} ]; then", *inside(lines), "fi"]


def _if_double(test: str, lines: Sequence[str]) -> list[str]:
    return [f"if [[ {_bare(test)} ]]; then", *inside(lines), "fi"]


def _bare(test: str) -> str:
    """The test as double brackets take it, in which a name alone needs no quotes."""
    words = [w.strip('"') if w.count('"') == 2 and w[:2] == '"$' else w for w in test.split(" ")]
    return " ".join("==" if word == "=" else word for word in words)


def _continue(test: str, lines: Sequence[str]) -> list[str]:
    return [f"[ {test} ] || continue", *lines]


def _continue_double(test: str, lines: Sequence[str]) -> list[str]:
    return [f"[[ {_bare(test)} ]] || continue", *lines]


def _and(test: str, lines: Sequence[str]) -> list[str]:
    return [f"[ {test} ] && {lines[0]}"]


def _and_double(test: str, lines: Sequence[str]) -> list[str]:
    return [f"[[ {_bare(test)} ]] && {lines[0]}"]


DOUBLE = "[, in double brackets|, with double brackets|; use double brackets]"
STYLES = (
    Style("if", "", _if),
    Style(
        "skip", "[, skipping all else|; skip anything else|, with continue for the rest]", _continue
    ),
    Style("if2", DOUBLE, _if_double, 1),
    Style("skip2", f"[; skip all else|, with continue for the rest]{DOUBLE}", _continue_double, 1),
    Style("and", "[, with && and no if|, by && in one line]", _and, 1, one_line=True),
    Style("and2", f"[, with && and no if|, by && in one line]{DOUBLE}", _and_double, 2, True),
)
"""The ways to write a test in a loop."""


@dataclass(frozen=True)
class Step:
    """How `count` gets one more, and how one asks for it."""

    key: str
    line: str
    hint: str = ""
    cost: int = 0


STEPS = (
    Step("", "count=$((count + 1))"),
    Step("++", "((count++))", "[, counting with ++|, by ++]", 1),
    Step("+=", "((count += 1))", "[, counting with +=|, by += 1]", 1),
)
