"""What is done to sources: removing them."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World


def removed(world: World, s: Bound, files: Sequence[str], report: bool = False) -> Outcome | None:
    """Removes what is at these paths; `report` as rm -v prints it."""
    lines = []
    for path in map(s.fill, files):
        for inner in [*world.paths(path), path]:
            kind = "directory " if world[inner].kind == "dir" else ""
            lines.append(f"removed {kind}'{inner}'")
        world.remove(path)
    return Outcome(stdout=lines, ordered=False) if report else None
