"""Officials and their corpus, made by hand: one line says who is seen when in which post."""

from datetime import datetime

import pandas as pd

from analysis.document import Corpus, Document
from analysis.officials.rows import Row
from analysis.tables import OFFICIALS

FOREIGN = ("法国", "德国")


def official(doc_id: str, start: int, person: str, title: str, body_full: str, **more: object) -> Row:
    """A row; `modifier`, `act`, `order`, `list_id`, `body_id` … by name."""
    facts = {"official_class": "foreign" if body_full.startswith(FOREIGN) else "official"} | more
    values = dict.fromkeys(Row._fields[5:14], "") | {
        "body_full": body_full,
        "order": None,
        "shared": False,
        "rule": "invented",
    }
    values |= {"sentence": f"{facts.get('modifier', '')}{body_full}{title}{person}。"} | facts
    return Row(doc_id, start, start + len(person), person, title, **values)


def seen(*lines: str) -> tuple[pd.DataFrame, Corpus]:
    """Officials and corpus from lines: `day person title body modifier-or-act`, parted by blanks; `-` is nothing.

    A line is a document of its own, d1, d2 …; with `+` before it, it speaks of the same mention as the line before, with
    `&` of another mention in the same document.
    """
    rows, documents = [], []
    start = 0
    for line in lines:
        mark, text = (line[0], line[1:]) if line[0] in "+&" else ("", line)
        day, person, title, body, *more = ("" if cell == "-" else cell for cell in text.split())
        if not mark:
            date = datetime.fromisoformat(day) if day else None
            documents.append(Document(f"d{len(documents) + 1}", text=text, date=date, source="日报"))
        start = start if mark == "+" else start + 10
        how = {"act" if more[0] in {"任命", "免去", "提名"} else "modifier": more[0]} if more else {}
        rows.append(official(documents[-1].doc_id, start, person, title, body, **how))
    return OFFICIALS.of(rows), Corpus(documents)


def listed(*lists: str) -> pd.DataFrame:
    """A table as of `order_lists`, as far as the functions that take one look: `[day] person person/person …`, one document a line.

    Persons joined by `/` are tied.
    """
    rows = []
    for number, line in enumerate(lists, start=1):
        first, *rest = line.split()
        day, groups = (first, rest) if first[0].isdigit() else ("", [first, *rest])
        order = 1
        for group in groups:
            people = group.split("/")
            rows += [(f"d{number}", 1, day, person, order, f"名单：{line}。") for person in people]
            order += len(people)
    columns = ["doc_id", "list_id", "day", "person_id", "rank", "sentence"]
    return pd.DataFrame(rows, columns=columns)
