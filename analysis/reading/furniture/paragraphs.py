"""Lines and brackets that are not the article: credits, sources, datelines, adverts; cut out and kept verbatim.

Each rule asks for the whole line (or bracket, or opening of a paragraph) to be furniture: where a line goes on as
prose it stays.
"""

import re
from typing import Any, NamedTuple

from analysis.reading.credits import EDITORS, ORIGINAL_TITLE, REPORTERS, SOURCE, Credit, credits_in
from analysis.reading.datelines import dateline_length
from analysis.spans import Span

MAX_CREDIT_LINE = 120  # characters; longer lines are prose
_INDENT = " \t\u3000\xa0"

_ADVERT = re.compile(
    r"海量资讯、精准解读|(?:下载|打开|关注|尽在|登录).{0,16}(?:APP|客户端|公众号)[”\"』」）)！。]*$|^.{0,30}扫(?:描|一扫).{0,10}二维码"
    r"|返回搜狐，查看更多|^\W*举报[/／]反馈\W*$|^\W*点击(?:查看|阅读)(?:原文|更多|全文|下一页)\W*$|^\W*阅读原文\W*$"
    r"|^扫一扫.{0,4}(?:手机|微信).{0,10}$|^相关附件[:：]\s*无?$",
    re.IGNORECASE,
)
_ADVERT_WORDS = (
    "APP",
    "app",
    "App",
    "客户端",
    "公众号",
    "二维码",
    "举报",
    "原文",
    "更多",
    "点击",
    "海量资讯",
    "扫一扫",
    "附件",
)
_SHARE = re.compile(
    r"(?:(?:一键)?分享(?:到|至|文章|本文)?|打印(?:本页|本文|文本)?|关闭(?:窗口|本页)?|字号|字体|收藏|我要纠错|返回顶部"
    r"|微信(?:好友|扫一扫)?|朋友圈|新浪微博|微博|QQ(?:空间|好友)?|复制链接|大|中|小|[\s:：|/／、【】\[\]()（）·>«»])+",
)
_SHARE_WORD = re.compile(r"分享|打印|字号|字体|关闭窗口|收藏|返回顶部|我要纠错")
_DISCLAIMER = re.compile(
    r"[【\[（(]?(?:免责声明|版权声明|特别声明|郑重声明)[】\]）)]?\s*+[:：]?\s*+(?:$|.*(?:本文|本网|本站|本号|作者|版权|转载|观点|投资|侵权))"
)
_OWN_VIEW = re.compile(r"[（(](?:本文|文章|以上).{0,24}观点.{0,20}[）)]\W*$")
_NEXT = re.compile(r"[上下]一[条篇页][:：]")
_RELATED = re.compile(r"\W*(?:相关阅读|延伸阅读|推荐阅读|相关新闻|相关报道|更多阅读|往期回顾|猜你喜欢|热门推荐)\W*$")
_END_MARK = re.compile(r"[（(](?:完|end|END)[）)]\s*$")
_END_MARK_LENGTH = 12  # characters, blanks behind it counted
_BRACKET = re.compile(r"[（(\[【]([^（()）\[\]【】]{2,80})[）)\]】]")


class Cut(NamedTuple):
    """A range to take out of a text, what it is, and whether it is a whole line."""

    span: Span
    kind: str
    whole_line: bool = False


class Furniture(NamedTuple):
    """What was found in a text: the cuts in text order, what the credits say, the first dateline."""

    cuts: list[Cut]
    credits: list[Credit]
    dateline: str


def find_furniture(text: str) -> Furniture:
    r"""The furniture of a text whose paragraphs are its lines.

    >>> text = "来源：工人日报\n新华社南京12月7日电会议召开。（记者甘田）\n责任编辑：甘田"
    >>> [(text[slice(*cut.span)], cut.kind) for cut in find_furniture(text).cuts][:2]
    [('来源：工人日报\n', 'source'), ('新华社南京12月7日电', 'dateline')]
    """
    cuts: list[Cut] = []
    credits: list[Credit] = []
    datelines: list[str] = []
    lines = text.split("\n")
    links = _links_start(lines)
    start = 0
    for i, line in enumerate(lines):
        kind, said = ("related", []) if i >= links else _whole_line(line.strip(_INDENT))
        if kind:
            cuts.append(Cut(_with_line_end(start, start + len(line), text, cuts), kind, whole_line=True))
        else:
            inside, said, dateline = _inside(line)
            cuts += [Cut(Span(start + a, start + b), kind) for (a, b), kind in inside]
            datelines += [dateline] if dateline else []
        credits += said
        start += len(line) + 1
    return Furniture(cuts, credits, datelines[0] if datelines else "")


def _with_line_end(start: int, stop: int, text: str, cuts: list[Cut]) -> Span:
    """The line and the line end before it (behind it, where that is cut already or there is none)."""
    taken = cuts[-1].span.stop if cuts else 0
    return Span(start - 1, stop) if start > taken else Span(start, min(stop + 1, len(text)))


def _whole_line(line: str) -> tuple[str, list[Credit]]:
    """The kind of furniture a line is (empty for none), and its credits."""
    if len(line) <= MAX_CREDIT_LINE and line:
        if credits := credits_in(line):
            return credits[0].kind, credits
        if any(word in line for word in _ADVERT_WORDS) and _ADVERT.search(line):
            return "advert", []
        if _SHARE_WORD.search(line) and _SHARE.fullmatch(line):
            return "share", []
        if _NEXT.match(line):
            return "related", []
        if _OWN_VIEW.match(line):
            return "disclaimer", []
    return ("disclaimer", []) if _DISCLAIMER.match(line) else ("", [])


def _links_start(lines: list[str]) -> int:
    """The index of the line that opens a list of links to other articles: only headlines follow it, to the end."""
    prose = next((i for i in range(len(lines) - 1, -1, -1) if not _is_headline(lines[i])), -1)
    opening = (i for i in range(max(prose, 0), len(lines)) if len(lines[i]) <= 12 and _RELATED.match(lines[i]))
    return next(opening, len(lines))


def _is_headline(line: str) -> bool:
    return len(line) <= 60 and not line.rstrip().endswith(("。", "！", "？", "”"))


def _inside(line: str) -> tuple[list[tuple[Span, str]], list[Credit], str]:
    """The cuts inside one paragraph (dateline, credits in brackets, end mark), what they say, and its dateline."""
    cuts: list[tuple[Span, str]] = []
    credits: list[Credit] = []
    begin = dateline_length(line)
    written = line[:begin].lstrip(_INDENT)
    if begin:
        cuts.append((Span(begin - len(written), begin), "dateline"))
        credits += [credit for match in _BRACKET.finditer(written) for credit in credits_in(match[1], bracket=True)]
    for match in _BRACKET.finditer(line, begin):
        if said := credits_in(match[1], bracket=True):
            cuts.append((Span(*match.span()), said[0].kind))
            credits += said
    if (mark := _END_MARK.search(line, max(begin, len(line) - _END_MARK_LENGTH))) is not None:
        cuts.append((Span(mark.start(), len(line)), "end mark"))
    return cuts, credits, written.rstrip(_INDENT + ":：")


def lifted(credits: list[Credit], dateline: str) -> dict[str, Any]:
    """Credits as metadata: `editors`, `reporters` (tuples of names), `source`, `original_title`, `dateline` (texts)."""
    fields: dict[str, Any] = {}
    for kind in (EDITORS, REPORTERS):
        if names := dict.fromkeys(name for credit in credits if credit.kind == kind for name in credit.values):
            fields[kind] = tuple(names)
    for kind, name in ((SOURCE, "source"), (ORIGINAL_TITLE, "original_title")):
        if values := [credit.values[0] for credit in credits if credit.kind == kind and credit.values]:
            fields[name] = values[0]
    if dateline:
        fields["dateline"] = dateline
    return fields
