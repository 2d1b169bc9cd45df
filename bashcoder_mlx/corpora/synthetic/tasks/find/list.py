"""Listing what find finds: every search, here, in a folder, in two, on the whole system."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, ROOT, THERE, TWO, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, Search, combined, searches

WEIGHT = 3.3
_SAY = (
    "[find|find|find|locate|search for|look for|list|list|show|get|print|show me|give me|display"
    "|list the paths of|print the paths of|show the paths of] <all>"
)
_SEARCH = "[search|look through|scan|go through|check] <place> for [all |any |]<bare>"
_ASK = (
    "[which|what] <many>?",
    "[are there any|do I have any|I need [all|the]|I am looking for|where are the||||] <np>",
    "I have lost track of <all>; where are they?",
    "I want see <np>, with find",
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for search, weight in searches():
        yield _listing(search, HERE, weight)
        yield _listing(search, THERE, weight)
    for number, (search, weight) in enumerate(combined()):
        yield _listing(search, (HERE, THERE)[number // 2 % 2], 2 * weight)
    for search, weight in _elsewhere():
        yield _listing(search, TWO, weight * 0.5)
        yield _listing(search, ROOT, weight)


def _elsewhere() -> Iterator[tuple[Search, float]]:
    """What is looked for in two folders, or everywhere."""
    keys = "called icalled contains icontains larger user nouser setuid special glob empty mode"
    for search, weight in searches():
        alone = len(search) == 2 and search[1].key in keys.split()
        core = search in CORE and search != (h.KIND, p.TOP_ONLY)
        if core or (alone and search[0] in (h.FILES, h.FOLDERS, h.ANY, h.KIND)):
            yield search, weight


def _listing(search: Search, place: Place, weight: float) -> Task:
    found = query(search, place)
    english = found.english
    plain = english.sentence(_SAY)
    whole = [] if english.moved else [_SEARCH.replace("<place>", place.whole)]
    return Task(
        name=f"find/list.{found.name}",
        say=[plain, plain, *map(english.sentence, whole), *english.constraint_last(_SAY)],
        ask=[*map(english.sentence, _ASK), *english.place_first(_SAY)],
        run=found.run(),
        explain=[
            "[Finds|Lists|Searches for|Prints the paths of|Shows the paths of] "
            f"[all |all the |the |]{english.explained}."
        ],
        setup=found.setup,
        expect=lambda world, s: _printed(found, world, s),
        slots=found.slots,
        before=found.before,
        weight=weight,
    )


def _printed(found: Query, world, s) -> Outcome:
    status = 1 if found.place.errors else 0
    return Outcome(found.matches(world, s), ordered=False, status=status)
