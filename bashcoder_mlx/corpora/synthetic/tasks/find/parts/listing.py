"""What find finds, listed as it prints it: the action of the searches that are only searches."""

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.trial.world import World


def listed(query: Query, world: World, s: Bound) -> Outcome:
    """The paths in any order; find fails where it cannot enter a folder."""
    status = 1 if query.place.errors else 0
    return Outcome(query.matches(world, s), ordered=False, status=status)


LIST = Action(
    "list",
    block("""
        [find|find|list|show|print|search for|look for|locate|get] <all>
        [show me|give me|display|list the paths of|print the paths of] <all>
        """),
    "",
    ["[Finds|Lists|Prints the paths of] the <np>."],
    listed,
    ask=block("""
        [which|what] <many>?
        [are there any|I need all|I am looking for|where are the] <np>
        <np>
        I do not know where <all> are; find them
        I want see <np>, with find
        """),
)
