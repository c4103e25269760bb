"""Reprints: what is one, what only looks like one, and that order, seed and processes change nothing."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.reading.reprints import drop_reprints, find_reprints, first_ids, mark_reprints
from analysis.reading.reprints.bands import candidate_pairs
from analysis.reading.reprints.minhash import likeness, signatures
from analysis.reading.reprints.shingles import letters
from analysis.reading.reprints.traits import traits_of
from analysis.reading.reprints.verify import Judge, similarity, taken
from analysis.settings import Settings
from analysis.study import Study

FLOOD = (
    "临江省水利厅昨天召开防汛会商会，研判近期雨情水情。会议指出，澜江上游连续三天降雨，东湖水位涨至十六米二。"
    "厅长田远山要求各市县落实巡堤责任，备足砂石和编织袋。三支抢险队已经前往白石县。气象台预计，强降雨周四减弱。"
)
SCHOOL = (
    "开学第一周，青屿市教育局在四十所小学推行午休平躺。教室里添置了可以放平的课桌椅，家长不必再来接送。"
    "副局长邱明礼介绍，改造费用由市财政承担，明年春天扩大到全部小学。记者在梯田路小学看到，孩子们很快就睡着了。"
)
BULLETIN = (
    "临江省卫生厅今天通报，{0}月{1}日0至24时，全省报告新增病例{2}例，其中输入病例{3}例，本地病例{4}例。"
    "截至{0}月{1}日24时，现有确诊病例{5}例，累计治愈{6}例，各地累计接种{7}万剂次。"
)
DAY = datetime(2024, 7, 1, 8, tzinfo=UTC)


def published(*texts: str, title: str = "") -> list[Document]:
    """Documents a, b, c …, each a day after the one before, by one source each."""
    return [
        Document(chr(ord("a") + i), title or f"题{i}", text, DAY + timedelta(days=i), f"{'甲乙丙丁'[i % 4]}报")
        for i, text in enumerate(texts)
    ]


def rows(documents: list[Document]) -> list[list[str]]:
    """Group, document and kind of what is found."""
    return find_reprints(documents)[["group", "doc_id", "kind"]].to_numpy().tolist()


def test_a_text_that_differs_in_blanks_and_punctuation_is_an_exact_reprint() -> None:
    assert rows(published(FLOOD, SCHOOL, FLOOD.replace("。", "．\n　"))) == [["a", "a", "first"], ["a", "c", "exact"]]


def test_a_header_and_a_footer_make_a_near_reprint_with_lag_and_first_publisher() -> None:
    table = find_reprints(published(FLOOD, "东湖晚报讯 记者花朗" + FLOOD + "（编辑：辛怀谷）转载请注明出处"))
    assert table.drop(columns="similarity").to_numpy().tolist() == [
        ["a", "a", "first", 0.0, "甲报", "甲报"],
        ["a", "b", "near", 1.0, "乙报", "甲报"],
    ]
    assert table["similarity"].tolist() == pytest.approx([1.0, 90 / 112], abs=0.04)


@pytest.mark.parametrize(
    "text",
    [
        FLOOD[: len(FLOOD) * 4 // 5],
        "".join(reversed([f"{sentence}。" for sentence in FLOOD.split("。") if sentence])),
        FLOOD.replace("昨天", "日前").replace("已经前往", "赶赴").replace("砂石", "沙石"),
    ],
    ids=["a fifth cut off", "sentences in another order", "three words changed"],
)
def test_a_changed_text_is_a_near_reprint(text: str) -> None:
    assert rows(published(SCHOOL, FLOOD, text)) == [["b", "b", "first"], ["b", "c", "near"]]


def test_a_bulletin_with_other_figures_is_no_reprint_however_alike() -> None:
    monday = BULLETIN.format(7, 11, 168, 57, 111, 1863, 90417, 33925)
    tuesday = BULLETIN.format(7, 12, 92, 36, 56, 2045, 90682, 33948)
    assert similarity(taken(monday), taken(tuesday)) > 0.4
    assert rows(published(monday, tuesday)) == []
    assert rows(published(monday, "临江晚报讯：" + monday)) == [["a", "a", "first"], ["a", "b", "near"]]


WELCOME = (
    "国家元首郗望川{0}上午在礼堂前广场为来访的{1}总统举行欢迎仪式。郗望川同{1}总统登上检阅台，军乐团奏两国国歌，"
    "鸣放礼炮二十一响。{1}总统在郗望川陪同下检阅仪仗队，并观看分列式。何以宁、贝知远等参加欢迎仪式。"
)
GUESTS = (WELCOME.format("三日", "瓦尔达"), WELCOME.format("五日", "索兰尼"))


def two(texts: tuple[str, str], sources: tuple[str, str], days: int) -> list[Document]:
    """One text by one source, the other by another so many days later."""
    dates = (DAY, DAY + timedelta(days=days))
    return [
        Document(i, "欢迎仪式", text, day, source)
        for i, text, day, source in zip("ab", texts, dates, sources, strict=True)
    ]


@pytest.mark.parametrize(("sources", "days"), [(("甲报", "甲报"), 2), (("甲报", "乙报"), 60)])
def test_a_form_that_its_publisher_or_anyone_fills_in_again_later_is_no_reprint(
    sources: tuple[str, str], days: int
) -> None:
    kinds = [kind for _, _, kind in rows(two(GUESTS, sources, days))]
    assert kinds == ["title", "title"]


@pytest.mark.parametrize(("sources", "days"), [(("甲报", "甲报"), 2), (("甲报", "乙报"), 60)])
def test_a_text_with_a_word_mended_is_a_reprint_whoever_brings_it_again(sources: tuple[str, str], days: int) -> None:
    mended = (FLOOD, FLOOD.replace("抢险队", "救援队"))
    assert rows(two(mended, sources, days)) == [["a", "a", "first"], ["a", "b", "near"]]


APPOINTMENT = (
    "青屿市人民政府决定：任命{0}为青屿市水务局副局长，试用期一年；免去{0}的青屿市交通运输局办公室主任职务。"
    "本决定自公布之日起生效。"
)
INQUIRY = (
    "青屿市东湖区原副区长{0}涉嫌严重违纪违法，目前正接受青屿市纪委监委纪律审查和监察调查。"
    "{0}，男，汉族，大学学历，历任东湖乡乡长、东湖区水务局局长、东湖区副区长。"
)
ONCE = "青屿市人民代表大会常务委员会第九次会议通过：任命{0}为青屿市水务局局长。会议还听取了关于防汛工作的报告。"


@pytest.mark.parametrize("form", [APPOINTMENT, INQUIRY, ONCE])
def test_one_form_for_two_persons_is_no_reprint(form: str) -> None:
    notices = [form.format(name) for name in ("田远山", "邱明礼", "花朗", "欧阳怀谷")]
    assert rows(published(*notices)) == []
    assert rows(published(notices[0], f"青屿晚报讯 {notices[0]}（编辑：辛怀谷）")) == [
        ["a", "a", "first"],
        ["a", "b", "near"],
    ]


def test_what_an_editor_shortens_or_corrects_throughout_stays_a_reprint() -> None:
    text = APPOINTMENT.format("田远山") + SCHOOL
    assert rows(published(text, text.replace("青屿市", "我市"))) == [["a", "a", "first"], ["a", "b", "near"]]
    assert rows(published(text, text.replace("田远山", "田元山"))) == [["a", "a", "first"], ["a", "b", "near"]]


def test_an_item_inside_a_longer_digest_is_no_reprint_of_it() -> None:
    assert rows(published(FLOOD, FLOOD + SCHOOL + BULLETIN + SCHOOL[::-1])) == []


def test_short_texts_are_reprints_only_if_they_are_equal() -> None:
    short = "省委召开常委会会议研究防汛"
    assert rows(published(short, short + "工作", short + "！")) == [["a", "a", "first"], ["a", "c", "exact"]]


def test_texts_without_a_letter_are_not_one_another_s_reprints() -> None:
    assert rows(published("", "", "……", "！")) == []


def test_the_same_title_over_another_text_is_told_apart_and_not_counted() -> None:
    corpus = Corpus(published(FLOOD, SCHOOL, "今日天气晴。", title="一周要闻"))
    table = find_reprints(corpus)
    assert table[["group", "doc_id", "kind", "similarity"]].to_numpy().tolist() == [
        ["a", "a", "title", 1.0],
        ["a", "b", "title", 0.0],
        ["a", "c", "title", 0.0],
    ]
    assert mark_reprints(corpus.to_frame(), table)["duplicate_of"].tolist() == ["", "", ""]
    assert len(drop_reprints(corpus, table)) == 3


def test_a_reprint_with_the_title_of_its_first_is_in_no_group_of_titles() -> None:
    assert rows(published(FLOOD, FLOOD, title="防汛会商")) == [["a", "a", "first"], ["a", "b", "exact"]]


def test_a_document_may_open_a_group_of_texts_and_one_of_titles() -> None:
    first, reprint, other = published(FLOOD, FLOOD + "（完）", SCHOOL, title="要闻")
    assert rows([first, reprint, other]) == [
        ["a", "a", "first"],
        ["a", "b", "near"],
        ["a", "a", "title"],
        ["a", "c", "title"],
    ]


def test_the_first_published_stands_for_the_group_and_the_undated_come_last() -> None:
    late, early = Document("a", text=FLOOD, date=DAY), Document("b", text=FLOOD, date=DAY - timedelta(hours=6))
    table = find_reprints([Document("0", text=FLOOD), late, early])
    assert table[["group", "doc_id"]].to_numpy().tolist() == [["b", "b"], ["b", "a"], ["b", "0"]]
    assert table["lag_days"].tolist()[:2] == [0.0, 0.25]
    assert np.isnan(table["lag_days"].tolist()[2])


def test_a_series_that_changes_step_by_step_does_not_become_one_group() -> None:
    """Each text shares four fifths with the next; the last shares nothing with the first."""
    long = "".join(chr(0x4E00 + 37 * i % 20000) for i in range(500))
    series = published(*(long[20 * i : 20 * i + 100] for i in range(20)))
    groups = find_reprints(series)
    for row in groups.itertuples():
        assert abs(ord(str(row.group)) - ord(str(row.doc_id))) <= 2


def test_marks_and_counts_name_the_first_of_the_group() -> None:
    corpus = Corpus(published(FLOOD, FLOOD, FLOOD + "（完）", SCHOOL))
    table = find_reprints(corpus)
    marked = mark_reprints(corpus.to_frame(), table)
    assert marked["duplicate_of"].tolist() == ["", "a", "a", ""]
    assert marked["reprint"].tolist() == ["", "exact", "near", ""]
    assert marked["similarity"].isna().tolist() == [True, False, False, True]
    assert first_ids(pd.Series(["d", "c", "a"]), table).tolist() == ["d", "a", "a"]
    assert [document.doc_id for document in drop_reprints(corpus)] == ["a", "d"]


@pytest.mark.parametrize("threshold", [0, 1.5, -1])
def test_a_threshold_that_is_no_similarity_is_refused(threshold: float) -> None:
    with pytest.raises(AnalysisError) as error:
        find_reprints([], threshold=threshold)
    assert str(error.value) == f"threshold={threshold} is not allowed; give a similarity above 0 and up to 1."


def test_nothing_has_no_reprints() -> None:
    assert find_reprints([]).empty
    assert find_reprints(published(FLOOD)).empty


# what the parts promise


def test_the_signatures_estimate_the_similarity() -> None:
    rng = np.random.default_rng(1)
    words = [chr(0x4E00 + i) for i in range(3000)]
    text = "".join(rng.choice(words, 1000))
    for share in (0.2, 0.5, 0.8):
        other = text[: int(1000 * share)] + "".join(rng.choice(words, 1000 - int(1000 * share)))
        estimate = [float(likeness(*signatures(letters([text, other]), seed))) for seed in range(20)]
        assert np.mean(estimate) == pytest.approx(similarity(taken(text), taken(other)), abs=0.03)


def test_thousands_of_like_texts_give_few_pairs() -> None:
    alike = np.zeros((3000, 128), dtype=np.uint16)
    assert len(candidate_pairs(alike, least=0.5).earlier) < 5 * 3000


def test_how_texts_are_cut_into_batches_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [FLOOD, "", SCHOOL, "会", FLOOD * 3]
    whole = traits_of(texts)
    monkeypatch.setattr("analysis.reading.reprints.traits._AT_ONCE", 1)
    assert all((a == b).all() for a, b in zip(whole, traits_of(texts), strict=True))


def test_folded_letters_are_those_of_the_text() -> None:
    codes, starts = letters(["Ａ１２　李·明\u200b", "𠮷野\ud800"])
    assert "".join(map(chr, codes)) == "a12李明𠮷野"  # half of a surrogate pair is no letter
    assert starts.tolist() == [0, 5, 7]


# properties

LETTERS = st.text(st.sampled_from("春夏秋冬东西南北山水田林湖草日月星辰风雨雷电"), min_size=25, max_size=120)


@given(st.lists(LETTERS, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_documents_changes_no_group(texts: list[str], chance: object) -> None:
    made = published(*texts, *texts[:2])
    mixed = list(made)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    pd.testing.assert_frame_equal(find_reprints(made), find_reprints(mixed))


@given(LETTERS, st.lists(LETTERS, max_size=4), st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_a_copy_is_always_found(text: str, others: list[str], seed: int) -> None:
    made = published(text, *others, f"　{text}！")
    found = find_reprints(made, seed=seed).set_index("doc_id")
    assert found.loc[made[-1].doc_id, "kind"] == "exact"


@given(LETTERS, LETTERS)
@settings(max_examples=60, deadline=None)
def test_whether_two_texts_are_reprints_does_not_depend_on_which_is_asked_first(one: str, other: str) -> None:
    judge = Judge([one, other], 0.35, lambda one, other: False)
    assert judge.similarity(0, 1) == judge.similarity(1, 0)
    assert judge.same(0, 1) == judge.same(1, 0)
    assert judge.akin(0, 1) == judge.akin(1, 0)


@given(st.lists(LETTERS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_every_member_is_like_the_first_of_its_group(texts: list[str]) -> None:
    made = published(*texts, texts[0] + texts[-1][:10])
    table = find_reprints(made)
    near = table[table["kind"] == "near"]
    assert (near["similarity"] >= 0.2).all()  # two thirds of the threshold
    assert not table.loc[table["kind"] != "title", "doc_id"].duplicated().any()


# a study and its settings


def members(folder: Path, seed: str) -> str:
    """The table as another process finds it, with another seed of Python's own hashes."""
    code = (
        "import sys, tests.test_reprints as t; from analysis.reading.reprints import find_reprints;"
        "sys.stdout.buffer.write(find_reprints(t.published(t.FLOOD, t.SCHOOL, t.FLOOD + '完')).to_csv().encode())"
    )
    run = [sys.executable, "-c", code]
    return subprocess.run(
        run, cwd=folder, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(folder)}, capture_output=True, check=True
    ).stdout.decode()


def test_another_process_finds_the_same_bytes() -> None:
    root = Path(__file__).parents[1]
    assert members(root, "1") == members(root, "2") != ""


@pytest.fixture(scope="module")
def news() -> Corpus:
    flood = "水利部副部长田远山到临江调研防汛工作，察看堤防、水库和泵站，要求各地落实责任，备足物料，确保安全度汛。"
    return Corpus(published(flood, "本报讯 " + flood, SCHOOL, FLOOD))


def test_people_and_topics_are_counted_with_and_without_reprints(news: Corpus) -> None:
    study = Study(news, Settings(n_topics=1))
    assert study.people.loc[study.people["person"] == "田远山", ["n_documents", "n_unique"]].to_numpy().tolist() == [
        [2, 1],
        [1, 1],
    ]
    assert study.topics[["n_documents", "n_unique"]].to_numpy().tolist() == [[4, 3]]
    assert study.documents["reprint"].tolist() == ["", "near", "", ""]


def test_folded_reprints_are_in_no_table_but_the_documents(news: Corpus) -> None:
    study = Study(news, Settings(n_topics=1, reprints="fold"))
    assert study.documents["duplicate_of"].tolist() == ["", "a", "", ""]
    assert study.documents["topic"].isna().tolist() == [False, True, False, False]
    assert set(study.keywords["doc_id"]) == {"", "a", "c", "d"}
    assert set(study.officials["doc_id"]) == {"a", "c", "d"}
    assert (study.people["n_documents"] == study.people["n_unique"]).all()
    assert study.topics["n_documents"].tolist() == [3]


def test_the_number_of_processes_changes_no_reprint(news: Corpus) -> None:
    pd.testing.assert_frame_equal(Study(news).reprints, Study(news, Settings(jobs=2)).reprints)


def test_another_way_to_treat_reprints_is_refused() -> None:
    with pytest.raises(AnalysisError) as error:
        Settings(reprints="drop")  # type: ignore[arg-type]
    assert str(error.value) == "reprints='drop' is not allowed; choose one of 'keep', 'fold'."
