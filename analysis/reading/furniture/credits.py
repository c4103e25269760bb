"""The grammar of credit lines: 责任编辑：刘万里 SF014, 编辑 刘梦婕 校对 王心, 来源：新华社 作者：李四, 原标题：….

A line is a credit line only if all of it reads as roles with names, a source or a title; one word too many and it is
prose.
"""

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.reading.furniture.credit_names import HAN, is_person, names_in

EDITORS, REPORTERS, SOURCE = "editors", "reporters", "source"
ORIGINAL_TITLE, PUBLISHED, COUNT = "original title", "published", "count"

_ROLES = {
    EDITORS: "责任编辑 版面编辑 网站编辑 核稿 值班编辑 本期编辑 执行编辑 文字编辑 图片编辑 视频编辑 实习编辑"
    " 新媒体编辑 责任校对 责编 编辑 校对 美编 编审 审校 审核 审读 初审"
    " 复审 终审 一审 二审 三审 发布者 发布人 录入 监制 值班主任 主编 统筹 校审 签发 签审 终校 总编 策划 出品人 出品"
    " 设计 制图 制作 剪辑 后期 视觉 海报 美术 漫画 动画 插画 文案 文稿 排版 组版 字幕 值班编委 编委 编排 图片 审 校 编",
    REPORTERS: "特约通讯员 特约记者 见习记者 实习记者 首席记者 本报记者 实习生 通讯员 参与采写 参与记者"
    " 供稿单位 供稿 撰稿人 撰稿 记者 作者 采写 撰文 摄影报道"
    " 摄影 摄像 配音 播音 整理 素材 文字 图文 文 图",
    SOURCE: "文章来源 信息来源 稿件来源 消息来源 新闻来源 内容来源 资料来源 本文来源 文字来源 图文来源 发布单位 稿源 来源",
    ORIGINAL_TITLE: "原标题 原题为 原题",
    PUBLISHED: "发布时间 发布日期 发表时间 更新时间 发稿时间 日期 时间",
    COUNT: "浏览次数 阅读次数 点击次数 浏览量 阅读量 点击量 访问量 浏览数 阅读数 点击数 浏览 阅读 点击 字号 字体",
}
# The characters of roles as Taiwan and Hong Kong write them.
_TRADITIONAL = str.maketrans(
    "责编辑审阅记来习实员讯与写摄报图闻内资单题为发时间览数点击访问号体录统筹监复终视频对网执",
    "責編輯審閱記來習實員訊與寫攝報圖聞內資單題為發時間覽數點擊訪問號體錄統籌監復終視頻對網執",
)


def _both(words: str) -> tuple[str, ...]:
    """Words parted by blanks, in simplified and in traditional characters, each once."""
    return tuple(dict.fromkeys(f"{words} {words.translate(_TRADITIONAL)}".split()))


_KIND = {role: kind for kind, roles in _ROLES.items() for role in _both(roles)}
# Every credit line holds one of these: a role in two or more characters, a role in one before its mark, an outlet.
ROLE_WORDS = (
    *sorted(role for role in _KIND if len(role) > 1 and role not in ("日期", "时间", "時間")),
    *(role + mark for role in "文图圖审校编" for mark in ":：丨|｜∣︱┃／/ 　"),
    *("采写", "采访", "报道）", "报道)", "撰写", "编译", "贡献", "转自", "摘自", "讯）", "讯)", "版）", "版)"),
)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


_ROLE = any_of(_KIND).pattern
_NAMED = any_of(r for r, kind in _KIND.items() if kind in (EDITORS, REPORTERS) and len(r) > 1).pattern
_OUTLETS = rf"(?:{HAN}{{2,8}}[·•—－-]{{1,2}})?{HAN}{{0,10}}?"  # 中青报·中青网记者, 工人日报—中工网记者
_BEGINS = rf"(?:(?<=^)|(?<=[\s　|丨｜∣︱┃/／，,；;、)）]))(?P<outlet>{_OUTLETS})"
_SIGN, _SPACE = r"\s*[:：丨|｜∣︱┃／/]\s*", r"(?:[\s　]+|(?=$))"
_COLON = re.compile(rf"{_BEGINS}(?P<role>{_ROLE}){_SIGN}")
_BLANK = re.compile(rf"{_BEGINS}(?P<role>{_NAMED}){_SPACE}")
_MIXED = re.compile(rf"{_BEGINS}(?:(?P<role>{_ROLE}){_SIGN}|(?P<named>{_NAMED}){_SPACE})")
_GLUED = re.compile(rf"(?:(?<=^)|(?<=[\s　|丨｜∣︱┃/／，,；;、]))(?P<outlet>{_OUTLETS})(?P<role>{_NAMED})[\s　]*")
_ORIGINAL = re.compile(r"原(?:标题|题为|题|文标题)为?\s*[:：]?\s*《([^《》]+)》")
_ROLE_BEHIND = re.compile(
    r"(?P<who>[^，。：:]{2,24}?)[\s　]*(?P<role>(?:参与|联合)?(?:采写|采访|报道|撰写)|整理|供稿|撰稿|编译|亦有贡献|对本文亦有贡献)"
)
_ROLE_IN_BRACKETS = re.compile(rf"【({_ROLE})】[\s　]*(?=\S)")  # 【记者】甘田
_BRACKETED = re.compile(r"[（(【\[][^（）()【】\[\]]{2,80}[）)】\]]")
_WITH_COLONS, _OF_LINES, _OF_BRACKETS = (_COLON, _MIXED), (_COLON, _BLANK, _MIXED), (_COLON, _BLANK, _MIXED, _GLUED)
_OPENING = frozenset("（(【[")
# Two elements in one line: 编辑：甘田责任编辑：闻立. A role that begins inside a longer one is passed over with it.
_GLUED_ROLE = re.compile(rf"(?:{_ROLE})\s*[:：]")
BULLETS = "□■◎●◆▲★☆○◇▌※"  # ■ 本报记者 甘田
_EDGES = " \t　\xa0|丨｜,，"
_PAGE = re.compile(r"[\s　]*[（(]\s*\d{4}年\s*\d{1,2}月\d{1,2}日[\s　]*第?\s*\d+\s*版\s*[）)]$")  # the printed page
_TAKEN_FROM = re.compile(
    rf"[（(](?:(?:转自|摘自|转载自)[:：]?)({HAN}{{2,12}})[）)]|[（(]({HAN}{{1,8}}(?:网|报|社))讯[）)]"
)
_PRINTED = re.compile(
    rf"《\s*({HAN}{{2,12}})\s*》\s*[（(]\s*(\d{{4}}年\s*\d{{1,2}}月\s*\d{{1,2}}日)\s*第?\s*\d+\s*版\s*[）)]"
)
# A byline without a blank: only whole lines, and only names of two or three characters.
_BYLINE = re.compile(
    rf"(?:{HAN}{{1,6}}(?:社|报|報|网|網|台|臺|新闻|新聞)|本[报報台網网刊社]|见习|实习|特约|特約)?[记記]者({HAN}{{2,3}}(?:[、\s　]+{HAN}{{2,3}}){{0,4}})"
)
# Buttons beside the credits of a page: 【纠错】 【责任编辑：…】, 点击数：12 【字体：大 中 小】.
_BUTTON = re.compile(
    r"[【\[]\s*(?:(?:我要)?纠错|打印(?:本页)?|关闭(?:窗口)?|字[体号]\s*[:：][大中小\s]*)\s*[】\]]|(?<=[】\])）])\s*(?:关闭|打印|纠错)+$"
)
_DAY_BEHIND = re.compile(r"[\s　]+\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?[\d\s:：]*$")
_WEAK = ("日期", "时间", "時間")  # 时间：2023年5月3日 may be that of a meeting; beside another credit it is the page's
_OUTLET = re.compile(rf"{HAN}{{1,10}}(?:报|報|网|網|社|台|臺|在线|客户端|新闻|新聞|财经|財經)")
_DAY = re.compile(
    r"\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?=[\s　|丨,，]|来源|作者|编辑|责编)"
)
# Only these may have an outlet before them (新京报记者 …): 资金来源：… is no source of the article.
_WITH_OUTLET = _both("记者 编辑 作者 通讯员 校对 摄影 实习生 信息来源")
_REPORTS = re.compile(
    rf"{HAN}{{2,10}}?(?:综合)?(?:报道|讯|消息)[\s　,，]+(?=\S*(?:记者|通讯员))"
)  # 【临江网报道 记者 甘田】
_BODIES_MAY_WRITE = _both("供稿 供稿单位 素材 作者 撰稿 撰稿人 撰文 采写")
_SEPARATED = re.compile(
    r"[（(\[【\s　]*[^:：丨|｜∣︱┃／/\s　]{1,20}(?:[:：丨|｜∣︱┃／/\s　]|$)"
)  # the role ends; most lines fail here
_OPENS = re.compile(rf"[（(\[【\s　]*{_OUTLETS}(?:{_ROLE})")
_ONLY_CODE = re.compile(r"[A-Za-z]{0,4}\d{1,6}")
_SENTENCE = re.compile("[。！？!?；;]")
# Roles that courts and offices have too: 二审：维持原判, 审核：合格. Only what opens with a surname is a name behind them.
_OF_OFFICES = _both(
    "一审 二审 三审 初审 复审 终审 审核 统筹 录入 校审 签发 签审 终校 总编 策划 出品人 出品 设计 制图 制作 剪辑 后期 视觉 海报"
    " 美术 漫画 动画 插画 文案 文稿 排版 组版 字幕 值班编委 编委 监制 主编 审 校 编 摄像 配音 播音 整理 编排 图片 文字 图文"
)
MAX_SOURCE = 40  # characters; the longest ministry departments joined by 、 have about 30


class Credit(NamedTuple):
    """One role and what is said of it.

    >>> credits_in("责任编辑：刘万里 SF014")
    [Credit(kind='editors', values=('刘万里',))]
    """

    kind: str
    values: tuple[str, ...]


def credits_in(line: str, bracket: bool = False) -> list[Credit]:
    """The credits that make up a whole line, or the inside of a bracket; empty if anything else stands in it.

    >>> credits_in("编辑 刘梦婕 校对 王心")
    [Credit(kind='editors', values=('刘梦婕',)), Credit(kind='editors', values=('王心',))]
    >>> credits_in("记者安蓓", bracket=True), credits_in("来源：数据很多。各地都有。")
    ([Credit(kind='reporters', values=('安蓓',))], [])
    """
    if line.endswith(("版）", "版)")):
        if printed := _PRINTED.fullmatch(line):
            return [Credit(SOURCE, (printed[1],)), Credit(PUBLISHED, (printed[2],))]
        line = _PAGE.sub("", line)
    if not bracket and (line[-1:] in "】]闭印错" or line[:1] in "【["):
        line = _BUTTON.sub(" ", line).strip(_EDGES)
    if day := _DAY.match(line):
        return _after_day(day.group().strip(), line[day.end() :].strip(_EDGES))
    if taken := _TAKEN_FROM.match(line):
        return [Credit(SOURCE, (taken[1] or taken[2],)), *credits_in(line[taken.end() :].strip(_EDGES))]
    if not bracket:
        bracket, line = _unwrapped(line)
    if bracket:
        return _in_bracket(line)
    return (_in_turn(line, _OF_LINES) or _byline(_tidy(line))) if _SEPARATED.match(line) and _OPENS.match(line) else []


def _unwrapped(line: str) -> tuple[bool, str]:
    """Whether one bracket holds the whole line, and the line without it, without a bullet, 【记者】甘田 as 记者：甘田."""
    if line[:1] in BULLETS:
        line = line.lstrip(BULLETS + _EDGES)
    if line[:1] == "【":
        line = _ROLE_IN_BRACKETS.sub(r"\1：", line)
    whole = line[:1] in _OPENING and _BRACKETED.fullmatch(line) is not None
    return whole, line[1:-1] if whole else line


def _in_bracket(line: str) -> list[Credit]:
    if reports := _REPORTS.match(line):
        return [credit for credit in credits_in(line[reports.end() :], bracket=True) if credit.kind == REPORTERS]
    if behind := _behind_names(line):
        return behind
    return _in_turn(line, _OF_BRACKETS) if _OPENS.match(line) else []


def _in_turn(line: str, patterns: tuple[re.Pattern[str], ...]) -> list[Credit]:
    """What the first pattern reads that can read all of the line."""
    line = _tidy(line)
    if original := _ORIGINAL.fullmatch(line):
        return [Credit(ORIGINAL_TITLE, (original[1],))]
    return next((credits for pattern in patterns if (credits := _read(line, pattern))), [])


def _tidy(line: str) -> str:
    line = line.strip("（）()[]【】" + _EDGES)
    return _parted(line) if line.count(":") + line.count("：") > 1 else line


def _parted(line: str) -> str:
    """A blank before a role that follows the value before it at once: 来源：临江日报编辑：甘田."""
    parts, start = [], 0
    heads = list(_GLUED_ROLE.finditer(line))
    for before, head in itertools.pairwise(heads):
        value = line[before.end() : head.start()]
        if re.fullmatch(rf"{HAN}+", value) or (head[0].startswith("责") and re.search(rf"{HAN}$", value)):
            parts.append(line[start : head.start()])
            start = head.start()
    return " ".join([*parts, line[start:]])


def _behind_names(line: str) -> list[Credit]:
    """（甘田、闻立参与采写）, （办公室 供稿）: the role stands behind the names; a body may supply a text."""
    match = _ROLE_BEHIND.fullmatch(line)
    names = names_in(match["who"]) if match else None
    if not names or not ((match and match["role"].endswith("供稿")) or all(map(is_person, names))):
        return []
    return [Credit(REPORTERS, names)]


def _byline(line: str) -> list[Credit]:
    match = _BYLINE.fullmatch(line) if "者" in line[:12] else None
    names = names_in(match[1]) if match else None
    if names:
        return [Credit(REPORTERS, names)]
    credits = _read(line, _GLUED)  # 某某报记者甘田 实习生闻立 临江报道
    told = len(credits) > 1 or line.endswith("报道")
    return credits if told and all(is_person(name) for credit in credits for name in credit.values) else []


def _after_day(day: str, rest: str) -> list[Credit]:
    """2021-11-12 19:05 来源：工人日报; with the time of day the outlet may stand alone."""
    credits = credits_in(rest)
    if not credits and ":" in day and _OUTLET.fullmatch(rest):
        credits = [Credit(SOURCE, (rest,))]
    return [*credits, Credit(PUBLISHED, (day,))] if credits else []


def _read(line: str, pattern: re.Pattern[str]) -> list[Credit]:
    heads = list(pattern.finditer(line))
    if not heads or heads[0].start() > 0:
        return []
    if all(head["role"] in _WEAK for head in heads):
        return []
    credits = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        role = head["role"] or head.groupdict()["named"]
        if head["outlet"] and not role.endswith(_WITH_OUTLET) and role not in _OF_OFFICES:
            return []
        value = line[head.end() : following.start() if following else len(line)]
        credit = _credit(role, value, after_colon=bool(head["role"]) and pattern in _WITH_COLONS)
        if credit is None:
            return []
        credits.append(credit)
        if credit.kind == ORIGINAL_TITLE:
            return [*credits[:-1], Credit(ORIGINAL_TITLE, (line[head.end() :].strip(),))]
    return credits


def _credit(role: str, value: str, after_colon: bool) -> Credit | None:
    kind, value = _KIND[role], value.strip(" \t　\xa0")
    if kind == ORIGINAL_TITLE:
        return Credit(kind, (value,)) if value else None
    if kind == PUBLISHED:
        return Credit(kind, (value,)) if value[:4].isdecimal() else None
    if kind == COUNT:
        return Credit(kind, ()) if re.fullmatch(r"[\d,]*\s?次?|[【\[]?大[】\]\s]*.{0,6}小[】\]]?", value) else None
    if kind == SOURCE:
        return Credit(kind, (value,)) if 0 < len(value) <= MAX_SOURCE and not _SENTENCE.search(value) else None
    value = _DAY_BEHIND.sub("", value)  # 作者：甘田 2023-05-03
    if kind == EDITORS and after_colon and role not in _OF_OFFICES and (not value or _ONLY_CODE.fullmatch(value)):
        return Credit(kind, ())  # 责任编辑： with nobody named, or by a number
    names = names_in(value)
    if names and role in _OF_OFFICES and not all(map(is_person, names)):
        return None
    if (
        names is None
        and after_colon
        and role in _BODIES_MAY_WRITE
        and 0 < len(value) <= 20
        and not _SENTENCE.search(value)
    ):
        names = (value,)  # 作者：国家统计局综合司
    return Credit(kind, names) if names else None
