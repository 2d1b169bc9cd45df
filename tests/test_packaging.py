"""What a person starts: the entry points, the scripts, the installation into .venv."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
ENTRIES = {
    "train.py": ("--data-dir", "--model-size", "--num-steps", "--output-dir"),
    "train_continue.py": ("--checkpoint", "--data-dir", "--learning-rate", "--output-dir"),
    "train_bilingual.py": ("--language-checkpoint", "--code-data", "--output-dir"),
    "generate.py": ("--checkpoint", "--prompt", "--max-tokens"),
    "create_combined_dataset.py": ("--language", "--code", "--ratio"),
}

# Stands for Python and pip: makes the files that they would make, and records pip's arguments.
# The lock, which comes on standard input, is real.
FAKE_PYTHON = """#!/bin/sh
case $* in
    *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *"-m pip"*)
        echo "$*" >>pip.log
        [ -z "${PIP_FAILS:-}" ] || exit 1
        printf '#!/bin/sh\\necho "$# [$*] $(cat)"\\n' >.venv/bin/bashcoder
        chmod +x .venv/bin/bashcoder
        ;;
    "-") exec "$REAL_PYTHON" - ;;
    *.py*) echo "restarted: $*" ;;
    *) [ -e .venv/bin/python ] || [ "$(basename "$0")" = python3 ] ;;
esac
"""


def run(*command, **settings) -> subprocess.CompletedProcess:
    settings = {"stdin": subprocess.DEVNULL} | settings
    if "input" in settings:
        del settings["stdin"]
    return subprocess.run([*map(str, command)], capture_output=True, text=True, **settings)


class Tree:
    """A source tree of only the launchers, in a folder with a space, before a fake Python."""

    def __init__(self, folder: Path):
        self.folder = folder / "my tree"
        shutil.copytree(SCRIPTS, self.folder / "scripts")
        (self.folder / "pyproject.toml").write_text("")
        tools = folder / "tools"
        tools.mkdir()
        (tools / "python3").write_text(FAKE_PYTHON)
        (tools / "python3").chmod(0o755)
        self.environment = {"PATH": f"{tools}:/usr/bin:/bin", "REAL_PYTHON": sys.executable}

    def run(self, script: str, *arguments, **settings) -> subprocess.CompletedProcess:
        command = self.folder / "scripts" / script
        return run(command, *arguments, env=self.environment, **settings)

    def installations(self) -> list[str]:
        log = self.folder / "pip.log"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def tree(tmp_path) -> Tree:
    return Tree(tmp_path)


def test_help_loads_no_model_code():
    code = (
        "import sys; sys.argv = ['bashcoder', '--help']\n"
        "from bashcoder_mlx.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'mlx.core', 'mlx_lm', 'transformers', 'datasets', 'numpy', 'sentencepiece'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    finished = run(sys.executable, "-c", code, cwd=ROOT)
    assert finished.returncode == 0, finished.stderr
    assert "explain" in finished.stdout
    assert finished.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("script", ENTRIES)
def test_a_script_helps_with_its_documented_flags(script):
    finished = run(sys.executable, SCRIPTS / script, "--help")
    assert finished.returncode == 0, finished.stderr
    assert [flag for flag in ENTRIES[script] if flag not in finished.stdout] == []


@pytest.mark.parametrize(
    ("script", "flag", "arguments"),
    [
        ("train.py", "--data-dir", ["--data-dir", "absent", "--output-dir", "out"]),
        ("train_continue.py", "--checkpoint", ["--checkpoint", "absent/best_model.pt"]),
        ("train_bilingual.py", "--language-checkpoint", ["--language-checkpoint", "absent.pt"]),
        ("generate.py", "absent/best_model.pt", ["--checkpoint", "absent/best_model.pt"]),
    ],
)
def test_an_absent_path_is_one_line(script, flag, arguments, tmp_path):
    finished = run(sys.executable, SCRIPTS / script, *arguments, cwd=tmp_path)
    assert finished.returncode == 2
    assert finished.stdout == ""
    lines = finished.stderr.splitlines()
    assert len(lines) == 1
    assert flag in lines[0] and "absent" in lines[0] and "give" in lines[0]
    assert not (tmp_path / "out").exists()


def test_the_first_call_installs_and_the_next_does_not(tree):
    for call in range(2):
        finished = tree.run("bashcoder", "list files")
        assert finished.returncode == 0, finished.stderr
        assert finished.stdout == "1 [list files] \n"
        assert ("installing" in finished.stderr) == (call == 0)
    assert len(tree.installations()) == 1


def test_standard_input_reaches_bashcoder(tree):
    assert tree.run("bashcoder", input="text").stdout == "0 [] text\n"


def test_bashcoder_starts_through_links_from_anywhere(tree, tmp_path):
    (tmp_path / "first").symlink_to(tree.folder / "scripts" / "bashcoder")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "bashcoder").symlink_to("../first")
    finished = run(tmp_path / "bin" / "bashcoder", "x", env=tree.environment, cwd="/")
    assert finished.stdout == "1 [x] \n", finished.stderr


def test_a_newer_pyproject_installs_again(tree):
    tree.run("setup")
    stamp = (tree.folder / ".venv" / "installed").stat().st_mtime
    os.utime(tree.folder / "pyproject.toml", (stamp + 10, stamp + 10))
    tree.run("setup")
    assert len(tree.installations()) == 2


def test_a_moved_tree_installs_again(tree):
    tree.run("setup")
    tree.folder = tree.folder.rename(tree.folder.with_name("moved"))
    tree.run("setup")
    assert len(tree.installations()) == 2


def test_extras_are_installed_besides(tree):
    for extras in ([], ["dev"], ["dev"], []):
        assert tree.run("setup", *extras).returncode == 0
    assert [line.split()[-1] for line in tree.installations()] == [".", ".[dev]"]


def test_a_failed_installation_is_tried_again(tree):
    tree.environment["PIP_FAILS"] = "1"
    finished = tree.run("bashcoder", "x")
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert finished.stderr.splitlines()[-1].startswith("Error: ")
    del tree.environment["PIP_FAILS"]
    assert tree.run("bashcoder", "x").stdout == "1 [x] \n"


def test_setups_at_once_take_turns_and_install_once(tree):
    setup = tree.folder / "scripts" / "setup"
    started = [
        subprocess.Popen([setup], env=tree.environment, stderr=subprocess.DEVNULL) for _ in range(3)
    ]
    assert [process.wait() for process in started] == [0, 0, 0]
    assert len(tree.installations()) == 1


def test_without_python_one_line_tells_what_to_install(tree, tmp_path):
    tools = tmp_path / "bare"
    tools.mkdir()
    for name in ("sh", "dirname", "find", "cat"):
        (tools / name).symlink_to(shutil.which(name))
    tree.environment["PATH"] = str(tools)
    finished = tree.run("setup")
    assert finished.returncode == 1
    assert len(finished.stderr.splitlines()) == 1
    assert "python3-venv" in finished.stderr


def test_a_script_under_a_bare_python_restarts_in_the_environment(tree):
    (tree.folder / "scripts" / "probe.py").write_text("import environment\nprint('went on')\n")
    probe = tree.folder / "scripts" / "probe.py"
    # Without its site-packages (-S) this Python has neither bashcoder nor MLX.
    finished = run(sys.executable, "-S", probe, "a b", env=tree.environment, cwd=tree.folder)
    assert finished.stdout == f"restarted: {probe} a b\n", finished.stderr


def test_a_script_restarts_only_once(tree):
    environment = tree.environment | {"BASHCODER_SCRIPT_RESTARTED": "1"}
    finished = run(sys.executable, "-S", tree.folder / "scripts" / "train.py", env=environment)
    assert finished.returncode == 1
    assert finished.stderr.startswith("Error: ") and "delete" in finished.stderr
    assert tree.installations() == []


def test_what_readme_tells_to_start_exists():
    mentioned = set(re.findall(r"\bscripts/([a-z_]+(?:\.py)?)", (ROOT / "README.md").read_text()))
    assert {"bashcoder", "test"} <= mentioned
    assert [name for name in sorted(mentioned) if not (SCRIPTS / name).is_file()] == []
