"""Scripts that go over their arguments as words: printing, choosing, joining, sorting, making."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    USAGE,
    indented,
    script,
    sentence,
    usage,
    usage_function,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.27

_WORDS = ("p  ear", "fig  tree", "Apple", "p  ear", "*", "7", "z  *", "a")
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
_LOOPS_ACT = {
    "lines": lambda w, words, s: words,
    "numbered": lambda w, words, s: [f"{n}. {word}" for n, word in enumerate(words, 1)],
    "lengths": lambda w, words, s: [f"{word}: {len(word)}" for word in words],
    "longest": lambda w, words, s: [max(words, key=len)],
    "shortest": lambda w, words, s: [min(words, key=len)],
    "greet": lambda w, words, s: [f"Hello, {word}!" for word in words],
    "join": lambda w, words, s: [",".join(words)],
    "backwards": lambda w, words, s: [" ".join(reversed(words))],
    "contains": lambda w, words, s: (
        Outcome([f"{s.word} found"])
        if s.word in words
        else Outcome([f"{s.word} not found"], status=1)
    ),
    "prefixed": lambda w, words, s: [word for word in words if word.startswith(s.word)],
    "folders": lambda w, words, s: [w.dir(word) or f"Made {word}" for word in words],
    "projects": lambda w, words, s: _made(
        lambda world, word: world.file(f"{word}/README.md", [f"# {word}"])
    )(w, words, s),
    "inside": lambda w, words, s: _made(lambda world, word: world.dir(f"{s.dir}/{word}"))(
        w, words, s
    ),
    "is-number": lambda w, words, s: _parity(words),
    "path-type": lambda w, words, s: [
        f"{word}: {'missing' if word not in w else {'dir': 'folder'}.get(w[word].kind, 'file')}"
        for word in words
    ],
    "no-repeats": lambda w, words, s: list(dict.fromkeys(words)),
    "log": lambda w, words, s: w.file(s.log, ["old line", *words]) and [],
    "key-values": lambda w, words, s: (
        Outcome(["si  ze: 3=4"], status=1, stderr="Not KEY=VALUE: pear")
        if "pear" in words
        else Outcome(["a: 1"])
    ),
}
_LOOPS = [
    (name, row["say"], row["explain"], row["start"], row["body"], row["end"], _LOOPS_ACT[name])
    for name, row in rows("words", "loops", all=_ALL)
]
# Without a loop: the whole script below the check.
_WHOLE_ACT = {
    "sorted": lambda w, words, s: sorted(words),
    "unique": lambda w, words, s: sorted(set(words)),
    "count": lambda w, words, s: [
        f"Count: {len(words)}",
        f"First: {words[0]}",
        f"Last: {words[-1]}",
    ],
    "shift": lambda w, words, s: [
        f"{words[i]}:{words[i + 1] if i + 1 < len(words) else ''}" for i in range(0, len(words), 2)
    ],
    "reverse-lines": lambda w, words, s: list(reversed(words)),
    "array": lambda w, words, s: [f"{i}: {word}" for i, word in enumerate(words)],
    "all-but-first": lambda w, words, s: [
        f"{s.word} {words[0]}",
        *(f"- {word}" for word in words[1:]),
    ],
    "frequency": lambda w, words, s: [f"{words.count(word)} {word}" for word in sorted(set(words))],
}
_WHOLE = [
    (name, row["say"], row["explain"], row["body"], _WHOLE_ACT[name])
    for name, row in rows("words", "whole", all=_ALL)
]
_CALLS = {
    "contains": (("pear", "{word}"), ("fig", "x{word}"), ("{word} two",), ()),
    "prefixed": (("pear", "{word}", "{word}  ish", "x{word}"), ("{word}",), ()),
    "path-type": (("src", "the  folder", "old  notes.txt", "gone  x"), ()),
    "key-values": (("si  ze=3=4", "pear", "color=red"), ("a=1",), ()),
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
        f"scripts/words.{name}", say, sentence(explain), code, expect, _setup, calls=calls
    )


def _setup(world: World, s: Bound) -> None:
    world.file("old  notes.txt", "x\n")
    world.dir("src")
    world.dir("the  folder")
    if "dir" in s:
        world.file(f"{s.dir}/old.txt", "x\n")
    if "log" in s:
        world.file(s.log, ["old line"])
