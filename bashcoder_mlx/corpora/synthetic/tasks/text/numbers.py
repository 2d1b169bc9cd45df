"""Sequences, sizes in K, M and G, and factors."""

from collections.abc import Iterator, Sequence

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


def _lines(values: Sequence[int]) -> list[str]:
    return [str(value) for value in values]


def up_to_n(world: World, s: Bound) -> list[str]:
    """1 to {n}."""
    return _lines(range(1, s.n + 1))


def in_range(world: World, s: Bound) -> list[str]:
    """The numbers of {range}."""
    return _lines(range(s.range[0], s.range[1] + 1))


def in_steps(world: World, s: Bound) -> list[str]:
    """0 to {n} in steps of {tab}."""
    return _lines(range(0, s.n + 1, s.tab))


def down_from_n(world: World, s: Bound) -> list[str]:
    """{n} to 1."""
    return _lines(range(s.n, 0, -1))


def zero_padded(world: World, s: Bound) -> list[str]:
    """1 to {n} with leading zeros."""
    return [f"{i:0{len(str(s.n))}}" for i in range(1, s.n + 1)]


def on_one_line(world: World, s: Bound, glue: str) -> str:
    """1 to {n} on a line."""
    return glue.join(up_to_n(world, s)) + "\n"


def sum_to_n(world: World, s: Bound) -> list[str]:
    """The sum of 1 to {n}."""
    return [str(s.n * (s.n + 1) // 2)]


def named_numbers(world: World, s: Bound) -> list[str]:
    """{word} with the numbers 1 to {n}."""
    return [f"{s.word}{i}" for i in range(1, s.n + 1)]


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


def word_count_times(world: World, s: Bound) -> list[str]:
    """{count} times {word}."""
    return [s.word] * s.count
