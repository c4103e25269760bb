"""The bodies that the officials of a corpus serve, each with what is known of it, and those that stayed unresolved."""

from collections.abc import Mapping

import pandas as pd

from analysis.document import Corpus
from analysis.given_tables import check_documents, given_corpus, given_table
from analysis.officials.bodies.body import Body
from analysis.officials.bodies.canonical_body import canonical
from analysis.tables import BODIES, OFFICIALS


def bodies_of(officials: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The bodies of a corpus.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
    corpus : Corpus
        Its documents tell the day on which a body is named.

    Returns
    -------
    DataFrame of `tables.BODIES`
        A row per body, and one per unresolved body as it is written; a title without any body beside it is in neither. By
        falling number of documents, then of officials; ties in the order of names and ids.

    Raises
    ------
    AnalysisError
        If the table or the corpus is another thing.

    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> corpus = Corpus([Document("d", text="水利部副部长田远山、总工程师陶砚秋，县水利局局长邱明礼参加调研。")])
    >>> bodies_of(find_officials(corpus), corpus)[["body_id", "name", "level", "n_officials"]].values.tolist()
    [['gov-shuilibu', '水利部', 3, 2], ['', '县水利局', <NA>, 1]]
    """
    columns = ["doc_id", "person", "body", "body_full"]
    officials, corpus = given_table(officials, "officials", OFFICIALS, columns), given_corpus(corpus)
    check_documents(officials, "officials", corpus)
    days = {document.doc_id: document.day for document in corpus}
    known = officials[(officials["body_full"] != "") | (officials["body"] != "")]
    if known.empty:
        return BODIES.of([])
    bodies = [
        canonical(full, days.get(doc_id, "")) if full else Body(name=written)
        for doc_id, written, full in zip(known["doc_id"], known["body"], known["body_full"], strict=True)
    ]
    named = known.assign(body_id=[body.body_id for body in bodies], name=[body.name for body in bodies])
    frame = (
        named.groupby(["body_id", "name"], sort=True)
        .agg(n_officials=("person", "nunique"), n_positions=("person", "size"), n_documents=("doc_id", "nunique"))
        .reset_index()
    )
    frame = _with_facts(frame, {(body.body_id, body.name): body for body in bodies})
    order = ["n_documents", "n_officials", "name", "body_id"]
    return BODIES.checked(frame.sort_values(order, ascending=[False, False, True, True], kind="stable"))


def _with_facts(frame: pd.DataFrame, bodies: Mapping[tuple[str, str], Body]) -> pd.DataFrame:
    found = [bodies[key] for key in zip(frame["body_id"], frame["name"], strict=True)]
    facts = {fact: [getattr(body, fact) for body in found] for fact in ("system", "area_code", "parent", "successor")}
    return frame.assign(**facts, level=pd.array([body.level for body in found], dtype="Int64"))
