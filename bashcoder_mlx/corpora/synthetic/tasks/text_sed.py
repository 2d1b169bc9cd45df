"""Edits with sed: in place, to the output, with a backup, to another file, in many files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_edits import (
    LINES,
    WHOLE,
    Edit,
    Target,
    edits,
    targets,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import fit, text_of, text_task
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Place:
    """Where the result goes. In `say`, `<do>` and `<shown>` are those of the edit."""

    name: str
    linux: str
    mac: str
    say: Sequence[str]
    explain: str
    file: str = "{txt}"


def places() -> list[Place]:
    """The file itself, the output, a backup beside it, another file, many files."""
    return [
        Place(
            "place", "sed -i '<program>' {txt}", "sed -i '' '<program>' {txt}",
            ["[|||||use sed to ]<do>", "<do>[, in place| in place| and save the file]"],
            "<Explain>, in place.",
        ),
        Place(
            "output", "sed '<program>' {txt}", "",
            ["[print|show|display|output] {txt} <shown>",
             "[print|show|output] {txt} <shown>[, without changing the file|, leaving the file as "
             "it is|, but do not change the file]"],
            "Prints the result: <explain>; the file stays as it is.",
        ),
        Place(
            "backup", "sed -i.bak '<program>' {txt}", "",
            ["<do>, keeping [a backup|the original|a copy of the original] in {txt.raw}.bak",
             "<do>, but [keep|make] a backup with the [ending|extension|suffix] .bak"],
            "<Explain>, and keeps the original as {txt.raw}.bak.",
        ),
        Place(
            "other", "sed '<program>' {txt} > {txt2}", "",
            ["<do> and [save|write] the result [to|in|as] {txt2}",
             "[write|save] {txt} <shown> to {txt2}"],
            "Writes {txt2}: <explain>.",
        ),
        Place(
            "many", "sed -i '<program>' *.{ext}", "sed -i '' '<program>' *.{ext}",
            ["<do>", "<do>, in place"], "<Explain>, in place.",
            "[all|all the|every one of the] {ext} files [here|in this folder|in the current "
            "directory]",
        ),
    ]  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for edit in edits():
        for target in [WHOLE, *targets()]:
            if target.name in edit.never or (edit.only and target.name not in edit.only):
                continue
            for place in places():
                if _useful(edit, target, place):
                    yield _task(edit, target, place)


def _useful(edit: Edit, target: Target, place: Place) -> bool:
    if edit.name == "delete" and target.name in ("first", "start") and place.name == "output":
        return False  # tail -n +2
    if place.name in ("place", "output"):
        return True
    everyday = edit.name in ("replace", "delete", "delete-word", "trim", "comment", "uncomment")
    if place.name == "many":
        return everyday and target.name in ("whole", "matching", "first")
    return everyday and target.name in ("whole", "line", "range", "matching", "last")


def _sample(s: Bound) -> list[str]:
    """Lines of every sort: indented, blank, comments, with the words once, twice or nearly."""
    lines = []
    for n in range(1, LINES + 1):
        parts = [f"r{n}"]
        if "word3" in s:
            parts += [s.word3, f"{s.word3}s{n}", s.word3.swapcase()]
        if "word" in s and n in (4, 11, 23, 30, 55):
            parts += [f"x{s.word}" if n == 4 else s.word] if "word2" not in s or n == 30 else []
        if "word2" in s and n in (20, 42):
            parts.append(s.word2)
        line = " ".join(parts)
        trailing = n % 4 == 0 and n != 4
        lines.append(f"{line}  " if trailing else f"    {line}" if n % 3 == 0 else line)
    if "word" in s and "word2" not in s:
        lines[13], lines[14] = f"{s.word} first", f"{s.word.swapcase()} first"
        lines[15], lines[16] = f"# {s.word} off", f"#{s.word} off {s.word}"
    lines[17] = "# note"
    lines[18] = ""
    return lines


def _edited(lines: list[str], edit: Edit, target: Target, s: Bound) -> list[str]:
    edited: list[str] = []
    for number, line in enumerate(lines, 1):
        edited += edit.apply(line, s) if target.test(number, line, s) else [line]
    return edited


def _task(edit: Edit, target: Target, place: Place) -> Task:
    def setup(world: World, s: Bound) -> None:
        if place.name == "many":
            for name in (f"a1.{s.ext}", f"b2.{s.ext}", f"c3.{s.ext}.old", "d4", f"sub/e5.{s.ext}"):
                world.file(name, _sample(s))
        else:
            world.file(s.txt, _sample(s))
            world.file("other.file", _sample(s))

    def expect(world: World, s: Bound) -> Result:
        result = _edited(_sample(s), edit, target, s)
        if place.name == "output":
            return result
        if place.name == "backup":
            world.copy(s.txt, f"{s.txt}.bak")
        for name in _results(place, s):
            world.file(name, text_of(result))
        return Outcome()

    return text_task(
        f"text.edit-{edit.name}-{target.name}-{place.name}",
        _said(place.say, edit, target, place),
        place.linux.replace("<program>", target.address + edit.program),
        [_explained(edit, target, place)],
        setup,
        expect,
        mac=_mac(edit, target, place),
        weight=_weight(edit, target, place),
    )


def _results(place: Place, s: Bound) -> list[str]:
    """The files that hold the result."""
    if place.name == "many":
        return [f"a1.{s.ext}", f"b2.{s.ext}"]
    return [s.txt2 if place.name == "other" else s.txt]


def _weight(edit: Edit, target: Target, place: Place) -> float:
    everyday = edit.name in ("replace", "delete") and place.name in ("place", "output")
    return 1.0 if everyday or (target is WHOLE and place.name == "place") else 0.3


def _mac(edit: Edit, target: Target, place: Place) -> str | None:
    if edit.mac == "":
        return ""
    if not place.mac and edit.mac is None:
        return None
    program = edit.program if edit.mac is None else edit.mac
    return (place.mac or place.linux).replace("<program>", target.address + program)


def _spots(target: Target, place: Place) -> dict[str, str]:
    file = place.file
    inside = f" [of|in] {file}"
    if target is WHOLE:
        on, at, what, what_of = f"in {file}", "", "[every|each] line", f"[every|each] line{inside}"
        each, each_bare = f"[on|in] [each|every] line{inside}", "[on|of] [each|every] line"
    else:
        what, what_of = target.say.replace("<of>", ""), target.say.replace("<of>", inside)
        on, at = f"[on|in] {what_of}", f" [on|in] {what}"
        each = f"on {'each of ' if target.every else ''}{what_of}"
        each = each.replace("[all|all the|the]", "the")
        each_bare = f"[on|in] {what}"
    return {
        "on": on, "at": at, "each": each, "each-bare": each_bare, "what": what, "what-of": what_of,
        "file": file,
    }  # fmt: skip


def _do(edit: Edit, target: Target) -> list[str]:
    """The instructions; those about blanks name the file instead of its lines too."""
    named = [edit.do[0].replace("<what-of>", "<file>")]
    blanks = edit.name in ("trim", "indent", "unindent")
    return [*edit.do, *named] if blanks and target is WHOLE else list(edit.do)


def _said(templates: Sequence[str], edit: Edit, target: Target, place: Place) -> list[str]:
    spots = _spots(target, place)
    said = []
    for template in templates:
        for do in fit(_do(edit, target), **spots) if "<do>" in template else [""]:
            for shown in fit(edit.shown, **spots) if "<shown>" in template else [""]:
                said += fit([template], do=do, shown=shown)
    return said


def _explained(edit: Edit, target: Target, place: Place) -> str:
    text = fit([edit.explain], **_spots(target, place))[0]
    return fit([place.explain], explain=text, Explain=text[0].upper() + text[1:])[0]
