"""Readers of expressions that mean a day: 2021年11月12日, 11月12日至15日, 7日, 昨天, 上周五, 上午, 10时30分."""

from datetime import date, timedelta

from analysis.dates.context import NOTHING, PUBLICATION, TEXT, WRITTEN, Context, Spot, day_near, year_for
from analysis.dates.periods import DAY, HOUR, PART, Period, days, nothing, open_until, with_clock
from analysis.dates.years import month_told, year_told
from analysis.moments import count_of, year_of

Meaning = tuple[Period, str]

_FROM_PUBLICATION = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "大前": -3, "大后": 3}
_FROM_TEXT = {"当": 0, "同": 0, "是": 0, "次": 1, "翌": 1}
_CLOSE = 2  # characters between 今晚（1月21日） and 8时


def full_day(spot: Spot, context: Context) -> Meaning | None:
    """2021-11-12, 2021/11/12."""
    part = spot.part
    first = date(int(part["year"]), int(part["month"]), int(part["day"]))
    return _timed(first, None, spot, context), WRITTEN


def month_day(spot: Spot, context: Context) -> Meaning | None:
    """2021年11月12日, 去年11月12日, 11月12日, 本月12日, 11月12-15日."""
    numbers = _numbers(spot)
    found, base = _year_and_month(spot, context, numbers[0])
    if found is None:
        return nothing(DAY), base
    first, last = (date(*found, number) for number in (numbers[0], numbers[-1]))
    return _timed(first, last, spot, context), base


def _numbers(spot: Spot) -> list[int]:
    return [count_of(spot.part[name]) for name in ("day0", "day") if name in spot.part]


def _year_and_month(spot: Spot, context: Context, day: int) -> tuple[tuple[int, int] | None, str]:
    part = spot.part
    if "relative_month" in part:
        return month_told(part["relative_month"], context)
    month = count_of(part["month"])
    date(2000, month, day)  # 2月30日 is no day of any year
    told: int | None
    if "year" in part:
        told, base = year_of(part["year"]), WRITTEN
    elif "relative_year" in part:
        told, base = year_told(part["relative_year"], context)
    else:
        told, base = year_for(month, spot, context, day)
    return ((told, month) if told else None), base


def bare_day(spot: Spot, context: Context) -> Meaning | None:
    """7日, 12日至15日, 12-15日."""
    numbers = _numbers(spot)
    last, base = day_near(numbers[-1], spot, context)
    if last is None:
        return nothing(DAY), base
    first = last.replace(day=numbers[0])
    return _timed(first, last, spot, context), base


def named_day(spot: Spot, context: Context) -> Meaning | None:
    """今天, 昨日, 当晚, 次日."""
    word = spot.part["word"]
    if word[0] in _FROM_TEXT:
        shift = _FROM_TEXT[word[0]]
        base, told = TEXT, context.day
        if told is None and not shift:
            base, told = PUBLICATION, context.published
    else:
        base, told, shift = PUBLICATION, context.published, _FROM_PUBLICATION[word[: 1 + word.startswith("大")]]
    if told is None:
        return nothing(DAY), NOTHING
    return _timed(told + timedelta(days=shift), None, spot, context), base


def weekday(spot: Spot, context: Context) -> Meaning | None:
    """本周五, 上周三, 星期一."""
    if context.published is None:
        return nothing(DAY), NOTHING
    which = spot.part.get("week", "")
    number = "一二三四五六日".find(spot.part["weekday"].replace("天", "日"))
    if number < 0:  # 本周末
        number, length = 5, 2
    else:
        length = 1
    monday = context.published - timedelta(days=context.published.weekday())
    if which:
        shift = {"本": 0, "这": 0, "上": -1, "下": 1}[which[0]]
    else:
        ahead = number > context.published.weekday()
        shift = -1 if ahead and not spot.coming() else 0
    first = monday + timedelta(days=7 * shift + number)
    return _timed(first, first + timedelta(days=length - 1), spot, context), PUBLICATION


def clock(spot: Spot, context: Context) -> Meaning | None:
    """上午, 下午3时, 10时30分: of the last day that the text has named."""
    if context.day is None:
        return nothing(HOUR if "hour" in spot.part else PART), NOTHING
    still = context.daypart if spot.start - context.year_at <= _CLOSE else ""
    period = _timed(context.day, None, spot, context, still)
    if spot.joined and "daypart" not in spot.part and context.moment and period.since and period.until:
        noon = timedelta(hours=12)  # 下午2时至4时: the end shares the part of the day
        if period.since <= context.moment < period.since + noon:
            return Period(period.since + noon, period.until + noon, period.precision), TEXT
    return period, TEXT


def _timed(first: date, last: date | None, spot: Spot, context: Context, still: str = "") -> Period:
    """The day, narrowed to the part of the day and the time that stand behind it, or opened by 以来."""
    part = spot.part
    daypart = spot.daypart() or still
    if last in (None, first) and ("hour" in part or daypart):
        period = with_clock(first, daypart, *_hour_and_minute(part))
        return _from_hour(first, daypart, period, part) if "hour0" in part else period
    period = days(first, last)
    return open_until(period, context.published) if "on" in part else period


def _from_hour(day: date, daypart: str, end: Period, part: dict[str, str]) -> Period:
    """0—24时, 9时30分至11时: up to the moment that the end begins."""
    minute = int(part["minute0"]) if "minute0" in part else None
    begin = with_clock(day, daypart, int(part["hour0"]), minute)
    if begin.since is None or end.since is None or end.since <= begin.since:
        raise ValueError("the last hour lies before the first.")
    return Period(begin.since, end.since, begin.precision)


def _hour_and_minute(part: dict[str, str]) -> tuple[int | None, int | None]:
    if "hour" not in part:
        return None, None
    minute = part.get("minute") or part.get("colon")
    return _hour(part["hour"]), int(minute) if minute else 30 if "half" in part else None


def _hour(written: str) -> int:
    return 2 if written == "两" else count_of(written)
