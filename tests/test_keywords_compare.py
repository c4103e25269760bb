"""Keyness, trends and concordance."""

from datetime import UTC, date, datetime
from math import erfc, isnan, log, log2, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.keywords import concordance, keyness, keyword_trend, term_counts
from analysis.tokens import Tokens


def tokens(*documents: str) -> Tokens:
    return Tokens.of([(word, "n" if word.isalnum() else "x") for word in document.split()] for document in documents)


def test_g2_p_q_and_log_ratio_are_those_computed_by_hand():
    target = tokens("渔业 ， 渔业", "渔业", "渔业 ， 梯田", "梯田")
    reference = tokens("渔业", "梯田", "梯田", "湿地", "梯田", "梯田")
    frame = keyness(target, reference, min_documents=1).set_index("term")
    # 渔业 (fishery): 3 of 4 documents against 1 of 6; expected 1.6, 2.4 with and 2.4, 3.6 without
    g2 = 2 * (3 * log(3 / 1.6) + 1 * log(1 / 2.4) + 1 * log(1 / 2.4) + 5 * log(5 / 3.6))
    row = frame.loc["渔业"]
    assert (row["n_target"], row["n_reference"]) == (3, 1)
    assert (row["share_target"], row["share_reference"]) == (0.75, pytest.approx(1 / 6))
    assert row["g2"] == pytest.approx(g2)
    assert row["p"] == pytest.approx(erfc(sqrt(g2 / 2)))
    assert row["log_ratio"] == pytest.approx(log2((3 / 4) / (1 / 6)))
    # the smallest of three p values is multiplied by three (Benjamini and Hochberg)
    assert row["q"] == pytest.approx(3 * row["p"])


def test_an_absent_term_counts_as_half_a_document_in_the_log_ratio():
    frame = keyness(tokens("湿地", "渔业"), tokens("渔业", "渔业"), min_documents=1).set_index("term")
    assert frame.loc["湿地", "log_ratio"] == pytest.approx(log2((1 / 2) / (0.5 / 2)))


def test_a_term_that_one_document_repeats_is_one_document():
    frame = keyness(tokens("渔业 ， " * 50, "梯田"), tokens("梯田", "梯田"), min_documents=1).set_index("term")
    assert frame.loc["渔业", "n_target"] == 1


def test_rows_fall_by_g2_then_term_and_rare_terms_are_left_out():
    frame = keyness(tokens(*["渔业 ， 梯田"] * 4), tokens(*["湿地 ， 水文"] * 4, "古树"))
    assert frame["term"].tolist() == ["梯田", "渔业", "水文", "湿地"]
    assert "古树" not in set(frame["term"])


@pytest.mark.parametrize("target, reference", [((), ()), (("渔业",), ()), ((), ("渔业",))])
def test_an_empty_corpus_gives_no_error_and_no_false_finding(target, reference):
    frame = keyness(tokens(*target), tokens(*reference), min_documents=1)
    assert (frame["p"] == 1).all()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["渔业", "梯田", "渔业 ， 梯田"]), max_size=8), st.lists(st.sampled_from(["渔业", "湿地"]))
)
def test_exchanging_the_corpora_keeps_g2_and_turns_the_log_ratio_round(one, other):
    there = keyness(tokens(*one), tokens(*other), min_documents=1).set_index("term").sort_index()
    back = keyness(tokens(*other), tokens(*one), min_documents=1).set_index("term").sort_index()
    assert there["g2"].tolist() == pytest.approx(back["g2"].tolist())
    assert there["log_ratio"].tolist() == pytest.approx((-back["log_ratio"]).tolist())
    assert ((there["q"] >= there["p"]) & (there["q"] <= 1)).all()


DATES = [date(2022, 11, 30), datetime(2022, 11, 1, tzinfo=UTC), date(2023, 1, 2), None]


def test_a_trend_has_every_month_and_leaves_undated_documents_out():
    counts = term_counts(tokens("渔业", "梯田", "渔业", "渔业"))
    frame = keyword_trend(counts, DATES, ["渔业"])
    assert frame["month"].tolist() == ["2022-11", "2022-12", "2023-01"]
    assert frame["n_documents"].tolist() == [1, 0, 1]
    assert frame["n_total"].tolist() == [2, 0, 1]
    assert frame["share"].tolist()[::2] == [0.5, 1.0]
    assert isnan(frame["share"].tolist()[1])


def test_trends_follow_the_terms_in_the_order_given():
    counts = term_counts(tokens("渔业", "梯田", "渔业", "渔业"))
    assert keyword_trend(counts, DATES, ["渔业", "梯田"])["term"].unique().tolist() == ["渔业", "梯田"]


@pytest.mark.parametrize("dates, terms", [([None] * 4, ["渔业"]), (DATES, [])])
def test_without_dates_or_terms_a_trend_is_empty(dates, terms):
    counts = term_counts(tokens("渔业", "梯田", "渔业", "渔业"))
    frame = keyword_trend(counts, dates, terms)
    assert (len(frame), list(frame.columns)) == (0, ["term", "month", "n_documents", "n_total", "share"])


def test_a_trend_needs_a_date_for_each_document():
    with pytest.raises(AnalysisError) as error:
        keyword_trend(term_counts(tokens("渔业", "梯田")), [None], ["渔业"])
    assert str(error.value) == "there are 1 dates for 2 documents; give one for each, or None."


CORPUS = Corpus(
    [
        Document("b", text="河长制落实，河长制见效。", date=datetime(2023, 5, 2, tzinfo=UTC)),
        Document("a", text="全面推行河长制", date=None),
    ]
)


def test_a_concordance_shows_each_place_in_document_and_text_order():
    frame = concordance(CORPUS, "河长制", width=3)  # the river chief system
    assert frame.values.tolist() == [
        ["b", 0, 3, "", "河长制", "落实，", "2023-05-02T00:00:00+00:00"],
        ["b", 6, 9, "落实，", "河长制", "见效。", "2023-05-02T00:00:00+00:00"],
        ["a", 4, 7, "面推行", "河长制", "", ""],
    ]


def test_a_term_is_text_not_a_pattern():
    assert concordance([Document("a", text="5.2和512")], "5.2")["start"].tolist() == [0]


def test_a_term_is_found_in_its_plain_form_and_shown_as_written():
    frame = concordance([Document("a", text="到２０\u200b２１年，2021年")], "２０２1", width=1)
    assert frame[["start", "stop", "left", "text", "right"]].values.tolist() == [
        [1, 6, "到", "２０\u200b２１", "年"],
        [8, 12, "，", "2021", "年"],
    ]


def test_a_term_that_is_nowhere_gives_a_typed_empty_table():
    frame = concordance(CORPUS, "林长制")
    assert len(frame) == 0
    assert frame.dtypes.astype(str).tolist() == ["str", "int64", "int64", "str", "str", "str", "str"]


def test_an_empty_term_and_a_negative_width_are_refused():
    with pytest.raises(AnalysisError) as error:
        concordance(CORPUS, "")
    assert str(error.value) == "term='' is not allowed; give at least one character."
    with pytest.raises(AnalysisError) as error:
        concordance(CORPUS, "\u200b")
    assert str(error.value) == "term='\\u200b' is not allowed; give at least one character."
    with pytest.raises(AnalysisError) as error:
        concordance(CORPUS, "河", width=-1)
    assert str(error.value) == "width=-1 is not allowed; give 0 or more code points."
