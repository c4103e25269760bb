"""Which column of a table is which field of a document: as told, else guessed from the header."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Names that stand over such columns in Chinese and English tables, the surest first. No guess is made from the cells.
_NAMES = {
    "text": "正文 内容 content text body article 全文 文章 正文内容 文章内容 新闻内容 新闻正文 fulltext maintext articlebody",
    "title": "标题 title headline 题目 新闻标题 文章标题",
    "date": "日期 发布时间 发布日期 date time pubdate 时间 发表时间 发表日期 datetime published publishdate publishtime"
    " publishedat createdat",
    "source": "来源 source 新闻来源 媒体 出处 media publisher",
    "author": "作者 author site 网站 站点 byline",
    "url": "链接 url link 网址 原文链接 href",
    "doc_id": "id 编号 docid uuid guid newsid articleid 文章id 新闻id",
}
FIELDS = tuple(_NAMES)

_NO_LETTER = re.compile(r"[\W_]+")


def known_columns(header: Iterable[Any]) -> dict[str, Any]:
    """Field to the column whose name is one of those that stand for it; each column once.

    >>> known_columns(["编号", "Headline", "正文", "阅读量"])
    {'text': '正文', 'title': 'Headline', 'doc_id': '编号'}
    """
    plain: dict[str, Any] = {}
    for column in header:
        plain.setdefault(_NO_LETTER.sub("", str(column)).lower(), column)
    found = {}
    for field, names in _NAMES.items():
        name = next((name for name in names.split() if name in plain), None)
        if name is not None:
            found[field] = plain[name]
    return found


def mapped_columns(header: Sequence[Any], told: Mapping[str, Any] | None) -> dict[str, Any]:
    """Field to column: what `told` says, and guesses for the rest among the columns it leaves.

    Raises
    ------
    ValueError
        If `told` names a field or a column that is not there, or no column can be the text.

    >>> mapped_columns(["标题", "稿件"], {"text": "稿件"})
    {'text': '稿件', 'title': '标题'}
    """
    told = told or {}
    for field, column in told.items():
        if field not in FIELDS:
            raise ValueError(f"columns names the field {field!r}; the fields are {', '.join(FIELDS)}.")
        if column not in header:
            raise ValueError(f"there is no column {column!r} for {field!r}; the columns are {_listed(header)}.")
    taken = set(told.values())
    guessed = known_columns(column for column in header if column not in taken)
    if "text" not in told and "text" not in guessed:
        raise ValueError(f"no column can be the text; the columns are {_listed(header)}; name it in columns.")
    return {field: told.get(field, guessed.get(field)) for field in FIELDS if field in told or field in guessed}


def _listed(header: Sequence[Any]) -> str:
    shown = [repr(column) if len(repr(column)) <= 40 else repr(column)[:39] + "…" for column in header[:20]]
    return ", ".join(shown) + (" …" if len(header) > len(shown) else "") if shown else "none"


def renamed(row: Mapping[Any, Any], columns: Mapping[str, Any]) -> dict[str, Any]:
    """A row under the names of the fields; a column whose name a field takes away is called `name (column)`.

    >>> renamed({"正文": "会议。", "text": "摘要", "版面": "1"}, {"text": "正文"})
    {'text': '会议。', 'text (column)': '摘要', '版面': '1'}
    """
    fields = {field: row.get(column, "") for field, column in columns.items() if field != "doc_id"}
    used = {column for field, column in columns.items() if field != "doc_id"}
    others = {column: value for column, value in row.items() if column not in used}
    return fields | {f"{column} (column)" if column in fields else column: value for column, value in others.items()}
