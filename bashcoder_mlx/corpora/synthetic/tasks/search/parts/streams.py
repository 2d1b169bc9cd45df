"""What other commands print, searched by grep at the end of a pipe.

The sandbox has no history, kernel messages or services: where a search is tried, a function with
the name of the command prints a file instead, if it is called as it should be.
"""

from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import LISTING, Target

_STAND_IN = f"""\
{{name}}() {{{{
    local wanted=({{arguments}})
    [ "$#: $*" = "${{{{#wanted[@]}}}}: ${{{{wanted[*]}}}}" ] && command cat {LISTING}
}}}}"""


def _stream(key: str, command: str, noun: str, linux: bool = False) -> Target:
    name, _, arguments = command.partition(" ")
    return Target(
        key=key,
        words="",
        noun=noun,
        program=f"{command} | grep",
        paths=lambda s: [LISTING],
        searched=lambda world, s: [LISTING],
        before=_STAND_IN.format(name=name, arguments=arguments),
        linux=linux,
    )


CAT = Target(
    key="cat",
    words="",
    noun="{file}, [piped from|given by] cat",
    program="cat {file} | grep",
    paths=lambda s: [s.file, "other.zzz"],
    searched=lambda world, s: [s.file],
)
PROCESSES = _stream("ps", "ps aux", "[the [list of |]running processes|the process list]")
ALL_PROCESSES = _stream("ps-ef", "ps -ef", "the list of all processes [from|by] ps -ef")
HISTORY = _stream("history", "history", "[my|the] [shell |command |]history")
STREAMS = (
    CAT,
    PROCESSES,
    ALL_PROCESSES,
    HISTORY,
    _stream("ls-la", "ls -la", "the long listing of this folder, hidden [files|ones] included"),
    _stream("ls-l", "ls -l", "the long listing [of|for] this folder"),
    _stream("env", "env", "[the|my] environment[ variables|]"),
    _stream("mount", "mount", "the [list of |]mounted [file systems|filesystems]"),
    _stream("df", "df -h", "the list of free disk space"),
    _stream("dmesg", "dmesg", "[the |]kernel messages"),
    _stream("lsmod", "lsmod", "the [list of |]loaded kernel modules", True),
    _stream("lspci", "lspci", "the [list of |]PCI devices", True),
    _stream("lsusb", "lsusb", "the [list of |]USB devices", True),
    _stream("ss", "ss -tuln", "the list of listening ports", True),
    _stream("ss-tln", "ss -tln", "the list of listening TCP ports", True),
    _stream("ss-tn", "ss -tn", "the list of open TCP connections", True),
    _stream("lsof", "lsof -i", "the [list of |]open network connections"),
    _stream("dpkg", "dpkg -l", "the list of installed Debian packages", True),
    _stream("rpm", "rpm -qa", "the list of installed RPM packages", True),
    _stream("journal", "journalctl", "the output of journalctl", True),
    _stream("units", "systemctl list-units", "the [list of |]loaded units of systemd", True),
    _stream("apt", "apt list --installed", "the list of installed packages by apt", True),
    _stream("diff", "git diff", "the [uncommitted|unstaged] changes[ that git diff shows|]"),
    _stream("staged", "git diff --staged", "the staged changes[ that git diff shows|]"),
    _stream("stashes", "git stash list", "the [list of |]stashes"),
    _stream("who", "who", "the list of [logged in users|open sessions][ by who|]"),
    _stream("last", "last", "the list of [past|earlier] logins[ by last|]"),
    _stream("log", "git log --oneline", "the [one-line log|log with a line per commit]"),
    _stream("all-log", "git log --all --oneline", "the one-line log of all branches"),
    _stream("status", "git status --short", "the short [git |]status"),
    _stream("tracked", "git ls-files", "the list of files that git tracks"),
    _stream("crontab", "crontab -l", "my crontab"),
    _stream("alias", "alias", "my aliases"),
    _stream("manual", "man {tool}", "the manual [page |]of {tool}"),
    _stream("page", "curl -s {url}", "the page {url}"),
    _stream("tail", "tail -n {n} {log}", "the last {n} lines of {log}"),
    _stream("follow", "tail -f {log}", "{log} as it grows"),
)
"""All of them, the everyday ones first."""
