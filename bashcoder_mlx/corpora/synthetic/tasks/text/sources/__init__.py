"""Where the items of pipelines come from, by kind: a module each."""

from bashcoder_mlx.corpora.synthetic.tasks.text.sources import (
    columns,
    grepped,
    lines,
    listings,
    logs,
    matches,
    records,
    words,
)

SOURCES = (
    *lines.SOURCES,
    *columns.SOURCES,
    *words.SOURCES,
    *matches.SOURCES,
    *logs.SOURCES,
    *grepped.SOURCES,
    *records.SOURCES,
    *listings.SOURCES,
)
"""All of them."""
