"""A corpus's file while it grows: whatever fails or interrupts, nothing is lost or doubled."""

import contextlib
import errno
import os
import sys
from itertools import islice
from pathlib import Path

import pytest

from bashcoder_mlx.corpora.hub_file import CorpusFile
from bashcoder_mlx.corpora.hub_growth import Growth, Limits
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.registry import Corpus
from bashcoder_mlx.errors import BashcoderError

CORPUS = Corpus("c", "", "a/b", {"text": "text"}, 1000, 40, "MIT", (), "https://example.org")
TEXTS = [f"text {i}" for i in range(40)]
OPERATIONS = [(os, "fsync"), (os, "replace"), (os, "truncate"), (Path, "touch"), (Path, "open")]


class Killed(BaseException):
    """The end of the process, as far as the code under test can tell."""


class Rows:
    """In the place of `hub_rows.Rows`: the same forty rows, from any place, without a state."""

    commit = "0" * 40

    def go_on_after(self, entry):
        self.first = entry.rows

    def __iter__(self):
        return ({"text": text} for text in islice(TEXTS, self.first, None))

    def place(self):
        return {}


def fetch(folder: Path, block_bytes: int = 600) -> None:
    """As `hub.get` does it, in blocks of ten rows or so."""
    file = CorpusFile(folder, "c")
    growth = Growth(file, CORPUS, Limits(), lambda documents, size: None, block_bytes)
    try:
        growth.take_all(Rows())
    except (KeyboardInterrupt, BashcoderError):
        growth.commit()
        raise
    finally:
        file.finish()


class Disk:
    """Operation number `fails_at` raises `error`; once killed, so do all that follow."""

    def __init__(self, patch, error: BaseException, fails_at: int, afterwards: bool):
        self.count, self.error, self.fails_at = 0, error, fails_at
        self.afterwards = afterwards
        for owner, name in OPERATIONS:
            patch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, operation):
        def perform(*arguments, **options):
            self.count += 1
            dead = isinstance(self.error, Killed) and self.count > self.fails_at
            fails = dead or self.count == self.fails_at
            if fails and (dead or not self.afterwards):
                raise self.error
            result = operation(*arguments, **options)
            if fails:
                raise self.error
            return result

        return perform


@pytest.mark.parametrize("afterwards", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    "error",
    [KeyboardInterrupt(), Killed(), OSError(errno.ENOSPC, "No space left on device")],
    ids=lambda error: type(error).__name__,
)
def test_a_failure_at_any_operation_loses_and_doubles_nothing(
    tmp_path, monkeypatch, error, afterwards
):
    for fails_at in range(1, 1000):
        folder = tmp_path / str(fails_at)
        folder.mkdir()
        with monkeypatch.context() as patch:
            disk = Disk(patch, error, fails_at, afterwards)
            with contextlib.suppress(KeyboardInterrupt, Killed, BashcoderError):
                fetch(folder)
            if disk.count < fails_at:
                break  # every operation has failed once
        named = folder / "c.jsonl"
        if named.exists():
            found = [document.text for document in read_documents(named)]
            assert found == TEXTS[: len(found)], fails_at
        fetch(folder)
        assert [document.text for document in read_documents(named)] == TEXTS, fails_at
    assert fails_at > 20


class Interruption:
    """Ctrl-C at line number `at` of the modules that keep the file, counted as they run."""

    def __init__(self, at: int):
        self.at, self.count = at, 0

    def __call__(self, frame, event, argument):
        if not Path(frame.f_code.co_filename).name.startswith("hub_"):
            return None
        if event == "line":
            self.count += 1
            if self.count == self.at:
                raise KeyboardInterrupt  # which ends the tracing too
        return self


def test_an_interruption_at_any_line_loses_and_doubles_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # as there are hundreds of runs
    monkeypatch.setattr(Rows, "__iter__", lambda self: ({"text": t} for t in TEXTS[self.first : 8]))
    before = sys.gettrace()
    for at in range(1, 10_000):
        folder = tmp_path / str(at)
        folder.mkdir()
        interruption = Interruption(at)
        sys.settrace(interruption)
        try:
            with contextlib.suppress(KeyboardInterrupt):
                fetch(folder, block_bytes=150)
        finally:
            sys.settrace(before)
        if interruption.count < at:
            break
        fetch(folder)
        assert [d.text for d in read_documents(folder / "c.jsonl")] == TEXTS[:8], at
    assert at > 100


def test_a_part_without_an_entry_is_not_ours(tmp_path):
    (tmp_path / "c.jsonl.part").write_text("{}\n")
    with pytest.raises(BashcoderError, match="not written by"):
        CorpusFile(tmp_path, "c")


def test_what_a_killed_process_wrote_beyond_its_entry_is_cut_off(tmp_path):
    fetch(tmp_path)
    file = CorpusFile(tmp_path, "c")
    file.begin(file.entry)
    with file.part.open("ab") as part:
        part.write(b'{"text": "hal')
    CorpusFile(tmp_path, "c").finish()
    assert len(list(read_documents(tmp_path / "c.jsonl"))) == 40
