"""Edits with sed: every edit, on every target, to every place that suits it.

An edit is what happens to a line (`s/old/new/g`), a target the address of the lines it happens to
(`/word/`, `5,12`), a place where the result goes (`sed -i`, the output, another file). Wordings are
put together in the same way, and the oracle applies the edit to each line that the target takes.
"""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import WORDS, block, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text.edits import EDITS
from bashcoder_mlx.corpora.synthetic.tasks.text.edits.edit import Edit
from bashcoder_mlx.corpora.synthetic.tasks.text.edits.places import PLACES, Place
from bashcoder_mlx.corpora.synthetic.tasks.text.edits.sample import sample
from bashcoder_mlx.corpora.synthetic.tasks.text.edits.targets import TARGETS, WHOLE, Target
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.trial.world import World

WEIGHT = 1.2
_OUTPUTS = ("output", "only", "only-input", "changed", "input", "cat")
_FROM_INPUT = ("input", "only-input")
_INPUT = ".input"
_FILE = "{txt}"
_IN_MANY = ("whole", "matching", "first")
_KEPT = ("whole", "line", "range", "matching", "last")


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for edit in EDITS:
        for target in (WHOLE, *TARGETS):
            for place in PLACES:
                if edit.suits(target.name) and _useful(edit, target, place):
                    yield _task(edit, target, place)


def _useful(edit: Edit, target: Target, place: Place) -> bool:
    if edit.name == "print" or place.name.startswith("only"):
        common = place.name == "only" or target.name in _KEPT
        return edit.name == "print" and place.name.startswith("only") and common
    if place.name in ("changed", "input", "cat"):
        return _simple(edit, target, place)
    if edit.name == "delete" and target.name in ("first", "start") and place.name == "output":
        return False  # tail -n +2
    if place.name in ("place", "output"):
        return True
    return edit.everyday and target.name in (_IN_MANY if place.name == "many" else _KEPT)


def _simple(edit: Edit, target: Target, place: Place) -> bool:
    """Whether people filter a stream so, or ask for the changed lines alone."""
    if place.name == "changed":
        replaced = edit.extended or edit.name.startswith(("replace", "delete-word"))
        return replaced and target is WHOLE and edit.name != "squeeze"
    known = edit.everyday or edit.extended or edit.name == "replace-first"
    return known and target.name in ("whole", "matching", "line") and edit.name != "either"


def _task(edit: Edit, target: Target, place: Place) -> Task:
    lines = [edit.line, edit.near] if edit.near else [edit.line]
    return text_task(
        f"text/sed.{edit.name}-{target.name}-{place.name}",
        _said(place.say, edit, target, place),
        _command(place.linux, target.address + edit.program, edit),
        [_explained(edit, target, place)],
        ask=_asked(edit, target, place),
        mac=_mac(edit, target, place),
        plans=[_plan(edit, target, place, line) for line in lines],
        weight=_weight(edit, target, place),
    )


def _plan(edit: Edit, target: Target, place: Place, line: str) -> Plan:
    def setup(world: World, s: Bound) -> None:
        for name in _read(place, s):
            world.file(name, sample(s, line))
        if place.name == "other":
            world.file(s.txt2, ["old"])

    def expect(world: World, s: Bound) -> Result:
        result = _edited(sample(s, line), edit, target, place, s)
        if place.name in _OUTPUTS:
            return result
        if place.name == "backup":
            world.copy(s.txt, f"{s.txt}.bak", keep=True)
        for name in _results(place, s):
            world.file(name, text_of(result))
        return Outcome()

    return Plan(setup, expect, before=f"exec < {_INPUT}" if place.name in _FROM_INPUT else "")


def _read(place: Place, s: Bound) -> list[str]:
    """Files with the same lines, edited or not."""
    if place.name in _FROM_INPUT:
        return [_INPUT, "other.file"]
    if place.name == "many":
        return [f"a1.{s.ext}", f"b2.{s.ext}", f"c3.{s.ext}.old", "d4", f"sub/e5.{s.ext}"]
    return [s.txt, "other.file"]


def _edited(lines: list[str], edit: Edit, target: Target, place: Place, s: Bound) -> list[str]:
    """The lines after the edit; with -n, only those that it prints."""
    found: list[str] = []
    for number, line in enumerate(lines, 1):
        done = edit.apply(line, s) if target.test(number, line, s) else None
        if place.name == "changed":
            found += done if done not in (None, [line]) else []
        elif place.name.startswith("only"):
            found += done or []
        else:
            found += [line] if done is None else done
    return found


def _results(place: Place, s: Bound) -> list[str]:
    """The files that hold the result."""
    if place.name in _FROM_INPUT:
        return [_INPUT, "other.file"]
    if place.name == "many":
        return [f"a1.{s.ext}", f"b2.{s.ext}"]
    return [s.txt2 if place.name == "other" else s.txt]


def _weight(edit: Edit, target: Target, place: Place) -> float:
    everyday = edit.name in ("replace", "delete", "print") and place.name in ("place", *_OUTPUTS)
    return 1.0 if everyday or (target is WHOLE and place.name == "place") else 0.3


def _mac(edit: Edit, target: Target, place: Place) -> str | None:
    """The command for macOS: None where it is the same, empty where there is none."""
    if edit.mac == "":
        return ""
    if not place.mac and edit.mac is None:
        return None
    program = edit.program if edit.mac is None else edit.mac
    return _command(place.mac or place.linux, target.address + program, edit)


def _command(template: str, program: str, edit: Edit) -> str:
    if edit.extended:
        template = template.replace("sed -n ", "sed -nE ").replace("sed -i", "sed -E -i")
        template = template.replace("sed '", "sed -E '")
    return template.replace("<program>", program)


def _spots(target: Target, place: Place) -> dict[str, str]:
    """What the marks of an edit's wordings stand for."""
    inside = f" [of|in] {place.file}"
    if target is WHOLE:
        return {
            "on": f"in {place.file}",
            "at": "",
            "each": f"[on|in] [each|every] line{inside}",
            "each-bare": "[on|of] [each|every] line",
            "what": "[every|each] line",
            "what-of": f"[every|each] line{inside}",
            "file": place.file,
        }
    what, what_of = target.say.replace("<of>", ""), target.say.replace("<of>", inside)
    each = f"on {'each of ' if target.every else ''}{what_of}"
    return {
        "on": f"[on|in] {what_of}",
        "at": f" [on|in] {what}",
        "each": each.replace("[all|all the|the]", "the"),
        "each-bare": f"[on|in] {what}",
        "what": what,
        "what-of": what_of,
        "file": place.file,
    }


def _said(text: str, edit: Edit, target: Target, place: Place) -> list[str]:
    """A block of a place with every wording of the edit."""
    spots, said = _spots(target, place), []
    does = block(edit.do)
    if edit.blanks and target is WHOLE:
        does.append(does[0].replace("<what-of>", "<file>"))
    for template in block(text):
        for do in fit(does, **spots) if "<do>" in template else [""]:
            for shown in fit(block(edit.shown), **spots) if "<shown>" in template else [""]:
                said += fit([template], do=do, shown=shown, **spots)
    if "<asked>" in text:
        return fit(block(edit.ask), **spots)
    return said


def _asked(edit: Edit, target: Target, place: Place) -> list[str]:
    """Other wordings, some with the file named first and then meant by "it"."""
    asked = _said(place.ask, edit, target, place)
    if place.file != _FILE:
        return asked
    there = replace(place, file="it")
    first = [text.replace(_FILE, "it") for text in block(place.say)[:1]]
    given = _said("\n".join(first), edit, target, there)
    return [*asked, *(f"{WORDS['have']} {_FILE}[;|,|:|.] {text}" for text in given)]


def _explained(edit: Edit, target: Target, place: Place) -> str:
    spots = _spots(target, place)
    text = fit([edit.explain], **spots)[0]
    words = {"explain": text, "Explain": text[0].upper() + text[1:]}
    return fit([place.explain], shown=block(edit.shown)[0], **words, **spots)[0]
