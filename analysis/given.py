"""What a caller gave as documents: each one looked at before work begins on it."""

from collections.abc import Iterable, Iterator

from analysis.document import Document
from analysis.errors import AnalysisError

SHOWN = 20  # characters of a text in an error


def each_document(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents in the order given, a generator read as it goes.

    Raises
    ------
    AnalysisError
        At once if this is one text, one document or nothing to iterate over; on the way at what is no document.

    >>> each_document("水利部部长到任")
    Traceback (most recent call last):
    analysis.errors.AnalysisError: documents is a text ('水利部部长到任'); give documents: [Document("d", text=…)].
    """
    if isinstance(documents, str):
        raise AnalysisError(f'documents is a text ({_cut(documents)}); give documents: [Document("d", text=…)].')
    if isinstance(documents, Document):
        raise AnalysisError(f"documents is one document ({documents!r}); give a list: [document].")
    if not isinstance(documents, Iterable):
        raise AnalysisError(f"documents={documents!r} is not allowed; give a corpus or a list of documents.")
    return map(_checked, range(1, 2**63), documents)


def _checked(number: int, document: object) -> Document:
    if isinstance(document, Document):
        return document
    is_text = isinstance(document, str)
    what = f"a text ({_cut(str(document))})" if is_text else f"of the type {type(document).__name__}"
    raise AnalysisError(f"number {number} of documents is {what}; each must be a Document.")


def _cut(text: str) -> str:
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
