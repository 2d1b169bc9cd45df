"""What a loop in a loop prints or makes."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def paired(world: World, s: Bound, first: str, second: str, key: str) -> str | list[str]:
    """Every pair, in the order of the loops."""
    pairs = [(x, y) for x in _each(s.fill(first)) for y in _each(s.fill(second))]
    for x, y in pairs:
        if key == "mkdir":
            world.dir(f"{x}/{y}")
        if key == "touch":
            world.file(f"{x}_{y}.txt")
    if key == "row":
        return "".join(f"{x}-{y} " for x, y in pairs)
    return [f"{x} {y}" for x, y in pairs] if key == "print" else []


def _each(text: str) -> list[str]:
    """Words, or the numbers or letters of a range."""
    first, dots, last = text.partition("..")
    if not dots:
        return text.split()
    if first == "a":
        return [chr(code) for code in range(ord("a"), ord(last) + 1)]
    return [str(number) for number in range(1, int(last) + 1)]
