"""What loops make of all numbers i together."""

from math import prod

from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Body


def _total(key: str, start: str, step: str, verb: str, rest: str, short: str, end) -> Body:
    name = start[0]
    return Body(
        key,
        step,
        verb,
        rest,
        short,
        short,
        lambda world, i, s: (),
        start=start,
        after=f'; echo "${name}"',
        end=lambda items, s: [f"{end(items)}"],
        weight=1.5,
    )


_SUM = (
    "[add up|sum]",
    " and print the [sum|total]",
    "add it to a sum, which is printed at the end",
    sum,
)
_COUNT = ("count", " and print the count", "count it; print the count at the end", len)
TOTALS = (
    _total("sum", "s=0; ", "s=$((s + i))", *_SUM),
    _total(
        "sum-double",
        "s=0; ",
        "((s += i))",
        "[add up|sum] with (( ))",
        *(_SUM[1], "add it to a sum with (( )); print that at the end", sum),
    ),
    _total(
        "product",
        "p=1; ",
        "p=$((p * i))",
        "multiply",
        " by one another and print the product",
        "multiply a product by it, which is printed at the end",
        prod,
    ),
    _total(
        "squares",
        "s=0; ",
        "s=$((s + i * i))",
        "add up the squares of",
        " and print the sum",
        "add its square to a sum, which is printed at the end",
        lambda items: sum(i * i for i in items),
    ),
)
COUNTS = (
    _total("count", "n=0; ", "n=$((n + 1))", *_COUNT),
    _total(
        "count-double",
        "n=0; ",
        "((n++))",
        "count with (( ))",
        *(_COUNT[1], "count it with (( )); print the count at the end", len),
    ),
)
