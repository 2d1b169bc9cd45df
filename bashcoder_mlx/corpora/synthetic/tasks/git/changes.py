"""Differences, as git prints them."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_CONTEXT = 3  # lines before a change


def changes_since(world: World, s: Bound) -> list[str]:
    """A file to which each of ten commits, 0 to 9, added a line with its number."""
    kept = 10 - s.back
    context = range(kept)[-_CONTEXT:]
    start, before = context[0] + 1, len(context)
    return [
        f"diff --git a/{s.file} b/{s.file}",
        "index 100644",
        f"--- a/{s.file}",
        f"+++ b/{s.file}",
        f"@@ -{start},{before} +{start},{before + s.back} @@",
        *(f" {number}" for number in context),
        *(f"+{number}" for number in range(kept, 10)),
    ]
