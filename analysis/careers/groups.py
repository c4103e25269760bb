"""Positions of one name that evidence joins, directly or through others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from analysis.careers.homes import Home
from analysis.careers.links import SHORTEST_BODY, link
from analysis.careers.positions import Position


@dataclass(eq=False, slots=True)
class Person:
    """A person of a name, or what is known to be one: positions, and how often each kind of evidence joined them.

    `heads` are the chief positions of the groups that were put together here, `other` the person this one is kept apart from.
    """

    positions: list[Position] = field(default_factory=list)
    joined: Counter[str] = field(default_factory=Counter)
    doc_ids: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    first: str = ""
    last: str = ""
    rank: int = -1
    heads: list[Position] = field(default_factory=list)
    other: "Person | None" = None
    reason: str = ""

    def take(self, position: Position) -> None:
        """Add a position."""
        self.positions.append(position)
        self.doc_ids |= position.doc_ids
        self.titles |= position.titles
        self.rank = position.rank if self.rank < 0 else min(self.rank, position.rank)
        if position.first:
            self.first, self.last = min(self.first or position.first, position.first), max(self.last, position.last)

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows in the table, ascending."""
        return sorted(row for position in self.positions for row in position.rows)


def groups_of(positions: list[Position]) -> list[Person]:
    """Positions joined by `links.link`, those in most documents first, then by the first time seen."""
    root = list(range(len(positions)))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    found = []
    for i, j in sorted(set(_candidates(positions))):
        kind, times = link(positions[i], positions[j])
        if kind:
            found.append((i, kind, times))
            root[max(top(i), top(j))] = min(top(i), top(j))
    groups: dict[int, Person] = {}
    for i, position in enumerate(positions):
        groups.setdefault(top(i), Person()).take(position)
    for i, kind, times in found:
        groups[top(i)].joined[kind] += times
    return sorted(groups.values(), key=lambda group: (-len(group.doc_ids), group.rank))


def _candidates(positions: list[Position]) -> Iterator[tuple[int, int]]:
    """Pairs that evidence may join: in one document, of one home, a body and its part. Not all pairs: there may be thousands."""
    by_document: dict[str, list[int]] = {}
    by_home: dict[Home, int] = {}
    by_body = {position.body: i for i, position in enumerate(positions) if position.body}
    for i, position in enumerate(positions):
        for doc_id in position.doc_ids:
            by_document.setdefault(doc_id, []).append(i)
        if position.home.name and by_home.setdefault(position.home, i) != i:
            yield by_home[position.home], i
        for stop in range(SHORTEST_BODY, len(position.body)):
            whole = by_body.get(position.body[:stop])
            if whole is not None:
                yield min(i, whole), max(i, whole)
    for together in by_document.values():
        yield from combinations(together, 2)
