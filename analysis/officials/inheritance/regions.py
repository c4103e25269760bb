"""Which places a document speaks of: the province of its 省委, the city of its 市政府."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from analysis.document import Token
from analysis.names.bodies import known
from analysis.names.places import COINED_LEVELS, Division, divisions, place_spotter, region_at
from analysis.names.posts import Post
from analysis.names.words import Words
from analysis.officials.bodies.areas import LEVEL_WORDS
from analysis.officials.bodies.full_names import LEADING
from analysis.officials.inheritance.origin import Origin
from analysis.spans import Span

# Level word of a relative body -> levels of the gazetteer. A 市 is a city of any level.
LEVEL_OF = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "province", "county"),
    "州": ("prefecture",),
    "自治州": ("prefecture",),
    "盟": ("prefecture",),
    "地区": ("prefecture",),
    "县": ("county",),
    "自治县": ("county",),
    "旗": ("county",),
    "区": ("county",),
}
# Places below the county, which no gazetteer here has: told by their last letter.
SMALL = {
    level: re.compile(f"[一-鿿]{{2,14}}?{level}(?=$|人民政府|党委|党工委|办事处|村民委员会|居民委员会|村委会|居委会)")
    for level in ("镇", "乡", "街道", "村", "社区")
}
ORGAN_OF_A_PLACE = re.compile(
    "(省|自治区|市(?!场)|县|区|旗)(?=委(?![员托任])|第?[一二三四五六七八九十]{1,3}届(?:委员会|人民代表大会|人大)|人民政府|政府|人大|政协|纪委|监委|[一-鿿]{1,8}(?:[厅局院]|中心|中学)|总工会)"
)
# 青江市|财政局: a place that no gazetteer has, in front of an office; 华川城市|建设公司 is none.
OF_A_COINED = re.compile(
    "([一-鿿]{2,4}?(?:省|自治区|(?<![城都超门股夜])市|县|区|旗))(?=[一-鿿]{2,16}(?:局|厅|委员会|办公室|中心|院|会|队|站|所|处|校|学|部|小组)$)"
)
ORGAN_AT_START = re.compile(
    "[一-鿿]{4,24}?(?:局|厅|委员会|办公室|指挥部|小组|中心|医院|大学|学院|法院|检察院|政府|政协|人大)"
)
NOT_COINED = re.compile("民主党派|党派|团体|民[盟革建进]|农工|致公|九三|台盟|共青团|团|[全各我本该]")
LIST_AFTER = re.compile("、|和|与|及|至|到")
OF_ANY_CITY = frozenset({"城区", "郊区", "矿区", "新市区", "市中区"})  # districts of one city each, and words


ACTING = re.compile(
    "第?[一二三四五六七八九十]{1,3}届(?:人民代表大会|人大|委员会|纪律检查委员会)|人民代表大会(?:常务委员会)?第"
)


class Where(NamedTuple):
    """A place and what tells that it is meant: `heading`, `dateline`, `publisher` or `region` (the text names it most)."""

    place: str
    told_by: str


NOWHERE = Where("", "")


@cache
def _by_code() -> dict[str, Division]:
    return {division.code: division for group in divisions().values() for division in group}


def parents(division: Division) -> list[Division]:
    """The divisions that a division lies in, smallest first."""
    found = []
    while division.parent and (above := _by_code().get(division.parent)):
        found.append(above)
        division = above
    return found


def is_of_level(place: Division, level: str) -> bool:
    """Whether a division is what 省委, 市委, 区委 … are named after.

    >>> city, region = divisions()["浏阳市"][0], divisions()["广西壮族自治区"][0]
    >>> is_of_level(city, "市"), is_of_level(region, "自治区"), is_of_level(region, "区")
    (True, True, False)
    """
    if not place.name.endswith(level) or (level == "区" and place.name.endswith("自治区")):
        return False
    return place.level in LEVEL_OF.get(level, ())


def place_in(body: str, level: str) -> str:
    """The place of a level that a body's own name says; '' if it says none.

    >>> place_in("中共甘肃省委员会", "省"), place_in("长沙市岳麓区人民政府", "市"), place_in("长沙市岳麓区人民政府", "区")
    ('甘肃省', '长沙市', '长沙市岳麓区')
    >>> place_in("中国人民政治协商会议临江县委员会", "县"), place_in("水利部", "省")
    ('临江县', '')
    """
    bare = re.sub("^(?:中共|中国人民政治协商会议)", "", body)
    if level in SMALL:
        place = SMALL[level].match(bare)
        return place[0] if place else ""
    region = region_at(bare)
    if region and bare[region.stop : region.stop + 1] not in LEVEL_WORDS:
        found = next((d for d in reversed(region.divisions) if is_of_level(d, level)), None)
        return "" if found is None else region.written if found is region.smallest else found.name
    if NOT_COINED.match(bare):
        return ""
    coined = LEADING.match(bare) or (OF_A_COINED.match(bare) if not known().at(bare, 0) else None)
    fits = coined and coined[1].endswith(level) and not (level == "区" and coined[1].endswith("自治区"))
    return coined[1] if coined and fits else ""


class Regions:
    """The divisions that one document names, and how often.

    Parameters
    ----------
    text : str
    words : Words
    origin : Origin
        What stands outside the sentences; its strings are believed in their order.
    posts : sequence of Post
    given : sequence of str
        Full names of places that a user's lexicon finds in the text, one for each time.
    """

    def __init__(
        self, text: str, words: Words, origin: Origin, posts: Sequence[Post] = (), given: Sequence[str] = ()
    ) -> None:
        self._text, self._words, self._origin, self._given = text, words, origin, given
        self._posts = posts
        self._known: dict[str, Where] = {}
        self.persons: set[str] = set()  # names of the document: 蓝长春 is not of 长春

    def place(self, level: str) -> Where:
        """The one place of a level that the document is about; nowhere if none or if two are as likely."""
        if level not in self._known:
            self._known[level] = self._found(level)
        return self._known[level]

    def acting(self, words: str, level: str) -> str:
        """The place whose assembly acts in a sentence: 江西省第九届人民代表大会…选举."""
        found = (
            self._of_words(words, span, level) for span in place_spotter().find(words) if ACTING.match(words, span.stop)
        )
        return next((place for place in found if place), "")

    def city_of(self, district: str) -> str:
        """The city of a district, if the document is about it; '' if not or if no gazetteer has the two."""
        city = self.place("市").place
        lies = any(
            above.name == city for d in divisions().get(district, ()) if d.level == "county" for above in parents(d)
        )
        return city if city and lies else ""

    def _found(self, level: str) -> Where:
        for told_by, strings in self._origin.told.items():
            if told_by != "dateline" and (place := self._told_place(level, strings)):
                return Where(place, told_by)
        voted = self._voted(level)
        if voted is not None:
            return Where(voted, "region") if voted else NOWHERE
        place = self._told_place(level, self._origin.told["dateline"])
        return Where(place, "dateline") if place else NOWHERE

    def _told_place(self, level: str, strings: Sequence[str]) -> str:
        """The only place of a level in a few words, or the one that they begin with: 洛阳市举行…."""
        for string in strings:
            found = [
                (span, place) for span in place_spotter().find(string) if (place := self._of_words(string, span, level))
            ]
            named = dict.fromkeys(place for _, place in found)
            if len(named) == 1:
                return found[0][1]
            if found and found[0][0].start == 0 and not self._goes_on(string, found):
                return found[0][1]
            if not found and (organ := ORGAN_AT_START.match(string)) and (place := place_in(organ[0], level)):
                return place
        return ""

    def _goes_on(self, string: str, found: Sequence[tuple[Span, str]]) -> bool:
        """Whether a list of places opens the words: 湖南、湖北两省, 浙江江西两省."""
        stop = found[0][0].stop
        return bool(LIST_AFTER.match(string, stop)) or found[1][0].start == stop

    def _of_words(self, string: str, span: Span, level: str) -> str:
        division = divisions().get(string[slice(*span)], (None,))[0]
        if division is None or not self._is_named(division, string, *span, None):
            return ""
        return self._at_level(division, level)

    def _at_level(self, division: Division, level: str) -> str:
        """The division itself or what it lies in, if that is of the level."""
        found = next((d for d in (division, *parents(division)) if is_of_level(d, level)), None)
        if found is None:
            return ""
        city = next((d.name for d in parents(found) if d.name.endswith("市")), "")
        return city + found.name if found.level == "county" and found.name.endswith("区") else found.name

    def _voted(self, level: str) -> str | None:
        """The place named most; '' for a tie, None if none is named."""
        votes: Counter[str] = Counter()
        for division, count in self._regions.items():
            if place := self._at_level(division, level):
                votes[place] += count
        best = votes.most_common(2)
        if not best:
            return None
        return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else ""

    @cached_property
    def _regions(self) -> Counter[Division]:
        """How often the document names each division in full, or a province or a city in short.

        Short names of counties do not count: 临江, 和平 and 城关 are too many things.
        """
        votes: Counter[Division] = Counter()
        shorts = {division.name[:-1] for division in self._coined}
        heading = "\n".join(self._origin.told["heading"])
        for text, words in ((heading, None), (self._text, self._words)):
            for start, stop in place_spotter().find(text):
                division = divisions().get(text[start:stop], (None,))[0]
                if (
                    division is None
                    or text[start:stop] in shorts
                    or (words and start in range(*self._origin.dateline_span))
                ):
                    continue
                if self._is_named(division, text, start, stop, words):
                    votes[division] += 1
        return votes + self._coined

    @cached_property
    def _in_posts(self) -> set[int]:
        return {place for post in self._posts for place in range(post.start, post.stop)}

    def _is_named(self, division: Division, text: str, start: int, stop: int, words: Words | None) -> bool:
        """Whether this division is meant: its full name, or a short one of a province or city that is a word by itself."""
        if text[start:stop] == division.name:
            # 负责人和县长 names no 和县; a part of any city is no district
            return division.name not in OF_ANY_CITY and not (stop - start == 2 and text.startswith("长", stop))
        if division.level == "county" or text[stop : stop + 1] in LEVEL_WORDS:
            return False
        if words is None:
            return True
        if any(text[start:stop] in name and name in text[max(0, start - 4) : stop + 4] for name in self.persons):
            return False
        # 副省长|沙马里铁 names no 长沙
        return start not in self._in_posts and words.starts(start) and words.ending(stop) is not None

    @cached_property
    def _coined(self) -> Counter[Division]:
        """Divisions that the gazetteer lacks: a user's own, and those known by their organs: 东湖|市委, 热河|省政府."""
        votes = Counter(Division(name, "", _level_of(name), "") for name in self._given if name not in divisions())
        for match in ORGAN_OF_A_PLACE.finditer(self._text):
            token = self._words.ending(match.start())
            name = token.word + match[1] if token else ""
            if (
                token
                and len(token.word) in {2, 3, 4}
                and not _is_twice(token.word, match[1])
                and name not in divisions()
                and self._is_place(token, name)
            ):
                votes[Division(name, "", COINED_LEVELS[match[1][-1]], "")] += 1
        return votes

    def _is_place(self, token: Token, name: str) -> bool:
        """Whether the tokenizer takes the word for a name, or the document repeats it: not 代表|省委."""
        return token.tag in {"ns", "nr", "nrt", "nz", "nt"} or (token.tag == "n" and self._text.count(name) > 1)


def _is_twice(word: str, level: str) -> bool:
    """Whether a word in front of an organ is a place already (城关区|区委) or no place at all (民主党派|市委)."""
    return word.endswith(level) or bool(NOT_COINED.match(word))


def _level_of(name: str) -> str:
    return "province" if name.endswith("自治区") else COINED_LEVELS.get(name[-1], "")
