"""Documents to a JSON Lines file: streamed beside its final place, fsynced, then renamed."""

import gzip
import io
import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from bashcoder_mlx.atomic import fsync
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError

SUFFIXES = (".jsonl", ".jsonl.gz")
# Level 9 takes five times as long for a few per cent.
_GZIP_LEVEL = 6


def check_output(path: Path, inputs: Iterable[str | Path], force: bool = False) -> None:
    """Refuses an output file that would overwrite something, or be read as input the next time.

    Raises:
        InputError: the name does not end in .jsonl or .jsonl.gz, the file exists and `force` is not
            set, or it is an input or lies in an input folder.
    """
    if not path.name.lower().endswith(SUFFIXES) or path.is_dir():
        raise InputError(f"{path}: name the output as a .jsonl or .jsonl.gz file")
    check_apart([path], path.parent, inputs)
    if os.path.lexists(path) and not force:
        raise InputError(f"{path} exists: give another name, or --force to replace it")


def check_apart(targets: Iterable[Path], folder: Path, inputs: Iterable[str | Path]) -> None:
    """Refuses `targets`, files to be written in `folder`, that touch an input.

    Raises:
        InputError: a target is an input, or the folder lies in an input folder.
    """
    resolved, home = {target.resolve() for target in targets}, folder.resolve()
    for path in map(Path, inputs):
        inside = path.is_dir() and (path.resolve() == home or path.resolve() in home.parents)
        if inside or path.resolve() in resolved:
            raise InputError(f"{folder} would overwrite or join the input {path}: write elsewhere")


def json_line(document: Document) -> str:
    """The document as one line of our JSON Lines, with its line end."""
    return json.dumps(document.to_record(), ensure_ascii=False) + "\n"


@contextmanager
def document_writer(path: Path) -> Iterator[Callable[[Document], None]]:
    """Gives a function that writes a document; the file appears, whole, when the block ends.

    A name that ends in .gz is compressed, with no time in its header: equal text, equal bytes.

    Raises:
        BashcoderError: as `new_files`.
    """
    with new_files([path]) as [file]:
        yield lambda document: file.write(json_line(document)) and None


@contextmanager
def new_files(paths: list[Path]) -> Iterator[list[TextIO]]:
    """Gives open UTF-8 files that replace `paths` when the block ends, or go when it fails.

    Raises:
        BashcoderError: a file or its folder cannot be written; no part is left behind.
    """
    token = secrets.token_hex(4)
    temporary = {path: path.with_name(f".{path.name}.{token}.tmp") for path in paths}
    try:
        for folder in {path.parent for path in paths}:
            folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            yield [_open(temporary[path], stack) for path in paths]
        for path in temporary.values():
            fsync(path)
        for path in paths:
            os.replace(temporary[path], path)
        fsync(paths[0].parent)
    except OSError as error:
        raise BashcoderError(
            f"cannot write to {paths[0].parent}: {error.strerror}: free some space or give "
            "another folder"
        ) from error
    finally:
        for path in temporary.values():
            path.unlink(missing_ok=True)


def _open(path: Path, stack: ExitStack) -> TextIO:
    stream = stack.enter_context(open(path, "xb"))  # noqa: SIM115
    if path.name.lower().removesuffix(".tmp").rpartition(".")[0].endswith(".gz"):
        stream = gzip.GzipFile("", "wb", _GZIP_LEVEL, stream, mtime=0)
    return stack.enter_context(io.TextIOWrapper(stream, encoding="utf-8", newline="\n"))
