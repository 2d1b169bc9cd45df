"""What ripgrep searches: folders without hidden files, by kind or by type, or a file."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import FILE, TEXTS, Target
from bashcoder_mlx.trial.world import World

_WITH = "[with ripgrep|with rg|using ripgrep|using rg]"
_TYPES = {"py": "Python", "js": "JavaScript", "go": "Go", "java": "Java", "css": "CSS"}


def _type(draw: Draw, spaced: bool) -> Value:
    """A type that rg knows by the extension of its files."""
    raw = draw.pick(list(_TYPES))
    return Value(raw, (f"{_TYPES[raw]} files", f"{_TYPES[raw]} files", f"{raw} files"), raw)


def _ending(s: Bound) -> str:
    return s.kind if "kind" in s else s.type if "type" in s else "txt"


def _searched(hidden: bool = False) -> Callable[[World, Bound], list[str]]:
    def searched(world: World, s: Bound) -> list[str]:
        found = world.files(s.dir if "dir" in s else ".")
        if "kind" in s or "type" in s:  # which hidden files are of as well, but not hidden folders
            found = [path for path in found if path.endswith(f".{_ending(s)}")]
            return [path for path in found if "/." not in f"/{path.rpartition('/')[0]}"]
        return [path for path in found if hidden or "/." not in f"/{path}"]

    return searched


def _paths(s: Bound) -> list[str]:
    top = s.dir if "dir" in s else "."
    names = ("c.zzz", "a.{}", "sub/b.{}", "sub/deep/d.{}", ".hid.{}", ".git/e.{}", "f.zzz")
    return [f"{top}/{name.format(_ending(s))}" for name in names]


def _target(key: str, words: str, noun: str, options: str = "", hidden: bool = False) -> Target:
    slots: dict[str, Slot] = {**TEXTS, "type": _type}
    return Target(
        key=key,
        words=words,
        noun=f"{noun} {_WITH}",
        paths=_paths,
        searched=_searched(hidden),
        program="rg",
        options=options,
        many=True,
        ordered=False,
        slots=slots,
        before="exec < /dev/null",
    )


_HERE = "[in this folder and below|under the current directory|here and in all subfolders]"
RG_FILE = Target(
    key="file",
    words="{file}",
    noun=f"{{file}} {_WITH}",
    paths=FILE.paths,
    searched=FILE.searched,
    program="rg",
)
RG_FOLDERS = (
    _target("here", "", f"files {_HERE}"),
    _target("dir", "{dir}", "files [in|below] {dir}"),
    _target("glob-here", "", f"{{kind}} {_HERE}", "-g {kind}"),
    _target("type-here", "", f"{{type}} {_HERE}, by their type,", "-t {type}"),
    _target("hidden-here", "", f"files {_HERE}, hidden ones too,", "--hidden", hidden=True),
)
"""All of them; the paths that rg shows begin with the folder that is named, or with nothing."""
