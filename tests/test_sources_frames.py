"""A corpus from a frame and back."""

from datetime import date, datetime, timedelta, timezone

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.tables import DOCUMENTS

NAN = float("nan")


def test_columns_are_guessed_and_texts_taken_as_they_stand():
    frame = pd.DataFrame(
        {"编号": ["x1", "x2"], "标题": ["会议", None], "正文": ["<p>会议。</p>", NAN], "来源": ["日报", NAN], "作者": [NAN, "某网"],
         "阅读": [7, NAN], "发布时间": [pd.Timestamp("2021-11-12 19:05"), pd.NaT]}
    )  # fmt: skip
    first, second = Corpus.from_frame(frame)
    assert (first.doc_id, first.title, first.text, first.source) == ("x1", "会议", "<p>会议。</p>", "日报")
    assert (first.date.isoformat(), first.date_from) == ("2021-11-12T19:05:00+08:00", "column")
    assert first.metadata == {"编号": "x1", "阅读": 7.0}
    assert (second.doc_id, second.title, second.text, second.date, second.date_from) == ("x2", "", "", None, "")
    assert second.metadata == {"编号": "x2", "author": "某网"}


def test_columns_can_be_told():
    frame = pd.DataFrame({"text": ["摘要"], 3: ["会议。"], "k": ["n7"]})
    (document,) = Corpus.from_frame(frame, columns={"text": 3, "doc_id": "k"})
    assert (document.doc_id, document.text, document.metadata) == ("n7", "会议。", {"text (column)": "摘要", "k": "n7"})


@pytest.mark.parametrize(
    ("given_date", "read"),
    [
        ("2021-11-12", "2021-11-12T00:00:00+08:00"),
        ("2021-11-12 19:05:52", "2021-11-12T19:05:52+08:00"),
        ("2021-11-12T11:05:52Z", "2021-11-12T11:05:52+00:00"),
        ("2021年11月12日 19:05", "2021-11-12T19:05:00+08:00"),
        ("2021/1/2", "2021-01-02T00:00:00+08:00"),
        ("Fri, 12 Nov 2021 11:05:52 GMT", "2021-11-12T19:05:52+08:00"),
        (date(2021, 11, 12), "2021-11-12T00:00:00+08:00"),
        (datetime(2021, 11, 12, 19, 5), "2021-11-12T19:05:00+08:00"),
        ("2021年11月12日 19时05分", "2021-11-12T19:05:00+08:00"),
        ("2021/11/12 9:5", "2021-11-12T09:05:00+08:00"),
        (1636715100, "2021-11-12T19:05:00+08:00"),
        (20211112.0, "2021-11-12T00:00:00+08:00"),
        (pd.Timestamp("2021-11-12 11:05", tz="UTC"), "2021-11-12T11:05:00+00:00"),
    ],
)
def test_dates_become_zone_aware(given_date, read):
    (document,) = Corpus.from_frame(pd.DataFrame({"text": ["会议。"], "date": pd.Series([given_date], dtype=object)}))
    assert document.date.isoformat() == read


def test_a_date_that_is_none_is_a_row_of_problems():
    corpus = Corpus.from_frame(pd.DataFrame({"text": ["甲", "乙"], "date": ["2021-11-12", "昨天"]}))
    assert corpus["2"].date is None
    assert corpus.problems.values.tolist() == [["2", 2, "date", "the date '昨天' is no date that can be read.", "kept"]]


def test_ids_that_are_not_different_are_row_numbers():
    assert {d.doc_id for d in Corpus.from_frame(pd.DataFrame({"id": [1, 1], "text": ["甲", "乙"]}))} == {"1", "2"}
    assert {d.doc_id for d in Corpus.from_frame(pd.DataFrame({"id": ["a", None], "text": ["甲", "乙"]}))} == {"1", "2"}
    assert {d.doc_id for d in Corpus.from_frame(pd.DataFrame({"id": [8, 9], "text": ["甲", "乙"]}))} == {"8", "9"}


def test_a_frame_without_a_text_is_one_sentence():
    with pytest.raises(AnalysisError) as caught:
        Corpus.from_frame(pd.DataFrame({"a": [1]}))
    assert str(caught.value) == "no column can be the text; the columns are 'a'; name it in columns."
    with pytest.raises(AnalysisError) as caught:
        Corpus.from_frame(pd.DataFrame({"text": ["a"]}), columns={"title": "t"})
    assert str(caught.value) == "there is no column 't' for 'title'; the columns are 'text'."


def test_the_text_is_a_column_when_it_is_asked_for():
    corpus = Corpus([Document("a", text="会议。")])
    assert list(corpus.to_frame().columns) == DOCUMENTS.names
    assert list(corpus.to_frame(text=True).columns) == [*DOCUMENTS.names, "text"]
    assert corpus.to_frame(text=True)["text"].tolist() == ["会议。"]
    assert Corpus([]).to_frame(text=True)["text"].tolist() == []


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
WORDS = st.text("会议召开日报甲乙丙", min_size=1, max_size=4)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=timezone(timedelta(hours=8)), fold=0)
)
DOCUMENTS_MADE = st.lists(
    st.builds(
        Document,
        doc_id=st.uuids().map(str),
        title=TEXTS,
        text=TEXTS,
        date=st.none() | MOMENTS,
        source=WORDS | st.just(""),
        path=TEXTS,
        date_from=st.just("text"),
        metadata=st.fixed_dictionaries(
            {}, optional={"author": WORDS, "editors": st.lists(WORDS, min_size=1).map(tuple)}
        ),
    ),
    max_size=5,
)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS_MADE)
def test_a_corpus_comes_back_from_its_frame(documents):
    corpus = Corpus(documents)
    back = Corpus.from_frame(corpus.to_frame(text=True))
    assert back.fingerprint == corpus.fingerprint
    for before, after in zip(corpus, back, strict=True):
        assert (after.doc_id, after.title, after.text, after.date) == (
            before.doc_id,
            before.title,
            before.text,
            before.date,
        )
        assert (after.source, after.path, after.metadata) == (before.source, before.path, dict(before.metadata))
        assert after.date_from == (before.date_from if before.date else "")
