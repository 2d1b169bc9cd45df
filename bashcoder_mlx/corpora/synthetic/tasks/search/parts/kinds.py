"""Patterns for lines of a kind (blank, comments, with numbers) and for things in lines (links)."""

import re
from dataclasses import replace
from functools import partial

from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern

_SAMPLE = [
    *("# a comment", "   # indented", "name = value # later", "", "   ", "plain text", "42"),
    *("-7 or 12", "at 10.20.30.40 and 192.0.2.7", "on 2024-05-17 at 10:30:59", "UPPER CASE"),
    *("a.b@example.com asks", "see https://example.com/x?y=1 or http://example.org", "x1"),
    *("color #ff8800;", "; old style", "1.2.3", "MiXed", "tab\there", "end with blank ", "e"),
    *("call 555-123-4567", 'it\'s "quoted"', "a,b,c", "12 30 4", "7-7-7", "mail me @ home", "^$"),
    *("2024-5-7", "10:30", "#ff88", "http:/x", "five-123-4567", "word", "two\t", "[0-9]", "[: #"),
    *("user@host", "10.20.30", "a#b", "A", "9", "x Big", "one 1 two"),
]


def _lines(expression: str, wanted: bool, s: object) -> list[str]:
    """The lines of the sample in which something matches, or the others."""
    return [line for line in _SAMPLE if bool(re.search(expression, line)) == wanted]


def _kind(
    key: str, what: str, has: str, lacks: str, text: str, expression: str, flags: str = ""
) -> Pattern:
    return Pattern(
        key=key,
        text=text,
        what=what,
        has=has,
        lacks=lacks,
        expression=lambda s: expression,
        good=partial(_lines, expression, True),
        bad=partial(_lines, expression, False),
        flags=flags,
        whole_line=True,
    )


def _holding(key: str, one: str, text: str, expression: str = "", flags: str = "") -> Pattern:
    """Lines that hold such a thing."""
    has, lacks = f"[contain|have] {one}", f"[contain|have] no {one.partition(' ')[2]}"
    return _kind(key, one, has, lacks, text, expression or text.strip("'"), flags)


_MAIL, _MAIL_PYTHON = (
    "'[[:alnum:]._%+-]+@[[:alnum:].-]+\\.[[:alpha:]]{2,}'",
    r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}",
)
_ADDRESS = "'([0-9]{1,3}\\.){3}[0-9]{1,3}'"
KINDS = (
    _kind(
        "blank",
        "[empty|blank] lines",
        "are [empty|blank]",
        "are not [empty|blank]",
        "'^$'",
        "^$",
    ),
    _kind(
        "white",
        "lines that are empty or only whitespace",
        "are empty or [hold|have|contain] only [blanks|whitespace]",
        "have more than [whitespace|blanks]",
        "'^[[:space:]]*$'",
        r"^\s*$",
    ),
    _kind(
        "comment",
        "[comments|comment lines (#)]",
        "[are comments|start with #|begin with #]",
        "[are not comments|do not start with #|are no comments (#)]",
        "'^#'",
        "^#",
    ),
    _kind(
        "comment-indented",
        "comments, [indented or not|even indented ones]",
        "are comments, [indented or not|even indented]",
        "are not comments, [not even indented ones|indented or not]",
        "'^[[:space:]]*#'",
        r"^\s*#",
    ),
    _kind(
        "content",
        "lines that are neither comments nor empty",
        "are neither comments nor [empty|blank]",
        "are comments or [empty|blank]",
        "'^[^#]'",
        "^[^#]",
    ),
    _holding("digit", "a [digit|number]", "'[0-9]'"),
    _kind(
        "capital",
        "[an upper-case letter|a capital letter]",
        "[contain|have] [an upper-case letter|a capital letter|capitals]",
        "[contain|have] no [upper-case letters|capital letters]",
        "'[[:upper:]]'",
        "[A-Z]",
    ),
    _kind(
        "capital-start",
        "lines that start with a capital letter",
        "start with [an upper-case|a capital] letter",
        "do not start with [an upper-case|a capital] letter",
        "'^[[:upper:]]'",
        "^[A-Z]",
    ),
    _kind(
        "digit-start",
        "lines that start with a [digit|number]",
        "start with a [digit|number]",
        "do not start with a [digit|number]",
        "'^[0-9]'",
        "^[0-9]",
    ),
    _kind(
        "digit-end",
        "lines that end [with|in] a [digit|number]",
        "end [with|in] a [digit|number]",
        "do not end [with|in] a [digit|number]",
        "'[0-9]$'",
        "[0-9]$",
    ),
    _kind(
        "trailing",
        "lines with trailing whitespace",
        "end [with|in] [whitespace|blanks|spaces or tabs]",
        "do not end [with|in] [whitespace|blanks]",
        "'[[:space:]]$'",
        r"\s$",
    ),
    _holding("tabs", "a tab", "$'\\t'", "\t"),
    _kind(
        "only-digits",
        "lines of digits only",
        "[consist of|are made of] digits only",
        "are not made of digits only",
        "'[0-9]+'",
        "^[0-9]+$",
        "xE",
    ),
    _holding("address", "an IP address", _ADDRESS, flags="E"),
    _holding("email", "an [e-mail|email] address", _MAIL, _MAIL_PYTHON, "E"),
    _holding("link", "a [URL|link|web address]", "'https?://'", flags="E"),
    _holding("date", "a date [like|such as] 2024-05-17", "'[0-9]{4}-[0-9]{2}-[0-9]{2}'", flags="E"),
    _holding("time", "a time [like|such as] 10:30:59", "'[0-9]{2}:[0-9]{2}:[0-9]{2}'", flags="E"),
)
"""Lines of a kind."""


def _thing(key: str, things: str, text: str, expression: str = "", flags: str = "E") -> Pattern:
    one = _kind(key, things, "", "", text, expression or text.strip("'"), flags)
    return replace(one, whole_line=False)


def _after(key: str, things: str, text: str, expression: str) -> Pattern:
    """What a Perl pattern takes out of lines that name {word}."""
    return Pattern(
        key=key,
        text=text,
        what=things,
        has="",
        lacks="",
        expression=lambda s: expression.format(word=re.escape(s.word)),
        good=lambda s: [f"a {s.word}=first b", f"{s.word}=2nd,x {s.word}=3"],
        bad=lambda s: ["other=value", s.word, f"{s.word[:-1]}=no", f"{s.word.swapcase()}=no"],
        flags="P",
        linux=True,
    )


THINGS = (
    _thing("numbers", "[whole |]numbers", "'[0-9]+'"),
    _thing("ips", "[IP|IPv4] addresses", _ADDRESS, r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"),
    _thing("emails", "[e-mail|email|mail] addresses", _MAIL, _MAIL_PYTHON),
    _thing("links", "[links|URLs|web addresses]", "'https?://[^\" ]+'"),
    _thing("dates", "dates of the form YYYY-MM-DD", "'[0-9]{4}-[0-9]{2}-[0-9]{2}'"),
    _thing("times", "times of the form HH:MM:SS", "'[0-9]{2}:[0-9]{2}:[0-9]{2}'"),
    _thing("colors", "[hex|HTML] [colors|color codes]", "'#[0-9a-fA-F]{6}'"),
    _thing("phones", "phone numbers [like|such as] 555-123-4567", "'[0-9]{3}-[0-9]{3}-[0-9]{4}'"),
    _thing("quoted", "[texts|strings] in double quotes", '\'"[^"]*"\'', flags=""),
    _thing("words", "[words made of letters|runs of letters]", "'[[:alpha:]]+'", "[A-Za-z]+"),
    _after(
        "values",
        "[values|texts] that follow {word.raw}=, up to a blank",
        r"'{word}=\K\S+'",
        r"(?<={word}=)\S+",
    ),
    _after(
        "values-behind",
        "words after {word.raw}= (with a Perl lookbehind)",
        r"'(?<={word}=)\w+'",
        r"(?<={word}=)\w+",
    ),
)
"""What one takes out of lines."""
