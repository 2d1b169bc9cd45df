"""What pipelines do with the items that a source yields, by kind: a module each."""

from bashcoder_mlx.corpora.synthetic.tasks.text.stages import (
    counts,
    figures,
    joins,
    letters,
    orders,
    picks,
    repeats,
    saves,
)

STAGES = (
    *orders.STAGES,
    *counts.STAGES,
    *repeats.STAGES,
    *picks.STAGES,
    *figures.STAGES,
    *letters.STAGES,
    *joins.STAGES,
    *saves.STAGES,
)
"""All of them."""
