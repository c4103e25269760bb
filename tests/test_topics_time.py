"""Topics by month: every month is there, and the interval is Wilson's."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.topics import topic_trend


def assignments(*topics: int) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": list(map(str, range(len(topics)))), "topic": pd.array(topics, dtype="Int64")})


def test_shares_are_of_the_documents_of_the_month():
    trend = topic_trend(assignments(1, 2, 1), ["2022-01-03", "2022-01-30", datetime(2022, 2, 1, tzinfo=UTC)])
    assert trend[["topic", "month", "n_documents", "n_total", "share"]].values.tolist() == [
        [1, "2022-01", 1, 2, 0.5],
        [1, "2022-02", 1, 1, 1.0],
        [2, "2022-01", 1, 2, 0.5],
        [2, "2022-02", 0, 1, 0.0],
    ]


def test_wilson_1927_gives_the_textbook_interval_of_one_in_ten():
    trend = topic_trend(assignments(1, *[2] * 9), ["2022-01-03"] * 10)
    assert trend.iloc[0][["share", "low", "high"]].tolist() == pytest.approx([0.1, 0.0179, 0.4042], abs=1e-4)


def test_a_month_without_documents_stands_there_without_a_share():
    trend = topic_trend(assignments(1, 1), ["2021-12-31", "2022-02-01"])
    assert trend["month"].tolist() == ["2021-12", "2022-01", "2022-02"]
    assert trend["share"].isna().tolist() == [False, True, False]
    assert trend.loc[1, ["n_total", "low", "high"]].tolist() == [0, 0.0, 1.0]


@pytest.mark.parametrize("undated", [None, "", pd.NaT])
def test_undated_documents_are_left_out(undated):
    trend = topic_trend(assignments(1, 1), ["2022-01-03", undated])
    assert trend["n_total"].tolist() == [1]


def test_no_dated_documents_give_an_empty_table():
    assert len(topic_trend(assignments(1, 2), [None, ""])) == 0
    assert topic_trend(assignments(), []).columns.tolist() == [
        "topic",
        "month",
        "n_documents",
        "n_total",
        "share",
        "low",
        "high",
    ]


def test_a_missing_date_is_told_in_one_sentence():
    with pytest.raises(AnalysisError) as error:
        topic_trend(assignments(1, 2), ["2022-01-03"])
    assert str(error.value) == "1 dates were given for 2 documents; give one for each."


def test_a_date_that_is_none_is_told_in_one_sentence():
    with pytest.raises(AnalysisError) as error:
        topic_trend(assignments(1), ["last May"])
    assert str(error.value) == "date='last May' is not a day; write it as 2022-10-16."


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.dates()), max_size=12))
def test_the_share_lies_in_its_interval(rows):
    rows = [(topic, day.replace(year=2020 + day.year % 3)) for topic, day in rows if (day.month, day.day) != (2, 29)]
    trend = topic_trend(assignments(*(topic for topic, _ in rows)), [day for _, day in rows])
    known = trend.dropna()
    assert ((known["low"] <= known["share"]) & (known["share"] <= known["high"])).all()
    assert trend["n_documents"].sum() == len(rows)
