"""Organs of Hong Kong and Macao as their own news names them: 财政司, 教育局, 立法会, without the region in front.

An organ belongs to the region that the text named last before it, if it names no other place in between. The names were met in
notices of gov.mo and in Hong Kong news of appointments; which organs stand beside the government is general knowledge.
"""

import re

from analysis.document import Document
from analysis.names.bodies import known
from analysis.names.places import divisions, place_spotter
from analysis.names.registry import registry
from analysis.officials.bodies.full_names import full_name
from analysis.officials.grammar.chain import Position

REGIONS = {"香港": "香港特别行政区", "澳门": "澳门特别行政区"}
NAMED = re.compile("香港(?!仔)|澳门")
# Organs that no other place has, for news that does not name its own region.
TELLING = {
    "香港": re.compile(
        "(?<!行)政务司|(?<!经济)财政司|律政司|政制及内地事务局|商务及经济发展局|劳工及福利局|财经事务及库务局|公务员事务局|环境及生态局|医务卫生局|食物及卫生局"
        "|民政及青年事务局|民政事务总署|运输及房屋局|运输及物流局|创新科技及工业局|文化体育及旅游局|康乐及文化事务署|食物环境卫生署|渔农自然护理署|政府新闻处|财政司司长|常任秘书长"
    ),
    "澳门": re.compile("行政法务司|经济财政司|社会文化司|运输工务司|教育及青年发展局"),
}
# Beside the government: the legislature, the councils of the chief executive, courts, commissioners.
BESIDE = re.compile(
    "^(?:立法会|行政会议|行政会$|终审法院|高等法院|区域法院|中级法院|初级法院|检察院$|廉政公署|申诉专员公署)"
)
WITHIN = re.compile(
    "^(?:政务司|财政司|律政司|行政法务司|经济财政司|保安司|社会文化司|运输工务司|行政长官办公室|[一-鿿]{2,14}(?:局|署|处))$"
)
# Bodies of their own law, which are no part of the government.
STATUTORY = re.compile(
    "^(?:金融管理局|机场管理局|旅游发展局|贸易发展局|医院管理局|市区重建局|西九文化区管理局|生产力促进局)$"
)
# What Beijing sends there, in the short forms of its posts: 外交部驻港|特派员.
DISPATCHED = re.compile(
    "^(?:外交部驻(港|澳|香港|澳门)(?:特区|特别行政区)?(?:特派员)?(?:公署)?|(?:中国人民)?(解放军)驻(港|澳|香港|澳门)部队)$"
)
# What a post says by itself.
OF_HEAD = {"行政长官": "", "特首": "", "廉政专员": "廉政公署"}
OF_HEAD_IN_MACAO = {"检察长": "检察院", "审计长": "审计署"}
# Regions have full names of their own: what only looks like one (香港|大律师公会) stays as it is printed.
PREFIXED = re.compile("^(香港|澳门)(?!特)(.+)$")
# 澳门特区|保安司, 香港特别行政区政府|教育局.
SPECIAL = re.compile("^(香港|澳门)(?:特区|特别行政区)(?:政府)?(.+)$")
NEAR = 600  # characters in front of a post in which its region must be named


class SpecialRegions:
    """Which organ of Hong Kong or Macao a post of one document is in.

    Parameters
    ----------
    document : Document

    >>> text = "香港特区财政司司长郑允衡会见记者，教育局局长简耀廷在场。"
    >>> post = Position(17, 20, 22, "局长", "局长", "", "教育局", 17, "", False)
    >>> SpecialRegions(Document("d", text=text)).body(post)
    '香港特别行政区政府教育局'
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._named = [(match.start(), match[0]) for match in NAMED.finditer(self._text)]
        self._named = self._named or self._told_by_organs()
        self._title = next((match[0] for match in NAMED.finditer(document.title)), "")

    def _told_by_organs(self) -> list[tuple[int, str]]:
        """The region by the first organ that it alone has, told from the beginning on."""
        told = sorted(
            (match.start(), name) for name, organs in TELLING.items() for match in organs.finditer(self._text)
        )
        width = len("香港")  # as if the name of the region stood in front of the organ
        return [(place - width, name) for place, name in [(0, told[0][1]), *told]] if told else []

    def body(self, position: Position) -> str:
        """The full name of the organ, or '' where this is none of theirs."""
        if not self._named and not self._title:
            return ""
        dispatched = DISPATCHED.match(position.body)
        if dispatched:
            return self._dispatched(*dispatched.groups(""))
        special = SPECIAL.match(position.body)
        if special and position.body not in registry() and (organ := self._organ(special[2], special[1])):
            return organ
        prefixed = PREFIXED.match(position.body)
        if prefixed:
            return "" if position.body in registry() else self._organ(prefixed[2], prefixed[1]) or position.body
        if position.body in registry() or position.body in divisions():
            return ""
        region = self._region(position.begin)
        if not region:
            return ""
        return self._organ(position.body, region) if position.body else self._of_head(position.head, region)

    @staticmethod
    def _dispatched(seat: str, army: str, garrison: str) -> str:
        place = "香港" if "港" in seat + garrison else "澳门"
        return f"中国人民解放军驻{place}部队" if army else f"中华人民共和国外交部驻{REGIONS[place]}特派员公署"

    def _organ(self, body: str, region: str) -> str:
        body = body.removeprefix("政府")
        if BESIDE.match(body) or (region == "澳门" and body == "检察院"):
            return REGIONS[region] + body
        if body == "中联办":
            return full_name(region + body)
        if STATUTORY.match(body):
            return full_name(region + body) if region + body in registry() else body
        return (
            f"{REGIONS[region]}政府{body.removeprefix('政府')}"
            if WITHIN.match(body) and not known().at(body, 0)
            else ""
        )

    def _of_head(self, head: str, region: str) -> str:
        organs = OF_HEAD | OF_HEAD_IN_MACAO if region == "澳门" else OF_HEAD
        return REGIONS[region] + organs[head] if head in organs else ""

    def _region(self, place: int) -> str:
        """The region that was named last before `place`, if no other place has been named since."""
        before = [(start, name) for start, name in self._named if place - NEAR <= start < place]
        start, name = before[-1] if before else (0, self._title or self._first(place))
        between = self._text[start + 2 if before else 0 : place]
        others = (between[slice(*span)] for span in place_spotter().find(between))
        return "" if any(self._is_elsewhere(other) for other in others) else name

    @staticmethod
    def _is_elsewhere(place: str) -> bool:
        """Whether the text has gone on to another place; the short form of a county is as likely part of a name: 张|永春."""
        if place in {"中国", *REGIONS.values()}:
            return False
        found = divisions().get(place, ())
        return not found or any(division.level != "county" or division.name == place for division in found)

    def _first(self, place: int) -> str:
        """The region of a headline that begins with the post: 特首麦敬亭答问, and below it 香港特首麦敬亭."""
        return next((name for start, name in self._named if place < start <= place + NEAR and start < NEAR), "")
