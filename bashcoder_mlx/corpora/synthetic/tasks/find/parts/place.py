"""Where find searches: the folders given to it, and their English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound

_ABSOLUTE = (
    *("/var/log", "/etc", "/var/www", "/srv/data", "/opt/app", "/home/alice", "/var/lib"),
    *("/srv/www", "/var/www/html", "/var/cache", "/data", "/backup", "/home/bob/projects"),
    *("/etc/nginx", "/usr/local/share", "/mnt/storage", "/media/usb", "/var/spool"),
    *("/opt/tools", "/srv/backups", "/tmp", "/usr/share", "/usr/local"),
)
_HOME = ("Documents", "Downloads", "Desktop", "Pictures", "Music", "projects", "Videos", "code")
_SKIP = (
    *("node_modules", ".git", "venv", ".venv", "__pycache__", "build", "dist", "target"),
    *("vendor", ".cache", "backup", "archive", "tmp", "third_party", "generated", "old"),
    *("testdata", "logs", ".svn", "node_modules", ".git"),
)


def _folder(draw: Draw, spaced: bool) -> Value:
    kind = draw.random()
    if kind < 0.12:
        raw = draw.pick(_ABSOLUTE)
        return named(raw, (raw, raw, raw, f"the {raw} directory", f"the folder {raw}"))
    if kind < 0.19:
        name = draw.pick(_HOME)
        return named(f"~/{name}", (f"~/{name}", f"~/{name}", f"my {name} folder"))
    if kind < 0.22:
        return named("~", ("my home folder", "my home directory", "~"))
    return SLOTS["dir"](draw, spaced)


def _skipped(draw: Draw, spaced: bool) -> Value:
    raw = draw.pick(_SKIP) if draw.chance(0.7) else SLOTS["stem"](draw, False).data
    return named(raw, (raw, raw, f"the {raw} folder", f"{raw} folders", f"the directory {raw}"))


SKIP: Mapping[str, Slot] = {"skip": _skipped}
FOLDER: Mapping[str, Slot] = {"dir": _folder}


@dataclass(frozen=True, eq=False)
class Place:
    """What is searched: the words of the command and the English for it."""

    key: str
    words: str
    short: str
    """After a noun, where it is plain that subfolders are searched too."""
    deep: str
    """After a noun, naming the subfolders."""
    first: str
    """At the beginning of a sentence."""
    whole: str
    """What is searched, as an object: "search {dir} for …"."""
    explain: str
    folders: Sequence[str] = ()
    """Slots of the folders that are searched; none stands for the working directory."""
    errors: str = ""
    """Where messages of errors go."""
    slots: Mapping[str, Slot] = field(default_factory=dict)

    def tops(self, s: Bound) -> list[str]:
        """The paths that are searched, within the world."""
        return [s[name].data.lstrip("/").replace("~", "home") for name in self.folders] or ["."]


_NO_ERRORS = "[||, hiding errors|, without error messages|, ignoring permission errors]"
HERE = Place(
    "here",
    ".",
    "[|| here| in this folder| in this directory| in the current [directory|folder]]",
    "[ in this folder and [its|all] subfolders| in all subfolders| here and in [all |]subfolders|"
    " under the current directory| recursively| in this directory and below|"
    " in the current directory and its subdirectories| in this folder recursively]",
    "[here and in [all |]subfolders|in this folder and below|under the current directory]",
    "[this folder [and its subfolders|recursively]|the current directory [and below|recursively]]",
    " [in the current directory and below|under the current directory]",
)
THERE = Place(
    "dir",
    "{dir}",
    " [in|in|in|under|below|inside|within] {dir}",
    "[ [in|under] {dir} and [its|all its|all] [subfolders|subdirectories]| in {dir} and below|"
    " recursively in {dir}| anywhere [in|under|below] {dir}| in {dir} recursively]",
    "[in|under|below|inside] {dir}",
    "{dir}",
    " [in {dir} and below|under {dir}|in {dir}|below {dir}]",
    ["dir"],
    slots=FOLDER,
)
TWO = Place(
    "two",
    "{dir} {dir2}",
    " [in|under|below] [{dir} and {dir2}|both {dir} and {dir2}|{dir} or {dir2}]",
    " [in|under|below] [{dir} and {dir2}|both {dir} and {dir2}|{dir} or {dir2}]",
    "[in|under] {dir} and {dir2}",
    "[{dir} and {dir2}|both {dir} and {dir2}]",
    " in {dir} and {dir2}",
    ["dir", "dir2"],
)
_ALL_FOUR = "{dir}, {dir2}, {dir3} and {dir4}"
FOUR = Place(
    "four",
    "{dir} {dir2} {dir3} {dir4}",
    f" [in|under|below] {_ALL_FOUR}",
    f" [in|under|below] {_ALL_FOUR}",
    f"[in|under] {_ALL_FOUR}",
    _ALL_FOUR,
    f" in {_ALL_FOUR}",
    ["dir", "dir2", "dir3", "dir4"],
)
ROOT = Place(
    "root",
    "/",
    " [on|in] the [whole|entire] [system|file system|disk]",
    " [on the [whole|entire] [system|machine]|everywhere on this [computer|machine]|under /"
    "|anywhere on the [disk|system]|starting from [/|the root directory]]",
    "[on the whole system|starting from /|under the root directory|everywhere on this machine]",
    "[the [whole|entire] [system|file system|disk]|everything under /]",
    " on the whole system, hiding error messages",
    errors=" 2>/dev/null",
)
