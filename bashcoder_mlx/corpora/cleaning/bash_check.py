"""`bash -n` for many texts: one process for a batch of them where that gives the same answer.

A process takes 1 to 2 ms to start, which for commands is nearly all of the time. In a batch, every
text stands in a branch of its own, with lines behind it that parse only where nothing was left
open. The text that a complaint names is asked about alone, and those before and after it again as
batches.

A text whose here-documents do not plainly end goes alone: one would swallow what follows. Two texts
that are wrong in exactly complementary ways could still pass together: of 1,525 bad pieces, cut out
of scripts at random points and checked among each other, none did.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from bashcoder_mlx.shell.syntax import is_valid_bash, syntax_error

BATCH_TEXTS, BATCH_CHARACTERS = 128, 200_000
_BEGIN = "case x in x)\n"
# One word here; within '…', "…" or "$("…" it ends what is open and has a parenthesis too many.
_QUOTED = ": '\")\")'\n"
_END = (
    # Not after an operator (`ls &&`), nor in any open compound command.
    "\n;; y)\n;; z) { { { {\n"
    # An argument here. An open `${` would end at it, an open `$((` has ended at `z)`: to both, one
    # of the braces on the next lines is too many, functions around them included.
    ": }\n}\n}\n}\n}\n;; y)\n;; z)\n"
    f"{_QUOTED}: '`)'\n{_QUOTED}{_QUOTED};; esac\n"
)
# After a `for ((` that does not end well, bash stops without a word, and misses this error.
_STRAY = ")\n"
_HERE_DOCUMENT = re.compile(r"<<-?[ \t]*([\"'\\]?)(\w+)\1")
_AT_LINE = re.compile(r"line (\d+):")


def start_check(texts: list[str], pool: ThreadPoolExecutor) -> Callable[[], list[bool]]:
    """Begins to ask whether `bash -n` accepts each text, as `syntax.is_valid_bash` does.

    Returns:
        A function that waits for the answers, which raises BashcoderError without bash.
    """
    batches = list(_batches(texts))
    pending = [pool.submit(_check, [text for _, text in batch]) for batch in batches]

    def answers() -> list[bool]:
        found = [False] * len(texts)
        for batch, future in zip(batches, pending, strict=True):
            for (index, _), answer in zip(batch, future.result(), strict=True):
                found[index] = answer
        return found

    return answers


def _batches(texts: list[str]) -> Iterator[list[tuple[int, str]]]:
    batch: list[tuple[int, str]] = []
    characters = 0
    for index, text in enumerate(texts):
        if "<<" in text and not _here_documents_end(text):
            yield [(index, text)]
            continue
        if batch and (len(batch) == BATCH_TEXTS or characters + len(text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append((index, text))
        characters += len(text)
    if batch:
        yield batch


def _here_documents_end(text: str) -> bool:
    """Whether each word after `<<` stands alone on as many lines as it was announced."""
    words = [match[2] for match in _HERE_DOCUMENT.finditer(text)]
    lines = Counter(line.lstrip("\t") for line in text.split("\n"))
    announced = Counter(words)
    return len(words) == text.count("<<") and all(lines[word] >= announced[word] for word in words)


def _check(texts: list[str]) -> list[bool]:
    if len(texts) < 2:
        return [is_valid_bash(text) for text in texts]
    joined = _joined(texts)
    error = syntax_error(joined)
    if error is None and ("((" not in joined or syntax_error(joined + _STRAY)):
        return [True] * len(texts)
    bad = _named(error, texts)
    if bad is None:
        half = len(texts) // 2
        return _check(texts[:half]) + _check(texts[half:])
    # What stands before may have been left open too, which shows at its end; and the text that is
    # named may be good, where the complaint is about what an earlier one swallowed.
    return [*_check(texts[:bad]), is_valid_bash(texts[bad]), *_check(texts[bad + 1 :])]


def _joined(texts: list[str]) -> str:
    return "".join(f"{_BEGIN}{text}{_END}" for text in texts)


def _named(error: str | None, texts: list[str]) -> int | None:
    """The index of the text that holds the line of the complaint; None where it names none."""
    found = _AT_LINE.search(error or "")
    line = int(found[1]) if found else 0
    for index, text in enumerate(texts):
        line -= _joined([text]).count("\n")
        if line <= 0:
            return index if found else None
    return None
