"""Furniture that no rule knows is learned from invented sites; what recurs and belongs to the articles stays."""

import itertools
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Document, Removed
from analysis.errors import AnalysisError
from analysis.reading.furniture import LearnedFurniture, edge_sample, learn_furniture, without_learned
from analysis.reading.furniture.chance import tail_bound
from analysis.reading.furniture.edges import compared, learnable
from analysis.reading.post import document_from

MENU = ["青石之窗", "新闻", "县情概览", "专题专栏"]
ADVERTS = ["东湖山庄欢迎您", "青石米酒 回味悠长", "周末去看油菜花"]
FOOT = ["讲好青石故事", "今天是第{n}期", "值班热线 000-{n}"]
SUBJECTS = "水务局 教育局 城关镇 供电所 图书馆 气象站 农机站 卫生院".split()
ACTS = "召开例会 开展检查 发布通报 慰问职工 组织培训 启动巡查 公布名单 修订章程".split()
POEM = "一湖春水绿\n两岸柳丝长\n渔舟归来晚\n灯火满横塘"


def article(rng: random.Random, i: int) -> str:
    """A report whose recurring lines are content: headings, a closing sentence, an enclosure, a signature with its day."""

    def sentence() -> str:
        who, whom = rng.sample(SUBJECTS, 2)
        what, then = rng.sample(ACTS, 2)
        return f"{who}{what}，{whom}{then}，{rng.choice(SUBJECTS)}派{i}人参加。"

    lines = [sentence() for _ in range(rng.randint(2, 5))]
    if rng.random() < 0.5:
        lines.insert(0, "一、总体情况")
    if rng.random() < 0.4:
        lines.append("会议还研究了其他事项。")
    if rng.random() < 0.3:
        lines += ["附件：名单", "青石县水务局", f"2023年5月{rng.randint(1, 28)}日"]
    return "\n".join(lines)


def page(rng: random.Random, i: int, text: str) -> str:
    """The article as the site shows it, every page with one of its adverts."""
    foot = [rng.choice(ADVERTS), *(line.format(n=rng.randint(1, 900)) for line in FOOT)]
    return "\n".join([*MENU, text, *foot])


def site(n: int, seed: int, name: str = "青石之窗") -> tuple[list[str], list[Document]]:
    rng = random.Random(seed)
    texts = [article(rng, i) for i in range(n)]
    posts = [f"---\ntitle: 通报\nauthor: {name}\n---\n{page(rng, i, text)}\n" for i, text in enumerate(texts)]
    return texts, [document_from(post.encode(), f"{name}/{i}.txt").document for i, post in enumerate(posts)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("n", [60, 300])
def test_an_unknown_site_is_cleaned_and_its_articles_stay_whole(n, seed):
    texts, documents = site(n, seed)
    learned = learn_furniture(documents)
    assert [without_learned(document, learned).text for document in documents] == texts


def test_each_line_says_why_it_went():
    _, documents = site(60, seed=0)
    learned = learn_furniture(documents)
    assert {(line.end, line.line) for line in learned.lines} == {
        *(("head", line) for line in MENU),
        *(("tail", line) for line in ADVERTS),
        ("tail", "讲好青石故事"), ("tail", "今天是第0期"), ("tail", "值班热线 0-0"),
    }  # fmt: skip
    removed = without_learned(documents[0], learned).removed
    assert removed[0][:2] == ("learned", "青石之窗")
    assert removed[0].rule == "recurs in 60 of 60 documents of 青石之窗"


def test_places_stay_those_of_the_file():
    posts = [
        f"---\ntitle: 通报\nauthor: 青石之窗\n---\n<ul><li>新闻 &amp; 县情</li></ul><p>{name}&ldquo;召开&rdquo;例会，{name}参加。</p><p>讲好青石故事</p>"
        for name in SUBJECTS + ACTS
    ]
    documents = [document_from(post.encode(), f"{i}.md").document for i, post in enumerate(posts)]
    learned = learn_furniture(documents)
    for post, document in zip(posts, documents, strict=True):
        clean = without_learned(document, learned)
        assert clean.text == document.text.split("\n")[1]
        assert post[slice(*clean.source_span(0, len(clean.text)))] == post.split("<p>")[1].removesuffix("</p>")
        assert [post[piece.start : piece.stop] for piece in clean.removed] == ["新闻 &amp; 县情", "讲好青石故事"]


def test_a_text_that_came_from_no_file_gets_a_map_to_what_it_was():
    documents = [Document(str(i), text=f"{name}召开例会。\n讲好青石故事") for i, name in enumerate(SUBJECTS + ACTS)]
    clean = without_learned(documents[0], learn_furniture(documents))
    assert clean.text == "水务局召开例会。"
    assert clean.removed == (Removed("learned", "讲好青石故事", 9, 15, "recurs in 16 of 16 documents of one folder"),)
    assert clean.source_span(0, 3) == (0, 3)


def test_reprints_of_one_article_make_no_furniture():
    report = "水务局召开例会，讨论供水。\n教育局、卫生院派人参加，会期半天。\n青石水务"
    reprints = [
        Document(str(i), text=f"转载之{'一二三四五六七八九十'[i % 10] * (1 + i // 10)}\n{report}") for i in range(40)
    ]
    assert learn_furniture(reprints).lines == ()


def test_what_makes_up_most_of_a_text_is_its_article():
    series = [Document(str(i), text=f"{name}推荐\n{POEM}") for i, name in enumerate(SUBJECTS + ACTS)]
    assert learn_furniture(series).lines == ()


def test_a_line_that_always_follows_the_same_line_is_part_of_a_text():
    report = "\n".join(f"{name}汇报了情况，大家逐条讨论，形成共识。" for name in SUBJECTS)
    series = [Document(str(i), text=f"{name}转发，共八条。\n{report}\n散会") for i, name in enumerate(SUBJECTS + ACTS)]
    assert learn_furniture(series).lines == ()


@pytest.mark.parametrize(
    "ending",
    [
        "附件：名单", "青石县人民政府：", "2023年5月3日", "青政发〔2023〕1号", "（此件公开发布）", "特此公告。",
        "一、总体要求", "《青石年鉴》", "注：数据来自各镇", "国务院办公厅",
    ],
)  # fmt: skip
def test_what_closes_official_papers_stays_however_often_it_recurs(ending):
    documents = [
        Document(str(i), text=f"{a}{b}，请知悉。\n{ending}")
        for i, (a, b) in enumerate(itertools.product(SUBJECTS, ACTS))
    ]
    assert learn_furniture(documents).lines == ()


def test_a_sentence_that_closes_a_third_of_the_reports_stays():
    documents = [
        Document(str(i), text=f"{a}{b}，历时半天。" + ("\n会议还研究了其他事项。" if i % 3 == 0 else ""))
        for i, (a, b) in enumerate(itertools.product(SUBJECTS, ACTS))
    ]
    assert learn_furniture(documents).lines == ()


def test_what_recurs_inside_articles_too_is_no_furniture():
    documents = [
        Document(
            str(i), text=f"{a}{b}，历时半天。\n实干兴县\n{b}之后，{a}回访。" + ("\n实干兴县" if i % 4 == 0 else "")
        )
        for i, (a, b) in enumerate(itertools.product(SUBJECTS, ACTS))
    ]
    assert learn_furniture(documents).lines == ()


def test_few_documents_teach_nothing():
    documents = [Document(str(i), text=f"{name}召开例会。\n讲好青石故事") for i, name in enumerate(SUBJECTS[:5])]
    assert learn_furniture(documents).lines == ()


def test_a_document_that_is_furniture_all_through_is_left_as_it_is():
    _, documents = site(60, seed=0)
    empty = Document("empty", text="\n".join(MENU), metadata={"author": "青石之窗"})
    assert without_learned(empty, learn_furniture(documents)) is empty


def test_each_source_has_its_own_furniture():
    _, documents = site(60, seed=0)
    other = Document("other", text="讲好青石故事\n会议召开。", metadata={"author": "临江在线"})
    assert without_learned(other, learn_furniture(documents)) is other


@given(order=st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_documents_does_not_matter(order):
    _, documents = site(60, seed=1)
    shuffled = documents[:]
    order.shuffle(shuffled)
    assert learn_furniture(shuffled) == learn_furniture(documents)


def test_memory_is_bounded_and_a_sample_learns_the_same_lines(monkeypatch):
    _, documents = site(600, seed=2)
    whole = learn_furniture(documents)
    monkeypatch.setattr(edge_sample, "MAX_SAMPLED", 200)
    monkeypatch.setattr(edge_sample, "MAX_INNER", 50)
    sample = edge_sample.EdgeSample()
    sizes = []
    for document in documents:
        sample.add(document)
        sizes.append(sum(len(source.documents) for source in sample.sources.values()))
    assert max(sizes) <= 200
    assert {line.line for line in learn_furniture(documents).lines} == {line.line for line in whole.lines}


def test_what_was_learned_goes_through_json():
    learned = learn_furniture(site(60, seed=0)[1])
    assert LearnedFurniture.from_dict(json.loads(json.dumps(learned.to_dict()))) == learned


def test_learning_twice_takes_nothing_more():
    _, documents = site(60, seed=3)
    clean = [without_learned(document, learn_furniture(documents)) for document in documents]
    assert learn_furniture(clean).lines == ()


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.01, 0.99))
def test_the_bound_lies_above_the_binomial_tail(count_of, rate):
    from math import comb

    count, n = count_of
    tail = sum(comb(n, k) * rate**k * (1 - rate) ** (n - k) for k in range(count, n + 1))
    assert tail <= tail_bound(count, n, rate) * (1 + 1e-9)


@given(st.text())
def test_a_compared_line_compares_equal_to_itself(line):
    assert compared(compared(line)) == compared(line)
    assert learnable(line) in ("", compared(line))


LINE = {"source": "甲", "end": "tail", "line": "返回首页", "n_documents": 3, "of": 4, "p_value": 0.0}


@pytest.mark.parametrize(
    "values",
    [None, {}, [], {"lines": None}, {"lines": LINE}, {"lines": [[]]}, {"lines": [{**LINE, "x": 1}]}, {"lines": [{**LINE, "of": None}]},
     {"lines": [{**LINE, "source": []}]}],
)  # fmt: skip
def test_what_is_no_learned_furniture_is_one_sentence(values):
    with pytest.raises(AnalysisError) as caught:
        LearnedFurniture.from_dict(values)
    assert str(caught.value) == "the values are no learned furniture; give what LearnedFurniture.to_dict() gave."
