"""Which body a roster is of: the heading above it, or the sentence that founds the group.

    云泽市水务局领导班子                          a house: 局长, 总工程师, 党组成员
    云泽市总工会第十届委员会选举结果公布          a house, without its board
    临江县防汛抗旱指挥部组成人员名单              a group: 指挥长, 成员
    … 决定成立县粮食安全工作专班                  a group
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis.names.bodies import SUFFIXES

GROUP = (
    "(?:领导小组|工作小组|协调小组|小组|工作组|督查组|督导组|巡察组|巡视组|检查组|考察组|调研组|协调组|指导组|专家组|委员会|组委会|执委会|筹委会|编委会|理事会|指挥部"
    "|专班|联席会议|工作委员会|治丧办公室)"
)
IS_GROUP = re.compile(f"{GROUP}$")
# The word that ends the name of the body in a heading, and what else the heading may say.
TAIL = re.compile(
    "(?:现任|历任|历届|新一届|本届|现有|主要|党政|各级|县|市|区|镇|乡|校|院|所|局|厅|台|社|馆|站|处|部|公司|集团|学院|单位|机关|中层|级|“两委”|两委|村“两委”|[“”])*"
    "(?:$|领导|负责人|班子|管理团队|管理层|高管|高级管理人员|组织架构|组织机构|机构设置|两委|工作人员|成员|组成|人员|干部|名单|分工|关于|简介|一览|公示|公开|通讯录"
    "|第[一二三四五六七八九十百0-9]+[届次]|选举|换届|在[^，。]{2,12}(?:召开|举行)|召开|举行|现将)"
)
BOARD = re.compile("(?:编委会|社委会|理事会|监事会|董事会|校务委员会|院务委员会|党委会|常务委员会)$")
FOUNDS = re.compile(
    f"(?:成立|设立|组建|建立|调整|恢复|充实)(?:了|由[^，。]{{2,20}}组成的)?([^，。；：、\\s“”（）]{{2,36}}?{GROUP})"
)
HOUSE_INSIDE = re.compile(
    "^[一-鿿]{2,24}?(?:大学|学院|学校|中学|小学|医院|公司|集团|研究院|研究所|银行|报社|电视台|出版社|街道|社区|[^小]镇|[^全]村)"
)
LINE = re.compile("[^\n。！？]+")
LONGEST = 60  # characters of a heading
SIGN = re.compile("^[ \t《【]*|[》】]|[ \t]*$")


class Heading(NamedTuple):
    """A body that a heading names, and where the heading ends."""

    stop: int
    body: str
    is_group: bool


class Headings:
    """The headings of one text.

    Parameters
    ----------
    text : str
    title : str
        That of the document: it stands above the text.

    >>> Headings("云泽市水务局领导班子\\n局长：甲", "").above(11, False)
    '云泽市水务局'
    >>> Headings("县里成立县粮食安全工作专班。组长：甲", "").above(14, True)
    '县粮食安全工作专班'
    """

    def __init__(self, text: str, title: str) -> None:
        self._text, self._title = text, title

    def above(self, place: int, is_group: bool | None) -> str:
        """The nearest body that is named above a place, of this sort if one is asked for; '' if none is."""
        found = self._found
        index = bisect_left(found, (place,)) - 1
        while index >= 0 and is_group is not None and found[index].is_group != is_group:
            index -= 1
        return found[index].body if index >= 0 else ""

    @cached_property
    def _found(self) -> list[Heading]:
        title = [Heading(0, heading.body, heading.is_group) for heading in headings_of(self._title)]
        return sorted([*title, *headings_of(self._text)])


def headings_of(text: str) -> Iterator[Heading]:
    """The headings of a text."""
    for line in LINE.finditer(text):
        founded = list(FOUNDS.finditer(text, *line.span()))
        if founded:
            yield Heading(founded[-1].end(), founded[-1][1], True)
        elif line.end() - line.start() <= LONGEST:
            yield from of_line(line[0], line.end())


def of_line(line: str, stop: int) -> Iterator[Heading]:
    """What a short line names as a heading."""
    line = SIGN.sub("", line)
    body = body_of(line)
    if body:
        yield Heading(stop, body, bool(IS_GROUP.search(body)))


def body_of(line: str) -> str:
    """The longest body that a heading begins with; '' if what follows it is no heading's.

    >>> body_of("南溪师范学院现任校领导"), body_of("临江县防汛抗旱指挥部组成人员名单"), body_of("云泽市的街道")
    ('南溪师范学院', '临江县防汛抗旱指挥部', '')
    """
    if not any("一" <= c <= "鿿" for c in line[:2]) or "：" in line or "，" in line or "；" in line:
        return ""
    for stop in range(len(line), 2, -1):
        if SUFFIXES.search(line, 0, stop) and TAIL.match(line, stop):
            return without_board(line[:stop])
    return ""


def without_board(body: str) -> str:
    """云泽日报社|编委会: the board of a house stands for the house."""
    house = BOARD.sub("", re.sub("第[一二三四五六七八九十百0-9]+届.*$", "", body))
    return house if len(house) > 3 and SUFFIXES.search(house) else body


def house_in(group: str) -> str:
    """The house whose group it is: 云泽理工大学|安全工作领导小组."""
    house = HOUSE_INSIDE.match(group)
    return house[0] if house and house[0] != group else ""
