"""Stretches of time, half-open, in Beijing's calendar and clock."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

MINUTE, HOUR, PART, DAY, WEEK, MONTH = "minute", "hour", "part of day", "day", "week", "month"
QUARTER, YEAR, PERIOD = "quarter", "year", "period"
_REMEMBERED = 4096  # periods; the texts of one day speak of the same few days
_OF_THE_CLOCK = (MINUTE, HOUR, PART)

# Hours of each part of the day. Writers differ; each is taken wide, so that the event meant lies inside.
HOURS = {
    "凌晨": (0, 6), "半夜": (0, 6), "清晨": (5, 9), "早晨": (5, 9), "早上": (5, 9), "早": (5, 9), "晨": (5, 9),
    "上午": (6, 12), "中午": (11, 14), "午间": (11, 14), "午后": (12, 18), "下午": (12, 18), "傍晚": (16, 20),
    "晚间": (18, 24), "晚上": (18, 24), "晚": (18, 24), "夜间": (18, 24), "夜里": (18, 24), "夜": (18, 24), "深夜": (21, 24),
}  # fmt: skip
_AFTER_NOON = ("下午", "午后", "傍晚", "晚间", "晚上", "晚", "夜间", "夜里", "夜", "深夜")


class Period(NamedTuple):
    """What an expression means: from `since` up to `until`, told as finely as `precision`; None where nobody can say.

    >>> days(date(2021, 11, 12)).iso()
    ('2021-11-12', '2021-11-13')
    """

    since: datetime | None
    until: datetime | None
    precision: str

    def iso(self) -> tuple[str, str]:
        """Both ends as ISO 8601: days, or minutes where the clock is told; empty text for None."""
        return _iso(self)


@lru_cache(_REMEMBERED)
def _iso(period: Period) -> tuple[str, str]:
    length = 16 if period.precision in _OF_THE_CLOCK else 10
    since = period.since.isoformat()[:length] if period.since else ""
    return since, period.until.isoformat()[:length] if period.until else ""


def nothing(precision: str = PERIOD) -> Period:
    """An expression that the text does not decide."""
    return Period(None, None, precision)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


@lru_cache(_REMEMBERED)
def days(first: date, last: date | None = None, precision: str = DAY) -> Period:
    """From the first day to the last, both inside.

    Raises
    ------
    ValueError
        If the last lies before the first.
    """
    last = last or first
    if last < first:
        raise ValueError("the last day lies before the first.")
    return Period(_midnight(first), _midnight(last) + timedelta(days=1), precision)


@lru_cache(_REMEMBERED)
def months(year: int, first: int, last: int | None = None, precision: str = MONTH) -> Period:
    """Whole months of one year, the last inside. A month outside 1 to 12 runs into another year.

    >>> months(2021, 0).iso(), months(2021, 10, 12).iso()
    (('2020-12-01', '2021-01-01'), ('2021-10-01', '2022-01-01'))
    """
    last = first if last is None else last
    if last < first:
        raise ValueError("the last month lies before the first.")
    return Period(_first_of(year, first), _first_of(year, last + 1), precision)


def _first_of(year: int, month: int) -> datetime:
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


@lru_cache(_REMEMBERED)
def years(first: int, last: int | None = None, precision: str = YEAR) -> Period:
    """Whole years, both inside."""
    last = first if last is None else last
    if last < first:
        raise ValueError("the last year lies before the first.")
    return Period(datetime(first, 1, 1), datetime(last + 1, 1, 1), precision)


def week_of(day: date, shift: int = 0) -> Period:
    """The week, Monday to Sunday, that holds a day, or the one `shift` weeks later.

    >>> week_of(date(2021, 11, 12)).iso()
    ('2021-11-08', '2021-11-15')
    """
    monday = day + timedelta(days=7 * shift - day.weekday())
    return days(monday, monday + timedelta(days=6), WEEK)


# Thirds of a month are exact; 初, 中 and 底 are taken as the same thirds, which errs on the wide side.
_FIRST_DAYS = {"上旬": 1, "初": 1, "中旬": 11, "中": 11, "下旬": 21, "底": 21, "末": 21}


def third_of_month(year: int, month: int, third: str) -> Period:
    """Ten days of a month: 上旬, 中旬, 下旬; also 初, 中, 底.

    >>> third_of_month(2022, 2, "下旬").iso()
    ('2022-02-21', '2022-03-01')
    """
    whole, first = months(year, month), _FIRST_DAYS[third]
    assert whole.since is not None  # months() always says
    since = whole.since.replace(day=first)
    return Period(since, whole.until if first == 21 else since + timedelta(days=10), PERIOD)


def part_of_year(year: int, part: str) -> Period:
    """初 and 春 are taken as the first quarter, 底 and 末 as the last, 中 as the two between; 内 is the whole year."""
    first, last = {"初": (1, 3), "中": (4, 9), "底": (10, 12), "末": (10, 12), "内": (1, 12)}[part]
    return months(year, first, last, PERIOD)


def with_clock(day: date, part: str, hour: int | None, minute: int | None) -> Period:
    """A day narrowed to a part of it, an hour or a minute; 下午3时 is 15:00, 24时 the midnight behind the day.

    >>> with_clock(date(2021, 11, 12), "下午", 3, 30).iso()
    ('2021-11-12T15:30', '2021-11-12T15:31')
    """
    start = _midnight(day)
    if hour is None:
        first, last = HOURS[part]
        return Period(start + timedelta(hours=first), start + timedelta(hours=last), PART)
    if hour < 12 and (part in _AFTER_NOON or (part in ("中午", "午间") and hour < 6)):
        hour += 12
    if hour == 24 and minute is None:  # no hour, but the moment at which the day ends
        minute = 0
    since = start + timedelta(hours=hour, minutes=minute or 0)
    if minute is None:
        return Period(since, since + timedelta(hours=1), HOUR)
    return Period(since, since + timedelta(minutes=1), MINUTE)


def open_until(period: Period, published: date | None) -> Period:
    """以来: from the beginning of a period to the day of publication, that day inside; open where that is unknown."""
    if published is None or period.since is None or _midnight(published) < period.since:
        return Period(period.since, None, PERIOD)
    return Period(period.since, _midnight(published) + timedelta(days=1), PERIOD)
