"""Writes `.pt` files opcode by opcode, so that tests need no PyTorch and can be malicious."""

import struct
import zipfile
from dataclasses import dataclass

import numpy as np


@dataclass
class Raw:
    """Opcodes as they are."""

    code: bytes


def named(module: str, name: str) -> Raw:
    """A global."""
    return Raw(f"c{module}\n{name}\n".encode())


def call(function: Raw, *arguments) -> Raw:
    """A global called with arguments."""
    return Raw(function.code + emit(arguments) + b"R")


def emit(value) -> bytes:
    """The opcodes that push `value`."""
    match value:
        case Raw(code):
            return code
        case None:
            return b"N"
        case bool():
            return b"\x88" if value else b"\x89"
        case int():
            size = value.bit_length() // 8 + 1
            return b"\x8a" + bytes([size]) + value.to_bytes(size, "little", signed=True)
        case float():
            return b"G" + struct.pack(">d", value)
        case str():
            return b"X" + struct.pack("<I", len(value.encode())) + value.encode()
        case tuple():
            return b"(" + b"".join(map(emit, value)) + b"t"
        case list():
            return b"](" + b"".join(map(emit, value)) + b"e"
        case dict():
            return b"}(" + b"".join(emit(k) + emit(v) for k, v in value.items()) + b"u"
    raise TypeError(type(value))


def ordered_dict(items: dict) -> Raw:
    """A state_dict as PyTorch pickles it: an OrderedDict with attributes."""
    empty = call(named("collections", "OrderedDict"))
    pairs = b"".join(emit(k) + emit(v) for k, v in items.items())
    state = emit({"_metadata": {"": {"version": 1}}})
    return Raw(empty.code + b"(" + pairs + b"u" + state + b"b")


def tensor(key, shape, strides, numel, offset=0, kind="FloatStorage") -> Raw:
    """A view of storage `key`."""
    pid = ("storage", named("torch", kind), key, "cpu", numel)
    storage = Raw(emit(pid) + b"Q")
    hooks = call(named("collections", "OrderedDict"))
    rebuild = named("torch._utils", "_rebuild_tensor_v2")
    return call(rebuild, storage, offset, tuple(shape), tuple(strides), False, hooks)


def pickled(value) -> bytes:
    return b"\x80\x02" + emit(value) + b"."


def write_pt(path, value, storages=None, members=None, compression=zipfile.ZIP_STORED):
    """A `.pt` zip with `value` as its data.pkl (bytes are taken as they are)."""
    data = value if isinstance(value, bytes) else pickled(value)
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("run/data.pkl", data)
        archive.writestr("run/byteorder", (members or {}).pop("byteorder", b"little"))
        for key, content in (storages or {}).items():
            archive.writestr(f"run/data/{key}", content)
        for name, content in (members or {}).items():
            archive.writestr(name, content)
    return path


def write_state(path, arrays: dict[str, np.ndarray], config: dict | None, wrap=ordered_dict):
    """A run's checkpoint of float32 arrays; one given twice is stored once, as tied weights."""
    storages, state, keys = {}, {}, {}
    for name, array in arrays.items():
        key = keys.setdefault(id(array), str(len(keys)))
        storages[key] = np.ascontiguousarray(array, "<f4").tobytes()
        strides = [int(np.prod(array.shape[axis + 1 :])) for axis in range(array.ndim)]
        state[name] = tensor(key, array.shape, strides, array.size)
    run = {"step": 3, "model_state_dict": wrap(state), "best_val_loss": 1.5}
    return write_pt(path, run | ({"config": config} if config else {}), storages)
