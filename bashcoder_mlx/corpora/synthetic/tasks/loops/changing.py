"""What a number becomes in a loop."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World

_NEXT: dict[str, Callable[[int, int], int]] = {
    "double": lambda n, few: n * 2,
    "triple": lambda n, few: n * 3,
    "halve": lambda n, few: n // 2,
    "less": lambda n, few: n - few,
    "more": lambda n, few: n + few,
}


def grown(world: World, s: Bound, start: str, key: str, form: str) -> Outcome:
    """The numbers from the first on, as long as they are above 0, and below a bound if any; (( ))
    that yields 0 leaves the status 1.
    """
    number, found = int(s.fill(start)), []
    few, bound = (int(s[name].data) if name in s else 0 for name in ("few", "bound"))
    while number > 0 and (not bound or number < bound):
        found.append(str(number))
        number = _NEXT[key](number, few)
    return Outcome(found, status=1 if form == "double" and number == 0 else 0)
