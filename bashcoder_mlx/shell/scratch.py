"""Where trees are written: in memory if possible, as many small files take long on a disk."""

import os
import shutil
import tempfile

_MEMORY = "/dev/shm"
_ENOUGH = 2 << 30  # bytes free


def scratch(prefix: str) -> tempfile.TemporaryDirectory:
    """A temporary folder, for programs too; what cannot be removed of it in the end is left."""
    place = _MEMORY if _holds_programs(_MEMORY) else None
    return tempfile.TemporaryDirectory(prefix=prefix, dir=place, ignore_cleanup_errors=True)


def _holds_programs(folder: str) -> bool:
    """Whether it can be written to, has room, and lets run what lies there."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    closed = os.statvfs(folder).f_flag & os.ST_NOEXEC
    return not closed and shutil.disk_usage(folder).free > _ENOUGH
