"""`bashcoder data`: corpora, from a name, a file or a grammar to clean and mixed JSON Lines."""

import click

from bashcoder_mlx.cli.lazy import LazyGroup

COMMANDS = {
    "list": "The named corpora, with sizes and licences.",
    "get": "Fetch a named corpus, streamed.",
    "tasks": "The tasks behind the pairs: list, run, or try with mutants.",
    "synth": "Write verified pairs of English and bash.",
    "coverage": "How much of what people ask the generator can write.",
    "ambiguous": "Wordings of the generator that ask for two things.",
    "clean": "Filter, mask, and remove duplicates.",
    "combine": "Mix any number of corpora by weight.",
    "stats": "Describe corpora: sizes, tokens, utilities, licences.",
}


@click.group(cls=LazyGroup, package=__name__, summaries=COMMANDS)
def command() -> None:
    """Prepare corpora for training."""
