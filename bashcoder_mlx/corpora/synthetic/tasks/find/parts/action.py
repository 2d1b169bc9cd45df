"""What is done with what find finds: the English, the end of the command, and its effect."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from bashcoder_mlx.corpora.synthetic import tasks as families
from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound, Plan, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, Search, some
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Spec
from bashcoder_mlx.trial.world import World

_EVERYWHERE = 4  # searches that an action goes with in all its places; others in one, by turns
Effect = Callable[[Query, World, Bound], Result]
Setup = Callable[[Query, World, Bound], None]
SORTED = """\
eval "unsorted_$(declare -f find)"
find() { unsorted_find "$@" | sort; }"""
"""Bash after which find prints in the order of names, where the order decides what follows."""


def no_setup(query: Query, world: World, s: Bound) -> None:
    """Nothing besides the files of the query."""


@cache
def query(search: Search, place: Place) -> Query:
    """The search in a place; one object for all that is done with it."""
    return Query(search[0], search[1:], place)


@dataclass(frozen=True)
class Action:
    """In its templates `<all>` is what is found with "all the" before it, `<np>` without, `<one>` a
    single one, `<many>` what follows "how many".
    """

    key: str
    say: Sequence[str]
    end: str
    """What stands after the tests."""
    explain: Sequence[str]
    """With `<np>`."""
    expect: Effect
    ask: Sequence[str] = ()
    pipe: str = ""
    macos: tuple[str, str] = ("", "")
    """The end and the pipe on macOS where they differ."""
    setup: Setup = no_setup
    others: Sequence[Setup] = ()
    """Setups of further trials."""
    without: str = ""
    """Keys of criteria and heads that it does not go with."""
    core: Sequence[Search] = CORE
    """The searches that it goes with."""
    share: int = 0
    """It goes with one in so many of the others too; with none where it is 0."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    places: Sequence[Place] = (HERE, THERE)
    linux: bool = False
    """Whether macOS has no form of it."""
    before: str = ""
    after: str = ""
    stdin: str = ""
    weight: float = 1.0

    def tasks(self, family: str) -> Iterator[Task]:
        """The tasks with every search that it goes with."""
        rest = some(self.key, self.share) if self.share else ()
        for number, search in enumerate(dict.fromkeys((*self.core, *rest))):
            places = (
                self.places if number < _EVERYWHERE else (self.places[number % len(self.places)],)
            )
            if not set(self.without.split()) & {part.key for part in search}:
                for place in places:
                    yield self._task(family, query(search, place))

    def _task(self, family: str, query: Query) -> Task:
        run = query.run(self.end, self.pipe, macos=self.macos)
        if self.linux and isinstance(run, dict):
            run = run["linux"]
        english, explained = query.english, query.english.explained
        return Task(
            name=f"{family}.{self.key}-{query.name}",
            say=[*map(english.sentence, self.say), *english.constraint_last(self.say[0])],
            ask=[*map(english.sentence, self.ask), *english.place_first(self.say[0])],
            run={"linux": run} if self.linux else run,
            explain=[text.replace("<np>", explained) for text in self.explain],
            plans=[self._plan(query, setup) for setup in (self.setup, *self.others)],
            slots=query.slots | self.slots,
            weight=self.weight / (1 + len(query.criteria)),
        )

    def _plan(self, query: Query, more: Setup) -> Plan:
        def setup(world: World, s: Bound) -> None:
            query.setup(world, s)
            more(query, world, s)

        # What a command complains of is seen, but not the questions that it asks.
        seen = "" if self.stdin else "exec 2>&1"
        return Plan(
            setup,
            lambda world, s: self.expect(query, world, s),
            before="\n".join(filter(None, (query.before, self.before, seen))),
            after=self.after,
            stdin=self.stdin,
        )


def new(family: str, actions: Iterable[Action], others: Iterable[str]) -> Iterator[Task]:
    """The tasks of the actions whose commands none of the other families has."""
    known = {str(task.run) for other in others for task in families.family(other)}
    for task in (task for action in actions for task in action.tasks(family)):
        if str(task.run) not in known:
            known.add(str(task.run))
            yield task


def wanted(query: Query, world: World, s: Bound) -> list[str]:
    """The paths that are found, as paths of the world."""
    found = query.paths(world, s)
    assert found, f"{query.name} matches nothing"
    return found


def more(change: Callable[[Spec, int], None], many: Callable[[Bound], int] = lambda s: s.count):
    """A setup that makes so many more files that are found, each changed by its number."""

    def setup(query: Query, world: World, s: Bound) -> None:
        # Out of order, as find may print files in the order in which they were made.
        total = many(s) + 2
        for number in sorted(range(total), key=lambda number: number * 7 % 10):
            spec = query.made("" if query.has("top") else f"more{number % 3}", 100 + number, s)
            change(spec, (number + 2) % total)  # neither the first nor the last by name
            spec.put(world, query.place.tops(s)[0])

    return setup


def alone(query: Query, world: World, s: Bound) -> None:
    """Leaves one of what is found, one at each edge where there are any and `count` allows it."""
    found = sorted(query.paths(world, s), key=lambda path: (query.is_at_edge(path), path))
    many = min(s.count if "count" in s else 1, max(1, sum(map(query.is_at_edge, found))))
    for path in found[:-many]:
        if path in world and not any(last.startswith(f"{path}/") for last in found[-many:]):
            world.remove(path)


def nothing_found(query: Query, world: World, s: Bound) -> None:
    """Removes all that is found."""
    for path in query.paths(world, s):
        if path in world:
            world.remove(path)


def beside(query: Query, world: World, s: Bound) -> None:
    """Makes {dir2}; where it lies below the place, with files in it that are not to be found."""
    world.dir(s.dir2)
    if query.place is HERE:
        spec = query.made(s.dir2, 40, s)
        spec.folder = s.dir2
        spec.put(world, ".")
        for name in ("kept.zzz", "kept too.zzz"):  # what a pattern without quotes becomes
            world.file(f"{s.dir2}/{name}", "kept\n")


def only(action: Action, **values: object) -> Action:
    """The action with other values."""
    return replace(action, **values)
