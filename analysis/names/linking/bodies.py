"""Which body a short form means: by a definition in the text, by the registry, by its ending, by its letters in order."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.names.found import Found
from analysis.names.linking.candidates import Candidates, Link
from analysis.names.linking.definitions import Said, is_in_order
from analysis.names.places import countries, divisions, letters
from analysis.names.registry import in_force, registry

HAN = "[㐀-䶿一-鿿]"
# The level of the place that a body's name begins with; two letters before it at least, and two behind.
LEVEL = re.compile(f"(?<={HAN}{{2}})(?<![城都地社园小景校片战灾])[省市县区州旗盟](?={HAN}{{2}})")
LONGEST_PLACE = 12  # letters in front of the last level: 恩施土家族苗族自治|州 has nine
# What a company's name may leave away.
LEGAL_FORMS = re.compile("(?:(?:控股|股份|有限|责任)*公司|集团)$")
UNNAMED = re.compile(
    "[该本我某各](?:国家?)?[省市县区州部厅局委院校行署社台司处会]$|[该本我某各](?:集团|公司|大学|学院|医院|单位)$"
)
# 省委, 市水利局, 部党组, 集团: which one, only the document can say.
RELATIVE = re.compile(
    "(?:省|市(?![场政])|县(?!域)|区(?![块域间])|州(?!立)|自治[区州县]|地(?=委)|部(?=党))"
    f"(?:委|政府|人大|政协|纪委|监委|法院|检察院|军区|总工会|党组|党委|{HAN}{{0,8}}[厅局办委校院室心]$)"
    "|(?:党组|党委|集团|公司|学校|医院|学院|大学)$"
)
OURS = re.compile("(?:中国|我国?|中方?|解放军)$")  # 中国|海军, 我|空军
TOO_MANY = 50  # bodies that begin alike: a few letters tell none of them from the others; also keeps the time linear
UNIVERSITY = re.compile(f"({HAN}{{2}})({HAN}){HAN}{{1,3}}大学$")


def is_relative(body: str) -> bool:
    """Whether a body's name says only what it is to its place or its writer, so that it means another one in another text.

    >>> [is_relative(body) for body in ("省委", "市水利局", "部党组", "集团", "临江省委", "市场监管总局", "地震局")]
    [True, True, True, True, False, False, False]
    """
    return bool(RELATIVE.match(body))


def local_forms(body: str) -> list[str]:
    """A body without the name of its place, the level kept: 市水利局 for 临江市水利局.

    >>> local_forms("云岭省临江市水利局"), local_forms("水利部"), local_forms("临江城市银行")
    (['省临江市水利局', '市水利局'], [], [])
    """
    return [
        body[level.start() :] for level in LEVEL.finditer(body, 0, LONGEST_PLACE + 3) if level.end() < len(body) - 1
    ]


def bare_forms(body: str) -> list[str]:
    """A body without its place: 水利局 for 临江市水利局, 教育部 for 法国教育部.

    >>> bare_forms("临江市水利局"), bare_forms("法国教育部")
    (['水利局', '市水利局'], ['教育部'])
    """
    placed = [n for n in range(2, min(len(body) - 1, 8)) if body[:n] in countries() or body[:n] in divisions()]
    return list(dict.fromkeys([*(form[1:] for form in local_forms(body)), *(body[n:] for n in placed)]))


def trade_names(body: str) -> list[str]:
    """A company without its legal form.

    >>> trade_names("临江水务集团有限公司"), trade_names("临江水利局")
    (['临江水务集团', '临江水务'], [])
    """
    names = []
    while (form := LEGAL_FORMS.search(body)) and form.start() >= 4:
        body = body[: form.start()]
        names.append(body)
    return names


def university_form(body: str) -> list[str]:
    """临江科大 for 临江科技大学: the place, the first letter of the field, 大."""
    match = UNIVERSITY.match(body)
    return [f"{match[1]}{match[2]}大"] if match else []


def forms_of(body: str) -> set[str]:
    """All that may be short for a body where the document says no more."""
    return {*local_forms(body), *bare_forms(body), *trade_names(body), *university_form(body)}


def _abroad(text: str, found: Sequence[Found]) -> dict[tuple[int, int], str]:
    """The bodies that stand right behind a country, with both words: 美国|海军 is not that of China.

    Letters of countries count before forces alone: 以 and 日 are everyday words.
    """
    ends = {f.stop: f.entity for f in found if f.type == "PLACE" and f.entity in countries()}
    abroad = {}
    for f in found:
        words = text[f.start : f.stop]
        if f.type == "ORGANISATION" and f.start in ends:
            abroad[f.start, f.stop] = ends[f.start] + words
        elif f.type == "ORGANISATION" and any(body.system == "军" for body in registry().get(words, ())):
            owner = _foreign_forces().search(text, max(0, f.start - 6), f.start)
            abroad |= {(f.start, f.stop): owner[0] + words} if owner else {}
    return abroad


@cache
def _foreign_forces() -> re.Pattern[str]:
    """俄|海军, 以军|空军, 各国|海军."""
    return re.compile(f"(?:[{''.join(sorted(letters().keys() - {'中'}))}]军?|[各多外敌]国|武装部队|国防军)$")


class BodyLinks:
    """The bodies of one document, by the forms that may be short for them.

    Parameters
    ----------
    text : str
    found : sequence of Found
        All names in text order.
    said : sequence of (Definition, Found)
        The short forms that the text defines, with the names that they shorten.
    day : str
        ISO day of the text: of bodies that shared a short form, the one in force then is meant.
    """

    def __init__(self, text: str, found: Sequence[Found], said: Sequence[Said] = (), day: str = "") -> None:
        self._text, self._day = text, day
        bodies = [(text[f.start : f.stop], f) for f in found if f.type == "ORGANISATION"]
        self._named = {f.entity for _, f in bodies}
        self._abroad = _abroad(text, found)
        abroad = {text[start:stop] for start, stop in self._abroad}
        self._unsure = abroad & registry().keys()  # 海军 where the text has 美国海军
        first: dict[str, int] = {}
        for words, f in bodies:
            first.setdefault(words, f.start)
        own = {words: f.entity for words, f in bodies if f.rule == "user"}
        self._entity = {words: self._of_registry(words) or f.entity for words, f in bodies} | own
        forms = {words: forms_of(words) for words in first}
        shorter = {form for several in forms.values() for form in several}
        clues = [
            (("form", form), first[words], self._entity[words])
            for words in first
            if words not in shorter  # 临江水务集团 is short itself where 临江水务集团有限公司 is named
            for form in forms[words]
        ]
        defined = [(("defined", d.short), d.start, self._meant(f)) for d, f in said if f.type == "ORGANISATION"]
        self._candidates = Candidates([*clues, *defined])
        self._heads: dict[str, list[str]] = {}
        for words in first:
            self._heads.setdefault(words[:2], []).append(words)
        self._first = first

    def _meant(self, name: Found) -> str:
        return self._entity[self._text[name.start : name.stop]]

    def link(self, name: Found) -> Link | None:
        """Which body a name means if it is not a full one; None if none or several fit."""
        words = self._text[name.start : name.stop]
        if words in self._unsure and not OURS.search(self._text, max(0, name.start - 5), name.start):
            return None
        if words in registry():
            entity = self._of_registry(words)
            by_text = self._candidates.sole(("defined", words), name.start)
            return by_text or (Link(entity, True) if entity != name.entity else None)
        for clue in (("defined", words), ("form", words)):
            if clue in self._candidates:
                return self._candidates.sole(clue, name.start)
        return self._by_letters(words, name.start)

    def own_id(self, name: Found) -> str:
        """The id of a body that is linked to no other: none for 该部, which says that it is named elsewhere."""
        words = self._text[name.start : name.stop]
        if words in self._unsure:
            return self._abroad.get((name.start, name.stop), words)
        return "" if UNNAMED.match(words) else name.entity

    def _of_registry(self, words: str) -> str:
        """The registry's full name; of several the one that the document names in full, else that in force on its day."""
        entries = registry().get(words, ())
        if not entries:
            return ""
        named = [entry.name for entry in entries if entry.name in self._named]
        return named[0] if len(named) == 1 else in_force(entries, self._day).name

    def _by_letters(self, words: str, place: int) -> Link | None:
        """临江市发改委 for 临江市发展和改革委员会: the same beginning, the letters in order, another last letter.

        A short form ends inside the last word of the long one. Where both end in the same letter they are two bodies:
        临江大学 is not 临江师范大学.
        """
        alike = self._heads.get(words[:2], []) if len(words) > 2 else []
        if len(alike) > TOO_MANY:
            return None
        return Candidates(
            (words, self._first[long], self._entity[long])
            for long in alike
            if len(long) > len(words) + 1
            and long[-1] != words[-1]
            and words[-1] in long[-3:]
            and is_in_order(words, long)
        ).sole(words, place)
