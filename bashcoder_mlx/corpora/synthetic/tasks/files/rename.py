"""Names that are changed, counted up, or left alone."""

import posixpath
from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_NAMES = ("My  Report 2", "alpha", "IMG_B", "my-notes.v2", "{word}first one", "x {word}y{word}")


def several(world: World, s: Bound, base: str) -> None:
    """Files of a kind with blanks, capitals and a word in their names, and others."""
    ext = s.kind if "kind" in s else "txt"
    word = s.word if "word" in s else "old-"
    for name in _NAMES:
        world.file(f"{s.fill(base)}{name.format(word=word)}.{ext}", name, days=9)
    if "kind" in s:
        for name in ("Other File.zzz", f".My Own.{ext}"):
            world.file(f"{s.fill(base)}{name}", name, days=9)
    if base:
        world.file(f"Outside Name.{ext}", "no")


_CHANGES: Mapping[str, Callable[[str, Bound], str]] = {
    "prefix": lambda name, s: f"{s.word}-{name}",
    "blanks": lambda name, s: name.replace(" ", "_"),
    "blanks-dash": lambda name, s: name.replace(" ", "-"),
    "blanks-gone": lambda name, s: name.replace(" ", ""),
    "lower": lambda name, s: name.lower(),
    "without-prefix": lambda name, s: name.removeprefix(s.word),
    "replace": lambda name, s: name.replace(s.word, s.word2),
    "remove-word": lambda name, s: name.replace(s.word, ""),
    "date": lambda name, s: f"2023-11-14-{name}",
    "backup-suffix": lambda name, s: f"{name}.old",
}


def renamed(world: World, s: Bound, change: str, base: str) -> None:
    """The files of the kind, or all, under their new names."""
    folder = s.fill(base)
    for path in world.glob(f"{folder}*.{s.kind}" if "kind" in s else f"{folder}*"):
        world.move(path, f"{folder}{_CHANGES[change](posixpath.basename(path), s)}")


def numbered(world: World, s: Bound, form: str, order: str) -> None:
    """The files of the kind under a number that counts up by name or by age."""
    found = world.glob(f"*.{s.kind}")
    if order == "age":
        found = sorted(found, key=lambda path: -world[path].age)
    values = {name: value.data for name, value in s.items()}
    for number, old in enumerate(found, 1):
        world.move(old, form.format(number=number, old=old, **values))
