"""The credit that opens a news paragraph: 新华社南京12月7日电, 本报临江3月7日讯（记者 …）, 央视网消息（新闻联播）：."""

import re

_HAN = r"[\u3400-\u9fff]"
_OUTLET = rf"(?:本[报報台网網刊社]|{_HAN}{{1,8}}?(?:社|报|報|网|網|台|臺|新闻|新聞|财经|財經|在线|客户端))"
_BYLINE = r"(?:\s*[（(][^（()）]{1,40}[）)])?"
_REPORTS = r"(?:\s*(?:本报)?记者[^，。：:（）()\s]{2,16}报道\s*[:：])?"  # 本报临江3月7日讯 记者甘田报道：
# Outlet, place, day, 电 or 讯; nothing need follow. 据 opens prose, but with a day and 电 it is still the agency's
# credit.
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
# 5月3日电话采访, 电视直播, 讯问, 消息显示 are prose; but 电商务部… and 电台湾… are 电 and what the agency says.
_SENT = (
    r"(?:[电電](?!话(?:采访|连线|联系|通知|告知|会谈|询问|沟通|慰问|表示|[，中里])|视(?:直播|台|讲话|采访|新闻|画面|报道|剧|转播|节目))"
    r"|[讯訊](?!问(?!题)|息|号)|消息(?!显示|称|说|指|传|人士|源|灵通))"
)
_WITH_DAY = rf"据?{_OUTLET}[\u3400-\u9fff·、/／]{{0,16}}?\s*{_DAY}(?:[、至]\d{{1,2}}日)?{_HAN}{{0,6}}?{_SENT}{_BYLINE}{_REPORTS}"
# Without a day: a bracket, a colon or a blank must follow, so that 新华社消息，… and 本报讯息… stay.
_WITHOUT_DAY = rf"{_OUTLET}{_HAN}{{0,4}}?(?:快[讯訊]|[讯訊]|消息|[电電])(?:\s*[（(][^（()）]{{1,40}}[）)]\s*[:：]?|\s*[:：]|[\s\u3000]+(?=\S))"
# （某某社记者甘田临江3日电）, 云上临江讯（通讯员 甘田）, 【某某网报道】
_IN_BRACKETS = (
    rf"[（(]{_HAN}{{2,8}}?(?:社|报|報|网|網|台|臺)[记記]者{_HAN}{{4,16}}\d{{1,2}}日{_HAN}{{0,6}}?[电電讯訊][）)]"
    rf"|{_HAN}{{2,10}}[讯訊][\s\u3000]*[（(][^（()）]{{0,10}}(?:记者|記者|通讯员|通訊員)[^（()）]{{2,36}}[）)]"
    rf"|【{_HAN}{{2,8}}?(?:网|报|社|台)(?:综合)?(?:报道|消息|讯)】"
)
_DATELINE = re.compile(
    rf"[ \t\u3000\xa0]*(?:{_IN_BRACKETS}|[（(【]?(?:{_WITHOUT_DAY}|{_WITH_DAY})[）)】]?)[\s\u3000:：]*(?:[，,][\s\u3000]*)?"
)
_SIGN = re.compile("[电電讯訊]|消息|报道】")
_HEAD = 60  # characters; a dateline is shorter


def dateline_length(paragraph: str) -> int:
    """How many characters a dateline takes at the start of a paragraph, with indent and blanks behind; 0 for none.

    >>> dateline_length("新华社南京12月7日电2021两岸企业家峰会"), dateline_length("据新华社消息，会议召开。")
    (11, 0)
    """
    head = paragraph[:_HEAD]
    match = _DATELINE.match(head) if _SIGN.search(head) else None
    return match.end() if match else 0
