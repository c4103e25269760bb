"""Parts of bodies: 办公厅 of a ministry, 组织部 of a committee, 护理部 of a hospital; what they are called in full."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.names.bodies import JOINED_FIELDS, known
from analysis.names.places import country_at, region_at
from analysis.names.registry import registry
from analysis.officials.bodies.full_names import DEPARTMENTS, as_in_the_state, leading_region

# The departments that every territorial committee of the Party has.
OF_THE_PARTY = re.compile(
    "(?:组织部|宣传部|农村工作部|农工部|财贸部|工交部|文教部|统战部|统一战线工作部|社会工作部|政法委|政法委员会|纪委|纪律检查委员会|政研室|老干部局|巡察办)$"
)
# The fields of a university's own schools: 化学学院 is a part of it, 平湖学院 is not.
FIELDS = (
    "化学|物理|数学|机械|工程|信息|计算机|经济|管理|法|外国语|外语|文|马克思主义|医|药|护理|教育|艺术|美术|音乐|体育|新闻|传播|材料|环境|生命|科学|土木|建筑|电气|电子|自动化"
    "|软件|农|林|水利|地理|历史|哲学|政治|公共|国际|商|研究生|继续教育|理|工|能源|动力|交通|海洋|动物|植物|食品|旅游|财政|金融|会计|统计|社会|人文|设计|网络|人工智能|民族|心理"
)
COMPANY = "公司$|集团$"
OFFICES = "部$|委员会$|局$|署$|厅$|行$|院$|办公室$"
# The ending of a part -> the endings of the bodies that have such a part; the first that matches holds.
PARTS = (
    (OF_THE_PARTY.pattern, "^中共.*委员会$|大学$|学院$|公司$|集团$|医院$|委员会$"),
    ("^(?:管委会|管理委员会)$", "区$"),
    ("^书记处$", "中央委员会$|联合会$|总工会$|协会$|^中共中央政治局|委员会$"),
    ("^(?:常委会|主席团)$", "大会$|会议$|联合会$|常务委员会$"),
    ("^(?:审判委员会|检察委员会)$", "院$"),
    ("^(?:陆军|海军|空军)$", "."),
    ("^(?:新闻|信息|研发|培训|数据|宣传|融媒体|检测|采编|节目)中心$", f"社$|台$|报$|大学$|学院$|医院$|{COMPANY}"),
    ("^(?:炼铁|炼钢|轧钢|焦化|烧结|热电|动力)厂$", COMPANY),
    ("^(?:经济|国际|文艺|理论|评论|科教|要闻|地方|群工|总编室|海外|体育|新闻)部$", "社$|报$|电视台$|总台$|电台$"),
    ("^(?:校董会|校务委员会|校友会|学术委员会)$", "大学$|学院$|学校$"),
    ("^政治部$", "社$|报$|法院$|检察院$|公安[部厅局]$|司法[部厅局]$|海关$|海关总署$|军区$|部队$"),
    ("^(?:执行局|.{1,8}庭)$", "法院$"),
    ("^[一-鿿]{0,6}(?:胸痛|卒中|创伤|救治|体检|内镜|透析|介入|影像|诊断|诊疗|移植|治疗|康复|健康管理)中心$", "医院$|卫生院$"),
    ("^(?:图书|档案|博物|校史|体育)馆$", "大学$|学院$|学校$|中学$"),
    ("^(?:公共)?(?:体育|艺术|外语|基础|数学|思政)(?:教学|课)?(?:研究)?部$", "大学$|学院$"),
    ("^(?:第.{1,3}届)?(?:董事会|监事会)$", COMPANY),
    ("^(?:医务|护理|门诊|药学|药剂|检验|放射|超声|感染|急诊|重症|康复|[一-鿿]{0,6}[内外儿妇产眼皮骨])[一-鿿]{0,4}[科部]$", "医院$|卫生院$|中心$"),
    (f"^(?:{FIELDS}|与|和|及){{1,8}}(?:学院|系|学部)$", "大学$|学院$"),
    ("^[^局司行署]{2,5}分局$", "局$"),
    ("^[^局司行署]{2,5}分公司$", COMPANY),
    ("^[^局司行署]{2,5}(?:分行|支行)$", "银行$"),
    ("^[^局司行署]{2,5}分署$", "署$"),
    ("^(?:工会|团委|机关党委|直属机关党委|党委办公室|办公室|党政办|党委[一-鿿]{2,8}部(?:（[一-鿿]{2,8}）)?)$", f"{OFFICES}|大学$|学院$|医院$|{COMPANY}|^中共.*委员会$"),
    ("^办公厅$", "部$|委员会$|署$|局$|人民政府$|^国务院$|^中共中央|大会"),
    ("^[一-鿿]{1,14}(?<!公)司$", "部$|委员会$|局$|署$|办公室$|银行$|^海关总署$"),
    ("^[一-鿿]{1,10}[处科]$", f"{OFFICES}|司$|大学$|学院$|医院$|法院$|检察院$|中心$|{COMPANY}|^中共.*委员会$|人民政府$"),
    ("^[一-鿿]{1,10}室$", f"{OFFICES}|大学$|学院$|医院$|法院$|检察院$|中心$|{COMPANY}|^中共.*委员会$|人民政府$"),
    ("^(?:安全|人力资源|财务|市场|战略|投资|法务|法律|审计|综合|工程|技术|生产|运营|销售|客运|货运|计划|党群|企业管理|质量|研发|采购|品牌)[一-鿿]{0,8}部$", f"{COMPANY}|大学$|学院$"),
    ("^(?:工程|信息|教务|后勤|国际|学生|研究生)[一-鿿]{0,6}(?:部|院)$", "大学$|学院$"),
)  # fmt: skip
_PARTS = tuple((re.compile(part), re.compile(hosts)) for part, hosts in PARTS)
BRANCH = re.compile("[^局司行署]{2,5}(?:分局|分公司|分行|支行|分署)$")  # named after its place
ABROAD = re.compile("总统|总理|首相|国会|议会|行政长官")  # 乌总统|办公室 is of no ministry
PLACED = re.compile("[省市县区州盟旗镇乡村]|自治")
SUPERIOR = re.compile("(?:部|委员会|厅|局|署|院|大学|学院|医院|公司|集团|银行|中心|人民政府)$")
SESSION_OF_A_BOARD = re.compile("^第.{1,3}届(?=[董监]事会$)")
COMMITTEE = re.compile("中共.+[省市县区州旗盟]委员会$")


@cache
def hosts_of(part: str) -> re.Pattern[str] | None:
    """How the bodies end that have such a part; None if the name stands for itself.

    >>> bool(hosts_of("办公厅").search("水利部")), hosts_of("水利部"), hosts_of("平湖学院")
    (True, None, None)
    """
    if PLACED.match(part) or ABROAD.search(part) or (_is_opened(part) and not BRANCH.match(part)):
        return None
    return next((hosts for rule, hosts in _PARTS if rule.match(part)), None)


def _is_opened(name: str) -> bool:
    """Whether a name says whose it is: 团中央|书记处, 水利部; 安全部 is a short form only, so that it may be a company's."""
    opener = name[: known().at(name, 0)]
    if opener == name:
        return not any(entry.name == f"国家{name}" for entry in registry().get(name, ()))
    return bool(opener) and opener not in JOINED_FIELDS


def lineage(body: str) -> Iterator[str]:
    """A body and the bodies that its name says it is a part of, nearest first.

    >>> list(lineage("国家能源局电力司"))
    ['国家能源局电力司', '国家能源局']
    """
    yield body
    for stop in range(len(body) - 1, 2, -1):
        above = body[:stop]
        if above in registry() or (SUPERIOR.search(above) and hosts_of(body[stop:])):
            yield above


def host_for(part: str, body: str) -> str:
    """The body itself, or what it is a part of, if that has such a part; else ''.

    >>> host_for("监管司", "国家能源局电力司"), host_for("护理部", "云州市中心医院"), host_for("护理部", "水利部")
    ('国家能源局', '云州市中心医院', '')
    """
    rule = hosts_of(part)
    if rule is None:
        return ""
    if re.search("特别行政区(?:政府)?$", body) and part[-1] in "司局署处":
        return body
    if OF_THE_PARTY.match(part) and (place := leading_region(body)) and not re.search("公司$|集团$|学|院$", body):
        return f"中共{place}委员会"
    return next((above for above in lineage(body) if rule.search(above) and _is_above(part, above)), "")


def _is_above(part: str, body: str) -> bool:
    """Whether a body can have this part: 司 has no 司 below it, a school of a university no 教务处."""
    if part[-1] in "处科室" and body.endswith(("办公室", "办公厅")) and len(list(lineage(body))) > 1:
        return False  # 人事处 is a sister of an office, not a part of it
    if hosts_of(body) or (part[-1] == "院" and "大学" in body[:-2]):
        return False
    if re.search("大学.+学院$", body) and part[-1] in "处馆部":
        return False  # 教务处 and 图书馆 are of the university, not of its school
    if body.endswith("纪律检查委员会") and part[-1] in "处科" and not body.startswith("中共"):
        return False  # 培训三处 is of the house, not of its discipline committee
    if re.search("医院.+中心$", body):
        return False  # 心内科 is of the hospital
    return (
        part[-1] not in "司处科室庭"
        or body[-1] not in {"司": "司处科室", "庭": "庭科室", "处": "处科", "室": "室", "科": "科"}[part[-1]]
    )


def in_full(part: str, host: str) -> str:
    """The full name of a part of a body.

    >>> in_full("组织部", "中共湖北省委员会"), in_full("书记处", "中国共产党中央委员会"), in_full("医务科", "云州市中心医院")
    ('中共湖北省委组织部', '中共中央书记处', '云州市中心医院医务科')
    """
    if part == "书记处" and host.startswith(("中共中央", "中国共产党中央")):
        return "中共中央书记处"
    if COMMITTEE.match(host):
        return host.removesuffix("员会") + DEPARTMENTS.get(part, part)
    region = region_at(host)
    if part in {"陆军", "海军", "空军"} and (country := country_at(host)):
        return host[: country[1]] + part
    if host.endswith("人民代表大会常务委员会") and part != "常委会":
        return host + as_in_the_state("人大常委会", part)
    if part == "常委会" and host.endswith("常务委员会"):
        return host
    if region and region.written.endswith("特别行政区"):
        return f"{region.written}政府{part}"
    part = SESSION_OF_A_BOARD.sub("", part)
    return host if host.endswith(part) else host + part
