"""Scripts with options, short ones by getopts, long ones by a loop: dry run, output file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.options import Option, parser, shown_option
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
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
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

WEIGHT = 0.36


_DRY = Option("n", "dry-run", "dry_run")
_VERBOSE = Option("v", "verbose", "verbose")
_IN, _OUT = "in  put.txt", "out  put.txt"
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


_ACTIONS_ACT = {
    "remove": lambda world, path, s: world.remove(path),
    "gzip": _compress,
    "backup": lambda world, path, s: world.copy(path, f"{path}.bak", keep=True),
    "rename": lambda world, path, s: world.move(path, path.rsplit(".", 1)[0] + ".old"),
    "empty": lambda world, path, s: setattr(world[path], "data", b""),
    "private": lambda world, path, s: setattr(world[path], "mode", 0o600),
}
_ACTIONS = [
    _Action(name=name, act=_ACTIONS_ACT[name], **row) for name, row in rows("options", "actions")
]
_FLAGS = ((_DRY,), (_VERBOSE,), (_DRY, _VERBOSE))

# What a script does with the lines of `$file`, with output that can go to a file.
_FILTERS_RESULT = {
    "upper": lambda lines: [x.upper() for x in lines],
    "sort": sorted,
    "unique": lambda lines: sorted(set(lines)),
    "number": lambda lines: [f"{n}: {x}" for n, x in enumerate(lines, 1)],
    "no-blank": lambda lines: [x for x in lines if x],
}
_FILTERS = [
    (name, row["say"], row["explain"], row["code"], _FILTERS_RESULT.get(name))
    for name, row in rows("options", "filters")
]


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
    said = " and ".join(f"{shown_option(flag, long)} {_FOR[flag.letter]}" for flag in flags)
    spelt = "-".join(flag.letter for flag in flags)
    name = f"scripts/options.{action.name}-{spelt}-{'long' if long else 'short'}"
    options = "[the|an] option" if len(flags) == 1 else "[the|] options"
    given = [shown_option(flag, long) for flag in flags]
    return script(
        name,
        say=[
            f"{action.verb} in a folder given as argument, with {options} {said}",
            f"{action.verb} in a given folder and [understand|accept] {said}",
        ],
        explain=f"{action.does[0].upper()}{action.does[1:]} in the folder given as its argument. "
        + _clauses(flags, long),
        body=_flagged_body(action, flags, long),
        calls=(
            ("{dir}",),
            (*given, "{dir}"),
            (given[0], "{dir}"),
            (),
            (NOWHERE,),
            ("-x", "{dir}"),
            given[:1],
        ),
        setup=_setup,
        expect=lambda world, s, words: _expect_flagged(action, world, s, words),
        slots={"kind": _not_packed},
    )


_FOR = {"n": "for a dry run", "v": "to print every name"}


def _clauses(flags: Sequence[Option], long: bool) -> str:
    says = {"n": "only says what it would do", "v": "prints each name"}
    clauses = [f"{says[flag.letter]} with {shown_option(flag, long)}" for flag in flags]
    text = " and ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _flagged_body(action: _Action, flags: Sequence[Option], long: bool) -> str:
    code = f"{action.code}\n"
    if _DRY in flags:
        would = f'echo "Dry run: {action.doing} $file"\n'
        code = f"if [[ $dry_run == true ]]; then\n{indented(would)}else\n{indented(code)}fi\n"
    if _VERBOSE in flags:
        code = f'if [[ $verbose == true ]]; then\n  echo "{action.doing} $file"\nfi\n{code}'
    loop = 'for file in "$folder"/{kind.glob}; do\n  [[ -f $file ]] || continue\n'
    loop += f"{indented(code)}done\n"
    return f"{parser(flags, 'FOLDER', long)}folder=$1\n{CHECK_FOLDER}\n{loop}"


def _setup(world: World, s: Bound) -> None:
    for top in (".", s.dir):
        for name in (*_names(s), f"other.{s.kind}x"):
            world.file(f"{top}/{name}", f"text of {name}\n")
        world.dir(f"{top}/folder.{s.kind}")


def _names(s: Bound) -> list[str]:
    return [f"alpha  one.{s.kind}", f"beta.{s.kind}"]


def _expect_flagged(action: _Action, world: World, s: Bound, words: Sequence[str]) -> Outcome:
    if not words or "-x" in words or words[-1][0] == "-":
        return USAGE
    if words[-1] == NOWHERE:
        return no_folder(NOWHERE)
    dry = bool({"-n", "--dry-run"} & set(words))
    verbose = bool({"-v", "--verbose"} & set(words))
    lines = []
    for name in _names(s):
        path = f"{s.dir}/{name}"
        lines += [f"{action.doing} {path}"] if verbose else []
        if dry:
            lines.append(f"Dry run: {action.doing} {path}")
        else:
            action.act(world, path, s)
    return Outcome(lines)


def _filter(name: str, say: str, explain: str, code: str, result, long: bool) -> Task:
    shown = shown_option(_OUTPUT, long)
    body = f'{parser((_OUTPUT,), "INPUT", long)}file=$1\n{CHECK_FILE}\n{code} > "$output"\n'
    flag = shown.split()[0]
    kept = f"{explain[0].upper()}{explain[1:]}. Writes to the file given with {flag}, or to stdout."
    return script(
        f"scripts/options.{name}-output-{'long' if long else 'short'}",
        say=[
            f"{say} given as argument, with an option {shown} "
            "[to write the result to a file|for the output file]",
            f"{say} given as argument and write the result to the file named by [the option|] "
            f"{shown}, by default to the standard output",
        ],
        explain=kept,
        body=body,
        calls=(
            (_IN,),
            (shown.split()[0], _OUT, _IN),
            (),
            (MISSING,),
            ("-x", _IN),
            (shown.split()[0], _OUT),
            (shown.split()[0],),
        ),
        setup=_filter_setup,
        expect=lambda world, s, words: _expect_filter(name, result, world, s, words),
    )


def _filter_setup(world: World, s: Bound) -> None:
    world.file(_IN, _text(s))
    world.file(_OUT, "old\n")


def _text(s: Bound) -> list[str]:
    word = s.word if "word" in s else "delta"
    return [
        f"the {word} {word} line",
        "Alpha",
        "",
        "beta",
        "Alpha",
        "",
        *(f"line {n}" for n in range(120)),
    ]


def _expect_filter(name: str, result, world: World, s: Bound, words: Sequence[str]) -> Outcome:
    if not words or "-x" in words or words[-1] == _OUT:
        return USAGE
    if words[-1] == MISSING:
        return no_file(MISSING)
    if words[0][0] == "-" and len(words) == 1:
        return USAGE if words[0] == "-o" else Outcome(status=1, stderr="2: ")
    lines = _text(s)
    if name == "replace":
        found = [line.replace(s.word, s.word2) for line in lines]
    elif name == "contains":
        found = [line for line in lines if s.word in line]
    else:
        found = lines[: s.count] if name == "head" else result(lines)
    if len(words) == 1:
        return Outcome(found)
    world.file(_OUT, found)
    return Outcome()
