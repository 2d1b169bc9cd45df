"""Sources that are what the machine tells: commands typed, owners of processes, kinds of files.

The sandbox has no history, other users or their processes: where a pipeline is tried, a function
with the name of the command prints a file instead, if it is called as it should be.
"""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

LISTING = ".listing"
_UNSUITED = ("tally-case", "lower", "upper", "lower-count", "lower-distinct", "lower-top")


def stand_in(command: str) -> str:
    """Bash that defines the command as one that prints the listing."""
    name, _, arguments = command.partition(" ")
    return f'{name}() {{ [ "$*" = "{arguments}" ] && cat {LISTING}; }}'


def _listing(line: str) -> Callable[[World, Bound, Items], None]:
    """A listing with lines like this, an item in the place of <>."""

    def build(world: World, s: Bound, items: Items) -> None:
        lines = [line.replace("<>", x).replace("<n>", str(n)) for n, x in enumerate(items)]
        world.file(LISTING, lines)

    return build


def _typed(world: World, s: Bound, items: Items) -> None:
    world.file(LISTING, [f"{n:5d}  {item} -x {n}" for n, item in enumerate(items, 998)])


def _files(world: World, s: Bound, items: Items) -> None:
    for index, item in enumerate(items):
        world.file(f"{s.dir}/{'sub/' * (index % 3)}a.b{index}.{item}", "x\n")
    for number in range(max(map(items.count, items)) + 3):  # more than there are of any item
        world.file(f"{s.dir}/n{number}.zz/README", "x\n")
    world.file("beyond.zz", "x\n")


SOURCES = (
    Source(
        name="history",
        things="commands",
        thing="command",
        where="[in my history|in my shell history|in the history of this shell|in the history]",
        run="history | awk '{print $2}'",
        build=_typed,
        gist="takes the command names from the history",
        before=stand_in("history"),
        weight=0.5,
        never=("top-ten", "count", "save", "nth", "first", "last", *_UNSUITED),
    ),
    Source(
        name="owners",
        things="[owners|users]",
        thing="[owner|user]",
        where="of the running processes",
        run="ps -eo user=",
        build=_listing("<>"),
        gist="lists the owner of each process (ps)",
        before=stand_in("ps -eo user="),
        weight=0.2,
        never=("count", "save", "nth", "first", "last", *_UNSUITED),
    ),
    Source(
        name="sessions",
        things="[user names|users]",
        thing="[user name|user]",
        where="in the list of [open |]sessions (who)",
        run="who | awk '{print $1}'",
        build=_listing("<>   pts/<n>   2024-05-17 10:30 (192.0.2.7)"),
        gist="takes the user of each session (who)",
        before=stand_in("who"),
        weight=0.15,
        never=("count", "save", "nth", "first", "last", "distinct", *_UNSUITED),
    ),
    Source(
        name="extensions",
        things="file extensions",
        thing="file extension",
        where="[in|below|under] {dir}[| and its subfolders]",
        run="find {dir} -type f -name '*.*' | sed 's/.*\\.//'",
        build=_files,
        gist="takes the extension of each file below {dir} (find, sed)",
        emit=lambda items, s: sorted(items),
        weight=0.4,
        never=(
            "count",
            "kept-order",
            "first",
            "last",
            "save",
            "commas",
            "longest",
            "once",
            *_UNSUITED,
        ),
    ),
)
