"""Relative bodies: names that say only what a body is to its place (省委, 市公安局) or to its writer (部, 我校, 集团).

`Relative := [我 本 该] Level Rest | [我 本 该] Kind Rest`: the rest is what follows the place (委, 公安局) or a part of the
body (集团|工会). Which place or which body is meant is asked elsewhere.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.names.bodies import known
from analysis.names.registry import registry
from analysis.officials.bodies.full_names import full_name, is_relative
from analysis.officials.grammar.former import without_former
from analysis.officials.inheritance.parts import hosts_of, in_full, lineage

OURS = "(?P<ours>[我本该]?)"
LEVELS = "自治区|自治州|自治县|地区|省|市(?!场|政(?![府协法研]))|县(?!域)|区(?![块域间])|州(?!立)|盟|旗|镇|乡|街道|村|社区|地(?=委)"
ORGANS = (
    "委|政府|人民政府|人大|政协|纪委|监委|监察委|党委|高级|高院|中级|中院|人民|检察|法院|院|直|总工会|军区|工商联|妇联|科协|文联|残联|侨联|作协|社科联|青联|台联|计生协"
    "|[一-鿿]{0,14}(?:[委局厅办会院部署台社站所处馆联协]|中心|室|集团|公司|大学|学院|医院|公署|大队|支队|总队|学校|中学|小学|党校)$"
)
# 团市委, 民建省委: a party or the Youth League of the place.
LEAGUES = "共青团|团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟"
OF_A_PLACE = re.compile(f"{OURS}(?P<level>{LEVELS})(?P<rest>(?:{ORGANS}).*|)$")
OF_A_LEAGUE = re.compile(f"(?P<league>{LEAGUES})(?P<level>{LEVELS})委(?:员会)?$")
# Kind as written -> how the full name of such a body ends.
KINDS = {
    "集团公司": "公司$|集团$", "总公司": "公司$|集团$", "集团": "公司$|集团$", "公司": "公司$|集团$", "企业": "公司$|集团$|厂$", "总局": "总局$", "总署": "总署$", "总行": "银行$",
    "分行": "分行$", "支行": "支行$", "分局": "分局$", "分公司": "分公司$", "医院": "医院$", "研究院": "研究院$", "研究所": "研究所$", "学校": "大学$|学院$|学校$|中学$|小学$|党校$",
    "大学": "大学$", "学院": "学院$", "校": "大学$|学院$|学校$|中学$|小学$|党校$", "党校": "党校$", "法院": "法院$", "检察院": "检察院$", "报社": "报社$|报$", "协会": "协会$", "学会": "学会$",
    "联合会": "联合会$", "商会": "商会$", "中心": "中心$", "总队": "总队$", "支队": "支队$", "大队": "大队$", "军区": "军区$", "军分区": "军分区$", "部": "部$", "委": "委员会$", "局": "局$", "厅": "厅$",
    "署": "署$", "行": "银行$|分行$", "院": "院$", "社": "社$", "台": "台$", "馆": "馆$", "所": "所$", "会": "会$", "厂": "厂$", "矿": "矿$", "站": "站$", "队": "队$", "司": "司$", "处": "处$",
    "常委会": "人民代表大会常务委员会$", "大会": "大会$", "会议": "会议$", "委员会": "委员会$", "指挥部": "指挥部$", "领导小组": "领导小组$", "组委会": "组委会$", "基金会": "基金会$", "论坛": "论坛$",
}  # fmt: skip
KIND = re.compile(
    f"{OURS}(?P<kind>{'|'.join(sorted(KINDS, key=lambda kind: (-len(kind), kind)))})(?P<rest>[一-鿿]{{0,14}})$"
)
_KINDS = {kind: re.compile(ending) for kind, ending in KINDS.items()}
# Schools of a university are not what 学校 means; the committee of a place is no 委 of the state.
NOT_MEANT = {
    "部": re.compile("^中共"),
    "委": re.compile("^中共|政治协商|^.+[省市县区州]委员会$"),
    "会": re.compile("委员会$"),
    "委员会": re.compile("^中共|^中国人民政治协商|人民代表大会"),
}
SURE_KINDS = frozenset(
    {"部", "局", "厅", "总局", "总署", "集团", "公司", "集团公司", "总公司", "学校", "校", "医院", "大学", "我校"}
)
SURE_PARTS = frozenset(
    {"团委", "工会", "机关党委", "办公室", "党委办公室", "党政办", "宣传部", "组织部", "统战部", "纪委", "办公厅"}
)
# 十届|省政协, 中共|省委: what stands in front of the place says nothing of the body.
OF_A_SESSION = re.compile(
    "^(?:第?[一二三四五六七八九十]+届(?=省|市|县|区|州|自治区)|中共(?=(?:省|市|县|区|州|自治区党|旗|盟)委))"
)
OF_A_STANDING_COMMITTEE = re.compile("(?:工委|工作委员会|委员会|办公厅|办公室|研究室)$")
NO_PART = re.compile("[队门署分面限]")  # 部|队管理处, 局|部
WHOLE_SCHOOL = re.compile(".+?(?:大学|学院|学校|中学|小学|党校)")


class Relative(NamedTuple):
    """A relative body, taken apart: `level` of the place or `kind` of the body, the `rest` behind it, its `league` in front."""

    ours: bool
    level: str
    kind: str
    rest: str
    league: str = ""


@cache
def relative_of(body: str) -> Relative | None:
    """A relative body taken apart, or None if the body names itself.

    >>> relative_of("市公安局").rest, relative_of("集团工会").kind, relative_of("团市委").league, relative_of("水利部")
    ('公安局', '集团', '团', None)
    """
    body = OF_A_SESSION.sub("", without_former(body))
    if body in registry():
        return None
    league = OF_A_LEAGUE.match(body)
    if league:
        return Relative(False, league["level"], "", "委", league["league"])
    place = OF_A_PLACE.match(body)
    if place and known().at(body, 0) > place.end("level"):
        return None  # 镇海|中学 is of a town of that name
    if place and (place["rest"] or place["ours"] or is_relative(body)):
        return Relative(place["ours"] in {"我", "本"}, place["level"], "", place["rest"])
    kind = KIND.match(body)
    if kind and (not kind["rest"] or _has_part(kind["kind"], kind["rest"])):
        return Relative(kind["ours"] in {"我", "本"}, "", kind["kind"], kind["rest"])
    return None


def _has_part(kind: str, rest: str) -> bool:
    """部|亚洲司, 院|团委; but 行政处 and 院感科 are words of their own."""
    if kind == "常委会":
        return bool(OF_A_STANDING_COMMITTEE.search(rest))
    return bool(hosts_of(rest)) and (kind in SURE_KINDS or rest in SURE_PARTS) and not NO_PART.match(rest)


def of_kind(wanted: Relative, body: str) -> str:
    """The full name that a relative body has if it is of this body; '' if that is not of its kind.

    >>> of_kind(relative_of("部"), "商务部亚洲司"), of_kind(relative_of("学校"), "江州大学化学学院"), of_kind(relative_of("部"), "湖南省")
    ('商务部', '江州大学', '')
    """
    host = next((above for above in lineage(body) if _is_meant(wanted.kind, above)), "")
    if host and wanted.kind in {"学校", "校"} and (whole := WHOLE_SCHOOL.match(host)):
        host = whole[0]
    return in_full(wanted.rest, host) if host and wanted.rest else host


def _is_meant(kind: str, body: str) -> bool:
    refused = NOT_MEANT.get(kind)
    return bool(_KINDS[kind].search(body)) and not (refused and refused.search(body))


def of_place(wanted: Relative, place: str) -> str:
    """The full name that a relative body has in this place.

    >>> of_place(relative_of("市公安局"), "淮北市"), of_place(relative_of("自治区高院"), "宁夏回族自治区")
    ('淮北市公安局', '宁夏回族自治区高级人民法院')
    """
    return full_name(wanted.league + place + wanted.rest) if wanted.rest else place
