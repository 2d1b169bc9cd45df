"""Scripts that change or examine a piece of text: what is done with it, and where it comes from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    USAGE,
    indented,
    script,
    sentence,
    usage,
)


@dataclass(frozen=True)
class _Operation:
    """What is printed for `$text`."""

    name: str
    say: Sequence[str]
    explain: str
    code: str
    result: Callable[[str], list[str]]


@dataclass(frozen=True)
class _Source:
    """Where the text comes from; a loop for several."""

    name: str
    say: str
    explain: str
    head: str
    loop: str
    calls: Sequence[Sequence[str]]
    stdin: str = ""


_SAMPLES = ("Level", "The quick  Brown Fox!", "a1-b2_c3 x")
_SOURCES = (
    _Source("argument", "its argument", "its argument", usage("TEXT") + "text=$1\n\n", "",
        (*((text,) for text in _SAMPLES), ())),
    _Source("all", "[its arguments|the arguments] joined by blanks", "its arguments joined by blanks", usage("TEXT...", "-eq 0") + "text=$*\n\n", "",
        ((_SAMPLES[0],), _SAMPLES[1].split(), ())),
    _Source("each", "[each of its arguments|every argument]", "each of its arguments", usage("TEXT...", "-eq 0") + "\n", 'for text in "$@"; do\n',
        (_SAMPLES, ())),
    _Source("typed", "[a line that the user types|a text that the user enters|a line read from the user]", "a line that is typed in", 'read -r -p "Text: " text\n\n', "",
        ((),), f"{_SAMPLES[1]}\n"),
    _Source("lines", "[every line|each line] of the standard input", "each line of the standard input", "", "while IFS= read -r text; do\n",
        ((),), "".join(f"{text}\n" for text in _SAMPLES)),
)  # fmt: skip


def _is_palindrome(text: str) -> bool:
    letters = [c for c in text.lower() if c.isalnum()]
    return letters == letters[::-1]


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _caesar(text: str) -> str:
    return "".join(_turned(c, ord("a")) if c.islower() else _turned(c, ord("A")) for c in text)


def _turned(letter: str, first: int) -> str:
    return chr((ord(letter) - first + 3) % 26 + first) if letter.isalpha() else letter


_OPERATIONS = (
    _Operation("reverse", ["reverse TEXT", "print TEXT backwards, letter by letter"],
        "prints TEXT backwards",
        'reversed=""\nfor ((i = ${#text} - 1; i >= 0; i--)); do\n  reversed+=${text:i:1}\ndone\necho "$reversed"',
        lambda text: [text[::-1]]),
    _Operation("palindrome", ["say whether TEXT is a palindrome, ignoring case and everything but letters and digits", "check if TEXT reads the same backwards, only letters and digits count, in any case"],
        "says whether TEXT is a palindrome; case and other characters than letters and digits do not matter",
        "plain=$(printf '%s' \"$text\" | tr '[:upper:]' '[:lower:]' | tr -cd '[:alnum:]')\nif [[ $plain == \"$(printf '%s' \"$plain\" | rev)\" ]]; then\n  echo \"$text is a palindrome\"\nelse\n  echo \"$text is not a palindrome\"\nfi",
        lambda text: [f"{text} is {'' if _is_palindrome(text) else 'not '}a palindrome"]),
    _Operation("vowels", ["count the vowels in TEXT", "print how many vowels are in TEXT"],
        "counts the vowels in TEXT",
        "vowels=$(printf '%s' \"$text\" | tr -cd 'aeiouAEIOU')\necho \"${#vowels} vowels\"",
        lambda text: [f"{sum(c in 'aeiouAEIOU' for c in text)} vowels"]),
    _Operation("slug", ["make a slug of TEXT: lower case, with hyphens between the words", "slugify TEXT: only lower-case letters, digits and single hyphens"],
        "turns TEXT into a slug of lower-case letters, digits and hyphens",
        "printf '%s' \"$text\" | tr '[:upper:]' '[:lower:]' | tr -cs '[:alnum:]' '-' | sed 's/^-//; s/-$//'\nprintf '\\n'",
        lambda text: [_slug(text)]),
    _Operation("caesar", ["encrypt TEXT with a Caesar cipher, shifted by three letters", "shift the letters of TEXT by three: a Caesar cipher"],
        "shifts each letter of TEXT by three, the Caesar cipher",
        "printf '%s\\n' \"$text\" | tr 'A-Za-z' 'D-ZA-Cd-za-c'",
        lambda text: [_caesar(text)]),
    _Operation("count", ["print the number of characters and of words of TEXT", "count characters and words of TEXT"],
        "prints the number of characters and of words of TEXT",
        'read -r -a words <<< "$text"\necho "${#text} characters, ${#words[@]} words"',
        lambda text: [f"{len(text)} characters, {len(text.split())} words"]),
    _Operation("upper", ["print TEXT in [capitals|upper case] and in lower case", "show TEXT in [capitals|upper case], then in lower case"],
        "prints TEXT in capitals and in lower case",
        "printf '%s\\n' \"$text\" | tr '[:lower:]' '[:upper:]'\nprintf '%s\\n' \"$text\" | tr '[:upper:]' '[:lower:]'",
        lambda text: [text.upper(), text.lower()]),
    _Operation("swap-case", ["swap upper and lower case in TEXT", "turn small letters of TEXT into capitals and capitals into small ones"],
        "exchanges capitals and small letters in TEXT",
        "printf '%s\\n' \"$text\" | tr 'A-Za-z' 'a-zA-Z'",
        lambda text: [text.swapcase()]),
    _Operation("letters", ["print the letters of TEXT one per line", "split TEXT into characters, one a line"],
        "prints each character of TEXT on a line of its own",
        'for ((i = 0; i < ${#text}; i++)); do\n  echo "${text:i:1}"\ndone',
        lambda text: list(text)),
    _Operation("box", ["print TEXT in a box of stars", "draw a frame of stars around TEXT"],
        "prints TEXT in a box of stars",
        "edge=$(printf '%*s' \"$((${#text} + 4))\" '' | tr ' ' '*')\necho \"$edge\"\necho \"* $text *\"\necho \"$edge\"",
        lambda text: ["*" * (len(text) + 4), f"* {text} *", "*" * (len(text) + 4)]),
    _Operation("underline", ["print TEXT underlined with hyphens", "print TEXT and a line of hyphens of the same length below it"],
        "prints TEXT with a line of hyphens of the same length below it",
        "echo \"$text\"\nprintf '%s\\n' \"${text//?/-}\"",
        lambda text: [text, "-" * len(text)]),
    _Operation("squeeze", ["replace runs of blanks in TEXT by one underscore", "print TEXT with underscores for blanks, one for several"],
        "prints TEXT with an underscore for each run of blanks",
        "printf '%s\\n' \"$text\" | tr -s ' ' '_'",
        lambda text: ["_".join(text.split(" ")).replace("__", "_")]),
    _Operation("digits", ["print only the digits of TEXT", "remove everything but the digits from TEXT"],
        "prints the digits of TEXT and nothing else",
        'echo "${text//[!0-9]/}"',
        lambda text: ["".join(c for c in text if c.isdigit())]),
    _Operation("initials", ["print the initials of the words of TEXT", "make an acronym of TEXT, the first letters of its words in capitals"],
        "prints the first letters of the words of TEXT in capitals",
        "initials=\"\"\nread -r -a words <<< \"$text\"\nfor word in \"${words[@]}\"; do\n  initials+=${word:0:1}\ndone\nprintf '%s\\n' \"$initials\" | tr '[:lower:]' '[:upper:]'",
        lambda text: ["".join(word[0] for word in text.split()).upper()]),
)  # fmt: skip


def tasks() -> Iterator[Task]:
    """Every source with every operation."""
    for source, operation in product(_SOURCES, _OPERATIONS):
        yield _task(source, operation)


def _task(source: _Source, operation: _Operation) -> Task:
    code = f"{source.loop}{indented(operation.code)}done\n" if source.loop else operation.code
    return script(
        f"scripts_strings.{source.name}-{operation.name}",
        say=[text.replace("TEXT", source.say) for text in operation.say],
        explain=sentence(operation.explain.replace("TEXT", source.explain)),
        body=source.head + code,
        expect=lambda world, s, arguments: _expect(source, operation, s, arguments),
        calls=source.calls,
        stdin=source.stdin,
    )


def _expect(source: _Source, operation: _Operation, s: Bound, arguments) -> Outcome:
    if source.stdin:
        texts = source.stdin.splitlines()
    elif not arguments:
        return USAGE
    else:
        texts = [" ".join(arguments)] if source.name == "all" else arguments
    return Outcome([line for text in texts for line in operation.result(text)])
