"""The credit that opens a news paragraph: 新华社南京12月7日电, 本报临江3月7日讯（记者 …）, 央视网消息（新闻联播）：."""

import re

_HAN = r"[\u3400-\u9fff]"
_OUTLET = rf"(?:本[报台网刊社]|{_HAN}{{1,8}}?(?:社|报|网|台|新闻|财经|在线|客户端))"
_BYLINE = r"(?:\s*[（(][^（()）]{1,40}[）)])?"
_REPORTS = r"(?:\s*(?:本报)?记者[^，。：:（）()\s]{2,16}报道\s*[:：])?"  # 本报临江3月7日讯 记者甘田报道：
# Outlet, place, day, 电 or 讯; nothing need follow. 据 opens prose, but with a day and 电 it is still the agency's
# credit.
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_WITH_DAY = rf"据?{_OUTLET}[\u3400-\u9fff·、/／]{{0,16}}?\s*{_DAY}(?:[、至]\d{{1,2}}日)?{_HAN}{{0,6}}?(?:电|讯|消息){_BYLINE}{_REPORTS}"
# Without a day: a bracket, a colon or a blank must follow, so that 新华社消息，… and 本报讯息… stay.
_WITHOUT_DAY = (
    rf"{_OUTLET}{_HAN}{{0,4}}?(?:快讯|讯|消息|电)(?:\s*[（(][^（()）]{{1,40}}[）)]\s*[:：]?|\s*[:：]|[\s\u3000]+(?=\S))"
)
# （某某社记者甘田临江3日电）
_IN_BRACKETS = rf"[（(]{_HAN}{{2,8}}?(?:社|报|网|台)记者{_HAN}{{4,16}}\d{{1,2}}日{_HAN}{{0,6}}?[电讯][）)]|【{_HAN}{{2,8}}?(?:网|报|社|台)(?:综合)?(?:报道|消息|讯)】"
_DATELINE = re.compile(
    rf"[ \t\u3000\xa0]*(?:{_IN_BRACKETS}|[（(【]?(?:{_WITHOUT_DAY}|{_WITH_DAY})[）)】]?)[\s\u3000:：]*"
)
_HEAD = 60  # characters; a dateline is shorter


def dateline_length(paragraph: str) -> int:
    """How many characters a dateline takes at the start of a paragraph, with indent and blanks behind; 0 for none.

    >>> dateline_length("新华社南京12月7日电2021两岸企业家峰会"), dateline_length("据新华社消息，会议召开。")
    (11, 0)
    """
    head = paragraph[:_HEAD]
    match = _DATELINE.match(head) if "电" in head or "讯" in head or "消息" in head or "报道】" in head else None
    return match.end() if match else 0
