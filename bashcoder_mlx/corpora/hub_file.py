"""The file of a corpus while it grows, in step with its entry in data.lock.

It grows as NAME.jsonl.part and is called NAME.jsonl whenever nobody writes to it, so that what is
read under that name ends in a whole line and is what data.lock says. Each commit appends whole
lines, waits for the disk, and then replaces the entry.
"""

import hashlib
import os
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from bashcoder_mlx.atomic import fsync
from bashcoder_mlx.corpora.hub_lock import LOCK, Entry, read_entry, write_entry
from bashcoder_mlx.errors import BashcoderError, InputError

_CHUNK = 1 << 20


class CorpusFile:
    """NAME.jsonl in a folder; `entry` is None until a fetch has begun."""

    def __init__(self, folder: Path, name: str):
        """Finds what was fetched before, and checks it.

        Raises:
            InputError: a file there is not ours, or was changed since.
        """
        self.folder, self.name = folder, name
        self.path, self.part = folder / f"{name}.jsonl", folder / f"{name}.jsonl.part"
        self.entry = read_entry(folder, name)
        self._hash = hashlib.sha256()
        present = [path for path in (self.path, self.part) if path.exists()]
        if self.entry and not present:
            self.entry = None  # whoever deleted the file wants it anew
        elif present:
            self._check(present)

    def _check(self, present: list[Path]) -> None:
        path = present[0]
        if self.entry is None or len(present) > 1:
            raise InputError(
                f"{path} was not written by `data get`: move it away, or choose another folder "
                "with -o"
            )
        size = path.stat().st_size
        self._hash = _hash(path, self.entry.bytes)
        # Only an unfinished file may hold more than was committed.
        right_size = size == self.entry.bytes or (path == self.part and size > self.entry.bytes)
        if not right_size or self._hash.hexdigest() != self.entry.sha256:
            raise InputError(
                f"{path} is not as {LOCK} describes it (it was changed after it was fetched): move "
                "it away to fetch it anew, or choose another folder with -o"
            )

    def begin(self, entry: Entry) -> None:
        """Makes the file ready to grow; `entry` is that of a new fetch, or `self.entry`."""
        # The entry comes first: a part without one would look like somebody else's file.
        self._save(entry)
        if self.path.exists():
            self._attempt(os.replace, self.path, self.part)
        self._attempt(self.part.touch)

    def append(self, lines: list[bytes], **changes) -> None:
        """Writes whole lines and what is new in the entry; after an error, the old state holds.

        Raises:
            BashcoderError: the disk is full, or the folder cannot be written.
        """
        block = b"".join(lines)
        digest = self._hash.copy()
        digest.update(block)
        self._attempt(self._write, block)
        size = self.entry.bytes + len(block)
        self._save(replace(self.entry, bytes=size, sha256=digest.hexdigest(), **changes))
        self._hash = digest

    def _write(self, block: bytes) -> None:
        with self.part.open("r+b") as file:
            file.truncate(self.entry.bytes)  # what a killed process or a full disk left
            file.seek(self.entry.bytes)
            file.write(block)
            file.flush()
            os.fsync(file.fileno())

    def _save(self, entry: Entry) -> None:
        date = datetime.now(timezone.utc).isoformat(timespec="seconds")
        write_entry(self.folder, self.name, replace(entry, date=date))
        self.entry = entry

    def finish(self) -> None:
        """Gives the file its name; without a single document, nothing of it stays."""
        if not self.part.exists():
            return
        if not self.entry.documents:
            self.part.unlink()
            write_entry(self.folder, self.name, None)
            return
        if self.part.stat().st_size > self.entry.bytes:
            self._attempt(os.truncate, self.part, self.entry.bytes)
        self._attempt(os.replace, self.part, self.path)
        self._attempt(fsync, self.folder)

    def _attempt(self, operation, *arguments) -> None:
        try:
            operation(*arguments)
        except OSError as error:
            raise BashcoderError(
                f"cannot write {self.part}: {error.strerror}; what was fetched before is kept: "
                "make room, and the same command continues"
            ) from error


def _hash(path: Path, size: int):
    """SHA-256 of the first `size` bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0 and (block := file.read(min(size, _CHUNK))):
            digest.update(block)
            size -= len(block)
    return digest
