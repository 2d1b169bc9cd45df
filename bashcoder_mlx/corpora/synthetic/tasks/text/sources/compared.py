"""Sources that are lines of two files: those that both have, or one alone."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

_SORTED = "<(sort {txt}) <(sort {txt2})"


def _distinct(items: Items, s: Bound) -> Items:
    return sorted(set(items))


def _noise(name: str, s: Bound) -> list[str]:
    """Lines that come first and last in any order, with the words that a later stage looks for."""
    words = " ".join(s[word].data for word in ("word2", "word3") if word in s)
    return [f"0 {name} {words}", f"~ {name} {words}", f"~ {name} {'y' * 60}", f"0 {name}"]


def _both(world: World, s: Bound, items: Items) -> None:
    world.file(s.txt, [*_noise("one", s), *items[::-1], *_noise("one", s)])
    world.file(s.txt2, [*_noise("two", s)[::-1], *items[::2], *items[1::2], *_noise("two", s)])


def _alone(having: str, lacking: str) -> Callable[[World, Bound, Items], None]:
    """Items in the one file alone, other lines in the other or in both."""

    def build(world: World, s: Bound, items: Items) -> None:
        common = _noise("both", s)
        world.file(s[having].data, [*common, *items[::-1]])
        world.file(s[lacking].data, [*common[::-1], *_noise("other", s)])

    return build


def _often(s: Bound) -> int:
    """Oftener than any item."""
    return 12 + (s.count if "count" in s else 0)


def _listed(world: World, s: Bound, items: Items) -> None:
    near = ["0x0", "~x~", f"0 {items[0]}", f"~ {items[0]}"]
    world.file(s.txt, [*near, *items, *near * _often(s)])
    world.file(s.txt2, ["0.0", "~.~", *dict.fromkeys(items[::-1]), "aalii"])


def _unlisted(world: World, s: Bound, items: Items) -> None:
    near = [form for item in items for form in (f"{item[:-1]}.", item[1:] or "aalii")]
    world.file(s.txt, among(items, ["aardvark", "zebu"]))
    world.file(s.txt2, ["zebu", "aardvark", *dict.fromkeys(near)])


def _lines(name: str, run: str, where: str, gist: str, build, **more) -> Source:
    return Source(
        name=name,
        things="lines",
        thing="line",
        run=run,
        where=where,
        gist=gist,
        build=build,
        **more,
    )


SETS = (
    _lines(
        "both",
        f"comm -12 {_SORTED}",
        "that {txt} and {txt2} [both have|have in common|share]",
        "takes the lines that {txt} and {txt2} share (comm)",
        _both,
        emit=_distinct,
    ),
    _lines(
        "first-alone",
        f"comm -23 {_SORTED}",
        "that are only in {txt}, not in {txt2}",
        "takes the lines that only {txt} has, not {txt2} (comm)",
        _alone("txt", "txt2"),
        emit=_distinct,
    ),
    _lines(
        "second-alone",
        f"comm -13 {_SORTED}",
        "that are missing from {txt} but in {txt2}",
        "takes the lines that {txt} lacks and {txt2} has (comm)",
        _alone("txt2", "txt"),
        emit=_distinct,
        weight=0.15,
    ),
)
"""Sorted lines, by comm."""
KEPT = (
    _lines(
        "listed",
        "grep -Fxf {txt2} {txt}",
        "of {txt} that are lines of {txt2} too[ (with grep)|]",
        "takes the lines of {txt} that are in {txt2} (grep -Fxf)",
        _listed,
    ),
    _lines(
        "unlisted",
        "grep -vxFf {txt2} {txt}",
        "of {txt} that are no lines of {txt2}[ (with grep)|]",
        "takes the lines of {txt} that are not in {txt2} (grep -vxFf)",
        _unlisted,
    ),
)
"""Lines in the order of the file, by grep."""
