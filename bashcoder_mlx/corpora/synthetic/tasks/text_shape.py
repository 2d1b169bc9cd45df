"""Characters and layout: tr, fold, fmt, expand."""

import textwrap
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    lines_task,
    names,
    text_of,
)

_TEXT = ["Heron  and  Otter, 12 times", "\tgecko; ÄB c", "", "aabbcc  -- Dd_E 7"]
_PRINT = "[print|show]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _translations()
    yield from _folds()


def _tr(
    name: str, run: str, what: str, result: Callable[[str], str], given: list[str] | None = None,
    weight: float = 0.8,
) -> Iterator[Task]:  # fmt: skip
    """One translation: of a file to the output, and to another file. `what` has <it> in it."""
    said = what.replace("<it>", "{txt}")
    yield lines_task(
        f"text.tr-{name}", f"tr {run} < {{txt}}",
        [said, f"{said}[| and print the result| with tr|, printing the result]"],
        [f"{third(said)}, and prints the result."], given or _TEXT,
        lambda x, s: result(text_of(x)), weight=weight,
    )  # fmt: skip
    yield lines_task(
        f"text.tr-{name}-to", f"tr {run} < {{txt}} > {{txt2}}",
        [f"{said} and [save|write|store] [the result|it] [to|in|as] {{txt2}}"],
        [f"{third(said)}, and writes the result to {{txt2}}."], given or _TEXT,
        lambda x, s: result(text_of(x)), into="txt2", weight=weight / 2,
    )  # fmt: skip


def third(said: str) -> str:
    """The sentence for an instruction that begins with a verb or a choice of verbs."""
    verb, _, rest = said.partition("] ") if said.startswith("[") else said.partition(" ")
    first = verb.lstrip("[").partition("|")[0]
    ending = "es" if first.endswith(("ss", "ch", "x", "sh")) else "s"
    return f"{first.capitalize()}{ending} {rest}"


def _squeezed(text: str, char: str) -> str:
    while char * 2 in text:
        text = text.replace(char * 2, char)
    return text


def _translations() -> Iterator[Task]:
    ascii_only = [line.replace("Ä", "A") for line in _TEXT]
    yield from _tr(
        "upper", "'[:lower:]' '[:upper:]'",
        "[convert|change|turn] <it> [to|into] [upper case|uppercase|capital letters|all caps]",
        str.upper, ascii_only, 2,
    )  # fmt: skip
    yield from _tr(
        "lower", "'[:upper:]' '[:lower:]'",
        "[convert|change|turn] <it> [to|into] [lower case|lowercase|small letters]",
        str.lower, ascii_only, 2,
    )  # fmt: skip
    yield from _tr("digits", "-d '[:digit:]'", "[delete|remove|strip] [all|all the|every one of "
                   "the] digits [from|in] <it>",
                   lambda t: "".join(c for c in t if not c.isdigit()))  # fmt: skip
    yield from _tr("blanks", "-d ' '", "[delete|remove|strip] [all|all the] [spaces|blanks] "
                   "[from|in] <it>", lambda t: t.replace(" ", ""))  # fmt: skip
    yield from _tr("space", "-d '[:space:]'", "[delete|remove|strip] all whitespace, newlines too, "
                   "[from|in] <it>", lambda t: "".join(t.split()))  # fmt: skip
    yield from _tr("punct", "-d '[:punct:]'", "[delete|remove|strip] [all|all the] [punctuation|"
                   "punctuation marks] [from|in] <it>",
                   lambda t: "".join(c for c in t if c not in ",;-_"))  # fmt: skip
    yield from _tr("newlines", "-d '\\n'", "[delete|remove|strip] [all|all the] [newlines|line "
                   "breaks] [from|in] <it>", lambda t: t.replace("\n", ""))  # fmt: skip
    yield from _tr("returns", "-d '\\r'", "[delete|remove|strip] [all|all the] carriage returns "
                   "[from|in] <it>", lambda t: t.replace("\r", ""), ["a\r", "b\r", "c"])  # fmt: skip
    yield from _tr("letters", "-d '[:alpha:]'", "[delete|remove|strip] [all|all the] letters "
                   "[from|in] <it>", lambda t: "".join(c for c in t if not c.isalpha()),
                   ascii_only)  # fmt: skip
    yield from _tr("only-digits", "-cd '[:digit:]\\n'", "[delete|remove|strip] everything but "
                   "digits and newlines [from|in] <it>",
                   lambda t: "".join(c for c in t if c.isdigit() or c == "\n"),
                   ascii_only)  # fmt: skip
    yield from _tr("only-letters", "-cd '[:alpha:]\\n'", "[delete|remove|strip] everything but "
                   "letters and newlines [from|in] <it>",
                   lambda t: "".join(c for c in t if c.isalpha() or c == "\n"),
                   ascii_only)  # fmt: skip
    yield from _tr("squeeze", "-s ' '", "[squeeze|collapse|reduce] [repeated|multiple|runs of] "
                   "spaces in <it> [to one|into one|to a single space]",
                   lambda t: _squeezed(t, " "))  # fmt: skip
    yield from _tr("squeeze-lines", "-s '\\n'", "[remove|delete] [the |all |]empty lines [from|in] "
                   "<it> [with tr|using tr]", lambda t: _squeezed(t, "\n"))  # fmt: skip
    yield from _tr("tabs", "'\\t' ' '", "replace [every tab|each tab|tabs] in <it> "
                   "[by|with] [a space|one space]", lambda t: t.replace("\t", " "))  # fmt: skip
    yield from _tr("blanks-tabs", "' ' '\\t'", "replace [every space|each space|spaces] "
                   "in <it> [by|with] [a tab|tabs]", lambda t: t.replace(" ", "\t"))  # fmt: skip
    yield from _tr("blanks-under", "' ' _", "replace [every space|spaces|all spaces] in "
                   "<it> [by|with] [an underscore|underscores]",
                   lambda t: t.replace(" ", "_"))  # fmt: skip
    yield from _tr("under-blanks", "_ ' '", "replace [every underscore|underscores|all "
                   "underscores] in <it> [by|with] [a space|spaces]",
                   lambda t: t.replace("_", " "))  # fmt: skip
    yield from _tr("dash-under", "- _", "replace [every hyphen|all hyphens|dashes] in "
                   "<it> [by|with] [an underscore|underscores]",
                   lambda t: t.replace("-", "_"))  # fmt: skip
    yield from _tr("newline-blank", "'\\n' ' '", "replace [every newline|the newlines|all "
                   "line breaks] in <it> [by|with] [a space|spaces]",
                   lambda t: t.replace("\n", " "))  # fmt: skip
    yield from _tr("newline-comma", "'\\n' ,", "replace [every newline|the newlines|all "
                   "line breaks] in <it> [by|with] [a comma|commas]",
                   lambda t: t.replace("\n", ","))  # fmt: skip
    yield from _tr("comma-newline", ", '\\n'", "replace [every comma|the commas|all "
                   "commas] in <it> [by|with] [a newline|newlines|line breaks]",
                   lambda t: t.replace(",", "\n"))  # fmt: skip
    yield from _tr("semi-newline", "';' '\\n'", "replace [every semicolon|the semicolons|"
                   "all semicolons] in <it> [by|with] [a newline|newlines|line breaks]",
                   lambda t: t.replace(";", "\n"))  # fmt: skip
    yield from _tr("colon-newline", ": '\\n'", "replace [every colon|the colons|all "
                   "colons] in <it> [by|with] [a newline|newlines|line breaks]",
                   lambda t: t.replace(":", "\n"), ["a:b:c", "d:e"])  # fmt: skip
    yield from _tr("rot13", "'A-Za-z' 'N-ZA-Mn-za-m'", "[encode|decode] <it> with rot13",
                   lambda t: t.translate(str.maketrans(
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                       "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")),
                   ascii_only)  # fmt: skip
    yield lines_task(
        "text.chars-count", "fold -w1 {txt} | sort | uniq -c | sort -rn",
        ["count how often each [character|letter] [occurs|appears] in {txt}, most frequent first",
         "[show|list] the [characters|letters] of {txt} by frequency, the most [common|frequent] "
         "first"],
        ["Counts each character of {txt} and sorts by the count."], ["abcab", "cacc", "d"],
        lambda x, s: ["      4 c", "      3 a", "      2 b", "      1 d"],
        ["character frequencies of {txt}, highest first"],
    )  # fmt: skip
    yield lines_task(
        "text.char-count", "tr -cd {letter} < {txt} | wc -c",
        ["count how often [the letter|the character] {letter} [occurs|appears] in {txt}",
         "count the occurrences of the [letter|character] {letter} in {txt}"],
        ["Counts how often the letter {letter} occurs in {txt}."],
        lambda s: [s.letter * 3 + "zz", f"u{s.letter}u{s.letter}", s.letter.upper()],
        lambda x, s: "5\n", ["how many times does the letter {letter} [occur|appear] in {txt}?"],
    )  # fmt: skip


def _folds() -> Iterator[Task]:
    long = [" ".join(names(24) + names(24)), "short line", " ".join(names(12))]
    solid = ["x" * 300, "y" * 50]
    for name, run, said, result in (
        ("fold", "fold -w {width}", "wrap [the |long |]lines of <it> [at|to|after] {width} "
         "[characters|columns]",
         lambda x, s: [y for line in x for y in textwrap.wrap(line, s.width)]),
        ("fold-words", "fold -s -w {width}", "wrap [the |long |]lines of <it> at {width} "
         "[characters|columns] without [breaking|splitting] words",
         lambda x, s: [y for line in x for y in _wrapped(line, s.width)]),
    ):  # fmt: skip
        given = solid if name == "fold" else long
        yield lines_task(
            f"text.{name}", f"{run} {{txt}}",
            [said.replace("<it>", "{txt}"), "[print|show] {txt} with [its |]lines wrapped at "
             "{width} [characters|columns]" + (", breaking only at spaces" if "-" in name else "")],
            [f"Wraps the lines of {{txt}} at {{width}} characters"
             f"{', at blanks only' if '-' in name else ''}."], given, result,
        )  # fmt: skip
        yield lines_task(
            f"text.{name}-to", f"{run} {{txt}} > {{txt2}}",
            [said.replace("<it>", "{txt}") + " and [save|write] the result [to|in] {txt2}"],
            [f"Wraps the lines of {{txt}} at {{width}} characters"
             f"{', at blanks only' if '-' in name else ''}, into {{txt2}}."], given, result,
            into="txt2", weight=0.5,
        )  # fmt: skip
    yield lines_task(
        "text.fmt", "fmt -w {width} {txt}",
        ["[reflow|reformat|refill] the paragraphs of {txt} to [a width of |]{width} [characters|"
         "columns]", "[format|fill] the text in {txt} to {width} columns with fmt"],
        ["Refills the paragraphs of {txt} to lines of at most {width} characters."],
        ["a b", "c d", "", "e f", "g"], lambda x, s: ["a b c d", "", "e f g"],
    )  # fmt: skip
    yield lines_task(
        "text.expand", "expand {txt}",
        ["[convert|change] [the |]tabs in {txt} to spaces", "expand the tabs [of|in] {txt}"],
        ["Prints {txt} with spaces instead of tabs."], ["a\tb", "\tcc\td"],
        lambda x, s: [line.expandtabs() for line in x],
    )  # fmt: skip
    yield lines_task(
        "text.expand-t", "expand -t {tab} {txt}",
        ["[convert|change] [the |]tabs in {txt} to {tab} spaces",
         "expand the tabs [of|in] {txt} with a tab [width|size] of {tab}"],
        ["Prints {txt} with tabs expanded to every {tab} columns."], ["a\tb", "\tcc\td"],
        lambda x, s: [line.expandtabs(s.tab) for line in x], slots={"tab": tab},
    )  # fmt: skip
    yield lines_task(
        "text.expand-to", "expand -t {tab} {txt} > {txt2}",
        ["[convert|change] [the |]tabs in {txt} to {tab} spaces and [save|write] the result "
         "[to|in] {txt2}"],
        ["Writes {txt} with tabs expanded to every {tab} columns to {txt2}."],
        ["a\tb", "\tcc\td"], lambda x, s: [line.expandtabs(s.tab) for line in x],
        slots={"tab": tab}, into="txt2",
    )  # fmt: skip
    yield lines_task(
        "text.unexpand", "unexpand -t {tab} {txt}",
        ["[convert|change] runs of {tab} spaces in {txt} [back |]to tabs"],
        ["Prints {txt} with tabs instead of each {tab} spaces."],
        lambda s: [" " * s.tab + "a", " " * 2 * s.tab + "b"],
        lambda x, s: ["\ta", "\t\tb"], slots={"tab": tab},
    )  # fmt: skip


def tab(draw: Draw, spaced: bool) -> Value:
    """The width of a tab, or another small number."""
    return number(draw.pick((2, 3, 4, 4, 8)))


def _wrapped(line: str, width: int) -> list[str]:
    """Breaks after the last blank that fits, and keeps it at the end of the line."""
    found = []
    while len(line) > width:
        at = line.rfind(" ", 0, width) + 1
        found.append(line[:at])
        line = line[at:]
    return [*found, line]
