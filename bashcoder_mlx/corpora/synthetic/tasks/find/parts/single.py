"""A task that is a search of its own kind, in one of the places."""

from collections.abc import Mapping
from types import MappingProxyType

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import Place
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import BEFORE


def task_in(
    place: Place,
    name: str,
    run: str | Mapping[str, str],
    say: str,
    explain: str,
    ask: str = "",
    where: str = "",
    before: str = "",
    slots: Mapping[str, Slot] = MappingProxyType({}),
    **more: object,
) -> Task:
    """A task in a place, which `<where>` names in the English, with a blank before it.

    Args:
        say, ask: blocks of wordings.
        where: other words for the place.
    """
    said, explained = where or place.deep, where or place.explain
    return Task(
        name=f"{name}-{place.key}",
        say=[text.replace("<where>", said) for text in block(say)],
        ask=[text.replace("<where>", said) for text in block(ask)],
        run=run,
        explain=[explain.replace("<where>", explained)],
        slots={**place.slots, **slots},
        before="\n".join(filter(None, (BEFORE, before))),
        **more,
    )


def below(place: Place, s: Bound, *names: str) -> list[str]:
    """Paths as find shows them, from those below the place."""
    return [f"{place.tops(s)[0]}/{name}" for name in names]
