"""Reads PyTorch's `.pt` zip files without PyTorch: plain data and tensors, never code.

The file is a zip of `data.pkl`, which describes the tensors, and `data/KEY`, the bytes of each
storage. Not covered: the format before PyTorch 1.6, TorchScript, whole pickled modules, sparse and
quantised tensors; each is refused with what to do instead.
"""

import math
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bashcoder_mlx.conversion.archive import member_size, open_archive, read_member
from bashcoder_mlx.conversion.unpickler import Global, RefusedGlobal, Unpickler
from bashcoder_mlx.errors import InputError

# NumPy has no bfloat16: its bits are read as integers and widened to float32.
BFLOAT16 = "BFloat16Storage"
STORAGES = {
    **{"FloatStorage": "<f4", "DoubleStorage": "<f8", "HalfStorage": "<f2", BFLOAT16: "<u2"},
    **{"LongStorage": "<i8", "IntStorage": "<i4", "ShortStorage": "<i2"},
    **{"CharStorage": "i1", "ByteStorage": "u1", "BoolStorage": "?"},
}
SCALARS = (
    *("float64", "float32", "float16", "bfloat16"),
    *("int64", "int32", "int16", "int8", "uint8", "bool"),
)
MAX_DIMENSIONS = 8
RESAVE = "torch.save(model.state_dict(), 'weights.pt')"


@dataclass(frozen=True)
class Storage:
    """A run of `numel` numbers: one file of the archive. `kind` is a key of `STORAGES`."""

    kind: str
    key: str
    numel: int


@dataclass(frozen=True)
class Tensor:
    """A strided view of a storage, in elements; described but not yet read or checked."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def read_structure(path: str | Path) -> object:
    """What `torch.load` would return, with a `Tensor` in place of each tensor.

    Raises:
        InputError: not such a file, damaged, or asking for anything but data.
    """
    path = Path(path)
    with _open(path) as archive:
        data = read_member(archive, f"{_prefix(archive, path)}/data.pkl")
    try:
        return Unpickler(path, _functions(), _storage).load(data)
    except RefusedGlobal as refusal:
        if b"torch.nn.modules" not in data:
            raise
        raise InputError(
            f"{path} is a whole pickled module, which asks for the code of {refusal.wanted}: "
            f"nothing was executed; where that code is, save the parameters with {RESAVE}"
        ) from refusal


def read_tensors(path: str | Path, tensors: dict[str, Tensor]) -> dict[str, np.ndarray]:
    """Reads the values of tensors that `read_structure` found; bfloat16 becomes float32.

    Tensors that share a storage are read from it once.

    Raises:
        InputError: a storage is not as long as it says, or a tensor reaches outside its storage.
    """
    path = Path(path)
    arrays, storages = {}, {}
    with _open(path) as archive:
        prefix = _prefix(archive, path)
        for name, tensor in tensors.items():
            if tensor.storage not in storages:
                storages[tensor.storage] = _read_storage(archive, prefix, tensor.storage)
            arrays[name] = _view(storages[tensor.storage], tensor, f"{path}: {name}")
    return arrays


def widen_bfloat16(bits: np.ndarray) -> np.ndarray:
    """The float32 values of bfloat16 numbers given as uint16 of any shape."""
    return (bits.astype(np.uint32) << 16).view(np.float32)


def _open(path: Path) -> zipfile.ZipFile:
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    if start[:1] == b"\x80":
        raise InputError(
            f"{path} is in PyTorch's format from before 1.6 or a bare pickle: where PyTorch is "
            f"installed, load it with weights_only=True and save it again with torch.save"
        )
    if start != b"PK\x03\x04":
        raise InputError(f"{path} is not a PyTorch checkpoint: give a .pt file or an .npz")
    return open_archive(path)


def _prefix(archive: zipfile.ZipFile, path: Path) -> str:
    """The folder inside the archive that holds everything; checks what kind of archive it is."""
    names = set(archive.namelist())
    found = [n for n in names if n.count("/") == 1 and n.endswith("/data.pkl")]
    if len(found) != 1:
        raise InputError(
            f"{path} is a zip file but no PyTorch checkpoint (it has no data.pkl): give a .pt "
            "file, or name a NumPy archive .npz"
        )
    prefix = found[0].removesuffix("/data.pkl")
    if f"{prefix}/constants.pkl" in names:
        raise InputError(f"{path} is a TorchScript program: save the parameters with {RESAVE}")
    order = f"{prefix}/byteorder"
    if order in names and read_member(archive, order) != b"little":
        raise InputError(
            f"{path} was saved by a big-endian machine: load and save it on a little-endian one"
        )
    return prefix


def _functions() -> dict:
    """Everything a checkpoint's pickle may name; those mapped to None may not be called."""
    return {
        Global("collections", "OrderedDict"): _ordered_dict,
        Global("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
        Global("torch._utils", "_rebuild_parameter"): _rebuild_parameter,
        Global("torch", "Size"): _size,
        Global("torch", "device"): lambda *names: None,
        **{Global("torch", kind): None for kind in (*STORAGES, *SCALARS)},
    }


def _ordered_dict() -> dict:
    return {}


def _size(shape: tuple) -> tuple[int, ...]:
    if type(shape) is not tuple or not all(type(n) is int and n >= 0 for n in shape):
        raise ValueError("a shape or stride is not a tuple of counts")
    return shape


def _rebuild_tensor(storage, offset, shape, strides, *flags) -> Tensor:
    if not isinstance(storage, Storage) or type(offset) is not int or offset < 0:
        raise ValueError("a tensor without a storage")
    if len(_size(shape)) != len(_size(strides)) or len(shape) > MAX_DIMENSIONS:
        raise ValueError("a tensor with a wrong number of dimensions")
    return Tensor(storage, offset, shape, strides)


def _rebuild_parameter(tensor, *flags):
    return tensor


def _storage(persistent_id) -> Storage:
    match persistent_id:
        case ("storage", Global("torch", kind), str(key), str(), int(numel)) if numel >= 0:
            if kind in STORAGES:
                return Storage(kind, key, numel)
    raise ValueError("a persistent id that is not a storage of numbers")


def _read_storage(archive: zipfile.ZipFile, prefix: str, storage: Storage) -> np.ndarray:
    """The numbers of a storage, flat; its file must be exactly as long as they need."""
    member = f"{prefix}/data/{storage.key}"
    dtype = np.dtype(STORAGES[storage.kind])
    expected, size = storage.numel * dtype.itemsize, member_size(archive, member)
    if size != expected:
        raise InputError(
            f"{archive.filename} is damaged: {member[:80]} has {size} bytes, not {expected}"
        )
    flat = np.frombuffer(read_member(archive, member), dtype)
    return widen_bfloat16(flat) if storage.kind == BFLOAT16 else flat


def _view(flat: np.ndarray, tensor: Tensor, name: str) -> np.ndarray:
    """The tensor's elements, copied: all inside the storage, and no more than it has."""
    strides = [s if n > 1 else 0 for n, s in zip(tensor.shape, tensor.strides, strict=True)]
    reach = sum((n - 1) * s for n, s in zip(tensor.shape, strides, strict=True))
    if not 0 < math.prod(tensor.shape) <= flat.size or tensor.offset + reach >= flat.size:
        raise InputError(
            f"{name} does not fit the {flat.size} numbers of its storage: the file is damaged"
        )
    strides = [stride * flat.itemsize for stride in strides]
    return np.lib.stride_tricks.as_strided(flat[tensor.offset :], tensor.shape, strides).copy()
