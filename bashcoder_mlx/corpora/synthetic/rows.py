"""One entry of a table for every combination of rows: `<verb.key>` becomes the text of a row."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

_MARK = re.compile(r"<([a-z]+)\.([a-z_]+)>")


def combinations(
    entry: Mapping, lists: Mapping[str, list[Mapping]], texts: Mapping[str, str]
) -> list[dict]:
    """The entry once for every combination of rows of the lists that its `each` names.

    Args:
        texts: what `<text.name>` stands for in any entry. Rows and texts may hold such marks too.

    Raises:
        ValueError: a list or key that does not exist.
    """
    entry = dict(entry)
    names = entry.pop("each", ())
    if unknown := [name for name in names if name not in lists]:
        raise ValueError(f"each: there are no rows.{unknown[0]}")
    return [
        _filled(entry, dict(zip(names, some, strict=True)), texts)
        for some in product(*(lists[name] for name in names))
    ]


def _filled(entry: Mapping, chosen: Mapping[str, Mapping], texts: Mapping[str, str]) -> dict:
    filled = _fill(entry, {**chosen, "text": texts})
    for row in chosen.values():
        filled["weight"] = filled.get("weight", 1) * row.get("weight", 1)
        if "system" in row:
            filled["system"] = row["system"]
    return filled


def _fill(value, chosen: Mapping[str, Mapping]):
    if isinstance(value, str):
        alone = _MARK.fullmatch(value)
        if alone and alone[1] in chosen:
            return _value(alone, chosen)
        return _MARK.sub(lambda mark: _text(mark, chosen), value)
    if isinstance(value, Mapping):
        return {_fill(key, chosen): _fill(inner, chosen) for key, inner in value.items()}
    if isinstance(value, list):
        return [one for inner in value for one in _joined(inner, chosen)]
    return value


def _joined(inner, chosen: Mapping) -> Iterator:
    """A list that stands for an item of a list is joined to it."""
    filled = _fill(inner, chosen)
    yield from filled if isinstance(inner, str) and isinstance(filled, list) else [filled]


def _text(mark: re.Match, chosen: Mapping) -> str:
    return str(_value(mark, chosen)) if mark[1] in chosen else mark[0]


def _value(mark: re.Match, chosen: Mapping):
    row = chosen[mark[1]]
    if mark[2] not in row:
        raise ValueError(f"{mark[0]}: there is no {mark[2]} in {row.get('key', mark[1])}")
    return _fill(row[mark[2]], chosen)
