"""Three jobs of the shell, by number and state."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_JOBS = (1, 2, 3)


def job_number(draw: Draw, spaced: bool) -> Value:
    """A slot: one of the jobs."""
    return number(draw.pick(_JOBS), True)


def without_one(world: World, s: Bound) -> list[str]:
    """The other jobs run on."""
    return [f"{job} Running" for job in _JOBS if job != s.job]


def one_stopped(world: World, s: Bound) -> list[str]:
    """The job is stopped, the others run."""
    return [f"{job} {'Stopped' if job == s.job else 'Running'}" for job in _JOBS]
