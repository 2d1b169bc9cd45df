"""The frames of scripts: strict, with a word at the end, a log, a check, an argument, a loop."""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import SLOT, Bound, Outcome, Plan, Task, changed, texts_of
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base
from bashcoder_mlx.corpora.synthetic.tasks.scripts.framed import Frame
from bashcoder_mlx.corpora.synthetic.tasks.scripts.frames_more import more_frames
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.checks import missing
from bashcoder_mlx.trial.world import ANYTHING, World

PLAIN = Frame("plain")
_STRICT = ("set -euo pipefail", "")
_FILES = ("file", "txt", "csv", "log", "json", "md", "conf", "html", "py", "script", "image")
_FOLDERS = ("dir", "folder", "target")
_NOWHERE = "no such place"  # that no world has


def careful(base: Base) -> list[Frame]:
    """The frames that fit a command that succeeds, besides the plain one."""
    if not base.succeeds:
        return []
    # A log is seen in what is printed.
    seen = () if base.trial.outcome.stdout is None else (_REPORT, _LOG)
    return [_STRICTLY, *seen, *more_frames(base), *_with_path(base)]


_STRICTLY = Frame(
    "strict",
    (
        "%s and stop at the first error",
        "%s, [stopping|which stops] at the first error",
        "%s in strict mode",
    ),
    "%s, and stops at the first error.",
    before=_STRICT,
    share=0.6,
)
_REPORT = Frame(
    "report",
    ("%s and [print|say] {message} at the end", "%s, then [print|report] {message}"),
    "%s, and prints {message} at the end.",
    before=("set -e", ""),
    after=("echo {message}",),
    prints="{message}\n",
    slots={"message": SLOTS["phrase"]},
)


def _logged(world: World, s: Bound) -> None:
    world.file(s.log9, "").data = ANYTHING


_LOG = Frame(
    "log",
    (
        "%s and [log|note] start and end [in|to] {log9}",
        "%s, with a log of start and end in {log9}",
        "%s and write [the times|when it began and ended] to {log9}",
    ),
    "%s, and logs start and end in {log9}.",
    before=(
        "set -e",
        "",
        "log() {",
        "  printf '%s %s\\n' \"$(date '+%F %T')\" \"$1\" >>{log9}",
        "}",
        "",
        "log 'script started'",
    ),
    after=("log 'script finished'",),
    finds=lambda world, s: world.file(s.log9, "old\n", days=2),
    leaves=_logged,
    observe=(
        "status=$?\n"
        "sed -E 's/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} /then /' {log9}\n"
        'exit "$status"'
    ),
    prints="old\nthen script started\nthen script finished\n",
    slots={"log9": SLOTS["log"]},
    share=0.6,
)


def path_of(base: Base) -> tuple[str, str]:
    """The slot of the one file or folder of a command, and which it is; "" for neither."""
    names = [name for name in base.task.slot_names if name in (*_FILES, *_FOLDERS)]
    one_trial = len(base.task.every_plan) == 1
    if len(names) != 1 or not (one_trial and _stands_alone(base.task, names[0])):
        return "", ""
    node = base.trial.start.nodes.get(base.bound[names[0]].data)
    return (names[0], node.kind) if node and node.kind in ("file", "dir") else ("", "")


def _with_path(base: Base) -> Iterator[Frame]:
    """Frames that check the file or folder of a command, or take it as an argument."""
    name, kind = path_of(base)
    if name:
        yield _checked(name, kind)
        yield _argument(name, kind)
        yield _optional(name, kind)
        if kind == "file":
            yield _each(name)


def _stands_alone(task: Task, name: str) -> bool:
    """Whether the command has the value as a word of its own, in no other form."""
    found = [mark for text in texts_of(task.run) for mark in SLOT.finditer(text) if mark[1] == name]
    return task.slot_names[name] and bool(found)


def _checked(name: str, kind: str) -> Frame:
    called = "file" if kind == "file" else "folder"
    test = f"[if|whether] the {called} exists"
    return Frame(
        f"checked-{name}",
        (
            f"[check|test] {test} and then %s",
            f"%s, [with an error|or give an error] if the {called} does not exist",
            f"%s, but check first {test}",
        ),
        f"%s, with an error if the {called} does not exist.",
        before=(*missing(kind, f"{{{name}}}", f"{{{name}.raw}}"), ""),
        more=(_without(called),),
    )


def _without(called: str, arguments: tuple[str, ...] = ()) -> Plan:
    """A trial in an empty folder; utilities say "No such file or directory", without a colon."""
    return Plan(
        lambda world, s: None,
        lambda world, s, given: Outcome(status=1, stderr=f"No such {called}: "),
        arguments=arguments,
    )


def _argument(name: str, kind: str) -> Frame:
    called, shown = ("file", "FILE") if kind == "file" else ("folder", "FOLDER")
    usage = Plan(
        lambda world, s: None,
        lambda world, s, given: Outcome(status=2, stderr="Usage"),
    )
    return Frame(
        f"argument-{name}",
        before=(
            "if [[ $# -ne 1 ]]; then",
            f'  echo "Usage: ${{0##*/}} {shown}" >&2',
            "  exit 2",
            "fi",
            f"{called}=$1",
            *missing(kind, f'"${called}"', f"${called}"),
            "",
        ),
        arguments=(f"{{{name}}}",),
        unsaid=(name,),
        more=(usage, _without(called, (f"{{{name}}}",))),
    )


def _optional(name: str, kind: str) -> Frame:
    called = "file" if kind == "file" else "folder"
    return Frame(
        f"optional-{name}",
        before=(f"{called}=${{1:-{{{name}}}}}", *missing(kind, f'"${called}"', f"${called}"), ""),
        more=(_without(called, (_NOWHERE,)),),
    )


def _each(name: str) -> Frame:
    usage = Plan(
        lambda world, s: None,
        lambda world, s, given: Outcome(status=2, stderr="Usage"),
    )
    return Frame(
        f"each-{name}",
        before=(
            "if [[ $# -eq 0 ]]; then",
            '  echo "Usage: ${0##*/} FILE..." >&2',
            "  exit 2",
            "fi",
            'for file in "$@"; do',
            "  if [[ ! -f $file ]]; then",
            '    echo "No such file: $file" >&2',
            "    continue",
            "  fi",
        ),
        lead="  ",
        after=("done",),
        arguments=(_NOWHERE, f"{{{name}}}"),
        turns=lambda world, s, found: replace(found, stderr=f"No such file: {_NOWHERE}"),
        unsaid=(name,),
        more=(usage,),
    )


_ARGUMENT = (
    "[a given CALLED|the CALLED given as [its|an|] argument|a CALLED (first argument)]",
    "the CALLED given as its argument",
)
_DEFAULT = (
    "a CALLED given as argument, by default {NAME}",
    "the CALLED given as its argument, by default {NAME}",
)
NAMED = {
    "argument": _ARGUMENT,
    "optional": _DEFAULT,
    "variable": _ARGUMENT,
    "default": _DEFAULT,
    "usage": _ARGUMENT,
    "there": _ARGUMENT,
    "each": (
        "[each|every] [CALLED|one of the CALLEDs] given as [an|] argument",
        "each CALLED given as an argument",
    ),
}
"""How the frames that put a variable in the place of a name call it."""
_WHOLE = {"csv": "CSV file", "json": "JSON file", "log": "log file"}  # what a command is about
_AT_ONCE = ("usage", "there")  # have no variable of their own for it


def with_argument(task: Task, frame: str, name: str, kind: str) -> Task:
    """The task with the file or folder in a variable, and named as the argument of a script."""
    called = "file" if kind == "file" else "folder"
    variable = "1" if frame in _AT_ONCE else called
    whole = _WHOLE.get(name, called)
    said, does = (text.replace("CALLED", whole).replace("NAME", name) for text in NAMED[frame])
    return replace(
        task,
        say=tuple(_named(text, name, said) for text in task.say),
        run=changed(task.run, lambda text: _named(text, name, f'"${variable}"')),
        explain=tuple(_named(text, name, does) for text in task.explain),
    )


def _named(text: str, name: str, said: str) -> str:
    return SLOT.sub(lambda mark: said if mark[1] == name else mark[0], text)
