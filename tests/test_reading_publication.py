"""When a document was published, and which place told it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Document
from analysis.reading import read_corpus
from analysis.reading.post import document_from
from analysis.reading.problems import Problem
from analysis.reading.publication.date_lines import date_line
from analysis.reading.publication.paths import day_in_path, day_in_url


def read(text: str, path: str = "a.md") -> tuple[Document, list[Problem]]:
    return document_from(text.encode(), path)


def told(text: str, path: str = "a.md") -> tuple[str, str]:
    """The day, and what told it."""
    document, _ = read(text, path)
    return (document.date.isoformat()[:10] if document.date else "", document.date_from)


URLS = [
    ("http://www.example.cn/n1/2021/1112/c1001-32280000.html", "2021-11-12"),
    ("http://www.example.cn/politics/2021-11/12/c_1128057123.htm", "2021-11-12"),
    ("http://www.example.cn/xinwen/2021-11/12/content_5650493.htm", "2021-11-12"),
    ("https://finance.example.cn/china/2021-11-12/doc-iktzscyy5130000.shtml", "2021-11-12"),
    ("https://news.example.cn/2021/11/12/ARTIabcdef211112.shtml", "2021-11-12"),
    ("http://www.example.gov.cn/xwdt/202111/t20211112_1303700.html", "2021-11-12"),
    ("https://www.example.cn/a/202111/12/WS618d0000.html", "2021-11-12"),
    ("http://www.example.cn/gn/2021/11-12/9607888.shtml", "2021-11-12"),
    ("https://new.example.cn/omn/20211112/20211112A0123400.html", "2021-11-12"),
    ("https://example.cn/2021/1/2/a-title/", "2021-01-02"),
    ("https://example.cn/2021_11_12_614527.shtml", "2021-11-12"),
    ("https://n.example.cn/finance/crawl/129/w550h379/20211112/b6a6.jpg", "2021-11-12"),
    ("https://www.163.com/21/1112/19/GOL0000.html", "2021-11-12"),
    ("/2021/11/12/title.html", "2021-11-12"),
]


@pytest.mark.parametrize(("url", "day"), URLS)
def test_a_day_in_a_url(url, day):
    assert day_in_url(url).isoformat() == f"{day}T00:00:00+08:00"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.cn/xw/c_1128057123.htm",
        "http://www.example.cn/2021-11/content_5650493.htm",
        "http://www.example.cn/2021/13/45/x.html",
        "http://www.example.cn/a.html?date=20211112",
        "http://www.example.cn/id/19491001.html",
        "http://img.example.cn/a_20211145.jpg",
        "",
    ],
)
def test_no_day_in_a_url(url):
    assert day_in_url(url) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021-11-12-meeting.md", "2021-11-12"),
        ("20211112_会议.md", "2021-11-12"),
        ("2021-11/211112_会议.md", "2021-11-12"),
        ("2021/11/12/会议.md", "2021-11-12"),
        ("2021/1112/会议.md", "2021-11-12"),
        ("稿件/2021年/211112_会议.md", "2021-11-12"),
        ("211112_会议.md", None),
        ("2020-11/211112_会议.md", None),
        ("2021/会议.md", None),
        ("会议.md", None),
    ],
)
def test_a_day_in_a_path(path, day):
    found = day_in_path(path)
    assert (found.isoformat()[:10] if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("会议召开\n2021年11月12日\n会议指出。", "2021-11-12"),
        ("会议召开\n2021-11-12 19:05\n会议指出。", "2021-11-12"),
        ("会议召开\n发布时间：2021年11月12日\n会议指出。", "2021-11-12"),
        ("会议召开\n（二〇二一年十一月十二日）\n会议指出。", "2021-11-12"),
        ("会议召开\n2021年11月12日 星期五\n会议指出。", "2021-11-12"),
        ("会议召开\n临江日报 2021-11-12\n会议指出。", "2021-11-12"),
        ("会议召开\n2021-11-12 来源：临江日报\n会议指出。", "2021-11-12"),
        ("章程\n第一条 总则。\n临江书院\n2021年11月12日", "2021-11-12"),
        ("1899年12月16日，学堂开学。", ""),
        ("学堂在1899年12月16日开学。\n师生三十人。", ""),
        ("甲。\n乙。\n丙。\n丁。\n戊。\n2021年11月12日\n己。\n庚。\n辛。\n壬。\n癸。", ""),
        ("2021年13月45日\n会议召开。", ""),
        ("会议通知\n时间：2021年12月1日\n地点：临江书院", ""),
    ],
)
def test_only_a_line_of_its_own_at_the_head_or_the_foot_dates_a_text(text, day):
    found = date_line(text)
    assert (found.isoformat()[:10] if found else "") == day


def test_a_date_line_keeps_its_time_of_day():
    assert date_line("会议召开\n2021年11月12日 19:05").isoformat() == "2021-11-12T19:05:00+08:00"


def test_a_text_about_history_stays_undated():
    assert told("1899年12月16日，临江学堂开学。师生三十人。", "a.txt") == ("", "")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("date: 2021-11-12\nurl: http://www.example.cn/2021/11/13/a.html", ("2021-11-12", "front matter")),
        ("publish_time: 2021-11-12", ("2021-11-12", "front matter")),
        ("发布时间: 2021年11月12日", ("2021-11-12", "front matter")),
        ("updated: 2022-01-01\npublished: 2021-11-12", ("2021-11-12", "front matter")),
        ("updated: 2022-01-01", ("2022-01-01", "front matter")),
        ("url: http://www.example.cn/2021/11/12/a.html", ("2021-11-12", "url")),
        ("原文链接: http://www.example.cn/202111/t20211112_1.html", ("2021-11-12", "url")),
        ("headimg: https://n.example.cn/20211112/b6a6.jpg", ("2021-11-12", "url")),
        ("n: 1", ("", "")),
    ],
)
def test_the_front_matter_dates_before_its_links(front, expected):
    assert told(f"---\ntitle: 甲\n{front}\n---\n<p>会议召开。</p>") == expected


def test_an_image_is_asked_last():
    front = "---\ntitle: 甲\nheadimg: https://n.example.cn/20200514/343.png\n---\n<p>会议召开。</p>"
    assert told(front, "20211112_会议.md") == ("2021-11-12", "file name")


@pytest.mark.parametrize(
    "link",
    ["<link rel='canonical' href='http://www.example.cn/2021/1112/c1-2.html'>",
     "<meta property='og:url' content='http://www.example.cn/2021/1112/c1-2.html'>"],
)  # fmt: skip
def test_a_page_is_dated_by_its_own_address(link):
    assert told(f"<html><head>{link}</head><body><p>会议召开。</p></body></html>", "a.html") == ("2021-11-12", "url")


@pytest.mark.parametrize(
    ("text", "path", "day"),
    [
        ("新华社临江12月7日电 会议召开。", "2021/a.txt", "2021-12-07"),
        ("新华社临江12月31日电 会议召开。", "20220101_a.txt", "2021-12-31"),
        ("新华社临江12月7日电 会议召开。\n2021年12月8日", "a.txt", "2021-12-07"),
        ("新华社临江12月7日电 2021年12月7日，会议召开。", "a.txt", "2021-12-07"),
        ("新华社临江2021年12月7日电 会议召开。", "2019/a.txt", "2021-12-07"),
    ],
)
def test_a_dateline_takes_its_year_from_elsewhere(text, path, day):
    assert told(text, path) == (day, "dateline")


def test_a_labelled_time_of_publication_goes_before_the_dateline():
    text = "发布时间：2021-12-08 10:00 来源：临江日报\n新华社临江12月7日电 会议召开。"
    assert read(text, "a.txt")[0].date.isoformat() == "2021-12-08T10:00:00+08:00"
    assert told(text, "a.txt") == ("2021-12-08", "text")


def test_a_dateline_without_any_year_dates_nothing():
    assert told("新华社临江12月7日电 会议召开。", "a.txt") == ("", "")


def test_a_contradiction_is_a_row_and_the_front_matter_counts():
    text = (
        "---\ntitle: 甲\ndate: 2021-11-12\nurl: http://www.example.cn/2021/12/12/a.html\n---\n新华社临江3月7日电 会议。"
    )
    document, problems = read(text)
    assert (document.date.isoformat()[:10], document.date_from) == ("2021-11-12", "front matter")
    assert problems == [
        Problem("a.md", 3, "date", "the front matter says 2021-11-12, the url 2021-12-12; the front matter counts.", "kept"),
        Problem(
            "a.md", 3, "date", "the front matter says 2021-11-12, the dateline 2022-03-07; the front matter counts.", "kept"
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("dateline", ["11月12日", "11月10日", "11月15日"])
def test_three_days_apart_is_no_contradiction(dateline):
    _, problems = read(f"---\ntitle: 甲\ndate: 2021-11-12 23:00:00\n---\n新华社临江{dateline}电 会议召开。")
    assert problems == []


def test_a_change_long_after_is_no_contradiction():
    _, problems = read("---\ntitle: 甲\nupdated: 2022-05-01\n---\n新华社临江11月12日电 会议召开。")
    assert problems == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_path_url_or_text_raises(text):
    for found in (day_in_url(text), day_in_path(text), date_line(text)):
        assert found is None or found.utcoffset() is not None


POSTS = Path(__file__).parents[2] / "shared" / "data" / "posts"


@pytest.mark.skipif(not POSTS.is_dir(), reason="the real posts (../shared/data/posts) are not here")
def test_no_real_post_contradicts_itself():
    assert (read_corpus(POSTS).problems["kind"] == "date").sum() == 0
