"""Documents of local files: .txt, .jsonl, .jsonl.gz, .json, .sh, .bash, and folders of them.

A fault of a file's form (not UTF-8, bad JSON, wrong keys) stops with its file and line; a single
document from which nothing can be learned (blank, NUL, for Windows) is skipped and counted. Text
is kept byte for byte, line endings included; only a byte-order mark is dropped.

In a folder, data files named dev, valid, validation or test are left out (training on them would
void every figure), and so are second copies: the same file name in another format, and scripts
already read from a .json (both happen in folders written by llm-from-scratch and by `combine`).
"""

import codecs
import gzip
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bashcoder_mlx.corpora.documents import Document, from_record
from bashcoder_mlx.errors import InputError

# Of two files that differ only in their format, a folder's reader prefers the earlier one.
_DATA = (".jsonl", ".jsonl.gz", ".json", ".txt")
_SCRIPTS = (".sh", ".bash")
_HELD_OUT = {"dev", "valid", "validation", "test"}
KNOWN_TYPES = ", ".join((*_DATA, *_SCRIPTS))


@dataclass
class ReadReport:
    """Counts of what was read; `str()` of it is one line for a person."""

    documents: int = 0
    files: int = 0
    skipped: Counter = field(default_factory=Counter)
    """How many documents or files were left out, by the reason, a phrase such as "blank"."""

    def skipped_text(self) -> str:
        """The skipped as in `3 blank, 2 files of unknown type`; empty where nothing was."""
        return ", ".join(f"{count:,} {reason}" for reason, count in sorted(self.skipped.items()))

    def __str__(self) -> str:
        skipped = f"; skipped {self.skipped_text()}" if self.skipped else ""
        files = "1 file" if self.files == 1 else f"{self.files:,} files"
        return f"{self.documents:,} documents from {files}{skipped}"


class _NotACorpus(InputError):
    """A .json without our keys: a mistake when named, an ordinary neighbour in a folder."""


def read_documents(path: str | Path, report: ReadReport | None = None) -> Iterator[Document]:
    """Documents of a file or a folder, in a fixed order, one at a time (a .json is read whole).

    Args:
        path: a file of a known type, or a folder, searched with its subfolders.
        report: filled with the counts while the documents are read.

    Raises:
        InputError: missing path, unknown type, a fault of form (with file and line), no documents.
    """
    path = Path(path).expanduser()
    report = ReadReport() if report is None else report
    before = report.documents
    for document in _read(path, report):
        if document.fault:
            report.skipped[document.fault] += 1
        else:
            report.documents += 1
            yield document
    if report.documents == before:
        why = f" (skipped {report.skipped_text()})" if report.skipped else ""
        raise InputError(f"no documents in {path}{why}: give {KNOWN_TYPES} or a folder of them")


def _read(path: Path, report: ReadReport) -> Iterator[Document]:
    try:
        if path.is_dir():
            yield from _read_folder(path, report)
        elif not path.exists():
            raise InputError(f"no such file or folder: {path}")
        elif suffix_of(path) is None:
            raise InputError(f"{path}: unknown type of file: use one of {KNOWN_TYPES}, or a folder")
        else:
            yield from _read_file(path, report)
    except OSError as error:
        raise InputError(f"cannot read {error.filename or path}: {error.strerror}") from error


def suffix_of(path: Path) -> str | None:
    """The known type that the file's name ends in, in lower case; None for any other file."""
    name = path.name.lower()
    return next((suffix for suffix in (*_DATA, *_SCRIPTS) if name.endswith(suffix)), None)


def _read_file(path: Path, report: ReadReport) -> Iterator[Document]:
    readers = {".txt": _read_text, ".json": _read_json, ".sh": _read_script, ".bash": _read_script}
    report.files += 1
    yield from readers.get(suffix_of(path), _read_json_lines)(path)


def _read_folder(folder: Path, report: ReadReport) -> Iterator[Document]:
    read: set[Path] = set()  # paths without their suffix
    scripts: set[bytes] = set()
    for path in _files(folder, report):
        stem = path.with_name(path.name[: -len(suffix_of(path))])
        if suffix_of(path) in _DATA and stem in read:
            report.skipped["files repeated in another format"] += 1
            continue
        for document in _read_tolerantly(path, report):
            if _seen(document, path, scripts):
                report.skipped["scripts read before"] += 1
            else:
                read.add(stem)
                yield document


def _files(folder: Path, report: ReadReport) -> Iterator[Path]:
    """Files of known type, those of a folder before its subfolders', in order of their names."""

    def fail(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(root, name) for name in names if not name.startswith(".")]
        for path in sorted(paths, key=_order):
            if suffix_of(path) is None or not path.is_file():
                report.skipped["files of unknown type"] += 1
            elif suffix_of(path) in _DATA and _held_out(path.relative_to(folder)):
                report.skipped["files held out by name (dev, valid, test)"] += 1
            else:
                yield path


def _order(path: Path) -> tuple[str, int]:
    suffix = suffix_of(path) or ""
    rank = _DATA.index(suffix) if suffix in _DATA else len(_DATA)
    return path.name[: len(path.name) - len(suffix)], rank


def _held_out(path: Path) -> bool:
    names = {name.lower() for part in path.parts for name in part.split(".")}
    return bool(names & _HELD_OUT)


def _read_tolerantly(path: Path, report: ReadReport) -> Iterator[Document]:
    """Documents of one file among many; files that are no corpus are counted, not fatal."""
    try:
        yield from _read_file(path, report)
    except _NotACorpus:
        report.skipped["files of unknown type"] += 1
    except InputError:
        if suffix_of(path) not in _SCRIPTS:
            raise
        report.skipped["scripts that are not UTF-8"] += 1


def _seen(document: Document, path: Path, scripts: set[bytes]) -> bool:
    """Notes a whole script; whether a script file repeats one noted before."""
    if document.kind != "script" or document.is_pair:
        return False
    key = hashlib.sha256(document.text.strip().encode("utf-8", "surrogatepass")).digest()
    repeated = suffix_of(path) in _SCRIPTS and key in scripts
    scripts.add(key)
    return repeated


def _read_text(path: Path) -> Iterator[Document]:
    lines: list[str] = []
    for _, line in _lines(path):
        if line.strip(" \t\r\n"):
            lines.append(line)
        elif lines:
            yield Document(text=_without_line_end("".join(lines)))
            lines = []
    if lines:
        yield Document(text=_without_line_end("".join(lines)))


def _without_line_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def _read_script(path: Path) -> Iterator[Document]:
    yield Document(text="".join(line for _, line in _lines(path)), kind="script")


def _read_json_lines(path: Path) -> Iterator[Document]:
    for number, line in _lines(path):
        if line.strip():
            yield _document(_parse(line.rstrip("\r\n"), path, number), f"{path}:{number}")


def _read_json(path: Path) -> Iterator[Document]:
    data = _parse("".join(line for _, line in _lines(path)), path, 1)
    keys = [key for key in ("scripts", "texts") if isinstance(data, dict) and key in data]
    if not keys:
        raise _NotACorpus(f'{path}: expected {{"scripts": [...]}} or {{"texts": [...]}}')
    for key in keys:
        if not isinstance(data[key], list):
            raise InputError(f'{path}: "{key}" must be a list')
        kind = "script" if key == "scripts" else None
        for number, item in enumerate(data[key], 1):
            record = {"text": item} if isinstance(item, str) else item
            if isinstance(record, dict) and kind:
                record = {"kind": kind} | record
            yield _document(record, f'{path}: item {number} of "{key}"')


def _document(record, where: str) -> Document:
    try:
        return from_record(record)
    except ValueError as error:
        raise InputError(f"{where}: {error}") from None


def _parse(text: str, path: Path, first_line: int):
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise InputError(f"{path}:{line}: bad JSON at column {error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits, and nesting thousands deep.
        raise InputError(f"{path}:{first_line}: bad JSON: {error}") from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines with their ends as they are; a line ends at a line feed and nowhere else."""
    try:
        with gzip.open(path) if path.name.lower().endswith(".gz") else open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                yield number, _decode(line, path, number)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"{path}: not a whole gzip file: {error}") from None


def _decode(line: bytes, path: Path, number: int) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte 0x{line[error.start]:02x} at column {error.start + 1}"
        raise InputError(
            f"{path}:{number}: not UTF-8 ({found}): convert it, as with iconv -t UTF-8"
        ) from None
