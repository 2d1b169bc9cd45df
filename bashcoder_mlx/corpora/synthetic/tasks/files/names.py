"""Names that match a pattern of the shell, and names that only nearly do."""

import re

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_RULES = {
    "starts": "{word}.*",
    "ends": r".*{word}\..*",
    "contains": ".*{word}.*",
    "starts-ext": r"{word}.*\.{ext}",
    "one-letter": r"[^.]\..*",
    "digits": ".*[0-9].*",
    "capital": "[A-Z].*",
}


def named(world: World, s: Bound, base: str) -> None:
    """Files with a word, digits, capitals and short names, each also where it must not count."""
    word, ext = s.word if "word" in s else "word", s.ext if "ext" in s else "txt"
    for name in (f"{word}.{ext}", f"{word}-two.{ext}", f"my{word}.{ext}", f"a{word}b.zip"):
        world.file(f"{s.fill(base)}{name}")
    for name in (f"x.{ext}", "Big.zzz", "v2 old.yyy", f"{word}.{ext}x", f".{word}.{ext}", ".X7.a"):
        world.file(f"{s.fill(base)}{name}")
    world.file(f"else/{word}.{ext}")


def matching(world: World, s: Bound, base: str, rule: str) -> list[str]:
    """The visible files whose names keep the rule, as paths."""
    values = {name: re.escape(str(value.data)) for name, value in s.items()}
    wanted = re.compile(_RULES[rule].format(**values))
    folder = s.fill(base)
    found = world.glob(f"{folder}*")
    return [
        path
        for path in found
        if wanted.fullmatch(path.removeprefix(folder)) and world[path].kind == "file"
    ]
