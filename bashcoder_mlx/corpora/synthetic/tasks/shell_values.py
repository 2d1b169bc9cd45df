"""Variables, expansions, arithmetic and arrays of bash, each on one line."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, number, stem
from bashcoder_mlx.corpora.synthetic.task import Task, nothing


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _variables()
    yield from _expansions()
    yield from _arithmetic()
    yield from _arrays()


def _show(text):
    """An oracle that only prints."""
    return lambda world, s: f"{text(s)}\n"


def _variables() -> Iterator[Task]:
    yield Task(
        name="shell_values.set",
        say=[
            "set the shell variable {variable} to {word}",
            "[store|put|save] {word} in [the variable|] {variable}",
            "assign {word} to [the variable|] {variable}",
        ],
        run="{variable}={word}",
        explain=["Sets the shell variable {variable} to {word}."],
        setup=nothing,
        after='echo "{variable.dollar}"; printenv {variable} || echo hidden',
        expect=lambda world, s: [s.word, "hidden"],
    )
    yield Task(
        name="shell_values.export",
        say=["set the environment variable {variable} to {word}", "export {variable} [as|with the value] {word}",
             "make {variable}={word} visible to [all programs|the programs I start|child processes]"],
        run="export {variable}={word}",
        explain=["Sets the environment variable {variable} to {word} for all programs started from here."],
        setup=nothing,
        after="printenv {variable}",
        expect=_show(lambda s: s.word),
    )  # fmt: skip
    yield Task(
        name="shell_values.unset",
        say=[
            "[unset|remove|delete] the variable {variable}",
            "unset {variable}",
            "clear the variable {variable} [completely|so that it no longer exists]",
        ],
        run="unset {variable}",
        explain=["Removes the variable {variable}."],
        setup=nothing,
        before="export {variable}=old",
        after="printenv {variable} || echo gone",
        expect=_show(lambda s: "gone"),
    )
    yield Task(
        name="shell_values.print",
        say=[
            "[print|show|display] the value of [the variable|] {variable}",
            "[show|print|echo] [the|] [variable|shell variable] {variable}",
        ],
        ask=["what is [the value of|] {variable} set to?", "value of {variable}"],
        run='echo "{variable.dollar}"',
        explain=["Prints the value of the variable {variable}."],
        setup=nothing,
        before="{variable}='some value'",
        expect=_show(lambda s: "some value"),
    )
    yield Task(
        name="shell_values.printenv",
        say=[
            "[print|show] the environment variable {variable} [with|using] printenv",
            "show {variable} as programs see it",
        ],
        ask=["what do programs see in [the environment variable|] {variable}?"],
        run="printenv {variable}",
        explain=["Prints the environment variable {variable}."],
        setup=nothing,
        before="export {variable}='some value'",
        expect=_show(lambda s: "some value"),
    )
    yield Task(
        name="shell_values.for-one-command",
        say=[
            "run {script} with [the variable|] {variable} set to {word}",
            "[start|run] {script} with {variable}={word} [just for this run|for this command only|in its environment]",
        ],
        run="{variable}={word} ./{script}",
        explain=[
            "Runs {script} with the environment variable {variable} set to {word} for that run alone."
        ],
        setup=lambda world, s: world.file(
            s.script, f'#!/bin/bash\necho "${s.variable}"\n', mode=0o755
        ),
        before="export {variable}=before",
        after="printenv {variable}",
        expect=lambda world, s: [s.word, "before"],
    )
    yield Task(
        name="shell_values.read-only",
        say=[
            "make [the variable|] {variable} [a constant|read-only] with the value {word}",
            "[define|declare] the constant {variable} as {word}",
        ],
        run="readonly {variable}={word}",
        explain=["Defines {variable} with the value {word}, which cannot be changed any more."],
        setup=nothing,
        after="({variable}=x) 2>/dev/null || echo fixed",
        expect=_show(lambda s: "fixed"),
    )
    yield Task(
        name="shell_values.from-command",
        say=[
            "store the number of lines of {txt} in [the variable|] {variable}",
            "set {variable} to the line count of {txt}",
        ],
        run="{variable}=$(wc -l < {txt})",
        explain=["Stores the number of lines of {txt} in the variable {variable}."],
        setup=lambda world, s: world.file(s.txt, ["a"] * 7),
        after="export {variable}; printenv {variable}",
        expect=_show(lambda s: "7"),
    )
    yield Task(
        name="shell_values.from-file",
        say=[
            "[read|store] the [content|text] of {txt} [into|in] [the variable|] {variable}",
            "set {variable} to the [whole|] content of {txt}",
        ],
        run="{variable}=$(cat {txt})",
        explain=["Stores the content of {txt} in the variable {variable}."],
        setup=lambda world, s: world.file(s.txt, ["one", "two"]),
        after="export {variable}; printenv {variable}",
        expect=_show(lambda s: "one\ntwo"),
    )
    yield Task(
        name="shell_values.append-path",
        say=["add {path} to [my|the] [search path|PATH]", "put {path} at the end of [my|] PATH"],
        ask=["how do I get {path} into my PATH?"],
        run='export PATH="$PATH:{path}"',
        explain=["Adds {path} to the end of the search path for commands."],
        slots={"path": _folder_path},
        setup=nothing,
        before="PATH=/usr/bin",
        after='echo "$PATH"',
        expect=_show(lambda s: f"/usr/bin:{s.path}"),
    )
    yield Task(
        name="shell_values.prepend-path",
        say=[
            "put {path} at the [front|beginning] of [my|] PATH",
            "make the shell look in {path} first for commands",
        ],
        run='export PATH="{path}:$PATH"',
        explain=["Puts {path} before the rest of the search path for commands."],
        slots={"path": _folder_path},
        setup=nothing,
        before="PATH=/usr/bin",
        after='echo "$PATH"',
        expect=_show(lambda s: f"{s.path}:/usr/bin"),
    )
    yield Task(
        name="shell_values.default",
        say=[
            "set [the variable|] {variable} to {word} unless it is [already|] set",
            "give [the variable|] {variable} the default [value|] {word}",
        ],
        run=': "${{variable.raw}:={word.raw}}"',
        explain=["Sets {variable} to {word} if it is unset or empty."],
        setup=nothing,
        before="unset {variable}",
        after="export {variable}; printenv {variable}",
        expect=_show(lambda s: s.word),
    )
    yield Task(
        name="shell_values.env-list",
        say=["[list|show|print] [all|all the|the|my] environment variables"],
        ask=["which environment variables are set?", "all environment variables with their values"],
        run="env",
        explain=["Prints all environment variables with their values."],
        setup=nothing,
        before="env() { command env | grep ^MARK; }; export MARK=1",
        expect=lambda world, s: "MARK=1\n",
    )
    yield Task(
        name="shell_values.env-sorted",
        say=[
            "[list|show] [the|all|my] environment variables [in order|sorted by name|in alphabetical order]"
        ],
        run="env | sort",
        explain=["Prints all environment variables in alphabetical order."],
        setup=nothing,
        before="env() { printf '%s\\n' B=2 A=1 C=3; }",
        expect=lambda world, s: ["A=1", "B=2", "C=3"],
    )
    yield Task(
        name="shell_values.env-grep",
        say=[
            "[list|show|find] the environment variables that contain {word}",
            "search the environment [variables|] for {word}",
        ],
        run="env | grep {word}",
        explain=["Prints the environment variables whose name or value contains {word}."],
        setup=nothing,
        before="export FOUND=x{word}; export OTHER=no",
        expect=_show(lambda s: f"FOUND=x{s.word}"),
    )


def _folder_path(draw: Draw, spaced: bool) -> Value:
    return named(f"/opt/{stem(draw)}/bin")


# Name, wordings, command, explanation, what it makes of the variable's value.
_EXPANSIONS = [
    ("length", ["[print|show] the length of [the variable|] {variable}", "count the characters in [the variable|] {variable}"],
     "echo ${#{variable.raw}}", "Prints the number of characters in {variable}.", "some text", lambda v, s: str(len(v))),
    ("fallback", ["[print|show] [the variable|] {variable}, or {word} if it is [unset|empty]", "print {variable} with {word} as [the|] fallback"],
     'echo "${{variable.raw}:-{word.raw}}"', "Prints {variable}, or {word} if it is unset or empty.", "", lambda v, s: s.word),
    ("no-extension", ["[print|show] the file name in {variable} without its extension", "strip the extension from [the variable|] {variable} and print it"],
     'echo "${{variable.raw}%.*}"', "Prints the file name in {variable} without its last extension.", "dir.x/a.tar.gz", lambda v, s: "dir.x/a.tar"),
    ("extension", ["[print|show] the extension of the file name in {variable}"],
     'echo "${{variable.raw}##*.}"', "Prints the extension of the file name in {variable}.", "dir.x/a.tar.gz", lambda v, s: "gz"),
    ("base", ["[print|show] the last part of the path in {variable} without [calling|using] basename", "remove the folders from the path in {variable} and print [the rest|what is left]"],
     'echo "${{variable.raw}##*/}"', "Prints the path in {variable} without its folders.", "one/two/three.txt", lambda v, s: "three.txt"),
    ("folder", ["[print|show] the folder part of the path in {variable} without [calling|using] dirname"],
     'echo "${{variable.raw}%/*}"', "Prints the folder part of the path in {variable}.", "one/two/three.txt", lambda v, s: "one/two"),
    ("first", ["[print|show] the first {count} characters of [the variable|] {variable}"],
     'echo "${{variable.raw}:0:{count}}"', "Prints the first {count} characters of {variable}.", "abcdefghij" * 12, lambda v, s: v[: s.count]),
    ("last", ["[print|show] the last {count} characters of [the variable|] {variable}"],
     'echo "${{variable.raw}: -{count}}"', "Prints the last {count} characters of {variable}.", "abcdefghij" * 12, lambda v, s: v[-s.count :]),
    ("skip", ["[print|show] [the variable|] {variable} without its first {count} characters"],
     'echo "${{variable.raw}:{count}}"', "Prints {variable} from after its first {count} characters on.", "abcdefghij" * 12, lambda v, s: v[s.count :]),
    ("replace-all", ["replace [every|each|all] {word} [by|with] {word2} in [the variable|] {variable} and print [it|the result]"],
     'echo "${{variable.raw}//{word.raw}/{word2.raw}}"', "Prints {variable} with every {word} replaced by {word2}.", "WORD and WORD", lambda v, s: v.replace(s.word, s.word2)),
    ("replace-first", ["replace the first {word} [by|with] {word2} in [the variable|] {variable} and print [it|the result]"],
     'echo "${{variable.raw}/{word.raw}/{word2.raw}}"', "Prints {variable} with the first {word} replaced by {word2}.", "WORD and WORD", lambda v, s: v.replace(s.word, s.word2, 1)),
    ("delete", ["[remove|delete] [every|each] {word} from [the variable|] {variable} and print [it|the result|what is left]"],
     'echo "${{variable.raw}//{word.raw}/}"', "Prints {variable} without any {word}.", "a WORD, a WORD!", lambda v, s: v.replace(s.word, "")),
    ("no-prefix", ["print [the variable|] {variable} without the prefix {word}", "strip {word} from the [start|beginning] of [the variable|] {variable} and print it"],
     'echo "${{variable.raw}#{word.raw}}"', "Prints {variable} without the prefix {word}.", "WORD-x-WORD", lambda v, s: v.removeprefix(s.word)),
    ("no-suffix", ["print [the variable|] {variable} without the [suffix|ending] {word}", "strip {word} from the end of [the variable|] {variable} and print it"],
     'echo "${{variable.raw}%{word.raw}}"', "Prints {variable} without the ending {word}.", "WORD-x-WORD", lambda v, s: v.removesuffix(s.word)),
]  # fmt: skip


def _expansions() -> Iterator[Task]:
    for name, say, run, explain, value, make in _EXPANSIONS:
        yield Task(
            name=f"shell_values.expand-{name}",
            say=say,
            run=run,
            explain=[explain],
            setup=nothing,
            before=f"{{variable}}='{value.replace('WORD', '{word.raw}')}'",
            expect=lambda world, s, value=value, make=make: (
                f"{make(value.replace('WORD', s.word if 'word' in s else ''), s)}\n"
            ),
        )
    for name, title, linux, mac, make in (
        (
            "upper",
            "[upper case|capitals|capital letters]",
            "^^",
            "'[:lower:]' '[:upper:]'",
            str.upper,
        ),
        ("lower", "[lower case|small letters]", ",,", "'[:upper:]' '[:lower:]'", str.lower),
    ):
        yield Task(
            name=f"shell_values.expand-{name}",
            say=[
                f"print [the variable|] {{variable}} in {title}",
                f"[convert|turn] [the variable|] {{variable}} [to|into] {title} and print it",
            ],
            run={
                "linux": f'echo "${{{{variable.raw}}{linux}}}"',
                "macos": f'echo "{{variable.dollar}}" | tr {mac}',
            },
            explain=[f"Prints {{variable}} in {name} case."],
            setup=nothing,
            before="{variable}='Some Text'",
            expect=lambda world, s, make=make: make("Some Text") + "\n",
        )


def _arithmetic() -> Iterator[Task]:
    for name, say, ask, sign, make in (
        (
            "add",
            ["add {n} and {n2}", "compute {n} plus {n2}"],
            "what is {n} plus {n2}?",
            "+",
            lambda a, b: a + b,
        ),
        (
            "subtract",
            ["subtract {n2} from {n}", "compute {n} minus {n2}"],
            "what is {n} minus {n2}?",
            "-",
            lambda a, b: a - b,
        ),
        (
            "multiply",
            ["multiply {n} by {n2}", "compute {n} times {n2}"],
            "what is {n} times {n2}?",
            "*",
            lambda a, b: a * b,
        ),
        (
            "divide",
            [
                "divide {n} by {n2} [without a remainder|as whole numbers]",
                "compute the whole part of {n} divided by {n2}",
            ],
            "how often does {n2} go into {n}?",
            "/",
            lambda a, b: a // b,
        ),
        (
            "remainder",
            ["compute the remainder of {n} divided by {n2}", "print {n} modulo {n2}"],
            "what is the remainder of {n} divided by {n2}?",
            "%",
            lambda a, b: a % b,
        ),
        (
            "power",
            ["[compute|raise] {n} to the power of {n2.raw}"],
            "what is {n} to the power of {n2}?",
            "**",
            lambda a, b: a**b,
        ),
    ):
        yield Task(
            name=f"shell_values.{name}",
            say=[f"{text} [in bash|in the shell|with shell arithmetic|]" for text in say],
            ask=[ask],
            run=f"echo $(({{n}} {sign} {{n2}}))",
            # A power must not overflow 64 bits.
            slots={"n": lambda draw, spaced: number(draw.between(2, 12))} if sign == "**" else {},
            explain=[f"Prints the result of {{n}} {sign} {{n2}}."],
            setup=nothing,
            expect=lambda world, s, make=make: f"{make(s.n, s.n2)}\n",
        )
    yield Task(
        name="shell_values.divide-decimals",
        say=[
            "divide {n} by {n2} with {count} decimals",
            "compute {n} divided by {n2} to {count} decimal places",
        ],
        ask=["{n} / {n2} with {count} digits after the point"],
        run='echo "scale={count}; {n} / {n2}" | bc',
        explain=["Divides {n} by {n2} with {count} digits after the decimal point."],
        slots={"count": lambda draw, spaced: number(draw.between(2, 9), True)},
        setup=nothing,
        expect=lambda world, s: _decimals(s.n, s.n2, s.count) + "\n",
    )
    yield Task(
        name="shell_values.increment",
        say=[
            "[increase|increment] [the variable|] {variable} by {n}",
            "add {n} to [the variable|] {variable}",
        ],
        run="{variable}=$(({variable} + {n}))",
        explain=["Adds {n} to the variable {variable}."],
        setup=nothing,
        before="{variable}=5",
        after='echo "{variable.dollar}"',
        expect=lambda world, s: f"{5 + s.n}\n",
    )
    yield Task(
        name="shell_values.hexadecimal",
        say=["print {n} in hexadecimal", "convert {n} to [hex|hexadecimal]"],
        ask=["what is {n} in hex?"],
        run="printf '%x\\n' {n}",
        explain=["Prints {n} in hexadecimal."],
        setup=nothing,
        expect=lambda world, s: f"{s.n:x}\n",
    )
    yield Task(
        name="shell_values.octal",
        say=["print {n} in octal", "convert {n} to octal"],
        ask=["what is {n} in octal?"],
        run="printf '%o\\n' {n}",
        explain=["Prints {n} in octal."],
        setup=nothing,
        expect=lambda world, s: f"{s.n:o}\n",
    )
    yield Task(
        name="shell_values.binary",
        say=["print {n} in binary", "convert {n} to [binary|base 2]"],
        ask=["what is {n} in binary?"],
        run='echo "obase=2; {n}" | bc',
        explain=["Prints {n} in binary."],
        setup=nothing,
        expect=lambda world, s: f"{s.n:b}\n",
    )
    yield Task(
        name="shell_values.zeros",
        say=[
            "print {n} with [leading zeros|zeros in front], {count} digits wide",
            "pad {n} with zeros to {count} digits",
        ],
        run="printf '%0{count}d\\n' {n}",
        explain=["Prints {n} with leading zeros, {count} digits wide."],
        setup=nothing,
        expect=lambda world, s: f"{s.n:0{s.count}}\n",
    )
    yield Task(
        name="shell_values.random-up-to",
        say=["print a random number [from|between] 1 [to|and] {n}", "roll a die with {n} sides"],
        ask=["random number up to {n}"],
        run="echo $((RANDOM % {n} + 1))",
        explain=["Prints a random whole number from 1 to {n}."],
        setup=nothing,
        # A variable named RANDOM that was unset has lost its magic, so its value is known.
        before="unset RANDOM; RANDOM=32767",
        expect=lambda world, s: f"{32767 % s.n + 1}\n",
    )


def _decimals(numerator: int, denominator: int, places: int) -> str:
    """As bc writes it: cut off, without a zero before the point."""
    whole, rest = divmod(numerator * 10**places // denominator, 10**places)
    return f"{whole or ''}.{rest:0{places}}"


def _arrays() -> Iterator[Task]:
    made = "{alias}=('a b' c 'd e f')"
    name = lambda: {"before": made, "setup": nothing}
    yield Task(
        name="shell_values.array-make",
        say=[
            "make an array [called|named] {alias} with [the elements|] {word}, {word2} and {word3}",
            "put {word}, {word2} and {word3} into the array {alias}",
        ],
        run="{alias}=({word} {word2} {word3})",
        explain=["Makes the array {alias} with the elements {word}, {word2} and {word3}."],
        setup=nothing,
        after="printf '%s\\n' \"${{alias.raw}[@]}\"",
        expect=lambda world, s: [s.word, s.word2, s.word3],
    )
    yield Task(
        name="shell_values.array-add",
        say=[
            "[add|append] {word} to the array {alias}",
            "put {word} at the end of the array {alias}",
        ],
        run="{alias}+=({word})",
        explain=["Appends {word} to the array {alias}."],
        after="printf '%s\\n' \"${{alias.raw}[@]}\"",
        expect=lambda world, s: ["a b", "c", "d e f", s.word],
        **name(),
    )
    yield Task(
        name="shell_values.array-all",
        say=[
            "print [all|all the|the] elements of the array {alias}[, one per line|]",
            "show every element of the array {alias} on its own line",
        ],
        run="printf '%s\\n' \"${{alias.raw}[@]}\"",
        explain=["Prints the elements of the array {alias}, one per line."],
        expect=lambda world, s: ["a b", "c", "d e f"],
        **name(),
    )
    yield Task(
        name="shell_values.array-count",
        say=[
            "print the number of elements [in|of] the array {alias}",
            "count the elements of the array {alias}",
        ],
        ask=["how many elements does the array {alias} have?", "length of the array {alias}"],
        run='echo "${#{alias.raw}[@]}"',
        explain=["Prints the number of elements of the array {alias}."],
        expect=lambda world, s: "3\n",
        **name(),
    )
    yield Task(
        name="shell_values.array-first",
        say=["print the first element of the array {alias}"],
        run='echo "${{alias.raw}[0]}"',
        explain=["Prints the first element of the array {alias}."],
        expect=lambda world, s: "a b\n",
        **name(),
    )
    yield Task(
        name="shell_values.array-last",
        say=["print the last element of the array {alias}"],
        run='echo "${{alias.raw}[${#{alias.raw}[@]}-1]}"',
        explain=["Prints the last element of the array {alias}."],
        expect=lambda world, s: "d e f\n",
        **name(),
    )
    yield Task(
        name="shell_values.array-loop",
        say=[
            "loop over the array {alias} and print each element after {word}",
            "for each element of the array {alias} print {word} and the element",
        ],
        run='for item in "${{alias.raw}[@]}"; do echo "{word.raw} $item"; done',
        explain=["Prints {word} and the element for every element of the array {alias}."],
        expect=lambda world, s: [f"{s.word} {item}" for item in ("a b", "c", "d e f")],
        **name(),
    )
    yield Task(
        name="shell_values.array-files",
        say=[
            "[store|put] the names of [all|all the|the] {kind} [here|in this folder|] in the array {alias}",
            "make an array {alias} of the {kind}[ here|]",
        ],
        run="{alias}=({kind.glob})".replace("{kind.glob}", "*.{kind.ext}"),
        explain=["Makes the array {alias} of the names of the {kind} in the current folder."],
        setup=lambda world, s: (
            [world.file(p) for p in (f"b c.{s.kind}", f"a.{s.kind}", "other.x")] and None
        ),
        after="printf '%s\\n' \"${{alias.raw}[@]}\"",
        expect=lambda world, s: [f"a.{s.kind}", f"b c.{s.kind}"],
    )
    yield Task(
        name="shell_values.array-lines",
        say=[
            "read the lines of {txt} into [an|the] array [called|named|] {alias}",
            "make an array {alias} of the lines of {txt}",
        ],
        run={
            "linux": "mapfile -t {alias} < {txt}",
            "macos": '{alias}=(); while IFS= read -r line; do {alias}+=("$line"); done < {txt}',
        },
        explain=["Reads the lines of {txt} into the array {alias}."],
        setup=lambda world, s: world.file(s.txt, ["one two", "", "three"]),
        after="printf '%s\\n' \"${{alias.raw}[@]}\"",
        expect=lambda world, s: world[s.txt].lines,
    )
    yield Task(
        name="shell_values.map",
        say=[
            "make an associative array {alias} [that maps|with] {word} to {word2}",
            "store {word2} under the key {word} in a map [called|named] {alias}",
        ],
        run={"linux": "declare -A {alias}=([{word.raw}]={word2})"},
        explain=["Makes the associative array {alias}, with {word2} under the key {word}."],
        setup=nothing,
        after='echo "${{alias.raw}[{word.raw}]}"',
        expect=_show(lambda s: s.word2),
    )
