"""Conditions that compare a column with a value."""

from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import (
    Condition,
    cell,
    near,
    words,
)

CONDITIONS = (
    Condition(
        name="equal",
        awk='{column.awk} == "{word}"',
        say="""
            <wherein> {column} <is> {word}
            whose {column.ordinal} [column|field] is {word}
            that have {word} in {column}
            with {word} in {column}
        """,
        test=lambda row, s: cell(row, s) == s.word,
        values=words,
    ),
    Condition(
        name="over",
        awk="{column.awk} > {amount}",
        say="""
            <wherein> {column} is [greater than|more than|above|over|larger than] {amount}
            whose {column.ordinal} [column|field] is [greater than|above|over] {amount}
            <wherein> {column} > {amount}
            <wherein> {column} exceeds {amount}
        """,
        test=lambda row, s: int(cell(row, s)) > s.amount,
        values=near,
    ),
    Condition(
        name="under",
        awk="{column.awk} < {amount}",
        say="""
            <wherein> {column} is [less than|below|under|smaller than] {amount}
            whose {column.ordinal} [column|field] is [less than|below|under] {amount}
            <wherein> {column} < {amount}
        """,
        test=lambda row, s: int(cell(row, s)) < s.amount,
        values=near,
    ),
    Condition(
        name="contains",
        awk="{column.awk} ~ /{word}/",
        say="""
            <wherein> {column} [contains|includes|matches] {word}
            whose {column.ordinal} [column|field] contains {word}
        """,
        test=lambda row, s: s.word in cell(row, s),
        values=words,
    ),
    Condition(
        name="unequal",
        awk='{column.awk} != "{word}"',
        say="""
            <wherein> {column} [is not|does not equal|is not equal to|differs from] {word}
            whose {column.ordinal} [column|field] is not {word}
        """,
        test=lambda row, s: cell(row, s) != s.word,
        values=words,
        drop="<wherein> {column} <is> {word}",
    ),
    Condition(
        name="at-least",
        awk="{column.awk} >= {amount}",
        say="""
            <wherein> {column} is [at least|no less than] {amount}
            <wherein> {column} is greater than or equal to {amount}
            <wherein> {column} >= {amount}
            <wherein> {column} is {amount} or more
        """,
        test=lambda row, s: int(cell(row, s)) >= s.amount,
        values=near,
        drop="<wherein> {column} is [less than|below|under] {amount}",
    ),
    Condition(
        name="at-most",
        awk="{column.awk} <= {amount}",
        say="""
            <wherein> {column} is at most {amount}
            <wherein> {column} is {amount} or less
            <wherein> {column} is less than or equal to {amount}
            <wherein> {column} <= {amount}
            <wherein> {column} is no more than {amount}
        """,
        test=lambda row, s: int(cell(row, s)) <= s.amount,
        values=near,
        drop="<wherein> {column} is [more than|above|over] {amount}",
    ),
    Condition(
        name="number",
        awk="{column.awk} == {amount}",
        say="""
            <wherein> {column} <is> [|the number ]{amount}
            whose {column.ordinal} [column|field] is [|the number ]{amount}
        """,
        test=lambda row, s: int(cell(row, s)) == s.amount,
        values=near,
    ),
    Condition(
        name="between",
        awk="{column.awk} >= {range.low} && {column.awk} <= {range.high}",
        say="""
            <wherein> {column} is between {range.low} and {range.high}
            <wherein> {column} is from {range.low} to {range.high}
            <wherein> {column} lies between {range.low} and {range.high}
        """,
        test=lambda row, s: s.range[0] <= int(cell(row, s)) <= s.range[1],
        values=lambda s: [
            s.range[0] - 1,
            s.range[0],
            s.range[0] + 1,
            s.range[1],
            s.range[1] + 1,
            100,
        ],
    ),
)
