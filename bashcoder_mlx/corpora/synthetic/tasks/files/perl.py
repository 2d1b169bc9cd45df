"""What perl's rename makes of the names of a folder."""

import re
from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_NAMES = ("My Old Report 22", "alpha", "IMG_B7", "my-notes.v2", "{word}first", "x{word}y{word}")


def several(world: World, s: Bound) -> None:
    """Files of a kind with blanks, capitals, digits and a word in their names, and others."""
    ext = s.kind if "kind" in s else "txt"
    word = s.word if "word" in s else "old-"
    for name in _NAMES:
        world.file(f"{name.format(word=word)}.{ext}", name, days=9)
    for name in ("Other File.zzz", f".My Own.{ext}", f"near {word}.{ext}x", f"{ext}.{ext}.zz"):
        world.file(name, name, days=9)


_CHANGES: Mapping[str, Callable[[str, Bound], str]] = {
    "extension": lambda name, s: f"{name.removesuffix(s.kind)}{s.ext}",
    "lower": lambda name, s: name.lower(),
    "lower-kind": lambda name, s: name.lower(),
    "upper": lambda name, s: name.upper(),
    "blanks": lambda name, s: name.replace(" ", "_"),
    "replace": lambda name, s: name.replace(s.word, s.word2, 1),
    "replace-all": lambda name, s: name.replace(s.word, s.word2),
    "prefix": lambda name, s: f"{s.word}-{name}",
    "digits": lambda name, s: re.sub(r"\d+", "", name),
    "suffix": lambda name, s: f"{name.removesuffix(f'.{s.kind}')}-{s.word}.{s.kind}",
}


def renamed(world: World, s: Bound, change: str, dry: bool) -> list[str] | None:
    """The files of the kind, or all, under their new names; or only what would happen."""
    paths = world.glob(f"*.{s.kind}" if "kind" in s else "*")
    pairs = [(path, _CHANGES[change](path, s)) for path in paths]
    pairs = [(old, new) for old, new in pairs if old != new]
    if dry:
        return [f"rename({old}, {new})" for old, new in pairs]
    for old, new in pairs:
        world.move(old, new)
    return None
