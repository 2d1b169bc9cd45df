"""Which programs a bash text needs, and whether this machine has them."""

import shutil
from collections.abc import Iterable

from bashcoder_mlx.shell import knowledge


def missing(texts: Iterable[str]) -> list[str]:
    """The programs of the knowledge base that are named in these texts and not installed here."""
    names = {name for text in texts for name in knowledge.used(text)[0] if " " not in name}
    programs = {name for name in names if knowledge.utility(name).kind == "program"}
    return sorted(name for name in programs if not shutil.which(name))
