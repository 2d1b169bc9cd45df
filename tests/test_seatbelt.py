"""The sandbox of macOS, as far as its text goes: the profile, the command line, the environment."""

import re
from pathlib import Path

import pytest

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell import seatbelt
from bashcoder_mlx.shell.confined import Limits

WORKSPACE, PRIVATE = Path("/private/tmp/w"), Path("/private/var/p")


def rules(operation: str, readable: int = 0) -> list[str]:
    """The lines of the profile that allow `operation`."""
    lines = seatbelt.profile(readable).splitlines()
    return [line for line in lines if line.startswith("(allow") and operation in line]


def test_everything_is_denied_first():
    assert seatbelt.profile(0).splitlines()[:2] == ["(version 1)", "(deny default)"]


def test_parentheses_and_quotes_are_balanced():
    text = seatbelt.profile(3)
    assert text.count("(") == text.count(")") and text.count('"') % 2 == 0


def test_only_the_workspace_and_the_private_folder_are_written():
    writing = rules("file-write*")
    assert len(writing) == 1
    assert re.findall(r'param "(\w+)"', writing[0]) == ["WORKSPACE", "PRIVATE"]
    assert '(subpath "/' not in writing[0]


def test_data_is_written_to_devices_only():
    (rule,) = rules("file-write-data")
    assert all(name.startswith("/dev/") for name in re.findall(r'"([^"]+)"', rule))


def test_no_network_is_allowed():
    assert rules("network") == []
    assert "(deny network*)" in seatbelt.profile(0)


def test_homes_and_secrets_are_not_readable():
    text = seatbelt.profile(0)
    for secret in (
        "/Users",
        "/private/etc/master.passwd",
        "/private/var/root",
        "/Library/Keychains",
    ):
        assert secret not in text
    folders = re.findall(r'subpath "([^"]+)"', text)
    assert not {"/", "/private", "/private/etc", "/private/var", "/Library"} & set(folders)


def test_each_folder_of_path_is_read_by_its_parameter(tmp_path):
    command = seatbelt.confined_command(WORKSPACE, PRIVATE, Limits(), [tmp_path])
    assert f"PATH0={tmp_path.resolve()}" in command
    assert '(subpath (param "PATH0"))' in command[command.index("-p") + 1]


def test_paths_stand_in_parameters_and_never_in_the_profile():
    odd = Path('/private/tmp/a" (allow default)')
    command = seatbelt.confined_command(odd, PRIVATE, Limits())
    assert command[1:5] == ["-D", f"WORKSPACE={odd}", "-D", f"PRIVATE={PRIVATE}"]
    assert "allow default" not in command[command.index("-p") + 1]


def test_limits_are_given_in_the_units_of_ulimit():
    limits = Limits(processes=7, file_bytes=1 << 20)
    assert seatbelt.confined_command(WORKSPACE, PRIVATE, limits)[-3:] == ["bash", "7", "1024"]


def test_the_environment_is_new(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "xyzzy")
    environment = seatbelt.environment("ada", PRIVATE, [Path("/stubs")])
    assert environment["HOME"] == "/private/var/p/home" and environment["USER"] == "ada"
    assert environment["PATH"].startswith("/stubs:")
    assert "SECRET_TOKEN" not in environment


def test_a_mac_without_it_is_told(monkeypatch):
    monkeypatch.setattr(seatbelt, "PROGRAM", Path("/absent/sandbox-exec"))
    with pytest.raises(BashcoderError, match="sandbox-exec is missing"):
        seatbelt.Seatbelt()
