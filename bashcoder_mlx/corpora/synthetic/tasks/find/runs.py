"""Searching, deleting, permissions and printing with find, where a request names the form."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Effect, new, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.forms import PRINTED, Run
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import TEXTS, hold_in_turn
from bashcoder_mlx.trial.world import World

WEIGHT = 0.79
_OTHERS = ("find/contents", "find/delete", "find/details", "find/lines", "find/permissions")


def tasks() -> Iterator[Task]:
    """All tasks of this family: what the others of find have no task for."""
    actions = (action for run in _RUNS for action in run.actions())
    yield from new("find/runs", actions, _OTHERS)


def _mode(slot: str) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            if path != ".":
                world[path].mode = int(s[slot].data, 8)

    return expect


def _executable(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        world[path].mode |= 0o111


def _remove(query: Query, world: World, s: Bound) -> None:
    for path in wanted(query, world, s):
        if path in world:
            world.remove(path)


def _names(query: Query, world: World, s: Bound) -> Outcome:
    return any_order(query.matches(world, s))


def _contents(query: Query, world: World, s: Bound) -> Outcome:
    return any_order([line for path in wanted(query, world, s) for line in world[path].lines])


def _grep(shown: str, fold: bool = False) -> Effect:
    """Lines that hold the word, with what stands before each; or paths alone, for "names"."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        lines = []
        for path in wanted(query, world, s):
            texts = world[path].lines
            found = [x for x in texts if s.word2 in x or (fold and s.word2.lower() in x.lower())]
            before = "" if shown == "lines" else f"{query.shown(path)}:"
            if shown == "names":
                lines += [query.shown(path)] * bool(found)
            else:
                lines += [before + line for line in found]
        return any_order(lines)

    return expect


def _prepare(query: Query, world: World, s: Bound) -> None:
    """Files that hold the word in its case, in another, or not; and all others with it."""
    for number in range(2):
        query.made(f"more{number}", 101 + number, s).put(world, query.place.tops(s)[0])
    texts = (f"say {s.word2} now\n{s.word2}\n", f"{s.word2.swapcase()}\n", "none\n")
    hold_in_turn(texts, query, world, s)


_TOP: tuple[Search, ...] = ((h.FILES,), (h.KIND,), (h.MATCHING,), (h.FILES, n.CALLED))
_MORE: tuple[Search, ...] = (
    *((h.MATCHING_ANY_CASE,), (h.ANY_CASE,), (h.MATCHING, p.AT_MOST), (h.PAIR,)),
    *((h.FILES, p.TOP_ONLY), (h.KIND, t.NEWER), (w.EITHER_GROUPED,), (h.NOT_KIND,)),
)
_OLD: tuple[Search, ...] = (
    *((h.MATCHING, t.OLDER), (h.MATCHING, t.NEWER), (h.FILES, t.NOT_ACCESSED), (h.KIND, t.OLDER)),
    *((h.FILES, t.OLDER), (h.FILES, t.STATUS_OLDER), (h.FILES, z.EMPTY), (h.FILES, z.LARGER)),
    *((h.MATCHING, p.TOP_ONLY), (w.EITHER_GROUPED, t.NOT_ACCESSED)),
)
_MODES: tuple[Search, ...] = (
    *((h.FILES, o.MODE), (h.FILES, o.NOT_MODE), (h.FILES, p.TOP_ONLY), (h.MATCHING, o.MODE)),
    (h.FILES, p.AT_MOST),
)
_FOLDERS: tuple[Search, ...] = ((h.FOLDERS,), (h.FOLDERS, p.AT_MOST), (h.FOLDERS, n.FOLDER_CALLED))
_TREES: tuple[Search, ...] = (
    *((h.FOLDERS, n.FOLDER_CALLED), (h.ANY, n.CALLED), (h.FOLDERS, n.STARTS)),
    (h.FOLDERS, n.CONTAINS),
)
_WITH_WORD = {"setup": _prepare, "slots": TEXTS, "without": "empty"}
_FOLDER_MODES = {"slots": {"foldermode": one_of("755", "750", "775", "700", "711")}}
_GREPS = (
    ("grep {word2}", "Runs grep for {word2} on the <np>.", "path", False),
    ("grep -i {word2}", "Runs grep for {word2} in any case on the <np>.", "path", True),
    ("grep -l {word2}", "Lists the <np> that contain {word2}.", "names", False),
    ("grep -H {word2}", "Prints the lines with {word2} in the <np>, with paths.", "path", False),
    ("grep -il {word2}", "Lists the <np> with {word2} in any case.", "names", True),
    ("grep -F {word2}", "Runs grep -F for {word2} on the <np>.", "path", False),
    ("grep -E {word2}", "Runs grep -E for {word2} on the <np>.", "path", False),
)


def _greps() -> Iterator[Run]:
    for number, (words, explain, shown, fold) in enumerate(_GREPS):
        searches = (*_TOP, *(_MORE if number < 3 else _MORE[:3]))
        bare = "lines" if shown == "path" and words != "grep -H {word2}" else shown
        yield Run(words, explain, _grep(bare, fold), [(EACH, searches)], _WITH_WORD)
        rest = [(way, searches) for way in (ALL_AT_ONCE, XARGS, PLAIN_XARGS)]
        if words != "grep -H {word2}":  # which shows the paths of several files anyway
            yield Run(words, explain, _grep(shown, fold), rest, _WITH_WORD)


def _changes() -> Iterator[Run]:
    for words in ("rm", "rm -f"):
        found = [
            *((EACH, (*_TOP, *_MORE, *_OLD)), (XARGS, (*_TOP, *_OLD))),
            *((PLAIN_XARGS, (*_TOP, *_OLD[:6])), (PRINTED, (*_TOP, *_OLD[:4]))),
        ]
        yield Run(words, f"Runs {words} on the <np>.", _remove, found)
    trees = [(way, _TREES) for way in (ALL_AT_ONCE, XARGS, PLAIN_XARGS)]
    yield Run("rm -rf", "Removes the <np>, with all in them.", _remove, trees)
    modes = [(way, (*_TOP, *_MODES)) for way in (EACH, XARGS, PLAIN_XARGS, PRINTED)]
    explain = "Sets the permissions of the <np> to {mode2}."
    yield Run("chmod {mode2}", explain, _mode("mode2"), [*modes, (ALL_AT_ONCE, _MODES)])
    explain = "Sets the permissions of the <np> to {foldermode}."
    folders = [(way, _FOLDERS) for way in (EACH, XARGS, PLAIN_XARGS, PRINTED)]
    yield Run("chmod {foldermode}", explain, _mode("foldermode"), folders, _FOLDER_MODES)
    found = [(way, (*_TOP, *_MORE[:4])) for way in (EACH, XARGS, PLAIN_XARGS, ALL_AT_ONCE)]
    found.append((PRINTED, _TOP[:3]))
    yield Run("chmod +x", "Makes the <np> executable.", _executable, found)


def _printers() -> Iterator[Run]:
    found = [(way, (*_TOP, *_MORE[:4])) for way in (EACH, XARGS, PLAIN_XARGS, ALL_AT_ONCE)]
    yield Run("cat", "Prints the contents of the <np>.", _contents, found)
    yield Run("ls", "Runs ls on the <np>.", _names, found)


_RUNS = (*_greps(), *_changes(), *_printers())
