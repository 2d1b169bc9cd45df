"""Fetching a named corpus from the Hub: streamed, resumable, pinned to a commit, never overwriting.

The modules beside this one: `hub_rows` streams rows, `hub_growth` turns them into lines and writes
them in blocks, `hub_file` keeps the file and `hub_lock` data.lock, `hub_errors` says what went
wrong and tries again.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bashcoder_mlx.corpora.hub_errors import HubError, Patience, not_cached, persevere
from bashcoder_mlx.corpora.hub_file import CorpusFile
from bashcoder_mlx.corpora.hub_growth import Growth, Limits
from bashcoder_mlx.corpora.hub_lock import Entry, new_entry, only_writer
from bashcoder_mlx.corpora.hub_rows import Rows, client_settings, current_commit, is_offline
from bashcoder_mlx.corpora.registry import Corpus
from bashcoder_mlx.errors import BashcoderError, InputError

# What a killed process may lose: fetched but not yet committed.
BLOCK_BYTES = 4 << 20
# Who is without a network should hear it soon.
FIRST_RETRIES = 3
ALL = Limits()
PATIENCE = Patience()


@dataclass(frozen=True)
class Fetched:
    """What `get` left on disk."""

    path: Path
    entry: Entry
    new_documents: int
    """Documents that this call added."""


def get(
    corpus: Corpus,
    folder: Path,
    limits: Limits = ALL,
    *,
    split: str | None = None,
    revision: str | None = None,
    offline: bool = False,
    note: Callable[[str], None] = lambda line: None,
    update: Callable[[int, int], None] = lambda documents, size: None,
    patience: Patience = PATIENCE,
    block_bytes: int = BLOCK_BYTES,
) -> Fetched:
    """Writes a corpus to FOLDER/NAME.jsonl, going on where an earlier call stopped.

    An interruption (KeyboardInterrupt, or any error) keeps what was fetched; a killed process loses
    at most `block_bytes`, or what arrived in 5 seconds.

    Args:
        folder: made if need be; data.lock in it says what was fetched.
        split, revision: instead of those of the registry.
        offline: reads only what `datasets` has in its cache.
        note: told, in a line, what a person should know.
        update: told the documents and the bytes of the file so far.
        block_bytes: how much is written at a time.

    Raises:
        InputError: the file there is not ours, was changed, or holds another split or revision; no
            such split or revision; not enough room.
        BashcoderError: the Hub says no, cannot be reached, or the disk is full.
    """
    wanted = replace(corpus, split=split or corpus.split, revision=revision or corpus.revision)
    with only_writer(folder, corpus.name), client_settings(offline):
        file = CorpusFile(folder, corpus.name)
        _check_split(file, wanted)
        before = file.entry.documents if file.entry else 0
        if file.entry and _enough(file.entry, limits):
            file.finish()
            _compare_if_possible(file, wanted, revision, note)
        else:
            _check_room(wanted, folder, limits, file.entry)
            _fetch(file, wanted, limits, revision, note, update, patience, block_bytes)
        return Fetched(file.path, file.entry, file.entry.documents - before)


def _enough(entry: Entry, limits: Limits) -> bool:
    return entry.complete or limits.reached(entry.documents, entry.bytes)


def _check_split(file: CorpusFile, wanted: Corpus) -> None:
    if file.entry and file.entry.source != new_entry(wanted, "").source:
        held = ", ".join(filter(None, file.entry.source))
        raise InputError(
            f"{file.path} holds {held}: choose another folder with -o for another split"
        )


def _check_room(corpus: Corpus, folder: Path, limits: Limits, entry: Entry | None) -> None:
    needed = limits.expected_bytes(corpus) - (entry.bytes if entry else 0)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise InputError(
            f"about {needed / 1e9:,.1f} GB of {corpus.name} are to come and {folder} has "
            f"{free / 1e9:,.1f} GB free: take a part with --max-bytes or --max-documents"
        )


def _compare(file: CorpusFile, wanted: Corpus, current: str, revision: str | None, note) -> None:
    """Speaks up where the revision no longer means the commit that the file came from."""
    if file.entry is None or current == file.entry.commit:
        return
    said = f"{file.path} came from commit {file.entry.commit[:12]}"
    if revision:
        raise InputError(
            f"{said}, and revision {revision} is {current[:12]}: choose another folder with -o"
        )
    note(f"{said}; {wanted.revision} is now {current[:12]}: to fetch that, choose another folder")


def _compare_if_possible(file: CorpusFile, wanted: Corpus, revision: str | None, note) -> None:
    if is_offline():
        return
    try:
        current = current_commit(wanted)
    except HubError:
        return  # nothing needs to be fetched
    _compare(file, wanted, current, revision, note)


def _fetch(file, wanted, limits, revision, note, update, patience, block_bytes) -> None:
    commit, trouble = _choose_commit(file, wanted, revision, note, patience)
    cached = _open_cached(wanted, commit, trouble) if trouble else None
    growth = Growth(file, wanted, limits, update, block_bytes)

    def attempt() -> None:
        growth.take_all(cached or Rows(wanted, commit, cached=False))

    try:
        persevere(attempt, patience, note, lambda: growth.rows)
    except (KeyboardInterrupt, BashcoderError):
        growth.commit()
        if file.entry and file.entry.documents:
            kept = f"{file.entry.documents:,} documents are kept in {file.path}"
            note(f"{kept}; the same command continues")
        raise
    finally:
        file.finish()
    if not file.entry.documents:
        label = f"{wanted.name} ({wanted.hub_id})"
        raise BashcoderError(f"{label} holds no documents: see {wanted.url}")


def _choose_commit(file, wanted, revision, note, patience) -> tuple[str | None, HubError | None]:
    """The commit to read, that of the file if there is one; and why the Hub cannot be asked."""
    commit = file.entry.commit if file.entry else None
    if is_offline():
        return commit, not_cached(wanted)
    quick = replace(patience, retries=min(FIRST_RETRIES, patience.retries))
    try:
        current = persevere(lambda: current_commit(wanted), quick, note)
    except HubError as error:
        if error.transient:
            return commit, error
        raise
    _compare(file, wanted, current, revision, note)
    return commit or current, None


def _open_cached(wanted: Corpus, commit: str | None, trouble: HubError) -> Rows:
    """What `datasets` has in its cache, which is all there is without the Hub."""
    try:
        return Rows(wanted, commit, cached=True)
    except HubError as error:
        raise trouble from error
