"""JSON with other indentation."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def indented_by_few(world: World, s: Bound) -> str:
    """{few} blanks a level."""
    one = " " * s.few
    return f'{{\n{one}"a": [\n{one}{one}1\n{one}]\n}}\n'
