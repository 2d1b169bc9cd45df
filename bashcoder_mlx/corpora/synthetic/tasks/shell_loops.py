"""Loops on one line: over the files of a kind, over numbers, over lines, until something happens."""

import posixpath
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_HERE = "[here|in this folder|in the current directory|]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for where in ("", "{dir}/"):
        yield from _over_files(where)
    yield from _over_numbers()
    yield from _over_lines()
    yield from _over_words()
    yield from _until()


# ---- files


def _print_name(world: World, path: str, s: Bound) -> list[str]:
    return [path]


def _base_name(world: World, path: str, s: Bound) -> list[str]:
    return [posixpath.basename(path)]


def _without_extension(world: World, path: str, s: Bound) -> list[str]:
    return [posixpath.basename(path).removesuffix(f".{s.kind}")]


def _backup(world: World, path: str, s: Bound) -> None:
    world.copy(path, f"{path}.bak")


def _change_extension(world: World, path: str, s: Bound) -> None:
    world.move(path, f"{path.removesuffix(s.kind)}{s.ext}")


def _add_suffix(world: World, path: str, s: Bound) -> None:
    world.move(path, f"{path.removesuffix('.' + s.kind)}_{s.word}.{s.kind}")


def _gzip(world: World, path: str, s: Bound) -> None:
    data = world[path].data
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(data, "gz"))


def _count(world: World, path: str, s: Bound) -> list[str]:
    return [f"{path}: {len(world[path].lines)}"]


def _first(world: World, path: str, s: Bound) -> list[str]:
    return world[path].lines[:1]


def _last_lines(world: World, path: str, s: Bound) -> list[str]:
    return world[path].lines[-s.count :]


def _upper(world: World, path: str, s: Bound) -> None:
    world.file(f"{path}.up", world[path].text.upper())


def _sorted(world: World, path: str, s: Bound) -> None:
    world.file(f"{path}.sorted", sorted(world[path].lines))


def _append(world: World, path: str, s: Bound) -> None:
    world[path].data += f"{s.word}\n".encode()


def _touch_marker(world: World, path: str, s: Bound) -> None:
    world.file(f"{path}.done")


def _empty(world: World, path: str, s: Bound) -> list[str]:
    return [] if world[path].size else [f"{path} is empty"]


def _has(world: World, path: str, s: Bound) -> list[str]:
    return [path] if s.word in world[path].text else []


# Name, what to do ({ALL} is the files, {EACH} each of them), the body of the loop, what it does.
_FILE_ACTIONS = [
    ("print", ["[print|show|echo] the path of {EACH} [in|with] a loop"], 'echo "$f"', _print_name),
    ("base", ["[print|show] only the name of {EACH}, without the folder, in a loop"],
     'echo "${f##*/}"', _base_name),
    ("stem", ["[print|show|list] the names of {ALL} without [their|the] extension"],
     'basename "$f" .{kind.ext}', _without_extension),
    ("backup", ["make a copy of {EACH} [ending in .bak|with the ending .bak|called NAME.bak]",
                "back up {ALL} by adding .bak [to|at the end of] [the|their] name"],
     'cp "$f" "$f.bak"', _backup),
    ("extension", ["[change the extension of {ALL} to|rename {ALL} to] {ext}",
                   "give {ALL} the extension {ext}"],
     'mv "$f" "${f%.{kind.ext}}.{ext}"', _change_extension),
    ("suffix", ["[add|append] _{word.raw} to the [name|file name] of {EACH}, before the extension",
                "rename {ALL} so that the name ends in _{word.raw}, keeping the extension"],
     'mv "$f" "${f%.{kind.ext}}_{word.raw}.{kind.ext}"', _add_suffix),
    ("gzip", ["[gzip|compress] {EACH} on its own in a loop"], 'gzip "$f"', _gzip),
    ("count", ["[print|show] the name and the [number of lines|line count] of {EACH}, as name: number",
               "list {ALL} with [the number of lines of each|their line counts] after a colon"],
     'echo "$f: $(wc -l < "$f")"', _count),
    ("first", ["[print|show|display] [just|only|] the first line of {EACH}"], 'head -n 1 "$f"', _first),
    ("last", ["[print|show|display] the last {count} lines of {EACH}, without headings"],
     'tail -n {count} "$f"', _last_lines),
    ("upper", ["write an upper case copy of {EACH} with .up [added to|after] its name",
               "convert {ALL} to upper case in new files ending in .up"],
     "tr '[:lower:]' '[:upper:]' < \"$f\" > \"$f.up\"", _upper),
    ("sort", ["sort {EACH} into a new file [with .sorted added to its name|NAME.sorted]"],
     'sort "$f" > "$f.sorted"', _sorted),
    ("append", ["[append|add] {word} [as a last line|at the end] [to|of] {EACH}",
                "add a line {word} to the end of {ALL}"],
     'echo {word} >> "$f"', _append),
    ("done", ["create an empty file NAME.done [beside|for] {EACH}"], 'touch "$f.done"', _touch_marker),
    ("empty", ["[say|report|print] which of {ALL} [is|are] empty, in a loop"],
     '[ -s "$f" ] || echo "$f is empty"', _empty),
    ("has", ["[print|show] the name of {EACH} that contains {word}, in a loop with grep -q"],
     'if grep -q {word} "$f"; then echo "$f"; fi', _has),
]  # fmt: skip
_DOES = {
    "print": "prints its path", "base": "prints its name without the folder",
    "stem": "prints its name without the extension", "backup": "copies it to the same name with .bak",
    "extension": "gives it the extension {ext}", "suffix": "puts _{word.raw} before its extension",
    "gzip": "compresses it with gzip", "count": "prints its name and its number of lines",
    "first": "prints its first line", "last": "prints its last {count} lines",
    "upper": "writes a copy in upper case with .up after the name",
    "sort": "writes its lines in order to a file with .sorted after the name",
    "append": "appends the line {word}", "done": "creates an empty file with .done after the name",
    "empty": "says so if it is empty", "has": "prints its path if it contains {word}",
}  # fmt: skip


def _over_files(where: str) -> Iterator[Task]:
    place = "in {dir}" if where else _HERE
    for name, says, body, act in _FILE_ACTIONS:
        say = [
            text.replace("{EACH}", f"[each|every one] of the {{kind}} {place}").replace(
                "{ALL}", f"[all|all the|the] {{kind}} {place}"
            )
            for text in says
        ]
        loop = f"[loop over|go through] [all|all the|the] {{kind}} {place}"
        short = says[0].replace("{EACH}", "each").replace("{ALL}", "each")
        for ending in (" [in|with] a loop", ", in a loop", " in a loop"):
            short = short.removesuffix(ending)
        yield Task(
            name=f"shell_loops.files{'-dir' if where else ''}-{name}",
            say=[*say, f"{loop} and {short}"],
            run=f"for f in {where}*.{{kind.ext}}; do {body}; done",
            explain=[f"For each of the {{kind}}{' in {dir}' if where else ''}, {_DOES[name]}."],
            setup=_files_setup,
            expect=_files_expect(act),
        )


def _files_setup(world: World, s: Bound) -> None:
    inside = s.word if "word" in s else "alpha"
    for folder in (".", *([s.dir] if "dir" in s else [])):
        world.file(f"{folder}/b two.{s.kind}", ["delta", f"x {inside}", "beta"])
        world.file(f"{folder}/a.{s.kind}", ["no", "last"])
        world.file(f"{folder}/empty.{s.kind}")
        world.file(f"{folder}/other.{s.kind}x", [inside])
        world.file(f"{folder}/.hidden.{s.kind}", [inside])
        world.file(f"{folder}/deep/c.{s.kind}", [inside])


def _files_expect(act):
    def expect(world: World, s: Bound) -> list[str]:
        folder = f"{s.dir}/" if "dir" in s else ""
        lines: list[str] = []
        for path in world.glob(f"{folder}*.{s.kind}"):
            lines += act(world, path, s) or []
        return lines

    return expect


# ---- numbers


def _over_numbers() -> Iterator[Task]:
    repeat = "[{count} times|{count} times in a row]"
    yield Task(
        name="shell_loops.repeat-print",
        say=[f"[print|echo|write] {{word}} {repeat}", "[repeat|say] {word} {count} times"],
        run="for i in {1..{count}}; do echo {word}; done",
        explain=["Prints {word} {count} times, once per line."],
        setup=nothing,
        expect=lambda world, s: [s.word] * s.count,
    )
    yield Task(
        name="shell_loops.repeat-numbered",
        say=[
            "print {word} with a [running|rising] number, {count} times, such as {word}1, in a loop"
        ],
        ask=["loop that prints {word}1 to {word}{count.raw}"],
        run='for i in {1..{count}}; do echo "{word.raw}$i"; done',
        explain=["Prints {word} with each number from 1 to {count} after it."],
        setup=nothing,
        expect=lambda world, s: [f"{s.word}{i}" for i in range(1, s.count + 1)],
    )
    yield Task(
        name="shell_loops.folders",
        say=["[make|create] {count} [folders|directories] [named|called] {stem}1, {stem}2 and so on",
             "make numbered [folders|directories] {stem}1 to {stem}{count.raw}"],
        run="for i in {1..{count}}; do mkdir {stem}$i; done",
        explain=["Makes {count} directories named {stem} with a number after it."],
        setup=nothing,
        expect=_numbered(lambda world, name, s: world.dir(name)),
    )  # fmt: skip
    yield Task(
        name="shell_loops.files-numbered",
        say=["[make|create] {count} [empty files|files] [named|called] {stem}1.{ext.raw}, {stem}2.{ext.raw} and so on",
             "create [empty|] numbered files {stem}1.{ext.raw} to {stem}{count.raw}.{ext.raw}"],
        run="touch {stem}{1..{count}}.{ext}",
        explain=["Creates {count} empty files: {stem} with a number, and the extension {ext}."],
        setup=nothing,
        expect=_numbered(lambda world, name, s: world.file(f"{name}.{s.ext}")),
    )  # fmt: skip
    yield Task(
        name="shell_loops.table",
        say=["[print|show] the multiplication table of {n} up to {count}",
             "print {n} times 1 to {n} times {count}, one result per line"],
        run="for i in {1..{count}}; do echo $(({n} * i)); done",
        explain=["Prints the multiples of {n}, from once to {count} times."],
        setup=nothing,
        expect=lambda world, s: [str(s.n * i) for i in range(1, s.count + 1)],
    )  # fmt: skip
    yield Task(
        name="shell_loops.squares",
        say=["[print|show|list] the squares of the numbers from 1 to {n}"],
        ask=["squares up to {n}"],
        run="for ((i = 1; i <= {n}; i++)); do echo $((i * i)); done",
        explain=["Prints the square of every number from 1 to {n}."],
        setup=nothing,
        expect=lambda world, s: [str(i * i) for i in range(1, s.n + 1)],
    )
    yield Task(
        name="shell_loops.countdown",
        say=["[count down|print a countdown] from {n} to 1 in a [c-style|for] loop"],
        ask=["countdown loop from {n}"],
        run="for ((i = {n}; i > 0; i--)); do echo $i; done",
        explain=["Prints the numbers from {n} down to 1."],
        setup=nothing,
        expect=lambda world, s: [str(i) for i in range(s.n, 0, -1)],
    )
    yield Task(
        name="shell_loops.sum",
        say=["add up the numbers from 1 to {n} in a loop", "[compute|print] the sum of 1 to {n} [by|with] a loop"],
        ask=["what is the sum of the numbers 1 to {n}, with a loop?"],
        run="sum=0; for ((i = 1; i <= {n}; i++)); do sum=$((sum + i)); done; echo $sum",
        explain=["Adds up the numbers from 1 to {n} and prints the sum."],
        setup=nothing,
        expect=lambda world, s: f"{s.n * (s.n + 1) // 2}\n",
    )  # fmt: skip
    yield Task(
        name="shell_loops.copies",
        say=["make {count} copies of {txt} [numbered|with numbers] from 1 [in front|before the name]",
             "copy {txt} {count} times, with a number and a dash before the name"],
        run='for i in {1..{count}}; do cp {txt} "$i-"{txt}; done',
        explain=["Makes {count} copies of {txt}, each with a number and a dash before the name."],
        setup=lambda world, s: world.file(s.txt, "to copy\n"),
        expect=lambda world, s: silent([world.copy(s.txt, f"{i}-{s.txt}") for i in range(1, s.count + 1)]),
    )  # fmt: skip
    yield Task(
        name="shell_loops.run-times",
        say=["run {script} {count} times [in a row|one after the other|]", "[execute|call] {script} {count} times"],
        run="for i in {1..{count}}; do ./{script}; done",
        explain=["Runs {script} {count} times, one after the other."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\necho run\n", mode=0o755),
        expect=lambda world, s: ["run"] * s.count,
    )  # fmt: skip


def _numbered(make):
    def expect(world: World, s: Bound) -> None:
        for index in range(1, s.count + 1):
            make(world, f"{s.stem}{index}", s)

    return expect


# ---- lines and words


def _lines_setup(world: World, s: Bound) -> None:
    world.file(s.txt, ["alpha one", "  beta two", r"back\slash", "gamma"])


_LINE_ACTIONS = [
    ("echo", "[print|show] each line", "print each line", 'echo "$line"', lambda line, s: line),
    ("prefix", "print each line after {word} and a colon", "put {word} and a colon before each",
     'echo "{word.raw}: $line"', lambda line, s: f"{s.word}: {line}"),
    ("suffix", "print each line with {word} [after it|at the end]", "put {word} behind each",
     'echo "$line {word.raw}"', lambda line, s: f"{line} {s.word}"),
    ("length", "print the [length|number of characters] of each line", "print how long each is",
     'echo "${#line}"', lambda line, s: str(len(line))),
    ("quote", "print each line in [double quotes|quotation marks]", "quote each",
     "printf '\"%s\"\\n' \"$line\"", lambda line, s: f'"{line}"'),
]  # fmt: skip


def _over_lines() -> Iterator[Task]:
    for name, say, short, body, make in _LINE_ACTIONS:
        yield Task(
            name=f"shell_loops.lines-{name}",
            say=[f"read {{txt}} line by line and {say}",
                 f"[loop over|go through] the lines of {{txt}} and {short}",
                 f"use a while loop over {{txt}} to {say}"],
            run=f"while IFS= read -r line; do {body}; done < {{txt}}",
            explain=[f"Reads {{txt}} line by line and {_third(say)}."],
            setup=_lines_setup,
            expect=lambda world, s, make=make: [make(line, s) for line in world[s.txt].lines],
        )  # fmt: skip
    yield Task(
        name="shell_loops.lines-mkdir",
        say=["[make|create] a [folder|directory] for [each|every] line of {txt}",
             "make the [folders|directories] [listed|named] in {txt}, one [per|on each] line"],
        run='while IFS= read -r name; do mkdir -p "$name"; done < {txt}',
        explain=["Makes a directory for every line of {txt}."],
        setup=lambda world, s: world.file(s.txt, ["one", "two three", "four/five"]),
        expect=lambda world, s: silent([world.dir(line) for line in world[s.txt].lines]),
    )  # fmt: skip
    yield Task(
        name="shell_loops.lines-touch",
        say=["create an empty file for [each|every] [name|line] in {txt}",
             "touch the files [listed|named] in {txt}, one [per|on each] line"],
        run='while IFS= read -r name; do touch "$name"; done < {txt}',
        explain=["Creates an empty file for every line of {txt}."],
        setup=lambda world, s: world.file(s.txt, ["one.x", "two three.x"]),
        expect=lambda world, s: silent([world.file(line) for line in world[s.txt].lines]),
    )  # fmt: skip
    yield Task(
        name="shell_loops.lines-remove",
        say=["[delete|remove] the files [listed|named] in {txt}, one [per|on each] line",
             "[delete|remove] every file whose name is a line of {txt}"],
        run='while IFS= read -r name; do rm -- "$name"; done < {txt}',
        explain=["Deletes the files whose names are the lines of {txt}."],
        setup=lambda world, s: [world.file(p) for p in ("a b.x", "-c.x", "keep.x")]
        and world.file(s.txt, ["a b.x", "-c.x"]),
        expect=lambda world, s: silent([world.remove(line) for line in world[s.txt].lines]),
    )  # fmt: skip
    yield Task(
        name="shell_loops.csv-columns",
        say=["read {csv} line by line and print the first field, a dash and the second field",
             "go through the rows of {csv} and print its first two comma-separated fields with a dash [between|in between]"],
        run='while IFS=, read -r a b rest; do echo "$a - $b"; done < {csv}',
        explain=["Reads the comma-separated rows of {csv} and prints the first two fields with a dash between."],
        setup=lambda world, s: world.file(s.csv, ["x,1,a", "y,2,b,c", "z w,3"]),
        expect=lambda world, s: [" - ".join(line.split(",")[:2]) for line in world[s.csv].lines],
    )  # fmt: skip


def _third(say: str) -> str:
    return say.replace("[print|show]", "prints").replace("print ", "prints ", 1)


def _over_words() -> Iterator[Task]:
    listed = "{word}, {word2} and {word3}"
    words = lambda s: [s.word, s.word2, s.word3]
    yield Task(
        name="shell_loops.words-print",
        say=[f"loop over [the words|] {listed} and print each", f"print {listed}, each on its own line, with a for loop"],
        run='for w in {word} {word2} {word3}; do echo "$w"; done',
        explain=[f"Prints {listed}, one per line."],
        setup=nothing,
        expect=lambda world, s: words(s),
    )  # fmt: skip
    yield Task(
        name="shell_loops.words-mkdir-dated",
        say=[f"make a folder for each of {listed} inside {{dir}}",
             f"create the [subfolders|subdirectories] {listed} in {{dir}} with a loop"],
        run='for w in {word} {word2} {word3}; do mkdir -p {dir}/"$w"; done',
        explain=[f"Makes the directories {listed} in {{dir}}."],
        setup=nothing,
        expect=lambda world, s: silent([world.dir(f"{s.dir}/{w}") for w in words(s)]),
    )  # fmt: skip
    yield Task(
        name="shell_loops.words-count",
        say=[f"[print|show] for each of {listed} how many lines of {{txt}} contain it",
             f"count the lines of {{txt}} with {listed}, [each on its own|one count per word]"],
        run='for w in {word} {word2} {word3}; do echo "$w $(grep -c "$w" {txt})"; done',
        explain=[f"Prints how many lines of {{txt}} contain each of {listed}."],
        setup=lambda world, s: world.file(s.txt, [s.word, s.word2, f"{s.word} {s.word3}", f"x {s.word}", "none"]),
        expect=lambda world, s: [f"{w} {sum(w in line for line in world[s.txt].lines)}" for w in words(s)],
    )  # fmt: skip


def _until() -> Iterator[Task]:
    yield Task(
        name="shell_loops.until-exists",
        say=["wait until {file} exists", "wait for {file} to [appear|be created]", "sleep until {file} is there"],
        run="until [ -e {file} ]; do sleep 1; done",
        explain=["Waits until {file} exists, looking once a second."],
        setup=nothing,
        before="(sleep 0.2; touch {file}) &",
        expect=lambda world, s: silent(world.file(s.file)),
    )  # fmt: skip
    yield Task(
        name="shell_loops.until-gone",
        say=["wait until {file} is [gone|removed|deleted]", "wait for {file} to disappear"],
        run="while [ -e {file} ]; do sleep 1; done",
        explain=["Waits until {file} no longer exists, looking once a second."],
        setup=lambda world, s: world.file(s.file),
        before="(sleep 0.2; rm {file}) &",
        expect=lambda world, s: world.remove(s.file),
    )
    yield Task(
        name="shell_loops.until-succeeds",
        say=["[repeat|run|retry] {script} until it succeeds", "try {script} again and again until it works"],
        run="until ./{script}; do sleep 1; done",
        explain=["Runs {script} again every second until it succeeds."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\necho try; [ -e flag ] || { touch flag; false; }\n", mode=0o755),
        expect=lambda world, s: world.file("flag") and ["try", "try"],
    )  # fmt: skip
    yield Task(
        name="shell_loops.forever",
        say=["run {script} [forever|in an endless loop] with {seconds} seconds between [the|] runs",
             "run {script} [again and again|over and over], every {seconds} seconds, without end"],
        run="while true; do ./{script}; sleep {seconds}; done",
        explain=["Runs {script} for ever, with a pause of {seconds} seconds between the runs."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\necho run >> log\n[ $(wc -l < log) -lt 2 ] || kill $PPID\n", mode=0o755),
        before="sleep() { :; }",
        expect=lambda world, s: _killed(world),
    )  # fmt: skip


def _killed(world: World):
    world.file("log", ["run", "run"])
    return Outcome(status=143)
