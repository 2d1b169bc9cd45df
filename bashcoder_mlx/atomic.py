"""Writing so that what is read is whole: beside the final place, fsynced, then renamed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError


@contextmanager
def new_directory(path: Path) -> Iterator[Path]:
    """Gives a temporary folder that becomes `path` when the block ends, or goes when it fails.

    Raises:
        BashcoderError: the disk is full, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    except OSError as error:
        raise BashcoderError(f"cannot write {path}: {error.strerror}") from error
    try:
        yield temporary
        for file in temporary.rglob("*"):
            fsync(file)
        fsync(temporary)
        temporary.chmod(0o755)  # mkdtemp's is 0o700
        os.rename(temporary, path)
        _keep(path)
    except (OSError, RuntimeError) as error:  # MLX raises RuntimeError when the disk is full
        raise BashcoderError(f"cannot write {path}: {error}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _keep(path: Path) -> None:
    """Waits until the new name is on disk too; a failure takes it back, as it is reported."""
    try:
        fsync(path.parent)
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
        raise


def replace_text(path: Path, text: str) -> None:
    """Replaces the content of a file.

    Raises:
        BashcoderError: as `new_directory`; the old content stays.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8")
        fsync(temporary)
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise BashcoderError(f"cannot write {path}: {error.strerror}") from error


def fsync(path: Path) -> None:
    """Waits until a file or folder is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
