"""What archives hold: packed from files and folders, and unpacked."""

import posixpath
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

_KINDS = {".gz": "gz", ".tgz": "gz", ".bz2": "bz2", ".xz": "xz", ".zip": "zip", ".tar": ""}


def archive(draw: Draw, spaced: bool, endings: Sequence[str]) -> Value:
    """The name of an archive."""
    return named(f"{SLOTS['stem'](draw, False).data}.{draw.pick(endings)}")


def packed(
    world: World,
    s: Bound,
    paths: Sequence[str],
    name: str,
    skip: str = "",
    only: str = "",
    inside: str = "",
    remove: bool = False,
    shown: bool = False,
) -> Outcome | None:
    """Puts an archive of these paths there.

    Args:
        name: of the archive; `DATE` in it is today's date.
        skip: the ending, or the name of a folder, of what is left out; only: the ending of what is
            packed alone.
        inside: the folder in which the paths of the archive begin.
        remove: what is packed is deleted.
        shown: something is printed.
    """
    skip, only, inside = (s.fill(text) for text in (skip, only, inside))
    held = {}
    for path in (inner for one in paths for inner in _files(world, s.fill(one))):
        left_out = skip and (path.endswith(skip) or skip in path.split("/"))
        if not left_out and path.endswith(only):
            held[path.removeprefix(f"{inside}/")] = world[path].data
    path = s.fill(name).replace("DATE", f"{now():%Y-%m-%d}")
    world.file(path).data = Archive(held, _KINDS[posixpath.splitext(path)[1]])
    for gone in paths if remove else ():
        world.remove(s.fill(gone))
    return Outcome(stdout=None) if shown else None


def _files(world: World, path: str) -> list[str]:
    return [path] if world[path].kind == "file" else list(world.files(path))


def compressed(
    world: World,
    s: Bound,
    files: Sequence[str],
    end: str,
    keep: bool = False,
    shown: bool = False,
) -> Outcome | None:
    """Compresses each of the files beside itself, with its time; `shown` if it tells how much."""
    for path in map(s.fill, files):
        world.copy(path, f"{path}{end}", keep=True)
        world.hold(f"{path}{end}", Archive(world[path].data, _KINDS[end]))
        if not keep:
            world.remove(path)
    return Outcome(stderr=s.fill(files[0])) if shown else None
