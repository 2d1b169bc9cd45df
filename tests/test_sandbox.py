"""The sandbox: what is run inside it comes back exactly, and nothing gets out of it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sandboxed import sandbox_or_skip

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shell import bubblewrap
from bashcoder_mlx.shell.bubblewrap import Bubblewrap
from bashcoder_mlx.shell.confined import collect
from bashcoder_mlx.shell.sandbox import Limits, find_sandbox

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's namespaces")


@pytest.fixture(scope="module")
def sandbox():
    return sandbox_or_skip()


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def run(sandbox, workspace):
    """Runs a script in `workspace`."""
    return lambda script, **options: sandbox.run(script, workspace, **options)


def running(argument: str) -> bool:
    """Whether a process of this machine has `argument` on its command line."""
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if argument.encode() in process.read_bytes().split(b"\0"):
                return True
        except OSError:  # it ended meanwhile
            continue
    return False


# What comes back


def test_status_and_both_streams_are_exact(run):
    result = run(r"printf 'a\xff\0b'; printf '\xfe\n' >&2; exit 7")
    assert (result.status, result.stdout, result.stderr) == (7, b"a\xff\0b", b"\xfe\n")
    assert not result.timed_out and not result.truncated


@pytest.mark.parametrize(("name", "status"), [("KILL", 137), ("TERM", 143), ("PIPE", 141)])
def test_a_script_ended_by_a_signal_has_status_128_and_its_number(run, name, status):
    assert run(f"kill -{name} $$").status == status


def test_arguments_arrive_as_they_are(run):
    result = run('printf "%s|" "$#" "$@"', arguments=["a b", "", "$x*", "-c"])
    assert result.stdout == b"4|a b||$x*|-c|"


def test_a_script_may_hold_bytes_that_are_not_text(run):
    assert run("printf '\udcff'").stdout == b"\xff"


def test_stdin_is_empty(run):
    assert run("cat; echo end").stdout == b"end\n"


def test_the_workspace_is_read_and_written(run, workspace):
    (workspace / "in.txt").write_text("hello")
    assert run("tr a-z A-Z < in.txt > out.txt; chmod 600 in.txt").status == 0
    assert (workspace / "out.txt").read_text() == "HELLO"
    assert (workspace / "out.txt").stat().st_uid == os.getuid()


def test_one_run_holds_many_cases_with_limits_of_their_own(run, workspace):
    for number, command in enumerate(["echo a", "exit 3", "sleep 60"]):
        (workspace / f"case_{number}").mkdir()
        (workspace / f"case_{number}" / "cmd.sh").write_text(command)
    run("for c in case_*; do (cd $c; timeout 0.2 bash cmd.sh >out 2>err; echo $? >status); done")
    statuses = [(workspace / f"case_{number}/status").read_text() for number in range(3)]
    assert statuses == ["0\n", "3\n", "124\n"]
    assert (workspace / "case_0/out").read_text() == "a\n"


# The place inside


@linux
def test_the_person_inside_is_the_one_asked_for(run):
    assert run("id -un; id -u; id -g; id -gn; pwd; echo ~", user="ada").stdout.split() == (
        b"ada 1000 1000 ada /home/ada/work /home/ada".split()
    )


def test_only_the_environment_of_the_sandbox_is_there(run, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "xyzzy")
    result = run("env; cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'")
    names = {line.split(b"=")[0].decode() for line in result.stdout.splitlines() if line}
    given = {"PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TERM", "TMPDIR"}
    assert names <= given | {"PWD", "OLDPWD", "SHLVL", "_"}  # the others are bash's own


def test_folders_given_come_first_on_path_and_cannot_be_written(run, tmp_path):
    stub = tmp_path / "stubs" / "ls"
    stub.parent.mkdir()
    stub.write_text("#!/bin/bash\necho stub\n")
    stub.chmod(0o755)
    result = run('ls; echo bad >>"$(command -v ls)"', path=[stub.parent])
    assert result.stdout == b"stub\n" and result.status != 0
    assert stub.read_text() == "#!/bin/bash\necho stub\n"


def test_home_and_temporary_folder_are_private_and_vanish(run):
    assert run("echo x >~/kept && echo x >/tmp/kept && mktemp >/dev/null").status == 0
    assert run("cat ~/kept /tmp/kept").stdout == b""


@linux
def test_everyday_features_work(run):
    result = run("cat <(echo sub); cat <<<here; date +%Z; hostname; echo x >/dev/null; (exit 4)")
    assert result.stdout == b"sub\nhere\nUTC\nsandbox\n" and result.status == 4


# Escapes


@linux
@pytest.mark.parametrize("place", ["/", "/usr", "/etc", "/dev", "/run", "/home", "/var", "/proc"])
def test_nothing_is_written_outside_the_workspace(run, place):
    assert run(f"touch {place}/bashcoder-escape").status != 0
    assert not os.path.exists(f"{place}/bashcoder-escape")


def test_a_script_does_not_change_its_own_file(run):
    assert run('chmod u+w "$0"; echo echo more >>"$0"').stdout == b""


@linux
def test_the_homes_and_secrets_of_the_machine_are_not_there(run):
    listing = run("ls /home; ls -d /root /etc/shadow /etc/ssh /etc/sudoers /sys /boot /mnt /srv")
    assert listing.stdout == b"dev\n"
    assert b"/etc/shadow" in listing.stderr


@linux
def test_a_file_beside_the_workspace_is_out_of_reach(run, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("xyzzy")
    secret.chmod(0o666)
    result = run(f"cat {secret} ../secret ../../secret; echo bad >{secret}")
    assert result.stdout == b"" and secret.read_text() == "xyzzy"


def test_a_link_out_of_the_workspace_does_not_help(run, workspace, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("xyzzy")
    secret.chmod(0o666)
    tmp_path.chmod(0o777)
    (workspace / "file").symlink_to(secret)
    (workspace / "folder").symlink_to(tmp_path)
    result = run("cat file folder/secret; echo bad >file; echo bad >folder/new; rm folder/secret")
    assert result.stdout == b"" and secret.read_text() == "xyzzy"
    assert not (tmp_path / "new").exists()


@linux
def test_a_link_to_a_file_outside_leaves_its_owner_alone(run, workspace, tmp_path):
    outside = tmp_path / "outside"
    outside.write_text("")
    before = outside.stat().st_ctime_ns
    (workspace / "link").symlink_to(outside)
    run("chown -h 1000 link; chmod 777 link")
    assert outside.stat().st_ctime_ns == before


@linux
def test_a_server_of_the_machine_cannot_be_reached_but_loopback_is_up(run):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("127.0.0.1", port)).close()
        result = run(f"exec 3<>/dev/tcp/127.0.0.1/{port}")
    assert result.status != 0 and b"Connection refused" in result.stderr


@linux
def test_there_is_no_way_to_another_machine(run):
    result = run("exec 3<>/dev/udp/192.0.2.1/9")
    assert result.status != 0 and b"Network is unreachable" in result.stderr


@linux
def test_processes_of_the_machine_are_invisible(run):
    highest = run("set -- /proc/[0-9]*; echo $#; kill -0 -1 && echo reached").stdout
    assert int(highest.split()[0]) <= 4
    result = run(f"cat /proc/{os.getpid()}/cmdline; kill -0 {os.getppid()}")
    assert result.stdout == b"" and result.status != 0


@linux
def test_there_are_no_capabilities_and_none_can_be_had(run):
    status = run("grep -E '^(Cap|NoNewPrivs)' /proc/self/status").stdout.split()
    assert status[0::2] == b"CapInh: CapPrm: CapEff: CapBnd: CapAmb: NoNewPrivs:".split()
    assert {int(value, 16) for value in status[1:-1:2]} == {0} and status[-1] == b"1"


@linux
def test_no_further_user_namespace_is_made(run, sandbox):
    if b"--disable-userns" not in sandbox._options:
        pytest.skip("bubblewrap before 0.8 cannot forbid it")
    assert run("unshare --user true").status != 0


@linux
def test_descriptors_of_the_caller_are_not_passed_on(run, workspace):
    with open(workspace.parent / "open", "w") as file:
        os.set_inheritable(file.fileno(), True)
        assert run("cd /proc/self/fd; echo *").stdout.split()[:3] == [b"0", b"1", b"2"]
        assert b"open" not in run("ls -l /proc/$$/fd").stdout


# Limits


@pytest.mark.parametrize("script", ["sleep 60", "exec >&- 2>&-; sleep 60", "while :; do :; done"])
def test_time_is_limited(run, script):
    result = run(script, limits=Limits(seconds=0.3))
    assert (result.status, result.timed_out) == (124, True)


def test_closing_the_streams_does_not_stop_the_clock():
    script = ["/bin/bash", "-c", "exec >&- 2>&-; while :; do :; done"]
    process = subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert collect(process, Limits(seconds=0.3), process.kill).timed_out


def test_what_was_written_before_the_limit_is_kept(run):
    assert run("echo before; sleep 60", limits=Limits(seconds=0.5)).stdout == b"before\n"


@linux
@pytest.mark.parametrize("end", ["sleep 60", "true", "trap '' TERM HUP INT; sleep 60"])
def test_no_process_outlives_its_run(run, workspace, end):
    name = f"{workspace}-daemon"
    script = f"setsid -f bash -c 'sleep 60; :' {name}; (trap '' HUP; exec -a {name} sleep 60) & "
    result = run(script + end, limits=Limits(seconds=0.5))
    assert result.timed_out == (end != "true")
    assert not running(name)


@linux
def test_a_run_is_killed_when_its_caller_is_interrupted(sandbox, workspace, monkeypatch):
    def interrupt(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("bashcoder_mlx.shell.confined._drain", interrupt)
    name = f"{workspace}-interrupted"
    with pytest.raises(KeyboardInterrupt):
        sandbox.run(f"exec -a {name} sleep 60", workspace)
    assert not running(name)


CALLER = """
import sys, pathlib
from bashcoder_mlx.shell.sandbox import Limits, find_sandbox
script = "exec 3>alive; sleep 3; echo survived >&3"
find_sandbox().run(script, pathlib.Path(sys.argv[1]), limits=Limits(seconds=60))
"""


@linux
def test_a_run_ends_with_its_caller_also_when_that_is_killed(sandbox, workspace):
    os.mkfifo(workspace / "alive")
    caller = subprocess.Popen([sys.executable, "-c", CALLER, workspace])
    with open(workspace / "alive", "rb") as alive:  # opens when the script does
        caller.kill()
        assert alive.read() == b""  # ends when the last process of the script has
    caller.wait()


@linux
def test_a_fork_bomb_is_contained(run):
    bomb = "while :; do sleep 60 & echo; done"
    result = run(bomb, limits=Limits(seconds=0.7, processes=32))
    assert 8 < len(result.stdout) <= 32


@pytest.mark.parametrize("stream", [1, 2])
def test_endless_output_is_cut(run, stream):
    result = run(f"yes >&{stream}", limits=Limits(output_bytes=1000))
    assert result.truncated and not result.timed_out
    assert (result.stdout, result.stderr)[stream - 1] == b"y\n" * 500


def test_output_of_just_the_limit_is_whole(run):
    result = run("head -c 1000 /dev/zero", limits=Limits(output_bytes=1000))
    assert (result.truncated, len(result.stdout)) == (False, 1000)


def test_a_big_file_is_refused(run, workspace):
    result = run("head -c 3M /dev/zero >big", limits=Limits(file_bytes=1 << 20))
    assert result.status != 0
    assert (workspace / "big").stat().st_size <= 1 << 20


@linux
@pytest.mark.parametrize("folder", ["/tmp", "/home/dev", "/dev/shm"])
def test_private_folders_hold_no_more_than_one_file_may(run, sandbox, folder):
    if b"--size" not in sandbox._options:
        pytest.skip("bubblewrap before 0.7 cannot limit it")
    script = f"for i in 1 2 3; do head -c 900K /dev/zero >{folder}/$i; done; cat {folder}/? | wc -c"
    result = run(script, limits=Limits(file_bytes=1 << 20))
    assert int(result.stdout) <= 1 << 20 and b"No space left" in result.stderr


@linux
def test_memory_of_a_process_is_limited(run):
    result = run("x=$(head -c 40M /dev/zero | tr '\\0' a)", limits=Limits(memory_bytes=32 << 20))
    assert result.status != 0 and not result.timed_out


@linux
def test_the_kernel_takes_it_first_when_memory_runs_out(run):
    assert run("cat /proc/self/oom_score_adj").stdout == b"1000\n"


# Mistakes and machines without one


@pytest.mark.parametrize("user", ["root", "nobody", "", "../x", "a b", "-x", "A"])
def test_a_user_that_cannot_be_is_refused(run, user):
    with pytest.raises(InputError, match="user"):
        run("true", user=user)


@pytest.mark.parametrize("options", [{"arguments": ["\0"]}, {"arguments": ["\ud800"]}])
def test_an_argument_that_cannot_be_passed_is_refused(run, options):
    with pytest.raises(InputError):
        run("true", **options)


def test_a_workspace_that_is_missing_is_refused(sandbox, tmp_path):
    with pytest.raises(InputError, match="not a directory"):
        sandbox.run("true", tmp_path / "absent")


def test_limits_are_above_zero():
    with pytest.raises(ValueError, match="seconds"):
        Limits(seconds=0)


@linux
def test_a_machine_without_a_sandbox_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(bubblewrap.shutil, "which", lambda name: None)
    with pytest.raises(BashcoderError, match="install bubblewrap"):
        find_sandbox()


@linux
def test_a_sandbox_that_fails_is_not_taken_for_the_script(tmp_path, workspace, monkeypatch):
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'no namespaces' >&2; exit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(bubblewrap.shutil, "which", lambda name: str(program))
    with pytest.raises(BashcoderError, match="could not start: no namespaces"):
        Bubblewrap().run("true", workspace)
