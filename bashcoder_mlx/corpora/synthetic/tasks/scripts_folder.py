"""Scripts that do one thing to every file of a kind in a folder: how the folder is given, what is
done to each file, and what is reported, in every combination that makes sense.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_MISSING = "nowhere"  # a folder that no world has


@dataclass(frozen=True)
class _Folder:
    """How a script comes to its folder."""

    name: str
    say: str
    """After "every Python file …"."""
    explain: str
    code: str
    calls: Sequence[Sequence[str]]
    default: Callable[[Bound], str] | None = None
    """The folder without an argument; None where one is needed."""


@dataclass(frozen=True)
class _Action:
    """What is done to a file, `$file`, and the line that the script prints for it."""

    name: str
    say: str
    explain: str
    code: str
    act: Callable[[World, str, Bound], list[str]]


@dataclass(frozen=True)
class _Report:
    """What the script says at its end, from `$count`."""

    name: str
    say: str
    explain: str
    start: str
    each: str
    end: str
    lines: Callable[[int], list[str]]


_USAGE = """if [[ $# -ne 1 ]]; then
  echo "Usage: $0 FOLDER" >&2
  exit 2
fi
"""
_CHECK = """if [[ ! -d "$folder" ]]; then
  echo "No such folder: $folder" >&2
  exit 1
fi
"""
_FOLDERS = (
    _Folder(
        "argument",
        "in [a|the] folder given as [an argument|the first argument|argument]",
        "in the folder given as its argument",
        _USAGE + 'folder=$1\n' + _CHECK,
        (("{stem}",), (), (_MISSING,)),
    ),
    _Folder(
        "optional",
        "in a folder (by default the current one)",
        "in the folder given as its argument (or the current one)",
        'folder=${1:-.}\n' + _CHECK,
        (("{stem}",), (), (_MISSING,)),
        lambda s: ".",
    ),
    _Folder(
        "fixed",
        "in {dir}",
        "in {dir}",
        "folder={dir}\n" + _CHECK,
        ((),),
        lambda s: s.dir,
    ),
)  # fmt: skip


def _rename(target: Callable[[str, Bound], str], prints: str = ""):
    """Moves a file to another name beside it."""

    def act(world: World, path: str, s: Bound) -> list[str]:
        folder, name = posixpath.split(path)
        new = posixpath.join(folder, target(name, s))
        world.move(path, new)
        return [prints.format(name=name, new=posixpath.basename(new))] if prints else []

    return act


def _copy(target: Callable[[str, Bound], str]):
    def act(world: World, path: str, s: Bound) -> list[str]:
        folder, name = posixpath.split(path)
        world.copy(path, posixpath.join(folder, target(name, s)))
        return []

    return act


def _print(line: Callable[[World, str, Bound], str]):
    return lambda world, path, s: [line(world, path, s)]


def _compress(world: World, path: str, s: Bound) -> list[str]:
    node = world[path]
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(node.data, "gz"))
    return []


def _set_mode(mode: int):
    def act(world: World, path: str, s: Bound) -> list[str]:
        world[path].mode = mode
        return []

    return act


def _remove_empty(world: World, path: str, s: Bound) -> list[str]:
    name = posixpath.basename(path)
    if world[path].size:
        return []
    world.remove(path)
    return [f"Removed {name}"]


def _replace(world: World, path: str, s: Bound) -> list[str]:
    world[path].data = world[path].text.replace(s.word, s.word2).encode()
    return []


def _name(path: str) -> str:
    return posixpath.basename(path)


_ACTIONS = (
    _Action(
        "rename-extension",
        "[rename|change the extension of] {WHAT} [from .{kind.ext} to {ext}|to {ext}]",
        "gives {WHAT} the extension {ext}",
        'mv -- "$file" "${file%.{kind.ext}}.{ext}"',
        _rename(lambda name, s: f"{name.removesuffix('.' + s.kind)}.{s.ext}"),
    ),
    _Action(
        "prefix",
        "[add the prefix {word.raw}_ to|put {word.raw}_ before] the name of {WHAT}",
        "puts {word.raw}_ before the name of {WHAT}",
        'mv -- "$file" "$folder/{word}_${file##*/}"',
        _rename(lambda name, s: f"{s.word}_{name}"),
    ),
    _Action(
        "announce-rename",
        "rename {WHAT} so that the name [begins|starts] with {word.raw}-, [show|print]ing it",
        "puts {word.raw}- before the name of {WHAT}, printing the new name",
        'name={word}-${file##*/}\nmv -- "$file" "$folder/$name"\necho "$name"',
        _rename(lambda name, s: f"{s.word}-{name}", "{new}"),
    ),
    _Action(
        "spaces",
        "replace [blanks|spaces] in the name of {WHAT} [by|with] underscores",
        "replaces the blanks in the name of {WHAT} by underscores",
        "name=${file##*/}\n"
        'if [[ $name == *" "* ]]; then\n  mv -- "$file" "$folder/${name// /_}"\nfi',
        _rename(lambda name, s: name.replace(" ", "_")),
    ),
    _Action(
        "lower-case",
        "[rename {WHAT} to lower case|[make|write] the name of {WHAT} [in|] lower case]",
        "turns the name of {WHAT} into lower case",
        "name=$(basename \"$file\" | tr '[:upper:]' '[:lower:]')\n"
        'if [[ "$folder/$name" != "$file" ]]; then\n  mv -- "$file" "$folder/$name"\nfi',
        _rename(lambda name, s: name.lower()),
    ),
    _Action(
        "backup-copy",
        "[make a backup copy of|back up] {WHAT} as NAME.bak",
        "copies {WHAT} to the same name with .bak after it",
        'cp -- "$file" "$file.bak"',
        _copy(lambda name, s: f"{name}.bak"),
    ),
    _Action(
        "copy-into",
        "copy {WHAT} [into|to] a [subfolder|folder inside it] [named|called] {word}",
        "copies {WHAT} into a subfolder {word} of it",
        'mkdir -p "$folder/{word}"\ncp -- "$file" "$folder/{word}/"',
        _copy(lambda name, s: f"{s.word}/{name}"),
    ),
    _Action(
        "compress",
        "[compress|gzip] {WHAT}",
        "compresses {WHAT} with gzip",
        'gzip -- "$file"',
        _compress,
    ),
    _Action(
        "read-only",
        "make {WHAT} [read-only|read only] for everybody",
        "makes {WHAT} read-only for everybody",
        'chmod a=r -- "$file"',
        _set_mode(0o444),
    ),
    _Action(
        "private",
        "make {WHAT} [private|readable and writable only by the owner]",
        "lets only the owner read and write {WHAT}",
        'chmod 600 -- "$file"',
        _set_mode(0o600),
    ),
    _Action(
        "remove-empty",
        "[delete|remove] {WHAT} that is empty and say so",
        "removes {WHAT} that is empty and says so",
        'if [[ ! -s $file ]]; then\n  rm -- "$file"\n  echo "Removed ${file##*/}"\nfi',
        _remove_empty,
    ),
    _Action(
        "count-lines",
        "[print|show] the name and the number of lines of {WHAT}",
        "prints the name and the number of lines of {WHAT}",
        'echo "${file##*/}: $(($(wc -l < "$file")))"',
        _print(lambda world, path, s: f"{_name(path)}: {len(world[path].lines)}"),
    ),
    _Action(
        "size",
        "[print|show] the name and [size in bytes|number of bytes] of {WHAT}",
        "prints the name and the size in bytes of {WHAT}",
        'echo "${file##*/} $(($(wc -c < "$file")))"',
        _print(lambda world, path, s: f"{_name(path)} {world[path].size}"),
    ),
    _Action(
        "contains",
        "[say|tell|report] for {WHAT} whether it contains {word}",
        "tells of {WHAT} whether it contains {word}",
        'if grep -qF -- {word} "$file"; then\n  echo "${file##*/}: yes"\nelse\n'
        '  echo "${file##*/}: no"\nfi',
        _print(
            lambda world, path, s: f"{_name(path)}: {'yes' if s.word in world[path].text else 'no'}"
        ),
    ),
    _Action(
        "first-line",
        "[print|show] the name and the first line of {WHAT}",
        "prints the name and the first line of {WHAT}",
        'echo "${file##*/}: $(head -n 1 "$file")"',
        _print(lambda world, path, s: f"{_name(path)}: {(world[path].lines or [''])[0]}"),
    ),
    _Action(
        "replace",
        "replace {word} [by|with] {word2} in {WHAT}",
        "replaces {word} by {word2} in {WHAT}",
        'sed "s/{word.raw}/{word2.raw}/g" "$file" > "$file.new"\n'
        'cat "$file.new" > "$file"\nrm -- "$file.new"',
        _replace,
    ),
    _Action(
        "line-ends",
        "remove [the carriage returns|Windows line endings] from {WHAT}",
        "removes the carriage returns from {WHAT}",
        'tr -d \'\\r\' < "$file" > "$file.new"\ncat "$file.new" > "$file"\nrm -- "$file.new"',
        lambda world, path, s: (
            setattr(world[path], "data", world[path].data.replace(b"\r", b"")) or []
        ),
    ),
)
_REPORTS = (
    _Report("quiet", "", "", "", "", "", lambda count: []),
    _Report(
        "count",
        "[ and print how many there were|, then print the number of files]",
        ", and prints how many files there were",
        "count=0\n",
        "count=$((count + 1))\n",
        'echo "$count files"\n',
        lambda count: [f"{count} files"],
    ),
    _Report(
        "done",
        "[ and say done at the end|, then print Done]",
        ", and prints Done at the end",
        "",
        "",
        'echo "Done"\n',
        lambda count: ["Done"],
    ),
)


_SEVERAL = {
    "the name of {WHAT}": "the names of {WHAT}",
    "the name [begins|starts]": "their names [begin|start]",
    "[show|print]ing it": "[show|print]ing each",
    "that is empty": "that are empty",
    "whether it contains": "whether they contain",
    "a backup copy of": "backup copies of",
    "the name and the number of lines": "the names and the numbers of lines",
    "the name and [size in bytes|number of bytes]": "the names and [sizes in bytes|numbers of bytes]",
    "the name and the first line": "the names and the first lines",
}


def tasks() -> Iterator[Task]:
    """Every folder with every action and report."""
    for folder, action, report in product(_FOLDERS, _ACTIONS, _REPORTS):
        yield _task(folder, action, report)


def _task(folder: _Folder, action: _Action, report: _Report) -> Task:
    one = action.say.replace("{WHAT}", f"[each|every one] of the {{kind}} {folder.say}")
    many = _many(action.say).replace("{WHAT}", f"[all|all the|the] {{kind}} {folder.say}")
    explain = action.explain.replace("{WHAT}", f"each of the {{kind}} {folder.explain}")
    return Task(
        name=f"scripts_folder.{folder.name}-{action.name}-{report.name}",
        kind="script",
        say=[
            f"{many}{report.say}",
            f"{one}{report.say}",
            f"go through the {{kind}} {folder.say} and {_loop(action)}{report.say}",
        ],
        run=_script(folder, action, report),
        explain=[f"{explain[0].upper()}{explain[1:]}{report.explain}."],
        calls=folder.calls,
        setup=_setup,
        expect=lambda world, s, arguments: _expect(folder, action, report, world, s, arguments),
    )


def _many(say: str) -> str:
    """The wording of an action about several files at once."""
    for one, several in _SEVERAL.items():
        say = say.replace(one, several)
    return say


def _loop(action: _Action) -> str:
    return action.say.replace("{WHAT}", "[each|each one|every one of them]")


def _script(folder: _Folder, action: _Action, report: _Report) -> str:
    body = "".join(f"  {line}\n" for line in action.code.splitlines())
    each = f"  {report.each}" if report.each else ""
    return (
        f"#!/usr/bin/env bash\nset -euo pipefail\n\n{folder.code}\n{report.start}"
        f'for file in "$folder"/{{kind.glob}}; do\n  [[ -f $file ]] || continue\n{body}{each}done\n'
        f"{report.end}"
    )


def _files(s: Bound) -> list[tuple[str, str]]:
    word = s.get("word")
    inside = word.data if word else "alpha"
    return [
        (f"Alpha One.{s.kind}", f"first {inside}\nsecond line\n"),
        (f"beta.{s.kind}", "no such word\r\nlast\r\n"),
        (f"empty.{s.kind}", ""),
    ]


def _setup(world: World, s: Bound) -> None:
    folders = [".", *(s[name].data for name in ("stem", "dir") if name in s)]
    for folder in folders:
        for name, text in _files(s):
            world.file(f"{folder}/{name}", text)
        world.file(f"{folder}/other.{s.kind}x", f"{s.kind} {s.get('word') and s.word}\n")
        world.file(f"{folder}/deeper/below.{s.kind}", "not touched\n")


def _expect(folder, action, report, world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
    if not arguments and folder.default is None:
        return Outcome(status=2, stderr="Usage:")
    top = arguments[0] if arguments else folder.default(s)
    if top not in world:
        return Outcome(status=1, stderr=f"No such folder: {top}")
    lines = []
    for name, _ in _files(s):
        lines += action.act(world, posixpath.normpath(f"{top}/{name}"), s)
    return Outcome(stdout=lines + report.lines(len(_files(s))))
