"""Plain scripts that test the path given as argument, and do something with it only then."""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_acts import ACTS, LINES, Act
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_forms import FORMS, Form
from bashcoder_mlx.trial.world import World

WEIGHT = 0.4
_FRAMES = (
    "<do> if it <when>",
    "if <path> <when>, <it>",
    "[check|test] whether <path> <when>, and <it> only then",
    "<do>, but only if it <when>",
    "when <path> <when>, <it>",
    "<do> after [checking|testing] that it <when>",
    "see if <path> <when> and then <it>",
    "<do>, provided that it <when>",
)


def tasks() -> Iterator[Task]:
    """Every act in every form, with single and double brackets."""
    for act, form, double in product(ACTS, FORMS, (False, True)):
        if not (double and form.key in ("done", "early-done", "or", "each-both")):
            yield _task(act, form, double)


def _task(act: Act, form: Form, double: bool) -> Task:
    keys = (act.key, form.key, "double" if double else "")
    who = "[each|every] argument" if form.each else "[the|its] argument"
    hint = form.hint + "[, in double brackets|, with double brackets]" * double
    plainly = act.when.replace("[regular |]", "regular ").replace("[folder|directory]", "folder")
    path = "named by each argument" if form.each else "given as its argument"
    does = act.does.replace("X", f"what is {path}")
    when = f" if it {plainly.replace('[ yet|]', '')}"
    return plain(
        f"scripts/composed_acts.{'-'.join(key for key in keys if key)}",
        say=[_filled(text, act, who) + hint for text in _FRAMES],
        explain=f"{does}{when}{form.does}.",
        lines=_lines(act, form, double),
        plans=list(_plans(act, form)),
        hinted=double,
    )


def _filled(frame: str, act: Act, who: str) -> str:
    text = frame.replace("<do>", act.say.replace("X", who)).replace("<path>", who)
    return text.replace("<it>", act.say.replace("X", "it")).replace("<when>", act.when)


def _lines(act: Act, form: Form, double: bool) -> list[str]:
    name = "$item" if form.each else "$1"
    test = f"[[ {act.test.replace(chr(34), '')} ]]" if double else f"[ {act.test} ]"
    texts = (test, act.line, 'echo "Done: V"', f'echo "{act.unless}"')
    return form.write(*(text.replace("V", name) for text in texts))


def _plans(act: Act, form: Form) -> Iterator[Plan]:
    """A call for each path, or with all, each of the ends last."""
    words = (act.holds, *act.fails)
    for given in (words, words[::-1]) if form.each else [(word,) for word in words]:
        yield Plan(_tree, lambda world, s, given: _expect(act, form, world, given), arguments=given)


def _tree(world: World, s: Bound) -> None:
    world.file("a  b.txt", list(LINES), mode=0o640)
    world.file("my  docs/in.txt", ["x"])
    world.file("my  docs/z  z", ["x"])
    world["my  docs"].mode = 0o700
    world.file("a", ["x"])
    world.file("b.txt", ["x"])


def _expect(act: Act, form: Form, world: World, given: Sequence[str]) -> Outcome:
    lines, errors, status = [], "", 0
    for word in given:
        message = act.unless.replace("V", word)
        if word == act.holds:
            lines += [*act.change(world, word), *([f"Done: {word}"] if form.done else [])]
        elif form.status:
            errors, status = message, form.status
        elif form.told:
            lines.append(message)
    return Outcome(lines, status=status, stderr=errors)
