"""Places that no list has, by the look of them: 东湾镇|田家村, 奥兰德州, 青石岭水库, 曼哈顿|岛.

Three ways, each with an anchor of its own: a known place goes on (曼哈顿|岛); a chain of smaller divisions follows a known one
(临江县|东湾镇|田家村); characters that transliterate foreign names, or a verb of place, stand before a head (奥兰德|州). What has
no anchor is left to the sequence model: 一个村, 大山 and 这条河 look alike.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.names.edges import FOREIGN
from analysis.names.gazetteer import Hit
from analysis.shadow.characters import HAN
from analysis.spans import Span

# How a known place goes on, with what would make another word of it: 马里兰|州, but not 加州|州长, 大连|港口.
GOES_ON = re.compile(
    "州(?![长政议立际内委州])|邦(?![交联])|省(?![长委政级份会内外略])|市(?![长民场委政区人值内郊容中级井属直辖])|县(?![长委城政域级人])|郡(?!主)"
    "|乡(?![村亲镇下土里长党政])|镇(?![长委政江党静])|村(?![民委里支镇子长庄党])"
    "|群岛|半岛|岛(?![国屿民])|港(?![口区币澳元人台股务])|湾(?!区|仔)|河(?![口谷流道北南])|湖(?![北南区泊])|海峡|山脉|盆地|高原|平原|沙漠|大草原"
    "|(?:国际)?机场(?!路|高速|集团|公司)|火车站|高铁站|(?:大街|大道)(?!办)|路(?=[0-9０-９一二三四五六七八九十、，。和与上的附]{1,2}(?!程|径))"
    "|(?:(?:高新技术|经济技术|经济|国家级|高新)*(?:产业)?开发区|高新区|经开区|保税区|综合保税区|工业园区|自贸区|自贸港|自由贸易试验区|自贸试验区)(?!管委会|法院|检察)"
)
# Characters that stand in no stem of a place behind an anchor.
FUNCTION = "的了在是和与及或等对为把被将从向到于由以而但其这那此该各每某本全我你他她它们个几多两一二三四五六七八九十百千万亿０-９0-9年月日时就都也还又并不没有要会能可说称让给用做着过来去上下里外前后中内间最更很人回返进离围绕"
LETTER = f"[{HAN}]"
STEM = f"(?:(?![{FUNCTION}]){LETTER})"
SMALL_HEADS = "镇(?![长委政党化])|乡(?![村亲镇下土里长党政])|街道(?!办)|苏木|村(?![民委里支镇子长庄党])|嘎查|社区(?![居工])|屯(?![垦兵田村镇乡])|林场|农场(?!主)|牧场|团场|开发区|高新区|新区|保税区|工业园区|产业园"
LINK = re.compile(f"((?P<stem>{STEM}{{1,4}}?|[{''.join(sorted(FOREIGN))}]{{5,7}})(?:{SMALL_HEADS}))")
# Stems of kinds of places, which name none: 农|村, 特色小|镇.
KINDS = re.compile(
    "农|城|乡|山|渔|小|古|老|新|旧|美丽|特色|特色小|贫困|贫困小山|行政|自然|中心|重点|文化|生态|旅游|工业|示范|试点|经济|技术|经济技术|高新技术|国家级|民族|渔民|移民|新农|小山|城中|大|家|国营|现代|数字|智慧|奥运|冬奥|亚运|地球|度假|重要|相关|边境|深度|沿海|文明|红色"
)
# A stem behind a verb of place; two characters at least, since 在乡 and 到村 name none.
ANCHORED = re.compile(
    f"(?:位于|来到|走进|前往|地处|坐落在|坐落于|抵达|赶到|赶赴|驻扎在|家住|流经|注入|毗邻|途经|登上|翻越|横跨)({STEM}{{2,5}}?(?:镇(?![长委政党])|乡(?![村亲镇下土里长党政])|村(?![民委里支镇子长庄党])"
    "|水库|水电站|机场|半岛|群岛|山脉|盆地|高原|草原|沙漠|湿地|国家公园|自然保护区|口岸|港区|峡谷|海峡|河(?![口谷流道])|湖(?![北南区泊])|山(?![上下区里顶脚间水东西镇乡村民])|岛(?![国屿上])))"
)
OF_A_BODY = re.compile("公司|集团|学校|大学|医院|(?:农|自然|行政)$")
# Three characters at least that transliterate, none of which is a head itself, before a head of foreign geography. The heads
# that end names of persons too (记者杜恩湖) want a preposition or a joint before.
_LETTERS = "".join([*sorted(FOREIGN - frozenset("岛山石水海江河方广安东南西北中大门台口高平者")), "得"])
_HEADS = "州(?![长政议立际内委州])|省(?![长委政级份会])|邦(?![交联])|郡|大区|群岛|半岛|海峡|山脉|盆地|高原|沙漠|国际机场|机场"
_SHORT_HEADS = "岛(?![国屿])|河(?![口谷流道])|湖(?![北南区泊])|港(?![口区币澳元])|市(?![长民场委政区])|县(?![长委城政])"
ABROAD = re.compile(
    f"(?<![{_LETTERS}·-])([新南北]?[{_LETTERS}]{{3,10}}(?:-[{_LETTERS}]{{2,6}})?(?:{_HEADS}))|(?<=[在到从、和与至往于的])([{_LETTERS}]{{3,8}}(?:{_SHORT_HEADS}))"
)


def longer(text: str, hit: Hit, stop_before: int) -> int:
    """Where a known place ends with the head that follows it: 曼哈顿|岛, 马里兰|州, 大连|港.

    Countries do not go on (中国|港), nor does what has a head already (江苏省|市).
    """
    if hit.entry.kind == "country" or text[hit.stop - 1] in "省市县区州旗盟镇乡村":
        return hit.stop
    match = GOES_ON.match(text, hit.stop)
    return match.end() if match and match.end() <= stop_before else hit.stop


def _is_kind(stem: str) -> bool:
    """Whether a stem says what kind of village it is, or whose: 农|村, 自然|村, 供电公司|社区."""
    return bool(KINDS.fullmatch(stem) or OF_A_BODY.search(stem))


def links(text: str, start: int, stop_before: int) -> Iterator[Span]:
    """The chain of small divisions that begins at `start`: 东湾镇, 田家村 behind 临江县.

    >>> text = "临江县东湾镇田家村村民"
    >>> [text[a:b] for a, b in links(text, 3, len(text))]
    ['东湾镇', '田家村']
    """
    while (match := LINK.match(text, start, stop_before)) and not _is_kind(match["stem"]):
        yield Span(*match.span(1))
        start = match.end()


def anchored_chains(text: str, ends: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Chains behind known places: each place's stop, and how far its chain may reach, to the next known word."""
    for stop, bound in ends:
        yield from links(text, stop, bound)


def anchored(text: str) -> Iterator[Span]:
    """来到|青石岭村, 注入|白马湖, 奥兰德|州."""
    for rule in (ANCHORED, ABROAD):
        for match in rule.finditer(text):
            yield Span(*match.span(match.lastindex or 0))
