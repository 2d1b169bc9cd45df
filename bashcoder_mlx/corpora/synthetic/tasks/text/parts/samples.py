"""Sample lines: words, numbers and rows that no wording mentions."""

from collections.abc import Mapping, Sequence

WIDTH = 9  # columns of a sample table: two more than the largest column that is drawn
HEADER = [f"head{i}" for i in range(1, WIDTH + 1)]
DECOYS = ("a", "e", "5+", "5{4}-5{2}-5{2}", "a+@b+")
"""Names of files that patterns would become in a command if they were not quoted."""
_ANIMALS = """
heron otter gecko bison tapir civet dingo ermine fossa gibbon hyena ibex
jerboa koala lynx mink numbat okapi panda quokka rhea stoat toucan urial
"""


def text_of(lines: Sequence[object]) -> str:
    """Lines as one text."""
    return "".join(f"{line}\n" for line in lines)


def names(many: int) -> list[str]:
    """Distinct words, out of order."""
    known = _ANIMALS.split()
    return [known[5 * i % 24] + ("" if i < 24 else str(i // 24)) for i in range(many)]


def repeated(many: int) -> list[str]:
    """So many distinct words, each up to seven times, equal ones mostly apart."""
    found = [(name, (3 * i + 4) % 7 + 1) for i, name in enumerate(names(many))]
    return [name for turn in range(7) for name, times in found if times > turn]


def mixed() -> list[str]:
    """Words in no order: some twice or three times, apart, some once, three in another case."""
    some = names(9)
    return [*some[:6], *some[2:4], some[4].upper(), some[1].title(), some[2], *some[6:]]


def numbers(many: int) -> list[str]:
    """Distinct whole numbers of one to three digits, in no order."""
    return [str((i * 337 + 93) % 1009) for i in range(many)]


def cells(row: int, width: int = WIDTH) -> list[str]:
    """Cells that are like nothing else."""
    return [f"r{row}k{i}" for i in range(1, width + 1)]


def table(columns: Mapping[int, Sequence[object]], separator: str = ",") -> list[str]:
    """Rows with these values in these columns, counted from 1, and other cells around them."""
    rows = []
    for index, values in enumerate(zip(*columns.values(), strict=True)):
        row = cells(index)
        for place, value in zip(columns, values, strict=True):
            row[place - 1] = str(value)
        rows.append(separator.join(row))
    return rows


def among(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines with the others spread between them."""
    step = max(1, len(lines) // len(others))
    found = list(lines)
    for index, other in enumerate(others):
        found.insert(index * (step + 1), other)
    return found
