"""Tables in Markdown, aligned, so that they read as well in a terminal."""

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table.

    Args:
        header: the title of each column.
        rows: as many cells each as the header has.
    """
    drawn = Table(box=box.MARKDOWN, header_style="", pad_edge=True)
    for title in header:
        drawn.add_column(title, no_wrap=True)
    for cells in rows:
        drawn.add_row(*cells)
    stream = io.StringIO()
    Console(file=stream, width=10_000, markup=False, emoji=False).print(drawn, markup=False)
    return "\n".join(line.rstrip() for line in stream.getvalue().strip().split("\n"))
