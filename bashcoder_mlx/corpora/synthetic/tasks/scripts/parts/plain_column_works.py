"""What plain scripts do with the rows of a CSV file that end in an amount."""

from collections import Counter
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.passes import Record, Work


def _total(rows: Sequence[Record]) -> int:
    return sum(row[-1] for row in rows)


def _totals(rows: Sequence[Record]) -> Counter:
    found: Counter = Counter()
    for row in rows:
        found[row[1]] += row[-1]
    return found


def _listed(found: Counter) -> list[str]:
    return sorted(f"{city}: {number}" for city, number in found.items())


_TOTALS = "totals[$city]=$((${totals[$city]:-0} + amount))"
_COUNTS = "counts[$city]=$((${counts[$city]:-0} + 1))"


def _per_city(name: str) -> tuple[str, ...]:
    return (f'for city in "${{!{name}[@]}}"; do', f'  echo "$city: ${{{name}[$city]}}"', "done")


_SUM_SAY = ("[add up|sum] the amounts in X", "[print|compute] the total of the amounts in X")
_CITIES = {"on": "three", "ordered": False}
_SORTED = "[, sorted by city|; sort the cities|, the cities in order]"
_PER_TOTAL = {
    "say": ("add up the amounts per city in X", "[print|compute] the total of each city in X"),
    "each": "print the total of the amounts for each city",
    "does": "Prints the total of each city in X",
    "lines": (_TOTALS,),
    "start": ("declare -A totals",),
    "told": lambda rows: _listed(_totals(rows)),
}
_PER_COUNT = {
    "say": ("count the rows per city in X", "[print|say] how many rows each city has in X"),
    "each": "print how many there are for each city",
    "does": "Counts the rows of each city in X",
    "lines": (_COUNTS,),
    "start": ("declare -A counts",),
    "told": lambda rows: _listed(Counter(row[1] for row in rows)),
}
WORKS = (
    Work(
        "names",
        ("print [only |]the names in X", "list the names that stand in X"),
        "print only the name of each",
        "Prints the names in X",
        ('echo "$name"',),
        lambda rows: [row[0] for row in rows],
    ),
    Work(
        "pairs",
        ("print name: amount for X", "print the name, a colon and the amount for X"),
        "print the name, a colon and the amount of each",
        "Prints names and amounts of X",
        ('echo "$name: $amount"',),
        lambda rows: [f"{row[0]}: {row[-1]}" for row in rows],
        cost=1,
    ),
    Work(
        "columns",
        ("print names and amounts of X as a table by printf", "line up X with printf"),
        "print name and amount of each in columns with printf",
        "Prints names and amounts of X in columns",
        ('printf \'%-10s %5d\\n\' "$name" "$amount"',),
        lambda rows: [f"{row[0]:<10} {row[-1]:>5}" for row in rows],
    ),
    Work(
        "table",
        (
            "print names and amounts of X as a table with a heading Name and Amount, by printf",
            "line up X with printf below the headings Name and Amount",
        ),
        "print name and amount of each in columns below a heading, with printf",
        "Prints names and amounts of X in columns below a heading",
        ('printf \'%-10s %6d\\n\' "$name" "$amount"',),
        lambda rows: [
            f"{'Name':<10} {'Amount':>6}",
            *(f"{row[0]:<10} {row[-1]:>6}" for row in rows),
        ],
        ("printf '%-10s %6s\\n' Name Amount",),
    ),
    Work(
        "total",
        _SUM_SAY,
        "print the sum of their amounts",
        "Prints the total of the amounts in X",
        ("total=$((total + amount))",),
        lambda rows: [f"Total: {_total(rows)}"],
        ("total=0",),
        ('echo "Total: $total"',),
    ),
    Work(
        "count",
        ("count X", "[print|say] how many there are of X"),
        "count them",
        "Counts X",
        ("count=$((count + 1))",),
        lambda rows: [len(rows)],
        ("count=0",),
        ('echo "$count"',),
        cost=1,
    ),
    Work(
        "listed-total",
        ("print names and amounts of X and then their total", "list X with the total at the end"),
        "print name and amount of each, at the end the total",
        "Prints names and amounts of X, then their total",
        ('echo "$name: $amount"', "total=$((total + amount))"),
        lambda rows: [*(f"{row[0]}: {row[-1]}" for row in rows), f"Total: {_total(rows)}"],
        ("total=0",),
        ('echo "Total: $total"',),
    ),
    Work(
        "mean",
        ("print the average of the amounts in X, in whole numbers", "average the amounts in X"),
        "print the mean of their amounts",
        "Prints the average of the amounts in X",
        ("total=$((total + amount))", "count=$((count + 1))"),
        lambda rows: [f"Average: {int(_total(rows) / len(rows))}"],
        ("total=0", "count=0"),
        ('echo "Average: $((total / count))"',),
        cost=1,
    ),
    Work(
        "best",
        ("print the name with the largest amount in X", "find who has the highest amount in X"),
        "print the name with the biggest amount, and the amount",
        "Prints the name with the largest amount in X",
        ('if [ "$amount" -gt "$max" ]; then', "  max=$amount", "  best=$name", "fi"),
        lambda rows: ["{}: {}".format(*max(((r[0], r[-1]) for r in rows), key=lambda r: r[1]))],
        ("max=0", 'best=""'),
        ('echo "$best: $max"',),
        is_long=True,
    ),
    Work(
        "array",
        ("collect the names in X in an array and print it", "put the names in X into an array"),
        "keep their names in an array, printed at the end",
        "Prints the names in X, collected in an array",
        ('names+=("$name")',),
        lambda rows: [" ".join(row[0] for row in rows)],
        ("names=()",),
        ('echo "${names[@]}"',),
    ),
    Work(
        "levels",
        (
            "print each name in X with high for more than 100, else low",
            "rate X high above 100 or low",
        ),
        "print each name with high above 100 and low otherwise",
        "Says for X whether the amount is high or low",
        (
            'if [ "$amount" -gt 100 ]; then',
            '  echo "$name: high"',
            "else",
            '  echo "$name: low"',
            "fi",
        ),
        lambda rows: [f"{row[0]}: {'high' if row[-1] > 100 else 'low'}" for row in rows],
        is_long=True,
    ),
    Work("city-total", **_PER_TOTAL, end=_per_city("totals"), **_CITIES),
    Work(
        "city-total-sorted",
        **_PER_TOTAL,
        end=(*_per_city("totals")[:2], "done | sort"),
        on="three",
        hint=_SORTED,
    ),
    Work("city-count", **_PER_COUNT, end=_per_city("counts"), **_CITIES),
    Work(
        "city-count-sorted",
        **_PER_COUNT,
        end=(*_per_city("counts")[:2], "done | sort"),
        on="three",
        hint=_SORTED,
    ),
)
