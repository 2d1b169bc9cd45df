"""The path and the readable size of what find finds, cut out of what ls prints."""

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.corpora.synthetic.tasks.find.details import human, one_large
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import FOLDER_UNSPACED, without_blanks
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.trial.world import World


def _path_and_size(query: Query, world: World, s: Bound) -> Outcome:
    found = wanted(query, world, s)
    lines = [f"{query.shown(path)}: {human(world[path].size)}" for path in found]
    return Outcome(lines, ordered=False)


PATHS_AND_SIZES = Action(
    "name-and-size",
    block("""
        [list|show|print] the path and the readable size of <all>, like path: size
        [list|show] <all> with [readable|human-readable] sizes, only the path and the size[, cut
          out of ls -lh with awk|]; no name has blanks
        take path and size out of ls -lh for each of the <np>, with awk
        """),
    r"-exec ls -lh {} \;",
    ["Prints the path and the readable size of the <np>."],
    _path_and_size,
    ask=block("""
        [path and readable size|path: size] of <np>, from ls -lh
        how do I print path: size, cut out of ls -lh by awk, of <all>?
        I need just the path and the size, in KB or MB, of <all>; ls -lh and awk
        awk on ls -lh of <np>, so that each line is the path, a colon and the size
        """),
    pipe=" | awk '{print $9 \": \" $5}'",
    setup=without_blanks(one_large),
    slots=FOLDER_UNSPACED,
    core=((h.FILES, z.LARGER), (h.FILES,), (h.KIND,), (h.KIND, z.LARGER), (h.ANY_CASE,)),
)
