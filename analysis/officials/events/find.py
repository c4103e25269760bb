"""The events of texts, who takes part in them, and the personnel acts: one pass over what other tables say."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd

from analysis import shards
from analysis.dates.find import dates_of
from analysis.document import Document
from analysis.given import each_document
from analysis.given_tables import check_places, check_whole, given_table
from analysis.officials.events.event import Event, Takes
from analysis.officials.events.gather import Gatherer
from analysis.officials.events.page import Day, Page, Post, Told, page_of
from analysis.officials.events.parts import sentences_of
from analysis.officials.events.personnel import Act, acts_of, events_of
from analysis.tables import APPOINTMENTS, DATES, EVENTS, MENTIONS, OFFICIALS, PARTICIPANTS

Row = tuple[Any, ...]
OFFICIAL = ["doc_id", "start", "stop", "person", "title", "body", "body_full", "modifier", "act", "list_id"]
MENTION = ["doc_id", "start", "stop", "type", "kind", "rule", "entity_id"]
DATE = ["doc_id", "start", "stop", "since", "until", "precision"]


class Events(NamedTuple):
    """What happens in a corpus: DataFrames of `tables.EVENTS`, `tables.PARTICIPANTS` and `tables.APPOINTMENTS`."""

    events: pd.DataFrame
    participants: pd.DataFrame
    appointments: pd.DataFrame


def find_events(
    documents: Iterable[Document],
    officials: pd.DataFrame,
    mentions: pd.DataFrame,
    dates: pd.DataFrame | None = None,
    *,
    simplified: bool = False,
    jobs: int = 1,
) -> Events:
    """The events of texts, who takes part in which role, and who is appointed to what.

    A trigger (主持召开, 会见, 调研, 任命) makes an event. The persons of its clause, listed with or without posts, take the
    part that the trigger gives them; further verbs (陪同, 讲话) and later sentences (A、B出席会议) add persons to the event
    told last. What is planned, denied, wanted or only reported in somebody's words is no event. A person who only says
    something (表示, 强调) is a speaker if he takes part in the event already, or if a press conference or forum is named.

    Parameters
    ----------
    documents : iterable of Document
    officials : DataFrame
        Of `tables.OFFICIALS`, for the same documents.
    mentions : DataFrame
        Of `tables.MENTIONS`: persons without posts, bodies and places.
    dates : DataFrame, optional
        Of `tables.DATES`; found here if it is not given.
    simplified : bool
        As `officials` and `mentions` were found.
    jobs : int
        Processes; changes how long it takes, and no row.

    Returns
    -------
    Events
        Documents in the order given; events in text order, participants by event, then place.

    Raises
    ------
    AnalysisError
        If something is no document, a table is another thing or of other texts, or `jobs` is not 1 or more.

    >>> from analysis.annotate import find_names
    >>> from analysis.officials.find import find_officials
    >>> page = Document("d", text="11月12日，水利部部长田远山主持召开防汛会议。邱明礼、陶砚秋出席会议。")
    >>> found = find_events([page], find_officials([page]), find_names([page]))
    >>> found.events[["type", "trigger", "name", "host"]].values.tolist()
    [['meeting', '主持召开', '防汛会议', '水利部']]
    >>> found.participants[["person", "role", "order"]].values.tolist()
    [['田远山', 'host', <NA>], ['邱明礼', 'attend', 1], ['陶砚秋', 'attend', 2]]
    """
    check_whole("jobs", jobs, 1)
    told = _told_by_document(
        given_table(officials, "officials", OFFICIALS, OFFICIAL),
        given_table(mentions, "mentions", MENTIONS, MENTION),
        None if dates is None else given_table(dates, "dates", DATES, DATE),
    )
    pieces = shards.split([(page, told.get(page.doc_id, Told())) for page in each_document(documents)])
    work = partial(_of_shard, simplified=simplified, dated=dates is not None)
    parts = list(shards.over(pieces, work, jobs))
    return Events(
        EVENTS.of(row for part in parts for row in part[0]),
        PARTICIPANTS.of(row for part in parts for row in part[1]),
        APPOINTMENTS.of(row for part in parts for row in part[2]),
    )


def _rows(frame: pd.DataFrame, names: Sequence[str]) -> Iterator[Row]:
    return zip(*(frame[name].tolist() for name in names), strict=True)


def _told_by_document(officials: pd.DataFrame, mentions: pd.DataFrame, dates: pd.DataFrame | None) -> dict[str, Told]:
    """What the tables say, by document."""
    told: dict[str, tuple[list[Any], list[Any], list[Day]]] = {}
    for doc_id, start, stop, person, *post, list_id in _rows(officials, OFFICIAL):
        row = (start, stop, person, Post(*post), None if pd.isna(list_id) else int(list_id))
        told.setdefault(doc_id, ([], [], []))[0].append(row)
    for doc_id, start, stop, kind_of_name, kind, rule, entity in _rows(mentions, MENTION):
        if kind == "appearance" and kind_of_name != "POST":
            name = entity if kind_of_name != "PERSON" or rule == "user" else ""
            told.setdefault(doc_id, ([], [], []))[1].append((start, stop, kind_of_name, name))
    for doc_id, *day in _rows(dates, DATE) if dates is not None else ():
        told.setdefault(doc_id, ([], [], []))[2].append(Day(*day))
    return {doc_id: Told(*lists) for doc_id, lists in told.items()}


def _of_shard(
    pieces: Sequence[tuple[Document, Told]], *, simplified: bool, dated: bool
) -> tuple[list[Row], list[Row], list[Row]]:
    events: list[Row] = []
    participants: list[Row] = []
    appointments: list[Row] = []
    for document, told in pieces:
        for places in told:
            check_places(places, document)
        page = page_of(document, told if dated else told._replace(dates=_days(document)), simplified=simplified)
        found, acts = _of_page(page)
        numbers = _numbers(found)
        for event_id, event in enumerate(found, 1):
            events.append(_event_row(page, event_id, event))
            participants.extend(_participant_rows(page, event_id, event, numbers))
        appointments.extend(_appointment_row(page, act) for act in acts)
    return events, participants, appointments


def _days(document: Document) -> list[Day]:
    dateline = str(document.metadata.get("dateline") or "")
    found = dates_of(document.text, document.date, dateline=dateline)
    return [Day(day.start, day.stop, day.since, day.until, day.precision) for day in found]


def _of_page(page: Page) -> tuple[list[Event], list[Act]]:
    """The events of one page in text order, and its personnel acts."""
    acts = list(acts_of(page))
    found = Gatherer(page).gather(sentences_of(page))
    return sorted([*found, *events_of(page, acts)], key=lambda event: (event.start, event.stop, event.type)), acts


class Listed(NamedTuple):
    """A list of persons: its number in the document, and the 1-based place of each by where the name begins."""

    number: int
    places: dict[int, int]


def _numbers(events: Sequence[Event]) -> dict[int, Listed]:
    """The lists of a document by the identity of their tuple, which all who stand in one share; numbered in text order."""
    lists = {id(take.listed): take.listed for event in events for take in event.takes if len(take.listed) > 1}
    starts = {key: tuple(person.start for person in listed) for key, listed in lists.items()}
    numbers = {places: number for number, places in enumerate(sorted(set(starts.values())), 1)}
    places = {key: {start: place for place, start in enumerate(starts[key], 1)} for key in starts}
    return {key: Listed(numbers[starts[key]], places[key]) for key in starts}


def _event_row(page: Page, event_id: int, event: Event) -> Row:
    text, span = page.document.text, page.shade.source(event.start, event.stop)
    when = event.when
    return (
        page.document.doc_id, event_id, *span, event.type, text[slice(*span)], when.since, when.until, when.precision,
        when.date_from, event.place, event.host, event.name, len({take.person.name for take in event.takes}),
        text[slice(*page.shade.source(*event.sentence))].strip(),
    )  # fmt: skip


def _participant_rows(page: Page, event_id: int, event: Event, numbers: dict[int, Listed]) -> Iterator[Row]:
    for take in sorted(event.takes, key=lambda take: (take.person.start, take.role)):
        listed = numbers.get(id(take.listed))
        yield (
            page.document.doc_id,
            event_id,
            listed.number if listed else None,
            listed.places[take.person.start] if listed else None,
            *page.shade.source(take.person.start, take.person.stop),
            take.person.name,
            take.role,
            take.verb,
            *_first_post(take),
            take.basis,
        )


def _first_post(take: Takes) -> tuple[str, str]:
    return next(((post.title, post.body_full) for post in take.person.posts), ("", ""))


def _appointment_row(page: Page, act: Act) -> Row:
    text, person, post = page.document.text, act.person, act.post
    day, told = (act.when.since[:10], "text") if act.when.since else (page.day, "publication" if page.day else "")
    sentence = page.shade.source(*page.sentence_around(person.start))
    return (
        page.document.doc_id, *page.shade.source(person.start, person.stop), post.act, person.name, post.title, post.body,
        post.body_full, post.modifier, act.authority.written, act.authority.full, day, told, act.probation,
        text[slice(*sentence)].strip(),
    )  # fmt: skip
