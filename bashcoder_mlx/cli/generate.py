"""`bashcoder generate`: raw sampling from any model."""

from dataclasses import asdict

import click

from bashcoder_mlx import inference
from bashcoder_mlx.cli import options
from bashcoder_mlx.inference.continuation import continue_prompt, continue_text
from bashcoder_mlx.prompt import host_system
from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command()
@click.option("--prompt", help="Text to start from  [default: nothing].")
@click.option("--raw", is_flag=True, help="Continue the prompt as plain text, whatever the model.")
@click.option("--num-samples", type=click.IntRange(1, 64), default=1, show_default=True)
@options.model
@options.max_tokens(200)
@options.sampling(temperature=0.8)
@options.json
def command(prompt, raw, num_samples, model, max_tokens, as_json, **sampling) -> None:
    """Sample text from a model.

    A model trained on prompts gets PROMPT as one: a script where the prompt says "script" and the
    model knows that task, a command otherwise. Any other model, or --raw, continues PROMPT as
    plain text, and the text printed begins with it.
    """
    if prompt is not None and not prompt.strip():
        raise click.UsageError("the prompt is empty: leave --prompt out to start from nothing")
    loaded = inference.load(model, note if model else lambda line: None)
    task = None if raw or prompt is None else _task(prompt, loaded.config.get("tasks", ()))
    sampling |= {"max_tokens": max_tokens, "count": num_samples}
    if task:
        found = continue_prompt(prompt, loaded, task, host_system(), **sampling)
    else:
        found = continue_text(prompt or "", loaded, **sampling)
    if as_json:
        samples = [asdict(generation) for generation in found]
        write_json({"prompt": prompt, "task": task, "samples": samples})
    else:
        start = "" if task else prompt or ""
        write_answer("\n\n".join(start + generation.text for generation in found))


def _task(prompt: str, tasks) -> str | None:
    """The task of a prompt, of those that the model was trained on; None where it has none."""
    if "script" in tasks and "script" in prompt.lower():
        return "script"
    return "command" if "command" in tasks else next(iter(tasks), None)
