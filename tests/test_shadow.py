"""The shadow of a text: what is matched instead of it, and where each character of that stands in the text."""

import builtins
import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.annotate import Annotator, find_names
from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.officials.find import find_officials
from analysis.segment import Segmenter
from analysis.shadow import shadow
from analysis.shadow.characters import plain_characters
from analysis.shadow.script import character_by_character, is_traditional
from analysis.shadow.simplified import _converter, to_simplified
from analysis.spans import Span
from analysis.study import Settings, Study

SEGMENTER = Segmenter()


@pytest.fixture(scope="module")
def opencc() -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed; it is an optional extra")


# each rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２１年，ＧＤＰ增长", "2021年，GDP增长"),
        ("增长１２．５％，Ａ／Ｂ，３－５月，Ｒ＆Ｄ", "增长12.5%，A/B，3-5月，R&D"),
        ("会议召开：部署（春季）造林！可行？", "会议召开：部署（春季）造林！可行？"),
        ("１．甲；百分之％；甲－乙；／", "1．甲；百分之％；甲－乙；／"),
        ("甲\u3000乙\xa0丙\u2009丁\u2028戊", "甲 乙 丙 丁\n戊"),
        ("习\u200b近\ufeff平\xad总\u200e书\u2060记\u202e", "习近平总书记"),
        ("禰\ufe00豆\U000e0101子", "禰豆子"),
        ("\u2f00\u2f08，\uf9e4，\U0002f9f4，⻓⻔⺠", "一人，理，嶲，长门民"),
        ("①②㈱℃½ｶﾞ", "①②㈱℃½ｶﾞ"),
        ("艾尔肯•吐尼亚孜、雷诺・艾德、克洛‧德、帕丽达．努尔、扎西･多吉", "艾尔肯·吐尼亚孜、雷诺·艾德、克洛·德、帕丽达·努尔、扎西·多吉"),
        ("• 第一项\n3・15晚会，Ｕ．Ｓ．，完•", "• 第一项\n3・15晚会，U.S．，完•"),
        ("雷诺· 艾德和雷诺·\n艾德", "雷诺·艾德和雷诺·艾德"),
        ("会议 · 北京", "会议 · 北京"),
        ("組長：陳　強。", "組長：陳強。"),
    ],
    ids=[
        "full-width digits and letters",
        "full-width signs between them",
        "Chinese punctuation stays",
        "full-width signs elsewhere stay",
        "blanks and line separators",
        "characters that can't be seen",
        "variation selectors",
        "compatibility ideographs and radicals",
        "what would become several characters or another stays",
        "dots of names",
        "bullets and dates stay",
        "a blank or a line end behind the dot of a name",
        "a dot that separates",
        "traditional characters stay, and padding between them goes",
    ],
)  # fmt: skip
def test_a_rule_does_this_and_no_more(text: str, expected: str) -> None:
    assert shadow(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组　长：花　朗　县委常委", "组 长：花朗 县委常委"),
        ("县委书记李　强，副县长谷  雨、柴明月", "县委书记李强，副县长谷雨、柴明月"),
        ("出席的有\n王　伟　李　娜　张　军", "出席的有\n王伟 李娜 张军"),
        ("局长王 伟 男 汉族", "局长王伟 男 汉族"),
        ("古 道和花 朗", "古 道和花朗"),
        (
            "任命王　伟、李　娜为副局长，免去张　军的职务",
            "任命王伟、李　娜为副局长，免去张军的职务".replace("\u3000", " "),
        ),
        ("局长于 北京说", "局长于 北京说"),
        ("会上李 强 调研", "会上李 强 调研"),
        ("于 是 他 们 来", "于 是 他 们 来"),
        ("青山 绿水", "青山 绿水"),
        ("王    伟", "王    伟"),
    ],
    ids=[
        "behind a colon",
        "behind a title",
        "a list of names",
        "before the other cells of a table",
        "a character follows at once, and behind 和",
        "in an appointment, where a verb or a title is next to it",
        "a word goes on behind a title",
        "inside a sentence",
        "every letter apart",
        "no surname",
        "a gap wider than three",
    ],
)
def test_padded_names_are_joined_where_a_name_may_stand(text: str, expected: str) -> None:
    assert shadow(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副县长柴明\n月到会。柴明月说，", "副县长柴明月到会。柴明月说，"),
        ("副县长柴\n明月到会。柴明月说，", "副县长柴明月到会。柴明月说，"),
        ("副县长柴 明月到会。柴明月说，", "副县长柴明月到会。柴明月说，"),
        ("副县长柴明\n月到会。", "副县长柴明\n月到会。"),
        ("欧阳修\n远到会。欧阳修远说，", "欧阳修远到会。欧阳修远说，"),
        ("雷诺·艾\n德曼到会。雷诺·艾德曼说，", "雷诺·艾德曼到会。雷诺·艾德曼说，"),
        ("副县长汪\n洋到会。汪洋说，", "副县长汪\n洋到会。汪洋说，"),
        ("全县造林\n会议强调，造林会议", "全县造林\n会议强调，造林会议"),
    ],
    ids=[
        "behind two characters",
        "behind the surname",
        "by a blank",
        "nowhere whole",
        "a compound surname",
        "behind a dot",
        "two characters are too few",
        "a heading that ends in the letter of a surname",
    ],
)
def test_a_broken_name_is_mended_if_the_text_has_it_whole(text: str, expected: str) -> None:
    assert shadow(text).text == expected


# the way back


def test_a_span_of_the_shadow_is_a_span_of_the_text() -> None:
    text = "\ufeff县委书记李　\u200b强，２０２１年到任"
    shade = shadow(text)
    assert shade.text == "县委书记李强，2021年到任"
    place = shade.text.index("李强")
    assert text[slice(*shade.source(place, place + 2))] == "李　\u200b强"
    assert shade.source(0, len(shade.text)) == Span(1, len(text))


def test_a_text_with_nothing_to_do_is_its_own_shadow() -> None:
    text = "水利部副部长田远山到临江调研，艾尔肯·吐尼亚孜同行。\n会议 2021 年召开"
    assert shadow(text).text is text
    assert shadow(text).source(3, 5) == Span(3, 5)


TEXTS = st.text(
    st.sampled_from("李王和长局水利部 \u3000\xa0\n\u200b\ufe00·•．％－１2Ａb：，。明月\u2f00\uf9e4欧阳𬱖")
    | st.characters(),
    max_size=40,
)

SIGNS = dict(zip("％－／＋＆＠＿•‧・･∙⋅˙﹒,;:!?()", "%-/+&@_········，；：！？（）", strict=True))


@settings(max_examples=500, deadline=None)
@given(TEXTS.filter(lambda text: "．" not in text))
@example("李 王 明\n李王明")
@example("王\n李王 李王李")
def test_offsets_lie_in_the_text_in_order_and_untouched_characters_are_themselves(text: str) -> None:
    shade = shadow(text)
    places = [shade.source(i, i + 1) for i in range(len(shade.text))]
    assert len(shade.origin) == len(shade.text)
    assert all(place.stop - place.start == 1 for place in places)
    assert all(a.stop <= b.start for a, b in pairwise(places))
    assert all(place.start >= 0 and place.stop <= len(text) for place in places)
    pairs = [(text[place.start], c) for place, c in zip(places, shade.text, strict=True)]
    assert all(c in {written, plain_characters(written), SIGNS.get(written)} for written, c in pairs)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("李 王 明\n李王明")
def test_the_shadow_of_a_shadow_is_itself(text: str) -> None:
    once = shadow(text).text
    assert shadow(once).text == once


@pytest.mark.parametrize("unit", ["李 强\n", "李 ", "李\n强", "・", "王·\n李", "\u200b李　", "王\n李王 ", "１．"])
def test_a_long_text_takes_no_square_of_its_length(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    started = time.perf_counter()
    shade = shadow(text)
    assert time.perf_counter() - started < 5.0
    assert shade.source(0, len(shade.text)).stop <= len(text)


# what is read off it


def test_officials_are_read_off_the_shadow_and_stand_in_the_text() -> None:
    text = "第２次会议。\n水利部\u200b副部长　谷　雨、艾尔肯•吐尼亚孜\xa0出席了会议。完。"
    rows = find_officials([Document("d", text=text)], SEGMENTER)
    assert rows[["person", "title", "body"]].values.tolist() == [
        ["谷雨", "副部长", "水利部"],
        ["艾尔肯·吐尼亚孜", "副部长", "水利部"],
    ]
    assert [text[a:b] for a, b in zip(rows["start"], rows["stop"], strict=True)] == ["谷　雨", "艾尔肯•吐尼亚孜"]
    assert set(rows["sentence"]) == {"水利部\u200b副部长　谷　雨、艾尔肯•吐尼亚孜\xa0出席了会议。"}


def test_mentions_are_written_as_in_the_text_and_named_as_in_the_shadow() -> None:
    text = "局长：谷　雨\n水\u200b利部，２０２１年。"
    rows = find_names([Document("d", text=text)], SEGMENTER)
    assert rows[["text", "entity_id"]].values.tolist() == [
        ["局长", "局长"],
        ["谷　雨", "谷雨"],
        ["水\u200b利部", "水利部"],
    ]
    assert [text[a:b] for a, b in zip(rows["start"], rows["stop"], strict=True)] == rows["text"].tolist()


def test_tokens_are_words_of_the_shadow_with_places_in_the_text() -> None:
    text = "２０２１年，局长：谷　雨。"
    tokens = Annotator(SEGMENTER).annotate(Document("d", text=text)).tokens
    assert [(token.word, text[token.start : token.stop]) for token in tokens] == [
        ("2021", "２０２１"), ("年", "年"), ("，", "，"), ("局长", "局长"), ("：", "："), ("谷雨", "谷　雨"), ("。", "。"),
    ]  # fmt: skip


# traditional characters


@pytest.mark.usefixtures("opencc")
def test_traditional_characters_are_matched_as_simplified_ones_if_asked() -> None:
    text = "水利部副部長田遠山、總工程師邱　銘。"
    rows = find_officials([Document("d", text=text)], SEGMENTER, simplified=True)
    assert rows[["person", "title", "body_full"]].values.tolist() == [
        ["田远山", "副部长", "水利部"],
        ["邱铭", "总工程师", "水利部"],
    ]
    assert [text[a:b] for a, b in zip(rows["start"], rows["stop"], strict=True)] == ["田遠山", "邱　銘"]
    assert set(rows["sentence"]) == {text}


def test_officials_in_traditional_characters_are_found_and_shown_as_printed() -> None:
    text = "水利部副部長田遠山、總工程師邱　銘。"
    rows = find_officials([Document("d", text=text)], SEGMENTER)
    assert rows[["person", "title", "body_full"]].values.tolist() == [
        ["田遠山", "副部長", "水利部"],
        ["邱銘", "總工程師", "水利部"],
    ]
    assert [text[a:b] for a, b in zip(rows["start"], rows["stop"], strict=True)] == ["田遠山", "邱　銘"]
    assert set(rows["sentence"]) == {text}


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("行政會議召集人甘露儀出席記者會。", True),
        ("行政会议召集人甘露仪出席记者会。", False),
        ("会议纪念乾隆年间的「實事求是」匾额，馆长介绍了展览的情况和来历，参观者很多。", False),
        ("", False),
    ],
)
def test_a_text_is_traditional_if_many_of_its_characters_are(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional


@given(st.text())
def test_reading_character_by_character_keeps_the_length(text: str) -> None:
    assert len(character_by_character(text)) == len(text)


@pytest.mark.usefixtures("opencc")
def test_a_study_carries_the_choice_to_every_text() -> None:
    study = Study(Corpus([Document("d", "會議", "水利部副部長田遠山出席會議。")]), Settings(simplified=True))
    assert study.officials[["person", "sentence"]].values.tolist() == [["田远山", "水利部副部長田遠山出席會議。"]]
    assert study.mentions["text"].tolist() == ["水利部", "副部長", "田遠山"]


@pytest.mark.usefixtures("opencc")
@settings(deadline=None)
@given(st.text(st.sampled_from("乾隆淨著瞭解臺灣為麼後裡裏發髮\ud800\n，") | st.characters(), max_size=20))
def test_simplified_text_is_as_long_as_it_was(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@pytest.mark.usefixtures("opencc")
def test_phrases_decide_what_a_character_becomes() -> None:
    assert to_simplified("乾隆年間，乾淨；瞭解，瞭望") == "乾隆年间，干净；了解，瞭望"


def test_without_the_library_one_sentence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def missing(name: str, *rest: object, **more: object) -> object:
        if name == "opencc":
            raise ImportError(name)
        return imported(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    _converter.cache_clear()
    with pytest.raises(AnalysisError) as caught:
        shadow("會議", simplified=True)
    assert str(caught.value) == (
        "simplified=True needs the library OpenCC, which is not installed; "
        "install it with pip install 'analysis[traditional]'."
    )


def test_a_choice_that_is_none_is_one_sentence() -> None:
    with pytest.raises(AnalysisError) as caught:
        Settings(simplified="yes")  # type: ignore[arg-type]
    assert str(caught.value) == "simplified='yes' is not allowed; give True or False."
