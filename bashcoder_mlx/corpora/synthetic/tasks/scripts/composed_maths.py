"""Plain scripts that calculate with one or two numbers."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts import maths
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts import bodies
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows

WEIGHT = 0.5
_GIVEN = "[given as argument|passed as argument|from the command line]"
_MORE_ONE = {
    "reversed": lambda n: [str(n)[::-1]],
    "digits": lambda n: [len(str(n))],
    "each-digit": lambda n: [*str(n)],
    "armstrong": lambda n: [f"{n} is {'' if _is_armstrong(n) else 'not '}an Armstrong number"],
    "count-up": lambda n: [*range(1, n + 1)],
    "count-until": lambda n: [*range(1, n + 1)],
    "evens": lambda n: [*range(2, n + 1, 2)],
    "odds": lambda n: [*range(1, n + 1, 2)],
    "even-sum": lambda n: [sum(range(2, n + 1, 2))],
    "numbered": lambda n: [f"Line {i}" for i in range(1, n + 1)],
    "triangle": lambda n: ["*" * i for i in range(1, n + 1)],
    "number-triangle": lambda n: [
        " ".join(map(str, range(1, i + 1))) + " " for i in range(1, n + 1)
    ],
    "upside-down": lambda n: ["*" * i for i in range(n, 0, -1)],
    "square-of-stars": lambda n: ["*" * n] * n,
    "age-group": lambda n: ["child" if n < 13 else "teenager" if n < 20 else "adult"],
    "adult": lambda n: ["adult" if n >= 18 else "minor"],
    "letters": lambda n: ["A" if n >= 90 else "B" if n >= 80 else "C" if n >= 70 else "F"],
    "five-grades": lambda n: ["ABCDF"[(n < 90) + (n < 80) + (n < 70) + (n < 60)]],
    "sum-squares": lambda n: [sum(i * i for i in range(1, n + 1))],
    "powers": lambda n: [2**i for i in range(n + 1)],
    "fahrenheit-whole": lambda n: [f"{n} C is {n * 9 // 5 + 32} F"],
    "doubled": lambda n: [n * 2],
    "square-value": lambda n: [f"The square of {n} is {n * n}"],
    "hours": lambda n: [f"{n // 60} hours and {n % 60} minutes"],
    "days": lambda n: [f"{n // 86400}d {n % 86400 // 3600}h {n % 3600 // 60}m"],
    "table-for": lambda n: [f"{n} * {i} = {n * i}" for i in range(1, 11)],
    "fizzbuzz-elif": lambda n: [
        ("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, n + 1)
    ],
    "divisor-count": lambda n: [sum(n % d == 0 for d in range(1, n + 1))],
    "prime-flag": lambda n: [f"{n} is {'' if maths.is_prime(n) else 'not '}prime"],
    "absolute": lambda n: [abs(n)],
    "fibonacci-nth": lambda n: [maths.fibonacci(n + 1)[n]],
    "halved": lambda n: _halved(n),
    "countdown-for": lambda n: [*range(n, 0, -1), "Liftoff!"],
}
_MORE_TWO = {
    "sum": lambda a, b: [a + b],
    "sum-function": lambda a, b: [f"The sum is {a + b}"],
    "larger-of-two": lambda a, b: [max(a, b)],
    "function-larger": lambda a, b: [max(a, b)],
    "divisible": lambda a, b: [f"{a} is {'' if a % b == 0 else 'not '}divisible by {b}"],
    "all-operations": lambda a, b: [
        f"{a} + {b} = {a + b}",
        f"{a} - {b} = {a - b}",
        f"{a} * {b} = {a * b}",
        f"{a} / {b} = {a // b}",
    ],
    "power-loop": lambda a, b: [a**b],
    "evens-between": lambda a, b: [n for n in range(a, b + 1) if n % 2 == 0],
    "sum-between": lambda a, b: [sum(range(a, b + 1))],
    "swap": lambda a, b: [f"Before: {a} {b}", f"After: {b} {a}"],
    "whole-percent": lambda a, b: [f"{100 * a // b}%"],
    "compare": lambda a, b: [
        f"{a} is {'greater than' if a > b else 'less than' if a < b else 'equal to'} {b}"
    ],
    "difference": lambda a, b: [abs(a - b)],
    "multiples": lambda a, b: [a * i for i in range(1, b + 1)],
    "leap-years": lambda a, b: [y for y in range(a, b + 1) if maths.is_leap(y)],
}


def _is_armstrong(number: int) -> bool:
    digits = str(number)
    return sum(int(digit) ** len(digits) for digit in digits) == number


def _halved(number: int) -> list[int]:
    return [number >> times for times in range(number.bit_length())]


def tasks() -> Iterator[Task]:
    """Every calculation in every style."""
    kinds = (
        ("maths", "one", maths.ONE_RESULT, ("number",)),
        ("plain_maths", "one", _MORE_ONE, ("number",)),
        ("plain_maths_more", "one", _MORE_ONE, ("number",)),
        ("maths_more", "two", maths.TWO_RESULT, ("first", "second")),
        ("plain_maths_two", "two", _MORE_TWO, ("first", "second")),
    )
    for table, kind, results, names in kinds:
        for name, row in rows(table, kind, given=_GIVEN):
            result = _of_numbers(results[name])
            yield from bodies.tasks(
                "scripts/composed_maths", name, row, result, names, maths.a_file
            )


def _of_numbers(result: bodies.Result) -> bodies.Result:
    return lambda *words: result(*map(int, words))
