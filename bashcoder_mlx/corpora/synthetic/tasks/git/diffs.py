"""A difference with more lines around it."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_CONTEXT = 3  # lines before a change


def change_with_context(world: World, s: Bound) -> list[str]:
    """Line 250 of 500 changed, with n lines around it."""
    start, lines = 250 - s.n, 2 * s.n + 1
    return [
        "diff --git a/f b/f",
        "index 100644",
        "--- a/f",
        "+++ b/f",
        f"@@ -{start},{lines} +{start},{lines} @@",
        *(f" {number}" for number in range(start, 250)),
        "-250",
        "+changed",
        *(f" {number}" for number in range(251, 251 + s.n)),
    ]
