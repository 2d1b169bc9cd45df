"""Scripts that compute one result from many numbers: what is computed, and where they come from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    CHECK_FILE,
    USAGE,
    indented,
    script,
    sentence,
    usage,
)
from bashcoder_mlx.trial.world import World

_NUMBERS = (12, 7, -3, 40, 8)


@dataclass(frozen=True)
class _Operation:
    """A loop over `$number` with what comes before and after it."""

    name: str
    say: Sequence[str]
    explain: str
    start: str
    each: str
    end: str
    result: Callable[[Sequence[int], Bound], list]


@dataclass(frozen=True)
class _Source:
    """Where the numbers come from."""

    name: str
    say: str
    explain: str
    head: str
    loop: str
    done: str
    calls: Sequence[Sequence[str]]
    stdin: str = ""


_TYPED = "".join(f"{number}\n" for number in _NUMBERS)
_SOURCES = (
    _Source("arguments", "[given as arguments|that are its arguments|passed as arguments]", "given as arguments",
        usage("NUMBER...", "-eq 0"), 'for number in "$@"; do\n', "done\n", (tuple(map(str, _NUMBERS)), ("5",), ())),
    _Source("stdin", "[on the standard input|from standard input|read from stdin]", "on the standard input",
        "", "while read -r number; do\n", "done\n", ((),), _TYPED),
    _Source("csv", "in the second column of {csv} [below the|, after the|, without the] header", "in the second column of {csv} below its header",
        "file={csv}\n" + CHECK_FILE, "while IFS=, read -r _ number _; do\n", 'done < <(tail -n +2 "$file")\n', ((),)),
    _Source("typed", "[typed in by the user|that the user types] up to an empty line", "that are typed in up to an empty line",
        "", 'while read -r -p "Number: " number && [[ -n $number ]]; do\n', "done\n", ((),), f"{_TYPED}\n99\n"),
    _Source("array", "[in an array of {n}, {n2} and {n3}|{n}, {n2} and {n3} in an array]", "{n}, {n2} and {n3} in an array",
        "numbers=({n} {n2} {n3})\n", 'for number in "${numbers[@]}"; do\n', "done\n", ((),)),
)  # fmt: skip
_OPERATIONS = (
    _Operation("sum", ["[add up|sum] the numbers NUMBERS", "print the sum of the numbers NUMBERS"],
        "adds up the numbers NUMBERS and prints the sum",
        "sum=0\n", "sum=$((sum + number))", 'echo "$sum"\n', lambda some, s: [sum(some)]),
    _Operation("product", ["multiply the numbers NUMBERS", "print the product of the numbers NUMBERS"],
        "multiplies the numbers NUMBERS and prints the product",
        "result=1\n", "result=$((result * number))", 'echo "$result"\n', lambda some, s: [_times(some)]),
    _Operation("largest", ["print the [largest|biggest|maximum] of the numbers NUMBERS", "find the [largest|biggest] of the numbers NUMBERS"],
        "prints the largest of the numbers NUMBERS",
        'max=""\n', "if [[ -z $max || $number -gt $max ]]; then\n  max=$number\nfi", 'echo "$max"\n', lambda some, s: [max(some)]),
    _Operation("smallest", ["print the [smallest|minimum] of the numbers NUMBERS", "find the smallest of the numbers NUMBERS"],
        "prints the smallest of the numbers NUMBERS",
        'min=""\n', "if [[ -z $min || $number -lt $min ]]; then\n  min=$number\nfi", 'echo "$min"\n', lambda some, s: [min(some)]),
    _Operation("extremes", ["print the smallest and the largest of the numbers NUMBERS", "find minimum and maximum of the numbers NUMBERS"],
        "prints the smallest and the largest of the numbers NUMBERS",
        'min=""\nmax=""\n', "if [[ -z $min || $number -lt $min ]]; then\n  min=$number\nfi\nif [[ -z $max || $number -gt $max ]]; then\n  max=$number\nfi",
        'echo "Smallest: $min"\necho "Largest: $max"\n', lambda some, s: [f"Smallest: {min(some)}", f"Largest: {max(some)}"]),
    _Operation("average", ["print the [average|mean] of the numbers NUMBERS with two decimals", "compute the [average|mean] of the numbers NUMBERS, rounded to two decimals"],
        "prints the average of the numbers NUMBERS with two decimals",
        "sum=0\ncount=0\n", "sum=$((sum + number))\ncount=$((count + 1))",
        "if ((count == 0)); then\n  echo \"No numbers\" >&2\n  exit 1\nfi\nawk -v sum=\"$sum\" -v count=\"$count\" 'BEGIN { printf \"%.2f\\n\", sum / count }'\n",
        lambda some, s: [f"{sum(some) / len(some):.2f}"]),
    _Operation("parity", ["count the even and the odd ones of the numbers NUMBERS", "print how many of the numbers NUMBERS are even and how many odd"],
        "counts the even and the odd ones of the numbers NUMBERS",
        "even=0\nodd=0\n", "if ((number % 2 == 0)); then\n  even=$((even + 1))\nelse\n  odd=$((odd + 1))\nfi",
        'echo "$even even, $odd odd"\n', lambda some, s: [f"{sum(x % 2 == 0 for x in some)} even, {sum(x % 2 for x in some)} odd"]),
    _Operation("positive", ["print the positive ones of the numbers NUMBERS and then their sum", "show those of the numbers NUMBERS that are above zero, and their sum"],
        "prints the positive ones of the numbers NUMBERS and their sum",
        "sum=0\n", 'if ((number > 0)); then\n  echo "$number"\n  sum=$((sum + number))\nfi', 'echo "Sum: $sum"\n',
        lambda some, s: [*(x for x in some if x > 0), f"Sum: {sum(x for x in some if x > 0)}"]),
    _Operation("running", ["print the running total of the numbers NUMBERS", "show the sum so far after each of the numbers NUMBERS"],
        "prints the running total of the numbers NUMBERS",
        "total=0\n", 'total=$((total + number))\necho "$total"', "", lambda some, s: [sum(some[: i + 1]) for i in range(len(some))]),
    _Operation("squares", ["print the squares of the numbers NUMBERS", "square each of the numbers NUMBERS"],
        "prints the squares of the numbers NUMBERS",
        "", 'echo $((number * number))', "", lambda some, s: [x * x for x in some]),
    _Operation("bars", ["draw a bar of # signs as long as each of the numbers NUMBERS, nothing for negative ones", "print a bar chart of # signs from the numbers NUMBERS, without negative ones"],
        "draws a bar of # signs for each of the numbers NUMBERS that is positive",
        "", 'bar=""\nfor ((i = 0; i < number; i++)); do\n  bar="$bar#"\ndone\necho "$bar"', "", lambda some, s: ["#" * x for x in some]),
)  # fmt: skip


def _times(some: Sequence[int]) -> int:
    result = 1
    for number in some:
        result *= number
    return result


def tasks() -> Iterator[Task]:
    """Every source with every operation, where the words fit."""
    for source, operation in product(_SOURCES, _OPERATIONS):
        yield _task(source, operation)


def _task(source: _Source, operation: _Operation) -> Task:
    loop = f"{source.loop}{indented(operation.each)}{source.done}"
    head = f"{source.head}\n" if source.head else ""
    return script(
        f"scripts_numbers.{source.name}-{operation.name}",
        say=[text.replace("NUMBERS", source.say) for text in operation.say],
        explain=sentence(operation.explain.replace("NUMBERS", source.explain)),
        body=head + operation.start + loop + operation.end,
        setup=_setup,
        expect=lambda world, s, arguments: _expect(source, operation, s, arguments),
        calls=source.calls,
        stdin=source.stdin,
    )


def _setup(world: World, s: Bound) -> None:
    if "csv" in s:
        rows = [f"name{n},{number},77" for n, number in enumerate(_NUMBERS)]
        world.file(s.csv, ["name,amount,other", *rows])


def _expect(source: _Source, operation: _Operation, s: Bound, arguments) -> Outcome:
    if source.name == "arguments" and not arguments:
        return USAGE
    some = [int(x) for x in arguments] or _NUMBERS
    if source.name == "array":
        some = (s.n, s.n2, s.n3)
    return Outcome([str(line) for line in operation.result(some, s)])
