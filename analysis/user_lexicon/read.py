"""A researcher's lexicon from its file: TSV, CSV or jieba's form, in UTF-8, UTF-16 or GB18030, with or without a header."""

import hashlib
import os
from pathlib import Path

from analysis.errors import AnalysisError, LexiconError
from analysis.reading.encoding.decoding import decoded
from analysis.reading.problems import Problem, Skipped
from analysis.user_lexicon.cells import rows_of
from analysis.user_lexicon.entries import Entry, UserLexicon
from analysis.user_lexicon.rows import Reader


def read_user_lexicon(path: str | os.PathLike[str]) -> UserLexicon:
    r"""Read a researcher's own names and words.

    Parameters
    ----------
    path : path
        A file of rows with the columns `name`, `type`, `canonical`, `aliases`, `tag` in any order under a header
        (`名称`, `类型`, `全称`, `别名`, `词性` do as well), or in this order without one; only the name must be there.
        Tabs, commas and semicolons part the cells; a file without them is read as jieba's: word, count, tag, parted by
        blanks. Lines that begin with # are notes.

        type
            PERSON, ORGANISATION, PLACE, POST (found as mentions, one token each), WORD (one token where the segmenter
            can make it one), STOP (in no keyword, phrase or topic). 人物, 机构, 地名, 职务, 词, 停用词 and other usual
            names are taken too. Without a type, the tags nr, nt, ns say PERSON, ORGANISATION, PLACE; else it is a WORD.
        canonical
            What the name stands for: `mentions.entity_id`, and for a body `officials.body_full`.
        aliases
            Further written forms, joined by | or 、; each becomes an entry with the same canonical name, which is the
            name of the row if the row has none.
        tag
            Part of speech (ICTCLAS) of the token.

    Returns
    -------
    UserLexicon
        With a table `problems`: a row that can't be an entry is left out and told there.

    Raises
    ------
    LexiconError
        If the file is not there, is no text, or has no row that can be an entry.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "names.csv"
    ...     _ = file.write_text("名称,类型,别名\n云泽省水务厅,机构,水务口\n", encoding="gb18030")
    ...     lexicon = read_user_lexicon(file)
    >>> [(entry.name, entry.type, entry.canonical) for entry in lexicon.entries]
    [('云泽省水务厅', 'ORGANISATION', '云泽省水务厅'), ('水务口', 'ORGANISATION', '云泽省水务厅')]
    """
    place = Path(path)
    data = _bytes(place)
    entries, wrong = entries_of(_text(place, data), place.name)
    if not entries:
        first = f" (line {wrong[0].line}: {wrong[0].message.removesuffix('.')})" if wrong else ""
        raise LexiconError(f"the lexicon {place} has no entry{first}; give rows of name and type.")
    return UserLexicon(place.name, hashlib.sha256(data).hexdigest(), entries, wrong)


def entries_of(text: str, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of the text of a file, and what is wrong with its rows; both in line order."""
    reader = Reader(file)
    for record in rows_of(text):
        reader.take(record)
    return tuple(reader.entries), tuple(reader.wrong)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise LexiconError(f"the lexicon {path} does not exist; name a TSV, CSV or text file.") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise LexiconError(f"the lexicon {path} can't be read: {reason}; name a TSV, CSV or text file.") from None


def _text(path: Path, data: bytes) -> str:
    try:
        return decoded(data).text
    except Skipped:
        raise LexiconError(
            f"the lexicon {path} is no text; save it as CSV or as text parted by tabs (Excel: CSV UTF-8)."
        ) from None


def lexicon_of(given: object) -> UserLexicon | None:
    """What a caller gave as `lexicon`: a lexicon as it is, a path read, None.

    Raises
    ------
    AnalysisError
        If it is something else.
    LexiconError
        As of `read_user_lexicon`.

    >>> lexicon_of(5)
    Traceback (most recent call last):
    analysis.errors.AnalysisError: lexicon=5 is not allowed; give a path, or what read_user_lexicon returns.
    """
    if given is None or isinstance(given, UserLexicon):
        return given
    if isinstance(given, (str, os.PathLike)):
        return read_user_lexicon(given)
    raise AnalysisError(f"lexicon={given!r} is not allowed; give a path, or what read_user_lexicon returns.")
