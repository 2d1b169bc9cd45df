"""Files of equal content, as checksums show them."""

import hashlib
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def twins(world: World, s: Bound, kind: str, paths: Sequence[str], of: Sequence[str]) -> list[str]:
    """The lines of the checksum tool for these paths; of them those by number in `of`."""
    lines = sorted(
        f"{hashlib.new(kind, world[path].data).hexdigest()}  {path}" for path in map(s.fill, paths)
    )
    return [lines[int(number)] for number in of]
