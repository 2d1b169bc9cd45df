"""Oracle of a check that depends on a number drawn."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World


def errors(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
    """Fails where the lines with ERROR are as many as allowed, or more."""
    found = sum("ERROR" in line for line in world[arguments[0]].lines)
    return Outcome(f"{found} errors\n", status=int(found >= s.count))
