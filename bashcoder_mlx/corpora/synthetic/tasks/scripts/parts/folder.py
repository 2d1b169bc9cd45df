"""What is done to every file of a kind in a folder; folder.py above makes scripts of it."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Action:
    """What is done to a file, `$file`, and the line that the script prints for it."""

    name: str
    say: str
    explain: str
    code: str
    act: Callable[[World, str, Bound], list[str]]


def _rename(target: Callable[[str, Bound], str], prints: str = ""):
    """Moves a file to another name beside it."""

    def act(world: World, path: str, s: Bound) -> list[str]:
        folder, name = posixpath.split(path)
        new = posixpath.join(folder, target(name, s))
        world.move(path, new)
        return [prints.format(name=name, new=posixpath.basename(new))] if prints else []

    return act


def _copy(target: Callable[[str, Bound], str]):
    def act(world: World, path: str, s: Bound) -> list[str]:
        folder, name = posixpath.split(path)
        world.copy(path, posixpath.join(folder, target(name, s)))
        return []

    return act


def _print(line: Callable[[World, str, Bound], str]):
    return lambda world, path, s: [line(world, path, s)]


def _compress(world: World, path: str, s: Bound) -> list[str]:
    node = world[path]
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(node.data, "gz"))
    return []


def _set_mode(mode: int):
    def act(world: World, path: str, s: Bound) -> list[str]:
        world[path].mode = mode
        return []

    return act


def _remove_empty(world: World, path: str, s: Bound) -> list[str]:
    name = posixpath.basename(path)
    if world[path].size:
        return []
    world.remove(path)
    return [f"Removed {name}"]


def _replace(world: World, path: str, s: Bound) -> list[str]:
    world[path].data = world[path].text.replace(s.word, s.word2).encode()
    world.remove(f"{path}.new")
    return []


def _line_ends(world: World, path: str, s: Bound) -> list[str]:
    world[path].data = world[path].data.replace(b"\r", b"")
    world.remove(f"{path}.new")
    return []


def _name(path: str) -> str:
    return posixpath.basename(path)


_ACTIONS_ACT = {
    "rename-extension": _rename(lambda name, s: f"{name.removesuffix('.' + s.kind)}.{s.ext}"),
    "prefix": _rename(lambda name, s: f"{s.word}_{name}"),
    "announce-rename": _rename(lambda name, s: f"{s.word}-{name}", "{new}"),
    "spaces": _rename(lambda name, s: name.replace(" ", "_")),
    "lower-case": _rename(lambda name, s: name.lower()),
    "backup-copy": _copy(lambda name, s: f"{name}.bak"),
    "copy-into": _copy(lambda name, s: f"{s.word}/{name}"),
    "compress": _compress,
    "read-only": _set_mode(0o444),
    "private": _set_mode(0o600),
    "remove-empty": _remove_empty,
    "count-lines": _print(lambda world, path, s: f"{_name(path)}: {len(world[path].lines)}"),
    "size": _print(lambda world, path, s: f"{_name(path)} {world[path].size}"),
    "contains": _print(
        lambda world, path, s: f"{_name(path)}: {'yes' if s.word in world[path].text else 'no'}"
    ),
    "first-line": _print(lambda world, path, s: f"{_name(path)}: {(world[path].lines or [''])[0]}"),
    "replace": _replace,
    "line-ends": _line_ends,
}


ACTIONS = [
    Action(name=name, act=_ACTIONS_ACT[name], **row) for name, row in rows("folder", "actions")
]
