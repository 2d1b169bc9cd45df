"""Conditions on the rows of tables: as awk has them, in English, in Python."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound

Row = list[str]


@dataclass(frozen=True)
class Condition:
    """A test of a row: as awk has it, as people say it, and in Python."""

    name: str
    awk: str
    say: str
    """After "rows of FILE"."""
    test: Callable[[Row, Bound], bool]
    values: Callable[[Bound], Sequence[object]]
    """Values of {column} to try: some pass, some do not."""
    second: Callable[[Bound], Sequence[object]] | None = None
    """Values of {column2}, where it is tested too."""
    drop: str = ""
    """After "drop the rows of FILE", where that is a natural way to say it."""
    gaps: bool = False
    """Whether cells may be empty, which columns between blanks cannot."""


def _cell(row: Row, s: Bound) -> str:
    return row[s.column - 1]


def _near(s: Bound) -> list[object]:
    """Numbers around {amount}."""
    return [s.amount + k for k in (1, -1, 0, 7, 1000, -3)] + [9, s.amount * 11]


def _words(s: Bound) -> list[str]:
    """The word, other words, and what is nearly the word."""
    word = s.word
    return [word, "heron", f"x{word}", word.swapcase(), f"{word}s", word, word[:-1], f"a{word}b"]


_IS = "[is|equals|is equal to]"
_WHERE = "[where|in which]"


def conditions() -> list[Condition]:
    """All of them, the everyday ones first."""
    return [*_compared(), *_matched(), *_combined()]


def _compared() -> list[Condition]:
    return [
        Condition(
            "equal", '{column.awk} == "{word}"',
            f"[{_WHERE} {{column}} {_IS} {{word}}|whose {{column.ordinal}} [column|field] is "
            "{word}|that have {word} in {column}|with {word} in {column}]",
            lambda row, s: _cell(row, s) == s.word, _words,
        ),
        Condition(
            "over", "{column.awk} > {amount}",
            f"[{_WHERE} {{column}} is [greater than|more than|above|over|larger than] {{amount}}|"
            "whose {column.ordinal} [column|field] is [greater than|above|over] {amount}|"
            f"{_WHERE} {{column}} > {{amount}}|{_WHERE} {{column}} exceeds {{amount}}]",
            lambda row, s: int(_cell(row, s)) > s.amount, _near,
        ),
        Condition(
            "under", "{column.awk} < {amount}",
            f"[{_WHERE} {{column}} is [less than|below|under|smaller than] {{amount}}|"
            "whose {column.ordinal} [column|field] is [less than|below|under] {amount}|"
            f"{_WHERE} {{column}} < {{amount}}]",
            lambda row, s: int(_cell(row, s)) < s.amount, _near,
        ),
        Condition(
            "contains", "{column.awk} ~ /{word}/",
            f"[{_WHERE} {{column}} [contains|includes|matches] {{word}}|"
            "whose {column.ordinal} [column|field] contains {word}]",
            lambda row, s: s.word in _cell(row, s), _words,
        ),
        Condition(
            "unequal", '{column.awk} != "{word}"',
            f"[{_WHERE} {{column}} [is not|does not equal|is not equal to|differs from] {{word}}|"
            "whose {column.ordinal} [column|field] is not {word}]",
            lambda row, s: _cell(row, s) != s.word, _words,
            drop=f"{_WHERE} {{column}} {_IS} {{word}}",
        ),
        Condition(
            "at-least", "{column.awk} >= {amount}",
            f"[{_WHERE} {{column}} is [at least|no less than] {{amount}}|"
            f"{_WHERE} {{column}} is greater than or equal to {{amount}}|"
            f"{_WHERE} {{column}} >= {{amount}}|{_WHERE} {{column}} is {{amount}} or more]",
            lambda row, s: int(_cell(row, s)) >= s.amount, _near,
            drop=f"{_WHERE} {{column}} is [less than|below|under] {{amount}}",
        ),
        Condition(
            "at-most", "{column.awk} <= {amount}",
            f"[{_WHERE} {{column}} is at most {{amount}}|{_WHERE} {{column}} is {{amount}} or less|"
            f"{_WHERE} {{column}} is less than or equal to {{amount}}|"
            f"{_WHERE} {{column}} <= {{amount}}|{_WHERE} {{column}} is no more than {{amount}}]",
            lambda row, s: int(_cell(row, s)) <= s.amount, _near,
            drop=f"{_WHERE} {{column}} is [more than|above|over] {{amount}}",
        ),
        Condition(
            "number", "{column.awk} == {amount}",
            f"[{_WHERE} {{column}} [is|equals] [|the number ]{{amount}}|"
            "whose {column.ordinal} [column|field] is [|the number ]{amount}]",
            lambda row, s: int(_cell(row, s)) == s.amount, _near,
        ),
        Condition(
            "between", "{column.awk} >= {range.low} && {column.awk} <= {range.high}",
            f"[{_WHERE} {{column}} is between {{range.low}} and {{range.high}}|"
            f"{_WHERE} {{column}} is from {{range.low}} to {{range.high}}|"
            f"{_WHERE} {{column}} lies between {{range.low}} and {{range.high}}]",
            lambda row, s: s.range[0] <= int(_cell(row, s)) <= s.range[1],
            lambda s: [s.range[0] - 1, s.range[0], s.range[0] + 1, s.range[1], s.range[1] + 1, 100],
        ),
    ]  # fmt: skip


def _matched() -> list[Condition]:
    return [
        Condition(
            "lacks", "{column.awk} !~ /{word}/",
            f"[{_WHERE} {{column}} [does not contain|does not include|does not match] {{word}}|"
            "without {word} in {column}]",
            lambda row, s: s.word not in _cell(row, s), _words,
            drop=f"{_WHERE} {{column}} contains {{word}}",
        ),
        Condition(
            "starts", "{column.awk} ~ /^{word}/",
            f"[{_WHERE} {{column}} [starts|begins] with {{word}}|"
            "whose {column.ordinal} [column|field] [starts|begins] with {word}]",
            lambda row, s: _cell(row, s).startswith(s.word), _words,
        ),
        Condition(
            "ends", "{column.awk} ~ /{word}$/",
            f"[{_WHERE} {{column}} ends [with|in] {{word}}|"
            "whose {column.ordinal} [column|field] ends [with|in] {word}]",
            lambda row, s: _cell(row, s).endswith(s.word), _words,
        ),
        Condition(
            "equal-folded", 'tolower({column.awk}) == tolower("{word}")',
            f"[{_WHERE} {{column}} [is|equals] {{word}}, ignoring case|"
            f"{_WHERE} {{column}} [is|equals] {{word}} in upper or lower case]",
            lambda row, s: _cell(row, s).lower() == s.word.lower(), _words,
        ),
        Condition(
            "empty", '{column.awk} == ""',
            f"[{_WHERE} {{column}} is [empty|blank|missing]|with [an empty|a blank] value in "
            "{column}|that have nothing in {column}]",
            lambda row, s: not _cell(row, s), lambda s: ["", "a", "", "0", "b"], gaps=True,
        ),
        Condition(
            "filled", '{column.awk} != ""',
            f"[{_WHERE} {{column}} is not [empty|blank]|that have something in {{column}}|"
            f"{_WHERE} {{column}} has a value]",
            lambda row, s: bool(_cell(row, s)), lambda s: ["", "a", "", "0", "b"],
            drop=f"{_WHERE} {{column}} is [empty|blank|missing]", gaps=True,
        ),
        Condition(
            "numeric", "{column.awk} ~ /^[0-9]+$/",
            f"[{_WHERE} {{column}} is a [whole |]number|{_WHERE} {{column}} has only digits|"
            f"{_WHERE} {{column}} consists of digits only]",
            lambda row, s: _cell(row, s).isdigit(), lambda s: ["12", "a1", "1b", "7", "x"],
        ),
        Condition(
            "longer", "length({column.awk}) > {n}",
            f"[{_WHERE} {{column}} is longer than {{n}} characters|"
            f"{_WHERE} {{column}} has more than {{n}} characters]",
            lambda row, s: len(_cell(row, s)) > s.n,
            lambda s: ["a" * (s.n + k) for k in (1, -1, 0, 5, 2)],
        ),
    ]  # fmt: skip


def _combined() -> list[Condition]:
    return [
        Condition(
            "equal-and-over", '{column.awk} == "{word}" && {column2.awk} > {amount}',
            f"{_WHERE} {{column}} [is|equals] {{word}} and {{column2}} is [greater than|more than|"
            "above|over] {amount}",
            lambda row, s: _cell(row, s) == s.word and int(row[s.column2 - 1]) > s.amount,
            _words, _near,
        ),
        Condition(
            "equal-or", '{column.awk} == "{word}" || {column.awk} == "{word2}"',
            f"{_WHERE} {{column}} [is|equals] [either |]{{word}} or {{word2}}",
            lambda row, s: _cell(row, s) in (s.word, s.word2),
            lambda s: [s.word, s.word2, f"{s.word}x", "heron", s.word2],
        ),
        Condition(
            "equal-both", '{column.awk} == "{word}" && {column2.awk} == "{word2}"',
            f"{_WHERE} {{column}} [is|equals] {{word}} and {{column2}} [is|equals] {{word2}}",
            lambda row, s: (_cell(row, s), row[s.column2 - 1]) == (s.word, s.word2),
            lambda s: [s.word, s.word, "heron", s.word2, s.word],
            lambda s: [s.word2, "otter", s.word2, s.word, s.word2],
        ),
        Condition(
            "same", "{column.awk} == {column2.awk}",
            f"{_WHERE} {{column}} [equals|is the same as|is equal to] {{column2}}",
            lambda row, s: _cell(row, s) == row[s.column2 - 1],
            lambda s: ["a", "b", "c", "d", "E"], lambda s: ["a", "c", "c", "d", "e"],
        ),
        Condition(
            "greater", "{column.awk} > {column2.awk}",
            f"{_WHERE} {{column}} is [greater|larger|more|higher] than {{column2}}",
            lambda row, s: int(_cell(row, s)) > int(row[s.column2 - 1]),
            lambda s: [10, 9, 5, 100, 7], lambda s: [9, 10, 5, 20, 70],
        ),
    ]  # fmt: skip
