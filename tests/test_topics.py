"""Topics: themes are found, every document is placed, and nothing odd in a corpus breaks it."""

import os
import subprocess
import sys
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.tables import TOPIC_WORDS, TOPICS
from analysis.tokens import Tokens
from analysis.topics import find_topics

FARM = ["小麦", "丰收", "农田", "播种", "灌溉", "粮仓", "秋收", "种子"]  # wheat, harvest, …
SPACE = ["火箭", "发射", "卫星", "轨道", "航天", "飞船", "对接", "空间站"]  # rocket, launch, …
SPORT = ["足球", "比赛", "决赛", "冠军", "球员", "教练", "主场", "进球"]  # football, match, …
THEMES = [FARM, SPACE, SPORT]


def documents(themes: list[list[str]], n: int, length: int = 12, seed: int = 0) -> tuple[list[list[str]], list[int]]:
    """`n` documents in turn about each theme, their words drawn from it."""
    rng = np.random.default_rng(seed)
    truth = [d % len(themes) for d in range(n)]
    return [[str(word) for word in rng.choice(themes[t], size=length)] for t in truth], truth


def topics_of(words: list[list[str]], **options):
    texts = ["，".join(document) for document in words]
    tokens = Tokens.of([[(word, "n") for word in document] for document in words])
    return find_topics(tokens, texts, [f"d{i}" for i in range(len(words))], **{"stop": (), **options})


def groups(labels) -> set[frozenset[int]]:
    """A clustering without its numbers."""
    labels = list(labels)
    return {frozenset(i for i, label in enumerate(labels) if label == one) for one in set(labels)}


@pytest.mark.parametrize("method", ["kmeans", "mixture"])
def test_three_plain_themes_are_found_exactly(method):
    words, truth = documents(THEMES, 60)
    topics = topics_of(words, n_topics=3, method=method)
    assert groups(topics.assignments["topic"]) == groups(truth)
    assert topics.table["stability"].min() > 0.75


@pytest.mark.parametrize("method", ["kmeans", "mixture"])
@pytest.mark.parametrize("k", [2, 3, 5])
def test_the_number_of_plain_themes_is_found(method, k):
    themes = [[f"主题{chr(0x7532 + t)}{chr(0x4E00 + 40 * t + i)}" for i in range(12)] for t in range(k)]
    words, truth = documents(themes, 120)
    topics = topics_of(words, method=method)
    assert topics.scan.loc[topics.scan["chosen"], "k"].tolist() == [k]
    assert groups(topics.assignments["topic"]) == groups(truth)


def test_the_scan_shows_every_number_it_tried():
    words, _ = documents(THEMES, 48)
    scan = topics_of(words).scan
    assert scan["k"].tolist() == [2, 3, 4, 5, 6]
    assert scan.columns.tolist() == ["k", "stability", "standard_error", "chosen"]
    assert scan["chosen"].sum() == 1


def test_a_given_number_is_not_scanned_for():
    words, _ = documents(THEMES, 48)
    topics = topics_of(words, n_topics=2)
    assert (len(topics.scan), len(topics.table)) == (0, 2)


def test_topics_are_numbered_by_size_and_the_tables_agree():
    words = documents([FARM], 30)[0] + documents([SPACE], 20)[0] + documents([SPORT], 10)[0]
    topics = topics_of(words, n_topics=3)
    assert topics.table["topic"].tolist() == [1, 2, 3]
    assert topics.table["n_documents"].tolist() == [30, 20, 10]
    assert topics.table["share"].tolist() == [0.5, 0.333333, 0.166667]
    assert topics.assignments["topic"].tolist() == [1] * 30 + [2] * 20 + [3] * 10
    assert set(topics.words.loc[topics.words["topic"] == 2, "word"]) & set(SPACE)
    assert not set(topics.words.loc[topics.words["topic"] == 2, "word"]) & set(FARM + SPORT)
    assert topics.table.columns.tolist() == TOPICS.names
    assert topics.words.columns.tolist() == TOPIC_WORDS.names


def test_topics_of_one_size_stand_in_the_order_of_their_labels():
    words, _ = documents(THEMES, 60)
    labels = topics_of(words, n_topics=3).table["label"].tolist()
    assert labels == sorted(labels)


def test_topics_without_a_word_in_common_are_not_alike():
    words, _ = documents(THEMES, 60)
    assert topics_of(words, n_topics=3).similarity.tolist() == np.eye(3).tolist()


def test_a_document_between_two_themes_has_a_smaller_margin():
    words, _ = documents([FARM, SPACE], 60)
    between = FARM[:4] + SPACE[:4]
    margin = topics_of([*words, between], n_topics=2, method="kmeans").assignments["margin"]
    assert margin.iloc[-1] < margin.iloc[:-1].min()


@pytest.mark.parametrize("n_topics", [None, 2])
def test_the_same_seed_gives_the_same_bytes_on_one_thread_and_on_two(n_topics):
    program = (
        "import sys; sys.path.insert(0, 'tests'); import test_topics as t\n"
        f"topics = t.topics_of(t.documents(t.THEMES, 60, 4)[0], n_topics={n_topics}, seed=7)\n"
        "for frame in (topics.table, topics.words, topics.assignments, topics.scan):\n"
        "    sys.stdout.buffer.write(frame.to_csv().encode())\n"
        "sys.stdout.buffer.write(topics.similarity.tobytes())"
    )

    def output(threads: str) -> bytes:
        environment = {**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONPATH": "."}
        return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout

    once = output("1")
    assert len(once) > 500
    assert once == output("2")


def test_the_number_of_threads_is_left_as_it_was():
    from threadpoolctl import threadpool_info

    words, _ = documents(THEMES, 24)
    topics_of(words, n_topics=2)  # loads the libraries
    before = threadpool_info()
    topics_of(words, n_topics=2)
    assert threadpool_info() == before


def test_importing_topics_loads_no_heavy_library():
    program = "import sys, analysis.topics; print(sorted({'sklearn', 'scipy', 'threadpoolctl'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_repeating_one_document_a_hundred_times_moves_no_other():
    words, _ = documents(THEMES, 45, length=6)
    plain = topics_of(words, n_topics=3)
    repeated = topics_of(words + [words[0]] * 100, n_topics=3)
    assert groups(plain.assignments["topic"]) == groups(repeated.assignments["topic"][:45])
    assert repeated.table["n_documents"].tolist() == [115, 15, 15]
    assert repeated.assignments["margin"].iloc[45:].nunique() == 1


def test_a_corpus_of_one_text_repeated_is_one_topic():
    topics = topics_of([FARM] * 40)
    assert topics.table[["n_documents", "stability"]].values.tolist() == [[40, 1.0]]
    assert topics.method == "one topic"


def test_no_documents_give_empty_tables():
    topics = topics_of([])
    frames = topics.table, topics.words, topics.assignments, topics.scan, topics.similarity
    assert [len(frame) for frame in frames] == [0] * 5
    assert topics.assignments.dtypes.astype(str).to_dict() == {"doc_id": "str", "topic": "Int64", "margin": "float64"}


@pytest.mark.parametrize("n", range(1, 8))
def test_up_to_seven_documents_are_one_topic(n):
    words, _ = documents(THEMES, n)
    topics = topics_of(words)
    assert topics.table[["topic", "n_documents", "share", "stability"]].values.tolist() == [[1, n, 1.0, 1.0]]
    assert topics.assignments["topic"].tolist() == [1] * n
    assert len(topics.scan) == 0


@pytest.mark.parametrize("blank", ["", "　\n", "。。。", "龘"])  # the last is a character no other document has
@pytest.mark.parametrize("method", ["kmeans", "mixture"])
def test_a_text_without_a_feature_goes_to_the_largest_topic_with_margin_zero(blank, method):
    words = [[blank], *documents([FARM], 20)[0], *documents([SPACE], 10)[0]]
    topics = topics_of(words, n_topics=2, method=method)
    assert topics.assignments.iloc[0].tolist() == ["d0", 1, 0.0]
    assert topics.table["n_documents"].tolist() == [21, 10]


@pytest.mark.parametrize("n_topics", [None, 1])
def test_a_corpus_of_empty_texts_is_one_nameless_topic(n_topics):
    topics = topics_of([[]] * 20, n_topics=n_topics)
    assert topics.table[["label", "n_documents", "words"]].values.tolist() == [["no words", 20, ""]]
    assert topics.assignments["margin"].eq(0).all()


def test_texts_with_nothing_in_common_do_not_crash():
    words = [[chr(0x4E00 + 2 * i) + chr(0x4E01 + 2 * i)] for i in range(30)]
    assert topics_of(words).assignments["topic"].tolist() == [1] * 30


@pytest.mark.parametrize("n_topics", [2, 3, 5])
@pytest.mark.parametrize("method", ["kmeans", "mixture"])
def test_as_many_topics_as_documents_can_be_asked_for(n_topics, method):
    words, _ = documents(THEMES, 5, length=4)
    topics = topics_of(words, n_topics=n_topics, method=method)
    assert 1 <= len(topics.table) <= n_topics
    assert topics.table["n_documents"].sum() == 5


def test_lone_surrogates_and_rare_planes_are_letters_like_any_other():
    words, _ = documents(THEMES, 30)
    topics = topics_of([*words, ["\ud800", "𠮷野家", "𠮷野家"]], n_topics=3)
    assert len(topics.assignments) == 31


def test_stop_words_and_numbers_name_no_topic():
    words = [[*document, "我们", "2022", "第一", "号"] for document in documents(THEMES, 30)[0]]
    found = set(topics_of(words, n_topics=3, stop={"我们"}).words["word"])
    assert not {word for word in found if "我们" in word or "2022" in word or word == "号"}


def test_progress_is_told_in_sentences():
    words, _ = documents(THEMES, 30)
    told: list[str] = []
    topics_of(words, progress=told.append)
    assert told == [
        "topics: counting words and characters",
        "topics: trying 2",
        "topics: trying 3",
        "topics: making 3",
        "topics: naming them",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n_topics": 0}, "n_topics=0 is not possible with 3 different texts; give 1 to 3, or let it be chosen."),
        ({"n_topics": 4}, "n_topics=4 is not possible with 3 different texts; give 1 to 3, or let it be chosen."),
        ({"method": "lda"}, "method='lda' is not allowed; choose one of 'auto', 'kmeans', 'mixture'."),
    ],
)
def test_a_setting_that_cannot_be_met_is_told_in_one_sentence(options, message):
    with pytest.raises(AnalysisError) as error:
        topics_of([FARM, SPACE, SPORT], **options)
    assert str(error.value) == message


def test_lengths_that_differ_are_told_in_one_sentence():
    with pytest.raises(AnalysisError) as error:
        find_topics(Tokens.of([[("会", "v")]]), ["会", "议"], ["a"], stop=())
    assert str(error.value) == (
        "topics were asked of 1 tokenised documents, 2 texts and 1 ids; give one of each for every document."
    )


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from([*FARM[:3], *SPACE[:3], "的", "。", "1"]), max_size=6), max_size=24),
    st.sampled_from(["kmeans", "mixture"]),
)
def test_every_document_has_a_topic_and_a_margin_from_0_to_1(words, method):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        topics = topics_of(words, method=method)
    assert topics.assignments["doc_id"].tolist() == [f"d{i}" for i in range(len(words))]
    assert topics.assignments["margin"].between(0, 1).all()
    assert topics.assignments["topic"].isin(topics.table["topic"]).all()
    assert topics.table["n_documents"].tolist() == sorted(topics.table["n_documents"], reverse=True)
    assert topics.table["n_documents"].sum() == len(words)
    assert topics.table["stability"].between(0, 1).all()
    assert (topics.similarity == topics.similarity.T).all()
