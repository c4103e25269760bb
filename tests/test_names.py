"""Names: posts, persons, bodies, places, each where it must be found and where it must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate import find_names
from analysis.document import Document
from analysis.names.bodies import BodyReader
from analysis.names.credible import Around
from analysis.names.kinds.mask import Mask
from analysis.names.persons import PersonReader
from analysis.names.places import country_at, region_at
from analysis.names.posts import find_posts
from analysis.names.spotter import Spotter
from analysis.names.words import Words
from analysis.segment import Segmenter

SEGMENTER = Segmenter()


def reader(text: str) -> PersonReader:
    starts = frozenset(post.start for post in find_posts(text))
    return PersonReader(text, Words(SEGMENTER.tokens(text)), starts)


def name_behind(text: str, mark: str = "|", around: Around = Around()) -> str:  # noqa: B008 (a value, not a list)
    """The name that begins at the mark; the mark is taken out."""
    start, text = text.index(mark), text.replace(mark, "")
    name = reader(text).name_at(start, around)
    return name.person if name else ""


# what follows decides where a name ends


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("局长|石文介绍，", "石文"),
        ("局长|王强调研时说", "王强"),
        ("书记|江澄与大家座谈", "江澄"),
        ("主席|龚雪平等领导出席", "龚雪平"),
        ("主任|王益等出席", "王益"),
        ("副主席|夏保农代表全国政协", "夏保农"),
        ("部长|欧阳志刚出席", "欧阳志刚"),
        ("州长|吉克木嘎说，", "吉克木嘎"),
        ("副主席|艾尔肯·吐尼亚孜出席", "艾尔肯·吐尼亚孜"),
        ("书记|高峰、", "高峰"),
    ],
)
def test_a_name_ends_where_its_follower_begins(marked: str, name: str) -> None:
    assert name_behind(marked) == name


@pytest.mark.parametrize(
    "marked", ["书记|高度重视", "局长|关心群众", "部长|安排部署工作", "司长|承诺优化", "主席|和人民", "会长|单位"]
)
def test_words_behind_a_title_are_no_names(marked: str) -> None:
    assert name_behind(marked) == ""


def test_a_foreign_name_needs_a_foreign_office() -> None:
    assert name_behind("总统|普尔金同他会谈", around=Around(foreign=True)) == "普尔金"
    assert name_behind("总统|卢卡申诺在机场", around=Around(foreign=True)) == "卢卡申诺"


def test_a_dotted_name_stops_before_the_verb() -> None:
    assert name_behind("执行主任|英格·安德森专访时说", around=Around(foreign=True)) == "英格·安德森"


# posts


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("部党组成员、常务副部长、总工程师", ["党组成员", "常务副部长", "总工程师"]),
        ("主席团主席台上的主席", ["主席"]),
        ("省长质量奖、市长热线、院长办公会", []),
        ("浙江省长兴县", []),
        ("自治州州长沙马", ["州长"]),
        ("委员会常委会书记处", []),
    ],
)
def test_posts_are_offices_and_not_parts_of_words(text: str, titles: list[str]) -> None:
    assert [post.title for post in find_posts(text)] == titles


# bodies


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("近日，参观吉林大学", "吉林大学"),
        ("会见来访的俄罗斯外交部", "俄罗斯外交部"),
        ("省工业和信息化厅", "省工业和信息化厅"),
        ("圣多美和普林西比民主行动独立党", "圣多美和普林西比民主行动独立党"),
        ("中国人寿保险（集团）公司", "中国人寿保险（集团）公司"),
        ("同中国驻柬埔寨", "中国驻柬埔寨"),
        ("在北京", "北京"),
        ("表示感谢", ""),
    ],
)
def test_a_body_is_read_backwards_to_its_beginning(text: str, body: str) -> None:
    floor = text.rfind("，") + 1
    span = BodyReader(text, Words(SEGMENTER.tokens(text))).before(floor, len(text))
    assert (text[span.start : span.stop] if span else "") == body


# places


def test_a_region_is_the_chain_of_its_divisions() -> None:
    region = region_at("湖北省恩施土家族苗族自治州巴东县委")
    assert region and [division.name for division in region.divisions] == ["湖北省", "恩施土家族苗族自治州", "巴东县"]
    assert region.written == "巴东县"


def test_a_country_is_known_by_its_names() -> None:
    assert country_at("特立尼达和多巴哥总督") == ("特立尼达和多巴哥", 8)
    assert country_at("中国驻法国大使") is None, "one's own country is none"


# kinds of mention


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("习近平新时代中国特色社会主义思想", "习近平", "concept"),
        ("以习近平同志为核心的党中央", "习近平", "epithet"),
        ("学习习近平总书记重要讲话", "习近平", "concept"),
        ("责任编辑：李墨轩", "李墨轩", "byline"),
        ("读《田远山传》", "田远山", "quoted"),
        ("田远山出席会议", "田远山", "appearance"),
    ],
)
def test_a_name_is_of_a_kind(text: str, name: str, kind: str) -> None:
    start = text.index(name)
    assert Mask(text).kind(start, start + len(name), "PERSON") == kind


def test_names_are_one_table_in_text_order() -> None:
    found = find_names([Document("d", text="水利部部长田远山在长沙会见艾琳·科尔。田远山说。")], SEGMENTER)
    assert found[["text", "type"]].values.tolist() == [
        ["水利部", "ORGANISATION"],
        ["部长", "POST"],
        ["田远山", "PERSON"],
        ["长沙", "PLACE"],
        ["艾琳·科尔", "PERSON"],
        ["田远山", "PERSON"],
    ]
    assert found.loc[found["text"] == "田远山", "entity_id"].nunique() == 1


# the word list


@given(
    st.lists(st.text("甲乙丙丁", min_size=2, max_size=4), max_size=12),
    st.text("甲乙丙丁", max_size=30),
    st.sampled_from([1, 40]),
)
def test_the_spotter_finds_what_a_slow_search_finds(words: list[str], text: str, times: int) -> None:
    text = text * times  # short texts and long ones go different ways
    spotter, floor, slow = Spotter(words), 0, []
    for start in range(len(text)):
        longest = max((len(word) for word in words if text.startswith(word, start)), default=0)
        if start >= floor and longest:
            slow.append((start, start + longest))
            floor = start + longest
    assert [tuple(span) for span in spotter.find(text)] == slow


@pytest.mark.parametrize("times", [1, 60])
def test_the_spotter_tries_a_shorter_word_where_a_longer_one_is_refused(times: int) -> None:
    spotter, text = Spotter(["日本国", "日本", "国内"]), "日本国内；" * times
    assert [tuple(span) for span in spotter.find(text)][:1] == [(0, 3)]
    refused = spotter.find(text, lambda start, stop: stop - start < 3)
    assert [text[slice(*span)] for span in refused] == ["日本", "国内"] * times
