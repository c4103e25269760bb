"""A day that a text gives of itself: on a line of its own at its head or foot, or in its dateline."""

import re
from collections.abc import Iterator
from datetime import datetime

from analysis.moments import count_of, first_full_day, read_date

_HEAD, _FOOT = 5, 4  # lines with text; a title, a subtitle, an outlet and a number stand above, a signature below
_LONGEST = 60  # characters
_LABEL = r"(?:(?:发布|发表|发稿|刊发|刊登|成文|印发|签发|公布|更新|发文)(?:时间|日期)|日期)\s*[:：]\s*"
_OUTLET = r"[\u3400-\u9fff]{2,16}"
_CLOCK = r"(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?)?分?)?"
_WEEKDAY = r"(?:\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
_NUMERALS = "零〇○一二三四五六七八九"
_DIGITS_DAY = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_NUMERALS_DAY = rf"[{_NUMERALS}]{{4}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
_DAY = rf"(?P<day>{_DIGITS_DAY}|{_NUMERALS_DAY}){_WEEKDAY}(?P<clock>{_CLOCK})"
# The outlet may stand before the day (工人日报 2021-11-12) or behind it, credits too; any more is prose.
_BEHIND = rf"\s*(?:来源|作者|编辑|责编)[:：].*|[\s|丨]+(?:{_OUTLET}|第\s?[0-9A-Z一二三四五六七八九十]{{1,3}}\s?版)"
_LINE = re.compile(rf"(?:{_OUTLET}[\s|丨]+|[（(【\[]?(?:{_LABEL})?){_DAY}[）)】\]]?(?:{_BEHIND})?")
_MONTH_AND_DAY = re.compile(r"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日")


def date_line(text: str) -> datetime | None:
    r"""The day on a line of its own among the first or the last lines of a text; the head is asked first.

    A day inside a sentence is none: it may be what the text is about.

    >>> date_line("会议召开\n2021年11月12日 星期五 19:05\n会议指出，……").isoformat()
    '2021-11-12T19:05:00+08:00'
    >>> date_line("1899年12月16日，学堂开学。") is None
    True
    """
    for line in _ends(text):
        if len(line) <= _LONGEST and (match := _LINE.fullmatch(line)):
            written = f"{match['day']} {match['clock'].strip()}".strip()
            if date := read_date(written) or first_full_day(match["day"]):
                return date
    return None


def _ends(text: str) -> Iterator[str]:
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    yield from lines[:_HEAD]
    yield from reversed(lines[_HEAD:][-_FOOT:])


def month_and_day(dateline: str) -> tuple[int, int] | None:
    """The month and day of a dateline without a year.

    >>> month_and_day("新华社南京12月7日电")
    (12, 7)
    """
    match = _MONTH_AND_DAY.search(dateline)
    return (count_of(match[1]), count_of(match[2])) if match else None
