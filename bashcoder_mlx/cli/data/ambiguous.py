"""`bashcoder data ambiguous`: wordings of the generator that ask for two things."""

from collections.abc import Iterator
from fnmatch import fnmatch

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.terminal import note, write_answer, write_json

SHOWN = 100  # characters of a command that a person reads


@click.command()
@click.argument("patterns", metavar="[TASK...]", nargs=-1)
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.95,
    show_default=True,
    help="How similar the other wording must be.",
)
@options.json
def command(patterns, least, as_json) -> None:
    """List wordings to which that of another task, with another command, is nearest.

    The worst come first: those that another task has word for word. Values are replaced by their
    types. Each TASK is a pattern such as "files/*"; only wordings of such tasks are listed.
    """
    from bashcoder_mlx.corpora.synthetic.ambiguity import ambiguous
    from bashcoder_mlx.corpora.synthetic.tasks import every_task

    found = [one for one in ambiguous(every_task(), least) if _is_wanted(one, patterns)]
    if as_json:
        write_json([_record(one) for one in found])
    elif found:
        write_answer("\n".join(line for one in found for line in _lines(one)))
    same = sum(one.is_same for one in found)
    note(f"{len(found):,} ambiguous: {same:,} word for word, {len(found) - same:,} nearly")


def _is_wanted(one, patterns: tuple[str, ...]) -> bool:
    names = (one.wording.task, one.other.task)
    return not patterns or any(fnmatch(name, p) for name in names for p in patterns)


def _record(one) -> dict:
    record = {"similarity": round(one.similarity, 3)}
    for key, wording in (("one", one.wording), ("other", one.other)):
        record[key] = {"wording": wording.text, "task": wording.task, "command": wording.command}
    return record


def _lines(one) -> Iterator[str]:
    yield f"{one.similarity:.2f}  {one.wording.text}"
    if not one.is_same:
        yield f"      {one.other.text}"
    for wording in (one.wording, one.other):
        yield f"      {wording.task}: {' '.join(wording.command.split())[:SHOWN]}"
