"""Places of one letter: 访美, 驻华, 中俄关系, 京津冀, 闽浙两省, 日方.

A letter alone is nothing; it is a place in a frame of words that only places fill, and each rule is one frame. Names of railways
and roads (京沪高铁) are left to others: they are names of their own.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from analysis.lexicon import lexicon


class Letter(NamedTuple):
    """One letter that stands for a place; `entity` is the letter itself where several places share it (巴, 阿)."""

    start: int
    stop: int
    entity: str


# Letters of countries that news sets side by side (中美, 印巴), without those that are everyday words even there.
SIDES = "中美俄日英法德韩朝越印澳欧意伊巴埃泰缅柬蒙乌叙以"
# Further ones, believed only beside 中 or 华 (中葡, 秘中).
BESIDE_CHINA = SIDES + "老哈塔吉土葡西墨秘智阿约黎瑞挪芬丹匈捷波希塞斯马新菲尼南科厄斐汤加比奥卢荷爱肯苏"
# What two countries have between them.
BETWEEN = (
    "(?:双方|两国|三国|三方|双边|三边|首脑|领导人|元首|总理|外长|防长|人民|青年|战略|全面|友好|命运共同体|建交|关系|合作|友谊|边境|边界|经贸|贸易|经济|文化|人文|高层|传统|防卫|安保"
    "|同盟|联合声明|联合公报|和平友好|自贸|班列|冲突|摩擦|对抗|和谈|和平进程|对话|谈判|分治|局势|投资|两军|政府间|等国|加强|作为|两个大国|禁毒|安全合作|在[一-鿿]{1,6}(?:方面|领域|问题))"
)
# 其中|日方, 集中|美术: letters that go with the character before them.
PARTED = "(?<![其集期当之过手眼年月空心海民为从])"
RUN_OF_SIDES = re.compile(f"{PARTED}(?P<run>[{SIDES}]{{2,4}})(?={BETWEEN})")
WITH_CHINA = re.compile(f"{PARTED}(?P<run>中[{BESIDE_CHINA}]|[{BESIDE_CHINA}]中)(?={BETWEEN})")
# Words that are written so: 以中 is a preposition and a letter, 中老 people of middle and old age.
NO_RUNS = frozenset(
    {
        "以中",
        "中以",
        "中老",
        "中意",
        "中西",
        "西中",
        "中南",
        "南中",
        "日中",
        "以巴",
        "以美",
        "以法",
        "中加",
        "加中",
        "新中",
        "中新",
        "中科",
        "科中",
    }
)
# But not in front of these, where two countries are meant whatever the letters are.
CERTAIN = re.compile("两国|双方|关系|建交|双边|首脑|元首|友好|友谊|命运共同体|战略|经贸|边境|和平友好")
FIXED = re.compile(
    "印巴|巴以(?=和|冲|双|问|局|谈|边)|俄乌(?!兹)|欧美|日韩|美欧(?=[^洲元])|(?<![一-鿿])美日韩|黎以(?=边|临|局|冲|停)|中非(?!共和国|总统|总理|政府|武装|首都|境内|过渡|局势|政权|外长|国民|维和|[，。、的和与])|京津冀|粤港澳|沪苏浙皖|苏浙皖|川渝|云贵川|港澳台|港澳(?=同胞|居民|地区|事务|青年|企业|人士|各界|特)"
)
VERBS = "访赴驻旅抵援"
VISITS = re.compile(
    f"(?:(?<!以)[{VERBS}])(?P<run>[美华俄日英法德韩朝越印澳欧泰缅柬意加巴埃港澳台藏疆])"
    "(?![好丽妙食术元容洲国本西林律文气光语度尼基及拿塔拉里勒洛黎罗拜币湾式独民族州学医强快大速紧深入工以])"
)
CHINA = re.compile(
    "[来在对涉侨离反侵](?P<run>华)(?![东北南中西夏人侨裔为尔盛山丽润沙侈文语商诞晨灯彩章美贵表诗清府佗池容强宁安约硕纳])"
)
TOWARDS = re.compile(
    "对(?P<run>[美俄日台朝欧印越澳港藏])(?=[贸出投政关军制加施援实战合友采经打外](?!好)|的(?:态度|政策|出口|投资|贸易|制裁|关税))"
)
# 在京|召开, 抵沪: the city's letter between a verb of place and what happens there.
CITIES = re.compile(
    "[在赴来抵进离返驻到](?P<run>[京沪渝津])(?=[，。、；）：的召举会考参访视调工就闭开成发签演主接学落打出部亮揭设])"
)
REGIONS = re.compile("[援进入涉治稳兴](?P<run>[藏疆港澳台])(?=[，。、；）：的工干医教资企期抗政旅就])")
# The letter comes first in these patterns and what may not stand before it is looked at behind it: three times faster.
# The lookbehinds are therefore one character longer than what they speak of.
OF_A_CLAUSE = "(?<![一-鿿0-9０-９].)"
SIDE = re.compile(
    "(?P<run>[中美俄日韩朝越印伊巴叙以乌法英德澳欧菲])(?=方[，。、：；的将已也在对与和同就愿要认表希坚一应没不会有能至予决提强指从说称报人代邀积高赞支加保开继扩深携进共签展坦完理])"
    "(?:(?<=[中美俄日韩朝越印伊巴叙])(?<![其集期当之过手眼年月空心海民为从今昨明次每近即时旧往生节假落0-9０-９一二三四五六七八九十].)|(?<=[，。、；：“与和同对向由据请就].))"
)
STATE = "(?:总统|首相|外长|外交部|国防部|国防部长|国务卿|军方|国会|议会|防长|财长|众议院|参议院|联邦|警方|空军|海军|大使馆|驻(?=[一-鿿]{1,4}大使))"
ORGANS = re.compile(f"(?P<run>[美俄日英法德韩以巴印伊叙乌埃])(?={STATE})(?:{OF_A_CLAUSE}|(?<=[与和同据称会晤].))")
ARMY = re.compile(
    "(?P<run>[美俄日英以韩乌伊印])(?=军(?:机|舰|方|在|对|向|从|以|于|的|，|。|、|袭|空|开|占))"
    f"(?:{OF_A_CLAUSE}|(?<=[与和同对向被击驻华].))"
)
RUN_OF_PROVINCES = re.compile(
    "(?P<run>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀渝黔滇藏陕甘青宁新贵云台港澳]{2,6})(?=(?:两|二|三|四|五|六|七|八|九|等)[省地市区]|[0-9]省|交界|边界|边区|毗邻|接壤|协同|一体化)"
)
# Where several countries share a letter, the one that news means by it in 访, 驻 and 对.
USUAL = {
    "中": "中国",
    "华": "中国",
    "法": "法国",
    "德": "德国",
    "英": "英国",
    "俄": "俄罗斯",
    "日": "日本",
    "美": "美国",
    "韩": "韩国",
}
USUAL |= {
    "朝": "朝鲜",
    "越": "越南",
    "欧": "欧洲",
    "泰": "泰国",
    "缅": "缅甸",
    "柬": "柬埔寨",
    "澳": "澳大利亚",
    "埃": "埃及",
}
USUAL |= {"乌": "乌克兰", "叙": "叙利亚", "葡": "葡萄牙", "墨": "墨西哥", "秘": "秘鲁", "蒙": "蒙古", "以": "以色列"}


@cache
def _provinces() -> dict[str, str]:
    """Province by letter; 疆 serves for Xinjiang behind a verb, and 港 for Hong Kong."""
    rows = lexicon("divisions").rows
    names = {
        letter: row["name"] for row in rows for letter in row["abbreviation"].split("|") if row["level"] == "province"
    }
    return names | {"疆": "新疆维吾尔自治区", "港": "香港特别行政区"}


def find_letters(text: str) -> list[Letter]:
    """Places of one letter, in text order; each letter of a run is a place of its own.

    >>> text = "代表团访美，中俄两国元首会晤，闽浙两省签约；京沪高铁提速，祖国大美"
    >>> [(text[a:b], entity) for a, b, entity in find_letters(text)]
    [('美', '美国'), ('中', '中国'), ('俄', '俄罗斯'), ('闽', '福建省'), ('浙', '浙江省')]
    """
    found: dict[int, Letter] = {}
    for rule in (_provinces_in_a_run, _countries_in_a_run, _behind_verbs, _acting):
        for letter in rule(text):
            found.setdefault(letter.start, letter)
    return [found[start] for start in sorted(found)]


def _letters(match: re.Match[str], names: Mapping[str, str]) -> Iterator[Letter]:
    for place in range(*match.span("run")):
        yield Letter(place, place + 1, names.get(match.string[place], match.string[place]))


def _countries_in_a_run(text: str) -> Iterator[Letter]:
    """中美|关系, 中日韩|首脑, 俄乌: letters of countries in front of what lies between them, or words so written."""
    for rule in (RUN_OF_SIDES, WITH_CHINA):
        for match in rule.finditer(text):
            run = match["run"]
            if len(set(run)) == len(run) and (run not in NO_RUNS or CERTAIN.match(text, match.end())):
                yield from _letters(match, USUAL)
    for match in FIXED.finditer(text):
        names = _provinces() if match[0][0] in "京粤沪苏川云港" else USUAL
        yield from (Letter(i, i + 1, names.get(text[i], text[i])) for i in range(*match.span()))


def _behind_verbs(text: str) -> Iterator[Letter]:
    """访|美, 来|华, 在|京, 援|藏."""
    for rule in (VISITS, CHINA, TOWARDS):
        for match in rule.finditer(text):
            yield from _letters(match, _provinces() if match["run"] in "港台藏疆" else USUAL)
    for rule in (CITIES, REGIONS):
        for match in rule.finditer(text):
            yield from _letters(match, _provinces())


def _acting(text: str) -> Iterator[Letter]:
    """日|方, 美|军, 俄|总统."""
    for rule in (SIDE, ORGANS, ARMY):
        for match in rule.finditer(text):
            yield from _letters(match, USUAL)


def _provinces_in_a_run(text: str) -> Iterator[Letter]:
    """闽浙|两省, 川陕|交界, 京津冀|协同."""
    for match in RUN_OF_PROVINCES.finditer(text):
        yield from _letters(match, _provinces())
