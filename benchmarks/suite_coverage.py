"""What the everyday suite covers, and how much of it the generator of training pairs can produce.

    python benchmarks/suite_coverage.py [--draws 3]

By area: tasks, those stated for macOS, distinct utilities of the references, and the tasks of which
a reference has the shape (the template of `shell.template`) of a command of the generator. The
generator's values are drawn a few times, as a value can decide whether an argument is a number.
Prompts that the generator writes word for word are counted among `--pairs` pairs.
"""

import random

import click

from bashcoder_mlx.corpora.synthetic.generate import pairs
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.tasks import every_task
from bashcoder_mlx.evaluation.suite import Task, by_area, read_suite, shipped_suite
from bashcoder_mlx.evaluation.systems import prompt_key
from bashcoder_mlx.shell.template import template, utilities_of


def generated_shapes(draws: int) -> set[tuple[str, ...]]:
    """The templates of every command of the generator, for all systems."""
    shapes = set()
    for task in every_task():
        for number in range(draws):
            bound = task.draw(Draw(random.Random(f"{task.name} {number}").random))
            shapes |= {template(task.answer(system, bound)) for system in task.answers}
    return shapes


def row(area: str, tasks: list[Task], shapes: set) -> str:
    """A row of the table."""
    references = [reference for task in tasks for reference in task.references]
    utilities = {name for text in references for name, _ in utilities_of(text)}
    covered = sum(any(template(r) in shapes for r in task.references) for task in tasks)
    found = sum(template(reference) in shapes for reference in references)
    stated = sum(task.macos is not None for task in tasks)
    cells = [area, len(tasks), stated, len(utilities), f"{covered} ({covered / len(tasks):.0%})"]
    cells.append(f"{found} of {len(references)} ({found / len(references):.0%})")
    return "| " + " | ".join(map(str, cells)) + " |"


@click.command()
@click.option("--draws", default=3, show_default=True)
@click.option("--pairs", "count", default=200_000, show_default=True)
def main(draws: int, count: int) -> None:
    """Prints a table by area."""
    suite, shapes = read_suite(shipped_suite()), generated_shapes(draws)
    click.echo(
        "| area | tasks | for macOS | utilities | tasks the generator can produce | shapes |"
    )
    click.echo("|---|---|---|---|---|---|")
    for area, tasks in by_area(suite).items():
        click.echo(row(area, tasks, shapes))
    click.echo(row("all", suite, shapes))
    prompts = {prompt_key(task.prompt) for task in suite}
    written = {prompt_key(pair.prompt) for pair in pairs(count, seed=1)}
    click.echo(
        f"{len(prompts & written)} of {len(prompts)} prompts among {count:,} generated pairs"
    )


if __name__ == "__main__":
    main()
