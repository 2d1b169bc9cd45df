"""Streams and pieces: redirections, tee, splitting and joining files, paging."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import many
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_SAVE = "[save|write|send|redirect]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for key, run, said in (
        ("script", "./{script}", "{script}"),
        ("listing", "ls -l {dir}", "ls -l {dir.raw}"),
        ("program", "{program} {file}", "{program} {file.raw}"),
    ):
        yield from _redirected(key, run, said)
    yield from _input()
    yield from _split()
    yield from _pages()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"files_streams.{name}", say, run, [explain], setup, expect, ask, mac, **more)


# The three commands are the same small program, which writes one line to each stream.
_BOTH = "#!/bin/bash\necho out\necho err >&2\n"
_STAND_IN = 'ls() { echo out; echo err >&2; }\nfor name in sort cksum du uniq; do eval "$name() { ls; }"; done'


def _program(draw: Draw, spaced: bool) -> Value:
    return named(draw.pick(("sort", "cksum", "du", "uniq")))


def _redirected(key: str, run: str, said: str) -> Iterator[Task]:
    def setup(world: World, s: Bound) -> None:
        if key == "script":
            world.file(s.script, _BOTH, 0o755)
        if "log" in s:
            world.file(s.log, "before\n")

    log = lambda text, **more: lambda world, s: silent(world.file(s.log, text)) or Outcome(**more)
    nothing_else = lambda **more: lambda world, s: Outcome(**more)
    for name, tail, says, does, expect, weight in (
        ("save", "> {log}", [f"{_SAVE} the output of {{C}} to {{log}}", "run {C} and [save|write|put] [its|the] output [to|in] {log}"], "Writes the output of {C} to {log}", log("out\n", stderr="err"), 3),
        ("append", ">> {log}", ["[append|add] the output of {C} to {log}", "run {C} and [append|add] [its|the] output to {log}"], "Appends the output of {C} to {log}", log("before\nout\n", stderr="err"), 2),
        ("errors", "2> {log}", [f"{_SAVE} [only|just|] the [errors|error messages] of {{C}} to {{log}}", "run {C} and [save|write] [its|the] errors [to|in] {log}"], "Writes the error messages of {C} to {log}", log("err\n", stdout="out\n"), 2),
        ("errors-append", "2>> {log}", ["[append|add] the [errors|error messages] of {C} to {log}"], "Appends the error messages of {C} to {log}", log("before\nerr\n", stdout="out\n"), 1),
        ("both", "> {log} 2>&1", [f"{_SAVE} the output and [the|] errors of {{C}} to {{log}}", "run {C} and [save|write] everything it prints, errors too, [to|in] {log}"], "Writes output and errors of {C} to {log}", log("out\nerr\n"), 2.5),
        ("both-append", ">> {log} 2>&1", ["[append|add] the output and [the|] errors of {C} to {log}", "run {C} and append everything it prints, errors too, to {log}"], "Appends output and errors of {C} to {log}", log("before\nout\nerr\n"), 1.5),
        ("apart", "> {txt} 2> {log}", [f"{_SAVE} the output of {{C}} to {{txt}} and its errors to {{log}}"], "Writes the output of {C} to {txt} and its errors to {log}", lambda world, s: silent(world.file(s.txt, "out\n"), world.file(s.log, "err\n")), 1.5),
        ("discard", "> /dev/null", ["run {C} and [throw away|discard|ignore] its output", "[hide|suppress|discard] the output of {C} but show [its|the] errors"], "Runs {C} without its output", nothing_else(stdout="", stderr="err"), 1.5),
        ("discard-errors", "2> /dev/null", ["run {C} and [hide|discard|ignore] its errors", "run {C} without error messages", "[hide|suppress] the error messages of {C}"], "Runs {C} without its error messages", nothing_else(stdout="out\n"), 2),
        ("discard-both", "> /dev/null 2>&1", ["run {C} [silently|with no output at all]", "[discard|hide|suppress] output and errors of {C}"], "Runs {C} without output and errors", nothing_else(), 1.5),
        ("tee", "| tee {log}", ["[save|write] the output of {C} to {log} and [show|print] it too", "run {C}, show its output and keep a copy in {log}"], "Prints the output of {C} and writes it to {log} too", log("out\n", stdout="out\n"), 2),
        ("tee-append", "| tee -a {log}", ["[append|add] the output of {C} to {log} while showing it", "run {C}, show its output and append it to {log}"], "Prints the output of {C} and appends it to {log}", log("before\nout\n", stdout="out\n"), 1.5),
        ("tee-both", "2>&1 | tee {log}", ["run {C} and save everything it prints, errors too, to {log} while showing it", "show the output and errors of {C} and keep a copy of both in {log}"], "Prints output and errors of {C} and writes them to {log} too", log("out\nerr\n", stdout="out\nerr\n"), 1.5),
        ("tee-two", "| tee {txt} {log}", ["[save|write] the output of {C} to both {txt} and {log} and [show|print] it"], "Prints the output of {C} and writes it to {txt} and {log}", lambda world, s: silent(world.file(s.txt, "out\n"), world.file(s.log, "out\n")) or ["out"], 0.7),
        ("less", "| less", ["[show|view|read] the output of {C} page by page", "page through the output of {C}"], "Shows the output of {C} page by page", lambda world, s: Outcome(calls=[["less"]]), 1.5),
        ("less-both", "2>&1 | less", ["[show|view|read] the output and errors of {C} page by page"], "Shows output and errors of {C} page by page", lambda world, s: Outcome(calls=[["less"]]), 0.7),
        ("count", "| wc -l", ["count the lines that {C} prints", "count the lines of the output of {C}"], "Counts the lines that {C} prints", lambda world, s: ["1"], 1.5),
        ("count-errors", "2>&1 > /dev/null | wc -l", ["count the lines of error messages [of|from] {C}"], "Counts the lines of error messages of {C}", lambda world, s: ["1"], 0.5),
    ):  # fmt: skip
        fill = lambda text: text.replace("{C}", said)
        yield _task(
            f"{name}-{key}", f"{run} {tail}", [fill(text) for text in says], f"{fill(does)}.", setup, expect, weight=weight * (1 if key == "script" else 0.5),
            before="" if key == "script" else _STAND_IN, stubs=("less",) if "less" in name else (), slots={"program": _program},
        )  # fmt: skip


def _input() -> Iterator[Task]:
    echo = lambda world, s: silent(
        world.file(s.script, "#!/bin/bash\ncat\n", 0o755),
        "txt" in s and world.file(s.txt, ["a", "b"]),
    )
    yield _task("input-output", "./{script} < {txt} > {txt2}", ["run {script} with {txt} as input and [save|write] the output to {txt2}", "feed {txt} to {script} and write the result to {txt2}"], "Runs {script} with {txt} as its input and writes its output to {txt2}.", echo, lambda world, s: silent(world.file(s.txt2, ["a", "b"])))  # fmt: skip
    yield _task("input-none", "./{script} < /dev/null", ["run {script} with [empty|no] input", "run {script} without [any|] standard input"], "Runs {script} with empty input.", echo, lambda world, s: None)  # fmt: skip
    yield _task("here-string", "./{script} <<< {text}", ["[give|feed|send] {text} to {script} as [its|] input", "run {script} with {text} on standard input"], "Runs {script} with {text} as its input.", lambda world, s: silent(world.file(s.script, "#!/bin/bash\ncat\n", 0o755)), lambda world, s: [s["text"].data])  # fmt: skip
    yield _task("pipe", "./{script} | ./{script2}", ["pipe the output of {script} into {script2}", "run {script} and feed its output to {script2}"], "Runs {script} and gives its output to {script2}.", lambda world, s: silent(world.file(s.script, "#!/bin/bash\necho one\n", 0o755), world.file(s.script2, "#!/bin/bash\nsed 's/^/got /'\n", 0o755)), lambda world, s: ["got one"])  # fmt: skip
    yield _task("to-stderr", "echo {text} >&2", ["print {text} to [the error output|standard error|stderr]", "[write|send] {text} to [stderr|standard error]"], "Prints {text} to the error output.", lambda world, s: None, lambda world, s: Outcome(stderr=s["text"].data), weight=1.5)  # fmt: skip
    yield _task("sudo-tee", "echo {text} | sudo tee -a /etc/{conf} > /dev/null", ["append {text} to /etc/{conf.raw} as root", "add the line {text} to /etc/{conf.raw}, which only root may write"], "Appends {text} to /etc/{conf.raw} as root.", lambda world, s: None, lambda world, s: Outcome(calls=[["sudo", "tee", "-a", f"/etc/{s.conf}"]]), stubs=("sudo",))  # fmt: skip


def _letters(index: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[index // 26] + "abcdefghijklmnopqrstuvwxyz"[index % 26]


def _split() -> Iterator[Task]:
    lines = [f"line {i}" for i in range(2, 230)]
    size = many(2, 12, (10,))
    setup = lambda name: lambda world, s: silent(world.file(s[name].data, lines))

    def pieces(
        world: World, s: Bound, prefix: str, step: int, end: str = "", digits: bool = False
    ) -> None:
        for index, start in enumerate(range(0, len(lines), step)):
            world.file(
                f"{prefix}{f'{index:02}' if digits else _letters(index)}{end}",
                lines[start : start + step],
            )

    for key, run, say, does, expect, mac in (
        ("lines", "split -l {step} {txt}", ["split {txt} into [files|pieces|parts] of {step} lines[ each|]", "[cut|divide] {txt} into [pieces|files] of {step} lines"], "Splits {txt} into files of {step} lines: xaa, xab and so on", lambda world, s: pieces(world, s, "x", s.step), None),
        ("lines-prefix", "split -l {step} {txt} {stem}-", ["split {txt} into files of {step} lines [whose names start with|called] {stem}-", "split {txt} every {step} lines, with {stem}- before the letters of the parts"], "Splits {txt} into files of {step} lines whose names start with {stem}-", lambda world, s: pieces(world, s, f"{s.stem}-", s.step), None),
        ("lines-digits", "split -d -l {step} {txt} {stem}-", ["split {txt} into files of {step} lines called {stem}-00, {stem}-01 and so on", "split {txt} every {step} lines into numbered files that start with {stem}-"], "Splits {txt} into files of {step} lines: {stem}-00, {stem}-01 and so on", lambda world, s: pieces(world, s, f"{s.stem}-", s.step, digits=True), None),
        ("lines-suffix", "split -l {step} --additional-suffix=.{ext.raw} {txt} {stem}-", ["split {txt} into files of {step} lines starting with {stem}- and ending in {ext}"], "Splits {txt} into files of {step} lines that start with {stem}- and end in {ext}", lambda world, s: pieces(world, s, f"{s.stem}-", s.step, f".{s.ext}"), ""),
    ):  # fmt: skip
        yield _task(
            f"split-{key}",
            run,
            say,
            f"{does}.",
            setup("txt"),
            expect,
            mac=mac,
            slots={"step": size},
            weight=1.5,
        )
    data = bytes(i * 7 % 251 for i in range(9000))

    def bytes_expect(world: World, s: Bound) -> None:
        prefix = f"{s.stem}." if "stem" in s else "x"
        for index, start in enumerate(range(0, len(data), s.step * 1024)):
            world.file(f"{prefix}{_letters(index)}", data[start : start + s.step * 1024])

    big = lambda world, s: silent(world.file(s.file, data))
    yield _task("split-bytes", "split -b {step}k {file}", ["split {file} into [pieces|parts|files] of {step} [KB|kilobytes][ each|]"], "Splits {file} into files of {step} KB: xaa, xab and so on.", big, bytes_expect, slots={"step": many(1, 8)}, weight=1.5)  # fmt: skip
    yield _task("split-bytes-prefix", "split -b {step}k {file} {stem}.", ["split {file} into [pieces|parts] of {step} [KB|kilobytes] [called|named] {stem}.aa, {stem}.ab and so on"], "Splits {file} into files of {step} KB: {stem}.aa, {stem}.ab and so on.", big, bytes_expect, slots={"step": many(1, 8)})  # fmt: skip
    yield _task("split-megabytes", "split -b {step}m {file} {stem}.", ["split {file} into [pieces|parts] of {step} [MB|megabytes] [called|named] {stem}.aa, {stem}.ab and so on"], "Splits {file} into files of {step} MB: {stem}.aa, {stem}.ab and so on.", big, lambda world, s: silent(world.file(f"{s.stem}.aa", data)), slots={"step": many(1, 90)}, weight=1.5)  # fmt: skip
    yield _task("split-number", "split -n {parts} {file}", ["split {file} into {parts} [equal|equally large] [parts|pieces|files]"], "Splits {file} into {parts} files of equal size.", big,
                lambda world, s: silent(*(world.file(f"x{_letters(i)}", data[i * (9000 // s.parts) : (i + 1) * (9000 // s.parts) if i + 1 < s.parts else 9000]) for i in range(s.parts))), slots={"parts": many(2, 12, spelt=True)})  # fmt: skip
    yield _task("join-pieces", "cat {stem}.* > {file}", ["[join|put together|reassemble] [the pieces|the parts|all files starting with] {stem}. into {file}", "[join|concatenate] {stem}.aa, {stem}.ab and the other parts into {file}"], "Joins all files that start with {stem}. into {file}.",
                lambda world, s: silent(world.file(f"{s.stem}.aa", "one "), world.file(f"{s.stem}.ab", "two\n"), world.file("no.aa", "x")), lambda world, s: silent(world.file(s.file, "one two\n")))  # fmt: skip


def _pages() -> Iterator[Task]:
    called = lambda run: (
        lambda world, s: Outcome(
            calls=[[w.format(**{n: v.data for n, v in s.items()}) for w in run.split()]]
        )
    )
    setup = lambda world, s: silent(
        "file" in s and world.file(s.file, "text\n"), "log" in s and world.file(s.log, "text\n")
    )
    for key, run, say, does in (
        ("less", "less {file}", ["[view|read|open] {file} [page by page|one page at a time|in a pager]", "scroll through {file}", "page through {file}"], "Shows {file} page by page"),
        ("less-numbers", "less -N {file}", ["[view|read] {file} page by page with line numbers", "open {file} in less with line numbers"], "Shows {file} page by page with line numbers"),
        ("less-long", "less -S {log}", ["[view|read] {log} page by page without wrapping long lines", "open {log} in less with long lines cut off"], "Shows {log} page by page without wrapping long lines"),
        ("less-end", "less +G {log}", ["open {log} in [a pager|less] at the end", "[view|read] {log} page by page, starting at its end"], "Shows {log} page by page, starting at its end"),
        ("less-follow", "less +F {log}", ["follow {log} in less", "open {log} in [a pager|less] and follow it as it grows"], "Shows the end of {log} in a pager and follows it as it grows"),
        ("less-search", "less -p {word} {file}", ["open {file} in [a pager|less] at the first {word}", "page through {file}, starting at [the first|] {word}"], "Shows {file} page by page, starting at the first {word}"),
        ("less-case", "less -i {file}", ["[view|read] {file} in less with searches that ignore case"], "Shows {file} page by page; searches ignore case"),
        ("more", "more {file}", ["[view|read] {file} with more", "show {file} one screen at a time with more"], "Shows {file} one screen at a time"),
    ):  # fmt: skip
        yield _task(
            f"page-{key}", run, say, f"{does}.", setup, called(run), stubs=(run.split()[0],)
        )
    for key, run, said in (
        ("ps", "ps aux", "all processes"),
        ("history", "history", "the command history"),
        ("env", "env", "the environment variables"),
        ("dmesg", "dmesg", "the kernel messages"),
        ("ls", "ls -lR {dir}", "the recursive listing of {dir}"),
    ):
        yield _task(f"less-{key}", f"{run} | less", [f"[show|view|page through] {said} [page by page|one page at a time|with less]"], f"Shows {said} page by page.", lambda world, s: None, lambda world, s: Outcome(calls=[["less"]]), stubs=("less",), before=f"{run.split()[0]}() {{ echo x; }}", mac="sudo dmesg | less" if key == "dmesg" else None, weight=0.7)  # fmt: skip
