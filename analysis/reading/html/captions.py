"""The captions of pictures, known by their markup: figcaption, and the short centred line under a picture.

A line under a picture is its caption if it is centred and the text goes on uncentred, or if the line below it says no
more than who took the picture. A centred heading stays: it is bold, numbered, or opens on what follows.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

CAPTION, BELOW_RULE, ELEMENT_RULE = "caption", "line under a picture", "figcaption"
MAX_CAPTION = 100  # characters as shown

_BLANK = r"(?:[\s\u3000\xa0\u200b]|&(?:nbsp|emsp|ensp|#160);)"
_TAG = re.compile(r"<[^<>]*>")
_FIGCAPTION = re.compile(r"<figcaption\b[^<>]*>(?P<text>.{1,600}?)</figcaption\s*>", re.DOTALL | re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
# What may stand between a picture and the line below it, and between that line and the next.
_GAP = re.compile(
    rf"(?:{_BLANK}|<!--(?:(?!-->).){{0,200}}-->|<(?!img\b|h[1-6]\b|td\b|li\b)/?[A-Za-z][^<>]*>)*+", re.I | re.S
)
_LINE = re.compile(r"(?:[^<]|</?(?:span|font|em|i|a|u|small)\b[^<>]*>)++", re.IGNORECASE)
_BLOCK = re.compile(r"<(/?)(p|div|section|figure|center|td|br)\b([^<>]*)>", re.IGNORECASE)
_CENTRED = re.compile(
    r"text-align\s*:\s*center|align\s*=\s*[\"']?center|class\s*=\s*[\"'][^\"']*\bcenter\b", re.IGNORECASE
)
_BOLD = re.compile(r"<(?:strong|b|h[1-6])\b|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HEADING = re.compile(
    r"[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|第[0-9一二三四五六七八九十]+[章节条部]|[问答QA][:：]|.*[？?：:]$"
    r"|.*(?:通知|公告|意见|决定|办法|条例|[〔\[]\d{4}[〕\]]\d*号)$|[■●◆▍▌★]"
)
_PHOTOGRAPHER = re.compile(
    r"(?:新华社|中新社|人民网|本[报网台]|[\u3400-\u9fff]{2,8})?(?:记者|通讯员|发)?[（(]?\s*\S{2,12}\s?(?:摄|供图)[）)]?"
)
_IN_BRACKETS = re.compile("[（(][^（()）]+[)）]")
_POINTS_UP = "↑▲△⬆"
_LOOK_BACK = 400  # characters of markup before a picture where its paragraph opens


class Caption(NamedTuple):
    """The text of a caption, where it stands in the HTML, and the rule that says so."""

    text: str
    start: int
    stop: int
    rule: str


def captions_in(html: str) -> list[Caption]:
    """The captions that markup tells, in order and apart.

    >>> captions_in('<p>甲。</p><p align="center"><img src="a"></p><p align="center">东湖</p><p>乙。</p>')[0].text
    '东湖'
    >>> captions_in('<p align="center"><img src="a"></p><p>东湖的水从山里来。</p>')
    []
    """
    found = list(_in_elements(html)) if "figcaption" in html else []
    taken = max((caption.stop for caption in found), default=0)
    below = _below_images(html) if "<img" in html else ()
    found += [caption for caption in below if all(c.stop <= caption.start or caption.stop <= c.start for c in found)]
    return sorted(found, key=lambda caption: caption.start) if taken else found


def _in_elements(html: str) -> Iterator[Caption]:
    for match in _FIGCAPTION.finditer(html):
        if text := _shown(match["text"]):
            yield Caption(text, *match.span("text"), ELEMENT_RULE)


def _below_images(html: str) -> Iterator[Caption]:
    for image in _IMAGE.finditer(html):
        gap = _GAP.match(html, image.end())
        line = _LINE.match(html, gap.end()) if gap else None
        if (
            gap
            and line
            and _BLOCK.search(gap[0])
            and not (_BOLD.search(gap[0]) and not _IN_BRACKETS.fullmatch(_shown(line[0])))
        ):
            text = _shown(line[0])
            if 1 < len(text) <= MAX_CAPTION and _is_caption(html, image.start(), gap[0], text, line.end()):
                yield Caption(text, *line.span(), BELOW_RULE)


def _is_caption(html: str, image: int, gap: str, text: str, stop: int) -> bool:
    if text[0] in _POINTS_UP:
        return True
    if _HEADING.match(text) or text.rstrip("。）)").count("。") > 0:
        return False
    following = _GAP.match(html, stop)
    after = _LINE.match(html, following.end()) if following else None
    if after and _PHOTOGRAPHER.fullmatch(_shown(after[0])):
        return True
    opened = [tag for tag in _BLOCK.findall(gap) if tag[1].lower() != "br"]
    centred = _opens_centred(opened) if any(not closing for closing, _, _ in opened) else _stands_centred(html, image)
    return centred and not (following and after and _opens_centred(_BLOCK.findall(following[0])))


def _opens_centred(tags: list[tuple[str, str, str]]) -> bool:
    """Whether the last block that these tags open is centred."""
    opening = [(name, attributes) for closing, name, attributes in tags if not closing and name.lower() != "br"]
    return bool(opening) and (opening[-1][0].lower() == "center" or bool(_CENTRED.search(opening[-1][1])))


def _stands_centred(html: str, image: int) -> bool:
    """Whether the block that a picture stands in is centred, as far as the tags just before it tell."""
    return _opens_centred(_BLOCK.findall(html, max(0, image - _LOOK_BACK), image))


def _shown(markup: str) -> str:
    return _TAG.sub("", markup).replace("&nbsp;", " ").replace("&emsp;", " ").strip(" \t\n\r\u3000\xa0")
