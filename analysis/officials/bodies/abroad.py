"""The records of bodies of other countries, by rule, and of those that one country keeps in another."""

import re
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.places import country_at, letters
from analysis.names.registry import registry
from analysis.officials.bodies.body import Body, digits

MISSION = re.compile("中国(?:常驻|驻).{1,12}(?:大使馆|总领事馆|领事馆|使团|代表团|代表处|办事处)$")
FOREIGN = "外国"
# Short heads of ministries.
MINISTRY_OF = {"外长": "外交部", "防长": "国防部", "财长": "财政部", "外相": "外交部", "副外长": "外交部"}
# Heads of a state or of its government: their body is the country.
HEAD_OF_STATE = frozenset(
    "总统 副总统 总理 副总理 首相 副首相 国王 女王 国家元首 天皇 王储 国家主席 国家副主席 国务委员长 埃米尔 苏丹 执政官 总督 外交大臣 大臣".split()
)
# Heads that the letter of a country may stand before: 俄总统, 俄总统新闻秘书.
LETTERED = (
    HEAD_OF_STATE | frozenset(MINISTRY_OF) | frozenset("总统新闻秘书 总统顾问 总统助理 总统特使 总统办公厅主任".split())
)
FOREIGN_ORGANS = re.compile(
    "国防部|外交部|总统|国会|议会|武装|空天|联邦|军|财政部|国务院|侦查|安全"
)  # 俄国防部, 乌武装部队


def foreign_body(name: str) -> Body | None:
    """The body of another country that bears this name; None if it does not begin with a country.

    >>> foreign_body("俄罗斯外交部")
    Body(name='俄罗斯外交部', body_id='foreign-RU-e74828', successor='', system='外国', level=None, area_code='', parent='俄罗斯')
    >>> foreign_body("法国").body_id, foreign_body("中国驻法国大使馆").parent
    ('foreign-FR', '外交部')
    """
    if MISSION.match(name):
        return Body(name, f"gov-mission-{digits(name)}", "", "政", None, "", "外交部")
    found = country_at(name)
    if not found:
        return None
    country, stop = found
    rest = name[stop:]
    body_id = f"foreign-{_codes().get(country) or digits(country)}"
    if not rest:
        return Body(country, body_id, "", FOREIGN)
    return Body(name, f"{body_id}-{digits(rest)}", "", FOREIGN, None, "", country)


@cache
def _codes() -> dict[str, str]:
    return {row["name"]: row["code"] for row in lexicon("country_codes").rows}


def is_foreign(body: str) -> bool:
    """Whether a body is of another country or international, by its first word."""
    if country_at(body) and not body.startswith("中国"):
        return True
    if body[:1] in letters() and FOREIGN_ORGANS.match(body, 1):
        return True
    return any(entry.system == "国际" for entry in registry().get(body, ()))
