"""A few documents at a time, since the model reads many texts quicker than one."""

from collections.abc import Iterable, Iterator

from analysis.clock import Clock
from analysis.document import Document
from analysis.names.tagger.tag import Tagged, Tagger, pages
from analysis.shadow import Shadow, shadow

Read = tuple[Document, Shadow, list[Tagged] | None]


def read_ahead(
    documents: Iterable[Document], model: Tagger | None, clock: Clock, *, simplified: bool = False
) -> Iterator[Read]:
    """Each document in turn, with the shadow of its text and what the model sees there; None without a model.

    >>> [shade.text for _, shade, _ in read_ahead([Document("d", text="３月"), Document("e")], None, Clock())]
    ['3月', '']
    """
    for some in pages(documents, lambda document: len(document.text)):
        with clock.of("segment"):
            shades = [shadow(document.text, simplified) for document in some]
        with clock.of("names"):
            tagged = model.tag([shade.text for shade in shades]) if model else [None] * len(shades)
        yield from zip(some, shades, tagged, strict=True)
