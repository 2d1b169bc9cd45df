"""`bashcoder demo`: the whole path in minutes, on a corpus that comes with the package."""

import tempfile
from pathlib import Path

import click

from bashcoder_mlx.terminal import note, write_answer

# None of them is in the built-in corpus (tests/test_synthetic_tasks.py).
PROMPTS = (
    "list hidden files",
    "count the lines in all text files",
    "sort names.txt and remove duplicates",
)
_MAX_TOKENS = 32  # a model that has learned nothing would go on


@click.command()
@click.option(
    "-o",
    "--output-dir",
    type=click.Path(path_type=Path),
    help="Keep the run here  [default: a temporary folder]",
)
@click.option("--resume", is_flag=True, help="Continue a demonstration in the output folder.")
def command(output_dir: Path | None, resume: bool) -> None:
    """Train a tokenizer and a small model on English, then on bash, and ask it after each stage."""
    if output_dir:
        demonstrate(output_dir, resume)
        note(f"the model: {output_dir / 'best'}")
        return
    if resume:
        raise click.UsageError("--resume needs the --output-dir of the run to continue")
    with tempfile.TemporaryDirectory(prefix="bashcoder-demo-") as folder:
        demonstrate(Path(folder) / "run")


def demonstrate(folder: Path, resume: bool = False) -> None:
    """Trains in `folder` and prints the answers of the three models to the three prompts."""
    from bashcoder_mlx.model_directory import load_model_directory
    from bashcoder_mlx.training.initialise import new_model
    from bashcoder_mlx.training.recipe import load_recipe
    from bashcoder_mlx.training.run import train

    recipe = load_recipe("demo")
    train(recipe, folder, resume=resume)
    english, code = (load_model_directory(folder / stage.name) for stage in recipe.stages)
    untrained = new_model(recipe.model, english.tokenizer, recipe.seed, folder)
    untrained.model.eval()
    for title, loaded in (
        ("before stage 1 (untrained)", untrained),
        ("after stage 1 (English)", english),
        ("after stage 2 (bash)", code),
    ):
        write_answer("\n".join([title, *(f"  {p}\n    {_answer(p, loaded)}" for p in PROMPTS)]))


def _answer(prompt: str, loaded) -> str:
    """The most likely answer, on one line, whatever it is worth."""
    from bashcoder_mlx.inference.beam import beam_search
    from bashcoder_mlx.prompt import format_prompt

    ids = loaded.tokenizer.encode(format_prompt(prompt))
    best = beam_search(loaded.model, loaded.tokenizer, ids, max_tokens=_MAX_TOKENS)[0]
    return " ".join(best.text.split()) or "(nothing)"
