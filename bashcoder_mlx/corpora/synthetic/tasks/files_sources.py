"""What is copied, moved, deleted, packed or given permissions: files, kinds of files, folders."""

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_HERE = "[here|in this folder|in the current directory|]"
_OLD = 30  # days


@dataclass(frozen=True)
class Source:
    """The operands of a command that works on files or folders."""

    key: str
    """The end of the task's name."""
    text: str
    """The operands as the command has them."""
    said: str
    """The same in a prompt."""
    does: str
    """The same in an explanation."""
    paths: Callable[[World, Bound], list[str]]
    """The paths that they mean, in the order of the operands."""
    kind: str = "files"
    """files, folders, or both in one."""
    weight: float = 1.0

    @property
    def many(self) -> bool:
        """Whether the shell expands a pattern, so that the number of files is open."""
        return "*" in self.text

    def setup(self, world: World, s: Bound) -> None:
        """Puts what is meant and some that is not."""
        for path in self._meant(s):
            if self.kind == "folders":
                _folder(world, path)
            else:
                world.file(path, f"text of {path}\n", days=_OLD)
        for path in ("decoy.zzz", "other/decoy.zzz", ".hidden.zzz", *self._near(s)):
            world.file(path, "decoy\n", days=_OLD)

    def _meant(self, s: Bound) -> list[str]:
        if self.key == "kind":
            return [f"a.{s.kind}", f"b two.{s.kind}"]
        if self.key == "kind-dir":
            return [f"{s.dir}/a.{s.kind}", f"{s.dir}/b two.{s.kind}"]
        if self.key == "two-kinds":
            return [f"a.{s.ext}", f"b.{s.ext}", f"c.{s.ext2}"]
        if self.key == "starts":
            return [f"{s.word}.txt", f"{s.word}-2.csv"]
        if self.key == "content":
            return [f"{s.dir}/a.txt", f"{s.dir}/in/b.txt"]
        return [
            s[name].data
            for name in ("file", "file2", "file3", "dir", "folder")
            if name in s and name in self.text.replace("}", " ").replace("{", " ").split()
        ]

    def _near(self, s: Bound) -> Iterable[str]:
        if self.key in ("kind", "two-kinds"):
            ext = s.kind if self.key == "kind" else s.ext
            return (f"x.{ext}x", f".y.{ext}", f"other/z.{ext}")
        if self.key == "kind-dir":
            return (
                f"x.{s.kind}",
                f"{s.dir}/y.{s.kind}x",
                f"{s.dir}/.z.{s.kind}",
                f"{s.dir}/in/w.{s.kind}",
            )
        return (f"my{s.word}.txt", f".{s.word}") if self.key == "starts" else ()


def _folder(world: World, path: str) -> None:
    world.file(f"{path}/one.txt", f"one of {path}\n", days=_OLD)
    world.file(f"{path}/deep/two.txt", f"two of {path}\n", days=_OLD)
    world.file(f"{path}/.secret", "hidden\n", days=_OLD)


def _slots(*names: str) -> Callable[[World, Bound], list[str]]:
    return lambda world, s: [s[name].data for name in names]


def _globs(*patterns: str) -> Callable[[World, Bound], list[str]]:
    def paths(world: World, s: Bound) -> list[str]:
        values = {name: value.data for name, value in s.items()}
        return [path for pattern in patterns for path in world.glob(pattern.format(**values))]

    return paths


ONE = Source("one", "{file}", "{file}", "{file}", _slots("file"), weight=3)
TWO = Source("two", "{file} {file2}", "{file} and {file2}", "{file} and {file2}", _slots("file", "file2"), weight=1.5)  # fmt: skip
THREE = Source("three", "{file} {file2} {file3}", "{file}, {file2} and {file3}", "{file}, {file2} and {file3}", _slots("file", "file2", "file3"))  # fmt: skip
KIND = Source(
    "kind", "*.{kind.ext}", f"[all|all the|all of the|every one of the] {{kind}} {_HERE}",
    "the {kind} of the current directory", _globs("*.{kind}"), weight=2,
)  # fmt: skip
KIND_IN = Source(
    "kind-dir", "{dir}/*.{kind.ext}", "[all|all the|all of the|the] {kind} [in|from|inside] {dir}",
    "the {kind} of {dir}", _globs("{dir}/*.{kind}"), weight=1.5,
)  # fmt: skip
TWO_KINDS = Source(
    "two-kinds", "*.{ext} *.{ext2}", f"[all|all the|the] {{ext}} and {{ext2}} files {_HERE}",
    "the {ext} and {ext2} files of the current directory", _globs("*.{ext}", "*.{ext2}"),
)  # fmt: skip
STARTS = Source(
    "starts", "{word}*", "[all|all the|the] files [whose names start with|starting with|that begin with] {word}",
    "the files whose names start with {word}", _globs("{word}*"),
)  # fmt: skip
FOLDER = Source("folder", "{dir}", "{dir}", "{dir} and everything in it", _slots("dir"), "folders", 2)  # fmt: skip
TWO_FOLDERS = Source(
    "two-folders", "{dir} {folder}", "the [folders|directories] {dir.raw} and {folder.raw}",
    "{dir} and {folder} with all they hold", _slots("dir", "folder"), "folders",
)  # fmt: skip
CONTENT = Source(
    "content", "{dir}/*", "[everything|all files and folders] [in|inside] {dir}", "everything in {dir} that is not hidden",
    _globs("{dir}/*"), "both",
)  # fmt: skip
FILES = (ONE, TWO, THREE, KIND, KIND_IN, TWO_KINDS, STARTS)
SLOTS_OF_SOURCES = {"folder": SLOTS["dir"], "target": SLOTS["dir"]}


def into(folder: str, path: str) -> str:
    """Where a path lands in a folder."""
    return f"{folder}/{posixpath.basename(path)}"
