"""Where find searches, and on what: folders, files that are made, and how it is tried out."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, named
from bashcoder_mlx.trial.world import DAY, Node, World

# The sandbox has no large disk, no other users and no /var: a unit of size stands for one byte,
# the owner for the sticky bit, the group for the set-group-id bit, and /var for var.
BEFORE = """\
HOME=home
find() {
    local word last= words=("${1#/}")
    for word in "${@:2}"; do
        case $last in
        -size) word=${word/%[kMG]/c} ;;
        -user) [ "$word" = "$owner" ] && words[-1]=-perm word=-1000 ;;
        -group) [ "$word" = "$owner" ] && words[-1]=-perm word=-2000 ;;
        esac
        words+=("$word")
        last=$word
    done
    command find "${words[@]}"
}"""
STICKY, SET_GROUP = 0o1000, 0o2000
_ABSOLUTE = (
    "/var/log", "/etc", "/var/www", "/srv/data", "/opt/app", "/home/alice", "/var/lib", "/srv/www",
    "/var/www/html", "/var/cache", "/data", "/backup", "/home/bob/projects", "/etc/nginx",
    "/usr/local/share", "/mnt/storage", "/media/usb", "/var/spool", "/opt/tools", "/srv/backups",
)  # fmt: skip
_HOME = ("Documents", "Downloads", "Desktop", "Pictures", "Music", "projects", "Videos", "code")


def _folder(draw: Draw, spaced: bool) -> Value:
    kind = draw.random()
    if kind < 0.1:
        raw = draw.pick(_ABSOLUTE)
        return named(raw, (raw, raw, raw, f"the {raw} directory", f"the folder {raw}"))
    if kind < 0.17:
        name = draw.pick(_HOME)
        return named(f"~/{name}", (f"~/{name}", f"~/{name}", f"my {name} folder"))
    if kind < 0.2:
        return named("~", ("my home folder", "my home directory", "~"))
    return SLOTS["dir"](draw, spaced)


_SKIP = (
    "node_modules", ".git", "venv", ".venv", "__pycache__", "build", "dist", "target", "vendor",
    ".cache", "backup", "archive", "tmp", "third_party", "generated", "old", "testdata", "logs",
)  # fmt: skip


def _skipped(draw: Draw, spaced: bool) -> Value:
    raw = draw.pick(_SKIP) if draw.chance(0.7) else SLOTS["stem"](draw, False).data
    return named(raw, (raw, raw, f"the {raw} folder", f"{raw} folders", f"the directory {raw}"))


SKIP = {"skip": _skipped}
FOLDER: Mapping[str, Slot] = {"dir": _folder}


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
            world.link(path, "nowhere")
        elif self.kind == "dir":
            world.dir(path, self.mode | 0o111, self.days)
            if self.size != 0:
                world.file(f"{path}/inner.zzz", "inner\n", days=self.days)
        else:
            data = self.text.encode()
            if self.size is not None:
                data = (data * (self.size // len(data) + 1))[: self.size]
            world.file(path, data, self.mode, self.days)


@dataclass(frozen=True)
class Item:
    """Something below the place that is searched, or that place itself."""

    world: World
    path: str
    node: Node
    inner: str
    """Its path from that place on; empty for the place itself."""

    @property
    def name(self) -> str:
        """The last part of its path, as find sees it."""
        return posixpath.basename(self.path)

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
        """Whether it is a file or folder with nothing in it."""
        if self.node.kind == "dir":
            return bool(self.inner) and not self.world.paths(self.path)
        return self.node.kind == "file" and not self.node.data
