"""Sources that are lines of files, all or some."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import GREPS, Items, Source
from bashcoder_mlx.trial.world import World

_CUT = (
    "count",
    "first",
    "last",
    "nth",
    "save",
    "top",
    "most",
    "more-than",
    "longest",
    "once",
    "repeated",
)
"""Stages that may not show where lines were cut off."""
_LENGTHS = ("lengths", "by-length-reverse")
"""Stages that tell lengths apart, which are of two digits all."""


def _two_files(world: World, s: Bound, items: Items) -> None:
    middle = len(items) // 2
    world.file(s.txt, items[:middle])
    world.file(s.txt2, items[middle:])
    world.file(f"{s.txt}.bak", ["aardvark", "aardvark", "99999"])


def _all_files(world: World, s: Bound, items: Items) -> None:
    middle = len(items) // 2
    world.file(f"a1.{s.ext}", items[:middle])
    world.file(f"b2.{s.ext}", items[middle:])
    for other in (f"c3.{s.ext}.bak", f"sub/d4.{s.ext}", f".hid.{s.ext}", "e5.other"):
        world.file(other, ["aardvark", "aardvark", "99999"])


def _matching(world: World, s: Bound, items: Items) -> None:
    world.file(s.log, among(items, ["nothing here", f"{s.word.swapcase()} other case", ""]))


def _matching_folded(world: World, s: Bound, items: Items) -> None:
    world.file(s.log, among(items, ["nothing here", s.word[:-1], ""]))


def _not_matching(world: World, s: Bound, items: Items) -> None:
    world.file(s.log, among(items, [f"aardvark {s.word}", f"{s.word}", f"z{s.word}z end"]))


def _settings(world: World, s: Bound, items: Items) -> None:
    world.file(s.conf, among(items, ["# aardvark=off", "#zebu=on", "# a=b"]))


def _head_of(world: World, s: Bound, items: Items) -> None:
    world.file(s.txt, [*items, *["aardvark", "zebu"] * 60])


def _tail_of(world: World, s: Bound, items: Items) -> None:
    world.file(s.log, [*["aardvark", "zebu"] * 60, *items])


SOURCES = (
    Source(
        name="lines",
        things="lines",
        thing="line",
        where="in <in>",
        file="{txt}",
        run="{txt}",
        build=lambda world, s, items: world.file(s.txt, items),
        gist="reads {txt}",
        plain=True,
        numeric=True,
        weight=1,
        never=("longest",),
    ),
    Source(
        name="cat",
        things="lines",
        thing="line",
        where="[of|in] {txt}, [piped from|read by] cat[,|]",
        run="cat {txt}",
        build=lambda world, s, items: world.file(s.txt, items),
        gist="prints {txt} (cat)",
        numeric=True,
        never=("save", "longest", "replaced", *GREPS[1:]),
        weight=0.2,
    ),
    Source(
        name="two-files",
        things="lines",
        thing="line",
        where="in {txt} and {txt2}[| together| taken together]",
        run="{txt} {txt2}",
        build=_two_files,
        gist="reads {txt} and {txt2}",
        many=True,
        numeric=True,
        never=("save", "last-one", *GREPS[1:]),
    ),
    Source(
        name="all-files",
        things="lines",
        thing="line",
        where="in [all|all the] {ext} files [here|in this folder|in the current directory]",
        run="*.{ext}",
        build=_all_files,
        gist="reads all {ext} files of the current directory",
        many=True,
        numeric=True,
        never=GREPS,
    ),
    Source(
        name="matching",
        things="lines",
        thing="line",
        where="in <in> [containing|with] {word}",
        file="{log}",
        run="grep {word} {log}",
        build=_matching,
        gist="takes the lines of {log} that contain {word} (grep)",
        emit=lambda items, s: [f"{item} {s.word} end" for item in items],
        tokens=False,
        never=(*GREPS, "last", "sort", "distinct", "save", "save-sorted", "longer", *_LENGTHS),
    ),
    Source(
        name="matching-folded",
        things="lines",
        thing="line",
        where="in <in> [containing|with] {word} in [any|upper or lower] case",
        file="{log}",
        run="grep -i {word} {log}",
        build=_matching_folded,
        gist="takes the lines of {log} with {word} in any case (grep -i)",
        emit=lambda items, s: [f"{item} {s.word.swapcase()} end" for item in items],
        tokens=False,
        never=(*GREPS, "last", "sort", "distinct", "save", "save-sorted", "longer"),
    ),
    Source(
        name="not-matching",
        things="lines",
        thing="line",
        where="in <in> [without|not containing] {word}",
        file="{log}",
        run="grep -v {word} {log}",
        build=_not_matching,
        gist="takes the lines of {log} without {word} (grep -v)",
        never=GREPS,
    ),
    Source(
        name="rows",
        header=True,
        things="rows",
        thing="row",
        where="in <in>",
        file="{csv}",
        remark=" [without [its header|the header line]|(skipping the header)|"
        "(not counting the header)]",
        run="tail -n +2 {csv}",
        build=lambda world, s, items: world.file(s.csv, ["zhead1,head2", *items]),
        gist="skips the header of {csv} (tail -n +2)",
        emit=lambda items, s: [f"{item},{len(item)}" for item in items],
    ),
    Source(
        name="settings",
        things="[non-comment lines|lines that are not comments]",
        thing="non-comment line",
        where="in <in>",
        file="{conf}",
        run="grep -v '^#' {conf}",
        build=_settings,
        gist="drops the comment lines of {conf} (grep -v '^#')",
        emit=lambda items, s: [f"{item}=on # set" for item in items],
        tokens=False,
        never=GREPS,
    ),
    Source(
        name="non-blank",
        things="[non-empty|non-blank] lines",
        thing="[non-empty|non-blank] line",
        where="in <in>",
        file="{txt}",
        run="grep . {txt}",
        build=lambda world, s, items: world.file(s.txt, "\n\n".join(["", *items, ""])),
        gist="drops the empty lines of {txt} (grep .)",
        never=GREPS,
    ),
    Source(
        name="head-of",
        things="lines",
        thing="line",
        where="[among|in] the first {line} lines of <in>",
        file="{txt}",
        run="head -n {line} {txt}",
        build=_head_of,
        gist="takes the first {line} lines of {txt} (head)",
        emit=lambda items, s: (items + ["zzz"] * s.line)[: s.line],
        never=_CUT,
    ),
    Source(
        name="tail-of",
        things="lines",
        thing="line",
        where="[among|in] the last {line} lines of <in>",
        file="{log}",
        run="tail -n {line} {log}",
        build=_tail_of,
        gist="takes the last {line} lines of {log} (tail)",
        emit=lambda items, s: (["zzz"] * s.line + items)[-s.line :],
        never=_CUT,
    ),
)
