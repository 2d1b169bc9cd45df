"""Scripts that calculate: one or two numbers as arguments, loops, functions, patterns."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    USAGE,
    script,
    sentence,
    usage,
    usage_function,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.33

_WHOLE = """if [[ ! $NAME =~ ^[0-9]+$ ]]; then
  echo "Not a whole number: $NAME" >&2
  exit 1
fi
"""
_ANY = """if [[ ! $NAME =~ ^-?[0-9]+([.][0-9]+)?$ ]]; then
  echo "Not a number: $NAME" >&2
  exit 1
fi
"""
_N = "[given as [an argument|argument]|passed as argument|from the command line]"

# Name, wordings, explanation, body after the check of `$number`, calls, result.
ONE_RESULT = {
    "factorial": lambda n: [math.factorial(n)],
    "factorial-recursive": lambda n: [math.factorial(n)],
    "fibonacci": lambda n: fibonacci(n),
    "primes": lambda n: [x for x in range(2, n + 1) if is_prime(x)],
    "is-prime": lambda n: [f"{n} is {'' if is_prime(n) else 'not '}prime"],
    "even-odd": lambda n: [f"{n} is {'odd' if n % 2 else 'even'}"],
    "sum-to": lambda n: [n * (n + 1) // 2],
    "digit-sum": lambda n: [sum(map(int, str(n)))],
    "table": lambda n: [f"{n} x {i} = {n * i}" for i in range(1, 11)],
    "squares": lambda n: [f"{i} {i * i}" for i in range(1, n + 1)],
    "binary": lambda n: [f"{n:b}"],
    "hex": lambda n: [f"hex {n:x}", f"octal {n:o}"],
    "leap": lambda n: [f"{n} is {'' if is_leap(n) else 'not '}a leap year"],
    "duration": lambda n: [f"{n // 3600:02}:{n % 3600 // 60:02}:{n % 60:02}"],
    "divisors": lambda n: [d for d in range(1, n + 1) if n % d == 0],
    "factors": lambda n: _factors(n),
    "collatz": lambda n: _collatz(n),
    "count-down": lambda n: [*range(n, 0, -1), "Go"],
    "fizzbuzz": lambda n: [
        ("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, n + 1)
    ],
    "stars": lambda n: ["*" * i for i in range(1, n + 1)],
    "pyramid": lambda n: [" " * (n - i) + "*" * (2 * i - 1) for i in range(1, n + 1)],
    "sign": lambda n: ["positive" if n > 0 else "negative" if n else "zero"],
    "perfect": lambda n: [f"{n} is {'' if n == 6 else 'not '}perfect"],
    "grade": lambda n: ["A" if n >= 90 else "B" if n >= 75 else "C" if n >= 60 else "F"],
    "roman": lambda n: [{4: "IV", 1994: "MCMXCIV"}[n]],
    "human": lambda n: [{12: "12 B", 1024: "1 KB", 5000: "4 KB", 3 << 30: "3 GB"}[n]],
}
_ONE = [
    (name, row["say"], row["explain"], row["body"], row["calls"], ONE_RESULT[name])
    for name, row in rows("maths", "one", given=_N)
]

# The same with decimals, by awk.
_DECIMAL_RESULT = {
    "celsius": lambda n: n * 9 / 5 + 32,
    "fahrenheit": lambda n: (n - 32) * 5 / 9,
    "miles": lambda n: n / 1.609344,
    "kilograms": lambda n: n * 0.45359237,
    "circle": lambda n: math.pi * n * n,
    "square": lambda n: n * n,
}
_DECIMAL = [
    (name, row["say"], row["explain"], row["formula"], row["decimals"], _DECIMAL_RESULT[name])
    for name, row in rows("maths_more", "decimal", given=_N)
]

TWO_RESULT = {
    "gcd": lambda a, b: [math.gcd(a, b)],
    "lcm": lambda a, b: [a * b // math.gcd(a, b)],
    "power": lambda a, b: [a**b],
    "larger": lambda a, b: [f"{max(a, b)} is larger" if a != b else "both are equal"],
    "between": lambda a, b: list(range(a, b + 1)),
    "operations": lambda a, b: [f"Sum: {a + b}", f"Difference: {a - b}", f"Product: {a * b}"],
    "divide": lambda a, b: (
        [f"{a // b} remainder {a % b}"] if b else Outcome(status=1, stderr="Cannot divide by zero")
    ),
    "percent": lambda a, b: [f"{100 * a / b:.1f}%"],
    "rectangle": lambda a, b: [f"Area: {a * b}", f"Perimeter: {2 * (a + b)}"],
    "grid": lambda a, b: ["#" * a] * b,
}
_TWO = [
    (name, row["say"], row["explain"], row["body"], row["calls"], TWO_RESULT[name])
    for name, row in rows("maths_more", "two", given=_N)
]


# Of these also for a number in the script.
_FIXED = (
    "primes",
    "sum-to",
    "digit-sum",
    "table",
    "squares",
    "binary",
    "hex",
    "divisors",
    "factors",
    "collatz",
    "fizzbuzz",
    "even-odd",
)


def fibonacci(count: int) -> list[int]:
    numbers = [0, 1]
    while len(numbers) < count:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers[:count]


def is_prime(number: int) -> bool:
    return number > 1 and all(number % d for d in range(2, number))


def is_leap(year: int) -> bool:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days == 366


def _factors(number: int) -> list[int]:
    primes = [p for p in range(2, number + 1) if is_prime(p)]
    return [p for p in primes for power in range(1, 9) if number % p**power == 0]


def _collatz(number: int) -> list[int]:
    if number == 1:
        return [1]
    return [number, *_collatz(3 * number + 1 if number % 2 else number // 2)]


def tasks() -> Iterator[Task]:
    """One number, one number with decimals, two numbers."""
    for at, (name, say, explain, body, numbers, result) in enumerate(_ONE):
        head = (usage_function if at % 3 == 0 else usage)("NUMBER")
        check = _ANY if name == "sign" else _WHOLE
        code = f"{head}number=$1\n{check.replace('NAME', 'number')}\n{body}\n"
        yield _task(name, say, explain, code, [(n,) for n in numbers], result)
        if name in _FIXED:
            yield _fixed(name, say, body, result)
    for name, say, explain, formula, digits, result in _DECIMAL:
        code = f"{usage('NUMBER')}number=$1\n{_ANY.replace('NAME', 'number')}\n" + (
            f'awk -v number="$number" \'BEGIN {{ printf "%.{digits}f\\n", FORMULA }}\'\n'
        ).replace("FORMULA", formula.replace("$", ""))
        yield _task(name, say, explain, code, [(20,), (-7.5,)], _rounded(result, digits))
    for name, say, explain, body, pairs, result in _TWO:
        head = f"{usage('NUMBER NUMBER', '-ne 2')}first=$1\nsecond=$2\n"
        checks = 'for number in "$first" "$second"; do\n'
        checks += "".join(f"  {line}\n" for line in _WHOLE.replace("NAME", "number").splitlines())
        yield _task(name, say, explain, f"{head}{checks}done\n\n{body}\n", pairs, result)


def _fixed(name: str, say: Sequence[str], body: str, result: Callable[[int], list]) -> Task:
    said = [re.sub(rf"(a|a decimal|one)( number)? {re.escape(_N)}", "{n}", text) for text in say]
    verbs = {"print": "Prints", "list": "Lists", "say": "Says", "add": "Adds", "play": "Plays"}
    verbs |= {"convert": "Converts"}
    first, rest = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", said[0]).split(" ", 1)
    return script(
        f"scripts/maths.{name}-fixed",
        say=said,
        explain=f"{verbs[first]} {rest}.",
        body=f"number={{n}}\n\n{body}\n",
        expect=lambda world, s, arguments: [str(line) for line in result(s.n)],
    )


def _rounded(result: Callable[[float], float], digits: int) -> Callable[[float], list[str]]:
    return lambda number: [f"{result(number):.{digits}f}"]


def _task(
    name: str,
    say: Sequence[str],
    explain: str,
    code: str,
    numbers: Sequence[tuple],
    result: Callable[..., object],
) -> Task:
    calls = [tuple(map(str, some)) for some in numbers]

    def expect(world, s, arguments) -> Outcome:
        if not arguments:
            return USAGE
        if "many" in arguments:
            return Outcome(status=1, stderr="number: many")
        found = result(*(float(x) if "." in x else int(x) for x in arguments))
        return found if isinstance(found, Outcome) else Outcome([str(line) for line in found])

    wrong = ("many",) * len(calls[0])
    calls = (*calls, wrong, ())
    return script(
        f"scripts/maths.{name}", say, sentence(explain), code, expect, a_file, calls=calls
    )


def a_file(world: World, s: Bound) -> None:
    """What a star without quotes would name."""
    world.file("notes.txt")
