"""How a search is said: "empty files in {dir} older than {days}", in many orders.

A noun phrase has a place and constraints after it, before it, or in a relative clause; a sentence
may put the place first or the constraint last. Every wording names every slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import Place

ALL = "[all |all the |the |]"
_THAT = "[that|that|which]"


@dataclass(frozen=True, eq=False)
class English:
    """The phrases of one search."""

    head: Criterion
    criteria: Sequence[Criterion]
    place: Place

    @cached_property
    def plain(self) -> bool:
        """Whether ls or a glob would do if subfolders were not mentioned."""
        return all(part.group in ("name", "head") for part in self.criteria)

    @cached_property
    def moved(self) -> Criterion | None:
        """The criterion that says the place itself, as a depth does."""
        return next((part for part in self.criteria if part.here), None)

    @cached_property
    def where(self) -> str:
        """The place after a noun, with a blank before it, subfolders named where need be."""
        if self.moved:
            return self.moved.there if self.place.folders else self.moved.here
        return self.place.deep if self.plain else self.place.short

    @cached_property
    def _base(self) -> str:
        adjectives = "".join(f"{part.adjective} " for part in self.criteria if part.adjective)
        return adjectives + self.head.noun

    @cached_property
    def _posts(self) -> str:
        posts = [p.post for p in (self.head, *self.criteria) if p.post and not p.adjective]
        return _joined(posts) if posts else ""

    @cached_property
    def _predicates(self) -> str:
        ares = [part.are for part in (self.head, *self.criteria) if part.are]
        return _joined(ares) if ares else ""

    @cached_property
    def _tail(self) -> str:
        return "".join(part.tail for part in (self.head, *self.criteria))

    def noun(self, where: str | None = None) -> str:
        """What is wanted and where; another place may be given, such as none."""
        where = self.where if where is None else where
        last = where.replace(",|", "|").replace(",]", "]")
        forms = [self._base + last]
        if self._posts:
            forms = [f"{self._base}{where} {self._posts}", f"{self._base} {self._posts}{last}"]
        if self._predicates and (self._posts or len(self.criteria) > 1):
            forms.append(f"{self.head.noun}{where} {_THAT} {self._predicates}")
        return f"[{'|'.join(forms)}]{self._tail}"

    @cached_property
    def np(self) -> str:
        """What is wanted and where."""
        return self.noun()

    @cached_property
    def bare(self) -> str:
        """The same without the place."""
        return self.noun("")

    @cached_property
    def explained(self) -> str:
        """The same for an explanation."""
        return self.noun(self.where if self.moved else self.place.explain)

    @cached_property
    def one(self) -> str:
        """A single one, in the place."""
        posts = [p.single or p.post for p in (self.head, *self.criteria) if not p.adjective]
        joined = _joined([post for post in posts if post]) if any(posts) else ""
        base = "".join(f"{p.adjective} " for p in self.criteria if p.adjective) + self.head.one
        last = self.where.replace(",|", "|").replace(",]", "]")
        forms = (
            [f"{base}{self.where} {joined}", f"{base} {joined}{last}"] if joined else [base + last]
        )
        return f"[{'|'.join(forms)}]{self._tail}"

    @cached_property
    def question(self) -> str:
        """What follows "which" or "how many": "files in {dir} are empty"."""
        if not self._predicates:
            return f"{self.head.noun} [are|are there]{self.where}{self._tail}"
        return f"{self.head.noun}{self.where} {self._predicates}{self._tail}"

    def sentence(self, text: str) -> str:
        """A template with `<all>`, `<np>`, `<bare>`, `<one>` and `<many>` filled."""
        if "<one>" in text or "<many>" in text:
            text = text.replace("<one>", self.one).replace("<many>", self.question)
        return _filled(text, self.np).replace("<bare>", self.bare)

    def constraint_last(self, text: str) -> list[str]:
        """The same with the constraint at the end; nothing where there is none."""
        if not self._predicates or self._tail or self.moved or "<one>" in text:
            return []
        simple = _filled(text, self.head.noun + self.place.short)
        return [f"{simple}, [but |]only [those|the ones] that {self._predicates}"]

    def place_first(self, text: str) -> list[str]:
        """The same with the place at the beginning; nothing where that cannot be said."""
        if self.moved or "<one>" in text:
            return []
        return [f"{self.place.first}, {_filled(text, self.bare)}"]


def _filled(text: str, noun: str) -> str:
    return text.replace("<all>", ALL + noun).replace("<np>", noun)


def _joined(posts: Sequence[str]) -> str:
    if len(posts) == 1:
        return posts[0]
    if len(posts) == 2:
        return "[{0} and {1}|{1} and {0}]".format(*posts)
    return "[{0}, {1} and {2}|{2}, {0} and {1}]".format(*posts)
