"""Which names, numbers and patterns of a prompt an answer copies."""

import re
from collections.abc import Sequence

from bashcoder_mlx.shell.typed import bare, values, whole


def slots(prompt: str) -> list[str]:
    """The quoted texts of a prompt, then its names, paths, patterns and numbers, each once."""
    found = sorted(values(prompt), key=lambda value: not value.is_quoted)
    return list(dict.fromkeys(value.text for value in found))


def copies(slot: str, answer: str) -> bool:
    """Whether a slot stands in an answer as a whole, quotes and backslashes aside."""
    return bool(re.search(whole(bare(slot)), bare(answer)))


def wanted_slots(prompt: str, golds: Sequence[str]) -> list[str]:
    """The slots that every gold answer copies, as far as there are any.

    "2 weeks" is none where one has 14.
    """
    found = slots(prompt) if golds else []
    return [slot for slot in found if all(copies(slot, gold) for gold in golds)]
