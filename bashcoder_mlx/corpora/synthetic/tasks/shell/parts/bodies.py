"""Bodies of small functions on texts: what each is called, does and prints for its arguments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named, number, one_of
from bashcoder_mlx.corpora.synthetic.task import ANY


@dataclass(frozen=True)
class Body:
    """A function of `arguments`, templates of words, that prints; or tells yes or no by `says`."""

    key: str
    names: Sequence[str]
    run: str
    what: str
    """What it does, as in "a function that prints its argument"."""
    arguments: Sequence[str]
    shown: Callable[..., object]
    """What it prints for the values of the arguments; of a test, whether it holds."""
    system: str = ANY
    weight: float = 1.0
    test: bool = False
    tried: Sequence[str] = ("a  b", "c  *")
    """Arguments for more calls, as many at a time as it takes."""

    @property
    def slots(self) -> Mapping[str, Slot]:
        """Its name, and what the arguments are drawn from."""
        return {"function": one_of(*self.names), **_SLOTS}


def _exact(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(1, 9) * 10)


def _path(draw: Draw, spaced: bool) -> Value:
    folder, stem, ending = (draw.pick(some) for some in (_FOLDERS, _STEMS, _ENDINGS))
    return named(f"{folder}/{stem}.{ending}")


_FOLDERS = ("docs", "src", "logs", "photos", "music/live", "data/raw", "etc")
_STEMS = ("report", "notes", "main", "index", "budget", "photo", "error", "todo")
_ENDINGS = ("txt", "md", "log", "pdf", "csv", "py")
_PEOPLE = ("Ann", "Bob", "Alice", "Eve", "Sam", "Maria", "Tom", "Linus", "Ada", "Grace")
_SLOTS: Mapping[str, Slot] = {
    "person": one_of(*_PEOPLE),
    "person2": one_of(*_PEOPLE),
    "tens": _exact,
    "small": lambda draw, spaced: number(draw.between(2, 9)),
    "way": _path,
}
TEXT_BODIES = (
    Body(
        "greet",
        ("greet", "say_hello", "hello", "welcome"),
        'echo "Hello, $1"',
        "prints Hello, a comma and its argument",
        ["{person}"],
        lambda a: f"Hello, {a}",
        weight=3,
    ),
    Body(
        "greet-both",
        ("greet", "meet", "hello_both"),
        'echo "Hello $1 and $2"',
        "prints Hello and its two arguments with 'and' between them",
        ["{person}", "{person2}"],
        lambda a, b: f"Hello {a} and {b}",
    ),
    Body(
        "default",
        ("greet", "hello"),
        'echo "Hello, ${1:-world}"',
        "prints Hello, a comma and its argument, or world without one",
        ["{person}"],
        lambda a: f"Hello, {a}",
    ),
    Body(
        "default-none",
        ("greet", "hello"),
        'echo "Hello, ${1:-stranger}"',
        "prints Hello, a comma and its argument, or stranger if there is none",
        [],
        lambda *a: f"Hello, {a[0] if a else 'stranger'}",
    ),
    Body(
        "local",
        ("show_name", "greet", "shout"),
        'local name=$1; echo "Hi $name"',
        "keeps its argument in a local variable name and prints Hi and the name",
        ["{person}"],
        lambda a: f"Hi {a}",
    ),
    Body("echo", ("show", "say", "print_it"), 'echo "$1"', "prints its argument", ["{word}"], str),
    Body(
        "second",
        ("second", "pick_second"),
        'echo "$2"',
        "prints its second argument",
        ["{word}", "{word2}", "{word3}"],
        lambda a, b, c: b,
        tried=("a  b", "c  *", "d"),
    ),
    Body(
        "swap",
        ("swap", "flip"),
        'echo "$2 $1"',
        "prints its two arguments the other way round",
        ["{word}", "{word2}"],
        lambda a, b: f"{b} {a}",
    ),
    Body(
        "all",
        ("show_all", "say_all"),
        'echo "$@"',
        "prints all its arguments",
        ["{word}", "{word2}", "{word3}"],
        lambda *a: " ".join(a),
        tried=("a  b", "c  *", "d"),
    ),
    Body(
        "count",
        ("count_args", "howmany", "count"),
        'echo "$#"',
        "prints how many arguments it gets",
        ["{word}", "{word2}", "{word3}"],
        lambda *a: len(a),
        weight=2,
        tried=("a  b", "c  *", "d"),
    ),
    Body(
        "upper",
        ("upper", "shout", "to_upper"),
        "echo \"$1\" | tr '[:lower:]' '[:upper:]'",
        "prints its argument in upper case with tr",
        ["{word}"],
        str.upper,
    ),
    Body(
        "upper-bash",
        ("upper", "shout", "caps"),
        'echo "${1^^}"',
        "prints its argument in upper case without another program",
        ["{word}"],
        str.upper,
        system="linux",
    ),
    Body(
        "reverse",
        ("reverse", "backwards"),
        'echo "$1" | rev',
        "prints its argument backwards",
        ["{word}"],
        lambda a: a[::-1],
    ),
    Body(
        "length",
        ("len", "length", "strlen"),
        "echo ${#1}",
        "prints how many characters its argument has",
        ["{word}"],
        len,
        weight=1.5,
    ),
    Body(
        "extension",
        ("ext", "extension", "suffix"),
        'echo "${1##*.}"',
        "prints the extension of the file name it gets",
        ["{txt}"],
        lambda a: a.rpartition(".")[2],
        tried=("a.tar.b  c", "a  b.gz"),
    ),
    Body(
        "stem",
        ("stem", "strip_ext", "noext"),
        'echo "${1%.*}"',
        "prints the file name it gets without its extension",
        ["{txt}"],
        lambda a: a.rpartition(".")[0],
        tried=("a.tar.b  c", "a  b.gz"),
    ),
    Body(
        "base",
        ("base", "filename"),
        'echo "${1##*/}"',
        "prints the last part of the path it gets",
        ["{way}"],
        lambda a: a.rpartition("/")[2],
        tried=("a/b  c/d  e", "f"),
    ),
    Body(
        "repeat",
        ("twice", "say_twice"),
        'echo "$1"; echo "$1"',
        "prints its argument two times",
        ["{word}"],
        lambda a: f"{a}\n{a}",
    ),
)
