"""More frames of scripts: a question first, a dry run, a temporary file, output to a given file."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, linux_text, texts_of
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import printed
from bashcoder_mlx.corpora.synthetic.tasks.scripts.framed import Frame
from bashcoder_mlx.trial.world import World

_EXPANDED = re.compile(r"[*?\[~$]|\},|\.\.")  # what the shell would expand before it is shown


def more_frames(base: Base) -> Iterator[Frame]:
    """Those that fit: changes are asked about or only shown, output goes elsewhere."""
    outcome = base.trial.outcome
    if base.acts:
        yield _CONFIRMED
        if not any(_EXPANDED.search(text) for text in texts_of(base.task.run)):
            yield _dry_run(base.task)
    if base.prints and outcome.ordered and outcome.stdout is not None:
        yield _TEMPORARY
        yield _TO_FILE


def _declined(plan: Plan) -> Sequence[Plan]:
    refused = Outcome("Cancelled\n", status=1)
    answers = ("n\n", "\\y\n")  # a backslash stays one
    return [replace(plan, stdin=text, expect=lambda world, s, given: refused) for text in answers]


_CONFIRMED = Frame(
    "confirmed",
    (
        "ask for confirmation and then %s",
        "%s, but ask [first|for confirmation before|yes or no before]",
        "ask [y/n|yes or no] and %s only if the answer is y",
        "%s after [a confirmation|the user has said yes]",
    ),
    "%s, if the answer to its question is y.",
    before=(
        'read -r -p "Go on? [y/n] " answer',
        "if [[ $answer != y ]]; then",
        '  echo "Cancelled"',
        "  exit 1",
        "fi",
        "",
    ),
    stdin="y\n",
    also=_declined,
)


def _dry_run(task: Task) -> Frame:
    """With -n the command is shown instead of run."""

    def shown(plan: Plan) -> Sequence[Plan]:
        def expect(world: World, s: Bound, given: Sequence[str]) -> str:
            return f"Would run: {' '.join(shlex.split(task.fill(linux_text(task.run), s)))}\n"

        return [replace(plan, arguments=("-n",), expect=expect)]

    return Frame(
        "dry-run",
        (
            "%s, with an option -n [for a dry run|to only show what would be done]",
            "%s, or only [say|print] what would be run with -n",
            "%s and understand -n as a dry run",
        ),
        "%s; with -n it only prints the command.",
        before=(
            "run() {",
            "  if [[ $dry_run == yes ]]; then",
            '    echo "Would run: $*"',
            "  else",
            '    "$@"',
            "  fi",
            "}",
            "",
            "dry_run=no",
            "if [[ ${1:-} == -n ]]; then",
            "  dry_run=yes",
            "fi",
        ),
        lead="run ",
        also=shown,
    )


def _counted(world: World, s: Bound, found: Outcome) -> Outcome:
    text = printed(found)
    return replace(found, stdout=f"{text}Lines: {text.count(chr(10))}\n")


_SCRATCH = "scratch space"  # where temporary files are made: a name with a blank
_TEMPORARY = Frame(
    "temporary",
    (
        "%s, keep that in a temporary file and print the number of its lines too",
        "%s by way of a temporary file, which is removed at the end, and count its lines",
        "%s and say how many lines that was, with a temporary file that is cleaned up by trap",
    ),
    "%s, and says how many lines that is; a temporary file is removed at the end.",
    before=(
        "set -e",
        "temporary=$(mktemp)",
        "trap 'rm -f \"$temporary\"' EXIT",
        "",
    ),
    tail=' >"$temporary"',
    after=('cat "$temporary"', 'echo "Lines: $(($(wc -l <"$temporary")))"'),
    finds=lambda world, s: world.dir(_SCRATCH),
    first=f"export TMPDIR=$PWD/'{_SCRATCH}'",
    turns=_counted,
    share=0.5,
)
_RESULT = "the result"  # a name with a blank


def _saved(world: World, s: Bound, found: Outcome) -> Outcome:
    world.file(_RESULT, printed(found)).age = 0.0
    return replace(found, stdout="")


_TO_FILE = Frame(
    "to-file",
    (
        "%s and [write|save] [the result|it|that] to a file given as [an|] argument",
        "%s, with the output in [the|a] file [given|named] as argument",
        "%s, and [save|put] the output into the file that is its argument",
    ),
    "%s, and writes that to the file given as its argument.",
    before=(
        "if [[ $# -ne 1 ]]; then",
        '  echo "Usage: ${0##*/} OUTPUT" >&2',
        "  exit 2",
        "fi",
    ),
    tail=' >"$1"',
    arguments=(_RESULT,),
    finds=lambda world, s: world.file(_RESULT, "old\n", days=2),
    turns=_saved,
    more=(
        Plan(
            lambda world, s: None,
            lambda world, s, given: Outcome(status=2, stderr="Usage"),
        ),
    ),
)
