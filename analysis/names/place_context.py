"""Whether a word of the gazetteer that has other uses is a place where it stands (安康, 大同, 朝阳, 东方).

Every rule is a small function that looks at one side of the word or at the document. One rule is enough for a guarded word;
an everyday word (和平, 新建) needs one that no turn of phrase can fake. Errs towards silence.
"""

import re
from collections.abc import Sequence

from analysis.names.edges import followers
from analysis.names.gazetteer import EVERYDAY, FREE, GUARDED, Hit

# What stands right behind a place that acts or is described, and behind no other noun.
OFFICES = re.compile(
    "市委|市政府|市人大|市政协|市长|市民|县委|县政府|县长|区委|区政府|区长|州委|州长|地委|行署|专区|军分区|中院|海关|机场|火车站|高铁站|客运站|港区|籍|境内|辖区"
    "|城区|市区|县城|老城|古城|方言|话(?=[，。、])|监狱|站(?=[，。、出至到])|当地|全境|全市|全县"
)
# The same behind a country: 苏丹|总统, 中非|政府.
STATE = re.compile(
    "总统|总理|首相|国王|外长|外交部|政府|国防|武装|军方|军队|快速支援|过渡|境内|首都|北部|南部|西部|东部|中部|人民|民众|驻|籍|议会|国民|全国|难民|共和国"
)
# Prepositions and verbs that take a place. 和 and 与 are left out: they join anything.
PREPOSITIONS = re.compile(
    "(?:在|到|赴|抵|(?<![关对由至等属基鉴便用出处善限低高利])于|抵达|位于|来自|前往|飞往|飞抵|开往|驶往|运往|途经|途径|路过|回到|返回|离开|进入|走进|落户|落地|出生于|家住|籍贯|祖籍|地处|毗邻|坐落于|坐落在|驻|通往|直达|直飞|奔赴|转战|走访|视察|做客|发源于|流经|扎根|定居|迁往|访问|率团访问|远赴|遣返|原籍|来到了|来到|走到|参观|距|距离)$"
)
# Behind 在 and 到 stand many things; these say that the word goes on or names a person, a time or a state.
NO_PLACE_BEHIND = re.compile(
    "同志|先生|女士|教授|医生|老师|时期|时代|时(?!任|常)|年代|环境|条件|状态|过程|方面|看来|之后|以后|问题|文化|思想|的(?:心|手|眼)|中(?=[，。、的])|下(?=[，。、])|与发展|稳定|关系|心中"
)
WISHES = frozenset("您你祝们")
DATELINE_BEFORE = re.compile("(?:新华社|中新社|本报|新华网|人民网|中新网|央视网|本台|[日社报讯电] ?)[（(]?$")
DATELINE_BEHIND = re.compile(r"[ 　]?\d{1,2}月\d{1,2}日|[ 　]?\d{1,2}日[电讯]|[ 　]?电|[ 　]?讯")
JOINTS = re.compile("[、/—-]|[和与及至同到]|以及|、?和")
PARENT_JOINTS = frozenset({"", "的", "（", "省", "·", "，"})


def before_office(text: str, hit: Hit) -> bool:
    """安康|市委, 和田|机场: an office, a part or a people of a place follows."""
    return bool((STATE if hit.entry.kind == "country" else OFFICES).match(text, hit.stop))


def after_preposition(text: str, hit: Hit) -> bool:
    """在|安康…, 前往|大同: a word before it takes a place, and what follows does not speak of a person or a state."""
    before = text[max(0, hit.start - 4) : hit.start]
    return bool(PREPOSITIONS.search(before)) and not is_person_like(text, hit)


def is_person_like(text: str, hit: Hit) -> bool:
    """高平|说, 高平|同志, 祝您|安康: what stands beside speaks of a person, a time or a state."""
    if NO_PLACE_BEHIND.match(text, hit.stop) or text[hit.start - 1 : hit.start] in WISHES:
        return True
    stop = followers().at(text, hit.stop)
    return bool(stop) and text[hit.stop : stop] in SPEECH


# Verbs that a person does and a place does not. 举行, 召开 and 建成 follow places too.
SPEECH = frozenset("表示 指出 强调 介绍 说道 认为 告诉 坦言 回忆 感慨 主持 出席 陪同 会见 担任 同志".split())


def in_dateline(text: str, hit: Hit) -> bool:
    """新华社|安康|1月2日电, 本报|大同|讯."""
    before = text[max(0, hit.start - 4) : hit.start]
    return bool(DATELINE_BEFORE.search(before)) and bool(DATELINE_BEHIND.match(text, hit.stop))


def is_home(hit: Hit, other: Hit) -> bool:
    """Whether a division bearing the word lies in one that the other hit may be, or a place in its country: 安康 in 陕西."""
    if other.entry.kind == "country":
        return hit.entry.home == other.entry.entity
    return any(inner.lies_in(outer) for inner in hit.entry.divisions for outer in other.entry.divisions)


def beside_home(text: str, before: Hit | None, hit: Hit) -> bool:
    """陕西|安康, 陕西省|的|安康: the division that it lies in stands right before it."""
    return before is not None and text[before.stop : hit.start] in PARENT_JOINTS and is_home(hit, before)


def are_listed(text: str, first: Hit, second: Hit) -> bool:
    """西安|、|安康, 西安|至|安康: nothing but a joint between two places."""
    between = text[first.stop : second.start]
    return 0 < len(between) <= 2 and JOINTS.fullmatch(between) is not None


def by_itself(text: str, before: Hit | None, hit: Hit) -> bool:
    """Whether what stands around a word makes it a place, other places in lists aside."""
    if hit.entry.guard == FREE:
        return True
    if beside_home(text, before, hit) or in_dateline(text, hit) or before_office(text, hit):
        return True
    return hit.entry.guard == GUARDED and after_preposition(text, hit)


def in_full(hits: Sequence[Hit], text: str) -> set[str]:
    """The divisions that the text names in full: where it says 安康市, 安康 is that city."""
    words = ((text[hit.start : hit.stop], hit.entry) for hit in hits if hit.entry.kind == "division")
    return {word for word, entry in words if entry.guard == FREE and word == entry.entity}


def named_in_full(hit: Hit, full: set[str]) -> bool:
    """Whether the text has the full name of a division bearing the word."""
    return any(division.name in full for division in hit.entry.divisions)


def areas_named(places: Sequence[Hit]) -> frozenset[str]:
    """The provinces and prefectures that a text names without doubt, by what the codes in them begin with."""
    sure = (hit.entry.divisions[0] for hit in places if len(hit.entry.divisions) == 1 and hit.entry.guard == FREE)
    return frozenset(division.area for division in sure if division.area)


def meant(hit: Hit, before: Hit | None, areas: frozenset[str]) -> str:
    """The full name that a place stands for: of divisions sharing a word, the one that lies in a place named with it.

    The place right before it decides, then those of the whole text: 北京|朝阳 is 朝阳区, and 辽宁|朝阳 is 朝阳市.
    """
    shared = hit.entry.divisions
    if len(shared) < 2:
        return hit.entry.entity
    near = before.entry.divisions if before else ()
    inside = [inner for inner in shared if any(inner.lies_in(outer) for outer in near)]
    inside += [inner for inner in shared if {inner.code[:2], inner.code[:4] if inner.level == "county" else ""} & areas]
    return inside[0].name if inside else hit.entry.entity


def places_among(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are places here, in text order.

    >>> from analysis.names.gazetteer import find_hits
    >>> text = "西安、安康两市的市民祝您安康，在大同求大同"
    >>> [text[h.start : h.stop] for h in places_among(text, find_hits(text))]
    ['西安', '安康', '大同']
    """
    places = [hit for hit in hits if hit.is_place]
    full = in_full(places, text)
    sure = [by_itself(text, places[i - 1] if i else None, hit) for i, hit in enumerate(places)]
    sure = [
        yes or (named_in_full(hit, full) and (hit.entry.guard < EVERYDAY or not is_person_like(text, hit)))
        for yes, hit in zip(sure, places, strict=True)
    ]
    for i in (*range(1, len(places)), *range(len(places) - 2, -1, -1)):  # lists teach rightwards, then leftwards
        for j in (i - 1, i + 1):
            if 0 <= j < len(places) and sure[j] and not sure[i]:
                first, second = places[min(i, j)], places[max(i, j)]
                sure[i] = are_listed(text, first, second) and not is_person_like(text, places[i])
    taught = {
        text[hit.start : hit.stop] for hit, yes in zip(places, sure, strict=True) if yes and hit.entry.guard == GUARDED
    }
    return [
        hit
        for hit, yes in zip(places, sure, strict=True)
        if yes or (text[hit.start : hit.stop] in taught and not is_person_like(text, hit))
    ]
