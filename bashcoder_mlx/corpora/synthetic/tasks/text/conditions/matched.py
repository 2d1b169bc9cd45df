"""Conditions that look at the text of a column."""

from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import Condition, cell, words

CONDITIONS = (
    Condition(
        name="lacks",
        awk="{column.awk} !~ /{word}/",
        say="""
            <wherein> {column} [does not contain|does not include|does not match] {word}
            without {word} in {column}
        """,
        test=lambda row, s: s.word not in cell(row, s),
        values=words,
        drop="<wherein> {column} contains {word}",
    ),
    Condition(
        name="starts",
        awk="{column.awk} ~ /^{word}/",
        say="""
            <wherein> {column} [starts|begins] with {word}
            whose {column.ordinal} [column|field] [starts|begins] with {word}
        """,
        test=lambda row, s: cell(row, s).startswith(s.word),
        values=words,
    ),
    Condition(
        name="ends",
        awk="{column.awk} ~ /{word}$/",
        say="""
            <wherein> {column} ends [with|in] {word}
            whose {column.ordinal} [column|field] ends [with|in] {word}
        """,
        test=lambda row, s: cell(row, s).endswith(s.word),
        values=words,
    ),
    Condition(
        name="equal-folded",
        awk='tolower({column.awk}) == tolower("{word}")',
        say="""
            <wherein> {column} <is> {word}, ignoring case
            <wherein> {column} <is> {word} in upper or lower case
        """,
        test=lambda row, s: cell(row, s).lower() == s.word.lower(),
        values=words,
    ),
    Condition(
        name="empty",
        awk='{column.awk} == ""',
        say="""
            <wherein> {column} is [empty|blank|missing]
            with [an empty|a blank] value in {column}
            that have nothing in {column}
        """,
        test=lambda row, s: not cell(row, s),
        values=lambda s: ["", "a", "", "0", "b"],
        gaps=True,
    ),
    Condition(
        name="filled",
        awk='{column.awk} != ""',
        say="""
            <wherein> {column} is not [empty|blank]
            that have something in {column}
            <wherein> {column} has a value
        """,
        test=lambda row, s: bool(cell(row, s)),
        values=lambda s: ["", "a", "", "0", "b"],
        drop="<wherein> {column} is [empty|blank|missing]",
        gaps=True,
    ),
    Condition(
        name="numeric",
        awk="{column.awk} ~ /^[0-9]+$/",
        say="""
            <wherein> {column} is a [whole |]number
            <wherein> {column} has only digits
            <wherein> {column} consists of digits only
        """,
        test=lambda row, s: cell(row, s).isdigit(),
        values=lambda s: ["12", "a1", "1b", "7", "x"],
    ),
    Condition(
        name="longer",
        awk="length({column.awk}) > {n}",
        say="""
            <wherein> {column} is longer than {n} characters
            <wherein> {column} has more than {n} characters
        """,
        test=lambda row, s: len(cell(row, s)) > s.n,
        values=lambda s: ["a" * (s.n + k) for k in (1, -1, 0, 5, 2)],
    ),
)
