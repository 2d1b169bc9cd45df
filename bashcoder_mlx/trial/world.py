"""A small file tree in memory: what a command is run on, and what its oracle changes and expects.

A task builds a `World` around the values of its slots. It is written to disk for the command; the
oracle does in Python what the command should do; and the tree on disk is read back and compared.

Times of files count. What a world is built with is `AGE` seconds old, or as old as it says; what is
written in a clone of it, which is for an oracle to change, is new. So a file that a command leaves
alone is told from one that it writes again.
"""

import copy
import os
import posixpath
import time
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

DAY = 86400.0
AGE = 60.0  # seconds of a file that a world is built with
_TREE_FILES, _TREE_BYTES = 20_000, 128 << 20  # of a tree that is read


@dataclass
class Node:
    """A file, directory or symbolic link."""

    kind: str = "file"
    """file, dir or link."""
    data: bytes | object = b""
    """Content of a file; or an `Archive`, compared by what it holds; or `ANYTHING`."""
    mode: int = 0o644
    age: float = 0.0
    """Seconds since the last modification."""
    target: str = ""
    """Where a link points."""
    mtime: float | None = None
    """Time of modification, in seconds since 1970, where it is an exact one."""
    cloned: bool = field(default=False, repr=False, compare=False)
    """Whether it was there before an oracle, which makes it new by giving it data."""

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        if name == "data" and self.cloned:
            self.age, self.mtime = 0.0, None

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)

    @property
    def text(self) -> str:
        """The content as text."""
        return self.data.decode("utf-8", "surrogateescape")

    @property
    def lines(self) -> list[str]:
        """The lines without their newlines."""
        return self.text.removesuffix("\n").split("\n") if self.data else []


ANYTHING = object()


@dataclass
class World:
    """Paths relative to the working directory, which is `.`; directories come to be as needed."""

    nodes: dict[str, Node] = field(default_factory=dict)
    user: str = "dev"
    """Who runs the command and owns the files."""
    born: float = AGE
    """Age of what is written without one."""

    def file(
        self, path: str, text: str | bytes | list[str] = "", mode: int = 0o644, days: float = 0.0
    ) -> Node:
        """Writes a file, its directories too; a list is lines. `days` is its age, 0 the least."""
        if isinstance(text, list):
            text = "".join(f"{line}\n" for line in text)
        data = text.encode() if isinstance(text, str) else text
        path = self._placed(path)
        self.nodes[path] = Node("file", data, mode, days * DAY or self.born)
        return self.nodes[path]

    def dir(self, path: str, mode: int = 0o755, days: float = 0.0) -> None:
        """Makes a directory and those above it; one that exists stays as it is."""
        path = self._placed(path)
        if path != ".":
            self.nodes.setdefault(path, Node("dir", b"", mode, days * DAY))

    def link(self, path: str, target: str) -> None:
        """Makes a symbolic link."""
        self.nodes[self._placed(path)] = Node("link", b"", 0o777, 0.0, target)

    def _placed(self, path: str) -> str:
        path = posixpath.normpath(path)
        if parent := posixpath.dirname(path):
            self.dir(parent)
        return path

    def __getitem__(self, path: str) -> Node:
        return self.nodes[posixpath.normpath(path)]

    def __contains__(self, path: str) -> bool:
        path = posixpath.normpath(path)
        return path == "." or path in self.nodes

    def paths(self, top: str = ".", kind: str | None = None, depth: int | None = None) -> list[str]:
        """Sorted paths below `top`, all kinds or one, hidden ones too; depth 1 is its children."""
        top = posixpath.normpath(top)
        found = []
        for path, node in self.nodes.items():
            inner = path if top == "." else path[len(top) + 1 :]
            below = top == "." or path.startswith(top + "/")
            if below and kind in (None, node.kind) and (depth or 1000) > inner.count("/"):
                found.append(path)
        return sorted(found)

    def files(self, top: str = ".", glob: str = "*", depth: int | None = None) -> list[str]:
        """Sorted paths of the files below `top` whose names match; hidden ones too."""
        found = self.paths(top, "file", depth)
        return [path for path in found if fnmatchcase(posixpath.basename(path), glob)]

    def glob(self, pattern: str) -> list[str]:
        """What the shell makes of a pattern such as `logs/*.txt`: no hidden names, sorted."""
        folder, name = posixpath.split(pattern)
        found = [p for p in self.paths(folder or ".", depth=1) if not is_hidden(p)]
        return [p for p in found if fnmatchcase(posixpath.basename(p), name)]

    def remove(self, path: str) -> None:
        """Removes a file, or a directory with all that is in it."""
        path = posixpath.normpath(path)
        for inner in [p for p in self.nodes if p == path or p.startswith(path + "/")]:
            del self.nodes[inner]

    def copy(self, source: str, target: str, keep: bool = False) -> None:
        """Copies a file or a whole directory to exactly that path; `keep` keeps the times."""
        source, target = posixpath.normpath(source), self._placed(target)
        for path in [p for p in self.nodes if p == source or p.startswith(source + "/")]:
            node = self.nodes[target + path[len(source) :]] = copy.copy(self.nodes[path])
            if not keep:
                node.age, node.mtime = self.born, None

    def move(self, source: str, target: str) -> None:
        """Renames a file or a directory to exactly that path."""
        source, target = posixpath.normpath(source), self._placed(target)
        for path in [p for p in self.nodes if p == source or p.startswith(source + "/")]:
            self.nodes[target + path[len(source) :]] = self.nodes.pop(path)

    def hold(self, path: str, data: object) -> None:
        """Gives a file another content and leaves its time, as gzip does for what it packs."""
        node = self[path]
        age, mtime = node.age, node.mtime
        node.data = data
        node.age, node.mtime = age, mtime

    def clone(self) -> "World":
        """An independent copy, in which what is written is new."""
        nodes = {path: replace(node, cloned=True) for path, node in self.nodes.items()}
        return World(nodes, self.user, born=0.0)

    def write_to(self, root: Path, now: float | None = None) -> None:
        """Writes the tree into an existing empty folder; ages count from `now` (since 1970)."""
        now = time.time() if now is None else now
        for path in sorted(self.nodes):
            node, place = self.nodes[path], root / path
            if node.kind == "dir":
                place.mkdir()
            elif node.kind == "link":
                place.symlink_to(node.target)
            else:
                place.write_bytes(node.data)
        # Deepest first: writing into a directory sets its time, and its mode may forbid it.
        for path in sorted(self.nodes, reverse=True):
            node = self.nodes[path]
            if node.kind != "link":
                os.chmod(root / path, node.mode)
            modified = now - node.age if node.mtime is None else node.mtime
            os.utime(root / path, (modified, modified), follow_symlinks=False)


def read_world(root: Path) -> World:
    """The tree of a folder; modes that forbid reading are noted, then lifted.

    Raises:
        ValueError: it is too large: many files can each be below a limit.
    """
    world, waiting, size = World(), [root], 0
    while waiting:
        for place in sorted(waiting.pop().iterdir()):
            size += place.lstat().st_size
            if len(world.nodes) >= _TREE_FILES or size > _TREE_BYTES:
                raise ValueError("it is too large")
            node = _node(place)
            world.nodes[place.relative_to(root).as_posix()] = node
            if node.kind == "dir":
                waiting.append(place)
    return world


def _node(place: Path) -> Node:
    stat = place.lstat()
    mode, mtime = stat.st_mode & 0o7777, stat.st_mtime
    if place.is_symlink():
        return Node("link", target=os.readlink(place), mtime=mtime)
    if place.is_dir():
        if mode & 0o500 != 0o500:
            place.chmod(0o700)
        return Node("dir", mode=mode, mtime=mtime)
    if not place.is_file():
        return Node("pipe or socket", mode=mode, mtime=mtime)
    if not mode & 0o400:
        place.chmod(0o600)
    return Node("file", place.read_bytes(), mode, mtime=mtime)


def is_hidden(path: str) -> bool:
    """Whether the last name begins with a dot."""
    return posixpath.basename(path).startswith(".")
