"""Groups of reprints of a corpus, as a table, and a corpus without them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.reading.reprints.bands import candidate_pairs
from analysis.reading.reprints.groups import firsts
from analysis.reading.reprints.publications import unlikely_pairs
from analysis.reading.reprints.shingles import Hashes, Ints
from analysis.reading.reprints.traits import Traits, digests_of, traits_of
from analysis.reading.reprints.verify import Judge
from analysis.tables import DOCUMENTS, REPRINTS

THRESHOLD = 0.35  # least Jaccard similarity; where it comes from is told in `find_reprints`
SHORTEST = 20  # letters and digits: a shorter text is a formula, and shares its shingles with others by chance
_SLACK = 0.13  # three standard errors of an estimate from 128 bins: what a pair may seem to lack before it is compared
_SECONDS_A_DAY = 86_400

Row = tuple[Any, ...]


def find_reprints(
    documents: Corpus | Iterable[Document], *, threshold: float = THRESHOLD, seed: int = 0
) -> pd.DataFrame:
    """Which documents repeat the text of an earlier one, and which share only a title.

    Texts are compared by their letters and digits: blanks, punctuation and the width of letters do not count. Equal ones
    are exact reprints. Pairs that are nearly equal are found by signatures of their character shingles and compared in
    full: see `reprints.verify` for the tests, which keep bulletins of one form with other facts or persons apart; those of
    one publisher, and those more than a month apart, must be alike but for a word or two, with the same figures. Texts of
    fewer than 20 letters are reprints only if they are equal. Groups do not chain: see `reprints.groups`.

    Parameters
    ----------
    documents : Corpus or iterable of Document
        They are taken in the order of a corpus: by date, the undated last, equals by `doc_id`.
    threshold : float, optional
        Least Jaccard similarity of two reprints, above 0 and up to 1. A header and footer of 45 letters leave .46 of a
        text of 40 and .38 of one of 30, a fifth cut off .75, noise in every twentieth letter .5 to .75: .35 keeps them.
        Higher ones lose noisy copies of short texts and gain little, since the other tests tell forms from reprints.
    seed : int, optional
        Of the hashes. Another seed may find another one of the pairs that are just above the threshold.

    Returns
    -------
    DataFrame of `tables.REPRINTS`
        Groups in the order of their first documents, texts before titles; within a group by publication. A document is in
        one group of texts at most. The first of such a group may open a group of titles too; its reprints never do.

    Raises
    ------
    AnalysisError
        If the threshold is not above 0 and up to 1.

    Notes
    -----
    Memory is 272 bytes a document beside the documents themselves, some 30 bytes a pair that is compared, and about 100 MB.

    Examples
    --------
    >>> text = "水利部副部长田远山到临江调研防汛工作，察看堤防、水库和泵站，要求落实责任，备足物料，确保安全度汛。"
    >>> find_reprints([Document("a", text=text), Document("b", text="本报讯 " + text)])[["group", "doc_id", "kind"]]
      group doc_id   kind
    0     a      a  first
    1     a      b   near
    """
    if not 0 < threshold <= 1:
        raise AnalysisError(f"threshold={threshold!r} is not allowed; give a similarity above 0 and up to 1.")
    corpus = documents if isinstance(documents, Corpus) else Corpus(documents)
    texts = [document.text for document in corpus]
    traits, judge = traits_of(texts, seed), Judge(texts, threshold, unlikely_pairs(list(corpus)))
    first = _firsts(traits, judge, threshold)
    titled = _titled([document.title for document in corpus], first)
    rows = [*_text_rows(corpus, first, traits.digests, judge), *_title_rows(corpus, titled, judge)]
    place = {document.doc_id: i for i, document in enumerate(corpus)} if rows else {}
    rows.sort(key=lambda row: (place[row[0]], row[2] == "title", place[row[1]]))
    return REPRINTS.of(rows)


def _firsts(traits: Traits, judge: Judge, threshold: float) -> Ints:
    """The place of the first text of each one's group: equal texts first, then near ones among what is left."""
    equal = _first_equal(traits.digests, traits.lengths > 0)
    compared = np.flatnonzero((equal == np.arange(len(equal))) & (traits.lengths >= SHORTEST))
    pairs = candidate_pairs(traits.signatures[compared], threshold - _SLACK)
    pairs = pairs._replace(earlier=compared[pairs.earlier], later=compared[pairs.later])
    return firsts(len(equal), pairs, judge)[equal]


def _first_equal(keys: Hashes, counted: np.ndarray) -> Ints:
    """For each key the place of the first equal one; its own where it is not counted."""
    places = np.flatnonzero(counted)
    _, first, inverse = np.unique(keys[places], return_index=True, return_inverse=True)
    equal = np.arange(len(keys))
    equal[places] = places[first[inverse]]
    return equal


def _titled(titles: Sequence[str], first: Ints) -> Ints:
    """The place of the first document with the same title, among those that are no reprints; its own for the rest."""
    lengths, keys = digests_of(titles)
    return _first_equal(keys, (lengths > 0) & (first == np.arange(len(first))))


def _text_rows(corpus: Corpus, first: Ints, keys: Hashes, judge: Judge) -> Iterator[Row]:
    for place, head in _members(first):
        if place == head:
            yield _row(corpus, place, head, "first", 1.0)
        elif keys[place] == keys[head]:
            yield _row(corpus, place, head, "exact", 1.0)
        else:
            yield _row(corpus, place, head, "near", judge.similarity(place, head))


def _title_rows(corpus: Corpus, titled: Ints, judge: Judge) -> Iterator[Row]:
    for place, head in _members(titled):
        yield _row(corpus, place, head, "title", 1.0 if place == head else judge.similarity(place, head))


def _members(first: Ints) -> Iterator[tuple[int, int]]:
    """Each member of a group of two and more, with the first of its group."""
    shared = np.bincount(first, minlength=len(first))[first] > 1
    return ((int(place), int(first[place])) for place in np.flatnonzero(shared))


def _row(corpus: Corpus, place: int, head: int, kind: str, similarity: float) -> Row:
    own, first = corpus[place], corpus[head]
    return first.doc_id, own.doc_id, kind, round(similarity, 6), _lag(own, first), own.source, first.source


def _lag(document: Document, first: Document) -> float | None:
    """Days between two publications; None if either is undated, or has a zone where the other has none."""
    if document.date is None or first.date is None or (document.date.tzinfo is None) != (first.date.tzinfo is None):
        return None
    return round((document.date - first.date).total_seconds() / _SECONDS_A_DAY, 6)


def text_reprints(reprints: pd.DataFrame) -> pd.DataFrame:
    """The rows of documents that repeat another: exact and near ones, neither the first of a group nor shared titles."""
    return reprints[reprints["kind"].isin(["exact", "near"])]


def mark_reprints(documents: pd.DataFrame, reprints: pd.DataFrame) -> pd.DataFrame:
    """A table of `tables.DOCUMENTS` with `duplicate_of`, `reprint` and `similarity` filled in.

    >>> corpus = Corpus([Document("a", text="会议召开。"), Document("b", text="会议召开！")])
    >>> mark_reprints(corpus.to_frame(), find_reprints(corpus))["duplicate_of"].tolist()
    ['', 'a']
    """
    found, doc_ids = text_reprints(reprints).set_index("doc_id"), documents["doc_id"]
    return DOCUMENTS.checked(
        documents.assign(
            duplicate_of=doc_ids.map(found["group"]).astype("str").fillna(""),
            reprint=doc_ids.map(found["kind"]).astype("str").fillna(""),
            similarity=doc_ids.map(found["similarity"]),
        )
    )


def first_ids(doc_ids: pd.Series, reprints: pd.DataFrame) -> pd.Series:
    """Each doc_id, that of a reprint replaced by that of the text it repeats: what to count where texts count once.

    >>> corpus = Corpus([Document("a", text="会议召开。"), Document("b", text="会议召开！")])
    >>> first_ids(pd.Series(["a", "b"]), find_reprints(corpus)).tolist()
    ['a', 'a']
    """
    return doc_ids.map(text_reprints(reprints).set_index("doc_id")["group"]).astype("str").fillna(doc_ids)


def drop_reprints(corpus: Corpus, reprints: pd.DataFrame | None = None) -> Corpus:
    """The corpus without its exact and near reprints; of each group the first published stays.

    Parameters
    ----------
    corpus : Corpus
    reprints : DataFrame of `tables.REPRINTS`, optional
        Of this corpus; found with the usual threshold if it is not given.

    >>> corpus = Corpus([Document("a", text="会议召开。"), Document("b", text="会议召开！"), Document("c", text="散会。")])
    >>> [document.doc_id for document in drop_reprints(corpus)]
    ['a', 'c']
    """
    found = find_reprints(corpus) if reprints is None else reprints
    repeated = set(text_reprints(found)["doc_id"])
    return corpus.where(lambda document: document.doc_id not in repeated)
