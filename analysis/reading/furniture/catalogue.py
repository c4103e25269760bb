"""The card of a government portal above a paper: 索引号, 发文机关, 成文日期, … and their values, one cell a line.

It is furniture if it opens the text, has an index number or a document number, and at least three labels.
"""

import re
from collections.abc import Callable, Sequence

CATALOGUE, CATALOGUE_RULE = "catalogue", "card of a portal above a paper"
MIN_LABELS = 3
MAX_ABOVE = 12  # lines
_SENTENCE = re.compile("[。！？；]")
_OF_THE_TEXT = re.compile("[。！？；：:]\\s*$|.{60}")  # behind a label without a value
_NUMBERS = frozenset("索引号 信息索引号 信息索引 索取号 文号 发文字号 文件编号 统一登记号 信息编号".split())
_LABELS = _NUMBERS | frozenset(
    "主题分类 组配分类 体裁分类 服务对象 信息分类 分类 主题词 关键词 发文机关 发文机构 发文单位 制发机关 发布机构 发布单位 发布机关 公开机构"
    " 成文日期 发文日期 发布日期 公开日期 生成日期 印发日期 施行日期 实施日期 废止日期 失效日期 生效日期 发布时间 有效性 是否有效 效力状态 时效性"
    " 公开方式 公开范围 公开形式 公开类别 公开时限 公开属性 公文种类 文件类型 信息来源 信息名称 文件名称 名称 标题 内容概述 内容概览".split()
)
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_PARTS = re.compile(r"(?<=\S)[\s\u3000]{1,12}(?=[^\s:：]{2,6}[:：])")  # 索引号：A　发文机关：B in one line


def catalogue_of(lines: Sequence[str], is_furniture: Callable[[str], bool]) -> range:
    """The indices of the card's lines; it stands above all text but one heading.

    >>> catalogue_of(["关于供水的通知", "索引号：LJ0-1", "文号：", "发布机构：水务局", "会议召开。"], lambda line: False)
    range(1, 4)
    """
    n_headings = 0
    for i, line in enumerate(lines[:MAX_ABOVE]):
        if line and not line.isspace():
            stop = catalogue_stop(lines, i)
            if stop > i:
                return range(i, stop)
            if not is_furniture(line):
                n_headings += 1
                if n_headings > 1 or _SENTENCE.search(line):
                    break
    return range(0)


def catalogue_stop(lines: Sequence[str], start: int) -> int:
    """The index behind the card that opens at line `start`, blank lines inside it counted; `start` if none does.

    >>> catalogue_stop(["索 引 号：", "LJ0-2023-1", "发文机关：", "水务局", "文号：", "会议召开。"], 0)
    5
    >>> catalogue_stop(["名称：泵站", "会议召开。"], 0)
    0
    """
    labels: list[str] = []
    at = start
    while at < len(lines):
        found, has_value = _labels(lines[at])
        if found:
            labels += found
            at += 1
            if not has_value:
                at = _behind_value(lines, at)
        elif not lines[at].strip():
            at += 1
        else:
            break
    enough = len(labels) >= MIN_LABELS and not _NUMBERS.isdisjoint(labels)
    return min(at, len(lines)) if enough else start


def _behind_value(lines: Sequence[str], at: int) -> int:
    """Behind the value of a label; a value may be missing."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at if at == len(lines) or _labels(lines[at])[0] or _OF_THE_TEXT.search(lines[at]) else at + 1


def _labels(line: str) -> tuple[list[str], bool]:
    """The labels of a line that is made of them, and whether the last one has its value behind it."""
    labels: list[str] = []
    value = ""
    for part in _PARTS.split(line.strip()):
        head, colon, value = re.sub("：", ":", part, count=1).partition(":")
        label = _BLANKS.sub("", head).strip("【】[]")
        if label not in _LABELS or (not colon and len(part) > 12):
            return [], False
        labels.append(label)
    return labels, bool(value.strip())
