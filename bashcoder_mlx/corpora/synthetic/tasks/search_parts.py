"""What searches with grep consist of: patterns, the files that are searched, and the output."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, words
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import SKIP
from bashcoder_mlx.trial.world import World

_TEXT = frozenset(
    [
        "py",
        "txt",
        "log",
        "md",
        "json",
        "csv",
        "html",
        "css",
        "js",
        "ts",
        "java",
        "go",
        "rs",
        "rb",
        "php",
        "sql",
        "xml",
        "yaml",
        "yml",
        "tex",
        "lua",
        "c",
        "swift",
        "kt",
        "sh",
        "conf",
        "cfg",
        "ini",
        "svg",
        "toml",
        "pl",
        "cpp",
        "h",
        "hpp",
        "jsx",
        "tsx",
        "r",
        "scala",
        "bib",
        "hs",
        "ex",
        "jl",
        "scss",
        "tsv",
        "vue",
        "bat",
        "cs",
        "mk",
        "env",
    ]
)
_ORDER = "riwxvnclLohEF"
_CASE = "[ignoring case|in upper or lower case|case-insensitively|regardless of case]"


def flags(*texts: str) -> str:
    """Short options in one word, in the usual order, with a blank after it; or nothing."""
    letters = sorted({letter for text in texts for letter in text}, key=_ORDER.index)
    return f"-{''.join(letters)} " if letters else ""


def _text(slot: str) -> Slot:
    """The general slot, without what is no text."""

    def draw_text(draw: Draw, spaced: bool) -> Value:
        while (value := SLOTS[slot](draw, spaced)).data not in _TEXT:
            pass
        return value

    return draw_text


TEXTS: Mapping[str, Slot] = {"kind": _text("kind"), "ext": _text("ext")}


@dataclass(frozen=True)
class Pattern:
    """What is searched for."""

    key: str
    text: str
    """The pattern as the command writes it."""
    what: str
    """ "search … for WHAT"."""
    has: str
    """ "lines that HAS"."""
    lacks: str
    expression: Callable[[Bound], str]
    """A regular expression of Python for the same."""
    good: Callable[[Bound], Sequence[str]]
    """Lines that are to be found."""
    bad: Callable[[Bound], Sequence[str]]
    """Lines that come near."""
    flags: str = ""
    slots: Mapping[str, Slot] = field(default_factory=dict)

    def finds(self, line: str, s: Bound) -> bool:
        """Whether the line is to be found."""
        return bool(self.parts(line, s))

    def parts(self, line: str, s: Bound) -> list[str]:
        """What of the line matches."""
        case = re.IGNORECASE if "i" in self.flags else 0
        return [match[0] for match in re.finditer(self.expression(s), line, case)]


def _dotted(draw: Draw, spaced: bool) -> Value:
    first, second = draw.pick(words("noun")), draw.pick(words("word"))
    raw = draw.pick((f"{first}.{second}", f"{first}[0]", f"{second}.*", f"${first}", f"{first}.py"))
    return Value(f"'{raw}'", (f'"{raw}"', f"'{raw}'", raw), raw)


def _same_word(s: Bound) -> str:
    return re.escape(s.word)


_WORD = Pattern(
    "word", "{word}", "{word}", "[contain|have|mention] {word}",
    "[do not contain|don't have|do not mention|lack] {word}", _same_word,
    lambda s: [f"a {s.word} here", f"x{s.word}y {s.word}", s.word],
    lambda s: [s.word.swapcase(), s.word[:-1], "nothing"],
)  # fmt: skip
_WORD_ANY_CASE = Pattern(
    "word-i", "{word}", f"{{word}} {_CASE}", f"contain {{word}} {_CASE}",
    f"do not contain {{word}} {_CASE}", _same_word,
    lambda s: [f"a {s.word} here", f"x{s.word.upper()}", s.word.lower()],
    lambda s: [s.word[:-1], "nothing"], "i",
)  # fmt: skip
_WHOLE = Pattern(
    "whole", "{word}", "the whole word {word}", "contain {word} as a whole word",
    "do not contain {word} as a whole word",
    lambda s: rf"(?<!\w){_same_word(s)}(?!\w)",
    lambda s: [f"a {s.word} here", f"({s.word})", s.word],
    lambda s: [f"x{s.word}", f"{s.word}s", s.word.swapcase()], "w",
)  # fmt: skip
_WHOLE_ANY_CASE = Pattern(
    "whole-i", "{word}", f"the whole word {{word}} {_CASE}",
    f"contain {{word}} as a whole word {_CASE}",
    f"do not contain {{word}} as a whole word {_CASE}",
    lambda s: rf"(?<!\w){_same_word(s)}(?!\w)",
    lambda s: [f"a {s.word.swapcase()} here", s.word], lambda s: [f"x{s.word}", f"{s.word}s"], "iw",
)  # fmt: skip
_PHRASE = Pattern(
    "phrase", "{phrase}", "[|the phrase |the text ]{phrase}",
    "[contain|have|mention] [|the phrase |the text ]{phrase}",
    "[do not contain|don't have] [|the phrase |the text ]{phrase}", lambda s: re.escape(s.phrase),
    lambda s: [f"see {s.phrase} there", s.phrase],
    lambda s: [s.phrase.replace(" ", "  "), s.phrase.split()[0], s.phrase.swapcase()],
)  # fmt: skip
_PHRASE_ANY_CASE = Pattern(
    "phrase-i", "{phrase}", f"{{phrase}} {_CASE}", f"contain {{phrase}} {_CASE}",
    f"do not contain {{phrase}} {_CASE}", lambda s: re.escape(s.phrase),
    lambda s: [f"see {s.phrase} there", s.phrase.upper()],
    lambda s: [s.phrase.replace(" ", "  "), s.phrase.split()[0]], "i",
)  # fmt: skip
_STARTS = Pattern(
    "starts", "'^{word}'", "lines [starting|beginning] with {word}", "[start|begin] with {word}",
    "do not [start|begin] with {word}", lambda s: f"^{_same_word(s)}",
    lambda s: [f"{s.word} first", f"{s.word}x"], lambda s: [f" {s.word}", f"a {s.word}"],
)  # fmt: skip
_ENDS = Pattern(
    "ends", "'{word}$'", "lines ending [with|in] {word}", "end [with|in] {word}",
    "do not end [with|in] {word}", lambda s: f"{_same_word(s)}$",
    lambda s: [f"last {s.word}", f"x{s.word}"], lambda s: [f"{s.word} ", f"{s.word} a"],
)  # fmt: skip
_EXACT = Pattern(
    "exact", "{word}", "lines that are exactly {word}", "[are exactly|consist only of|equal] "
                                                        "{word}",
    "are not exactly {word}", lambda s: f"^{_same_word(s)}$",
    lambda s: [s.word], lambda s: [f"{s.word} ", f"a {s.word}"], "x",
)  # fmt: skip
_EITHER = Pattern(
    "either", "'{word}|{word2}'", "{word} or {word2}", "contain [either |]{word} or {word2}",
    "contain neither {word} nor {word2}", lambda s: f"{s.word}|{s.word2}",
    lambda s: [f"a {s.word} here", f"b {s.word2}"],
    lambda s: ["nothing", f"{s.word[:-1]}|{s.word2[:-1]}"], "E",
)  # fmt: skip
_EITHER_ANY_CASE = Pattern(
    "either-i", "'{word}|{word2}'", f"{{word}} or {{word2}} {_CASE}",
    f"contain {{word}} or {{word2}} {_CASE}", f"contain neither {{word}} nor {{word2}} {_CASE}",
    lambda s: f"{s.word}|{s.word2}", lambda s: [f"a {s.word.upper()} here", f"b {s.word2}"],
    lambda s: ["nothing", s.word[:-1]], "iE",
)  # fmt: skip
_THREE = Pattern(
    "three", "'{word}|{word2}|{word3}'", "{word}, {word2} or {word3}",
    "contain [any of |]{word}, {word2} or {word3}", "contain none of {word}, {word2} and {word3}",
    lambda s: f"{s.word}|{s.word2}|{s.word3}",
    lambda s: [f"a {s.word} here", f"b {s.word2}", s.word3], lambda s: ["nothing", s.word[:-1]],
    "E",
)  # fmt: skip
_FIXED = Pattern(
    "fixed", "{literal}", "the literal [text|string] {literal}",
    "contain the literal [text|string] {literal}", "do not contain the literal text {literal}",
    lambda s: re.escape(s.literal), lambda s: [f"a {s.literal} b", s.literal],
    lambda s: [re.sub(r"\W", "_", s.literal), "nothing"], "F", {"literal": _dotted},
)  # fmt: skip
PATTERNS = (
    _WORD, _WORD_ANY_CASE, _WHOLE, _WHOLE_ANY_CASE, _PHRASE, _PHRASE_ANY_CASE, _STARTS, _ENDS,
    _EXACT, _EITHER, _EITHER_ANY_CASE, _THREE, _FIXED,
)  # fmt: skip
IN_FILES = (_WORD, _WORD_ANY_CASE, _WHOLE, _PHRASE, _PHRASE_ANY_CASE, _EITHER, _FIXED)
"""Those that one searches folders for."""


@dataclass(frozen=True)
class Target:
    """The files that are searched."""

    key: str
    words: str
    """The last words of the command."""
    noun: str
    files: Callable[[World, Bound], list[str]]
    """What is searched, as grep shows the names."""
    paths: Callable[[Bound], Sequence[str]]
    """Files to make, searched or not."""
    options: str = ""
    """Long options before the pattern."""
    where: str = ""
    """English for a folder, all of whose files are searched."""
    many: bool = True
    ordered: bool = False
    slots: Mapping[str, Slot] = field(default_factory=dict)

    @property
    def recursive(self) -> str:
        """The flag for it."""
        return "r" if self.key.startswith("deep") else ""


def _below(s: Bound) -> str:
    return s.dir if "dir" in s else "."


def _deep(world: World, s: Bound) -> list[str]:
    top = _below(s)
    found = world.files(top)
    if "kind" in s:
        found = [path for path in found if fnmatchcase(path, f"*.{s.kind}")]
    if "ext" in s:
        found = [p for p in found if p.endswith((f".{s.ext}", f".{s.ext2}"))]
    if "skip" in s:
        start = 0 if top == "." else len(top) + 1
        found = [path for path in found if s.skip not in path[start:].split("/")[:-1]]
    return [path if top != "." else f"./{path}" for path in found]


def _tree(s: Bound) -> list[str]:
    top = _below(s)
    extensions = [s.kind] if "kind" in s else [s.ext, s.ext2] if "ext" in s else ["txt"]
    names = [f"{name}.{e}" for e in (*extensions, "zzz") for name in ("a", "sub/b", "sub/deep/c")]
    if "skip" in s:
        names += [f"{s.skip}/d.{extensions[0]}", f"sub/{s.skip}/e.{extensions[0]}"]
    return [f"{top}/{name}" for name in names] + ["beyond/f.txt"] * (top != ".")


_HERE = (
    "[in this folder and its subfolders|in this directory and below|under the current directory|"
    "in all subfolders]"
)
_THERE = "[in|under|below|inside] {dir}"
_BUT = "[ except in| but not in| excluding| outside of] {skip}"
_DEEP = (
    ("here", ".", f"files {_HERE}", "", {}),
    ("dir", "{dir}", f"files {_THERE}", "", {}),
    ("kind-here", ".", f"{{kind}} {_HERE}", "--include={kind}", TEXTS),
    ("kind-dir", "{dir}", f"{{kind}} {_THERE}", "--include={kind}", TEXTS),
    ("two-here", ".", f"[{{ext.raw}} and {{ext2.raw}}|.{{ext.raw}} and .{{ext2.raw}}] files {_HERE}",
     "--include='*.{ext}' --include='*.{ext2}'", TEXTS),
    ("skip-here", ".", f"files {_HERE}{_BUT}", "--exclude-dir={skip}", SKIP),
    ("skip-dir", "{dir}", f"files {_THERE}{_BUT}", "--exclude-dir={skip}", SKIP),
    ("kind-skip-here", ".", f"{{kind}} {_HERE}{_BUT}", "--include={kind} --exclude-dir={skip}",
     {**TEXTS, **SKIP}),
)  # fmt: skip
_WHERE = {"here": "[here|in this folder|in the current directory]", "dir": "in {dir}"}
FILE = Target(
    "file", "{file}", "{file}", lambda world, s: [s.file], lambda s: [s.file, "other.zzz"],
    many=False, ordered=True,
)  # fmt: skip
TWO = Target(
    "two", "{file} {file2}", "{file} and {file2}", lambda world, s: [s.file, s.file2],
    lambda s: [s.file, s.file2, "other.zzz"], ordered=True,
)  # fmt: skip
KINDS = Target(
    "kind", "{kind.glob}", "{kind} directly in [this folder|the current directory]",
    lambda world, s: world.glob(f"*.{s.kind}"),
    lambda s: [f"a.{s.kind}", f"b c.{s.kind}", f"d.{s.kind}", "c.zzz", f"sub/d.{s.kind}"],
    ordered=True, slots=TEXTS,
)  # fmt: skip
DEEP = tuple(
    Target(f"deep-{key}", words, noun, _deep, _tree, options, _WHERE.get(key, ""), slots=own)
    for key, words, noun, options, own in _DEEP
)
