"""Links: broken ones, where they point, hard links."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, THERE, Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import below, task_in
from bashcoder_mlx.trial.world import World

WEIGHT = 0.15
_LINKS = "[symbolic links|symlinks]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for place in (HERE, THERE):
        yield from _broken(place)
        yield _pointing(place)
        yield from _hard(place)


def _linked(place: Place):
    def setup(world: World, s: Bound) -> None:
        for folder in (place.tops(s)[0], f"{place.tops(s)[0]}/inner dir", "beyond"):
            if place.folders or folder != "beyond":
                world.file(f"{folder}/real.txt", "text\n")
                world.link(f"{folder}/good", "real.txt")
                world.link(f"{folder}/bad", "gone.txt")

    return setup


def _bad(world: World, place: Place, s: Bound) -> list[str]:
    return [path for path in world.paths(place.tops(s)[0], "link") if path.endswith("bad")]


def _broken(place: Place) -> Iterator[Task]:
    yield task_in(
        place,
        "find/links.broken",
        {"linux": f"find {place.words} -xtype l", "macos": f"find -L {place.words} -type l"},
        f"""
        [find|list|show] [all |all the |the |][broken|dangling] {_LINKS}<where>
        [find|list] {_LINKS}<where> whose target [does not exist|is missing|is gone]
        check the {_LINKS}<where> and print those that are broken
        """,
        "Lists the broken symbolic links<where>.",
        ask=f"""
        [are there any|which are the] broken {_LINKS}<where>?
        {_LINKS}<where> that point nowhere
        broken {_LINKS}<where>
        which {_LINKS}<where> lead to nothing?
        my {_LINKS}<where> may be stale; list those without a target
        """,
        setup=_linked(place),
        expect=lambda world, s: any_order(
            [path if place.folders else f"./{path}" for path in _bad(world, place, s)]
        ),
        weight=2,
    )

    def remove(world: World, s: Bound) -> None:
        for path in _bad(world, place, s):
            world.remove(path)

    yield task_in(
        place,
        "find/links.delete-broken",
        {
            "linux": f"find {place.words} -xtype l -delete",
            "macos": f"find -L {place.words} -type l -exec rm {{}} +",
        },
        f"""
        [delete|remove|clean up] [all |all the |the |][broken|dangling] {_LINKS}<where>
        [delete|remove] {_LINKS}<where> whose target [does not exist|is missing]
        """,
        "Deletes the broken symbolic links<where>.",
        setup=_linked(place),
        expect=remove,
    )
    yield task_in(
        place,
        "find/links.follow",
        f"find -L {place.words} -type f -name {{kind}}",
        """
        [find|list|show] [all |the |]{kind}<where>, following [symbolic links|symlinks]
        [find|list] {kind}<where>, also those [symlinks|symbolic links] point to
        """,
        "Lists the {kind}<where> and follows symbolic links.",
        setup=_behind_links(place),
        expect=lambda world, s: any_order(
            below(place, s, *(f"{name}.{s.kind}" for name in ("a", "sub/b", "short")))
        ),
    )


def _behind_links(place: Place):
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for path in (f"a.{s.kind}", f"sub/b.{s.kind}", "sub/d.zzz", f"a.{s.kind}.zzz"):
            world.file(f"{top}/{path}", "x\n")
        world.link(f"{top}/short.{s.kind}", f"a.{s.kind}")
        world.link(f"{top}/broken.{s.kind}", "gone")
        if place.folders:
            world.file(f"front.{s.kind}", "x\n")

    return setup


def _pointing(place: Place) -> Task:
    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        world.link(f"{top}/a", f"../{s.word}x/b")
        world.link(f"{top}/c d/e", f"my{s.word}")
        world.link(f"{top}/{s.word}", "other")
        world.file(f"{top}/{s.word}1", "x\n")
        if place.folders:
            world.link(f"out-{s.word}", s.word)

    return task_in(
        place,
        "find/links.to",
        f"find {place.words} -lname '*{{word}}*'",
        f"""
        [find|list|show] [all |the |]{_LINKS}<where> that point to [something|a path|a target]
          [containing|with] {{word}}
        [find|list] {_LINKS}<where> whose target [contains|has] {{word}} [in it|]
        look through the {_LINKS}<where> for targets with {{word}}
        print every one of the {_LINKS}<where> that leads to a path with {{word}} in it
        """,
        "Lists the symbolic links<where> whose target contains {word}.",
        ask=f"""
        [which|what] {_LINKS}<where> point to a target containing {{word}}?
        {_LINKS}<where>, {{word}} in the target
        I renamed {{word}} and must mend the {_LINKS}<where> that point to it; list them
        how do I search {_LINKS}<where> by what they point to, with {{word}} in it?
        """,
        setup=setup,
        expect=lambda world, s: any_order(below(place, s, "a", "c d/e")),
    )


def _named(place: Place, *names: str):
    """Writes these files, all of one content."""

    def setup(world: World, s: Bound) -> None:
        for name in names:
            world.file(f"{place.tops(s)[0]}/{name}", "same\n")
        if "file" in s:
            world.file(s.file, "same\n")

    return setup


def _found(place: Place, *names: str):
    return lambda world, s: any_order(below(place, s, *names))


def _hard(place: Place) -> Iterator[Task]:
    top = place.words
    yield task_in(
        place,
        "find/links.hard",
        f"find {top} -type f -links +1",
        """
        [find|list|show] [all |]files<where> with more than one [hard link|name]
        [find|list] [all |]hard-linked files<where>
        print the files<where> whose link count is above one
        search for files<where> that exist under a second name
        """,
        "Lists the files<where> that have more than one hard link.",
        ask="""
        [which|what] files<where> have [several|more than one] hard links?
        files<where>, link count over 1
        I made hard links long ago; which files<where> have them?
        do any files<where> share their inode with another name?
        """,
        setup=_named(place, "a", "sub/b", "c", "d"),
        before=f'(top={top} && cd "${{top#/}}" && ln -f a sub/b)',
        expect=_found(place, "a", "sub/b"),
    )
    if place.folders:
        yield task_in(
            place,
            "find/links.same",
            "find {dir} -samefile {file}",
            """
            [find|list|show] [all |]hard links [to|of] {file}<where>
            [find|list] all names<where> that are the same file as {file}
            print every path<where> that has the inode of {file}
            look for other names of {file}<where>, hard links that is
            """,
            "Lists the hard links to {file}<where>.",
            ask="""
            [which|what] names<where> are hard links to {file}?
            other hard links of {file}<where>
            where<where> does {file} have a second name?
            I want to delete {file} for good; list its hard links<where>
            """,
            setup=_named(place, "a", "b"),
            before='(start=$PWD top={dir} && cd "${top#/}" && ln -f "$start/"{file} a)',
            expect=_found(place, "a"),
        )
