"""A tree of files with {word}, and the word replaced."""

from posixpath import basename

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines
from bashcoder_mlx.trial.world import World


@on_lines
def range_alone(x: list[str], s: Bound) -> list[str]:
    """Lines {range}."""
    return x[s.range[0] - 1 : s.range[1]]


def word_in_tree(world: World, s: Bound) -> None:
    """Files below {dir} with {word}, of one kind in the task of that kind, and one elsewhere."""
    ending = s["ext"].data if "ext" in s else "txt"
    text = f"{s.word} {s.word}\nx\n"
    for name in (f"a.{ending}", f"in it/b c.{ending}", f"d.{ending}.bak", ".hidden"):
        world.file(f"{s.dir}/{name}", text, days=5)
    world.dir(f"{s.dir}/folder.{ending}")
    world.file(f"{s.dir}/without.{ending}2", "nothing\n", days=5)
    world.file(f"e.{ending}", text, days=5)


def replaced_in_kind(world: World, s: Bound) -> None:
    """{word2} in the files {ext} below {dir}."""
    for path in world.files(s.dir, f"*.{s.ext}"):
        _replace(world, s, path)


def replaced_in_all(world: World, s: Bound) -> None:
    """{word2} in all files below {dir} that have {word}."""
    for path in world.files(s.dir):
        if not basename(path).startswith("without"):
            _replace(world, s, path)


def _replace(world: World, s: Bound, path: str) -> None:
    world.file(path, world[path].text.replace(s.word, s.word2))
