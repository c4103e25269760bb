"""The registry of bodies: which are known by name, from when to when, and which of them a short form means on a day."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import lexicon

# Abbreviations that mean the national body only with 全国 before them; alone they are relative (县政协, 市人大常委会).
RELATIVE_ALIASES = frozenset(
    {"政协", "人大常委会", "人大", "人民政协", "纪委", "监委", "总工会", "妇联", "科协", "工商联"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the registry: `name` in full, with the days on which it was in force (ISO, half-open, '' for open).

    `level` is the rank of the head, 1 to 10, or '' where no source tells; `parent` and `successor` are names in the
    registry, several successors joined by `|`.
    """

    name: str
    body_id: str
    system: str
    kind: str
    level: str
    parent: str
    since: str
    until: str
    successor: str


@cache
def registry() -> dict[str, tuple[Entry, ...]]:
    """Registry entries by full name and by abbreviation; several where a short form has served several bodies."""
    found: dict[str, tuple[Entry, ...]] = {}
    for row in lexicon("bodies").rows:
        entry = Entry(row["name"], row["id"], *(row[name] for name in Entry.__slots__[2:]))
        for name in {row["name"], *row["aliases"].split("|")} - {""} - RELATIVE_ALIASES:
            found[name] = (*found.get(name, ()), entry)
    return found


def in_force(entries: Sequence[Entry], day: str) -> Entry:
    """The entry in force on the day, else the one that came into force last."""
    for entry in entries if day else ():
        if entry.since <= day and (not entry.until or day < entry.until):
            return entry
    return max(entries, key=lambda entry: (entry.until == "", entry.until, entry.since))


def entry_of(name: str, day: str = "") -> Entry | None:
    """The body that bears this full name on the day, else the one that bore it last; None if no body has it."""
    bearers = [entry for entry in registry().get(name, ()) if entry.name == name]
    return in_force(bearers, day) if bearers else None


def era(day: str) -> str:
    """The last day until `day` on which a name of the registry began or ended: between two such days no answer differs.

    >>> era("2019-05-01") == era("2019-05-02"), era("")
    (True, '')
    """
    turns = _turns()
    return turns[bisect_right(turns, day) - 1] if day >= turns[0] else "0000" if day else ""


@cache
def _turns() -> list[str]:
    return sorted({turn for row in lexicon("bodies").rows for turn in (row["since"], row["until"]) if turn})


def successors(entry: Entry) -> list[Entry]:
    """The bodies of today that follow a body, by way of those between; none if it is in force or was given up.

    >>> [entry.name for entry in successors(entry_of("文化部"))], successors(entry_of("水利部"))
    (['文化和旅游部'], [])
    """
    return _today(entry) if entry.until else []


def _today(entry: Entry) -> list[Entry]:
    """A successor ends later than what it follows (the lexicon's tests hold it), so that this comes to an end."""
    if not entry.until:
        return [entry]
    heirs = [entry_of(name, entry.until) for name in entry.successor.split("|") if name]
    return list(dict.fromkeys(last for heir in heirs if heir and heir != entry for last in _today(heir)))
