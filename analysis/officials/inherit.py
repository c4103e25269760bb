"""Which body a title without its own belongs to: chain, block, host, never knowledge of the world (officials.md 5).

The order of sources is: the previous position of the same holder, the first position of the holder before, what the title
itself tells (国务委员), the bodies of the document so far and of its title, the regions it names.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from functools import cached_property

from analysis.document import Document
from analysis.names.bodies import known, registry
from analysis.names.persons import Name
from analysis.names.places import region_at
from analysis.names.posts import Post
from analysis.names.registered import registered
from analysis.names.words import Words
from analysis.officials.blocks import is_foreign
from analysis.officials.canonical import DEPARTMENTS, full_name, government, is_relative, leading_region
from analysis.officials.chain import Position
from analysis.officials.fitting import (
    AREA_HEADS,
    FIXED,
    HEAD_OF_STATE,
    OF_ANY_BODY,
    country_of,
    fits,
    with_title,
    within,
)
from analysis.officials.regions import LEVEL_OF, Regions
from analysis.officials.special_regions import SpecialRegions

OFFICE_OF_A_PLACE = re.compile("[一-鿿]{2,6}[局厅]$")  # 公安局 of the city whose committee its head belongs to
SUB_BODIES = re.compile(
    "^(?:组织部|宣传部|统战部|政法委|办公厅|办公室|纪委|审判委员会|检察委员会|书记处|常委会|主席团|陆军|海军|空军"
    "|(?!省|市|县|区|州|盟|旗|自治)[一-鿿]{1,10}(?:[处科室庭]|(?<!公)司))$"
)


class Resolver:
    """Resolves the bodies of one document, called for its positions in text order."""

    def __init__(
        self,
        document: Document,
        words: Words,
        posts: Sequence[Post] = (),
        lead: Sequence[str] = (),
        own: Mapping[str, str] | None = None,
    ) -> None:
        self._document, self._lead, self._own = document, lead, own or {}
        self._regions = Regions(document, words, posts)
        self._special = SpecialRegions(document)
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
        body = body or self._special.body(position) if not own or position.body else body
        body = body or self._resolve(position, own, beside, holder.shape in {"foreign", "parted"})
        if body:
            self._seen.append(body)
            self._held.setdefault((person, position.head), body)
        elif position.body:
            self._seen.append(f"?{position.body}")  # a body that the document knows and we do not
        return body

    def learn(self, person: str, position: Position) -> None:
        """Remember that the document gives this person this post in a body written beside it."""
        if position.body in self._own or (position.body and not is_relative(position.body)):
            self._held.setdefault((person, position.head), with_title(self._full(position.body), position))

    def _full(self, body: str) -> str:
        """The full name of a body, or of the body of a user's lexicon that it begins with and of what is behind it."""
        for stop in range(len(body), 1, -1) if self._own else ():
            if body[:stop] in self._own:
                return self._own[body[:stop]] + body[stop:]
        return full_name(body, self._day)

    def _resolve(self, position: Position, own: list[str], beside: str, is_foreign_name: bool) -> str:
        if position.body:
            return with_title(self._written(position, own, beside), position, is_foreign_name)
        area = next((level for head, level in AREA_HEADS.items() if position.head == head), "")
        previous = own[-1] if own else ""
        if area:
            return self._area(area, previous or beside)
        fixed = FIXED.get(position.title) or FIXED.get(position.head)
        if fixed and not is_foreign_name and not country_of(previous or beside):
            return fixed
        if previous:
            return within(previous, position)
        if position.head in HEAD_OF_STATE:
            return country_of(beside)
        if position.title == "主席" and not beside:
            return "" if self._chaired else "中华人民共和国"
        if beside and fits(position, beside):
            return within(beside, position)
        return self._host(position)

    def _host(self, position: Position) -> str:
        """The body that the heading names, or the only one of the right kind that the document has shown so far."""
        named = next((body for body in self._named if fits(position, body)), "")
        if OF_ANY_BODY.search(position.head):
            return named
        if not named and not self._is_ours_a_school:
            named = next((body for body in self._lead if fits(position, body)), "")
        shown = {body for body in self._seen if fits(position, body.lstrip("?"))}
        host = shown.pop() if len(shown) == 1 else "" if shown else named
        return "" if host.startswith("?") or is_foreign(host) else host

    def _written(self, position: Position, own: list[str], beside: str) -> str:
        """The full name of a body that is written before its title."""
        body = position.body
        if body in self._own:
            return self._full(body)
        abroad = next((country for parent in own[-1:] if (country := country_of(parent))), "")
        if abroad and SUB_BODIES.match(body):
            return abroad + body
        committee = self._of_assembly(body, beside)
        if committee:
            return committee
        if own and is_foreign(own[-1]) and not is_relative(body):
            return body
        if not is_relative(body):
            if SUB_BODIES.match(body) and not known().at(body, 0):
                return self._below(body, own, beside) or self._full(body)
            if OFFICE_OF_A_PLACE.match(body) and not known().at(body, 0):
                place = region_at((own[-1] if own else beside).removeprefix("中共"))
                return place.written + body if place else body
            return self._full(body)
        parents = [*own[::-1], beside, *(host for host in self._hosts if host[0] != "?")]
        if SUB_BODIES.match(body):
            return self._below(body, own, beside)
        if body in {"政府", "内阁", "议会"}:
            country = next((c for parent in parents if (c := country_of(parent))), "")
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

    def _area(self, level: str, previous: str) -> str:
        place = leading_region(previous)
        region = region_at(place)
        if region and level == "省" and region.divisions[0].level == "province":
            return government(region.divisions[0].name)
        if place and level != "省":
            return government(place)
        here = self._regions.place(level)
        return government(here) if here else ""

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
        given = registered(self._own, head)
        free = [span for span in spans if not any(span.overlaps(own) for own in given)]
        shown = sorted([*given, *(span for span in free if head[slice(*span)] in registry())])
        return [self._full(head[slice(*span)]) for span in shown]
