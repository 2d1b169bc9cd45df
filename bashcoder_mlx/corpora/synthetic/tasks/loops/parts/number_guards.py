"""Conditions on the number i of a loop."""

from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Guard

GUARDS = (
    Guard("even", "((i % 2 == 0))", "is even", holds=lambda i, s: i % 2 == 0, weight=2),
    Guard("odd", "((i % 2 == 1))", "is odd", holds=lambda i, s: i % 2 == 1, weight=1.5),
    Guard(
        "even-bracket",
        "[ $((i % 2)) -eq 0 ]",
        "is even by a test in single brackets",
        holds=lambda i, s: i % 2 == 0,
    ),
    Guard(
        "multiple",
        "((i % {divisor} == 0))",
        "is [divisible by|a multiple of] {divisor}",
        holds=lambda i, s: i % int(s.divisor) == 0,
        weight=2,
    ),
    Guard(
        "other",
        '[ "$i" -ne {inner} ]',
        "is not {inner}",
        holds=lambda i, s: i != int(s.inner),
        weight=1.5,
    ),
    Guard("above", '[ "$i" -gt {inner} ]', "is above {inner}", holds=lambda i, s: i > int(s.inner)),
    Guard("below", "((i < {inner}))", "is below {inner}", holds=lambda i, s: i < int(s.inner)),
)
