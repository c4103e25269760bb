"""One event while a text is read: what is known of it, and who takes part."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.officials.events.page import Person
from analysis.officials.events.when import When


class Takes(NamedTuple):
    """A person's part in an event; `listed` are all persons that stand together there, in text order."""

    person: Person
    role: str
    verb: str
    basis: str
    listed: tuple[Person, ...]


@dataclass(slots=True)
class Event:
    """An event, from its trigger on; places are those of the shadow."""

    type: str
    start: int
    stop: int
    sentence: tuple[int, int]
    when: When
    place: str = ""
    host: str = ""
    name: str = ""
    takes: list[Takes] = field(default_factory=list)
    _roles: dict[str, set[str]] = field(default_factory=dict)  # the names by role

    def has(self, name: str) -> bool:
        """Whether a person of this name takes part."""
        return any(name in names for names in self._roles.values())

    def having(self, role: str) -> AbstractSet[str]:
        """The names of those who take one part."""
        return self._roles.get(role, frozenset())

    def add(self, people: tuple[Person, ...], role: str, verb: str, basis: str) -> None:
        """Add persons in one role, each name once."""
        known = self._roles.setdefault(role, set())
        for person in people:
            if person.name not in known:
                known.add(person.name)
                self.takes.append(Takes(person, role, verb, basis, people))
