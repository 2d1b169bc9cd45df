"""Conditions on two columns, or on two values of one."""

from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import (
    Condition,
    cell,
    near,
    words,
)

CONDITIONS = (
    Condition(
        name="equal-and-over",
        awk='{column.awk} == "{word}" && {column2.awk} > {amount}',
        say="""
            <wherein> {column} <is> {word} and {column2} is [greater than|more than|above|over]
                {amount}
        """,
        test=lambda row, s: cell(row, s) == s.word and int(row[s.column2 - 1]) > s.amount,
        values=words,
        second=near,
    ),
    Condition(
        name="equal-or",
        awk='{column.awk} == "{word}" || {column.awk} == "{word2}"',
        say="""
            <wherein> {column} <is> [either |]{word} or {word2}
        """,
        test=lambda row, s: cell(row, s) in (s.word, s.word2),
        values=lambda s: [s.word, s.word2, f"{s.word}x", "heron", s.word2],
    ),
    Condition(
        name="equal-both",
        awk='{column.awk} == "{word}" && {column2.awk} == "{word2}"',
        say="""
            <wherein> {column} <is> {word} and {column2} <is> {word2}
        """,
        test=lambda row, s: (cell(row, s), row[s.column2 - 1]) == (s.word, s.word2),
        values=lambda s: [s.word, s.word, "heron", s.word2, s.word],
        second=lambda s: [s.word2, "otter", s.word2, s.word, s.word2],
    ),
    Condition(
        name="same",
        awk="{column.awk} == {column2.awk}",
        say="""
            <wherein> {column} [equals|is the same as|is equal to] {column2}
        """,
        test=lambda row, s: cell(row, s) == row[s.column2 - 1],
        values=lambda s: ["a", "b", "c", "d", "E"],
        second=lambda s: ["a", "c", "c", "d", "e"],
    ),
    Condition(
        name="greater",
        awk="{column.awk} > {column2.awk}",
        say="""
            <wherein> {column} is [greater|larger|more|higher] than {column2}
        """,
        test=lambda row, s: int(cell(row, s)) > int(row[s.column2 - 1]),
        values=lambda s: [10, 9, 5, 100, 7],
        second=lambda s: [9, 10, 5, 20, 70],
    ),
)
