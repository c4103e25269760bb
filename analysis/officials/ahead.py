"""A few documents at a time, ready to be read: only their sentences that name offices are cut into words and tagged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.document import Document
from analysis.names.own import Hit, OwnNames
from analysis.names.page import Page
from analysis.names.tagger import Tagged, Tagger
from analysis.names.tagger.tag import pages
from analysis.names.tagger.within import tag_within
from analysis.names.token_places import TokenPlaces
from analysis.officials.offices import Offices, offices_of, stretches
from analysis.segment import Segmenter
from analysis.shadow import Shadow, shadow
from analysis.shadow.script import in_simplified
from analysis.spans import Span


class Opened(NamedTuple):
    """A document that is ready to be read.

    `document` is as given, and `shaded` has as its text what is read: the shadow, in simplified characters if the text is
    written in traditional ones. `near` is where a name may count.
    """

    document: Document
    shaded: Document
    shade: Shadow
    own: Sequence[Hit]
    page: Page
    offices: Offices
    near: Sequence[Span]


# Letters of a text that weigh as one of a stretch that is tagged: so many texts without an office are held at a time.
PASSED = 16


def opened(
    documents: Iterable[Document],
    own: OwnNames,
    segmenter: Segmenter,
    model: Tagger | None,
    *,
    simplified: bool = False,
) -> Iterator[tuple[Opened, list[Tagged] | None]]:
    """Each document in turn, with what the model sees where it may count; None without a model.

    >>> page = Document("d", text="会议召开。水利部副部长田远山到会。")
    >>> [(ready, tagged)] = opened([page], OwnNames(), Segmenter(), None)
    >>> ready.offices.sentences, tagged
    ([Span(start=5, stop=17)], None)
    """
    ready = (_opened(document, own, segmenter, simplified) for document in documents)
    for some in pages(ready, _weight):
        yield from zip(some, _tagged(some, model), strict=True)


def _weight(one: Opened) -> int:
    return sum(stop - start for start, stop in one.near) + len(one.page.text) // PASSED


def _opened(document: Document, own: OwnNames, segmenter: Segmenter, simplified: bool) -> Opened:
    shade = shadow(document.text, simplified)
    text = in_simplified(shade.text)
    shaded = document if text is document.text else replace(document, text=text)
    if own.has_names or not segmenter.cuts_by_sentence:
        hits = own.cut(shade.text, segmenter)[1]  # as they are written in the lexicon
        page = Page.read(text, own.cut(text, segmenter)[0], hits)
    else:
        hits = []
        page = Page.read(text, TokenPlaces(text, lambda part, offset: segmenter.tokens(part, offset=offset)))
    offices = offices_of(page)
    return Opened(document, shaded, shade, hits, page, offices, stretches(text, offices.sentences))


def _tagged(ready: Sequence[Opened], model: Tagger | None) -> Sequence[list[Tagged] | None]:
    if model is None:
        return [None] * len(ready)
    return tag_within(model, [one.page.text for one in ready], [one.near for one in ready])
