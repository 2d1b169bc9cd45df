"""The prompts shown in README with what a model answers, as it is.

    python benchmarks/prompts.py [MODEL]

People type just these, so the built-in corpus holds them by rule: they are no evidence.
"""

import warnings

import click

from bashcoder_mlx import ask, explain, load
from bashcoder_mlx.terminal import write_answer

PROMPTS = (
    "write a script to list files",
    "list hidden files",
    "count the lines in all text files",
    "find files larger than 100 MB",
    "replace foo with bar in notes.txt",
    "make script.sh executable",
    "sort names.txt and remove duplicates",
    "compress the folder photos",
    "delete empty directories",
    "show which process uses port 8080",
)
SCRIPT = "Create a bash script to backup files"
COMMAND = "tar -xzf archive.tar.gz"


@click.command()
@click.argument("model", default="bashcoder-tiny")
def main(model: str) -> None:
    """Prints prompts and answers as text."""
    warnings.simplefilter("ignore")
    loaded = load(model)
    for prompt in PROMPTS:
        write_answer(f"$ bashcoder {prompt}\n{ask(prompt, loaded, system='linux').text}")
    script = ask(SCRIPT, loaded, task="script", system="linux")
    write_answer(f"$ bashcoder ask --script {SCRIPT}\n{script.text}")
    write_answer(f"$ bashcoder explain {COMMAND}\n{explain(COMMAND, loaded, system='linux').text}")


if __name__ == "__main__":
    main()
