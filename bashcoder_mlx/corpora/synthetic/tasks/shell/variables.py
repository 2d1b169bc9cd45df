"""Folders for the search path."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, stem


def folder_path(draw: Draw, spaced: bool) -> Value:
    """A folder of programs, such as /opt/NAME/bin."""
    places: tuple[Callable[[str], str], ...] = (
        lambda name: f"/opt/{name}/bin",
        lambda name: f"/usr/local/{name}/bin",
        lambda name: f"/home/dev/{name}/bin",
    )
    return named(draw.pick(places)(stem(draw)))
