"""What plain scripts do with a path, each act with the test that comes before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Act:
    """What is done with "V", and the test that comes before."""

    key: str
    say: str
    """An instruction; X stands for the path."""
    does: str
    line: str
    test: str
    when: str
    """What is tested, after "if it"."""
    unless: str
    """What is told if not, of V."""
    change: Callable[[World, str], Sequence[str]]
    """Makes the changes and returns what is printed."""
    holds: str
    fails: Sequence[str]


_IS_FILE, _IS_DIR = "is a [regular |]file", "is a [folder|directory]"
_IS_FREE = "does not exist[ yet|]"
_FILE = {"test": '-f "V"', "when": _IS_FILE, "unless": "V is not a file", "holds": "a  b.txt"}
_DIR = {"test": '-d "V"', "when": _IS_DIR, "unless": "V is not a folder", "holds": "my  docs"}
_FREE = {"unless": "V is already there", "holds": "new  one", "when": _IS_FREE}
_NO_FILE, _NO_DIR = ("my  docs", "no  such"), ("a  b.txt", "no  such")
LINES = ("one  two", "three", "a b c")


def _copied(world: World, path: str) -> Sequence[str]:
    world.copy(path, f"{path}.bak")
    return ()


def _mode(world: World, path: str) -> Sequence[str]:
    world[path].mode |= 0o111
    return ()


def _removed(world: World, path: str) -> Sequence[str]:
    world.remove(path)
    return ()


def _folder(world: World, path: str) -> Sequence[str]:
    world.dir(path)
    return ()


def _file(world: World, path: str) -> Sequence[str]:
    world.file(path)
    return ()


_MAKE = "[make|create] X as a folder"
_DELETE = "[delete|remove] X"
ACTS = (
    Act(
        "make",
        _MAKE,
        "Creates X as a folder",
        'mkdir "V"',
        '! -d "V"',
        change=_folder,
        fails=("my  docs",),
        **_FREE,
    ),
    Act(
        "make-all",
        f"{_MAKE}, with mkdir -p",
        "Creates X as a folder, with those above it,",
        'mkdir -p "V"',
        '! -d "V"',
        change=_folder,
        fails=("my  docs",),
        **{**_FREE, "holds": "new  one/sub"},
    ),
    Act(
        "touch",
        "[make|create] X as an empty file",
        "Creates X as an empty file",
        'touch "V"',
        '! -e "V"',
        change=_file,
        fails=("my  docs", "a  b.txt"),
        **_FREE,
    ),
    Act("remove", _DELETE, "Deletes X", 'rm "V"', change=_removed, fails=_NO_FILE, **_FILE),
    Act(
        "remove-folder",
        f"{_DELETE} with all in it",
        "Deletes X with all in it",
        'rm -r "V"',
        change=_removed,
        fails=_NO_DIR,
        **_DIR,
    ),
    Act(
        "backup",
        "[copy X to its name with .bak|make a .bak copy of X]",
        "Copies X to its name with .bak",
        'cp "V" "V.bak"',
        change=_copied,
        fails=_NO_FILE,
        **_FILE,
    ),
    Act(
        "executable",
        "make X executable",
        "Makes X executable",
        'chmod +x "V"',
        change=_mode,
        fails=("my  docs", "no  such"),
        **_FILE,
    ),
    Act(
        "show",
        "[print|show] the content of X",
        "Prints the content of X",
        'cat "V"',
        change=lambda world, path: LINES,
        fails=_NO_FILE,
        **_FILE,
    ),
    Act(
        "lines",
        "[count|print the number of] the lines of X",
        "Counts the lines of X",
        'wc -l < "V"',
        change=lambda world, path: ("3",),
        fails=_NO_FILE,
        **_FILE,
    ),
    Act(
        "first",
        "[print|show] the first line of X",
        "Prints the first line of X",
        'head -n 1 "V"',
        change=lambda world, path: LINES[:1],
        fails=_NO_FILE,
        **_FILE,
    ),
    Act(
        "sorted",
        "[sort|print the sorted lines of] X",
        "Prints the sorted lines of X",
        'sort "V"',
        change=lambda world, path: sorted(LINES),
        fails=_NO_FILE,
        **_FILE,
    ),
    Act(
        "list",
        "list what is in X",
        "Lists what is in X",
        'ls "V"',
        change=lambda world, path: ("in.txt", "z  z"),
        fails=("no  such", "a  b.txt"),
        **_DIR,
    ),
)
