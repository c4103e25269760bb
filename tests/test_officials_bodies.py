"""Where the bodies of titles come from: what tells each, how sure it is, and what must stay open."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Document, Field
from analysis.officials.find import find_officials
from analysis.officials.inheritance.resolution import CONFIDENCE
from analysis.segment import Segmenter
from analysis.user_lexicon import Entry, UserLexicon

SEGMENTER = Segmenter()


def bodies(document: Document, lexicon: UserLexicon | None = None) -> list[tuple[str, str, str]]:
    """Person, full body and what told it."""
    frame = find_officials([document], SEGMENTER, lexicon=lexicon, model=None)
    return list(frame[["person", "body_full", "inherited_from"]].itertuples(index=False, name=None))


def page(text: str, **facts: object) -> Document:
    return Document("d", text=text, **facts)  # type: ignore[arg-type]


def own(*rows: tuple[str, str, str, str]) -> UserLexicon:
    return UserLexicon(
        "own.csv", "", tuple(Entry(name, kind, full, tag, n) for n, (name, kind, full, tag) in enumerate(rows, 1))
    )


# what tells a body


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("水利部副部长田远山出席。", ("田远山", "水利部", "written")),
        ("水利部党组成员、副部长田远山出席。", ("田远山", "水利部", "chain")),
        ("水利部副部长田远山，总工程师陶砚秋出席。", ("陶砚秋", "水利部", "block")),
        ("民政部在合肥召开会议。部长杭松岭讲话。", ("杭松岭", "民政部", "host")),
        ("在平湖学院，党委书记仝若兰会见来宾。", ("仝若兰", "平湖学院", "host")),
        ("会宁县召开会议\n县委书记暴清泉讲话。", ("暴清泉", "中共会宁县委员会", "heading")),
        ("本报兰州10月9日讯　省委书记管清源到会。", ("管清源", "中共甘肃省委员会", "dateline")),
        ("株洲日报讯　市委书记姬明礼到会。", ("姬明礼", "中共株洲市委员会", "publisher")),
        ("县长宓青山在直播。（泗水县融媒体中心）", ("宓青山", "泗水县人民政府", "publisher")),
        ("副部长关越溪到会\n来源：应急管理部新闻宣传司\n会议简短。", ("关越溪", "应急管理部", "source")),
        ("湖南防汛进入关键期，湖南各地备足物资。省委书记田远山到一线。", ("田远山", "中共湖南省委员会", "region")),
        ("国务委员吴若水到会。", ("吴若水", "国务院", "title")),
        ("水利部总工程师陶砚秋说。会后，陶砚秋总工程师离开。", ("陶砚秋", "水利部", "repeat")),
    ],
)
def test_each_source_tells_a_body_and_is_named(text: str, last: tuple[str, str, str]) -> None:
    assert bodies(page(text))[-1] == last


@pytest.mark.parametrize(
    ("facts", "told_by"),
    [
        ({"title": "会宁县召开植树动员会"}, "heading"),
        ({"source": "会宁县融媒体中心"}, "publisher"),
        ({"metadata": {"site": "会宁县人民政府网"}}, "publisher"),
        ({"fields": (Field("source", "会宁县融媒体中心", 0, 8),)}, "publisher"),
    ],
)
def test_the_facts_of_a_document_tell_the_county(facts: dict[str, object], told_by: str) -> None:
    assert bodies(page("县委书记暴清泉讲话。", **facts)) == [("暴清泉", "中共会宁县委员会", told_by)]


def test_the_source_of_a_document_is_the_house_of_its_page() -> None:
    text = "东陵大学校长许长庚来我校调研，校党委书记仝若兰主持座谈。"
    assert bodies(page(text))[-1] == ("仝若兰", "", ""), "a guest's university is not ours"
    assert bodies(page(text, source="平湖学院"))[-1] == ("仝若兰", "平湖学院", "publisher")


def test_the_place_of_a_user_is_the_place_of_its_committee() -> None:
    lexicon = own(("云泽", "PLACE", "云泽省", "ns"))
    assert bodies(page("云泽连日大雨。省委书记田远山到一线。"), lexicon) == [("田远山", "中共云泽省委员会", "region")]


def test_the_post_of_a_user_inherits_as_others_do() -> None:
    lexicon = own(("梯长", "POST", "梯长", "n"))
    text = "云南省水利厅厅长陶砚秋，梯长史远帆出席。"
    assert bodies(page(text), lexicon)[-1] == ("史远帆", "云南省水利厅", "block")


# what must stay open


@pytest.mark.parametrize(
    "text",
    [
        "省委书记田远山到省档案馆调研。",
        "州委书记沙马木呷到我州三个乡调研。",
        "新华社北京9月1日电　副部长应怀民到会。",
        "省教育厅副厅长钟离川莅临我校指导。",
        "国务院总理李若水会见联合国客人。秘书长卢若谷说。",
        "四川省副省长凤一鸣、贵州省副省长明若川握手。省水利厅厅长阙青松说。",
        "旧金山市长布里德到机场迎接，北京的客人很多。",
    ],
)
def test_what_a_text_does_not_tell_stays_open(text: str) -> None:
    assert bodies(page(text))[-1][1:] == ("", "")


def test_a_case_list_gives_no_body_from_one_item_to_the_next() -> None:
    text = "甲县档案局原局长易三江被查；怀化学院原党委书记丁六合被查。"
    assert [body for _, body, _ in bodies(page(text))] == ["甲县档案局", "怀化学院"]


# every row


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "省委书记 田远山 、 ， 。 \n 水利部 副部长 我校 校长 湖南 陶砚秋 来源： 办公厅 主任 在 县长".split(" ")
        ),
        max_size=30,
    )
)
def test_a_body_says_what_told_it_and_an_open_one_says_nothing(pieces: list[str]) -> None:
    frame = find_officials([page("".join(pieces))], SEGMENTER, model=None)
    for row in frame.itertuples():
        if row.body_full:
            assert row.confidence == CONFIDENCE[row.inherited_from]
        else:
            assert row.inherited_from == "" and row.confidence != row.confidence


def test_the_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(n: int) -> float:
        roster = page("水利部" + "副部长田远山和总工程师陶砚秋" * n)
        begun = process_time()
        find_officials([roster], SEGMENTER, model=None)
        return process_time() - begun

    seconds(10)
    assert seconds(2000) < 12 * seconds(500) + 0.5
