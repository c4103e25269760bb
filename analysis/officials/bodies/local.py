"""The records of bodies of a place, by rule from their full names: 中共湖南省委组织部, 长沙市岳麓区人民法院, 临澧县水利局.

Add an organ: one line in ORGANS and a case in tests/cases/bodies.txt. The levels follow the rule that an organ of a division
is one whole step (two levels) below the division, and that the heads of its court, procuratorate and commissions of
discipline and supervision rank with the deputies of the division; `analysis/officials/rank.py` has the sources.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from analysis.officials.bodies.areas import SUB_PREFECTURE, TOWNSHIP, Area, area_at
from analysis.officials.bodies.body import PREFIXES, Body, digits
from analysis.officials.bodies.departments import level_inside

OPENERS = re.compile(
    "中国人民政治协商会议|中国共产主义青年团|中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社"
    "|台湾民主自治同盟|中国共产党|中共"
)
PARTIES = "中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟"
# Bureaus that a department leads in many provinces, half a step below it, and is beside in others: no rule decides.
LED = "药品监督管理局|文物局|监狱管理局|戒毒管理局|粮食和物资储备局|粮食局|能源局|中医药管理局|疾病预防控制局|林业局|知识产权局|公务员局|数据局"
OF_A_GOVERNMENT = re.compile("[一-鿿]{2,18}(?:委员会|厅|局|办公室)$")  # 人民政府|国有资产监督管理委员会
ABOVE = "{opener}{up}{organ}"  # the organ of the same kind one division up


class Organ(NamedTuple):
    """An organ of a division: what stands before and behind the place, and what follows from it.

    `step` is how many levels its head is below the first heads of the division, None if no rule decides. `parent` may name
    the place as {area}; `top` is what it is where the place is a province. `key` makes the end of the id; None: from the words.
    """

    opener: str
    words: str
    system: str
    key: str | None
    step: int | None
    parent: str
    top: str = ""


class Named(NamedTuple):
    """The full name of a body, taken apart: what opens it (中共), its area, and what is behind that."""

    full: str
    lead: str
    area: Area
    rest: str


ORGANS = (
    Organ("中国人民政治协商会议", "委员会", "政协", "", 0, ABOVE, "中国人民政治协商会议全国委员会"),
    Organ("中国共产主义青年团", "委员会", "群团", "youth", 2, ABOVE, "中国共产主义青年团中央委员会"),
    Organ(PARTIES, "委员会", "民主党派", None, None, ABOVE, "{opener}中央委员会"),
    Organ("中共", "委员会", "党", "", 0, ABOVE, "中国共产党中央委员会"),
    Organ("中共", "纪律检查委员会", "党", "discipline", 1, "中共{area}委员会"),
    Organ("中共", "委[一-鿿]{0,20}?(?:部|委员会|厅|办公室|研究室|党校|局|办|报社|中心|工作委员会)", "党", None, 2, "中共{area}委员会"),
    Organ("中共", "[一-鿿]{1,12}工作委员会", "党", None, None, "中共{area}委员会"),
    Organ("", "人民代表大会常务委员会", "人大", "", 0, "{area}人民代表大会"),
    Organ("", "人民代表大会", "人大", "congress", 0, ""),
    Organ("", "人民政府|行政公署", "政", "", 0, "{up}人民政府", "国务院"),
    Organ("", "监察委员会", "监察", "", 1, "{area}人民代表大会"),
    Organ("", "高级人民法院", "司法", "court", 1, "", "最高人民法院"),
    Organ("", "中级人民法院", "司法", "court", 1, "{up}高级人民法院"),
    Organ("", "第[一二三四五]中级人民法院", "司法", None, None, "{area}高级人民法院"),
    Organ("", "人民法院", "司法", "court", 1, "{up}中级人民法院"),
    Organ("", "人民检察院", "司法", "procuratorate", 1, "{up}人民检察院", "最高人民检察院"),
    Organ("", "总工会", "群团", "union", 2, ABOVE, "中华全国总工会"),
    Organ("", "妇女联合会", "群团", "women", 2, ABOVE, "中华全国妇女联合会"),
    Organ("", "科学技术协会", "群团", "science", 2, ABOVE, "中国科学技术协会"),
    Organ("", "残疾人联合会", "群团", "disabled", 2, ABOVE, "中国残疾人联合会"),
    Organ("", "文学艺术界联合会", "群团", "arts", 2, ABOVE, "中国文学艺术界联合会"),
    Organ("", "作家协会", "群团", "writers", None, ABOVE, "中国作家协会"),
    Organ("", "社会科学界联合会", "群团", "social-science", 2, ABOVE),
    Organ("", "归国华侨联合会", "群团", "overseas", 2, ABOVE, "中华全国归国华侨联合会"),
    Organ("", "工商业联合会", "群团", "commerce", 2, ABOVE, "中华全国工商业联合会"),
    Organ("", "红十字会", "群团", None, None, ABOVE, "中国红十字会总会"),
    Organ("", "军区|军分区|警备区|卫戍区|人民武装部", "军", None, None, ""),
    Organ("", "税务局", "政", None, None, "国家税务总局"),
    Organ("", "海关", "政", None, None, "海关总署"),
    Organ("", "气象局", "政", None, None, "中国气象局"),
    Organ("", "邮政管理局", "政", None, None, "国家邮政局"),
    Organ("", "通信管理局", "政", None, None, "工业和信息化部"),
    Organ("", "烟草专卖局", "政", None, None, "国家烟草专卖局"),
    Organ("", LED, "政", None, None, "{area}人民政府"),
    Organ("", "[一-鿿]{1,10}(?:村民委员会|居民委员会|村委会|居委会)", "群团", None, None, ""),
    Organ("", "[一-鿿]{0,12}(?<!监督)管理委员会|[一-鿿]{0,8}管委会", "政", None, None, "{area}人民政府"),
    Organ("", "[一-鿿]{1,18}?(?:委员会|公安局|管理局|厅|局(?!域)|(?<!事)办公室)(?![一-鿿]{0,6}(?:公司|大学|学院|医院|集团))", "政", None, 2, "{area}人民政府"),
    Organ("", "办事处", "政", "", 0, "{up}人民政府"),
)  # fmt: skip


def local_body(name: str) -> Body | None:
    """The body of a place that bears this full name; None if it begins with no place or is no organ of it.

    >>> local_body("湖南省水利厅")
    Body(name='湖南省水利厅', body_id='gov-430000-0d7e5c', successor='', system='政', level=5, area_code='430000', parent='湖南省人民政府')
    """
    opener = OPENERS.match(name)
    lead = opener[0].replace("中国共产党", "中共") if opener else ""
    bare = name[opener.end() :] if opener else name
    area = area_at(bare)
    if area is None or (area.name.endswith("特别行政区") and len(bare) > area.stop):
        return None  # Hong Kong and Macao have a government of another kind; the registry knows it
    named = Named(name, lead, area, bare[area.stop :])
    if not named.rest and not lead:
        return Body(name, _area_id("政", area), "", "政", area.level, area.code)
    for organ in ORGANS:
        if lead == organ.opener or (lead and lead in organ.opener.split("|")):
            found = re.match(organ.words, named.rest)
            if found:
                return _organ(named, organ) if found.end() == len(named.rest) else _part(named, organ, found.end())
    return None


def _organ(named: Named, organ: Organ) -> Body:
    area = named.area
    key = digits(named.lead + named.rest) if organ.key is None else organ.key
    body_id = "-".join(filter(None, (_area_id(organ.system, area), key)))
    level = level_of_organ(area.level, organ.step)
    return Body(named.full, body_id, "", organ.system, level, area.code, _parent(named, organ))


def _part(named: Named, organ: Organ, stop: int) -> Body:
    """A part of an organ (公安局|交警支队), or an office with two names (纪律检查委员会 and 监察委员会)."""
    below = named.rest[stop:]
    whole = named._replace(full=named.full[: len(named.full) - len(below)], rest=named.rest[:stop])
    body = _organ(whole, organ)
    if below.startswith(named.area.name):
        return replace(body, name=named.full)
    level = level_inside(below, body.level)
    if level is None and organ.words.startswith("人民政府") and OF_A_GOVERNMENT.match(below):
        level = level_of_organ(named.area.level, 2)
    return replace(body, name=named.full, body_id=f"{body.body_id}-{digits(below)}", level=level, parent=whole.full)


def level_of_organ(area: int | None, step: int | None) -> int | None:
    """The level of an organ's head. Departments of a district in a city of sub-provincial rank are only one below it (正处).

    >>> level_of_organ(3, 2), level_of_organ(SUB_PREFECTURE, 2), level_of_organ(TOWNSHIP, 1), level_of_organ(None, 0)
    (5, 7, None, None)
    """
    if area is None or step is None or (area == TOWNSHIP and step):
        return None
    return area + (1 if area == SUB_PREFECTURE and step == 2 else step)


def _area_id(system: str, area: Area) -> str:
    return f"{PREFIXES[system]}-{area.code or digits(area.name)}"


def _parent(named: Named, organ: Organ) -> str:
    area = named.area
    up = area_at(area.parent) if area.parent else None
    if area.is_province and organ.top:
        return organ.top.format(opener=named.lead)
    if "{up}" in organ.parent and (up is None or (up.is_province and "中级" in organ.parent)):
        return ""
    return organ.parent.format(opener=named.lead, up=area.parent, area=area.name, organ=organ.words)
