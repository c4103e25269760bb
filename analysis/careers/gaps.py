"""Silences: times in which a person does not appear, longer than is usual for that person."""

from bisect import bisect_left

import numpy as np
import pandas as pd

from analysis.document import Corpus
from analysis.given_tables import check_documents, check_whole, given_corpus, given_table
from analysis.tables import GAPS, OFFICIALS

USUAL = 0.95  # the percentile of a person's own steps that is still usual


def find_gaps(officials: pd.DataFrame, corpus: Corpus, *, min_appearances: int = 10) -> pd.DataFrame:
    """Silences longer than the 95th percentile of a person's own steps from one appearance to the next.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
        If it has a column `person_id` (`person_ids`), that says who is who; else the name does.
    corpus : Corpus
        All documents, those without officials too: a day without any document can't have told of anybody.
    min_appearances : int
        Persons who appear on fewer days are left out: below ten, a percentile of the steps is a guess.

    Returns
    -------
    DataFrame of `tables.GAPS`
        By falling ratio, then person_id and day. The silence from the last appearance to the last day of the corpus is one of
        them, with an empty `seen_again`; it is not counted among the steps, since its end is not known.

    Raises
    ------
    AnalysisError
        If `min_appearances` is not 2 or more, or the table or the corpus is another thing.

    Notes
    -----
    An appearance is a dated document that names the person with a post, present or past; several on one day are one. Steps
    are counted in covered days, those with a document. The percentile is that of all steps, the silence among them, by linear
    interpolation (definition 7 of Hyndman and Fan 1996, *Sample quantiles in statistical packages*, The American
    Statistician 50): about one step in twenty is reported, of each person, so that `ratio` says more than the fact.
    A silence is one of the corpus: it says nothing of why.

    Examples
    --------
    >>> from analysis.document import Document
    >>> days = pd.date_range("2022-01-01", periods=60)
    >>> corpus = Corpus(Document(f"d{i:02}", date=day) for i, day in enumerate(days))
    >>> seen = [*range(0, 12), *range(40, 60)]
    >>> officials = pd.DataFrame({"doc_id": [f"d{i:02}" for i in seen], "start": 0, "person": "田远山", "title": "副部长"})
    >>> find_gaps(officials, corpus)[["person", "last_seen", "seen_again", "n_days", "usual"]].values.tolist()
    [['田远山', '2022-01-12', '2022-02-10', 29, 1.0]]
    """
    check_whole("min_appearances", min_appearances, 2)
    corpus = given_corpus(corpus)
    officials = given_table(officials, "officials", OFFICIALS, ["doc_id", "start", "person", "title"], ["person_id"])
    check_documents(officials, "officials", corpus)
    days = {document.doc_id: document.day for document in corpus if document.date}
    covered = sorted(set(days.values()))
    seen = _appearances(officials, days)
    rows = [
        (*person, *row)
        for person, mine in seen.groupby(["person_id", "person"], sort=True)
        if len(mine) >= min_appearances
        for row in _silences(mine, covered)
    ]
    table = GAPS.of(rows)
    return table.sort_values(["ratio", "person_id", "last_seen"], ascending=[False, True, True], ignore_index=True)


def _appearances(officials: pd.DataFrame, days: dict[str, str]) -> pd.DataFrame:
    """One row a person and day, with the first document and title of it."""
    who = officials["person_id"] if "person_id" in officials else officials["person"]
    seen = officials.assign(person_id=who, day=officials["doc_id"].map(days))
    seen = seen[seen["day"].notna()].sort_values(["person_id", "day", "doc_id", "start"], kind="stable")
    return seen.drop_duplicates(["person_id", "day"])[["person_id", "person", "day", "doc_id", "title"]]


def _silences(mine: pd.DataFrame, covered: list[str]) -> list[tuple[object, ...]]:
    """The silences of one person in the columns of the table behind the name, by day."""
    days, titles, doc_ids = (mine[column].tolist() for column in ("day", "title", "doc_id"))
    places = np.array([bisect_left(covered, day) for day in days])
    steps = np.diff(places)
    usual = float(np.quantile(steps, USUAL))
    ends = [*zip(steps.tolist(), days[1:], titles[1:], doc_ids[1:], strict=True)]
    ends.append((len(covered) - 1 - int(places[-1]), "", "", ""))
    found: list[tuple[object, ...]] = []
    for day, title, doc_id, (step, again, title_after, doc_after) in zip(days, titles, doc_ids, ends, strict=True):
        if step > usual:
            n_days = (pd.Timestamp(again or covered[-1]) - pd.Timestamp(day)).days
            ratio = round(step / usual, 6)
            found.append((day, again, n_days, step, usual, ratio, len(days), title, title_after, doc_id, doc_after))
    return found
