"""Captions known by their markup go and are told; headings, prose and pictures that are the story stay."""

import pytest

from analysis.reading.post import document_from

IMAGE = '<p style="text-align:center"><img src="a.jpg"></p>'


def read(body: str) -> str:
    return document_from(f"---\ntitle: 通报\n---\n<div>{body}</div>".encode(), "a.md").document.text


@pytest.mark.parametrize(
    "caption",
    [
        '<p style="text-align: center;">入场式</p>',
        '<p align="center"><span style="color:gray">东湖泵站鸟瞰图。</span></p>',
        "<center>东湖泵站</center>",
        "<p>4月2日，茶农在采茶。</p><p>新华社记者 甘田 摄</p>",
        '<p style="text-align:center"><strong>（民警搀扶老人回家。）</strong></p>',
        "<p>↑“智慧门”</p>",
    ],
)
def test_a_line_under_a_picture_goes(caption):
    assert read(f"<p>会议召开。</p>{IMAGE}{caption}<p>会议指出，要落实。</p>") == "会议召开。\n会议指出，要落实。"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<p>东湖的水从山里来</p>", "东湖的水从山里来"),
        ('<p style="text-align:center"><strong>从“有水喝”到“喝好水”</strong></p>', "从“有水喝”到“喝好水”"),
        ('<p style="text-align:center">一、总体情况</p>', "一、总体情况"),
        ('<p style="text-align:center">水从哪里来？</p>', "水从哪里来？"),
        ('<h3 style="text-align:center">水的来处</h3>', "水的来处"),
        ('<p style="text-align:center">水来了。人笑了。</p>', "水来了。人笑了。"),
        ('<p style="text-align:center">关于供水的通知</p>', "关于供水的通知"),
        ('<p style="text-align:center">一湖春水绿</p><p style="text-align:center">两岸柳丝长</p>', "一湖春水绿\n两岸柳丝长"),
    ],
)  # fmt: skip
def test_what_is_no_caption_under_a_picture_stays(line, text):
    assert read(f"<p>会议召开。</p>{IMAGE}{line}<p>会议指出。</p>") == f"会议召开。\n{text}\n会议指出。"


def test_a_picture_inside_a_line_has_no_caption():
    assert read('<p style="text-align:center">东湖<img src="a.gif">泵站</p><p>会议召开。</p>') == "东湖泵站\n会议召开。"


def test_a_figcaption_goes_and_is_told_with_its_place():
    post = (
        "---\ntitle: 通报\n---\n<p>会议召开。</p><figure><img src=a><figcaption>会场<em>外景</em></figcaption></figure>"
    )
    document = document_from(post.encode(), "a.md").document
    (piece,) = document.removed
    assert document.text == "会议召开。"
    assert (piece.kind, piece.text, piece.rule) == ("caption", "会场外景", "figcaption")
    assert post[piece.start : piece.stop] == "会场<em>外景</em>"


def test_captions_are_the_text_where_there_is_no_other():
    body = f'{IMAGE}<p style="text-align:center">东湖泵站</p>{IMAGE}<p style="text-align:center">泵站外景</p>'
    assert read(body) == "东湖泵站\n泵站外景"


def test_captions_of_a_whole_page_go_too():
    page = f'<html><body><div id="artibody"><p>会议召开。</p>{IMAGE}<p align="center">会场</p><p>会议指出。</p></div></body></html>'
    assert document_from(page.encode(), "a.html").document.text == "会议召开。\n会议指出。"
