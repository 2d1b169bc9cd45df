"""What find prints, piped on: filtered by extended expressions, cut by sed, put on one line, saved
in other ways.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    SORTED,
    Action,
    Effect,
    only,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import keep
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import FOLDER_UNSPACED, without_blanks
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.saved import FEW, SAVED, old_list
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.34
_ALL: Sequence[Search] = ((h.FILES,), (h.ANY,), (h.FILES, t.NEWER), (h.FILES, t.OLDER))


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_EXPRESSIONS, *_CUT, *_LINE, *SAVED):
        yield from action.tasks("find/piped")


def each(line: Callable[[str], str]) -> Effect:
    """A line for every path that is found."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        return any_order([line(path) for path in query.matches(world, s)])

    return expect


def _of_either(query: Query, world: World, s: Bound) -> list[str]:
    endings = (f".{s['ext'].data}", f".{s['ext2'].data}")
    return [path for path in query.matches(world, s) if path.endswith(endings)]


def _with_endings(query: Query, world: World, s: Bound) -> None:
    """Paths that end in one or the other, in another letter than the dot, and in more."""
    ends = (f".{s.ext}", f".{s.ext2}", f"x{s.ext}", f".{s.ext}.old")
    changes = [change for part in query.parts for change in (*part.also, *part.bad)]
    made = (*((keep, end) for end in ends), *((change, ends[0]) for change in changes))
    for number, (change, end) in enumerate(made, 500):
        spec = query.made("ends", number, s)
        change(spec, s)
        spec.stem, spec.ext = f"{spec.stem}{end}", ""
        spec.put(world, query.place.tops(s)[0])


def _beside_an_old_list(query: Query, world: World, s: Bound) -> None:
    _with_endings(query, world, s)
    old_list(query, world, s)


_EITHER = "\\.({ext}|{ext2})$"
_EXPRESSIONS = (
    Action(
        "either",
        block("""
            [list|find] <all> whose paths end in .{ext.raw} or .{ext2.raw}, [filtered by|with]
              grep -E
            pipe <all> [to|into|through] grep -E and keep those that end in .{ext.raw} or
              .{ext2.raw}
            use find and grep -E to list <all> that end in .{ext.raw} or .{ext2.raw}
            """),
        "",
        ["Lists the <np> and keeps those whose paths end in .{ext.raw} or .{ext2.raw}."],
        lambda query, world, s: any_order(_of_either(query, world, s)),
        ask=block("""
            <np>, only those that grep -E finds to end in .{ext.raw} or .{ext2.raw}
            paths of <np> through grep -E, ending .{ext.raw} or .{ext2.raw}
            how do I use grep -E to keep .{ext.raw} and .{ext2.raw} among <all>?
            I have <np>; grep -E should leave those that end in .{ext.raw} or .{ext2.raw}
            """),
        pipe=f" | grep -E '{_EITHER}'",
        setup=_with_endings,
        core=_ALL,
    ),
    Action(
        "either-saved",
        block("""
            [save|write] the list of <all> whose paths end in .{ext.raw} or .{ext2.raw} [to|into]
              {txt}, [filtered by|with] grep -E
            filter <all> by grep -E for .{ext.raw} or .{ext2.raw} at the end and [save|write] them
              [to|into] {txt}
            """),
        "",
        ["Writes the <np> whose paths end in .{ext.raw} or .{ext2.raw} to {txt}."],
        lambda query, world, s: world.file(s.txt, _of_either(query, world, s)) and None,
        ask=block("""
            <np> through grep -E, ending .{ext.raw} or .{ext2.raw}, into {txt}
            {txt} should list <all> that end in .{ext.raw} or .{ext2.raw}, by grep -E
            how do I write <all> to {txt}, by grep -E only those in .{ext.raw} or .{ext2.raw}?
            {txt}: <np>, grep -E for .{ext.raw} or .{ext2.raw} at the end
            I want a list {txt} of <np> that grep -E finds to end in .{ext.raw} or .{ext2.raw}
            """),
        pipe=f" | grep -E '{_EITHER}' > {{txt}}",
        setup=_beside_an_old_list,
        before=SORTED,
        places=(THERE,),
        core=_ALL[:3],
    ),
)
_CUT = (
    Action(
        "folder-only",
        block("""
            [list|print|show] <all> with the last part of each path cut off, by sed
            [list|print] the folder of each of the <np>, cut out of the path with sed
            pipe <all> through sed to [remove|drop] the [file name|last part] of each path
            """),
        "",
        ["Prints the paths of the <np> without their last part."],
        each(posixpath.dirname),
        ask=block("""
            <np>, only the part before the last slash, by sed
            how do I get the folders of <all> from their paths with sed?
            I need to know where <all> are, not their names; sed on the paths
            sed on the paths of <np>: last part away
            """),
        pipe=" | sed 's|/[^/]*$||'",
        core=((h.MATCHING,), (h.FILES, n.CALLED), (h.FILES,), (h.KIND,), (h.ANY, n.CALLED)),
    ),
    Action(
        "without-dot",
        block("""
            [list|print|show] <all> without ./ [in front|at the beginning|before the paths]
            [list|find] <all>, [and remove|dropping] the leading ./ [of each path|with sed|]
            pipe <all> through sed to [remove|drop|strip] the ./ at the beginning
            """),
        "",
        ["Lists the <np> without the ./ at the beginning."],
        each(lambda path: path.removeprefix("./")),
        ask=block("""
            <np>, no ./ in front
            how do I get rid of the ./ before <all>?
            a script does not like ./ at the beginning; <np> without it
            find prints ./ first; sed should cut that off <all>
            """),
        pipe=r" | sed 's|^\./||'",
        places=(HERE,),
        core=FEW,
    ),
)
# As the order in which find and xargs take names is not known, they are echoed in their own.
ECHO = """\
tools=$(mktemp -d)
printf '#!/bin/bash\\nprintf "%%s\\\\n" "$@" | sort | paste -sd " "\\n' >"$tools/echo"
chmod +x "$tools/echo"
PATH=$tools:$PATH"""


def on_a_line(query: Query, world: World, s: Bound) -> list[str]:
    """All paths, joined by blanks."""
    return [" ".join(query.matches(world, s))]


_ONE_LINE = Action(
    "line",
    block("""
        [print|list|show] <all> [on|in] [one|a single] line, with xargs[; no name has blanks|]
        [join|put] the paths of <all> [into|on] one line by piping them to xargs
        pipe <all> to xargs alone; [no name has blanks|their names have no spaces]
        """),
    "",
    ["Prints the paths of the <np> on one line."],
    on_a_line,
    ask=block("""
        <np> on one line, through xargs
        how do I get <all> on one line with xargs? no name has blanks
        I need the paths of <np> for a command line, one line, plain xargs
        <np>, line ends to blanks by xargs
        """),
    pipe=" | xargs",
    setup=without_blanks(lambda query, world, s: None),
    before=ECHO,
    core=tuple(one for one in FEW if n.CALLED not in one),
    slots=FOLDER_UNSPACED,
)
_LINE = (
    _ONE_LINE,
    only(
        _ONE_LINE,
        key="line-null",
        say=block("""
            [print|list|show] <all> on one line, with print0 and xargs -0
            [join|put] the paths of <all> [into|on] one line, safely [for|with] names with blanks
            pipe <all>, separated by null bytes, to xargs -0 alone
            """),
        ask=block("""
            <np> on one line, print0 and xargs -0
            how do I put <all> on one line with xargs -0?
            some names have blanks; <np> on one line all the same, by null bytes
            -print0, xargs -0: one line of <np>
            """),
        end="-print0",
        pipe=" | xargs -0",
        setup=lambda query, world, s: None,
        core=FEW,
        slots={},
    ),
    only(
        _ONE_LINE,
        key="line-echo",
        say=block("""
            [print|echo] <all> on one line, with -exec echo and +
            run a single echo on all [of the |]<np>
            [find|take] <all> and [give|pass] them to one echo
            """),
        ask=block("""
            <np> on one line, by -exec echo
            how do I make a single echo print <all>?
            one echo for <np>
            -exec echo and +: <np>
            """),
        end="-exec echo {} +",
        pipe="",
        setup=lambda query, world, s: None,
        core=FEW,
        slots={},
    ),
)
