"""Values for the slots of tasks: names, numbers, sizes, ages, patterns, hosts …, drawn at random.

Most names are put together from word lists, syllables, years and digits, so that there are too many
to be remembered: an answer gets them right by copying them from the prompt. The lists are in
slots.toml.

| slots | a value |
|---|---|
| `file txt csv log json md conf html py script image tgz zip` | the name of a file of that type |
| `stem` | a name without extension |
| `dir` | a folder; `{dir}` in English may be "the folder src", so no "folder" around it |
| `path` | a file in a folder |
| `kind` | a type of files, "Python files" and `'*.py'`; `.glob`, `.ext`; `.one`: "Python file" |
| `ext` | an extension, without its dot in a command |
| `word phrase` | one word, or two or three, to search, replace or print |
| `text` | a short sentence |
| `count n line port pid seconds percent width` | numbers; `count` may be spelt out |
| `size` | "10 MB", `10M`; the oracle sees bytes; `.bytes` |
| `days minutes` | ages, "a week" and `7`; `{days.last}` follows "in the last" |
| `column delimiter` | "the third column" and `3`; "commas" and `,`; `.adjective`, `.raw` |
| `user group host ip domain url repo email` | people and places |
| `mode` | octal permissions |
| `service package process program branch tag function alias` | names of that kind |
| `variable` | NAME; `.dollar` is $NAME |
| `date year` | 2024-05-17; 2024 |
"""

from bashcoder_mlx.corpora.synthetic.values import (
    Draw,
    Slot,
    Value,
    domain,
    invented,
    named,
    number,
    one_of,
    quoted,
    stem,
    words,
)

__all__ = [
    "SLOTS",
    "Draw",
    "Slot",
    "Value",
    "domain",
    "invented",
    "named",
    "number",
    "one_of",
    "quoted",
    "stem",
    "words",
]


def _file(*extensions: str) -> Slot:
    def draw_file(draw: Draw, spaced: bool) -> Value:
        base, extension = stem(draw), draw.pick(extensions)
        if spaced and draw.chance(draw.spaced):
            base = f"{draw.pick(words('adjective'))} {base}"
        raw = f"{base}.{extension}"
        english = (f'"{raw}"', f"'{raw}'") if " " in raw else (raw, raw, raw, f"the file {raw}")
        return named(raw, english, stem=base, ext=extension)

    return draw_file


def _dir(draw: Draw, spaced: bool) -> Value:
    pattern = int(draw.random() * 10)
    raw = draw.pick(words("place")) if pattern < 5 else stem(draw)
    if pattern == 9:
        raw = f"{draw.pick(words('place'))}/{raw}"
    if spaced and draw.chance(draw.spaced):
        raw = f"{draw.pick(words('adjective'))} {raw}"
    shown = f'"{raw}"' if " " in raw else raw
    near = (shown, shown, shown, f"the folder {shown}", f"the {shown} folder", f"{raw}/")
    english = (*near[:5], f"the directory {shown}", f"the {shown} directory")
    return named(raw, english if " " in raw else (*english, near[5]))


def _path(draw: Draw, spaced: bool) -> Value:
    raw = f"{draw.pick(words('place'))}/{stem(draw)}.{draw.pick(_TEXT)}"
    return named(raw)


def _stem(draw: Draw, spaced: bool) -> Value:
    raw = stem(draw)
    if spaced and draw.chance(draw.spaced):
        raw = f"{draw.pick(words('adjective'))} {raw}"
    return named(raw, (f'"{raw}"', f"'{raw}'") if " " in raw else ())


def _kind(draw: Draw, spaced: bool) -> Value:
    name, extension = draw.pick(words("kind")).split(":")
    dotted = f".{extension} files"
    names = (f"{name} files", f"{name} files", f"{name} files", dotted, dotted)
    english = (*names, f"*.{extension} files", f"files ending in .{extension}")
    one = tuple(name.replace("files", "file") for name in english)
    glob = f"*.{extension}"
    return Value(f"'{glob}'", english, extension, {"glob": glob, "ext": extension, "one": one})


def _ext(draw: Draw, spaced: bool) -> Value:
    extension = draw.pick(words("ext"))
    return Value(extension, (f".{extension}", f".{extension}", extension), extension)


def _word(draw: Draw, spaced: bool) -> Value:
    pattern = int(draw.random() * 10)
    if pattern < 4:
        raw = draw.pick(words("word"))
    elif pattern < 8:
        raw = invented(draw)
    elif pattern == 8:
        raw = f"{draw.pick(words('word'))}{draw.pick('_-')}{draw.pick(words('noun'))}"
    else:
        raw = draw.pick(words("word")).upper()
    return Value(raw, quoted(raw), raw)


def _phrase(draw: Draw, spaced: bool) -> Value:
    raw = f"{draw.pick(words('word'))} {draw.pick(words('noun'))}"
    if draw.chance(0.3):
        raw = f"{draw.pick(words('adjective'))} {raw}"
    return Value(f"'{raw}'", (f'"{raw}"', f'"{raw}"', f"'{raw}'"), raw)


def _text(draw: Draw, spaced: bool) -> Value:
    raw = draw.pick(words("sentence")).replace("NOUN", stem(draw))
    return Value(f"'{raw}'", (f'"{raw}"', f'"{raw}"', f"'{raw}'"), raw)


def _between(low: int, high: int, spelt: bool = False) -> Slot:
    return lambda draw, spaced: number(draw.between(low, high), spelt)


def _count(draw: Draw, spaced: bool) -> Value:
    few = draw.chance(0.7)
    return number(draw.between(2, 20) if few else draw.pick((25, 30, 40, 50, 64, 75, 99)), True)


_UNITS = {"k": (1 << 10, "KB", "kilobytes"), "M": (1 << 20, "MB", "megabytes")}
_UNITS["G"] = (1 << 30, "GB", "gigabytes")


def _size(draw: Draw, spaced: bool) -> Value:
    unit = draw.pick("kkMMMMG")
    factor, short, long = _UNITS[unit]
    many = draw.between(2, 9) if unit == "G" else draw.pick((1, 2, 3)) * draw.between(1, 99) * 5
    english = (f"{many} {short}", f"{many}{short}", f"{many}{unit}", f"{many} {long}")
    return Value(f"{many}{unit}", english, many * factor, {"bytes": str(many * factor)})


_PERIODS = {1: "day", 7: "week", 30: "month", 365: "year"}


def _days(draw: Draw, spaced: bool) -> Value:
    if draw.chance(0.4):
        many = draw.pick((1, 7, 30, 365))
        name = _PERIODS[many]
        exact = "24 hours" if many == 1 else f"{many} days"
        last = (name, name, exact)
        return Value(str(many), (f"a {name}", f"one {name}", exact), many, {"last": last})
    if draw.chance(0.2):
        weeks = draw.between(2, 4)
        english = (f"{weeks} weeks", f"{words('number')[weeks]} weeks")
        return Value(str(weeks * 7), english, weeks * 7, {"last": english})
    many = draw.pick((2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 20, 25, 40, 45, 60, 90, 100, 120, 180))
    english = (f"{many} days", f"{many} days", f"{_spelt(many)} days")
    return Value(str(many), english, many, {"last": english})


def _minutes(draw: Draw, spaced: bool) -> Value:
    if draw.chance(0.3):
        hours = draw.between(1, 12)
        english = ("an hour", "one hour") if hours == 1 else (f"{hours} hours",)
        last = ("hour",) if hours == 1 else english
        return Value(str(hours * 60), english, hours * 60, {"last": last})
    many = draw.pick((2, 3, 4, 5, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 90))
    english = (f"{many} minutes", f"{many} minutes", f"{many} min")
    return Value(str(many), english, many, {"last": english})


def _spelt(value: int) -> str:
    names = words("number")
    return names[value] if value < len(names) else str(value)


def _column(draw: Draw, spaced: bool) -> Value:
    index = draw.between(1, 7)
    ordinal = words("ordinal")[index]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(index, "th")
    english = (
        f"column {index}",
        f"the {ordinal} column",
        f"the {ordinal} field",
        f"field {index}",
        f"the {index}{suffix} column",
    )
    return Value(str(index), english, index, {"ordinal": ordinal})


_DELIMITERS = {
    ",": (",", "comma"),
    ";": ("';'", "semicolon"),
    ":": (":", "colon"),
    "|": ("'|'", "pipe"),
    "\t": ("$'\\t'", "tab"),
}


def _delimiter(draw: Draw, spaced: bool) -> Value:
    raw = draw.pick((",", ",", ";", ":", "|"))
    text, name = _DELIMITERS[raw]
    english = (f"{name}s", f"'{raw}'", f'"{raw}"', f"a {name}")
    return Value(text, english, raw, {"adjective": f"{name}-separated", "name": name})


def _user(draw: Draw, spaced: bool) -> Value:
    return named(draw.pick(words("user")) if draw.chance(0.7) else invented(draw))


def _host(draw: Draw, spaced: bool) -> Value:
    made = f"{draw.pick(words('host'))}{draw.between(1, 30)}"
    return named(domain(draw) if draw.chance(0.4) else made)


def _ip(draw: Draw, spaced: bool) -> Value:
    # Private ranges (RFC 1918) and the ones for documentation (RFC 5737).
    start = draw.pick(("192.168", "10.0", "10.1", "172.16", "192.0.2", "198.51.100"))
    missing = 3 - start.count(".")
    return named(".".join([start, *(str(draw.between(1, 254)) for _ in range(missing))]))


def _url(draw: Draw, spaced: bool) -> Value:
    ending = draw.pick(("tar.gz", "zip", "json", "csv", "txt", "html", "pdf"))
    name = f"{stem(draw)}.{ending}"
    folder = f"{draw.pick(words('place'))}/" if draw.chance(0.5) else ""
    raw = f"https://{domain(draw)}/{folder}{name}"
    return named(raw, (), file=name)


def _repo(draw: Draw, spaced: bool) -> Value:
    name = stem(draw)
    owner = draw.pick(words("user"))
    raw = f"https://{domain(draw)}/{owner}/{name}.git"
    if draw.chance(0.3):
        raw = f"git@{domain(draw)}:{owner}/{name}.git"
    return named(raw, (), name=name)


def _email(draw: Draw, spaced: bool) -> Value:
    return named(f"{draw.pick(words('user'))}@{domain(draw)}")


def _mode(draw: Draw, spaced: bool) -> Value:
    return named("".join((draw.pick("4667777"), draw.pick("04455567"), draw.pick("0004455"))))


def _branch(draw: Draw, spaced: bool) -> Value:
    prefix = draw.pick(("feature/", "fix/", "feature-", "", "", "release-"))
    return named(
        draw.pick(("main", "develop", "staging")) if draw.chance(0.2) else prefix + stem(draw)
    )


def _tag(draw: Draw, spaced: bool) -> Value:
    return named(f"v{draw.between(0, 9)}.{draw.between(0, 20)}.{draw.between(0, 9)}")


def _variable(draw: Draw, spaced: bool) -> Value:
    base = draw.pick(words("variable"))
    raw = f"{base}_{draw.pick(words('variable'))}" if draw.chance(0.3) else base
    return named(raw, (), dollar=f"${raw}")


def _function(draw: Draw, spaced: bool) -> Value:
    return named(f"{draw.pick(words('verb'))}_{draw.pick(words('noun'))}")


def _date(draw: Draw, spaced: bool) -> Value:
    day = f"{draw.between(2015, 2026)}-{draw.between(1, 12):02}-{draw.between(1, 28):02}"
    return named(day)


def _listed(name: str) -> Slot:
    return lambda draw, spaced: named(draw.pick(words(name)))


_TEXT = ("txt", "txt", "txt", "md", "csv", "log", "json", "html", "conf", "yaml", "xml", "dat")
SLOTS: dict[str, Slot] = {
    "file": _file(*_TEXT, "py"),
    "txt": _file("txt", "txt", "txt", "md", "dat", "list"),
    "csv": _file("csv"),
    "log": _file("log"),
    "json": _file("json"),
    "md": _file("md"),
    "conf": _file("conf", "ini", "cfg"),
    "html": _file("html"),
    "py": _file("py"),
    "script": _file("sh"),
    "image": _file("jpg", "png", "gif"),
    "tgz": _file("tar.gz", "tar.gz", "tgz"),
    "zip": _file("zip"),
    "stem": _stem,
    "dir": _dir,
    "path": _path,
    "kind": _kind,
    "ext": _ext,
    "word": _word,
    "phrase": _phrase,
    "text": _text,
    "count": _count,
    "n": _between(2, 99),
    "line": _between(2, 500),
    "port": _between(1024, 9999),
    "pid": _between(300, 65000),
    "seconds": _between(2, 90),
    "percent": _between(50, 99),
    "width": _between(30, 140),
    "size": _size,
    "days": _days,
    "minutes": _minutes,
    "column": _column,
    "delimiter": _delimiter,
    "user": _user,
    "group": _listed("group"),
    "host": _host,
    "ip": _ip,
    "domain": lambda draw, spaced: named(domain(draw)),
    "url": _url,
    "repo": _repo,
    "email": _email,
    "mode": _mode,
    "service": _listed("service"),
    "package": _listed("package"),
    "process": _listed("process"),
    "program": _listed("program"),
    "branch": _branch,
    "tag": _tag,
    "variable": _variable,
    "function": _function,
    "alias": lambda draw, spaced: named(invented(draw)[:4]),
    "date": _date,
    "year": _between(2012, 2027),
}
