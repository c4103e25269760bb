"""The grammar of credit lines: 责任编辑：刘万里 SF014, 编辑 刘梦婕 校对 王心, 来源：新华社 作者：李四, 原标题：….

A line is a credit line only if all of it reads as roles with names, a source or a title; one word too many and it is
prose.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.shadow.joins import surnames

EDITORS, REPORTERS, SOURCE = "editors", "reporters", "source"
ORIGINAL_TITLE, PUBLISHED, COUNT = "original title", "published", "count"

_ROLES = {
    EDITORS: "责任编辑 版面编辑 网站编辑 核稿 值班编辑 本期编辑 执行编辑 文字编辑 图片编辑 视频编辑 实习编辑"
    " 新媒体编辑 责任校对 责编 编辑 校对 美编 编审 审校 审核 审读 初审"
    " 复审 终审 一审 二审 三审 发布者 发布人 录入 监制 值班主任 主编 统筹",
    REPORTERS: "特约通讯员 特约记者 见习记者 实习记者 首席记者 本报记者 实习生 通讯员 参与采写 参与记者"
    " 供稿 撰稿人 撰稿 记者 作者 采写 撰文 摄影报道"
    " 摄影 文 图",
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
    *(role + mark for role in ("文", "图", "圖") for mark in ":：丨|／/ 　"),
    *("转自", "摘自", "讯）", "讯)", "版）", "版)"),
)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


_ROLE = "|".join(sorted(_KIND, key=lambda role: (-len(role), role)))
_NAMED = "|".join(
    sorted((r for r, kind in _KIND.items() if kind in (EDITORS, REPORTERS) and len(r) > 1), key=lambda r: (-len(r), r))
)
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_COLON = re.compile(
    rf"(?:(?<=^)|(?<=[\s　|丨/／，,；;、)）]))(?P<outlet>{_HAN}{{0,8}}?)(?P<role>{_ROLE})\s*[:：丨|／/]\s*"
)
_BLANK = re.compile(
    rf"(?:(?<=^)|(?<=[\s　|丨/／，,；;、)）]))(?P<outlet>{_HAN}{{0,8}}?)(?P<role>{_NAMED})(?:[\s　]+|(?=$))"
)
_GLUED = re.compile(rf"(?:(?<=^)|(?<=[\s　|丨/／，,；;、]))(?P<outlet>{_HAN}{{0,10}}?)(?P<role>{_NAMED})[\s　]*")
_GLUED_ROLE = re.compile(
    rf"(?<={_HAN})(?=责任(?:编辑|校对)\s*[:：])"
)  # two elements in one line: 编辑：甘田责任编辑：闻立
_EDGES = " \t　\xa0|丨,，"
_PAGE = re.compile(r"[\s　]*[（(]\d{4}年\d{1,2}月\d{1,2}日[\s　]*第?\s*\d+\s*版[）)]$")  # the printed page
_TAKEN_FROM = re.compile(
    rf"[（(](?:(?:转自|摘自|转载自)[:：]?)({_HAN}{{2,12}})[）)]|[（(]({_HAN}{{1,8}}(?:网|报|社))讯[）)]"
)
_PRINTED = re.compile(
    rf"《\s*({_HAN}{{2,12}})\s*》\s*[（(]\s*(\d{{4}}年\s*\d{{1,2}}月\s*\d{{1,2}}日)\s*第?\s*\d+\s*版\s*[）)]"
)
# A byline without a blank: only whole lines, and only names of two or three characters.
_BYLINE = re.compile(
    rf"(?:{_HAN}{{1,6}}(?:社|报|報|网|網|台|臺|新闻|新聞)|本[报報台網网刊社]|见习|实习|特约|特約)?[记記]者({_HAN}{{2,3}}(?:[、\s　]+{_HAN}{{2,3}}){{0,4}})"
)
# Buttons beside the credits of a page: 【纠错】 【责任编辑：…】, 点击数：12 【字体：大 中 小】.
_BUTTON = re.compile(r"[【\[]\s*(?:(?:我要)?纠错|打印(?:本页)?|关闭(?:窗口)?|字[体号]\s*[:：][大中小\s]*)\s*[】\]]")
_DAY_BEHIND = re.compile(r"[\s　]+\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?[\d\s:：]*$")
_WEAK = ("日期", "时间", "時間")  # 时间：2023年5月3日 may be that of a meeting; beside another credit it is the page's
_OUTLET = re.compile(rf"{_HAN}{{1,10}}(?:报|報|网|網|社|台|臺|在线|客户端|新闻|新聞|财经|財經)")
_DAY = re.compile(r"\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?=[\s　|丨,，])")
# Only these may have an outlet before them (新京报记者 …): 资金来源：… is no source of the article.
_WITH_OUTLET = _both("记者 编辑 作者 通讯员 校对 摄影")
_BODIES_MAY_WRITE = _both("供稿 作者 撰稿 撰稿人 撰文 采写")
_SEPARATED = re.compile(
    r"[（(\[【\s　]*[^:：丨|／/\s　]{1,20}(?:[:：丨|／/\s　]|$)"
)  # the role ends; most lines fail here
_OPENS = re.compile(rf"[（(\[【\s　]*{_HAN}{{0,10}}?(?:{_ROLE})")
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,8}}(?:[·•]{_HAN}{{1,8}})+|[A-Za-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*)*")
_CODE = re.compile(r"[（(]?(?:_|\b)[A-Z]{1,4}\d{2,6}\b[）)]?")  # staff numbers: SF014 of Sina, _NN0000 of NetEase
_SEPARATOR = re.compile(r"[\s　、，,；;/／|丨]+")
_SENTENCE = re.compile("[。！？!?；;]")
# Two to four characters after 记者 in a bracket that name no person.
_NOT_NAMES = frozenset(
    "提问 手记 观察 调查 追问 问答 会 站 团 注 按 报道 采访 发布会 获悉 了解 了解到 在线 整理 见面会 招待会 证 摄 文 图"
    " 综合 综述 从业 专访 探访 走访 直击 亲历 暗访 独家 体验 札记 随笔 连线 出镜 直播 评论 发现 看到 注意到 发自".split()
)
# Roles that courts and offices have too: 二审：维持原判, 审核：合格. Only what opens with a surname is a name behind them.
_OF_OFFICES = _both("一审 二审 三审 初审 复审 终审 审核 统筹 录入")
_RESULTS = frozenset("通过 合格 符合 公示 判决 时间 结果 安全 全部 程序 阶段 单位 有关 相关 应当 成立 方案".split())
_LONGEST = 3  # characters of a name whose surname has one
_NO_SURNAME = "从在对就了会将已被把也都还的是"  # 记者会上, 记者从…: no name begins so (从 is a surname, but a rare one)
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
        line = _PAGE.sub("", line)
    if not bracket and line[-1:] in "】]":
        line = _BUTTON.sub(" ", line).strip(_EDGES)
    if day := _DAY.match(line):
        return _after_day(day.group().strip(), line[day.end() :].strip(_EDGES))
    if taken := _TAKEN_FROM.match(line):
        return [Credit(SOURCE, (taken[1] or taken[2],)), *credits_in(line[taken.end() :].strip(_EDGES))]
    if printed := _PRINTED.fullmatch(line):
        return [Credit(SOURCE, (printed[1],)), Credit(PUBLISHED, (printed[2],))]
    if not (bracket or _SEPARATED.match(line)):
        return []
    if not _OPENS.match(line):
        return []
    line = line.strip("（）()[]【】" + _EDGES)
    line = _GLUED_ROLE.sub(" ", line) if "责任" in line[1:] else line
    for pattern in (_COLON, _BLANK, _GLUED) if bracket else (_COLON, _BLANK):
        if credits := _read(line, pattern):
            return credits
    return [] if bracket else _byline(line)


def _byline(line: str) -> list[Credit]:
    match = _BYLINE.fullmatch(line) if "者" in line[:12] else None
    names = _names(match[1]) if match else None
    return [Credit(REPORTERS, names)] if names else []


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
        if head["outlet"] and head["role"] not in _WITH_OUTLET:
            return []
        value = line[head.end() : following.start() if following else len(line)]
        credit = _credit(head["role"], value, after_colon=pattern is _COLON)
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
    if kind == EDITORS and after_colon and not value:  # 责任编辑： with nobody named
        return Credit(kind, ())
    names = _names(value)
    if names and role in _OF_OFFICES and not all(map(_is_person, names)):
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


def _names(value: str) -> tuple[str, ...] | None:
    """The names of a list, or None if something in it is no name. 李　强 with a blank inside is one name."""
    parts = [part for part in _SEPARATOR.split(_CODE.sub(" ", value)) if part]
    names: list[str] = []
    for written in _rejoined(parts):
        part = written.removesuffix("摄") if len(written) > 2 else written  # 新华社记者甘田摄: who took the picture
        if not _NAME.fullmatch(part) or part in _NOT_NAMES or part[0] in _NO_SURNAME:
            return None
        names.append(part)
    return tuple(names[:-1] if len(names) > 1 and names[-1].endswith(("报道", "報導")) else names)  # 记者 甘田 东湖报道


def _is_person(name: str) -> bool:
    """Whether a name of Han characters is a surname with one or two characters behind it; others are taken on trust."""
    single, compound = surnames()
    if name in _RESULTS or name[:2] in compound or not re.fullmatch(rf"{_HAN}+", name):
        return name not in _RESULTS
    return name[0] in single and len(name) <= _LONGEST


def _rejoined(parts: list[str]) -> list[str]:
    """Two single characters in a row are one name of two."""
    names: list[str] = []
    single = False
    for part in parts:
        if single and len(part) == 1:
            names[-1] += part
            single = False
        else:
            names.append(part)
            single = len(part) == 1
    return names
