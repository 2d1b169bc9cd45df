"""The mutants of tasks on the trials of the tasks: which of them does an oracle refuse?

A mutant is tried on the trials of one draw of values after the other, cheapest first: nearly all
fall at the first. It survives where it passes every trial of every draw that has it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bashcoder_mlx.corpora.synthetic.mutants import mutants
from bashcoder_mlx.corpora.synthetic.mutants.before import Before
from bashcoder_mlx.corpora.synthetic.task import ANY, Bound, Task
from bashcoder_mlx.corpora.synthetic.verify import draws, is_executable
from bashcoder_mlx.shell.sandbox import Sandbox
from bashcoder_mlx.trial.confinement import NOT_RUN, SECONDS, check
from bashcoder_mlx.trial.identity import digest
from bashcoder_mlx.trial.trial import Case

_SECONDS = 3  # for one run of a mutant; some loop for ever
_AT_ONCE = 100  # tasks between two notes of progress
FAILS = "fails itself"  # the label of a command that does not pass its own trials
WRITTEN = "by hand"  # begins the label of a mutant that the task itself lists


@dataclass(frozen=True)
class Tried:
    """A mutant and what became of it: the command and its mutant are those of the first draw."""

    task: Task
    label: str
    command: str
    text: str
    killed: bool


class _Subject:
    """A task with its draws of values, and the trials of each.

    Raises AssertionError where an oracle refutes itself.
    """

    def __init__(self, task: Task):
        self.task = task
        self.bounds = list(draws(task))
        system = "linux" if "linux" in task.answers else ANY
        self.commands = [task.answer(system, bound) for bound in self.bounds]
        self.trials = [task.trials(bound) for bound in self.bounds]

    def cases(self, draw: int, text: str) -> list[Case]:
        """A text in the place of the command of a draw."""
        return [Case(text, self.task.kind, trial) for trial in self.trials[draw]]

    @cached_property
    def digest(self) -> str:
        """Identifies what is run and what must come of it."""
        pairs = enumerate(self.commands)
        return digest(case for draw, text in pairs for case in self.cases(draw, text))

    def mutants(self) -> dict[str, dict[int, str]]:
        """The texts of every label by draw."""
        found: dict[str, dict[int, str]] = {}
        for draw, (command, bound) in enumerate(zip(self.commands, self.bounds, strict=True)):
            whole = [self.task.fill(text, bound).strip("\n") for text in self.task.within]
            for label, text in (*mutants(command, whole), *self._written(bound)):
                found.setdefault(label, {})[draw] = text
        return found

    def _written(self, bound: Bound) -> Iterator[tuple[str, str]]:
        for number, template in enumerate(self.task.mutants, start=1):
            yield f"{WRITTEN} {number}", self.task.fill(template, bound).strip()


@dataclass
class _Candidate:
    """A mutant that is alive until a trial kills it."""

    subject: _Subject
    label: str
    texts: dict[int, str]
    killed: bool | None
    """None where it is still to be tried."""
    _next: Iterator[Case] = field(init=False, repr=False)

    def __post_init__(self):
        draws = self.texts.items()
        self._next = (case for draw, text in draws for case in self.subject.cases(draw, text))

    def next(self) -> Case | None:
        """The next run that could kill it."""
        return next(self._next, None)

    @property
    def tried(self) -> Tried:
        """What became of it."""
        draw, text = next(iter(self.texts.items()))
        command = self.subject.commands[draw]
        return Tried(self.subject.task, self.label, command, text, self.killed)


def tried(
    tasks: Sequence[Task], sandbox: Sandbox, before: Before, note: Callable[[str], None]
) -> Iterator[Tried]:
    """Tries every mutant of the tasks that run here, but those whose fate `before` knows.

    A command that fails its own trials is given in the place of its mutants, under `FAILS`.

    Raises:
        BashcoderError: the sandbox fails.
    """
    tasks = list(filter(is_executable, tasks))
    for at in range(0, len(tasks), _AT_ONCE):
        note(f"trying the mutants: {at:,} of {len(tasks):,} tasks")
        subjects = {task: _subject(task) for task in tasks[at : at + _AT_ONCE]}
        yield from (_failure(task) for task, subject in subjects.items() if not subject)
        yield from _tried(list(filter(None, subjects.values())), sandbox, before)


def _subject(task: Task) -> _Subject | None:
    try:
        return _Subject(task)
    except AssertionError:
        return None


def _failure(task: Task) -> Tried:
    """Says that the command itself does not pass."""
    return Tried(task, FAILS, str(task.run), "bashcoder data tasks --verify says why", False)


def _tried(subjects: Sequence[_Subject], sandbox: Sandbox, before: Before) -> Iterator[Tried]:
    candidates = [
        _Candidate(subject, label, texts, before.verdict(subject.digest, texts))
        for subject in subjects
        for label, texts in subject.mutants().items()
    ]
    waiting = [candidate for candidate in candidates if candidate.killed is None]
    seconds = _limits({candidate.subject: None for candidate in waiting}, sandbox)
    for limit in (_SECONDS, SECONDS):
        _try([one for one in waiting if seconds[one.subject] == limit], sandbox, limit)
    found = [one for one in waiting if seconds[one.subject]]
    before.remember((one.subject.digest, one.texts, one.killed) for one in found)
    yield from (one.tried for one in candidates if seconds.get(one.subject, 1))
    yield from (_failure(subject.task) for subject, limit in seconds.items() if not limit)


def _limits(subjects: Iterable[_Subject], sandbox: Sandbox) -> dict[_Subject, float]:
    """How many seconds a run of a mutant gets: more where the command itself needs them, and none
    where it fails."""
    found = dict.fromkeys(subjects, 0.0)
    for limit in (_SECONDS, SECONDS):
        tested = [subject for subject, seconds in found.items() if not seconds]
        cases = [(s, case) for s in tested for case in s.cases(0, s.commands[0])]
        faults = _faults([case for _, case in cases], sandbox, limit)
        failed = {s for (s, _), faults in zip(cases, faults, strict=True) if faults}
        found |= {subject: limit for subject in tested if subject not in failed}
    return found


def _try(candidates: Sequence[_Candidate], sandbox: Sandbox, seconds: float) -> None:
    """Runs the next case of each, again and again, until each is killed or has passed all."""
    while candidates:
        pairs = [(candidate, candidate.next()) for candidate in candidates]
        runs = [(candidate, case) for candidate, case in pairs if case]
        found = _faults([case for _, case in runs], sandbox, seconds)
        for (candidate, _), faults in zip(runs, found, strict=True):
            candidate.killed = bool(faults)
        candidates = [candidate for candidate, _ in runs if not candidate.killed]


def _faults(cases: Sequence[Case], sandbox: Sandbox, seconds: float) -> Iterator[list[str]]:
    """The faults of each; what was not run, as another ended its batch, is run again alone."""
    for case, faults in zip(cases, check(cases, sandbox, seconds=seconds), strict=True):
        alone = faults == [NOT_RUN]
        yield next(check([case], sandbox, seconds=seconds)) if alone else faults
