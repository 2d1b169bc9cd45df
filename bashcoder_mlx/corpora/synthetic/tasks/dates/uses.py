"""Today's date in use: in names of files and folders, in lines, in variables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.clock import CLOCK, NOW
from bashcoder_mlx.trial.world import World

WEIGHT = 0.14
_WHOLE = "Tue Nov 14 22:13:20 UTC 2023"


@dataclass(frozen=True)
class _Stamp:
    """A form of the date or time within a name."""

    key: str
    format: str
    said: str
    shown: str


_STAMPS = (
    _Stamp("iso", "+%F", "today's date[ as YYYY-MM-DD|]", f"{NOW:%Y-%m-%d}"),
    _Stamp("compact", "+%Y%m%d", "today's date as YYYYMMDD", f"{NOW:%Y%m%d}"),
    _Stamp("time", "+%Y%m%d-%H%M%S", "[the|a] time stamp YYYYMMDD-HHMMSS", f"{NOW:%Y%m%d-%H%M%S}"),
)


@dataclass(frozen=True)
class _Use:
    """What is done; `<stamp>` stands for the English of the stamp, `<date>` for its command."""

    key: str
    run: str
    say: str
    explain: str
    expect: Callable[[World, Bound, str], object]
    setup: Callable[[World, Bound], object] = nothing


def _file(world: World, s: Bound) -> None:
    world.file(s.file, "x\n", days=3)


def _tree(world: World, s: Bound) -> None:
    world.file(f"{s.dir}/a.txt", "x\n", days=3)
    world.file(f"{s.dir}/b/c.txt", "y\n", days=3)


_USES = (
    _Use(
        "folder",
        'mkdir "<date>"',
        """
        [make|create] a [folder|directory] named after <stamp>
        [make|create] a [folder|directory] with <stamp> as its name
        I need a new folder [called|named] with <stamp>
        """,
        "Creates a directory named after <stamp>.",
        lambda world, s, stamp: world.dir(stamp),
    ),
    _Use(
        "folder-stem",
        'mkdir "{stem}-<date>"',
        """
        [make|create] a [folder|directory] [called|named] {stem} followed by a dash and <stamp>
        [make|create] a [folder|directory] whose name is {stem}- and <stamp>
        """,
        "Creates a directory called {stem}- and <stamp>.",
        lambda world, s, stamp: world.dir(f"{s.stem}-{stamp}"),
    ),
    _Use(
        "touch",
        'touch "{stem}-<date>.{ext.raw}"',
        """
        [make|create] an empty file {stem}-DATE.{ext.raw} with <stamp> for DATE
        [make|create] an empty {ext} file whose name is {stem}, a dash and <stamp>
        """,
        "Creates an empty file called {stem}- and <stamp>, ending in {ext}.",
        lambda world, s, stamp: world.file(f"{s.stem}-{stamp}.{s.ext}"),
    ),
    _Use(
        "prefix",
        'mv {file} "<date>-"{file}',
        """
        [rename|move] {file} so that its name starts with <stamp> [and a dash|]
        put <stamp> [and a dash|] before the name of {file}
        prefix {file} with <stamp>
        """,
        "Puts <stamp> and a dash before the name of {file}.",
        lambda world, s, stamp: world.move(s.file, f"{stamp}-{s.file}"),
        _file,
    ),
    _Use(
        "suffix",
        'mv {file} {file}."<date>"',
        """
        rename {file} by adding a dot and <stamp>
        add a dot and <stamp> to the name of {file}
        """,
        "Adds a dot and <stamp> to the name of {file}.",
        lambda world, s, stamp: world.move(s.file, f"{s.file}.{stamp}"),
        _file,
    ),
    _Use(
        "copy",
        'cp {file} {file}."<date>"',
        """
        [copy|back up] {file} to a file of that name with a dot and <stamp> added
        make a [dated|] copy of {file} whose name ends in a dot and <stamp>
        keep a copy of {file} with a dot and <stamp> at the end of its name
        """,
        "Copies {file} to a name with a dot and <stamp> added.",
        lambda world, s, stamp: world.copy(s.file, f"{s.file}.{stamp}"),
        _file,
    ),
    _Use(
        "copy-folder",
        'cp -r {dir} {dir}-"<date>"',
        """
        [copy|back up] {dir} to a folder of that name with a dash and <stamp> added
        make a copy of {dir} whose name ends in a dash and <stamp>
        """,
        "Copies {dir} to a name with a dash and <stamp> added.",
        lambda world, s, stamp: world.copy(s.dir, f"{s.dir}-{stamp}"),
        _tree,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for use in _USES:
        for stamp in _STAMPS:
            if (use.key, stamp.key) != ("copy", "iso"):  # which files/copy has
                yield _made(use, stamp)
    yield from _lines()
    yield from _variables()


def _made(use: _Use, stamp: _Stamp) -> Task:
    said = stamp.said
    return Task(
        name=f"dates/uses.{use.key}-{stamp.key}",
        say=[text.replace("<stamp>", said) for text in block(use.say)],
        run=use.run.replace("<date>", f"$(date {stamp.format})"),
        explain=[use.explain.replace("<stamp>", said)],
        setup=use.setup,
        expect=lambda world, s: (use.expect(world, s, stamp.shown), None)[1],
        before=CLOCK,
    )


def _old(slot: str) -> Callable[[World, Bound], object]:
    return lambda world, s: world.file(s[slot].data, ["old"], days=3)


def _appended(slot: str, line: Callable[[Bound], str]) -> Callable[[World, Bound], None]:
    def expect(world: World, s: Bound) -> None:
        world.file(s[slot].data, ["old", line(s)])

    return expect


def _lines() -> Iterator[Task]:
    yield Task(
        name="dates/uses.append",
        say=block("""
            [append|add] the [current|] date [and time|] to {txt}
            add a line with the date to [the end of|] {txt}
            [write|note] [the time|when it is] at the end of {txt}
            """),
        ask=["date >> {txt}", "the date into {txt}, appended"],
        run="date >> {txt}",
        explain=["Appends the current date and time to {txt}."],
        setup=_old("txt"),
        expect=_appended("txt", lambda s: _WHOLE),
        before=CLOCK,
    )
    for key, form, said, shown in (
        ("", "", "the [date|date and time]", "Sat Nov  4 22:13:20 UTC 2023"),
        (
            "-iso",
            " '+%F %T'",
            "the date and time as YYYY-MM-DD HH:MM:SS",
            "2023-11-04 22:13:20",
        ),
    ):
        yield Task(
            name=f"dates/uses.log{key}",
            say=[
                f"append a line with {said} and {{word}} to {{log}}",
                f"log {{word}} to {{log}} with {said} in front",
                f"[write|add] {{word}} at the end of {{log}}, after {said}",
            ],
            run=f'echo "$(date{form}) {{word.raw}}" >> {{log}}',
            explain=["Appends a line with date, time and {word} to {log}."],
            setup=_old("log"),
            expect=_appended("log", lambda s, shown=shown: f"{shown} {s.word}"),
            before=CLOCK.replace("2023-11-14", "2023-11-04"),  # a day with two blanks before it
        )
    yield Task(
        name="dates/uses.month-folder",
        say=[
            "[make|create] a folder for this year and in it one for this month",
            "[make|create] nested folders for the current year and month",
        ],
        run='mkdir -p "$(date +%Y/%m)"',
        explain=["Creates a directory of the current year with one of the month in it."],
        expect=lambda world, s: world.dir("2023/11"),
        before=CLOCK,
    )


def _variables() -> Iterator[Task]:
    for key, words, said, shown in (
        ("-yesterday", "-d yesterday +%F", "yesterday's date", "2023-11-13"),
        ("-epoch", "+%s", "the current Unix time", str(int(NOW.timestamp()))),
        ("-time", "+%H:%M:%S", "the current time as HH:MM:SS", f"{NOW:%H:%M:%S}"),
        ("-year", "+%Y", "the current year", f"{NOW:%Y}"),
    ):
        run: object = f"{{variable}}=$(date {words})"
        yield Task(
            name=f"dates/uses.variable{key}",
            say=[
                f"[store|save|put] {said} [in|into] [the variable|] {{variable}}",
                f"set [the variable|] {{variable}} to {said}",
                f"assign {said} to [the variable|] {{variable}}",
            ],
            ask=[
                f"{{variable}} = {said}",
                f"{{variable}} should hold {said}",
                f"how do I get {said} into {{variable}}?",
                f"my script uses {said} several times; keep it in {{variable}}",
                f"I need {said}, as the variable {{variable}}",
            ],
            run={"linux": run} if "-d" in words else run,
            explain=[f"Stores {said} in {{variable}}."],
            expect=lambda world, s, shown=shown: [shown],
            after='echo "{variable.dollar}"',
            before=CLOCK,
        )
