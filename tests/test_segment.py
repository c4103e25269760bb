"""Tokens: lossless, and word for word and tag for tag those of jieba.posseg."""

import json
import logging
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.segment import Segmenter
from analysis.segment.dictionary import Dictionary
from analysis.segment.route import DictionaryRoute, RjiebaRoute, agree, best_route
from analysis.segment.segmenter import _Engine, _engine

SHARED = Path(__file__).parents[2] / "shared" / "data"
SENTENCES = (
    "工业和信息化部党组书记、部长郑遥岑主持会议并讲话。",
    "2023年3月5日上午，十四届全国人大一次会议在京开幕。",
    "他说的确实在理，研究生命的起源。",
    "会议强调，要加快发展5G、F-16、BQ.1.1和C919大飞机。",
    "记者 欧阳玥琪\r\n责任编辑：孟疏桐 SF014\n",
    "卡尔多·佩雷尼与阿卜杜拉•哈桑举行会谈",
    "详见 https://example.cn/a.html?id=3&b=C++#top，Ｅｘｃｅｌ表。",
    "𠮷野家和龖龘的𪚥，🙂👨‍👩‍👧不是字；\u3000\u3000全角空格\x00。",
    "增长5.2%，约1.26亿人次；AT&T_2.0+。",
    "",
)
ALPHABET = "中国的龘𠮷龖玥琪习平工业和信息化部了·•.,。、aB19Ａ１%-+#&_ \r\n\t\u3000\x00🙂👩‍é٣ⅧC丁雪湘王一二"
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=30) | st.text(max_size=20)


@pytest.fixture(scope="module")
def posseg():
    """A tokenizer of jieba's own, made without its cache file and without touching the shared one."""
    import jieba
    from jieba.posseg import POSTokenizer

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    reference = POSTokenizer(tokenizer)
    return lambda text: [(pair.word, pair.flag) for pair in reference.cut(text)]


def pairs(text: str, segmenter: Segmenter | None = None) -> list[tuple[str, str]]:
    return [(token.word, token.tag) for token in (segmenter or Segmenter()).tokens(text)]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_and_tags_are_those_of_jieba_posseg(posseg, text):
    assert pairs(text) == posseg(text)


def test_any_string_is_cut_as_jieba_posseg_cuts_it(posseg):
    @settings(max_examples=300, deadline=None)
    @given(TEXTS)
    @example("龘龖𠮷龘")
    @example("...1a.b")
    def check(text):
        assert pairs(text) == posseg(text)

    check()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_character_is_lost_and_every_token_stands_where_it_says(text):
    tokens = Segmenter([("王·一", "nr"), ("信息化部", "nt")]).tokens(text)
    assert "".join(token.word for token in tokens) == text
    assert all(text[token.start : token.stop] == token.word != "" for token in tokens)
    assert [token.start for token in tokens] == [0, *(token.stop for token in tokens)][: len(tokens)]


def paragraphs(n: int) -> list[str]:
    path = SHARED / "keywords" / "cctv_keywords" / "dev_2022_2024.jsonl"
    if not path.exists():
        pytest.skip(f"real news is not at hand: {path.name} lies in the shared data only")
    found: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            found += [text for text in json.loads(line)["text"].split("\n") if text.strip()]
            if len(found) >= n:
                break
    return found[:n]


def test_real_news_is_cut_as_jieba_posseg_cuts_it(posseg):
    different = [text for text in paragraphs(3000) if pairs(text) != posseg(text)]
    assert different == []


def test_real_posts_with_markup_are_cut_as_jieba_posseg_cuts_them(posseg):
    posts = sorted((SHARED / "posts").glob("*.md"))
    if not posts:
        pytest.skip("real posts are not at hand: they lie in the shared data only")
    texts = [post.read_text(encoding="utf-8") for post in posts]
    assert [post.name for post, text in zip(posts, texts, strict=True) if pairs(text) != posseg(text)] == []


@pytest.mark.parametrize("text", SENTENCES)
def test_without_rjieba_the_words_and_tags_are_the_same(monkeypatch, text):
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert pairs(text) == WITHOUT_RJIEBA.setdefault("engine", _Engine(())).pairs(text)
    assert isinstance(WITHOUT_RJIEBA["engine"]._route, DictionaryRoute)


WITHOUT_RJIEBA: dict[str, _Engine] = {}  # made by the first case, where the import is blocked; it takes half a second


def test_rjieba_is_the_route_where_it_agrees_with_the_dictionary():
    dictionary = Dictionary.of_jieba()
    assert isinstance(best_route(dictionary.frequencies(), dictionary.total()), RjiebaRoute)


def test_an_engine_that_cuts_otherwise_is_not_trusted():
    dictionary = Dictionary.of_jieba()
    assert not agree(list, dictionary.frequencies(), dictionary.total())


def test_own_words_stay_whole_and_bring_their_tags():
    segmenter = Segmenter([("工业和信息化部", "nt"), ("工业和信息化部党组", "nt"), ("一网通办", "n")])
    assert pairs("工业和信息化部党组与工业和信息化部的一网通办", segmenter) == [
        ("工业和信息化部党组", "nt"),
        ("与", "p"),
        ("工业和信息化部", "nt"),
        ("的", "uj"),
        ("一网通办", "n"),
    ]


def test_own_words_with_signs_that_jieba_splits_at_stay_whole():
    segmenter = Segmenter([("卡尔多·佩雷尼", "nr"), ("国务院港澳事务办公室（中央办）", "nt")])
    assert pairs("会见卡尔多·佩雷尼。", segmenter)[-2:] == [("卡尔多·佩雷尼", "nr"), ("。", "x")]


@pytest.mark.parametrize("blocked", [False, True])
def test_own_words_are_the_same_words_on_both_routes_in_any_order(monkeypatch, blocked):
    if blocked:
        monkeypatch.setitem(sys.modules, "rjieba", None)
    words = (("党组", "n"), ("5G网", "n"), ("信息化部", "nt"), ("中国式现代化", "n"))
    engine = _Engine(tuple(sorted(words, key=lambda pair: (len(pair[0]), pair))))
    assert engine.pairs("中国式现代化与5G网和F5G网的党组、信息化部") == [
        ("中国式现代化", "n"),
        ("与", "p"),
        ("5G网", "n"),
        ("和", "c"),
        ("F", "eng"),
        ("5G网", "n"),
        ("的", "uj"),
        ("党组", "n"),
        ("、", "x"),
        ("信息化部", "nt"),
    ]


def test_own_words_do_not_reach_other_segmenters():
    Segmenter([("郑遥岑主持", "n")]).tokens("郑遥岑主持会议")
    assert ("郑遥岑主持", "n") not in pairs("郑遥岑主持会议")


@pytest.mark.parametrize("word, tag", [("", "n"), ("甲 乙", "n"), ("甲", "")])
def test_an_empty_or_blank_own_word_is_refused(word, tag):
    with pytest.raises(AnalysisError) as error:
        Segmenter([(word, tag)])
    told = f"the word {word!r} with the tag {tag!r} is not allowed; write both without blanks."
    assert str(error.value) == told


def test_a_segmenter_travels_to_another_process():
    segmenter = Segmenter([("一网通办", "n")])
    segmenter.tokens("一网通办")
    assert pickle.loads(pickle.dumps(segmenter)).tokens("一网通办") == segmenter.tokens("一网通办")
    assert len(pickle.dumps(segmenter)) < 1000


def test_segmenters_with_the_same_words_share_one_engine():
    assert _engine(Segmenter([("甲乙", "n")])._words) is _engine(Segmenter([("甲乙", "n")])._words)


def test_nothing_is_imported_written_or_said_on_import_and_use(tmp_path):
    code = (
        "import sys, logging\n"
        "from analysis.segment import Segmenter\n"
        "assert not [name for name in sys.modules if 'jieba' in name]\n"
        "Segmenter().tokens('丁一凡出席会议')\n"
        "assert 'jieba' not in sys.modules and not logging.getLogger('jieba').handlers\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        env={"TMPDIR": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_level_of_jiebas_logger_is_left_alone():
    before = logging.getLogger("jieba").level
    Segmenter().tokens("会议")
    assert logging.getLogger("jieba").level == before
