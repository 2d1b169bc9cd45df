"""runtime.py: the BLAS under MLX, its threads, compilation, precision."""

import platform
import re
import subprocess
import sys
import warnings
from pathlib import Path

import mlx.core as mx
import pytest

from bashcoder_mlx import runtime

USES_OPENBLAS = sys.platform == "linux" and platform.machine() == "x86_64"
needs_openblas = pytest.mark.skipif(not USES_OPENBLAS, reason="OpenBLAS is for Linux x86-64 only")

PRODUCT = """
import bashcoder_mlx
import mlx.core as mx
import numpy as np
a = np.random.default_rng(0).standard_normal((64, 48), dtype=np.float32)
b = np.random.default_rng(1).standard_normal((48, 32), dtype=np.float32)
print(float(np.abs(np.array(mx.array(a) @ mx.array(b)) - a @ b).max()))
"""


def run_python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def product_library(monkeypatch) -> str:
    """The library to which the dynamic linker binds MLX's products, by its own account."""
    monkeypatch.setenv("LD_DEBUG", "bindings")
    finished = subprocess.run([sys.executable, "-c", PRODUCT], capture_output=True, text=True)
    found = re.search(r"/libmlx\.so \[0\] to (\S+) .*`cblas_sgemm'", finished.stderr)
    return Path(found[1]).name


@pytest.fixture
def no_compiler(tmp_path, monkeypatch):
    """A Linux CPU with an empty PATH, and nothing remembered before or after."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(runtime, "on_gpu", lambda: False)
    runtime.can_compile.cache_clear()
    yield
    runtime.can_compile.cache_clear()


@needs_openblas
def test_importing_the_package_puts_openblas_under_mlx(monkeypatch):
    assert "libopenblas" in product_library(monkeypatch)


@needs_openblas
def test_the_wheels_own_blas_can_be_asked_for(monkeypatch):
    monkeypatch.setenv("BASHCODER_BLAS", "stock")
    assert "openblas" not in product_library(monkeypatch)


@pytest.mark.parametrize("blas", ["", "stock"])
def test_products_are_right(blas, monkeypatch):
    monkeypatch.setenv("BASHCODER_BLAS", blas)
    assert float(run_python(PRODUCT)) < 1e-4


@needs_openblas
def test_an_mlx_imported_first_is_left_alone():
    code = "import mlx.core, bashcoder_mlx; print(bashcoder_mlx.runtime.load_blas())"
    assert run_python(code).strip() == "None"


def test_elsewhere_no_blas_is_loaded(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    assert runtime.load_blas() is None


@needs_openblas
@pytest.mark.parametrize("count", [1, 2])
def test_the_number_of_threads_is_set(count):
    threads = "runtime._openblas.openblas_get_num_threads()"
    code = f"from bashcoder_mlx import runtime; runtime.set_blas_threads({count}); print({threads})"
    assert int(run_python(code)) == count


def test_setting_threads_without_openblas_does_nothing(monkeypatch):
    monkeypatch.setattr(runtime, "_openblas", None)
    runtime.set_blas_threads(1)


def test_without_a_compiler_one_warning_tells(no_compiler):
    with pytest.warns(UserWarning, match=r"g\+\+"):
        assert not runtime.can_compile()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not runtime.can_compile()


@pytest.mark.filterwarnings("ignore:no C")
def test_without_a_compiler_a_step_runs_as_it_is(no_compiler):
    def step(x):
        return x + 1

    assert runtime.compile_step(step) is step


def test_a_compiled_step_gives_the_same_result():
    x = mx.arange(8, dtype=mx.float32)

    def step(x):
        return mx.exp(x) * 2 - x

    assert mx.allclose(runtime.compile_step(step)(x), step(x))


def test_half_precision_is_for_the_gpu(monkeypatch):
    monkeypatch.setattr(runtime, "on_gpu", lambda: True)
    assert runtime.compute_dtype() == mx.bfloat16
    monkeypatch.setattr(runtime, "on_gpu", lambda: False)
    assert runtime.compute_dtype() == mx.float32
