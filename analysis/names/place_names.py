"""Places of one text: of the gazetteer, by the look of them, and of one letter, one span each."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from analysis.document import Token
from analysis.names.gazetteer import FREE, Hit, find_hits
from analysis.names.place_context import areas_named, meant, places_among
from analysis.names.place_letters import find_letters
from analysis.names.place_shapes import anchored, anchored_chains, longer
from analysis.spans import Span

# How far each way of finding a place is believed. Measured outside of longer names, on MSRA's development set and AISHELL-NER:
# listed .977 and .961, in context .80 and .74, letters 1.00 and .99, shapes 1.00 and .95. The last two are few there (135 and
# 11; on news of 2022 to 2024 about one shape in ten was wrong), and whether a letter is a place is a matter of style.
LISTED, IN_CONTEXT, LETTER, SHAPED = 0.9, 0.8, 0.7, 0.6


class Place(NamedTuple):
    """A place where it stands; `entity` is its full name, `rule` who says so."""

    start: int
    stop: int
    confidence: float
    rule: str
    entity: str


def find_places(text: str, tokens: Sequence[Token] = (), hits: Sequence[Hit] | None = None) -> list[Place]:
    """Places of a text in text order, none overlapping another.

    Parameters
    ----------
    text : str
        Plain characters, as in a shadow.
    tokens : sequence of Token, optional
        The tokens of the text; without them a short name is believed where it lies across two words (从中|国际).
    hits : sequence of Hit, optional
        What `gazetteer.find_hits` has found, if it is known already.

    Returns
    -------
    list of Place
        `rule` is `gazetteer` (a listed name, with the head that goes on behind it), `shape` (a chain of villages, a
        foreign province, a water or mountain behind a verb of place) or `letter` (访|美).

    >>> text = "他从陕西安康赴美国马里兰州，途经临江市东湾镇田家村；祝您安康"
    >>> [(text[p.start : p.stop], p.rule) for p in find_places(text)]
    [('陕西', 'gazetteer'), ('安康', 'gazetteer'), ('美国', 'gazetteer'), ('马里兰州', 'gazetteer'), ('临江市', 'gazetteer'), ('东湾镇', 'shape'), ('田家村', 'shape')]
    """
    found = find_hits(text, tokens) if hits is None else hits
    listed, ends = _listed(text, found)
    shapes = chain(anchored_chains(text, ends), anchored(text))
    bodies = [Span(hit.start, hit.stop) for hit in found if not hit.is_place]
    return _apart(
        bodies,
        listed,
        (Place(*span, SHAPED, "shape", text[slice(*span)]) for span in shapes),
        (Place(letter.start, letter.stop, LETTER, "letter", letter.entity) for letter in find_letters(text)),
    )


def _listed(text: str, hits: Sequence[Hit]) -> tuple[list[Place], list[tuple[int, int]]]:
    """Places of the gazetteer; and for divisions, in which a village may lie, their stops and where the next name begins."""
    places = places_among(text, hits)
    areas = areas_named(places)
    starts = sorted({hit.start for hit in (*places, *(hit for hit in hits if not hit.is_place))})
    nexts = dict(pairwise([*starts, len(text)]))
    listed, ends = [], []
    for i, hit in enumerate(places):
        stop = longer(text, hit, nexts[hit.start])
        entity = meant(hit, places[i - 1] if i else None, areas) if stop == hit.stop else text[hit.start : stop]
        listed.append(Place(hit.start, stop, LISTED if hit.entry.guard == FREE else IN_CONTEXT, "gazetteer", entity))
        if hit.entry.kind == "division":
            ends.append((stop, nexts[hit.start]))
    return listed, ends


def _apart(bodies: Iterable[Span], *layers: Iterable[Place]) -> list[Place]:
    """What no earlier layer and no body covers, in text order."""
    taken = {i for body in bodies for i in range(*body)}
    kept = []
    for place in chain(*layers):
        if taken.isdisjoint(range(place.start, place.stop)):
            kept.append(place)
            taken.update(range(place.start, place.stop))
    return sorted(kept)
