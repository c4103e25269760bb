"""Site rules: each site's example comes out as it must, and a broken file is told with its line."""

import pytest

from analysis.errors import AnalysisError
from analysis.reading.furniture.sites import read_site, read_sites
from analysis.reading.post import document_from

SITES = read_sites()
EVERY = [*SITES.named, SITES.any_site]


def read(body: str, author: str = "") -> str:
    return document_from(f"---\ntitle: 通报\nauthor: {author}\n---\n{body}".encode(), "a.md").document.text


@pytest.mark.parametrize("site", EVERY, ids=lambda site: site.name)
def test_the_example_of_a_site_comes_out_as_it_must(site):
    assert site.examples
    for example in site.examples:
        assert read(example.before, author=(site.authors or ("",))[0]) == example.after


@pytest.mark.parametrize("site", EVERY, ids=lambda site: site.name)
def test_an_example_needs_its_rules_or_holds_nothing_else(site):
    """The text that must be left is in the example as it stands: no example makes up its answer."""
    for example in site.examples:
        shown = read(example.before.replace("class=", "data-c=").replace("id=", "data-i="))
        assert set(example.after.split("\n")) <= {line.strip() for line in shown.split("\n")} | {example.after}


@pytest.mark.parametrize(
    ("metadata", "body", "name"),
    [
        ({"author": "央视新闻"}, "", "央视网"),
        ({"author": "某网", "headimg": "https://n.sinaimg.cn/a.jpg"}, "", "新浪"),
        ({"author": "某网", "headimg": "https://example.invalid/sinaimg.cn.jpg"}, "", "any"),
        ({"link": "http://lj.people.com.cn/a.html"}, "", "人民网"),
        ({"link": "http://notpeople.com.cn/a.html"}, "", "any"),
        ({"author": "某部"}, '<div class="TRS_Editor"><p>会议</p></div>', "TRS"),
        ({"author": ["某部", "某局"]}, "<p>会议</p>", "any"),
        ({}, "TRS_Editor 是一个编辑器", "any"),
    ],
)
def test_a_site_is_known_by_author_then_host_then_markup(metadata, body, name):
    assert SITES.of(metadata, body).name == name


def test_the_rules_of_any_site_hold_on_named_sites_too():
    assert read('<p>会议召开。</p><div class="pagination"><a>1</a><a>2</a></div>', author="新华网") == "会议召开。"


def test_a_class_is_matched_whole():
    assert read('<p class="share-price">股价上涨。</p><p class="img_descr_no">照常。</p>') == "股价上涨。\n照常。"


def test_rules_of_one_site_do_not_hold_on_another():
    body = '<div class="left_zw"><p>会议召开。</p><div class="pictext">图中的字</div></div>'
    assert read(body, author="中国新闻网") == "会议召开。"
    assert read(body, author="新华网") == "会议召开。\n图中的字"


def test_what_a_site_rule_takes_out_is_told_with_its_place():
    post = '---\ntitle: 会议\nauthor: 新浪财经\n---\n<p>会议召开。</p><span class="img_descr">会场 &amp; 外景</span>'
    (piece,) = document_from(post.encode(), "a.md").document.removed
    assert (piece.kind, piece.text, piece.rule) == ("caption", "会场 & 外景", "markup of 新浪")
    assert post[piece.start : piece.stop] == "会场 &amp; 外景"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site: 临江\nhots: lj.cn\n", "lj.txt:2: key='hots' is not allowed; choose one of 'site', 'author', 'host', 'markup', 'article', 'block', 'line'."),
        ("site: 临江\nline slogan: (天天\n", "lj.txt:2: the pattern '(天天' can't be read: missing ), unterminated subpattern at position 0."),
        ("site: 临江\n会议\n", "lj.txt:2: '会议' is not a line like `host: example.cn`."),
        ("site: 临江\nbefore:\n<p>会议</p>\n", "lj.txt: an example has a line `before:` and no line `after:`."),
    ],
)  # fmt: skip
def test_a_broken_site_file_is_told_in_one_sentence(text, message):
    with pytest.raises(AnalysisError) as caught:
        read_site(text, "lj.txt")
    assert str(caught.value) == message
