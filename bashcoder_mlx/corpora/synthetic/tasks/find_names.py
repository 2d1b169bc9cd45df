"""What find can ask of names, and of where a file lies: its folders and its depth."""

from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named, number, quoted
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find_heads import changed
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Criterion
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import SKIP, Spec


def bare(slot: str):
    """A general slot, said without "the file" or "the folder"."""

    def draw_bare(draw: Draw, spaced: bool) -> Value:
        value = SLOTS[slot](draw, spaced)
        return value._replace(english=quoted(value.data))

    return draw_bare


def _spelt(low: int, high: int):
    return lambda draw, spaced: number(draw.between(low, high), True)


def _glob(draw: Draw, spaced: bool) -> Value:
    stem, ext = SLOTS["stem"](draw, False).data, SLOTS["ext"](draw, False).data
    patterns = (
        f"{stem}*.{ext}", f"{stem}-??.{ext}", f"*_{stem}.{ext}", f"{stem}[0-9].{ext}",
        f"[0-9]*.{ext}", f"{stem}.*", f"*{stem}*.{ext}", f"{stem}_*", f"*.{ext}.*",
        f"?{stem}.{ext}",
    )  # fmt: skip
    raw = draw.pick(patterns)
    return Value(f"'{raw}'", (raw, f'"{raw}"', f"'{raw}'"), raw)


def _matching(pattern: str) -> str:
    return pattern.replace("*", "q").replace("?", "k").replace("[0-9]", "4")


def _exact(attribute: str):
    def good(spec: Spec, s: Bound) -> None:
        spec.stem, spec.ext = getattr(s, attribute), ""
        spec.folder = spec.folder or "part0"

    return good


def _named(form: str, change=lambda word: word):
    """Gives the spec a name made of its own and the word, changed in its case."""

    def good(spec: Spec, s: Bound) -> None:
        word = change(s.word)
        spec.stem = form.format(word=word, stem=spec.stem)
        spec.ext = "" if form.endswith("{word}") else spec.ext

    return good


_OTHER = changed(stem=lambda s: "other")
NAME = "[called|named|with the name]"
CALLED = Criterion(
    "called", "name", "-name {name}", f"{NAME} {{name}}", "are [called|named] {name}",
    _exact("name"), [lambda spec, s: changed(stem=f"{s.name}.bak")(spec, s),
                     lambda spec, s: changed(stem=f"my{s.name}")(spec, s)],
    lambda item, s: item.name == s.name, slots={"name": bare("file")},
)  # fmt: skip
CALLED_ANY_CASE = Criterion(
    "icalled", "name", "-iname {name}",
    f"{NAME} {{name}} [in upper or lower case|in any case|ignoring case|regardless of case]",
    "are [called|named] {name} in upper or lower case",
    lambda spec, s: changed(stem=s.name.upper() if spec.folder else s.name, ext="")(spec, s),
    [lambda spec, s: changed(stem=f"{s.name}.bak")(spec, s)],
    lambda item, s: item.name.lower() == s.name.lower(), slots={"name": bare("file")},
)  # fmt: skip
FOLDER_CALLED = Criterion(
    "called", "name", "-name {name}", f"{NAME} {{name}}", "are [called|named] {name}",
    _exact("name"), [lambda spec, s: changed(stem=f"{s.name}-old")(spec, s)],
    lambda item, s: item.name == s.name,
    slots={"name": lambda draw, spaced: named(draw.pick((_SKIPPED(draw), *[_STEM(draw)] * 2)))},
)  # fmt: skip


def _SKIPPED(draw: Draw) -> str:
    return SKIP["skip"](draw, False).data


def _STEM(draw: Draw) -> str:
    return SLOTS["stem"](draw, False).data


STARTS = Criterion(
    "starts", "name", "-name '{word}*'",
    "[whose names start with|starting with|with names beginning with] {word}",
    "[have names that start with|have a name beginning with] {word}",
    _named("{word}-{stem}"), [_OTHER, lambda spec, s: changed(stem=f"my{s.word}")(spec, s),
                              _named("{word}", str.swapcase)],
    lambda item, s: item.name.startswith(s.word),
)  # fmt: skip
ENDS = Criterion(
    "ends", "name", "-name '*{word}'",
    "[whose names end with|with names ending in|whose name ends in] {word}",
    "[have names that end with|have a name ending in] {word}",
    _named("{stem}-{word}"),
    [_OTHER, lambda spec, s: changed(stem=f"my{s.word}", ext="x")(spec, s)],
    lambda item, s: item.name.endswith(s.word),
)  # fmt: skip
_IN_NAME = "[with {word} in the name|whose names contain {word}|with {word} in their names]"
_CASE = "[ignoring case|in upper or lower case|regardless of case|case-insensitively]"
CONTAINS = Criterion(
    "contains", "name", "-name '*{word}*'", _IN_NAME,
    "[have {word} in their name|have names that contain {word}]",
    _named("{stem}-{word}x"), [_OTHER, _named("{word}", str.swapcase)],
    lambda item, s: s.word in item.name,
)  # fmt: skip
CONTAINS_ANY_CASE = Criterion(
    "icontains", "name", "-iname '*{word}*'", f"{_IN_NAME} {_CASE}",
    "have {word} in their name [in upper or lower case|in any case]",
    _named("{stem}-{word}x", str.upper), [_OTHER],
    lambda item, s: s.word.lower() in item.name.lower(),
)  # fmt: skip
STARTS_ANY_CASE = Criterion(
    "istarts", "name", "-iname '{word}*'",
    f"[whose names start with|with names beginning with] {{word}} {_CASE}",
    "have names that start with {word} in upper or lower case",
    _named("{word}-{stem}", str.upper), [_OTHER],
    lambda item, s: item.name.lower().startswith(s.word.lower()),
)  # fmt: skip
GLOB = Criterion(
    "glob", "name", "-name {glob}",
    "[matching|whose names match|that match|with names like] {glob}", "match {glob}",
    lambda spec, s: changed(stem=_matching(s.glob), ext="")(spec, s), [_OTHER],
    lambda item, s: fnmatchcase(item.name, s.glob), slots={"glob": _glob},
)  # fmt: skip
DIGIT = Criterion(
    "digit", "name", "-name '*[0-9]*'",
    "[with a digit in the name|whose names contain a digit|with a number in their name]",
    "have a [digit|number] in their name",
    lambda spec, s: changed(stem=f"{spec.stem}7")(spec, s), [changed(stem="plain")],
    lambda item, s: any(c in "0123456789" for c in item.name),
)  # fmt: skip
BLANK = Criterion(
    "blank", "name", "-name '* *'",
    "[with a space in the name|whose names contain spaces|with spaces in their names|"
    "with blanks in the name]", "have [a space|spaces] in their names",
    lambda spec, s: changed(stem=f"my {spec.stem}")(spec, s), [changed(stem="plain")],
    lambda item, s: " " in item.name,
)  # fmt: skip
NO_EXTENSION = Criterion(
    "noext", "name", "! -name '*.*'", "[without an extension|that have no extension|"
    "with no dot in the name]", "have no extension",
    changed(ext=""), [changed(ext="txt")], lambda item, s: "." not in item.name,
)  # fmt: skip
HIDDEN = Criterion(
    "hidden", "name", "-name '.*'", "", "are hidden",
    lambda spec, s: changed(stem=f".{spec.stem}")(spec, s), [_OTHER],
    lambda item, s: item.name.startswith("."), adjective="hidden",
)  # fmt: skip
NOT_HIDDEN = Criterion(
    "nothidden", "name", "! -name '.*'", "[that are not hidden|without hidden ones]",
    "are not hidden", bad=[lambda spec, s: changed(stem=f".{spec.stem}")(spec, s)],
    holds=lambda item, s: not item.name.startswith("."),
)  # fmt: skip
WITHIN = Criterion(
    "within", "path", "-path '*/{folder}/*'",
    "[that are in a folder called|inside any folder called|in folders named] {folder}",
    "are in a folder called {folder}",
    lambda spec, s: changed(folder=f"{spec.folder or 'part'}/{s.folder}")(spec, s),
    [lambda spec, s: changed(folder=f"part/my{s.folder}")(spec, s)],
    lambda item, s: s.folder in item.folders,
    slots={"folder": lambda draw, spaced: named(_STEM(draw))},
)  # fmt: skip


def _outside(key: str, tail: str, test: str, prune: bool) -> Criterion:
    return Criterion(
        key, "path", test, tail=tail, prune=prune, slots=SKIP,
        bad=[lambda spec, s: changed(folder=f"part/{s.skip}")(spec, s),
             lambda spec, s: changed(folder=f"{s.skip}/part")(spec, s)],
        holds=lambda item, s: s.skip not in item.folders and (not prune or item.name != s.skip),
    )  # fmt: skip


SKIPPING = _outside(
    "skip",
    "[ but not in| except in| except those in|, ignoring|, excluding|, leaving out] {skip}",
    "-not -path '*/{skip}/*'", False,
)  # fmt: skip
PRUNING = _outside(
    "prune",
    "[ without descending into|, pruning|, not descending into| without going into|"
    " without entering] {skip}", "-name {skip}", True,
)  # fmt: skip
NO_HIDDEN_PATHS = Criterion(
    "nodots", "path", "-not -path '*/.*'",
    tail="[, ignoring|, skipping|, excluding|, leaving out] hidden files and folders",
    bad=[lambda spec, s: changed(folder="part/.secret")(spec, s),
         lambda spec, s: changed(stem=f".{spec.stem}")(spec, s)],
    holds=lambda item, s: not any(part.startswith(".") for part in item.inner.split("/")),
)  # fmt: skip
TOP_ONLY = Criterion(
    "top", "depth", "-maxdepth 1",
    here="[ in this folder but not in subfolders| here, not in subfolders,|"
    " in this folder only, not in subfolders,| in the current directory, without subdirectories,]",
    there="[ in {dir} but not in its subfolders| in {dir} itself, not in subfolders,|"
    " in {dir}, not in subfolders,| in {dir} without descending into subdirectories]",
    good=changed(folder=""), bad=[changed(folder="part")],
    holds=lambda item, s: item.depth <= 1,
)  # fmt: skip
AT_MOST = Criterion(
    "atmost", "depth", "-maxdepth {depth}",
    here="[ at most {depth} levels [deep|below here|down]| no more than {depth} levels deep|"
    " down to {depth} levels|, searching at most {depth} levels deep,]",
    there="[ at most {depth} levels [deep in|below|down in] {dir}|"
    " in {dir}, no more than {depth} levels deep,| in {dir} down to {depth} levels]",
    good=lambda spec, s: changed(folder=spec.folder and "part0")(spec, s),
    bad=[lambda spec, s: changed(folder="/".join(["sub"] * s.depth))(spec, s)],
    holds=lambda item, s: item.depth <= s.depth, slots={"depth": _spelt(2, 6)},
)  # fmt: skip
DEEPER = Criterion(
    "deeper", "depth", "-mindepth 2",
    here="[ in subfolders only| only in subfolders of this folder| in the subfolders but not here|"
    " in subdirectories but not in the current directory itself]",
    there="[ only in subfolders of {dir}| in subfolders of {dir} but not in {dir} itself|"
    " below {dir} but not directly in it]",
    good=lambda spec, s: changed(folder=spec.folder or "part0")(spec, s),
    bad=[changed(folder="")], holds=lambda item, s: item.depth >= 2,
)  # fmt: skip
