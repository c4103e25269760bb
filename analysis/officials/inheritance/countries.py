"""Posts that other countries have as well (总理, 外长, 议长): which country a text means that does not write it beside them."""

import re

from analysis.names.bodies import known
from analysis.names.edges import surnames
from analysis.names.places import letters
from analysis.names.words import Words
from analysis.officials.bodies.abroad import is_foreign
from analysis.officials.inheritance.fitting import SHARED_ABROAD, country_of, sounds_foreign
from analysis.officials.inheritance.hosts import Hosts
from analysis.officials.inheritance.resolution import UNKNOWN, Asked, Resolution, told

JOINTS = frozenset("和与及、")
COMMON = 30  # bearers of a surname among 100,000 people, below which a name is likelier foreign beside foreigners
SIDE = re.compile("([一-鿿])方(?=[一-鿿]{2})")  # 塞方|财政部
PARTY_ABROAD = re.compile("(.+党)中央")
PARLIAMENT = re.compile("(?:国民|联邦|人民)?议会|[参众上下]议?院|国会(?:[参众]议院)?|国民议会|国家杜马|大国民议会")
BEYOND_A_COUNTRY = re.compile("共体|盟|国际|世界|组织|欧|非洲|亚|联合国|公司|集团|大学|银行")


class Countries:
    """What the letters, the names and the paragraphs of one text say of countries."""

    def __init__(self, text: str, words: Words, hosts: Hosts) -> None:
        self._text, self._words, self._hosts = text, words, hosts

    def has_letter(self, asked: Asked) -> bool:
        """Whether a letter that stands for a country is right before the title, and is no part of a name or a word."""
        begin = asked.position.begin
        word = self._words.ending(begin)
        alone = word is None or word.stop - word.start == 1
        return alone and asked.holder.stop != begin and self._text[begin - 1 : begin] in letters()

    def of_paragraph(self, asked: Asked) -> str:
        """The country that a paragraph is about, if 外长|卡茨, 科斯塔|总理 by the letters of the name may be of it."""
        head, begin = asked.position.head, asked.position.begin
        country = self._hosts.country_before(begin) if head in SHARED_ABROAD else ""
        is_meant = sounds_foreign(asked.holder.person) or country + head in self._text[:begin]  # 新加坡总理公署
        return country if is_meant else ""

    def is_side(self, body: str) -> bool:
        """Whether a body is told by its side only: 驻华, 塞方财政部."""
        side = SIDE.match(body)
        return body == "驻华" or (side is not None and side[1] in letters())

    def side(self, asked: Asked) -> Resolution:
        """塞方|财政部, 驻华: of the country that the letter or the list names."""
        body = asked.position.body
        if body.startswith("驻华"):
            country = next((c for _, above in asked.near if (c := country_of(above))), "")
            return told(country + body if country else "", "block")
        country = self._hosts.country_of_letter(body[0])
        return told(self._hosts.full(country + body[2:] if country else body.removeprefix("中方")), "written")

    def of_list(self, asked: Asked) -> Resolution:
        """The organ of the country of its list, or of the one that the heading names: 国会, 外交部 of a foreign holder."""
        body = asked.position.body
        if PARLIAMENT.fullmatch(body):
            country = next((c for above in asked.firsts if (c := country_of(above))), "")
            country, by = (country, "block") if country else (self._hosts.country, "heading")
        elif (asked.is_foreign or self._is_listed_abroad(asked)) and not is_placed(body):
            country = country_of(next(iter(asked.firsts), self._hosts.country))
            by = "block" if asked.firsts else "heading"
        else:
            return UNKNOWN
        bare = body[1:] if country and body[0] == country[0] and body[0] in letters() else body  # 菲|卫生部
        return told(country + bare if country else "", by)

    def _is_listed_abroad(self, asked: Asked) -> bool:
        """Whether one without a common surname of ours stands right behind another holder: 以色列总理甲和国防部长|加兰特."""
        begin = asked.position.begin
        return self._text[begin - 1 : begin] in JOINTS and surnames()[0].get(asked.holder.person[0], 0) < COMMON

    @staticmethod
    def of_party(asked: Asked) -> Resolution | None:
        """中央对外部 behind a committee of a party abroad is a part of that one; None if it is not."""
        body, last = asked.position.body, next(iter(reversed(asked.own)), "")
        abroad = PARTY_ABROAD.match(last) if body.startswith("中央") and country_of(last) else None
        return told(abroad[1] + body, "chain") if abroad else None


def is_placed(body: str) -> bool:
    """Whether a body says where it is: 中国外交部, 上海合作组织, 西共体委员会; 国防部 does not."""
    if BEYOND_A_COUNTRY.search(body):
        return True
    opener = body[: known().at(body, 0)]
    is_a_ministry = opener == body and body.endswith("部") and not is_foreign(body)
    return bool(opener) and not is_a_ministry
