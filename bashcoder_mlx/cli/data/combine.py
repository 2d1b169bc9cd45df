"""`bashcoder data combine`: several corpora in one."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import click

from bashcoder_mlx.cli.data import tokens
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer

# Where each side is looked for when it is not named: our own layout, then llm-from-scratch's.
USUAL_PLACES = {
    "language": ("data/language", "../llm-from-scratch/data/tiny_stories.txt"),
    "code": ("data/code", "data_large"),
}
DEFAULT_FOLDER = "data_combined"
DEFAULT_RATIO = 0.8


@click.command()
@click.argument("sources", nargs=-1, metavar="[PATH[=WEIGHT]]...")
@click.option(
    "-o",
    "--output",
    "--output-dir",
    type=click.Path(path_type=Path),
    help=f"A .jsonl or .jsonl.gz file; for two sides a folder  [default: {DEFAULT_FOLDER}].",
)
@click.option(
    "--by",
    type=click.Choice(["documents", "bytes", "tokens"]),
    default="documents",
    show_default=True,
    help="What weights, --count and --replay are counted in.",
)
@click.option(
    "--epochs",
    multiple=True,
    metavar="PATH=N",
    help="Take a source up to N times; may be repeated  [default: once each].",
)
@click.option(
    "--count",
    type=click.IntRange(min=1),
    help="How much to take in all, replay aside  [default: as much as there is].",
)
@click.option(
    "--schedule",
    type=click.Choice(["mixed", "language:code"]),
    default="mixed",
    show_default=True,
    help="Shuffled, or all language before all code.",
)
@click.option(
    "--replay",
    type=click.FloatRange(0, 1, max_open=True),
    default=0.0,
    show_default=True,
    help="With language:code, the share of the second part that is language again.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Of the choice and the order.",
)
@tokens.option
@click.option(
    "--language",
    multiple=True,
    metavar="PATH",
    help="Two sides: English, a file or folder; may be repeated.",
)
@click.option(
    "--code",
    multiple=True,
    metavar="PATH",
    help="Two sides: bash, a file or folder; may be repeated.",
)
@click.option(
    "--ratio", type=float, help=f"Two sides: share of language  [default: {DEFAULT_RATIO}]."
)
@click.option("--force", is_flag=True, help="Replace an earlier mixture.")
def command(sources, **settings) -> None:
    """Mix corpora by weight into one JSON Lines file, and show what each contributes.

    \b
        bashcoder data combine stories=0.8 pairs.jsonl=0.2 \\
            --epochs pairs.jsonl=4 -o mix.jsonl

    A PATH is a file (.jsonl, .jsonl.gz, .json, .txt, .sh, .bash) or a folder of them; its WEIGHT is
    1 where none is given. A source is taken once at most unless --epochs allows more; the one that
    is shortest for its weight sets the size.

    Without PATHs, two sides are mixed by --ratio, counted in documents, into a folder, as
    combined.json and combined.jsonl; the short side is repeated until nothing is lost.
    """
    given = SimpleNamespace(**settings)
    _refuse_mixed_ways(sources, given)
    if sources:
        _mix_sources(sources, given)
    else:
        _mix_two_sides(given)


def _refuse_mixed_ways(sources: tuple[str, ...], given: SimpleNamespace) -> None:
    """An option that would have no effect is a mistake of whoever typed it."""
    if sources and (given.language or given.code or given.ratio is not None):
        raise click.UsageError(
            "give PATHs with their weights, or --language, --code and --ratio, not both"
        )
    if not sources and (given.epochs or given.by != "documents"):
        raise click.UsageError("--epochs and --by are for PATHs; two sides need neither")
    if given.replay and given.schedule == "mixed":
        raise click.UsageError("--replay is for --schedule language:code")


def _mix_sources(arguments: tuple[str, ...], given: SimpleNamespace) -> None:
    from bashcoder_mlx.corpora import mixing
    from bashcoder_mlx.corpora.output import check_output

    if given.output is None:
        raise click.UsageError("name the file to write with -o FILE.jsonl")
    weights = [_with_number(argument) for argument in arguments]
    epochs = _epochs(given.epochs, [path for path, _ in weights])
    output = given.output.expanduser()
    check_output(output, [path for path, _ in weights], given.force)
    with _spool(output.parent, given.tokenizer) as spool:
        sources = [
            mixing.Source(str(path), spool.add(_read(path)), weight, epochs.get(path, 1.0))
            for path, weight in weights
        ]
        chosen = mixing.mix(spool, sources, given.by, given.count, given.seed)
        order = mixing.arrange(spool, chosen, given.schedule, given.replay, given.by, given.seed)
        mixing.write_lines(spool, order, output)
        write_answer(str(output))
        _show(mixing.contributions(spool, sources, order))


def _mix_two_sides(given: SimpleNamespace) -> None:
    from bashcoder_mlx.corpora import mixing

    folder = (given.output or Path(DEFAULT_FOLDER)).expanduser()
    named = {"language": given.language, "code": given.code}
    places = {side: _places(side, paths) for side, paths in named.items()}
    _check_folder(folder, [*places["language"], *places["code"]], given.force)
    with _spool(folder.parent, given.tokenizer) as spool:
        language, code = (
            mixing.Source(side, spool.add(d for path in paths for d in _read(path, f"{side}: ")))
            for side, paths in places.items()
        )
        ratio = DEFAULT_RATIO if given.ratio is None else given.ratio
        chosen = mixing.mix_two(spool, language, code, ratio, given.count, given.seed)
        order = mixing.arrange(spool, chosen, given.schedule, given.replay, seed=given.seed)
        paths = mixing.write_folder(spool, order, language, folder)
        write_answer("\n".join(map(str, paths)))
        _show(mixing.contributions(spool, [language, code], order))


def _with_number(text: str) -> tuple[Path, float]:
    """PATH or PATH=NUMBER; a path that exists as it stands is one, whatever signs it holds."""
    path, sign, number = text.rpartition("=")
    if not sign or Path(text).expanduser().exists():
        return Path(text).expanduser(), 1.0
    try:
        return Path(path).expanduser(), float(number)
    except ValueError:
        raise InputError(f"{text}: expected PATH or PATH=NUMBER; no such path") from None


def _epochs(texts: tuple[str, ...], paths: list[Path]) -> dict[Path, float]:
    for text in texts:
        if Path(text).expanduser() in paths:
            raise InputError(f"--epochs {text}: say how many, as in --epochs {text}=4")
    found = dict(map(_with_number, texts))
    for path in found:
        if path not in paths:
            raise InputError(f"--epochs {path}: no such source; given are {_listed(paths)}")
    return found


def _listed(paths: list[Path]) -> str:
    return ", ".join(map(str, paths))


def _places(side: str, named: tuple[str, ...]) -> list[Path]:
    if named:
        return [Path(path).expanduser() for path in named]
    found = [Path(path) for path in USUAL_PLACES[side] if Path(path).exists()]
    if not found:
        looked = " or ".join(USUAL_PLACES[side])
        raise InputError(f"no {side} text at {looked}: name a file or folder with --{side} PATH")
    return found[:1]


def _check_folder(folder: Path, inputs: list[Path], force: bool) -> None:
    from bashcoder_mlx.corpora.mixing import combined_paths
    from bashcoder_mlx.corpora.output import check_apart

    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file: name a folder to write into")
    targets = combined_paths(folder)
    check_apart(targets, folder, inputs)
    if not force and (existing := [path for path in targets if path.is_symlink() or path.exists()]):
        raise InputError(f"{existing[0]} exists: give another folder, or --force to replace it")


def _spool(folder: Path, tokenizer: str | None):
    from bashcoder_mlx.corpora.spool import Spool

    # The output's folder may not exist yet, and only a mixture that succeeds should make it.
    existing = next(path for path in (folder, *folder.parents, Path()) if path.is_dir())
    return Spool(existing, tokens.counter(tokenizer))


def _read(path: Path, side: str = "") -> Iterator:
    from bashcoder_mlx.corpora.local import ReadReport, read_documents

    report = ReadReport()
    yield from read_documents(path, report)
    note(f"{side}{path}: {report}")


def _show(found: list) -> None:
    """The table of contributions: documents, repeats, bytes and tokens with their shares."""
    units = ("documents", "bytes", "tokens")
    totals = {unit: sum(getattr(part, unit) for part in found) for unit in units}
    width = max(len(part.name) for part in found)
    heads = (f"{head:>22}" for head in totals)
    note(f"{'':{width}}{''.join(heads)}    distinct")
    for part in found:
        cells = (
            f"{getattr(part, unit):>14,} {getattr(part, unit) / max(total, 1):>6.1%}"
            for unit, total in totals.items()
        )
        note(f"{part.name:{width}}{' '.join(('', *cells))} {part.distinct:>11,}")
    note(
        f"{totals['documents']:,} documents, {totals['bytes']:,} bytes, {totals['tokens']:,} tokens"
    )
