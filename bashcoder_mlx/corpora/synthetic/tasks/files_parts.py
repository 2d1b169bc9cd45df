"""What the families of files share: places to work in, folders to work on, wrappers of tools."""

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World

HERE = "[here|in this folder|in the current [folder|directory]|in this directory|]"


@dataclass(frozen=True)
class Place:
    """Where files are listed, measured or packed."""

    key: str
    """The end of the task's name."""
    argument: str
    """What follows the command, its blank included."""
    files: str
    """The files in English: "files", or those of a kind."""
    where: str
    """The place in English."""

    def says(self, templates: Sequence[str]) -> list[str]:
        """Templates with <F> and <P> for the files and the place."""
        return [t.replace("<F>", self.files).replace("<P>", self.where) for t in templates]

    @property
    def of_kind(self) -> bool:
        """Whether the shell expands a pattern, which gives paths instead of names."""
        return "kind" in self.argument

    @property
    def explained(self) -> str:
        """Files and place, for an explanation."""
        where = "in {dir}" if "dir" in self.argument else "in the current directory"
        return f"{'{kind}' if self.of_kind else 'entries'} {where}"

    def entries(self, world: World, s: Bound) -> list[tuple[str, Node]]:
        """The names as listed, with their nodes, in the order of the names; none hidden."""
        if self.of_kind:
            found = world.glob(f"{top(s)}/*.{s.kind}" if "dir" in s else f"*.{s.kind}")
            return [(path, world[path]) for path in found]
        found = [p for p in world.paths(top(s), depth=1) if posixpath.basename(p)[0] != "."]
        return [(posixpath.basename(path), world[path]) for path in found]


PLACES = (
    Place("here", "", "[the|all|all the|] files", HERE),
    Place("dir", " {dir}", "[the|all|all the|] files", "[in|inside] {dir}"),
    Place("kind", " *.{kind.ext}", "[the|all|all the|] {kind}", HERE),
    Place("kind-dir", " {dir}/*.{kind.ext}", "[the|all|all the|] {kind}", "[in|inside] {dir}"),
)


def top(s: Bound, name: str = "dir") -> str:
    """Where a folder lies in the world, which stands for the root and holds the home as `home`."""
    return s[name].data.lstrip("/").replace("~", "home") if name in s else "."


def at_root(*tools: str, then: str = "") -> str:
    """Bash that takes the working directory for the root in the arguments of these tools, and
    passes what they print through another command.
    """
    pipe = f" | {then}" if then else ""
    wrap = '{0}() {{ command {0} "${{@/#\\//}}"{1}; }}'
    return "\n".join(["HOME=home", *(wrap.format(tool, pipe) for tool in tools)])


def many(
    low: int, high: int, steps: Sequence[int] = (1,), spelt: bool = False, suffix: str = ""
) -> Slot:
    """A slot of numbers between bounds, times one of the steps."""

    def draw_number(draw: Draw, spaced: bool) -> Value:
        value = number(draw.between(low, high) * draw.pick(steps), spelt)
        return value._replace(text=value.text + suffix)

    return draw_number


def with_form(slot: Slot, **forms: Callable[[object], str]) -> Slot:
    """A slot whose values have more forms, made from what they mean."""

    def draw_value(draw: Draw, spaced: bool) -> Value:
        value = slot(draw, spaced)
        more = {name: make(value.data) for name, make in forms.items()}
        return value._replace(forms={**value.forms, **more})

    return draw_value


def spoken(*pairs: tuple[str, Sequence[str]]) -> Slot:
    """A slot of a few values, each with its ways to be said."""

    def draw_pair(draw: Draw, spaced: bool) -> Value:
        raw, english = draw.pick(pairs)
        return named(raw, english)

    return draw_pair


def human(size: int) -> str:
    """A size as `ls -lh` prints it below one mebibyte: rounded up."""
    if size < 1024:
        return str(size)
    tenths = -(-size * 10 // 1024)
    return f"{tenths / 10:.1f}K" if tenths < 100 else f"{-(-size // 1024)}K"


def each(world: World, paths: Sequence[str], act: Callable[[str], object]) -> None:
    """Does the same to every path."""
    for path in paths:
        act(path)


def counted(paths: Sequence[str]) -> str:
    """The number of paths, as `wc -l` prints it."""
    return f"{len(paths)}\n"


def old_files(*names: str) -> Callable[[World, Bound], None]:
    """A setup: the files of these slots, older than a month, each of its own age."""

    def setup(world: World, s: Bound) -> None:
        for index, name in enumerate(names):
            world.file(s[name].data, "old text\n", days=40 + index)

    return setup


def aged_kind(world: World, s: Bound) -> None:
    """A setup: two old files of the kind here, and some that only look like it."""
    for name in (f"b.{s.kind}", f"a.{s.kind}", f"c.{s.kind}x", f"sub/d.{s.kind}", f".e.{s.kind}"):
        world.file(name, "old", days=20)
