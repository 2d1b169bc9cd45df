"""Short English stories for small children and about everyday life, written by a small grammar.

The plots and their words are in stories.toml. They include work with files and folders, so that
names, sizes, copies and counts are met in plain English before they are met in prompts.
"""

import random
import re
from collections.abc import Iterator
from functools import lru_cache

from bashcoder_mlx.corpora.synthetic.grammar import Grammar, choose, read_data

_ARTICLE = re.compile(r"\b([Aa])\(n\) (?=(\w))")
_ATTEMPTS = 100


def stories(count: int, seed: int = 0) -> Iterator[str]:
    """`count` different stories of 60 to 150 words, the same for the same seed."""
    rng = random.Random(seed)
    seen: set[str] = set()
    for _ in range(count):
        story = _fresh(rng, seen)
        seen.add(story)
        yield story


def _fresh(rng: random.Random, seen: set[str]) -> str:
    for _ in range(_ATTEMPTS):
        story = _story(rng)
        if story not in seen:
            return story
    raise AssertionError("the grammar has run out of stories")


def _story(rng: random.Random) -> str:
    grammar, plots = _grammar()
    text = choose(rng.choice(plots), rng)
    return _ARTICLE.sub(_with_article, grammar.fill(text, rng, {}))


def _with_article(match: re.Match) -> str:
    return match[1] + ("n " if match[2].lower() in "aeiou" else " ")


@lru_cache(maxsize=1)
def _grammar() -> tuple[Grammar, list[str]]:
    data = read_data("stories.toml")
    plots = [plot["text"].strip() for plot in data["plot"]]
    return Grammar(data["slots"], shared=True), plots
