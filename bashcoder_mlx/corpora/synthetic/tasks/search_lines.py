"""Lines and parts of lines of a certain kind by grep: blank, comments, numbers, addresses, "
"dates."""

import re
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task, silent
from bashcoder_mlx.trial.world import World

_SHOW = "[show|print|list|find]"
_LINES = "[the |all |all the |]lines [of|in] {file}"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _kinds_of_lines()
    yield from _extracts()


_MIXED = (
    "# a comment", "   # indented", "name = value # later", "", "   ", "plain text", "42",
    "-7 or 12",
    "at 10.20.30.40 and 192.0.2.7", "on 2024-05-17 at 10:30:59", "UPPER CASE",
    "a.b@example.com asks",
    "see https://example.com/x?y=1 or http://example.org", "color #ff8800;", "; old style", "x1",
    "1.2.3", "MiXed", "tab\there", "end with blank ", "call 555-123-4567", "it's \"quoted\"",
    "a,b,c",
    "this is a much longer line than most of the others, so that it goes well beyond what anyone "
    "would "
    "call short, and then some more words, until it is longer than every limit that can be drawn "
    "here.",
)  # fmt: skip


def _mixed(world: World, s: Bound) -> None:
    world.file(s.file, list(_MIXED))
    world.file("other.zzz", list(_MIXED))


# key, what the lines are or have, the same negated, options and pattern, regular expression
_LINE_KINDS: Sequence[tuple[str, str, str, str, str]] = (
    ("blank", "are [empty|blank]", "are not [empty|blank]", "'^$'", r"^$"),
    ("white", "are empty or [hold|have|contain] only [blanks|whitespace]",
     "have more than [whitespace|blanks]", "'^[[:space:]]*$'", r"^\s*$"),
    ("comment", "[are comments|start with #|begin with #]",
     "[are not comments|do not start with #|are no comments (#)]", "'^#'", r"^#"),
    ("comment-indented", "are comments, [indented or not|even indented]",
     "are not comments, [not even indented ones|indented or not]", "'^[[:space:]]*#'", r"^\s*#"),
    ("digit", "[contain|have] a [digit|number]", "[contain|have] no [digits|numbers]",
     "'[0-9]'", r"[0-9]"),
    ("capital", "[contain|have] [an upper-case letter|a capital letter|capitals]",
     "[contain|have] no [upper-case letters|capital letters]", "'[[:upper:]]'", r"[A-Z]"),
    ("capital-start", "start with [an upper-case|a capital] letter",
     "do not start with [an upper-case|a capital] letter", "'^[[:upper:]]'", r"^[A-Z]"),
    ("digit-start", "start with a [digit|number]", "do not start with a [digit|number]",
     "'^[0-9]'", r"^[0-9]"),
    ("digit-end", "end [with|in] a [digit|number]", "do not end [with|in] a [digit|number]",
     "'[0-9]$'", r"[0-9]$"),
    ("trailing", "end [with|in] [whitespace|blanks|spaces or tabs]",
     "do not end [with|in] [whitespace|blanks]", "'[[:space:]]$'", r"\s$"),
    ("tabs", "contain a tab", "contain no tab", "$'\\t'", r"\t"),
    ("only-digits", "[consist of|are made of|contain] digits only",
     "are not made of digits only", "-xE '[0-9]+'", r"^[0-9]+$"),
    ("address", "contain an IP address", "contain no IP address",
     r"-E '([0-9]{1,3}\.){3}[0-9]{1,3}'", r"([0-9]{1,3}\.){3}[0-9]{1,3}"),
    ("email", "contain an [e-mail|email] address", "contain no [e-mail|email] address",
     r"-E '[[:alnum:]._%+-]+@[[:alnum:].-]+\.[[:alpha:]]{2,}'", r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}"),
    ("link", "contain a [URL|link|web address]", "contain no [URL|link|web address]",
     "-E 'https?://'", r"https?://"),
    ("date", "contain a date [like|such as] 2024-05-17", "contain no date [like|such as] "
                                                         "2024-05-17",
     "-E '[0-9]{4}-[0-9]{2}-[0-9]{2}'", r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ("time", "contain a time [like|such as] 10:30:59", "contain no time [like|such as] 10:30:59",
     "-E '[0-9]{2}:[0-9]{2}:[0-9]{2}'", r"[0-9]{2}:[0-9]{2}:[0-9]{2}"),
)  # fmt: skip
_FORMS = (
    ("lines", "", _SHOW + " " + _LINES + " that", "[which|what] lines of {file}",
     "Prints the lines of {file} that"),
    ("numbered", "n", _SHOW + " " + _LINES + " with [their |]line numbers that",
     "line numbers and text of the lines of {file} that", "Prints, with line numbers, the lines "
                                                          "of {file} that"),
    ("count", "c", "[count|show the number of] [the |]lines [of|in] {file} that",
     "how many lines [of|in] {file}",
     "Counts the lines of {file} that"),
)  # fmt: skip


def _kinds_of_lines() -> Iterator[Task]:
    for key, has, lacks, pattern, expression in _LINE_KINDS:
        for form, letter, say, ask, explain in _FORMS:
            for negated in (False, True):
                are, flag = (lacks, f"v{letter}") if negated else (has, letter)
                mark = "" if "numbered" in form else "?"
                yield Task(
                    name=f"search.{form}-{key}{'-not' * negated}",
                    say=[f"{say} {are}", *_other_words(key, form, negated)],
                    ask=[f"{ask} {are}{mark}"],
                    run=f"grep {_merged(flag, pattern)} {{file}}",
                    explain=[f"{explain} {are}."],
                    setup=_mixed,
                    expect=_line_oracle(expression, form, negated),
                )  # fmt: skip


def _other_words(key: str, form: str, negated: bool) -> list[str]:
    known = {
        ("blank", "lines", True): ["[print|show] {file} without [empty|blank] lines",
                                   "[leave out|remove|hide] the [empty|blank] lines of {file} "
                                   "and print the rest"],
        ("comment", "lines", True): ["[print|show] {file} without comments[ (#)|]",
         "hide the comments in {file}"],
        ("comment", "lines", False): ["[print|show] [only |]the comments in {file}"],
        ("blank", "count", False): ["count the [empty|blank] lines [of|in] {file}"],
        ("blank", "count", True): ["count the non-empty lines [of|in] {file}"],
    }  # fmt: skip
    return known.get((key, form, negated), [])


def _merged(flag: str, pattern: str) -> str:
    """The pattern with its own options joined to the flags."""
    own, _, text = pattern.partition(" ") if pattern.startswith("-") else ("-", "", pattern)
    letters = "".join(sorted(own[1:] + flag, key="xvncEF".index))
    return f"-{letters} {text}" if letters else text


def _line_oracle(expression: str, form: str, negated: bool):
    def expect(world: World, s: Bound):
        numbered = list(enumerate(world[s.file].text.split("\n")[:-1], 1))
        found = [(n, line) for n, line in numbered if bool(re.search(expression, line)) != negated]
        assert found, "nothing is found"
        if form == "count":
            return f"{len(found)}\n"
        return [f"{n}:{line}" if form == "numbered" else line for n, line in found]

    return expect


# key, things, pattern of grep -E, the same in Python
_THINGS = (
    ("numbers", "[whole |]numbers", "[0-9]+", r"[0-9]+"),
    ("ips", "[IP|IPv4] addresses", r"([0-9]{1,3}\.){3}[0-9]{1,3}",
     r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"),
    ("emails", "[e-mail|email|mail] addresses",
     r"[[:alnum:]._%+-]+@[[:alnum:].-]+\.[[:alpha:]]{2,}",
     r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}"),
    ("links", "[links|URLs|web addresses]", r'https?://[^" ]+', r'https?://[^" ]+'),
    ("dates", "dates of the form YYYY-MM-DD", "[0-9]{4}-[0-9]{2}-[0-9]{2}",
     r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    ("times", "times of the form HH:MM:SS", "[0-9]{2}:[0-9]{2}:[0-9]{2}",
     r"[0-9]{2}:[0-9]{2}:[0-9]{2}"),
    ("colors", "[hex|HTML] [colors|color codes]", "#[0-9a-fA-F]{6}", r"#[0-9a-fA-F]{6}"),
    ("phones", "phone numbers [like|such as] 555-123-4567", "[0-9]{3}-[0-9]{3}-[0-9]{4}",
     r"[0-9]{3}-[0-9]{3}-[0-9]{4}"),
    ("quoted", "[texts|strings] in double quotes", '"[^"]*"', r'"[^"]*"'),
)  # fmt: skip


def _extracts() -> Iterator[Task]:
    for key, things, pattern, expression in _THINGS:
        yield Task(
            name=f"search.extract-{key}",
            say=[f"[extract|pull out|get] [all |all the |the |]{things} [from|in] {{file}}",
                 f"[print|show|list] [only |just ][the |]{things} [in|of|from] {{file}}"],
            ask=[f"[which|what] {things} are [there |]in {{file}}?"],
            run=f"grep -oE '{pattern}' {{file}}",
            explain=[f"Prints all {things} in {{file}}."],
            setup=_mixed,
            expect=lambda world, s, e=expression: _found(e),
        )  # fmt: skip
        yield Task(
            name=f"search.extract-{key}-folder",
            say=[f"[extract|pull out|get] [all |all the |]{things} from [the |all |all the "
                 f"|]files [in|under|below] {{dir}}, without duplicates",
                 f"[print|list] the distinct {things} found in [the |all |]files "
                 f"[in|under|below] {{dir}}"],
            run=f"grep -rohE '{pattern}' {{dir}} | sort -u",
            explain=[f"Lists the distinct {things} in the files of {{dir}}."],
            setup=lambda world, s: silent(
                [world.file(f"{s.dir}/{n}", list(_MIXED)) for n in ("a", "b/c")],
                world.file("beyond/d", ["9.8.7.6 99 x@example.net http://a.example 1999-01-02"])),
            expect=lambda world, s, e=expression: sorted(set(_found(e))),
        )  # fmt: skip


def _found(expression: str) -> list[str]:
    return [found for line in _MIXED for found in re.findall(expression, line)]
