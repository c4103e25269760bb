"""What topics are called, and the pieces the clustering is made of."""

import numpy as np
import pytest

from analysis.tokens import Tokens
from analysis.topics.choice import agreement
from analysis.topics.consensus import agreed, jaccard, topic_stability
from analysis.topics.features import character_features, count_matrix, vocabulary
from analysis.topics.labels import describe, describe_all
from analysis.topics.terms import content_types, find_terms


def tokens_of(*documents: str) -> Tokens:
    return Tokens.of([[(word, "n") for word in document.split()] for document in documents])


def terms_of(*documents: str):
    tokens = tokens_of(*documents)
    return find_terms(tokens, content_types(tokens, {"以及"}))


def test_phrases_are_runs_of_two_to_four_content_words_that_come_twice():
    terms = terms_of("保障 国家 粮食 安全 。", "国家 粮食 安全")
    assert terms.names == ["保障", "国家", "粮食", "安全", "国家粮食", "粮食安全", "国家粮食安全"]


def test_phrases_cross_neither_marks_nor_stop_words_nor_documents():
    names = terms_of("粮食 ， 安全", "粮食 ， 安全", "粮食 以及 安全", "粮食 以及 安全", "粮食", "安全").names
    assert names == ["粮食", "安全"]


def test_a_phrase_of_five_words_is_told_as_its_parts_of_four():
    names = terms_of("甲方 乙方 丙方 丁方 戊方", "甲方 乙方 丙方 丁方 戊方").names
    assert max(map(len, names)) == 8
    assert {"甲方乙方丙方丁方", "乙方丙方丁方戊方"} <= set(names)


def test_a_term_said_often_in_one_document_counts_once():
    terms = terms_of("粮食 ， 粮食 ， 粮食", "安全")
    assert terms.present.toarray().tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("word", ["的", "2022", "二〇二二", "100%", "……", "以及", "3月", "一二", "两千"])
def test_marks_numbers_stop_words_and_single_characters_are_no_content(word):
    expected = word == "3月"  # a month is a word
    assert content_types(tokens_of(word), {"以及"}).tolist() == [expected]


def test_a_fragment_gives_way_to_the_phrase_it_stands_in():
    names, n = ["质量", "发展", "高质量发展", "工厂"], np.array([10.0, 12.0, 9.0, 3.0])
    assert describe(names, n, n).words == ("高质量发展", "工厂")


def test_a_word_that_mostly_stands_alone_is_no_fragment():
    names, n = ["发展", "高质量发展"], np.array([12.0, 2.0])
    assert describe(names, n, n).words == ("发展",)


def test_a_label_is_the_three_best_words_and_ties_go_by_the_text():
    names, weights = ["丁丁", "甲甲", "乙乙", "丙丙"], np.array([1.0, 1.0, 1.0, 2.0])
    assert describe(names, np.ones(4), weights).label == "丙丙、丁丁、乙乙"


def test_a_word_of_every_topic_ranks_below_a_word_of_one():
    terms = terms_of("会议 粮食", "会议 粮食", "会议 火箭", "会议 火箭")
    (first, second), similarity = describe_all(terms, np.array([0, 0, 1, 1]), 2)
    assert (first.words[0], second.words[0]) == ("会议粮食", "会议火箭")
    assert 0 < similarity[0, 1] < 1


def test_pairs_of_characters_cross_neither_marks_nor_texts():
    document, code = character_features(["甲乙，丙", "丁"], single=False)
    assert document.tolist() == [0]
    assert code.tolist() == [ord("甲") << 21 | ord("乙")]


def test_only_the_first_two_thousand_characters_are_read():
    assert len(character_features(["会" * 3000])[0]) == 2000 + 1999


def test_a_feature_of_one_document_or_of_nearly_all_is_not_in_the_vocabulary():
    documents, codes = np.array([0, 1, 2, 3, 4, 0, 1, 2, 2]), np.array([7, 7, 7, 7, 7, 5, 5, 9, 9])
    assert vocabulary((documents, codes), 5).tolist() == [5]


def test_counting_leaves_out_what_is_not_in_the_vocabulary():
    counts = count_matrix((np.array([0, 0, 1, 1]), np.array([3, 3, 4, 9])), np.array([3, 9]), 2)
    assert counts.toarray().tolist() == [[2, 0], [0, 1]]


def test_a_cluster_found_again_whole_matches_by_one_and_a_split_one_by_its_larger_part():
    topics, run = np.array([0, 0, 1, 1, 1, 1]), np.array([2, 2, 0, 0, 0, 1])
    assert jaccard(topics, run).tolist() == [1.0, 0.75]
    assert topic_stability(topics, np.array([run, topics])).tolist() == [1.0, 0.875]


def test_runs_that_agree_up_to_their_numbers_give_full_margins():
    runs = np.array([[0, 0, 1, 1], [1, 1, 0, 0], [0, 0, 1, 1]])
    clusters, margins = agreed(runs, 2, seed=0)
    assert len({clusters[0], clusters[1]}) == 1 and clusters[0] != clusters[2]
    assert margins.tolist() == [1, 1, 1, 1]


def test_equal_runs_share_all_information_that_k_even_topics_carry():
    runs = np.tile(np.repeat([0, 1, 2, 3], 500), (4, 1))
    stability, error = agreement(runs, 4)
    assert stability == pytest.approx(1, abs=0.01)
    assert error == pytest.approx(0, abs=1e-6)


def test_random_runs_share_nothing():
    runs = np.random.default_rng(0).integers(5, size=(6, 2000))
    assert agreement(runs, 5)[0] == pytest.approx(0, abs=0.01)


def test_a_repeatable_split_of_a_few_odd_documents_is_worth_little():
    runs = np.tile(np.r_[np.zeros(980, dtype=int), np.ones(20, dtype=int)], (4, 1))
    assert agreement(runs, 2)[0] < 0.15  # the Rand index would be 1
