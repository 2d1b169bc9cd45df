"""Sources that are the words of a file."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

_DIGITS = str.maketrans("0123456789", "abcdefghij")


def _words(world: World, s: Bound, items: Items) -> None:
    marks = (" ", "\t", "  ", "\n\n", " \t ")
    text = "".join(f"{item}{marks[i % 5]}" for i, item in enumerate(items[:-1]))
    world.file(s.txt, f"{text}{items[-1]}\n\n")


def _one_blank_line(world: World, s: Bound, items: Items) -> None:
    world.file(s.txt, "\n".join(items) + "\n\n")


def _folded(world: World, s: Bound, items: Items) -> None:
    shown = [x.title() if i % 3 else f"{x.upper()}," for i, x in enumerate(items)]
    world.file(s.txt, " ".join(shown) + ".\n")


SOURCES = (
    Source(
        name="words",
        things="words",
        thing="word",
        where="in <in>",
        file="{txt}",
        run="tr -s '[:space:]' '\\n' < {txt}",
        build=_words,
        rebuild=_one_blank_line,
        gist="puts every word of {txt} on its own line (tr)",
        weight=0.6,
        never=("count", "sample", "exactly"),
        say="""
            [put|print|show] [each|every] word of {txt} on [its own|a separate] line
            split {txt} into words, one per line
            [print|list] the words of {txt}[,|] one per line
        """,
    ),
    Source(
        name="folded-words",
        things="words",
        thing="word",
        where="in <in>",
        file="{txt}",
        remark=" [(ignoring|(without regard to] case and punctuation)",
        run="tr -cs '[:alpha:]' '\\n' < {txt} | tr '[:upper:]' '[:lower:]'",
        build=_folded,
        rebuild=_one_blank_line,
        gist="puts every word of {txt} on its own line, without punctuation, in lower case (tr)",
        emit=lambda items, s: [item.translate(_DIGITS).lower() for item in items],
        never=("count", "lower", "lower-distinct", "lower-count", "lower-top", "tally-case"),
        say="""
            [print|list] the words of {txt} in lower case, one per line, without punctuation
            <show> [each|every] word of {txt} on [its own|a separate] line, lower-cased and
                without punctuation
        """,
    ),
)
