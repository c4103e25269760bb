"""The day of publication in a URL or in the path of a file, as sites and crawlers write it."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from analysis.moments import BEIJING, day_in_name

FIRST_YEAR = 1995  # of news on the web in China

# /2021-11-12/doc-… (Sina), /2021/11/12/… (CCTV), /2021/1112/c1001-… (People's Daily), /2021-11/12/c_… (Xinhua, gov.cn),
# /202111/12/WS… (China Daily), /gn/2021/11-12/… (China News), /202111/t20211112_… (TRS: most ministries),
# /20211112A0… (QQ).
_IN_URL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:[-_/.](?P<month>0?[1-9]|1[0-2])[-_/.](?P<day>0?[1-9]|[12]\d|3[01])"
    r"|[-_/.]?(?P<mm>0[1-9]|1[0-2])[-_/.]?(?P<dd>0[1-9]|[12]\d|3[01]))(?:\d{6})?(?!\d)"
)
_SHORT_IN_URL = re.compile(r"163\.com/(?P<yy>\d{2})/(?P<mm>\d{2})(?P<dd>\d{2})/")  # NetEase: /21/1112/19/…
_SHORT_IN_NAME = re.compile(r"(?P<yy>\d{2})(?P<mm>0[1-9]|1[0-2])(?P<dd>0[1-9]|[12]\d|3[01])(?=[_\-\s.—]|$)")
_FOLDER_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=$|年|[-_.]?(?:0[1-9]|1[0-2])(?!\d))")


def day_in_url(url: str) -> datetime | None:
    """The day in the path of a URL, the last one if there are several; numbers of articles (c_1128057123) are none.

    >>> day_in_url("http://www.example.cn/n1/2021/1112/c1001-32280000.html").isoformat()
    '2021-11-12T00:00:00+08:00'
    >>> day_in_url("http://www.example.cn/xw/c_1128057123.htm") is None
    True
    """
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    if short := _SHORT_IN_URL.search(path):
        return _day(2000 + int(short["yy"]), short["mm"], short["dd"])
    path = path.partition("://")[2] or path
    days = [_day(int(m["year"]), m["month"] or m["mm"], m["day"] or m["dd"]) for m in _IN_URL.finditer(path)]
    return _last(day for day in days if day and day.year >= FIRST_YEAR)


def day_in_path(path: str) -> datetime | None:
    """The day in a file name, or else in its folders: 2021-11-12-会议.md, 2021-11/211112_会议.md, 2021/11/12/会议.md.

    Two digits of a year are read only where a folder tells the same year in four.

    >>> day_in_path("2021-11/211112_会议.md").isoformat()
    '2021-11-12T00:00:00+08:00'
    >>> day_in_path("稿件/211112_会议.md") is None
    True
    """
    folders, _, name = path.rpartition("/")
    if day := day_in_name(name.rpartition(".")[0] or name):
        return day
    short, year = _SHORT_IN_NAME.match(name), year_in_path(path)
    if short and year and year % 100 == int(short["yy"]):
        return _day(year, short["mm"], short["dd"])
    days = [_day(int(m["year"]), m["month"] or m["mm"], m["day"] or m["dd"]) for m in _IN_URL.finditer(folders)]
    return _last(day for day in days if day)


def year_in_path(path: str) -> int | None:
    """The year that the folders tell, nearest to the file first: 2021/x.md, 2021-11/x.md, 2021年/x.md.

    >>> year_in_path("新闻/2021-11/会议.md"), year_in_path("2021人/会议.md")
    (2021, None)
    """
    for folder in reversed(path.split("/")[:-1]):
        if match := _FOLDER_YEAR.search(folder):
            return int(match[1])
    return None


def _day(year: int, month: str, day: str) -> datetime | None:
    try:
        found = date(year, int(month), int(day))
    except ValueError:
        return None
    return datetime(found.year, found.month, found.day, tzinfo=BEIJING)


def _last(days: Iterable[datetime]) -> datetime | None:
    last = None
    for day in days:
        last = day
    return last
