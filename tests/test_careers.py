"""Careers, homonyms and silences: invented people whose answers can be read off the lines."""

import re
from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.officials.people import people_of
from analysis.reading.reprints import find_reprints
from analysis.tables import CAREERS, GAPS, HOMONYMS, OFFICIALS
from tests.sightings import official, seen

SPELL = ["person_id", "title", "body_full", "first_seen", "last_seen"]


def spells(*lines: str, columns: tuple[str, ...] = ()) -> list[list[object]]:
    return find_careers(*seen(*lines))[[*SPELL, *columns]].values.tolist()


def ids(*lines: str, **options: str) -> list[str]:
    return person_ids(*seen(*lines), **options).tolist()


# spells


def test_one_post_is_one_spell_from_the_first_to_the_last_day() -> None:
    assert spells("2022-03-01 田远山 副部长 水利部", "2022-09-01 田远山 副部长 水利部") == [
        ["田远山", "副部长", "水利部", "2022-03-01", "2022-09-01"]
    ]


def test_two_posts_at_one_mention_are_two_spells() -> None:
    assert spells("2022-03-01 田远山 党组成员 水利部", "+2022-03-01 田远山 副部长 水利部") == [
        ["田远山", "党组成员", "水利部", "2022-03-01", "2022-03-01"],
        ["田远山", "副部长", "水利部", "2022-03-01", "2022-03-01"],
    ]


@pytest.mark.parametrize("modifier", ["原", "前", "曾任", "时任"])
def test_a_former_post_prolongs_no_spell(modifier: str) -> None:
    found = spells(
        "2022-03-01 田远山 副部长 水利部", f"2023-03-01 田远山 副部长 水利部 {modifier}", columns=("n_former",)
    )
    assert found == [["田远山", "副部长", "水利部", "2022-03-01", "2022-03-01", 1]]


def test_the_first_day_that_calls_a_post_a_past_one_ends_it() -> None:
    lines = (
        "2022-03-01 田远山 副部长 水利部",
        "2022-05-01 田远山 副部长 水利部 免去",
        "2023-01-01 田远山 副部长 水利部 原",
    )
    assert spells(*lines, columns=("ended",))[0][-1] == "2022-05-01"


def test_a_story_of_then_ends_nothing() -> None:
    assert (
        spells("2022-03-01 田远山 副部长 水利部", "2022-04-01 田远山 副部长 水利部 时任", columns=("ended",))[0][-1]
        == ""
    )


def test_an_appointment_opens_a_spell() -> None:
    lines = "2022-03-01 田远山 副部长 水利部 任命", "2022-04-01 田远山 副部长 水利部"
    assert spells(*lines, columns=("appointed",)) == [
        ["田远山", "副部长", "水利部", "2022-03-01", "2022-04-01", "2022-03-01"]
    ]


@pytest.mark.parametrize("how", ["提名", "候任", "拟任"])
def test_a_post_to_come_is_no_spell(how: str) -> None:
    assert spells(f"2022-03-01 田远山 副部长 水利部 {how}") == []


def test_a_post_that_is_known_as_past_only_has_no_days_but_an_end() -> None:
    assert spells("2022-03-01 田远山 副部长 水利部 原", columns=("ended", "n_documents", "n_former")) == [
        ["田远山", "副部长", "水利部", "", "", "2022-03-01", 0, 1]
    ]


def test_who_comes_back_to_a_post_has_two_spells() -> None:
    lines = (
        "2022-01-05 田远山 部长 水利部",
        "2022-12-30 田远山 部长 水利部 免去",
        "2023-07-25 田远山 部长 水利部 任命",
        "2024-01-05 田远山 部长 水利部",
    )
    assert spells(*lines, columns=("spell", "ended")) == [
        ["田远山", "部长", "水利部", "2022-01-05", "2022-01-05", 1, "2022-12-30"],
        ["田远山", "部长", "水利部", "2023-07-25", "2024-01-05", 2, ""],
    ]


def test_a_late_copy_is_no_second_spell() -> None:
    lines = "2022-01-05 田远山 部长 水利部", "2022-12-30 田远山 部长 水利部 免去", "2023-01-10 田远山 部长 水利部"
    assert spells(*lines) == [["田远山", "部长", "水利部", "2022-01-05", "2023-01-10"]]


def test_who_was_called_former_before_had_the_post_before() -> None:
    lines = "2022-01-05 田远山 部长 水利部 前", "2022-12-30 田远山 部长 水利部"
    assert spells(*lines, columns=("spell",)) == [
        ["田远山", "部长", "水利部", "", "", 1],
        ["田远山", "部长", "水利部", "2022-12-30", "2022-12-30", 2],
    ]


def test_undated_documents_count_and_give_no_day() -> None:
    assert spells("- 田远山 部长 水利部", "2022-12-30 田远山 部长 水利部", columns=("n_documents",)) == [
        ["田远山", "部长", "水利部", "2022-12-30", "2022-12-30", 2]
    ]


def test_a_body_that_was_renamed_is_one_body_under_its_last_name() -> None:
    rows = [
        official("a", 0, "田远山", "局长", "云泽省林业局", body_id="b1"),
        official("b", 0, "田远山", "局长", "云泽省林草局", body_id="b1"),
    ]
    corpus = Corpus([Document("a", date=datetime(2017, 1, 1)), Document("b", date=datetime(2019, 1, 1))])
    assert find_careers(OFFICIALS.of(rows), corpus)[["body_full", "first_seen", "last_seen"]].values.tolist() == [
        ["云泽省林草局", "2017-01-01", "2019-01-01"]
    ]


def test_evidence_is_the_first_and_the_last_sentence_with_the_post() -> None:
    columns = ["first_doc_id", "first_sentence", "last_doc_id", "last_sentence", "sources", "official_class"]
    found = find_careers(
        *seen(
            "2022-03-01 田远山 副部长 水利部", "2022-09-01 田远山 副部长 水利部", "2023-09-01 田远山 副部长 水利部 原"
        )
    )
    assert found[columns].values.tolist() == [
        ["d1", "水利部副部长田远山。", "d2", "水利部副部长田远山。", "日报", "official"]
    ]


def test_reprints_count_once_in_n_unique() -> None:
    text = "水利部副部长田远山到临江调研防汛工作，察看堤防、水库和泵站，要求落实责任，备足物料，确保安全度汛。"
    corpus = Corpus([Document("a", text=text), Document("b", text=text)])
    officials = OFFICIALS.of([official(doc_id, 6, "田远山", "副部长", "水利部") for doc_id in "ab"])
    counts = ["n_documents", "n_unique"]
    assert find_careers(officials, corpus, find_reprints(corpus))[counts].values.tolist() == [[2, 1]]
    assert people_of(officials, corpus, find_reprints(corpus))[counts].values.tolist() == [[2, 1]]


def test_no_officials_make_no_tables() -> None:
    nobody, corpus = OFFICIALS.of([]), Corpus([])
    assert find_careers(nobody, corpus).equals(CAREERS.of([]))
    assert find_homonyms(nobody, corpus).equals(HOMONYMS.of([]))
    assert find_gaps(nobody, corpus).equals(GAPS.of([]))
    assert person_ids(nobody, corpus).tolist() == []


def test_tables_that_were_joined_may_have_each_row_number_twice() -> None:
    lines = "2022-03-01 田远山 部长 水利部", "2022-04-01 田远山 部长 水利部 原", "2022-05-01 邱明礼 部长 教育部"
    officials, corpus = seen(*lines)
    joined = pd.concat([officials.iloc[:2], officials.iloc[2:].reset_index(drop=True)])
    assert joined.index.tolist() == [0, 1, 0]
    assert find_careers(joined, corpus).equals(find_careers(officials, corpus))
    assert person_ids(joined, corpus).tolist() == ["田远山", "田远山", "邱明礼"]
    assert find_gaps(joined, corpus).equals(find_gaps(officials, corpus))


# homonyms


def test_posts_in_two_provinces_on_the_same_days_are_two_persons() -> None:
    lines = (
        "2022-03-01 田远山 厅长 湖南省水利厅",
        "2022-03-02 田远山 厅长 安徽省教育厅",
        "2022-03-03 田远山 厅长 湖南省水利厅",
    )
    assert ids(*lines) == ["田远山", "田远山#2", "田远山"]
    found = find_homonyms(*seen(*lines))
    assert found[["person_id", "against", "reason"]].values.tolist() == [
        ["田远山", "", ""],
        [
            "田远山#2",
            "田远山",
            "湖南省水利厅 (2022-03-01 to 2022-03-03) and 安徽省教育厅 (2022-03-02) are in different areas on overlapping days",
        ],
    ]


def test_posts_in_two_provinces_one_after_the_other_are_a_career() -> None:
    lines = "2022-03-01 田远山 厅长 湖南省水利厅", "2023-03-02 田远山 厅长 安徽省教育厅"
    assert ids(*lines) == ["田远山", "田远山"]
    assert ids(*lines, apart="unlinked") == ["田远山", "田远山#2"]
    assert find_homonyms(*seen(*lines), apart="unlinked")["reason"].tolist() == ["", "nothing joins them"]


def test_one_mention_joins_what_days_would_part() -> None:
    lines = (
        "2022-03-01 田远山 厅长 湖南省水利厅",
        "2022-03-02 田远山 厅长 安徽省教育厅",
        "+2022-03-02 田远山 厅长 湖南省水利厅 原",
        "2022-03-03 田远山 厅长 湖南省水利厅",
    )
    assert set(ids(*lines)) == {"田远山"}


def test_one_document_joins_two_mentions() -> None:
    lines = "2022-03-01 田远山 部长 水利部", "&2022-03-01 田远山 书记 中共湖南省委员会"
    assert set(ids(*lines, apart="unlinked")) == {"田远山"}


def test_one_document_does_not_join_two_countries() -> None:
    lines = "2022-03-01 田远山 总统 法国", "&2022-03-01 田远山 总理 德国"
    assert ids(*lines) == ["田远山", "田远山#2"]


def test_two_places_in_one_list_are_two_persons() -> None:
    rows = [
        official("d", 0, "田远山", "委员", "水利部", order=1, list_id=1),
        official("d", 9, "田远山", "委员", "教育部", order=2, list_id=1),
    ]
    corpus = Corpus([Document("d")])
    assert person_ids(OFFICIALS.of(rows), corpus).tolist() == ["田远山", "田远山#2"]
    assert find_homonyms(OFFICIALS.of(rows), corpus)["reason"].tolist() == ["", "both stand in list 1 of d"]


def test_two_posts_given_in_one_act_are_one_person_s() -> None:
    more = {"list_id": 1, "act": "任命"}
    rows = [
        official("d", 0, "田远山", "委员", "水利部", order=1, **more),
        official("d", 9, "田远山", "委员", "教育部", order=2, **more),
    ]
    assert person_ids(OFFICIALS.of(rows), Corpus([Document("d")]), apart="unlinked").tolist() == ["田远山", "田远山"]


def test_a_country_and_a_province_are_two_persons_and_a_country_and_any_place_are_not() -> None:
    assert ids("2022-03-01 田远山 总统 法国", "2023-03-01 田远山 省长 湖南省人民政府") == ["田远山", "田远山#2"]
    assert ids("2022-03-01 田远山 总统 法国", "2023-03-01 田远山 省长 云泽省人民政府") == ["田远山", "田远山"]


def test_a_part_of_a_body_and_one_area_join() -> None:
    assert set(ids("2022-03-01 田远山 部长 水利部", "2022-04-01 田远山 主任 水利部办公厅", apart="unlinked")) == {
        "田远山"
    }
    lines = "2022-03-01 田远山 省长 湖南省人民政府", "2022-04-01 田远山 书记 中共湖南省委员会"
    assert set(ids(*lines, apart="unlinked")) == {"田远山"}


def test_one_misread_body_in_hundreds_is_no_second_person() -> None:
    often = [f"2022-{m:02}-{d:02} 田远山 总统 法国" for m in range(1, 6) for d in range(1, 25)]
    assert set(ids(*often, "2022-03-05 田远山 总理 德国")) == {"田远山"}
    assert set(ids(*often, *["2022-03-05 田远山 总理 德国"] * 2)) == {"田远山", "田远山#2"}


def test_the_evidence_that_joins_is_told() -> None:
    lines = (
        "2022-03-01 田远山 总统 法国",
        "2022-03-02 田远山 总理 德国",
        "+2022-03-02 田远山 部长 德国外交部 原",
        "2022-03-04 田远山 总统 法国",
    )
    found = find_homonyms(*seen(*lines)).set_index("person_id")["joined_by"]
    assert found.to_dict() == {"田远山": "", "田远山#2": "succession 1"}


def test_a_rule_that_is_none_is_one_sentence() -> None:
    with pytest.raises(AnalysisError, match=r"^apart='never' is not allowed; choose one of 'against', 'unlinked'\.$"):
        person_ids(*seen("2022-03-01 田远山 部长 水利部"), apart="never")  # type: ignore[arg-type]


BODIES = ["水利部", "湖南省水利厅", "安徽省教育厅", "法国", "德国", ""]
LINES = st.builds(
    lambda day, person, title, body, how: f"{day} {person} {title} {body or '-'} {how}".strip(),
    st.dates(datetime(2021, 1, 1).date(), datetime(2023, 1, 1).date()).map(str) | st.just("-"),
    st.sampled_from(["田远山", "邱明礼"]),
    st.sampled_from(["部长", "副部长"]),
    st.sampled_from(BODIES),
    st.sampled_from(["", "", "", "原", "时任", "免去", "任命", "提名"]),
)


@settings(deadline=None, max_examples=30)
@given(st.lists(LINES, min_size=1, max_size=12), LINES)
def test_one_more_document_never_loses_a_day_in_a_post(lines: list[str], more: str) -> None:
    post = ["person", "title", "body_full"]
    before, after = find_careers(*seen(*lines)), find_careers(*seen(*lines, more))
    for spell in before.itertuples():
        mine = after[(after[post] == [spell.person, spell.title, spell.body_full]).all(axis=1)]
        assert len(mine) > 0
        for day in filter(None, (spell.first_seen, spell.last_seen)):
            assert ((mine["first_seen"] <= day) & (mine["last_seen"] >= day)).any()


@settings(deadline=None, max_examples=30)
@given(st.lists(LINES, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_careers_count_each_document_once_and_do_not_depend_on_the_order_of_rows(lines: list[str], chance) -> None:  # type: ignore[no-untyped-def]
    officials, corpus = seen(*lines)
    found = find_careers(officials, corpus)
    assert (found["n_unique"] == found["n_documents"]).all()
    assert (found["n_documents"] + found["n_former"] > 0).all()
    assert ((found["first_seen"] == "") == (found["last_seen"] == "")).all()
    rows = list(range(len(officials)))
    chance.shuffle(rows)
    shuffled = officials.iloc[rows]
    assert find_careers(shuffled, corpus)[SPELL].values.tolist() == found[SPELL].values.tolist()


@settings(deadline=None, max_examples=30)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_one_mention_and_one_body_are_never_split(lines: list[str]) -> None:
    officials, corpus = seen(*lines)
    officials = officials.assign(person_id=person_ids(officials, corpus))
    assert officials.groupby(["doc_id", "start"])["person_id"].nunique().eq(1).all()
    bodied = officials[officials["body_full"] != ""]
    assert bodied.groupby(["person", "body_full"])["person_id"].nunique().eq(1).all()
    assert all(re.fullmatch(f"{row.person}(#[2-9])?", row.person_id) for row in officials.itertuples())


# silences


def days_seen(days: list[int], covered: list[int]) -> tuple[pd.DataFrame, Corpus]:
    first = datetime(2022, 1, 1)
    corpus = Corpus(Document(f"d{day:03}", date=first + timedelta(day)) for day in covered)
    return OFFICIALS.of([official(f"d{day:03}", 0, "田远山", "部长", "水利部") for day in days]), corpus


def test_a_silence_is_longer_than_is_usual_for_the_person() -> None:
    found = find_gaps(*days_seen([*range(20), *range(50, 70)], list(range(70))))
    columns = ["last_seen", "seen_again", "n_days", "n_covered", "usual", "n_appearances"]
    assert found[columns].values.tolist() == [["2022-01-20", "2022-02-20", 31, 31, 1.0, 40]]


def test_days_without_documents_are_no_silence() -> None:
    covered = [*range(20), *range(50, 70)]
    assert find_gaps(*days_seen(covered, covered)).empty


def test_the_silence_until_the_corpus_ends_is_one_too() -> None:
    found = find_gaps(*days_seen(list(range(20)), list(range(40))))
    assert found[["last_seen", "seen_again", "n_days"]].values.tolist() == [["2022-01-20", "", 20]]


def test_who_appears_too_rarely_has_no_silences() -> None:
    assert find_gaps(*days_seen([0, 1, 2, 30], list(range(40)))).empty
    assert len(find_gaps(*days_seen([0, 1, 2, 30], list(range(40))), min_appearances=4)) == 1


@pytest.mark.parametrize("wrong", [1, True, 2.5])
def test_fewer_than_two_appearances_have_no_step(wrong: object) -> None:
    text = re.escape(f"min_appearances={wrong!r} is not allowed; give a whole number from 2 up.")
    with pytest.raises(AnalysisError, match=f"^{text}$"):
        find_gaps(*days_seen([0], [0]), min_appearances=wrong)  # type: ignore[arg-type]
