"""What has been named so far: whom a clue may mean at a place of a text."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """Whom a mention means, and whether that one was named before it."""

    entity: str
    before: bool


class Candidates:
    """Entities by clue, in the order in which the text first names them.

    >>> candidates = Candidates([("王", 10, "王甲"), ("王", 30, "王乙"), ("王", 40, "王甲")])
    >>> candidates.sole("王", 20), candidates.sole("王", 35), candidates.sole("王", 5), candidates.sole("李", 5)
    (Link(entity='王甲', before=True), None, None, None)
    """

    def __init__(self, named: Iterable[tuple[Hashable, int, str]]) -> None:
        self._named: dict[Hashable, dict[str, int]] = {}
        for clue, place, entity in named:
            places = self._named.setdefault(clue, {})
            places[entity] = min(place, places.get(entity, place))
        self._first = {clue: self._two_first(places) for clue, places in self._named.items()}

    @staticmethod
    def _two_first(places: dict[str, int]) -> list[tuple[int, str]]:
        """More than two are never looked at: the second already makes a clue ambiguous."""
        return sorted((place, entity) for entity, place in places.items())[:2]

    def __contains__(self, clue: Hashable) -> bool:
        return clue in self._named

    def sole(self, clue: Hashable, place: int) -> Link | None:
        """The one entity with this clue that is named before `place`, else the one behind it; None for none or several."""
        first = self._first.get(clue, [])
        before = [entity for start, entity in first if start < place]
        if before:
            return Link(before[0], True) if len(before) == 1 else None
        return Link(first[0][1], False) if len(first) == 1 else None
