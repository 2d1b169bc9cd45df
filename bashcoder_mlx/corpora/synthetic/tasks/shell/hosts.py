"""What loops over machines call."""

import shlex

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World


def called(world: World, s: Bound, call: str, hosts: str) -> Outcome:
    """A call for each of the hosts, whose name stands for # in it."""
    words = shlex.split(call)
    calls = [[s.fill(w).replace("#", host) for w in words] for host in s.fill(hosts).split()]
    return Outcome(calls=calls)
