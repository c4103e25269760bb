"""The bodies under which each name is seen: what homonyms are told apart by."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from analysis.careers.homes import NOWHERE, Home, home_of
from analysis.careers.tense import HELD, tenses


@dataclass(slots=True)
class Position:
    """A name under one body; where no body is known, in one document.

    `first` and `last` are the days on which a post there is seen to be held; `places` are the mentions, (doc_id, start).
    """

    body: str
    home: Home
    doc_ids: set[str] = field(default_factory=set)
    first: str = ""
    last: str = ""
    titles: set[str] = field(default_factory=set)
    places: set[tuple[str, int]] = field(default_factory=set)
    listed: set[tuple[str, int, int]] = field(default_factory=set)  # (doc_id, list_id, start)
    rank: int = 0  # among the positions of all names, by the first time seen
    rows: list[int] = field(default_factory=list)  # their numbers in the table
    acts: set[str] = field(default_factory=set)  # documents in which an act gives or takes the post
    past: set[tuple[str, int]] = field(default_factory=set)  # mentions that call it a past one

    def held_on(self, day: str) -> None:
        """Take note of a day, or of none."""
        if day:
            self.first, self.last = min(self.first or day, day), max(self.last, day)


def body_keys(officials: pd.DataFrame) -> pd.Series:
    """One key for a body under all its names: its `body_id` where the registry has it, else its full name; '' if unknown.

    >>> body_keys(pd.DataFrame({"body_full": ["水利部", "水利部", "茶社", ""], "body_id": ["", "b7", "", ""]})).tolist()
    ['b7', 'b7', '茶社', '']
    """
    known = officials[(officials["body_id"] != "") & (officials["body_full"] != "")]
    ids = dict(zip(known["body_full"], known["body_id"], strict=True))
    pairs = zip(officials["body_full"], officials["body_id"], strict=True)
    return pd.Series([body_id or ids.get(full, full) for full, body_id in pairs], officials.index, dtype=object)


def positions_by_name(seen: pd.DataFrame) -> Iterator[tuple[str, list[Position]]]:
    """Each name with its positions, both in the order of days, documents and places; `seen` are sightings.

    The order of rows decides nothing, so that the same officials are the same persons in any order.
    """
    seen = seen.assign(row=range(len(seen)), day=seen["day"].fillna(""), undated=seen["day"].isna())
    seen = seen.sort_values(["undated", "day", "doc_id", "start", "body_full", "title"], kind="stable")
    found: dict[str, dict[tuple[str, str], Position]] = {}
    ranks: list[tuple[str, str]] = []
    homes: dict[tuple[str, str], Home] = {}
    lists = seen["list_id"].astype("Int64").fillna(-1).astype("int64")
    columns = (
        seen["person"], body_keys(seen), seen["doc_id"], seen["start"], seen["day"], seen["title"], lists,
        tenses(seen), seen["act"], seen["body_full"], seen["official_class"], seen["row"],
    )  # fmt: skip
    for person, body, doc_id, start, day, title, list_id, tense, act, full, kind, row in zip(*columns, strict=True):
        key = (body, "") if body else ("", doc_id)
        mine = found.setdefault(person, {})
        if key not in mine:
            home = homes.setdefault((full, kind), home_of(full, kind)) if body else NOWHERE
            mine[key] = Position(full, home, rank=len(ranks))
            ranks.append(key)
        place = mine[key]
        place.rows.append(row)
        place.doc_ids.add(doc_id)
        place.titles.add(title)
        place.places.add((doc_id, start))
        if list_id > 0 and not act:  # acts name one person post by post
            place.listed.add((doc_id, list_id, start))
        if act:
            place.acts.add(doc_id)
        if tense == HELD:
            place.held_on(day)
        else:
            place.past.add((doc_id, start))
    yield from ((person, list(mine.values())) for person, mine in found.items())
