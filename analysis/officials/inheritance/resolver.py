"""Which body a title belongs to: written beside it, or told by its chain, its list, its sentence, the document.

The sources are a list, in the order in which they are asked; the first that has a body of the right kind decides. None of
them knows the world: what the document does not tell stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.document import Document
from analysis.names.bodies import JOINED_FIELDS, BodyReader, known
from analysis.names.own import Hit
from analysis.names.persons import Name
from analysis.names.places import letters, region_at
from analysis.names.posts import Post
from analysis.names.words import Words
from analysis.officials.bodies.abroad import HEAD_OF_STATE, LETTERED, MINISTRY_OF, is_foreign
from analysis.officials.bodies.full_names import from_its_place, full_name, government, is_relative, leading_region
from analysis.officials.grammar.chain import Position
from analysis.officials.inheritance.beside import OF_A_STATE, is_local, of_the_time, sender, told_beside
from analysis.officials.inheritance.countries import Countries, is_placed
from analysis.officials.inheritance.fitting import (
    AREA_HEADS,
    FIXED,
    OURS_ALONE,
    country_of,
    fits,
    seat_of,
    with_title,
    within,
)
from analysis.officials.inheritance.hosts import Hosts
from analysis.officials.inheritance.of_sessions import of_assembly, of_session
from analysis.officials.inheritance.parts import host_for, hosts_of, in_full
from analysis.officials.inheritance.regions import SMALL, Regions, place_in
from analysis.officials.inheritance.relative import Relative, of_kind, of_place, relative_of
from analysis.officials.inheritance.resolution import UNKNOWN, Asked, Resolution, told
from analysis.officials.inheritance.sources import Sources
from analysis.officials.inheritance.special_regions import SpecialRegions
from analysis.officials.inheritance.stationed import group_at, host_of

OFFICE_OF_A_PLACE = re.compile("[一-鿿]{1,11}[局厅]")  # 公安局 of the city whose committee its head belongs to
# Bodies with a 主席 of their own: behind one of them 周秀华主席 is not the head of state.
CHAIRED = re.compile("政协|妇联|工会|文联|科协|残联|侨联|工商联|作协|学联|主席团|董事局")
OF_A_TERM = re.compile("^第[一二三四五六七八九十]{1,3}届(?=[一-鿿])")  # 第四届|校务委员会 is still a part of its school
# Organs that every place has: without its level, the place is that of the body before it.
OF_SOME_PLACE = frozenset(
    {"政协", "人大", "人大常委会", "纪委", "监委", "纪委监委", "政府", "法院", "检察院", "总工会", "妇联"}
)


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
        self._countries = Countries(document.text, words, self._hosts)
        self._own = {hit.form: hit.canonical for hit in own if hit.type == "ORGANISATION"}
        given = [hit.canonical for hit in own if hit.type == "PLACE"]
        self._regions = Regions(document.text, words, self._hosts.origin, posts, given)
        self._special = SpecialRegions(document)
        self._day = document.day
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
        heads = ("国家主席", "国家副主席", head) if head == "主席" else (head,)
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
        if led := self._led(asked):
            return told(within(led, position), "written")
        fixed = of_the_time(FIXED.get(position.title) or FIXED.get(position.head, ""), self._text)
        abroad = self._countries.of_paragraph(asked) if fixed and not asked.own and not country_of(nearest) else ""
        if abroad:
            return told(within(abroad, position), "host")
        if fixed and (not asked.is_foreign or position.head in OURS_ALONE) and not country_of(nearest):
            return told(fixed, "title")
        if asked.own:
            return told("" if asked.own[-1].startswith("?") else within(asked.own[-1], position), "chain")
        if position.head in HEAD_OF_STATE or (position.head in MINISTRY_OF and country_of(nearest)):
            return self._of_country(asked, country_of(nearest))
        if position.title == "主席" and asked.holder.stop == position.begin and not asked.is_foreign:
            return UNKNOWN if self._chaired or self._is_chaired_here(position) else told("中华人民共和国", "title")
        return self._sources.search(
            asked, lambda body, far: within(body, position) if fits(position, seat_of(body, position), far) else ""
        )

    def _led(self, asked: Asked) -> str:
        """The body whose delegation the holder leads; a delegation of the country says nothing of a minister."""
        led = sender(self._text, asked.holder.stop)
        body = self._hosts.full(led) if led else ""
        return body if body and (country_of(body) or fits(asked.position, body)) else ""

    def _of_country(self, asked: Asked, near: str) -> Resolution:
        """A head of state or of government: of the country in its list, else of the only one that the heading names."""
        if self._sources.is_unread(asked) or self._countries.has_letter(asked):
            return UNKNOWN
        for country, by in ((near, "block"), (self._hosts.country, "heading")):
            if country and not self._is_taken(asked, within(country, asked.position)):
                return told(within(country, asked.position), by)
        return UNKNOWN

    def _is_taken(self, asked: Asked, body: str) -> bool:
        """Whether the document has another head of this country: behind 埃及总统穆巴拉克, 阿萨德总统 is of another one."""
        head, modifier = asked.position.head, asked.position.modifier
        others = (b for (person, h), b in self._held.items() if h == head and person != asked.holder.person)
        return not modifier and asked.position.title == head and body in others

    def _is_chaired_here(self, position: Position) -> bool:
        """Whether the sentence has named a body with a 主席."""
        return bool(CHAIRED.search(self._hosts.sentence_before(position.begin)))

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
        if named := self._by_its_words(asked):
            return named
        if OF_A_TERM.match(body) and hosts_of(OF_A_TERM.sub("", body)):
            body = OF_A_TERM.sub("", body)
            asked = asked._replace(position=replace(asked.position, body=body))
        part = hosts_of(body)
        abroad = country_of(last)
        if abroad and (part or body == "陆军" or (OF_A_STATE.fullmatch(body) and not is_placed(body))):
            return told(abroad + body, "chain")
        committee = of_assembly(self._sources, body, asked, self._day)
        if committee.body_full:
            return committee
        relative = relative_of(body)
        if part and not (relative and relative.rest):
            return self._part(asked)
        if body in OF_SOME_PLACE or body in {"内阁", "议会"} or (relative is None and is_relative(body)):
            return self._of_some_place(asked)
        if last and is_foreign(last) and not relative:
            return told(body, "written")
        if not relative and (abroad_too := self._countries.of_list(asked)).body_full:
            return abroad_too
        if relative:
            return self._of_place(asked, relative) if relative.level else self._of_kind(asked, relative)
        if OFFICE_OF_A_PLACE.fullmatch(body) and (
            body[:-1] in JOINED_FIELDS or (len(body) <= 7 and (not known().at(body, 0) or is_local(body, last)))
        ):
            return self._office(asked)
        return told(self._hosts.full(body), "written")

    def _by_its_words(self, asked: Asked) -> Resolution | None:
        """What the words of a body and of those beside it tell at once: 俄|总统, 驻部纪检监察组, 大会|秘书长; None if nothing."""
        body = asked.position.body
        if body in letters() and asked.position.head in LETTERED:
            country = self._hosts.country_of_letter(body)
            return told(within(country, asked.position), "written") if country else UNKNOWN
        if self._countries.is_side(body):
            return self._countries.side(asked)
        if beside := told_beside(body, (above for _, above in asked.near)):
            return told(beside, "chain" if asked.own else "block")
        if (host := host_of(body)) is not None:
            return self._stationed(asked, host)
        return self._countries.of_party(asked) or of_session(self._text, asked)

    def _stationed(self, asked: Asked, host: str) -> Resolution:
        """驻部|纪检监察组: the group at the ministry that the document speaks of; 驻财政部|纪检组 names it."""
        body, relative = asked.position.body, relative_of(host)
        if relative is None and (host or not asked.near):
            named = "" if not host or is_relative(host) else self._hosts.full(host)
            return told(named and (group_at(body, named) or body), "written")
        if relative is None:
            where = told(asked.near[0][1].lstrip("?"), asked.near[0][0])
        else:
            where = self._of_place(asked, relative) if relative.level else self._of_kind(asked, relative)
        full = group_at(body, where.body_full)
        return where._replace(body_full=full) if full else UNKNOWN

    def _part(self, asked: Asked) -> Resolution:
        """办公厅, 护理部: of the nearest body that has such a part."""
        body = asked.position.body
        host = self._sources.search(asked, lambda above, far: host_for(body, above), near=asked.is_foreign)
        paged = host.inherited_from not in {"chain", "block"} and body[-1] in "处科室"
        if (paged or not host.body_full) and asked.own and not asked.own[-1].startswith("?"):
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
            if place := leading_region(above):
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
        acting = self._hosts.sentence_before(asked.position.begin)
        if place := self._regions.acting(acting, level):
            return told(place, "host")
        there = self._hosts.there_in_words(asked.position.begin)
        if there and (place := place_in(there, level)):
            return told(place, "host")
        if level in SMALL:
            return self._sources.search(asked, lambda body, far: place_in(body, level))
        where = self._regions.place(level)
        return told(where.place, where.told_by) if where.place else UNKNOWN

    def _with_city(self, body: str) -> str:
        """A district's body with the city that the document names: 天元区人民政府 -> 株洲市天元区人民政府."""
        region = region_at(from_its_place(body))
        if region is None or len(region.divisions) > 1 or not region.smallest.name.endswith("区"):
            return body
        city = self._regions.city_of(region.smallest.name)
        return body.replace(region.smallest.name, city + region.smallest.name, 1) if city else body
