"""Scripts that do something to every file given as an argument: what is done, and what happens when
one of the files is missing.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    MISSING,
    USAGE,
    indented,
    script,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

WEIGHT = 0.39

_FILES = ("alpha.txt", "beta  50% notes.txt", "Gam  ma.txt")


@dataclass(frozen=True)
class _Action:
    """What is done with `$file`, and the lines that it prints."""

    name: str
    say: Sequence[str]
    explain: str
    code: str
    act: Callable[[World, str, Bound], list[str]]
    start: str = ""


@dataclass(frozen=True)
class _Missing:
    """What is done about a file that does not exist."""

    name: str
    say: str
    explain: str
    head: str
    before: str
    inside: str
    end: str


_POLICIES = [_Missing(name=name, **row) for name, row in rows("files", "policies")]


def _prints(line: Callable[[World, str, Bound], str]):
    return lambda world, path, s: [line(world, path, s)]


def _changes(change: Callable[[World, str, Bound], object]):
    def act(world: World, path: str, s: Bound) -> list[str]:
        change(world, path, s)
        return []

    return act


def _compress(world: World, path: str, s: Bound) -> None:
    packed = Archive(world[path].data, "gz")
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", packed)


def _set(world: World, path: str, lines: Sequence[str]) -> None:
    world[path].data = "".join(f"{line}\n" for line in lines).encode()


def _replace(world: World, path: str, s: Bound) -> None:
    _set(world, path, [line.replace(s.word, s.word2) for line in world[path].lines])
    world.remove(f"{path}.tmp")


def _into(world: World, path: str, s: Bound) -> None:
    world.dir(s.dir)
    world.move(path, f"{s.dir}/{path}")


def _titled(world: World, path: str, s: Bound) -> list[str]:
    return [f"== {path} ==", *world[path].lines]


def _digest(world: World, path: str, s: Bound) -> str:
    return f"{hashlib.sha256(world[path].data).hexdigest()}  {path}"


_WHAT = "[each|every] file given as [an argument|argument]"
_ALL = "[all|all the] files given as arguments"
_ACTIONS_ACT = {
    "lines": _prints(lambda world, path, s: f"{path}: {len(world[path].lines)}"),
    "words": _prints(lambda world, path, s: f"{len(world[path].text.split())} {path}"),
    "size": _prints(lambda world, path, s: f"{path}: {world[path].size} bytes"),
    "first-line": _prints(lambda world, path, s: f"{path}: {world[path].lines[0]}"),
    "last-line": _prints(lambda world, path, s: f"{path}: {world[path].lines[-1]}"),
    "title": _titled,
    "backup": _changes(lambda world, path, s: world.copy(path, f"{path}.bak", keep=True)),
    "gzip": _changes(_compress),
    "executable": _changes(lambda world, path, s: setattr(world[path], "mode", 0o755)),
    "read-only": _changes(lambda world, path, s: setattr(world[path], "mode", 0o444)),
    "upper": lambda world, path, s: [line.upper() for line in world[path].lines],
    "move": _changes(_into),
    "remove": lambda world, path, s: world.remove(path) or [f"Removed {path}"],
    "replace": _changes(_replace),
    "sort": _changes(lambda world, path, s: _set(world, path, sorted(world[path].lines))),
    "count-word": _prints(
        lambda world, path, s: f"{path}: {sum(s.word in line for line in world[path].lines)}"
    ),
    "contains": _prints(
        lambda world, path, s: (
            f"{path} {'contains' if s.word in world[path].text else 'does not contain'} {s.word}"
        )
    ),
    "number": _changes(
        lambda world, path, s: world.file(
            f"{path}.numbered", [f"{n}: {x}" for n, x in enumerate(world[path].lines, 1)]
        )
    ),
    "append": _changes(lambda world, path, s: _set(world, path, [*world[path].lines, s.word])),
    "lower-name": _changes(
        lambda world, path, s: world.move(path, path.lower()) if path != path.lower() else None
    ),
}
_ACTIONS = [
    _Action(name=name, act=_ACTIONS_ACT[name], **row)
    for name, row in rows("files", "actions", one=_WHAT, all=_ALL)
]


def tasks() -> Iterator[Task]:
    """Every action with every way to treat missing files, and checksums, which systems do apart."""
    for action, missing in product(_ACTIONS, _POLICIES):
        yield _task(action, missing)
    digest = "Prints the SHA-256 checksum of each file given as an argument."
    say = [f"print the SHA-256 [checksum|hash] of {_WHAT}", f"show sha256 checksums of {_ALL}"]
    for missing in _POLICIES:
        linux = _Action("sha256", say, digest, 'sha256sum -- "$file"', _prints(_digest))
        macos = _Action("sha256", say, digest, 'shasum -a 256 -- "$file"', _prints(_digest))
        runs = {"linux": _body(linux, missing), "macos": _body(macos, missing)}
        yield _task(linux, missing, runs)


def _body(action: _Action, missing: _Missing) -> str:
    loop = f'for file in "$@"; do\n{indented(missing.inside + action.code)}done\n'
    start = missing.before + action.start
    return f"{missing.head}\n{start}{loop}{missing.end}"


def _task(action: _Action, missing: _Missing, runs: dict[str, str] | None = None) -> Task:
    return script(
        f"scripts/files.{action.name}-{missing.name}",
        say=[text + missing.say for text in action.say],
        explain=f"{action.explain} {missing.explain}",
        body=runs or _body(action, missing),
        calls=(_FILES[:2], (_FILES[0], MISSING, _FILES[2]), _FILES[2:], ()),
        setup=_setup,
        expect=lambda world, s, arguments: _expect(action, missing, world, s, arguments),
    )


def _setup(world: World, s: Bound) -> None:
    word = s.word if "word" in s else "delta"
    world.file(_FILES[0], ["One line", f"{word} and {word}", "a third one"])
    world.file(_FILES[1], [f"x{word}", "Beta has two"])
    world.file(_FILES[2], ["zero", "Nothing of that kind"])
    world.file("other.txt", [word])
    if "dir" in s:
        world.file(f"{s.dir}/kept.txt")
    for path in _FILES:
        world.file(f"{path}.tmp", "old\n")
        world.file(f"{path}.numbered", "old\n")


def _expect(action: _Action, missing: _Missing, world: World, s: Bound, arguments) -> Outcome:
    if not arguments:
        return USAGE
    found = [path for path in arguments if path in world]
    complete = len(found) == len(arguments)
    if not complete and missing.name == "stop":
        found = found[: arguments.index(MISSING)]
    if not complete and missing.name == "check":
        found = []
    if action.name == "move" and (found or missing.name == "stop"):
        world.dir(s.dir)
    lines = [line for path in found for line in action.act(world, path, s)]
    error = "" if complete else f"No such file: {MISSING}"
    return Outcome(lines, status=0 if complete else 1, stderr=error)
