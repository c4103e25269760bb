"""Which body a roster is of: the heading above it, or the sentence that founds the group.

云泽市水务局领导班子                          a house: 局长, 总工程师, 党组成员
云泽市总工会第十届委员会选举结果公布          a house, without its board
临江县防汛抗旱指挥部组成人员名单              a group: 指挥长, 成员
… 决定成立县粮食安全工作专班                  a group
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.names.bodies import SUFFIXES
from analysis.officials.bodies.full_names import government, is_relative

GROUP = (
    "(?:领导小组|工作小组|协调小组|小组|工作组|督查组|督导组|巡察组|巡视组|检查组|考察组|调研组|协调组|指导组|专家组|委员会|组委会|执委会|筹委会|编委会|理事会|指挥部"
    "|专班|联席会议|工作委员会|治丧办公室)"
)
IS_GROUP = re.compile(f"{GROUP}$")
# The word that ends the name of the body in a heading, and what else the heading may say.
LEVEL = "(?:现任|历任|历届|新一届|本届|现有|主要|党政|各级|县|市|区|镇|乡|校|院|所|局|厅|台|社|馆|站|处|部|公司|集团|学院|单位|机关|中层|级|村?“两委”|[村社区]*两委|[“”])*"
LISTED = "(?:领导机构|领导|负责人|负责同志|班子|管理团队|管理层|高管|高级管理人员|组织架构|组织机构|机构设置|工作人员|成员|委员|理事|组成|人员|干部|名单|分工|简介|一览表?|公示栏?|公开|通讯录|信息|情况|表)"
OF_SESSION = (
    "第[一二三四五六七八九十百0-9]+[届次](?:理事会|委员会|监事会|董事会|会员|常务理事|主席团)"  # not 第十届全国委员会
)
# A heading of a list, one that tells something of the body, and one of nothing but the body.
WHOLE = re.compile(f"{LEVEL}{LISTED}+(?:[（(][^（）()]*[）)])?$")
BARE = re.compile(f"{LEVEL}$")
TAIL = re.compile(
    f"{LEVEL}(?:{LISTED}|关于|{OF_SESSION}|选举|换届|在[^，。]{{2,12}}(?:召开|举行)|召开|举行|成立|下设|设在|现将|公告|令|决定|决议)"
)
BOARD = re.compile("(?:编委会|社委会|理事会|监事会|董事会|校务委员会|院务委员会|党委会|常务委员会)$")
SESSION = re.compile(f"{OF_SESSION}.*$")
OFFICE = re.compile("(?<=政府)办公[厅室]$")  # it writes for the government: 省政府办公厅关于成立…
FOUNDS = re.compile(
    f"(?:成立|设立|组建|建立|调整|恢复|充实)(?:了|由[^，。]{{2,20}}组成的)?([^，。；：、\\s“”（）]{{2,36}}?{GROUP})"
)
HOUSE_INSIDE = re.compile(
    "^[一-鿿]{2,24}?(?:大学|学院|学校|中学|小学|医院|公司|集团|研究院|研究所|银行|报社|电视台|出版社|街道|社区|[^小]镇|[^全]村)"
)
PLACE = re.compile("(?!全|各|本)[一-鿿]{2,4}?(?:自治[区州县]|[省市县旗]|(?<![小社校园])区)(?![省市县区州]?[委政党])")
LONGEST = 60  # characters of a heading
NO_HEADING = re.compile("[：；、 \t]|^[^一-鿿]|^[^，。]*(?:了|审议|并通过|[是已])")
IN_NO_BODY = re.compile("的|成立|设立|组建")
IN_A_WORD = re.compile("[社校园林矿灌景厂小城]区")  # 清泉社|区
SIGN = re.compile("^[ \t《【]*|^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]+|[》】。：:]|如下|[ \t]*$")


class Heading(NamedTuple):
    """A body that a heading names, and where the heading ends."""

    stop: int
    body: str


class Headings:
    r"""The headings of one text.

    Parameters
    ----------
    text : str
    title : str
        That of the document: it stands above the text.
    lines : sequence of (int, int)
        The lines that may be headings, in text order.
    posts : mapping of int to str
        The bodies of posts that stand alone in a line, by where the line ends: 中央军事委员会主席、副主席、委员.

    >>> Headings("云泽市水务局领导班子\n局长：甲", "", [(0, 10)]).above(11, False)
    '云泽市水务局'
    >>> Headings("县里成立县粮食安全工作专班。组长：甲", "", [(0, 14)]).above(14, True)
    '县粮食安全工作专班'
    """

    def __init__(
        self, text: str, title: str, lines: Sequence[tuple[int, int]], posts: Mapping[int, str] | None = None
    ) -> None:
        named = (Heading(stop, body) for start, stop in lines for body in bodies_of(text[start:stop]))
        alone = (Heading(stop, body) for stop, body in (posts or {}).items())
        self._found = sorted([*(Heading(0, body) for body in bodies_of(title)), *named, *alone])

    def above(self, place: int, is_group: bool | None) -> str:
        """The nearest body that is named above a place, of this sort if one is asked for; '' if none is."""
        index = bisect_left(self._found, (place + 1,)) - 1
        while index >= 0 and is_group is not None and bool(IS_GROUP.search(self._found[index].body)) != is_group:
            index -= 1
        return self._found[index].body if index >= 0 else ""


def bodies_of(line: str) -> Iterator[str]:
    """The bodies that a heading or a founding sentence names."""
    founded = FOUNDS.findall(line)
    heading = SIGN.sub("", line.partition("，")[0])
    body = body_of(heading) if len(heading) <= LONGEST else ""
    if body:
        yield body
    if founded:
        yield founded[-1]


def body_of(line: str) -> str:
    """The shortest body that a heading begins with; '' if what follows it is no heading's.

    >>> body_of("南溪师范学院现任校领导"), body_of("临江县防汛抗旱指挥部组成人员名单"), body_of("云泽市的街道")
    ('南溪师范学院', '临江县防汛抗旱指挥部', '')
    """
    if NO_HEADING.search(line):
        return ""
    ends = [stop for stop in range(3, len(line) + 1) if SUFFIXES.search(line, 0, stop)]
    ends = [stop for stop in ends if not IN_A_WORD.match(line, stop - 1)]
    for tail in (WHOLE, TAIL, BARE):
        may_end = (stop for stop in ends if tail is not BARE or line[stop - 1] != "）")  # 副主席（23名） is no body
        stop = next((stop for stop in may_end if tail.match(line, stop)), 0)
        if stop:
            house = without_board(line[:stop])
            return "" if is_relative(house) or IN_NO_BODY.search(house) else house
    return ""


def without_board(body: str) -> str:
    """云泽日报社|编委会: the board of a house stands for the house."""
    house = BOARD.sub("", SESSION.sub("", OFFICE.sub("", body)))
    return house if (len(house) > 3 and SUFFIXES.search(house)) or is_relative(house) else body


def house_in(group: str) -> str:
    """The house whose group it is: 云泽理工大学|安全工作领导小组."""
    house = HOUSE_INSIDE.match(group)
    return house[0] if house and house[0] != group else ""


def government_in(group: str) -> str:
    """The government of the place that a group is of: 临江县|防汛抗旱指挥部."""
    place = PLACE.match(group)
    return government(place[0]) if place else ""
