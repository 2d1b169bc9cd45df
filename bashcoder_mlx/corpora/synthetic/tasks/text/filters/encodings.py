"""Filters that measure, hash, encode or dump a text."""

import base64
import hashlib
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filter import Filter


def _digest(name: str) -> Callable[[str, Bound, str], str]:
    return lambda t, s, sep: f"{hashlib.new(name, t.encode()).hexdigest()}  -\n"


ENCODINGS = (
    Filter(
        key="length",
        run="wc -c",
        say="""
            count the [bytes|characters] of <it>, without a newline
            [print|show] [how long <it> is|the length of <it>] in bytes, [not counting a newline|
                without a newline]
        """,
        ask="""
            how many bytes has <it>, without a newline?
            length of <it> in bytes, no newline counted
            there is a limit in bytes; how long is <it> without a line end?
            <it>, no newline, through wc -c
        """,
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
        ask="""
            MD5 of <it>, without a newline
            what is the MD5 hash of just <it>, no line end?
            a form wants the MD5 of <it>; no newline may be in it
            <it>, no newline, through MD5
        """,
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
        ask="""
            SHA-256 of <it>, without a newline
            what is the SHA-256 hash of just <it>, no line end?
            a form wants the SHA-256 of <it>; no newline may be in it
            <it>, no newline, through SHA-256
        """,
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
        ask="""
            <it> in base64, without a newline
            how is <it> written in base64, no line end in it?
            an HTTP header needs <it> in base64; no newline may be in it
            <it>, no newline, through base64
        """,
        explain="Encodes <it> in base64, without a newline.",
        result=lambda t, s, sep: base64.b64encode(t.encode()).decode() + "\n",
        plain=True,
    ),
    Filter(
        key="dump",
        run="od -c",
        say="""
            dump <it> character by character[ with od|]
            [print|show] each character of <it>, also those one cannot see[, with od|]
        """,
        ask="""
            what characters are in <it>, exactly?
            are there any tabs or control characters in <it>? od
            I suspect something invisible in <it>; show every character
            <it>, through od -c
        """,
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
