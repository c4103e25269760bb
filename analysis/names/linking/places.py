"""Which place a short form means: 临江 for the 临江市 of the text, 沪 for 上海市, 美 for a country that the text names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.found import Found
from analysis.names.linking.candidates import Candidates, Link
from analysis.names.linking.definitions import Said

LEVELS = re.compile("(?<=[㐀-䶿一-鿿]{2})(?:特别行政区|自治[区州县旗]|街道|[省市县区州旗盟镇乡村岛])$")


UNNAMED = re.compile("[该本我某各][省市县区州国镇乡村岛]$")


@cache
def province_letters() -> dict[str, str]:
    """Province by each of its one-letter short forms: 沪 and 申 are 上海市."""
    rows = [row for row in lexicon("divisions").rows if row["level"] == "province"]
    return {letter: row["name"] for row in rows for letter in row["abbreviation"].split("|") if letter}


@cache
def country_letters() -> dict[str, tuple[str, ...]]:
    """Countries by their letter; several may share one."""
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("countries").rows:
        if row["letter"]:
            found[row["letter"]] = (*found.get(row["letter"], ()), row["name"])
    return found


class PlaceLinks:
    """The places of one document, by their short forms; the parameters are those of `BodyLinks`."""

    def __init__(self, text: str, found: Sequence[Found], said: Sequence[Said] = ()) -> None:
        self._text = text
        places = [f for f in found if f.type == "PLACE"]
        defined = [(("defined", d.short), d.start, f.entity) for d, f in said if f.type == "PLACE"]
        self._candidates = Candidates([*defined, *(clue for f in places for clue in self._clues(f))])

    def _clues(self, name: Found) -> Iterator[tuple[tuple[str, str], int, str]]:
        words = self._text[name.start : name.stop]
        level = LEVELS.search(words)
        if level:
            yield ("short", words[: level.start()]), name.start, name.entity
        yield ("named", name.entity), name.start, name.entity

    def link(self, name: Found) -> Link | None:
        """Which place a name means if the text or a list of letters says so; None if none or several fit."""
        words = self._text[name.start : name.stop]
        if len(words) == 1:  # the words around it may have told already: 澳 is a region or a country
            return self._by_letter(words, name.start) if name.entity == words else None
        for clue in (("defined", words), ("short", words)):
            if clue in self._candidates:
                return self._candidates.sole(clue, name.start)
        return None

    def _by_letter(self, letter: str, place: int) -> Link | None:
        if letter in province_letters():
            return Link(province_letters()[letter], True)
        named = [link for country in country_letters().get(letter, ()) if (link := self._named(country, place))]
        return named[0] if len(named) == 1 else None

    def _named(self, country: str, place: int) -> Link | None:
        return self._candidates.sole(("named", country), place)

    def own_id(self, name: Found) -> str:
        """The id of a place that is linked to no other: none for 该省."""
        return "" if UNNAMED.match(self._text[name.start : name.stop]) else name.entity
