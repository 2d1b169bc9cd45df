"""What a filter of texts is: its command, its English and its result."""

from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What is done with a text; `<sep>` in its command is the separator of the fields."""

    key: str
    run: str
    say: str
    """A block of instructions."""
    ask: str
    """A block of other wordings."""
    explain: str
    result: Callable[[str, Bound, str], str]
    """From the text, the values and the separator: what is printed."""
    mac: str = ""
    """The command for macOS where it differs."""
    plain: bool = False
    """Whether the end of the line must not be part of the text."""
