"""One document of a corpus: a text, or a prompt with its completion; and its JSON Lines record.

The records are mlx-lm's: `{"text"}`, `{"prompt", "completion"}` and single exchanges of
`{"messages"}`, with optional keys of ours: `kind`, `os`, `source`, `license`, `template`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

KINDS = ("text", "command", "script", "explanation")
BASH_SYSTEMS = (None, "any", "linux", "macos")
_OPTIONAL = ("kind", "os", "source", "license", "template")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Documents whose tokens are counted at once.
_BATCH = 2_000


@dataclass(frozen=True)
class Document:
    """A text to learn whole, or a pair of which only the completion is learned.

    Raises:
        ValueError: neither or both of text and pair, a field that is not a string, an unknown kind.
    """

    text: str | None = None
    """The whole document; None for a pair."""
    prompt: str | None = None
    completion: str | None = None
    kind: str = "text"
    """For a pair, the task of the prompt format: command, script or explanation."""
    os: str | None = None
    """The system a pair is for: linux, macos, any, None (unknown), or one that has no bash."""
    source: str | None = None
    license: str | None = None
    template: str | None = None
    """Of a pair: its command with `{{path/to/file}}` where a person puts a value."""

    def __post_init__(self) -> None:
        for name in ("text", "prompt", "completion", *_OPTIONAL):
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise ValueError(f'"{name}" must be a string, not {_json_type(value)}')
        if (self.text is None) != self.is_pair or (self.prompt is None) != (
            self.completion is None
        ):
            raise ValueError('give either "text" or both "prompt" and "completion"')
        if self.kind not in (KINDS[1:] if self.is_pair else KINDS):
            expected = ", ".join(KINDS[1:] if self.is_pair else KINDS)
            raise ValueError(f'unknown "kind" {self.kind!r}: use one of {expected}')

    @property
    def is_pair(self) -> bool:
        """Whether this is a prompt with its completion."""
        return self.prompt is not None or self.completion is not None

    @property
    def parts(self) -> tuple[str, ...]:
        """The text alone, or the prompt and the completion."""
        return (self.prompt, self.completion) if self.is_pair else (self.text,)

    @property
    def size(self) -> int:
        """Bytes of its texts in UTF-8."""
        return sum(
            len(part) if part.isascii() else len(part.encode("utf-8", "surrogatepass"))
            for part in self.parts
        )

    @property
    def fault(self) -> str | None:
        """Why nothing can be learned from this document, as a phrase to count; None if it can."""
        if not all(part.strip() for part in self.parts):
            return "blank"
        if any("\0" in part for part in self.parts):
            return "with a NUL character"
        if not all(_is_unicode(part) for part in self.parts):
            return "with half a surrogate pair"
        if self.is_pair and self.os not in BASH_SYSTEMS:
            return "for a system without bash"
        return None

    def as_text(self) -> str:
        """The document as one text; the English half of a pair becomes a comment above the code."""
        if not self.is_pair:
            return self.text
        english, code = self.parts if self.kind != "explanation" else self.parts[::-1]
        comment = "\n".join(f"# {line}".rstrip() for line in english.splitlines())
        return f"{comment}\n{code}"

    def to_record(self) -> dict[str, str]:
        """The JSON Lines record; keys that say nothing are left out."""
        record = {"text": self.text, "prompt": self.prompt, "completion": self.completion}
        record |= {name: getattr(self, name) for name in _OPTIONAL}
        if record["kind"] == "text":
            del record["kind"]
        return {name: value for name, value in record.items() if value is not None}


def with_tokens(
    documents: Iterable[Document], count_tokens: Callable[[Sequence[str]], Iterable[int]]
) -> Iterator[tuple[Document, int]]:
    """Each document with the number of tokens of its texts.

    Args:
        count_tokens: of many texts at once.
    """
    documents = iter(documents)
    while batch := list(islice(documents, _BATCH)):
        tokens = iter(count_tokens([part for document in batch for part in document.parts]))
        for document in batch:
            yield document, sum(next(tokens) for _ in document.parts)


def from_record(record: dict) -> Document:
    """The document of a parsed JSON record; unknown keys are ignored, and null means absent.

    Raises:
        ValueError: not an object, or one without the keys of a document, or with values of a wrong
            type. The message says what is wrong; the caller adds file and line.
    """
    if not isinstance(record, dict):
        raise ValueError(f'expected an object such as {{"text": ...}}, found {_json_type(record)}')
    record = {key: value for key, value in record.items() if value is not None}
    options = {name: record[name] for name in _OPTIONAL if name in record}
    if "prompt" in record and "completion" in record:
        pair = {"prompt": record["prompt"], "completion": record["completion"]}
        return Document(**pair, **({"kind": "command"} | options))
    if "messages" in record:
        return Document(**_exchange(record["messages"]), **({"kind": "command"} | options))
    if "text" in record:
        return Document(text=record["text"], **options)
    found = ", ".join(f'"{key}"' for key in list(record)[:5]) or "nothing"
    raise ValueError(f'expected "text", or "prompt" and "completion"; found {found}')


def _exchange(messages) -> dict[str, str]:
    """Prompt and completion of a chat; system messages are not part of the prompt format."""
    if not isinstance(messages, list) or not all(isinstance(item, dict) for item in messages):
        raise ValueError('"messages" must be a list of objects')
    turns = [item for item in messages if item.get("role") != "system"]
    if [item.get("role") for item in turns] != ["user", "assistant"]:
        raise ValueError('"messages" must be one user message and one assistant message')
    return {"prompt": turns[0].get("content"), "completion": turns[1].get("content")}


def _json_type(value) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "null" if value is None else "a number")


def _is_unicode(text: str) -> bool:
    # JSON can spell half a surrogate pair, which no encoder or file accepts afterwards.
    return text.isascii() or not _SURROGATE.search(text)
