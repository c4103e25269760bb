"""Officials: the real posts, the gold, bodies and what is never claimed."""

import json
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.annotate import Annotator
from analysis.document import Document
from analysis.officials.bodies.full_names import full_name, is_relative, leading_region
from analysis.officials.find import find_officials
from analysis.officials.people import people_of
from analysis.reading import read_corpus
from analysis.segment import Segmenter
from analysis.shadow import shadow

SHARED = Path(__file__).parents[2] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is not here; it is not part of the project")
SEGMENTER = Segmenter()


def officials(text: str, title: str = "") -> pd.DataFrame:
    return find_officials([Document("d", title, text)], SEGMENTER)


def pairs(frame: pd.DataFrame) -> list[tuple[str, str, str]]:
    return list(frame[["person", "title", "body_full"]].itertuples(index=False, name=None))


# wild: texts that others wrote, outside the project


@needs_shared
def test_the_notice_of_a_ministry_gives_eleven_people_and_twenty_posts() -> None:
    corpus = read_corpus(SHARED / "posts")
    notice = [document for document in corpus if "部党组成员、副部长" in document.text]
    found = find_officials(notice, SEGMENTER)
    assert found["person"].nunique() == 11
    assert len(found) == 20
    held = found.groupby("person")["title"].agg(list).to_dict()
    assert held["张克俭"] == ["党组成员", "副部长", "局长"]
    assert held["徐晓兰"] == ["副部长"], "the comma closes the Party group's title"
    assert [held[name] for name in ("王江平", "辛国斌", "王志军")] == [["党组成员", "副部长"]] * 3
    assert set(found.loc[found["title"].isin(["党组成员", "副部长", "总工程师"]), "body_full"]) == {"工业和信息化部"}
    editors = {name for document in corpus for name in document.metadata.get("editors", ())}
    assert editors and not editors & set(found["person"])


@needs_shared
def test_the_development_gold_is_found() -> None:
    """A floor below the figures of tests/benchmarks/officials.py, so that a change that costs much is seen at once."""
    gold = SHARED / "gold" / "officials_dev"
    hits = misses = false = 0
    for path in sorted(gold.glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        found = officials(path.with_suffix(".txt").read_bytes().decode("utf-8"))
        keys = set(found[["person", "start"]].itertuples(index=False, name=None))
        official = {(o["person"], o["start"]) for o in wanted["officials"]}
        neutral = {(r["person"], r["start"]) for r in wanted["repeat_mentions"]}
        neutral |= {(u["name"], u["start"]) for u in wanted["untitled_persons"]}
        hits, misses = hits + len(keys & official), misses + len(official - keys)
        false += len(keys - official - neutral)
    assert 2 * hits / (2 * hits + misses + false) >= 0.98


# negative: what must stay silent


@pytest.mark.parametrize(
    "text",
    [
        "学习习近平新时代中国特色社会主义思想。",
        "充分证明有以习近平同志为核心的党中央领航掌舵。",
        "学习贯彻习近平总书记“七一”重要讲话精神。",
        "贵州省长顺县、浙江省长兴县、吉林省长白县。",
        "压实“米袋子”省长负责制。",
        "有关部门负责人表示，局长信箱已经开通。",
    ],
)
def test_no_official_is_claimed(text: str) -> None:
    assert officials(text).empty


# bodies


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("工信部", "工业和信息化部"),
        ("湖南省委", "中共湖南省委员会"),
        ("湖南省委组织部", "中共湖南省委组织部"),
        ("安徽省淮北市政府", "淮北市人民政府"),
        ("上海市奉贤区政府", "上海市奉贤区人民政府"),
        ("云南省政协", "中国人民政治协商会议云南省委员会"),
        ("四川省人大常委会", "四川省人民代表大会常务委员会"),
        ("全国政协", "中国人民政治协商会议全国委员会"),
        ("第十三届全国政协", "中国人民政治协商会议全国委员会"),
        ("俄罗斯外交部", "俄罗斯外交部"),
        ("中央纪委国家监委驻水利部纪检监察组", "中央纪委国家监委驻水利部纪检监察组"),
        ("省委", ""),
        ("部", ""),
    ],
)
def test_a_body_has_its_full_name(written: str, full: str) -> None:
    assert full_name(written) == full


def test_a_name_that_two_bodies_bore_means_the_one_of_the_day() -> None:
    assert full_name("国家计委", "1994-03-01") == "国家计划委员会"
    assert full_name("国家计委", "2000-03-01") == "国家发展计划委员会"


def test_relative_bodies_are_told_from_whole_ones() -> None:
    assert [body for body in ("部", "省委", "市公安局", "水利部", "国务院", "市场监管总局") if is_relative(body)] == [
        "部",
        "省委",
        "市公安局",
    ]


def test_the_region_of_a_full_name_is_read_back() -> None:
    assert [leading_region(name) for name in ("中共临江县委员会", "安徽省人民政府", "水利部")] == [
        "临江县",
        "安徽省",
        "",
    ]


def test_a_provincial_committee_is_of_the_province_that_the_document_names() -> None:
    assert pairs(officials("省委书记田远山到长沙调研。", title="湖南召开防汛会议")) == [
        ("田远山", "书记", "中共湖南省委员会")
    ]
    assert pairs(officials("省委书记田远山调研。")) == [("田远山", "书记", "")], "nothing is guessed"


def test_two_provinces_named_alike_leave_the_body_open() -> None:
    assert pairs(officials("省委书记田远山在湖南、湖北两地调研。")) == [("田远山", "书记", "")]


def test_a_later_mention_takes_the_body_of_the_first() -> None:
    text = "白俄罗斯总统卢托维奇抵达。会谈后，卢托维奇总统离开。"
    assert [body for _, _, body in pairs(officials(text))] == ["白俄罗斯", "白俄罗斯"]


# people


def test_people_are_counted_by_document_and_dated_by_their_first_and_last() -> None:
    from datetime import datetime

    from analysis.document import Corpus
    from analysis.moments import BEIJING

    days = [datetime(2024, month, 1, tzinfo=BEIJING) for month in (5, 3)]
    corpus = Corpus(Document(f"d{day:%m}", text="水利部副部长田远山出席。副部长田远山讲话。", date=day) for day in days)
    people = people_of(find_officials(corpus, SEGMENTER), corpus)
    assert people.values.tolist() == [["田远山", "水利部", "副部长", "2024-03-01", "2024-05-01", 2, 2]]


# properties

PIECES = st.sampled_from(
    "水利部 部 省委 市政府 湖南省 党组成员 副部长 总工程师 局长 书记 主席 委员 原 时任 兼 代 任命 免去 为 的 职务 田远山 邱明礼 欧阳修文 艾尔肯·吐尼亚孜 "
    "马克龙 王 和 与 、 ， ； 。 ： （ ） “ ” 等 出席 表示 3月5日 \u3000 \n 国务院 中央 长 长沙 ABC 🙂 𬱖 · 第十四届".split(
        " "
    )
)


@settings(max_examples=300, deadline=None)
@example(["党组成员", "王", "\u3000"])  # the model takes the blank for a part of the name
@given(st.lists(PIECES, max_size=40))
def test_any_string_of_pieces_is_read_and_every_span_is_true(pieces: list[str]) -> None:
    text = "".join(pieces)
    note = Annotator(SEGMENTER).annotate(Document("d", text=text))
    for row in note.officials:
        start, stop, person, title = row[1:5]
        assert shadow(text[start:stop]).text.replace(" ", "") == person
        assert title and (row[6] is not None)
    assert "".join(token.word for token in note.tokens) == shadow(text).text
    assert all(a.stop <= b.start for a, b in pairwise(note.tokens))
    assert all(text[row[1] : row[2]] == row[3] for row in note.mentions)


@pytest.mark.parametrize(
    "unit", ["副部长王江", "主任", "任命田远山为部长", "总统阿·", "田远山、", "（记者", "长", "中国"]
)
def test_a_long_text_without_a_stop_is_read_to_its_end(unit: str) -> None:
    """20,000 characters without a full stop; a rule that looks back to the beginning each time would take minutes."""
    text = unit * (20_000 // len(unit))
    assert all(text[row.start : row.stop] == row.person for row in officials(text).itertuples())
