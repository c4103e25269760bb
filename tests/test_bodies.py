"""Canonical bodies and the ranks of posts: what the readable cases say, and what holds for every body."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.names.registry import era, registry
from analysis.officials.bodies.body import RANKS, Body
from analysis.officials.bodies.canonical_body import canonical
from analysis.officials.bodies.full_names import full_name
from analysis.officials.bodies.served import bodies_of
from analysis.officials.find import find_officials
from analysis.officials.rank import RULES, rank_of
from analysis.tables import BODIES

CASES = Path(__file__).parent / "cases"
SYSTEMS = {
    "党",
    "政",
    "人大",
    "政协",
    "监察",
    "司法",
    "军",
    "群团",
    "民主党派",
    "企业",
    "高校",
    "事业",
    "外国",
    "国际",
    "",
}


def lines_of(name: str) -> list[str]:
    written = (CASES / f"{name}.txt").read_text("utf-8").split("\n")
    return [line for line in written if line and not line.startswith("#")]


def shown(body: Body) -> str:
    """A body as a line of the cases has it."""
    level = "-" if body.level is None else str(body.level)
    facts = f"{body.system or '-'} {level} {body.area_code or '-'}"
    return " | ".join([body.name or "-", body.body_id or "-", facts, body.parent or "-", body.successor or "-"])


@pytest.mark.parametrize("line", lines_of("bodies"))
def test_a_body_on_a_day_is_the_one_written_behind_it(line: str) -> None:
    asked, expected = line.split(" = ")
    day, body = asked.split(" ")
    assert shown(canonical(body, day)) == expected


@pytest.mark.parametrize("line", lines_of("rank"))
def test_a_post_has_the_rank_written_behind_it(line: str) -> None:
    post, expected = line.split(" = ")
    title, body = post.split(" @")
    rank, rule = rank_of(title, body, "2024-01-01")
    assert f"{rank or '-'} {rule or '-'}" == expected


def test_every_rule_of_rank_has_a_source_and_a_case() -> None:
    used = {line.rsplit(" = ", 1)[1].split(" ", 1)[1] for line in lines_of("rank")}
    assert [rule.name for rule in RULES if not rule.source] == []
    assert {rule.name for rule in RULES} | {"-"} == used


def test_there_are_cases_enough() -> None:
    assert len(lines_of("bodies")) >= 120
    assert len(lines_of("rank")) >= 80


@given(st.sampled_from(sorted(registry())), st.dates(date(1980, 1, 1), date(2025, 1, 1)))
def test_a_canonical_name_is_canonical_itself(name: str, day: date) -> None:
    body = canonical(name, day.isoformat())
    assert canonical(body.name, day.isoformat()) == body
    assert body.name == full_name(name, day.isoformat())


@given(st.sampled_from(sorted(registry())), st.dates(date(1980, 1, 1), date(2025, 1, 1)))
def test_no_answer_differs_between_two_turns_of_the_registry(name: str, day: date) -> None:
    assert canonical(name, day.isoformat()) == canonical(name, era(day.isoformat())[:10] or day.isoformat())


@given(
    st.text(
        "湖南省长沙市临澧县岳麓区委政府人大协公安局水利厅部大学医院公司银行中共国家联合处法检察",
        min_size=1,
        max_size=14,
    )
)
def test_every_body_has_an_ascii_id_a_known_system_and_a_level_on_the_ladder(name: str) -> None:
    body = canonical(name)
    assert re.fullmatch(r"[a-zA-Z0-9-]*", body.body_id)
    assert bool(body.name) == bool(body.body_id)
    assert body.system in SYSTEMS
    assert body.level is None or 1 <= body.level <= len(RANKS)


def test_all_names_of_one_organ_share_an_id_and_a_successor_has_another() -> None:
    assert {canonical(name).body_id for name in ("国家计划委员会", "国家发展计划委员会")} == {"gov-guojiajiwei"}
    assert canonical("国家发展和改革委员会").body_id == "gov-fagaiwei"


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(
        AnalysisError,
        match=r"^day='3 May' is not a day like 2023-03-16, a month like 2023-03 or a year like 2023\.$",
    ):
        canonical("水利部", "3 May")


def test_bodies_of_a_corpus_are_counted_by_organ_and_unresolved_ones_by_what_is_written() -> None:
    pages = [
        Document("a", text="水利部副部长田远山主持会议，县水利局局长邱明礼参加。"),
        Document("b", text="水利部部长陶砚秋、水利部副部长田远山出席会议。"),
    ]
    corpus = Corpus(pages)
    bodies = bodies_of(find_officials(corpus), corpus)
    columns = ["body_id", "name", "system", "level", "n_officials", "n_positions", "n_documents"]
    assert bodies[columns].astype(object).where(bodies[columns].notna(), None).values.tolist() == [
        ["gov-shuilibu", "水利部", "政", 3, 2, 3, 2],
        ["", "县水利局", "", None, 1, 1, 1],
    ]


def test_a_corpus_without_officials_has_an_empty_table_of_bodies() -> None:
    corpus = Corpus([Document("a", text="雨后的江面很宽。")])
    bodies = bodies_of(find_officials(corpus), corpus)
    assert list(bodies.columns) == BODIES.names
    assert bodies.empty


def test_rows_of_officials_bear_the_id_of_their_body_and_their_rank() -> None:
    rows = find_officials([Document("a", text="水利部副部长田远山、法国总统马克龙出席会议。")])
    found = dict(zip(rows["person"], rows[["body_id", "rank"]].values.tolist(), strict=True))
    assert found == {"田远山": ["gov-shuilibu", "副部级"], "马克龙": ["foreign-FR", ""]}


def test_titles_of_other_classes_have_no_rank() -> None:
    assert {rank_of("主任", "水利部", official_class=kind).rank for kind in ("foreign", "executive", "grassroots")} == {
        ""
    }


def test_levels_of_a_frame_are_whole_numbers_or_missing() -> None:
    corpus = Corpus([Document("a", text="水利部副部长田远山出席会议。")])
    assert bodies_of(find_officials(corpus), corpus)["level"].dtype == pd.Int64Dtype()
