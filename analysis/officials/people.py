"""From positions in texts to people: who held which post of which body, in how many documents, from when to when."""

import pandas as pd

from analysis.document import Corpus
from analysis.reading.reprints import first_ids
from analysis.tables import PEOPLE


def people_of(officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None = None) -> pd.DataFrame:
    """DataFrame of `tables.PEOPLE` from the officials of a corpus.

    Without `reprints` (of `tables.REPRINTS`) every document counts as a text of its own. Rows fall by number of documents; ties are in the order of person, body and title.
    """
    if officials.empty:
        return PEOPLE.of([])
    days = {document.doc_id: document.date.date().isoformat() if document.date else None for document in corpus}
    texts = officials["doc_id"] if reprints is None else first_ids(officials["doc_id"], reprints)
    seen = officials.assign(day=officials["doc_id"].map(days).astype("str"), text_id=texts)
    keys = ["person", "body_full", "title"]
    groups = seen.groupby(keys, sort=True)
    spans = groups["day"].agg(first_seen="min", last_seen="max").fillna("")
    counts = groups.agg(n_documents=("doc_id", "nunique"), n_unique=("text_id", "nunique"))
    frame = spans.join(counts).reset_index()
    frame = frame.sort_values(["n_documents", *keys], ascending=[False, True, True, True], kind="stable")
    return PEOPLE.checked(frame)
