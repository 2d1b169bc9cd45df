"""Edits with extended regular expressions (-E)."""

import re

from bashcoder_mlx.corpora.synthetic.tasks.text.edits.edit import UNUSUAL, Edit

_LINE = "v<n> 77  x8   y"
EDITS = (
    Edit(
        name="squeeze",
        program="s/[[:space:]]+/ /g",
        do="""
            squeeze [every run of|repeated] [whitespace|blanks] <on> to [one|a single] space
            replace each run of [whitespace|blanks] <on> [with|by] [one|a single] space
        """,
        shown="with [every run of|repeated] [whitespace|blanks] squeezed to one space<at>",
        apply=lambda t, s: [re.sub(r"\s+", " ", t)],
        explain="squeezes runs of whitespace <on> to one space",
        never=UNUSUAL,
        extended=True,
        line=_LINE,
    ),
    Edit(
        name="numbers",
        program="s/[0-9]+/{word3}/g",
        do="""
            replace [every|each] number <on> [with|by] {word3}
            change all numbers <on> to {word3}
        """,
        shown="with [every|each] number replaced by {word3}<at>",
        apply=lambda t, s: [re.sub(r"[0-9]+", s.word3, t)],
        explain="replaces every number by {word3} <on>",
        never=UNUSUAL,
        extended=True,
        line=_LINE,
    ),
    Edit(
        name="bracket-numbers",
        program="s/[0-9]+/(&)/g",
        do="""
            put [parentheses|round brackets] around [every|each] number <on>
            [wrap|enclose] all numbers <on> in parentheses
        """,
        shown="with [parentheses|round brackets] around [every|each] number<at>",
        apply=lambda t, s: [re.sub(r"[0-9]+", r"(\g<0>)", t)],
        explain="puts parentheses around every number <on>",
        never=UNUSUAL,
        extended=True,
        line=_LINE,
    ),
    Edit(
        name="swap-words",
        program=r"s/^([^ ]+) ([^ ]+)/\2 \1/",
        do="""
            swap the first two words of <what-of>
            exchange the first and the second word of <what-of>
        """,
        shown="with the first two words of <what> swapped",
        apply=lambda t, s: [re.sub(r"^([^ ]+) ([^ ]+)", r"\2 \1", t)],
        explain="swaps the first two words of <what-of>",
        never=UNUSUAL,
        extended=True,
        line="#v<n> 77  x8   y",
        near="    v<n> 77  x8",
    ),
    Edit(
        name="either",
        program="s/{word3}|{word5}/{word4}/g",
        do="""
            replace [both |]{word3} and {word5} [with|by] {word4} <on>
            change [every |]{word3} or {word5} to {word4} <on>
        """,
        shown="with [both |]{word3} and {word5} replaced by {word4}<at>",
        apply=lambda t, s: [re.sub(f"{s.word3}|{s.word5}", s.word4, t)],
        explain="replaces every {word3} and {word5} by {word4} <on>",
        never=UNUSUAL,
        extended=True,
    ),
)
