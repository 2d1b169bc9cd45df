"""What archives and compressed files hold, so that they are compared by that, not by their bytes.

Equal are the format, and the names, contents, modes and link targets of the members. Times, owners,
order, the compression's level, and directories that hold something do not count. Python's own
modules read them rather than the tools under test.
"""

import bz2
import gzip
import io
import lzma
import posixpath
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import PurePosixPath

MAX_BYTES = 64 << 20  # unpacked; a bomb is compared as it is
PACKED = datetime(2024, 5, 17, 12, 30, tzinfo=timezone.utc).timestamp()
"""The time of all members of an archive made here."""
_TAR_MAGIC = slice(257, 262)
_MAGIC = {"gz": b"\x1f\x8b", "bz2": b"BZh", "xz": b"\xfd7zXZ", "zip": b"PK"}
Held = Mapping[str, bytes | tuple[bytes, int]] | bytes
"""Files by name, with their mode where it is not 644; or the bytes of one compressed file."""


@dataclass(frozen=True)
class Archive:
    """What the archive must hold, in the place of the content of a file."""

    content: Held
    kind: str = ""
    """Its compression, "gz", "bz2", "xz", or "zip"; "" for a plain tar archive."""

    def matches(self, data: bytes) -> bool:
        """Whether the file holds exactly that."""
        return read(data) == (self.kind, self._members())

    def _members(self) -> list[tuple] | bytes:
        if isinstance(self.content, bytes):
            return self.content
        files = [(name, *_with_mode(entry)) for name, entry in self.content.items()]
        return sorted((posixpath.normpath(name), False, mode, data) for name, data, mode in files)


def _with_mode(entry: bytes | tuple[bytes, int]) -> tuple[bytes, int]:
    return (entry, 0o644) if isinstance(entry, bytes) else entry


def read(data: bytes) -> tuple[str, list[tuple] | bytes]:
    """The format, and the members or the bytes of one file; of any other data, the data itself.

    A member is its name, whether it is a directory, its mode, and its content or link target. A
    damaged, encrypted or very large archive counts as a file of its own bytes.
    """
    kind = next((kind for kind, magic in _MAGIC.items() if data.startswith(magic)), "")
    try:
        unpacked = _UNPACKERS[kind](data)
        if isinstance(unpacked, bytes) and unpacked[_TAR_MAGIC] == b"ustar":
            unpacked = _tar_members(unpacked)
    except Exception:  # zipfile and tarfile raise of all kinds on what is no archive after all
        return "", data
    return kind, unpacked


def content(data: bytes) -> bytes:
    """What a file holds, in a form that is equal for equal archives; `data` itself for any other"""
    kind, unpacked = read(data)
    return data if unpacked is data else repr((kind, unpacked)).encode()


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
    """Sorted members; directories only if empty."""
    named = [(posixpath.normpath(name), *rest) for name, *rest in rows]
    full = {str(parent) for name, *_ in named for parent in PurePosixPath(name).parents}
    return sorted(row for row in named if not (row[1] and row[0] in full))


_UNPACKERS: dict[str, Callable[[bytes], bytes | list[tuple]]] = {
    "gz": lambda data: _bounded(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), data),
    "bz2": lambda data: _bounded(bz2.BZ2Decompressor, data),
    "xz": lambda data: _bounded(lzma.LZMADecompressor, data),
    "zip": _zip_members,
    "": lambda data: data,
}


def pack(held: Held, kind: str = "gz") -> bytes:
    """A tar archive, compressed as named ("" for none), or a "zip"; or one compressed file."""
    if isinstance(held, bytes):
        return _compress(held, kind)
    files = {name: _with_mode(entry) for name, entry in held.items()}
    return _zip(files) if kind == "zip" else _compress(_tar(files), kind)


def _compress(data: bytes, kind: str) -> bytes:
    if kind == "gz":
        return gzip.compress(data, mtime=0)
    return {"bz2": bz2.compress, "xz": lzma.compress, "": bytes}[kind](data)


def _zip(files: Mapping[str, tuple[bytes, int]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, (data, mode) in files.items():
            info = zipfile.ZipInfo(name, datetime.fromtimestamp(PACKED, timezone.utc).timetuple())
            info.external_attr = (stat.S_IFREG | mode) << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def _tar(files: Mapping[str, tuple[bytes, int]]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, (data, mode) in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode, info.mtime = len(data), mode, PACKED
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
