"""The corpora of the package, which a recipe names as "builtin:pairs"."""

from functools import lru_cache
from itertools import islice

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import InputError

PREFIX = "builtin:"
DOCUMENTS = {"pairs": 300_000, "commands": 40_000, "stories": 20_000}
_SHORT = 24  # characters of the longest command of builtin:commands


def fingerprint(path: str, seed: int) -> str:
    """Identifies the documents of a built-in corpus."""
    from bashcoder_mlx.corpora.synthetic import digests

    return f"{path} {DOCUMENTS.get(path.removeprefix(PREFIX))} {digests.grammar()} {seed}"


@lru_cache(maxsize=4)
def documents(path: str, seed: int) -> tuple[Document, ...]:
    """The documents of a built-in corpus, kept, as a run goes through them several times."""
    from bashcoder_mlx.corpora.synthetic.generate import pairs
    from bashcoder_mlx.corpora.synthetic.stories import stories
    from bashcoder_mlx.corpora.synthetic.tasks import BASIC

    name = path.removeprefix(PREFIX)
    if name not in DOCUMENTS:
        known = ", ".join(PREFIX + name for name in DOCUMENTS)
        raise InputError(f"no built-in corpus {path}: use one of {known}")
    count = DOCUMENTS[name]
    if name == "stories":
        return tuple(Document(text=text) for text in stories(count, seed))
    if name == "pairs":
        return tuple(pair.to_document() for pair in pairs(count, seed))
    short = (pair for pair in pairs(20 * count, seed, BASIC) if _is_short(pair))
    return tuple(pair.to_document() for pair in islice(short, count))


def _is_short(pair) -> bool:
    return pair.kind == "command" and len(pair.completion) <= _SHORT
