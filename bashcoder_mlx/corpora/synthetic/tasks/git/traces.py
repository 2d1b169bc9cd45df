"""Commits with their changes, as git prints them."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.git.parts.criteria import patch
from bashcoder_mlx.trial.world import World


def _message(subject: str) -> list[str]:
    return [f"commit <{subject}>", "Author: Dana <dana@home.test>", "", f"    {subject}", ""]


def with_stat(world: World, s: Bound) -> list[str]:
    """Three commits, each with the files to which it added a line."""
    one, two = " 1 file changed, 1 insertion(+)", " 2 files changed, 2 insertions(+)"
    files = {"Three": (" c | 1 +", one), "Two": (" a | 1 +", " b | 1 +", two)}
    newer = (line for name, lines in files.items() for line in (*_message(name), *lines, ""))
    return [*newer, *_message("One"), " a | 1 +", one]


def with_patches(world: World, s: Bound) -> list[str]:
    """Two commits to one file: it was made with a line, and got a second one."""
    return _patches("a")


def with_patches_of_file(world: World, s: Bound) -> list[str]:
    """The same of a file whose name is drawn."""
    return _patches(s.file)


def _patches(path: str) -> list[str]:
    newer = [*_message("Two"), *patch(path, ["1"], ["1", "2"]), ""]
    return [*newer, *_message("One"), *patch(path, [], ["1"])]
