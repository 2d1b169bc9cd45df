"""What loops print of the file f."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Body
from bashcoder_mlx.trial.world import World


def lines_of(world: World, path: str) -> list[str]:
    target = world[path]
    return world["target  of"].lines if target.kind == "link" else target.lines


def _printing(made: Callable[[str, list[str], Bound], list[str]]):
    return lambda world, path, s: made(path, lines_of(world, path), s)


NAME = Body(
    "print",
    'echo "$f"',
    "[print|show|echo] the name of",
    "",
    "[print|echo|show] its name",
    "prints its name",
    lambda world, path, s: [path],
    "folder gone link",
    weight=3,
)
LABEL = Body(
    "label",
    'echo "{word9.raw}: $f"',
    '[print|show] "{word9.raw}: NAME" for',
    "",
    'print "{word9.raw}: " and its name',
    "prints {word9.raw}, a colon and its name",
    lambda world, path, s: [f"{s.word9}: {path}"],
    "folder gone link",
    weight=2,
)
OTHER = Body(
    "other",
    'echo "{word8.raw}: $f"',
    "",
    "",
    'print "{word8.raw}: " and its name',
    "",
    lambda world, path, s: [f"{s.word8}: {path}"],
)
PRINTED = (
    LABEL,
    Body(
        "cat",
        'cat "$f"',
        "[print|show] the [content|contents] of",
        "",
        "[print|show] its [content|contents]",
        "prints its content",
        _printing(lambda path, lines, s: lines),
    ),
    Body(
        "head",
        'head -n {count} "$f"',
        "[print|show] the first {count} lines of",
        "",
        "[print|show] its first {count} lines",
        "prints its first {count} lines",
        _printing(lambda path, lines, s: lines[: s.count]),
    ),
    Body(
        "lines",
        'echo "$f: $(wc -l < "$f")"',
        "[print|show] the name, a colon and the number of lines of",
        "",
        "[print|show] NAME: LINES, its name and number of lines",
        "prints its name and number of lines",
        _printing(lambda path, lines, s: [f"{path}: {len(lines)}"]),
        weight=2,
    ),
    Body(
        "bytes",
        'echo "$f: $(wc -c < "$f")"',
        "[print|show] the name, a colon and the number of bytes of",
        "",
        "[print|show] NAME: BYTES, its name and size in bytes",
        "prints its name and size in bytes",
        _printing(lambda path, lines, s: [f"{path}: {sum(len(line) + 1 for line in lines)}"]),
    ),
    Body(
        "titled",
        'echo "$f"; cat "$f"',
        "[print|show] first the name and then the content of",
        "",
        "[print|show] its name and below it what is in it",
        "prints its name and its content",
        _printing(lambda path, lines, s: [path, *lines]),
    ),
)


def _count(key: str, step: str, how: str) -> Body:
    return Body(
        key,
        step,
        f"count{how}",
        " and print the count",
        f"count it{how}; print the count at the end",
        "counts it, and prints the count",
        lambda world, path, s: (),
        start="n=0; ",
        after='; echo "$n"',
        end=lambda paths, s: [f"{len(paths)}"],
    )


COUNTS = (_count("count", "n=$((n + 1))", ""), _count("count-double", "((n++))", ", with ((n++)),"))
