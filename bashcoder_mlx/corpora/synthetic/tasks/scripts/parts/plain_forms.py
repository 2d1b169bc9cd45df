"""How a test and an act stand together in a plain script."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import inside


@dataclass(frozen=True)
class Form:
    """How the test and the act stand together."""

    key: str
    hint: str
    does: str
    write: Callable[[str, str, str, str], list[str]]
    """Lines of a test, an act, a message that it was done, and one that it was not."""
    done: bool = False
    told: bool = False
    status: int = 0
    each: bool = False


def _if(test: str, act: Sequence[str], other: Sequence[str]) -> list[str]:
    return [f"if {test}; then", *inside(act), *(["else", *inside(other)] if other else []), "fi"]


def _loop(lines: Sequence[str]) -> list[str]:
    return ['for item in "$@"; do', *inside(lines), "done"]


def _not(test: str) -> str:
    """The contrary of a test in brackets."""
    bracket, _, rest = test.partition(" ")
    return f"{bracket} {rest[2:]}" if rest.startswith("! ") else f"{bracket} ! {rest}"


_ELSE = "[, and say so if not|, with a message otherwise|; else print a message]"
_FAIL = "[, and fail with a message on stderr if not|; else exit 1 with an error]"
_DONE = "[, and tell when it is done|, with a message afterwards]"
FORMS = (
    Form("", "", "", lambda t, a, d, n: _if(t, [a], [])),
    Form("else", _ELSE, "; says so otherwise", lambda t, a, d, n: _if(t, [a], [n]), told=True),
    Form(
        "done", _DONE, "; tells when it is done", lambda t, a, d, n: _if(t, [a, d], []), done=True
    ),
    Form(
        "both",
        f"{_DONE}{_ELSE}",
        "; tells what happened",
        lambda t, a, d, n: _if(t, [a, d], [n]),
        done=True,
        told=True,
    ),
    Form(
        "fail",
        _FAIL,
        "; fails with a message otherwise",
        lambda t, a, d, n: _if(t, [a], [f"{n} >&2", "exit 1"]),
        told=True,
        status=1,
    ),
    Form(
        "early",
        f"{_FAIL}, checked first",
        "; fails first if it cannot",
        lambda t, a, d, n: [*_if(_not(t), [f"{n} >&2", "exit 1"], []), a],
        told=True,
        status=1,
    ),
    Form(
        "early-done",
        f"{_FAIL}, checked first{_DONE}",
        "; fails first if it cannot; tells when it is done",
        lambda t, a, d, n: [*_if(_not(t), [f"{n} >&2", "exit 1"], []), a, d],
        done=True,
        told=True,
        status=1,
    ),
    Form(
        "or",
        "[, by a test and an or|, without if: the test, or else the act]",
        ", by a short test",
        lambda t, a, d, n: [f"{_not(t)} || {a}"],
    ),
    Form("each", "", "", lambda t, a, d, n: _loop(_if(t, [a], [])), each=True),
    Form(
        "each-else",
        _ELSE,
        "; says so otherwise",
        lambda t, a, d, n: _loop(_if(t, [a], [n])),
        told=True,
        each=True,
    ),
    Form(
        "each-both",
        f"{_DONE}{_ELSE}",
        "; tells what happened",
        lambda t, a, d, n: _loop(_if(t, [a, d], [n])),
        done=True,
        told=True,
        each=True,
    ),
    Form(
        "each-skip",
        "[, skipping the others with a message|; continue after a message otherwise]",
        "; skips others with a message",
        lambda t, a, d, n: _loop([*_if(_not(t), [n, "continue"], []), a]),
        told=True,
        each=True,
    ),
    Form(
        "each-quiet",
        "[, skipping all others|; continue with the next otherwise]",
        "; skips the others",
        lambda t, a, d, n: _loop([f"{t} || continue", a]),
        each=True,
    ),
)
