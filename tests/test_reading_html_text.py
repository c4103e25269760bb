"""HTML to text: what is shown is kept, in order, each character with its place in the source."""

import html

from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from analysis.reading.html.text import html_text, is_html, without_adverts


def text_of(source: str) -> str:
    return html_text(without_adverts(source)).excerpt.text


def assert_placed(source: str) -> str:
    """Every character of the text stands in the source where the map says."""
    excerpt = html_text(source).excerpt
    for i, character in enumerate(excerpt.text):
        start, stop = excerpt.origin.source(i, i + 1)
        written = source[start:stop]
        decoded = html.unescape(written) or character  # Python decodes &#1; to nothing
        assert character in decoded or character in "\n "  # these may stand for the markup between
        assert written or character in "\n "
    return excerpt.text


def test_blocks_and_breaks_end_a_line_and_indents_go():
    assert text_of("<div><p>　　甲</p>\n<p>&nbsp;乙<br>丙</p>丁</div>") == "甲\n乙\n丙\n丁"


def test_inline_tags_do_not_cut_words():
    stock = '向<span id="sh600000"><a href="https://a.invalid/x?a=1&b=2">老百姓</a></span><span id="q"></span>“耍横”'
    assert text_of(f"<p><font>工业和</font><font>信息化部</font>{stock}</p>") == "工业和信息化部向老百姓“耍横”"


def test_inner_blanks_are_kept():
    assert text_of("<p>李　强 王&nbsp;芳  赴会</p>") == "李　强 王\xa0芳  赴会"


def test_a_line_that_an_editor_wrapped_is_healed_in_a_paragraph_and_is_a_line_outside():
    assert text_of("<p>工业和\n      信息化部 the\n  Ministry</p>") == "工业和信息化部 the Ministry"
    assert text_of("<div>\n标题\n第一行。\n</div>") == "标题\n第一行。"


def test_styles_scripts_and_sina_blocks_leak_nothing():
    source = (
        '<style>.a&#123;b&#125;</style><script>var x="<p>甲</p>"</script>'
        '<div class="clearfix appendQr_wrap"><div>海量资讯</div></div>'
        '<div class="img_wrapper"><img alt="图"><span class="img_descr">资料图</span></div><p>正文。</p>'
    )
    found = html_text(source, blocks={"appendQr_wrap": "advert", "img_descr": "caption"})
    assert found.excerpt.text == "正文。"
    assert [(kind, text, source[start:stop]) for kind, text, start, stop in found.furniture] == [
        ("advert", "海量资讯", "海量资讯"),
        ("caption", "资料图", "资料图"),
    ]


def test_adverts_in_comments_go_even_when_another_comment_ends_them_early():
    assert text_of("<p>甲</p><!--article_adlist[<p>广告</p>]article_adlist--><p>乙</p>") == "甲\n乙"
    assert text_of("<p>甲</p><!--article_adlist[<!--x--><p>广告</p>]article_adlist--><p>乙</p>") == "甲\n乙"
    assert text_of("<p>甲</p><!--article_adlist[<p>广告</p>]article_adlist<p>乙</p>") == "甲\n乙"
    assert text_of("<p>新<!--article_adlist[<b>广告</b>]article_adlist-->华</p>") == "新华"


def test_attribute_values_with_inner_quotes_hide_no_text():
    assert assert_placed('<p title="他说"你好"了">甲</p><img alt="x"y"><p>乙</p>') == "甲\n乙"


def test_entities_are_decoded_and_placed():
    assert assert_placed("<p>A&amp;B&#123;&hellip;&ldquo;甲&rdquo;&ampx&nosuch;</p>") == "A&B{…“甲”&x&nosuch;"


def test_deep_nesting_is_no_trouble():
    assert text_of("<div>" * 3000 + "甲" + "</div>" * 3000) == "甲"


def test_text_that_the_standard_moves_out_of_a_table_is_still_placed():
    assert set(assert_placed("<table><tr><td>甲</td></tr>乙</table>").split()) == {"甲", "乙"}


def test_prose_with_comparison_signs_is_not_html():
    assert not is_html("增速<5%，a < b > c，x<y")
    assert is_html("甲<br/>乙")


TEXTS = st.text(alphabet="甲乙丙　 \nab1&<>\"';#x三", max_size=12)
ESCAPED = TEXTS.map(html.escape)
ENTITIES = st.sampled_from(
    ["&amp;", "&nbsp;", "&ldquo;", "&#123;", "&#x4e00;", "&amp", "&ampb", "&", "&#", "&notit;", "&NotEqualTilde;"]
)
COMMENTS = st.sampled_from(
    ["<!-- 甲 -->", "<!---->", "<!-->", "<!--a>b-->", "<![CDATA[乙]]>", "<?php 甲?>", "</ 甲>", "<!-- a --!>"]
)
RAW = st.sampled_from(
    ["<style>p{content:'甲'}</style>", "<script>if(a<b)'</p>'</script>", "<STYLE>甲</STYLE >", "<title>甲</title>"]
)
ATTRIBUTES = st.sampled_from(["", " class=a", ' title="甲>乙"', " a='\"'", ' alt="他"说"了"', " / hidden", " a = b"])
TAGS = st.sampled_from(
    "p div span b font a table tr td ul li section h1 pre blockquote em center form select option".split()
)


@st.composite
def elements(draw, children):
    tag, inner = draw(TAGS), "".join(draw(st.lists(children, max_size=4)))
    closing = draw(st.sampled_from([f"</{tag}>", f"</{tag} >", "", "</b>"]))
    return f"<{tag}{draw(ATTRIBUTES)}>{inner}{closing}"


LEAVES = (
    TEXTS | ESCAPED | ENTITIES | COMMENTS | RAW | st.sampled_from(["<br>", "<br/>", "<hr>", "<img alt='甲'>", "甲" * 3])
)
PAGES = st.lists(st.recursive(LEAVES, elements, max_leaves=12), max_size=6).map("".join)


@settings(max_examples=400, deadline=None)
@given(PAGES)
@example("<p>甲<b>乙</p>丙</b>")
@example("&#1;&#x0;&#xFFFF;")
def test_every_character_of_any_html_is_placed_where_it_stands(source):
    assert_placed(source)


def shown(source: str) -> str:
    """The characters of the tree that are shown: an independent way to the same text."""
    tree = LexborHTMLParser(source)
    tree.strip_tags(
        ["style", "script", "title", "textarea", "select", "button", "input", "head", "template"], recursive=False
    )
    return "".join((tree.root.text() if tree.root else "").split())


CLEAN_TEXTS = st.text(alphabet="甲乙丙　 ab1", max_size=8)
CLEAN_TAGS = st.sampled_from(["p", "div", "span", "b", "font", "a", "ul", "li", "section", "h1", "blockquote", "em"])


@st.composite
def clean_elements(draw, children):
    tag = draw(CLEAN_TAGS)
    return f"<{tag}{draw(ATTRIBUTES)}>{''.join(draw(st.lists(children, max_size=4)))}</{tag}>"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.recursive(CLEAN_TEXTS | ENTITIES | COMMENTS | RAW, clean_elements, max_leaves=10), max_size=5).map(
        "".join
    )
)
def test_no_shown_character_is_lost_and_none_is_added(source):
    assert "".join(html_text(source).excerpt.text.split()) == shown(source)
