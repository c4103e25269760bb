"""A few documents at a time, since the model reads many texts quicker than one."""

from collections.abc import Iterable, Iterator, Sequence

from analysis.document import Document
from analysis.names.tagger.tag import PAGE, Tagged, Tagger
from analysis.shadow import Shadow


def read_ahead(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in groups of about as many letters as the model reads at once.

    >>> [len(some) for some in read_ahead([Document("d", text="水" * PAGE), Document("e", text="利"), Document("f")])]
    [1, 2]
    """
    some: list[Document] = []
    size = 0
    for document in documents:
        some.append(document)
        size += len(document.text)
        if size >= PAGE:
            yield some
            some, size = [], 0
    if some:
        yield some


def tagged_texts(model: Tagger | None, shades: Sequence[Shadow]) -> list[list[Tagged] | None]:
    """The model's names of each text; None for each if there is no model."""
    return [None] * len(shades) if model is None else list(model.tag([shade.text for shade in shades]))
