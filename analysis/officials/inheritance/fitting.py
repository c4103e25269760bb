"""Which title goes with which body, and what the title adds to the body's name."""

import re
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.edges import FOREIGN
from analysis.names.places import countries, country_at, divisions, region_at
from analysis.officials.bodies.abroad import HEAD_OF_STATE, MINISTRY_OF
from analysis.officials.bodies.full_names import government
from analysis.officials.grammar.chain import Position

# Titles that name their body by themselves. Only for Chinese offices: a country in front wins.
FIXED = {
    "国家主席": "中华人民共和国", "国家副主席": "中华人民共和国", "国务委员": "国务院", "副总理": "国务院", "总理": "国务院",
    "委员长": "全国人民代表大会常务委员会", "副委员长": "全国人民代表大会常务委员会", "总书记": "中国共产党中央委员会", "外长": "外交部",
    "审计长": "审计署", "副审计长": "审计署",
}  # fmt: skip
# Of them those that no other country has: here a name that is not spelled as Chinese (司马义·艾买提) says nothing.
OURS_ALONE = frozenset({"国务委员", "副委员长"})
# And those that others have as well.
SHARED_ABROAD = frozenset({"总理", "副总理", "外长"})
# The surnames with the most bearers by far, as of surnames.tsv: with one of them a name is hardly a transliteration.
COMMON = frozenset("王李张刘陈杨黄赵吴周")
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
# How the bodies end that each kind of the lexicon of titles means; a kind not listed is inherited from none.
HOUSE = "大学$|学院$|学校$|党校$"
COMPANY = "公司$|集团$|银行$|厂$|企业$|社$|中心$|控股$|科技$|资本$|证券$|保险$"
ORGANS = "部$|委员会$|局$|署$|厅$|院$|行$|社$|会$|办公室$|办公厅$|中心$|联$|协$"
FORCES = "队$|军$|区$|师$|旅$|团$|基地$|舰队$|(?<!党)校$|国防大学$|部$"
KINDS = {
    "任一": ".", "公司": COMPANY, "企业": COMPANY, "证券公司": COMPANY, "工厂": "厂$|公司$", "商店": "店$|超市$|公司$", "银行": "行$", "高校": HOUSE, "学校": f"{HOUSE}|中学$|小学$|校$", "校": f"{HOUSE}|中学$|小学$|校$",
    "院校": HOUSE, "研究院": "院$|所$|中心$|实验室$|社科院$|大学$", "医院": "医院$|卫生院$|保健院$|中心$|科$|室$|部$", "法院": "法院$", "法庭": "庭$|法院$", "检察院": "检察院$", "检察机构": "检察院$", "报社": "社$|报$|台$|网$|杂志$",
    "台": "台$|总台$", "社": "社$", "出版社": "社$", "刊物": "社$|杂志$", "部": "部$", "委": "委员会$|委$", "办": "办公室$|办公厅$|办$", "局": "局$", "厅": "厅$", "署": "署$", "司": "司$", "处": "处$", "科": "科$", "股": "股$", "室": "室$",
    "馆": "馆$", "文史馆": "馆$", "所": "所$", "站": "站$", "队": "队$", "总队": "总队$", "支队": "支队$", "大队": "大队$", "中队": "中队$", "矿": "矿$|公司$", "村": "村$|社区$", "院": "院$",
    "机关": ORGANS, "政府": "政府$|^国务院$|省$|市$", "国务院": "^国务院$", "人大": "人民代表大会常务委员会$|人民代表大会$", "人大常委会": "人民代表大会常务委员会$", "政协": "政治协商会议.*委员会$", "监委": "监察委员会$",
    "委员会": "委员会$|会$", "党组": ORGANS, "党委": ORGANS, "纪委": "纪律检查委员会$", "工委": "工委$|工作委员会$", "团委": "共产主义青年团.*", "联": "联合会$|联$", "工会": "总工会$|工会$", "党派": "委员会$|党$|盟$", "民主党派": "(?<!常务)委员会$|党$|盟$|社$",
    "专门委员会": "(?<!常务)委员会$", "主席团": "主席团$|大会$|会议$|委员会$", "协会": "协会$|学会$|商会$|联合会$|促进会$|研究会$|总会$|会$", "学会": "学会$|协会$|研究会$|会$", "基金会": "基金会$", "领导小组": "小组$", "小组": "小组$",
    "联席会议": "联席会议$", "组": "组$", "指挥部": "指挥部$", "代表团": "代表团$|团$", "公署": "公署$", "乡镇": "乡$|镇$|街道$", "基层": "村$|社区$|镇$|乡$|公司$|学院$|街道$", "战区": FORCES, "军种": FORCES, "部队": FORCES, "军队": FORCES, "军": FORCES,
    "兵团": "兵团$", "军区": "军区$|兵团$", "组织": "组织$|联盟$|委员会$|秘书处$|署$|基金$|协会$|联合国|会$", "议会": "议会$|国会$|院$|杜马$|会议$|大会$", "公安": "公安[部厅局]$|分局$|总队$|支队$", "铁路": "公司$|局$|段$", "农场": "农场$", "林场": "林场$",
    "剧团": "团$|院$", "审计署": "^审计署$", "中共中央": "^中国共产党中央委员会$",
}  # fmt: skip
# Heads for which the ending of the body decides more narrowly than their kinds do.
ADMITS = {
    "部长": "部$", "局长": "局$", "厅长": "厅$", "署长": "署$", "司长": "司$", "处长": "处$|[一二三四五六七八九十]处$", "科长": "科$", "所长": "所$", "校长": "学$|校$|）$|学院$",
    "行长": "行$", "馆长": "馆$", "台长": "台$", "社长": "社$", "院长": "院$|）$", "检察长": "检察院$", "县委书记": "委员会$", "庭长": "庭$|法院$",
    "主任": "委员会$|办公室$|办公厅$|中心$|室$|委$|厅$|局$|会$|院$|处$|部$", "主席": "(?:省|自治区)人民政府$|委员会$|会$|联$|协$|盟$|党$|社$|公司$|集团$|组织$|团$|协商会议.*",
    "议长": "议会$|国会$|院$|杜马$|会议$|大会$", "政委": FORCES, "政治委员": FORCES, "参谋长": "队$|军$|区$|师$|旅$|团$|基地$", "司令员": "区$|军$|部队$|基地$|舰队$",
    "组长": "组$|专班$", "副组长": "组$|专班$", "委员": "委员会$", "常委": "委员会$", "总经理": COMPANY, "董事长": f"{COMPANY}|所$", "总裁": f"{COMPANY}|组织$", "秘书长": "委员会$|会$|国务院$|政府$|组织$|联$|大会$|联盟$|联合国", "发言人": ".",
}  # fmt: skip
# Heads that nearly every body has, and that so say little of the body they are of.
OF_ANY_BODY = re.compile(
    "党组|党委|党支部|纪委|书记$|^总(?:工程|经济|会计|规划|农艺|畜牧|统计|审计)师$|秘书长$|发言人$|^委员$|^常委$|巡视员$|^组长$|^成员$"
)
# Heads of a Party group or committee inside a body; a committee of the Party in a place has none.
INSIDE_A_BODY = re.compile(
    "^党(?:组|委|总支|支部)|^机关党委|^直属机关党委|^总(?:工程|经济|会计|规划|农艺|畜牧|统计|审计)师$"
)
# A board, and the posts that are of the board and not of its company.
BOARD = re.compile("(.+(?:公司|集团|银行))(?:第.{1,3}届)?(?:董事会|监事会)$")
OF_A_BOARD = re.compile("董事$|监事$|董事长$|主席$|委员$|召集人$")
POSTED = re.compile("(?:中国)?(常)?驻(.+)")
SEATS = {"大使": "大使馆", "总领事": "总领事馆", "代表": "代表团"}
UNIONS = frozenset({"东盟", "欧盟", "联合国", "非盟"})
# Speakers of one chamber, which their title names.
CHAMBERS = {"众议长": "众议院", "参议长": "参议院", "议长": "议会"}


@cache
def _admitted(head: str) -> re.Pattern[str] | None:
    """How the bodies end that a head may be of; None for a head that no list has, such as a user's own."""
    if head in ADMITS:
        return re.compile(ADMITS[head])
    row = _heads().get(head)
    if row is None:
        return None
    kinds = [KINDS[kind] for kind in row.split("|") if kind in KINDS]
    return re.compile("|".join(kinds) or "(?!)")


@cache
def _heads() -> dict[str, str]:
    return {row["name"]: row["bodies"] for row in lexicon("titles").rows}


def fits(position: Position, body: str, far: bool = False) -> bool:
    """Whether a title without its own body may be one of this body's.

    A place is no body, a foreign body has no Chinese posts, and what the title's head may be of decides the rest. In a list
    the titles that nearly every body has go with any; from `far` they need a body of a kind that has them.
    """
    if country_of(body) and position.official_class != "foreign" and position.head not in {"部长", "局长"}:
        return position.head in HEAD_OF_STATE
    if divisions().get(body) or (position.head == "主席" and body.startswith("中国共产党")):
        return False
    if INSIDE_A_BODY.search(position.head) and re.match("中共.*[省市县区州旗盟]委员会$|中共.*委[^员]", body):
        return False
    admitted = _admitted(position.head)
    return bool(not far and OF_ANY_BODY.search(position.head)) or admitted is None or bool(admitted.search(body))


def with_title(body: str, position: Position, is_foreign_name: bool = False) -> str:
    """What the title adds: 河北省|省长 is its government, 中国驻越南|大使 its embassy."""
    if body in {"中国", "我国"}:
        return (
            FIXED.get(position.title)
            or FIXED.get(position.head)
            or ("中华人民共和国" if position.title in {"主席", "副主席"} else body)
        )
    if position.head in AREA_HEADS and (divisions().get(body) or (_is_area(body, position) and not is_foreign_name)):
        return government(body)
    if position.head == "主席" and (body.endswith("自治区") or _is_province(body)):
        return government(body)
    if position.head in {"省长", "市长", "县长", "区长"} and (region := region_at(body)) and region.stop == len(body):
        return government(body)
    if position.head in MINISTRY_OF and country_of(body) == body:
        return body + (MINISTRY_OF[position.head] if (position.head, body) != ("外相", "日本") else "外务省")
    if position.title.endswith("代表") and body.endswith("人民代表大会常务委员会"):
        return body.removesuffix("常务委员会")  # deputies are of the congress
    if body == country_of(body) and position.head in CHAMBERS:
        return body + CHAMBERS[position.head]
    return mission(body, position)


def mission(body: str, position: Position) -> str:
    """The mission abroad that a post is in: 中国驻越南|大使 -> 中国驻越南大使馆; the body itself if it is none."""
    post = POSTED.match(body)
    seat = next((seat for head, seat in SEATS.items() if position.head.endswith(head)), "")
    if seat in {"大使馆", "总领事馆"} and re.search("^(?!中国).+驻.+$", body) and country_at(body):
        return body + seat
    if post is None or not seat:
        return body
    if post[1]:
        return f"中国常驻{post[2]}代表团"
    where = countries().get(post[2], post[2])
    return f"中国驻{where}{'使团' if seat == '大使馆' and where in UNIONS else seat}"


@cache
def _provinces() -> frozenset[str]:
    """All that is or was a province: 热河省."""
    rows = (row for name in ("divisions", "former_divisions") for row in lexicon(name).rows)
    return frozenset(row["name"] for row in rows if row["level"] == "province" and row["name"].endswith("省"))


def _is_province(body: str) -> bool:
    """Whether a body is a province, whose government a 主席 led from 1949 to 1955."""
    return body in _provinces()


def _is_area(body: str, position: Position) -> bool:
    """Whether a place that no list has is one of ours by its looks: 云河市|市长, not 沙特利雅得省|省长."""
    level = AREA_HEADS[position.head]
    return body.endswith(level) and level != "州" and len(body) <= 5 and not country_at(body)


JUDGES = frozenset({"审判员", "助理审判员", "检察员", "助理检察员"})
# The court or the procuratorate of one of its parts: 青山县人民法院|立案庭.
SEAT = re.compile("(.*?(?:法院|检察院))(?:.*庭|审判委员会|检察委员会|.{1,6}局|.{1,8}[室处科部])$")


def seat_of(body: str, position: Position) -> str:
    """The court that a judge belongs to, where the body is a part of it; else the body."""
    seat = SEAT.match(body) if position.head in JUDGES else None
    return seat[1] if seat else body


def within(previous: str, position: Position) -> str:
    """A further title of the same holder."""
    previous = seat_of(previous, position)
    country = country_of(previous)
    if country and position.head in HEAD_OF_STATE:
        return country
    if country and position.head in CHAMBERS and not re.search("议会|国会|院$|杜马|大会", previous):
        return country + CHAMBERS[position.head]
    if country and position.head in MINISTRY_OF:
        return country + MINISTRY_OF[position.head]
    if position.title == "主席" and previous == "中国共产党中央委员会":
        return "中华人民共和国"
    if (board := BOARD.match(previous)) and not OF_A_BOARD.search(position.head):
        return board[1]  # 公司董事会董事、|副总经理
    if position.head == "主席" and re.match("中共.*自治区委员会$", previous):
        return government(previous.removeprefix("中共").removesuffix("委员会"))
    return previous


def sounds_foreign(name: str) -> bool:
    """Whether all letters of a name transliterate and the first is no common surname: 科斯塔, 卡茨; but not 李克强, 温家宝."""
    return name[:1] not in COMMON and all(letter in FOREIGN for letter in name)


def country_of(body: str) -> str:
    """The country that the name of a body opens with, or ''."""
    found = country_at(body) if body else None
    return body[: found[1]] if found else ""
