"""From positions in texts to people: who held which post of which body, in how many documents, from when to when."""

from collections.abc import Sequence

import pandas as pd

from analysis.document import Corpus
from analysis.given_tables import check_documents, given_corpus, given_table
from analysis.reading.reprints import first_ids
from analysis.tables import OFFICIALS, PEOPLE, REPRINTS


def people_of(officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None = None) -> pd.DataFrame:
    """DataFrame of `tables.PEOPLE` from the officials of a corpus.

    Without `reprints` (of `tables.REPRINTS`) every document counts as a text of its own. Rows fall by number of documents; ties are in the order of person, body and title.
    """
    keys = ["person", "body_full", "title"]
    officials, corpus = given_table(officials, "officials", OFFICIALS, ["doc_id", *keys]), given_corpus(corpus)
    check_documents(officials, "officials", corpus)
    if officials.empty:
        return PEOPLE.of([])
    frame = spans_of(sightings(officials, corpus, reprints), keys).reset_index()
    frame = frame.sort_values(["n_documents", *keys], ascending=[False, True, True, True], kind="stable")
    return PEOPLE.checked(frame)


def sightings(officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None = None) -> pd.DataFrame:
    """The rows of `officials` with `day`, the ISO day of the document or nothing, and `text_id`, one for all reprints of a text."""
    days = {document.doc_id: document.day or None for document in corpus}
    texts = officials["doc_id"] if reprints is None else first_ids(officials["doc_id"], _given(reprints))
    return officials.assign(day=officials["doc_id"].map(days).astype("str"), text_id=texts)


def spans_of(seen: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """first_seen, last_seen (empty where no document is dated), n_documents and n_unique of each group of sightings."""
    groups = seen.groupby(list(keys), sort=True)
    spans = groups["day"].agg(first_seen="min", last_seen="max").fillna("")
    counts = groups.agg(n_documents=("doc_id", "nunique"), n_unique=("text_id", "nunique"))
    return pd.DataFrame(spans.join(counts))


def _given(reprints: pd.DataFrame) -> pd.DataFrame:
    """The table of reprints that a caller gave, if it is one."""
    return given_table(reprints, "reprints", REPRINTS, ["group", "doc_id", "kind"])
