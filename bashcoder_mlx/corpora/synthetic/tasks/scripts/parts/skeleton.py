"""What the families of scripts share: the skeleton of a script, checks of its arguments, and the
ways in which a script is given its file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import SHEBANG, Bound, Outcome, Task, nothing
from bashcoder_mlx.trial.world import World

STRICT = "set -euo pipefail\n"
MISSING = "missing.txt"  # a file that no world has
NOWHERE = "nowhere"  # a folder that no world has

CHECK_FILE = """if [[ ! -f $file ]]; then
  echo "No such file: $file" >&2
  exit 1
fi
"""
CHECK_FOLDER = """if [[ ! -d $folder ]]; then
  echo "No such folder: $folder" >&2
  exit 1
fi
"""


def usage(words: str, test: str = "-ne 1") -> str:
    """Bash that ends with a usage message and status 2 unless the number of arguments is right."""
    return f'if [[ $# {test} ]]; then\n  echo "Usage: $0 {words}" >&2\n  exit 2\nfi\n'


def usage_function(words: str, wanted: str = "-eq 1") -> str:
    """The same by a function `usage`, given what the number of arguments has to be."""
    function = f'usage() {{\n  echo "Usage: $0 {words}" >&2\n  exit 2\n}}\n'
    return f"{function}\n[[ $# {wanted} ]] || usage\n"


USAGE = Outcome(status=2, stderr="Usage:")


def no_file(path: str) -> Outcome:
    """The message of CHECK_FILE."""
    return Outcome(status=1, stderr=f"No such file: {path}")


def no_folder(path: str) -> Outcome:
    """The message of CHECK_FOLDER."""
    return Outcome(status=1, stderr=f"No such folder: {path}")


def script(
    name: str,
    say: Sequence[str],
    explain: str | Sequence[str],
    body: str | Mapping[str, str],
    expect: Callable[..., object],
    setup: Callable[[World, Bound], object] = nothing,
    strict: bool = True,
    ask: Sequence[str] = (),
    **more: object,
) -> Task:
    """A task whose script is `body` below the shebang, by default with `set -euo pipefail`; where
    systems differ, one body for each.
    """
    explained = [explain] if isinstance(explain, str) else explain
    head = SHEBANG + (f"{STRICT}\n" if strict else "")
    bodies = {"": body} if isinstance(body, str) else body
    runs = {system: head + text.strip("\n") for system, text in bodies.items()}
    return Task(
        name=name,
        say=say,
        run=runs.get("") or runs,
        explain=explained,
        ask=[*ask, *map(that_does, explained[:1])],
        setup=setup,
        expect=expect,
        kind="script",
        **more,
    )


def that_does(explanation: str) -> str:
    """The request for a script with this explanation: "script that prints …"."""
    clauses = [f"{text[0].lower()}{text[1:]}" for text in explanation.rstrip(".").split(". ")]
    return f"[script|bash script|shell script|a script|a bash script] that {'; it '.join(clauses)}"


def halves(script: str) -> tuple[str, str]:
    """What stands above the work, the shebang and the comment below it, and the work itself."""
    lines = script.strip("\n").split("\n")
    above = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    return "\n".join(lines[:above]), "\n".join(lines[above:]).strip("\n")


def sentence(text: str) -> str:
    """The clause with a capital and a full stop."""
    return f"{text[0].upper()}{text[1:]}."


def indented(code: str, by: str = "  ") -> str:
    """Every line of the code moved to the right, with a newline at the end."""
    return "".join(f"{by}{line}\n" if line else "\n" for line in code.splitlines())


@dataclass(frozen=True)
class Source:
    """How a script comes to its text file, `$file`."""

    name: str
    say: str
    """Names the file in a request: "each line of …"."""
    explain: str
    code: str
    calls: Sequence[Sequence[str]]
    default: Callable[[Bound], str] | None = None
    """The file without an argument; None where one is needed."""

    def path(self, world: World, s: Bound, arguments: Sequence[str]) -> str | Outcome:
        """The file of one call, or what the script says where there is none."""
        if not arguments and self.default is None:
            return USAGE
        path = arguments[0] if arguments else self.default(s)
        return path if path in world else no_file(path)


ARGUMENT = Source(
    "argument",
    "[a|the|a text] file [given as argument|given as an argument|that is its first argument]",
    "the file given as its argument",
    f"{usage('FILE')}file=$1\n{CHECK_FILE}",
    (("{stem}.txt",), (), (MISSING,)),
)
FIXED = Source(
    "fixed",
    "{txt}",
    "{txt}",
    f"file={{txt}}\n{CHECK_FILE}",
    ((),),
    lambda s: s.txt,
)
STDIN = Source(
    "stdin",
    "[a file given as argument or the standard input|its file argument or the standard input]",
    "the file given as its argument or the standard input",
    "file=${1:-/dev/stdin}\n",
    (("{stem}.txt",), ()),
)


def file_names(s: Bound) -> list[str]:
    """Where a world keeps the text that a script may be given."""
    names = [f"{s.stem}.txt"] if "stem" in s else []
    return names + ([s.txt] if "txt" in s else [])
