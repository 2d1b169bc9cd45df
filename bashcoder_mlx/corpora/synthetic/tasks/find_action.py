"""What is done with what find finds: the English, the end of the command, and its effect."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks import find_criteria as c
from bashcoder_mlx.corpora.synthetic.tasks import find_heads as h
from bashcoder_mlx.corpora.synthetic.tasks import find_names as n
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Criterion, Query
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import Spec
from bashcoder_mlx.trial.world import World

ALL = "[all |all the |the |]"

CORE: Sequence[Sequence[Criterion]] = (
    (h.FILES,), (h.KIND,), (h.PAIR,), (h.KIND_STARTS,),
    (h.FILES, c.LARGER), (h.FILES, c.OLDER), (h.FILES, c.NEWER), (h.FILES, n.CONTAINS),
    (h.FILES, c.OWNER), (h.KIND, c.OLDER), (h.KIND, c.NEWER), (h.KIND, c.LARGER),
    (h.KIND, n.TOP_ONLY), (h.KIND, n.SKIPPING), (h.FILES, c.LARGER, c.OLDER),
)  # fmt: skip
MORE: Sequence[Sequence[Criterion]] = (
    *CORE, (h.NOT_KIND,), (h.ANY_CASE,), (h.TRIPLE,), (h.KIND_CONTAINS,), (h.FILES, n.STARTS),
    (h.FILES, n.GLOB), (h.FILES, n.ENDS), (h.FILES, n.HIDDEN), (h.FILES, c.EMPTY),
    (h.KIND, c.EMPTY), (h.FILES, c.SMALLER), (h.KIND, c.SMALLER), (h.FILES, c.BETWEEN),
    (h.FILES, c.NEWER_MINUTES), (h.KIND, c.NEWER_MINUTES), (h.FILES, c.NEWER_FILE),
    (h.FILES, c.AFTER_DATE), (h.KIND, c.BEFORE_DATE), (h.FILES, c.NOT_ACCESSED), (h.KIND, c.OWNER),
    (h.FILES, c.MODE), (h.FILES, c.EXECUTABLE), (h.FILES, c.OTHERS_WRITE), (h.KIND, n.AT_MOST),
    (h.KIND, n.PRUNING), (h.KIND, n.NO_HIDDEN_PATHS), (h.KIND, c.LARGER, c.OLDER),
    (h.PAIR, c.OLDER), (h.PAIR, c.LARGER), (h.NOT_KIND, c.OLDER), (h.FILES, c.OLDER, n.SKIPPING),
    (h.KIND_STARTS, c.OLDER), (h.KIND, c.OLDER, n.TOP_ONLY), (h.KIND, c.OLDER, c.OWNER),
    (h.FILES, c.NEWER, n.SKIPPING), (h.FILES, n.CALLED), (h.FILES, c.LARGER, c.NEWER),
)  # fmt: skip


def no_setup(query: Query, world: World, s: Bound) -> None:
    """Nothing besides the files of the query."""


@dataclass(frozen=True)
class Action:
    """In its templates `<all>` is what is found with "all the" before it, `<np>` without,
    `<one>` a single one, `<many>` what follows "how many".
    """

    key: str
    say: Sequence[str]
    end: str
    """What stands after the tests."""
    explain: Sequence[str]
    """With `<np>`."""
    expect: Callable[[Query, World, Bound], Result]
    ask: Sequence[str] = ()
    pipe: str = ""
    macos: tuple[str, str] = ("", "")
    """The end and the pipe on macOS where they differ."""
    setup: Callable[[Query, World, Bound], None] = no_setup
    without: str = ""
    """Keys of criteria and heads that it does not go with."""
    sets: Sequence[Sequence[Criterion]] = CORE
    slots: Mapping[str, Slot] = field(default_factory=dict)
    here: bool = True
    """Whether it is done here."""
    there: bool = True
    """Whether it is done in {dir}."""
    before: str = ""
    after: str = ""
    stdin: str = ""
    weight: float = 1.0

    def tasks(self) -> Iterator[Task]:
        """The tasks with every set of criteria that it goes with."""
        for head, *criteria in self.sets:
            keys = {head.key, *(part.key for part in criteria)}
            if not keys & set(self.without.split()):
                if self.here:
                    yield self._task(Query(head, tuple(criteria), here=True))
                if self.there:
                    yield self._task(Query(head, tuple(criteria), here=False))

    def _task(self, query: Query) -> Task:
        def setup(world: World, s: Bound) -> None:
            query.setup(world, s)
            self.setup(query, world, s)

        return Task(
            name=f"find.{self.key}-{query.name}",
            say=[self._english(text, query) for text in self.say],
            ask=[self._english(text, query) for text in self.ask],
            run=query.run(self.end, self.pipe, macos=self.macos),
            explain=[text.replace("<np>", query.noun(explain=True)) for text in self.explain],
            setup=setup,
            expect=lambda world, s: self.expect(query, world, s),
            slots=query.slots | self.slots,
            before=f"{query.before}\n{self.before}",
            after=self.after,
            stdin=self.stdin,
            weight=self.weight / (1 + len(query.criteria)),
        )

    def _english(self, text: str, query: Query) -> str:
        noun = query.noun(explicit=True)
        text = text.replace("<all>", ALL + noun).replace("<np>", noun)
        text = text.replace("<one>", query.one())
        return text.replace("<many>", query.question("", explicit=True).strip(" ?"))


def wanted(query: Query, world: World, s: Bound) -> list[str]:
    """The paths that are found, as paths of the world."""
    found = query.paths(world, s)
    assert found, f"{query.name} matches nothing"
    return found


def more(change: Callable[[Spec, int], None], many: Callable[[Bound], int] = lambda s: s.count):
    """A setup that makes so many more files that are found, each changed by its number."""

    def setup(query: Query, world: World, s: Bound) -> None:
        for number in range(many(s) + 2):
            flat = query.has("top")
            spec = query.made("" if flat else f"more{number % 3}", 60 + number, s)
            change(spec, number)
            spec.put(world, query.top(s))

    return setup


def add_word(query: Query, world: World, s: Bound) -> None:
    """Puts the word into every second file, found or not."""
    found = wanted(query, world, s)
    others = [path for path in world.files() if path not in found]
    for paths in (found, others):
        for path in paths[::2]:
            world[path].data += f"say {s.word2} now\n{s.word2.swapcase()}\n".encode()


def beside(query: Query, world: World, s: Bound) -> None:
    """Makes {dir2}; where it lies below the place, with a file in it that is not to be found."""
    world.dir(s.dir2)
    if query.here:
        query.made(s.dir2, 40, s).put(world, ".")


def only(action: Action, **values: object) -> Action:
    """The action with other values."""
    return replace(action, **values)
