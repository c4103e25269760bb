"""Which part of a page is the article, what is hidden, and that nothing around it is lost without a word."""

from time import process_time

import pytest

from analysis.reading.post import document_from

MENU = "<ul><li>首页</li><li>新闻</li></ul>"
PROSE = "<p>5月3日，东湖泵站启用，市长钟原出席。</p><p>泵站日供水三万吨，惠及十万居民。</p>"
TEXT = "5月3日，东湖泵站启用，市长钟原出席。\n泵站日供水三万吨，惠及十万居民。"


def read(page: str, path: str = "a.html"):
    return document_from(page.encode(), path).document


def page(body: str, head: str = "<title>东湖泵站启用_青石之窗</title>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{MENU}</div><div><div>{PROSE}</div><div>热点 某地降雨</div></div><div>联系我们</div>",
        f"<table><tr><td>{MENU}</td></tr></table><table><tr><td><b>东湖泵站启用</b>{PROSE}</td><td>热点<br>某地降雨</td></tr></table>",
        f"<div><h1>东湖泵站启用</h1>{PROSE}</div><div>友情链接</div>",
        f"<section><section>{PROSE}</section></section><div>友情链接</div>",
    ],
)
def test_on_a_page_without_a_known_article_the_element_with_the_prose_is_read(body):
    assert read(page(body)).text == TEXT


def test_no_paragraph_is_lost_where_an_article_is_spread_over_elements():
    body = f"{MENU}<div><p>导语：水来了，人笑了。</p></div><div>{PROSE}</div>"
    assert read(page(body)).text.endswith("导语：水来了，人笑了。\n" + TEXT)


def test_what_stands_around_the_article_is_told_and_its_credits_are_read():
    source = page(f"{MENU}<div>2023-05-03 10:00　来源：青石日报</div><div>{PROSE}</div><div>【编辑：甘田】</div>")
    document = read(source)
    assert document.text == TEXT
    assert (document.source, document.metadata["editors"]) == ("青石日报", ("甘田",))
    assert [(piece.text, source[piece.start : piece.stop]) for piece in document.removed if piece.kind == "around"] == [
        (text, text) for text in ("首页", "新闻", "2023-05-03 10:00　来源：青石日报", "【编辑：甘田】")
    ]
    assert [(f.name, source[f.start : f.stop]) for f in document.fields] == [
        ("published", "2023-05-03 10:00"), ("source", "青石日报"), ("editors", "甘田"),
    ]  # fmt: skip


def test_the_heading_is_text_only_where_the_markup_names_the_article():
    heading = "<h1>东湖泵站启用</h1>"
    assert read(page(f"<div>{heading}{PROSE}</div>{MENU}")).text == TEXT
    assert read(page(f"<article>{heading}{PROSE}</article>{MENU}")).text == f"东湖泵站启用\n{TEXT}"


def test_the_title_is_what_the_head_names_so_without_the_name_of_the_site():
    head = '<title>东湖泵站启用_青石县人民政府</title><meta name="ArticleTitle" content="东湖泵站启用">'
    assert read(page(f"<div>{PROSE}</div>", head)).title == "东湖泵站启用"
    head = '<title></title><meta property="og:title" content="东湖泵站启用">'
    assert read(page(f"<h1>青石水务</h1><div>{PROSE}</div>", head)).title == "东湖泵站启用"
    head = '<title>东湖泵站启用</title><meta property="og:title" content="青石之窗">'
    assert read(page(f"<div>{PROSE}</div>", head)).title == "东湖泵站启用"


@pytest.mark.parametrize(
    "element",
    [
        '<em id="publish_time">2023-05-03 20:01</em>',
        '<span class="pubtime">发布时间：2023年05月03日 20:01</span>',
        '<time datetime="2023-05-03T20:01:00+08:00">昨天</time>',
        "<time>Wed, 03 May 2023 12:01:00 GMT</time>",
    ],
)
def test_the_element_that_sites_give_the_time_of_publication(element):
    document = read(page(f"<div>青石水务{element}</div><div>{PROSE}</div>"))
    assert (document.date.isoformat(), document.date_from) == ("2023-05-03T20:01:00+08:00", "html")
    assert document.text == TEXT


def test_menus_and_footers_of_the_markup_are_told():
    document = read(page(f"<NAV><a>首页</a> <a>新闻</a></NAV><div>{PROSE}</div><footer><p>联系我们</p></footer>"))
    assert document.text == TEXT
    assert [(piece.kind, piece.text) for piece in document.removed] == [("menu", "首页 新闻"), ("footer", "联系我们")]


def test_a_page_of_one_line_stays():
    assert read(page("<div>东湖泵站启用</div>")).text == "东湖泵站启用"
    assert read(page(MENU)).text == "首页\n新闻"


def test_the_same_text_before_the_article_does_not_move_its_place():
    source = page(f"<div>东湖泵站启用，</div><div class='article-content'><p>东湖泵站启用，</p>{PROSE}</div>")
    document = read(source)
    assert document.source_span(0, 1).start == source.index("<p>东湖") + 3


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">来源不明</span>',
        "<p style='color:red; display: none;'>来源不明</p>",
        '<div class="a" style="DISPLAY:NONE">来源不明</div>',
    ],
)
def test_a_small_hidden_element_is_left_out_and_told(hidden):
    source = f"---\ntitle: 甲\n---\n<p>会议</p>{hidden}<p>召开。</p>"
    document = read(source, "a.md")
    assert document.text == "会议\n召开。"
    assert [(p.kind, p.text, p.rule, source[p.start : p.stop]) for p in document.removed] == [
        ("hidden", "来源不明", "display:none", "来源不明")
    ]


@pytest.mark.parametrize(
    "shown",
    [
        f'<div style="display:none">{PROSE}</div>',  # behind a button: read on
        f'<p style="display:none">{"会议召开，" * 30}</p>',
        '<p style="display:block">会议召开。</p>',
        '<p title="display:none">会议召开。</p>',
    ],
)
def test_articles_behind_a_button_and_shown_elements_stay(shown):
    assert read(f"---\ntitle: 甲\n---\n{shown}", "a.md").text


def test_removed_pieces_stand_in_source_order():
    source = page(
        f"<div class='share-box'>分享</div><div>来源：青石日报</div><div>{PROSE}<p>责任编辑：甘田</p></div><div>尾</div>"
    )
    places = [(piece.start, piece.stop) for piece in read(source).removed]
    assert places == sorted(places)
    assert all(source[a:b].strip() for a, b in places)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div " + 'style="' * 20_000,
        '<div style="display:none">' * 5_000,
        '<div style="' + "display:" * 20_000,
        "<div>" * 200 + "<p>甲，乙丙丁。</p>" * 5_000,
        "<title>" + "-" * 20_000 + "</title><p>甲，乙。</p>",
    ],
)
def test_no_page_takes_long(hostile):
    begun = process_time()
    document_from(f"<html><body>{hostile}</body></html>".encode(), "a.html")
    assert process_time() - begun < 5
