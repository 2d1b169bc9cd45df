"""Where the output of a loop goes: a file, the end of one, another program."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import End
from bashcoder_mlx.trial.world import World


def _old(world: World, s: Bound) -> None:
    world.file(s.out, ["before"], days=9)


def _written(world: World, lines: list[str], s: Bound) -> list[str]:
    world.file(s.out, lines)
    return []


def _appended(world: World, lines: list[str], s: Bound) -> list[str]:
    world.file(s.out, ["before", *lines])
    return []


ENDS = (
    End(
        "to-file",
        " > {out}",
        "[, all into {out}|, with the output in {out}|; the output of the loop goes to {out}]",
        ", and puts all that into {out}",
        _written,
        _old,
    ),
    End(
        "appended",
        " >> {out}",
        "[, all added to the end of {out}|; append the output of the loop to {out}]",
        ", and adds all that to {out}",
        _appended,
        _old,
    ),
    End(
        "joined",
        " | paste -sd, -",
        "[, all in one line with commas between|; join what comes out with commas]",
        ", and joins all that with commas",
        lambda world, lines, s: [",".join(lines)],
    ),
    End(
        "counted",
        " | wc -l",
        "[, and count the lines that come out|; only the number of lines of the output]",
        ", and counts the lines",
        lambda world, lines, s: [f"{len(lines)}"],
    ),
)
