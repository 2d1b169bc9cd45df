"""What an archive holds, read with Python's own modules rather than with the tool under test."""

import bz2
import gzip
import io
import lzma
import posixpath
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

_COMPRESSED: dict[bytes, Callable[[bytes], bytes]] = {
    b"\x1f\x8b": gzip.decompress,
    b"BZh": bz2.decompress,
    b"\xfd7zXZ": lzma.decompress,
}


@dataclass(frozen=True)
class Archive:
    """Expected content: the files by name, or the bytes of one compressed file."""

    content: dict[str, bytes] | bytes
    kind: str = ""
    """First bytes of the format, such as those of gzip, where they matter: "gz", "bz2", "xz"."""

    def matches(self, data: bytes) -> bool:
        """Whether the file holds exactly that."""
        kinds = {"gz": b"\x1f\x8b", "bz2": b"BZh", "xz": b"\xfd7zXZ", "zip": b"PK", "": b""}
        return data.startswith(kinds[self.kind]) and unpack(data) == self.content


def unpack(data: bytes) -> dict[str, bytes] | bytes:
    """The files of a tar or zip archive, however compressed; other data, decompressed."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            return {posixpath.normpath(info.filename): archive.read(info) for info in files}
    for magic, decompress in _COMPRESSED.items():
        if data.startswith(magic):
            data = decompress(data)
    try:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            files = [member for member in archive if member.isfile()]
            return {posixpath.normpath(m.name): archive.extractfile(m).read() for m in files}
    except tarfile.TarError:
        return data


def pack(files: dict[str, bytes] | bytes, kind: str = "gz") -> bytes:
    """A tar archive of the files, compressed as named ("" for none), or a "zip"; or one file."""
    if isinstance(files, bytes):
        return {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[kind](files)
    buffer = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return buffer.getvalue()
    with tarfile.open(fileobj=buffer, mode=f"w:{kind}") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
