"""The shell as a place to work in: aliases, functions, history, help, jobs, options, input."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, nothing, silent

_TOOLS = one_of(
    "ls", "grep", "sort", "date", "cat", "find", "sed", "awk", "tar", "cut", "head", "tail", "diff",
    "chmod", "cp", "mv", "wc", "tr", "du", "df", "touch", "tee", "xargs", "uniq", "paste", "rm",
)  # fmt: skip
_BUILTINS = one_of(
    "cd", "read", "trap", "test", "export", "alias", "printf", "declare", "wait", "shift", "set",
    "unset", "local", "return", "exit", "eval", "exec", "source", "umask", "ulimit", "kill", "jobs",
    "echo", "type", "hash", "getopts", "let", "pushd", "popd", "dirs", "history", "help", "shopt",
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _aliases()
    yield from _functions()
    yield from _history()
    yield from _help()
    yield from _jobs()
    yield from _input_and_options()


def _aliases() -> Iterator[Task]:
    yield Task(
        name="shell_session.alias-make",
        say=[
            "make {alias} an alias for {tool}",
            "[create|define] [the|an] alias {alias} for {tool}",
            "alias {tool} as {alias}",
        ],
        run="alias {alias}={tool}",
        explain=["Makes {alias} a short name for {tool}."],
        slots={"tool": _TOOLS},
        setup=nothing,
        after="alias {alias}",
        expect=lambda world, s: f"alias {s.alias}='{s.tool}'\n",
    )
    yield Task(
        name="shell_session.alias-options",
        say=[
            "make {alias} an alias for {command}",
            "[create|define] [the|an] alias {alias} that runs {command}",
        ],
        ask=["alias {alias} for {command}"],
        run="alias {alias}='{command.raw}'",
        explain=["Makes {alias} a short name for {command}."],
        slots={
            "command": one_of(
                "ls -la",
                "ls -lh",
                "git status",
                "git log --oneline",
                "grep -i",
                "du -sh",
                "df -h",
                "cd ..",
                "rm -i",
                "cp -i",
                "python3 -m http.server",
                "docker ps",
                "tail -f",
            )
        },
        setup=nothing,
        after="alias {alias}",
        expect=lambda world, s: f"alias {s.alias}='{s.command}'\n",
    )
    yield Task(
        name="shell_session.alias-list",
        say=["[list|show] [my|the|all|all my] aliases"],
        ask=["which aliases are [defined|set]?", "what aliases do I have?"],
        run="alias",
        explain=["Lists all aliases."],
        setup=nothing,
        before="alias x='ls -l'; alias a=b",
        expect=lambda world, s: ["alias a='b'", "alias x='ls -l'"],
    )
    yield Task(
        name="shell_session.alias-show",
        say=["show what the alias {alias} stands for"],
        ask=["what is {alias} an alias for?"],
        run="alias {alias}",
        explain=["Shows what the alias {alias} stands for."],
        setup=nothing,
        before="alias {alias}='ls -l'",
        expect=lambda world, s: f"alias {s.alias}='ls -l'\n",
    )
    yield Task(
        name="shell_session.alias-remove",
        say=["[remove|delete] the alias {alias}", "unalias {alias}"],
        run="unalias {alias}",
        explain=["Removes the alias {alias}."],
        setup=nothing,
        before="alias {alias}=ls",
        after="alias {alias} 2>/dev/null || echo gone",
        expect=lambda world, s: "gone\n",
    )
    yield Task(
        name="shell_session.alias-remove-all",
        say=["[remove|delete] all [my|] aliases"],
        run="unalias -a",
        explain=["Removes all aliases."],
        setup=nothing,
        before="alias x=ls; alias y=ls",
        after="alias",
        expect=lambda world, s: None,
    )
    yield Task(
        name="shell_session.alias-bypass",
        say=["run {tool} without its alias", "call the real {tool}, not the alias [of that name|]"],
        run="command {tool}",
        explain=["Runs {tool} itself, even where an alias or a function has that name."],
        slots={"tool": one_of("true", "date", "ls", "cat", "sort", "id", "pwd")},
        setup=nothing,
        before="{tool}() { echo wrong; }; exec </dev/null",
        after="{tool}",
        expect=lambda world, s: Outcome(stdout=None),
    )


def _functions() -> Iterator[Task]:
    yield Task(
        name="shell_session.function-argument",
        say=["[define|write] a function {function} that prints its first argument"],
        run='{function}() { echo "$1"; }',
        explain=["Defines the function {function}, which prints its first argument."],
        setup=nothing,
        after="{function} 'one two' three",
        expect=lambda world, s: "one two\n",
    )
    yield Task(
        name="shell_session.function-greet",
        say=["[define|write] a function {function} that prints {word} and then its first argument"],
        run='{function}() { echo "{word.raw} $1"; }',
        explain=["Defines the function {function}, which prints {word} and its first argument."],
        setup=nothing,
        after="{function} you",
        expect=lambda world, s: f"{s.word} you\n",
    )
    yield Task(
        name="shell_session.function-mkcd",
        say=[
            "[define|write] a function {function} that makes a [folder|directory] and [enters it|changes into it]"
        ],
        run='{function}() { mkdir -p "$1" && cd "$1"; }',
        explain=["Defines the function {function}, which makes a directory and changes into it."],
        setup=nothing,
        after='{function} a/b && basename "$PWD"',
        expect=lambda world, s: world.dir("a/b") or "b\n",
    )
    yield Task(
        name="shell_session.function-all",
        say=[
            "[define|write] a function {function} that prints [each|every one] of its arguments on its own line"
        ],
        run="{function}() { printf '%s\\n' \"$@\"; }",
        explain=[
            "Defines the function {function}, which prints each of its arguments on its own line."
        ],
        setup=nothing,
        after="{function} 'a b' c",
        expect=lambda world, s: ["a b", "c"],
    )
    yield Task(
        name="shell_session.function-count",
        say=[
            "[define|write] a function {function} that prints how many arguments it [got|was given]"
        ],
        run="{function}() { echo $#; }",
        explain=["Defines the function {function}, which prints the number of its arguments."],
        setup=nothing,
        after="{function} 'a b' c",
        expect=lambda world, s: "2\n",
    )
    yield Task(
        name="shell_session.function-sum",
        say=["[define|write] a function {function} that prints the sum of its two arguments"],
        run="{function}() { echo $(($1 + $2)); }",
        explain=["Defines the function {function}, which prints the sum of its two arguments."],
        setup=nothing,
        after="{function} 3 4",
        expect=lambda world, s: "7\n",
    )
    yield Task(
        name="shell_session.function-backup",
        say=[
            "[define|write] a function {function} that copies [a|the given] file to the same name with .bak"
        ],
        run='{function}() { cp "$1" "$1.bak"; }',
        explain=[
            "Defines the function {function}, which copies a file to the same name with .bak after it."
        ],
        setup=lambda world, s: world.file("x y", "data"),
        after="{function} 'x y'",
        expect=lambda world, s: world.copy("x y", "x y.bak"),
    )
    yield Task(
        name="shell_session.function-list",
        say=["[list|show] the names of [all|the] [defined|] functions"],
        run="declare -F",
        explain=["Lists the names of all functions."],
        setup=nothing,
        before="one() { :; }; two() { :; }",
        expect=lambda world, s: ["declare -f one", "declare -f two"],
    )
    yield Task(
        name="shell_session.function-show",
        say=["[show|print] the [definition|code] of the function {function}"],
        ask=["how is the function {function} defined?"],
        run="declare -f {function}",
        explain=["Prints the definition of the function {function}."],
        setup=nothing,
        before="{function}() { echo x; }",
        expect=lambda world, s: [f"{s.function} () ", "{ ", "    echo x", "}"],
    )
    yield Task(
        name="shell_session.function-remove",
        say=["[remove|delete] the function {function}"],
        run="unset -f {function}",
        explain=["Removes the function {function}."],
        setup=nothing,
        before="{function}() { :; }",
        after="declare -F",
        expect=lambda world, s: None,
    )


_TYPED = "set -o history; history -s {}"


def _history() -> Iterator[Task]:
    before = 'HISTFILE=; set -o history; history -c; for i in {1..120}; do history -s "echo $i"; done; set +o history'
    yield Task(
        name="shell_session.history",
        say=[
            "[show|list|print] [my|the] [command|] history",
            "list the commands [that I typed|I have typed]",
        ],
        ask=["what did I type before?", "which commands did I run?"],
        run="history",
        explain=["Lists the commands typed before, with numbers."],
        setup=nothing,
        before=before,
        expect=lambda world, s: [f"{i:5}  echo {i}" for i in range(1, 121)],
    )
    yield Task(
        name="shell_session.history-last",
        say=[
            "[show|list|print] the last {count} commands [I typed|from the history|of my history]"
        ],
        ask=["what were my last {count} commands?"],
        run="history {count}",
        explain=["Lists the last {count} commands typed."],
        setup=nothing,
        before=before,
        expect=lambda world, s: [f"{i:5}  echo {i}" for i in range(121 - s.count, 121)],
    )
    yield Task(
        name="shell_session.history-grep",
        say=[
            "[search|look through] my [command|] history for {word}",
            "find commands with {word} in [my|the] history",
        ],
        ask=["when did I [use|type] {word} before?"],
        run="history | grep {word}",
        explain=["Lists the commands typed before that contain {word}."],
        setup=nothing,
        before="HISTFILE=; set -o history; history -c; history -s ls; history -s 'echo {word.raw}'; set +o history",
        expect=lambda world, s: [f"    2  echo {s.word}"],
    )
    yield Task(
        name="shell_session.history-clear",
        say=["[clear|delete|forget] [my|the] command history", "empty the history [of commands|]"],
        run="history -c",
        explain=["Deletes the list of commands typed before."],
        setup=nothing,
        before=before,
        after="history",
        expect=lambda world, s: None,
    )


def _help() -> Iterator[Task]:
    yield Task(
        name="shell_session.command-v",
        say=["[check|test] [whether|if] {program} is installed", "find out if I have {program}"],
        ask=["is {program} installed?", "do I have {program}?"],
        run="command -v {program}",
        explain=["Prints the path of {program} if it is installed."],
        setup=nothing,
        before="hash -p /opt/tools/bin/x {program}; {program}() { :; }",
        expect=lambda world, s: f"{s.program}\n",
    )
    yield Task(
        name="shell_session.which",
        say=[
            "[show|print|find] the path of the program {tool}",
            "[show|find out] where {tool} is installed",
        ],
        ask=["where is {tool} [installed|located]?", "which {tool} do I use?"],
        run="which {tool}",
        explain=["Prints the path of the program {tool}."],
        slots={"tool": _TOOLS},
        setup=nothing,
        before="PATH=/usr/bin",
        expect=lambda world, s: f"/usr/bin/{s.tool}\n",
    )
    yield Task(
        name="shell_session.which-all",
        say=[
            "[show|list|find] every {program} on my [path|PATH]",
            "list all [places|folders] of my PATH that have {program}",
        ],
        run="which -a {program}",
        explain=["Prints the path of every {program} on the search path."],
        setup=lambda world, s: [
            world.file(f"{d}/{s.program}", "#!/bin/sh\n", mode=0o755) for d in ("a", "b")
        ],
        before='PATH="$PWD/a:/usr/bin:$PWD/b"; which() { command which "$@" | grep -v "^/usr" | sed "s|$PWD/||"; }',
        expect=lambda world, s: [f"a/{s.program}", f"b/{s.program}"],
    )
    yield Task(
        name="shell_session.type",
        say=[
            "[show|tell me] what kind of command {tool} is",
            "[find out|check] whether {tool} is a builtin, an alias or a program",
        ],
        ask=["is {tool} a builtin, an alias or a program?"],
        run="type {tool}",
        explain=["Tells whether {tool} is an alias, a function, a builtin or a program."],
        slots={"tool": _TOOLS},
        setup=nothing,
        before="PATH=/usr/bin",
        expect=lambda world, s: f"{s.tool} is /usr/bin/{s.tool}\n",
    )
    yield Task(
        name="shell_session.man",
        say=[
            "[show|open|read] the manual [page|] of {tool}",
            "open the [man page|manual] for {tool}",
        ],
        ask=["how does {tool} work?", "documentation of {tool}"],
        run="man {tool}",
        explain=["Opens the manual page of {tool}."],
        slots={"tool": _TOOLS},
        stubs=["man"],
        setup=nothing,
        expect=lambda world, s: Outcome(calls=[["man", s.tool]]),
    )
    yield Task(
        name="shell_session.man-search",
        say=[
            "search the manual [pages|] for {word}",
            "find [manual pages|commands] that have to do with {word}",
        ],
        ask=["which commands have to do with {word}?"],
        run="man -k {word}",
        explain=["Lists the manual pages whose title or short description contains {word}."],
        stubs=["man"],
        setup=nothing,
        expect=lambda world, s: Outcome(calls=[["man", "-k", s.word]]),
    )
    yield Task(
        name="shell_session.whatis",
        say=["[show|say] what {tool} does in one line", "describe {tool} [in one line|briefly]"],
        ask=["what does {tool} do?", "what is {tool} for?"],
        run="whatis {tool}",
        explain=["Prints the one-line description of {tool}."],
        slots={"tool": _TOOLS},
        stubs=["whatis"],
        setup=nothing,
        expect=lambda world, s: Outcome(calls=[["whatis", s.tool]]),
    )
    yield Task(
        name="shell_session.help",
        say=[
            "[show|print] the help of the [shell|bash] builtin {builtin}",
            "explain the builtin {builtin}",
        ],
        ask=["how does the builtin {builtin} work?"],
        run="help {builtin}",
        explain=["Prints bash's own help on the builtin {builtin}."],
        slots={"builtin": _BUILTINS},
        setup=nothing,
        before='help() { echo "help for $*"; }',
        expect=lambda world, s: f"help for {s.builtin}\n",
    )
    yield Task(
        name="shell_session.version",
        say=[
            "[show|print] the version of {program}",
            "[find out|check] which version of {program} is installed",
        ],
        ask=["which version of {program} do I have?", "{program} version"],
        run="{program} --version",
        explain=["Prints the version of {program}."],
        slots={
            "program": one_of(
                "git",
                "python3",
                "node",
                "curl",
                "rsync",
                "jq",
                "docker",
                "npm",
                "tmux",
                "perl",
                "gcc",
                "bash",
                "make",
            )
        },
        setup=nothing,
        before='{program}() { echo "called with $*"; }',
        expect=lambda world, s: "called with --version\n",
    )


def _script(world, s, text="echo ran >> log\n"):
    world.file(s.script, f"#!/bin/bash\n{text}", mode=0o755)


def _jobs() -> Iterator[Task]:
    yield Task(
        name="shell_session.background",
        say=["[run|start] {script} in the background", "start {script} without waiting for it"],
        run="./{script} &",
        explain=["Starts {script} in the background."],
        setup=_script,
        after="wait",
        expect=lambda world, s: world.file("log", "ran\n") and None,
    )
    yield Task(
        name="shell_session.background-log",
        say=[
            "[run|start] {script} in the background and write its output to {log}",
            "start {script} in the background, [logging|with its output going] to {log}",
        ],
        run="./{script} > {log} 2>&1 &",
        explain=["Starts {script} in the background, with its output and errors in {log}."],
        setup=lambda world, s: _script(world, s, "echo out; echo err >&2\n"),
        after="wait",
        expect=lambda world, s: world.file(s.log, "out\nerr\n") and None,
    )
    yield Task(
        name="shell_session.nohup",
        say=[
            "[run|start] {script} so that it [goes on|keeps running] after I log out, with its output in {log}",
            "start {script} with nohup in the background and log to {log}",
        ],
        run="nohup ./{script} > {log} 2>&1 &",
        explain=[
            "Starts {script} in the background so that it survives the end of the session, with its output in {log}."
        ],
        setup=lambda world, s: _script(world, s, "echo out; echo err >&2\n"),
        after="wait",
        expect=lambda world, s: world.file(s.log, "out\nerr\n") and None,
    )
    yield Task(
        name="shell_session.wait",
        say=[
            "wait for [all|the] background jobs to finish",
            "wait until everything in the background is done",
        ],
        run="wait",
        explain=["Waits until all background jobs have finished."],
        setup=nothing,
        before="(sleep 0.1; echo job) &",
        after="echo after",
        expect=lambda world, s: ["job", "after"],
    )
    yield Task(
        name="shell_session.two-at-once",
        say=[
            "run {script} and {script2} at the same time and wait for both",
            "start {script} and {script2} in parallel and wait until both are done",
        ],
        run="./{script} & ./{script2} & wait",
        explain=["Runs {script} and {script2} at the same time and waits for both."],
        setup=lambda world, s: [
            world.file(n, f"#!/bin/bash\ntouch {t}\n", mode=0o755)
            for n, t in ((s.script, "one"), (s.script2, "two"))
        ],
        expect=lambda world, s: silent(world.file("one"), world.file("two")),
    )
    yield Task(
        name="shell_session.run",
        say=[
            "run [the script|] {script.raw} [from|in] this folder",
            "[execute|start] ./{script.raw}",
        ],
        run="./{script}",
        explain=["Runs the script {script.raw} of this folder."],
        slots={
            "script": one_of(
                "build.sh",
                "deploy.sh",
                "run_all.sh",
                "install.sh",
                "sync_now.sh",
                "nightly.sh",
                "check.sh",
                "setup-env.sh",
                "make_report.sh",
                "clean.sh",
                "start_server.sh",
                "convert_all.sh",
            )
        },
        setup=_script,
        expect=lambda world, s: world.file("log", "ran\n") and None,
    )
    yield Task(
        name="shell_session.run-bash",
        say=["run {script} with bash", "execute {script} even though it is not executable"],
        run="bash {script}",
        explain=["Runs {script} with bash."],
        setup=lambda world, s: world.file(s.script, "echo ran\n"),
        expect=lambda world, s: "ran\n",
    )
    yield Task(
        name="shell_session.run-trace",
        say=[
            "run {script} and show each command before it [runs|is executed]",
            "trace {script}",
            "debug {script} by printing each command",
        ],
        run="bash -x {script}",
        explain=["Runs {script} with bash and prints each command before it runs."],
        setup=lambda world, s: world.file(s.script, "echo ran\n"),
        expect=lambda world, s: Outcome(stdout="ran\n", stderr="+ echo ran"),
    )
    yield Task(
        name="shell_session.syntax",
        say=[
            "check the syntax of {script} without running it",
            "[check|test] {script} for syntax errors",
        ],
        ask=["is the syntax of {script} right?"],
        run="bash -n {script}",
        explain=["Checks the syntax of {script} without running it."],
        setup=lambda world, s: world.file(s.script, "if true; then touch ran\n"),
        expect=lambda world, s: Outcome(status=2, stderr="syntax error"),
    )
    yield Task(
        name="shell_session.source",
        say=[
            "[load|read] the [settings|variables|functions] [in|of] {script} into this shell",
            "source {script}",
            "run {script} in the current shell",
        ],
        run=". ./{script}",
        explain=["Runs {script} in the current shell, so that what it sets stays."],
        setup=lambda world, s: world.file(s.script, "setting=on\n"),
        after='echo "$setting"',
        expect=lambda world, s: "on\n",
    )
    yield Task(
        name="shell_session.run-argument",
        say=[
            "run {script} with the [argument|parameter] {word}",
            "pass {word} to {script}",
            "call {script} with {word}",
        ],
        run="./{script} {word}",
        explain=["Runs {script} with the argument {word}."],
        setup=lambda world, s: _script(world, s, 'echo "$# $1"\n'),
        expect=lambda world, s: f"1 {s.word}\n",
    )
    yield Task(
        name="shell_session.run-input",
        say=["run {script} with {txt} as [its|] input", "feed {txt} to {script}"],
        run="./{script} < {txt}",
        explain=["Runs {script} with the content of {txt} as its input."],
        setup=lambda world, s: (_script(world, s, "tr a-z A-Z\n"), world.file(s.txt, "text\n")),
        expect=lambda world, s: "TEXT\n",
    )
    yield Task(
        name="shell_session.run-limit",
        say=[
            "run {script} for at most {seconds} seconds",
            "stop {script} if it takes longer than {seconds} seconds",
            "run {script} with a time limit of {seconds} seconds",
        ],
        run={"linux": "timeout {seconds} ./{script}"},
        explain=["Runs {script} and stops it after {seconds} seconds."],
        setup=lambda world, s: _script(world, s, "echo ran\n"),
        before='timeout() { local limit=$1; shift; echo "limit $limit"; command timeout 5 "$@"; }',
        expect=lambda world, s: [f"limit {s.seconds}", "ran"],
    )
    yield Task(
        name="shell_session.time",
        say=[
            "measure how long {script} takes",
            "time {script}",
            "run {script} and show how long it took",
        ],
        ask=["how long does {script} take?"],
        run="time ./{script}",
        explain=["Runs {script} and prints how long it took."],
        setup=lambda world, s: _script(world, s, "echo ran\n"),
        expect=lambda world, s: Outcome(stdout="ran\n", stderr="real"),
    )
    yield Task(
        name="shell_session.stop-on-error",
        say=[
            "make the shell stop at the first [error|command that fails]",
            "exit [the script|] as soon as a command fails",
        ],
        run="set -e",
        explain=["Makes the shell exit as soon as a command fails."],
        setup=nothing,
        after="false; echo not reached",
        expect=lambda world, s: Outcome(status=1),
    )
    yield Task(
        name="shell_session.strict",
        say=[
            "turn on strict mode in [bash|a bash script]",
            "make a script stop on errors, unset variables and failing pipelines",
        ],
        run="set -euo pipefail",
        explain=[
            "Makes the shell exit when a command fails, a variable is unset, or a part of a pipeline fails."
        ],
        setup=nothing,
        after="false | cat; echo not reached",
        expect=lambda world, s: Outcome(status=1),
    )


def _input_and_options() -> Iterator[Task]:
    yield Task(
        name="shell_session.read",
        say=[
            "[read|ask for] a line from the keyboard [into|and store it in] [the variable|] {variable}",
            "read {variable} from the [terminal|standard input]",
        ],
        run="read -r {variable}",
        explain=["Reads a line of input into the variable {variable}."],
        setup=nothing,
        stdin=r"a\b  c" + "\n",
        after='echo "{variable.dollar}"',
        expect=lambda world, s: "a\\b  c\n",
    )
    yield Task(
        name="shell_session.read-prompt",
        say=[
            "ask for {word} with a prompt and store the answer in [the variable|] {variable}",
            'prompt with "{word.raw}: " and read the answer into {variable}',
        ],
        run="read -r -p '{word.raw}: ' {variable}",
        explain=["Prompts with {word}, and reads the answer into the variable {variable}."],
        setup=nothing,
        stdin="yes please\n",
        after='echo "{variable.dollar}"',
        expect=lambda world, s: "yes please\n",
    )
    yield Task(
        name="shell_session.read-secret",
        say=[
            "read a password into [the variable|] {variable} without showing it",
            "ask for a secret in {variable} [without echo|without showing what is typed]",
        ],
        run="read -r -s {variable}",
        explain=["Reads a line into the variable {variable} without showing what is typed."],
        setup=nothing,
        stdin="secret\n",
        after='echo "{variable.dollar}"',
        expect=lambda world, s: "secret\n",
    )
    yield Task(
        name="shell_session.read-limit",
        say=[
            "read a line into [the variable|] {variable}, waiting at most {seconds} seconds",
            "ask for {variable} but give up after {seconds} seconds",
        ],
        run="read -r -t {seconds} {variable}",
        explain=["Reads a line into the variable {variable}, waiting at most {seconds} seconds."],
        setup=nothing,
        stdin="text\n",
        after='echo "{variable.dollar}"',
        expect=lambda world, s: "text\n",
    )
    yield Task(
        name="shell_session.trap-exit",
        say=["[delete|remove] {file} when the script [ends|exits]", "clean up {file} on exit"],
        run="trap 'rm -f {file.raw}' EXIT",
        explain=["Deletes {file} when the shell exits, however it does."],
        setup=lambda world, s: world.file(s.file),
        after="false",
        expect=lambda world, s: Outcome(status=1) if world.remove(s.file) is None else None,
    )
    yield Task(
        name="shell_session.trap-interrupt",
        say=["print {word} when Ctrl-C is pressed", "react to Ctrl-C by printing {word}"],
        run="trap 'echo {word.raw}' INT",
        explain=["Prints {word} whenever Ctrl-C is pressed."],
        setup=nothing,
        after="kill -INT $$",
        expect=lambda world, s: f"{s.word}\n",
    )
    yield Task(
        name="shell_session.trap-ignore",
        say=["ignore Ctrl-C", "make the script ignore Ctrl-C"],
        run="trap '' INT",
        explain=["Makes the shell ignore Ctrl-C."],
        setup=nothing,
        after="kill -INT $$; echo alive",
        expect=lambda world, s: "alive\n",
    )
    for option, on, off, test, lines in (
        (
            "dotglob",
            "let [globs|*] [match|include] hidden files [too|as well]",
            "make [globs|*] leave hidden files out again",
            "echo *",
            (".h x", "x"),
        ),
        (
            "nullglob",
            "make globs without a match [vanish|expand to nothing]",
            "keep globs without a match as they are",
            "echo *.none",
            ("", "*.none"),
        ),
        (
            "nocaseglob",
            "make globs ignore [case|upper and lower case]",
            "make globs respect case again",
            "echo X*",
            ("x", "X*"),
        ),
        (
            "extglob",
            "turn on extended globs such as !(x)",
            "turn off extended globs",
            "shopt extglob | cut -f 2",
            ("on", "off"),
        ),
    ):
        for index, (flag, say) in enumerate((("-s", on), ("-u", off))):
            yield Task(
                name=f"shell_session.shopt-{option}{flag}",
                say=[
                    say,
                    f"{'[turn on|enable]' if flag == '-s' else '[turn off|disable]'} the shell option {option}",
                ],
                run=f"shopt {flag} {option}",
                explain=[
                    f"Turns {'on' if flag == '-s' else 'off'} the option {option} of the shell."
                ],
                setup=lambda world, s: (world.file("x"), world.file(".h")),
                before=f"shopt {'-u' if flag == '-s' else '-s'} {option}",
                after=test,
                expect=lambda world, s, line=lines[index]: f"{line}\n",
            )
    yield Task(
        name="shell_session.noclobber",
        say=["keep > from overwriting existing files", "protect existing files from redirection"],
        run="set -o noclobber",
        explain=["Keeps redirections from overwriting existing files."],
        setup=lambda world, s: world.file("kept", "old\n"),
        after="echo new > kept",
        expect=lambda world, s: Outcome(status=1, stderr="cannot overwrite"),
    )
    yield Task(
        name="shell_session.umask-set",
        say=["set the umask to {mask}", "make new files get the mask {mask}"],
        run="umask {mask}",
        explain=["Sets the mask of permissions that new files do not get to {mask}."],
        slots={"mask": one_of("022", "027", "077", "002", "007", "026")},
        setup=nothing,
        after="touch new",
        expect=lambda world, s: world.file("new", mode=0o666 & ~int(s.mask, 8)) and None,
    )
    yield Task(
        name="shell_session.umask-show",
        say=["[show|print] the [current|] umask"],
        ask=["what is my umask?"],
        run="umask",
        explain=["Prints the mask of permissions that new files do not get."],
        setup=nothing,
        before="umask 027",
        expect=lambda world, s: "0027\n",
    )
    yield Task(
        name="shell_session.limit-files",
        say=["allow at most {n} open files", "limit the number of open files to {n}"],
        run="ulimit -n {n}",
        explain=["Limits the number of open files to {n}."],
        setup=nothing,
        after="ulimit -n",
        expect=lambda world, s: f"{s.n}\n",
    )
    yield Task(
        name="shell_session.limits",
        say=["[show|list] [all|] [the|my] resource limits"],
        ask=["what are my resource limits?"],
        run="ulimit -a",
        explain=["Lists all resource limits of the shell."],
        setup=nothing,
        before='ulimit() { echo "limits $*"; }',
        expect=lambda world, s: "limits -a\n",
    )
    yield Task(
        name="shell_session.script-folder",
        say=[
            "[change|cd] to the folder of the [running|] script",
            "make a script [work|run] in its own folder",
        ],
        run='cd "$(dirname "$0")"',
        explain=["Changes to the folder of the running script."],
        setup=nothing,
        before="cd /tmp; BASH_ARGV0=$OLDPWD/x",
        after='[ "$PWD" = "${0%/*}" ] && echo there',
        expect=lambda world, s: "there\n",
    )
    yield Task(
        name="shell_session.shell",
        say=[
            "[show|print] [my|the] [login|default] shell",
            "[show|print] the path of my login shell",
        ],
        ask=["what is my [login|default] shell?"],
        run='echo "$SHELL"',
        explain=["Prints the path of the login shell."],
        setup=nothing,
        before="SHELL=/bin/some",
        expect=lambda world, s: "/bin/some\n",
    )
    yield Task(
        name="shell_session.bash-version",
        say=["[show|print] the version of the running bash"],
        ask=["which version of bash is this [shell|]?"],
        run='echo "$BASH_VERSION"',
        explain=["Prints the version of the running bash."],
        setup=nothing,
        before="BASH_VERSION=9.9",
        expect=lambda world, s: "9.9\n",
    )
    yield Task(
        name="shell_session.pid",
        say=["[show|print] the process id of this shell"],
        ask=["what is the pid of this shell?"],
        run="echo $$",
        explain=["Prints the process id of the shell."],
        setup=nothing,
        before='exec > >(sed "s/^$$\\$/own/")',
        after="exec >&-; sleep 0.1",
        expect=lambda world, s: "own\n",
    )
    yield Task(
        name="shell_session.last-status",
        say=["[show|print] the exit [status|code] of the last command"],
        ask=["did the last command succeed?", "what was the exit code?"],
        run="echo $?",
        explain=["Prints the exit status of the last command."],
        setup=nothing,
        before="(exit 6)",
        expect=lambda world, s: "6\n",
    )
