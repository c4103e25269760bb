"""Which names survive when a text is written otherwise: full-width, traditional, without punctuation, in one line, and so on.

The names of the plain text are the measure, right or wrong: what is asked is whether the way of writing changes them.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from time import process_time

from analysis.annotate import find_names
from analysis.document import Document

N_SENTENCES = 20  # a document
ONE_MB = 1_000_000
Piece = tuple[str, int]  # a character, and where it stands in the plain text; -1 where it does not
Mark = tuple[int, int, str]


def full_width(text: str) -> list[Piece]:
    return [(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c, n) for n, c in enumerate(text)]


def traditional(text: str) -> list[Piece]:
    """By characters, not by words: every place stays."""
    import opencc

    convert = opencc.OpenCC("s2t").convert
    return [(written if len(written := convert(c)) == 1 else c, n) for n, c in enumerate(text)]


def no_punctuation(text: str) -> list[Piece]:
    """A dot inside a name stays.

    >>> no_punctuation("说：艾·吐")
    [('说', 0), ('艾', 2), ('·', 3), ('吐', 4)]
    """
    return [(c, n) for n, c in enumerate(text) if not unicodedata.category(c).startswith("P") or c == "·"]


def one_line(text: str) -> list[Piece]:
    return [(c, n) for n, c in enumerate(text) if c != "\n"]


def emoji(text: str) -> list[Piece]:
    return _behind_clauses(text, "👍🏽🇨🇳")


def mixed_latin(text: str) -> list[Piece]:
    return _behind_clauses(text, "iPhone 15 Pro与APEC")


def _behind_clauses(text: str, put: str) -> list[Piece]:
    """The text with something put in behind each clause.

    >>> _behind_clauses("到，去", "A1")
    [('到', 0), ('，', 1), ('A', -1), ('1', -1), ('去', 2)]
    """
    return [piece for n, c in enumerate(text) for piece in ((c, n), *((p, -1) for p in put if c in "，。；："))]


WAYS: dict[str, tuple[Callable[[str], list[Piece]], bool]] = {
    "full-width": (full_width, False),
    "traditional, read as it is": (traditional, False),
    "traditional, simplified=True": (traditional, True),
    "no punctuation": (no_punctuation, False),
    "all on one line": (one_line, False),
    "emoji behind clauses": (emoji, False),
    "Latin behind clauses": (mixed_latin, False),
}
HEAD = f"{'way of writing':30} {'names':>7} {'survive':>8} {'share':>7} {'new':>6}"


def rows(sentences: Sequence[str]) -> Iterator[str]:
    """A line a way; `new` are names where the plain text has none."""
    texts = ["\n".join(sentences[i : i + N_SENTENCES]) for i in range(0, len(sentences), N_SENTENCES)]
    plain = _marks(texts)
    for name, (write, simplified) in WAYS.items():
        written = [write(text) for text in texts]
        yield _row(name, plain, _back(written, _marks(["".join(c for c, _ in one) for one in written], simplified)))
    yield from _one_mb(texts, plain)
    yield from _nothing()


def _marks(texts: Sequence[str], simplified: bool = False) -> list[set[Mark]]:
    found: list[set[Mark]] = [set() for _ in texts]
    rows = find_names([Document(str(n), text=text) for n, text in enumerate(texts)], simplified=simplified)
    for doc_id, start, stop, kind in zip(*(rows[c].tolist() for c in ("doc_id", "start", "stop", "type")), strict=True):
        found[int(doc_id)].add((start, stop, kind))
    return found


def _back(written: Sequence[list[Piece]], marks: Sequence[set[Mark]]) -> list[set[Mark]]:
    """The names by the places of the plain text; what begins or ends at something put in has none."""
    return [
        {(pieces[start][1], pieces[stop - 1][1] + 1, kind) for start, stop, kind in found}
        for pieces, found in zip(written, marks, strict=True)
    ]


def _row(name: str, plain: Sequence[set[Mark]], found: Sequence[set[Mark]]) -> str:
    n_plain = sum(map(len, plain))
    kept = sum(len(a & b) for a, b in zip(plain, found, strict=True))
    new = sum(len(b - a) for a, b in zip(plain, found, strict=True))
    return f"{name:30} {n_plain:7,} {kept:8,} {kept / max(1, n_plain):7.1%} {new:6,}"


def _one_mb(texts: Sequence[str], plain: Sequence[set[Mark]]) -> Iterator[str]:
    """The documents without line breaks, over and over, as one line of a million characters."""
    written = [one_line(text) for text in texts]
    unit = "".join(c for one in written for c, _ in one)
    marks, offset = set(), 0
    for pieces, wanted in zip(written, plain, strict=True):
        places = {place: offset + n for n, (_, place) in enumerate(pieces)}
        marks |= {(places[start], places[stop - 1] + 1, kind) for start, stop, kind in wanted}
        offset += len(pieces)
    n_times = -(-ONE_MB // len(unit))
    begun = process_time()
    found = _marks([unit * n_times])[0]
    seconds = process_time() - begun
    wanted = {(a + n * len(unit), b + n * len(unit), kind) for n in range(n_times) for a, b, kind in marks}
    yield f"{_row('one line of 1 MB', [wanted], [found])}  {n_times * len(unit) / seconds:,.0f} characters a CPU s"


def _nothing() -> Iterator[str]:
    for name, text in (
        ("empty", ""),
        ("blanks", " \u3000\t"),
        ("line breaks", "\n\r\n"),
        ("emoji alone", "😀👨‍👩‍👧"),
        ("a lone surrogate", "\ud83d"),
    ):
        yield f"{name:30} {0:7} {0:8} {'':7} {len(_marks([text])[0]):6}"
