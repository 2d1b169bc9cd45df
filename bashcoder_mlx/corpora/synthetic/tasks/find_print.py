"""Printing about what find finds: counts, names, sizes, dates, contents."""

import hashlib
import stat
import time
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find_action import (
    MORE,
    Action,
    add_word,
    more,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Query
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import TEXTS
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_lists(), *_about(), *_of_texts()):
        yield from action.tasks()


def _each(line) -> object:
    """A function that gives a line for every file found, from its shown path and its node."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([line(query.shown(path), world[path]) for path in found])

    return expect


def _count(query: Query, world: World, s: Bound) -> str:
    return f"{len(wanted(query, world, s))}\n"


def _lists() -> list[Action]:
    return [
        Action(
            "count",
            ["count <all>", "[show|print|get|tell me] the number of <np>", "[show|print|find out] how many <many>",
             "[print|show] a count of the <np>"],
            "", ["[Counts|Prints the number of] the <np>."], _count,
            ask=["how many <many>?", "number of <np>", "count of <np>"],
            pipe=" | wc -l", sets=MORE, weight=3,
        ),
        Action(
            "sorted",
            ["[list|print|show|find] <all>, sorted [by path|alphabetically|by name]",
             "[list|print|show] <all> in alphabetical order", "get a sorted list of <np>"],
            "", ["Lists the <np>, sorted by path.", "Prints a sorted list of the <np>."],
            lambda query, world, s: query.matches(world, s),
            ask=["<np>, sorted [alphabetically|by name]"], pipe=" | sort",
        ),
        Action(
            "first-sorted",
            ["[list|print|show] the first {count} of the <np> in alphabetical order",
             "sort <all> by path and [show|print|keep] [only |]the first {count}"],
            "", ["Lists the <np> in alphabetical order, only the first {count}."],
            lambda query, world, s: query.matches(world, s)[: s.count],
            ask=["first {count} <np>, sorted alphabetically"], pipe=" | sort | head -n {count}",
            setup=more(lambda spec, k: None), without="called between",
        ),
        Action(
            "names",
            ["[list|print|show] [only|just] the [file |]names of <all>, without [their|the] "
             "[folders|paths]",
             "[list|print|find] <all>, [file |]names only, without [the|their] path",
             "[list|print|show] the base names of <all>"],
            r"-printf '%f\n'", ["Prints the names, without folders, of the <np>."],
            _each(lambda path, node: path.rpartition("/")[2]),
            ask=["base names of <np>", "names without paths of <np>"],
            macos=(r"-exec basename {} \;", ""),
        ),
        Action(
            "save",
            ["[save|write|put] [the list|a list] of <all> [to|into|in] {txt}",
             "find <all> and [save|write] the list [to|into] {txt}",
             "write the paths of <all> to {txt}"],
            "", ["Writes the paths of the <np> to {txt}."],
            _saved, pipe=" > {txt}", here=False, after="sort -o {txt} {txt}",
        ),
    ]  # fmt: skip


def _saved(query: Query, world: World, s: Bound) -> None:
    world.file(s.txt, query.matches(world, s))


def _about() -> list[Action]:
    return [
        Action(
            "sizes",
            ["[list|print|show] <all> with their sizes in bytes",
             "[print|show] the size in bytes and the path of <all>"],
            r"-printf '%s %p\n'", ["Prints size in bytes and path of the <np>."],
            _each(lambda path, node: f"{node.size} {path}"),
            ask=["sizes in bytes of <np>", "how big in bytes are the <np>?"],
            macos=(r"-exec stat -f '%z %N' {} +", ""),
        ),
        Action(
            "dates",
            ["[list|print|show] <all> with [the date they were last modified|their modification "
             "dates]",
             "[print|show] [modification date|the date of the last change] and path of <all>"],
            r"-printf '%TY-%Tm-%Td %p\n'",
            ["Prints the date of the last change and the path of the <np>."],
            _each(lambda path, node: f"{_day(node.age)} {path}"),
            ask=["modification dates of <np>"],
            macos=(r"-exec stat -t %Y-%m-%d -f '%Sm %N' {} +", ""),
        ),
        Action(
            "modes",
            ["[list|print|show] <all> with their [octal permissions|permissions in octal|numeric "
             "mode]",
             "[print|show] the [octal|numeric] permissions and the path of <all>"],
            r"-printf '%m %p\n'", ["Prints octal permissions and path of the <np>."],
            _each(lambda path, node: f"{node.mode:o} {path}"),
            ask=["octal permissions of <np>"], macos=(r"-exec stat -f '%Lp %N' {} +", ""),
            without="user",
        ),
        Action(
            "owners",
            ["[list|print|show] <all> [with|together with] [their owners|the name of their owner]",
             "[print|show] owner and path of <all>"],
            r"-printf '%u %p\n'", ["Prints the owner and the path of the <np>."],
            _each(lambda path, node: f"dev {path}"),
            ask=["owners of <np>", "who owns the <np>?"],
            macos=(r"-exec stat -f '%Su %N' {} +", ""), without="user",
        ),
        Action(
            "details",
            ["[list|show|print] <all> with [details|all details|permissions, owner, size and date]",
             "[show|print] [a long listing|the details] of <all> with [human-readable|readable] "
             "sizes",
             "[run|do] ls -lh on <all>"],
            "-exec ls -lh {} +", ["Shows the <np> in long format with readable sizes."],
            _long_listing, ask=["details of <np>", "ls -lh of <np>"], sets=MORE,
            before="export TIME_STYLE=+", without="called",
        ),
        Action(
            "total-size",
            ["[show|print|compute|calculate] the total size [in bytes |]of <all>",
             "[add up|sum up|sum] the sizes of <all>", "[show|print] how many bytes <all> take "
                                                       "up together"],
            r"-printf '%s\n'", ["Adds up the sizes of the <np>, in bytes."],
            lambda query, world, s: f"{sum(world[p].size for p in wanted(query, world, s))}\n",
            ask=["total size [in bytes |]of <np>", "how many bytes do the <np> have in total?"],
            pipe=" | awk '{s += $1} END {print s}'",
            macos=("-exec stat -f %z {} +", " | awk '{s += $1} END {print s}'"),
        ),
        Action(
            "checksums",
            ["[print|show|compute|calculate] the SHA-256 [checksum|hash|sum]s of <all>",
             "[print|show] [a|the] sha256 checksum for [each|every one] of the <np>"],
            "-exec sha256sum {} +", ["Prints the SHA-256 checksums of the <np>."],
            _each(lambda path, node: f"{hashlib.sha256(node.data).hexdigest()}  {path}"),
            ask=["sha256 of <np>"], macos=("-exec shasum -a 256 {} +", ""),
        ),
    ]  # fmt: skip


def _day(age: float) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(now().timestamp() - age))


def _long_listing(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    sizes = {path: _human(world[path].size) for path in found}
    width = max(map(len, sizes.values()))
    return any_order([
        f"{stat.filemode(world[path].mode | stat.S_IFREG)} 1 dev dev {sizes[path]:>{width}}  "
        f"{query.shown(path)}"
        for path in found
    ])  # fmt: skip


def _human(size: int) -> str:
    """As ls -h writes it: at most one decimal, rounded up."""
    if size < 1024:
        return str(size)
    tenths = -(-size * 10 // 1024)
    return f"{tenths / 10:.1f}K" if tenths < 100 else f"{-(-size // 1024)}K"


def _of_texts() -> list[Action]:
    """What is printed of contents, where the kinds of files are texts."""
    return [only(action, slots={**action.slots, **TEXTS}) for action in _contents()]


def _contents() -> list[Action]:
    no_word = "kindstarts contains kindcontains"
    return [
        Action(
            "lines-each",
            ["count the lines [of|in] each of the <np>", "count the lines of <all>, file by file",
             "[show|print] how many lines each of the <np> has"],
            "-exec wc -l {} +", ["Counts the lines of each of the <np>, and their total."],
            _line_counts, ask=["lines of each of the <np>", "how many lines does each of the "
                "<np> have?"],
        ),
        Action(
            "lines-total",
            ["count the [total |]lines of <all> [together|taken together|in total]",
             "[show|print] [the total number of lines|how many lines there are in total] in <all>"],
            "-exec cat {} +", ["Counts the lines of the <np>, all together."],
            lambda query, world, s: f"{_lines(query, world, s)}\n",
            ask=["how many lines do the <np> have [in total|altogether]?", "total lines of <np>"],
            pipe=" | wc -l",
        ),
        Action(
            "lines-xargs",
            ["count the lines of each of the <np>, [with|using] xargs",
             "[use find and xargs|use xargs] to count the lines of each of the <np>"],
            "-print0", ["Counts the lines of each of the <np> by means of xargs."],
            _line_counts, pipe=" | xargs -0 wc -l",
        ),
        Action(
            "containing",
            ["[list|find|show] <all> that contain the [word|text|string] {word2}",
             "[search|look] through <all> and [list|print] [only |]the names of those that "
             "contain {word2}",
             "[find|list] those of the <np> that [contain|mention] {word2}"],
            "-exec grep -l {word2} {} +", ["Lists the <np> that contain {word2}."],
            _containing, ask=["which of the <np> contain {word2}?"], setup=add_word,
            sets=[x for x in MORE if len(x) > 1], without=f"{no_word} starts ends called smaller "
            "between empty mode hidden skip nodots glob",
        ),
        Action(
            "containing-xargs",
            ["[list|find] <all> that contain {word2}, [with|using] [find and |]xargs",
             "[use find and xargs|pipe find into xargs grep] to list <all> that contain {word2}"],
            "-print0", ["Lists the <np> that contain {word2}, by means of xargs."],
            _containing, pipe=" | xargs -0 grep -l {word2}", setup=add_word,
            without=f"{no_word}",
        ),
        Action(
            "matching-lines",
            ["[search|grep|look] for {word2} in <all>, with file names and line numbers",
             "[show|print|find] the lines with {word2}, [with|and] their files and line numbers, "
             "in <all>"],
            "-exec grep -Hn {word2} {} +",
            ["Prints the lines with {word2} in the <np>, with file name and line number."],
            _matching_lines, setup=add_word, sets=[x for x in MORE if len(x) > 1],
            without=f"{no_word} starts ends called smaller between empty mode hidden skip nodots "
                    f"glob",
        ),
        Action(
            "heads",
            ["[show|print|display] the first {count} lines of each of the <np>",
             "[print|show] the [top|first] {count} lines of every one of the <np>"],
            r"-exec head -n {count} {} \;", ["Prints the first {count} lines of each of the <np>."],
            _heads, ask=["first {count} lines of each of the <np>"], setup=_lengthen,
        ),
    ]  # fmt: skip


def _line_counts(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    counts = {path: world[path].data.count(b"\n") for path in found}
    if len(found) == 1:
        return any_order([f"{counts[found[0]]} {query.shown(found[0])}"])
    width = len(str(sum(world[path].size for path in found)))
    lines = [f"{many:>{width}} {query.shown(path)}" for path, many in counts.items()]
    return any_order([*lines, f"{sum(counts.values()):>{width}} total"])


def _lines(query: Query, world: World, s: Bound) -> int:
    return sum(world[path].data.count(b"\n") for path in wanted(query, world, s))


def _containing(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    return any_order([query.shown(p) for p in found if s.word2 in world[p].text])


def _matching_lines(query: Query, world: World, s: Bound) -> Outcome:
    lines = []
    for path in wanted(query, world, s):
        for at, line in enumerate(world[path].lines, 1):
            if s.word2 in line:
                lines.append(f"{query.shown(path)}:{at}:{line}")
    return any_order(lines)


def _lengthen(query: Query, world: World, s: Bound) -> None:
    for path in world.files():
        text = "".join(f"line {k} of {path}\n" for k in range(s.count + 3))
        world[path].data = text.encode() + world[path].data


def _heads(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    return any_order([line for path in found for line in world[path].lines[: s.count]])
