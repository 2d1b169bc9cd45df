"""A script or a loop for each of the files that find finds."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import task_in
from bashcoder_mlx.trial.world import World

WEIGHT = 0.07


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        yield _script(place)
        yield from _loops(place)


def _kinds(place: Place):
    def setup(world: World, s: Bound) -> None:
        for name in ("a", "b  c", "d/e", r"back\slash"):
            for ending in (s.kind, f"{s.kind}.zzz", "zzz"):
                world.file(f"{place.tops(s)[0]}/{name}.{ending}", "x\n")
        world.dir(f"{place.tops(s)[0]}/f.{s.kind}")
        if "script" in s:
            world.file(s.script, '#!/bin/sh\necho "got $#: $1"\n', mode=0o755)
        if place.folders:
            world.file(f"here.{s.kind}", "x\n")

    return setup


def _of_kind(world: World, place: Place, s: Bound) -> list[str]:
    found = world.files(place.tops(s)[0], f"*.{s.kind}")
    return [path if place.folders else f"./{path}" for path in found]


def _script(place: Place) -> Task:
    return task_in(
        place,
        "find/loops.run-script",
        rf"find {place.words} -type f -name {{kind}} -exec ./{{script}} {{}} \;",
        """
        run {script} on [each|every one] of the {kind}<where>
        [call|execute] {script} once for [each|every one] of the {kind}<where>
        [find|take] all {kind}<where> and [run|call] {script} with each
        put each of the {kind}<where> through {script}, a call for each
        """,
        "Runs {script} once for each of the {kind}<where>.",
        ask="""
        {script} for every one of the {kind}<where>
        I wrote {script} for a single file; run it on all {kind}<where>
        how do I call {script} with each of the {kind}<where> as its argument?
        all {kind}<where>: {script}, one after the other
        """,
        setup=_kinds(place),
        expect=lambda world, s: any_order([f"got 1: {path}" for path in _of_kind(world, place, s)]),
    )


_LOOP = """\
find {0} -type f -name {{kind}} -print0 | while IFS= read -r -d '' file; do
    {1}
done"""
# Words of the loop, how it is asked for, and what it prints for a path.
_BODIES = (
    (
        "echo",
        'echo "found $file"',
        "prints [the word |]found and the path of each",
        lambda path: f"found {path}",
    ),
    (
        "lines",
        'echo "$(wc -l < "$file") $file"',
        "prints the number of lines and the path of each",
        lambda path: f"1 {path}",
    ),
    (
        "base",
        'basename "$file"',
        "prints the name of each without its folders",
        posixpath.basename,
    ),
)


def _loops(place: Place) -> Iterator[Task]:
    for key, body, said, line in _BODIES:
        yield task_in(
            place,
            f"find/loops.loop-{key}",
            _LOOP.format(place.words, body),
            f"""
            loop [over|through] [the|all|all the] {{kind}}<where>, in a way that {said}
            write a [while loop|loop] over [the|all|all the] {{kind}}<where> that {said}
            [loop|iterate] over [the|all] {{kind}}<where>, safely for names with blanks: it {said}
            """,
            f"Loops over the {{kind}}<where> and {said}.",
            ask=f"""
            [while loop|loop] over {{kind}}<where> that {said}
            I want a loop over {{kind}}<where> that {said}
            how do I loop over {{kind}}<where> in such a way that it {said}?
            find -print0 into while read, for {{kind}}<where>: it {said}
            names have blanks; loop over {{kind}}<where> so that it {said}
            """,
            setup=_kinds(place),
            expect=lambda world, s, line=line: any_order(
                [line(path) for path in _of_kind(world, place, s)]
            ),
            weight=0.5,
        )
