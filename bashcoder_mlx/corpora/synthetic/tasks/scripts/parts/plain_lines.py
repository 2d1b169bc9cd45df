"""Parts of plain scripts over lines: where they are read, and which of them are meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

FILE = "my  lines.txt"


@dataclass(frozen=True)
class Reader:
    """A loop over the lines, `$line`."""

    key: str
    say: str
    explain: str
    head: str
    tail: str = "done"
    start: Sequence[str] = ()
    typed: bool = False
    hint: str = ""
    cost: int = 0


_SAY = "[of|in] [the|a] [file|text file] given as [argument|its argument|$1]"
_ARGUMENT = {"explain": "of the file given as its argument", "tail": 'done < "$1"'}
READERS = (
    Reader("file", _SAY, head="while IFS= read -r line; do", **_ARGUMENT),
    Reader(
        "bare",
        _SAY,
        hint="[, read without IFS=|, with a plain read -r]",
        head="while read -r line; do",
        cost=1,
        **_ARGUMENT,
    ),
    Reader(
        "named",
        _SAY,
        "of the file given as its argument",
        "while IFS= read -r line; do",
        'done < "$file"',
        ("file=$1",),
        hint="[, with the file kept in a variable|, its name in a variable first]",
        cost=1,
    ),
    Reader(
        "typed",
        "[on|from] [stdin|the standard input]",
        "on the standard input",
        "while IFS= read -r line; do",
        typed=True,
    ),
)


@dataclass(frozen=True)
class Choice:
    """Which lines are meant."""

    key: str
    say: str
    """After "line"."""
    explain: str
    many: str
    """After "lines"."""
    blocks: Sequence[tuple[str, str, Sequence[str], int]]
    """Ways to write it: a name, how one asks for it, lines with BODY for the rest, the cost."""
    holds: Callable[[str, World, Bound], bool] = lambda line, world, s: True

    @property
    def several(self) -> str:
        """What is said after "lines", plainly."""
        text = self.many.replace("{word}", "{word.raw}")
        return text.replace("[that contain|with]", "with").replace(
            "[longer than|of more than]", "of more than"
        )


_SKIP = "[, skipping all others|; continue with the next for others]"
_DOUBLE = "[, in double brackets|, with double brackets]"
_AND = "[, in one line with &&|, by && and no if]"


def _blocks(test: str, double: str, unless: str = "") -> list[tuple[str, str, Sequence[str], int]]:
    """With an if, with `|| continue`, with && and, where the contrary is short, `&& continue`."""
    both = [("", "", f"[ {test} ]"), ("double", _DOUBLE, f"[[ {double} ]]")]
    found = []
    for key, hint, text in both if test else [("", "", f"[[ {double} ]]")]:
        cost = int(bool(key))
        found += [
            (key, hint, (f"if {text}; then", "  BODY", "fi"), cost),
            (f"skip{key}", _SKIP + hint, (f"{text} || continue", "BODY"), cost),
            (f"and{key}", _AND + hint, (f"{text} && BODY",), 1 + cost),
        ]
    if unless:
        found.append(("unless", f"{_SKIP}, by && continue", (f"{unless} && continue", "BODY"), 0))
    return found


_CASE = ('case "$line" in', "  '' | '#'*) continue ;;", "esac", "BODY")
_EITHER = ("[[ -z $line || $line == \\#* ]] && continue", "BODY")
CHOICES = (
    Choice("all", "", "", "", [("", "", ("BODY",), 0)]),
    Choice(
        "filled",
        " that is not empty",
        " that is not empty",
        " that are not empty",
        _blocks('-n "$line"', "-n $line", '[ -z "$line" ]'),
        lambda line, world, s: line != "",
    ),
    Choice(
        "code",
        " that does not begin with #",
        " that does not begin with #",
        " that do not begin with #",
        _blocks("", "$line != \\#*", "[[ $line == \\#* ]]"),
        lambda line, world, s: not line.startswith("#"),
    ),
    Choice(
        "both",
        " that is neither empty nor a comment",
        " that is neither empty nor a comment",
        " that are neither empty nor comments",
        [("case", _SKIP + ", by case", _CASE, 0), ("or", _SKIP + _DOUBLE, _EITHER, 0)],
        lambda line, world, s: line != "" and not line.startswith("#"),
    ),
    Choice(
        "word",
        " [that contains|with] {word}",
        " that contains {word.raw}",
        " [that contain|with] {word}",
        _blocks("", "$line == *{word}*"),
        lambda line, world, s: s.word in line,
    ),
    Choice(
        "begins",
        " that begins with {word}",
        " that begins with {word.raw}",
        " that begin with {word}",
        _blocks("", "$line == {word}*"),
        lambda line, world, s: line.startswith(s.word),
    ),
    Choice(
        "long",
        " [longer than|of more than] 8 characters",
        " longer than 8 characters",
        " [longer than|of more than] 8 characters",
        [
            *_blocks('"${#line}" -gt 8', "${#line} -gt 8"),
            (
                "arithmetic",
                "[, in double parentheses|, by an arithmetic condition]",
                ("if ((${#line} > 8)); then", "  BODY", "fi"),
                0,
            ),
        ],
        lambda line, world, s: len(line) > 8,
    ),
    Choice(
        "file",
        " that [names|is the name of] an existing file",
        " that names an existing file",
        " that name an existing file",
        _blocks('-f "$line"', "-f $line"),
        lambda line, world, s: line != "" and line in world and world[line].kind == "file",
    ),
)
