"""The division that a full name begins with: its name, code and level, and the division above it."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.places import Division, Region, divisions, region_at

# Level of the first head of a division, 1 (national) to 10 (deputy head of a township).
PROVINCE, SUB_PROVINCE, PREFECTURE, SUB_PREFECTURE, COUNTY, TOWNSHIP = 3, 4, 5, 6, 7, 9
# Cities of sub-provincial level: Central Commission for Public Sector Reform, 中编〔1994〕1号 of 25 February 1994 and 中编发〔1995〕5号,
# which name sixteen; Chongqing became a municipality in 1997.
SUB_PROVINCIAL = frozenset(
    "哈尔滨市 长春市 沈阳市 大连市 济南市 青岛市 南京市 杭州市 宁波市 厦门市 广州市 深圳市 武汉市 成都市 西安市".split()
)
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})  # first two digits of the codes of 北京, 天津, 上海, 重庆
# New areas whose heads may be vice-ministers: no rule decides.
UNDECIDED = frozenset({"浦东新区", "滨海新区", "雄安新区"})
LEVEL_WORDS = frozenset("省市县区旗")
# A division by the look of its name, in front of one of its organs: 青云县|委员会, 平溪镇|人民政府.
SHAPE = re.compile(
    "([^\\W和局部会院司所公]{2,8}?(?:省|自治区|自治州|自治县|市|县|地区|(?<![社分军备戍])区|旗|盟|镇|(?<!城)乡|街道))"
    "(?=委|人民政府|政府|行政公署|人大|人民代表大会|政协|纪委|纪律检查|监委|监察委|人民法院|中级|高级|人民检察院|办事处|[一-鿿]{1,8}[局厅]|$)"
)
# By the level of the county or district above: towns and streets of the big cities stand a step higher.
TOWNS = {PREFECTURE: COUNTY, SUB_PREFECTURE: COUNTY, COUNTY: TOWNSHIP}
ZONE = re.compile("(?:新区|开发区|园区|景区|林区|矿区)$")
LOOKS = {"州": PREFECTURE, "盟": PREFECTURE, "地区": PREFECTURE, "县": COUNTY, "旗": COUNTY}


@dataclass(frozen=True, slots=True)
class Area:
    """A division at the head of a body's name: `name` as lists write it (上海市奉贤区), `stop` where it ends.

    `code` is the six digits of GB/T 2260, '' if the name alone does not tell which division it is; `level` is that of its
    first head, None if no rule decides; `parent` is the name of the division above, '' for a province.
    """

    name: str
    stop: int
    code: str
    level: int | None
    parent: str

    @property
    def is_province(self) -> bool:
        """Whether nothing but the state is above it."""
        return bool(self.code) and self.code.endswith("0000")


def area_at(text: str) -> Area | None:
    """The division that a text begins with.

    >>> area_at("长沙市岳麓区人民政府")
    Area(name='长沙市岳麓区', stop=6, code='430104', level=7, parent='长沙市')
    >>> area_at("朝阳区人民政府").code, area_at("襄樊市人民政府").code, area_at("水利部")
    ('', '420600', None)
    """
    region = region_at(text)
    if region is None or _is_cut_short(region, text):
        look = SHAPE.match(text)
        return _former_or_unknown(look[1]) if look else _of_region(region) if region else None
    return _with_part(_of_region(region), text)


def _is_cut_short(region: Region, text: str) -> bool:
    """Whether the text goes on to another division than the one whose short name it begins with: 临江|县."""
    if text[region.stop - 1] in LEVEL_WORDS:
        return False
    return text[region.stop : region.stop + 1] in LEVEL_WORDS or text.startswith("地区", region.stop)


def _of_region(region: Region) -> Area:
    last = region.smallest
    if len(region.divisions) == 1 and len(divisions().get(last.name, ())) > 1:
        return Area(region.written, region.stop, "", None, "")  # 朝阳区: one of Beijing, another of Changchun
    return Area(region.written, region.stop, last.code, level_of(last), _above(last))


def _with_part(area: Area, text: str) -> Area:
    """The town or district behind a known division that no list has: 临澧县|平溪镇."""
    look = SHAPE.match(text, area.stop)
    if look is None or text.startswith(("自治区", "地区", "辖区"), area.stop):
        return area
    above = area.name if look[1].endswith(("区", "镇", "乡", "街道")) else ""
    return Area(above + look[1], look.end(1), "", _look(look[1]) or _level_within(area, look[1]), area.name)


def _level_within(area: Area, name: str) -> int | None:
    """The level of a town or a district that no list has; None for a zone and for a city, which may be of two levels."""
    if name.endswith(("镇", "乡", "街道")):
        return TOWNS.get(area.level or 0)
    if not name.endswith("区") or ZONE.search(name) or (area.is_province and area.code[:2] not in MUNICIPALITIES):
        return None
    return {PROVINCE: PREFECTURE, SUB_PROVINCE: SUB_PREFECTURE, PREFECTURE: COUNTY}.get(area.level or 0)


def _look(name: str) -> int | None:
    return next((level for end, level in LOOKS.items() if name.endswith(end)), None)


def _former_or_unknown(name: str) -> Area:
    """A division that the list lacks: a former one, with the code of what it became, or one known by its look only."""
    heirs = {heir for row in _former().get(name, ()) for heir in divisions().get(row["successor"], ())}
    if len(heirs) != 1:
        once_province = {row["level"] for row in _former().get(name, ())} == {"province"}
        return Area(name, len(name), "", PROVINCE if once_province else _look(name), "")
    heir = heirs.pop()
    return Area(name, len(name), heir.code, level_of(heir), _above(heir))


def _above(division: Division) -> str:
    above = _by_code().get(division.parent)
    return _written(above) if above else ""


def _written(division: Division) -> str:
    city = _by_code().get(division.parent)
    return (
        city.name + division.name if city and division.name.endswith("区") and city.name[-1] == "市" else division.name
    )


def level_of(division: Division) -> int | None:
    """The level of the first head of a division; None where no rule decides.

    >>> [level_of(divisions()[name][0]) for name in ("湖南省", "深圳市", "长沙市", "临澧县", "海淀区", "香港特别行政区")]
    [3, 4, 5, 7, 5, None]
    """
    if division.name in UNDECIDED:
        return None
    if division.level == "province":
        return None if division.name.endswith("特别行政区") or division.name == "台湾省" else PROVINCE
    if division.level == "prefecture":
        return SUB_PROVINCE if division.name in SUB_PROVINCIAL else PREFECTURE
    if division.code[:2] in MUNICIPALITIES:
        return PREFECTURE
    city = _by_code().get(division.parent)
    if city is None or city.level == "province":
        return None  # 济源市 and the like, straight under a province, may be half a step higher
    if city.name in SUB_PROVINCIAL:
        return SUB_PREFECTURE if division.name.endswith("区") else None  # sources differ on its counties
    return COUNTY


@cache
def _by_code() -> dict[str, Division]:
    return {division.code: division for several in divisions().values() for division in several if division.code}


@cache
def _former() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in lexicon("former_divisions").rows:
        found.setdefault(row["name"], []).append(row)
    return found
