"""What loops do with the file f."""

import posixpath
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.file_bodies import lines_of
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Body
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


def _changing(change: Callable[[World, str, Bound], object]):
    def act(world: World, path: str, s: Bound) -> list[str]:
        change(world, path, s)
        return []

    return act


def _into(path: str, s: Bound) -> str:
    return f"{s.target}/{posixpath.basename(path)}"


def _target(world: World, s: Bound) -> None:
    world.dir(s.target)


def _moved(world: World, path: str, s: Bound) -> list[str]:
    world.move(path, _into(path, s))
    return [path]


def _gzip(world: World, path: str, s: Bound) -> None:
    data = world[path].data
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(data, "gz"))


def _append(world: World, path: str, text: str) -> None:
    before = world[path].text if path in world else ""
    world.file(path, before + text)


def _older(path: str) -> Callable[[World, Bound], None]:
    return lambda world, s: world.file(s.fill(path), ["before"], days=9) and None


def _touch(world: World, path: str) -> None:
    world.file(path, world[path].text if path in world else "")


CHANGES = (
    Body(
        "remove",
        'rm "$f"',
        "[delete|remove]",
        "",
        "[delete|remove] it",
        "deletes it",
        _changing(lambda world, path, s: world.remove(path)),
        "link",
        weight=2,
    ),
    Body(
        "move",
        'mv "$f" {target}/',
        "move",
        " [to|into] {target}",
        "move it [to|into] {target}",
        "moves it to {target}",
        _changing(lambda world, path, s: world.move(path, _into(path, s))),
        "folder",
        _target,
        weight=2,
    ),
    Body(
        "moved",
        'echo "$f"; mv "$f" {target}/',
        "[print|echo] the name of",
        " and move it [to|into] {target}",
        "[print|echo] its name and move it [to|into] {target}",
        "prints its name and moves it to {target}",
        _moved,
        "folder",
        _target,
    ),
    Body(
        "copy",
        'cp "$f" {target}/',
        "copy",
        " [to|into] {target}",
        "copy it [to|into] {target}",
        "copies it to {target}",
        _changing(lambda world, path, s: world.copy(path, _into(path, s))),
        setup=_target,
        weight=2,
    ),
    Body(
        "backup",
        'cp "$f" "$f.bak"',
        "make a copy NAME.bak of",
        "",
        "copy it to NAME.bak",
        "copies it to the same name with .bak",
        _changing(lambda world, path, s: world.copy(path, f"{path}.bak")),
        weight=2,
    ),
    Body(
        "mode",
        'chmod {mode} "$f"',
        "set the mode of",
        " to {mode}",
        "[chmod it to|set its mode to] {mode}",
        "sets its permissions to {mode}",
        _changing(lambda world, path, s: setattr(world[path], "mode", int(s.mode, 8))),
    ),
    Body(
        "executable",
        'chmod +x "$f"',
        "[chmod +x|make executable]",
        "",
        "make it executable",
        "makes it executable",
        _changing(lambda world, path, s: setattr(world[path], "mode", 0o755)),
    ),
    Body(
        "gzip",
        'gzip "$f"',
        "[gzip|compress]",
        "[|, with gzip]",
        "[gzip it|compress it with gzip]",
        "compresses it",
        _changing(_gzip),
    ),
    Body(
        "log",
        'echo "$f" >> {listing}',
        "[append|add] the name of",
        " to {listing}",
        "[append|add] its name to {listing}",
        "appends its name to {listing}",
        _changing(lambda world, path, s: _append(world, s.listing, f"{path}\n")),
        "folder gone",
        _older("{listing}"),
    ),
    Body(
        "join",
        'cat "$f" >> {listing}',
        "[append|add] the content of",
        " to {listing}",
        "[append|add] its content to {listing}",
        "appends its content to {listing}",
        _changing(
            lambda world, path, s: _append(
                world, s.listing, "".join(f"{line}\n" for line in lines_of(world, path))
            )
        ),
        setup=_older("{listing}"),
    ),
    Body(
        "touch",
        'touch "$f"',
        "touch",
        "",
        "touch it",
        "sets its time to now, or creates it",
        _changing(lambda world, path, s: _touch(world, path)),
        "gone",
    ),
    Body(
        "mkdir",
        'mkdir "$f"',
        "make a folder called like",
        "",
        "make a folder of that name",
        "makes a folder of that name",
        _changing(lambda world, path, s: world.dir(path)),
        "gone only",
    ),
    Body(
        "erase",
        'rm -r "$f"',
        "remove, with rm -r,",
        "",
        "remove it with rm -r",
        "removes it with all that is in it",
        _changing(lambda world, path, s: world.remove(path)),
        "folder only",
    ),
)
