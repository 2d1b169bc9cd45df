"""What plain scripts compute of numbers, and how; parts of plain_numbers.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Numbers = Sequence[int]


@dataclass(frozen=True)
class Result:
    """What becomes of the numbers; in English, X stands for them."""

    key: str
    say: Sequence[str]
    does: str
    lines: Sequence[str]
    value: Callable[[Numbers], Sequence[object]]
    start: Sequence[str] = ()
    end: Sequence[str] = ()
    hint: str = ""
    on: str = "all"
    """Where it fits: "all"; "whole", without a choice, or "given" or "read" besides; "choice"."""
    cost: int = 0


def _product(some: Numbers) -> int:
    result = 1
    for n in some:
        result *= n
    return result


_SUM = ("[add up|sum] X", "[print|compute|find] the sum of X", "[show|say] what X add up to")
_PRODUCT = (
    "multiply X with each other",
    "[print|compute|find] the product of X",
    "[show|say] the product of X",
)
_MAX = ("[print|find|show] the [largest|biggest|highest] of X", "[print|say] the maximum of X")
_MIN = ("[print|find|show] the [smallest|lowest|least] of X", "[print|say] the minimum of X")
_COUNT = ("count X", "[print|say] how many X there are", "[print|find|show] the number of X")
_MEAN = (
    "[print|compute|find] the average of X, in whole numbers",
    "[print|say] the mean of X, without decimals",
)
_ADDED = {"value": lambda some: [sum(some)], "start": ("sum=0",), "end": ('echo "$sum"',)}
_TIMES = {
    "value": lambda some: [_product(some)],
    "start": ("product=1",),
    "end": ('echo "$product"',),
}
_FOUND = {"value": lambda some: [len(some)], "start": ("count=0",), "end": ('echo "$count"',)}


def _extreme(key: str, say: Sequence[str], sign: str, flag: str, value: Callable) -> list["Result"]:
    """The largest or smallest: kept from the first argument on, or from the first line."""
    kept, done = f"{key}=$n", {"value": lambda some: [value(some)], "end": (f'echo "${key}"',)}
    first, none = {"start": (f"{key}=$1",), "on": "given"}, {"start": (f'{key}=""',), "on": "read"}
    does = f"Prints the {'largest' if key == 'max' else 'smallest'} of X"
    plainly = (f'if [ "$n" {flag} "${key}" ]; then', f"  {kept}", "fi")
    double = (f"if ((n {sign} {key})); then", f"  {kept}", "fi")
    unset = (f'if [ -z "${key}" ] || [ "$n" {flag} "${key}" ]; then', f"  {kept}", "fi")
    both = (f"if [[ -z ${key} ]] || ((n {sign} {key})); then", f"  {kept}", "fi")
    short = (f"((n {sign} {key})) && {kept}",)
    by = "[, by an arithmetic condition|, in double parentheses]"
    shifted = {**first, "start": (f"{key}=$1", "shift"), "cost": 1}
    away = "[, with shift after the first|, the first one shifted away]"
    return [
        Result(key, say, does, plainly, **first, **done),
        Result(f"{key}-double", say, does, double, hint=by, **first, **done),
        Result(
            f"{key}-and", say, does, short, hint=f"{by}[ and no if| without if]", **first, **done
        ),
        Result(f"{key}-shift", say, does, plainly, hint=away, **shifted, **done),
        Result(f"{key}-shift-double", say, does, double, hint=away + by, **shifted, **done),
        Result(
            f"{key}-shift-and",
            say,
            does,
            short,
            hint=f"{away}{by}[ and no if| without if]",
            **shifted,
            **done,
        ),
        Result(f"{key}-read", say, does, unset, **none, **done),
        Result(f"{key}-read-double", say, does, both, hint=by, **none, **done),
    ]


RESULTS = (
    Result("sum", _SUM, "Adds up X", ("sum=$((sum + n))",), **_ADDED),
    Result(
        "sum-let",
        _SUM,
        "Adds up X",
        ("((sum += n))",),
        hint="[, by +=|, with +=]",
        cost=1,
        **_ADDED,
    ),
    Result("product", _PRODUCT, "Multiplies X", ("product=$((product * n))",), **_TIMES),
    Result(
        "product-let",
        _PRODUCT,
        "Multiplies X",
        ("((product *= n))",),
        hint="[, by *=|, with *=]",
        cost=1,
        **_TIMES,
    ),
    Result("count", _COUNT, "Counts X", ("count=$((count + 1))",), on="choice", **_FOUND),
    Result(
        "count-up",
        _COUNT,
        "Counts X",
        ("((count++))",),
        hint="[, by ++|, with ++]",
        on="choice",
        cost=1,
        **_FOUND,
    ),
    Result(
        "list",
        ("[print|list|show] X", "print only X", "[write|display] X, one a line"),
        "Prints X",
        ('echo "$n"',),
        list,
    ),
    Result(
        "squares",
        (
            "[print|list|show] the squares of X",
            "square X and print the results",
            "print X, squared",
        ),
        "Prints the squares of X",
        ("echo $((n * n))",),
        lambda some: [n * n for n in some],
        cost=1,
    ),
    Result(
        "squares-told",
        (
            "[print|list|show] X, each with its square",
            "print X and their squares",
            "[write|print] each of X with its square",
        ),
        "Prints X, each with its square",
        ('echo "$n $((n * n))"',),
        lambda some: [f"{n} {n * n}" for n in some],
        cost=1,
    ),
    Result(
        "mean",
        _MEAN,
        "Prints the average of X",
        ("sum=$((sum + n))", "count=$((count + 1))"),
        lambda some: [int(sum(some) / len(some))],
        ("sum=0", "count=0"),
        ("echo $((sum / count))",),
        on="whole",
    ),
    Result(
        "both",
        (
            "[print|show] the sum and the number of X",
            "[add up|sum] X and count them",
            "count X and print their sum too",
        ),
        "Prints the sum and the number of X",
        ("sum=$((sum + n))", "count=$((count + 1))"),
        lambda some: [f"Sum: {sum(some)}", f"Count: {len(some)}"],
        ("sum=0", "count=0"),
        ('echo "Sum: $sum"', 'echo "Count: $count"'),
    ),
    *_extreme("max", _MAX, ">", "-gt", max),
    *_extreme("min", _MIN, "<", "-lt", min),
)
