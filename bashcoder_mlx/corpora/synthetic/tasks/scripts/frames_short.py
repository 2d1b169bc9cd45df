"""The short frames of scripts: an argument without ceremony, a title above, a word afterwards."""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, nothing
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import printed
from bashcoder_mlx.corpora.synthetic.tasks.scripts.framed import Frame
from bashcoder_mlx.trial.world import World

_NOWHERE = "no such  place"  # that no world has, with two blanks in a row
_SHARE = 0.5  # of a short form, beside a careful one


def _titled(world: World, s: Bound, found: Outcome) -> Outcome:
    return replace(found, stdout=f"{s.message}\n{printed(found)}")


def _said(world: World, s: Bound, found: Outcome) -> Outcome:
    return replace(found, stdout=f"Result: {printed(found)}")


_DONE = Frame(
    "done",
    ("%s and [print|say] Done [at the end|afterwards]", "%s, then [print|say] Done"),
    "%s, and prints Done.",
    after=('echo "Done"',),
    prints="Done\n",
    share=_SHARE,
)
_TITLED = Frame(
    "titled",
    ("print {message} and then %s", "%s, [below|with] the title {message}"),
    "%s, below the title {message}.",
    before=("echo {message}",),
    turns=_titled,
    slots={"message": SLOTS["phrase"]},
    share=_SHARE,
)
_SAID = Frame(
    "said",
    (
        "%s, keep it in a variable and print it after Result:",
        "%s by way of a variable, and print that after Result:",
    ),
    "%s, and prints that after Result.",
    lead="result=$(",
    tail=")",
    after=('echo "Result: $result"',),
    turns=_said,
    share=_SHARE,
)


def short(base: Base) -> Iterator[Frame]:
    """Those around the command as it is."""
    if base.acts:
        yield _DONE
    if base.prints and base.trial.outcome.ordered:
        yield _TITLED
        if all(len(printed(trial.outcome).splitlines()) == 1 for trial in base.trials):
            yield _SAID


def with_name(name: str, kind: str) -> Iterator[Frame]:
    """Those that take a file or folder as an argument; `named` ones are told by NAMED."""
    called = "file" if kind == "file" else "folder"
    yield Frame(
        f"variable-{name}",
        ("%s, with [the argument in a variable|a variable for the argument]",),
        before=(f"{called}=$1",),
        arguments=(f"{{{name}}}",),
        unsaid=(name,),
        share=_SHARE,
    )
    yield Frame(
        f"default-{name}",
        ("%s, without a check", "%s, not checking that it is there"),
        before=(f"{called}=${{1:-{{{name}}}}}",),
        share=_SHARE,
    )
    yield Frame(
        f"usage-{name}",
        ("%s[, or print the usage without one|, with a usage message if there is none]",),
        "%s, or prints its usage without one.",
        before=(
            "if [ $# -eq 0 ]; then",
            f'  echo "Usage: $0 {called.upper()}"',
            "  exit 1",
            "fi",
        ),
        arguments=(f"{{{name}}}",),
        unsaid=(name,),
        share=_SHARE,
        more=(Plan(nothing, lambda world, s, given: Outcome(None, status=1)),),
    )
    yield Frame(
        f"there-{name}",
        ("%s, [after checking|but check first] that it [exists|is there]",),
        "%s, if it is there.",
        before=(
            f'if [ ! {"-f" if kind == "file" else "-d"} "$1" ]; then',
            f'  echo "No such {called}: $1"',
            "  exit 1",
            "fi",
        ),
        arguments=(f"{{{name}}}",),
        unsaid=(name,),
        share=_SHARE,
        more=(
            Plan(
                nothing,
                lambda world, s, given: Outcome(f"No such {called}: {_NOWHERE}\n", status=1),
                arguments=(_NOWHERE,),
            ),
        ),
    )
