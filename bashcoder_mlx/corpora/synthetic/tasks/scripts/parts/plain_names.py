"""Parts of plain scripts over files: places, choices among what is there, and reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import STEPS, Step
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_actions import Action
from bashcoder_mlx.trial.world import World, is_hidden


@dataclass(frozen=True)
class Place:
    """Where a loop gets its names from."""

    key: str
    say: str
    explain: str
    names: str
    """The words of the loop."""
    calls: Sequence[tuple[Sequence[str], str]]
    """Arguments, and the folder that they mean."""
    start: Sequence[str] = ()
    cost: int = 0
    given: bool = False
    """Whether the names are the arguments themselves."""
    target: str = ""
    """The argument that is left for a folder to put things into."""

    def found(self, world: World, arguments: Sequence[str], folder: str) -> list[str]:
        """The names that the loop goes through, in their order."""
        if self.given:
            return list(arguments)
        paths = [path for path in world.paths(folder or ".", depth=1) if not is_hidden(path)]
        return [f"./{path}" for path in paths] if self.start and not folder else paths


_FOLDER = ((("my  docs",), "my  docs"),)
_GIVEN = ("alpha.txt", "gone.txt", "sub", "Beta  two.txt", "none.txt", "run.txt", "old  ones.txt")
_ARGUMENT = "[given as argument|given as its argument|that is its argument|given as $1]"
PLACES = (
    Place(
        "folder",
        f"in [a|the] folder {_ARGUMENT}",
        "in the folder given as its argument",
        '"$1"/*',
        _FOLDER,
        target='"$2"',
    ),
    Place(
        "named",
        f"in [a|the] folder {_ARGUMENT}, kept in a variable,",
        "in the folder given as its argument",
        '"$folder"/*',
        _FOLDER,
        start=("folder=$1",),
        cost=1,
        target='"$2"',
    ),
    Place(
        "default",
        "in [a|the] folder given as argument, or in [this|the current] one without an argument,",
        "in the folder given as its argument or the current one",
        '"$folder"/*',
        (*_FOLDER, ((), "")),
        start=("folder=${1:-.}",),
        cost=1,
    ),
    Place(
        "here",
        "in [the current|this] [folder|directory]",
        "in the current folder",
        "*",
        (((), ""),),
        target='"$1"',
    ),
    Place(
        "given",
        "[given as arguments|passed as arguments|among the arguments|named on the command line]",
        "given as an argument",
        '"$@"',
        ((_GIVEN, ""),),
        given=True,
    ),
)


@dataclass(frozen=True)
class Choice:
    """Which of the names are meant."""

    key: str
    noun: str
    many: str
    """The noun for several."""
    of: str = "file"
    """What it chooses: "file" or "dir"."""
    test: str = ""
    holds: Callable[[World, str], bool] = lambda world, name: name in world
    pattern: str = ""
    """In the place of the `*` of the loop."""
    hint: str = ""
    cost: int = 0

    @property
    def explain(self) -> str:
        """One of them, plainly."""
        return ".{ext.raw} file" if self.pattern else "folder" if self.of == "dir" else "file"

    def matches(self, name: str, s: Bound) -> bool:
        """Whether the name is one of the loop at all."""
        return not self.pattern or name.endswith(f".{s.ext}")


def _kind(kind: str, holds: Callable = lambda node: True):
    return lambda world, name: name in world and world[name].kind == kind and holds(world[name])


_SIMPLE = "[, without any test|, in the simplest way|; no checks|, as a minimal loop]"
_F, _D = '-f "$file"', '-d "$file"'
_EXT = ("{ext} file", "[{ext} files|files that end in {ext}|files ending in {ext}]")
CHOICES = (
    Choice("all", "file", "files", hint=_SIMPLE),
    Choice("file", "[regular |]file", "[regular |]files", test=_F, holds=_kind("file")),
    Choice("dir", "[folder|directory]", "[folders|directories]", "dir", _D, _kind("dir")),
    Choice("ext", *_EXT, pattern="*.{ext}", hint=_SIMPLE),
    Choice("ext-any", *_EXT, test='-e "$file"', pattern="*.{ext}"),
)


@dataclass(frozen=True)
class Report:
    """What a script tells besides: after each file, or at the end."""

    key: str
    say: str = ""
    does: str = ""
    start: Sequence[str] = ()
    tells: bool = False
    step: Step | None = None
    end: Sequence[str] = ()
    cost: int = 0

    def inside(self, action: Action) -> list[str]:
        """Lines after those of the action."""
        told = [f'echo "{action.message}"'] if self.tells else []
        return told + ([self.step.line] if self.step else [])

    def told(self, name: str, action: Action) -> list[str]:
        """What is printed after one."""
        return [action.message.replace("$file", name)] if self.tells else []

    def last(self, count: int) -> list[str]:
        """What is printed at the end."""
        return [line.split('"')[1].replace("$count", str(count)) for line in self.end]


TOTAL = 'echo "Total: $count"'
_COUNTED = {"start": ("count=0",), "end": (TOTAL,)}
REPORTS = (
    Report(""),
    Report(
        "told",
        "[, with a message for each|, saying so each time]",
        ", with a message",
        tells=True,
        cost=1,
    ),
    *(
        Report(
            f"count{step.key}",
            f"[, and print how many at the end|; at the end print their number]{step.hint}",
            "; prints at the end how many",
            step=step,
            cost=step.cost + 1,
            **_COUNTED,
        )
        for step in STEPS
    ),
    Report(
        "both",
        "[, with a message for each and their number at the end|, saying each and how many]",
        ", with a message; prints at the end how many",
        tells=True,
        step=STEPS[0],
        cost=2,
        **_COUNTED,
    ),
)
