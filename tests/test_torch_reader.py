"""Reading `.pt` files: what is read is exact, and nothing that is not data gets through."""

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import zipfile

import numpy as np
import pt_files
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pt_files import Raw, call, emit, named, pickled, tensor, write_pt

from bashcoder_mlx.conversion import torch_reader, unpickler
from bashcoder_mlx.conversion.torch_reader import read_structure, read_tensors
from bashcoder_mlx.errors import InputError

VALUES = np.arange(6, dtype="<f4")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "model.pt"


def read(path, content, storages=None, **options):
    write_pt(path, {"x": content}, storages, **options)
    return read_tensors(path, read_structure(path))["x"]


def refusal(path) -> str:
    with pytest.raises(InputError) as error:
        read_structure(path)
    assert str(path) in str(error.value)
    return str(error.value)


def test_plain_data_is_read(path):
    data = {"step": 7, "loss": 0.5, "on": True, "none": None, "lr": [1e-3, 2], "betas": (0.9, 1)}
    assert read_structure(write_pt(path, data)) == data


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_every_protocol_torch_can_write_is_read(path, protocol):
    data = {"a": [1, -2, 2**40], "b": {"c": ("x", "y" * 300)}, "again": [[], [], {}]}
    assert read_structure(write_pt(path, pickle.dumps(data, protocol))) == data


def test_state_dict_keeps_its_order_and_drops_its_attributes(path):
    state = read_structure(write_pt(path, pt_files.ordered_dict({"b": 1, "a": 2})))
    assert list(state) == ["b", "a"]


@pytest.mark.parametrize(
    ("shape", "strides", "offset", "expected"),
    [
        ((2, 3), (3, 1), 0, [[0, 1, 2], [3, 4, 5]]),
        ((3, 2), (1, 3), 0, [[0, 3], [1, 4], [2, 5]]),
        ((2, 2), (3, 1), 1, [[1, 2], [4, 5]]),
        ((1, 2), (2**70, 2), 3, [[3, 5]]),
        ((), (), 5, 5),
    ],
)
def test_views(path, shape, strides, offset, expected):
    view = read(path, tensor("0", shape, strides, 6, offset), {"0": VALUES.tobytes()})
    np.testing.assert_array_equal(view, expected)


@pytest.mark.parametrize(
    ("shape", "strides", "offset"),
    [
        ((7,), (1,), 0),
        ((2, 3), (3, 1), 1),
        ((6,), (1,), 6),
        ((2,), (2**62, 1)[:1], 0),
        ((10**12,), (0,), 0),
        ((0, 10**30), (1, 1), 0),
    ],
)
def test_views_outside_the_storage_are_refused(path, shape, strides, offset):
    with pytest.raises(InputError, match="x does not fit"):
        read(path, tensor("0", shape, strides, 6, offset), {"0": VALUES.tobytes()})


@pytest.mark.parametrize(
    "bad",
    [
        tensor("0", (-1,), (1,), 6),
        tensor("0", (2,), (-1,), 6),
        tensor("0", (2,), (1, 1), 6),
        tensor("0", (2,), (1,), -6),
        tensor("0", (2,), (1,), 6, offset=-4),
        tensor("0", (1,) * 100, (1,) * 100, 6),
        tensor("0", ("2",), (1,), 6),
        Raw(emit("not a storage") + b"Q"),
        Raw(emit(("storage", named("torch", "device"), "0", "cpu", 6)) + b"Q"),
    ],
)
def test_impossible_tensors_are_refused(path, bad):
    write_pt(path, {"x": bad}, {"0": VALUES.tobytes()})
    assert "damaged pickle" in refusal(path)


def test_bfloat16_becomes_exactly_float32(path):
    values = np.array([1.0, -2.5, 3e38, 1e-40], np.float32)
    bits = (values.view(np.uint32) >> 16).astype("<u2")
    read_back = read(
        path, tensor("0", (4,), (1,), 4, kind="BFloat16Storage"), {"0": bits.tobytes()}
    )
    np.testing.assert_array_equal(read_back.view(np.uint32), bits.astype(np.uint32) << 16)


@pytest.mark.parametrize(
    ("kind", "dtype"), [("HalfStorage", "<f2"), ("DoubleStorage", "<f8"), ("LongStorage", "<i8")]
)
def test_other_precisions_are_read_as_they_are(path, kind, dtype):
    values = np.array([1, -2, 3], dtype)
    array = read(path, tensor("0", (3,), (1,), 3, kind=kind), {"0": values.tobytes()})
    assert array.dtype == dtype
    np.testing.assert_array_equal(array, values)


def test_tied_tensors_share_a_storage(path):
    shared = {"a": tensor("0", (6,), (1,), 6), "b": tensor("0", (2, 3), (3, 1), 6)}
    arrays = read_tensors(write_pt(path, shared, {"0": VALUES.tobytes()}), read_structure(path))
    np.testing.assert_array_equal(arrays["a"], arrays["b"].ravel())


def test_parameters_are_read_as_tensors(path):
    inner = tensor("0", (6,), (1,), 6)
    parameter = call(named("torch._utils", "_rebuild_parameter"), inner, True, None)
    np.testing.assert_array_equal(read(path, parameter, {"0": VALUES.tobytes()}), VALUES)


MALICIOUS = {
    "posix.system": call(named("posix", "system"), "touch canary"),
    "os.system": call(named("os", "system"), "touch canary"),
    "subprocess.Popen": call(named("subprocess", "Popen"), ["touch", "canary"]),
    "builtins.open": call(named("builtins", "open"), "canary", "w"),
    "builtins.eval": call(named("builtins", "eval"), "open('canary', 'w')"),
    "builtins.getattr": call(named("builtins", "getattr"), "x", "__class__"),
    "torch.load": call(named("torch", "load"), "canary"),
    "collections.OrderedDict.fromkeys": call(named("collections", "OrderedDict.fromkeys"), ()),
    "torch.storage._load_from_bytes": call(named("torch.storage", "_load_from_bytes"), "x"),
    "numpy.core.multiarray._reconstruct": named("numpy.core.multiarray", "_reconstruct"),
}


@pytest.mark.parametrize("wanted", MALICIOUS)
def test_a_global_that_is_no_data_is_refused_by_name(path, tmp_path, monkeypatch, wanted):
    monkeypatch.chdir(tmp_path)
    write_pt(path, {"x": MALICIOUS[wanted]})
    assert f"asks for {wanted}," in refusal(path)
    assert os.listdir(tmp_path) == ["model.pt"]


class Exploit:
    def __init__(self, canary):
        self.canary = canary

    def __reduce__(self):
        return os.mkdir, (self.canary,)


@pytest.mark.parametrize("protocol", [2, 4])
def test_a_real_exploit_runs_nothing(path, tmp_path, protocol):
    canary = tmp_path / "canary"
    exploit = pickle.dumps({"model_state_dict": Exploit(str(canary))}, protocol)
    assert f"{os.mkdir.__module__}.mkdir" in refusal(write_pt(path, exploit))
    assert not canary.exists()
    pickle.loads(exploit)
    assert canary.exists()  # it would have


@pytest.mark.parametrize(
    ("opcode", "code"),
    [
        ("INST", b"(iposix\nsystem\n"),
        ("OBJ", b"(cposix\nsystem\no"),
        ("NEWOBJ", named("collections", "OrderedDict").code + b")\x81"),
        ("NEWOBJ_EX", named("collections", "OrderedDict").code + b")}\x92"),
        ("EXT1", b"\x82\x01"),
        ("PERSID", b"P0\n"),
        ("DUP", b"]2"),
        ("POP", b"0"),
        ("BYTEARRAY8", b"\x96" + struct.pack("<Q", 1) + b"x"),
    ],
)
def test_opcodes_beyond_plain_data_are_refused(path, opcode, code):
    write_pt(path, b"\x80\x02" + code + b".")
    message = refusal(path)
    assert opcode in message or "posix.system" in message


@pytest.mark.parametrize(
    "code",
    [
        emit("print") + b")R",
        emit(named("torch", "float32")) + b")R",
        emit(named("torch", "Size")) + b"]R",
        emit([]) + emit({"__class__": 1}) + b"b",
        emit(named("torch", "Size")) + emit({"a": 1}) + b"b",
        emit(tensor("0", (2,), (1,), 2)) + emit({"offset": 9}) + b"b",
        b"}" + emit(((1,), 2)) + emit(1) + b"s",
        b"((t" + b"\x86",
        b"h\x05",
        b"R",
        b"(",
        b"",
        b"\xff",
    ],
)
def test_malformed_pickles_are_refused(path, code):
    assert "damaged pickle" in refusal(write_pt(path, b"\x80\x02" + code + b"."))


def test_a_tower_of_tuples_is_never_hashed(path):
    tower = b")" + b"q\x00h\x00\x86" * 200  # as a key it would take 2**200 steps
    assert "key is neither" in refusal(write_pt(path, b"\x80\x02}" + tower + emit(1) + b"s."))


def test_an_oversized_pickle_is_refused(path, monkeypatch):
    monkeypatch.setattr(unpickler, "MAX_BYTES", 100)
    assert "too large" in refusal(write_pt(path, pickled({"x": "y" * 200})))


def test_compressed_members_are_refused(path):
    bomb = {"0": bytes(1 << 20)}
    write_pt(path, {"x": 1}, bomb, compression=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 10_000
    assert "compressed" in refusal(path)


def test_members_that_overlap_are_refused(path):
    write_pt(path, {"x": 1}, {"0": bytes(5000), "1": bytes(10)})
    whole = path.read_bytes()
    # The directory says that member 1 is as long as member 0.
    entry = whole.rindex(b"run/data/1") - 46
    sizes = struct.pack("<II", 9000, 9000)
    path.write_bytes(whole[: entry + 20] + sizes + whole[entry + 28 :])
    assert "overlap" in refusal(path)


def test_repeated_members_are_refused(path):
    with pytest.warns(UserWarning, match="Duplicate"):
        write_pt(path, {"x": 1}, members={"run/data.pkl": pickled({"x": 2})})
    assert "same name" in refusal(path)


@pytest.mark.parametrize("numel", [5, 7, 10**15])
def test_a_storage_of_another_length_is_refused_before_it_is_read(path, numel):
    with pytest.raises(InputError, match="has 24 bytes"):
        read(path, tensor("0", (2,), (1,), numel), {"0": VALUES.tobytes()})


def test_a_missing_storage_is_refused(path):
    with pytest.raises(InputError, match=r"lacks 'run/data/0'"):
        read(path, tensor("0", (2,), (1,), 2))


def test_a_checkpoint_inside_a_zip_is_refused(path, tmp_path):
    inner = write_pt(tmp_path / "inner.pt", {"x": 1}).read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.pt", inner)
    assert "no data.pkl" in refusal(path)


def test_a_zip_as_the_pickle_is_refused(path, tmp_path):
    inner = write_pt(tmp_path / "inner.pt", {"x": 1}).read_bytes()
    assert "pickle" in refusal(write_pt(path, inner))


def test_big_endian_files_are_refused(path):
    write_pt(path, {"x": 1}, members={"byteorder": b"big"})
    assert "big-endian" in refusal(path)


def test_torchscript_is_explained(path):
    write_pt(path, {"x": 1}, members={"run/constants.pkl": b""})
    assert "TorchScript" in refusal(path)


def test_a_whole_module_is_explained(path):
    module = named("model.transformer", "CodeTransformer").code + b")\x81"
    linear = named("torch.nn.modules.linear", "Linear").code + b")\x81"
    write_pt(path, b"\x80\x02" + module + linear + b".")
    message = refusal(path)
    assert "whole pickled module" in message
    assert "model.transformer.CodeTransformer" in message
    assert "state_dict" in message


def test_the_format_before_1_6_is_explained(path):
    path.write_bytes(pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2))
    assert "before 1.6" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 and then nothing"])
def test_other_files_are_refused(path, content):
    path.write_bytes(content)
    refusal(path)


def test_a_folder_is_refused(tmp_path):
    refusal(tmp_path)


def test_a_truncated_file_is_refused_wherever_it_is_cut(path):
    write_pt(path, {"x": tensor("0", (6,), (1,), 6)}, {"0": VALUES.tobytes()})
    whole = path.read_bytes()
    for cut in range(0, len(whole), 7):
        path.write_bytes(whole[:cut])
        refusal(path)


def test_damage_to_the_file_raises_nothing_but_input_errors(path):
    write_pt(path, {"x": tensor("0", (6,), (1,), 6)}, {"0": VALUES.tobytes()})
    whole = path.read_bytes()
    for position in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[position] ^= 0x55
        path.write_bytes(damaged)
        with contextlib.suppress(InputError):
            read_structure(path)


@given(position=st.integers(0, 400), byte=st.integers(0, 255))
@example(position=0, byte=0)
def test_damage_to_the_pickle_raises_nothing_but_input_errors(position, byte):
    data = bytearray(pickled({"x": tensor("0", (6,), (1,), 6), "y": [1, (2, "z"), None, 0.5]}))
    data[position % len(data)] = byte
    with contextlib.suppress(InputError):
        unpickler.Unpickler("x", torch_reader._functions(), torch_reader._storage).load(data)


@pytest.mark.torch
def test_what_torch_saves_is_read_equally(path):
    torch = pytest.importorskip("torch")
    tied = torch.nn.Parameter(torch.randn(4, 3))
    tensors = {
        "tied": tied,
        "again": tied,
        "transposed": torch.randn(3, 4).T,
        "slice": torch.randn(10, 10)[2:5, ::3],
        "half": torch.randn(5).half(),
        "bf16": torch.randn(5).bfloat16(),
        "count": torch.tensor(7),
    }
    torch.save({"state": tensors, "dtype": torch.float32, "size": tied.shape}, path)
    content = read_structure(path)
    arrays = read_tensors(path, content["state"])
    assert content["size"] == (4, 3)
    for name, expected in tensors.items():
        expected = expected.detach()
        expected = expected.float() if name == "bf16" else expected
        np.testing.assert_array_equal(arrays[name], expected.numpy())


@pytest.mark.torch
def test_what_torch_saves_of_a_whole_module_is_explained(path):
    torch = pytest.importorskip("torch")
    torch.save(torch.nn.Sequential(torch.nn.Linear(2, 2)), path)
    assert "torch.nn.modules.container.Sequential" in refusal(path)


@pytest.mark.torch
def test_what_torch_saves_in_the_old_format_is_explained(path):
    torch = pytest.importorskip("torch")
    torch.save({"x": torch.ones(2)}, path, _use_new_zipfile_serialization=False)
    assert "before 1.6" in refusal(path)


@pytest.mark.torch
def test_optimizer_and_scheduler_state_is_read(path):
    torch = pytest.importorskip("torch")
    layer = torch.nn.Linear(3, 2)
    optimizer = torch.optim.AdamW(layer.parameters())
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)
    layer(torch.ones(3)).sum().backward()
    optimizer.step()
    torch.save({"o": optimizer.state_dict(), "s": scheduler.state_dict()}, path)
    content = read_structure(path)
    moments = read_tensors(path, content["o"]["state"][0])
    np.testing.assert_array_equal(
        moments["exp_avg"], optimizer.state_dict()["state"][0]["exp_avg"].numpy()
    )


def test_the_reader_imports_no_torch(path):
    write_pt(path, {"x": 1})
    code = (
        "import sys; from bashcoder_mlx.conversion.torch_reader import read_structure; "
        f"read_structure({str(path)!r}); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
