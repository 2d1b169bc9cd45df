"""Scripts that calculate: one or two numbers as arguments, loops, functions, tables and patterns."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bashcoder_mlx.corpora.synthetic.task import Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    USAGE,
    script,
    sentence,
    usage,
    usage_function,
)

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
_ONE = (
    ("factorial", [f"print the factorial of a number {_N}", f"compute the factorial of a number {_N}"],
     "prints the factorial of the number given as its argument",
     'result=1\nfor ((i = 2; i <= number; i++)); do\n  result=$((result * i))\ndone\necho "$result"',
     (0, 5, 12), lambda n: [math.factorial(n)]),
    ("factorial-recursive", [f"compute the factorial of a number {_N} with a recursive function", "factorial of its argument by a function that calls itself"],
     "prints the factorial of its argument, computed by a function that calls itself",
     'factorial() {\n  local n=$1\n  if ((n < 2)); then\n    echo 1\n  else\n    echo $((n * $(factorial $((n - 1)))))\n  fi\n}\n\nfactorial "$number"',
     (0, 6), lambda n: [math.factorial(n)]),
    ("fibonacci", ["print as many Fibonacci numbers as its argument says", "print the first N Fibonacci numbers, beginning with 0, where N is its argument"],
     "prints the first Fibonacci numbers, as many as its argument says",
     'a=0\nb=1\nfor ((i = 0; i < number; i++)); do\n  echo "$a"\n  next=$((a + b))\n  a=$b\n  b=$next\ndone',
     (1, 9), lambda n: _fibonacci(n)),
    ("primes", [f"print all prime numbers up to a number {_N}", f"list the primes up to a number {_N}"],
     "prints the prime numbers up to the one given as its argument",
     "for ((n = 2; n <= number; n++)); do\n  prime=1\n  for ((d = 2; d * d <= n; d++)); do\n    if ((n % d == 0)); then\n      prime=0\n      break\n    fi\n  done\n  if ((prime)); then\n    echo \"$n\"\n  fi\ndone",
     (1, 30), lambda n: [x for x in range(2, n + 1) if _is_prime(x)]),
    ("is-prime", [f"say whether a number {_N} is [a prime|prime]", f"check if a number {_N} is a prime number"],
     "says whether its argument is a prime number",
     'if ((number < 2)); then\n  echo "$number is not prime"\n  exit 0\nfi\nfor ((d = 2; d * d <= number; d++)); do\n  if ((number % d == 0)); then\n    echo "$number is not prime"\n    exit 0\n  fi\ndone\necho "$number is prime"',
     (1, 2, 49, 97), lambda n: [f"{n} is {'' if _is_prime(n) else 'not '}prime"]),
    ("even-odd", [f"say whether a number {_N} is even or odd", f"tell if a number {_N} is odd or even"],
     "says whether the number given as its argument is even or odd",
     'if ((number % 2 == 0)); then\n  echo "$number is even"\nelse\n  echo "$number is odd"\nfi',
     (0, 7, 12), lambda n: [f"{n} is {'odd' if n % 2 else 'even'}"]),
    ("sum-to", [f"print the sum of all numbers from 1 to a number {_N}", f"add up the numbers from 1 to one {_N}"],
     "adds up the numbers from 1 to the one given as its argument",
     'sum=0\nfor ((i = 1; i <= number; i++)); do\n  sum=$((sum + i))\ndone\necho "$sum"',
     (1, 100), lambda n: [n * (n + 1) // 2]),
    ("digit-sum", [f"print the sum of the digits of a number {_N}", f"add up the digits of a number {_N}"],
     "adds up the digits of the number given as its argument",
     'sum=0\nfor ((i = 0; i < ${#number}; i++)); do\n  sum=$((sum + ${number:i:1}))\ndone\necho "$sum"',
     (5, 9081), lambda n: [sum(map(int, str(n)))]),
    ("table", [f"print the [times table|multiplication table] of a number {_N}, from 1 to 10", f"print a number {_N} times 1 to 10, one product a line"],
     "prints the products of its argument and the numbers from 1 to 10",
     'for i in {1..10}; do\n  echo "$number x $i = $((number * i))"\ndone',
     (7,), lambda n: [f"{n} x {i} = {n * i}" for i in range(1, 11)]),
    ("squares", [f"print the squares of the numbers from 1 to a number {_N}", f"make a table of the squares up to a number {_N}"],
     "prints the numbers from 1 to its argument with their squares",
     'for ((i = 1; i <= number; i++)); do\n  printf \'%d %d\\n\' "$i" "$((i * i))"\ndone',
     (4,), lambda n: [f"{i} {i * i}" for i in range(1, n + 1)]),
    ("binary", [f"convert a decimal number {_N} to binary", f"print a number {_N} in binary"],
     "prints the number given as its argument in binary",
     'binary=""\nwhile ((number > 0)); do\n  binary=$((number % 2))$binary\n  number=$((number / 2))\ndone\necho "${binary:-0}"',
     (0, 5, 200), lambda n: [f"{n:b}"]),
    ("hex", [f"convert a decimal number {_N} to hexadecimal", f"print a number {_N} in hex and in octal"],
     "prints the number given as its argument in hexadecimal and in octal",
     "printf 'hex %x\\noctal %o\\n' \"$number\" \"$number\"",
     (255, 4095), lambda n: [f"hex {n:x}", f"octal {n:o}"]),
    ("leap", [f"say whether a year {_N} is a leap year", f"check if a year {_N} has 366 days"],
     "says whether the year given as its argument is a leap year",
     'if ((number % 4 == 0 && number % 100 != 0 || number % 400 == 0)); then\n  echo "$number is a leap year"\nelse\n  echo "$number is not a leap year"\nfi',
     (1900, 2000, 2023, 2024), lambda n: [f"{n} is {'' if _is_leap(n) else 'not '}a leap year"]),
    ("duration", [f"convert seconds {_N} to hours, minutes and seconds", f"print a number of seconds {_N} as HH:MM:SS"],
     "prints a number of seconds as hours, minutes and seconds: HH:MM:SS",
     "printf '%02d:%02d:%02d\\n' \"$((number / 3600))\" \"$((number % 3600 / 60))\" \"$((number % 60))\"",
     (59, 3661, 86399), lambda n: [f"{n // 3600:02}:{n % 3600 // 60:02}:{n % 60:02}"]),
    ("divisors", [f"print all divisors of a number {_N}", f"list the numbers that divide a number {_N}"],
     "prints the divisors of the number given as its argument",
     'for ((d = 1; d <= number; d++)); do\n  if ((number % d == 0)); then\n    echo "$d"\n  fi\ndone',
     (12, 13), lambda n: [d for d in range(1, n + 1) if n % d == 0]),
    ("factors", [f"print the prime factors of a number {_N}", f"split a number {_N} into prime factors"],
     "prints the prime factors of its argument, one a line",
     'd=2\nwhile ((number > 1)); do\n  if ((number % d == 0)); then\n    echo "$d"\n    number=$((number / d))\n  else\n    d=$((d + 1))\n  fi\ndone',
     (60, 97), lambda n: _factors(n)),
    ("collatz", [f"print the Collatz sequence of a number {_N}", f"halve even and triple odd numbers plus one from a number {_N} down to 1"],
     "prints the Collatz sequence from its argument down to 1",
     'while ((number > 1)); do\n  echo "$number"\n  if ((number % 2 == 0)); then\n    number=$((number / 2))\n  else\n    number=$((3 * number + 1))\n  fi\ndone\necho 1',
     (1, 6), lambda n: _collatz(n)),
    ("count-down", [f"count down from a number {_N} to 1 and print Go without waiting", f"print the numbers from one {_N} down to 1, then Go"],
     "counts down from its argument to 1 and prints Go",
     'while ((number > 0)); do\n  echo "$number"\n  number=$((number - 1))\ndone\necho "Go"',
     (3,), lambda n: [*range(n, 0, -1), "Go"]),
    ("fizzbuzz", [f"play FizzBuzz up to a number {_N}", f"print FizzBuzz from 1 to a number {_N}"],
     "plays FizzBuzz from 1 to the number given as its argument",
     'for ((i = 1; i <= number; i++)); do\n  word=""\n  if ((i % 3 == 0)); then\n    word=Fizz\n  fi\n  if ((i % 5 == 0)); then\n    word=${word}Buzz\n  fi\n  echo "${word:-$i}"\ndone',
     (16,), lambda n: [("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, n + 1)]),
    ("stars", ["print a triangle of stars with as many rows as its argument says", "draw a triangle of stars, one star more in each row, N rows for the argument N"],
     "prints a triangle of stars with as many rows as its argument says",
     'row=""\nfor ((i = 1; i <= number; i++)); do\n  row="$row*"\n  echo "$row"\ndone',
     (4,), lambda n: ["*" * i for i in range(1, n + 1)]),
    ("pyramid", ["print a centred pyramid of stars with as many rows as its argument says", "draw a pyramid of stars, its height given as argument"],
     "prints a pyramid of stars as high as its argument says",
     'for ((i = 1; i <= number; i++)); do\n  printf "%$((number - i))s" ""\n  for ((j = 1; j < 2 * i; j++)); do\n    printf \'*\'\n  done\n  printf \'\\n\'\ndone',
     (3,), lambda n: [" " * (n - i) + "*" * (2 * i - 1) for i in range(1, n + 1)]),
    ("sign", [f"say whether a number {_N} is positive, negative or zero", f"tell the sign of a number {_N}"],
     "says whether its argument is positive, negative or zero",
     'if ((number > 0)); then\n  echo positive\nelif ((number < 0)); then\n  echo negative\nelse\n  echo zero\nfi',
     (-4, 0, 9), lambda n: ["positive" if n > 0 else "negative" if n else "zero"]),
    ("perfect", [f"say whether a number {_N} is perfect, the sum of its proper divisors", f"check if a number {_N} is a perfect number"],
     "says whether its argument is a perfect number, the sum of its proper divisors",
     'sum=0\nfor ((d = 1; d < number; d++)); do\n  ((number % d == 0)) && sum=$((sum + d))\ndone\nif ((sum == number)); then\n  echo "$number is perfect"\nelse\n  echo "$number is not perfect"\nfi',
     (6, 27), lambda n: [f"{n} is {'' if n == 6 else 'not '}perfect"]),
    ("grade", [f"turn a score from 0 to 100 {_N} into a grade A, B, C or F, at 90, 75 and 60", f"print the grade for a score {_N}: A from 90, B from 75, C from 60, else F"],
     "prints the grade of a score: A from 90, B from 75, C from 60, otherwise F",
     'if ((number >= 90)); then\n  echo A\nelif ((number >= 75)); then\n  echo B\nelif ((number >= 60)); then\n  echo C\nelse\n  echo F\nfi',
     (90, 89, 60, 10), lambda n: ["A" if n >= 90 else "B" if n >= 75 else "C" if n >= 60 else "F"]),
    ("roman", [f"convert a number {_N} to Roman numerals", f"print a number {_N} in Roman numerals"],
     "prints the number given as its argument in Roman numerals",
     'values=(1000 900 500 400 100 90 50 40 10 9 5 4 1)\nletters=(M CM D CD C XC L XL X IX V IV I)\nroman=""\nfor i in "${!values[@]}"; do\n  while ((number >= values[i])); do\n    roman+=${letters[i]}\n    number=$((number - values[i]))\n  done\ndone\necho "$roman"',
     (4, 1994), lambda n: [{4: "IV", 1994: "MCMXCIV"}[n]]),
    ("human", [f"print a number of bytes {_N} in B, KB, MB or GB", f"make a size in bytes {_N} readable, in B, KB, MB or GB, rounded down"],
     "prints a number of bytes in the largest unit of B, KB, MB and GB that fits, rounded down",
     'for unit in B KB MB; do\n  if ((number < 1024)); then\n    echo "$number $unit"\n    exit 0\n  fi\n  number=$((number / 1024))\ndone\necho "$number GB"',
     (12, 5000, 3 << 30), lambda n: [{12: "12 B", 5000: "4 KB", 3 << 30: "3 GB"}[n]]),
)  # fmt: skip

# The same with decimals, by awk.
_DECIMAL = (
    ("celsius", [f"convert degrees Celsius {_N} to Fahrenheit", f"turn a temperature in Celsius {_N} into Fahrenheit, with one decimal"],
     "converts degrees Celsius to Fahrenheit, with one decimal", "$number * 9 / 5 + 32", 1, lambda n: n * 9 / 5 + 32),
    ("fahrenheit", [f"convert degrees Fahrenheit {_N} to Celsius", f"turn a temperature in Fahrenheit {_N} into Celsius, with one decimal"],
     "converts degrees Fahrenheit to Celsius, with one decimal", "($number - 32) * 5 / 9", 1, lambda n: (n - 32) * 5 / 9),
    ("miles", [f"convert kilometres {_N} to miles", f"turn a distance in km {_N} into miles, with two decimals"],
     "converts kilometres to miles, with two decimals", "$number / 1.609344", 2, lambda n: n / 1.609344),
    ("kilograms", [f"convert pounds {_N} to kilograms", f"turn a weight in pounds {_N} into kilograms, with two decimals"],
     "converts pounds to kilograms, with two decimals", "$number * 0.45359237", 2, lambda n: n * 0.45359237),
    ("circle", ["print the area of a circle whose radius is given as argument", "compute the area of a circle from its radius, given as argument"],
     "prints the area of the circle with the radius given as its argument, with two decimals", "atan2(0, -1) * $number * $number", 2, lambda n: math.pi * n * n),
    ("square", [f"print the square of a decimal number {_N} with two decimals"],
     "prints the square of a decimal number with two decimals", "$number * $number", 2, lambda n: n * n),
)  # fmt: skip

_TWO = (
    ("gcd", ["print the greatest common divisor of [two numbers given as arguments|its two arguments]", "compute the gcd of [two numbers given as arguments|its two arguments]"],
     "prints the greatest common divisor of its two arguments",
     'while ((second != 0)); do\n  rest=$((first % second))\n  first=$second\n  second=$rest\ndone\necho "$first"',
     ((12, 18), (7, 5)), lambda a, b: [math.gcd(a, b)]),
    ("lcm", ["print the least common multiple of [two numbers given as arguments|its two arguments]", "compute the lcm of [two numbers given as arguments|its two arguments] with a function for the gcd"],
     "prints the least common multiple of its two arguments, with a function for the greatest common divisor",
     'gcd() {\n  local a=$1 b=$2 rest\n  while ((b != 0)); do\n    rest=$((a % b))\n    a=$b\n    b=$rest\n  done\n  echo "$a"\n}\n\necho $((first / $(gcd "$first" "$second") * second))',
     ((4, 6), (7, 5)), lambda a, b: [a * b // math.gcd(a, b)]),
    ("power", ["raise its first argument to the power of the second", "compute one number to the power of another, both given as arguments"],
     "prints its first argument to the power of the second",
     "echo $((first ** second))", ((2, 10), (7, 0)), lambda a, b: [a**b]),
    ("larger", ["print the larger of [two numbers given as arguments|its two arguments]", "compare [two numbers given as arguments|its two arguments] and print the bigger one, or that they are equal"],
     "prints the larger of its two arguments, or says that they are equal",
     'if ((first > second)); then\n  echo "$first is larger"\nelif ((second > first)); then\n  echo "$second is larger"\nelse\n  echo "both are equal"\nfi',
     ((3, 9), (9, 3), (4, 4)), lambda a, b: [f"{max(a, b)} is larger" if a != b else "both are equal"]),
    ("between", ["print all whole numbers from its first argument to its second", "count from one number to another, both given as arguments"],
     "prints the whole numbers from its first argument to its second",
     'for ((i = first; i <= second; i++)); do\n  echo "$i"\ndone', ((3, 6),), lambda a, b: list(range(a, b + 1))),
    ("operations", ["print the sum, difference and product of [two numbers given as arguments|its two arguments]", "add, subtract and multiply [two numbers given as arguments|its two arguments]"],
     "prints the sum, the difference and the product of its two arguments",
     'echo "Sum: $((first + second))"\necho "Difference: $((first - second))"\necho "Product: $((first * second))"',
     ((9, 4),), lambda a, b: [f"Sum: {a + b}", f"Difference: {a - b}", f"Product: {a * b}"]),
    ("divide", ["divide its first argument by the second and print quotient and remainder, with an error for zero", "print quotient and remainder of [two numbers given as arguments|its two arguments], refusing to divide by zero"],
     "prints quotient and remainder of its two arguments, and refuses to divide by zero",
     'if ((second == 0)); then\n  echo "Cannot divide by zero" >&2\n  exit 1\nfi\necho "$((first / second)) remainder $((first % second))"',
     ((17, 5), (3, 0)), lambda a, b: [f"{a // b} remainder {a % b}"] if b else Outcome(status=1, stderr="Cannot divide by zero")),
    ("percent", ["print how many percent its first argument is of the second, with one decimal", "compute the percentage of one number in another, both given as arguments"],
     "prints how many percent its first argument is of the second, with one decimal",
     "awk -v part=\"$first\" -v whole=\"$second\" 'BEGIN { printf \"%.1f%%\\n\", 100 * part / whole }'",
     ((3, 8), (50, 50)), lambda a, b: [f"{100 * a / b:.1f}%"]),
    ("rectangle", ["print the area and the perimeter of a rectangle from its two sides, given as arguments", "compute area and perimeter of a rectangle, its width and height given as arguments"],
     "prints the area and the perimeter of a rectangle with the sides given as arguments",
     'echo "Area: $((first * second))"\necho "Perimeter: $((2 * (first + second)))"',
     ((3, 5),), lambda a, b: [f"Area: {a * b}", f"Perimeter: {2 * (a + b)}"]),
    ("grid", ["print a rectangle of # signs, its width and height given as arguments", "draw a box of # characters from a width and a height, given as arguments"],
     "prints a rectangle of # signs with the width and the height given as arguments",
     'for ((row = 0; row < second; row++)); do\n  for ((column = 0; column < first; column++)); do\n    printf \'#\'\n  done\n  printf \'\\n\'\ndone',
     ((4, 2),), lambda a, b: ["#" * a] * b),
)  # fmt: skip


# Of these also for a number in the script.
_FIXED = (
    "primes", "is-prime", "sum-to", "digit-sum", "table", "squares", "binary", "hex", "divisors",
    "factors", "collatz", "fizzbuzz", "even-odd",
)  # fmt: skip


def _fibonacci(count: int) -> list[int]:
    numbers = [0, 1]
    while len(numbers) < count:
        numbers.append(numbers[-1] + numbers[-2])
    return numbers[:count]


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % d for d in range(2, number))


def _is_leap(year: int) -> bool:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days == 366


def _factors(number: int) -> list[int]:
    primes = [p for p in range(2, number + 1) if _is_prime(p)]
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
        f"scripts_maths.{name}-fixed",
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
    return script(f"scripts_maths.{name}", say, sentence(explain), code, expect, calls=calls)
