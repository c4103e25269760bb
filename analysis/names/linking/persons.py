"""Whom the short names of persons mean: a surname with an office, a nickname, a part of a dotted name, a given name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.names.found import Found
from analysis.names.kinds.address import ADDRESS, CALLED, surname_of
from analysis.names.linking.candidates import Candidates, Link
from analysis.names.linking.titles import forms_of, titles_of

# A reporter of the piece and a name in a book's title are not those that the text speaks of.
ASIDE = frozenset({"byline", "quoted"})
SHORT = frozenset({"surname", "honorific"})
FORMS = ("written", "plain", "spoken")  # of an office, the surest first
Clue = tuple[str, ...]


def parts_of(name: str) -> set[str]:
    """The first and the last part of a dotted name; empty for others. The middle ones are never used alone."""
    parts = name.split("·")
    return {part for part in (parts[0], parts[-1]) if len(part) > 1} if len(parts) > 1 else set()


class PersonLinks:
    """The full names of one document, by what a shorter name shares with them.

    Parameters
    ----------
    text : str
    found : sequence of Found
        All names in text order, with their kinds; the `entity` of a full name is the name.
    """

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._offices = {f.start: text[f.start : f.stop] for f in found if f.type == "POST"}
        parts = {part for f in found if f.type == "PERSON" for part in parts_of(f.entity)}
        full = [f for f in found if self._is_full(f) and f.entity not in parts]
        places: dict[str, int] = {}
        for f in full:
            places.setdefault(f.entity, f.start)
        offices: dict[str, set[str]] = defaultdict(set)
        for f, title in titles_of(text, found):
            if self._is_full(f) and f.entity in places:
                offices[f.entity].add(title)
        self._titled = frozenset(offices)
        self._candidates = Candidates(
            (clue, place, name) for name, place in places.items() for clue in _clues(name, offices.get(name, set()))
        )

    @staticmethod
    def _is_full(found: Found) -> bool:
        return found.type == "PERSON" and found.kind not in SHORT and found.kind not in ASIDE and bool(found.entity)

    def link(self, name: Found) -> Link | None:
        """Whom a person's name means if it is not a full one; None if nobody or several fit."""
        if name.kind in ASIDE:
            return None
        if name.kind not in SHORT:
            return self._by_part(name)
        if name.rule == "given":
            return self._candidates.sole(("given", name.entity), name.start)
        surname, title = self._surname_and_title(name)
        return self._by_office(surname, title, name.start) if title else self._by_surname(surname, name.start)

    def _by_part(self, name: Found) -> Link | None:
        """A part of a dotted name, or two letters without a surname that are the given name of one named before: 远山."""
        if part := self._candidates.sole(("part", name.entity), name.start):
            return part
        if len(name.entity) != 2 or surname_of(name.entity):
            return None
        given = self._candidates.sole(("given", name.entity), name.start)
        return given if given and given.before else None

    def own_id(self, name: Found) -> str:
        """What a short name is called that means nobody we know: 王部长 is another than 王主任."""
        if name.kind not in SHORT:
            return name.entity
        address = ADDRESS.match(self._text, name.stop)
        behind = self._offices.get(name.stop) or (address[0] if address else "")
        return self._text[name.start : name.stop] + behind

    def _surname_and_title(self, name: Found) -> tuple[str, str]:
        words = self._text[name.start : name.stop]
        if words[0] in CALLED and len(words) == 2:
            return words[1], ""
        surname = surname_of(words)
        rest = words[len(surname) :]
        return surname, self._offices.get(name.stop, "") if not rest else ""

    def _by_office(self, surname: str, title: str, place: int) -> Link | None:
        """The office as written is the surest; the sole bearer of the surname counts if the text gives no office of his."""
        for form in FORMS:
            if (clue := (form, surname, title)) in self._candidates:
                return self._candidates.sole(clue, place)
        link = self._by_surname(surname, place)
        return link if link and link.entity not in self._titled else None

    def _by_surname(self, surname: str, place: int) -> Link | None:
        return self._candidates.sole(("surname", surname), place)


def _clues(name: str, titles: set[str]) -> Iterator[Clue]:
    yield from (("part", part) for part in sorted(parts_of(name)))
    surname = surname_of(name)
    given = name[len(surname) :]
    if not surname or "·" in name or not 1 <= len(given) <= 2:
        return
    yield "surname", surname
    yield "given", given
    for title in sorted(titles):
        yield from ((form, surname, words) for form, words in zip(FORMS, forms_of(title), strict=True))
