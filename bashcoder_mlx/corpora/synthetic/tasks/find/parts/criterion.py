"""What can be asked of a file: one test of find, its English, and files that meet or fail it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Item, Spec
from bashcoder_mlx.trial.world import World

ORDER = ("depth", "head", "name", "path", "size", "time", "owner", "perm", "empty")
Change = Callable[[Spec, Bound], None]
Holds = Callable[[Item, Bound], bool]


def keep(spec: Spec, s: Bound) -> None:
    """No change."""


def changed(**values: object) -> Change:
    """A change of a spec that sets its attributes, to values or to what functions of s give."""

    def change(spec: Spec, s: Bound) -> None:
        for name, value in values.items():
            setattr(spec, name, value(s) if callable(value) else value)

    return change


def chain(*changes: Change) -> Change:
    """One change after the other."""

    def change(spec: Spec, s: Bound) -> None:
        for one in changes:
            one(spec, s)

    return change


@dataclass(frozen=True, eq=False)
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
    single: str = ""
    """`post` about a single file, where it is another: "whose name starts with {word}"."""
    good: Change = keep
    """Makes a file meet it."""
    also: Sequence[Change] = ()
    """Makes it meet it in other ways, such as at the edge."""
    bad: Sequence[Change] = ()
    """Each makes it fail it, at the edge where there is one."""
    holds: Holds = lambda item, s: True
    macos: str = ""
    """The test on macOS, where it is another."""
    macos_first: str = ""
    """An option of find on macOS."""
    adjective: str = ""
    """Before the noun: "empty"."""
    noun: str = ""
    """Of a head only."""
    one: str = ""
    """The noun about a single file."""
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


def either(one: Criterion, other: Criterion, key: str = "") -> Criterion:
    """Met by what meets one or the other, both of one kind."""

    def good(spec: Spec, s: Bound) -> None:
        (one if spec.folder else other).good(spec, s)

    return replace(
        one,
        key=key or f"{one.key}-or-{other.key}",
        test=rf"\( {one.test} -o {other.test} \)",
        post=f"[{one.post} or {other.post}|either {one.post} or {other.post}]",
        are=f"{one.are} or {other.are}",
        single=f"{one.single or one.post} or {other.single or other.post}",
        good=good,
        also=[
            *(chain(one.bad[0], change) for change in (other.good, *other.also)),
            *(chain(other.bad[0], change) for change in (one.good, *one.also)),
        ],
        bad=[chain(a, b) for a in one.bad[:2] for b in other.bad[:2]],
        holds=lambda item, s: one.holds(item, s) or other.holds(item, s),
        macos=rf"\( {one.macos or one.test} -o {other.macos or other.test} \)",
        setup=lambda world, s: (one.setup(world, s), other.setup(world, s)),
        slots={**one.slots, **other.slots},
    )


def negated(criterion: Criterion, post: str, are: str, good: Sequence[Change] = ()) -> Criterion:
    """Met by what does not meet the criterion; the English is another, and perhaps what makes a
    file meet it."""
    good = good or criterion.bad
    return replace(
        criterion,
        key=f"not{criterion.key}",
        test=f"! {criterion.test}",
        post=post,
        are=are,
        single="",
        adjective="",
        good=good[0],
        also=good[1:],
        bad=[criterion.good, *criterion.also],
        holds=lambda item, s: not criterion.holds(item, s),
        macos=f"! {criterion.macos}" if criterion.macos else "",
    )
