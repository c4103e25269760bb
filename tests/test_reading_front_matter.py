"""Front matter: what the site's generator writes is read back equal, or it is told what could not be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.front_matter.block import split_front_matter
from analysis.reading.post import document_from

MOVED = str.maketrans({c: "_" for c in ":/\\?*“”<>|[]"})


def written(title: str, author: str, categories: list[str], indent: str) -> str:
    """A post as the generator writes it: nothing escaped, braces as entities, a blank line first."""
    quote = '"' if "'" in title else "'"
    post = (
        f"\n---\ntitle: {quote}{title.translate(MOVED)}{quote}\ncategories: \n"
        + "".join(f"{indent}- {name}\n" for name in categories)
        + f"headimg: 'https://a.invalid/x?a=1&b=2'\nauthor: {author}\n"
        "comments: false\ndate: Fri, 12 Nov 2021 11:05:52 GMT\n---\n\n"
        "<div>   \n<p>　　会议召开。</p>\n</div>\n"
    )
    return post.replace("{", "&#123;").replace("}", "&#125;")


TITLES = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn"),
                           exclude_characters="&\ufeff"),
    min_size=1, max_size=30,
).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    TITLES,
    st.sampled_from(["新浪财经", "cnBeta", "某报"]),
    st.lists(st.sampled_from(["金融", "新浪财经－国內"]), min_size=1),
    st.sampled_from([" ", "    "]),
)
def test_what_the_generator_writes_is_read_back_equal(title, author, categories, indent):
    document, problems = document_from(written(title, author, categories, indent).encode(), "a.md")
    assert document.title == title.translate(MOVED).strip()
    assert (document.metadata["author"], document.metadata["categories"], document.metadata["comments"]) == (
        author,
        categories,
        "false",
    )
    assert document.date.isoformat() == "2021-11-12T19:05:52+08:00"
    assert document.text == "会议召开。"
    both_quotes = "'" in title and '"' in title
    told = [(p.line, p.action) for p in problems if p.kind != "mojibake"]  # a title may look like it: 锟斤拷
    assert told == ([(3, "repaired")] if both_quotes else [])


@pytest.mark.parametrize("start", ["---\n", "\n---\n", "\n \n\n---\n", "\ufeff---\n", "\n\ufeff---  \n"])
def test_the_fence_is_found_behind_blank_lines_and_a_mark(start):
    front = split_front_matter(f"{start}title: 甲\n---\n正文")
    assert front.metadata == {"title": "甲"}


def test_dots_close_the_block_too():
    assert split_front_matter("---\ntitle: 甲\n...\n正文").metadata == {"title": "甲"}


def test_values_stay_texts():
    raw = "time: 19:30\nid: 0012\nok: no\ntitle: 2021\nday: 2021-11-12\nnone: ~\nempty:\n2021: a\nno: b\ncontent: c"
    assert split_front_matter(f"---\n{raw}\n---\n").metadata == {
        "time": "19:30", "id": "0012", "ok": "no", "title": "2021", "day": "2021-11-12", "none": "~", "empty": "",
        "2021": "a", "no": "b", "content": "c",
    }  # fmt: skip


def test_a_text_without_a_fence_has_no_front_matter():
    front = split_front_matter("会议召开。\n---\ntitle: 甲\n---\n")
    assert (front.present, front.body_start) == (False, 0)


def test_a_ruled_line_in_the_body_is_not_the_fence():
    text = "---\ntitle: 甲\n---\n上\n---\n下"
    assert text[split_front_matter(text).body_start :] == "上\n---\n下"


def test_a_key_of_the_front_matter_wins_over_what_the_text_says():
    post = "---\ntitle: 甲\nsource: 某网\neditors: 甘田、闻立\n---\n"
    post += "<p>来源：工人日报</p><p>会议。</p><p>责任编辑：钟原</p>"
    document, _ = document_from(post.encode(), "a.md")
    assert document.metadata["source"] == "某网"
    assert document.metadata["editors"] == ("甘田", "闻立")
    assert [piece[:2] for piece in document.removed] == [("source", "来源：工人日报"), ("editors", "责任编辑：钟原")]
    assert document.source == "工人日报"
