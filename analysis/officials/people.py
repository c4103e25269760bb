"""Who held which post, over the whole corpus."""

import pandas as pd

from analysis.document import Corpus
from analysis.tables import PEOPLE


def people_of(officials: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """DataFrame of `tables.PEOPLE` from the officials of a corpus.

    Rows fall by number of documents; ties are in the order of person, body and title.
    """
    if officials.empty:
        return PEOPLE.of([])
    days = {document.doc_id: document.date.date().isoformat() if document.date else None for document in corpus}
    seen = officials.assign(day=officials["doc_id"].map(days).astype("str"))
    keys = ["person", "body_full", "title"]
    groups = seen.groupby(keys, sort=True)
    spans = groups["day"].agg(first_seen="min", last_seen="max").fillna("")
    frame = spans.join(groups["doc_id"].nunique().rename("n_documents")).reset_index()
    frame = frame.sort_values(["n_documents", *keys], ascending=[False, True, True, True], kind="stable")
    return PEOPLE.checked(frame)
