"""Listing folders with ls: details, order, hidden names, the newest and the largest, counting."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import PLACES, Place, at_root, human, top
from bashcoder_mlx.corpora.synthetic.tasks.find_query import FOLDER
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import Node, World

_SHOW = "[list|show|display|print]"
_DETAILS = "[with details|in detail|in long format|with [their|all] details]"
_NEWEST = "[newest first|sorted by [date|time|modification time], newest first|by modification time|latest first]"
_OLDEST = (
    "[oldest first|sorted by [date|time|modification time], oldest first|with the newest last]"
)
_LARGEST = "[[largest|biggest] first|sorted by size|by size, [largest|biggest] first]"
_SMALLEST = "[smallest first|by size, smallest first|with the largest last|sorted by size in ascending order]"
_SIZES = "[human-readable|readable] sizes"
# Without what the machine decides: sizes of folders, groups, times, numbers of inodes, and the total.
_LONG = """awk '$1 != "total" {print $1, $3, $1 ~ /^d/ ? "-" : $5, $NF}'"""
_INODES = "awk '{print NF, $NF}'"

Entry = tuple[str, Node]


@dataclass(frozen=True)
class Style:
    """A way to list: flags, wording, and what comes out."""

    name: str
    flags: str
    says: Sequence[str]
    does: str
    key: Callable[[Entry], object] | None = lambda entry: 0
    """What it sorts by; None for the reverse order of the names."""
    show: Callable[[Entry, World], str] = lambda entry, world: entry[0]
    pipe: str = ""
    asks: Sequence[str] = ()
    mac: str | None = None
    kinds: bool = True
    """Whether it makes sense for the files of a kind."""
    folders: bool = True
    """Whether a folder may be among the entries: the size of one differs between machines."""
    weight: float = 1.0


def _long(size: Callable[[int], str], owner: str = "dev"):
    def show(entry: Entry, world: World) -> str:
        name, node = entry
        letters = "".join("rwx"[i % 3] if node.mode >> (8 - i) & 1 else "-" for i in range(9))
        folder = node.kind == "dir"
        return (
            f"{'d' if folder else '-'}{letters} {owner} {'-' if folder else size(node.size)} {name}"
        )

    return show


def _marked(entry: Entry, world: World) -> str:
    name, node = entry
    return name + ("/" if node.kind == "dir" else "*" if node.mode & 0o100 else "")


def _slashed(entry: Entry, world: World) -> str:
    return entry[0] + ("/" if entry[1].kind == "dir" else "")


def _age(entry: Entry) -> float:
    return entry[1].age


def _size(entry: Entry) -> int:
    return entry[1].size


def _reverse(key):
    return lambda entry: -key(entry)


def _natural(entry: Entry) -> str:
    return re.sub(r"\d+", lambda number: number[0].zfill(4), entry[0])


def _extension(entry: Entry) -> tuple[str, str]:
    return entry[0].rpartition(".")[2] if "." in entry[0] else "", entry[0]


_STYLES = (
    Style("plain", "", [f"{_SHOW} <F> <P>", "show me [what is|what's] <P:W>", f"{_SHOW} the contents <P:O>",
                        "[give me|get] a [listing|list] of <F> <P>"],
          "Lists the <E>", asks=["what [is|files are] <P:W>?", "[which|what] files are <P:W>?"], weight=4),
    Style("long", "-l", [f"{_SHOW} <F> <P> {_DETAILS}", f"{_SHOW} <F> <P> with [their|] permissions, owners, sizes and dates",
                         "show a [long|detailed] listing of <F> <P>"],
          "Lists the <E> in long format", show=_long(str), pipe=_LONG, asks=["details of <F> <P>"], weight=3),
    Style("long-human", "-lh", [f"{_SHOW} <F> <P> {_DETAILS} and {_SIZES}", f"{_SHOW} <F> <P> with {_SIZES}",
                                f"{_SHOW} <F> <P> with sizes in [KB and MB|K, M and G]"],
          "Lists the <E> in long format with readable sizes", show=_long(human), pipe=_LONG, weight=2),
    Style("newest", "-lt", [f"{_SHOW} <F> <P> {_DETAILS}, {_NEWEST}", f"{_SHOW} the details of <F> <P>, {_NEWEST}"],
          "Lists the <E> in long format, newest first", key=_age, show=_long(str), pipe=_LONG, weight=2),
    Style("oldest", "-ltr", [f"{_SHOW} <F> <P> {_DETAILS}, {_OLDEST}", f"{_SHOW} the details of <F> <P>, {_OLDEST}"],
          "Lists the <E> in long format, oldest first", key=_reverse(_age), show=_long(str), pipe=_LONG),
    Style("names-newest", "-t", [f"{_SHOW} [only|just] the names of <F> <P>, {_NEWEST}", f"{_SHOW} <F> <P> {_NEWEST}",
                                 "sort <F> <P> by [date|time], newest first"],
          "Lists the names of the <E>, newest first", key=_age,
          asks=["which files <P> [changed last|are the newest]?"], weight=2),
    Style("names-oldest", "-tr", [f"{_SHOW} [only|just] the names of <F> <P>, {_OLDEST}", f"{_SHOW} <F> <P> {_OLDEST}",
                                  "sort <F> <P> by [date|time], oldest first"],
          "Lists the names of the <E>, oldest first", key=_reverse(_age)),
    Style("largest", "-lhS", [f"{_SHOW} <F> <P> with {_SIZES}, {_LARGEST}", f"{_SHOW} <F> <P> {_LARGEST}, {_DETAILS} and {_SIZES}"],
          "Lists the <E> with readable sizes, largest first", key=_reverse(_size), folders=False, show=_long(human), pipe=_LONG, weight=2),
    Style("smallest", "-lhSr", [f"{_SHOW} <F> <P> with {_SIZES}, {_SMALLEST}", f"{_SHOW} <F> <P> {_SMALLEST}, {_DETAILS} and {_SIZES}"],
          "Lists the <E> with readable sizes, smallest first", key=_size, folders=False, show=_long(human), pipe=_LONG),
    Style("names-largest", "-S", [f"{_SHOW} [only|just] the names of <F> <P>, {_LARGEST}", f"{_SHOW} <F> <P> {_LARGEST}",
                                  "sort <F> <P> by size, [largest|biggest] first"],
          "Lists the names of the <E>, largest first", key=_reverse(_size), folders=False,
          asks=["which files <P> are the [largest|biggest]?"]),
    Style("names-smallest", "-Sr", [f"{_SHOW} [only|just] the names of <F> <P>, {_SMALLEST}", f"{_SHOW} <F> <P> {_SMALLEST}",
                                    "sort <F> <P> by size, smallest first"],
          "Lists the names of the <E>, smallest first", key=_size, folders=False),
    Style("backwards", "-r", [f"{_SHOW} <F> <P> in [reverse|reversed] [alphabetical|] order", f"{_SHOW} <F> <P> [from Z to A|sorted by name backwards|in descending order of name]"],
          "Lists the <E> in reverse order of their names", key=None),
    Style("one", "-1", [f"{_SHOW} <F> <P> one per line", f"{_SHOW} the names of <F> <P>, [one on each line|each on its own line|one per line]",
                        f"{_SHOW} <F> <P> in [one|a single] column"],
          "Lists the <E>, one per line", weight=2),
    Style("commas", "-m", [f"{_SHOW} <F> <P> separated by commas", f"{_SHOW} the names of <F> <P> with commas between them"],
          "Lists the <E> separated by commas", pipe="tr -d '\\n' | sed 's/, */\\n/g; s/$/\\n/'"),
    Style("inodes", "-i", [f"{_SHOW} <F> <P> with their inode numbers", f"{_SHOW} the inode numbers of <F> <P>"],
          "Lists the <E> with their inode numbers", pipe=_INODES, show=lambda entry, world: f"2 {entry[0]}",
          asks=["inode numbers of <F> <P>"]),
    Style("numeric", "-ln", [f"{_SHOW} <F> <P> with [numeric|numerical] [user and group ids|owner and group ids]",
                             f"{_SHOW} <F> <P> {_DETAILS}, [owners|users] and groups as numbers"],
          "Lists the <E> in long format with numeric owners and groups", show=_long(str, "1000"), pipe=_LONG),
    Style("marks", "-F", [f"{_SHOW} <F> <P> with a [mark|character] for their [type|kind]", f"{_SHOW} <F> <P> and mark [folders with / and programs with *|folders, links and programs]"],
          "Lists the <E> with a mark for their kind", show=_marked, kinds=False),
    Style("slashes", "-p", [f"{_SHOW} <F> <P> with a slash [after|behind] [folders|directories]", f"{_SHOW} <F> <P> and mark the [folders|directories] with a slash"],
          "Lists the <E> with a slash after folders", show=_slashed, kinds=False),
    Style("folders-first", "--group-directories-first", [f"{_SHOW} <F> <P> with [folders|directories] first", f"{_SHOW} [folders|directories] before files <P>"],
          "Lists the <E>, folders first", key=lambda e: e[1].kind != "dir", mac="", kinds=False),
    Style("folders-first-long", "-l --group-directories-first", [f"{_SHOW} <F> <P> {_DETAILS}, [folders|directories] first", f"{_SHOW} <F> <P> {_DETAILS} and with the [folders|directories] on top"],
          "Lists the <E> in long format, folders first", key=lambda e: e[1].kind != "dir", show=_long(str), pipe=_LONG, mac="", kinds=False),
    Style("by-extension", "-X", [f"{_SHOW} <F> <P> sorted by extension", "sort <F> <P> by [file|] extension", f"{_SHOW} <F> <P> grouped by [extension|type]"],
          "Lists the <E> sorted by extension", key=_extension, mac="", kinds=False),
    Style("natural", "-v", [f"{_SHOW} <F> <P> in natural order[, file2 before file10|]", f"{_SHOW} <F> <P> sorted by the numbers in their names", "sort <F> <P> by version number"],
          "Lists the <E> in natural order of the numbers in their names", key=_natural, mac="", kinds=False),
)  # fmt: skip
_NAMES = ("c10", "b", "c9", "d", "a")  # neither their ages nor their sizes are in this order


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for style in _STYLES:
        for place in PLACES:
            if style.kinds or not place.of_kind:
                yield _styled(style, place)
    for place in PLACES:
        yield from _extremes(place)


def _words(templates: Sequence[str], place: Place) -> list[str]:
    near = "in {dir}" if "dir" in place.argument else "[here|in this folder|in this directory]"
    of = "of {dir}" if "dir" in place.argument else "of [this folder|the current directory]"
    if place.of_kind:
        templates = [t for t in templates if "<P:" not in t and "files are" not in t]
        templates = [t.replace("which files <P>", "which {kind} <P>") for t in templates]
    else:
        templates = [t.replace("which files <P>", f"which files {near}") for t in templates]
    return place.says([t.replace("<P:W>", near).replace("<P:O>", of) for t in templates])


def _styled(style: Style, place: Place) -> Task:
    def expect(world: World, s: Bound) -> list[str]:
        found = place.entries(world, s)
        found = found[::-1] if style.key is None else sorted(found, key=style.key)
        return [style.show(entry, world) for entry in found]

    flags = f" {style.flags}" if style.flags else ""
    return text_task(
        f"files_list.{style.name}-{place.key}", _words(style.says, place), f"ls{flags}{place.argument}",
        [f"{style.does.replace('<E>', place.explained)}."],
        lambda world, s: _setup(world, s, style, place), expect, _words(style.asks, place),
        mac=style.mac, weight=style.weight * (0.7 if place.of_kind else 1), slots=_slots(place),
        before=at_root("ls", then=style.pipe),
    )  # fmt: skip


def _slots(place: Place) -> dict:
    return {} if place.of_kind else FOLDER


def _setup(world: World, s: Bound, style: Style, place: Place) -> None:
    folder = top(s)
    for index, name in enumerate(_NAMES):
        ext = s.kind if place.of_kind else ("zip", "txt", "csv")[index % 3]
        mode = (0o644, 0o755, 0o600)[index % 3]
        text = "x" * (index * 1777 % 5000 + 7)
        world.file(f"{folder}/{name}.{ext}", text, mode, days=index * 3 % 5 + 1)
    world.file(f"{folder}/.hidden", "secret", days=0.5)
    if place.of_kind:
        world.file(f"{folder}/near.{s.kind}x", "near", days=0.5)
    if style.folders:
        world.dir(f"{folder}/photos", days=3.5)
    if folder != ".":
        world.file("outside.txt", "no", days=0.5)


_EXTREMES = (
    (
        "newest",
        "-t",
        _age,
        "[newest|latest|most recent|most recently [changed|modified]]",
        "newest",
    ),
    ("oldest", "-tr", _reverse(_age), "[oldest|least recently [changed|modified]]", "oldest"),
    ("largest", "-S", _reverse(_size), "[largest|biggest]", "largest"),
    ("smallest", "-Sr", _size, "smallest", "smallest"),
)


def _extremes(place: Place) -> Iterator[Task]:
    where = place.where
    for name, flags, key, adjective, plain in _EXTREMES:
        one = (
            f"the {adjective} of the {{kind}} {where}"
            if place.of_kind
            else f"the {adjective} file {where}"
        )
        some = f"the {{count}} {adjective} {'{kind}' if place.of_kind else 'files'} {where}"
        end = place.explained.replace("entries", "files")
        for many, noun in ((False, one), (True, some)):
            count = "{count}" if many else "1"
            yield text_task(
                f"files_list.{name}-{'n' if many else 'one'}-{place.key}",
                [f"{_SHOW} {noun}", f"[find|get|show me] {noun}",
                 f"[print|give me] the name{'s' if many else ''} of {noun}"],
                f"ls {flags}{place.argument} | head -n {count}",
                [f"Prints the {'names of the {count} ' if many else 'name of the '}{plain} {end}."
                 if many else f"Prints the name of the {plain} "
                 + (f"of the {end}." if place.of_kind else end.replace("files", "file") + ".")],
                lambda world, s: _extremes_setup(world, s, place),
                lambda world, s, key=key: [
                    entry[0] for entry in sorted(place.entries(world, s), key=key)
                ][: s.count if "count" in s else 1],
                [f"{noun}", f"{'what are' if many else 'what is' if place.of_kind else 'which file is'} {noun}?"],
                slots=_slots(place), before=at_root("ls"), weight=1 if place.of_kind else 2,
            )  # fmt: skip


def _extremes_setup(world: World, s: Bound, place: Place) -> None:
    folder, number = top(s), (s.count if "count" in s else 2) + 2
    for index in range(number):  # 103 is a prime: no two ages or sizes are equal
        ext = s.kind if place.of_kind else ("txt", "csv")[index % 2]
        text = "x" * (index * 53 % 103 + 1)
        world.file(f"{folder}/f{index:03}.{ext}", text, days=index * 37 % 103 + 1)
        world.file(f"{folder}/.g{index:03}.{ext}", "x" * (index % 2 * 200), days=index % 2 * 200)
    if place.of_kind:
        world.file(f"{folder}/near.{s.kind}x", "x" * 300)
        world.file(f"{folder}/old.{s.kind}x", days=300)
    if folder != ".":
        world.file("outside.txt", days=300)
