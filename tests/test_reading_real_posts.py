"""Wild cases: the real posts kept beside the project, which are not part of it."""

import html
import re
from pathlib import Path

import pytest

from analysis.reading import read_corpus

POSTS = Path(__file__).parents[2] / "shared" / "data" / "posts"
pytestmark = pytest.mark.skipif(not POSTS.is_dir(), reason="the real posts (../shared/data/posts) are not here")
LEAKS = re.compile(
    r"appendQr|海量资讯|责任编辑|原标题|article_adlist|^来源|举报/反馈|&[a-z]+;|<[a-z/]|^\s|日电", re.MULTILINE
)


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(POSTS)


def test_all_are_read_without_a_problem(corpus):
    assert (len(corpus), len(corpus.problems)) == (10, 0)
    assert all(document.date_from == "front matter" and document.metadata["author"] for document in corpus)


def test_nothing_leaks(corpus):
    assert [LEAKS.findall(document.text) for document in corpus] == [[]] * 10


def test_every_character_stands_where_the_map_says(corpus):
    for document in corpus:
        source = (POSTS / document.path).read_bytes().decode()
        for i, character in enumerate(document.text):
            written = source[slice(*document.source_span(i, i + 1))]
            assert html.unescape(written) == character or (character == "\n" and ("<" in written or "\n" in written))


def test_every_sina_post_names_its_editor(corpus):
    sina = [
        document for document in corpus if document.source != "cnBeta" and document.metadata["author"] == "新浪财经"
    ]
    assert len(sina) == 8
    assert all(document.metadata["editors"] for document in sina)


def test_the_example_document(corpus):
    document = next(d for d in corpus if d.title.startswith("工业和信息化部召开党组会议"))
    assert document.text.startswith("11月12日上午，工业和信息化部党组书记、部长")
    assert document.text.endswith("在分会场通过视频方式参会。")
    assert document.date.isoformat() == "2021-11-12T19:05:52+08:00"
    assert document.source == "工业和信息化部机关党委、办公厅"
