"""What is read without a parser is what the parsers give, or is left to them."""

from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from analysis.moments import read_date
from analysis.reading.excerpt import Excerpt, plain_lines
from analysis.reading.front_matter.block import split_front_matter
from analysis.reading.front_matter.plain_block import plain_block
from analysis.reading.front_matter.yaml_text import load_texts
from analysis.reading.html.entities import decoded_pieces, unescaped
from analysis.reading.html.text import tree_text
from analysis.reading.html.well_nested import well_nested
from analysis.spans import Span

BLOCKS = {"img_descr": "caption", "appendQr_wrap": "advert", "#share": "share"}

TEXTS = st.sampled_from(
    ["甲", "会议召开。", "　　乙", "丙 ", " ", "\n", "\n  \t", "\xa0", "the\n  Ministry", "召开\n  会议", "A&T", "&ldquo;丁&rdquo;",
     "&nbsp;", "&#8226;", "&#10;", "&ampx", "&notit;", "&nosuch;", "&#0;", "&#128;", "a<b", "5 < 6", "\u200b", "\x0c", "&", "&lt;p>"]
)  # fmt: skip
NAMES = st.sampled_from(
    "p p p div div span b a font strong i em h1 h2 ul ol li dl dt dd section figure figcaption center blockquote o:p"
    " founder-content table tr td pre title textarea nav noscript svg P Div button form template head body".split()
)
ATTRIBUTES = st.sampled_from(
    ["", "", "", ' class="img_descr"', " class=img_descr", " class='x img_descr y'", ' CLASS="img_descr"', ' class="IMG_DESCR"',
     ' id="share"', ' title="他说"你好"了"', ' title="a>b"', ' href="?a=1&b=2"', ' title="', "/", " /", ' class="a&#95;b"', ' alt=">',
     ' title=\'class="img_descr"\'', ' data-x class="appendQr_wrap"', " a=b/", "\n id = share", ' class="a" class="img_descr"', "　x"]
)  # fmt: skip
ODD = st.sampled_from(
    ["<br>", "<br/>", "<br />", "<hr>", '<img alt="图">', "<!-- 注 -->", "<!---->", "<!-->", "<!-- <p> -->", "<!-- a--!>", "<!--a--b-->",
     "<style>p{}</style>", '<style type="text/css">.a>b{}</style>', "<script>if(a<b)c()</script>", "<script>x</script>",
     '<script a="></script>">x</script>', "</p>", "</div>", "</br>", "</span>", "<p>", "<div>", "<li>", "<b>", "<!DOCTYPE html>",
     "<?php ?>", "</>", "<", "<p", "</P>", "<wbr>", "<input>", "<html>", "<p 甲>", "</p x>", "<p中>", "<a\x0chref=x>"]
)  # fmt: skip


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, more, content: f"<{name}{more}>{content}</{name}>", NAMES, ATTRIBUTES, inner)


PAGES = st.recursive(
    st.one_of(TEXTS, TEXTS, ODD),
    lambda inner: st.one_of(element(inner), st.lists(inner, max_size=5).map("".join)),
    max_leaves=25,
)


def of_tree(source: str) -> tuple[object, ...]:
    return told(tree_text(source, LexborHTMLParser(source).root, BLOCKS))


def told(found) -> tuple[object, ...]:
    text, place = found.excerpt.text, found.excerpt.origin
    return text, [place.source(i, i + 1) for i in range(len(text))], found.furniture


@settings(max_examples=1500, deadline=None)
@given(PAGES)
@example('<div><p class="img_descr">甲</p><p>乙<b>丙</b></p>\n</div>')
@example("<p>甲\n <b> </b>乙</p>")
@example('<span class="img_descr">甲<br>乙</span>丙')
@example("<p>甲<style>p{}</style>乙</p><!-- 注 -->丙")
def test_tags_give_what_the_tree_gives_or_are_left_to_it(source):
    found = well_nested(source, BLOCKS)
    assert found is None or told(found) == of_tree(source)


@pytest.mark.parametrize(
    "source",
    [
        "<div>\n<p>　　<strong>某网消息</strong>：会议召开。<br/></p><p>甲&ldquo;乙&rdquo;</p>\n</div>\n",
        '<div class="a"><img src="x"><span class="img_descr">图</span></div><p>正文<a href="?a=1&b=2">链接</a></p>',
        '<P align=center><FONT color="red">甲</FONT></P><!-- 正文 --><style>p{a:b}</style><ul><li>乙</li></ul>',
        '<p><span style="font-family: 宋体">甲</span><o:p></o:p></p><p title="他说"你好"了">乙</p>',
    ],
)
def test_what_sites_write_is_read_from_its_tags(source):
    assert told(well_nested(source, BLOCKS)) == of_tree(source)


@pytest.mark.parametrize(
    "source",
    ["<p>甲<p>乙", "<p>甲<div>乙</div></p>", "<b>甲<i>乙</b>丙</i>", "甲</p>", "<li>甲</li>", "<table><tr>甲<td>乙</td></tr></table>",
     "5 < 6", '<a title="x>甲', "<a>甲<a>乙</a></a>", "<title>甲</title>", "<h1>甲<h2>乙</h2></h1>", "<div>" * 70]
)  # fmt: skip
def test_what_the_standard_mends_is_left_to_the_tree(source):
    assert well_nested(source, BLOCKS) is None


SCALARS = st.sampled_from(
    ["会议", "'会议: 召开'", '"他说\'好\'"', "Fri, 12 Nov 2021 11:05:52 GMT", "no", "0012", "19:30", "", "''", "'a''b'", '"a\\nb"', "[a]", "{a: b}",
     "a: b", "a #b", "a#b", "@a", "*a", "&a b", "!a", "|", "> a", "- a", "? a", "%a", "`a", "a:", ":a", "a ", "'a' b", "'a' #b", "'a", '"a', "~",
     "李　强", "a\tb", "\xa0a", "a\u2028b", "a\x85b", "a\x07b", "\ufeffa", "２０２１", "-a", "a - b", "https://a.invalid/x?y=1&z=2#w",
     "&#123;甲&#125;", "'&#123;甲&#125;'", "'\t'", "a,b", "a]"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["title", "date", "categories", "日期", "a-b", "2021", "'title'", "a b", "-", "_x", "<<", "no", "a.b", "# a", " x"]
)
ITEMS = st.builds(
    lambda indent, gap, values: "".join(f"\n{indent}-{gap}{value}" for value in values),
    st.sampled_from(["", " ", "  ", "    "]),
    st.sampled_from([" ", " ", " ", "  ", ""]),
    st.lists(SCALARS, min_size=1, max_size=3),
)
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, SCALARS),
    st.builds("{}: {}".format, KEYS, SCALARS),
    st.builds("{}:{}{}".format, KEYS, st.sampled_from(["", " ", " x", " ''"]), ITEMS),
    st.sampled_from(["", " - a", "  b", "- a", "---", "# c", "title:甲", "title： 甲", "..."]),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6).map(lambda lines: "\n".join(lines) + "\n"))
@example("a: ''\n - b\n")
@example("a:\n - b\n  - c\n")
@example("a: b\na: c\n")
def test_a_plain_block_gives_what_yaml_gives_or_is_left_to_it(raw):
    metadata = plain_block(raw)
    if metadata is not None:
        assert load_texts(raw) == metadata
        assert list(load_texts(raw)) == list(metadata)


WORDS = st.text("甲乙丙 :,-#'\"[]{}&*!|>%@`\\.aN1\u3000\xa0\u2028\t", max_size=12)
GENERATED = st.one_of(
    WORDS.filter(lambda word: "'" not in word).map("'{}'".format),
    WORDS.filter(lambda word: '"' not in word).map('"{}"'.format),
    WORDS,
)


@settings(max_examples=500, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["title", "author", "date", "日期"]), GENERATED, min_size=1), st.lists(GENERATED)
)
def test_any_words_a_generator_may_write_are_read_as_yaml_reads_them(values, items):
    raw = "".join(f"{key}: {value}\n" for key, value in values.items())
    raw += "categories: \n" + "".join(f" - {item}\n" for item in items)
    metadata = plain_block(raw)
    assert metadata is None or load_texts(raw) == metadata


def test_what_generators_write_is_read_without_yaml():
    raw = "title: '会议: 召开'\ncategories: \n - 媒体\n - 某网\ncomments: false\ndate: Fri, 12 Nov 2021 11:05:52 GMT\nheadimg: ''\n"
    assert plain_block(raw) == {
        "title": "会议: 召开",
        "categories": ["媒体", "某网"],
        "comments": "false",
        "date": "Fri, 12 Nov 2021 11:05:52 GMT",
        "headimg": "",
    }


@pytest.mark.parametrize(
    "raw",
    ["a: b: c\n", "a: b #c\n", "a: 'b''c'\n", 'a: "b\\n"\n', "a: [b]\n", "a: b\na: c\n", "a: b\n  c\n", "a:\n - b\n  - c\n", "a: ''\n - b\n", "\n"],
)  # fmt: skip
def test_what_needs_yaml_is_left_to_it(raw):
    assert plain_block(raw) is None


@given(
    st.datetimes(), st.sampled_from(["%a, %d %b %Y %H:%M:%S GMT", "%Y-%m-%d %H:%M:%S", "%a, %d %b %Y %H:%M:%S +0000"])
)
@example(datetime(2021, 11, 12, 11, 5, 52), "%a, %d %b %Y %H:%M:%S GMT")
def test_dates_of_feeds_are_what_the_full_grammar_makes_of_them(moment, form):
    written = moment.strftime(form)
    assert read_date(written) == read_date(f" {written} ")


def test_a_day_that_no_month_has_is_no_date():
    assert (read_date("Fri, 31 Feb 2021 11:05:52 GMT"), read_date("2021-02-31 11:05:52")) == (None, None)


CUTS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4)


@given(st.text("ab\r\n\x00", max_size=12), CUTS)
@example("a\r\nb", [(0, 1)])
def test_a_cut_of_a_cut_keeps_each_character_in_its_place(source, cuts):
    whole = plain_lines(source)
    inner = Excerpt.whole(whole.text)
    spans = [Span(a, min(b, len(whole.text))) for a, b in cuts if a < b and a < len(whole.text)]
    disjoint = [span for i, span in enumerate(sorted(spans)) if all(span.start >= s.stop for s in sorted(spans)[:i])]
    cut = inner.without(disjoint)
    for i, place in enumerate(i for i in range(len(whole.text)) if not any(a <= i < b for a, b in disjoint)):
        assert cut.text[i] == whole.text[place]
        assert whole.of(cut).source(i, i + 1) == whole.of(cut).origin.source(i, i + 1) == whole.source(place, place + 1)


@given(st.text("ab\r\n\x00", max_size=12), CUTS, st.integers(0, 12), st.integers(0, 12))
@example("a\r\nbab", [(1, 2)], 3, 1)
def test_a_part_of_what_was_cut_from_a_part_keeps_each_character_in_its_place(source, cuts, first, second):
    whole = plain_lines(source)
    body = whole.part(min(first, len(whole.text)), len(whole.text))
    inner = Excerpt.whole(body.text)
    spans = [Span(a, a + 1) for a in sorted({a for a, _ in cuts if a < len(body.text)})]
    cut = body.of(inner.without(spans))
    rest = cut.part(min(second, len(cut.text)), len(cut.text))
    places = [i for i in range(len(body.text)) if Span(i, i + 1) not in spans][second:]
    assert rest.text == "".join(body.text[i] for i in places)
    assert [rest.source(i, i + 1) for i in range(len(rest.text))] == [body.source(i, i + 1) for i in places]
    assert [rest.origin.source(i, i + 1) for i in range(len(rest.text))] == [body.source(i, i + 1) for i in places]
    assert rest.without([]).origin == rest.origin


REFERENCES = st.sampled_from(
    "甲 &ldquo; &rdquo; &nbsp; &amp; & ; &; &amp &nosuch; &#8226; &#x4e2d; &ngE; &lt;p &a&amp;".split()
)


@given(st.lists(REFERENCES, max_size=6).map("".join))
@example("&ldquo;甲&rdquo;")
@example("&ldquo;甲&rdquo;&")
@example("&ngE;")  # two characters
def test_references_are_read_as_browsers_read_them_and_take_the_whole_text(text):
    pieces = decoded_pieces(text, 10)
    assert "".join(piece[0] for piece in pieces) == unescaped(text)
    ends = [10, *(stop for _, _, stop in pieces)]
    starts = [*(start for _, start, _ in pieces), 10 + len(text)]
    assert all(start <= end for start, end in zip(starts, ends, strict=True))
    assert ends[-1] == 10 + len(text)


def test_a_tag_too_long_to_be_remembered_is_read_all_the_same():
    source = f'<p title="{"甲" * 500}" class="img_descr">图</p><p>正文</p>'
    assert told(well_nested(source, BLOCKS)) == of_tree(source)


def test_a_fence_inside_the_block_ends_it_all_the_same():
    assert split_front_matter("---\na: b\n...\n正文\n---\n").metadata == {"a": "b"}
