"""Sizes in K, M and G, and factors."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines, path_read
from bashcoder_mlx.trial.world import World

_UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def number_of_bytes(draw: Draw, spaced: bool) -> Value:
    """A number of bytes that is a half more than a whole number of K, M or G."""
    unit, whole = draw.pick("KMG"), draw.between(1, 9)
    value = number(_UNITS[unit] * (2 * whole + 1) // 2)
    return value._replace(forms={"size": f"{whole}.5{unit}"})


def binary_size(draw: Draw, spaced: bool) -> Value:
    """A size such as 20M."""
    unit, many = draw.pick("KMG"), draw.between(2, 90)
    english = (f"{many}{unit}", f"{many} {unit}iB", f"{many}{unit}iB")
    return Value(f"{many}{unit}", english, many * _UNITS[unit])


def bytes_in_column(world: World, s: Bound) -> None:
    """3072 in {column} and 2048 in the others."""
    row = ["3072" if i == s.column else "2048" for i in range(1, 9)]
    world.file(path_read(s), [" ".join(row)])


@on_lines
def readable_column(x: list[str], s: Bound) -> list[str]:
    """3072 as 3.0K."""
    return [x[0].replace("3072", "3.0K")]


def readable_bytes(world: World, s: Bound) -> list[str]:
    """The size that the bytes were made of."""
    return [s["bytes"].forms["size"]]


def plain_bytes(world: World, s: Bound) -> list[str]:
    """The size in bytes."""
    return [str(s.sizes)]


def factors(world: World, s: Bound) -> str:
    """The primes of {n}."""
    return f"{s.n}: {' '.join(map(str, _primes(s.n)))}\n"


def _primes(value: int) -> Iterator[int]:
    divisor = 2
    while value > 1:
        while value % divisor == 0:
            yield divisor
            value //= divisor
        divisor += 1


def computed(world: World, s: Bound, sign: str) -> list[str]:
    """What becomes of {n} and {n2}."""
    return [str({"+": s.n + s.n2, "-": s.n - s.n2, "*": s.n * s.n2}[sign])]
