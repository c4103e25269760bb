"""The names that a credit gives: parted, torn ones joined, staff numbers off; and what reads as a person's name at all."""

import re

from analysis.shadow.joins import surnames

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_NAME = re.compile(rf"{HAN}{{2,4}}|{HAN}{{1,8}}(?:[·•]{HAN}{{1,8}})+|[A-Za-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*)*")
_CODE = re.compile(r"[（(]?(?:_|\b)[A-Z]{1,4}\d{2,6}\b[）)]?")  # staff numbers: SF014 of Sina, _NN0000 of NetEase
_SEPARATOR = re.compile(r"[\s　、，,；;/／|丨｜∣︱┃]+")
# Two to four characters after 记者 in a bracket that name no person.
_NOT_NAMES = frozenset(
    "提问 手记 观察 调查 追问 问答 会 站 团 注 按 报道 采访 发布会 获悉 了解 了解到 在线 整理 见面会 招待会 证 摄 文 图"
    " 综合 综述 从业 专访 探访 走访 直击 亲历 暗访 独家 体验 札记 随笔 连线 出镜 直播 评论 发现 看到 注意到 发自".split()
)
_RESULTS = frozenset(
    "通过 合格 符合 公示 判决 时间 结果 安全 全部 程序 阶段 单位 有关 相关 应当 成立 方案 安排 周密 方便 高清 明确 简单 严格 常态 平时 全新"
    " 和谐 成本 包装 应急".split()
)
_OF_BODIES = frozenset("局部院处办委科厅署室社组")  # 水务局: the last character of a body, and of few given names
LONGEST = 3  # characters of a name whose surname has one
_NO_SURNAME = (
    "从在对就了会将已被把也都还的是由"  # 记者会上, 记者从…: no name begins so (从 is a surname, but a rare one)
)


def names_in(value: str) -> tuple[str, ...] | None:
    """The names of a list, or None if something in it is no name. 李　强 with a blank inside is one name.

    >>> names_in("甘田、闻　立 SF014"), names_in("从会上获悉")
    (('甘田', '闻立'), None)
    """
    parts = [part for part in _SEPARATOR.split(_CODE.sub(" ", value)) if part]
    names: list[str] = []
    for written in _rejoined(parts):
        part = written.removesuffix("摄") if len(written) > 2 else written  # 新华社记者甘田摄: who took the picture
        if not _NAME.fullmatch(part) or part in _NOT_NAMES or part[0] in _NO_SURNAME:
            return None
        names.append(part)
    return tuple(names[:-1] if len(names) > 1 and names[-1].endswith(("报道", "報導")) else names)  # 记者 甘田 东湖报道


def is_person(name: str) -> bool:
    """Whether a name of Han characters is a surname with one or two characters behind it; others are taken on trust.

    >>> is_person("甘田"), is_person("水务局"), is_person("维持原判")
    (True, False, False)
    """
    single, compound = surnames()
    if name[-1] in _OF_BODIES:
        return False
    if name in _RESULTS or name[:2] in compound or not re.fullmatch(rf"{HAN}+", name):
        return name not in _RESULTS
    return name[0] in single and len(name) <= LONGEST


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
