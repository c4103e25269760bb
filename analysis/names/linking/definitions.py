"""Short forms that a text defines: 临江水务集团（以下简称“水务集团”）, 世界水务组织（WWO）, 临江科技大学（临江科大）.

What is in the brackets is a short form if the text says so, or if it is made of letters of the long form in their order (Schwartz
and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB; that Chinese abbreviations
keep the order: Chang and Lai 2004, "A preliminary study on probabilistic models for Chinese abbreviations", SIGHAN).
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.names.found import Found

SAID = re.compile(
    "(?:[（(]|，)(?:以下|下文|下)?(?:统|简|合)?称(?:为|作)?[：:]?[ ]?(?:“([^“”\n]{2,12})”|「([^「」\n]{2,12})」|([^“”「」（）()，。；、：\n]{2,12}(?=[）)])))[）)]?"
)
BRACKETED = re.compile("[（(]([㐀-䶿一-鿿]{2,8}|[A-Z][A-Za-z0-9+-]{1,9})[）)]")


class Definition(NamedTuple):
    """A short form, where it stands, and where the name that it shortens ends."""

    short: str
    start: int
    long_stop: int
    is_said: bool


Said = tuple[Definition, Found]


def definitions(text: str) -> list[Definition]:
    """The places of a text that may define a short form, in text order.

    >>> [(d.short, d.long_stop, d.is_said) for d in definitions("临江水务集团（以下简称“水务集团”）与世界水务组织（WWO）")]
    [('水务集团', 6, True), ('WWO', 25, False)]
    """
    said = [
        Definition(match[match.lastindex or 0], match.start(match.lastindex or 0), match.start(), True)
        for match in SAID.finditer(text)
    ]
    bracketed = [Definition(m[1], m.start(1), m.start(), False) for m in BRACKETED.finditer(text)]
    taken = {definition.long_stop for definition in said}
    return sorted([*said, *(d for d in bracketed if d.long_stop not in taken)], key=lambda d: d.start)


def defined(text: str, found: Iterable[Found]) -> Iterator[Said]:
    """Each definition with the name that ends where it begins; a person's name is not shortened so."""
    ends = {f.stop: f for f in found if f.type in {"ORGANISATION", "PLACE"}}
    for definition in definitions(text):
        name = ends.get(definition.long_stop)
        if name and (definition.is_said or is_short_for(definition.short, text[name.start : name.stop])):
            yield definition, name


def is_short_for(short: str, long: str) -> bool:
    """Whether a short form is foreign letters, or letters of the long form in their order.

    >>> is_short_for("科大", "临江科技大学"), is_short_for("北岸", "临江科技大学"), is_short_for("WWO", "世界水务组织")
    (True, False, True)
    """
    return (short.isascii() and not long.isascii()) or (len(short) < len(long) and is_in_order(short, long))


def is_in_order(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in this order.

    >>> is_in_order("江科", "临江科技"), is_in_order("科江", "临江科技")
    (True, False)
    """
    rest = iter(word)
    return all(letter in rest for letter in letters)
