"""What the tasks of text/typed print."""

import hashlib
import re

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def padded(world: World, s: Bound) -> list[str]:
    """The numbers from 1, all as wide as the last."""
    return [f"{number:0{len(str(s.n))}}" for number in range(1, int(s.n) + 1)]


def md5_of_line(world: World, s: Bound) -> list[str]:
    """What md5sum says about a word and a line end."""
    text = f"{s.word}\n"
    return [f"{hashlib.md5(text.encode()).hexdigest()}  -"]


def repeated_y(world: World, s: Bound) -> list[str]:
    """What yes says, a few times."""
    return ["y"] * int(s.few)


def shuffled(world: World, s: Bound) -> list[str]:
    """The first and the highest numbers, as that is the order by chance of the trial."""
    numbers = ["1", *(str(number) for number in range(int(s.n), 1, -1))]
    return numbers[: int(s.few)]


def letter_words(world: World, s: Bound) -> list[str]:
    """The runs of letters of both phrases."""
    return re.findall("[A-Za-z]+", f"{s.phrase} {s.phrase2}")


def backwards(world: World, s: Bound) -> list[str]:
    """The digits of the number, the last first."""
    return [str(s.n)[::-1]]


def last_three(world: World, s: Bound) -> list[str]:
    """The end of the word."""
    return [str(s.word)[-3:]]
