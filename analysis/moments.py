"""Dates as feeds, sites and ministries write them, all made zone-aware.

A value without a zone is Beijing time. RFC 822 dates in GMT are what the feed generator made of Beijing time and are
turned back; any other zone that is written stays as written.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

YEARS = range(1850, 2101)  # of newspapers; another year is a slip, and would draw a time axis of thousands of years
BEIJING = timezone(timedelta(hours=8))  # no summer time since 1991; for 1986 to 1991 this errs by one hour in summer

_WRITTEN = re.compile(
    r"(?P<year>\d{4})\s*(?:[-/.年]\s*)(?P<month>\d{1,2})\s*(?:[-/.月]\s*)(?P<day>\d{1,2})(?:\s*日)?"
    r"(?:[\sT]*(?:星期.|周.)?\s*(?P<hour>\d{1,2})\s*[:：时]\s*(?P<minute>\d{1,2})"
    r"(?:\s*[:：分]\s*(?P<second>\d{1,2})(?:[.,](?P<fraction>\d{1,9}))?)?\s*[分秒]?)?"
    r"\s*(?P<zone>Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2}))?"
)
_EPOCH = re.compile(r"(\d{10})(\d{3})?")  # seconds or milliseconds since 1970
_FULL_DAY = re.compile(
    r"(?<![\d零〇○一二三四五六七八九])(\d{4}|[零〇○一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_IN_A_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<sep>[-_.年]?)(?P<month>\d{2}|\d(?=月))(?:(?P=sep)|月)(?P<day>\d{2}|\d(?=日))(?!\d)"
)
_DIGITS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９：－／．", "0123456789:-/.")


_MONTHS = {name: i for i, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1)}
# What feeds write: RFC 822 in GMT, and local time without a zone. The full grammar reads both, at ten times the cost.
_RFC_822 = re.compile(
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ({'|'.join(_MONTHS)}) ([12]\d{{3}})"
    r" (\d\d):(\d\d):(\d\d) GMT",
    re.ASCII,
)
_LOCAL = re.compile(r"[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)


def read_date(value: object) -> datetime | None:
    """The moment a value names, zone-aware, or None if it names none.

    Takes `datetime`, `date`, whole numbers (20211112, seconds or milliseconds since 1970) and text: RFC 822, ISO 8601,
    `2021-12-20 14:08:19`, 2021年11月12日, 2021.11.12, 2021/11/12. A year outside of `YEARS` is no date.

    >>> read_date("Fri, 12 Nov 2021 11:05:52 GMT").isoformat()
    '2021-11-12T19:05:52+08:00'
    >>> read_date("2021年11月12日 19:05").isoformat()
    '2021-11-12T19:05:00+08:00'
    >>> read_date(20211112).isoformat()
    '2021-11-12T00:00:00+08:00'
    """
    moment = (_of_feed(value) if isinstance(value, str) else None) or _read(value)
    return moment if moment and moment.year in YEARS else None


def _of_feed(value: str) -> datetime | None:
    """The moment of `Fri, 12 Nov 2021 11:05:52 GMT` or `2021-12-20 14:08:19`; None for any other text."""
    try:
        if match := _RFC_822.fullmatch(value):
            day, month, *rest = match.groups()
            year, hour, minute, second = map(int, rest)
            return datetime(year, _MONTHS[month], int(day), hour, minute, second, tzinfo=UTC).astimezone(BEIJING)
        return datetime.fromisoformat(value).replace(tzinfo=BEIJING) if _LOCAL.fullmatch(value) else None
    except ValueError:
        return None


def _read(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return _aware(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=BEIJING)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip()
    try:
        return _mail(text) if text[:1].isalpha() or "," in text[:4] else _numeric(text.translate(_FULL_WIDTH))
    except (ValueError, TypeError, OverflowError, OSError, IndexError):
        return None


def first_full_day(text: str) -> datetime | None:
    """The first full day in a text (2021年11月12日, 二〇二一年十一月十二日), at midnight in Beijing.

    Errs where a text without any other date opens with an anniversary.

    >>> first_full_day("会议于2021年11月12日召开。").isoformat()
    '2021-11-12T00:00:00+08:00'
    """
    for match in _FULL_DAY.finditer(text):
        try:
            year, month, day = year_of(match[1]), count_of(match[2]), count_of(match[3])
            found = datetime(year, month, day, tzinfo=BEIJING)
        except ValueError:
            continue
        if year in YEARS:
            return found
    return None


def day_in_name(name: str) -> datetime | None:
    """The day in a file name: `20211112_会议`, `2021-11-12 会议`, `会议2021年1月2日`.

    >>> day_in_name("20211112_会议").isoformat()
    '2021-11-12T00:00:00+08:00'
    """
    for match in _IN_A_NAME.finditer(name):
        try:
            return _moment(match.groupdict())
        except ValueError:
            continue
    return None


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=BEIJING) if moment.tzinfo is None else moment


def _mail(text: str) -> datetime | None:
    """RFC 822, in which CST means Central (US) time; in Chinese feeds it is China Standard Time."""
    moment = _aware(parsedate_to_datetime(re.sub(r"\bCST\b", "+0800", text)))
    return moment.astimezone(BEIJING) if moment.utcoffset() == timedelta(0) else moment


def _numeric(text: str) -> datetime | None:
    if match := _WRITTEN.fullmatch(text) or _COMPACT.fullmatch(text):
        return _moment(match.groupdict())
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).astimezone(BEIJING)
    return _mail(text)


def _moment(part: dict[str, str | None]) -> datetime:
    year, month, day, hour, minute, second = (
        int(part.get(name) or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    micro = int((part.get("fraction") or "0").ljust(6, "0")[:6])
    return datetime(year, month, day, hour, minute, second, micro, tzinfo=_zone(part.get("zone")))


def _zone(name: str | None) -> timezone:
    if name in (None, "", "CST"):
        return BEIJING
    if name in ("Z", "UTC", "GMT"):
        return UTC
    digits = name.replace(":", "")
    shift = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-shift if digits[0] == "-" else shift)


def count_of(written: str) -> int:
    """A number below 100 in digits or Chinese numerals.

    >>> count_of("12"), count_of("十二"), count_of("三十一")
    (12, 12, 31)
    """
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int(written.translate(_DIGITS))
    return 10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0)


def year_of(written: str) -> int:
    """A year in four digits or Chinese numerals.

    >>> year_of("2021"), year_of("二〇二一")
    (2021, 2021)
    """
    return int(written.translate(_DIGITS))
