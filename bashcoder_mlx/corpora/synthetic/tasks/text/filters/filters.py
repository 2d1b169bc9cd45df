"""Filters that a text goes through. In wordings `<it>` is the text, `<sign>` the separator."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What is done with a text; `<sep>` in its command is the separator of the fields."""

    key: str
    run: str
    say: str
    """A block of instructions."""
    ask: str
    """A block of other wordings."""
    explain: str
    result: Callable[[str, Bound, str], str]
    """From the text, the values and the separator: what is printed."""
    mac: str = ""
    """The command for macOS where it differs."""
    plain: bool = False
    """Whether the end of the line must not be part of the text."""


def _digest(name: str) -> Callable[[str, Bound, str], str]:
    return lambda t, s, sep: f"{hashlib.new(name, t.encode()).hexdigest()}  -\n"


TEXT_FILTERS = (
    Filter(
        key="upper",
        run="tr '[:lower:]' '[:upper:]'",
        say="""
            [convert|change|turn] <it> [to|into] [upper case|uppercase|capitals]
            [print|show] <it> in [upper case|capital letters]
        """,
        ask="<it> in upper case",
        explain="Prints <it> in upper case.",
        result=lambda t, s, sep: f"{t.upper()}\n",
    ),
    Filter(
        key="lower",
        run="tr '[:upper:]' '[:lower:]'",
        say="""
            [convert|change|turn] <it> [to|into] [lower case|lowercase|small letters]
            [print|show] <it> in [lower case|small letters]
        """,
        ask="<it> in lower case",
        explain="Prints <it> in lower case.",
        result=lambda t, s, sep: f"{t.lower()}\n",
    ),
    Filter(
        key="reverse",
        run="rev",
        say="""
            reverse <it>[, letter by letter|]
            [print|show] <it> backwards
        """,
        ask="<it> [backwards|reversed]",
        explain="Prints <it> backwards.",
        result=lambda t, s, sep: f"{t[::-1]}\n",
    ),
    Filter(
        key="words",
        run="wc -w",
        say="""
            count the words [of|in] <it>
            [print|show] the number of words [of|in] <it>
        """,
        ask="how many words are in <it>?",
        explain="Counts the words of <it>.",
        result=lambda t, s, sep: f"{len(t.split())}\n",
    ),
    Filter(
        key="length",
        run="wc -c",
        say="""
            count the [bytes|characters] of <it>, without a newline
            [print|show] [how long <it> is|the length of <it>] in bytes, [not counting a newline|
                without a newline]
        """,
        ask="how many bytes has <it>, without a newline?",
        explain="Counts the bytes of <it>, without a newline.",
        result=lambda t, s, sep: f"{len(t)}\n",
        plain=True,
    ),
    Filter(
        key="md5",
        run="md5sum",
        mac="md5 -r",
        say="""
            [compute|print|show|calculate] the MD5 [sum|checksum|hash] of <it>, without a newline
            hash <it> with md5sum, [without|not including] a newline
        """,
        ask="MD5 of <it>, without a newline",
        explain="Prints the MD5 checksum of <it>, without a newline.",
        result=_digest("md5"),
        plain=True,
    ),
    Filter(
        key="sha256",
        run="sha256sum",
        mac="shasum -a 256",
        say="""
            [compute|print|show|calculate] the SHA-256 [sum|hash] of <it>, without a newline
            hash <it> with sha256sum, [without|not including] a newline
        """,
        ask="SHA-256 of <it>, without a newline",
        explain="Prints the SHA-256 checksum of <it>, without a newline.",
        result=_digest("sha256"),
        plain=True,
    ),
    Filter(
        key="base64",
        run="base64",
        say="""
            encode <it> [in|as|with] base64, without a newline
            [print|show] the base64 form of <it>, without a newline
        """,
        ask="<it> in base64, without a newline",
        explain="Encodes <it> in base64, without a newline.",
        result=lambda t, s, sep: base64.b64encode(t.encode()).decode() + "\n",
        plain=True,
    ),
    Filter(
        key="fold",
        run="fold -w {small}",
        say="""
            [break|fold|split] <it> into [lines|pieces] of {small} characters
            [print|show] <it> with {small} characters [a|per|on each] line
        """,
        ask="<it>, {small} characters per line",
        explain="Breaks <it> into lines of {small} characters.",
        result=lambda t, s, sep: "".join(
            f"{t[at : at + s.small]}\n" for at in range(0, len(t), s.small)
        ),
    ),
    Filter(
        key="delete-letter",
        run="tr -d {letter}",
        say="""
            [delete|remove|drop] [every|all|each] {letter} from <it>
            [print|show] <it> without [any|the letter] {letter}
        """,
        ask="<it> without {letter}",
        explain="Prints <it> without any {letter}.",
        result=lambda t, s, sep: f"{t.replace(s.letter, '')}\n",
    ),
    Filter(
        key="digits",
        run="tr -cd '[:digit:]'",
        say="""
            [keep|print|extract] [only|just] the digits of <it>
            [delete|remove] everything but the digits from <it>
        """,
        ask="only the digits of <it>",
        explain="Prints only the digits of <it>.",
        result=lambda t, s, sep: re.sub(r"\D", "", t),
    ),
    Filter(
        key="no-digits",
        run="tr -d '[:digit:]'",
        say="""
            [delete|remove|drop] [all|the] digits from <it>
            [print|show] <it> without [its|the] digits
        """,
        ask="<it> without digits",
        explain="Prints <it> without its digits.",
        result=lambda t, s, sep: re.sub(r"\d", "", t) + "\n",
    ),
    Filter(
        key="underscores",
        run="tr ' ' _",
        say="""
            replace [the blanks|the spaces|every space] in <it> [with|by] underscores
            [print|show] <it> with underscores [instead of|for] spaces
        """,
        ask="<it> with underscores instead of spaces",
        explain="Prints <it> with underscores instead of spaces.",
        result=lambda t, s, sep: t.replace(" ", "_") + "\n",
    ),
    Filter(
        key="squeeze",
        run="tr -s ' '",
        say="""
            squeeze [repeated|several] spaces in <it> to one
            [print|show] <it> with [single|only single] spaces
        """,
        ask="<it> with single spaces",
        explain="Squeezes repeated spaces in <it> to one.",
        result=lambda t, s, sep: re.sub(" +", " ", t) + "\n",
    ),
    Filter(
        key="replace",
        run="sed 's/{often}/{mark}/g'",
        say="""
            replace [every|all|each] {often} in <it> [with|by] {mark}
            [print|show] <it> with {mark} [instead of|for] each {often}
        """,
        ask="<it> with {often} replaced by {mark}",
        explain="Prints <it> with every {often} replaced by {mark}.",
        result=lambda t, s, sep: t.replace(s.often, s.mark) + "\n",
    ),
    Filter(
        key="start",
        run="cut -c1-{small}",
        say="""
            [print|show|keep] [only |just |]the first {small} characters of <it>
            cut <it> after {small} characters
        """,
        ask="first {small} characters of <it>",
        explain="Prints the first {small} characters of <it>.",
        result=lambda t, s, sep: f"{t[: s.small]}\n",
    ),
    Filter(
        key="second-word",
        run="awk '{print $2}'",
        say="""
            [print|show|extract|get] [only |just |]the second word of <it>
            take the second word out of <it>
        """,
        ask="second word of <it>",
        explain="Prints the second word of <it>.",
        result=lambda t, s, sep: f"{t.split()[1]}\n",
    ),
    Filter(
        key="last-word",
        run="awk '{print $NF}'",
        say="""
            [print|show|extract|get] [only |just |]the last word of <it>
            take the last word out of <it>
        """,
        ask="last word of <it>",
        explain="Prints the last word of <it>.",
        result=lambda t, s, sep: f"{t.split()[-1]}\n",
    ),
    Filter(
        key="dump",
        run="od -c",
        say="""
            dump <it> character by character[ with od|]
            [print|show] each character of <it>, also those one cannot see[, with od|]
        """,
        ask="what characters are in <it>, exactly?",
        explain="Dumps <it> character by character.",
        result=lambda t, s, sep: _dump(f"{t}\n"),
    ),
)


_NEWLINE = {"\n": "\\n"}


def _dump(text: str) -> str:
    """What `od -c` prints."""
    lines = []
    for at in range(0, len(text), 16):
        cells = (_NEWLINE.get(character, character) for character in text[at : at + 16])
        lines.append(f"{at:07o}{''.join(map('{:>4}'.format, cells))}\n")
    return "".join(lines) + f"{len(text):07o}\n"
