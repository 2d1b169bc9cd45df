"""What loops that stop early, or start jobs, print."""

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World


def left(world: World, s: Bound, rule: str) -> list[str]:
    """The numbers that are printed where one is skipped, or the loop left at or after it."""
    inner = int(s.inner)
    kept = {
        "skip": lambda i: i != inner,
        "stop": lambda i: i < inner,
        "after": lambda i: i <= inner,
    }
    return [str(i) for i in range(1, int(s.last) + 1) if kept[rule](i)]


def jobs(world: World, s: Bound) -> Outcome:
    """A line of every job, in any order, and the end."""
    lines = [f"run {i}" for i in range(1, int(s.last) + 1)]
    return Outcome(stdout=[*lines, "end"], ordered=False)
