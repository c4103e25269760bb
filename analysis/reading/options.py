"""Every choice that changes what is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import CorpusError


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

    Raises
    ------
    CorpusError
        If the encoding is none that Python can decode, or `columns` is no mapping.

    >>> Options(encoding="klingon")
    Traceback (most recent call last):
    analysis.errors.CorpusError: encoding='klingon' is no encoding that can be read; give a name such as 'big5' or 'gb18030'.
    """

    columns: Mapping[str, str] | None = None
    encoding: str | None = None
    strict: bool = False
    drafts: bool = False
    learn: bool = True

    def __post_init__(self) -> None:
        if self.encoding is not None and not is_encoding(self.encoding):
            raise CorpusError(
                f"encoding={self.encoding!r} is no encoding that can be read; give a name such as 'big5' or 'gb18030'."
            )
        if self.columns is not None and not isinstance(self.columns, Mapping):
            raise CorpusError(f"columns={self.columns!r} is no mapping; give one such as {{'text': '正文'}}.")

    @property
    def of_one_item(self) -> str:
        """The choices that decide how one file or row is read, whatever else the corpus holds."""
        columns = sorted(self.columns.items()) if self.columns else None
        return repr((columns, self.encoding, self.drafts))


def is_encoding(name: object) -> bool:
    """Whether Python has a decoder of that name that makes text of bytes (`rot13` and `zlib` do not).

    >>> is_encoding("big5"), is_encoding("klingon"), is_encoding("zlib")
    (True, False, False)
    """
    try:
        return isinstance(name, str) and isinstance(b" ".decode(name, "replace"), str)
    except (LookupError, ValueError):
        return False
