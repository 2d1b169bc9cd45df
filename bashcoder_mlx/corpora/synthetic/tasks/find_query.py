"""What a search with find consists of: a head (files, folders …), criteria, and a place.

A `Query` writes the command, the English for it and a file tree in which, besides what is wanted,
every criterion has files that fail it alone; `matches` computes in Python what is wanted.
"""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import BEFORE, FOLDER, Item, Spec
from bashcoder_mlx.trial.world import Node, World

ORDER = ("depth", "head", "name", "path", "size", "time", "owner", "perm", "empty")
Change = Callable[[Spec, Bound], None]


@dataclass(frozen=True)
class Criterion:
    """What is searched for: the test of find, the English, and what meets or fails it."""

    key: str
    group: str
    """One of ORDER; two of a group do not go together."""
    test: str
    post: str = ""
    """After the noun: "larger than {size}"."""
    are: str = ""
    """The same as a predicate: "are larger than {size}"."""
    good: Change = lambda spec, s: None
    bad: Sequence[Change] = ()
    holds: Callable[[Item, Bound], bool] = lambda item, s: True
    macos: str = ""
    """The test on macOS, where it is another."""
    adjective: str = ""
    """Before the noun: "empty"."""
    noun: str = ""
    """Of a head only."""
    tail: str = ""
    """At the end of the sentence: ", skipping {skip}"."""
    here: str = ""
    """Replaces the words for the current directory."""
    there: str = ""
    """Replaces the words for {dir}."""
    prune: bool = False
    """Whether the test stands before -o."""
    setup: Callable[[World, Bound], None] = lambda world, s: None
    slots: Mapping[str, Slot] = field(default_factory=dict)


_HERE = "[|| here| in this folder| in this directory| in the current [directory|folder]]"
_THERE = " [in|in|in|under|below|inside|within] {dir}"
_ALL_HERE = (
    "[ in this folder and [its|all] subfolders| in all subfolders| here and in [all |]subfolders|"
    " under the current directory| recursively| in this directory and below|"
    " in the current directory and its subdirectories| in this folder recursively]"
)
_ALL_THERE = (
    "[ [in|under] {dir} and [its|all its|all] [subfolders|subdirectories]| in {dir} and below|"
    " recursively in {dir}| anywhere [in|under|below] {dir}| in {dir} recursively]"
)
_EXPLAIN_HERE = " [in the current directory and below|under the current directory]"
_EXPLAIN_THERE = " [in {dir} and below|under {dir}|in {dir}|below {dir}]"

# The plural words of heads and criteria, and the same about a single file.
_SINGULAR = {
    "[files|files|files|files|files|files|files|regular files]": "file",
    "{kind}": "{kind.one}",
    "{ext.raw} [and|or] {ext2.raw}": "{ext.raw} or {ext2.raw}",
    ".{ext.raw} [and|or] .{ext2.raw}] files": ".{ext.raw} or .{ext2.raw}] file",
    "whose names start": "whose name starts",
    "with names beginning": "with a name beginning",
    "whose names contain": "whose name contains",
    "in their names": "in its name",
}


@dataclass(frozen=True)
class Query:
    """A head, criteria and a place: `.` or {dir}."""

    head: Criterion
    criteria: Sequence[Criterion] = ()
    here: bool = True

    @property
    def name(self) -> str:
        """Of the parts, joined."""
        keys = [self.head.key, *(c.key for c in self.criteria), "here" if self.here else "dir"]
        return "-".join(keys)

    @property
    def parts(self) -> list[Criterion]:
        """The criteria and the head, in the order of the command."""
        return sorted((self.head, *self.criteria), key=lambda part: ORDER.index(part.group))

    @property
    def slots(self) -> dict[str, Slot]:
        """Slots that are not the general ones."""
        own = {} if self.here else dict(FOLDER)
        for part in self.parts:
            own |= part.slots
        return own

    @property
    def before(self) -> str:
        """What stands in for large files, owners and folders of the system."""
        owner = next((f"owner={{{p.key}}}\n" for p in self.criteria if p.group == "owner"), "")
        return owner + BEFORE

    def has(self, key: str) -> bool:
        """Whether a criterion is one of its own."""
        return any(part.key == key for part in self.parts)

    def find(self, action: str = "", system: str = "linux", first: str = "") -> str:
        """The command; `first` are options that come before all tests."""
        pruned = [part.test for part in self.parts if part.prune]
        tests = [
            (part.macos if system == "macos" and part.macos else part.test)
            for part in self.parts
            if not part.prune
        ]
        if pruned:
            tests = [*pruned, "-prune -o", *tests]
            action = action or "-print"
        words = ["find", "." if self.here else "{dir}", first, *tests, action]
        return " ".join(word for word in words if word)

    def run(self, action="", pipe="", first="", macos=("", "")) -> str | dict[str, str]:
        """The command by system, or one for both; `macos` is another action and pipe there."""
        linux = self.find(action, "linux", first) + pipe
        other = self.find(macos[0] or action, "macos", first) + (macos[1] or pipe)
        if any(macos):
            other = self.find(macos[0], "macos", first) + macos[1]
        return linux if linux == other else {"linux": linux, "macos": other}

    def place(self, explicit: bool = False, explain: bool = False) -> str:
        """English for where, with a blank before it."""
        for part in self.criteria:
            if part.here:
                return part.here if self.here else part.there
        if explain:
            return _EXPLAIN_HERE if self.here else _EXPLAIN_THERE
        if explicit:
            return _ALL_HERE if self.here else _ALL_THERE
        return _HERE if self.here else _THERE

    @property
    def plain(self) -> bool:
        """Whether ls or a glob would do if subfolders were not mentioned."""
        return all(part.group in ("name", "head") for part in self.criteria)

    def one(self) -> str:
        """The noun for a single one: "empty file in {dir} older than {days}"."""
        text = self.noun(explicit=True, predicates=False)
        for many, one in _SINGULAR.items():
            text = text.replace(many, one)
        return text

    def noun(self, explicit: bool = False, explain: bool = False, predicates: bool = True) -> str:
        """English for what is wanted and where: "empty files in {dir} older than {days}"."""
        where = self.place(explicit and self.plain, explain)
        adjectives = "".join(f"{part.adjective} " for part in self.criteria if part.adjective)
        base = adjectives + self.head.noun
        posts = [p.post for p in (self.head, *self.criteria) if p.post and not p.adjective]
        last = where.replace(",|", "|").replace(",]", "]")
        forms = [f"{base}{last}"]
        if posts:
            joined = _joined(posts)
            forms = [f"{base}{where} {joined}", f"{base} {joined}{last}"]
        if predicates and self.predicates and (posts or len(self.criteria) > 1):
            forms.append(f"{self.head.noun}{where} that {self.predicates}")
        return f"[{'|'.join(forms)}]{self.tail}"

    @property
    def predicates(self) -> str:
        """English such as "are empty and were modified in the last {days.last}"."""
        ares = [part.are for part in (self.head, *self.criteria) if part.are]
        return _joined(ares) if ares else ""

    @property
    def tail(self) -> str:
        """English that comes last."""
        return "".join(part.tail for part in self.parts)

    def question(self, which: str, explicit: bool = False) -> str:
        """English such as "which files in {dir} are empty?"."""
        where = self.place(explicit and self.plain)
        middle = f" {self.predicates}" if self.predicates else ""
        if not middle:
            where = f" [are|are there]{where}"
        return f"{which} {self.head.noun}{where}{middle}{self.tail}?"

    def top(self, s: Bound) -> str:
        """The path that is searched, within the world."""
        return "." if self.here else s.dir.lstrip("/").replace("~", "home")

    def setup(self, world: World, s: Bound) -> None:
        """Makes what meets all criteria, what fails one each, and the like outside of the place."""
        top = self.top(s)
        world.dir(top)
        folders = ["", "part1", "part2/deep"]
        for part in self.parts:
            part.setup(world, s)
        for number, folder in enumerate(folders):
            self.made(folder, number, s).put(world, top)
        number = len(folders)
        for part in self.parts:
            for spoil in part.bad:
                spec = self.made(f"part{number}", number, s)
                spoil(spec, s)
                self._check(spec, s)
                spec.put(world, top)
                number += 1
        if not self.here:
            self.made("", number, s).put(world, "beyond")

    def made(self, folder: str, number: int, s: Bound) -> Spec:
        """Something that is wanted; the number makes its name unique."""
        spec = Spec(folder, "item-" + "".join(chr(ord("a") + int(digit)) for digit in str(number)))
        for part in self.parts:
            part.good(spec, s)
        return spec

    def _check(self, spec: Spec, s: Bound) -> None:
        trial = World()
        spec.put(trial, self.top(s))
        wrong = posixpath.normpath(posixpath.join(self.top(s), spec.path))
        assert wrong not in self.paths(trial, s), f"{self.name}: {wrong} is no decoy"

    def paths(self, world: World, s: Bound) -> list[str]:
        """What is wanted, as paths of the world, sorted; the place itself where it fits."""
        top = self.top(s)
        root = Node("dir", mode=0o755) if top == "." else world[top]
        items = [Item(world, top, root, "")]
        for path in world.paths(top):
            inner = path if top == "." else path[len(top) + 1 :]
            items.append(Item(world, path, world[path], inner))
        return [i.path for i in items if all(part.holds(i, s) for part in self.parts)]

    def shown(self, path: str) -> str:
        """A path as find prints it."""
        return f"./{path}" if self.here and path != "." else path

    def matches(self, world: World, s: Bound) -> list[str]:
        """What find prints, sorted."""
        found = self.paths(world, s)
        assert found, f"{self.name} matches nothing"
        return sorted(map(self.shown, found))


def _joined(posts: Sequence[str]) -> str:
    if len(posts) == 1:
        return posts[0]
    if len(posts) == 2:
        return "[{0} and {1}|{1} and {0}]".format(*posts)
    return "[{0}, {1} and {2}|{2}, {0} and {1}]".format(*posts)
