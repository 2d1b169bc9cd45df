"""The files that find is tried on, and how the sandbox stands in for what it lacks."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from bashcoder_mlx.trial.world import DAY, Node, World

# The sandbox has no large disk, no other users, no /var, and no way to set the time of a change of
# status. One byte stands for a unit of size, the sticky bit for the owner (and for set-user-id),
# the set-group-id bit for the group, var for /var, the working directory for /, -mtime for -ctime;
# directories, whose size is another on every file system, have none. As a link has no such bits,
# its owner and group are the first letter of its target.
BEFORE = """\
HOME=home
find() {
    local word last= command= words=()
    for word in "$@"; do
        case $last in
        -size) words[-1]=! word=${word/%[kMG]/c} && words+=(-type d -size) ;;
        -user | -group)
            if [ "$word" = "$owner" ]; then
                [ "$last" = -user ] && word=-1000 || word=-2000
                words[-1]='('
                words+=(-perm "$word" -o -lname "${last:1:1}*")
                word=')'
            fi
            ;;
        -perm) words+=("${word/#-4000/-1000}") last= && continue ;;
        -regex) words+=("$word") last= && continue ;;
        esac
        last=$word
        case $word in
        -exec | -ok) command=1 ;;
        /) word=. ;;
        /*) [ "$command" ] || word=${word#/} ;;
        -nouser) words+=(-perm) word=-1000 ;;
        -ctime) word=-mtime ;;
        -cmin) word=-mmin ;;
        esac
        words+=("$word")
    done
    command find "${words[@]}"
}"""
STICKY, SET_GROUP = 0o1000, 0o2000


@dataclass
class Spec:
    """A file, folder or link to be made; criteria change it so that it meets or fails them."""

    folder: str
    stem: str
    ext: str = "dat"
    kind: str = "file"
    size: int | None = None
    days: float = 0.02
    mode: int = 0o644
    text: str = "one\ntwo\nthree\n"
    inner: str = "inner.zzz"
    """What lies in a folder."""
    exact: bool = False
    """Whether a folder has just this mode."""

    @property
    def path(self) -> str:
        """Below the place that is searched."""
        name = f"{self.stem}.{self.ext}" if self.ext else self.stem
        return posixpath.join(self.folder, name)

    def put(self, world: World, top: str) -> None:
        """Makes it, unless there is something of that name."""
        path = posixpath.normpath(posixpath.join(top, self.path))
        if path in world:
            return
        if self.kind == "link":
            world.link(path, self._target())
            world[path].age = self.days * DAY
            world[path].mode |= self.mode & (STICKY | SET_GROUP)
        elif self.kind == "dir":
            mode = self._folder_mode()
            world.dir(path, mode, self.days)
            if self.size != 0 and mode & 0o100:  # else find could not enter it
                world.file(f"{path}/{self.inner}", "inner\n", days=self.days)
        else:
            world.file(path, self._data(), self.mode, self.days)

    def _folder_mode(self) -> int:
        if self.exact:
            return self.mode | 0o400
        return 0o755 if self.mode == 0o644 else self.mode | 0o500

    def _target(self) -> str:
        """Of a link: as long as its size; a folder where it is to be executable, else nothing."""
        size = min(self.size or 7, 4000)
        if self.mode & 0o111:
            return "./" * (size // 2 - 1) + ("..", "./.")[size % 2]
        return ("u" if self.mode & STICKY else "g" if self.mode & SET_GROUP else "n") * size

    def _data(self) -> bytes:
        data = self.text.encode()
        if self.size is None:
            return data
        return (data * (self.size // len(data) + 1))[: self.size]


@dataclass(frozen=True)
class Item:
    """Something below the place that is searched, or that place itself."""

    world: World
    path: str
    node: Node
    inner: str
    """Its path from that place on; empty for the place itself."""
    shown: str
    """Its path as find prints it."""

    @property
    def name(self) -> str:
        """The last part of its path, as find sees it."""
        return posixpath.basename(self.shown)

    @property
    def size(self) -> float:
        """In bytes; none that could be compared for a directory."""
        return float("nan") if self.node.kind == "dir" else self.node.size

    @property
    def depth(self) -> int:
        """1 for what lies directly in the place."""
        return self.inner.count("/") + 1 if self.inner else 0

    @property
    def days(self) -> float:
        """Its age."""
        return self.node.age / DAY

    @property
    def folders(self) -> Sequence[str]:
        """Names of the folders below the place that it is in."""
        return self.inner.split("/")[:-1]

    @property
    def empty(self) -> bool:
        """Whether it is a file, or a folder that find may read, with nothing in it."""
        if self.node.kind == "dir":
            readable = bool(self.inner) and self.node.mode & 0o400
            return bool(readable) and not self.world.paths(self.path)
        return self.node.kind == "file" and not self.node.data
