"""Scripts with options: short ones by getopts, long ones by a loop; dry run, verbose, output file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    CHECK_FILE,
    CHECK_FOLDER,
    MISSING,
    NOWHERE,
    USAGE,
    indented,
    no_file,
    no_folder,
    script,
)
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Option:
    """A flag, or an option with a value, and the variable that it sets."""

    letter: str
    long: str
    variable: str
    default: str = "false"
    value: str = ""
    """What the usage message calls its value; none for a flag."""


def parser(options: Sequence[Option], operands: str, long: bool, wanted: str = "-eq 1") -> str:
    """Usage function, defaults, and the loop that reads the options."""
    shown = "".join(f" [{_shown(option, long)}]" for option in options)
    code = f'usage() {{\n  echo "Usage: $0{shown} {operands}" >&2\n  exit 2\n}}\n\n'
    code += "".join(f"{option.variable}={option.default}\n" for option in options)
    code += _long_loop(options) if long else _short_loop(options)
    return f"{code}[[ $# {wanted} ]] || usage\n"


def _shown(option: Option, long: bool) -> str:
    name = f"--{option.long}" if long else f"-{option.letter}"
    return f"{name} {option.value}" if option.value else name


def _short_loop(options: Sequence[Option]) -> str:
    letters = "".join(option.letter + (":" if option.value else "") for option in options)
    cases = "".join(
        f"    {option.letter}) {option.variable}={'$OPTARG' if option.value else 'true'} ;;\n"
        for option in options
    )
    loop = f'while getopts "{letters}" option; do\n  case $option in\n{cases}    *) usage ;;\n'
    return f"{loop}  esac\ndone\nshift $((OPTIND - 1))\n"


def _long_loop(options: Sequence[Option]) -> str:
    cases = "".join(
        f"    --{o.long})\n      {o.variable}=${{2:?}}\n      shift\n      ;;\n"
        if o.value
        else f"    --{o.long}) {o.variable}=true ;;\n"
        for o in options
    )
    loop = f"while [[ $# -gt 0 ]]; do\n  case $1 in\n{cases}    -*) usage ;;\n    *) break ;;\n"
    return f"{loop}  esac\n  shift\ndone\n"


_DRY = Option("n", "dry-run", "dry_run")
_VERBOSE = Option("v", "verbose", "verbose")
_OUTPUT = Option("o", "output", "output", "/dev/stdout", "FILE")


@dataclass(frozen=True)
class _Action:
    """What is done to `$file`: verb, its forms, code and oracle."""

    name: str
    verb: str
    does: str
    doing: str
    code: str
    act: Callable[[World, str, Bound], object]


def _compress(world: World, path: str, s: Bound) -> None:
    packed = Archive(world[path].data, "gz")
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", packed)


_ACTIONS = (
    _Action("remove", "[delete|remove] the {kind}", "removes the {kind}", "Removing", 'rm -- "$file"',
        lambda world, path, s: world.remove(path)),
    _Action("gzip", "[compress|gzip] the {kind}", "compresses the {kind}", "Compressing", 'gzip -- "$file"', _compress),
    _Action("backup", "[copy|back up] the {kind} to NAME.bak", "copies the {kind} to NAME.bak", "Copying", 'cp -p -- "$file" "$file.bak"',
        lambda world, path, s: world.copy(path, f"{path}.bak", keep=True)),
    _Action("rename", "[rename|change the extension of] the {kind} to .old", "renames the {kind} to NAME.old", "Renaming", 'mv -- "$file" "${file%.*}.old"',
        lambda world, path, s: world.move(path, path.rsplit(".", 1)[0] + ".old")),
    _Action("empty", "empty the {kind}", "empties the {kind}", "Emptying", ': > "$file"',
        lambda world, path, s: setattr(world[path], "data", b"")),
    _Action("private", "make the {kind} private", "makes the {kind} readable and writable by their owner only", "Changing", 'chmod 600 -- "$file"',
        lambda world, path, s: setattr(world[path], "mode", 0o600)),
)  # fmt: skip
_FLAGS = ((_DRY,), (_VERBOSE,), (_DRY, _VERBOSE))

# What a script does with the lines of `$file`, with output that can go to a file.
_FILTERS = (
    ("upper", "print a file in capitals", "prints the file given as its argument in capitals", "tr '[:lower:]' '[:upper:]' < \"$file\"", lambda lines: [x.upper() for x in lines]),
    ("sort", "sort the lines of a file", "sorts the lines of the file given as its argument", 'LC_ALL=C sort -- "$file"', sorted),
    ("unique", "sort the lines of a file and drop duplicates", "sorts the lines of the file given as its argument and drops duplicates", 'LC_ALL=C sort -u -- "$file"', lambda lines: sorted(set(lines))),
    ("number", "number the lines of a file", "numbers the lines of the file given as its argument", "awk '{print NR \": \" $0}' \"$file\"", lambda lines: [f"{n}: {x}" for n, x in enumerate(lines, 1)]),
    ("no-blank", "remove the blank lines of a file", "prints the file given as its argument without blank lines", 'grep -v \'^$\' -- "$file"', lambda lines: [x for x in lines if x]),
    ("replace", "replace {word} by {word2} in a file", "replaces {word} by {word2} in the file given as its argument", "sed 's/{word.raw}/{word2.raw}/g' \"$file\"", None),
    ("contains", "print the lines of a file that contain {word}", "prints the lines that contain {word} of the file given as its argument", 'grep -F -- {word} "$file"', None),
    ("head", "print the first {count} lines of a file", "prints the first {count} lines of the file given as its argument", 'head -n {count} -- "$file"', None),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Flags for actions on files, and an output file for filters; short and long options."""
    for action, flags, long in product(_ACTIONS, _FLAGS, (False, True)):
        yield _flagged(action, flags, long)
    for row, long in product(_FILTERS, (False, True)):
        yield _filter(*row, long)


def _not_packed(draw: Draw, spaced: bool) -> Value:
    """A kind of files that gzip takes."""
    while (kind := SLOTS["kind"](draw, spaced)).data == "gz":
        pass
    return kind


def _flagged(action: _Action, flags: Sequence[Option], long: bool) -> Task:
    said = " and ".join(f"{_shown(flag, long)} {_FOR[flag.letter]}" for flag in flags)
    spelt = "-".join(flag.letter for flag in flags)
    name = f"scripts_options.{action.name}-{spelt}-{'long' if long else 'short'}"
    options = "[the|an] option" if len(flags) == 1 else "[the|] options"
    given = [_shown(flag, long) for flag in flags]
    return script(
        name,
        say=[
            f"{action.verb} in a folder given as argument, with {options} {said}",
            f"{action.verb} in a given folder and [understand|accept] {said}",
        ],
        explain=f"{action.does[0].upper()}{action.does[1:]} in the folder given as its argument. "
        + _clauses(flags, long),
        body=_flagged_body(action, flags, long),
        calls=(("{dir}",), (*given, "{dir}"), (given[0], "{dir}"), (), (NOWHERE,), ("-x", "{dir}")),
        setup=_setup,
        expect=lambda world, s, words: _expect_flagged(action, world, s, words),
        slots={"kind": _not_packed},
    )


_FOR = {"n": "for a dry run", "v": "to print every name"}


def _clauses(flags: Sequence[Option], long: bool) -> str:
    says = {"n": "only says what it would do", "v": "prints each name"}
    clauses = [f"{says[flag.letter]} with {_shown(flag, long)}" for flag in flags]
    text = " and ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _flagged_body(action: _Action, flags: Sequence[Option], long: bool) -> str:
    code = f"{action.code}\n"
    if _DRY in flags:
        would = f'echo "Dry run: {action.doing} $file"\n'
        code = f"if [[ $dry_run == true ]]; then\n{indented(would)}else\n{indented(code)}fi\n"
    if _VERBOSE in flags:
        code = f'if [[ $verbose == true ]]; then\n  echo "{action.doing} $file"\nfi\n{code}'
    loop = f'for file in "$folder"/{{kind.glob}}; do\n  [[ -f $file ]] || continue\n{indented(code)}done\n'
    return f"{parser(flags, 'FOLDER', long)}folder=$1\n{CHECK_FOLDER}\n{loop}"


def _setup(world: World, s: Bound) -> None:
    for top in (".", s.dir):
        for name in (f"alpha one.{s.kind}", f"beta.{s.kind}", f"other.{s.kind}x"):
            world.file(f"{top}/{name}", f"text of {name}\n")


def _expect_flagged(action: _Action, world: World, s: Bound, words: Sequence[str]) -> Outcome:
    if not words or "-x" in words:
        return USAGE
    if words[-1] == NOWHERE:
        return no_folder(NOWHERE)
    dry = bool({"-n", "--dry-run"} & set(words))
    verbose = bool({"-v", "--verbose"} & set(words))
    lines = []
    for name in (f"alpha one.{s.kind}", f"beta.{s.kind}"):
        path = f"{s.dir}/{name}"
        lines += [f"{action.doing} {path}"] if verbose else []
        if dry:
            lines.append(f"Dry run: {action.doing} {path}")
        else:
            action.act(world, path, s)
    return Outcome(lines)


def _filter(name: str, say: str, explain: str, code: str, result, long: bool) -> Task:
    shown = _shown(_OUTPUT, long)
    body = f'{parser((_OUTPUT,), "INPUT", long)}file=$1\n{CHECK_FILE}\n{code} > "$output"\n'
    kept = f"{explain[0].upper()}{explain[1:]}. Writes to the file given with {shown.split()[0]}, or to the standard output."
    return script(
        f"scripts_options.{name}-output-{'long' if long else 'short'}",
        say=[
            f"{say} given as argument, with an option {shown} [to write the result to a file|for the output file]",
            f"{say} given as argument and write the result to the file named by [the option|] {shown}, by default to the standard output",
        ],
        explain=kept,
        body=body,
        calls=(
            ("in.txt",),
            (shown.split()[0], "out.txt", "in.txt"),
            (),
            (MISSING,),
            ("-x", "in.txt"),
        ),
        setup=lambda world, s: world.file("in.txt", _text(s)),
        expect=lambda world, s, words: _expect_filter(name, result, world, s, words),
    )


def _text(s: Bound) -> list[str]:
    word = s.word if "word" in s else "delta"
    return [
        f"the {word} line",
        "Alpha",
        "",
        "beta",
        "Alpha",
        "",
        *(f"line {n}" for n in range(120)),
    ]


def _expect_filter(name: str, result, world: World, s: Bound, words: Sequence[str]) -> Outcome:
    if not words or "-x" in words:
        return USAGE
    if words[-1] == MISSING:
        return no_file(MISSING)
    lines = _text(s)
    if name == "replace":
        found = [line.replace(s.word, s.word2) for line in lines]
    elif name == "contains":
        found = [line for line in lines if s.word in line]
    else:
        found = lines[: s.count] if name == "head" else result(lines)
    if len(words) == 1:
        return Outcome(found)
    world.file("out.txt", found)
    return Outcome()
