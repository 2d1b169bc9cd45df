"""Who and where one is: users, groups, sessions, environment, names."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_SHOW = "[show|print|display|see]"
_SHELL = {"shell": one_of("zsh", "bash", "fish", "dash", "ksh")}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _who()
    yield from _environment()
    yield from _sessions()


def _who() -> Iterator[Task]:
    """What the sandbox itself is known to answer."""
    for name, run, say, ask, explained, lines in (
        ("whoami", "whoami", [f"{_SHOW} my user name", f"{_SHOW} the name of the current user",
                              f"{_SHOW} [who|which user] I am logged in as"],
         ["who am i?", "[which|what] user am I?", "current user"],
         "Prints the name of the current user", ["dev"]),
        ("id", "id", [f"{_SHOW} my user and group IDs", f"{_SHOW} [the IDs|uid, gid and groups] of "
                      "the current user"], ["what are my uid and gid?"],
         "Prints the numbers of the user and the groups", ["uid=1000(dev) gid=1000(dev) "
                                                          "groups=1000(dev)"]),
        ("uid", "id -u", [f"{_SHOW} my [numeric user ID|user ID|uid]"], ["what is my [uid|user "
                                                                        "ID]?"],
         "Prints the number of the current user", ["1000"]),
        ("gid", "id -g", [f"{_SHOW} my [numeric group ID|group ID|gid]"], ["what is my gid?"],
         "Prints the number of the current user's group", ["1000"]),
        ("user-name", "id -un", [f"{_SHOW} my user name with id"], [],
         "Prints the name of the current user", ["dev"]),
        ("group-name", "id -gn", [f"{_SHOW} the name of my [primary|main|own] group"],
         ["what is my primary group?"], "Prints the name of the current user's main group",
         ["dev"]),
        ("groups", "groups", [f"{_SHOW} [the groups that I am in|my groups]",
                              "list the groups of the current user"],
         ["[which|what] groups am I in?"], "Lists the groups of the current user", ["dev"]),
        ("groups-lines", "id -Gn | tr ' ' '\\n'", [f"{_SHOW} my groups, one per line"], [],
         "Lists the groups of the current user, one per line", ["dev"]),
        ("id-root", "id root", [f"{_SHOW} the user and group IDs of root"], [],
         "Prints the numbers of root's user and groups", ["uid=0(root) gid=0(root) "
                                                         "groups=0(root)"]),
        ("is-root", '[ "$(id -u)" -eq 0 ] && echo root || echo user',
         ["print root if I am root and user otherwise",
          "[check|test] whether I am root and print root or user"], [],
         "Prints root where the user is root, else user", ["user"]),
        ("hostname", "hostname", [f"{_SHOW} the [host name|hostname|name] of this [machine|"
                                  "computer]", f"{_SHOW} [my|the] [host name|hostname]"],
         ["what is [the name of this computer|this computer called]?", "hostname"],
         "Prints the name of this machine", ["sandbox"]),
        ("hostname-short", "hostname -s", [f"{_SHOW} the short [host name|hostname], without the "
                                           "domain"], [],
         "Prints the name of this machine without its domain", ["sandbox"]),
        ("node", "uname -n", [f"{_SHOW} the [host name|node name] with uname"], [],
         "Prints the name of this machine", ["sandbox"]),
        ("kernel-name", "uname -s", [f"{_SHOW} the name of the [kernel|operating system kernel]",
                                     f"{_SHOW} whether this is Linux or Darwin"],
         ["is this Linux or macOS?"], "Prints the name of the kernel", ["Linux"]),
        ("machine", "uname -m", [f"{_SHOW} the [machine type|processor architecture|CPU "
                                 "architecture|architecture of this machine]"],
         ["is this machine x86_64 or arm64?", "cpu architecture"],
         "Prints the architecture of the processor", None),
        ("shell", "ps -o comm= -p $$", [f"{_SHOW} the [name of the|] shell that [is running|I am "
                                        "in]", f"{_SHOW} which shell this is"],
         ["[which|what] shell am I [in|using]?"], "Prints the name of the running shell",
         ["bash"]),
        ("is-linux", '[ "$(uname)" = Linux ] && echo yes', ["print yes if this is Linux",
                                                            "[check|test] whether this is Linux "
                                                            "and print yes if so"], [],
         "Prints yes on Linux", ["yes"]),
        ("is-mac", '[ "$(uname)" = Darwin ] || echo no', ["print no if this is not a Mac",
                                                          "[check|test] whether this is macOS "
                                                          "and print no if it is not"], [],
         "Prints no unless this is macOS", ["no"]),
        ("bash-version", 'echo "${BASH_VERSINFO[0]}"', [f"{_SHOW} the major version of bash"], [],
         "Prints the major version of bash", ["5"]),
    ):  # fmt: skip
        yield Task(
            name=f"system.{name}",
            say=say,
            ask=ask,
            run=run,
            explain=[f"{explained}."],
            setup=nothing,
            expect=lambda world, s, lines=lines: Outcome(stdout=lines),
        )
    for name, run, system, say, ask, explained, lines in (
        ("users-list", "cut -d: -f1 /etc/passwd", "dscl . -list /Users",
         ["list [the|all|all the] [user accounts|users] of this machine",
          f"{_SHOW} the names of all users[ of this machine|]"],
         ["which user accounts [exist|are there]?"], "Lists the users of this machine", "dev"),
        ("release", "cat /etc/os-release", "sw_vers",
         [f"{_SHOW} the [version|release] of [the operating system|this system|the OS]",
          f"{_SHOW} which [system and version|operating system] this is"],
         ["which operating system [version|] is this?", "os version"],
         "Shows which system and version this is", "NAME"),
    ):  # fmt: skip
        yield Task(
            name=f"system.{name}",
            say=say,
            ask=ask,
            run={"linux": run, "macos": system},
            explain=[f"{explained}."],
            setup=nothing,
            expect=lambda world, s: Outcome(stdout=["1"]),
            before="exec 5>&1 >../output",
            after=f"exec >&5; grep -q {lines} ../output && echo 1",
        )


def _environment() -> Iterator[Task]:
    fixed = "export {variable}={word} X{variable.raw}=other"
    for name, run, say, ask, explained, lines in (
        ("env-grep", "env | grep '^{variable.raw}='",
         ["[find|show] the line of {variable} in the [output of env|environment]",
          "grep [the environment|env] for [the variable|] {variable}"], [],
         "Prints the line of {variable} in the environment", ["NAME=WORD"]),
        ("env-without", "env -u {variable} printenv {variable} || echo unset",
         ["run printenv {variable} without {variable} in the environment, and print unset if "
          "it fails"], [], "Looks {variable} up without it in the environment", ["unset"]),
        ("env-clean", "env -i {variable}={word} /usr/bin/env",
         ["run env with only {variable} set to {word} in the environment",
          "print an environment of nothing but {variable} set to {word}"], [],
         "Runs env in an environment of {variable} alone, set to {word}", ["NAME=WORD"]),
    ):  # fmt: skip
        word = "{word}" if "{word}" in run else "thevalue"
        yield Task(
            name=f"system.{name}",
            say=say,
            ask=ask,
            run=run,
            explain=[f"{explained}."],
            setup=nothing,
            expect=lambda world, s, lines=lines: [
                line.replace("NAME", s.variable).replace(
                    "WORD", s.word if "word" in s else "thevalue"
                )
                for line in lines
            ],
            before=fixed.replace("{word}", word),
        )
    yield Task(
        name="system.path-lines",
        say=[f"{_SHOW} the folders of PATH, one per line", "print each [folder|directory|entry] of "
             "[the search path|$PATH|PATH] on a line of its own"],
        ask=["PATH, one [folder|entry] per line"],
        run="tr ':' '\\n' <<< \"$PATH\"",
        explain=["Prints the folders of PATH, one per line."],
        setup=nothing,
        expect=lambda world, s: ["/opt/tools/bin", "/usr/bin", "/bin"],
        before="PATH=/opt/tools/bin:/usr/bin:/bin",
    )  # fmt: skip


def _sessions() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("who", "who", [f"{_SHOW} who is logged in", "list the logged-in users[ and their "
                                                     "terminals|]"],
         ["who is logged in?"], "Lists who is logged in"),
        ("w", "w", [f"{_SHOW} who is logged in and what they are doing"],
         ["what are the [users|logged-in users] doing?"],
         "Lists who is logged in and what each is doing"),
        ("who-count", "who | wc -l", ["count the [logged-in users|login sessions]"],
         ["how many users are logged in?"], "Counts the login sessions"),
        ("who-names", "who | awk '{print $1}' | sort -u", ["list the names of the logged-in users, "
                                                           "each [once|only once]"], [],
         "Lists the users that are logged in, each once"),
        ("who-boot", "who -b", [f"{_SHOW} the time of the last system boot[ with who|]"], [],
         "Prints when the system was started"),
        ("last", "last -n {count}", [f"{_SHOW} the last {{count}} logins",
                                     "list the {count} most recent logins"], ["last {count} "
                                                                              "logins"],
         "Lists the last {count} logins"),
        ("last-user", "last {user}", [f"{_SHOW} the [last|latest|recent] logins of {{user}}",
                                      "list when {user} logged in"], ["when did {user} log in?"],
         "Lists the last logins of {user}"),
        ("last-user-count", "last -n {count} {user}", [f"{_SHOW} the last {{count}} logins of "
                                                       "{user}"], [],
         "Lists the last {count} logins of {user}"),
        ("last-reboot", "last reboot", [f"{_SHOW} when [this machine|the system] was [rebooted|"
                                        "restarted] [lately|in the past]",
                                        "list the [last|past] reboots"],
         ["when were the last reboots?"], "Lists when the system was started"),
        ("id-user", "id {user}", [f"{_SHOW} the user and group IDs of {{user}}",
                                  f"{_SHOW} [uid, gid and groups|the IDs] of [the user|] {{user}}"],
         ["what is the uid of {user}?"], "Prints the numbers of {user} and of the user's groups"),
        ("groups-user", "groups {user}", [f"{_SHOW} the groups of [the user|] {{user}}",
                                          "list the groups that {user} is in"],
         ["which groups is {user} in?"], "Lists the groups of {user}"),
        ("su", "su - {user}", ["[switch|change] to the user {user}", "become [the user|] {user}",
                               "[open|start] a login shell as {user}"], [],
         "Opens a login shell as {user}"),
        ("su-command", "su - {user} -c ./{script}", ["run {script} as [the user|] {user} with su"],
         [], "Runs {script} as {user}, with that user's password"),
        ("sudo-user", "sudo -u {user} ./{script}", ["run {script} as [the user|] {user}[ with "
                                                    "sudo|]"], [],
         "Runs {script} as {user}"),
        ("sudo-run", "sudo ./{script}", ["run {script} [as root|with sudo|with root rights]"],
         ["{script} as root"], "Runs {script} as root"),
        ("sudo-shell", "sudo -i", ["[open|start] a root shell", "become root"], ["root shell"],
         "Opens a shell of root"),
        ("sudo-list", "sudo -l", [f"{_SHOW} what I may [do|run] with sudo"],
         ["what may I run with sudo?"], "Lists what the user may run with sudo"),
        ("sudo-edit", "sudo -e /etc/{conf}", ["edit /etc/{conf.raw} [as root|with sudo]"], [],
         "Edits /etc/{conf.raw} with root's rights"),
        ("sudo-forget", "sudo -k", ["make sudo [ask for|forget] the password [again|]"], [],
         "Makes sudo ask for the password the next time"),
        ("passwd", "passwd", ["change my [own|] password"], ["change password"],
         "Changes the own password"),
        ("passwd-user", "sudo passwd {user}", ["[change|set] the password of [the user|] {user}"],
         ["new password for {user}"], "Sets the password of {user}"),
        ("chsh", "chsh -s /bin/{shell}", ["make {shell} my [login|default] shell",
                                          "change my [login|default] shell to {shell}"], [],
         "Makes {shell} the login shell"),
        ("tty", "tty", [f"{_SHOW} the [file name|device] of this terminal"],
         ["which terminal is this?"], "Prints the device of this terminal"),
    ):  # fmt: skip
        yield recorded(
            f"system.{name}", run, say, explained, ask, [run.split(" | ")[0]],
            slots=_SHELL, before="exec >/dev/null" if "|" in run else "",
        )  # fmt: skip
