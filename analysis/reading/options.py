"""Every choice that changes what is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import CorpusError
from analysis.reading.encoding.decoding import checked_encoding


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a corpus.

    Attributes
    ----------
    columns : mapping or None
        Field of a document (`doc_id`, `title`, `text`, `date`, `source`, `author`) to the column of a table file that
        holds it; what is not named is guessed from the header.
    encoding : str or None
        Hint, tried before detection on what has no byte-order mark and is not UTF-8: `"big5"` for a corpus from Taiwan
        or Hong Kong, `"shift_jis"` for what is never guessed.
    strict : bool
        Every repair is an error.
    drafts : bool
        Read drafts of site generators too.
    learn : bool
        Find lines that recur across the documents of one source, and take them out.

    Raises
    ------
    AnalysisError
        If Python knows no such encoding, or `columns` is no mapping.

    >>> Options(encoding="big6")
    Traceback (most recent call last):
    analysis.errors.AnalysisError: encoding='big6' is not known; give the name of a codec such as 'utf-8', 'gb18030' or 'big5'.
    """

    columns: Mapping[str, str] | None = None
    encoding: str | None = None
    strict: bool = False
    drafts: bool = False
    learn: bool = True

    def __post_init__(self) -> None:
        if self.encoding is not None:
            checked_encoding(self.encoding)
        if self.columns is not None and not isinstance(self.columns, Mapping):
            raise CorpusError(f"columns={self.columns!r} is no mapping; give one such as {{'text': '正文'}}.")

    @property
    def of_one_item(self) -> str:
        """The choices that decide how one file or row is read, whatever else the corpus holds."""
        columns = sorted(self.columns.items()) if self.columns else None
        return repr((columns, self.encoding, self.drafts))
