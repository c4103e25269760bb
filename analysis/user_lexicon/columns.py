"""What the cells of a row mean: by the names of the columns, or, in a file without such names, by what they look like."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

# The names of columns that are understood, Chinese and English, in lower case.
COLUMNS = {
    "name": "name word entry term form 名称 词 词语 词条 姓名 名字",
    "type": "type kind category class 类型 类别 种类",
    "canonical": "canonical canonical_name full full_name body_full entity entity_id 规范名 标准名 全称 全名 正式名称",
    "aliases": "aliases alias short 别名 简称 又名 别称",
    "tag": "tag pos 词性 词性标注",
    "": "count freq frequency weight 频次 词频 权重 note notes comment source remark 备注 说明 来源 注释",  # read past
}
_MEANS = {name: column for column, names in COLUMNS.items() for name in names.split()}
# What types are called; the first is ours.
CALLED = {
    "PERSON": "person people per nr nrt nrfg 人物 人名 人",
    "ORGANISATION": "organisation organization org body institution nt 机构 机构名 组织 单位",
    "PLACE": "place location loc gpe ns 地名 地点 地方",
    "POST": "post title position office 职务 职位 头衔",
    "WORD": "word term 词 词语 术语",
    "STOP": "stop stopword stop_word 停用词 停用",
}
_TYPES = {name: kind for kind, names in CALLED.items() for name in names.split()}
TAG = re.compile("[a-z]{1,5}[0-9]?")
NUMBER = re.compile("[0-9]+(?:[.][0-9]+)?")
ALIASES_PART = re.compile("[|、;；,，\n]")


class Row(NamedTuple):
    """The cells of one row by what they mean; `rest` are those that mean nothing here."""

    name: str
    type: str = ""
    canonical: str = ""
    aliases: tuple[str, ...] = ()
    tag: str = ""
    rest: tuple[str, ...] = ()


def type_called(word: str) -> str:
    """The type that a word names; '' if it names none.

    >>> type_called("人物"), type_called("ORG"), type_called("STOP"), type_called("vn")
    ('PERSON', 'ORGANISATION', 'STOP', '')
    """
    return _TYPES.get(word.lower(), "")


def columns_of(cells: Sequence[str]) -> list[str | None] | None:
    """The meaning of each column if the cells are a header: names of columns, one of them that of the names; else None.

    A column that is not understood is None; beside it a header has two that are.

    >>> columns_of(["名称", "类型", "备注", "小时候"]), columns_of(["水利部", "ORG"])
    (['name', 'type', '', None], None)
    """
    meanings = [_MEANS.get(cell.lower().replace(" ", "_")) if cell else "" for cell in cells]
    named = [meaning for meaning in meanings if meaning]
    is_sure = None not in meanings or len(named) > 1  # 梯田,词 is an entry, though 词 may name a column
    return meanings if "name" in named and len(named) == len(set(named)) and is_sure else None


def by_columns(cells: Sequence[str], columns: Sequence[str | None]) -> Row:
    """The row under a header; cells behind the last column are `rest`."""
    held: Mapping[str, str] = {c: cell for c, cell in zip(columns, cells, strict=False) if c}
    rest = tuple(cell for cell in cells[len(columns) :] if cell)
    aliases = _parts(held.get("aliases", ""))
    return Row(held["name"], held.get("type", ""), held.get("canonical", ""), aliases, held.get("tag", ""), rest)


def by_looks(cells: Sequence[str]) -> Row:
    """The row of a file without a header: the name, then its type, a count or a tag, the canonical name, the aliases.

    >>> by_looks(["工信部", "ORG", "工业和信息化部", "工信口|部里"])
    Row(name='工信部', type='ORG', canonical='工业和信息化部', aliases=('工信口', '部里'), tag='', rest=())
    >>> by_looks(["云计算", "5", "n"])
    Row(name='云计算', type='', canonical='', aliases=(), tag='n', rest=())
    """
    kind = tag = ""
    rest = list(cells[1:])
    while rest and (found := _looks(rest[0], kind, tag)):
        kind, tag = kind or (rest[0] if found == "type" else ""), tag or (rest[0] if found == "tag" else "")
        del rest[0]
    if (
        rest and not kind and not tag
    ):  # an empty type; or what should be one (水利部,机构团体) is none, and is told as such
        kind = rest.pop(0)
    canonical, aliases, *more = [*rest, "", ""]
    return Row(cells[0], kind, canonical, _parts(aliases), tag, tuple(cell for cell in more if cell))


def _looks(cell: str, kind: str, tag: str) -> str:
    """What a cell behind the name looks like, as far as that is not known yet; '' for a name or nothing."""
    if not kind and type_called(cell):
        return "type"
    if not tag and TAG.fullmatch(cell):
        return "tag"
    return "count" if NUMBER.fullmatch(cell) else ""


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in ALIASES_PART.split(cell) if part.strip())
