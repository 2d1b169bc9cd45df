"""Wordings of the composed families: blocks of templates, and marks that other templates replace.

A block is a text with a template on each line; a line that is indented further goes on with the
one before. In a template, `<show>` and the like stand for the verbs below, and other marks in angle
brackets for what a family puts in (`<where>`, `<things>`).
"""

import re
from collections.abc import Sequence
from textwrap import dedent

_MARK = re.compile(r"<([A-Za-z-]+)>")
_CONTINUED = re.compile(r"\n[ \t]+")

WORDS = {
    "show": "[show|print|list|display|get]",
    "find": "[find|show|list|get|print]",
    "compute": "[compute|calculate|print|get|find|work out]",
    "only": "[only|just]",
    "delete": "[delete|remove|drop|get rid of]",
    "leaving": "[leaving out|skipping|without|except]",
    "leave-out": "[leave out|filter out|skip|exclude|hide]",
    "save": "[save|write|store|put]",
    "each": "[each|every]",
    "have": "[I have|given|there is|take]",
}
"""What the common marks stand for."""


def block(text: str) -> list[str]:
    """The templates of a block."""
    return [line for line in _CONTINUED.sub(" ", dedent(text).strip()).splitlines() if line]


def choice(text: str) -> str:
    """The templates of a block as one template, of which one is taken."""
    templates = block(text)
    return f"[{'|'.join(templates)}]" if len(templates) > 1 else templates[0]


def fit(templates: Sequence[str], **words: str) -> list[str]:
    """Templates with `<name>` replaced by other templates, and marks in those too."""

    def meant(mark: re.Match) -> str:
        text = words.get(mark[1]) or WORDS.get(mark[1])
        if text is None:
            return "" if mark[1] in words else mark[0]
        return _MARK.sub(meant, text) if "<" in text else text

    return [_MARK.sub(meant, template) for template in templates]


def place_first(templates: Sequence[str], place: str) -> list[str]:
    """The same with the place in front: "sort the lines in x" as "in x, sort the lines"."""
    return [
        f"{place}[,|:|] {template.replace(' <where>', '', 1)}"
        for template in templates
        if template.count("<where>") == 1 and not template.startswith("<where>")
    ]
