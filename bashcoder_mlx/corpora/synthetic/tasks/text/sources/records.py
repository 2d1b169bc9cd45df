"""Sources that are fields of records: JSON, accounts, variables."""

import json
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import SUMS, Items, Source
from bashcoder_mlx.trial.world import World

_REMARK = "[| (the same format as /etc/passwd)]"


def _json(world: World, s: Bound, items: Items) -> None:
    records = [{"code": "aardvark", s.key: item, "tags": [s.key]} for item in items]
    world.file(s.json, json.dumps(records))


def _passwd(place: int) -> Callable[[World, Bound, Items], None]:
    """Accounts with the items as that field."""

    def build(world: World, s: Bound, items: Items) -> None:
        rows = []
        for index, item in enumerate(items):
            row = [f"u{index}", "x", "1000", "1000", "A Name", f"/home/u{index}", "/bin/sh"]
            row[place] = item
            rows.append(":".join(row))
        world.file(s.passwd, rows)

    return build


SOURCES = (
    Source(
        name="json",
        things="{key} values",
        thing="{key} value",
        where="[of [|all ]the objects in|in the [|JSON ]array in] <in>",
        file="{json}",
        run="jq -r '.[].{key}' {json}",
        build=_json,
        gist="takes {key} of each object in {json} (jq -r)",
        numeric=True,
        never=SUMS,
        say="""
            <show> the {key} of [each|every] [object|item|element] in [|the array in ]{json}
            [print|list] [all|all the|the] {key} values [of|in] the array in {json}
        """,
    ),
    Source(
        name="logins",
        things="[user names|login names|usernames]",
        thing="[user name|login name|username]",
        where="in <in>",
        file="{passwd}",
        remark=_REMARK,
        run="cut -d: -f1 {passwd}",
        build=_passwd(0),
        gist="takes the user names from {passwd} (cut)",
        weight=0.15,
        never=("count",),
        say=f"<show> the [user names|login names|usernames] in {{passwd}}{_REMARK}",
    ),
    Source(
        name="shells",
        things="login shells",
        thing="login shell",
        where="in <in>",
        file="{passwd}",
        remark=_REMARK,
        run="cut -d: -f7 {passwd}",
        build=_passwd(6),
        gist="takes the login shells from {passwd} (cut)",
        emit=lambda items, s: [f"/bin/{item}" for item in items],
        weight=0.15,
        never=("count",),
        say=f"<show> the [login shells|shell of each user] in {{passwd}}{_REMARK}",
    ),
    Source(
        name="variables",
        things="[variable names|names of variables]",
        thing="variable name",
        where="in <in>",
        file="{env}",
        run="cut -d= -f1 {env}",
        build=lambda world, s, items: world.file(
            s.env, [f"{x}={n}=2 x" for n, x in enumerate(items)]
        ),
        gist="takes the names before the = signs of {env} (cut)",
        weight=0.15,
        never=("count",),
        say="""
            <show> the [variable names|names of the variables] [set|defined] in {env}
        """,
    ),
)
