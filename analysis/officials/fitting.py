"""Which title goes with which body, and what the title adds to the body's name (officials.md 5.2)."""

import re

from analysis.names.places import country_at, divisions, region_at
from analysis.officials.canonical import government
from analysis.officials.chain import Position

# Titles that name their body by themselves. Only for Chinese offices: a country in front wins.
FIXED = {
    "国家主席": "中华人民共和国", "国家副主席": "中华人民共和国", "国务委员": "国务院", "副总理": "国务院", "总理": "国务院",
    "委员长": "全国人民代表大会常务委员会", "副委员长": "全国人民代表大会常务委员会", "总书记": "中国共产党中央委员会", "外长": "外交部",
    "审计长": "审计署", "副审计长": "审计署",
}  # fmt: skip
AREA_HEADS = {
    "省长": "省",
    "市长": "市",
    "县长": "县",
    "区长": "区",
    "州长": "州",
    "旗长": "旗",
    "盟长": "盟",
    "乡长": "乡",
    "镇长": "镇",
}
# Which bodies a head may stand in, by the body's ending (officials.md 5.2). Heads not listed go with any body.
ADMITS = {
    "部长": "部$", "局长": "局$", "厅长": "厅$", "署长": "署$", "司长": "司$", "处长": "处$|[一二三四五六七八九十]处$", "科长": "科$", "所长": "所$", "校长": "学$|校$|）$",
    "行长": "行$", "馆长": "馆$", "台长": "台$", "社长": "社$", "院长": "院$|学$|）$", "检察长": "检察院$", "县委书记": "委员会$", "庭长": "庭$|法院$",
    "主任": "委员会$|办公室$|办公厅$|中心$|室$|委$|厅$|局$|会$|院$|处$|部$", "主席": "委员会$|会$|联$|协$|国$|盟$|党$|社$|公司$|集团$|组织$|团$|协商会议.*",
    "议长": "议会$|国会$|院$|杜马$|会议$|大会$", "政委": "队$|军$|区$|师$|旅$|团$|基地$|大学$|学院$", "政治委员": "队$|军$|区$|师$|旅$|团$|基地$|大学$|学院$",
    "参谋长": "队$|军$|区$|师$|旅$|团$|基地$",
    "总经理": "公司$|集团$|银行$|厂$|企业$|中心$|社$", "董事长": "公司$|集团$|银行$|厂$|企业$|所$|社$", "总裁": "公司$|集团$|银行$|组织$", "司令员": "区$|军$|部队$|基地$|舰队$",
}  # fmt: skip
# Heads that any body may have, and that so go with the body the document speaks of.
OF_ANY_BODY = re.compile(
    "党组|党委|党支部|纪委|书记$|^总(?:工程|经济|会计|规划|农艺|畜牧|统计|审计)师$|秘书长$|发言人$|^委员$|^常委$|巡视员$|^组长$|^成员$"
)
MINISTRY_OF = {"外长": "外交部", "防长": "国防部", "财长": "财政部", "外相": "外交部", "副外长": "外交部"}
HEAD_OF_STATE = frozenset(
    "总统 副总统 总理 副总理 首相 副首相 国王 女王 国家元首 天皇 王储 国家主席 国家副主席 埃米尔 苏丹 执政官 总督 外交大臣 大臣".split()
)


def fits(position: Position, body: str) -> bool:
    """Whether a title without its own body may be one of this body's."""
    if country_of(body) and position.official_class != "foreign" and position.head not in {"部长", "局长"}:
        return position.head in HEAD_OF_STATE
    rule = ADMITS.get(position.head)
    if rule:
        return bool(re.search(rule, body))
    return bool(OF_ANY_BODY.search(position.head)) and not divisions().get(body)


def with_title(body: str, position: Position, is_foreign_name: bool = False) -> str:
    """What the title adds: 河北省|省长 is its government, 中国驻越南|大使 its embassy."""
    if position.head in AREA_HEADS and (divisions().get(body) or (_is_area(body, position) and not is_foreign_name)):
        return government(body)
    if position.head == "主席" and body.endswith("自治区"):
        return government(body)
    if position.head in {"省长", "市长", "县长", "区长"} and (region := region_at(body)) and region.stop == len(body):
        return government(body)
    if position.head in MINISTRY_OF and country_of(body) == body:
        return body + (MINISTRY_OF[position.head] if (position.head, body) != ("外相", "日本") else "外务省")
    if position.head == "大使" and re.search("^(?!中国).+驻.+$", body) and country_at(body):
        return f"{body}大使馆"
    post = re.match("(?:中国)?(?:常)?驻(.+)", body)
    if post and position.head in {"大使", "总领事", "代表"}:
        seat = {
            "大使": "使团" if post[1] in {"东盟", "欧盟", "联合国", "非盟"} else "大使馆",
            "总领事": "总领事馆",
            "代表": "代表团",
        }
        return f"中国驻{post[1]}{seat[position.head]}"
    return body


def _is_area(body: str, position: Position) -> bool:
    """Whether a place that no list has is one of ours by its looks: 云河市|市长, not 沙特利雅得省|省长."""
    level = AREA_HEADS[position.head]
    return body.endswith(level) and level != "州" and len(body) <= 5 and not country_at(body)


def within(previous: str, position: Position) -> str:
    """A further title of the same holder."""
    country = country_of(previous)
    if country and position.head in HEAD_OF_STATE:
        return country
    if country and position.head in MINISTRY_OF:
        return country + MINISTRY_OF[position.head]
    if position.head == "主席" and re.match("中共.*自治区委员会$", previous):
        return government(previous.removeprefix("中共").removesuffix("委员会"))
    return previous


def country_of(body: str) -> str:
    """The country that the name of a body opens with, or ''."""
    found = country_at(body) if body else None
    return body[: found[1]] if found else ""
