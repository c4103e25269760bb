"""Careers, lists and silences of a folder of posts: how long they take, beside the plain way of doing the same.

    python tests/benchmarks/careers.py FOLDER [--show]

Times are process times in seconds, the best of three. The plain way goes over rows and pairs of rows in Python, without homonyms, ties
or evidence; it answers less than ours does, and is there for scale;
its consensus is the mean place, over 20 draws. `--show` prints the tables to be read by eye.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pandas as pd

from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
from analysis.derived import LISTED
from analysis.document import Corpus
from analysis.orders import changes_of_order, consensus_order, inversions, order_lists, precedence
from analysis.orders.lists import most_listed
from analysis.reading import read_corpus
from analysis.study import Study

TURN = "2022-10-22"  # the first day of the new order in the corpus of 2022 to 2024 that the figures are of
REPEATS = 3
PLAIN_DRAWS = 20  # a tenth of ours: 200 take minutes


def timed(work: Callable[[], Any], repeats: int = REPEATS) -> tuple[float, Any]:
    """The best process time of `work`, and what it gives."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        found = work()
        times.append(time.process_time() - start)
    return min(times), found


def plain_careers(officials: pd.DataFrame, corpus: Corpus) -> dict[tuple[str, ...], tuple[str, str, int]]:
    """First and last day and documents of each person, body and title, row by row."""
    found: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
    for _, row in officials.iterrows():
        date = corpus[row["doc_id"]].date
        days, documents = found.setdefault((row["person"], row["body_full"], row["title"]), (set(), set()))
        documents.add(row["doc_id"])
        days.add(date.date().isoformat() if date else "")
    return {key: (min(days), max(days), len(documents)) for key, (days, documents) in found.items()}


def plain_precedence(lists: pd.DataFrame) -> dict[tuple[str, str], int]:
    """How often one stands before another, list by list and pair by pair."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for _, rows in lists.groupby(["doc_id", "list_id"]):
        for (_, a), (_, b) in combinations(rows.iterrows(), 2):
            found[a["person_id"], b["person_id"]] += a["rank"] < b["rank"]
    return found


def plain_consensus(lists: pd.DataFrame, n_boot: int) -> pd.DataFrame:
    """Mean place in a list, with the interval of drawing documents."""
    rng = np.random.default_rng(0)
    documents = {doc_id: rows for doc_id, rows in lists.groupby("doc_id")}
    draws = []
    for _ in range(n_boot):
        drawn = pd.concat([documents[doc_id] for doc_id in rng.choice(list(documents), len(documents))])
        draws.append(drawn.groupby("person_id")["rank"].mean())
    return pd.DataFrame(draws).quantile([0.025, 0.975])


def plain_gaps(officials: pd.DataFrame, corpus: Corpus) -> dict[str, list[int]]:
    """The days between the appearances of each person, longest first."""
    found = {}
    for person in officials["person"].unique():
        doc_ids = officials.loc[officials["person"] == person, "doc_id"].unique()
        days = sorted({date.date() for doc_id in doc_ids if (date := corpus[doc_id].date)})
        found[person] = sorted(((b - a).days for a, b in pairwise(days)), reverse=True)
    return found


def runs(officials: pd.DataFrame, study: Study) -> Iterator[tuple[str, Callable[[], Any], Callable[[], Any] | None]]:
    corpus, reprints = study.corpus, study.reprints
    named = officials.assign(person_id=person_ids(officials, corpus))
    lists = order_lists(named, corpus, reprints)
    listed = most_listed(lists, LISTED)
    yield "person_ids", lambda: person_ids(officials, corpus), None
    yield "find_homonyms", lambda: find_homonyms(officials, corpus), None
    yield "find_careers", lambda: find_careers(named, corpus, reprints), lambda: plain_careers(officials, corpus)
    yield "find_gaps", lambda: find_gaps(named, corpus), lambda: plain_gaps(officials, corpus)
    yield "order_lists", lambda: order_lists(named, corpus, reprints), None
    yield "precedence", lambda: precedence(lists), lambda: plain_precedence(lists)
    yield "consensus_order, 200 draws", lambda: consensus_order(listed), lambda: plain_consensus(listed, PLAIN_DRAWS)
    yield "changes_of_order", lambda: changes_of_order(lists, TURN), None
    yield "inversions", lambda: inversions(lists, TURN), None


def show(found: dict[str, Any], officials: pd.DataFrame, study: Study) -> None:
    """The tables that are read by eye."""
    pd.set_option("display.width", 220, "display.max_columns", 30, "display.max_rows", 100, "display.max_colwidth", 60)
    careers = found["find_careers"]
    days = pd.to_datetime(careers["last_seen"], errors="coerce") - pd.to_datetime(
        careers["first_seen"], errors="coerce"
    )
    longest = careers.assign(days=days.dt.days).groupby("person_id").agg(
        spells=("title", "size"), documents=("n_documents", "sum"), first=("first_seen", "min"), last=("last_seen", "max")
    )  # fmt: skip
    print(longest.sort_values(["spells", "documents"], ascending=False).head(20))
    local = order_lists(officials[officials["official_class"] == "official"], study.corpus, study.reprints)
    print(consensus_order(local, min_lists=5).head(25))
    print(changes_of_order(local, TURN))
    print(inversions(local, TURN).head(20))
    print(found["find_gaps"].head(20))
    print(found["find_homonyms"].head(40))


def main(folder: str, *options: str) -> None:
    study = Study(read_corpus(folder))
    officials = study.officials
    print(
        f"{len(study.corpus):,} documents, {len(officials):,} rows of officials, {officials['person'].nunique():,} names"
    )
    print(f"{'':28}{'rows':>8}{'ours':>8}{'plain':>8}")
    found = {}
    for name, ours, plain in runs(officials, study):
        spent, found[name] = timed(ours)
        beside = f"{timed(plain, 1)[0]:8.2f}" if plain else ""
        print(f"{name:28}{len(found[name]):8,}{spent:8.2f}{beside}")
    if "--show" in options:
        show(found, officials, study)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) > 1 else sys.exit(__doc__)
