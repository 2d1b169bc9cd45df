"""Tables about files: how many of each extension, in each folder."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import task_in
from bashcoder_mlx.trial.world import World

WEIGHT = 0.085
_FOLDERS = "[folders|directories]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        yield _holding(place)
        yield from _tables(place)


def _kinds(place: Place):
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for path in ("a.", "b.", "c/d.", "e/f.x", "g/h.", "g/i j."):
            world.file(f"{top}/{path}{s.kind}", "x\n")
        world.dir(f"{top}/k/l.{s.kind}")
        world.dir(f"{top}/m")
        if place.folders:
            world.file(f"front.{s.kind}", "x\n")

    return setup


def _holding(place: Place) -> Task:
    top = place.words

    def folders(world: World, s: Bound) -> list[str]:
        found = world.files(place.tops(s)[0], f"*.{s.kind}")
        return sorted({posixpath.dirname(p if place.folders else f"./{p}") for p in found})

    return task_in(
        place,
        "find/summary.with-kind",
        {
            "linux": rf"find {top} -type f -name {{kind}} -printf '%h\n' | sort | uniq -c",
            "macos": f"find {top} -type f -name {{kind}} -exec dirname {{}} + | sort | uniq -c",
        },
        f"""
        count the {{kind}} [per|in each|by] [folder|directory]<where>
        [list|show] the {_FOLDERS}<where> that contain {{kind}} with the number of them
        make a table of the {_FOLDERS}<where> and how many {{kind}} each has
        group the {{kind}}<where> by their folder and count each group
        """,
        "Counts the {kind} of every directory<where> that has any.",
        ask=f"""
        how many {{kind}} are in each folder<where>?
        number of {{kind}} per folder<where>
        which {_FOLDERS}<where> have {{kind}}, and how many?
        the {{kind}}<where> are spread over many {_FOLDERS}; how many are in which?
        """,
        setup=_kinds(place),
        expect=lambda world, s: _table(world, s, place, folders(world, s)),
    )


def _table(world: World, s: Bound, place: Place, folders: Iterable[str]) -> list[str]:
    files = world.files(place.tops(s)[0], f"*.{s.kind}")
    counts = Counter(posixpath.dirname(p if place.folders else f"./{p}") for p in files)
    return [f"{counts[folder]:>7} {folder}" for folder in folders]


def _mixed(place: Place):
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for path in ("a.py", "b.py", "sub/c.py", "d.txt", "sub/deep/e.txt", "sub/f.md"):
            world.file(f"{top}/{path}", "x\n")
        for path in ("x.y/none", "sub/g.tar.gz", "h.py"):
            world.file(f"{top}/{path}", "x\n")
        world.dir(f"{top}/folder.py")
        if place.folders:
            world.file("beyond/x.py", "x\n")
            world.file("front.py", "x\n")

    return setup


def _frequency(values: Iterable[str]) -> Result:
    counts = sorted(((n, value) for value, n in Counter(values).items()), reverse=True)
    return [f"{n:>7} {value}" for n, value in counts]


def _tables(place: Place) -> Iterator[Task]:
    top = place.words

    def files(world: World, s: Bound) -> list[str]:
        return [p if place.folders else f"./{p}" for p in world.files(place.tops(s)[0])]

    yield task_in(
        place,
        "find/summary.per-extension",
        rf"find {top} -type f -name '*.*' | sed 's/.*\.//' | sort | uniq -c | sort -nr",
        """
        count [the |]files<where> [by|per|for each] [file extension|extension|type]
        [show|list] how many files of [each|every] extension there are<where>
        sort the extensions of the files<where> by how often they occur
        """,
        "Counts the files<where> by extension, most frequent first.",
        ask="""
        how many files of each [type|extension] are [there|]<where>?
        [file types|extensions]<where> by number
        a table of extensions<where>, the most frequent on top
        which extensions are common<where>, which rare? give me the counts
        I wonder what there is<where>: the number of files for each extension
        """,
        setup=_mixed(place),
        expect=lambda world, s: _frequency(
            p.rpartition(".")[2] for p in files(world, s) if "." in posixpath.basename(p)
        ),
    )
    yield task_in(
        place,
        "find/summary.fullest",
        {
            "linux": rf"find {top} -type f -printf '%h\n' | sort | uniq -c | sort -nr",
            "macos": f"find {top} -type f -exec dirname {{}} + | sort | uniq -c | sort -nr",
        },
        """
        count [the |]files [in|of] every folder<where>, most first
        [show|list] how many files each folder<where> holds, sorted by number
        rank the folders<where> by the number of files in them, fullest on top
        """,
        "Counts the files of every folder<where>, fullest first.",
        ask="""
        which folders<where> have the most files?
        folders<where> with their numbers of files, largest number first
        files per folder<where>, sorted
        I have too many files<where>; which folder has how many, the worst first?
        how do I see which folders<where> are crowded, by number of files?
        """,
        setup=_mixed(place),
        expect=lambda world, s: _frequency(map(posixpath.dirname, files(world, s))),
    )
