"""A task: how people ask for it, the commands that do it, what they do in English, and an oracle.

One task is one shape of command; its values are drawn anew for every pair. Everything about it
stands together: the wording, the command for each system, the explanation, the file tree it works
on (`setup`), and what it must print and change there, computed in Python (`expect`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.phrases import Part
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.slots import Slot as SlotDraw
from bashcoder_mlx.trial.outcome import Outcome, any_order
from bashcoder_mlx.trial.trial import Trial
from bashcoder_mlx.trial.world import World

__all__ = ["ANY", "Bound", "Outcome", "Result", "Task", "any_order", "nothing", "silent"]

ANY = "any"
SHEBANG = "#!/usr/bin/env bash\n"
SLOT = re.compile(r"(?<!\$)\{([a-z]+\d?)(?:\.([a-z]+))?\}")
_BEFORE_WORD, _AFTER_WORD = re.compile(r"(?:^|[\s(=])$"), re.compile(r"^(?:$|[\s;)])")
_ATTEMPTS = 100


class Bound(dict):
    """The values of one instance by slot name; an attribute gives what a value means."""

    def __getattr__(self, name: str):
        try:
            return self[name].data
        except KeyError:
            raise AttributeError(f"the task has no slot {name}") from None

    def text(self, name: str, form: str = "") -> str:
        """The value as a command writes it."""
        value = self[name]
        if not form:
            return value.text
        return str(value.data) if form == "raw" else value.forms[form]

    def fill(self, text: str) -> str:
        """A text of a file, path or output with plain values; other braces stay as they are."""
        return SLOT.sub(lambda mark: self._plain(mark) if mark[1] in self else mark[0], text)

    def _plain(self, mark: re.Match) -> str:
        return str(self[mark[1]].data) if not mark[2] else self.text(mark[1], mark[2])


Run = str | Mapping[str, str]
"""A command: one for any system, or by "linux" and "macos"."""


def texts_of(run: Run) -> tuple[str, ...]:
    """Its texts, without the systems that they are for."""
    return (run,) if isinstance(run, str) else tuple(run.values())


def changed(run: Run, change: Callable[[str], str]) -> Run:
    """The same for each system with its text changed."""
    if isinstance(run, str):
        return change(run)
    return {system: change(text) for system, text in run.items()}


def linux_text(run: Run) -> str:
    """What runs on Linux; "" where nothing does."""
    return run if isinstance(run, str) else run.get("linux", "")


Result = Outcome | str | Sequence[str] | None
"""What `expect` returns: None is no output, a string the exact text, a list the lines in order."""


def nothing(world: World, s: Bound) -> None:
    """No setup; or no output and no change."""


def silent(*changes: object) -> None:
    """For an oracle that is one expression: the changes are made, and nothing is printed."""


@dataclass(frozen=True)
class Plan:
    """One trial of a task, its values left open."""

    setup: Callable[[World, Bound], None]
    """Puts what the command needs, and what it must leave alone, into the world."""
    expect: Callable[..., Result]
    """Changes the world as the command should, and returns its output: called with the world and
    the values, and for a script with the arguments of the call."""
    arguments: Sequence[str] = ()
    """Of a script, as templates of words."""
    before: str = ""
    """Bash run first in the same shell (for a script, in the one that starts it)."""
    after: str = ""
    """Bash run afterwards in the same shell, to print what the command changed in it."""
    stdin: str = ""
    """What is typed while it runs."""


@dataclass(frozen=True, eq=False)
class Task:
    """One shape of command or script. Templates of English are those of phrases.py; in commands,
    `{slot}` is a value quoted as needed, `{slot.raw}` the plain one, and other braces are bash's.
    """

    name: str
    """Unique, dotted, such as files.copy-into."""
    say: Sequence[str]
    """Instructions that may be wrapped: "delete {file}" in "how do I delete {file}?"."""
    run: Run
    """The command or script."""
    explain: Sequence[str]
    """Sentences that say what it does: "Deletes {file}."."""
    setup: Callable[[World, Bound], None] = nothing
    """See `Plan`, as of the fields below that are also there."""
    expect: Callable[..., Result] = nothing
    ask: Sequence[str] = ()
    """Other wordings, used as they are: "how big is {file}?"."""
    kind: str = "command"
    """command or script."""
    calls: Sequence[Sequence[str]] = ((),)
    """For a script, the arguments of every run to verify, as templates of words."""
    slots: Mapping[str, SlotDraw] = field(default_factory=dict)
    """Slots of this task alone, by name."""
    unsaid: Sequence[str] = ()
    """Slots of the command that no wording names, such as the comment of a script."""
    stubs: Sequence[str] = ()
    """Utilities that cannot run in the sandbox: calls are recorded and compared instead."""
    before: str = ""
    after: str = ""
    stdin: str = ""
    plans: Sequence[Plan] = ()
    """The trials, in the place of one for each of `calls`."""
    mutants: Sequence[str] = ()
    """Commands that look alike and must fail, besides those that are made by machine."""
    within: Sequence[str] = ()
    """Commands in it, as templates, that are tasks of their own: their mutants are tried there."""
    weight: float = 1.0
    """How often it is drawn, relative to the others of its family."""
    origin: str = ""
    """The file and line of a task in a table."""

    @cached_property
    def every_plan(self) -> Sequence[Plan]:
        """The plans given, or those of the calls."""
        common = (self.before, self.after, self.stdin)
        made = (Plan(self.setup, self.expect, call, *common) for call in self.calls)
        return self.plans or tuple(made)

    @cached_property
    def answers(self) -> dict[str, list[Part]]:
        """The parsed command by system."""
        texts = {ANY: self.run} if isinstance(self.run, str) else self.run
        return {system: self._parse(text.strip("\n")) for system, text in texts.items()}

    @cached_property
    def slot_names(self) -> dict[str, bool]:
        """Every slot of the commands and calls, and whether its name may hold blanks."""
        names: dict[str, bool] = {}
        for parts in self.answers.values():
            for index, part in enumerate(parts):
                if isinstance(part, phrases.Slot):
                    alone = not part.form and _stands_alone(parts, index)
                    names[part.name] = names.get(part.name, True) and alone
        for word in (word for plan in self.every_plan for word in plan.arguments):
            for slot in phrases.slots(self._parse(word)):  # an argument is one, blanks and all
                names.setdefault(slot.name, True)
        return names

    @cached_property
    def sentences(self) -> Sequence[str]:
        """What asks for it, alternatives within."""
        return (*self.say, *self.ask)

    @cached_property
    def wordings(self) -> int:
        """In how many ways it is asked for, values left open, before wrappers and slips."""
        return sum(phrases.wordings(phrases.parse(text)) for text in self.sentences)

    def _parse(self, text: str) -> list[Part]:
        """The parts of a command; braces around anything but a known slot are bash's."""
        parts: list[Part] = []
        end = 0
        for match in SLOT.finditer(text):
            if self.draws(match[1]) is not None:
                parts += [text[end : match.start()], phrases.Slot(match[1], match[2] or "")]
                end = match.end()
        return [part for part in (*parts, text[end:]) if part]

    def draws(self, name: str) -> SlotDraw | None:
        """What draws the values of a slot; None for what is no slot."""
        base = name.rstrip("0123456789")
        return self.slots.get(name) or self.slots.get(base) or SLOTS.get(base)

    def draw(self, draw: Draw) -> Bound:
        """New values for all slots; no two names are equal, nor two numbers of one kind."""
        bound = Bound()
        for name, spaced in self.slot_names.items():
            base = name.rstrip("0123456789")
            others = {
                value.data
                for other, value in bound.items()
                if value.data.__class__ is str or other.rstrip("0123456789") == base
            }
            bound[name] = self._fresh(name, spaced, others, draw)
        return bound

    def _fresh(self, name: str, spaced: bool, others: set, draw: Draw) -> Value:
        for _ in range(_ATTEMPTS):
            value = self.draws(name)(draw, spaced)
            if value.data not in others:
                return value
        raise AssertionError(f"{self.name}: too few values for {{{name}}}")

    def trials(self, bound: Bound) -> list[Trial]:
        """What its command for Linux must do with these values: a trial for every plan."""
        return [self._trial(plan, bound) for plan in self.every_plan]

    def _trial(self, plan: Plan, bound: Bound) -> Trial:
        start = World()
        plan.setup(start, bound)
        expected, arguments = start.clone(), self.words(plan.arguments, bound)
        given = (expected, bound, arguments) if self.kind == "script" else (expected, bound)
        found = outcome(plan.expect(*given))
        texts = (self.fill(text, bound) for text in (plan.before, plan.after, plan.stdin))
        return Trial(start, expected, found, arguments, *texts, stubs=self.stubs)

    def answer(self, system: str, bound: Bound) -> str:
        """The command for a system, with its values."""
        return "".join(p if p.__class__ is str else bound.text(*p) for p in self.answers[system])

    def fill(self, text: str, bound: Bound) -> str:
        """A template of bash with its values."""
        return "".join(p if p.__class__ is str else bound.text(*p) for p in self._parse(text))

    def words(self, call: Sequence[str], bound: Bound) -> list[str]:
        """The arguments of one run of a script, unquoted."""
        return [
            "".join(p if p.__class__ is str else str(bound[p.name].data) for p in self._parse(word))
            for word in call
        ]


def outcome(result: Result) -> Outcome:
    """What `expect` returns, as an outcome."""
    if isinstance(result, Outcome):
        return result
    return Outcome(stdout="" if result is None else result)


def _stands_alone(parts: Sequence[Part], index: int) -> bool:
    """Whether a slot is a word of its own, so that quotes around it are right."""
    before = parts[index - 1] if index else ""
    after = parts[index + 1] if index + 1 < len(parts) else ""
    texts = isinstance(before, str) and isinstance(after, str)
    return texts and bool(_BEFORE_WORD.search(before[-1:]) and _AFTER_WORD.match(after[:1]))
