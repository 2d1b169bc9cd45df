"""What loops call for each of what they go over."""

import shlex

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World


def called(world: World, s: Bound, call: str, things: str) -> Outcome:
    """A call for each of the things, which `|` separates; # stands for it in the call."""
    words = shlex.split(call)
    names = s.fill(things).split("|")
    return Outcome(calls=[[s.fill(word).replace("#", name) for word in words] for name in names])
