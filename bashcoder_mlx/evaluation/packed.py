"""What archives and compressed files hold, so that two are compared by that and not by their bytes.

Equal are the format, and the names, contents, modes and link targets of the members. Times, owners,
order, the compression's level, and directories that hold something do not count.
"""

import bz2
import io
import lzma
import posixpath
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

MAX_BYTES = 64 << 20  # unpacked; a bomb is compared as it is
_TAR_MAGIC = slice(257, 262)


def content(data: bytes) -> bytes:
    """What a file holds, in a form that is equal for equal archives; `data` itself for any other.

    A damaged, encrypted or very large archive counts as a file of its own bytes.
    """
    kind = next((kind for kind in _UNPACKERS if data.startswith(kind)), b"")
    try:
        unpacked = _UNPACKERS[kind](data) if kind else data
        if isinstance(unpacked, bytes) and unpacked[_TAR_MAGIC] == b"ustar":
            unpacked = _tar_members(unpacked)
    except Exception:  # zipfile and tarfile raise of all kinds on what is no archive after all
        return data
    return data if unpacked is data else kind + repr(unpacked).encode()


def _inflate(data: bytes) -> bytes:
    return _bounded(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), data)


def _bounded(start: Callable, data: bytes) -> bytes:
    """All members of a compressed file, one after the other."""
    found = b""
    while data:
        unpacker = start()
        found += unpacker.decompress(data, MAX_BYTES + 1 - len(found))
        if len(found) > MAX_BYTES or not unpacker.eof:
            raise ValueError("too large or cut off")
        data = unpacker.unused_data.lstrip(b"\0")  # tar and dd pad
    return found


def _zip_members(data: bytes) -> list[tuple]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > MAX_BYTES:
            raise ValueError("too large")
        rows = [
            (info.filename, info.is_dir(), stat.S_IMODE(info.external_attr >> 16))
            + (archive.read(info),)
            for info in infos
        ]
    return _listed(rows)


def _tar_members(data: bytes) -> list[tuple]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        rows = [
            (member.name, member.isdir(), stat.S_IMODE(member.mode))
            + (archive.extractfile(member).read() if member.isfile() else member.linkname.encode(),)
            for member in archive
        ]
    return _listed(rows)


def _listed(rows: list[tuple]) -> list[tuple]:
    """Sorted members: name, is it a directory, mode, content; directories only if empty."""
    named = [(posixpath.normpath(name), *rest) for name, *rest in rows]
    full = {str(parent) for name, *_ in named for parent in PurePosixPath(name).parents}
    return sorted(row for row in named if not (row[1] and row[0] in full))


_UNPACKERS: dict[bytes, Callable] = {
    b"\x1f\x8b": _inflate,
    b"BZh": lambda data: _bounded(bz2.BZ2Decompressor, data),
    b"\xfd7zXZ": lambda data: _bounded(lzma.LZMADecompressor, data),
    b"PK": _zip_members,
}
