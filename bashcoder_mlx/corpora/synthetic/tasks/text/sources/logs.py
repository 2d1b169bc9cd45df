"""Sources that are fields of the access log of a web server, and starts of lines."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.matches import address
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

_CODES = [200, 404, 500, 301, 302, 403, 304, 400, 401, 405, *range(410, 499), *range(501, 560)]
_CLIENT, _PATH, _CODE = 1, 7, 9  # fields of a request
_REMARK = "[| (an access log)| (a web server log)]"


def _fields(column: int) -> Callable[[Items, Bound], Items]:
    """The items as that field of requests."""

    def emit(items: Items, s: Bound) -> Items:
        if column == _CLIENT:
            return [address(item) for item in items]
        if column == _PATH:
            return [f"/{item}/index.html" for item in items]
        order = sorted(set(items))
        return [str(_CODES[order.index(item) % len(_CODES)]) for item in items]

    return emit


def _requests(column: int, coded: bool = False) -> Callable[[World, Bound, Items], None]:
    """Requests with the items as that field; of status {code}, among others, where it counts."""

    def build(world: World, s: Bound, items: Items) -> None:
        lines = []
        for index, item in enumerate(items):
            parts = {_CLIENT: "192.0.2.9", _PATH: "/a/b.png", _CODE: str(s.code if coded else 200)}
            parts[column] = item
            lines.append(_request(index, *parts.values()))
        if coded:
            others = [_request(60, "10.9.9.9", f"/{s.code}", str(s.code % 7 + 600))] * 3
            lines = among(lines, others)
        world.file(s.log, lines)

    return build


def _request(index: int, client: str, path: str, status: str) -> str:
    time = f"[17/May/2024:10:{index // 60 % 60:02}:{index % 60:02} +0000]"
    return f'{client} - - {time} "GET {path} HTTP/1.1" {status} {1000 + index} "-" "agent/1.0"'


def _starts(world: World, s: Bound, items: Items) -> None:
    world.file(s.log, [f"{item}{i}-rest" for i, item in enumerate(items)])


def _access(name: str, things: str, thing: str, column: int, weight: float = 0.3) -> Source:
    return Source(
        name=name,
        things=things,
        thing=thing,
        where="in <in>",
        file="{log}",
        remark=_REMARK,
        run=f"awk '{{print ${column}}}' {{log}}",
        build=_requests(column),
        gist=f"takes the {thing} of each request of {{log}} (awk)",
        emit=_fields(column),
        weight=weight,
        never=("count", "lower-distinct"),
        say=f"""
            <show> the {things} in {{log}}{_REMARK}
            [print|list] the {thing} of [each|every] request in {{log}}
        """,
    )


SOURCES = (
    _access("clients", "client IP addresses", "client IP address", _CLIENT, 0.5),
    _access("paths", "requested [paths|pages|URLs]", "requested [path|page|URL]", _PATH),
    _access("codes", "[|HTTP ]status codes", "[|HTTP ]status code", _CODE),
    Source(
        name="paths-with-code",
        things="requested [paths|URLs]",
        thing="requested [path|URL]",
        where="with [|HTTP ]status {code} in <in>",
        file="{log}",
        remark=_REMARK,
        run="awk '$9 == {code} {print $7}' {log}",
        build=_requests(_PATH, coded=True),
        gist="takes the path of each request of {log} with status {code} (awk)",
        emit=_fields(_PATH),
        never=("count",),
        say=f"""
            <show> the requested [paths|URLs] [with|that got] [|HTTP ]status {{code}} in
                {{log}}{_REMARK}
        """,
    ),
    Source(
        name="clients-with-code",
        things="client IP addresses",
        thing="client IP address",
        where="[of the requests with|that got] [|HTTP ]status {code} in <in>",
        file="{log}",
        remark=" [(an access log)|(a web server log)]",
        run="awk '$9 == {code} {print $1}' {log}",
        build=_requests(_CLIENT, coded=True),
        gist="takes the client of each request of {log} with status {code} (awk)",
        emit=_fields(_CLIENT),
        never=("count", "lower-distinct"),
        say="""
            <show> the [client |]IP addresses of the requests [with|that got] [|HTTP ]status
                {code} in {log}
        """,
    ),
    Source(
        name="starts",
        things="values",
        thing="value",
        where="in the first {chars} characters of each line of <in>",
        file="{log}",
        run="cut -c1-{chars} {log}",
        build=_starts,
        gist="takes the first {chars} characters of each line of {log} (cut)",
        emit=lambda items, s: [item.ljust(s.chars, ".") for item in items],
        never=("count",),
        say="""
            [print|show|keep] [only |]the first {chars} characters of [each|every] line [of|in]
                {log}
            cut [each|every] line of {log} after {chars} characters
        """,
    ),
)
