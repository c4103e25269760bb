"""Which body is meant: one record for all the ways to write it, as it was on a day. All other modules here serve this."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from analysis.errors import AnalysisError
from analysis.names.places import region_at
from analysis.names.registry import Entry, entry_of, era, successors
from analysis.officials.bodies.abroad import FOREIGN, foreign_body
from analysis.officials.bodies.areas import area_at
from analysis.officials.bodies.body import PREFIXES, Body, digits
from analysis.officials.bodies.departments import level_inside
from analysis.officials.bodies.full_names import STATIONED, full_name
from analysis.officials.bodies.local import OPENERS, local_body

# What the last words of a body say of its system, where nothing else does.
ENDINGS = (
    ("国际", re.compile("^(?:国际|世界|亚洲|欧洲|非洲|联合国|欧盟|北约).{2,}(?:联合会|联盟|组织|理事会|委员会|协会|大会|机构|基金|银行|中心|议会)$")),
    ("企业", re.compile("公司|集团$|银行$|支行$|分行$|企业$|厂$|证券$|保险$|合作社$")),
    ("高校", re.compile("(?:大学|学院|专科学校)$")),
    ("群团", re.compile("(?:协会|学会|商会|联合会|基金会|促进会|联谊会|研究会|总会|工会)$")),
    ("国际", re.compile("..(?:组织|联盟)$")),
    ("事业", re.compile("(?:医院|卫生院|学校|中学|小学|幼儿园|研究院|研究所|科学院|中心|报社|杂志社|出版社|通讯社|电视台|电台|总台|博物馆|博物院|图书馆|纪念馆|档案馆|剧院|实验室)$")),
    ("军", re.compile("^武警|(?:军区|部队|舰队|集团军|[0-9一二三四五六七八九十][师旅团营连])$")),
)  # fmt: skip
DAY = re.compile("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
FIRST_DAY = "-01-01"  # what a month or a year lacks
STATE = Body("中华人民共和国", "gov-zhonghuarenmingongheguo", "", "政", 1)
CENTRAL_DISCIPLINE = "中共中央纪律检查委员会国家监察委员会"
# Bodies of the registry that belong to an area by law and bear its name.
OF_AN_AREA = frozenset({"港澳机构", "专门法院"})


def canonical(body: str, day: str = "") -> Body:
    """The body that is meant, as it was on a day.

    Parameters
    ----------
    body : str
        As written, or in full: 国家发改委, 湖南省委组织部, 俄罗斯外交部.
    day : str
        ISO day of the text (a year or a month is its first day); '' for today. Of bodies that shared a short form the one in
        force then is meant; a full name keeps its body on any day, since texts speak of bodies that are no more.

    Returns
    -------
    Body
        From the registry, or by rule: bodies of places, of other countries, parts of known bodies, and what the last words
        tell. `name` is '' for a body that is named only by what it is in its place (省委, 部).

    Raises
    ------
    AnalysisError
        If the body is no text, or the day is none.

    >>> canonical("国家计委", "1997-05-01").name, canonical("国家计委", "2002-05-01").name
    ('国家计划委员会', '国家发展计划委员会')
    >>> canonical("文化部", "2017-01-01").successor, canonical("文化部").body_id == canonical("文旅部").body_id
    ('文化和旅游部', False)
    >>> organ = canonical("湖南省委组织部")
    >>> organ.name, organ.system, organ.level, organ.area_code, organ.parent
    ('中共湖南省委组织部', '党', 5, '430000', '中共湖南省委员会')
    >>> canonical("省委")
    Body(name='', body_id='', successor='', system='', level=None, area_code='', parent='')
    """
    check_text("body", body)
    check_day(day)
    return _canonical(body, era(day))


def check_text(name: str, value: object) -> None:
    """Raise AnalysisError if a value is no text."""
    if not isinstance(value, str):
        raise AnalysisError(f"{name}={value!r} is not allowed; give a text, '' for none.")


def check_day(day: object) -> None:
    """Raise AnalysisError if a value is neither a day, a month or a year of the calendar, nor empty."""
    if day == "":
        return
    try:
        if isinstance(day, str) and DAY.fullmatch(day):
            date.fromisoformat(day + FIRST_DAY[len(day) - len("2023") :])
            return
    except ValueError:  # 2023-02-30
        pass
    raise AnalysisError(f"day={day!r} is not a day like 2023-03-16, a month like 2023-03 or a year like 2023.")


@lru_cache(maxsize=1 << 15)  # a year of national news names about 5,000 bodies
def _canonical(body: str, day: str) -> Body:
    name = full_name(body, day)
    return _described(name, day) if name else Body()


def _described(name: str, day: str) -> Body:
    entry = entry_of(name, day)
    if entry:
        return _registered(entry)
    if name in {STATE.name, "中国"}:
        return replace(STATE, name=name)
    if STATIONED.search(name):
        return _by_words(name, "党", CENTRAL_DISCIPLINE if name.startswith("中央") else "")
    if OPENERS.match(name):  # 中共|湖南省委员会: of the place, not a part of the whole
        return _of_a_place(name) or _part(name, day) or _by_words(name)
    return foreign_body(name) or _part(name, day) or _of_a_place(name) or _by_words(name)


def _registered(entry: Entry) -> Body:
    area = region_at(entry.name) if entry.kind in OF_AN_AREA else None
    return Body(
        entry.name,
        entry.body_id,
        "|".join(heir.name for heir in successors(entry) if (heir.name, heir.body_id) != (entry.name, entry.body_id)),
        FOREIGN if entry.kind == "外国机构" else entry.system,
        int(entry.level) if entry.level else None,
        area.divisions[0].code if area else "",
        entry.parent,
    )


def _of_a_place(name: str) -> Body | None:
    """An organ of a place; a school, a firm or a house that only bears the name of its place is none."""
    return None if any(ending.search(name) for _, ending in ENDINGS[:3]) else local_body(name)


def _part(name: str, day: str) -> Body | None:
    """A part of a body that the registry has in full: 水利部|水文司."""
    for stop in range(len(name) - 1, 2, -1):
        entry = entry_of(name[:stop], day)
        if entry and entry.system != "国际" and not name.startswith("驻", stop):
            whole, words = _registered(entry), name[stop:]
            level = level_inside(words, whole.level) if whole.system not in {"企业", "军", "民主党派"} else None
            area = area_at(words)  # 国家税务总局|湖南省税务局
            code = area.code if area else whole.area_code
            return Body(name, f"{whole.body_id}-{digits(words)}", "", whole.system, level, code, whole.name)
    return None


def _by_words(name: str, system: str = "", parent: str = "") -> Body:
    system = system or next((system for system, ending in ENDINGS if ending.search(name)), "")
    return Body(name, f"{PREFIXES[system]}-{digits(name, 8)}", "", system, None, "", parent)
