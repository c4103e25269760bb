"""Front matter in TOML and JSON: every value stays the text it was, and what is broken is told with its line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.front_matter.block import split_front_matter
from analysis.reading.post import document_from

TOML = """+++
title = "工信部：会议"
date = 2021-11-12T19:05:52+08:00
day = 2021-11-12
time = 19:30:00
weight = 1_000
share = 0.10
draft = false
tags = ["金融", "会议"]  # 三级
counts = [1, 2]
[params]
  author = '某网'
  since = 2021-01-01
+++
会议召开。
"""


def read(text):
    document, problems = document_from(text.encode(), "a.md")
    return document, [(p.line, p.message, p.action) for p in problems if p.kind == "front matter"]


def test_toml_is_read_as_it_was_written():
    document, problems = read(TOML)
    assert document.metadata == {
        "title": "工信部：会议", "date": "2021-11-12T19:05:52+08:00", "day": "2021-11-12", "time": "19:30:00",
        "weight": "1_000", "share": "0.10", "draft": "false", "tags": ["金融", "会议"], "counts": ["1", "2"],
        "params": {"author": "某网", "since": "2021-01-01"},
    }  # fmt: skip
    assert (document.title, document.text, document.date.isoformat()) == (
        "工信部：会议", "会议召开。", "2021-11-12T19:05:52+08:00"
    )  # fmt: skip
    assert problems == []


@pytest.mark.parametrize("start", ["", "\n", "\ufeff", "\n \n\ufeff"])
@pytest.mark.parametrize(
    "block",
    ['+++\ntitle = "甲"\n+++\n', '{"title": "甲"}\n', '{\n  "title": "甲"\n}\n', '"title": "甲"\n;;;\n',
     ';;;\n"title": "甲",\n;;;\n', ';;;\n{"title": "甲"}\n;;;\n'],
)  # fmt: skip
def test_the_block_is_found_behind_blank_lines_and_a_mark(start, block):
    front = split_front_matter(f"{start}{block}正文")
    assert (front.metadata, front.present) == ({"title": "甲"}, True)
    assert f"{start}{block}正文"[front.body_start :] == "正文"


def test_json_is_read_as_it_was_written():
    document, problems = read(
        '{"title": "甲", "date": "2013/7/13 20:46:25", "n": 0.10, "draft": false, "none": null, "tags": ["金融", 7]}\n会议召开。'
    )
    assert document.metadata == {
        "title": "甲", "date": "2013/7/13 20:46:25", "n": "0.10", "draft": "false", "none": "", "tags": ["金融", "7"]
    }  # fmt: skip
    assert (document.text, document.date.isoformat(), problems) == ("会议召开。", "2013-07-13T20:46:25+08:00", [])


BROKEN = [
    # text; title; rows
    ("\n+++\ntitle = 会议\ndate = 2021-11-12\ntags = [\n '甲',\n]\n+++\n正文。", "会议",
     [(3, "the value of 'title' is not TOML; it was read as plain text.", "repaired")]),
    ("+++\ntitle = '甲'乙'\n+++\n正文。", "甲'乙",
     [(2, "the value of 'title' is not TOML; it was read as plain text.", "repaired")]),
    ("+++\ntitle = [快讯] 会议\ndate = 2021/11/12\n+++\n正文。", "[快讯] 会议",
     [(2, "the value of 'title' is not TOML; it was read as plain text.", "repaired")]),
    ("+++\ntitle = '甲'\n甲乙丙\n+++\n正文。", "甲",
     [(3, "the front matter is not TOML: invalid statement.", "read without front matter")]),
    ("+++\ntitle = '甲'\ntitle = '乙'\n+++\n正文。", "甲",
     [(3, "the front matter is not TOML: cannot overwrite a value.", "read without front matter")]),
    ('\n{\n"title": "甲",\n"date": 丙\n}\n正文。', "甲",
     [(4, "the value of 'date' is not JSON; it was read as plain text.", "repaired")]),
    ('"title": "甲"\n"date": "乙"\n;;;\n正文。', "甲",
     [(2, "the front matter is not JSON: expecting ',' delimiter; its lines were read one by one.", "repaired")]),
    ('{\n"title": "甲",\n"tags": [\n"乙"\n"丙"\n]\n}\n正文。', "甲",
     [(5, "the front matter is not JSON: expecting ',' delimiter.", "read without front matter")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "expected"), BROKEN)
def test_a_broken_block_is_mended_or_set_aside_and_told_with_its_line(text, title, expected):
    document, problems = read(text)
    assert (document.title, document.text, problems) == (title, "正文。", expected)
    if expected[0][2] != "repaired":
        assert document.metadata["front_matter"] in text


@pytest.mark.parametrize(
    "text",
    ["{某报}会议召开。", "+++", "+++ 会议", "+++\n没有完", "{", '"会议"召开', ";;;", ";;;\n没有完", '{"甲": 1} 会议'],
)
def test_a_text_that_only_begins_like_a_block_is_a_text(text):
    front = split_front_matter(text)
    assert (front.present, front.body_start, front.notes) == (False, 0, [])


def test_a_brace_that_is_never_closed_hides_nothing():
    document, problems = read('{"title": "甲",\n会议召开。')
    assert document.text == '{"title": "甲",\n会议召开。'
    assert problems == [(
        2, "the front matter is not JSON: expecting property name enclosed in double quotes.", "read without front matter"
    )]  # fmt: skip


@pytest.mark.parametrize(
    "block",
    [
        "+++\na = " + "[" * 30_000 + "\n+++\n",
        '{"a": ' + "[" * 100_000 + "\n}\n",
        "+++\n" + "a = 1\n" * 20_000 + "+++\n",
    ],
)
def test_no_trap_stops_the_reading(block):
    document, problems = read(block + "正文。")
    assert (document.text, len(problems)) == ("正文。", 1)


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029\ufeff"), max_size=20
)
NAMES = st.text("abcdefgh_", min_size=1, max_size=8)
FIELDS = st.dictionaries(NAMES, st.one_of(TEXTS, st.lists(TEXTS, max_size=3)), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(FIELDS)
def test_what_is_written_as_toml_or_json_is_read_back_equal(fields):
    """TOML's basic strings and arrays are those of JSON, but for the character DEL."""
    toml = "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    for text in (f"+++\n{toml}+++\n正文", f"{json.dumps(fields, ensure_ascii=False, indent=1)}\n正文"):
        front = split_front_matter(text)
        assert (front.metadata, front.notes, text[front.body_start :]) == (fields, [], "正文")


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["+++\n", "{", '{"a": ', ";;;\n", '"a": ']),
    st.text(max_size=60),
    st.sampled_from(["\n+++\n", "}\n", "\n;;;\n", ""]),
)
def test_no_text_stops_the_reader(start, middle, end):
    text = start + middle.replace("\r", "") + end
    front = split_front_matter(text)
    assert 0 <= front.body_start <= len(text)
