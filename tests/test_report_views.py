"""The counts behind the report, each written out by hand."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document, Removed
from analysis.intervals import wilson
from analysis.officials.rows import Row
from analysis.report.views import documents as documents_view
from analysis.report.views import entities, officials, reprints
from analysis.report.views.furniture import by_rule
from analysis.tables import DOCUMENTS, MENTIONS, OFFICIALS, REPRINTS


def documents(*rows: tuple[str, str, str, int, str]) -> pd.DataFrame:
    """doc_id, day, source, n_chars, duplicate_of."""
    return DOCUMENTS.of(
        (
            *(doc_id, f"{doc_id}.md", f"题{doc_id}", day and f"{day}T08:00:00+08:00", "", source, "", "", n),
            *(copy, "exact" if copy else "", 1.0 if copy else None, None, 0.5),
        )
        for doc_id, day, source, n, copy in rows
    )


def listed(*rows: tuple[str, int, str, str, int | None]) -> pd.DataFrame:
    """doc_id, start, person, title, order."""
    return OFFICIALS.of(
        Row(d, start, start + 2, person, title, "", "水务厅", "", "", order, False, "official", "", "")
        for d, start, person, title, order in rows
    )


NEWS = documents(
    ("a", "2022-11-30", "甲报", 100, ""),
    ("b", "2022-12-01", "甲报", 300, ""),
    ("c", "2023-01-15", "乙报", 100, "a"),
    ("d", "", "", 0, ""),
)


def test_months_without_documents_are_rows_of_zeros() -> None:
    two = documents(("a", "2022-11-30", "甲报", 1, ""), ("b", "2023-02-01", "乙报", 1, ""))
    table = documents_view.by_month(two)
    assert table.index.tolist() == ["2022-11", "2022-12", "2023-01", "2023-02"]
    assert table.to_numpy().tolist() == [[0, 1], [0, 0], [0, 0], [1, 0]]  # 乙报 sorts before 甲报


def test_small_sources_are_counted_together_under_an_empty_name() -> None:
    assert documents_view.by_month(NEWS, top=1).sum().to_dict() == {"甲报": 2, "": 1}


def test_sources_come_with_their_copies_and_days() -> None:
    rows = documents_view.by_source(NEWS).to_numpy().tolist()
    assert rows == [
        ["甲报", 2, 0.5, 2, 0, 200.0, "2022-11-30", "2022-12-01"],
        ["", 1, 0.25, 1, 0, 0.0, "", ""],
        ["乙报", 1, 0.25, 0, 1, 100.0, "2023-01-15", "2023-01-15"],
    ]


def test_months_are_counted_with_and_without_reprints() -> None:
    rows = documents_view.months(NEWS).to_numpy().tolist()
    assert rows == [["2022-11", 1, 1], ["2022-12", 1, 1], ["2023-01", 1, 0]]


SHARED = REPRINTS.of(
    [
        ("a", "a", "first", 1.0, 0.0, "甲报", "甲报"),
        ("a", "c", "exact", 1.0, 46.0, "乙报", "甲报"),
        ("a", "a", "title", 1.0, 0.0, "甲报", "甲报"),
        ("a", "b", "title", 0.25, 1.0, "甲报", "甲报"),
        ("a", "d", "title", 0.125, None, "", "甲报"),
    ]
)


def test_a_group_of_reprints_is_a_row_with_its_first_publisher_and_lag() -> None:
    rows = reprints.text_groups(SHARED, NEWS).to_numpy().tolist()
    assert rows == [["a", "题a", 2, 1, 0, 1.0, "甲报", "2022-11-30", 46.0]]


def test_a_title_over_different_texts_is_told_apart_from_reprints() -> None:
    rows = reprints.title_groups(SHARED, NEWS).to_numpy().tolist()
    assert rows == [["a", "题a", 3, 0.25, "2022-11-30", "2022-12-01", "甲报"]]


def test_without_reprints_both_tables_are_empty() -> None:
    none = REPRINTS.of([])
    assert len(reprints.text_groups(none, NEWS)) == len(reprints.title_groups(none, NEWS)) == 0


def test_filled_fields_are_shares_of_documents() -> None:
    table = documents_view.filled(NEWS)
    assert table.loc["date"].to_dict() == {"": 0.75, "甲报": 1.0, "乙报": 1.0}
    assert table.loc["n_chars", ""] == 0.75


def test_the_longest_gap_is_told_with_the_days_around_it() -> None:
    assert documents_view.longest_gap(NEWS) == (44, "2022-12-01", "2023-01-15")
    assert documents_view.longest_gap(NEWS.head(1)) == (0, "", "")


def mentions(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return MENTIONS.of((doc_id, 0, 2, text, "PERSON", kind, 1.0, "", "", "") for doc_id, text, kind in rows)


NAMED = mentions(
    ("a", "林知远", "appearance"),
    ("a", "林知远", "appearance"),
    ("b", "林知远", "appearance"),
    ("b", "周怀瑾", "appearance"),
    ("b", "沈清和", "byline"),
)


def test_names_are_ranked_by_documents_and_bylines_are_left_out() -> None:
    rows = entities.top_entities(NAMED, NEWS, "PERSON", top=5).to_numpy().tolist()
    assert rows == [["林知远", 2, 3, "2022-11-30", "2022-12-01"], ["周怀瑾", 1, 1, "2022-12-01", "2022-12-01"]]


def test_a_trend_has_a_row_for_every_month_of_the_corpus() -> None:
    table = entities.trend(NAMED, NEWS, ["林知远"], "PERSON")
    assert table[["month", "n_documents", "n_total", "share"]].to_numpy().tolist() == [
        ["2022-11", 1, 1, 1.0],
        ["2022-12", 1, 1, 1.0],
        ["2023-01", 0, 1, 0.0],
    ]


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 500), st.integers(0, 500))
def test_wilson_encloses_the_share_and_stays_within_0_and_1(count: int, more: int) -> None:
    total = count + more
    low, high = (float(end) for end in wilson(count, total))
    share = count / total if total else 0.5
    assert 0 <= low <= share + 1e-12 and share - 1e-12 <= high <= 1


def test_wilson_of_nothing_is_everything() -> None:
    low, high = wilson(0, 0)
    assert (float(low), float(high)) == (0.0, 1.0)


TWO_LISTS = listed(
    ("a", 0, "林知远", "厅长", None),  # stands alone
    ("a", 10, "林知远", "厅长", 1),
    ("a", 20, "周怀瑾", "副厅长", 2),
    ("a", 20, "周怀瑾", "总工程师", 2),  # a second post of the same person
    ("a", 30, "沈清和", "副厅长", 3),
    ("a", 50, "沈清和", "副厅长", 1),
    ("a", 60, "周怀瑾", "副厅长", 2),
    ("b", 0, "周怀瑾", "副厅长", 1),
    ("b", 10, "林知远", "厅长", 2),
)


def test_pairs_count_documents_and_not_mentions() -> None:
    rows = officials.pairs(TWO_LISTS, ["林知远", "周怀瑾"])[["person", "other", "n_documents", "doc_id"]]
    assert rows.to_numpy().tolist() == [["周怀瑾", "林知远", 2, "a"]]


def test_together_is_symmetric_with_each_alone_on_the_diagonal() -> None:
    assert officials.together(TWO_LISTS, ["林知远", "沈清和"]).to_numpy().tolist() == [[2, 1], [1, 1]]


def test_appearances_take_the_first_title_of_the_day() -> None:
    table = officials.appearances(TWO_LISTS, NEWS)
    assert table[["person", "day", "title"]].to_numpy().tolist() == [
        ["周怀瑾", "2022-11-30", "副厅长"],
        ["周怀瑾", "2022-12-01", "副厅长"],
        ["林知远", "2022-11-30", "厅长"],
        ["林知远", "2022-12-01", "厅长"],
        ["沈清和", "2022-11-30", "副厅长"],
    ]


def test_furniture_is_summed_by_rule_with_the_commonest_example() -> None:
    editors = [Removed("editors", f"责任编辑：{name}", 0, 8, "credit line") for name in ("甘田", "闻立", "闻立")]
    captions = [Removed("caption", "图为会场。", 9, 14, "markup of 临江日报")]
    corpus = Corpus(
        [Document(f"d{i}", source="临江日报", removed=(piece, *captions)) for i, piece in enumerate(editors)]
    )
    assert by_rule(corpus.furniture).to_numpy().tolist() == [
        ["临江日报", "editors", "credit line", 3, 21, "责任编辑：闻立"],
        ["临江日报", "caption", "markup of 临江日报", 3, 15, "图为会场。"],
    ]
