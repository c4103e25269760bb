"""Which body a title without its own belongs to: chain, block, host, never knowledge of the world (officials.md 5).

The order of sources is: the previous position of the same holder, the first position of the holder before, what the title
itself tells (国务委员), the bodies of the document so far and of its title, the regions it names.
"""

import re
from collections import deque
from collections.abc import Sequence
from functools import cached_property

from analysis.document import Document
from analysis.names.bodies import known, registry
from analysis.names.persons import Name
from analysis.names.places import country_at, divisions, region_at
from analysis.names.words import Words
from analysis.officials.blocks import is_foreign
from analysis.officials.canonical import DEPARTMENTS, full_name, government, is_relative, leading_region
from analysis.officials.chain import Position
from analysis.officials.regions import LEVEL_OF, Regions

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
OFFICE_OF_A_PLACE = re.compile("[一-鿿]{2,6}[局厅]$")  # 公安局 of the city whose committee its head belongs to
SUB_BODIES = re.compile(
    "^(?:组织部|宣传部|统战部|政法委|办公厅|办公室|纪委|审判委员会|检察委员会|书记处|常委会|主席团|陆军|海军|空军"
    "|(?!省|市|县|区|州|盟|旗|自治)[一-鿿]{1,10}(?:[处科室庭]|(?<!公)司))$"
)


class Resolver:
    """Resolves the bodies of one document, called for its positions in text order."""

    def __init__(self, document: Document, words: Words, lead: Sequence[str] = ()) -> None:
        self._document, self._regions, self._lead = document, Regions(document, words), lead
        self._day = document.date.date().isoformat() if document.date else ""
        self._seen: deque[str] = deque(
            maxlen=200
        )  # bodies shown last; a roster of thousands must not be searched whole
        self._held: dict[tuple[str, str], str] = {}
        self._parent: dict[str, str] = {}

    def resolve(self, position: Position, own: list[str], beside: str, holder: Name) -> str:
        """The full body of a position, or ''.

        `own` are the resolved bodies of the positions before it in its chain; `beside` is the first body of the holder
        before it in the sentence; the `holder` may have been named with the same title elsewhere in the document.
        """
        person = holder.person
        body = "" if position.body or own else self._held.get((person, position.head), "")
        body = body or self._resolve(position, own, beside, holder.shape in {"foreign", "parted"})
        if body:
            self._seen.append(body)
            self._held.setdefault((person, position.head), body)
        elif position.body:
            self._seen.append(f"?{position.body}")  # a body that the document knows and we do not
        return body

    def learn(self, person: str, position: Position) -> None:
        """Remember that the document gives this person this post in a body written beside it."""
        if position.body and not is_relative(position.body):
            self._held.setdefault(
                (person, position.head), self._with_title(full_name(position.body, self._day), position)
            )

    def _resolve(self, position: Position, own: list[str], beside: str, is_foreign_name: bool) -> str:
        if position.body:
            return self._with_title(self._written(position, own, beside), position, is_foreign_name)
        area = next((level for head, level in AREA_HEADS.items() if position.head == head), "")
        previous = own[-1] if own else ""
        if area:
            return self._area(area, previous or beside)
        fixed = FIXED.get(position.title) or FIXED.get(position.head)
        if fixed and not is_foreign_name and not self._country(previous or beside):
            return fixed
        if previous:
            return self._within(previous, position)
        if position.head in HEAD_OF_STATE:
            return self._country(beside)
        if position.title == "主席" and not beside:
            return "" if self._chaired else "中华人民共和国"
        if beside and self._fits(position, beside):
            return self._within(beside, position)
        return self._host(position)

    def _host(self, position: Position) -> str:
        """The body that the heading names, or the only one of the right kind that the document has shown so far."""
        named = next((body for body in self._named if self._fits(position, body)), "")
        if OF_ANY_BODY.search(position.head):
            return named
        if not named and not self._is_ours_a_school:
            named = next((body for body in self._lead if self._fits(position, body)), "")
        shown = {body for body in self._seen if self._fits(position, body.lstrip("?"))}
        host = shown.pop() if len(shown) == 1 else "" if shown else named
        return "" if host.startswith("?") or is_foreign(host) else host

    def _written(self, position: Position, own: list[str], beside: str) -> str:
        """The full name of a body that is written before its title."""
        body = position.body
        abroad = next((country for parent in own[-1:] if (country := self._country(parent))), "")
        if abroad and SUB_BODIES.match(body):
            return abroad + body
        committee = self._of_assembly(body, beside)
        if committee:
            return committee
        if own and is_foreign(own[-1]) and not is_relative(body):
            return body
        if not is_relative(body):
            if SUB_BODIES.match(body) and not known().at(body, 0):
                return self._below(body, own, beside) or full_name(body, self._day)
            if OFFICE_OF_A_PLACE.match(body) and not known().at(body, 0):
                place = region_at((own[-1] if own else beside).removeprefix("中共"))
                return place.written + body if place else body
            return full_name(body, self._day)
        parents = [*own[::-1], beside, *(host for host in self._hosts if host[0] != "?")]
        if SUB_BODIES.match(body):
            return self._below(body, own, beside)
        if body in {"政府", "内阁", "议会"}:
            country = next((c for parent in parents if (c := self._country(parent))), "")
            return country + body if country else self._of_region(body)
        return self._of_kind(body, parents) or self._of_region(body)

    def _of_assembly(self, body: str, beside: str) -> str:
        """宪法法律委 beside a committee of the National People's Congress is another one of it."""
        for full, short in (("全国人民代表大会", "全国人大"), ("中国人民政治协商会议全国", "全国政协")):
            if beside.startswith(full) and short + body in registry():
                return full_name(short + body, self._day)
        return ""

    def _below(self, body: str, own: list[str], beside: str) -> str:
        """A department of the body before it: 书记处 of the Central Committee, 组织部 of a provincial committee."""
        parent = own[-1] if own else beside
        if not parent and body[-1] in "司局厅":
            parent = next(
                (seen for seen in reversed(self._seen) if seen in registry() and seen[-1] in "部署行会局"), ""
            )
        if body == "书记处" and (not parent or parent.startswith(("中共中央", "中国共产党中央"))):
            return "中共中央书记处"
        if not parent:
            return ""
        if re.match("中共.+[省市县区州旗盟]委员会$", parent):
            return parent.removesuffix("员会") + DEPARTMENTS.get(body, body)
        region = region_at(parent)
        if region and region.written.endswith("特别行政区"):
            return f"{region.written}政府{body}"
        if region and parent[-1] == body[-1] and parent not in self._parent:
            parent = region.written
        if parent[-1] == body[-1] or (body[-1] in "司厅" and parent[-1] in "司厅局处"):
            parent = self._parent.get(parent, parent)  # a sister of the department before it, not a part of it
        self._parent[parent + body] = parent
        return parent if parent.endswith(body) else parent + body

    def _of_kind(self, body: str, parents: list[str]) -> str:
        """部 -> the ministry that the document speaks of; 集团, 学校 likewise."""
        kind = body.lstrip("我本该")
        kind = {"学校": "学", "校": "学", "委": "委员会", "公司": "公司"}.get(kind, kind)
        if len(kind) > 3 or kind in LEVEL_OF:
            return ""
        return next(
            (
                p
                for p in parents
                if p.endswith(kind)
                and not p.startswith(("中共", "?"))
                and not (kind == "学" and self._is_ours_a_school)
            ),
            "",
        ) or self._led(kind)

    def _led(self, kind: str) -> str:
        """学校, 医院, 公司: of the one such body that the text opens with; not where the page is a school's own."""
        wanted = {
            "学": "大学|学院|学校|中学|小学",
            "公司": "公司|集团",
            "集团": "集团|公司",
            "院": "医院|学院|研究院",
            "医院": "医院",
        }
        rule = wanted.get(kind)
        if rule is None or (kind == "学" and self._is_ours_a_school):
            return ""
        return next((body for body in self._lead if re.search(f"(?:{rule})$", body)), "")

    @property
    def _is_ours_a_school(self) -> bool:
        """Whether the page is a school's own, so that 校 is the publisher and not a school it writes about."""
        return bool(re.search("[我本]校", f"{self._document.title}{self._document.text}"))

    def _of_region(self, body: str) -> str:
        """省委, 市政府, 县公安局: of the province, city or county that the document names."""
        body = body.lstrip("我本该")
        level = next((name for name in ("自治区", "地区", *LEVEL_OF) if body.startswith(name)), "")
        place = self._regions.place(level) if level else ""
        if not place:
            return ""
        rest = body[len(level) :]
        return full_name(place + rest) if rest else place

    def _with_title(self, body: str, position: Position, is_foreign_name: bool = False) -> str:
        """What the title adds: 河北省|省长 is its government, 中国驻越南|大使 its embassy."""
        if position.head in AREA_HEADS and (
            divisions().get(body) or (self._is_area(body, position) and not is_foreign_name)
        ):
            return government(body)
        if position.head == "主席" and body.endswith("自治区"):
            return government(body)
        if position.head in {"省长", "市长", "县长", "区长"} and region_at(body) and region_at(body).stop == len(body):  # type: ignore[union-attr]
            return government(body)
        if position.head in MINISTRY_OF and country_at(body) and country_at(body)[1] == len(body):  # type: ignore[index]
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

    def _is_area(self, body: str, position: Position) -> bool:
        """Whether a place that no list has is one of ours by its looks: 云河市|市长, not 沙特利雅得省|省长."""
        level = AREA_HEADS[position.head]
        return body.endswith(level) and level != "州" and len(body) <= 5 and not country_at(body)

    def _within(self, previous: str, position: Position) -> str:
        """A further title of the same holder."""
        country = self._country(previous)
        if country and position.head in HEAD_OF_STATE:
            return country
        if country and position.head in MINISTRY_OF:
            return country + MINISTRY_OF[position.head]
        if position.head == "主席" and re.match("中共.*自治区委员会$", previous):
            return government(previous.removeprefix("中共").removesuffix("委员会"))
        return previous

    def _area(self, level: str, previous: str) -> str:
        place = leading_region(previous)
        region = region_at(place)
        if region and level == "省" and region.divisions[0].level == "province":
            return government(region.divisions[0].name)
        if place and level != "省":
            return government(place)
        here = self._regions.place(level)
        return government(here) if here else ""

    def _fits(self, position: Position, body: str) -> bool:
        if self._country(body) and position.official_class != "foreign" and position.head not in {"部长", "局长"}:
            return position.head in HEAD_OF_STATE
        rule = ADMITS.get(position.head)
        if rule:
            return bool(re.search(rule, body))
        return bool(OF_ANY_BODY.search(position.head)) and not divisions().get(body)

    def _country(self, body: str) -> str:
        found = country_at(body) if body else None
        return body[: found[1]] if found else ""

    @property
    def _chaired(self) -> bool:
        """Whether another body of the country has a 主席 in this document, so that a bare 主席 could be of it."""
        return any(
            head == "主席" and body != "中华人民共和国" and not is_foreign(body)
            for (_, head), body in self._held.items()
        )

    @property
    def _hosts(self) -> list[str]:
        """Bodies that the document has shown, nearest first, then those of its title and its source."""
        return [*reversed(self._seen), *self._named]

    @cached_property
    def _named(self) -> list[str]:
        """Bodies in the title and in the first sentence."""
        first = re.split("[。\n]", self._document.text.lstrip(), maxsplit=1)[0]
        head = f"{self._document.title}\n{first[:120]}"
        spans = known().find(head)
        return [full_name(head[a:b], self._day) for a, b in spans if head[a:b] in registry()]
