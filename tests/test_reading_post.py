"""One file to one document: encodings, plain passages, Markdown, pages, and where every field comes from."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading import document_from, read_corpus
from analysis.reading.problems import Skipped

POST = "---\ntitle: '甲'\n---\n<p>会议召开。</p>"


def read(text: str | bytes, path: str = "a.md"):
    return document_from(text.encode() if isinstance(text, str) else text, path).document


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le-bom", "utf-32"])
def test_the_encoding_does_not_matter(encoding):
    data = b"\xff\xfe" + POST.encode("utf-16-le") if encoding.endswith("bom") else POST.encode(encoding)
    assert (read(data).title, read(data).text) == ("甲", "会议召开。")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_matter_and_the_map_counts_them(line_end):
    text = POST.replace("\n", line_end) + line_end
    document = read(text)
    assert (document.title, document.text) == ("甲", "会议召开。")
    assert text[slice(*document.source_span(0, 5))] == "会议召开。"


PASSAGES = st.text(alphabet="会议，。李　强 \t《》“”12年月日ab\n", max_size=60).filter(
    lambda text: text.strip() and "---" not in text
)


@settings(max_examples=200, deadline=None)
@given(PASSAGES)
def test_a_plain_passage_is_its_file(text):
    document = read(text, "a.txt")
    assert document.text == text.rstrip("\n")
    if document.text:
        assert document.source_span(0, len(document.text)) == (0, len(document.text))


def test_a_plain_passage_loses_whole_lines_of_furniture_only():
    text = "新华社北京3月7日电　会议召开。（记者甘田）\n　　会议指出。\n责任编辑：闻立\n"
    document = read(text, "a.txt")
    assert document.text == "新华社北京3月7日电　会议召开。（记者甘田）\n　　会议指出。"
    assert document.metadata == {"editors": ("闻立",), "reporters": ("甘田",), "dateline": "新华社北京3月7日电"}
    assert [(piece.kind, piece.text, text[piece.start : piece.stop]) for piece in document.removed] == [
        ("editors", "责任编辑：闻立", "责任编辑：闻立")
    ]


def test_a_posted_text_loses_its_dateline_and_keeps_its_indents():
    document = read("---\ntitle: 甲\n---\n\n　　新华社北京3月7日电　会议召开。\n　　会议指出。\n")
    assert document.text == "　　会议召开。\n　　会议指出。"


def test_markdown_marks_go_and_the_map_stays():
    text = "# 会议召开\n\n> **要点**见[网站](http://a.invalid)。![图](b.png)\n- 一\n1. 二\n"
    document = read(text)
    assert document.text == "会议召开\n\n要点见网站。\n一\n1. 二"
    assert document.title == "会议召开"
    assert all(text[slice(*document.source_span(i, i + 1))] == c for i, c in enumerate(document.text))


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("由[[甘田]]主持，[[人物/闻立|闻立]]出席。 ^a1", "由甘田主持，闻立出席。"),
        ("> [!note]- 提示\n> 会议召开。", "提示\n会议召开。"),
        ("- [ ] 核实\n- [x] 上报", "核实\n上报"),
        ("水价不变。![[图.png]]%%待查%%<!--more-->", "水价不变。"),
        ("**见[网站](http://a.invalid)**，==要点==[^1]", "见网站，要点"),
        ("| 姓名 | 职务 |\n|---|:--:|\n| 甘田 | 局长 |", "| 姓名 | 职务 |\n\n| 甘田 | 局长 |"),
        ('水价{{< figure src="a.jpg" >}}不变{% include b.html %}。', "水价不变。"),
        ("甲\n\n* * *\n\n乙", "甲\n\n\n\n乙"),
        ("当事人王**、李**被处罚，a==b，c==d。", "当事人王**、李**被处罚，a==b，c==d。"),
    ],
)
def test_what_editors_of_markdown_add_goes(markdown, shown):
    text = f"会议召开。\n\n{markdown}\n\n完毕。"
    document = read(text)
    assert document.text == f"会议召开。\n\n{shown}\n\n完毕。"
    assert all(text[slice(*document.source_span(i, i + 1))] == c for i, c in enumerate(document.text))


def test_the_title_of_a_passage_is_its_first_line_if_short():
    assert read("会议召开\n正文。", "b.txt").title == "会议召开"
    assert read("会" * 61, "a/b.txt").title == "b"


PAGE = """<!DOCTYPE html><html><head><title>会议召开_某网</title><meta name="PubDate" content="2021-11-12 19:05">
<meta name="ContentSource" content="工人日报"><meta name="author" content="某网"></head>
<body><nav>首页 新闻</nav><div class="TRS_Editor"><h1>会议召开</h1><p>　　会议指出。</p></div>
<footer>版权所有</footer></body></html>"""


def test_a_page_says_its_title_date_and_source_and_only_its_article_is_read():
    document = read(PAGE, "a.HTML")
    assert (document.title, document.text, document.source) == ("会议召开", "会议召开\n会议指出。", "工人日报")
    assert (document.date.isoformat(), document.date_from) == ("2021-11-12T19:05:00+08:00", "html")
    assert PAGE[slice(*document.source_span(5, 10))] == "会议指出。"


@pytest.mark.parametrize(
    ("text", "path", "day", "date_from"),
    [
        ("---\ntitle: 甲\ndate: 20211112\n---\n2020年1月1日。", "a.md", "2021-11-12", "front matter"),
        ("<time datetime='2021-11-12'></time><p>甲</p>", "a.html", "2021-11-12", "html"),
        ("新华社北京2021年11月12日电 会议。2020年1月1日。", "a.txt", "2021-11-12", "dateline"),
        ("发布时间：2021-11-12 来源：某报\n2020年1月1日。", "a.txt", "2021-11-12", "text"),
        ("会议召开\n2021年11月12日\n2020年1月1日，会议召开。", "20200101.txt", "2021-11-12", "text"),
        ("会议于2021年11月12日召开。", "20200101.txt", "2020-01-01", "file name"),
        ("会议召开。", "x/20211112_会议.txt", "2021-11-12", "file name"),
        ("会议召开。", "a.txt", None, ""),
    ],
)
def test_the_date_comes_from_the_best_place(text, path, day, date_from):
    document = read(text, path)
    assert (document.date.date().isoformat() if document.date else None, document.date_from) == (day, date_from)


@pytest.mark.parametrize(
    ("front", "body", "source"),
    [
        ("author: 某网", "<p>来源：工人日报</p><p>甲。</p>", "工人日报"),
        ("source: 某报\nauthor: 某网", "<p>甲。</p>", "某报"),
        ("author: 某网", "<p>甲。</p>", "某网"),
        ("title: 甲", "<p>甲。</p>", ""),
    ],
)
def test_the_source_is_the_line_then_the_field_then_the_site(front, body, source):
    assert read(f"---\n{front}\n---\n{body}").source == source


def test_braces_and_entities_of_a_title_are_read():
    assert read("---\ntitle: '&#123;甲&#125; A&amp;B'\n---\n<p>x</p>").title == "{甲} A&B"


def test_metadata_is_plain_and_can_be_dumped():
    text = "---\ntitle: 甲\ndate: 2021-11-12\nn: 7\n---\n<p>来源：某报</p><p>甲。（记者甘田）</p>"
    assert json.loads(json.dumps(dict(read(text).metadata)))["reporters"] == ["甘田"]


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore")),
    st.sampled_from(["a.md", "a.txt", "a.html"]),
)
def test_no_bytes_crash_the_reader(data, path):
    try:
        document, problems = document_from(data, path)
    except Skipped as reason:
        assert str(reason).endswith(".")
    else:
        assert len(document.origin) == len(document.text)
        assert all(problem.message.endswith(".") for problem in problems)


def test_folders_globs_lists_and_files_give_the_same_documents(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("a.md", "sub/b.txt", "sub/c.HTM"):
        (tmp_path / name).write_text(POST, encoding="utf-8")
    whole = read_corpus(tmp_path)
    assert [document.doc_id for document in whole] == ["a", "sub/b", "sub/c"]
    assert [d.doc_id for d in read_corpus(f"{tmp_path}/**/*")] == ["a", "sub/b", "sub/c"]
    assert [d.doc_id for d in read_corpus([tmp_path / "a.md", tmp_path / "sub" / "b.txt"])] == ["a", "sub/b"]
    assert [d.doc_id for d in read_corpus(tmp_path / "sub" / "b.txt")] == ["b"]
    assert read_corpus(tmp_path).fingerprint == whole.fingerprint


def test_names_are_composed(tmp_path):
    (tmp_path / "cafe\u0301.md").write_text(POST, encoding="utf-8")
    assert [document.doc_id for document in read_corpus(tmp_path)] == ["caf\u00e9"]
