"""What time it is: for oracles, which must not ask the system, as trials are also made to be named.

A trial that holds today's date is another one every day. Its digest is taken with a clock that
stands still, so that what was verified yesterday still is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone

_frozen: list[datetime] = []


def now() -> datetime:
    """The time in UTC, as the sandbox has it."""
    return _frozen[-1] if _frozen else datetime.now(timezone.utc)


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Lets the clock stand still."""
    _frozen.append(moment)
    try:
        yield
    finally:
        _frozen.pop()
