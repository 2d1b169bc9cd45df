"""Conditions: what can be asked of files, texts and numbers, and what depends on the answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, stem
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class _Condition:
    """Something that may hold. `say` follows "check whether"/"if", `ask` is a question."""

    name: str
    say: Sequence[str]
    ask: str
    test: str
    explain: str
    setup: Callable[[World, Bound], None] = nothing
    before: str = ""
    holds: bool = True
    """Whether it does in the world of `setup`; the opposite is verified by the other half."""


def _executable(world: World, s: Bound) -> None:
    world.file(s.script, "#!/bin/bash\n", mode=0o755)


_CONDITIONS = (
    _Condition("exists", ["{file} exists", "there is [a file called|something called] {file}"], "does {file} exist?", "-e {file}", "{file} exists", lambda w, s: w.file(s.file)),
    _Condition("not-exists", ["{file} does not exist", "{file} is missing"], "is {file} missing?", "! -e {file}", "{file} does not exist"),
    _Condition("file", ["{file} is a regular file"], "is {file} a regular file?", "-f {file}", "{file} is a regular file", lambda w, s: w.dir(s.file), holds=False),
    _Condition("dir", ["{dir} is a [folder|directory]", "{dir} exists and is a directory"], "is {dir} a folder?", "-d {dir}", "{dir} is a directory", lambda w, s: w.dir(s.dir)),
    _Condition("not-dir", ["{dir} is not a [folder|directory]", "there is no directory {dir.raw}"], "is {dir} not a folder?", "! -d {dir}", "{dir} is not a directory", lambda w, s: w.file(s.dir)),
    _Condition("nonempty", ["{file} is not empty", "{file} has [any|some] content"], "is there anything in {file}?", "-s {file}", "{file} exists and is not empty", lambda w, s: w.file(s.file), holds=False),
    _Condition("empty", ["{file} is empty", "{file} has no content"], "is {file} empty?", "! -s {file}", "{file} is empty or missing", lambda w, s: w.file(s.file)),
    _Condition("link", ["{stem} is a symbolic link", "{stem} is a symlink"], "is {stem} a symbolic link?", "-L {stem}", "{stem} is a symbolic link", lambda w, s: w.link(s.stem, "nowhere")),
    _Condition("readable", ["I [can|may] read {file}", "{file} is readable"], "can I read {file}?", "-r {file}", "{file} can be read", lambda w, s: w.file(s.file, mode=0o200), holds=False),
    _Condition("writable", ["I [can|may] write to {file}", "{file} is writable"], "can I write to {file}?", "-w {file}", "{file} can be written to", lambda w, s: w.file(s.file, mode=0o400), holds=False),
    _Condition("executable", ["{script} is executable", "{script} can be run"], "can {script} be run?", "-x {script}", "{script} is executable", _executable),
    _Condition("newer", ["{file} is newer than {file2}", "{file} was changed after {file2}"], "is {file} newer than {file2}?", "{file} -nt {file2}", "{file} is newer than {file2}", lambda w, s: [w.file(s.file, days=1), w.file(s.file2, days=3)]),
    _Condition("older", ["{file} is older than {file2}", "{file} was changed before {file2}"], "is {file} older than {file2}?", "{file} -ot {file2}", "{file} is older than {file2}", lambda w, s: [w.file(s.file, days=1), w.file(s.file2, days=3)], holds=False),
    _Condition("unset", ["[the variable|] {variable} is [empty|empty or unset]", "[the variable|] {variable} has no value"], "is the variable {variable} empty?", '-z "{variable.dollar}"', "{variable} is empty or unset", before="unset {variable}"),
    _Condition("set", ["[the variable|] {variable} is not empty", "[the variable|] {variable} has a value"], "has the variable {variable} a value?", '-n "{variable.dollar}"', "{variable} is not empty", before="{variable}=x"),
    _Condition("equals", ["[the variable|] {variable} [equals|is] {word}", "[the variable|] {variable} is equal to {word}"], "is {variable} equal to {word}?", '"{variable.dollar}" = {word}', "{variable} equals {word}", before="{variable}={word}"),
    _Condition("differs", ["[the variable|] {variable} is not {word}", "[the variable|] {variable} differs from {word}"], "does {variable} differ from {word}?", '"{variable.dollar}" != {word}', "{variable} differs from {word}", before="{variable}={word}", holds=False),
    _Condition("number-equals", ["the number in {variable} is {n}"], "is the number in {variable} equal to {n}?", '"{variable.dollar}" -eq {n}', "the number in {variable} is {n}", before="{variable}={n}"),
    _Condition("greater", ["[the number in|] {variable} is [greater|larger|more] than {n}"], "is {variable} greater than {n}?", '"{variable.dollar}" -gt {n}', "{variable} is greater than {n}", before="{variable}={n}", holds=False),
    _Condition("at-least", ["[the number in|] {variable} is at least {n}", "[the number in|] {variable} is {n} or more"], "is {variable} at least {n}?", '"{variable.dollar}" -ge {n}', "{variable} is at least {n}", before="{variable}={n}"),
    _Condition("less", ["[the number in|] {variable} is [less|smaller] than {n}"], "is {variable} less than {n}?", '"{variable.dollar}" -lt {n}', "{variable} is less than {n}", before="{variable}=1"),
    _Condition("at-most", ["[the number in|] {variable} is at most {n}", "[the number in|] {variable} is {n} or less"], "is {variable} at most {n}?", '"{variable.dollar}" -le {n}', "{variable} is at most {n}", before="{variable}=100"  , holds=False),
)  # fmt: skip


@dataclass(frozen=True)
class _Consequence:
    """What is done then, in the form of a command around a test."""

    name: str
    say: str
    ask: bool
    run: str
    explain: str
    lines: Callable[[bool, Bound], Sequence[str]]


_CONSEQUENCES = (
    _Consequence("yes", "[check|test|find out] [whether|if] {IT}", True, "[ {TEST} ] && echo yes", "Prints yes if {IT}.", lambda holds, s: ["yes"] if holds else []),
    _Consequence("word", "print {word9} if {IT}", False, "[ {TEST} ] && echo {word9}", "Prints {word9} if {IT}.", lambda holds, s: [s.word9] if holds else []),
    _Consequence("else", "print {word8} if {IT}, [else|otherwise] {word9}", False, "if [ {TEST} ]; then echo {word8}; else echo {word9}; fi", "Prints {word8} if {IT}, otherwise {word9}.", lambda holds, s: [s.word8 if holds else s.word9]),
    _Consequence("run", "run {script9} [only if|if|when] {IT}", False, "[ {TEST} ] && ./{script9}", "Runs {script9} if {IT}.", lambda holds, s: ["ran"] if holds else []),
    _Consequence("run-unless", "run {script9} unless {IT}", False, "[ {TEST} ] || ./{script9}", "Runs {script9} unless {IT}.", lambda holds, s: [] if holds else ["ran"]),
    _Consequence("bracket", "[check|test] [whether|if] {IT} [with|using] double brackets", False, "[[ {TEST} ]] && echo yes", "Prints yes if {IT}.", lambda holds, s: ["yes"] if holds else []),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Every condition with every consequence, and conditions of other kinds."""
    for condition, consequence in product(_CONDITIONS, _CONSEQUENCES):
        yield _task(condition, consequence)
    yield from _contents()
    yield from _sequences()


def _task(condition: _Condition, consequence: _Consequence) -> Task:
    def setup(world: World, s: Bound) -> None:
        condition.setup(world, s)
        if "script9" in s:
            world.file(s.script9, "#!/bin/bash\necho ran\n", mode=0o755)

    def expect(world: World, s: Bound) -> Outcome:
        lines = consequence.lines(condition.holds, s)
        fails = not lines and consequence.name not in ("else", "run-unless")
        return Outcome(stdout=lines, status=int(fails))

    it = f"[{'|'.join(condition.say)}]"
    return Task(
        name=f"shell_tests.{condition.name}-{consequence.name}",
        say=[consequence.say.replace("{IT}", it)],
        ask=[condition.ask] if consequence.ask else [],
        run=consequence.run.replace("{TEST}", condition.test),
        explain=[consequence.explain.replace("{IT}", condition.explain)],
        setup=setup,
        before=condition.before,
        expect=expect,
        weight=3.0 if consequence.ask else 1.0,
    )


def _contents() -> Iterator[Task]:
    def text(world: World, s: Bound) -> None:
        world.file(s.txt, [f"x {s.word} y", "other"])

    yield Task(
        name="shell_tests.contains",
        say=[
            "[check|test|find out] [whether|if] {txt} contains {word}",
            "[say|tell me] [whether|if] {word} occurs in {txt}",
        ],
        ask=["does {txt} contain {word}?", "is {word} in {txt}?"],
        run="grep -q {word} {txt} && echo yes",
        explain=["Prints yes if {txt} contains {word}."],
        setup=text,
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.contains-else",
        say=["print {word8} if {txt} contains {word}, [else|otherwise] {word9}"],
        run="if grep -q {word} {txt}; then echo {word8}; else echo {word9}; fi",
        explain=["Prints {word8} if {txt} contains {word}, otherwise {word9}."],
        setup=lambda world, s: world.file(s.txt, ["other"]),
        expect=lambda world, s: f"{s.word9}\n",
    )
    yield Task(
        name="shell_tests.contains-append",
        say=[
            "add the line {word} to {txt} unless it is [already|] there",
            "append {word} to {txt} [only if it does not contain it yet|if it is missing there]",
        ],
        run="grep -qxF {word} {txt} || echo {word} >> {txt}",
        explain=["Appends the line {word} to {txt} unless it has that line already."],
        setup=text,
        expect=lambda world, s: setattr(
            world[s.txt], "data", world[s.txt].data + f"{s.word}\n".encode()
        ),
    )
    yield Task(
        name="shell_tests.same",
        say=[
            "[print|say] same if {file} and {file2} are [equal|identical]",
            "say same if {file} has the same contents as {file2}",
        ],
        run="cmp -s {file} {file2} && echo same",
        explain=["Prints same if {file} and {file2} have the same content."],
        setup=lambda world, s: [world.file(s.file, "a"), world.file(s.file2, "a")],
        expect=lambda world, s: "same\n",
    )
    yield Task(
        name="shell_tests.mkdir",
        say=[
            "test whether {dir} exists and make it if not, without mkdir -p",
            "check for {dir} and run mkdir only if it is missing",
        ],
        run="[ -d {dir} ] || mkdir {dir}",
        explain=["Makes {dir} unless it exists."],
        slots={"dir": _flat_dir},
        setup=nothing,
        expect=lambda world, s: world.dir(s.dir),
    )
    yield Task(
        name="shell_tests.both",
        say=[
            "[check|test] [whether|if] {file} and {file2} both exist",
            "say yes if both {file} and {file2} are there",
        ],
        ask=["do both {file} and {file2} exist?"],
        run="[ -e {file} ] && [ -e {file2} ] && echo yes",
        explain=["Prints yes if both {file} and {file2} exist."],
        setup=lambda world, s: [world.file(s.file), world.file(s.file2)],
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.either",
        say=[
            "[check|test] [whether|if] {file} or {file2} exists",
            "say yes if at least one of {file} and {file2} is there",
        ],
        ask=["does {file} or {file2} exist?"],
        run="if [ -e {file} ] || [ -e {file2} ]; then echo yes; fi",
        explain=["Prints yes if {file} or {file2} exists."],
        setup=lambda world, s: world.file(s.file2),
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.user",
        say=["[check|test] [whether|if] I am [the user|] {user}"],
        ask=["am I {user}?"],
        run='[ "$(id -un)" = {user} ] && echo yes',
        explain=["Prints yes if the current user is {user}."],
        setup=lambda world, s: None,
        expect=lambda world, s: Outcome(status=1),
    )
    yield Task(
        name="shell_tests.root",
        say=["[check|test] [whether|if] I am root", "say yes if this [runs|is run] as root"],
        ask=["am I root?"],
        run='[ "$(id -u)" -eq 0 ] && echo yes',
        explain=["Prints yes if the current user is root."],
        setup=nothing,
        before="id() { echo 0; }",
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.case-number",
        say=[
            "[check|test] [whether|if] [the variable|] {variable} is a [whole number|number]",
            "say yes if {variable} consists of digits only",
        ],
        ask=["is {variable} a whole number?"],
        run="[[ {variable.dollar} =~ ^[0-9]+$ ]] && echo yes",
        explain=["Prints yes if {variable} consists of digits only."],
        setup=nothing,
        before="{variable}=42",
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.starts",
        say=["[check|test] [whether|if] [the variable|] {variable} [starts|begins] with {word}"],
        ask=["does {variable} start with {word}?"],
        run="[[ {variable.dollar} == {word.raw}* ]] && echo yes",
        explain=["Prints yes if {variable} starts with {word}."],
        setup=nothing,
        before="{variable}='{word.raw} and more'",
        expect=lambda world, s: "yes\n",
    )
    yield Task(
        name="shell_tests.includes",
        say=["[check|test] [whether|if] [the variable|] {variable} contains {word}"],
        ask=["does {variable} contain {word}?"],
        run="[[ {variable.dollar} == *{word.raw}* ]] && echo yes",
        explain=["Prints yes if {variable} contains {word}."],
        setup=nothing,
        before="{variable}='an {word.raw} in it'",
        expect=lambda world, s: "yes\n",
    )


def _flat_dir(draw: Draw, spaced: bool) -> Value:
    return named(stem(draw))


def _sequences() -> Iterator[Task]:
    def scripts(first: int):
        def setup(world: World, s: Bound) -> None:
            world.file(s.script, f"#!/bin/bash\necho one; exit {first}\n", mode=0o755)
            world.file(s.script2, "#!/bin/bash\necho two\n", mode=0o755)

        return setup

    for name, says, sign, first, lines in (
        (
            "and",
            [
                "run {script} and[ then|], if it [succeeds|works], {script2}",
                "run {script2} only if {script} succeeds",
            ],
            " && ",
            0,
            ["one", "two"],
        ),
        (
            "or",
            [
                "run {script}, [or|and] {script2} if it fails",
                "run {script2} only if {script} fails",
                "try {script} and fall back to {script2}",
            ],
            " || ",
            3,
            ["one", "two"],
        ),
        (
            "then",
            [
                "run {script} and then {script2} [in any case|whether it succeeds or not|no matter what]"
            ],
            "; ",
            3,
            ["one", "two"],
        ),
    ):
        yield Task(
            name=f"shell_tests.run-{name}",
            say=says,
            run=f"./{{script}}{sign}./{{script2}}",
            explain=[
                {
                    "and": "Runs {script} and, if that succeeds, {script2}.",
                    "or": "Runs {script} and, if that fails, {script2}.",
                    "then": "Runs {script} and then {script2}.",
                }[name]
            ],
            setup=scripts(first),
            expect=lambda world, s, lines=lines: lines,
        )
    yield Task(
        name="shell_tests.run-status",
        say=[
            "run {script} and print its exit [status|code]",
            "show the exit [status|code] of {script}",
        ],
        ask=["what exit code does {script} return?"],
        run="./{script}; echo $?",
        explain=["Runs {script} and prints its exit status."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\nexit 7\n", mode=0o755),
        expect=lambda world, s: "7\n",
    )
    yield Task(
        name="shell_tests.run-report",
        say=["run {script} and print {word} if it [succeeds|worked], [else|otherwise] {word2}"],
        run="if ./{script}; then echo {word}; else echo {word2}; fi",
        explain=["Runs {script} and prints {word} if it succeeds, otherwise {word2}."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\nexit 7\n", mode=0o755),
        expect=lambda world, s: f"{s.word2}\n",
    )
