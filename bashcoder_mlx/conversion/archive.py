"""Zip files of tensors as PyTorch and NumPy write them: not compressed, so no zip bombs."""

import zipfile
from pathlib import Path

from bashcoder_mlx.errors import InputError

# What `zipfile` raises for damaged, truncated and exotic archives.
DAMAGE = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError)


def open_archive(path: Path) -> zipfile.ZipFile:
    """Opens a zip file whose members together are no larger than the file itself.

    Raises:
        InputError: unreadable, compressed, encrypted, or with members that repeat or overlap.
    """
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGE as error:
        raise InputError(f"cannot read {path}: {error}; download or copy it again") from error
    fault = _fault(archive.infolist(), path.stat().st_size)
    if fault:
        archive.close()
        raise InputError(f"{path}: {fault}: refused; save the checkpoint again without compression")
    return archive


def _fault(members: list[zipfile.ZipInfo], file_size: int) -> str | None:
    for member in members:
        stored = member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1
        if not stored or member.file_size != member.compress_size:
            return f"the member {member.filename[:80]!r} is compressed or encrypted"
    if sum(member.file_size for member in members) > file_size:
        return "its members overlap"
    if len({member.filename for member in members}) < len(members):
        return "two members have the same name"
    return None


def member_size(archive: zipfile.ZipFile, name: str) -> int:
    """Bytes of one member.

    Raises:
        InputError: absent.
    """
    try:
        return archive.getinfo(name).file_size
    except KeyError as error:
        raise InputError(f"{archive.filename} lacks {name[:80]!r}: it is incomplete") from error


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The content of one member, its checksum verified.

    Raises:
        InputError: absent or damaged.
    """
    member_size(archive, name)
    try:
        return archive.read(name)
    except DAMAGE as error:
        raise InputError(f"{archive.filename} is damaged: {error}; copy it again") from error
