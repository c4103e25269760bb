"""Who published a text, and when: what speaks against a reprint before its letters are compared.

A text is reprinted by others, and within days. A publisher who brings nearly the same words again, or anyone who brings
them in another month, has mostly filled in a form: the welcome of the next guest, the notice of next year's session.
"""

from collections.abc import Callable, Sequence

from analysis.document import Document

LONG = (
    30 * 86_400.0
)  # seconds: later than this, news is no longer reprinted; weekly and monthly forms are not told apart by it


def unlikely_pairs(documents: Sequence[Document]) -> Callable[[int, int], bool]:
    """Whether two documents, by their places, are from one publisher (site and source the same) or a month apart.

    What is not known (no site and no source, no date) speaks against nothing.

    >>> daily, other = (Document(name, metadata={"author": name}) for name in ("临江日报", "东湖在线"))
    >>> unlikely = unlikely_pairs([daily, other, daily])
    >>> unlikely(0, 1), unlikely(0, 2)
    (False, True)
    """
    publishers = [(str(document.metadata.get("author") or ""), document.source) for document in documents]
    moments = [document.date.timestamp() if document.date else None for document in documents]

    def unlikely(one: int, other: int) -> bool:
        first, second = moments[one], moments[other]
        late = first is not None and second is not None and abs(first - second) > LONG
        return late or (publishers[one] == publishers[other] and any(publishers[one]))

    return unlikely
