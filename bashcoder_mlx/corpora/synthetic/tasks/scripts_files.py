"""Scripts that do something to every file given as an argument: what is done, and what happens when
one of the files is missing.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    MISSING,
    USAGE,
    indented,
    script,
    usage,
    usage_function,
)
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_FILES = ("alpha.txt", "beta notes.txt", "Gamma.txt")


@dataclass(frozen=True)
class _Action:
    """What is done with `$file`, and the lines that it prints."""

    name: str
    say: Sequence[str]
    explain: str
    code: str
    act: Callable[[World, str, Bound], list[str]]
    start: str = ""


@dataclass(frozen=True)
class _Missing:
    """What is done about a file that does not exist."""

    name: str
    say: str
    explain: str
    head: str
    before: str
    inside: str
    end: str


_MESSAGE = 'echo "No such file: $file" >&2\n'
_POLICIES = (
    _Missing(
        "skip",
        "[ and skip missing files with a warning|, with a warning for each one that is missing]",
        "Warns about missing files, skips them and ends with status 1.",
        usage("FILE...", "-eq 0"),
        "status=0\n",
        f"if [[ ! -f $file ]]; then\n{indented(_MESSAGE)}  status=1\n  continue\nfi\n",
        'exit "$status"\n',
    ),
    _Missing(
        "stop",
        "[ and stop at the first one that is missing|, stopping with an error when one does not exist]",
        "Stops at the first file that is missing.",
        usage_function("FILE...", "-gt 0"),
        "",
        f"if [[ ! -f $file ]]; then\n{indented(_MESSAGE)}  exit 1\nfi\n",
        "",
    ),
    _Missing(
        "check",
        "[, but check first that all of them exist|, after checking that every one of them exists]",
        "Checks first that all of them exist.",
        usage("FILE...", "-eq 0"),
        f'for file in "$@"; do\n  if [[ ! -f $file ]]; then\n{indented(_MESSAGE, "    ")}    exit 1\n  fi\ndone\n\n',
        "",
        "",
    ),
)  # fmt: skip


def _prints(line: Callable[[World, str, Bound], str]):
    return lambda world, path, s: [line(world, path, s)]


def _changes(change: Callable[[World, str, Bound], object]):
    def act(world: World, path: str, s: Bound) -> list[str]:
        change(world, path, s)
        return []

    return act


def _compress(world: World, path: str, s: Bound) -> None:
    packed = Archive(world[path].data, "gz")
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", packed)


def _set(world: World, path: str, lines: Sequence[str]) -> None:
    world[path].data = "".join(f"{line}\n" for line in lines).encode()


def _into(world: World, path: str, s: Bound) -> None:
    world.dir(s.dir)
    world.move(path, f"{s.dir}/{path}")


def _titled(world: World, path: str, s: Bound) -> list[str]:
    return [f"== {path} ==", *world[path].lines]


def _digest(world: World, path: str, s: Bound) -> str:
    return f"{hashlib.sha256(world[path].data).hexdigest()}  {path}"


_WHAT = "[each|every] file given as [an argument|argument]"
_ALL = "[all|all the] files given as arguments"
_ACTIONS = (
    _Action("lines", [f"[print|show] the name and the number of lines of {_WHAT}", f"count the lines of {_ALL}, one by one"],
        "Prints the name and the number of lines of each file given as an argument.",
        'echo "$file: $(($(wc -l < "$file")))"',
        _prints(lambda world, path, s: f"{path}: {len(world[path].lines)}")),
    _Action("words", [f"[print|show] the number of words and the name of {_WHAT}", f"count the words of {_ALL}, one by one"],
        "Prints the number of words of each file given as an argument, then its name.",
        'echo "$(($(wc -w < "$file"))) $file"',
        _prints(lambda world, path, s: f"{len(world[path].text.split())} {path}")),
    _Action("size", [f"[print|show] the name and the size in bytes of {_WHAT}", f"show how many bytes {_ALL} have, one by one"],
        "Prints the name and the size in bytes of each file given as an argument.",
        'size=$(($(wc -c < "$file")))\necho "$file: $size bytes"',
        _prints(lambda world, path, s: f"{path}: {world[path].size} bytes")),
    _Action("first-line", [f"[print|show] the first line of {_WHAT} after its name", f"show how {_ALL} begin: name and first line"],
        "Prints the name and the first line of each file given as an argument.",
        'echo "$file: $(head -n 1 "$file")"',
        _prints(lambda world, path, s: f"{path}: {world[path].lines[0]}")),
    _Action("last-line", [f"[print|show] the last line of {_WHAT} after its name", f"show how {_ALL} end: name and last line"],
        "Prints the name and the last line of each file given as an argument.",
        'echo "$file: $(tail -n 1 "$file")"',
        _prints(lambda world, path, s: f"{path}: {world[path].lines[-1]}")),
    _Action("title", [f"print {_WHAT} with a title line == NAME == above it", f"show {_ALL} one after the other, each below a title == NAME =="],
        "Prints each file given as an argument below a title with its name.",
        'echo "== $file =="\ncat -- "$file"', _titled),
    _Action("backup", [f"[back up|make a backup copy of] {_WHAT} as NAME.bak", f"copy {_ALL} to the same name with .bak after it"],
        "Copies each file given as an argument to the same name with .bak after it.",
        'cp -p -- "$file" "$file.bak"',
        _changes(lambda world, path, s: world.copy(path, f"{path}.bak", keep=True))),
    _Action("gzip", [f"[compress|gzip] {_WHAT}", f"compress {_ALL} with gzip"],
        "Compresses each file given as an argument with gzip.",
        'gzip -- "$file"', _changes(_compress)),
    _Action("executable", [f"make {_WHAT} executable", f"give execute permission to {_ALL}"],
        "Makes each file given as an argument executable.",
        'chmod +x -- "$file"',
        _changes(lambda world, path, s: setattr(world[path], "mode", 0o755))),
    _Action("read-only", [f"make {_WHAT} read-only", f"remove write permission from {_ALL}"],
        "Makes each file given as an argument read-only.",
        'chmod a-w -- "$file"',
        _changes(lambda world, path, s: setattr(world[path], "mode", 0o444))),
    _Action("upper", [f"print {_WHAT} in [capitals|upper case]", f"show the text of {_ALL} in [capitals|upper case]"],
        "Prints the text of each file given as an argument in capitals.",
        "tr '[:lower:]' '[:upper:]' < \"$file\"",
        lambda world, path, s: [line.upper() for line in world[path].lines]),
    _Action("move", [f"move {_WHAT} [to|into] {{dir}}", f"put {_ALL} into {{dir}}"],
        "Moves each file given as an argument into {dir}.",
        'mv -- "$file" {dir}/', _changes(_into), start="mkdir -p {dir}\n"),
    _Action("remove", [f"[delete|remove] {_WHAT} and say so", f"delete {_ALL}, printing each name"],
        "Removes each file given as an argument and says so.",
        'rm -- "$file"\necho "Removed $file"',
        lambda world, path, s: world.remove(path) or [f"Removed {path}"]),
    _Action("replace", [f"replace {{word}} [by|with] {{word2}} in {_WHAT}", f"change {{word}} to {{word2}} in {_ALL}"],
        "Replaces {word} by {word2} in each file given as an argument.",
        "sed 's/{word.raw}/{word2.raw}/g' \"$file\" > \"$file.tmp\"\nmv -- \"$file.tmp\" \"$file\"",
        _changes(lambda world, path, s: _set(world, path, [x.replace(s.word, s.word2) for x in world[path].lines]))),
    _Action("sort", [f"sort the lines of {_WHAT} in place", f"sort {_ALL} in place, each for itself"],
        "Sorts the lines of each file given as an argument in place.",
        'sort -o "$file" -- "$file"',
        _changes(lambda world, path, s: _set(world, path, sorted(world[path].lines)))),
    _Action("count-word", [f"count the lines with {{word}} in {_WHAT}", f"print how many lines of {_ALL} contain {{word}}, for each one"],
        "Prints for each file given as an argument how many of its lines contain {word}.",
        'count=$(grep -cF -- {word} "$file" || true)\necho "$file: $count"',
        _prints(lambda world, path, s: f"{path}: {sum(s.word in line for line in world[path].lines)}")),
    _Action("contains", [f"say of {_WHAT} whether it contains {{word}}", f"tell which of {_ALL} contain {{word}} and which do not"],
        "Tells of each file given as an argument whether it contains {word}.",
        'if grep -qF -- {word} "$file"; then\n  echo "$file contains {word}"\nelse\n  echo "$file does not contain {word}"\nfi',
        _prints(lambda world, path, s: f"{path} {'contains' if s.word in world[path].text else 'does not contain'} {s.word}")),
    _Action("number", [f"write a copy of {_WHAT} with numbered lines to NAME.numbered", f"number the lines of {_ALL}, each into a file NAME.numbered"],
        "Writes each file given as an argument to NAME.numbered with a number and a colon before each line.",
        "awk '{print NR \": \" $0}' \"$file\" > \"$file.numbered\"",
        _changes(lambda world, path, s: world.file(f"{path}.numbered", [f"{n}: {x}" for n, x in enumerate(world[path].lines, 1)]))),
    _Action("append", [f"add the line {{word}} at the end of {_WHAT}", f"append a line {{word}} to {_ALL}"],
        "Appends the line {word} to each file given as an argument.",
        'echo {word} >> "$file"',
        _changes(lambda world, path, s: _set(world, path, [*world[path].lines, s.word]))),
    _Action("lower-name", [f"rename {_WHAT} to lower case", f"change the names of {_ALL} to lower case"],
        "Renames each file given as an argument to lower case, where its name differs.",
        "name=$(printf '%s' \"$file\" | tr '[:upper:]' '[:lower:]')\nif [[ $name != \"$file\" ]]; then\n  mv -- \"$file\" \"$name\"\nfi",
        _changes(lambda world, path, s: world.move(path, path.lower()) if path != path.lower() else None)),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Every action with every way to treat missing files, and checksums, which systems do apart."""
    for action, missing in product(_ACTIONS, _POLICIES):
        yield _task(action, missing)
    digest = "Prints the SHA-256 checksum of each file given as an argument."
    say = [f"print the SHA-256 [checksum|hash] of {_WHAT}", f"show sha256 checksums of {_ALL}"]
    for missing in _POLICIES:
        linux = _Action("sha256", say, digest, 'sha256sum -- "$file"', _prints(_digest))
        macos = _Action("sha256", say, digest, 'shasum -a 256 -- "$file"', _prints(_digest))
        runs = {"linux": _body(linux, missing), "macos": _body(macos, missing)}
        yield _task(linux, missing, runs)


def _body(action: _Action, missing: _Missing) -> str:
    loop = f'for file in "$@"; do\n{indented(missing.inside + action.code)}done\n'
    start = missing.before + action.start
    return f"{missing.head}\n{start}{loop}{missing.end}"


def _task(action: _Action, missing: _Missing, runs: dict[str, str] | None = None) -> Task:
    return script(
        f"scripts_files.{action.name}-{missing.name}",
        say=[text + missing.say for text in action.say],
        explain=f"{action.explain} {missing.explain}",
        body=runs or _body(action, missing),
        calls=(_FILES[:2], (_FILES[0], MISSING, _FILES[2]), _FILES[2:], ()),
        setup=_setup,
        expect=lambda world, s, arguments: _expect(action, missing, world, s, arguments),
    )


def _setup(world: World, s: Bound) -> None:
    word = s.word if "word" in s else "delta"
    world.file(_FILES[0], ["One line", f"{word} and {word}", "a third one"])
    world.file(_FILES[1], [f"x{word}", "Beta has two"])
    world.file(_FILES[2], ["zero", "Nothing of that kind"])
    world.file("other.txt", [word])


def _expect(action: _Action, missing: _Missing, world: World, s: Bound, arguments) -> Outcome:
    if not arguments:
        return USAGE
    found = [path for path in arguments if path in world]
    complete = len(found) == len(arguments)
    if not complete and missing.name == "stop":
        found = found[: arguments.index(MISSING)]
    if not complete and missing.name == "check":
        found = []
    if action.name == "move" and (found or missing.name == "stop"):
        world.dir(s.dir)
    lines = [line for path in found for line in action.act(world, path, s)]
    error = "" if complete else f"No such file: {MISSING}"
    return Outcome(lines, status=0 if complete else 1, stderr=error)
