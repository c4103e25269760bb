"""Sessions of congresses and of consultative conferences: 全国政协十四届一次会议, whose 主席团 and 秘书长 are its own.

`Session := [Area] N 届 Congress M 次会议 | Congress N 届 M 次会议 | 政协 [Area] N 届 [Area] 委员会 M 次会议`, and in full as the
sessions call themselves: 第十四届全国人民代表大会第一次会议.
"""

import re

NUMBER = "第?(?P<{}>[一二三四五六七八九十]{{1,3}})"
AREA = "[一-鿿]{2,10}?(?:省|自治区|市|县|区|自治州|旗)"
MEETING = f"{NUMBER.format('meeting')}次(?:全体)?会议"
TERM = f"{NUMBER.format('term')}届"
# The orders in which news puts the area, the term and the kind; 政协第十四届全国委员会第一次会议 is the last.
ORDERS = tuple(
    re.compile(order)
    for order in (
        f"{TERM}(?P<area>全国)(?P<kind>人大|人民代表大会|政协){MEETING}",
        f"(?P<area>全国)(?P<kind>人大|政协){TERM}{MEETING}",
        f"(?<![一-鿿])(?P<area>{AREA}){TERM}(?P<kind>人大|人民代表大会|政协){MEETING}",
        f"(?<![一-鿿])(?P<area>{AREA})(?P<kind>人大|政协){TERM}{MEETING}",
        f"(?P<kind>政协)(?:(?P<area>全国|{AREA}){TERM}|{TERM.replace('term', 'term2')}(?P<area2>全国|{AREA}))(?:委员会)?{MEETING}",
    )
)
BUREAU = re.compile("(?:大会|会议)?(主席团)")


def session_of(words: str) -> str:
    """The full name of the session that some words begin with, and of what they name behind it; '' if they name none.

    >>> session_of("全国政协十四届一次会议主席团"), session_of("十四届全国人大一次会议")
    ('中国人民政治协商会议第十四届全国委员会第一次会议主席团', '第十四届全国人民代表大会第一次会议')
    >>> session_of("湖南省十四届人大二次会议"), session_of("湖南省人大")
    ('湖南省第十四届人民代表大会第二次会议', '')
    """
    found = next((match for order in ORDERS if (match := order.match(words))), None)
    return _in_full(found) + BUREAU.sub(r"\1", words[found.end() :]) if found else ""


def session_before(text: str, place: int) -> str:
    """The full name of the session that a text names last in front of a place; '' if it names none.

    >>> session_before("十四届全国人大一次会议5日开幕。大会主席团常务主席", 17)
    '第十四届全国人民代表大会第一次会议'
    """
    found = [match for order in ORDERS for match in order.finditer(text, max(0, place - 2000), place)]
    return _in_full(max(found, key=re.Match.end)) if found else ""


def _in_full(found: re.Match[str]) -> str:
    said = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
    area, term, meeting = said["area"], f"第{said['term']}届", f"第{said['meeting']}次会议"
    if said["kind"] == "政协":
        body = f"{term}全国委员会" if area == "全国" else f"{area}{term}委员会"
        return f"中国人民政治协商会议{body}{meeting}"
    congress = f"{term}全国人民代表大会" if area == "全国" else f"{area}{term}人民代表大会"
    return congress + meeting
