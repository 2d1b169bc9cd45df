"""Scripts for chores: order in folders, reports on logs and tables, safe and repeated running."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.trial.world import World

_START = "#!/usr/bin/env bash\nset -euo pipefail\n\n"
_FOLDER = """folder=${1:-.}
if [[ ! -d $folder ]]; then
  echo "No such folder: $folder" >&2
  exit 1
fi

"""
_FILE = """if [[ $# -ne 1 || ! -f $1 ]]; then
  echo "Usage: $0 FILE" >&2
  exit 2
fi

"""
_IN_FOLDER = "in a folder, by default the current one"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _folders()
    yield from _reports()
    yield from _running()


# ---- order in folders


def _tree(world: World, s: Bound) -> None:
    for folder in (".", s.stem):
        for name in ("b one.txt", "a.txt", "notes.md", "photo.JPG", "plain", ".h", "deep/in.txt"):
            world.file(posixpath.join(folder, name), "same" if name.endswith("txt") else name)


def _folder_task(name: str, say: Sequence[str], explain: str, body: str, act: Callable) -> Task:
    """A script over the folder that is its argument; `act` does its work on (world, folder)."""

    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        top = arguments[0] if arguments else "."
        if top not in world:
            return Outcome(status=1, stderr="No such folder: nowhere")
        return Outcome(stdout=act(world, top) or "")

    return Task(
        name=f"scripts_jobs.{name}",
        kind="script",
        say=say,
        run=f"{_START}{_FOLDER}{body}",
        explain=[explain],
        calls=(("{stem}",), (), ("nowhere",)),
        setup=_tree,
        expect=expect,
    )


def _visible(world: World, top: str, glob: str = "*") -> list[str]:
    found = world.files(top, glob, depth=1)
    return [path for path in found if not posixpath.basename(path).startswith(".")]


def _into(place: Callable[[str], str]) -> Callable[[World, str], None]:
    def act(world: World, top: str) -> None:
        for path in _visible(world, top):
            name = posixpath.basename(path)
            if target := place(name):
                world.dir(posixpath.join(top, target))
                world.move(path, posixpath.join(top, target, name))

    return act


def _flatten(world: World, top: str) -> None:
    for path in world.files(top):
        target = posixpath.join(top, posixpath.basename(path))
        if target not in world:
            world.move(path, target)


def _index(world: World, top: str) -> None:
    names = [posixpath.basename(path) for path in _visible(world, top, "*.txt")]
    links = [f'<li><a href="{name}">{name}</a></li>' for name in names]
    world.file(posixpath.join(top, "index.html"), ["<ul>", *links, "</ul>"])


def _counts(world: World, top: str) -> list[str]:
    entries = world.paths(top, depth=1)
    files = sum(world[path].kind == "file" for path in entries)
    hidden = sum(posixpath.basename(path).startswith(".") for path in entries)
    return [f"Files: {files}", f"Folders: {len(entries) - files}", f"Hidden: {hidden}"]


def _same_as_first(world: World, top: str) -> list[str]:
    texts = [path for path in _visible(world, top, "*.txt")]
    return [posixpath.basename(p) for p in texts[1:] if world[p].data == world[texts[0]].data]


def _folders() -> Iterator[Task]:
    each = 'for file in "$folder"/*; do\n  [[ -f $file ]] || continue\n  name=${file##*/}\n'
    count = 'find "$folder" -mindepth 1 -maxdepth 1'
    yield _folder_task(
        "by-extension",
        [
            f"[move|sort] the files {_IN_FOLDER}, into subfolders by extension",
            f"[tidy|organise] the files {_IN_FOLDER}, with a subfolder for each extension",
        ],
        "Moves the files of a folder, by default the current one, into subfolders named after their extensions; files without one stay.",
        each
        + '  [[ $name == *.* ]] || continue\n  mkdir -p "$folder/${name##*.}"\n  mv -- "$file" "$folder/${name##*.}/"\ndone',
        _into(lambda name: name.rpartition(".")[2] if "." in name else ""),
    )
    yield _folder_task(
        "by-letter",
        [
            f"[move|sort] the files {_IN_FOLDER}, into subfolders by [first letter|the first letter of their names]"
        ],
        "Moves the files of a folder, by default the current one, into subfolders named after the first letter of their names.",
        each + '  mkdir -p "$folder/${name:0:1}"\n  mv -- "$file" "$folder/${name:0:1}/"\ndone',
        _into(lambda name: name[0]),
    )
    flatten = _folder_task(
        "flatten",
        [
            "[flatten|remove the nesting of] a folder, by default the current one, by moving [all|the] files of its subfolders up into it",
            "move the files of all subfolders of a folder, by default the current one, up into it without overwriting",
        ],
        "Moves the files of all subfolders up into the folder, by default the current one, without overwriting any.",
        'find "$folder" -mindepth 2 -type f | while IFS= read -r file; do\n  target="$folder/${file##*/}"\n  [[ -e $target ]] || mv -- "$file" "$target"\ndone',
        _flatten,
    )
    # In the current folder names would clash, and which file wins depends on the order of find.
    yield replace(flatten, calls=(("{stem}",), ("nowhere",)))
    yield _folder_task(
        "index",
        [f"write an HTML page index.html with a link to [each|every] .txt file {_IN_FOLDER}"],
        "Writes index.html into a folder, by default the current one, with a link to each of its .txt files.",
        '{\n  echo "<ul>"\n  for file in "$folder"/*.txt; do\n    name=${file##*/}\n    echo "<li><a href=\\"$name\\">$name</a></li>"\n  done\n  echo "</ul>"\n} > "$folder/index.html"',
        _index,
    )
    yield _folder_task(
        "report",
        [f"[print|report|show] how many files, folders and hidden entries there are {_IN_FOLDER}"],
        "Prints how many files, folders and hidden entries a folder, by default the current one, has.",
        f'files=$({count} -type f | wc -l)\nfolders=$({count} -type d | wc -l)\nhidden=$({count} -name ".*" | wc -l)\necho "Files: $((files))"\necho "Folders: $((folders))"\necho "Hidden: $((hidden))"',
        _counts,
    )
    yield _folder_task(
        "same-as-first",
        [f"[print|list] the .txt files {_IN_FOLDER}, whose content equals that of the first one"],
        "Prints the names of the .txt files of a folder, by default the current one, that have the same content as the first.",
        'first=\nfor file in "$folder"/*.txt; do\n  if [[ -z $first ]]; then\n    first=$file\n  elif cmp -s "$first" "$file"; then\n    echo "${file##*/}"\n  fi\ndone',
        _same_as_first,
    )


# ---- reports on a file

_LOG = [
    "2024-05-01 10:00:01 ERROR disk full", "2024-05-01 10:20:01 INFO started", "2024-05-02 11:00:00 ERROR disk full",
    "2024-05-02 11:30:00 WARN slow", "2024-05-02 12:00:00 ERROR no route",
]  # fmt: skip
_TABLE = ["name,amount", "ann,5", "bob,7", "ann,10", "cy,7"]


def _file_task(name: str, say: Sequence[str], explain: str, body: str, lines, make) -> Task:
    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        if not arguments or arguments[0] not in world:
            return Outcome(status=2, stderr="Usage:")
        result = make(lines, s)
        return result if isinstance(result, Outcome) else Outcome(stdout=result)

    return Task(
        name=f"scripts_jobs.{name}",
        kind="script",
        say=say,
        run=f"{_START}{_FILE}{body}",
        explain=[explain],
        calls=(("input.txt",), (), ("missing.txt",)),
        setup=lambda world, s: world.file("input.txt", lines),
        expect=expect,
        slots={"count": lambda draw, spaced: number(draw.between(2, 9), True)},
    )


def _totals(lines: Sequence[str], s: Bound) -> list[str]:
    totals: Counter = Counter()
    for line in lines[1:]:
        name, amount = line.split(",")
        totals[name] += int(amount)
    return [f"{name} {totals[name]}" for name in sorted(totals)]


def _reports() -> Iterator[Task]:
    given = "[given as an argument|given as its argument]"
    yield _file_task(
        "log-levels",
        [f"count the lines per level in a log file {given}, where the level is the third field"],
        "Prints how many lines of a log file have each level, its third field, in alphabetical order.",
        """awk '{ count[$3]++ } END { for (level in count) print level, count[level] }' "$1" | sort""",
        _LOG,
        lambda lines, s: [
            f"{k} {v}" for k, v in sorted(Counter(x.split()[2] for x in lines).items())
        ],
    )
    yield _file_task(
        "log-days",
        [f"count the lines per day in a log file {given}, where the date is the first field"],
        "Prints how many lines of a log file belong to each day, its first field.",
        """cut -d ' ' -f 1 "$1" | sort | uniq -c | awk '{ print $2, $1 }'""",
        _LOG,
        lambda lines, s: [
            f"{k} {v}" for k, v in sorted(Counter(x.split()[0] for x in lines).items())
        ],
    )
    yield _file_task(
        "log-level-check",
        [
            f"[exit with|return] status 1 if a log file {given} has {{count}} or more lines with ERROR, and print their number"
        ],
        "Prints the number of lines with ERROR in a log file, and fails if there are {count} or more.",
        'errors=$(grep -c ERROR "$1" || true)\necho "$errors errors"\n[[ $errors -lt {count} ]]',
        ["ERROR x", "ERROR y", "INFO z", "ERROR x", "ERROR"],
        lambda lines, s: Outcome(stdout="4 errors\n", status=int(s.count <= 4)),
    )
    yield _file_task(
        "csv-totals",
        [
            f"[print|show] the total of the second column per value of the first in a CSV file {given}, skipping the header"
        ],
        "Adds up the second column of a CSV file per value of the first, without the header, and prints the totals in order.",
        """awk -F, 'NR > 1 { total[$1] += $2 } END { for (name in total) print name, total[name] }' "$1" | sort""",
        _TABLE,
        _totals,
    )
    yield _file_task(
        "csv-average",
        [
            f"[print|compute] the average of the second column of a CSV file {given}, skipping the header, with two decimals"
        ],
        "Prints the average of the second column of a CSV file, without the header, with two decimals.",
        """awk -F, 'NR > 1 { sum += $2; n++ } END { if (n) printf "%.2f\\n", sum / n }' "$1\"""",
        _TABLE,
        lambda lines, s: f"{sum(int(x.split(',')[1]) for x in lines[1:]) / (len(lines) - 1):.2f}\n",
    )
    yield _file_task(
        "template",
        [
            f"[print|show] a text file {given} with {{word}} [in place of|instead of] each NAME and the number of replaced lines after it"
        ],
        "Prints a text file with {word} in place of each NAME, then the number of lines that had it.",
        'sed "s/NAME/{word.raw}/g" "$1"\ncount=$(grep -c NAME "$1" || true)\necho "$count lines"',
        ["Dear NAME,", "yes", "NAME NAME"],
        lambda lines, s: [x.replace("NAME", s.word) for x in lines] + ["2 lines"],
    )


# ---- safe and repeated running


def _command(world: World, s: Bound, text: str) -> None:
    world.file(s.script, f"#!/bin/bash\n{text}\n", mode=0o755)


def _runs(name: str, say, explain: str, body: str, setup, expect, **more) -> Task:
    options = {
        "kind": "script",
        "say": say,
        "explain": [explain],
        "run": f"#!/usr/bin/env bash\n{body}",
    }
    return Task(name=f"scripts_jobs.{name}", setup=setup, expect=expect, **options, **more)


def _running() -> Iterator[Task]:
    few = {"count": lambda draw, spaced: number(draw.between(2, 9), True)}
    yield _runs(
        "lock",
        [
            "run {script} only if [no other copy of it runs|it is not running already], with the lock folder {stem}.lock, removed at the end"
        ],
        "Runs {script} unless the lock directory {stem}.lock exists, and removes the lock at the end.",
        'set -euo pipefail\n\nif ! mkdir "{stem.raw}.lock" 2>/dev/null; then\n  echo "Already running" >&2\n  exit 1\nfi\ntrap \'rmdir "{stem.raw}.lock"\' EXIT\n\n./{script}',
        lambda world, s: _command(world, s, f"[ -d {s.stem}.lock ] && echo locked"),
        lambda world, s, arguments: "locked\n",
    )
    yield _runs(
        "locked-already",
        ["run {script}, but stop with a message if the lock file {stem}.lock exists"],
        "Stops with a message if {stem}.lock exists; otherwise makes it, runs {script} and removes it again.",
        'set -euo pipefail\n\nlock={stem}.lock\nif [[ -e $lock ]]; then\n  echo "Locked by $lock" >&2\n  exit 1\nfi\ntouch "$lock"\ntrap \'rm -f "$lock"\' EXIT\n\n./{script}',
        lambda world, s: silent(_command(world, s, "echo ran"), world.file(f"{s.stem}.lock")),
        lambda world, s, arguments: Outcome(status=1, stderr=f"Locked by {s.stem}.lock"),
    )
    yield _runs(
        "temporary",
        [
            "run {script} with a temporary folder as its argument, and remove the folder [afterwards|at the end|in any case]"
        ],
        "Runs {script} with the name of a temporary directory, which is removed at the end in any case.",
        'set -euo pipefail\n\nwork=$(mktemp -d)\ntrap \'rm -rf "$work"\' EXIT\n\n./{script} "$work"\necho "Done"',
        lambda world, s: _command(world, s, 'touch "$1/x" && ls "$1"'),
        lambda world, s, arguments: ["x", "Done"],
    )
    yield _runs(
        "retry",
        [
            "[try|run] {script} up to {count} times until it succeeds, [waiting|with a pause of] one second between the attempts",
            "retry {script} at most {count} times, a second apart",
        ],
        "Runs {script} until it succeeds, at most {count} times, with a second between the attempts.",
        'set -uo pipefail\n\nfor attempt in {1..{count}}; do\n  if ./{script}; then\n    echo "Worked at attempt $attempt"\n    exit 0\n  fi\n  sleep 1\ndone\necho "Failed {count} times" >&2\nexit 1',
        lambda world, s: _command(world, s, "[ -e flag ] || { touch flag; false; }"),
        lambda world, s, arguments: silent(world.file("flag")) or "Worked at attempt 2\n",
        slots=few,
    )
    yield _runs(
        "parallel",
        [
            "[run|start] {script} and {script2} [at the same time|in parallel], wait for both, and fail if one [fails|failed]"
        ],
        "Runs {script} and {script2} at the same time, waits for both, and fails if one of them fails.",
        'set -u\n\n./{script} &\nfirst=$!\n./{script2} &\nsecond=$!\n\nstatus=0\nwait "$first" || status=1\nwait "$second" || status=1\nexit "$status"',
        lambda world, s: silent(
            _command(world, s, "exit 3"),
            world.file(s.script2, "#!/bin/bash\necho two\n", mode=0o755),
        ),
        lambda world, s, arguments: Outcome(stdout="two\n", status=1),
    )
    yield _runs(
        "programs",
        ["[check|test] that {alias}, {alias2} and bash are installed, and name what is missing"],
        "Checks that {alias}, {alias2} and bash are installed, and fails with the names of those that are not.",
        'set -uo pipefail\n\nmissing=0\nfor program in {alias} {alias2} bash; do\n  if ! command -v "$program" > /dev/null; then\n    echo "Missing: $program"\n    missing=1\n  fi\ndone\nexit "$missing"',
        nothing,
        lambda world, s, arguments: Outcome(
            stdout=[f"Missing: {s.alias}", f"Missing: {s.alias2}"], status=1
        ),
    )
    yield _runs(
        "wait-file",
        [
            "wait until {file} appears, for at most {count} seconds, and [fail|stop with an error] if it does not"
        ],
        "Waits up to {count} seconds for {file} to appear, and fails if it does not.",
        'set -euo pipefail\n\nfor _ in {1..{count}}; do\n  if [[ -e {file} ]]; then\n    echo "Found {file.raw}"\n    exit 0\n  fi\n  sleep 1\ndone\necho "No {file.raw} after {count} seconds" >&2\nexit 1',
        nothing,
        lambda world, s, arguments: silent(world.file(s.file)) or f"Found {s.file}\n",
        before="(sleep 0.2; touch {file}) &",
        slots=few,
    )
    yield _runs(
        "skeleton",
        [
            "[make|create|set up] a project [folder|skeleton] {stem} with the subfolders {word}, {word2} and {word3} and a README.md with its name as the title"
        ],
        "Makes the project directory {stem} with the subdirectories {word}, {word2} and {word3}, and a README.md whose title is its name.",
        'set -euo pipefail\n\nproject={stem}\nfor folder in {word} {word2} {word3}; do\n  mkdir -p "$project/$folder"\ndone\necho "# $project" > "$project/README.md"\necho "Created $project"',
        nothing,
        lambda world, s, arguments: (
            silent(
                *(world.dir(f"{s.stem}/{w}") for w in (s.word, s.word2, s.word3)),
                world.file(f"{s.stem}/README.md", f"# {s.stem}\n"),
            )
            or f"Created {s.stem}\n"
        ),
    )
    yield _runs(
        "confirm-remove",
        [
            "ask for confirmation and remove {dir} [only|] if the answer is yes",
            "[remove|delete] {dir} after asking, only if the answer is yes",
        ],
        "Asks for confirmation and removes {dir} only if the answer is yes.",
        'set -euo pipefail\n\nread -r -p "Remove {dir.raw}? " answer\nif [[ $answer == yes ]]; then\n  rm -r -- {dir}\n  echo "Removed {dir.raw}"\nelse\n  echo "Kept {dir.raw}"\nfi',
        lambda world, s: world.file(f"{s.dir}/x"),
        lambda world, s, arguments: silent(world.remove(s.dir)) or f"Removed {s.dir}\n",
        stdin="yes\n",
    )
