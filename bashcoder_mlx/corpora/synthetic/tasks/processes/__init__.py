"""Processes: listing, finding, stopping, running in the background, with limits and repeatedly.

Copies of sleep under other names are the processes that the commands find.
"""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded

_NAME = {
    "process": one_of(
        "apache2", "blender", "celery", "chrome", "chromium", "containerd", "dockerd", "emacs",
        "ffmpeg", "firefox", "flask", "gimp", "gunicorn", "haproxy", "httpd", "java", "jupyter",
        "memcached", "mongod", "mysqld", "nginx", "node", "php-fpm", "postgres", "puma", "pytest",
        "redis", "rsync", "ruby", "sidekiq", "slack", "spotify", "squid", "steam", "thunderbird",
        "tomcat", "uvicorn", "vim", "vite", "webpack", "zoom", "vlc", "obs", "teams", "discord",
    )
}  # fmt: skip
_RUN = """
mkdir ../run; PATH=$PWD/../run:$PATH
for name in {process} x-other; do cp /bin/sleep "../run/$name"; done
x-other 30 & other=$!
{process} 31 & first=$!
sleep 0.1
{process} 32 & second=$!
sleep 0.05
"""
_END = """
status=$?
kill -9 $first $second $other 2>/dev/null
exit $status
"""
# What of the three is left after a signal: a line each.
_LEFT = """
status=$?
sleep 0.1
for pid in $first $second $other; do
    state=$(ps -o stat= -p $pid) || { echo gone; continue; }
    case $state in T*) echo stopped ;; Z*) echo gone ;; *) echo runs ;; esac
done
kill -9 $first $second $other 2>/dev/null
exit $status
"""
_GONE, _ALL = ["gone", "gone", "runs"], ["runs", "runs", "runs"]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _finding()
    yield from _signalling()
    yield from _one_process()


def _running(name: str, run, say, explain, lines: Sequence[str], ask=(), end=_END, **more) -> Task:
    """A task on two processes of one name; $first and $second in `lines` are their numbers."""
    numbers = 'sed "s/\\b$first\\b/FIRST/g; s/\\b$second\\b/SECOND/g" ../output'
    return Task(
        name=f"processes.{name}",
        say=say,
        ask=ask,
        run=run,
        explain=[f"{explain}."],
        setup=nothing,
        expect=lambda world, s: Outcome(stdout=[line.replace("NAME", s.process) for line in lines]),
        slots=_NAME,
        before=f"{_RUN}exec 5>&1 >../output\n",
        after=end.replace("status=$?", f"status=$?; exec >&5; {numbers}", 1),
        **more,
    )


def _finding() -> Iterator[Task]:
    show = "[show|list|print|get|find]"
    yield _running(
        "ids", "pgrep {process}",
        [f"{show} the [process IDs|process ids|PIDs|pids] of [all|] {{process}}[ processes|]",
         "[find|look up] [the PID|the process ID|the pid] of {process}",
         f"{show} the number of every process [called|named] {{process}}"],
        "Prints the numbers of the processes called {process}", ["FIRST", "SECOND"],
        ["[what is|what's] the [PID|process id|pid] of {process}?", "pid of {process}"],
    )  # fmt: skip
    yield _running(
        "names", "pgrep -l {process}",
        [f"{show} the [process IDs|PIDs] and names of [the|all] {{process}} processes",
         f"{show} {{process}} processes, [PID and name|with PID and name]"],
        "Lists the numbers and names of the processes called {process}",
        ["FIRST NAME", "SECOND NAME"],
    )  # fmt: skip
    yield _running(
        "commands", {"linux": "pgrep -a {process}", "macos": "pgrep -fl {process}"},
        [f"{show} the [process IDs|PIDs] and [whole|full|complete] command lines of [the|all] "
         "{process} processes", f"{show} {{process}} processes with their arguments"],
        "Lists the processes called {process} with their whole command lines",
        ["FIRST NAME 31", "SECOND NAME 32"],
    )  # fmt: skip
    yield _running(
        "count", {"linux": "pgrep -c {process}", "macos": "pgrep {process} | wc -l"},
        ["count [the|all|] [running|] {process} processes",
         f"{show} how many {{process}} processes [are running|there are]"],
        "Counts the processes called {process}", ["2"],
        ["how many {process} processes [are running|are there|run]?",
         "number of {process} processes"],
    )  # fmt: skip
    yield _running(
        "newest", "pgrep -n {process}",
        [f"{show} the [PID|process ID] of the [newest|latest|most recently started|youngest] "
         "{process}[ process|]"],
        "Prints the number of the newest process called {process}", ["SECOND"],
        ["which {process} process was started last?"],
    )  # fmt: skip
    yield _running(
        "oldest", "pgrep -o {process}",
        [f"{show} the [PID|process ID] of the [oldest|first started|longest running] "
         "{process}[ process|]"],
        "Prints the number of the oldest process called {process}", ["FIRST"],
        ["which {process} process has been running longest?"],
    )  # fmt: skip
    yield _running(
        "joined", "pgrep -d, {process}",
        [f"{show} the [PIDs|process IDs] of {{process}} [separated by commas|joined by commas|on "
         "one line with commas]"],
        "Prints the numbers of the processes called {process}, joined by commas",
        ["FIRST,SECOND"],
    )  # fmt: skip
    yield _running(
        "running", "pgrep -x {process} > /dev/null && echo running",
        ["print running if {process} [is running|runs]",
         "[check|test] whether {process} is running and print running if it is",
         "say running if there is a process called [exactly|] {process}"],
        "Prints running where a process is called exactly {process}", ["running"],
        ["is {process} running? print running if so"],
    )  # fmt: skip
    yield _running(
        "not-running", "pgrep -x {process} > /dev/null || echo stopped",
        ["print stopped if {process} [is not running|does not run|isn't running]",
         "[check|test] whether {process} is running and print stopped if it is not"],
        "Prints stopped where no process is called {process}", [],
    )  # fmt: skip
    yield _running(
        "by-user", 'pgrep -u "$USER" {process}',
        [f"{show} the [PIDs|process IDs] of [only|just] my own {{process}} processes",
         f"{show} the [PIDs|process IDs] of [the|] {{process}} processes of mine",
         f"{show} the [PIDs|process IDs] of {{process}} processes that [belong to me|run as me]"],
        "Prints the numbers of your own processes called {process}", ["FIRST", "SECOND"],
    )  # fmt: skip
    yield _running(
        "arguments", "ps -o args= -p $(pgrep -d, {process})",
        [f"{show} the [command lines|commands with arguments] of [the|all] {{process}} processes "
         "[and nothing else|only]", f"{show} only the command lines of {{process}}"],
        "Prints only the command lines of the processes called {process}", ["NAME 31", "NAME 32"],
    )  # fmt: skip
    yield _running(
        "grep", "ps aux | grep {process} | grep -v grep | wc -l",
        ["count the lines of ps aux [with|that mention] {process}[, without grep itself|]",
         "[count|show the number of] {process} processes [in the output of ps|with ps and grep]"],
        "Counts the lines of ps aux that mention {process}", ["2"],
    )  # fmt: skip


def _signalling() -> Iterator[Task]:
    end = "[stop|kill|terminate|end|quit]"
    for name, run, say, ask, explained, left in (
        ("pkill", "pkill {process}",
         ["[kill|terminate|end] {process}",
          f"{end} [every {{process}} process|[all|the|all the|] {{process}} processes]",
          f"{end} [all processes|every process] [called|named] {{process}}"],
         ["pkill {process}"], "Ends the processes called {process}", _GONE),
        ("pkill-force", "pkill -9 {process}",
         ["[force kill|forcefully kill|kill by force] [all|] {process}[ processes|]",
          f"{end} [all|] {{process}} [processes|] [immediately, without cleanup|at once with "
          "SIGKILL|with signal 9|with kill -9]"], ["force quit {process}"],
         "Ends the processes called {process} by force", _GONE),
        ("pkill-exact", "pkill -x {process}",
         [f"{end} [the|all|] processes [called|named] exactly {{process}}[ and no others|]",
          f"{end} {{process}} but [not processes whose name only contains it|only exact matches]"],
         [], "Ends the processes whose name is exactly {process}", _GONE),
        ("pkill-newest", "pkill -n {process}",
         [f"{end} [only|] the [newest|latest|most recently started|youngest] {{process}}"
          "[ process|]"], [], "Ends the newest process called {process}",
         ["runs", "gone", "runs"]),
        ("pkill-oldest", "pkill -o {process}",
         [f"{end} [only|] the [oldest|first started|longest running] {{process}}[ process|]"],
         [], "Ends the oldest process called {process}", ["gone", "runs", "runs"]),
        ("pkill-mine", 'pkill -u "$USER" {process}',
         [f"{end} [only|just] my own {{process}} processes",
          f"{end} [all|the|] {{process}} processes of mine",
          f"{end} the {{process}} processes that [belong to me|run as me]"], [],
         "Ends your own processes called {process}", _GONE),
        ("pkill-stop", "pkill -STOP {process}",
         ["[pause|suspend|freeze] [all|] {process}[ processes|]",
          "[pause|suspend] every process called {process} [without ending it|]"],
         ["pause {process}"], "Pauses the processes called {process}",
         ["stopped", "stopped", "runs"]),
        ("killall", "killall {process}",
         [f"{end} [all|] {{process}} [processes|] with killall", "killall {process}"],
         ["killall {process}"], "Ends all processes called {process}", _GONE),
        ("killall-force", "killall -9 {process}",
         ["[force kill|kill by force] [all|] {process} [processes|] with killall",
          "killall {process} with signal 9"], [], "Ends all processes called {process} by force",
         _GONE),
        ("pkill-usr1", "pkill -HUP {process}",
         ["[make|tell] {process} [reload|to reload] its [configuration|settings] with SIGHUP",
          "send [SIGHUP|the hangup signal|HUP] to [all|] {process}[ processes|]"], [],
         "Sends SIGHUP to the processes called {process}", _GONE),
        ("kill-pgrep", "kill $(pgrep {process})",
         ["kill the [PIDs|process IDs] that pgrep finds for {process}",
          "[look up|find] the [PIDs|process IDs] of {process} with pgrep and kill them"], [],
         "Ends the processes that pgrep finds under the name {process}", _GONE),
    ):  # fmt: skip
        yield _running(name, run, say, explained, left, ask, _LEFT)
    yield _running(
        "pkill-continue", "pkill -CONT {process}",
        ["[resume|continue|unfreeze] [all|] [paused|suspended|stopped|] {process}[ processes|]",
         "let [every paused process called|the paused] {process} go on"],
        "Lets paused processes called {process} go on", _ALL, ["resume {process}"],
        end=_LEFT,
    )  # fmt: skip


def _one_process() -> Iterator[Task]:
    """Commands with the number of one process, recorded: the number cannot be chosen."""
    for name, run, say, ask, explained in (
        ("nice-to", "renice -n 10 -p {pid}",
         ["lower the priority of [process|the process|PID] {pid}[ to 10|]",
          "[set|change] the [nice value|niceness|priority] of [the|] process {pid} to 10"], [],
         "Sets the niceness of process {pid} to 10"),
        ("nice-by", "sudo renice -n -5 -p {pid}",
         ["[raise|increase] the priority of [process|PID] {pid}[ with niceness -5|]",
          "give process {pid} [more|a higher] priority"], [],
         "Raises the priority of process {pid}, to niceness -5"),
        ("nice-user", "sudo renice -n 10 -u {user}",
         ["lower the priority of all processes of {user}",
          "set the niceness of [everything|all processes] {user} runs to 10"], [],
         "Sets the niceness of all processes of {user} to 10"),
        ("details", "ps -fp {pid}",
         ["show [details of|information about|the details of] [process|the process|PID] {pid}",
          "show what [process|PID] {pid} is"],
         ["[what is|which program is] process {pid}?", "details of pid {pid}"],
         "Shows details of process {pid}"),
        ("elapsed", "ps -o etime= -p {pid}",
         ["[show|print] how long [process|PID] {pid} has been running",
          "print the [run time|elapsed time] of [process|PID] {pid}"],
         ["how long has [process|PID] {pid} been running?"],
         "Prints how long process {pid} has been running"),
        ("parent", "ps -o ppid= -p {pid}",
         ["[show|print|find] the parent [process|] of [process|PID] {pid}",
          "print the [PPID|parent process ID] of {pid}"],
         ["what is the parent of process {pid}?"],
         "Prints the number of the parent of process {pid}"),
        ("command", "ps -o args= -p {pid}",
         ["[show|print] the [full|whole|] command line of [process|PID] {pid}"],
         ["with which [arguments|command] was process {pid} started?"],
         "Prints the command line of process {pid}"),
        ("name", "ps -o comm= -p {pid}",
         ["[show|print] [only|] the [name|program name] of [process|PID] {pid}"],
         ["what is the name of process {pid}?"], "Prints the name of process {pid}"),
        ("memory", "ps -o rss= -p {pid}",
         ["[show|print] how much memory [process|PID] {pid} [uses|takes|needs]",
          "print the resident memory of [process|PID] {pid}"],
         ["how much memory does process {pid} use?", "memory of pid {pid}"],
         "Prints the memory that process {pid} uses, in kilobytes"),
        ("cpu", "ps -o %cpu= -p {pid}",
         ["[show|print] how much CPU [process|PID] {pid} [uses|takes]",
          "print the CPU usage of [process|PID] {pid}"],
         ["how much cpu does process {pid} use?"],
         "Prints the share of a processor that process {pid} uses"),
        ("started", "ps -o lstart= -p {pid}",
         ["[show|print] when [process|PID] {pid} was started",
          "print the start time of [process|PID] {pid}"], ["when was process {pid} started?"],
         "Prints when process {pid} was started"),
        ("owner", "ps -o user= -p {pid}",
         ["[show|print] [who owns|the owner of|the user of] [process|PID] {pid}"],
         ["who [started|owns|runs] process {pid}?"], "Prints the user of process {pid}"),
        ("children", "pgrep -P {pid}",
         ["[list|show|print] the [child processes|children] of [process|PID] {pid}"],
         ["which processes did {pid} start?"],
         "Lists the numbers of the children of process {pid}"),
        ("kill-children", "pkill -P {pid}",
         ["[kill|end|stop] [all|the] [child processes|children] of [process|PID] {pid}"], [],
         "Ends the children of process {pid}"),
        ("of-user", "ps -u {user}",
         ["[list|show] [the|all|all the|] processes of [the user|] {user}",
          "[list|show] what {user} is running"],
         ["[what|which processes] is {user} running?", "processes of {user}"],
         "Lists the processes of {user}"),
        ("of-user-long", "ps -fu {user}",
         ["[list|show] [the|all|] processes of [the user|] {user} [in detail|with details|in full "
          "format]"], [], "Lists the processes of {user} in detail"),
        ("kill-user", "sudo pkill -u {user}",
         ["[kill|end|stop] [all|all the|every] process[es|] of [the user|] {user}",
          "[kill|end] everything that {user} runs"], ["kill all processes of {user}"],
         "Ends all processes of {user}"),
        ("kill-user-process", "sudo pkill -u {user} {process}",
         ["[kill|end|stop] the {process} processes of [the user|] {user}",
          "[kill|end] {process} where {user} runs it"], [],
         "Ends the processes of {user} called {process}"),
        ("files", "lsof -p {pid}",
         ["[list|show] the files that [process|PID] {pid} has open",
          "[list|show] [all|the|] open files of [process|PID] {pid}"],
         ["which files does process {pid} have open?", "open files of pid {pid}"],
         "Lists the files that process {pid} has open"),
        ("files-user", "lsof -u {user}",
         ["[list|show] the files that the user {user} has open",
          "[list|show] [all|the|] open files of the user {user}"],
         ["which files does the user {user} have open?"], "Lists the files that {user} has open"),
        ("files-process", "lsof -c {process}",
         ["[list|show] the files that the [program|process] {process} has open",
          "[list|show] [all|the|] open files of the [program|process] {process}"],
         ["which files does the [program|process] {process} have open?"], "Lists the files that {process} has open"),
        ("file-users", "lsof {file}",
         ["[list|show|find] the processes that [use|have open] {file}",
          "[find out|show] [who|what|which process] [is using|uses|has opened] {file}"],
         ["[who|what|which process] is using {file}?"],
         "Lists the processes that have {file} open"),
        ("dir-users", "lsof +D {dir}",
         ["[list|show] [all|the|] open files [in|under] {dir}",
          "[find out|show] which processes use files [in|under] {dir}"],
         ["who [uses|is using] files in {dir}?"],
         "Lists the processes that have files in {dir} open"),
        ("port", "lsof -i :{port}",
         ["[find|show|list|see] [what|which process|the process that] [is using|uses|listens on|"
          "runs on|occupies] port {port}", "[find out|check] who [is using|uses] port {port}",
          "show the process on port {port}"],
         ["[what|which process|who] is [using|listening on|running on] port {port}?",
          "process on port {port}"],
         "Shows which processes use port {port}"),
        ("port-ids", "lsof -ti :{port}",
         ["[print|show|get] [only|just] the [PID|process ID|PIDs] of [whatever uses|what is on] "
          "port {port}"], ["pid [on|of] port {port}"],
         "Prints the numbers of the processes that use port {port}"),
    ):  # fmt: skip
        yield recorded(f"processes.{name}", run, say, explained, ask)
    for name, flags, say, explained in (
        ("kill", "", ["[kill|stop|end|terminate] [the|] process [with [the|] [PID|process ID|ID]|"
                      "number|] {pid}", "[kill|terminate] [PID|pid] {pid}"],
         "Asks process {pid} to end"),
        ("kill-force", "-9 ", ["[force kill|kill by force|forcefully kill] [the|] process {pid}",
                               "[kill|end] [PID|process] {pid} [immediately|with SIGKILL|with "
                               "signal 9]"], "Ends process {pid} by force"),
        ("kill-stop", "-STOP ", ["[pause|suspend|freeze] [the|] [process|PID] {pid}"],
         "Pauses process {pid}"),
        ("kill-continue", "-CONT ", ["[resume|continue|unfreeze] [the|] [paused|suspended|] "
                                     "process {pid}"], "Lets the paused process {pid} go on"),
        ("kill-reload", "-HUP ", ["[send|give] [SIGHUP|the hangup signal] to [process|PID] {pid}",
                                  "make process {pid} reload its [configuration|settings]"],
         "Sends SIGHUP to process {pid}, which many servers take as a wish to reload"),
        ("kill-interrupt", "-INT ", ["[interrupt|send SIGINT to|send Ctrl-C to] [process|PID] "
                                     "{pid}"], "Interrupts process {pid} as Ctrl-C does"),
        ("kill-usr1", "-USR1 ", ["send [SIGUSR1|USR1] to [process|PID] {pid}"],
         "Sends SIGUSR1 to process {pid}"),
        ("kill-two", "", ["[kill|stop|end] [the|] processes {pid} and {pid2}",
                          "kill [PIDs|pids] {pid} and {pid2}"],
         "Asks the processes {pid} and {pid2} to end"),
    ):  # fmt: skip
        more = " {pid2}" if name == "kill-two" else ""
        yield recorded(
            f"processes.{name}", f"kill {flags}{{pid}}{more}", say, explained,
            before='kill() { env kill "$@"; }',
        )  # fmt: skip
    yield recorded(
        "processes.kill-check", "kill -0 {pid} && echo alive",
        ["print alive if [process|PID] {pid} [exists|is running|is still running]",
         "[check|test] whether process {pid} [exists|is running|still runs] and print alive if so"],
        "Prints alive where process {pid} exists", calls=["kill -0 {pid}"],
        before='kill() { env kill "$@"; }; exec >/dev/null',
    )  # fmt: skip
