"""`bashcoder data combine`: several corpora in one."""

from pathlib import Path

import click

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import ReadReport, read_documents
from bashcoder_mlx.corpora.mixing import check_output, combine, write_mixture
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer

# Where each side is looked for when it is not named: our own layout, then llm-from-scratch's.
USUAL_PLACES = {
    "language": ("data/language", "../llm-from-scratch/data/tiny_stories.txt"),
    "code": ("data/code", "data_large"),
}


@click.command()
@click.option("--language", multiple=True, help="English: a file or a folder; may be repeated.")
@click.option("--code", multiple=True, help="Bash: a file or a folder; may be repeated.")
@click.option(
    "--output", "--output-dir", default="data_combined", show_default=True, help="Folder."
)
@click.option("--ratio", default=0.8, show_default=True, help="Share of language, by documents.")
@click.option("--seed", default=0, show_default=True, help="Decides the order.")
@click.option(
    "--count",
    type=int,
    help="Documents in all  [default: every one, the short side more than once]",
)
@click.option("--force", is_flag=True, help="Replace an earlier mixture in the output folder.")
def command(language, code, output, ratio, seed, count, force) -> None:
    """Mix English and bash by ratio into OUTPUT/combined.json and combined.jsonl.

    Reads .txt (blank lines part documents), .jsonl, .jsonl.gz, .json, .sh, and folders of them.
    """
    sides = {"language": language, "code": code}
    paths = {side: _places(side, named) for side, named in sides.items()}
    output = Path(output).expanduser()
    check_output(output, [*paths["language"], *paths["code"]], force)
    documents = {side: _read(side, paths[side]) for side in sides}
    mixture = combine(documents["language"], documents["code"], ratio, seed, count)
    write_answer("\n".join(map(str, write_mixture(mixture, output))))
    note(
        f"{len(mixture.documents):,} documents: {mixture.language_ratio:.1%} language, "
        f"{mixture.code_ratio:.1%} code ({mixture.language_characters:.1%} of the characters are "
        "language)"
    )


def _places(side: str, named: tuple[str, ...]) -> list[Path]:
    if named:
        return [Path(path).expanduser() for path in named]
    found = [Path(path) for path in USUAL_PLACES[side] if Path(path).exists()]
    if not found:
        looked = " or ".join(USUAL_PLACES[side])
        raise InputError(f"no {side} text at {looked}: name a file or folder with --{side} PATH")
    return found[:1]


def _read(side: str, paths: list[Path]) -> list[Document]:
    documents = []
    for path in paths:
        report = ReadReport()
        documents += read_documents(path, report)
        note(f"{side}: {path}: {report}")
    return documents
