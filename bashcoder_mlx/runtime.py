"""The machine under MLX: a fast BLAS on Linux, its threads, compilation, and the precision to use.

The Linux wheel of MLX calls a reference BLAS; an OpenBLAS loaded first, with its symbols global,
takes its place (about 70 times faster products). The package's `__init__` calls `load_blas`, so
that this happens before any module of ours imports MLX. macOS needs none of it.
"""

import ctypes
import os
import platform
import re
import shutil
import sys
import sysconfig
import warnings
from functools import cache, partial
from pathlib import Path

_openblas: ctypes.CDLL | None = None


def load_blas() -> str | None:
    """Loads OpenBLAS ahead of MLX on Linux x86-64.

    Returns:
        The path of the library now in use, or None where MLX brings its own fast one, where
        `BASHCODER_BLAS=stock` asks for the wheel's own, or where no OpenBLAS could be loaded.
    """
    global _openblas
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return None
    if _openblas or os.environ.get("BASHCODER_BLAS") == "stock":
        return _openblas and _openblas._name
    if "mlx.core" in sys.modules:
        warnings.warn("import bashcoder_mlx before mlx: its BLAS is 70 times faster", stacklevel=3)
        return None
    site = Path(sysconfig.get_path("platlib"))
    for name in (site / "cmeel.prefix/lib/libopenblas.so.0", "libopenblas.so.0"):
        _openblas = _load_global(str(name)) or _load_with_fortran(str(name), site)
        if _openblas:
            return _openblas._name
    return None


def _load_global(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return None


def _load_with_fortran(name: str, site: Path) -> ctypes.CDLL | None:
    """Loads an OpenBLAS that needs libgfortran.so.5 where the system has none.

    MLX's wheel carries that library under a name of its own. The loader matches by the name inside
    the file, so an in-memory copy with the plain name satisfies OpenBLAS.
    """
    bundled = sorted((site / "mlx_cpu.libs").glob("libgfortran-*.so.5*"))
    if not bundled:
        return None
    for quadmath in (site / "mlx_cpu.libs").glob("libquadmath-*"):
        _load_global(str(quadmath))
    wanted = b"libgfortran.so.5\0"
    renamed = re.sub(
        rb"libgfortran-[0-9a-f]+\.so[0-9.]*\0",
        lambda match: wanted.ljust(len(match.group()), b"\0"),
        bundled[0].read_bytes(),
    )
    descriptor = os.memfd_create("libgfortran.so.5")
    try:
        os.write(descriptor, renamed)
        fortran = _load_global(f"/proc/self/fd/{descriptor}")
    finally:
        os.close(descriptor)
    return _load_global(name) if fortran else None


def set_blas_threads(count: int | None) -> None:
    """Sets OpenBLAS's threads; None means one per core. Decoding is fastest with one."""
    if _openblas:
        _openblas.openblas_set_num_threads(count or os.cpu_count() or 1)


@cache
def compute_streams() -> list:
    """Streams to spread independent work over: two on a CPU, where MLX gives each a thread.

    Elementwise work is single-threaded there, so two halves of a batch side by side take less
    time (`bashcoder bench train`). It is two on any CPU, so that results do not depend on
    the number of cores.
    """
    import mlx.core as mx

    device = mx.default_device()
    streams = [mx.default_stream(device)]
    return streams if on_gpu() else [*streams, mx.new_stream(device)]


def set_training_threads(processes: int = 1) -> None:
    """Shares the cores among the streams of `compute_streams`; before anything is evaluated.

    Args:
        processes: that train on this machine.
    """
    set_blas_threads(max(1, (os.cpu_count() or 1) // (2 * processes)))
    if not on_gpu():
        # MLX hands out no more than 100 operations ahead, and in depth-first order those would all
        # be of one stream while the other waits.
        os.environ.setdefault("MLX_BFS_MAX_WIDTH", "1000")


def on_gpu() -> bool:
    """Whether MLX computes on a GPU (Metal or CUDA) rather than on the CPU."""
    import mlx.core as mx

    return mx.default_device() == mx.Device(mx.gpu)


def physical_memory() -> int:
    """Bytes of the memory that MLX computes in: what it tells of the GPU, or main memory."""
    import mlx.core as mx

    main = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return mx.device_info().get("memory_size", main) if on_gpu() else main


def compute_dtype():
    """bfloat16 on a GPU, float32 on a CPU (where half precision bypasses the BLAS)."""
    import mlx.core as mx

    return mx.bfloat16 if on_gpu() else mx.float32


@cache
def can_compile() -> bool:
    """Whether `mx.compile` works: always on a GPU, with a C++ compiler on a Linux CPU.

    Warns, once, when it does not.
    """
    if on_gpu() or sys.platform != "linux" or shutil.which("g++"):
        return True
    warnings.warn("no C++ compiler (g++) found: running uncompiled, which is slower", stacklevel=2)
    return False


def compile_step(function, **options):
    """`mx.compile(function, **options)` where the machine can, the function itself elsewhere."""
    import mlx.core as mx

    return partial(mx.compile, **options)(function) if can_compile() else function


def compile_on(stream, function, state=()):
    """`function`, compiled to work on one stream.

    What runs on several streams side by side must be compiled for each: within one compiled
    function MLX merges the equal constants of two streams, and does not fuse with those of another.

    Args:
        stream: from `compute_streams`.
        function: of arrays and trees of them.
        state: trees of arrays that it reads and replaces.
    """
    import mlx.core as mx

    def on_stream(*arguments):
        with mx.stream(stream):
            return function(*arguments)

    return compile_step(on_stream, inputs=state, outputs=state)
