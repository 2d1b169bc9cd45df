"""Sequences of numbers and of words."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


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


def word_count_times(world: World, s: Bound) -> list[str]:
    """{count} times {word}."""
    return [s.word] * s.count
