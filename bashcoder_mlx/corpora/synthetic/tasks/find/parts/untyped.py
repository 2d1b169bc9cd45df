"""Heads that ask for no type where what is found is files, and the order from the deepest up."""

from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion, changed, keep

ENTRIES = replace(
    h.ANY,
    key="entries",
    noun="entries",
    one="entry",
    tail="[, all of them files|, none of them a folder| (they are all files)]",
    good=keep,
)
"""Of whatever type: only files meet the rest."""
_EITHER = "[*.{ext.raw} [and|or] *.{ext2.raw}|*.{ext2.raw} [and|or] *.{ext.raw}]"
EITHER_ANY_CASE = replace(
    w.EITHER_GROUPED,
    key="ieither",
    test=r"\( -iname '*.{ext}' -o -iname '*.{ext2}' \)",
    noun=f"[entries|files and folders|things] [named|matching] {_EITHER}",
    tail="[, ignoring case|, in upper or lower case|, case-insensitively]",
    also=[changed(ext=lambda s: s.ext), changed(ext=lambda s: s["ext2"].data.upper())],
    holds=lambda item, s: item.name.lower().endswith((f".{s.ext}", f".{s.ext2}")),
)
_THREE = "[*.{ext.raw}, *.{ext2.raw} or *.{ext3.raw}|*.{ext3.raw}, *.{ext.raw} or *.{ext2.raw}]"
ANY_OF_THREE = replace(
    w.EITHER_GROUPED,
    key="anyofthree",
    test=r"\( -name '*.{ext}' -o -name '*.{ext2}' -o -name '*.{ext3}' \)",
    noun=f"[entries|files and folders|things] [ending in|named|matching] {_THREE}",
    one="entry ending in .{ext.raw}, .{ext2.raw} or .{ext3.raw}",
    also=[changed(ext=lambda s: s.ext), changed(ext=lambda s: s.ext3)],
    holds=lambda item, s: item.name.endswith((f".{s.ext}", f".{s.ext2}", f".{s.ext3}")),
)
DIRECT = Criterion(
    "direct",
    "depth",
    "-mindepth 1 -maxdepth 1",
    here="[ that lie directly in this folder| directly in the current directory]",
    there="[ that lie directly in {dir}| directly in {dir}, but not {dir} itself,]",
    good=changed(folder=""),
    bad=[changed(folder="part")],
    holds=lambda item, s: item.depth == 1,
)
DEEPEST_FIRST = Criterion(
    "depth",
    "depth",
    "-depth",
    tail="[, from the deepest up|, what is in a folder before the folder|, depth first]",
)
