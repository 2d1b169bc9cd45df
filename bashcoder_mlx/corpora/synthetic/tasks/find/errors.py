"""Errors of find, such as folders that it may not read: hidden, kept in a file, filtered out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, outcome
from bashcoder_mlx.corpora.synthetic.tasks.find.details import SHORT_LS, as_ls
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import SORTED, Action, Effect
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.path_sizes import PATHS_AND_SIZES
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.62
_FEW: Sequence[Search] = (
    *((h.MATCHING,), (h.FILES,), (h.KIND,), (h.ANY, n.CALLED), (h.FILES, z.LARGER)),
    *((h.FILES, n.CALLED), (h.ANY_CASE,), (h.FILES, t.NEWER), (h.MATCHING_ANY_CASE,)),
)
_LISTED: Sequence[Search] = (
    *((h.FILES,), (h.FILES, o.OTHERS_WRITE), (h.FILES, o.GROUP_WRITE), (h.FILES, z.LARGER)),
    *((h.FILES, o.OWNER, o.OTHERS_WRITE), (h.MATCHING,), (h.KIND,), (h.FILES, t.OLDER)),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_HIDDEN, *_KEPT, *_FILTERED, PATHS_AND_SIZES):
        yield from action.tasks("find/errors")


def _locked(query: Query, world: World, s: Bound) -> None:
    """A folder that find may not read."""
    world.dir(f"{query.place.tops(s)[0]}/locked", 0o000)


def _failing(effect: Effect) -> Effect:
    """The same from a find that complains of the folder."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        return replace(outcome(effect(query, world, s)), status=1)

    return expect


def _found(query: Query, world: World, s: Bound) -> Outcome:
    return Outcome(query.matches(world, s), ordered=False)


def _saved(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, query.matches(world, s))


def _complaint(query: Query, s: Bound) -> str:
    return f"find: \u2018{query.place.tops(s)[0]}/locked\u2019: Permission denied\n"


def _complaint_saved(query: Query, world: World, s: Bound) -> Outcome:
    world.file(s.log, _complaint(query, s))
    return _found(query, world, s)


def _complaint_added(query: Query, world: World, s: Bound) -> Outcome:
    world.file(s.log, f"old line\n{_complaint(query, s)}")
    return _found(query, world, s)


def _old_log(query: Query, world: World, s: Bound) -> None:
    _locked(query, world, s)
    world.file(s.log, "old line\n")


def _old_list(query: Query, world: World, s: Bound) -> None:
    _locked(query, world, s)
    world.file(s.txt, "old line\n")


_QUIETLY = "[, hiding errors|, without error messages|, hiding what may not be read|, quietly]"
_HIDDEN = (
    Action(
        "hidden",
        block(f"""
            [find|list|show|print] <all>{_QUIETLY}
            [search|look] for <all>{_QUIETLY}
            [find|list] <all> and [discard|throw away] the error messages
            """),
        "",
        ["Lists the <np>, hiding error messages."],
        _failing(_found),
        ask=block("""
            <np>, no error messages please
            which <many>? hide the errors
            I only get Permission denied; how do I find <all> without any messages?
            <np>, stderr to /dev/null
            """),
        pipe=" 2>/dev/null",
        setup=_locked,
        core=_FEW,
    ),
    Action(
        "hidden-saved",
        block(f"""
            [save|write] the list of <all> [to|into] {{txt}}{_QUIETLY}
            [save|write] <all> [to|into] {{txt}} and [discard|throw away] the error messages
            find <all>, [save|write] them [to|into] {{txt}} and hide errors
            """),
        "",
        ["Writes the paths of the <np> to {txt}, hiding error messages."],
        _saved,
        ask=block("""
            <np> into {txt}, errors to /dev/null
            {txt} should hold the paths of <all>; I do not want to see any errors
            how do I save the list of <all> to {txt} without error messages on the screen?
            list of <np> in {txt}, no errors shown
            """),
        pipe=" 2>/dev/null > {txt}",
        setup=_old_list,
        before=SORTED,
        places=(THERE,),
        core=((h.ANY,), *_FEW[:6]),
    ),
    Action(
        "hidden-ls",
        block(f"""
            [list|show] <all> with [details|all details]{_QUIETLY}
            run ls -l on each of the <np>{_QUIETLY}
            [show|print] a long listing of <all> and [discard|throw away] error messages
            """),
        r"-exec ls -l {} \;",
        ["Shows the <np> in long format, hiding error messages."],
        _failing(as_ls(False)),
        ask=block("""
            <np> with ls -l, errors to /dev/null
            how do I see the details of <all> without error messages?
            owner, size and date of <np>, no errors shown
            I may not read every folder; details of <all>, without messages
            """),
        pipe=" 2>/dev/null",
        setup=_locked,
        before=SHORT_LS,
        core=_LISTED,
    ),
)
_KEPT = (
    Action(
        "errors-saved",
        block("""
            [find|list|show] <all> and [save|write|put] [errors|the error messages] [to|into] {log}
            [search|look] for <all>, with the errors in {log}
            [find|list] <all>; what goes wrong is to be written to {log}
            """),
        "",
        ["Lists the <np> and writes error messages to {log}."],
        _failing(_complaint_saved),
        ask=block("""
            <np>, stderr into {log}
            how do I find <all> and keep the error messages apart, in {log}?
            <np> on the screen, error messages in a new {log}
            I want to read the errors later: find <all> and let them go to {log}
            """),
        pipe=" 2> {log}",
        setup=_old_log,
        places=(THERE,),
        core=_FEW[:5],
        linux=True,
    ),
    Action(
        "errors-added",
        block("""
            [find|list|show] <all> and [append|add] [errors|the error messages] to {log}
            [search|look] for <all>, with the errors [appended|added] to {log}
            [find|list] <all>; what goes wrong is to be added at the end of {log}
            """),
        "",
        ["Lists the <np> and appends error messages to {log}."],
        _failing(_complaint_added),
        ask=block("""
            <np>, stderr at the end of {log}
            how do I find <all> and append the error messages to {log}?
            <np> on the screen, error messages after what {log} has already
            {log} has errors of earlier runs; find <all> and add the new ones
            """),
        pipe=" 2>> {log}",
        setup=_old_log,
        places=(THERE,),
        core=_FEW[:5],
        linux=True,
    ),
)
_DENIED = "[but not|except|without] the messages 'Permission denied'"
_FILTERED = (
    Action(
        "denied-filtered",
        block(f"""
            [find|list|show] <all> with all errors {_DENIED}
            [search|look] for <all> and filter out the lines with Permission denied, keeping other
              errors
            [find|list] <all> and show every error {_DENIED}
            """),
        "",
        ["Lists the <np> and all errors but denied permissions."],
        _found,
        ask=block("""
            <np>, all errors but Permission denied
            how do I find <all> and hide only the lines with Permission denied?
            find says Permission denied all the time; <np> and other errors, but not that
            <np>, stdout and stderr through grep -v 'Permission denied'
            """),
        pipe=" 2>&1 | grep -v 'Permission denied'",
        setup=_locked,
        core=_FEW[:6],
    ),
    Action(
        "denied-filtered-saved",
        block(f"""
            [save|write] <all> and all errors {_DENIED} [to|into] {{txt}}
            find <all>, filter out the lines with Permission denied and [save|write] the rest, other
              errors included, [to|into] {{txt}}
            """),
        "",
        ["Writes the <np> and all errors but denied permissions to {txt}."],
        _saved,
        ask=block("""
            <np> and all errors but Permission denied, into {txt}
            how do I save <all> to {txt} with the errors, those of Permission denied left out?
            {txt} should hold <all> and every error but Permission denied
            <np> into {txt}, both outputs through grep -v 'Permission denied'
            all that find says of <np> into {txt}, except Permission denied
            """),
        pipe=" 2>&1 | grep -v 'Permission denied' > {txt}",
        setup=_old_list,
        before=SORTED,
        places=(THERE,),
        core=((h.ANY,), *_FEW[:4]),
    ),
)
