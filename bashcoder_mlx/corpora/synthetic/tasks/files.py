"""Making, copying, moving and removing files and folders."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, nothing
from bashcoder_mlx.corpora.synthetic.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield Task(
        name="files.make-folder",
        say=[
            "[make|create] [a|a new|the] [folder|directory] [called|named|] {stem}",
            "mkdir {stem}",
        ],
        run="mkdir {stem}",
        explain=["Creates the directory {stem}."],
        setup=nothing,
        expect=lambda world, s: world.dir(s.stem),
    )
    yield Task(
        name="files.count-lines",
        say=["count [the|all|all the|] lines [of|in] {file}", "show how many lines {file} has"],
        ask=["how many lines [are in|are there in] {file}?", "number of lines in {file}"],
        run="wc -l {file}",
        explain=["Counts the lines of {file}.", "Prints the number of lines in {file}."],
        setup=lambda world, s: world.file(s.file, ["alpha", "beta", "gamma"]),
        expect=lambda world, s: f"{len(world[s.file].lines)} {s.file}\n",
    )
    yield Task(
        name="files.copy-into",
        say=["copy {file} [to|into] {dir}", "put a copy of {file} [in|into] {dir}"],
        run="cp {file} {dir}/",
        explain=["Copies {file} into {dir}."],
        setup=_copy_setup,
        expect=lambda world, s: world.copy(s.file, f"{s.dir}/{s.file}"),
    )


def _copy_setup(world: World, s: Bound) -> None:
    world.file(s.file, "some text\n")
    world.dir(s.dir)
