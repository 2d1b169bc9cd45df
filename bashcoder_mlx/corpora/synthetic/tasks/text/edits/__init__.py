"""Edits with sed: what is done (by kind, a module each), on which lines, and where it goes."""

from bashcoder_mlx.corpora.synthetic.tasks.text.edits import (
    extended,
    marks,
    substitutions,
    whole_lines,
)

EDITS = (*substitutions.EDITS, *extended.EDITS, *marks.EDITS, *whole_lines.EDITS)
"""All of them, the everyday ones first."""
