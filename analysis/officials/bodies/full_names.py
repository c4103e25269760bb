"""Full names of bodies as texts write them: 湖南省委 -> 中共湖南省委员会. Words only; what a body is, `canonical` tells."""

import re
from collections import Counter
from functools import cache, lru_cache

from analysis.lexicon import lexicon
from analysis.names.places import Region, coined_region_at, country_at, region_at
from analysis.names.registry import era, in_force, registry
from analysis.officials.bodies.areas import LEVEL_WORDS, area_at
from analysis.officials.bodies.sessions import session_of
from analysis.officials.bodies.short_forms import COMMISSIONS, DEPARTMENT, FIELDS, ORGANS

SESSION = re.compile("第?[一二三四五六七八九十百0-9]+届(?:、?第?[一二三四五六七八九十百0-9]+届)*")
# A discipline group stationed at a body keeps its printed name.
STATIONED = re.compile("(?:纪委|监委|纪律检查委员会|监察委员会|检察部)[^，。]{0,8}驻.+组$")
OF_SESSIONS = re.compile("人大|人民代表大会|政协|政治协商|联合国大会|[董监理]事会$|(?:中国共产党|中共).*届.*委员会")
# 政协湖南省委员会, of which the session is off: the name of 湖南省政协 on its own pages.
CONSULTATIVE = re.compile("(?:中国)?(?:人民)?政协(?=[一-鿿]{2,14}委员会)")
QUOTES = re.compile(r"[\s“”\"]")
# The committees of the Party and what may follow them; the rest of the name stays (办公厅, 组织部).
COMMITTEE = re.compile("(?:委员会|党委|委)(?=$|[一-鿿])")
OF_THE_COMMITTEE = frozenset({"组织部", "宣传部", "统战部", "政法委", "社会工作部"})
ZONE = re.compile("(?:高新|经开|开发|自贸|保税|示范|产业|试验|度假|工业园|产业园)区$|园区$")
DEPARTMENTS = {
    "统战部": "统一战线工作部",
    "纪委": "纪律检查委员会",
    "政法委": "政法委员会",
    "党工委": "党工委",
    "工委": "工作委员会",
}
# Autonomous regions that news writes without their people.
REGIONS = {
    "广西自治区": "广西壮族自治区",
    "宁夏自治区": "宁夏回族自治区",
    "新疆自治区": "新疆维吾尔自治区",
    "兵团": "新疆生产建设兵团",
}
# Offices of another country that news names by its letter: 俄|外交部, 美|国务院.
OFFICE_ABROAD = re.compile(
    "[一-鿿](?:外交部|国防部|财政部|内政部|能源部|商务部|司法部|国务院|总统府|国家安全委员会|安全会议|联邦安全会议|联邦委员会|中央银行|央行|(?<![新以中日])政府)"
)
# Ministries that are called 省 in Japan alone, and parties of other countries by their letter: 古共中央.
OF_JAPAN = re.compile("(?:外务|防卫|财务|总务|法务|大藏|文部|文部科学|厚生劳动|农林水产|经济产业|国土交通|通商产业)省")
COMMUNISTS = re.compile("([一-鿿])共中央(?:委员会)?(?!纪委|军委)([一-鿿]*)$")
STATE = re.compile(
    "^(?:中华人民共和国(?!中央军事委员会|常驻|外交部驻)|中央人民政府(?=[一-鿿]{1,8}部|政务院|人民革命军事委员会))(?=.)"
)
SHORT_REGION = re.compile(f"({'|'.join(REGIONS)})(?=.)")
PARTY_MARK = re.compile("中国共产党|中共")
# The committees of the democratic parties and of the Youth League in a place: 民盟湖南省委.
LEAGUE = re.compile(
    "(民革|民盟|民建|民进|农工党|中国农工民主党|致公党|中国致公党|九三学社|台盟|共青团|团(?=[一-鿿]{2,}委)|中国[一-鿿]{4,8}(?=[一-鿿]{2,8}(?:省|市|自治区|县|区|州)委))(?!中央)"
)
LEAGUE_NAMES = {"团": "共青团"}
LEAGUE_COMMITTEE = re.compile("(?:委员会|委会|委)$")


def full_name(body: str, day: str = "") -> str:
    """The full name of a body that can be told from its own words; '' if it is relative (省委, 部).

    Parameters
    ----------
    body : str
        As written.
    day : str
        ISO day of the text: of bodies that shared a short form, the one in force then is meant.

    >>> full_name("湖南省委组织部"), full_name("安徽省淮北市政府"), full_name("国家卫生健康委干部培训中心纪委")
    ('中共湖南省委组织部', '淮北市人民政府', '国家卫生健康委员会干部培训中心纪律检查委员会')
    >>> full_name("第十三届全国政协"), full_name("俄罗斯外交部"), full_name("省委")
    ('中国人民政治协商会议全国委员会', '俄罗斯外交部', '')
    """
    return _full_name(body, era(day))


@lru_cache(maxsize=1 << 15)  # a year of national news names about 5,000 bodies
def _full_name(printed: str, day: str) -> str:
    if STATIONED.search(printed):
        return printed
    if session := session_of(printed):
        return session
    body = _as_listed(printed)
    entries = registry().get(body)
    if entries:
        return in_force(entries, day).name
    body = SHORT_REGION.sub(lambda short: REGIONS[short[1]], body, count=1) if SHORT_REGION.match(body) else body
    return _league(body, day) or _abroad(body) or (printed if country_at(body) else _by_parts(body, printed, day))


def _abroad(body: str) -> str:
    """俄外交部 -> 俄罗斯外交部: by the letter of a country, where it is that of one country only."""
    if OF_JAPAN.fullmatch(body):
        return f"日本{body}"
    if party := COMMUNISTS.match(body):
        country = _letters_of_one().get(party[1], "")
        return f"{country}共产党中央{party[2] or '委员会'}" if country else ""
    country = _letters_of_one().get(body[:1], "") if OFFICE_ABROAD.fullmatch(body) else ""
    return country + body[1:] if country else ""


@cache
def _letters_of_one() -> dict[str, str]:
    rows = [row for row in lexicon("countries").rows if row["letter"] and row["name"] != "中国"]
    shared = Counter(row["letter"] for row in rows)
    return {row["letter"]: row["name"] for row in rows if shared[row["letter"]] == 1}


def _as_listed(body: str) -> str:
    """A name as the registry has it: without quotes, sessions, and the state before the name of its organ."""
    body = QUOTES.sub("", SESSION.sub("", body) if OF_SESSIONS.search(body) else body) or body
    body = CONSULTATIVE.sub("中国人民政治协商会议", body) if CONSULTATIVE.match(body) else STATE.sub("", body) or body
    if body.startswith("中国") and body not in registry() and body[2:] in registry():
        return body[2:]  # 中国|外交部, to readers abroad
    return body


def _by_parts(body: str, printed: str, day: str) -> str:
    """The full name by the place that a body begins with, or by the body that it is a part of."""
    local = PARTY_MARK.sub("", body, count=1) if body.startswith(("中共", "中国共产党")) else body
    region = region_at(local)
    if region is None or local[region.stop : region.stop + 1] in LEVEL_WORDS:
        region = coined_region_at(local) or region  # 临江|省委: not the 临江 of the gazetteer
    if region:
        return _of_region(body, region) or _nested(body, day) or printed
    return _nested(body, day) or ("" if is_relative(body) else body)


def _league(body: str, day: str) -> str:
    """民盟湖南省委 -> 中国民主同盟湖南省委员会."""
    mark = LEAGUE.match(body)
    entries = registry().get(LEAGUE_NAMES.get(mark[1], mark[1]), ()) if mark else ()
    region = region_at(body, mark.end()) or coined_region_at(body[mark.end() :]) if mark and entries else None
    if mark is None or region is None:
        return ""
    stop = region.stop if region.stop > mark.end() else mark.end() + region.stop
    if not LEAGUE_COMMITTEE.fullmatch(body, stop):
        return ""
    return f"{in_force(entries, day).name}{region.written}委员会"


def _of_region(body: str, region: Region) -> str:
    place, rest = _parted(body, region)
    if not rest and ZONE.search(body):
        return body  # 汕头高新区 calls itself so
    if not rest or place.endswith("特别行政区"):
        return place + rest
    return _department(place, rest) or _organ(place, rest) or _committee(place, rest)


def _parted(body: str, region: Region) -> tuple[str, str]:
    """The place that a body begins with, as lists write it, and what is behind it."""
    local = PARTY_MARK.sub("", body, count=1) if PARTY_MARK.match(body) else body
    area = area_at(local)
    if area and area.stop > region.stop:  # a town or a district that no list has
        return area.name, local[area.stop :]
    return region.written, local[region.stop :]


def _department(place: str, rest: str) -> str:
    """卫健委, 人社厅 of a place in full; '' if it is no department."""
    if rest in COMMISSIONS:
        return place + COMMISSIONS[rest]
    if rest in OF_THE_COMMITTEE:  # 区统战部, without the 委
        return f"中共{place}委{DEPARTMENTS.get(rest, rest)}"
    national = next((full for head in ("国家", "国务院", "") if (full := _national(head, rest))), "")
    if national:
        return place + national
    short = DEPARTMENT.match(rest)
    return place + FIELDS[short[1]] + rest[short.end(1) :] if short else ""


def _organ(place: str, rest: str) -> str:
    for short, pattern in ORGANS:
        if rest.startswith(short):
            below = as_in_the_state(short, rest[len(short) :])
            if short == "人大" and below:  # a committee of the congress itself
                return f"{place}人民代表大会{below}"
            return pattern.replace("{}", place) + below
    return ""


def _committee(place: str, rest: str) -> str:
    """The committee of the Party in a place, or a department of it."""
    committee = COMMITTEE.match(rest)
    if not committee:
        return ""
    below = rest[committee.end() :]
    return party_committee(place) if not below else f"中共{place}委{DEPARTMENTS.get(below, below)}"


def as_in_the_state(organ: str, below: str) -> str:
    """财经委 of a provincial congress is written in full as that of the national one is: 财政经济委员会."""
    whole, part = registry().get(f"全国{organ}", ()), registry().get(f"全国{organ}{below}", ())
    return part[0].name.removeprefix(whole[0].name) if below and whole and part else below


def _national(head: str, rest: str) -> str:
    """卫生健康委 of a province is written in full as that of the state is: 卫生健康委员会."""
    if not rest.endswith("委"):
        return ""
    entry = next(iter(registry().get(head + rest, ())), None)
    return entry.name.removeprefix(head) if entry and entry.name.endswith("委员会") else ""


def from_its_place(body: str) -> str:
    """A full name from its place on, where a Party committee or a consultative conference has it in the middle.

    >>> from_its_place("中共临江县委员会"), from_its_place("安徽省人民政府")
    ('临江县委员会', '安徽省人民政府')
    """
    return body.removeprefix("中共").removeprefix("中国人民政治协商会议")


def leading_region(body: str) -> str:
    """The division that a full name begins with, as it is written there; '' if none.

    >>> leading_region("中共临江县委员会"), leading_region("安徽省人民政府"), leading_region("水利部")
    ('临江县', '安徽省', '')
    """
    bare = from_its_place(body)
    region = region_at(bare)
    if region and bare[region.stop : region.stop + 1] not in LEVEL_WORDS:
        return region.written
    match = LEADING.match(bare)
    return match[1] if match else ""


LEADING = re.compile(
    "([一-鿿]{2,6}?(?:省|自治区|市|县|区|旗|州|盟))(?=委员会|人民政府|人民代表大会|纪律检查|监察委员会|中级|高级|人民法院|人民检察院|委|$)"
)


def party_committee(place: str) -> str:
    """The committee of the Party in a place."""
    return f"中共{place}委员会"


def government(place: str) -> str:
    """The government of a place; that of a 盟 is an 行政公署."""
    return f"{place}行政公署" if place.endswith(("盟", "地区")) else f"{place}人民政府"


def _nested(body: str, day: str) -> str:
    """A part of a known body: the known name in full, and the rest with its usual short form undone."""
    for stop in range(len(body) - 1, 2, -1):
        entries = registry().get(body[:stop])
        if entries and in_force(entries, day).system not in {"企业", "国际"} and not body.startswith("驻", stop):
            rest = body[stop:]
            return in_force(entries, day).name + DEPARTMENTS.get(
                rest, rest.removesuffix("纪委") + "纪律检查委员会" if rest.endswith("纪委") else rest
            )
    return ""


RELATIVE = re.compile(
    "^(?:(?:团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:省|市|区|县|州|自治区)委(?:员会)?|(?:本|我|该)?(?:省|市|县|区|州|旗|盟|镇|乡|村|街道|自治区|自治州|地区|部|厅|局|委|院|校|行|署|社|台|司|处|厂|集团|公司|社区|学校|大学|学院|中心|医院|政府|会)"
    "|(?:省|市|县|区|州|旗|盟|镇|乡|自治区|自治州|地区)(?:委|政府|人大|政协|纪委|监委|党委|高|中级|检察|法院|直|总工会|[一-鿿]{1,12}[委局厅办会院部]).*"
    "|(?:省|市|县|区|州|旗|盟|自治区|自治州|地区)(?:妇联|科协|文联|侨联|残联|工商联|社科联|作协|记协|台联|[一-鿿]{2,8}馆)"
    "|党委|党组|党委[一-鿿]{2,8}部(?:（[一-鿿]{2,8}）)?|书记处|常委会|主席团|组织部|宣传部|统战部|政法委|纪委|监委|办公厅|办公室|审判委员会|检察委员会|村委会|居委会|政协|人大常委会|人大|委员会|党支部|大会|会议|总工会|妇联"
    ")$"
)


def is_relative(body: str) -> bool:
    """Whether a body names itself only by what it is in its place: 部, 省委, 市公安局.

    >>> is_relative("省委"), is_relative("市公安局"), is_relative("国务院")
    (True, True, False)
    """
    return bool(RELATIVE.match(body)) and body not in registry()
