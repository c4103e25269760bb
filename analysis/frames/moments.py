"""The moment that a cell of a table names, zone-aware; a value without a zone is Beijing time."""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_BEIJING = timezone(timedelta(hours=8))
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*")


def moment(value: object) -> datetime | None:
    """The moment of a `Timestamp`, `datetime`, `date` or text (ISO 8601, RFC 822, 2021年11月12日 19:05); None if none.

    >>> moment("2021-11-12").isoformat(), moment("2021/1/2 9:05").isoformat(), moment("Fri, 12 Nov 2021 11:05:52 GMT").hour
    ('2021-11-12T00:00:00+08:00', '2021-01-02T09:05:00+08:00', 19)
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=_BEIJING) if value.tzinfo is None else value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=_BEIJING)
    try:
        return _written(str(value).strip())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _written(text: str) -> datetime | None:
    if text[:1].isalpha():
        found = moment(parsedate_to_datetime(text))
        return found.astimezone(_BEIJING) if found and found.utcoffset() == timedelta(0) else found
    day = _DAY.match(text)
    if day is None:
        return moment(datetime.fromisoformat(text))
    clock = text[day.end() :].lstrip("T")
    clock = f"0{clock}" if re.match(r"\d[:：]", clock) else clock
    date_text = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return moment(datetime.fromisoformat(f"{date_text} {clock.replace('：', ':')}" if clock else date_text))
