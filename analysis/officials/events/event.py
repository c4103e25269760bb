"""One event while a text is read: what is known of it, and who takes part."""

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

    def has(self, name: str) -> bool:
        """Whether a person of this name takes part."""
        return any(take.person.name == name for take in self.takes)

    def having(self, role: str) -> set[str]:
        """The names of those who take one part."""
        return {take.person.name for take in self.takes if take.role == role}

    def add(self, people: tuple[Person, ...], role: str, verb: str, basis: str) -> None:
        """Add persons in one role, each name once."""
        known = self.having(role)
        for person in people:
            if person.name not in known:
                known.add(person.name)
                self.takes.append(Takes(person, role, verb, basis, people))
