"""The rank of a post: its step on the ladder of Chinese cadres, by rules that have a source.

It is the rank of the post, not of its holder: a minister who sits in the Politburo has one row of 正部级 and one of 副国级.
Nothing is said of foreign, international and military posts, of companies, of village posts, nor where a post may stand at
either of two levels (the heads of a province's organisation department, executive vice-ministers, secretaries-general).

Add a rule: one function below, one line in RULES with its source, cases in tests/cases/rank.txt.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from analysis.names.registry import registry
from analysis.officials.bodies.body import RANKS, Body
from analysis.officials.bodies.canonical_body import canonical, check_day, check_text

LADDER = (
    "Civil Servant Law of 2018, article 18; Regulations on posts and ranks of civil servants of 2019, articles 6 to 8"
)
# Which posts stand on which step; the same in all four: heads of ministries and provinces 正部, their deputies, heads of bureaus
# under ministries and of the fifteen cities 副部, heads of provincial departments and of cities 正厅, and so on downwards.
POSTS = (
    "Lists of posts by step: Wikipedia, 高级干部; 公务员职务级别 after article 16 of the Civil Servant Law of 2005 (19 September 2018); 副厅级 and"
    " 县处级正职 in public encyclopedias; courts: heads rank with the deputies of the government beside them"
)
LEADERS_LIST = "Xinhua’s page of leaders of the Party and the state, after Wikipedia, 党和国家领导人 and 高级干部"
UNIVERSITIES = "Public list of July 2021 of the 31 universities; Wikipedia, 党委书记和校长列入中央管理的高校: all other posts there as elsewhere"
# Ranks without a post (职级) and, until June 2019, non-leading posts (非领导职务), with the level of the leading post beside them.
JOB_RANKS = {
    "一级巡视员": 5, "二级巡视员": 6, "一级调研员": 7, "二级调研员": 7, "三级调研员": 8, "四级调研员": 8,
    "一级主任科员": 9, "二级主任科员": 9, "三级主任科员": 10, "四级主任科员": 10,
    "巡视员": 5, "副巡视员": 6, "调研员": 7, "副调研员": 8, "主任科员": 9, "副主任科员": 10,
}  # fmt: skip
# Leaders of the Party and the state, by body and title.
LEADERS = {
    ("中国共产党中央委员会", "总书记"): 1, ("中共中央政治局", "常委"): 1, ("中共中央政治局常务委员会", "委员"): 1, ("中共中央政治局", "委员"): 2,
    ("中共中央书记处", "书记"): 2, ("中华人民共和国", "国家主席"): 1, ("中华人民共和国", "主席"): 1, ("国务院", "总理"): 1, ("国务院", "副总理"): 2, ("国务院", "国务委员"): 2,
    ("全国人民代表大会常务委员会", "委员长"): 1, ("全国人民代表大会常务委员会", "副委员长"): 2, ("中国人民政治协商会议全国委员会", "主席"): 1,
    ("中国人民政治协商会议全国委员会", "副主席"): 2, ("中华人民共和国中央军事委员会", "主席"): 1, ("最高人民法院", "院长"): 2, ("最高人民检察院", "检察长"): 2,
    ("国家监察委员会", "主任"): 2, ("中国共产党中央纪律检查委员会", "书记"): 2, ("中华人民共和国", "国家副主席"): 2, ("中华人民共和国", "副主席"): 2,
    ("中华人民共和国中央军事委员会", "副主席"): 2,
}  # fmt: skip
# What the first head of a body is called, by the end of the body's name; the first line that fits decides.
HEADS = (
    (re.compile("^中共.{2,}?委员会$|纪律检查委员会"), "书记|第一书记"),
    (re.compile("人民政府$|行政公署$"), "省长|市长|县长|区长|州长|盟长|旗长|乡长|镇长|专员|主席"),
    (re.compile("人民代表大会常务委员会$"), "主任"),
    (re.compile("^中国人民政治协商会议.+委员会$"), "主席"),
    (re.compile("^中国共产主义青年团(?!中央).{2,}委员会$"), "书记"),
    (re.compile("法院$"), "院长"),
    (re.compile("检察院$"), "检察长"),
    (re.compile("监督管理委员会$"), "主任|主席"),
    (re.compile("^全国人民代表大会.+委员会$"), "主任委员|主任"),
    (re.compile("委员会$|办公厅$|办公室$|室$|中心$"), "主任"),
    (re.compile("部$"), "部长"),
    (re.compile("^审计署$"), "审计长"),
    (re.compile("署$"), "署长"),
    (re.compile("行$"), "行长"),
    (re.compile("局$"), "局长"),
    (re.compile("厅$"), "厅长"),
    (re.compile("司$"), "司长"),
    (re.compile("处$"), "处长|主任"),
    (re.compile("科$"), "科长"),
    (re.compile("社$"), "社长"),
    (re.compile("台$"), "台长"),
    (re.compile("大学$"), "校长"),
    (re.compile("院$"), "院长"),
    (re.compile("工会$|联合会$"), "主席"),
    (re.compile("协会$|总会$"), "主席|会长"),
)  # fmt: skip
PARTY_GROUP = re.compile("(?:党组|党委)书记$")
# Departments whose head sits in the standing committee of the division, and others where the executive deputy is half a step up.
OF_THE_COMMITTEE = re.compile("^中共.+委(?:组织部|宣传部|统一战线工作部|政法委员会|党校)$")
# Committees whose vice-chairs have mostly been heads of ministries or provinces before, and keep that rank.
IN_ASSEMBLY = re.compile("全国人民代表大会|中国人民政治协商会议全国委员会")
UNRANKED_SYSTEMS = frozenset({"外国", "国际", "军", "企业", "民主党派", ""})
RANKED_CLASSES = frozenset({"", "official"})


class Ranked(NamedTuple):
    """A rank and the rule that gave it; both '' where no rule decides."""

    rank: str
    rule: str


class Rule(NamedTuple):
    """A way to the level of a post: from the title and the body, or None."""

    name: str
    source: str
    level: Callable[[str, Body], int | None]


def job_rank(title: str, body: Body) -> int | None:
    """一级巡视员: the title is itself a step of the ladder."""
    return JOB_RANKS.get(title)


def leader(title: str, body: Body) -> int | None:
    """国务委员, 最高人民法院院长: leaders of the Party and the state."""
    return LEADERS.get((body.name, title))


def standing_member(title: str, body: Body) -> int | None:
    """省委常委: ranks with the deputies of the committee."""
    local = body.level and body.area_code and re.match("中共.{2,}?(?<!纪律检查)委员会$", body.name)
    return _below(body.level) if local and title == "常委" else None


def central_university(title: str, body: Body) -> int | None:
    """党委书记 and 校长 of the 31 universities whose two heads the centre appoints; all else there as elsewhere."""
    return 4 if title in {"党委书记", "校长"} and body.body_id in _central_universities() else None


def head(title: str, body: Body) -> int | None:
    """部长, 省委书记, 党组书记: the first head has the level of the body."""
    if OF_THE_COMMITTEE.search(body.name):
        return None
    party = PARTY_GROUP.fullmatch(title) and not body.name.startswith(("中共", "中国共产党"))
    return body.level if body.level != 1 and (party or _is_head(title, body)) else None


def deputy(title: str, body: Body) -> int | None:
    """副部长, 省委副书记: one level below the head; the executive deputy of a government too."""
    if body.level is None or body.level < 3 or (IN_ASSEMBLY.match(body.parent) and not body.area_code):
        return None
    executive = title.removeprefix("常务副")
    if executive != title:
        return _below(body.level) if "人民政府" in body.name and _is_head(executive, body) else None
    bare = title.removeprefix("副")
    return _below(body.level) if bare != title and _is_head(bare, body) else None


def _below(level: int | None) -> int | None:
    return level + 1 if level and level < len(RANKS) else None


def _is_head(title: str, body: Body) -> bool:
    heads = next((heads for end, heads in HEADS if end.search(body.name)), "")
    return title in heads.split("|")


@lru_cache(maxsize=1)
def _central_universities() -> frozenset[str]:
    return frozenset(e.body_id for entries in registry().values() for e in entries if e.kind == "中管高校")


RULES = (
    Rule("job rank", LADDER, job_rank),
    Rule("leader", LEADERS_LIST, leader),
    Rule("standing member", POSTS, standing_member),
    Rule("central university", UNIVERSITIES, central_university),
    Rule("head", POSTS, head),
    Rule("deputy", POSTS, deputy),
)


def rank_of(title: str, body_full: str, day: str = "", official_class: str = "official") -> Ranked:
    """The rank of a post, 正国级 to 副科级, and the rule that gave it.

    Parameters
    ----------
    title : str
        With its grade: 副部长, 党组书记.
    body_full : str
        The body in full, as in `tables.OFFICIALS`; '' if it is not known.
    day : str
        ISO day of the text.
    official_class : str
        As in `tables.OFFICIALS`; executives, foreigners and the like have no rank.

    >>> rank_of("副部长", "水利部"), rank_of("县长", "临澧县人民政府").rank, rank_of("副市长", "深圳市人民政府").rank
    (Ranked(rank='副部级', rule='deputy'), '正处级', '正厅级')
    >>> rank_of("校长", "北京大学").rank, rank_of("副校长", "北京大学").rank, rank_of("总统", "法国")
    ('副部级', '副厅级', Ranked(rank='', rule=''))
    """
    for name, value in (("title", title), ("body_full", body_full), ("official_class", official_class)):
        check_text(name, value)
    check_day(day)
    return ranked(title, canonical(body_full, day) if body_full else Body(), official_class)


def ranked(title: str, body: Body, official_class: str) -> Ranked:
    """The same as `rank_of` for a body that is known already."""
    return _rank(title, body) if official_class in RANKED_CLASSES else Ranked("", "")


@lru_cache(maxsize=1 << 15)
def _rank(title: str, body: Body) -> Ranked:
    known = RULES if body.system not in UNRANKED_SYSTEMS else RULES[:2]
    for rule in known:
        level = rule.level(title, body)
        if level:
            return Ranked(RANKS[level - 1], rule.name)
    return Ranked("", "")
