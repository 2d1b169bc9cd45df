"""Jobs of the shell, background work, time limits, repetition; lists of all processes."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.system_calls import recorded
from bashcoder_mlx.trial.world import World

_JOB = {"job": lambda draw, spaced: number(draw.between(1, 3), True)}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _lists()
    yield from _jobs()
    yield from _scripts()
    yield from _repeated()
    yield from _ports()


def _lists() -> Iterator[Task]:
    show = "[show|list|print|display|see]"
    for name, run, say, explained, ask in (
        ("all", "ps aux", [f"{show} [every process|[all|all the|all running] processes]",
                           f"{show} [all|everything] that is running [on this machine|]"],
         "Lists all processes of all users", ["[what is|which processes are] running?"]),
        ("all-full", "ps -ef", [f"{show} all processes [with their parents|with parent process "
                                "IDs|in the full format]"],
         "Lists all processes in the full format, with their parents", []),
        ("own", 'ps -u "$USER"', [f"{show} [only|just|] my own processes",
                                  f"{show} [only|] [the|] processes of mine",
                                  f"{show} the processes [of the current user|that I run]"],
         "Lists your own processes", ["[what|which processes] am I running?"]),
        ("terminal", "ps", [f"{show} the processes of this [terminal|shell]"],
         "Lists the processes of this terminal", []),
        ("memory", {"linux": "ps aux --sort=-%mem | head -n {count}",
                    "macos": "ps aux -m | head -n {count}"},
         [f"{show} the first {{count}} lines of the processes sorted by memory",
          f"{show} processes by memory [use|usage], most first, {{count}} lines"],
         "Shows the first {count} lines of the list of processes sorted by memory", []),
        ("cpu", {"linux": "ps aux --sort=-%cpu | head -n {count}",
                 "macos": "ps aux -r | head -n {count}"},
         [f"{show} the first {{count}} lines of the processes sorted by CPU",
          f"{show} processes by CPU [use|usage], most first, {{count}} lines"],
         "Shows the first {count} lines of the list of processes sorted by use of the processor",
         []),
    ):  # fmt: skip
        yield _listed(name, run, say, explained, ask)
    columns = {"memory": "%mem", "CPU": "%cpu"}
    for what, key in columns.items():
        flag = {"memory": "-m", "CPU": "-r"}[what]
        more = {"memory": "[memory|RAM]", "CPU": "[CPU|cpu|processor time]"}[what]
        yield _listed(
            f"top-{what.lower()}",
            {"linux": f"ps -eo pid,comm,{key} --sort=-{key} | head -n {{count}}",
             "macos": f"ps -axo pid,comm,{key} {flag} | head -n {{count}}"},
            [f"{show} PID, name and {more} [share|use|usage] of the [top|hungriest] processes, "
             "{count} lines[ with the header|]",
             f"{show} [only|] PID, name and {more} of [all|the] processes, the [hungriest|most "
             "hungry] first, cut after {count} lines"],
            f"Lists number, name and share of {what} of the processes that use most of it, in "
            "{count} lines with the header", [],
        )  # fmt: skip
        yield _listed(
            f"hungriest-{what.lower()}",
            {"linux": f"ps -eo comm= --sort=-{key} | head -n 1",
             "macos": f"ps -axco comm {flag} | sed -n 2p"},
            [f"{show} the [name of the|] process that uses [the most|most] {more}",
             f"find [out|] which process [eats|takes] the most {more}"],
            f"Prints the name of the process that uses most {what}",
            [f"[which|what] process [is using|uses] the most {more}?"],
        )  # fmt: skip
    yield _listed(
        "count", {"linux": "ps -e --no-headers | wc -l", "macos": "ps ax | tail -n +2 | wc -l"},
        ["count [the|all|all the|] [running|] processes",
         f"{show} how many processes [are running|there are]"],
        "Counts all processes", ["how many processes are [there|running]?", "number of processes"],
    )  # fmt: skip
    yield _listed(
        "by-user", {"linux": "ps -eo user= | sort | uniq -c | sort -rn",
                    "macos": "ps -axo user= | sort | uniq -c | sort -rn"},
        ["count the processes [of each user|per user|by user][, most first|]"],
        "Counts the processes of every user, most first",
        ["how many processes does [each|every] user run?"],
    )  # fmt: skip
    yield _listed(
        "zombies", {"linux": "ps -eo pid=,stat=,comm= | awk '$2 ~ /^Z/'",
                    "macos": "ps -axo pid=,stat=,comm= | awk '$2 ~ /^Z/'"},
        [f"{show} [the|all|all the|] zombie processes", "find [zombies|zombie processes]"],
        "Lists the zombie processes", ["are there [any|] zombie processes?"],
    )  # fmt: skip
    for name, run, say, explained, ask in (
        ("tree", "pstree -p", [f"{show} the [processes as a tree|process tree|tree of processes] "
                               "with [PIDs|process IDs]"],
         "Draws the tree of processes with their numbers", []),
        ("tree-of", "pstree -p {pid}", [f"{show} the process tree [of|below|under] [PID|process] "
                                        "{pid}[ with PIDs|]"],
         "Draws the tree of processes below {pid}", ["process tree of {pid}"]),
        ("tree-user", "pstree {user}", [f"{show} the process tree of [the user|] {{user}}"],
         "Draws the tree of the processes of {user}", []),
        ("pidof", "pidof {process}", [f"{show} the [PIDs|process IDs] of [the program|] {{process}}"
                                      " with pidof", "pidof {process}"],
         "Prints the numbers of the processes that run {process}", ["pidof {process}"]),
        ("htop-user", "htop -u {user}", ["watch the processes of {user} [in|with] htop"],
         "Watches the processes of {user} in htop", []),
        ("top-batch", "top -b -n 1", ["[print|write] [the output of|] top once[ and exit|]",
                                      "run top once in batch mode"],
         "Prints the output of top once", []),
        ("top-pid", "top -p {pid}", ["watch [only|] [process|PID] {pid} [in|with] top"],
         "Watches process {pid} in top", ["top for process {pid}"]),
        ("top-delay", "top -d {seconds}", ["[run|start] top with an update every {seconds} seconds",
                                           "[refresh|update] top every {seconds} seconds"],
         "Runs top with an update every {seconds} seconds", []),
    ):  # fmt: skip
        anywhere = name in ("htop-user",)
        yield recorded(
            f"processes_jobs.{name}", run if anywhere else {"linux": run}, say, explained, ask
        )
    for name, linux, macos, say, explained, ask in (
        ("top", "top", "top", ["[watch|monitor] [the|] [running|] processes[ live|]",
                               "[show|open] [a|the] live [view|list] of processes", "run top"],
         "Watches the processes live", ["live process [monitor|list]"]),
        ("top-user", "top -u {user}", "top -U {user}",
         ["watch [only|] the processes of {user} [in|with] top",
          "[show|open] a live view of [the|] processes of {user}"],
         "Watches the processes of {user} live", ["top for user {user}"]),
        ("live-memory", "top -o %MEM", "top -o mem",
         ["[watch|monitor] the processes sorted by memory[ in top|]",
          "run top sorted by memory"], "Watches the processes, those that use most memory first",
         []),
        ("live-cpu", "top -o %CPU", "top -o cpu",
         ["[watch|monitor] the processes sorted by CPU[ use|][ in top|]", "run top sorted by CPU"],
         "Watches the processes, those that use most of the processor first", []),
    ):  # fmt: skip
        run = linux if linux == macos else {"linux": linux, "macos": macos}
        yield recorded(f"processes_jobs.{name}", run, say, explained, ask)


def _listed(name, run, say, explained, ask) -> Task:
    """A list of processes. What runs besides is unknown: of the whole lists a process of ours is
    looked for, of the others, which are cut or counted, that there is output. Ours has a child that
    ended and was not waited for, a zombie."""
    whole = isinstance(run, str) or "|" not in run["linux"]
    return Task(
        name=f"processes_jobs.{name}",
        say=say,
        ask=ask,
        run=run,
        explain=[f"{explained}."],
        setup=nothing,
        expect=lambda world, s: Outcome(stdout=["found"]),
        before="(sleep 0.01 & exec sleep 61) & ours=$!; sleep 0.1; exec 5>&1 >../output",
        after="status=$?; exec >&5; kill $ours; "
        + (
            'grep -q "\\b$ours\\b.*sleep" ../output && echo found; exit $status'
            if whole
            else "[ -s ../output ] && echo found; exit $status"
        ),
    )


def _jobs() -> Iterator[Task]:
    three = "set -m 2>/dev/null; sleep 51 & sleep 52 & sleep 53 & sleep 0.05; exec 2>/dev/null"
    end = "status=$?; for p in $(jobs -p); do kill -9 $p; done; exit $status"
    state = (
        "sleep 0.05; jobs | sed -E 's/^.([0-9]+).*(Running|Stopped|Terminated|Killed).*/\\1 \\2/;"
        " s/^\\[//'; for p in $(jobs -p); do kill -9 $p 2>/dev/null; done; exit 0"
    )
    for name, run, say, ask, explained, before, after, lines in (
        ("list", "jobs", ["[list|show] [the|all|my] [background|] jobs [of this shell|]"],
         ["[which|what] jobs are running in [the background|this shell]?"],
         "Lists the jobs of this shell", "sleep 51 &", end,
         ["[1]+  Running                 sleep 51 &"]),
        ("list-ids", "jobs -p | wc -l", ["count the [background|] jobs of this shell"],
         ["how many [background|] jobs are there?"], "Counts the jobs of this shell",
         "sleep 51 & sleep 52 &", end, ["2"]),
        ("kill", "kill %{job}", ["[kill|stop|end] [job|the job|background job] [number|] {job}"], [],
         "Ends job {job}", three, state, None),
        ("kill-all", "kill $(jobs -p)", ["[kill|stop|end] all [background|] jobs[ of this shell|]"],
         ["kill all background jobs"], "Ends all jobs of this shell", three, state,
         []),
        ("last", "kill $!", ["[kill|stop|end] the last [process|command] started in the background",
                             "[kill|end] the most recent background process"], [],
         "Ends the process last started in the background", three, state,
         ["1 Running", "2 Running"]),
        ("pause", "kill -STOP %{job}", ["[pause|suspend] [job|background job] [number|] {job}"], [],
         "Pauses job {job}", three, state, None),
    ):  # fmt: skip
        paused = name == "pause"

        def expect(world: World, s: Bound, lines=lines, paused=paused):
            if lines is None:
                others = [n for n in (1, 2, 3) if paused or n != s.job]
                lines = [f"{n} {'Stopped' if n == s.job else 'Running'}" for n in others]
            return Outcome(stdout=lines)

        yield Task(
            name=f"processes_jobs.jobs-{name}",
            say=say,
            ask=ask,
            run=run,
            explain=[f"{explained}."],
            setup=nothing,
            expect=expect,
            before=before,
            after=after,
            slots=_JOB,
        )


def _scripts() -> Iterator[Task]:
    """Ways to run a script: each writes what it was started with."""
    body = '[ "$(nice)" = "$NICENESS" ] && echo yes >ran\necho out\necho err >&2\n'

    def setup(world: World, s: Bound) -> None:
        world.file(s.script, f"#!/bin/bash\n{body}", mode=0o755)

    for name, run, say, ask, explained, nice, lines in (
        ("nohup-quiet", "nohup ./{script} > /dev/null 2>&1 &",
         ["run {script} in the background [so that it survives logging out|even after I log out] "
          "and [throw away|discard] its output",
          "start {script} with nohup in the background, without any output"], [],
         "Runs {script} in the background, also after logging out, without output", 0, []),
        ("disown", "./{script} & disown",
         ["run {script} in the background and [detach|disown] it[ from the shell|]"], [],
         "Runs {script} in the background and takes it off the shell's list of jobs", 0,
         ["out"]),
        ("nice", "nice ./{script}", ["run {script} with [low|lower|reduced] priority",
                                     "[run|start] {script} nicely"], ["nice {script}"],
         "Runs {script} with a lower priority", 10, ["out"]),
        ("nice-most", "nice -n 19 ./{script}",
         ["run {script} with the lowest [possible|] priority",
          "run {script} with [a nice value|niceness] [of|] 19"], [],
         "Runs {script} with the lowest priority", 19, ["out"]),
        ("background-wait", "./{script} & wait",
         ["run {script} in the background and wait [for it|until it is done]"], [],
         "Runs {script} in the background and waits for it", 0, ["out"]),
    ):  # fmt: skip

        def expect(world: World, s: Bound, lines=lines):
            world.file("ran", "yes\n")
            return Outcome(stdout=lines)

        yield Task(
            name=f"processes_jobs.{name}",
            say=say,
            ask=ask,
            run=run,
            explain=[f"{explained}."],
            setup=setup,
            expect=expect,
            before=f"n=$(($(nice) + {nice})); export NICENESS=$((n > 19 ? 19 : n))",
            after="wait; sleep 0.1",
        )
    for name, run, say, explained, script, status, lines in (
        ("timeout-minutes", "timeout {minutes}m ./{script}",
         ["run {script} for at most {minutes}", "run {script} but [stop|kill] it after {minutes}"],
         "Runs {script} and ends it after {minutes}", "echo out; exit 3", 3, ["out"]),
        ("timeout-kill", "timeout -s KILL {seconds} ./{script}",
         ["run {script} and kill it [by force|with SIGKILL] after {seconds} seconds"],
         "Runs {script} and kills it by force after {seconds} seconds", "echo out", 0, ["out"]),
        ("timeout-then-kill", "timeout -k 10 {seconds} ./{script}",
         ["run {script} for at most {seconds} seconds and kill it by force 10 seconds later if it "
          "[is still there|still runs]"],
         "Runs {script}, ends it after {seconds} seconds and kills it 10 seconds later", "echo out",
         0, ["out"]),
    ):  # fmt: skip

        def prepare(world: World, s: Bound, script=script) -> None:
            world.file(s.script, f"#!/bin/bash\n{script}\n", mode=0o755)

        yield Task(
            name=f"processes_jobs.{name}",
            say=say,
            run={"linux": run},
            explain=[f"{explained}."],
            setup=prepare,
            expect=lambda world, s, status=status, lines=lines: Outcome(lines, status=status),
        )


def _repeated() -> Iterator[Task]:
    for name, run, say, ask, explained in (
        ("watch", "watch ls -lh {dir}", ["watch [the contents of|] {dir} [live|as files change]",
                                         "show [the files in|] {dir} again every two seconds"], [],
         "Shows the contents of {dir} again every two seconds"),
        ("watch-size", "watch -n {seconds} du -sh {dir}",
         ["show the size of {dir} every {seconds} seconds",
          "watch how {dir} grows, every {seconds} seconds"], [],
         "Shows the size of {dir} every {seconds} seconds"),
        ("watch-disk", "watch -n {seconds} df -h",
         ["show the [disk space|free disk space] [again|] every {seconds} seconds",
          "watch [disk|the disk] [usage|space] every {seconds} seconds"], [],
         "Shows the disk space every {seconds} seconds"),
        ("watch-script", "watch -n {seconds} ./{script}",
         ["run {script} every {seconds} seconds and show its output full screen",
          "watch the output of {script}, every {seconds} seconds"], [],
         "Runs {script} every {seconds} seconds and shows its output"),
        ("watch-differences", "watch -d -n {seconds} ./{script}",
         ["watch the output of {script} every {seconds} seconds and [highlight|mark] what changes"],
         [], "Runs {script} every {seconds} seconds and marks what changes in its output"),
        ("watch-memory", "watch -n {seconds} free -h",
         ["watch [memory|the memory usage] every {seconds} seconds",
          "show the memory usage full screen, [updated|refreshed] every {seconds} seconds"], [],
         "Shows the use of memory every {seconds} seconds"),
        ("watch-process", "watch -n {seconds} pgrep -a {process}",
         ["show the {process} processes [again|] every {seconds} seconds"], [],
         "Lists the processes called {process} every {seconds} seconds"),
    ):  # fmt: skip
        yield recorded(f"processes_jobs.{name}", {"linux": run}, say, explained, ask)


def _ports() -> Iterator[Task]:
    serve = (
        "python3 -m http.server {port} >/dev/null 2>&1 & server=$!\n"
        "for i in {1..40}; do lsof -ti :{port} >/dev/null && break; sleep 0.1; done\n"
    )
    left = "sleep 0.2; kill -9 $server 2>/dev/null && echo runs || echo gone"
    for name, run, say, ask, explained in (
        ("kill-port", "kill $(lsof -ti :{port})",
         ["[kill|stop|end] [the process|whatever|the program|what] [on|that uses|using|listening "
          "on] port {port}", "free [up|] port {port}"], ["kill port {port}"],
         "Ends the processes that use port {port}"),
        ("kill-port-force", "kill -9 $(lsof -ti :{port})",
         ["[force kill|kill by force] [the process|whatever is] on port {port}",
          "[kill|end] what uses port {port} [with SIGKILL|by force]"], [],
         "Ends the processes that use port {port} by force"),
    ):  # fmt: skip
        yield Task(
            name=f"processes_jobs.{name}",
            say=say,
            ask=ask,
            run=run,
            explain=[f"{explained}."],
            setup=nothing,
            expect=lambda world, s: ["gone"],
            before=serve,
            after=left,
        )
