"""The patterns that people search for."""

import re
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, words
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern


def _literal(draw: Draw, spaced: bool) -> Value:
    """A text that would mean something else as a pattern."""
    first, second = draw.pick(words("noun")), draw.pick(words("word"))
    forms = (f"{first}.{second}", f"{first}[0]", f"{second}.*", f"${first}", f"{first}.py")
    raw = draw.pick(forms)
    return Value(f"'{raw}'", (f'"{raw}"', f"'{raw}'", raw), raw)


def _alone(s: Bound) -> str:
    return rf"(?<!\w){re.escape(s.word)}(?!\w)"


WORD = Pattern(
    key="word",
    text="{word}",
    what="{word}",
    has="[contain|have|mention|include] {word}",
    lacks="[do not contain|don't have|do not mention|lack] {word}",
    expression=lambda s: re.escape(s.word),
    good=lambda s: [f"a {s.word} here", f"x{s.word}y {s.word}", s.word],
    bad=lambda s: [s.word.swapcase(), s.word[:-1], "nothing"],
)
WHOLE = Pattern(
    key="whole",
    text="{word}",
    what="the whole word {word}",
    has="contain {word} as a whole word",
    lacks="do not contain {word} as a whole word",
    expression=_alone,
    good=lambda s: [f"a {s.word} here", f"({s.word})", s.word],
    bad=lambda s: [f"x{s.word}", f"{s.word}s", s.word.swapcase()],
    flags="w",
)
PHRASE = Pattern(
    key="phrase",
    text="{phrase}",
    what="[|the phrase |the text ]{phrase}",
    has="[contain|have|mention] [|the phrase |the text ]{phrase}",
    lacks="[do not contain|don't have] [|the phrase |the text ]{phrase}",
    expression=lambda s: re.escape(s.phrase),
    good=lambda s: [f"see {s.phrase} there", s.phrase],
    bad=lambda s: [s.phrase.replace(" ", "  "), s.phrase.split()[0], s.phrase.swapcase()],
)
NUMBER = Pattern(
    key="number",
    text="{pid}",
    what="[|the number ]{pid}",
    has="[contain|have|mention] [|the number ]{pid}",
    lacks="[do not contain|don't have] [|the number ]{pid}",
    expression=lambda s: str(s.pid),
    good=lambda s: [f"a {s.pid} here", f"0{s.pid}0 {s.pid}", f"{s.pid}"],
    bad=lambda s: [f"{s.pid // 10}", f"{s.pid // 10} {s.pid % 10}", "nothing"],
)
STARTS = Pattern(
    key="starts",
    text="'^{word}'",
    what="lines [starting|beginning] with {word}",
    has="[start|begin] with {word}",
    lacks="do not [start|begin] with {word}",
    expression=lambda s: f"^{re.escape(s.word)}",
    good=lambda s: [f"{s.word} first", f"{s.word}x {s.word}"],
    bad=lambda s: [f" {s.word}", f"a {s.word}", s.word.swapcase()],
    whole_line=True,
)
ENDS = Pattern(
    key="ends",
    text="'{word}$'",
    what="lines ending [with|in] {word}",
    has="end [with|in] {word}",
    lacks="do not end [with|in] {word}",
    expression=lambda s: f"{re.escape(s.word)}$",
    good=lambda s: [f"last {s.word}", f"x{s.word}"],
    bad=lambda s: [f"{s.word} ", f"{s.word} a", s.word.swapcase()],
    whole_line=True,
)
EXACT = Pattern(
    key="exact",
    text="{word}",
    what="lines that are exactly {word}",
    has="[are exactly|consist only of|equal] {word}",
    lacks="are not exactly {word}",
    expression=lambda s: f"^{re.escape(s.word)}$",
    good=lambda s: [s.word],
    bad=lambda s: [f"{s.word} ", f"a {s.word}", s.word.swapcase()],
    flags="x",
    whole_line=True,
)
EITHER = Pattern(
    key="either",
    text="'{word}|{word2}'",
    what="{word} or {word2}",
    has="[contain|have|mention] [either |]{word} or {word2}",
    lacks="contain neither {word} nor {word2}",
    expression=lambda s: f"{re.escape(s.word)}|{re.escape(s.word2)}",
    good=lambda s: [f"a {s.word} here", f"b {s.word2}"],
    bad=lambda s: ["nothing", f"{s.word[:-1]}|{s.word2[:-1]}", s.word.swapcase()],
    flags="E",
)
THREE = Pattern(
    key="three",
    text="'{word}|{word2}|{word3}'",
    what="{word}, {word2} or {word3}",
    has="contain [any of |]{word}, {word2} or {word3}",
    lacks="contain none of {word}, {word2} and {word3}",
    expression=lambda s: "|".join(map(re.escape, (s.word, s.word2, s.word3))),
    good=lambda s: [f"a {s.word} here", f"b {s.word2}", s.word3],
    bad=lambda s: ["nothing", s.word[:-1], s.word3.swapcase()],
    flags="E",
)
FIXED = Pattern(
    key="fixed",
    text="{literal}",
    what="the literal [text|string] {literal}",
    has="contain the literal [text|string] {literal}",
    lacks="do not contain the literal text {literal}",
    expression=lambda s: re.escape(s.literal),
    good=lambda s: [f"a {s.literal} b", s.literal],
    bad=lambda s: [re.sub(r"\W", "_", s.literal), "nothing", s.literal.swapcase()],
    flags="F",
    slots={"literal": _literal},
)
IN_ORDER = Pattern(
    key="in-order",
    text="'{word}.*{word2}'",
    what="{word} followed by {word2} [on the same line|in the same line|later in the line]",
    has="[contain|have] {word} followed by {word2}",
    lacks="do not have {word} followed by {word2}",
    expression=lambda s: f"{re.escape(s.word)}.*{re.escape(s.word2)}",
    good=lambda s: [f"a {s.word} and {s.word2}", f"{s.word}{s.word2}"],
    bad=lambda s: [f"{s.word2} then {s.word}", s.word, s.word2, f"{s.word.swapcase()} {s.word2}"],
    whole_line=True,
)
EXPRESSION = Pattern(
    key="expression",
    text="-e {word}",
    what="{word}, given with -e",
    has="match the expression {word} given with -e",
    lacks="do not match the expression {word} given with -e",
    expression=lambda s: re.escape(s.word),
    good=WORD.good,
    bad=WORD.bad,
)
LISTED = Pattern(
    key="listed",
    text="{file2}",
    what="any of the [words|texts|strings] listed in {file2}",
    has="contain [any|one] of the [words|texts|strings] listed in {file2}",
    lacks="contain none of the [words|texts|strings] listed in {file2}",
    expression=lambda s: r"alpha|gamma\.x|omega",
    good=lambda s: ["alpha beta", "the gamma.x", "omega"],
    bad=lambda s: ["gammaxx", "Alpha", "delta"],
    flags="Ff",
    files=lambda s: {s.file2: ["alpha", "gamma.x", "omega"]},
)
SAME_LINE = replace(
    LISTED,
    key="same-line",
    what="the lines of {file2}",
    has="[also occur in|are lines of] {file2}",
    lacks="[do not occur in|are not lines of] {file2}",
    expression=lambda s: r"^(alpha|gamma\.x|omega)$",
    good=lambda s: ["alpha", "gamma.x", "omega"],
    bad=lambda s: ["gammaxx", "Alpha", "delta", "alpha beta", "the omega"],
    flags="xFf",
    whole_line=True,
)
PATTERNS_OF_FILE = replace(
    LISTED,
    key="patterns-of-file",
    what="any of the patterns in {file2}",
    has="match [any|one] of the patterns in {file2}",
    lacks="match none of the patterns in {file2}",
    expression=lambda s: "^alpha|g.mma|omega$",
    good=lambda s: ["alpha beta", "a gemma", "the omega"],
    bad=lambda s: ["x alpha", "gmma", "omega x", "Alpha"],
    flags="f",
    files=lambda s: {s.file2: ["^alpha", "g.mma", "omega$"]},
)
DIGITS = Pattern(
    key="perl-digits",
    text=r"'\d{3}-\d{4}'",
    what="three digits, a hyphen and four digits (a Perl pattern)",
    has="[contain|have] three digits, a hyphen and four digits (with a Perl pattern)",
    lacks="have no three digits, hyphen and four digits in a row (with a Perl pattern)",
    expression=lambda s: r"\d{3}-\d{4}",
    good=lambda s: ["call 555-1234", "1234-56789"],
    bad=lambda s: ["55-1234", "555-123", "555 1234", "d{3}-d{4}"],
    flags="P",
    linux=True,
)
NOT_BEFORE = Pattern(
    key="perl-not-before",
    text="'{word}(?!{word2})'",
    what="{word} that {word2} does not follow at once (Perl lookahead)",
    has="contain {word} not followed at once by {word2} (Perl lookahead)",
    lacks="contain no {word} without {word2} right after it (Perl lookahead)",
    expression=lambda s: f"{re.escape(s.word)}(?!{re.escape(s.word2)})",
    good=lambda s: [f"a {s.word} {s.word2}", s.word, f"{s.word}{s.word2} {s.word}"],
    bad=lambda s: [f"{s.word}{s.word2}", s.word2, s.word.swapcase()],
    flags="P",
    linux=True,
)
OTHERS = (EXPRESSION, LISTED, PATTERNS_OF_FILE, SAME_LINE, DIGITS, NOT_BEFORE)
"""Those that go with a few."""

PATTERNS = (
    *(WORD, WORD.folded(), WHOLE, WHOLE.folded(), PHRASE, PHRASE.folded()),
    *(STARTS, STARTS.folded(), ENDS, ENDS.folded(), EXACT, EXACT.folded()),
    *(EITHER, EITHER.folded(), THREE, THREE.folded(), FIXED, FIXED.folded()),
    *(IN_ORDER, NUMBER),
)
"""Those that go with most forms of output."""
IN_FILES = (
    *(WORD, WORD.folded(), WHOLE, WHOLE.folded(), PHRASE, PHRASE.folded()),
    *(EITHER, EITHER.folded(), FIXED, NUMBER),
)
"""Those that one searches folders for."""
COMMON = (WORD, WORD.folded(), PHRASE, EITHER)
"""Those that go with every form of output."""
