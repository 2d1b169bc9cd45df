"""How many mutants fell, by family, and which survivors nobody has explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.mutants.equivalent import Entry
from bashcoder_mlx.corpora.synthetic.mutants.run import WRITTEN, Tried


@dataclass
class Tally:
    """The mutants of a family."""

    family: str
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    unexplained: list[Tried] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Killed, of those that are not equivalent."""
        others = self.mutants - self.equivalent
        return self.killed / others if others else 1.0

    def to_record(self) -> dict:
        """As JSON has it."""
        return {
            "family": self.family,
            "mutants": self.mutants,
            "killed": self.killed,
            "equivalent": self.equivalent,
            "unexplained": len(self.unexplained),
            "share": round(self.share, 4),
        }


class Report:
    """The tallies of families, by the entries of equivalent mutants."""

    def __init__(self, entries: Sequence[Entry]):
        self.entries, self.tallies = entries, []
        self._used: set[Entry] = set()
        self._seen: set[str] = set()

    def add(self, family: str, found: Iterable[Tried]) -> None:
        """Counts what became of a family's mutants."""
        tally = Tally(family)
        for one in found:
            self._seen.add(one.task.name)
            tally.mutants += 1
            if one.killed:
                tally.killed += 1
            elif entries := self._covering(one):
                tally.equivalent += 1
                self._used.update(entries)
            else:
                tally.unexplained.append(one)
        self.tallies.append(tally)

    def _covering(self, one: Tried) -> list[Entry]:
        """A mutant that a person wrote must fall: no entry speaks for it."""
        if one.label.startswith(WRITTEN):
            return []
        mutant = one.task.name, one.label, one.command
        return [entry for entry in self.entries if entry.covers(*mutant)]

    @property
    def total(self) -> Tally:
        """All families together."""
        total = Tally("total")
        for tally in self.tallies:
            total.mutants += tally.mutants
            total.killed += tally.killed
            total.equivalent += tally.equivalent
            total.unexplained += tally.unexplained
        return total

    def stale(self, every_name: Iterable[str]) -> list[Entry]:
        """Entries that speak of no survivor, though all tasks that they name were tried."""
        unseen = set(every_name) - self._seen
        unused = [entry for entry in self.entries if entry not in self._used]
        return [entry for entry in unused if not any(entry.names(name) for name in unseen)]
