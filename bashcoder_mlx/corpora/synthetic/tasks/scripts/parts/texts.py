"""The tables beside this module: what the parts of scripts are called, how they are asked for, and
their bash. What they must do stands in the modules of the families.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bashcoder_mlx import toml


def rows(table: str, kind: str, **marks: str) -> Iterator[tuple[str, dict]]:
    """The name and the fields of every part of a kind, `<mark>` replaced in its texts."""
    for name, row in _read(table)[kind].items():
        yield name, {key: _marked(value, marks) for key, value in row.items()}


@cache
def _read(table: str) -> dict[str, dict]:
    return toml.loads(Path(__file__).with_name(f"{table}.toml").read_text(encoding="utf-8"))


def _marked(value, marks: dict[str, str]):
    if isinstance(value, list):
        return [_marked(inner, marks) for inner in value]
    if isinstance(value, str):
        for mark, text in marks.items():
            value = value.replace(f"<{mark}>", text)
    return value
