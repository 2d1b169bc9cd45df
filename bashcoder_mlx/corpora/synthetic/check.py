"""What can be said against a task without running it."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.task import ANY, SHEBANG, Task


def faults(task: Task) -> Iterator[str]:
    """What is wrong with a task, one line each, beginning with its place."""
    for fault in (*_of_the_wordings(task), *_of_the_commands(task)):
        yield f"{task.origin or task.name}: {task.name}: {fault}"


def _of_the_wordings(task: Task) -> Iterator[str]:
    if not (task.say or task.ask) or not task.explain:
        yield "it needs a wording and an explanation"
    used = _slots_of_commands(task) - set(task.unsaid)
    for text in (*task.say, *task.ask, *task.explain):
        parts = phrases.parse(text)
        said, always = {slot.name for slot in phrases.slots(parts)}, phrases.slots_always(parts)
        if missing := used - always:
            yield f"{{{min(missing)}}} is not named by {text!r}"
        if unknown := said - used:
            yield f"{{{min(unknown)}}} of {text!r} is not in the command"
    if not_ascii := [text for text in (*task.say, *task.ask, *task.explain) if not text.isascii()]:
        yield f"signs that no keyboard has: {not_ascii[0]!r}"
    for text in task.explain:
        if not (text[0].isupper() or text[0] in "[{"):
            yield f"no sentence: {text!r}"


def _slots_of_commands(task: Task) -> set[str]:
    parts = [part for answer in task.answers.values() for part in answer]
    return {part.name for part in parts if isinstance(part, phrases.Slot)}


def _of_the_commands(task: Task) -> Iterator[str]:
    if set(task.answers) not in ({ANY}, {"linux"}, {"macos"}, {"linux", "macos"}):
        yield f"a command is for any system, linux or macos, not {', '.join(task.answers)}"
    for answer in task.answers.values():
        text = "".join(part if isinstance(part, str) else "x" for part in answer)
        if (task.kind == "script") != text.startswith(SHEBANG):
            yield f"a script, and nothing else, begins with {SHEBANG.strip()}"
