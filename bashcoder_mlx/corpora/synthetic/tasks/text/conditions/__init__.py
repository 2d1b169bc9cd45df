"""Conditions on the rows of tables: comparisons, patterns, and two together."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.tasks.text.conditions import combined, compared, matched
from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import Condition

CONDITIONS: Sequence[Condition] = (
    *compared.CONDITIONS,
    *matched.CONDITIONS,
    *combined.CONDITIONS,
)
"""All of them, the everyday ones first."""
