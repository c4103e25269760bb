"""What the report counts of careers, events and the order of lists, each written out by hand."""

import pandas as pd

from analysis.careers import find_careers, person_ids
from analysis.document import Corpus
from analysis.officials.bodies.body import RANKS
from analysis.officials.bodies.served import bodies_of
from analysis.orders import precedence
from analysis.report.views import careers, events, order
from analysis.tables import APPOINTMENTS, EVENTS, OFFICIALS, PARTICIPANTS
from tests.sightings import listed, seen

# careers


def identified(*lines: str) -> tuple[pd.DataFrame, Corpus]:
    """As the officials of a study: with person and day."""
    officials, corpus = seen(*lines)
    days = {document.doc_id: f"{document.date:%Y-%m-%d}" if document.date else "" for document in corpus}
    who = person_ids(officials, corpus)
    return officials.assign(person_id=who, day=officials["doc_id"].map(days)), corpus


def test_a_career_rests_on_the_rows_of_its_own_time() -> None:
    rows, corpus = identified(
        "2021-01-05 田远山 厅长 云泽省水务厅",
        "2021-03-01 田远山 厅长 云泽省水务厅 免去",
        "2022-06-01 田远山 厅长 云泽省水务厅",
        "2022-07-01 田远山 厅长 云泽省水务厅",
        "2022-07-01 田远山 党组书记 云泽省水务厅",
    )
    found = find_careers(rows, corpus)
    places = [part["doc_id"].tolist() for part in careers.sightings_of(found, rows)]
    assert list(zip(found["title"], found["spell"], places, strict=True)) == [
        ("厅长", 1, ["d1"]),
        ("厅长", 2, ["d3", "d4"]),
        ("党组书记", 1, ["d5"]),
    ]


def test_a_post_that_is_only_a_past_one_rests_on_all_rows() -> None:
    rows, corpus = identified("2021-01-05 田远山 厅长 云泽省水务厅 原", "2022-01-05 田远山 厅长 云泽省水务厅 原")
    places = careers.sightings_of(find_careers(rows, corpus), rows)
    assert [part["doc_id"].tolist() for part in places] == [["d1", "d2"]]


def test_careers_come_by_the_documents_of_the_person_and_then_of_the_post() -> None:
    rows, corpus = identified(
        "2021-01-05 花朗 局长 青屿市林草局",
        "2021-01-06 田远山 厅长 云泽省水务厅",
        "2021-01-07 田远山 党组书记 云泽省水务厅",
        "2021-01-08 田远山 党组书记 云泽省水务厅",
    )
    weight = pd.Series({"田远山": 3, "花朗": 1})
    found = careers.in_order(find_careers(rows, corpus), weight)
    assert found[["person", "title"]].to_numpy().tolist() == [
        ["田远山", "党组书记"],
        ["田远山", "厅长"],
        ["花朗", "局长"],
    ]


def test_who_has_many_posts_leaves_room_for_others() -> None:
    posts = pd.DataFrame({"person": ["田远山", "田远山", "田远山", "花朗"], "title": ["厅长", "书记", "委员", "局长"]})
    assert careers.first_of_each(posts, 2)["title"].tolist() == ["厅长", "书记", "局长"]


def ranked(*pairs: tuple[str, str]) -> pd.DataFrame:
    rows, _ = seen(*(f"2021-01-05 {person} 厅长 云泽省水务厅" for person, _ in pairs))
    return rows.assign(rank=[rank for _, rank in pairs])


def test_a_rank_is_that_of_most_rows_and_the_higher_of_two() -> None:
    assert careers.rank_of(ranked(("田远山", "副厅级"), ("田远山", "副厅级"), ("田远山", "正厅级"))) == "副厅级"
    assert careers.rank_of(ranked(("田远山", "副厅级"), ("田远山", "正厅级"), ("田远山", ""))) == "正厅级"
    assert careers.rank_of(ranked(("田远山", ""))) == ""


def test_persons_are_counted_once_in_each_rank_and_those_without_any_at_the_end() -> None:
    rows = ranked(
        ("田远山", "正厅级"),
        ("田远山", "正厅级"),
        ("田远山", ""),
        ("花朗", "正厅级"),
        ("花朗", "副部级"),
        ("陶砚秋", ""),
    )
    counts = careers.people_by_rank(rows)
    assert counts.index.tolist() == [*RANKS, ""]
    assert counts[counts > 0].to_dict() == {"副部级": 1, "正厅级": 2, "": 1}


def test_bodies_come_with_the_rows_that_serve_them_resolved_or_not() -> None:
    rows, corpus = seen("2021-01-05 田远山 部长 水利部", "2021-01-05 花朗 书记 -", "2021-01-05 陶砚秋 书记 -")
    rows = rows.assign(body=["", "县委", ""], body_id=["gov-shuilibu", "", ""])
    bodies = bodies_of(rows, corpus)
    assert bodies[["body_id", "name"]].to_numpy().tolist() == [["", "县委"], ["gov-shuilibu", "水利部"]]
    assert [part["person"].tolist() for part in careers.serving(rows, bodies)] == [["花朗"], ["田远山"]]
    assert careers.unresolved(bodies)["name"].tolist() == ["县委"]


# events

TOLD = EVENTS.of(
    (doc_id, number, 0, 2, kind, "召开", since, "", "", "", "", host, "", people, "")
    for doc_id, number, kind, since, host, people in (
        ("a", 1, "meeting", "2022-01-05", "云泽省水务厅", 2),
        ("a", 2, "meeting", "", "", 1),
        ("b", 1, "removal", "2022-03-01", "", 1),
        ("c", 1, "meeting", "1950-01-01", "", 0),
    )
)
DAYS = pd.DataFrame({"doc_id": ["a", "b", "c"], "date": ["2022-01-06T08:00:00+08:00", "2022-03-02T08:00:00+08:00", ""]})


def test_types_of_events_are_counted_with_the_share_that_has_a_day_and_a_host() -> None:
    assert events.by_type(TOLD).round(2).to_numpy().tolist() == [
        ["meeting", 3, 2, 0.67, 0.33, 3],
        ["removal", 1, 1, 1.0, 0.0, 1],
    ]


def test_events_are_counted_in_the_month_of_publication_and_months_without_any_are_zero() -> None:
    table = events.by_month(TOLD, DAYS)
    assert table.columns.tolist() == ["meeting", "removal"]
    assert table.reset_index().to_numpy().tolist() == [["2022-01", 2, 0], ["2022-02", 0, 0], ["2022-03", 0, 1]]


def test_without_dated_events_there_are_no_months() -> None:
    assert events.by_month(TOLD.tail(1), DAYS).empty
    assert events.by_month(EVENTS.of([]), DAYS).empty


def test_a_person_counts_once_for_each_role_in_an_event() -> None:
    there = PARTICIPANTS.of(
        ("a", event, None, None, start, start + 3, person, role, "", "", "", "clause")
        for event, start, person, role in (
            (1, 0, "田远山", "host"), (1, 9, "田远山", "speak"), (1, 20, "田远山", "speak"), (1, 4, "花朗", "attend"),
            (2, 40, "田远山", "attend"),
        )
    )  # fmt: skip
    table = events.roles_of(there)
    assert table.columns.tolist() == ["n_events", "host", "attend", "speak"]
    assert table.reset_index().to_numpy().tolist() == [["田远山", 2, 1, 1, 1], ["花朗", 1, 0, 1, 0]]
    assert events.roles_of(PARTICIPANTS.of([])).empty


def act(doc_id: str, day: str, authority: str = "", person: str = "田远山", kind: str = "任命") -> tuple[object, ...]:
    where = ("", "云泽省水务厅", "", authority, "", day, "text" if day else "", "", "")
    return (doc_id, 0, 3, kind, person, "厅长", *where)


def test_an_act_that_several_documents_tell_is_one_row_on_its_first_day() -> None:
    table = events.acts(
        APPOINTMENTS.of(
            [act("b", "2022-03-09", "青屿市委"), act("a", "2022-03-01", "云泽省人大常委会"), act("c", "2022-03-01")]
        )
    )
    assert table[["date", "person", "authority", "n_documents"]].to_numpy().tolist() == [
        ["2022-03-01", "田远山", "云泽省人大常委会", 3]
    ]


def test_acts_of_another_year_person_or_kind_are_other_acts_and_the_undated_come_last() -> None:
    rows = [
        act("d", ""),
        act("a", "2022-03-01"),
        act("b", "2023-03-01"),
        act("c", "2022-05-01", person="花朗"),
        act("e", "2022-04-01", kind="免去"),
    ]
    table = events.acts(APPOINTMENTS.of(rows))
    assert table[["date", "person", "act"]].to_numpy().tolist() == [
        ["2023-03-01", "田远山", "任命"],
        ["2022-05-01", "花朗", "任命"],
        ["2022-04-01", "田远山", "免去"],
        ["2022-03-01", "田远山", "任命"],
        ["", "田远山", "任命"],
    ]


def test_without_acts_there_is_a_table_without_rows() -> None:
    assert events.acts(APPOINTMENTS.of([])).empty


# order


def official_lists(*lines: str) -> pd.DataFrame:
    """`tests.sightings.listed`, all of class official."""
    found = listed(*lines)
    return found.assign(official_class="official", start=10 * found["rank"], person=found["person_id"])


def test_the_order_is_that_of_officials_in_two_lists_and_more() -> None:
    lists = official_lists("田远山 花朗 陶砚秋", "田远山 花朗 丁知远")
    assert order.official_order(lists, 10)["person_id"].tolist() == ["田远山", "花朗"]
    lists.loc[lists["person_id"] == "花朗", "official_class"] = "executive"
    assert order.official_order(lists, 10).empty, "the only official in two lists is compared with nobody"


def test_of_persons_in_as_many_lists_the_first_by_name_are_in_the_order() -> None:
    lists = official_lists("田远山 花朗 丁知远", "田远山 花朗 丁知远")
    assert order.official_order(lists, 2)["person_id"].tolist() == ["田远山", "丁知远"]


def test_changes_are_told_from_year_to_year_with_the_pairs_that_turned() -> None:
    lists = official_lists("2021-11-08 田远山 花朗", "2023-03-05 花朗 田远山")
    changes, inverted = order.changes_by_year(lists)
    assert changes.empty, "2022 has no list, and years apart are not compared"
    lists = official_lists("2022-11-08 田远山 花朗", "2023-03-05 花朗 田远山")
    changes, inverted = order.changes_by_year(lists)
    assert changes[["at", "n_persons", "n_pairs", "n_inverted", "tau_b"]].to_numpy().tolist() == [
        ["2023-01-01", 2, 1, 1, -1.0]
    ]
    assert inverted[["person", "other", "doc_id_then", "doc_id_now"]].to_numpy().tolist() == [
        ["田远山", "花朗", "d1", "d2"]
    ]


def test_a_corpus_of_one_year_or_none_has_no_changes() -> None:
    for lists in (
        official_lists("2022-11-08 田远山 花朗"),
        official_lists("田远山 花朗"),
        official_lists("田远山 花朗").head(0),
    ):
        changes, inverted = order.changes_by_year(lists)
        assert (len(changes), len(inverted)) == (0, 0)


def test_pairs_that_stand_both_ways_come_with_a_place_of_each() -> None:
    lists = official_lists("田远山 花朗", "田远山 花朗", "花朗 田远山", "田远山 陶砚秋")
    table = order.turned(precedence(lists))
    assert table[["person", "other", "n_before", "n_after"]].to_numpy().tolist() == [["田远山", "花朗", 2, 1]]
    assert order.witnesses(lists, "田远山", "花朗").to_numpy().tolist() == [["d1", 20, "花朗"], ["d2", 20, "花朗"]]
    assert order.witnesses(lists, "花朗", "田远山").to_numpy().tolist() == [["d3", 20, "田远山"]]


def test_those_who_tie_in_a_list_are_no_witnesses() -> None:
    assert order.witnesses(official_lists("田远山/花朗"), "田远山", "花朗").empty


def test_only_pairs_among_the_persons_asked_for_are_kept() -> None:
    table = precedence(official_lists("田远山 花朗 陶砚秋"))
    assert order.among(table, ["田远山", "陶砚秋"])[["person", "other"]].to_numpy().tolist() == [["田远山", "陶砚秋"]]


def test_an_empty_table_of_officials_has_no_ranks() -> None:
    assert careers.people_by_rank(OFFICIALS.of([])).sum() == 0
