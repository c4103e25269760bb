"""Front matter as it is found: what is written, what is read of it, and which line is told of.

The rows are the failures that were measured with python-frontmatter and PyYAML, and what else crawlers, editors and
converters leave. "equal" properties at the end: whatever the site's generator writes comes back, or is told of.
"""

import re
from datetime import datetime
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.reading.front_matter.block import split_front_matter
from analysis.reading.post import document_from

BODY = "<p>正文。</p>"
AS_TEXT = "the value of {!r} is not YAML; it was read as plain text."
FULL_WIDTH = "the full-width colon after the key was read as `:`."
GLUED = "the colon after the key has no blank behind it; it was read as if it had."
INDENT = "tabs or full-width blanks in the indent were read as blanks."
CONTROLS = "control characters were removed."
UNCLOSED = "the front matter has no closing `---`."
TWICE = "the key {!r} is written 2 times; the last value counts."
COMMENT = "part of the title is a comment to YAML; it was read as written."
CUT = "what follows `#` in {} is a comment to YAML; it was left out."
NO_TITLE = (None, "the front matter has no title; the file name is used.", "kept")


class Row(NamedTuple):
    """The lines between the fences (or the whole file, if it has its own), the title and the metadata read, the rows."""

    written: str | bytes
    title: str
    metadata: dict[str, object] = {}  # noqa: RUF012 (a named tuple's default, never changed); what else than the title
    told: tuple[tuple[int | None, str, str], ...] = ()


def repaired(line: int | None, message: str) -> tuple[int | None, str, str]:
    return line, message, "repaired"


def plain_text(line: int, key: str = "title") -> tuple[tuple[int | None, str, str], ...]:
    return (repaired(line, AS_TEXT.format(key)),)


WILD = {
    # Fences, marks, line ends and encodings
    "an empty line first": Row("\n---\ntitle: '甲'\n---\n" + BODY, "甲"),
    "a byte-order mark": Row("\ufeff---\ntitle: 甲\n---\n" + BODY, "甲"),
    "a byte-order mark and an empty line": Row("\ufeff\n---\ntitle: 甲\n---\n" + BODY, "甲"),
    "a byte-order mark of UTF-16": Row(("\ufeff---\ntitle: 甲\n---\n" + BODY).encode("utf-16-le"), "甲"),
    "line ends of Windows": Row(f"---\r\ntitle: 甲\r\nauthor: 某报\r\n---\r\n{BODY}\r\n", "甲", {"author": "某报"}),
    "line ends of old Macs": Row(f"---\rtitle: 甲\rauthor: 某报\r---\r{BODY}\r", "甲", {"author": "某报"}),
    "bytes of GB18030": Row(f"---\ntitle: 甲\nauthor: 某报\n---\n{BODY}".encode("gb18030"), "甲", {"author": "某报"}),
    "dots for a closing fence": Row(f"---\ntitle: 甲\n...\n{BODY}", "甲"),
    "blanks behind the fences": Row(f"---  \ntitle: 甲\n---\t\n{BODY}", "甲"),
    "no closing fence, then markup": Row(f"---\ntitle: 甲\nauthor: 某报\n{BODY}", "甲", {"author": "某报"},
                                         (repaired(1, UNCLOSED),)),
    "no closing fence, then an empty line": Row("\n---\ntitle: 甲\n\n正文。", "甲", {}, (repaired(2, UNCLOSED),)),
    "no closing fence, then a line with a colon": Row("---\ntitle: 甲\n正文：会议召开。", "甲", {},
                                                      (repaired(1, UNCLOSED),)),
    "nothing between the fences": Row(f"---\n---\n{BODY}", "正文。"),
    "a list between the fences": Row("- 甲\n- 乙", "a", {"front_matter": "- 甲\n- 乙"}, (
        (None, "the front matter is a list, not `key: value` lines.", "read without front matter"), NO_TITLE)),
    "a text between the fences": Row("甲乙", "a", {"front_matter": "甲乙"}, (
        (None, "the front matter is a text, not `key: value` lines.", "read without front matter"), NO_TITLE)),
    "no YAML at all": Row("title: 甲\n  b: [1\nc: }", "甲", {"front_matter": "title: 甲\n  b: [1\nc: }"}, (
        (None, "the front matter is not YAML: mapping values are not allowed in this context.",
         "read without front matter"),)),
    # Titles that are more than a text to YAML
    "a colon and a blank": Row("title: 工信部: 会议", "工信部: 会议", {}, plain_text(2)),
    "a colon in quotes": Row("title: '工信部: 会议'", "工信部: 会议"),
    "an @ first": Row("title: @某人 会议", "@某人 会议", {}, plain_text(2)),
    "a * first": Row("title: *要闻 会议", "*要闻 会议", {}, plain_text(2)),
    "a & first": Row("title: &要闻 会议", "&要闻 会议", {}, plain_text(2)),
    "a ! first": Row("title: !要闻 会议", "!要闻 会议", {}, plain_text(2)),
    "a % first": Row("title: %5 会议", "%5 会议", {}, plain_text(2)),
    "a ` first": Row("title: `会议`", "`会议`", {}, plain_text(2)),
    "a | first": Row("title: | 会议", "| 会议", {}, plain_text(2)),
    "a > first": Row("title: > 会议", "> 会议", {}, plain_text(2)),
    "a dash first": Row("title: - 会议", "- 会议", {}, plain_text(2)),
    "a question mark first": Row("title: ? 会议", "? 会议", {}, plain_text(2)),
    "a bracket first": Row("title: [快讯] 会议", "[快讯] 会议", {}, plain_text(2)),
    "a bracket around it": Row("title: [快讯]", "[快讯]", {}, (
        repaired(2, "part of the title is a list or a mapping to YAML; it was read as written."),)),
    "a brace first": Row("title: {快讯} 会议", "{快讯} 会议", {}, plain_text(2)),
    "a number sign first": Row("title: # 会议", "# 会议", {}, (repaired(2, COMMENT),)),
    "a number sign inside": Row("title: 会议 #话题# 开幕", "会议 #话题# 开幕", {}, (repaired(2, COMMENT),)),
    "a number sign without a blank": Row("title: 会议#话题#开幕", "会议#话题#开幕"),
    "double quotes first": Row('title: "快讯" 会议', '"快讯" 会议', {}, plain_text(2)),
    "single quotes first": Row("title: '快讯' 会议", "'快讯' 会议", {}, plain_text(2)),
    "a single quote never closed": Row("title: '会议\nauthor: 某报", "'会议", {"author": "某报"}, plain_text(2)),
    "a double quote never closed": Row('title: "会议\nauthor: 某报', '"会议', {"author": "某报"}, plain_text(2)),
    "a number sign behind a quote": Row("title: \"\"#行\"", '"#行', {}, plain_text(2)),
    "a quote never opened": Row("title: 会议'", "会议'"),
    "both quotes, in double ones": Row("title: \"他说\"好\"和'行'\"", "他说\"好\"和'行'", {}, plain_text(2)),
    "both quotes, in single ones": Row("title: '他说\"好\"和'行''", "他说\"好\"和'行'", {}, plain_text(2)),
    "a backslash in double quotes": Row(r'title: "甲\乙"', r"甲\乙", {}, plain_text(2)),
    "Chinese quotes and brackets": Row("title: “快讯”【会议】", "“快讯”【会议】"),
    "a full-width colon": Row("title: 快讯：会议", "快讯：会议"),
    "a percent sign inside": Row("title: 增长5%", "增长5%"),
    "three dashes inside": Row("title: 甲---乙", "甲---乙"),
    "braces as the generator writes them": Row("title: '&#123;甲&#125;'", "{甲}"),
    "a title over two lines": Row("title: 甲乙\n  丙丁", "甲乙 丙丁"),
    # Keys, colons and indents
    "a full-width colon behind one key": Row("title：甲\nauthor: 某报", "甲", {"author": "某报"},
                                             (repaired(2, FULL_WIDTH),)),
    "a full-width colon behind each key": Row("title：甲\nauthor：某报", "甲", {"author": "某报"},
                                              (repaired(2, FULL_WIDTH), repaired(3, FULL_WIDTH))),
    "a full-width colon behind a Chinese key": Row("title: 甲\n作者：某报", "甲", {"作者": "某报"},
                                                   (repaired(3, FULL_WIDTH),)),
    "no blank behind the colons": Row("title:甲\nauthor:某报", "甲", {"author": "某报"},
                                      (repaired(2, GLUED), repaired(3, GLUED))),
    "no blank behind one colon": Row("title:甲\nlink: http://a.invalid/b", "甲", {"link": "http://a.invalid/b"},
                                     (repaired(2, GLUED),)),
    "a tab behind the colon": Row("title:\t甲", "甲"),
    "tabs in the indent": Row("title: 甲\ncategories:\n\t- 金融\n\t- 银行", "甲", {"categories": ["金融", "银行"]},
                              (repaired(4, INDENT), repaired(5, INDENT))),
    "full-width blanks in the indent": Row("title: 甲\ncategories:\n　- 金融", "甲", {"categories": ["金融"]},
                                           (repaired(4, INDENT),)),
    "a no-break space in the indent": Row("title: 甲\ncategories:\n\xa0- 金融", "甲", {"categories": ["金融"]},
                                          (repaired(4, INDENT),)),
    "a vertical tab": Row("title: 甲\x0b乙", "甲乙", {}, (repaired(2, CONTROLS),)),
    "line ends of other systems": Row("title: '甲\x85乙\u2028丙'", "甲乙丙", {}, (repaired(2, CONTROLS),)),
    "a ! and a blank first": Row("title: ! 会议", "! 会议", {}, plain_text(2)),
    "a NUL": Row(f"---\ntitle: 甲\x00乙\n---\n{BODY * 30}", "甲乙", {}, (
        repaired(None, "1 NUL characters were left out."),)),
    "a key twice": Row("title: 甲\ntitle: 乙", "乙", {}, (repaired(3, TWICE.format("title")),)),
    "a key twice, once in quotes": Row("'title': 甲\ntitle: 乙", "乙", {}, (repaired(3, TWICE.format("title")),)),
    "a key twice, further in": Row("title: 甲\nmore:\n  b: 1\n  b: 2", "甲", {"more": {"b": "2"}},
                                   (repaired(5, TWICE.format("b")),)),
    "a comment behind a value": Row("title: 甲\nauthor: 某报 #1", "甲", {"author": "某报"},
                                    ((3, CUT.format("the value of 'author'"), "kept"),)),
    "a comment in place of a value": Row("title: 甲\nauthor: #1", "甲", {"author": ""},
                                         ((3, CUT.format("the value of 'author'"), "kept"),)),
    "a comment in a list": Row("title: 甲\ntags:\n- 某报 #1", "甲", {"tags": ["某报"]},
                               ((4, CUT.format("a list"), "kept"),)),
    "a colon in a list": Row("title: 甲\ntags:\n- 要闻: 时政", "甲", {"tags": [{"要闻": "时政"}]}, (
        (3, "an item of 'tags' is a list or a mapping to YAML, not a text; it stays one.", "kept"),)),
    "a comment on a line of its own": Row("# 注\ntitle: 甲", "甲"),
    "a comment behind quotes": Row("title: 甲\nauthor: '某报' # 注", "甲", {"author": "某报"}),
    "a key named content": Row("title: 甲\ncontent: 乙", "甲", {"content": "乙"}),
    "a key named metadata": Row("title: 甲\nmetadata: 乙", "甲", {"metadata": "乙"}),
    "a number for a key": Row("title: 甲\n2021: 乙", "甲", {"2021": "乙"}),
    "a truth for a key": Row("title: 甲\nno: 乙", "甲", {"no": "乙"}),
    # Values that YAML 1.1 takes for something else
    "a year for a title": Row("title: 2021", "2021"),
    "leading zeros": Row("title: 甲\nid: 0012\nother: 010", "甲", {"id": "0012", "other": "010"}),
    "yes, no and nothing": Row("title: 甲\na: yes\nb: no\nc: null\nd: ~\ne:", "甲",
                               {"a": "yes", "b": "no", "c": "null", "d": "~", "e": ""}),
    "a time of day": Row("title: 甲\ntime: 19:30", "甲", {"time": "19:30"}),
    "a day in eight digits": Row("title: 甲\nday: 20211112", "甲", {"day": "20211112"}),
    "a Python object": Row("title: 甲\nx: !!python/object/apply:os.system ['true']", "甲",
                           {"x": "!!python/object/apply:os.system ['true']"}, plain_text(3, "x")),
}  # fmt: skip


@pytest.mark.parametrize("row", WILD.values(), ids=WILD.keys())
def test_front_matter_is_read_right_or_told_of_with_its_line(row):
    written = row.written
    if isinstance(written, str) and not re.match(r"[\ufeff\n]*---", written):
        written = f"---\n{written}\n---\n{BODY}"
    document, problems = document_from(written if isinstance(written, bytes) else written.encode(), "a.md")
    read = {key: value for key, value in document.metadata.items() if key not in ("title", "furniture")}
    assert (document.title, read) == (row.title, row.metadata)
    assert tuple((problem.line, problem.message, problem.action) for problem in problems) == row.told
    assert "正文" in document.text
    assert "title" not in document.text


DATES = {
    "Fri, 12 Nov 2021 11:05:52 GMT": "2021-11-12T19:05:52+08:00",
    "2021-12-20 14:08:19": "2021-12-20T14:08:19+08:00",
    "2021-11-12 11:05:52 +0800": "2021-11-12T11:05:52+08:00",
    "2021-11-12T11:05:52Z": "2021-11-12T11:05:52+00:00",
    "2021年11月12日": "2021-11-12T00:00:00+08:00",
    "20211112": "2021-11-12T00:00:00+08:00",
}


@pytest.mark.parametrize(("written", "moment"), DATES.items())
def test_a_date_stays_the_text_it_was_and_names_a_moment(written, moment):
    document, problems = document_from(f"---\ntitle: 甲\ndate: {written}\n---\n{BODY}".encode(), "a.md")
    assert (document.metadata["date"], document.date.isoformat(), problems) == (written, moment, [])


def test_a_date_that_is_none_is_told_of_with_its_line():
    document, problems = document_from(f"---\ntitle: 甲\ndate: 2021-13-45\n---\n{BODY}".encode(), "a.md")
    assert (document.date, document.metadata["date"]) == (None, "2021-13-45")
    assert [tuple(problem) for problem in problems] == [
        ("a.md", 3, "date", "the date '2021-13-45' is no date that can be read.", "kept")
    ]


def test_the_indent_of_the_first_paragraph_is_no_part_of_the_front_matter():
    text = "---\ntitle: 甲\n---\n　　正文。"
    assert text[split_front_matter(text).body_start :] == "　　正文。"


# What the site's generator writes, by its own rules: nothing is escaped.
MOVED = str.maketrans({c: "_" for c in ":/\\?*“”<>|[]"})
LINE = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\x00"), max_size=40)
# An entity in a title is read as its character: `&` is left out.
TITLES = LINE.filter(lambda title: title.strip() and "&" not in title).map(lambda title: title.translate(MOVED))
# Unquoted: a name of a site or a section. One that opens with quotes, a bracket or a block mark is YAML's own to read.
NAMES = LINE.map(str.strip).filter(lambda name: name and name[0] not in "'\"[{|>" and "&#" not in name)
IMAGES = ["https://n.invalid/finance/20200514/343233024.png", "https://p.invalid/400/300?random=1&x=a#b"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


class Post(NamedTuple):
    """The facts of a post; `feed` says whether its date is that of a feed (GMT) or of a clock on the wall."""

    title: str
    categories: list[str] = ["金融", "新浪财经", "新浪财经－国內"]  # noqa: RUF012 (never changed)
    author: str = "新浪财经"
    moment: datetime = datetime(2021, 11, 12, 11, 5, 52)
    feed: bool = True
    image: str = IMAGES[0]
    indent: str = " "

    @property
    def date(self) -> str:
        """As the generator writes it, whatever the language of the machine."""
        at = self.moment
        if self.feed:
            return f"{DAYS[at.weekday()]}, {at:%d} {MONTHS[at.month - 1]} {at:%Y %H:%M:%S} GMT"
        return f"{at:%Y-%m-%d %H:%M:%S}"

    def written(self) -> str:
        """The post."""
        quote = '"' if "'" in self.title else "'"
        levels = "".join(f"{self.indent}- {name}\n" for name in self.categories)
        post = (
            f"\n---\ntitle: {quote}{self.title}{quote}\ncategories: \n{levels}headimg: '{self.image}'\n"
            f"author: {self.author}\ncomments: false\ndate: {self.date}\nthumbnail: '{self.image}'\n---\n"
            "\n<div>   \n<p>　　正文。</p>\n</div>\n"
        )
        return post.replace("{", "&#123;").replace("}", "&#125;")


POSTS = st.builds(
    Post,
    TITLES,
    st.lists(NAMES, min_size=3, max_size=3),
    NAMES,
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2100, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    ),
    st.booleans(),
    st.sampled_from(IMAGES),
    st.sampled_from([" ", "    "]),
)


@settings(max_examples=400, deadline=None)
@given(POSTS)
@example(Post("他说'好'"))
@example(Post("他说'好'和\"行\""))
@example(Post("{甲}", author="某报 #1"))
def test_what_the_generator_writes_is_read_back_equal_or_told_of(post):
    document, problems = document_from(post.written().encode(), "a.md")
    told = {problem.line for problem in problems}
    assert document.text == "正文。"
    if "front_matter" in document.metadata:  # the whole block is kept as text
        assert None in told
        return
    meant = {3: "title", 8: "headimg", 9: "author", 11: "date", 12: "thumbnail"}
    facts = {**post._asdict(), "date": post.date, "headimg": post.image, "thumbnail": post.image}
    for line, key in meant.items():
        assert document.metadata[key] == facts[key] or line in told
    assert document.metadata["categories"] == post.categories or told & {4, 5, 6, 7}
    assert document.metadata["comments"] == "false"
    assert document.title == post.title.strip() or 3 in told
    assert (document.date.replace(tzinfo=None) - post.moment).total_seconds() == (8 * 3600 if post.feed else 0)


USUAL = "会议新浪财经ABCabc0129 .,，。！（）《》—·'\"%@!+=~^$;；_-#{}"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=USUAL, min_size=1, max_size=30).map(str.strip).filter(bool))
def test_a_title_of_usual_characters_is_always_read_equal(title):
    document, problems = document_from(Post(title).written().encode(), "a.md")
    assert (document.metadata["title"], document.title) == (title, title)
    both_quotes = "'" in title and '"' in title
    assert [(problem.line, problem.action) for problem in problems] == ([(3, "repaired")] if both_quotes else [])
