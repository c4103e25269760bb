"""Events, participants and acts as tables: places, numbers, dates and the study's attributes."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import find_names
from analysis.dates import find_dates
from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.moments import BEIJING
from analysis.officials.events import Events, find_events
from analysis.officials.events.groups import groups_in
from analysis.officials.events.page import Page, Person, Turned
from analysis.officials.events.triggers import find_verbs
from analysis.officials.find import find_officials
from analysis.settings import Settings
from analysis.shadow import shadow
from analysis.study import Study
from analysis.tables import APPOINTMENTS, EVENTS, MENTIONS, OFFICIALS, PARTICIPANTS
from tests.event_cases import CASES

DAY = datetime(2023, 5, 17, 19, tzinfo=BEIJING)
TEXTS = [case.text for case in CASES]


def read(*texts: str, date: datetime | None = DAY) -> Events:
    pages = [Document(f"d{at}", text=text, date=date) for at, text in enumerate(texts)]
    return find_events(pages, find_officials(pages), find_names(pages))


def test_tables_without_documents_have_their_columns_and_no_rows() -> None:
    found = find_events([], OFFICIALS.of([]), MENTIONS.of([]))
    assert [list(frame.columns) for frame in found] == [EVENTS.names, PARTICIPANTS.names, APPOINTMENTS.names]
    assert [len(frame) for frame in found] == [0, 0, 0]


def test_what_is_no_document_is_named() -> None:
    with pytest.raises(AnalysisError, match="document"):
        find_events(["会议召开。"], OFFICIALS.of([]), MENTIONS.of([]))  # type: ignore[list-item]


def test_places_are_those_of_the_text_where_names_are_padded_and_digits_are_wide() -> None:
    text = "５月１６日，省长李　强会见了田远山、邱　明。"
    found = read(text)
    event = found.events.iloc[0]
    assert (event["trigger"], event["since"], event["sentence"]) == ("会见", "2023-05-16", text)
    assert text[event["start"] : event["stop"]] == "会见"
    spans = found.participants[["start", "stop", "person"]].values.tolist()
    assert [(text[start:stop], person) for start, stop, person in spans] == [
        ("李　强", "李强"),
        ("田远山", "田远山"),
        ("邱　明", "邱明"),
    ]


def test_a_place_turned_into_the_shadow_comes_back() -> None:
    text = "组长：李　强，副组长：王小明"
    shade = shadow(text)
    at = Turned(shade).place
    assert [shade.text[at(start) : at(stop)] for start, stop in ((3, 6), (11, 14), (14, 14))] == ["李强", "王小明", ""]


def test_lists_are_numbered_through_a_document_and_a_person_alone_has_no_number() -> None:
    text = "5月16日，水利部部长田远山主持召开会议。邱明礼、陶砚秋出席会议。骆文棠、裴松年、佟望川列席会议。"
    rows = read(text).participants[["person", "list_id", "order"]].astype(object).values.tolist()
    assert [[None if pd.isna(cell) else cell for cell in row] for row in rows] == [
        ["田远山", None, None],
        ["邱明礼", 1, 1],
        ["陶砚秋", 1, 2],
        ["骆文棠", 2, 1],
        ["裴松年", 2, 2],
        ["佟望川", 2, 3],
    ]


def test_the_basis_tells_how_far_from_the_trigger_a_person_is_named() -> None:
    text = "5月16日，水利部部长田远山主持召开会议并讲话。邱明礼、陶砚秋出席会议。"
    rows = read(text).participants[["person", "role", "basis"]].values.tolist()
    assert rows == [
        ["田远山", "host", "clause"],
        ["田远山", "speak", "sentence"],
        ["邱明礼", "attend", "after"],
        ["陶砚秋", "attend", "after"],
    ]


def test_a_bare_name_has_no_title_and_an_official_the_first_that_is_written() -> None:
    rows = (
        read("水利部党组书记、部长田远山会见了邱明礼。").participants[["person", "title", "body_full"]].values.tolist()
    )
    assert rows == [["田远山", "党组书记", "水利部"], ["邱明礼", "", ""]]


@pytest.mark.parametrize(
    ("text", "since", "date_from"),
    [
        ("5月16日，水利部部长田远山会见邱明礼。", "2023-05-16", "text"),
        ("5月16日，大坝合龙。会后，水利部部长田远山会见邱明礼。", "2023-05-16", "paragraph"),
        ("5月16日，省政府召开会议。\n水利部部长田远山会见邱明礼。", "2023-05-16", "event"),
        ("日前，水利部部长田远山会见邱明礼。", "", ""),
        ("水利部部长田远山会见邱明礼。", "", ""),
    ],
)
def test_a_date_is_that_of_the_sentence_the_paragraph_or_the_event_before(
    text: str, since: str, date_from: str
) -> None:
    event = read(text).events.iloc[-1]
    assert (event["since"], event["date_from"]) == (since, date_from)


def test_a_dateline_that_was_lifted_from_the_text_dates_an_event_without_a_day() -> None:
    page = Document("d", text="水利部部长田远山会见邱明礼。", date=DAY, metadata={"dateline": "新华社临江5月15日电"})
    event = find_events([page], find_officials([page]), find_names([page])).events.iloc[0]
    assert (event["since"], event["until"], event["date_from"]) == ("2023-05-15", "2023-05-16", "dateline")


def test_an_act_without_a_day_is_dated_by_publication_and_without_one_not_at_all() -> None:
    text = "任命田远山为水利部副部长。"
    dated, undated = (read(text, date=date).appointments.iloc[0] for date in (DAY, None))
    assert (dated["date"], dated["date_from"]) == ("2023-05-17", "publication")
    assert (undated["date"], undated["date_from"]) == ("", "")


def test_dates_that_are_given_are_used_as_they_are_found() -> None:
    pages = [Document(f"d{at}", text=text, date=DAY) for at, text in enumerate(TEXTS)]
    officials, mentions = find_officials(pages), find_names(pages)
    for given_dates, found in zip(
        find_events(pages, officials, mentions, find_dates(pages)), find_events(pages, officials, mentions), strict=True
    ):
        pd.testing.assert_frame_equal(given_dates, found)


def test_two_processes_give_the_same_rows_as_one() -> None:
    pages = [Document(f"d{at}", text=TEXTS[at % len(TEXTS)], date=DAY) for at in range(300)]
    officials, mentions = find_officials(pages), find_names(pages)
    for one, two in zip(
        find_events(pages, officials, mentions), find_events(pages, officials, mentions, jobs=2), strict=True
    ):
        pd.testing.assert_frame_equal(one, two)


def test_a_study_has_the_three_tables_and_times_them_once() -> None:
    study = Study(Corpus([Document("d", text=TEXTS[0], date=DAY)]), Settings())
    assert study.events["type"].tolist() == ["meeting", "meeting"]
    assert len(study.participants) == 5
    assert study.appointments.empty
    assert study.timings["events"]["wall_s"] > 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4), st.sampled_from(["", "\n", " "]))
def test_every_row_stands_in_its_text_and_belongs_to_an_event(texts: list[str], between: str) -> None:
    text = between.join(texts)
    events, participants, acts = read(text)
    assert events["event_id"].tolist() == list(range(1, len(events) + 1))
    assert [text[row.start : row.stop] for row in events.itertuples()] == events["trigger"].tolist()
    assert set(participants["event_id"]) <= set(events["event_id"])
    assert not participants.duplicated(["event_id", "person", "role"]).any()
    counted = participants.groupby("event_id")["person"].nunique()
    assert [counted.get(row.event_id, 0) for row in events.itertuples()] == events["n_participants"].tolist()
    assert all(text[row.start : row.stop] == row.person for row in [*participants.itertuples(), *acts.itertuples()])


@settings(max_examples=60, deadline=None)
@given(st.text("田远山邱明礼会见主持召开出席陪同调研的，。、；：“”由在并将率\n ", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    page = Document("d", text=text, date=DAY)
    names = [(at, at + 3, name) for name in ("田远山", "邱明礼") if (at := text.find(name)) >= 0]
    mentions = MENTIONS.of(("d", a, b, n, "PERSON", "appearance", 1.0, "test", n, "") for a, b, n in sorted(names))
    for frame in find_events([page], OFFICIALS.of([]), mentions):
        assert (frame["stop"] <= len(text)).all()


def test_triggers_are_the_longest_words_and_none_inside_another_word() -> None:
    words = [(verb.start, verb.stop) for verb in find_verbs("主持召开会议，增长率、会见厅、检查站、通话")]
    assert words == [(0, 4), (19, 21)]


def test_a_list_goes_on_over_titles_and_ends_at_a_verb() -> None:
    text = "田远山、邱明礼，陶砚秋会见骆文棠"
    people = [Person(at, at + 3, text[at : at + 3]) for at in (0, 4, 8, 13)]
    page = Page(Document("d", text=text), shadow(text), people, [], [], [(0, len(text))])
    groups = groups_in(page, people, list(find_verbs(text)), 0)
    assert [[[person.name for person in part] for part in group.parts] for group in groups] == [
        [["田远山", "邱明礼"], ["陶砚秋"]],
        [["骆文棠"]],
    ]
