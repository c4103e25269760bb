"""Careers: each time that one person held one post of one body, with the documents that first and last say so."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import pandas as pd

from analysis.careers.identity import NEEDED, Apart, check_apart, person_ids
from analysis.careers.positions import body_keys
from analysis.careers.tense import COMING, ENDED, HELD, begins, tenses
from analysis.document import Corpus
from analysis.given_tables import check_documents, given_corpus, given_table
from analysis.officials.people import sightings, spans_of
from analysis.tables import CAREERS, OFFICIALS

# A post that is named up to a month after a text said it was over is a late copy, not a second time in it: the month that
# `reading.reprints` gives to reprints too. Who comes back within it is not seen to have left.
LATE_DAYS = 30
POST = ["person_id", "body_key", "title"]
SPELL = [*POST, "spell"]


def find_careers(
    officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None = None, *, apart: Apart = "against"
) -> pd.DataFrame:
    """Who held which post of which body, from when to when, by the documents.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
        All of them, or those of one `official_class`. If it has a column `person_id`, that says who is who.
    corpus : Corpus
        Holds days and sources of its documents.
    reprints : DataFrame of `tables.REPRINTS`, optional
        Without it every document counts as a text of its own in `n_unique`.
    apart : {"against", "unlinked"}
        How homonyms are told apart, as of `person_ids`.

    Returns
    -------
    DataFrame of `tables.CAREERS`
        By `person_id`, first_seen (times that are known only as past ones come first), body and title.

    Raises
    ------
    AnalysisError
        If `apart` is another word, or the table or the corpus another thing.

    Notes
    -----
    A time in a post is seen where the post is named as a present one, or is given by an act that took place. 原, 前, 曾任 and
    removals end it and 时任 speaks of the past: they are counted in `n_former`, and prolong nothing. A post that is seen again more than
    30 days after its end begins a second time in it. 候任, 拟任 and 提名 are no time in a post and have no row. The limits are those
    of the documents: a post may have been held before `first_seen` and after `last_seen`.

    Examples
    --------
    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> texts = ["水利部副部长田远山出席会议。", "水利部副部长田远山讲话。", "水利部原副部长田远山被查。"]
    >>> days = pd.to_datetime(["2022-03-01", "2022-06-01", "2023-01-09"])
    >>> corpus = Corpus(Document(f"d{i}", text=text, date=day) for i, (text, day) in enumerate(zip(texts, days)))
    >>> found = find_careers(find_officials(corpus), corpus)
    >>> found[["person", "title", "first_seen", "last_seen", "ended", "n_documents", "n_former"]].values.tolist()
    [['田远山', '副部长', '2022-03-01', '2022-06-01', '2023-01-09', 2, 1]]
    """
    check_apart(apart)
    corpus = given_corpus(corpus)
    officials = given_table(officials, "officials", OFFICIALS, [*NEEDED, "sentence"], ["person_id"])
    check_documents(officials, "officials", corpus)
    if officials.empty:
        return CAREERS.of([])
    if "person_id" not in officials:
        officials = officials.assign(person_id=person_ids(officials, corpus, apart=apart))
    seen = _sighted(officials, corpus, reprints)
    if seen.empty:
        return CAREERS.of([])
    seen = _with_spells(seen)
    held = seen.assign(day=seen["day"].where(~seen["undated"]))[seen["tense"] == HELD]
    names = seen.groupby(SPELL, sort=True)[["person"]].first()
    spans = spans_of(held, SPELL).reindex(names.index)
    table = names.join([spans, *_ends(seen), _common(seen), _sources(seen), *_evidence(seen)])
    counts = ["n_documents", "n_unique", "n_former"]
    table[counts] = table[counts].fillna(0).astype("int64")
    table = table.fillna("").reset_index()
    return CAREERS.checked(
        table.sort_values(["person_id", "first_seen", "body_full", "title", "spell"], kind="stable").drop(
            columns="body_key"
        )
    )


def _sighted(officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None) -> pd.DataFrame:
    """Sightings in the order of their days, the undated last, without posts that are only to come."""
    sources = {document.doc_id: document.source for document in corpus}
    seen = sightings(officials, corpus, reprints)
    seen = seen.assign(
        day=seen["day"].fillna(""),
        undated=seen["day"].isna(),
        body_key=body_keys(seen),
        tense=tenses(seen),
        begins=begins(seen),
        source=[sources[doc_id] for doc_id in seen["doc_id"]],
    )
    seen = seen[seen["tense"] != COMING]
    return seen.sort_values(["undated", "day", "doc_id", "start", "title", "body_full"], kind="stable")


def _with_spells(seen: pd.DataFrame) -> pd.DataFrame:
    """The sightings with `spell`, the number of the time in a post that they speak of, from 1; most posts have one."""
    seen = seen.assign(spell=1).reset_index(drop=True)
    ended = seen.loc[(seen["tense"] == ENDED) & (seen["day"] != ""), POST]
    keys = set(ended.itertuples(index=False, name=None))
    mine = [post in keys for post in seen[POST].itertuples(index=False, name=None)]
    for _, rows in seen[mine].groupby(POST, sort=False):
        seen.loc[rows.index, "spell"] = _spells(rows["day"].tolist(), rows["tense"].tolist())
    return seen


def _spells(days: list[str], tenses: list[str]) -> list[int]:
    """The number of the spell of each sighting of one post, by their days.

    >>> _spells(["2022-01-05", "2022-03-01", "2022-03-09", "2023-08-01"], ["held", "ended", "held", "held"])
    [1, 1, 1, 2]
    >>> _spells(["2022-01-05", "2022-06-01"], ["ended", "held"])
    [1, 2]
    """
    over = sorted({day for day, tense in zip(days, tenses, strict=True) if tense == ENDED and day})
    late = [(date.fromisoformat(day) + timedelta(LATE_DAYS)).isoformat() for day in over]
    numbers = [bisect_left(late, day) if day else 0 for day in days]
    held = sorted((day, n) for day, tense, n in zip(days, tenses, numbers, strict=True) if tense == HELD and day)
    starts, began = [day for day, _ in held], [n for _, n in held]

    def spoken_of(day: str, tense: str, number: int) -> int:
        if not day:  # an undated text tells of no time: it goes with the first that is known
            return began[0] if began else 0
        if not began:
            return 0
        if tense == HELD:
            return number
        before = bisect_right(starts, day)
        if before:
            return began[before - 1]
        return -1 if tense == ENDED and began[0] > 0 else began[0]

    found = [spoken_of(*cells) for cells in zip(days, tenses, numbers, strict=True)]
    dense = {number: place for place, number in enumerate(sorted(set(found)), start=1)}
    return [dense[number] for number in found]


def _ends(seen: pd.DataFrame) -> list[pd.Series]:
    """appointed, ended and n_former of each spell."""
    dated = seen[seen["day"] != ""]
    began = dated[dated["begins"]].groupby(SPELL)["day"].min().rename("appointed")
    ended = dated[dated["tense"] == ENDED].groupby(SPELL)["day"].min().rename("ended")
    former = seen[seen["tense"] != HELD].groupby(SPELL)["doc_id"].nunique().rename("n_former")
    return [began, ended, former]


def _common(seen: pd.DataFrame) -> pd.DataFrame:
    """The most frequent official_class, and the latest name of the body and its id."""
    counts = seen.groupby([*SPELL, "official_class"], sort=True).size().rename("n").reset_index()
    counts = counts.sort_values([*SPELL, "n"], ascending=[True] * len(SPELL) + [False], kind="stable")
    latest = (
        seen[~seen["undated"] | (seen["body_full"] != "")].groupby(SPELL, sort=True)[["body_full", "body_id"]].last()
    )
    return counts.groupby(SPELL)[["official_class"]].first().join(latest)


def _sources(seen: pd.DataFrame) -> pd.Series:
    pairs = seen.loc[seen["source"] != "", [*SPELL, "source"]].drop_duplicates().sort_values([*SPELL, "source"])
    return pairs.groupby(SPELL)["source"].agg("、".join).rename("sources")


def _evidence(seen: pd.DataFrame) -> list[pd.DataFrame]:
    """Document and sentence of the first and the last day: of the post as held, else of what says that it was."""
    held = seen["tense"] == HELD
    # held rows before others, so that a spell that is only told as past has evidence too
    ordered = seen.assign(other=~held).sort_values("other", kind="stable")
    first = ordered.groupby(SPELL)[["doc_id", "sentence"]].first()
    only_past = ~held.groupby([seen[key] for key in SPELL]).transform("any")
    last = seen[held | only_past].groupby(SPELL)[["doc_id", "sentence"]].last()
    return [first.add_prefix("first_"), last.add_prefix("last_")]
