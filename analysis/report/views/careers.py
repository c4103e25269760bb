"""Careers with the places in texts that they rest on, and bodies with theirs."""

import pandas as pd

from analysis.careers.positions import body_keys
from analysis.officials.bodies.body import RANKS
from analysis.report.views.rows import each

POST = ["person_id", "body_key", "title"]


def in_order(careers: pd.DataFrame, weight: "pd.Series[int]") -> pd.DataFrame:
    """Careers of the persons with most documents (`weight`, by name) first; of one person, those in most documents."""
    found = careers.assign(weight=careers["person"].map(weight).fillna(0))
    order = ["weight", "person", "person_id", "n_documents"]
    found = found.sort_values(order, ascending=[False, True, True, False], kind="stable", ignore_index=True)
    return found.drop(columns="weight")


def first_of_each(careers: pd.DataFrame, n: int) -> pd.DataFrame:
    """The first `n` rows of each name, so that who has many posts leaves room for others."""
    return careers[careers.groupby("person").cumcount() < n]


def sightings_of(careers: pd.DataFrame, identified: pd.DataFrame) -> list[pd.DataFrame]:
    """For each career the rows of the officials (with `person_id`) that it rests on, those of its own time only.

    Of a post that is known only as a past one, these are all rows.
    """
    seen = identified[identified["person_id"].isin(careers["person_id"])]
    groups = dict(list(seen.assign(body_key=body_keys(seen)).groupby(POST)))
    careers = careers.assign(body_key=careers["body_id"].where(careers["body_id"] != "", careers["body_full"]))
    none = seen.head(0)
    return [
        _within(groups.get((row.person_id, row.body_key, row.title), none), row.first_seen, row.last_seen)
        for row in each(careers)
    ]


def _within(rows: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    if "day" not in rows or not first:
        return rows
    day = rows["day"].fillna("")
    inside = rows[(day >= first) & (day <= last)]
    return inside if len(inside) else rows


def rank_of(rows: pd.DataFrame) -> str:
    """The rank that most of the rows give, the higher of two; empty if none does."""
    counts = rows.loc[rows["rank"] != "", "rank"].value_counts()
    return min(counts.index, key=lambda rank: (-counts[rank], RANKS.index(rank))) if len(counts) else ""


def people_by_rank(officials: pd.DataFrame) -> "pd.Series[int]":
    """Names that hold a post of each rank, from 正国级 down; the last, '', are names with no post that the rules rank."""
    ranked = officials[officials["rank"] != ""]
    counts = ranked.groupby("rank")["person"].nunique().reindex(RANKS, fill_value=0)
    counts.loc[""] = officials["person"].nunique() - ranked["person"].nunique()
    return counts


def unresolved(bodies: pd.DataFrame) -> pd.DataFrame:
    """The rows of `tables.BODIES` that no text resolves."""
    return bodies[bodies["body_id"] == ""]


def serving(officials: pd.DataFrame, bodies: pd.DataFrame) -> list[pd.DataFrame]:
    """For each of the bodies the rows of the officials that serve it."""
    name = officials["body_full"].where(officials["body_full"] != "", officials["body"])
    key = officials["body_id"].where(officials["body_id"] != "", name)
    wanted = bodies["body_id"].where(bodies["body_id"] != "", bodies["name"])
    groups = dict(list(officials[key.isin(wanted)].groupby(key)))
    return [groups.get(one, officials.head(0)) for one in wanted]
