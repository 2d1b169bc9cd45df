"""What loops do with the number i."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import SLOTS as COMMON
from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Body
from bashcoder_mlx.trial.world import World

SLOTS = {"divisor": one_of("3", "4", "5"), "inner": one_of("3", "4", "5"), "out": COMMON["txt"]}


def _line(made: Callable[[int, Bound], str]) -> Callable[[World, int, Bound], list[str]]:
    return lambda world, i, s: [made(i, s)]


def _change(change: Callable[[World, int, Bound], object]):
    def act(world: World, i: int, s: Bound) -> list[str]:
        change(world, i, s)
        return []

    return act


def _added(world: World, i: int, s: Bound) -> None:
    before = world[s.out].text if s.out in world else ""
    world.file(s.out, f"{before}{i}\n")


def _numbered(world: World, s: Bound) -> None:
    for i in range(31):
        world.file(f"{s.stem}{i}.{s.ext}", [f"number {i}"], days=9)


def _old(world: World, s: Bound) -> None:
    world.file(s.out, ["before"], days=9)


def _original(world: World, s: Bound) -> None:
    world.file(s.txt, ["to be", "copied"], days=9)


PRINT = Body(
    "print",
    'echo "$i"',
    "[print|echo]",
    "",
    "[print|echo] it",
    "prints it",
    _line(lambda i, s: f"{i}"),
    weight=3,
)
TEXT = Body(
    "text",
    'echo "{word.raw} $i"',
    "[print|echo] {word} and a blank before",
    "",
    "[print|echo] {word}, a blank and the number",
    "prints {word} and the number",
    _line(lambda i, s: f"{s.word} {i}"),
    weight=2,
)
TOUCH = Body(
    "touch",
    'touch "{stem.raw}$i.{ext.raw}"',
    "[create|make] an empty file {stem.raw}NUMBER.{ext.raw} for",
    "",
    "[create|touch] {stem.raw}NUMBER.{ext.raw}",
    "creates an empty file {stem}NUMBER.{ext}",
    _change(lambda world, i, s: world.file(f"{s.stem}{i}.{s.ext}")),
    weight=2,
)
MKDIR = Body(
    "mkdir",
    'mkdir "{stem.raw}$i"',
    "[create|make] a folder {stem.raw}NUMBER for",
    "",
    "[create|make] the [folder|directory] {stem.raw}NUMBER",
    "makes a folder {stem}NUMBER",
    _change(lambda world, i, s: world.dir(f"{s.stem}{i}")),
    weight=2,
)
BODIES = (
    PRINT,
    TEXT,
    TOUCH,
    MKDIR,
    Body(
        "square",
        'echo "$i $((i * i))"',
        "[print|echo] the number and the square of",
        "",
        "[print|echo] it and its square",
        "prints it and its square",
        _line(lambda i, s: f"{i} {i * i}"),
    ),
    Body(
        "times",
        "echo $((i * {divisor}))",
        "[print|echo] {divisor} times",
        "",
        "[print|echo] it times {divisor}",
        "prints {divisor} times it",
        _line(lambda i, s: f"{i * int(s.divisor)}"),
    ),
    Body(
        "padded",
        "printf '%02d\\n' \"$i\"",
        "[print|show] with two digits, by printf,",
        "",
        "[print|printf] it with a leading zero, two digits",
        "prints it with two digits",
        _line(lambda i, s: f"{i:02}"),
        weight=1.5,
    ),
    Body(
        "row",
        "printf '%s ' \"$i\"",
        "[print|show] with a blank behind it, all on one line with printf,",
        "",
        "printf it and a blank, all on one line",
        "prints it and a blank",
        lambda world, i, s: (),
        end=lambda items, s: "".join(f"{i} " for i in items),
        weight=1.5,
    ),
    Body(
        "make-deep",
        'mkdir -p "{dir.raw}/{stem.raw}$i"',
        "[create|make] a folder {stem.raw}NUMBER in {dir}, and that too, for",
        "",
        "[create|make] the folder {stem.raw}NUMBER in {dir}, which may not exist yet",
        "makes a folder {stem}NUMBER in {dir}",
        _change(lambda world, i, s: world.dir(f"{s.dir}/{s.stem}{i}")),
    ),
    Body(
        "write",
        'echo "{word.raw} $i" > "{stem.raw}$i.{ext.raw}"',
        "[write|make] a file {stem.raw}NUMBER.{ext.raw} that says {word} NUMBER for",
        "",
        "write {word} and the number into {stem.raw}NUMBER.{ext.raw}",
        "writes {word} and the number to {stem}NUMBER.{ext}",
        _change(lambda world, i, s: world.file(f"{s.stem}{i}.{s.ext}", f"{s.word} {i}\n")),
        setup=_numbered,
        weight=1.5,
    ),
    Body(
        "append",
        'echo "$i" >> {out}',
        "append",
        " to {out}",
        "append it to {out}",
        "appends it to {out}",
        _change(_added),
        setup=_old,
    ),
    Body(
        "copy",
        'cp {txt} "{stem.raw}$i.{ext.raw}"',
        "copy {txt} to {stem.raw}NUMBER.{ext.raw} for",
        "",
        "copy {txt} to {stem.raw}NUMBER.{ext.raw}",
        "copies {txt} to {stem}NUMBER.{ext}",
        _change(lambda world, i, s: world.copy(s.txt, f"{s.stem}{i}.{s.ext}")),
        setup=_original,
    ),
    Body(
        "remove",
        'rm "{stem.raw}$i.{ext.raw}"',
        "[delete|remove] the file {stem.raw}NUMBER.{ext.raw} for",
        "",
        "[delete|remove] {stem.raw}NUMBER.{ext.raw}",
        "deletes {stem}NUMBER.{ext}",
        _change(lambda world, i, s: world.remove(f"{s.stem}{i}.{s.ext}")),
        setup=_numbered,
    ),
    Body(
        "rename",
        'mv "{stem.raw}$i.{ext.raw}" "{word.raw}$i.{ext.raw}"',
        "rename {stem.raw}NUMBER.{ext.raw} to {word.raw}NUMBER.{ext.raw} for",
        "",
        "rename {stem.raw}NUMBER.{ext.raw} to {word.raw}NUMBER.{ext.raw}",
        "renames {stem}NUMBER.{ext} to {word}NUMBER.{ext}",
        _change(lambda world, i, s: world.move(f"{s.stem}{i}.{s.ext}", f"{s.word}{i}.{s.ext}")),
        setup=_numbered,
    ),
    Body(
        "cat",
        'cat "{stem.raw}$i.{ext.raw}"',
        "[print|show] the content of {stem.raw}NUMBER.{ext.raw} for",
        "",
        "[print|show] the content of {stem.raw}NUMBER.{ext.raw}",
        "prints the content of {stem}NUMBER.{ext}",
        _line(lambda i, s: f"number {i}"),
        setup=_numbered,
    ),
    Body(
        "slow",
        'echo "$i"; sleep 1',
        "[print|echo]",
        ", a second apart",
        "[print|echo] it and sleep a second",
        "prints it and waits a second",
        lambda world, i, s: [f"{i}", "slept 1"],
        before='sleep() { echo "slept $*"; }',
    ),
)
WORD = Body(
    "word",
    "echo {word9}",
    "",
    "",
    "print {word9}",
    "",
    _line(lambda i, s: s.word9),
)
