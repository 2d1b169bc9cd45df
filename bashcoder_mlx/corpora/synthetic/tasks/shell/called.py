"""Functions defined and called on one line: every body with every way to use it."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.bodies import TEXT_BODIES, Body
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, filled, printing
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.number_bodies import (
    NUMBER_BODIES,
    TEST_BODIES,
)

WEIGHT = 0.25
_SAID = {False: "", True: "; echo $?"}
_SAY = """
    [define|write|make|create] a function {function} that <what> and <use>
    [define|write] a [bash|shell|] function {function} which <what>, then <use>
    make a function called {function} that <what>; <use>
    [define|declare] {function}, a function that <what>, and <use>
    in one line, write a function {function} that <what> and <use>
"""
_ASK = """
    function {function} that <what>; <use>
    I [need|want] a function {function} that <what>: [define it and|write it,] <use>
    one-liner: a function {function} that <what>, then <use>
    {function} should be a function that <what>; define it and <use>
    a function {function}: it <what>. <use> after the definition
"""


@dataclass(frozen=True)
class Way:
    """How the function <f> is used with the arguments <a>: in bash and in English."""

    key: str
    run: str
    use: str
    weight: float = 1.0
    test: bool = False


_CALLS = (
    Way("call", "<f>() { <body>; }; <f> <a>", "<call> it with <args>", 3),
    Way(
        "function",
        "function <f> { <body>; }; <f> <a>",
        "<call> it with <args>, using the keyword function",
    ),
    Way(
        "captured",
        '<f>() { <body>; }; r=$(<f> <a>); echo "$r"',
        "<store> what it prints for <args> in r and print that",
    ),
    Way(
        "message",
        '<f>() { <body>; }; echo "Result: $(<f> <a>)"',
        "<print> Result: and what it gives for <args>",
    ),
)
_TESTS = (
    Way(
        "both",
        "<f>() { <body>; }; <f> <a> && echo yes || echo no",
        "<print> yes or no for <args>",
        test=True,
    ),
    Way(
        "if",
        "<f>() { <body>; }; if <f> <a>; then echo yes; else echo no; fi",
        "<use> it in an if that prints yes or no for <args>",
        test=True,
    ),
    Way(
        "status",
        "<f>() { <body>; }; <f> <a>; echo $?",
        "<print> its exit status for <args>",
        test=True,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for body in (*TEXT_BODIES, *NUMBER_BODIES, *TEST_BODIES):
        for way in _TESTS if body.test else _CALLS:
            if body.arguments or way.key == "call":
                yield _task(body, way)


def _task(body: Body, way: Way) -> Task:
    *some, last = body.arguments or ["no argument"]
    args = f"{', '.join(some)} and {last}" if some else last
    use = filled(way.use, {"args": args})
    marks = {"f": "{function}", "body": body.run, "a": " ".join(body.arguments)}
    return printing(
        f"shell/called.{body.key}-{way.key}",
        (_SAY, _ASK),
        filled(way.run, marks).strip(),
        f"Defines the function {{function}}, which {body.what}, and {done(use)}.",
        lambda world, s: _shown(body, way, s),
        slots=body.slots,
        system=body.system,
        weight=body.weight * way.weight,
        after="".join(
            f"{{function}} {shlex.join(map(str, some))}{_SAID[body.test]}\n" for some in _more(body)
        ),
        what=body.what,
        use=use,
    )


def _more(body: Body) -> list[Sequence]:
    """Arguments of more calls, so that a function that does something else is found."""
    many = max(1, len(body.arguments))
    return [body.tried[at : at + many] for at in range(len(body.tried) - many + 1)]


def _shown(body: Body, way: Way, s: Bound) -> list[str]:
    found = body.shown(*(s[argument.strip("{}")].data for argument in body.arguments))
    if way.key == "status":
        found = 0 if found else 1
    elif body.test:
        found = "yes" if found else "no"
    elif way.key == "message":
        found = f"Result: {found}"
    more = (body.shown(*some) for some in _more(body))
    later = (int(not one) if body.test else one for one in more)
    return [line for one in (found, *later) for line in str(one).split("\n")]
