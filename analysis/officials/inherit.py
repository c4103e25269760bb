"""Which body a title belongs to: written beside it, or told by its chain, its list, its sentence, the document (officials.md 5).

The sources are a list, in the order in which they are asked; the first that has a body of the right kind decides. None of
them knows the world: what the document does not tell stays open.
"""

import re
from collections.abc import Sequence

from analysis.document import Document
from analysis.names.bodies import BodyReader, known, registry
from analysis.names.edges import surnames
from analysis.names.own import Hit
from analysis.names.persons import Name
from analysis.names.places import letters, region_at
from analysis.names.posts import Post
from analysis.names.words import Words
from analysis.officials.abroad import HEAD_OF_STATE, LETTERED, MINISTRY_OF, is_foreign
from analysis.officials.canonical import full_name, government, is_relative
from analysis.officials.chain import Position
from analysis.officials.fitting import (
    AREA_HEADS,
    FIXED,
    country_of,
    fits,
    with_title,
    within,
)
from analysis.officials.hosts import Hosts
from analysis.officials.parts import host_for, hosts_of, in_full
from analysis.officials.regions import SMALL, Regions, place_in
from analysis.officials.relative import Relative, of_kind, of_place, relative_of
from analysis.officials.resolution import UNKNOWN, Asked, Resolution, told
from analysis.officials.sources import Sources
from analysis.officials.special_regions import SpecialRegions

OFFICE_OF_A_PLACE = "局厅"  # 公安局 of the city whose committee its head belongs to
# Organs that every place has: without its level, the place is that of the body before it.
OF_SOME_PLACE = frozenset(
    {"政协", "人大", "人大常委会", "纪委", "监委", "纪委监委", "政府", "法院", "检察院", "总工会", "妇联"}
)
JOINTS = frozenset("和与及、")
COMMON = 30  # bearers of a surname among 100,000 people, below which a name is likelier foreign beside foreigners
SIDE = re.compile("([一-鿿])方(?=[一-鿿]{2})")  # 塞方|财政部
BEYOND_A_COUNTRY = re.compile("共体|盟|国际|世界|组织|欧|非洲|亚|联合国|公司|集团|大学|银行")


class Resolver:
    """Resolves the bodies of one document, called for its positions in text order."""

    def __init__(
        self,
        document: Document,
        words: Words,
        posts: Sequence[Post],
        bodies: BodyReader,
        own: Sequence[Hit] = (),
    ) -> None:
        self._text, self._words = document.text, words
        self._hosts = Hosts(document, words, bodies, own)
        self._sources = Sources(document.text, words, self._hosts)
        self._own = {hit.form: hit.canonical for hit in own if hit.type == "ORGANISATION"}
        given = [hit.canonical for hit in own if hit.type == "PLACE"]
        self._regions = Regions(document.text, words, self._hosts.origin, posts, given)
        self._special = SpecialRegions(document)
        self._day = document.date.date().isoformat() if document.date else ""
        self._held: dict[tuple[str, str], str] = {}

    def resolve(
        self, position: Position, own: Sequence[str], beside: Sequence[Sequence[str]], holder: Name
    ) -> Resolution:
        """The body of a position; the parameters are those of `Asked`."""
        asked = Asked(position, own, beside, holder)
        key = holder.person, position.head
        repeat = "" if position.body or own else self._repeated(*key)
        special = self._special.body(position) if not own or position.body else ""
        known_body = told(repeat, "repeat") if repeat else told(special, "region") if special else None
        found = known_body or self._resolve(asked)
        if found.body_full:
            found = found._replace(body_full=self._with_city(found.body_full))
            self._held.setdefault(key, found.body_full)
        shown = found.body_full or (f"?{position.body}" if position.body else "")
        if shown:
            self._sources.shown.appendleft(shown)
        return found

    def _repeated(self, person: str, head: str) -> str:
        """The body in which the document gives this person this post; 国家副主席 is 副主席 from then on."""
        heads = (head, "国家主席", "国家副主席") if head == "主席" else (head,)
        return next((body for h in heads if (body := self._held.get((person, h)))), "")

    def learn(self, person: str, position: Position) -> None:
        """Remember that the document gives this person this post in a body written beside it."""
        self._regions.persons.add(person)
        body = position.body
        if body in self._own or (body and not is_relative(body) and not relative_of(body) and not hosts_of(body)):
            self._held.setdefault((person, position.head), with_title(self._hosts.full(body), position))

    def _resolve(self, asked: Asked) -> Resolution:
        position = asked.position
        if not position.body:
            return self._bare(asked)
        found = self._written(asked)
        return found._replace(body_full=with_title(found.body_full, position, asked.is_foreign))

    # titles without a body

    def _bare(self, asked: Asked) -> Resolution:
        position, nearest = asked.position, next((body for _, body in asked.near), "")
        level = AREA_HEADS.get(position.head, "")
        if level:
            place = self._place(asked, level)
            return place._replace(body_full=government(place.body_full)) if place.body_full else UNKNOWN
        fixed = FIXED.get(position.title) or FIXED.get(position.head)
        if fixed and not asked.is_foreign and not country_of(nearest):
            return told(fixed, "title")
        if asked.own:
            return told("" if asked.own[-1].startswith("?") else within(asked.own[-1], position), "chain")
        if position.head in HEAD_OF_STATE or (position.head in MINISTRY_OF and country_of(nearest)):
            return self._of_country(asked, country_of(nearest))
        if position.title == "主席" and asked.holder.start < position.start and not asked.is_foreign:
            return UNKNOWN if self._chaired else told("中华人民共和国", "title")
        return self._sources.search(
            asked, lambda body, far: within(body, position) if fits(position, body, far) else ""
        )

    def _of_country(self, asked: Asked, near: str) -> Resolution:
        """A head of state or of government: of the country in its list, else of the only one that the heading names."""
        if self._sources.is_unread(asked) or self._text[asked.position.begin - 1 : asked.position.begin] in letters():
            return UNKNOWN
        if near:
            return told(within(near, asked.position), "block")
        return told(within(self._hosts.country, asked.position) if self._hosts.country else "", "heading")

    @property
    def _chaired(self) -> bool:
        """Whether another body of the country has a 主席 in this document, so that a bare 主席 could be of it."""
        return any(
            head == "主席" and body != "中华人民共和国" and not is_foreign(body)
            for (_, head), body in self._held.items()
        )

    # bodies as written

    def _written(self, asked: Asked) -> Resolution:
        body, last = asked.position.body, next(iter(reversed(asked.own)), "")
        if body in self._own:
            return told(self._hosts.full(body), "written")
        if body in letters() and asked.position.head in LETTERED:
            country = self._hosts.country_of_letter(body)
            return told(within(country, asked.position), "written") if country else UNKNOWN
        if body == "驻华" or ((side := SIDE.match(body)) and side[1] in letters()):
            return self._side(asked)
        part = hosts_of(body)
        abroad = country_of(last)
        if abroad and (part or body == "陆军"):
            return told(abroad + body, "chain")
        committee = self._of_assembly(body, asked)
        if committee:
            return told(committee, "block")
        relative = relative_of(body)
        if part and not (relative and relative.rest):
            return self._part(asked)
        if body in OF_SOME_PLACE or body in {"内阁", "议会"} or (relative is None and is_relative(body)):
            return self._of_some_place(asked)
        if last and is_foreign(last) and not relative:
            return told(body, "written")
        if not relative and not self._is_placed(body) and (country := self._country_beside(asked)):
            return told(country + body, "block")
        if relative:
            return self._of_place(asked, relative) if relative.level else self._of_kind(asked, relative)
        if body[-1] in OFFICE_OF_A_PLACE and len(body) <= 7 and not known().at(body, 0):
            return self._office(asked)
        return told(self._hosts.full(body), "written")

    def _country_beside(self, asked: Asked) -> str:
        """The country of the list that a foreign holder, or one without a common surname of ours, stands in: 以色列总理甲和国防部长|加兰特."""
        country = country_of(next(iter(asked.firsts), ""))
        begin = asked.position.begin
        listed = self._text[begin - 1 : begin] in JOINTS and surnames()[0].get(asked.holder.person[0], 0) < COMMON
        return country if asked.is_foreign or listed else ""

    def _side(self, asked: Asked) -> Resolution:
        """塞方|财政部, 驻华: of the country that the letter or the list names."""
        body = asked.position.body
        if body.startswith("驻华"):
            country = next((c for _, above in asked.near if (c := country_of(above))), "")
            return told(country + body if country else "", "block")
        country = self._hosts.country_of_letter(body[0])
        return told(self._hosts.full(country + body[2:] if country else body.removeprefix("中方")), "written")

    def _is_placed(self, body: str) -> bool:
        """Whether a body says where it is: 中国外交部, 上海合作组织, 西共体委员会; 国防部 does not."""
        if BEYOND_A_COUNTRY.search(body):
            return True
        opener = body[: known().at(body, 0)]
        is_a_ministry = opener == body and body.endswith("部") and not is_foreign(body)
        return bool(opener) and not is_a_ministry

    def _of_assembly(self, body: str, asked: Asked) -> str:
        """宪法法律委 beside a committee of the National People's Congress is another one of it."""
        beside = next(iter(asked.firsts), "")
        for full, short in (("全国人民代表大会", "全国人大"), ("中国人民政治协商会议全国", "全国政协")):
            if beside.startswith(full) and short + body in registry():
                return full_name(short + body, self._day)
        return ""

    def _part(self, asked: Asked) -> Resolution:
        """办公厅, 护理部: of the nearest body that has such a part."""
        body = asked.position.body
        host = self._sources.search(asked, lambda above, far: host_for(body, above), near=asked.is_foreign)
        if not host.body_full and asked.own and not asked.own[-1].startswith("?"):
            host = told(asked.own[-1], "chain")
        if host.body_full:
            return host._replace(body_full=in_full(body, host.body_full))
        return UNKNOWN if is_relative(body) else told(self._hosts.full(body), "written")

    def _of_kind(self, asked: Asked, relative: Relative) -> Resolution:
        """部: the ministry that the document speaks of; 集团, 学校 likewise."""
        return self._sources.search(asked, lambda body, far: of_kind(relative, body), ours=relative.ours)

    def _of_place(self, asked: Asked, relative: Relative) -> Resolution:
        """省委, 市政府, 县公安局: of the province, city or county that the chain, the list or the document names."""
        place = self._place(asked, relative.level)
        return place._replace(body_full=of_place(relative, place.body_full)) if place.body_full else UNKNOWN

    def _of_some_place(self, asked: Asked) -> Resolution:
        """政协 behind 县长: of the same place; 政府 of the country or of the place before it."""
        body = asked.position.body
        for by, above in asked.near:
            country = country_of(above)
            if country:
                return told(country + body, by)
            if place := next(
                (p for level in ("自治区", "省", "市", "县", "区", "州", "旗", "盟") if (p := place_in(above, level))),
                "",
            ):
                return told(full_name(place + body), by)
        return UNKNOWN

    def _office(self, asked: Asked) -> Resolution:
        """公安局: of the place of the body before it, where there is one."""
        for by, above in asked.near[:1]:
            if region := region_at(above.removeprefix("中共")):
                return told(region.written + asked.position.body, by)
        return told(self._hosts.full(asked.position.body), "written")

    # sources

    def _place(self, asked: Asked, level: str) -> Resolution:
        """The place of a level: of the chain, of the list, of where the sentence is set, of the document."""
        for by, body in asked.near:
            if place := place_in(body.lstrip("?"), level):
                return told(place, by)
        if not asked.position.body and self._sources.is_unread(asked):
            return UNKNOWN
        there = self._hosts.there_in_words(asked.position.begin)
        if there and (place := place_in(there, level)):
            return told(place, "host")
        if level in SMALL:
            return self._sources.search(asked, lambda body, far: place_in(body, level))
        where = self._regions.place(level)
        return told(where.place, where.told_by) if where.place else UNKNOWN

    def _with_city(self, body: str) -> str:
        """A district's body with the city that the document names: 天元区人民政府 -> 株洲市天元区人民政府."""
        bare = body.removeprefix("中共").removeprefix("中国人民政治协商会议")
        region = region_at(bare)
        if region is None or len(region.divisions) > 1 or not region.smallest.name.endswith("区"):
            return body
        city = self._regions.city_of(region.smallest.name)
        return body.replace(region.smallest.name, city + region.smallest.name, 1) if city else body
