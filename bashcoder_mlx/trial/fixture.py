"""One way to write trees, for suites of tasks to execute and for the tables of the generator.

    "notes.txt" = "milk\\nbread\\n"
    "names.txt" = ["ada", "bob"]          # lines
    "drafts/" = ""                        # a directory
    "tools/run.sh" = { text = "echo hi\\n", mode = "755", days = 12 }
    "old.log" = { size = 2000000, days = 40 }
    "then.txt" = { lines = ["x"], date = "2024-05-17 12:30" }
    "latest" = { link = "drafts" }
    "all.tar.gz" = { archive = { "a.txt" = "x" } }

What a command must change is written alike, in the order in which it happens. A path that was
there is replaced in what is named alone, such as its text or its mode; and there are:

    "gone.txt" = false                    # removed, a directory with all that is in it
    "copy.txt" = { copy = "notes.txt" }   # `keep = true` with its time
    "new.txt" = { move = "names.txt" }
    "notes.txt.gz" = { move = "notes.txt", archive = { "notes.txt" = "milk" } }    # with its time
    "notes.txt" = { append = "eggs\\n" }
    "app.log" = { anything = true }       # its content is not compared
"""

import posixpath
from collections.abc import Callable, Mapping
from datetime import datetime, timezone

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.world import ANYTHING, DAY, World

Fill = Callable[[str], str]
_FILLER = "0123456789abcdef\n" * 64
_CONTENTS = ("text", "lines", "size", "archive", "anything", "append", "link")
_SOURCES = ("copy", "move")
_KEYS = {*_CONTENTS, *_SOURCES, "mode", "days", "date", "keep"}
_CHANGES = {"anything", "append", "keep", *_SOURCES}
_KINDS = (
    *((".tar", ""), (".tar.gz", "gz"), (".tgz", "gz"), (".tar.bz2", "bz2"), (".tar.xz", "xz")),
    *((".zip", "zip"), (".gz", "gz"), (".bz2", "bz2"), (".xz", "xz")),
)


def build(
    entries: Mapping[str, object],
    fill: Fill | None = None,
    where: str = "tree",
    world: World | None = None,
) -> World:
    """The tree of a table of paths.

    Args:
        fill: puts values into the paths and texts.
        where: the place of the table, for messages.
        world: one to add to; a new one by default.

    Raises:
        InputError: an entry that is no text, lines or table of the keys above, or no path inside.
    """
    world = World() if world is None else world
    for path, entry in _entries(entries, fill, where):
        if wrong := entry.keys() & _CHANGES:
            raise InputError(f"{where}: {path}: {', '.join(sorted(wrong))} is for changes alone")
        _placed(world, path, entry, where)
    _check_folders(world, where)
    return world


def change(
    world: World,
    entries: Mapping[str, object],
    fill: Fill | None = None,
    where: str = "changes",
) -> None:
    """Makes the changes of a table in a world, in their order.

    Raises:
        InputError: as `build`; or a change of what is not there.
    """
    for path, entry in _entries(entries, fill, where):
        if entry == _REMOVED:
            if path not in world:
                raise InputError(f"{where}: {path}: it is not there and cannot be removed")
            world.remove(path)
        else:
            _placed(world, path, entry, where, expected=True)
    _check_folders(world, where)


_REMOVED: dict = {"removed": True}


def _entries(entries: object, fill: Fill | None, where: str):
    """Every path with its entry as a table, values put in."""
    if not isinstance(entries, Mapping):
        raise InputError(f"{where}: it is no table of paths")
    for path, entry in entries.items():
        path = fill(path) if fill else path
        if path.startswith("/") or ".." in path.split("/"):
            raise InputError(f"{where}: {path} is not a path inside the tree")
        yield path, _table(entry, fill, f"{where}: {path}")


def _table(entry: object, fill: Fill | None, where: str) -> Mapping[str, object]:
    if entry is False:
        return _REMOVED
    if isinstance(entry, (str, list)):
        entry = {"text" if isinstance(entry, str) else "lines": entry}
    if not isinstance(entry, Mapping):
        raise InputError(f"{where}: it is a text, a list of lines or a table, not {entry!r}")
    if unknown := entry.keys() - _KEYS:
        raise InputError(f"{where}: unknown keys: {', '.join(sorted(unknown))}")
    for some in (_CONTENTS, _SOURCES):
        if len(entry.keys() & set(some)) > 1:
            raise InputError(f"{where}: one of {', '.join(some)} is enough")
    return {key: _filled(value, fill) for key, value in entry.items()}


def _filled(value: object, fill: Fill | None) -> object:
    if fill is None:
        return value
    if isinstance(value, str):
        return fill(value)
    if isinstance(value, list):
        return [_filled(item, fill) for item in value]
    if isinstance(value, Mapping):
        return {fill(key): _filled(item, fill) for key, item in value.items()}
    return value


def _placed(
    world: World, path: str, entry: Mapping[str, object], where: str, expected: bool = False
) -> None:
    try:
        _content(world, path, entry, expected)
        _attributes(world, path, entry)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{where}: {path}: {_said(error)}") from error


def _said(error: Exception) -> str:
    return f"{error} is not there" if isinstance(error, KeyError) else str(error)


def _content(world: World, path: str, entry: Mapping, expected: bool) -> None:
    """Writes what the entry says of the content; where it says nothing, what was there stays."""
    key = next((key for key in _CONTENTS if entry.get(key) not in (None, False)), "")
    came = _came(world, path, entry)
    if key == "link":
        world.remove(path)
        world.link(path, entry[key])
    elif path.endswith("/") and not came:
        world.dir(path)
    elif key or path not in world:
        old = world.nodes.get(posixpath.normpath(path))
        data = _data(path, key, entry.get(key), old, expected)
        if came:
            world.hold(path, data)
        else:
            node = old or world.file(path)
            node.data, node.age, node.mtime = data, world.born, None


def _came(world: World, path: str, entry: Mapping) -> bool:
    """Whether something is copied or moved there, which is done."""
    for key in entry.keys() & set(_SOURCES):
        source = entry[key]
        if source not in world:
            raise KeyError(source)
        if key == "copy":
            world.copy(source, path, bool(entry.get("keep")))
        else:
            world.move(source, path)
        return True
    return False


def _data(path: str, key: str, value: object, old, expected: bool) -> object:
    if key == "anything":
        return ANYTHING
    if key == "archive":
        return _archive(path, value, expected)
    if key == "size":
        return (_FILLER * (int(value) // len(_FILLER) + 1))[: int(value)].encode()
    if key == "append":
        if old is None:
            raise KeyError(path)
        return old.data + _bytes(value)
    return _bytes(value or "")


def _bytes(value: object) -> bytes:
    if isinstance(value, list):
        value = "".join(f"{line}\n" for line in value)
    return value.encode("utf-8", "surrogateescape")


def _archive(path: str, files: Mapping[str, str], expected: bool) -> object:
    ending, kind = max(
        ((ending, kind) for ending, kind in _KINDS if path.endswith(ending)),
        key=lambda pair: len(pair[0]),
        default=("", ""),
    )
    if not ending:
        raise ValueError("the name of an archive ends as .tar, .tar.gz, .zip, .gz …")
    held = {name: _bytes(text) for name, text in files.items()}
    if "tar" not in ending and ending not in (".tgz", ".zip"):
        if len(held) != 1:
            raise ValueError("a compressed file holds one file")
        (held,) = held.values()
    return Archive(held, kind) if expected else pack(held, kind)


def _attributes(world: World, path: str, entry: Mapping) -> None:
    """Sets mode and time, where the entry has them."""
    node = world[path]
    if mode := entry.get("mode"):
        node.mode = int(mode, 8)
    if "days" in entry:
        if not 0 <= (days := float(entry["days"])) < 36_500:
            raise ValueError("its age be 0 to 36,500 days")
        node.age, node.mtime = days * DAY or world.born, None
    if date := entry.get("date"):
        moment = datetime.strptime(date, "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc)
        node.mtime = moment.timestamp()


def _check_folders(world: World, where: str) -> None:
    for path in world.nodes:
        folder = posixpath.dirname(path)
        if folder and (folder not in world or world[folder].kind != "dir"):
            raise InputError(f"{where}: {path} lies in {folder}, which is no directory")
