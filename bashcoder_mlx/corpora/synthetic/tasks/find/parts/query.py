"""A search: a head, criteria and a place, with its command and the tree that it is tried on.

In that tree, besides what is wanted, every criterion has files that fail it alone, at its edge
where it has one; `paths` computes in Python what is wanted.
"""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import ORDER, Criterion, keep
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.english import English
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import BEFORE, Item, Spec
from bashcoder_mlx.trial.world import Node, World

_FOLDERS = ("", "part1", "part2/deep")
# Folders and links were read when they were made: they too are as old as they are said to be.
_ACCESSED = """\
mapfile -d '' made < <(command find . -type l -print0 -o -type d -print0)
for one in "${made[@]}"; do touch -ah -d "@$(stat -c %Y "$one")" "$one"; done"""
_LOCKED = "exec 2>&1"  # what goes to /dev/null is not seen, all other errors are


@dataclass(frozen=True, eq=False)
class Query:
    """What is searched for, and where."""

    head: Criterion
    criteria: Sequence[Criterion] = ()
    place: Place = HERE

    @property
    def name(self) -> str:
        """Of the parts, joined."""
        return "-".join([self.head.key, *(c.key for c in self.criteria), self.place.key])

    @cached_property
    def parts(self) -> list[Criterion]:
        """The criteria and the head, in the order of the command."""
        return sorted((self.head, *self.criteria), key=lambda part: ORDER.index(part.group))

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """Slots that are not the general ones."""
        own = dict(self.place.slots)
        for part in self.parts:
            own |= part.slots
        return own

    @property
    def before(self) -> str:
        """What stands in for what the sandbox lacks."""
        accessed = any("-atime" in p.test or "-amin" in p.test for p in self.criteria)
        owners = [p for p in self.criteria if p.key.removeprefix("not") in ("user", "group")]
        owner = "".join(f"owner={{{p.key.removeprefix('not')}}}\n" for p in owners)
        more = (_ACCESSED if accessed else "", _LOCKED if self.place.errors else "")
        return "\n".join(filter(None, (owner + BEFORE, *more)))

    @cached_property
    def english(self) -> English:
        """How to say it."""
        return English(self.head, self.criteria, self.place)

    def has(self, key: str) -> bool:
        """Whether a criterion is one of its own."""
        return any(part.key == key for part in self.parts)

    def run(self, action: str = "", pipe: str = "", macos: Sequence[str] = ("", "")):
        """The command, by system where they differ; `macos` is another action and pipe there."""
        linux = self._find(action, "linux") + pipe
        other = self._find(*(macos[0], "macos") if any(macos) else (action, "macos"))
        other += macos[1] if any(macos) else pipe
        return linux if linux == other else {"linux": linux, "macos": other}

    def _find(self, action: str, system: str) -> str:
        """The command up to the action, for one system."""
        pruned = [part.test for part in self.parts if part.prune]
        tests = [
            part.macos if system == "macos" and part.macos else part.test
            for part in self.parts
            if not part.prune
        ]
        if pruned:
            tests = [*pruned, "-prune -o", *tests]
            action = action or "-print"
        first = [part.macos_first for part in self.parts if system == "macos"]
        words = ["find", *first, self.place.words, *tests, action]
        return " ".join(word for word in words if word) + self.place.errors

    def setup(self, world: World, s: Bound) -> None:
        """Makes what meets all criteria, what fails one each, and the like outside of the place."""
        tops = self.place.tops(s)
        for top in tops:
            world.dir(top)
        for part in self.parts:
            part.setup(world, s)
        for number, spec in enumerate(self._specs(s)):
            spec.put(world, tops[number % len(tops)])
        for spec in self._in_front(s):
            spec.put(world, ".")
        if self.place.folders:
            self.made("", 91, s).put(world, "beyond")
        if self.place.errors:
            world.dir("locked", 0o000)

    def _specs(self, s: Bound) -> Iterator[Spec]:
        for number, folder in enumerate(_FOLDERS):
            yield self.made(folder, number, s)
        number = len(_FOLDERS)
        for part in self.parts:
            for change in (*part.also, *part.bad):
                spec = self.made(f"part{number}", number, s)
                change(spec, s)
                if change in part.bad:
                    self._check(spec, s)
                yield spec
                number += 1

    def _in_front(self, s: Bound) -> Iterator[Spec]:
        """What lies in the working directory, where the shell expands what is not quoted."""
        changes = [(part, change) for part in self.parts for change in (*part.also, *part.bad)]
        folders = [(change, True) for part, change in changes if part.group == "path"]
        flat = [(change, False) for _, change in changes]
        for number, (change, is_below) in enumerate(((keep, False), *folders, *flat), 300):
            spec = self.made("", number, s)
            change(spec, s)
            spec.days *= 1.00001  # so that no two that are found are of one age
            if is_below:
                yield Spec(spec.folder, "plain")
            else:
                spec.folder = ""
            yield spec

    def is_at_edge(self, path: str) -> bool:
        """Whether it meets a criterion in another way than most, such as at its edge."""
        return any(part in self._edges for part in path.split("/"))

    @cached_property
    def _edges(self) -> Sequence[str]:
        """The folders of what was made so."""
        changes = [(part, change) for part in self.parts for change in (*part.also, *part.bad)]
        numbered = enumerate(changes, len(_FOLDERS))
        return [f"part{number}" for number, (part, change) in numbered if change in part.also]

    def made(self, folder: str, number: int, s: Bound) -> Spec:
        """Something that is wanted; the number makes its name unique, of two words now and then."""
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        stem = f"item {letters}" if number == 2 else f"item-{letters}"
        spec = Spec(folder, stem, inner=f"inner-{letters}.zzz")
        for part in sorted(self.parts, key=lambda part: part.group in ("depth", "path")):
            part.good(spec, s)  # names may go by the folder, so that it is changed last
        return spec

    def _check(self, spec: Spec, s: Bound) -> None:
        trial, top = World(), self.place.tops(s)[0]
        spec.put(trial, top)
        wrong = posixpath.normpath(posixpath.join(top, spec.path))
        assert wrong not in self.paths(trial, s), f"{self.name}: {wrong} is no decoy"

    def paths(self, world: World, s: Bound) -> list[str]:
        """What is wanted, as paths of the world, sorted; the place itself where it fits."""
        items = [item for top in self.place.tops(s) for item in self._items(world, top)]
        return sorted(i.path for i in items if all(part.holds(i, s) for part in self.parts))

    def _items(self, world: World, top: str) -> Iterator[Item]:
        root = world.nodes.get(top) or Node("dir", mode=0o755)
        yield Item(world, top, root, "", top)
        for path in world.paths(top):
            inner = path if top == "." else path[len(top) + 1 :]
            yield Item(world, path, world[path], inner, self.shown(path))

    def shown(self, path: str) -> str:
        """A path as find prints it."""
        return path if self.place.folders or path == "." else f"./{path}"

    def matches(self, world: World, s: Bound) -> list[str]:
        """What find prints, sorted."""
        found = self.paths(world, s)
        assert found, f"{self.name} matches nothing"
        return sorted(map(self.shown, found))
