"""Plain scripts that work on a text given as argument."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.maths import a_file
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts import bodies
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows

WEIGHT = 0.3
_GIVEN = "[given as argument|passed as argument|from the command line]"
_DAYS = dict.fromkeys(("Mon", "Tue", "Wed", "Thu", "Fri"), "Weekday")
_DAYS |= dict.fromkeys(("Sat", "Sun"), "Weekend")
_ONE = {
    "reversed": lambda text: [text[::-1]],
    "palindrome": lambda text: [f"{text} is {'' if text == text[::-1] else 'not '}a palindrome"],
    "characters": lambda text: [*text],
    "split-colons": lambda text: text.split(":"),
    "split-count": lambda text: [len(text.split(","))],
    "first-capital": lambda text: [text[0].upper() + text[1:]],
    "weekday": lambda text: [_DAYS.get(text, "Unknown day")],
}
_TWO = {
    "count-character": lambda text, letter: [text.count(letter)],
    "contains": lambda text, part: ["yes" if part in text else "no"],
    "repeat": lambda text, times: [text] * int(times),
}


def tasks() -> Iterator[Task]:
    """Every work in every style."""
    for kind, results, names in (("one", _ONE, ("text",)), ("two", _TWO, ("text", "other"))):
        for name, row in rows("plain_texts", kind, given=_GIVEN):
            yield from bodies.tasks(
                "scripts/composed_texts", name, row, results[name], names, a_file
            )
