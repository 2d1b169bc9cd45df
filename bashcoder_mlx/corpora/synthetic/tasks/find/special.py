"""Searches and actions beside the common composition: days of the calendar, one file system, two
kinds of permissions at once, copies with their folders.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import below, task_in
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sizes import many
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.with_folders import with_folders
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY, World

WEIGHT = 0.13
_LIST = "[find|list|show] [all |the |]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        yield _today(place)
        yield _yesterday(place)
        yield _calendar_days(place)
        yield _one_file_system(place)
        yield _both_modes(place)
    yield with_folders()


# Names, and seconds from last midnight; each day has a file near either end.
_TIMES = {
    "today.txt": 300,
    "sub/today 2.md": 600,
    "yesterday.txt": -300,
    "sub/yester.txt": -DAY + 300,
    "sub/before.md": -DAY - 300,
    "sub/old.txt": -400 * DAY,
}


def _aged(place: Place):
    def setup(world: World, s: Bound) -> None:
        midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
        since = (now() - midnight).total_seconds()
        for name, later in _TIMES.items():
            world.file(f"{place.tops(s)[0]}/{name}", "x\n", days=(since - later) / DAY)
        world.dir(f"{place.tops(s)[0]}/today", days=0)
        world.dir(f"{place.tops(s)[0]}/yesterday", days=(since + 300) / DAY)

    return setup


def _today(place: Place) -> Task:
    return task_in(
        place,
        "find/special.today",
        f'find {place.words} -type f -newermt "$(date +%F)"',
        f"""
        {_LIST}files<where> [changed|modified|edited] [today|since midnight]
        {_LIST}files<where> that [were changed|were modified|I changed] today
        show me [what|which files] changed today<where>
        let find print the files<where> that are newer than last midnight
        """,
        "Lists the files<where> modified today.",
        ask="""
        [which|what] files<where> [were changed|were modified|changed] today?
        [today's files|files of today|files changed today]<where>
        what did I work on today<where>? files only
        I saved something today<where> and forgot its name; list such files
        """,
        expect=lambda world, s: any_order(below(place, s, "today.txt", "sub/today 2.md")),
        weight=2,
        setup=_aged(place),
    )


def _yesterday(place: Place) -> Task:
    return task_in(
        place,
        "find/special.yesterday",
        {
            "linux": f"find {place.words} -daystart -type f -mtime 1",
            "macos": f'find {place.words} -type f -newermt "$(date -v-1d +%F)" '
            '! -newermt "$(date +%F)"',
        },
        f"""
        {_LIST}files<where> [changed|modified|edited] yesterday
        {_LIST}files<where> that [were changed|were modified|I changed] yesterday
        let find print the files<where> last changed on the day before today
        """,
        "Lists the files<where> modified yesterday.",
        ask="""
        [which|what] files<where> [were changed|were modified|changed] yesterday?
        [yesterday's files|files of yesterday]<where>
        what did I work on yesterday<where>? files only
        files<where>, date of yesterday
        I saved something yesterday<where> and forgot its name; list such files
        """,
        expect=lambda world, s: any_order(below(place, s, "yesterday.txt", "sub/yester.txt")),
        weight=2,
        setup=_aged(place),
    )


def _calendar_days(place: Place) -> Task:
    return task_in(
        place,
        "find/special.calendar-days",
        {"linux": f"find {place.words} -daystart -type f -mtime -{{n}}"},
        f"""
        {_LIST}files<where> [changed|modified] [in|within] the last {{n}} calendar days
        use -daystart to [list|find] the files<where> changed in the last {{n}} days
        count days from midnight and list the files<where> changed in the last {{n}}
        """,
        "Lists the files<where> modified in the last {n} calendar days.",
        ask="""
        [which|what] files<where> changed in the last {n} calendar days?
        files<where> of the last {n} calendar days, not of {n} times 24 hours
        find -daystart, last {n} days, files<where>
        I want whole days: what changed<where> in the last {n} calendar days? files only
        today counts as one: list the files<where> of {n} calendar days
        """,
        expect=lambda world, s: any_order(_recent(place, s)),
        slots={"n": one_of("1", "2")},
        setup=_aged(place),
    )


def _recent(place: Place, s: Bound) -> list[str]:
    yesterday = ("yesterday.txt", "sub/yester.txt") if s.n == "2" else ()
    return below(place, s, "today.txt", "sub/today 2.md", *yesterday)


def _one_file_system(place: Place) -> Task:
    """Another file system cannot be mounted in a trial: -xdev itself is seen by the stand-in."""

    def setup(world: World, s: Bound) -> None:
        for number, more in enumerate((-1, 0, 1, 9)):
            name = f"{place.tops(s)[0]}/d{number}/f{number}"
            world.file(name, b"x" * (many(s) + more))
        world.file(f"{place.tops(s)[0]}/mounted/large", b"x" * (many(s) + 5))
        world.link(f"{place.tops(s)[0]}/long", "n" * (many(s) + 5))

    return task_in(
        place,
        "find/special.one-file-system",
        f"find {place.words} -xdev -type f -size +{{size}}",
        f"""
        {_LIST}files [larger|bigger] than {{size}}<where> without crossing into other file systems
        {_LIST}files over {{size}}<where>, [staying on|only on] one file system
        {_LIST}files larger than {{size}}<where> but not on [mounted|other] file systems
        """,
        "Lists the files larger than {size}<where>, on its file system only.",
        ask="""
        files over {size}<where>, other file systems left out
        how do I find files larger than {size}<where> without entering mounted disks?
        find -xdev, larger than {size}<where>
        this disk is full: files over {size}<where>, nothing of other disks
        which files<where> are larger than {size}, on this file system only?
        """,
        setup=setup,
        before=_MOUNTED,
        expect=lambda world, s: any_order(below(place, s, "d2/f2", "d3/f3")),
    )


# What lies in mounted/ is on another file system, as it were.
_MOUNTED = """\
eval "all_$(declare -f find)"
find() {
    if [[ " $* " == *' -xdev '* ]]; then all_find "$@" | grep -v /mounted/; else all_find "$@"; fi
}"""


def _both_modes(place: Place) -> Task:
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for number, path in enumerate(("a.txt", "b/c d.sh", "b/d/.e", "f/g")):
            world.file(f"{top}/{path}", "x\n", mode=(0o610, 0o777, 0o641, 0o755)[number])
        for path in world.paths(top, "dir"):
            world[path].mode = 0o710
        world.link(f"{top}/link", "nowhere")
        if place.folders:
            world.file("beyond/x", "x\n", mode=0o610)

    def expect(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for path in [*([top] if place.folders else []), *world.paths(top)]:
            if world[path].kind != "link":
                is_dir = world[path].kind == "dir"
                world[path].mode = int(s.foldermode if is_dir else s.filemode, 8)

    return task_in(
        place,
        "find/special.both-modes",
        rf"find {place.words} \( -type d -exec chmod {{foldermode}} {{}} + \) -o "
        r"\( -type f -exec chmod {filemode} {} + \)",
        """
        [set|change] the permissions of [all |]folders<where> to {foldermode} and [those |]of
          [all |]files to {filemode}
        chmod [all |]files<where> to {filemode} and [all |][folders|directories] to {foldermode}
        give [all |]folders<where> mode {foldermode} and [all |]files mode {filemode}
        """,
        "Sets the directories<where> to mode {foldermode} and the files to {filemode}.",
        ask="""
        folders<where> {foldermode}, files {filemode}
        how do I give folders<where> {foldermode} and files {filemode} in one find?
        a web server wants {foldermode} for folders and {filemode} for files<where>
        one find, two chmods<where>: {foldermode} for folders, {filemode} for files
        the modes<where> are a mess; folders {foldermode}, files {filemode}, please
        """,
        setup=setup,
        expect=expect,
        slots={
            "foldermode": one_of("755", "750", "775", "700"),
            "filemode": one_of("644", "640", "664", "600"),
        },
    )
