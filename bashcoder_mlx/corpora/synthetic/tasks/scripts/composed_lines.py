"""Plain scripts over the lines of a text: where they are read, which are meant, what is done."""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import MOST, inside, plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_line_actions import (
    ACTIONS,
    Action,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_lines import (
    CHOICES,
    FILE,
    READERS,
    Choice,
    Reader,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.6
_FRAMES = (
    "<whole>",
    "read the lines <place> in a loop and <it>",
    "[go|loop] through the lines <place>[:|,] <it>",
)


def tasks() -> Iterator[Task]:
    """Every reader, choice and action that go together and are not too unusual."""
    for reader, choice, action in product(READERS, CHOICES, ACTIONS):
        for block in choice.blocks if _fit(choice, action) else ():
            one_line = "&& BODY" in block[2][0]
            cost = reader.cost + action.cost + block[3]
            if cost <= MOST and not (one_line and (len(action.body) > 1 or not action.end)):
                yield _task(reader, choice, action, block)


def _fit(choice: Choice, action: Action) -> bool:
    if action.on == "text":
        return choice.key != "file"
    return action.on in ("any", choice.key)


def _task(reader: Reader, choice: Choice, action: Action, block: tuple) -> Task:
    key, hint, _, _ = block
    keys = (reader.key, choice.key, action.key, key)
    line = f"the lines {reader.explain}" if action.end else f"each line {reader.explain}"
    does = action.does.replace("X", line + (choice.several if action.end else choice.explain))
    return plain(
        f"scripts/composed_lines.{'-'.join(key for key in keys if key)}",
        say=list(_say(reader, choice, action, reader.hint + action.hint + hint)),
        explain=f"{does}.",
        lines=_lines(reader, action, block[2]),
        plans=[_plan(reader, choice, action, text) for text in (_TEXT, _OTHER)],
        hinted=bool(hint or action.hint or action.cost or reader.cost),
    )


def _say(reader: Reader, choice: Choice, action: Action, hint: str) -> Iterator[str]:
    for frame, verb in product(_FRAMES, action.say):
        line = f"[each|every] line {reader.say}{choice.say}"
        one = f"each one{choice.say}" if choice.say else "each of them"
        if action.end:
            line = f"[all|the] lines {reader.say}{choice.many}"
            one = f"those{choice.many}" if choice.say else "all of them"
        text = frame.replace("<whole>", verb.replace("X", line))
        yield text.replace("<it>", verb.replace("X", one)).replace("<place>", reader.say) + hint


def _lines(reader: Reader, action: Action, block: Sequence[str]) -> list[str]:
    body = []
    for line in block:
        indent = line[: len(line) - len(line.lstrip())]
        whole = line.strip() == "BODY"
        body += (
            [indent + one for one in action.body]
            if whole
            else [line.replace("BODY", action.body[0])]
        )
    loop = [reader.head, *inside(body), reader.tail]
    return [*action.start, *reader.start, *loop, *action.end]


_TEXT = (
    *(
        "Alpha \\two",
        "  padded  twice  {word}  ",
        "",
        "# a  comment that is \\longer than all  the other lines of it",
    ),
    *(
        "{word} ends \\",
        "{word} follows  on",
        "12345678",
        "123456789",
        "{word} is \\the  longest of some",
    ),
    *("# short", "a  b.txt", "c\\d  e.txt", "no  such.txt", "sub"),
)
_OTHER = ("", "#", "short")


def _plan(reader: Reader, choice: Choice, action: Action, texts: Sequence[str]) -> Plan:
    def lines_of(s: Bound) -> list[str]:
        word = s.word if "word" in s else "delta"
        return [text.replace("{word}", word) for text in texts]

    def setup(world: World, s: Bound) -> None:
        for name in ("a  b.txt", "c\\d  e.txt", "sub/inner.txt", "other.txt"):
            world.file(name, ["text"])
        if not reader.typed:
            world.file(FILE, lines_of(s))

    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        lines = [line.strip(" ") if reader.key == "bare" else line for line in lines_of(s)]
        chosen = [line for line in lines if choice.holds(line, world, s)]
        return Outcome([str(line) for line in action.act(world, chosen, s)])

    typed = "".join(f"{text}\n" for text in texts)
    if choice.key not in ("word", "begins"):
        typed = typed.replace("{word}", "delta")
    return Plan(
        setup,
        expect,
        arguments=() if reader.typed else (FILE,),
        stdin=typed if reader.typed else "",
    )
