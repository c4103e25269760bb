"""Rosters: layouts, headings, names without separators, a user's names, and the work they take."""

import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Document
from analysis.names.edges import surnames
from analysis.officials.find import find_officials
from analysis.officials.rosters.headings import body_of, government_in, house_in
from analysis.officials.rosters.runs import names_in_run
from analysis.user_lexicon import Entry, UserLexicon


def held(text: str, **choices: object) -> list[tuple[str, str, str]]:
    """Person, title and full body of each row."""
    rows = find_officials([Document("roster", text=text)], **choices)  # type: ignore[arg-type]
    return list(rows[["person", "title", "body_full"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "text",
    [
        "云泽市水务局领导班子\n姓名：田远山\n职务：局长\n分工：全面工作\n姓名：邱明礼\n职务：副局长",
        "云泽市水务局领导班子\n田远山　局长　全面工作\n邱明礼　副局长　水资源科",
        "云泽市水务局领导班子\n局　长　　田远山\n副局长　　邱明礼",
        "云泽市水务局领导班子\n田远山\n局长\n主持全面工作。\n邱明礼\n副局长\n分管规划。",
        "云泽市水务局领导班子\n局长\n田远山\n副局长\n邱明礼",
        "云泽市水务局领导班子\n局长：田远山；副局长：邱明礼",
        "云泽市水务局领导班子\n1．田远山（局长）\n2．邱明礼（副局长）",
        "云泽市水务局领导班子\n序号\n姓名\n性别\n职务\n1\n田远山\n男\n局长\n2\n邱明礼\n女\n副局长",
    ],
)
def test_each_layout_says_the_same(text: str) -> None:
    assert held(text) == [("田远山", "局长", "云泽市水务局"), ("邱明礼", "副局长", "云泽市水务局")]


def test_a_label_holds_until_the_next_label_and_the_post_beside_a_name_is_a_second_one() -> None:
    text = "县防汛工作领导小组\n组　长：田远山　副县长\n副组长：\n邱明礼　县水利局局长\n陶砚秋　县气象局局长\n办公室设在县水利局。\n韦不群"
    assert [row[:2] for row in held(text)] == [
        ("田远山", "组长"),
        ("田远山", "副县长"),
        ("邱明礼", "副组长"),
        ("邱明礼", "局长"),
        ("陶砚秋", "副组长"),
        ("陶砚秋", "局长"),
    ]


def test_the_body_of_a_heading_is_said_to_come_from_the_heading() -> None:
    rows = find_officials([Document("page", text="云泽市水务局领导班子\n局长：田远山")])
    assert rows[["body", "body_full", "inherited_from", "rule"]].values.tolist() == [
        ["", "云泽市水务局", "heading", "roster label"]
    ]


def test_the_title_of_the_page_is_a_heading() -> None:
    page = Document("page", title="南溪师范学院现任校领导", text="党委书记：田远山\n校长：邱明礼")
    assert find_officials([page])["body_full"].tolist() == ["南溪师范学院", "南溪师范学院"]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("柳荫街道清泉社区工作人员公示栏", "柳荫街道清泉社区"),
        ("云泽日报社编委会成员", "云泽日报社"),
        ("云泽市茶文化研究会第二届理事会负责人名单", "云泽市茶文化研究会"),
        ("云泽市总工会第十届委员会选举结果公布", "云泽市总工会"),
        ("县成立了工作专班", ""),
        ("公司第四届董事会成员", ""),
    ],
)
def test_a_heading_names_the_body_that_its_list_is_of(heading: str, body: str) -> None:
    assert body_of(heading) == body


def test_a_group_tells_its_house_or_its_place() -> None:
    assert house_in("云泽理工大学安全工作领导小组") == "云泽理工大学"
    assert government_in("临江县防汛抗旱指挥部") == "临江县人民政府"
    assert government_in("全市安全生产专班") == ""


@pytest.mark.parametrize(
    "text",
    [
        "联系人：田远山\n电话：5551234",
        "班长：田远山\n小组长：邱明礼\n高一（2）班班委会",
        "组长：项目负责人\n副组长：安全总监\n成员：各科室负责人",
        "主任：由局长兼任\n副主任：由副局长兼任",
    ],
)
def test_contacts_pupils_and_rules_hold_no_office(text: str) -> None:
    assert held(text) == []


def test_posts_and_persons_of_a_user_are_read_in_a_roster() -> None:
    entries = (Entry("梯田长", "POST", "梯田长", "n", 1), Entry("宁远", "PERSON", "赵宁远", "nr", 2))
    text = "云泽市水务局领导班子\n局长：宁远\n梯田长：田远山"
    assert held(text, lexicon=UserLexicon("names.tsv", "", entries)) == [
        ("赵宁远", "局长", "云泽市水务局"),
        ("田远山", "梯田长", "云泽市水务局"),
    ]


@given(st.text("于是之马万里王汉章（女）·、艾力买提 ", max_size=40))
def test_names_in_a_run_fill_it_or_there_are_none(text: str) -> None:
    found = names_in_run(text, 0, len(text), {})
    assert not found or "".join(text[a:b] for a, b in found) == text


def test_a_known_name_is_cut_whole() -> None:
    text = "田心怡白玉川"
    assert names_in_run(text, 0, 6, {}) == [(0, 3), (3, 6)]
    assert names_in_run(text, 0, 6, {0: 2, 2: 4}) == [(0, 2), (2, 4), (4, 6)]


def roster(n: int) -> str:
    chosen = random.Random(0)
    frequent = sorted(name for name, weight in surnames()[0].items() if weight > 100)
    names = sorted(chosen.choice(frequent) + chosen.choice("建国志明") + chosen.choice("平华强军") for _ in range(n))
    return f"治丧委员会名单\n主任委员：田远山\n委员：{''.join(names)}"


def test_a_run_of_five_hundred_names_is_read_whole() -> None:
    rows = held(roster(500))
    assert len(rows) == 501
    assert {title for _, title, _ in rows[1:]} == {"委员"}


def test_ten_times_the_names_are_not_forty_times_the_work() -> None:
    held(roster(10))
    seconds = []
    for n in (200, 2000):
        begun = process_time()
        held(roster(n))
        seconds.append(process_time() - begun)
    assert seconds[1] < 40 * seconds[0]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("组长副成员：、（）田远山王 局委水利部职务姓名1；", max_size=24), max_size=8))
def test_whatever_a_roster_holds_its_names_stand_where_it_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    rows = find_officials([Document("any", text=text)], model=None)
    places = zip(rows["start"], rows["stop"], rows["person"], strict=True)
    assert all(text[start:stop].replace(" ", "") == person for start, stop, person in places)
