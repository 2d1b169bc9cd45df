"""Texts: kinds of files, and the searches whose contents are worked on."""

from collections.abc import Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, words
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search


def _text(slot: str) -> Slot:
    def draw_text(draw: Draw, spaced: bool) -> Value:
        while (value := SLOTS[slot](draw, spaced)).data not in words("text_ext"):
            pass
        return value

    return draw_text


TEXTS: Mapping[str, Slot] = {"kind": _text("kind"), "ext": _text("ext")}
CONTENTS: Sequence[Search] = (
    *((h.FILES,), (h.KIND,), (h.PAIR,), (h.MATCHING,), (h.MATCHING_ANY_CASE,), (h.ANY_CASE,)),
    *((h.FILES, n.CALLED), (h.KIND, t.NEWER), (h.KIND, t.OLDER), (h.KIND, p.SKIPPING)),
    *((h.KIND, p.TOP_ONLY), (h.FILES, t.NEWER), (h.FILES, t.OLDER), (h.NOT_KIND,), (h.TRIPLE,)),
    *((h.KIND, p.PRUNING), (h.MATCHING, p.TOP_ONLY)),
)
