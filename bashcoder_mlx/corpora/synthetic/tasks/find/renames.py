"""Names of what find finds changed by a Perl expression, with rename in all the ways to call it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import patterns as g
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    XARGS,
    Way,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.forms import IN_FOLDER
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.29
_STDIN = Way("-stdin", "", " | rename <run>", (), ", by names that rename reads", 0.4)
_WAYS: Sequence[tuple[Way, str]] = (
    (EACH, "[|, one at a time, with find -exec and rename|, by rename, called once for each]"),
    (
        ALL_AT_ONCE,
        "[, with one call of rename|, with rename, all at once|, by find -exec rename +]",
    ),
    (XARGS, "[, with xargs -0 and rename|, piped by find -print0 to xargs rename]"),
    (IN_FOLDER, "[, each in its own folder, by -execdir and rename|, with find -execdir rename]"),
    (_STDIN, "[, by piping the paths to rename|, with rename reading the names from find]"),
)


@dataclass(frozen=True)
class _Change:
    """A Perl expression, what it makes of a name, and how it is asked for."""

    key: str
    code: str
    name: Callable[[str, Bound], str]
    say: str
    explain: str
    searches: Sequence[Search]
    slots: dict[str, Slot]
    stems: Sequence[str]
    """Of more files, made of `<stem>`, that show what the expression does."""
    mark: str
    """In all names, also of what is not found, so that the expression would change them."""
    places: Sequence[Place] = (HERE, THERE)


_NAMED: tuple[Search, ...] = ((h.KIND,), (h.MATCHING,), (h.KIND_STARTS,), (h.KIND, p.TOP_ONLY))
_CHANGES = (
    _Change(
        "blanks",
        "'s/ /_/g'",
        lambda name, s: name.replace(" ", "_"),
        """
        replace [the |]spaces by underscores in the names of <all>
        [put|write] an underscore for every [space|blank] in the names of <all>
        rename <all> so that [underscores stand for spaces|spaces become underscores]
        [turn|change] [spaces|blanks] into underscores in the names of <all>
        """,
        "Replaces the blanks in the names of the <np> by underscores.",
        (
            *((h.FILES, g.BLANK), (h.KIND, g.BLANK), (h.FILES, g.BLANK, p.TOP_ONLY)),
            *((h.PAIR, g.BLANK), (h.FILES, g.BLANK, p.AT_MOST)),
        ),
        {},
        ["my <stem> and  more"],
        "",
    ),
    _Change(
        "extension",
        r"'s/\.[^.]*$/.{newext}/'",
        lambda name, s: f"{name.rpartition('.')[0]}.{s.newext}",
        """
        [change|rename] the extension of <all> to .{newext} by a Perl expression
        rename <all> so that they end in .{newext} instead, by the rename of Perl
        give <all> the extension .{newext} in place of their own, by an expression of rename
        put .{newext} in the place of the last extension of <all>, by an expression
        """,
        "Gives the <np> the extension .{newext} in the place of their own.",
        _NAMED,
        {"newext": one_of("text", "backup", "dat", "new", "out", "raw", "prev")},
        ["<stem>.v2"],
        "",
    ),
    _Change(
        "word",
        "'s/{old}/{new}/'",
        lambda name, s: name.replace(s.old, s.new, 1),
        """
        [replace|change] {old} [by|to] {new} in the names of <all>, by a Perl expression
        rename <all> so that {new} [stands for|replaces] {old}, by an expression of rename
        [substitute|put] {new} for {old} in the names of <all>, as Perl does
        in the names of <all>, [turn|change] {old} into {new} with the rename of Perl
        """,
        "Replaces {old} by {new} in the names of the <np>.",
        (*_NAMED, (h.KIND, t.OLDER)),
        {name: lambda draw, spaced: SLOTS["word"](draw, False) for name in ("old", "new")},
        ["<stem>x", "<stem>-{old}x"],
        "-{old}",
    ),
    _Change(
        "lower",
        "'y/A-Z/a-z/'",
        lambda name, s: name.lower(),
        """
        [turn|change] the names of <all> [to|into] lower case
        rename <all> to lower case
        make the names of <all> all lower case, as y does in Perl
        [write|put] the names of <all> in small letters
        """,
        "Turns the names of the <np> into lower case.",
        ((h.FILES, p.TOP_ONLY), (h.KIND, p.TOP_ONLY)),
        {},
        ["<stem>-Or-Small"],
        "-BIG",
        (HERE,),
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for change in _CHANGES:
        for way, said in _WAYS:
            for action in _actions(change, way, said):
                yield from action.tasks("find/renames")
    yield from _FOLDERS_TOO.tasks("find/renames")


def _actions(change: _Change, way: Way, said: str) -> Iterator[Action]:
    base = Action(
        change.key,
        [text + said for text in block(change.say)],
        "",
        [change.explain],
        _renamed(change.name),
        setup=_with_stems(change),
        slots={**change.slots, "dir": lambda draw, spaced: SLOTS["dir"](draw, False)},
        places=change.places,
        linux=True,
    )
    run = change.code if way is _STDIN else f"rename {change.code}"
    for action in ways(base, run, way):
        core = change.searches if way in (EACH, _STDIN) else change.searches[:2]
        yield replace(action, say=base.say, ask=base.ask, core=core)


def _renamed(name: Callable[[str, Bound], str]):
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in sorted(wanted(query, world, s), reverse=True):  # what is in a folder first
            folder, slash, last = path.rpartition("/")
            world.move(path, f"{folder}{slash}{name(last, s)}")

    return expect


def _with_stems(change: _Change):
    """More files that are found, with what is to be changed in their names."""

    def setup(query: Query, world: World, s: Bound) -> None:
        for number, form in enumerate(change.stems, 200):
            spec = query.made("part1", number, s)
            spec.stem = s.fill(form.replace("<stem>", spec.stem))
            spec.put(world, query.place.tops(s)[0])
        _mark(world, query.place.tops(s)[0], s.fill(change.mark))
        if query.has("blank"):  # rename cannot do without the folder of a path that it changes
            spec = query.made("a folder", 210, s)
            spec.folder, spec.stem = "a folder", "plain"
            spec.put(world, query.place.tops(s)[0])

    return setup


def _mark(world: World, top: str, mark: str) -> None:
    for path in sorted(world.paths(top), reverse=True):
        folder, slash, name = path.rpartition("/")
        stem, dot, ext = name.partition(".")
        if mark and "item" in stem:
            world.move(path, f"{folder}{slash}{stem}{mark}{dot}{ext}")


def _nested(query: Query, world: World, s: Bound) -> None:
    top = query.place.tops(s)[0]
    world.file(f"{top}/my folder/in my folder/a b.txt", "x\n")
    world.file(f"{top}/my folder/plain.txt", "x\n")


_FOLDERS_TOO = Action(
    "folders",
    block("""
        replace [the |]spaces by underscores in the names of <all>, each in its own folder
        rename <all> so that underscores stand for spaces, with -execdir and rename
        use find -depth and -execdir rename to [turn|change] spaces into underscores in <all>
        [find|take] <all> and put underscores for the blanks, by rename called where each lies
        """),
    r"-execdir rename 's/ /_/g' {} \;",
    ["Replaces the blanks in the names of the <np> by underscores."],
    _renamed(lambda name, s: name.replace(" ", "_")),
    setup=_nested,
    core=((h.ANY, g.BLANK, u.DEEPEST_FIRST), (h.FOLDERS, g.BLANK, u.DEEPEST_FIRST)),
    linux=True,
)
