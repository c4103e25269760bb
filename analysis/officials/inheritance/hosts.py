"""Bodies that a document names outside its chains of titles: in its heading, its source line, its sentences.

What a document is about (a ministry, a county, a university) is said at these places. Each is read once, when first asked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from analysis.document import Document
from analysis.lexicon import lexicon
from analysis.names.bodies import VERBS_IN_NAMES, BodyReader, known
from analysis.names.own import Hit
from analysis.names.places import countries, country_at, divisions, letters, place_spotter, region_at
from analysis.names.registered import registered
from analysis.names.registry import registry
from analysis.names.token_places import SENTENCE_END
from analysis.names.words import Words
from analysis.officials.bodies.full_names import OFFICE_ABROAD, full_name
from analysis.officials.grammar.former import without_former
from analysis.officials.inheritance.origin import MEDIUM, Origin
from analysis.officials.inheritance.parts import lineage
from analysis.spans import Span

# Endings of bodies that write about themselves or hold meetings.
HOUSES = re.compile(
    "大学(?!生)|学院|学校|中学|小学|党校|医院|有限公司|分公司|集团(?!公司|有限)|集团公司|银行|分行|支行|研究院|研究所|协会|学会|论坛(?=[一-鿿]{0,4}(?:年会|大会|会议))"
)
ORGANS = re.compile(
    "委员会|(?<!常)委(?![员托任内会])|(?<![全一副正])部(?![分署门队长])|(?<![副正])局(?![面限部势长])|(?<![副正])厅(?!长)|(?<![签部])署(?!长)|法院|检察院|政府|人大|政协|中心|指挥部|小组|巡视组|督导组|检查组|督察组|联合会|总工会|[理董监]事会(?!议)|军区|[镇乡村](?![民庄落里长干子])|街道|(?<!进)社区"
)
ANY = re.compile(f"{HOUSES.pattern}|{ORGANS.pattern}")
OPENED_HOUSE = re.compile(f"[一-鿿“”（）·]{{2,24}}?(?:{HOUSES.pattern})")
OPENED_ORGAN = re.compile(f"[一-鿿“”（）、]{{0,16}}?(?:{ANY.pattern})")
# 在平湖学院，|党委书记…; 在南京期间，; 来到…
LOCATIVE = re.compile(
    "(?:^|[，；])(?:在|来到|走进|抵达|到)([一-鿿“”（）·]{2,24}?)(?:期间|调研时|考察时|座谈时|会议室|行政楼)?，"
)
TWICE = re.compile("([省市县区州盟旗])(?=\\1委)")  # 锡林郭勒盟|盟委
INNER = re.compile("^(?:中共|中国共产党)(.+(?:大学|学院|医院|公司|集团))委员会$")
PREFECTURE = re.compile("(?<=[一-鿿]{2})地委")  # 喀什|地委, the committee of 喀什地区
ROSTER = 8  # lines above a line that begins with a title; longer lists have their own labels
OURS = re.compile("中国|国务院|我国|中方|中共|国家主席")
LEAD = 160  # characters of a first sentence; behind them a sentence speaks of something else
NO_NAME = re.compile("[各全两三多某]|有关|相关|二级")  # 各二级学院
# A headline of an appointment: 甲任|南溪能源集团董事长.
TAKES_OFFICE = re.compile("[一-鿿]{2,4}?(?:同志)?(?:出|就|升|接|改|转|兼|拟|担)?任(?![务期命丘县城])(?=[一-鿿]{3})")
LIMITED = re.compile("有限(?:责任)?公司")
GENERIC = re.compile("中小学$")  # many schools, no house
EACH = re.compile("各(?:学院|部门|单位|高校|[省市县区委局厅])")  # 西校区各学院
SURE_LETTERS = frozenset("俄美英法德韩")  # letters that one country alone is called by
NEWS_ONLY = frozenset({"新华通讯社", "人民日报社", "中央广播电视总台", "中国新闻社", "光明日报社", "经济日报社"})


class Hosts:
    """The bodies of one document by where they are named.

    Parameters
    ----------
    document : Document
    words : Words
    bodies : BodyReader
        Both of the document's text.
    own : sequence of Hit
        Where the entries of a user's lexicon stand in the text.
    """

    def __init__(self, document: Document, words: Words, bodies: BodyReader, own: Sequence[Hit] = ()) -> None:
        self._document, self._text, self._words, self._bodies = document, document.text, words, bodies
        self.origin = Origin(document)
        self._own = {hit.form: hit.canonical for hit in own if hit.type == "ORGANISATION"}
        self._day = document.day
        self._read: dict[tuple[int, int], list[str]] = {}
        self._ends = [match.end() for match in SENTENCE_END.finditer(self._text)]

    def full(self, body: str) -> str:
        """The full name of a body, or of the body of a user's lexicon that it begins with and of what is behind it."""
        body = TWICE.sub("", without_former(body))
        if body.startswith("中国") and body not in registry() and body[2:] in registry():
            body = body[2:]
        if (
            prefecture := PREFECTURE.search(body)
        ) and f"{body[: prefecture.start()].removeprefix('中共')}地区" in divisions():
            body = body.replace("地委", "地区委", 1)
        for stop in range(len(body), 1, -1) if self._own else ():
            if body[:stop] in self._own:
                return self._own[body[:stop]] + body[stop:]
        if OFFICE_ABROAD.fullmatch(body) and (country := self.country_of_letter(body[0])):
            body = country + body[1:]  # 乌|内政部, where the text names 乌克兰 and no other 乌
        return full_name(body, self._day)

    def _house(self, body: str) -> str:
        """The full name of a body as the host of others; a Party committee inside a body speaks for that body."""
        return self.full(INNER.sub(r"\1", body))

    def sentence_start(self, place: int) -> int:
        """Where the sentence around a place begins."""
        index = bisect_right(self._ends, place)
        return self._ends[index - 1] if index else 0

    def paragraph_start(self, place: int) -> int:
        """Where the paragraph around a place begins."""
        return self._text.rfind("\n", 0, place) + 1

    @cached_property
    def heading(self) -> list[str]:
        """The bodies of the heading and of the first sentence, in their order."""
        begin = len(self._text) - len(self._text.lstrip())
        line = self.origin.dateline_span
        begin = max(begin, line.stop if line.start <= begin else 0)
        stop = next((end for end in self._ends if end > begin + 1), len(self._text))
        return list(
            dict.fromkeys([*self.in_words(self._document.title), *self.between(begin, min(stop, begin + LEAD))])
        )

    @cached_property
    def lead(self) -> list[str]:
        """The bodies of the first 200 characters, in their order."""
        return self.between(self.origin.dateline_span.stop, min(200, len(self._text)))

    @cached_property
    def source(self) -> list[str]:
        """The bodies of source lines, nearest to the part that wrote it."""
        return self._of_publisher(self.origin.sources)

    @cached_property
    def publisher(self) -> list[str]:
        """The bodies of the dateline's paper, of footers and signatures; news agencies hold no posts of the news."""
        return self._of_publisher([*self.origin.paper, *self.origin.publishers])

    def _of_publisher(self, names: Iterable[str]) -> list[str]:
        found = []
        for name in names:
            bare = MEDIUM.sub("", name) if MEDIUM.search(name) else name
            whole = self._house(bare) if len(bare) > 3 and ANY.search(bare[-4:]) else ""
            found += [*self.in_words(bare), *(lineage(whole) if whole else ())]
        return [body for body in dict.fromkeys(found) if body and body not in NEWS_ONLY]

    # what stands in sentences

    def between(self, start: int, stop: int) -> list[str]:
        """The bodies that a stretch of the text names, in their order, in full; each is the longest that ends there."""
        if (start, stop) not in self._read:
            self._read[start, stop] = [self._house(self._text[slice(*span)]) for span in self._spans(start, stop)]
        return self._read[start, stop]

    def _spans(self, start: int, stop: int) -> list[Span]:
        text = self._text[start:stop]
        given = [Span(a + start, b + start) for a, b in registered(self._own, text)]
        listed = [
            Span(a + start, b + start)
            for a, b in known().find(text)
            if text[a:b] in registry() and not self._is_abroad(a + start)
        ]
        ends = (
            self._ending(start, end.end() + start, bool(HOUSES.match(text, end.start()))) for end in ANY.finditer(text)
        )
        spans = [*given, *listed, *(span for span in ends if span)]
        whole = [s for s in spans if not any(s != other and s.inside(other) for other in spans)]
        return sorted(set(whole))

    def _is_abroad(self, place: int) -> bool:
        """Whether a country stands right before a body's name: 美国联邦|最高法院."""
        before = self._text[max(0, place - 10) : place]
        named = (country_at(before, at) for at in range(len(before)))
        return any(country is not None and country[1] >= len(before) - 2 for country in named)

    @cached_property
    def country(self) -> str:
        """The only country abroad that the heading and the first sentence name; '' if none or several do."""
        begin = self.origin.dateline_span.stop
        stop = next((end for end in self._ends if end > begin + 1), len(self._text))
        for words in (self._document.title, self._text[begin : min(stop, begin + LEAD)]):
            found = {countries()[words[a:b]] for a, b in place_spotter().find(words) if words[a:b] in countries()}
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""

    def country_of_letter(self, letter: str) -> str:
        """The country that a letter means here: of those that the text names, else by the list of letters."""
        named = {name for word, name in countries().items() if word[0] == letter and word in self._text}
        return named.pop() if len(named) == 1 else letters().get(letter, "") if letter in SURE_LETTERS else ""

    def _ending(self, start: int, stop: int, is_house: bool) -> Span | None:
        """The body that ends here: opened by a known name, or a house of its own (南溪大学)."""
        floor = max(start, *(self._text.rfind(mark, start, stop) + 1 for mark in "，。；：、 　\n"))
        span = self._bodies.before(floor, stop)
        span = self._behind_verbs(span) if span else None
        if (
            span is None
            or span.stop - span.start < 4
            or NO_NAME.match(self._text, span.start)
            or EACH.search(self._text, *span)
        ):
            return None
        return span if is_house or self._bodies.is_opened(span) else None

    def _behind_verbs(self, span: Span) -> Span:
        """太原签署|集团公司, 闵小满走访|北辰科技有限公司: the body begins behind the last verb."""
        tokens = (self._words.at(place) for place in range(*span))
        verbs = [token.stop for token in tokens if token and token.word in _verbs() and token.stop < span.stop]
        return Span(verbs[-1], span.stop) if verbs else span

    def in_words(self, words: str) -> list[str]:
        """The bodies that a few words outside the text name."""
        found: list[tuple[int, str]] = [(a, self._own[words[a:b]]) for a, b in registered(self._own, words)]
        for a, b in known().find(words):
            if words[a:b] in registry():
                found.append((a, self._house(words[a:b])))
            if words[a:b] in registry() or words[a:b] in divisions():
                region = region_at(words, a)
                organ = OPENED_ORGAN.match(words, max(b, region.stop if region else b))
                found += [(a, self._house(words[a : organ.end()]))] if organ else []
        taken = TAKES_OFFICE.match(words)
        house = OPENED_HOUSE.match(words, taken.end() if taken else 0)
        if house and not known().at(words, 0) and not any(verb in house[0] for verb in _verbs()):
            found.append((0, self._house(self._company(house[0]))))
        ordered = (body for _, body in sorted(found, key=lambda pair: (pair[0], -len(pair[1]))))
        return list(dict.fromkeys(body for body in ordered if body and not GENERIC.search(body)))

    def _company(self, house: str) -> str:
        """A company as the text writes it in full: 南溪能源集团|有限公司."""
        place = self._text.find(f"{house}有限") if house.endswith(("集团", "公司")) else -1
        form = LIMITED.match(self._text, place + len(house)) if place >= 0 else None
        return house + form[0] if form else house

    def before(self, place: int) -> list[str]:
        """The bodies that a sentence names in front of a place, nearest first."""
        return self.between(self._begin(place), place)[::-1]

    def _begin(self, place: int) -> int:
        """Where the sentence around a place begins; a text without stops is read no further back than a lead is long."""
        return max(self.sentence_start(place), place - LEAD)

    def sentence_before(self, place: int) -> str:
        """The words of a sentence in front of a place."""
        return self._text[self._begin(place) : place]

    def country_before(self, place: int) -> str:
        """The only country abroad that a paragraph names in front of a place; '' if ours is named there as well."""
        words = self._text[max(self.paragraph_start(place), place - LEAD) : place]
        named = {countries()[words[a:b]] for a, b in place_spotter().find(words) if words[a:b] in countries()}
        return named.pop() if len(named) == 1 and not OURS.search(words) else ""

    def there(self, place: int) -> list[str]:
        """The body that the sentence puts its event at, if it does so in front of a place: 在平湖学院，…."""
        found = list(LOCATIVE.finditer(self._text, self._begin(place), place))
        return self.between(*found[-1].span(1)) if found else []

    def there_in_words(self, place: int) -> str:
        """The words of that place."""
        found = list(LOCATIVE.finditer(self._text, self._begin(place), place))
        return found[-1][1] if found else ""

    def above(self, place: int) -> list[str]:
        """The bodies of the nearest short line above that is nothing but a heading: 中央军事委员会, over 主席 and 副主席."""
        stop = self.paragraph_start(place) - 1
        for _ in range(ROSTER if self._text[stop + 1 : place].isspace() or stop + 1 == place else 0):
            start = self.paragraph_start(max(0, stop))
            if 0 <= start < stop <= start + 40 and (named := self.between(start, stop)):
                return named
            stop = start - 1
        return []

    def opening(self, place: int) -> list[str]:
        """The bodies in the first sentence of the paragraph around a place, in their order."""
        begin = self.paragraph_start(place)
        stop = next((end for end in self._ends[bisect_right(self._ends, begin) :][:1]), len(self._text))
        return self.between(begin, min(stop, begin + LEAD, place))

    @cached_property
    def is_ours(self) -> bool:
        """Whether the page is a house's own, so that 校长 is the publisher's and not that of a guest."""
        return bool(re.search("[我本](?:校|院|公司|集团|局|厅|行|社|馆)", f"{self._document.title}\n{self._text}"))


@cache
def _verbs() -> frozenset[str]:
    """Verbs of news of two characters, less those that the names of bodies have."""
    return frozenset(verb for verb in lexicon("verbs").column("name") if len(verb) > 1) - VERBS_IN_NAMES
