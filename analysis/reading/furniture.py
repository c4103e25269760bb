"""Lines and brackets that are not the article: credits, sources, original titles, datelines, adverts. Cut out, and kept verbatim.

Each rule asks for the whole line (or bracket, or opening of a paragraph) to be furniture: where a line goes on as prose it stays.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from analysis.reading.credits import EDITORS, ORIGINAL_TITLE, REPORTERS, SOURCE, Credit, credits_in
from analysis.reading.datelines import dateline_length
from analysis.spans import Span

MAX_CREDIT_LINE = 120  # characters; longer lines are prose
_INDENT = " \t\u3000\xa0"

_ADVERT = re.compile(
    r"海量资讯、精准解读|(?:下载|打开|关注|尽在|登录).{0,16}(?:APP|客户端|公众号)[”\"』」）)！。]*$|^.{0,30}扫(?:描|一扫).{0,10}二维码"
    r"|返回搜狐，查看更多|^\W*举报[/／]反馈\W*$|^\W*点击(?:查看|阅读)(?:原文|更多|全文|下一页)\W*$|^\W*阅读原文\W*$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"[\s:：|/／、【】\[\]()（）·>«»]*(?:(?:一键)?分享(?:到|至|文章|本文)?|打印(?:本页|本文|文本)?|关闭(?:窗口|本页)?|字号|字体|收藏|我要纠错|返回顶部"
    r"|微信(?:好友|扫一扫)?|朋友圈|新浪微博|微博|QQ(?:空间|好友)?|复制链接|大|中|小|[\s:：|/／、【】\[\]()（）·>«»]+)+",
)
_SHARE_WORD = re.compile(r"分享|打印|字号|字体|关闭窗口|收藏|返回顶部|我要纠错")
_DISCLAIMER = re.compile(r"[【\[（(]?(?:免责声明|版权声明|特别声明|郑重声明)[】\]）)]?\s*[:：]?\s*(?:$|.*(?:本文|本网|本站|本号|作者|版权|转载|观点|投资|侵权))")
_RELATED = re.compile(r"\W*(?:相关阅读|延伸阅读|推荐阅读|相关新闻|相关报道|更多阅读|往期回顾|猜你喜欢|热门推荐)\W*$")
_END_MARK = re.compile(r"[（(](?:完|end|END)[）)]\s*$")
_BRACKET = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,80})[）)\]】]")
_CREDIT_WORD = re.compile("记者|来源|编辑|责编|校对|通讯员|作者|实习生|原标题|原题|采写|撰文")


class Furniture(NamedTuple):
    """What was found in a text: the ranges to cut out, each with its kind, and what the credits say."""

    cuts: list[tuple[Span, str]]
    credits: list[Credit]
    dateline: str


def find_furniture(text: str) -> Furniture:
    """The furniture of a text whose paragraphs are its lines.

    >>> text = "来源：工人日报\\n新华社南京12月7日电会议召开。（记者甘田）\\n责任编辑：甘田"
    >>> [(text[slice(*span)], kind) for span, kind in find_furniture(text).cuts][:2]
    [('来源：工人日报\\n', 'source'), ('新华社南京12月7日电', 'dateline')]
    """
    found = Furniture([], [], "")
    lines = list(_lines(text))
    tail = _related(text, lines)
    for i, (start, stop) in enumerate(lines):
        if i >= tail:
            found.cuts.append((_with_line_end(text, start, stop), "related"))
            continue
        kind, credits = _whole_line(text[start:stop].strip(_INDENT))
        if kind:
            found.cuts.append((_with_line_end(text, start, stop), kind))
            found.credits.extend(credits)
        else:
            found = _inside(text, start, stop, found)
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _with_line_end(text: str, start: int, stop: int) -> Span:
    return Span(start, min(stop + 1, len(text)))


def _whole_line(line: str) -> tuple[str, list[Credit]]:
    if not line:
        return "", []
    if len(line) <= MAX_CREDIT_LINE:
        if credits := credits_in(line):
            return credits[0].kind, credits
        for kind, pattern in (("advert", _ADVERT),):
            if pattern.search(line):
                return kind, []
        if _SHARE_WORD.search(line) and _SHARE.fullmatch(line):
            return "share", []
    return ("disclaimer", []) if _DISCLAIMER.match(line) else ("", [])


def _related(text: str, lines: list[tuple[int, int]]) -> int:
    """The index of the line that opens a list of links to other articles: only headlines follow it, to the end."""
    for i, (start, stop) in enumerate(lines):
        if stop - start <= 12 and _RELATED.match(text[start:stop]):
            rest = [text[a:b].strip() for a, b in lines[i + 1 :]]
            if all(len(line) <= 60 and not line.endswith(("。", "！", "？", "”")) for line in rest):
                return i
    return len(lines)


def _inside(text: str, start: int, stop: int, found: Furniture) -> Furniture:
    """Cuts at the start and the end of one paragraph, and the reporter's bracket near its start."""
    line = text[start:stop]
    dateline = found.dateline
    begin = 0
    if length := dateline_length(line):
        indent = len(line) - len(line.lstrip(_INDENT))
        found.cuts.append((Span(start + indent, start + length), "dateline"))
        written = line[indent:length]
        dateline = dateline or written.rstrip("　 ：:")
        found.credits.extend(credit for match in _BRACKET.finditer(written) for credit in credits_in(match[1], bracket=True))
        begin = length
    for match in _BRACKET.finditer(line, begin) if _CREDIT_WORD.search(line, begin) else ():
        if credits := credits_in(match[1], bracket=True):
            found.cuts.append((Span(start + match.start(), start + match.end()), credits[0].kind))
            found.credits.extend(credits)
    if (mark := _END_MARK.search(line, begin)) is not None:
        found.cuts.append((Span(start + mark.start(), stop), "end mark"))
    return found._replace(dateline=dateline)


def lifted(found: Furniture) -> dict[str, Any]:
    """The credits as metadata: `editors` and `reporters` as tuples of names, `source`, `original_title`, `dateline` as text; only what is there."""
    fields: dict[str, Any] = {}
    for kind, name in ((EDITORS, "editors"), (REPORTERS, "reporters")):
        names = dict.fromkeys(name for credit in found.credits if credit.kind == kind for name in credit.values)
        if names:
            fields[name] = tuple(names)
    for kind, name in ((SOURCE, "source"), (ORIGINAL_TITLE, "original_title")):
        values = [value for credit in found.credits if credit.kind == kind for value in credit.values]
        if values:
            fields[name] = values[0]
    if found.dateline:
        fields["dateline"] = found.dateline
    return fields
