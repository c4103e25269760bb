"""Keywords: terms, fragments, scores by hand, ties, and bad input."""

import re
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.keywords import corpus_keywords, document_keywords, find_keywords, stop_words, term_counts
from analysis.keywords.phrases import CARRIED
from analysis.lexicon import lexicon
from analysis.tables import KEYWORDS
from analysis.tokens import Tokens

COMMA = ("，", "x")


def tokens(*documents: str) -> Tokens:
    """Documents written as words between blanks; a word may bear its tag: 水利/n, else n; ， is a sign."""

    def pair(word: str) -> tuple[str, str]:
        text, _, tag = word.partition("/")
        return (text, tag or ("n" if text.isalnum() else "x"))

    return Tokens.of([pair(word) for word in document.split()] for document in documents)


def terms(*documents: str, **options) -> dict[str, int]:
    counts = term_counts(tokens(*documents), **options)
    return dict(zip(counts.terms, counts.total().tolist(), strict=True))


def test_a_phrase_that_recurs_in_one_document_is_a_term():
    assert terms("梯田 保护 ， 梯田 保护 ， 梯田")["梯田保护"] == 2  # terrace protection


def test_a_phrase_that_stands_once_is_no_term_but_its_words_are():
    assert terms("梯田 保护") == {"保护": 1, "梯田": 1}


def test_a_phrase_needs_five_occurrences_if_no_document_has_two():
    assert "梯田保护" not in terms(*["梯田 保护"] * 4)
    assert terms(*["梯田 保护"] * 5) == {"梯田保护": 5}


def test_a_phrase_ends_at_signs_function_words_and_stop_words():
    text = "梯田 ， 保护 的/uj 渔业 召开/v 湿地 ， " * 2
    assert set(terms(text)) == {"梯田", "保护", "渔业", "湿地"}


def test_a_phrase_does_not_run_from_one_document_or_title_into_the_next():
    counts = term_counts(tokens("渔业 梯田", "保护 渔业"), tokens("保护", "梯田"), min_count=1)
    assert set(counts.terms) == {"渔业梯田", "保护渔业", "保护", "梯田", "渔业"}


def test_a_fragment_that_a_longer_phrase_always_carries_is_dropped():
    longer = "开放型 世界 经济 ， "  # an open world economy
    assert terms(longer * 5) == {"开放型世界经济": 5}


def test_a_fragment_stays_if_it_stands_alone_often_enough():
    # 4 of 5 are carried: that is the threshold; 3 of 4 are not enough to drop it
    assert CARRIED == 0.8
    assert "世界经济" not in terms("开放型 世界 经济 ， " * 4 + "世界 经济")
    assert terms("开放型 世界 经济 ， " * 3 + "世界 经济")["世界经济"] == 4


def test_the_same_text_cut_in_two_ways_is_one_term():
    assert terms("高质量 发展 ， 高质量 发展 ， 高质量发展") == {"高质量发展": 3}


def test_a_word_repeated_without_end_is_one_word_not_a_phrase():
    assert terms("梯田 " * 20) == {"梯田": 20}


def test_a_formula_in_quotation_marks_is_a_term_whatever_its_words_are():
    text = "建设 “ 一带/m 一路/m ” ， "  # building the Belt and Road
    assert terms(text * 2) == {"一带一路": 2, "建设": 2}


def test_speech_in_quotation_marks_and_an_unclosed_mark_add_nothing():
    assert terms("“ 我/r 也/d 很/d 好/a 的/uj ” ， “ 一带/m 一路/m") == {}


def test_single_characters_are_no_terms_but_may_stand_in_phrases():
    assert terms("强/a 降雨 ， 强/a 降雨") == {"强降雨": 2}


def test_the_counts_are_rows_of_a_sparse_table():
    counts = term_counts(tokens("渔业 ， 梯田 ， 渔业", "", "梯田"), tokens("渔业", "", ""))
    assert counts.terms == ["梯田", "渔业"]
    assert counts.bounds.tolist() == [0, 2, 2, 3]
    assert counts.term_index.tolist() == [0, 1, 0]
    assert counts.counts.tolist() == [1, 3, 1]
    assert counts.title_counts.tolist() == [0, 1, 0]
    assert counts.n_documents().tolist() == [2, 1]
    assert counts.documents_with("梯田").tolist() == [0, 2]


def test_a_term_that_was_not_counted_is_refused_not_reported_as_absent():
    with pytest.raises(AnalysisError) as error:
        term_counts(tokens("渔业")).documents_with("水务")
    assert str(error.value) == (
        "the term '水务' was not counted; it is nowhere, has a stop word, or is only inside a longer term."
    )


def test_scores_are_frequency_times_smooth_idf_times_the_cube_root_of_length():
    frame = document_keywords(tokens("渔业 ， 渔业 ， 梯田", "梯田 ， 水文站"), ["a", "b"])
    everywhere, once = 1 + log(3 / 3), 1 + log(3 / 2)
    expected = [
        ("a", "渔业", 2 * once * 2 ** (1 / 3), 1),
        ("a", "梯田", 1 * everywhere * 2 ** (1 / 3), 2),
        ("b", "水文站", 1 * once * 3 ** (1 / 3), 1),
        ("b", "梯田", 1 * everywhere * 2 ** (1 / 3), 2),
    ]
    assert frame["score"].tolist() == pytest.approx([row[2] for row in expected])
    assert frame.drop(columns="score").values.tolist() == [[d, k, r] for d, k, _, r in expected]


def test_an_occurrence_in_the_title_counts_as_eight():
    frame = document_keywords(tokens("渔业 ， 梯田"), ["a"], tokens("梯田"))
    assert frame.set_index("keyword")["score"].to_dict() == pytest.approx(
        {"梯田": 9 * 2 ** (1 / 3), "渔业": 2 ** (1 / 3)}
    )


def test_a_phrase_is_weighted_with_the_root_of_its_npmi():
    # 8 content words, 梯田 3 and 保护 3 of them, together twice: ln(p_ab / (p_a p_b)) / -ln(p_ab)
    frame = document_keywords(tokens("梯田 保护 ， 梯田 保护 ， 梯田 ， 保护 ， 渔业 ， 渔业"), ["a"])
    npmi = log((2 / 8) / (3 / 8 * 3 / 8)) / -log(2 / 8)
    assert frame.set_index("keyword").loc["梯田保护", "score"] == pytest.approx(2 * sqrt(npmi) * 4 ** (1 / 3))


def test_ties_fall_in_code_point_order():
    frame = document_keywords(tokens("渔业 ， 梯田 ， 湿地"), ["a"])
    assert frame["keyword"].tolist() == sorted(["渔业", "梯田", "湿地"])


def test_one_document_has_keywords():
    assert document_keywords(tokens("梯田 保护 ， 梯田 保护"), ["a"])["keyword"].tolist() == ["梯田保护"]


def test_the_corpus_comes_first_and_its_documents_vote_with_equal_weight():
    frame = find_keywords(tokens("渔业 ， " * 50, "梯田", "梯田"), ["a", "b", "c"])
    assert frame["doc_id"].tolist() == ["", "", "a", "b", "c"]
    assert frame["keyword"].tolist() == ["梯田", "渔业", "渔业", "梯田", "梯田"]
    assert frame["score"].tolist()[:2] == pytest.approx([2 / 3, 1 / 3])


def test_the_corpus_alone_and_the_documents_alone_are_the_two_parts():
    texts, ids = tokens("渔业 ， 梯田", "梯田 ， 湿地"), ["a", "b"]
    whole = find_keywords(texts, ids)
    assert whole[whole["doc_id"] == ""].equals(corpus_keywords(texts))
    assert whole[whole["doc_id"] != ""].reset_index(drop=True).equals(document_keywords(texts, ids))


def test_top_is_the_number_of_keywords_of_a_document():
    frame = document_keywords(tokens("渔业 ， 梯田 ， 湿地"), ["a"], top=2)
    assert frame["rank"].tolist() == [1, 2]


@pytest.mark.parametrize("texts", [tokens(), tokens(""), tokens("， 。", "的/uj")])
def test_without_content_the_table_is_empty_and_typed(texts):
    frame = find_keywords(texts, [str(i) for i in range(len(texts))])
    assert len(frame) == 0
    assert frame.equals(KEYWORDS.of([]))


def test_too_few_ids_and_titles_are_refused():
    with pytest.raises(AnalysisError) as error:
        document_keywords(tokens("渔业", "梯田"), ["a"])
    assert str(error.value) == "there are 1 doc_ids for 2 texts; give one for each."
    with pytest.raises(AnalysisError) as error:
        document_keywords(tokens("渔业", "梯田"), ["a", "b"], tokens("渔业"))
    assert str(error.value) == "there are 1 titles for 2 texts; give one for each, empty if need be."


def occurrences(term: str, text: str) -> int:
    """Overlapping ones too: a run of three equal words holds the phrase of two twice."""
    return len(re.findall(f"(?={term})", text))


WORDS = st.sampled_from(["梯田", "保护", "渔业", "强/a", "，", "的/uj", "召开/v"])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=6)


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_a_term_is_counted_as_often_as_it_is_written_between_breaks(documents):
    counts = term_counts(tokens(*documents), min_count=1)
    broken = [text.replace("召开/v", "，").replace("的/uj", "，").replace("/a", "") for text in documents]
    for d, term, n in zip(counts.doc_index, counts.term_index, counts.counts, strict=True):
        assert occurrences(counts.terms[term], broken[d].replace(" ", "")) == n


@settings(max_examples=50, deadline=None)
@given(DOCUMENTS)
def test_no_keyword_of_a_document_stands_only_inside_a_better_one(documents):
    frame = document_keywords(tokens(*documents), [str(i) for i in range(len(documents))])
    for doc_id, rows in frame.groupby("doc_id", sort=False):
        keywords = rows["keyword"].tolist()
        text = documents[int(doc_id)].replace(" ", "").replace("/a", "")
        for i, keyword in enumerate(keywords):
            assert all(keyword not in k or occurrences(keyword, text) > occurrences(k, text) for k in keywords[:i])


def test_the_stop_list_is_sorted_counted_and_sourced():
    rows = lexicon("stopwords").rows
    assert [row["name"] for row in rows] == sorted({row["name"] for row in rows})
    assert {row["kind"] for row in rows} == {"function", "news", "number", "official", "time"}
    assert {row["source"] for row in rows} == set(lexicon("stopwords").sources)


def test_kinds_of_stop_words_can_be_chosen():
    assert {"记者", "本报讯", "据悉", "责任编辑", "日电"} <= stop_words(["news"])
    assert {"召开", "开展", "进一步", "指出", "强调"} <= stop_words(["official"])
    assert len(stop_words()) == sum(
        len(stop_words([kind])) for kind in ("function", "news", "number", "official", "time")
    )


def test_an_unknown_kind_of_stop_word_is_refused():
    with pytest.raises(AnalysisError) as error:
        stop_words(["english"])
    allowed = "'function', 'news', 'number', 'official', 'time'"
    assert str(error.value) == f"kind='english' is not allowed; choose one of {allowed}."


def test_the_arrays_are_whole_numbers():
    counts = term_counts(tokens("渔业"))
    assert {a.dtype for a in (counts.bounds, counts.term_index, counts.counts, counts.title_counts)} == {
        np.dtype("int64")
    }
