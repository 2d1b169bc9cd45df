"""Scripts that go over their arguments as words: printing, choosing, joining, sorting, making."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts_parts import (
    USAGE,
    indented,
    script,
    sentence,
    usage,
    usage_function,
)
from bashcoder_mlx.trial.world import World

_WORDS = ("pear", "fig tree", "Apple", "pear", "7")
_ALL = "[all its arguments|its arguments|the arguments]"


def _made(make: Callable[[World, str], object]):
    def act(world: World, words: Sequence[str], s: Bound) -> list[str]:
        for word in words:
            make(world, word)
        return []

    return act


def _parity(words: Sequence[str]) -> list[str]:
    return [f"{word} is {'a number' if word.isdigit() else 'not a number'}" for word in words]


# Name, wordings, explanation, what comes before the loop, its body ("" for none), what comes
# after it, and the oracle. Those that take no words print nothing then, or a usage message.
_LOOPS = (
    ("lines", [f"print {_ALL}, one per line", "show each argument on a line of its own"],
     "prints its arguments, one per line", "", 'echo "$word"', "", lambda w, words, s: words),
    ("numbered", [f"print {_ALL} with numbers", "number its arguments, one per line"],
     "prints its arguments with numbers, one per line", "number=1\n", 'echo "$number. $word"\nnumber=$((number + 1))', "",
     lambda w, words, s: [f"{n}. {word}" for n, word in enumerate(words, 1)]),
    ("lengths", ["print the length of [each|every] argument", f"show how long {_ALL} are, one by one"],
     "prints each of its arguments with its length", "", 'echo "$word: ${#word}"', "",
     lambda w, words, s: [f"{word}: {len(word)}" for word in words]),
    ("longest", ["print the longest of its arguments", "find the longest argument"],
     "prints the longest of its arguments", 'longest=""\n', 'if ((${#word} > ${#longest})); then\n  longest=$word\nfi', 'echo "$longest"\n',
     lambda w, words, s: [max(words, key=len)]),
    ("shortest", ["print the shortest of its arguments", "find the shortest argument"],
     "prints the shortest of its arguments", "shortest=$1\n", 'if ((${#word} < ${#shortest})); then\n  shortest=$word\nfi', 'echo "$shortest"\n',
     lambda w, words, s: [min(words, key=len)]),
    ("greet", ["say hello to everybody named as an argument", "greet each name given as argument"],
     "greets each name given as an argument", "", 'echo "Hello, $word!"', "",
     lambda w, words, s: [f"Hello, {word}!" for word in words]),
    ("join", [f"join {_ALL} with commas", f"print {_ALL} in one line with commas between them"],
     "prints its arguments in one line with commas between them", 'joined=""\n', "joined=${joined:+$joined,}$word", 'echo "$joined"\n',
     lambda w, words, s: [",".join(words)]),
    ("backwards", [f"print {_ALL} in reverse order on one line", f"show {_ALL} backwards, the last one first, on one line"],
     "prints its arguments from the last to the first on one line", 'result=""\n', 'result="$word${result:+ $result}"', 'echo "$result"\n',
     lambda w, words, s: [" ".join(reversed(words))]),
    ("contains", ["say whether {word} is among its arguments", "check if one of its arguments is {word}"],
     "says whether {word} is one of its arguments, and fails if not", "", 'if [[ $word == {word} ]]; then\n  echo "{word} found"\n  exit 0\nfi',
     'echo "{word} not found"\nexit 1\n',
     lambda w, words, s: Outcome([f"{s.word} found"]) if s.word in words else Outcome([f"{s.word} not found"], status=1)),
    ("prefixed", ["print those of its arguments that begin with {word}", "show only the arguments that start with {word}"],
     "prints those of its arguments that begin with {word}", "", 'if [[ $word == {word}* ]]; then\n  echo "$word"\nfi', "",
     lambda w, words, s: [word for word in words if word.startswith(s.word)]),
    ("folders", ["[make|create] a folder for each of its arguments and say so", "[make|create] the folders named by its arguments, printing each name"],
     "makes a directory for each of its arguments and says so", "", 'mkdir -p -- "$word"\necho "Made $word"', "",
     lambda w, words, s: [w.dir(word) or f"Made {word}" for word in words]),
    ("projects", ["[make|create] a folder with a README.md for each of its arguments", "[make|create] a folder per argument and put a README.md with the name as title into each"],
     "makes a directory for each of its arguments, with a README.md whose title is the name", "", 'mkdir -p -- "$word"\necho "# $word" > "$word/README.md"', "",
     lambda w, words, s: _made(lambda world, word: world.file(f"{word}/README.md", [f"# {word}"]))(w, words, s)),
    ("inside", ["[make|create] a subfolder of {dir} for each of its arguments", "[make|create] the folders named by its arguments inside {dir}"],
     "makes a directory in {dir} for each of its arguments", "", 'mkdir -p -- {dir}/"$word"', "",
     lambda w, words, s: _made(lambda world, word: world.dir(f"{s.dir}/{word}"))(w, words, s)),
    ("is-number", ["say of [each|every] argument whether it is a number", "tell which of its arguments are whole numbers"],
     "says of each of its arguments whether it is a whole number", "", 'if [[ $word =~ ^[0-9]+$ ]]; then\n  echo "$word is a number"\nelse\n  echo "$word is not a number"\nfi', "",
     lambda w, words, s: _parity(words)),
    ("path-type", ["say of [each|every] path given as argument whether it is a file, a folder or missing", f"tell whether {_ALL} are files, folders or missing"],
     "says of each of its arguments whether it is a file, a directory or missing", "", 'if [[ -f $word ]]; then\n  echo "$word: file"\nelif [[ -d $word ]]; then\n  echo "$word: folder"\nelse\n  echo "$word: missing"\nfi', "",
     lambda w, words, s: [f"{word}: {'missing' if word not in w else {'dir': 'folder'}.get(w[word].kind, 'file')}" for word in words]),
    ("no-repeats", [f"print {_ALL} without repeated ones, in their order", "show each different argument once, in the order given"],
     "prints each different argument once, in the order given", "seen=$'\\n'\n", "if [[ $seen != *$'\\n'\"$word\"$'\\n'* ]]; then\n  echo \"$word\"\n  seen+=$word$'\\n'\nfi", "",
     lambda w, words, s: list(dict.fromkeys(words))),
    ("log", ["append each of its arguments as a line to {log}", f"write {_ALL} to the end of {{log}}, one per line"],
     "appends its arguments to {log}, one per line", "", 'echo "$word" >> {log}', "",
     lambda w, words, s: w.file(s.log, ["old line", *words]) and []),
    ("key-values", ["print its KEY=VALUE arguments as KEY: VALUE and refuse others", "split each KEY=VALUE argument and print key and value with a colon between, an error for anything else"],
     "prints its KEY=VALUE arguments as KEY: VALUE and stops at any other", "", 'if [[ $word != *=* ]]; then\n  echo "Not KEY=VALUE: $word" >&2\n  exit 1\nfi\necho "${word%%=*}: ${word#*=}"', "",
     lambda w, words, s: Outcome(["size: 3=4"], status=1, stderr="Not KEY=VALUE: pear")),
)  # fmt: skip
# Without a loop: the whole script below the check.
_WHOLE = (
    ("sorted", [f"print {_ALL} sorted, one per line", f"sort {_ALL} alphabetically and print them one per line"],
     "prints its arguments sorted, one per line", "printf '%s\\n' \"$@\" | LC_ALL=C sort\n", lambda w, words, s: sorted(words)),
    ("unique", [f"print {_ALL} sorted and without duplicates", f"sort {_ALL} and drop repeated ones"],
     "prints its arguments sorted and without duplicates", "printf '%s\\n' \"$@\" | LC_ALL=C sort -u\n", lambda w, words, s: sorted(set(words))),
    ("count", ["print how many arguments it was given, then the first and the last", "show the number of its arguments, the first one and the last one"],
     "prints the number of its arguments, the first and the last", 'echo "Count: $#"\necho "First: $1"\necho "Last: ${!#}"\n',
     lambda w, words, s: [f"Count: {len(words)}", f"First: {words[0]}", f"Last: {words[-1]}"]),
    ("shift", [f"print {_ALL} in pairs, two on a line, using shift", "take its arguments two by two with shift and print each pair joined by a colon"],
     "prints its arguments in pairs with a colon between, taking two at a time with shift",
     'while [[ $# -gt 0 ]]; do\n  echo "$1:${2:-}"\n  shift\n  if [[ $# -gt 0 ]]; then\n    shift\n  fi\ndone\n',
     lambda w, words, s: [f"{words[i]}:{words[i + 1] if i + 1 < len(words) else ''}" for i in range(0, len(words), 2)]),
    ("reverse-lines", [f"print {_ALL} in reverse order, one per line", "show its arguments from the last to the first, one per line"],
     "prints its arguments from the last to the first, one per line", 'for ((i = $#; i > 0; i--)); do\n  echo "${!i}"\ndone\n',
     lambda w, words, s: list(reversed(words))),
    ("array", ["put its arguments into an array and print each with its index", "copy its arguments to an array and list them with their index, from 0"],
     "puts its arguments into an array and prints each with its index", 'words=("$@")\nfor i in "${!words[@]}"; do\n  echo "$i: ${words[i]}"\ndone\n',
     lambda w, words, s: [f"{i}: {word}" for i, word in enumerate(words)]),
    ("all-but-first", ["print {word} and its first argument, then the others one per line", "use its first argument as a title after {word} and print the others below it as a list with hyphens"],
     "prints {word} and its first argument, then the others as a list with hyphens", 'echo "{word} $1"\nshift\nfor item in "$@"; do\n  echo "- $item"\ndone\n',
     lambda w, words, s: [f"{s.word} {words[0]}", *(f"- {word}" for word in words[1:])]),
    ("frequency", ["count how often each of its arguments occurs", "print each different argument with the number of times it was given"],
     "prints each different argument with the number of times it was given", "printf '%s\\n' \"$@\" | LC_ALL=C sort | uniq -c | sed 's/^ *//'\n",
     lambda w, words, s: [f"{words.count(word)} {word}" for word in sorted(set(words))]),
)  # fmt: skip
_CALLS = {
    "contains": (("pear", "{word}"), ("fig", "x{word}"), ()),
    "prefixed": (("pear", "{word}", "{word}ish", "x{word}"), ()),
    "path-type": (("src", "old notes.txt", "gone"), ()),
    "key-values": (("size=3=4", "pear", "color=red"), ()),
}


def tasks() -> Iterator[Task]:
    """Loops over the arguments, and scripts that take them as a whole."""
    for at, (name, say, explain, start, body, end, act) in enumerate(_LOOPS):
        head = usage_function("WORD...", "-gt 0") if at % 2 else usage("WORD...", "-eq 0")
        code = f'{head}\n{start}for word in "$@"; do\n{indented(body)}done\n{end}'
        yield _task(name, say, explain, code, act)
    for name, say, explain, body, act in _WHOLE:
        yield _task(name, say, explain, f"{usage('WORD...', '-eq 0')}\n{body}", act)


def _task(name: str, say: Sequence[str], explain: str, code: str, act: Callable) -> Task:
    def expect(world: World, s: Bound, arguments: list[str]):
        return act(world, arguments, s) if arguments else USAGE

    calls = _CALLS.get(name, (_WORDS, _WORDS[:1], ()))
    return script(
        f"scripts_words.{name}", say, sentence(explain), code, expect, _setup, calls=calls
    )


def _setup(world: World, s: Bound) -> None:
    world.file("old notes.txt", "x\n")
    world.dir("src")
    if "dir" in s:
        world.file(f"{s.dir}/old.txt", "x\n")
    if "log" in s:
        world.file(s.log, ["old line"])
