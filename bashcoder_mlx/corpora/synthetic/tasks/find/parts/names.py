"""What find can ask of names."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named, quoted
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Change,
    Criterion,
    changed,
    either,
    keep,
    negated,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import SKIP
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Spec


def bare(slot: str):
    """A general slot, said without "the file" or "the folder"."""

    def draw_bare(draw: Draw, spaced: bool) -> Value:
        value = SLOTS[slot](draw, spaced)
        return value._replace(english=quoted(value.data))

    return draw_bare


def _exact(attribute: str, change=lambda name: name) -> Change:
    def good(spec: Spec, s: Bound) -> None:
        spec.stem, spec.ext = change(getattr(s, attribute)), ""
        spec.folder = spec.folder or "part0"

    return good


def _named(form: str, change=lambda word: word) -> Change:
    """Gives the spec a name made of its own and the word, changed in its case."""

    def good(spec: Spec, s: Bound) -> None:
        word = change(s.word)
        spec.stem = form.format(word=word, stem=spec.stem)
        spec.ext = "" if form.endswith("{word}") else spec.ext

    return good


def _folder_name(draw: Draw, spaced: bool) -> Value:
    return named((SKIP["skip"] if draw.chance(0.4) else SLOTS["stem"])(draw, False).data)


_OTHER = changed(stem="other")
NAME = "[called|named|with the name]"
_LONGER = changed(stem=lambda s: f"{s.name}.bak", ext="")
_PREFIXED = changed(stem=lambda s: f"my{s.name}", ext="")
_SWAPPED = changed(stem=lambda s: s.name.swapcase(), ext="")
_CASE = "[ignoring case|in upper or lower case|regardless of case|in any case|case-insensitively]"

CALLED = Criterion(
    "called",
    "name",
    "-name {name}",
    f"{NAME} {{name}}",
    "are [called|named] {name}",
    good=_exact("name"),
    bad=[_LONGER, _PREFIXED, _SWAPPED],
    holds=lambda item, s: item.name == s.name,
    slots={"name": bare("file")},
)
CALLED_ANY_CASE = Criterion(
    "icalled",
    "name",
    "-iname {name}",
    f"{NAME} {{name}} {_CASE}",
    "are [called|named] {name} in upper or lower case",
    good=_exact("name"),
    also=[changed(stem=lambda s: s.name.upper(), ext=""), _SWAPPED],
    bad=[_LONGER, _PREFIXED],
    holds=lambda item, s: item.name.lower() == s.name.lower(),
    slots={"name": bare("file")},
)
_CALLED_OTHER = Criterion(
    "called2",
    "name",
    "-name {name2}",
    "{name2}",
    "{name2}",
    good=_exact("name2"),
    bad=[changed(stem=lambda s: f"{s.name2}.bak", ext="")],
    holds=lambda item, s: item.name == s.name2,
    slots={"name2": bare("file")},
)
CALLED_EITHER = either(CALLED, _CALLED_OTHER, "calledeither")
NOT_CALLED = negated(
    CALLED,
    "[except {name}|other than {name}|that are not [called|named] {name}|but not {name}]",
    "are not [called|named] {name}",
    [keep],
)
FOLDER_CALLED = Criterion(
    "called",
    "name",
    "-name {name}",
    f"{NAME} {{name}}",
    "are [called|named] {name}",
    good=_exact("name"),
    bad=[changed(stem=lambda s: f"{s.name}-old"), _SWAPPED],
    holds=lambda item, s: item.name == s.name,
    slots={"name": _folder_name},
)
STARTS = Criterion(
    "starts",
    "name",
    "-name '{word}*'",
    "[whose names start with|starting with|with names beginning with] {word}",
    "[have names that start with|have a name beginning with] {word}",
    "[whose name starts with|starting with|with a name beginning with] {word}",
    good=_named("{word}-{stem}"),
    bad=[_OTHER, changed(stem=lambda s: f"my{s.word}"), _named("{word}", str.swapcase)],
    holds=lambda item, s: item.name.startswith(s.word),
)
NOT_STARTS = negated(
    STARTS,
    "[whose names do not start with|not starting with|except those starting with] {word}",
    "have names that do not start with {word}",
    [keep],
)
ENDS = Criterion(
    "ends",
    "name",
    "-name '*{word}'",
    "[whose names end with|with names ending in|whose name ends in] {word}",
    "[have names that end with|have a name ending in] {word}",
    "[whose name ends with|with a name ending in] {word}",
    good=_named("{stem}-{word}"),
    bad=[_OTHER, changed(stem=lambda s: f"my{s.word}", ext="x")],
    holds=lambda item, s: item.name.endswith(s.word),
)
_IN_NAME = "[with {word} in the name|whose names contain {word}|with {word} in their names]"
_IN_ITS_NAME = "[with {word} in its name|whose name contains {word}]"
CONTAINS = Criterion(
    "contains",
    "name",
    "-name '*{word}*'",
    _IN_NAME,
    "[have {word} in their name|have names that contain {word}]",
    _IN_ITS_NAME,
    good=_named("{stem}-{word}x"),
    bad=[_OTHER, _named("{word}", str.swapcase)],
    holds=lambda item, s: s.word in item.name,
)
NOT_CONTAINS = negated(
    CONTAINS,
    "[without {word} in the name|whose names do not contain {word}"
    "|except those with {word} in the name]",
    "do not have {word} in their name",
    [keep],
)
CONTAINS_ANY_CASE = Criterion(
    "icontains",
    "name",
    "-iname '*{word}*'",
    f"{_IN_NAME} {_CASE}",
    "have {word} in their name [in upper or lower case|in any case]",
    f"{_IN_ITS_NAME} {_CASE}",
    good=_named("{stem}-{word}x", str.upper),
    also=[_named("{stem}-{word}x")],
    bad=[_OTHER],
    holds=lambda item, s: s.word.lower() in item.name.lower(),
)
STARTS_ANY_CASE = Criterion(
    "istarts",
    "name",
    "-iname '{word}*'",
    f"[whose names start with|with names beginning with] {{word}} {_CASE}",
    "have names that start with {word} in upper or lower case",
    f"whose name starts with {{word}} {_CASE}",
    good=_named("{word}-{stem}", str.upper),
    also=[_named("{word}-{stem}")],
    bad=[_OTHER, changed(stem=lambda s: f"my{s.word}")],
    holds=lambda item, s: item.name.lower().startswith(s.word.lower()),
)
