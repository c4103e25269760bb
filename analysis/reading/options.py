"""Every choice that changes what is read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a corpus.

    Attributes
    ----------
    columns : mapping or None
        Field of a document (`doc_id`, `title`, `text`, `date`, `source`, `author`) to the column of a table file that
        holds it; what is not named is guessed from the header.
    encoding : str or None
        Hint, tried before detection: `"big5"` for a corpus from Taiwan or Hong Kong.
    strict : bool
        Every repair is an error.
    drafts : bool
        Read drafts of site generators too.
    learn : bool
        Find lines that recur across the documents of one source, and take them out.
    """

    columns: Mapping[str, str] | None = None
    encoding: str | None = None
    strict: bool = False
    drafts: bool = False
    learn: bool = True
