"""data.lock: what was fetched into a folder, from which commit, how far, and its hash.

One JSON object, by name of the corpus. It is written after the data that it describes, so it never
says more than the file holds; what the file holds beyond it (a process was killed in between) is
cut off when the fetch goes on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.corpora.registry import Corpus
from bashcoder_mlx.errors import BashcoderError, InputError

LOCK = "data.lock"


@dataclass(frozen=True)
class Entry:
    """One corpus in data.lock."""

    hub_id: str
    config: str | None
    data_dir: str | None
    data_files: str | None
    split: str
    revision: str
    """The branch, tag or commit that was asked for."""
    commit: str
    """The commit hash that it meant."""
    documents: int = 0
    bytes: int = 0
    sha256: str = sha256().hexdigest()
    """Of the file."""
    rows: int = 0
    """Rows of the data set that were read, those skipped as unusable included."""
    complete: bool = False
    """Whether the data set ends here, rather than a limit or an interruption."""
    date: str = ""
    """Of the last change, UTC."""
    reader: str = ""
    """Which library, version and kind of source can read `position`."""
    position: dict | None = None
    """`IterableDataset.state_dict()` at `position_rows`."""
    position_rows: int = 0

    @property
    def source(self) -> tuple:
        """What must be the same for a fetch to go on."""
        return self.hub_id, self.config, self.data_dir, self.data_files, self.split


def new_entry(corpus: Corpus, commit: str) -> Entry:
    """The entry of a fetch that has not begun."""
    return Entry(
        corpus.hub_id,
        corpus.config,
        corpus.data_dir,
        corpus.data_files,
        corpus.split,
        corpus.revision,
        commit,
    )


def read_entry(folder: Path, name: str) -> Entry | None:
    """The entry of a corpus; None where the folder has none.

    Raises:
        InputError: data.lock is damaged.
    """
    found = _read(folder).get(name)
    try:
        return found and Entry(**found)
    except TypeError as error:
        raise _damaged(folder, error) from error


def write_entry(folder: Path, name: str, entry: Entry | None) -> None:
    """Replaces the entry of a corpus, or removes it (None), and leaves the others alone.

    Raises:
        BashcoderError: it cannot be written.
    """
    with _hold(folder / f".{LOCK}.guard", seconds=60):
        entries = _read(folder)
        if entry is None:
            entries.pop(name, None)
        else:
            entries[name] = asdict(entry)
        replace_text(folder / LOCK, json.dumps(entries, indent=2) + "\n")


@contextmanager
def only_writer(folder: Path, name: str) -> Iterator[None]:
    """Holds a corpus of a folder for this process; the system frees it when the process ends.

    Raises:
        BashcoderError: another process fetches it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BashcoderError(f"cannot write to {folder}: {error.strerror}") from error
    with _hold(folder / f".{name}.guard", seconds=0):
        yield


@contextmanager
def _hold(path: Path, seconds: float) -> Iterator[None]:
    with _acquired(path, seconds):
        yield


def _acquired(path: Path, seconds: float):
    """A lock that is held, as a context that frees it.

    No variable names it: an interruption anywhere drops, and so frees it, at once.
    """
    try:
        return FileLock(path, timeout=seconds).acquire()
    except Timeout as error:
        what = path.name.strip(".").removesuffix(".guard")
        raise BashcoderError(
            f"another process is writing {what} in {path.parent}: wait for it, or choose another "
            "folder with -o"
        ) from error
    except OSError as error:
        raise BashcoderError(f"cannot write to {path.parent}: {error.strerror}") from error


def _read(folder: Path) -> dict:
    path = folder / LOCK
    try:
        entries = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise _damaged(folder, error) from error
    if not isinstance(entries, dict):
        raise _damaged(folder, "not an object")
    return entries


def _damaged(folder: Path, error) -> InputError:
    return InputError(
        f"{folder / LOCK} cannot be read ({error}): restore it, or choose another folder with -o"
    )
