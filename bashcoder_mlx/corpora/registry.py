"""The named corpora: what each is, how large, under which licence, and where the Hub holds it.

registry.toml is the list, with its sources; `Corpus` is one entry. What to check before training on
one stands in the list's header: the licence on its card, and whatever `unverified` says.
"""

import difflib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.documents import Document, from_record
from bashcoder_mlx.errors import InputError


@dataclass(frozen=True)
class Corpus:
    """One data set of the Hub, and how its rows become documents."""

    name: str
    title: str
    """What it is, in one line."""
    hub_id: str
    """The owner and the name on the Hub."""
    fields: dict[str, str]
    """Column by key of our records: text, or prompt and completion, or messages; and license."""
    bytes: int
    """Approximate size as JSON Lines."""
    documents: int
    """Approximate number of documents of the split."""
    license: str
    sizes: tuple[str, ...]
    """Model sizes that it suits, names of `models.presets.SIZES`."""
    url: str
    note: str = ""
    unverified: str = ""
    """What no source confirmed; "" where id, config and columns were all seen."""
    config: str | None = None
    data_dir: str | None = None
    data_files: str | None = None
    split: str = "train"
    revision: str = "main"
    """A branch, tag or commit of the data set."""
    kind: str = "text"
    """The `kind` of its documents: text (English), script, command or explanation."""
    os: str | None = None
    gated: bool = False
    """Whether the Hub asks for a login and for consent to terms of use."""

    def document(self, row: dict) -> Document | None:
        """The document of a row; None for a row whose text is missing.

        Raises:
            ValueError: the row lacks a column, or holds something else than text there.
        """
        if missing := [column for column in self.fields.values() if column not in row]:
            raise ValueError(f"no column {missing[0]!r}; there are {', '.join(row)}")
        record = {key: row[column] for key, column in self.fields.items()}
        if any(value is None for key, value in record.items() if key != "license"):
            return None
        if isinstance(record.get("license"), list):
            record["license"] = ", ".join(record["license"])
        if not record.get("license"):
            record["license"] = self.license
        return from_record({"kind": self.kind, "os": self.os, "source": self.name} | record)


@cache
def corpora() -> dict[str, Corpus]:
    """All named corpora by name, in the order of the list."""
    text = files(__package__).joinpath("registry.toml").read_text(encoding="utf-8")
    entries = toml.loads(text)
    return {
        name: Corpus(name=name, **(entry | {"sizes": tuple(entry["sizes"])}))
        for name, entry in entries.items()
    }


def find_corpus(name: str) -> Corpus:
    """The corpus of that name.

    Raises:
        InputError: there is none.
    """
    found = corpora().get(name.lower())
    if found:
        return found
    close = difflib.get_close_matches(name.lower(), corpora(), n=1)
    hint = f"did you mean {close[0]}?" if close else f"choose from {', '.join(corpora())}"
    raise InputError(f"no corpus {name!r}: {hint}")
