"""Readers of expressions that mean months and years: 2021年11月, 1-7月, 上月底, 去年, 今年以来, 上半年, 20世纪90年代."""

from datetime import date, timedelta

from analysis.dates.context import NOTHING, PUBLICATION, TEXT, WRITTEN, Context, Spot, year_for
from analysis.dates.periods import (
    DAY,
    MONTH,
    PERIOD,
    QUARTER,
    WEEK,
    YEAR,
    Period,
    months,
    nothing,
    open_until,
    part_of_year,
    third_of_month,
    week_of,
    years,
)
from analysis.moments import count_of, year_of

Meaning = tuple[Period, str]

_FROM_PUBLICATION = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_FROM_TEXT = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1, "上年": -1}
_QUARTERS = {
    "上半年": (1, 6), "下半年": (7, 12), "前两季度": (1, 6), "前两个季度": (1, 6), "前三季度": (1, 9), "前三个季度": (1, 9),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
}  # fmt: skip
_NUMERALS = str.maketrans("1234", "一二三四")
_HALF_A_YEAR = timedelta(days=183)


def year_told(word: str, context: Context) -> tuple[int | None, str]:
    """The year that 今年, 去年, 当年, … mean, and what told it.

    上年 is the year before the one the text speaks of (2021年…比上年增长), else before the publication.
    """
    if word in _FROM_PUBLICATION:
        if context.published is None:
            return None, NOTHING
        return context.published.year + _FROM_PUBLICATION[word], PUBLICATION
    if context.year is not None:
        return context.year + _FROM_TEXT[word], TEXT
    if word == "上年" and context.published:
        return context.published.year - 1, PUBLICATION
    return None, NOTHING


def month_told(word: str, context: Context) -> tuple[tuple[int, int] | None, str]:
    """The year and month that 本月, 上月, 当月, … mean, and what told it."""
    if word[0] in "当同次翌":
        base, start = TEXT, context.month
    else:
        base, start = PUBLICATION, context.published
    if start is None:
        return None, NOTHING
    shift = {"上": -1, "下": 1, "次": 1, "翌": 1}.get(word[0], 0)
    month = 12 * start.year + start.month - 1 + shift
    return (month // 12, month % 12 + 1), base


def month(spot: Spot, context: Context) -> Meaning | None:
    """2021年11月, 11月, 1-7月, 上月, 今年8月上旬."""
    part = spot.part
    first, last, year, base = 0, 0, None, WRITTEN
    if "relative_month" in part:
        found, base = month_told(part["relative_month"], context)
        if found is not None:
            year, last = found
        first = last
    else:
        last = count_of(part["month"])
        first = count_of(part["month0"]) if "month0" in part else last
        if not 1 <= first <= last <= 12:
            return None
        year, base = _year_of_month(first, spot, context)
    if year is None:
        return nothing(PERIOD if "third" in part else MONTH), base
    if "third" in part:
        return third_of_month(year, last, part["third"]), base
    period = months(year, first, last)
    return open_until(period, context.published) if "on" in part else period, base


def _year_of_month(first: int, spot: Spot, context: Context) -> tuple[int | None, str]:
    if "year" in spot.part:
        return year_of(spot.part["year"]), WRITTEN
    if "relative_year" in spot.part:
        return year_told(spot.part["relative_year"], context)
    return year_for(first, spot, context)


def bare_third(spot: Spot, context: Context) -> Meaning | None:
    """月底, 月初: of the month of publication."""
    if context.published is None:
        return nothing(PERIOD), NOTHING
    third = spot.part["third"]
    return third_of_month(context.published.year, context.published.month, third), PUBLICATION


def year(spot: Spot, context: Context) -> Meaning | None:
    """2021年, 2021至2023年, 去年, 今年以来, 2021年底."""
    part = spot.part
    told: int | None
    if "year" in part:
        told, base = year_of(part["year"]), WRITTEN
        if _counts_years(told, spot):
            return None
    else:
        told, base = year_told(part["relative_year"], context)
    if told is None:
        return nothing(YEAR), base
    if third := part.get("third") or part.get("mid"):
        return part_of_year(told, third), base
    period = years(year_of(part["year0"]) if "year0" in part else told, told)
    return open_until(period, context.published) if "on" in part else period, base


_LENGTHS = ("前", "来", "多", "间", "历史", "的历史", "之久", "左右", "以上")
_AT_LEAST = ("近", "有", "超", "超过", "逾", "跨越", "绵延", "走过")


def _counts_years(number: int, spot: Spot) -> bool:
    """2000年前, 1500年历史 and 近2000年 are lengths of time; 2030年前 and 2012年来 are not.

    Errs where 2000年前 means “before the year 2000”.
    """
    if number % 100:
        return False
    before = spot.text[max(0, spot.start - 2) : spot.start]
    return number < 1800 or spot.text.startswith(_LENGTHS, spot.stop) or before.endswith(_AT_LEAST)


def bare_part_of_year(spot: Spot, context: Context) -> Meaning | None:
    """年底, 年初, 年内: of the year of publication; in its first quarter 年底 looks back, unless the clause looks ahead."""
    if context.published is None:
        return nothing(PERIOD), NOTHING
    third, published = spot.part["third"], context.published
    back = third in "底末" and published.month <= 3 and not spot.coming()
    return part_of_year(published.year - back, third), PUBLICATION


def quarter(spot: Spot, context: Context) -> Meaning | None:
    """2021年上半年, 今年一季度, 前三季度; without a year the last one, or one that begins within half a year.

    In the sentence of an earlier year it belongs to that year.
    """
    part = spot.part
    first, last = _QUARTERS[part["quarter"].removeprefix("第").translate(_NUMERALS)]
    precision = QUARTER if last - first == 2 else PERIOD
    told: int | None
    if "year" in part:
        told, base = year_of(part["year"]), WRITTEN
    elif "relative_year" in part:
        told, base = year_told(part["relative_year"], context)
    elif context.year is not None and (spot.joined or spot.same_sentence(context.year_at)):
        told, base = context.year, TEXT
    elif context.published is not None:
        begins = date(context.published.year, first, 1)
        told = begins.year - (begins - context.published > _HALF_A_YEAR)
        base = PUBLICATION
    else:
        told, base = None, NOTHING
    if told is None:
        return nothing(precision), base
    period = months(told, first, last, precision)
    return open_until(period, context.published) if "on" in part else period, base


def week(spot: Spot, context: Context) -> Meaning | None:
    """本周, 上周, 下周: Monday to Sunday."""
    if context.published is None:
        return nothing(WEEK), NOTHING
    period = week_of(context.published, {"本": 0, "这": 0, "上": -1, "下": 1}[spot.part["week"][0]])
    return open_until(period, context.published) if "on" in spot.part else period, PUBLICATION


def decade(spot: Spot, context: Context) -> Meaning | None:
    """20世纪90年代, 上世纪八十年代, 1990年代, 90年代; a century that isn't named is the twentieth."""
    part = spot.part
    tens = count_of(part["tens"])
    if tens % 10 or not 0 <= tens <= 90:
        return None
    begin = int(part["hundreds"]) * 100 + tens if "hundreds" in part else _century(part, context) + tens
    end = begin + 9
    if stage := part.get("third"):
        begin, end = {"初": (begin, begin + 2), "中": (begin + 3, begin + 6)}.get(stage[0], (begin + 7, end))
    period = years(begin, end, PERIOD)
    return open_until(period, context.published) if "on" in part else period, WRITTEN


def century(spot: Spot, context: Context) -> Meaning | None:
    """20世纪, 上世纪, 本世纪: from its year 01, as the calendar counts; 本世纪中叶 is left to the reader."""
    start = _century(spot.part, context)
    if "third" in spot.part:
        return nothing(PERIOD), NOTHING
    period = years(start + 1, start + 100, PERIOD)
    return open_until(period, context.published) if "on" in spot.part else period, WRITTEN


def _century(part: dict[str, str], context: Context) -> int:
    if "century" in part:
        return 100 * (count_of(part["century"]) - 1)
    this = (context.published.year if context.published else 2000) // 100 * 100
    return this if part.get("which") in ("本", "新") else this - 100


def vague(spot: Spot, context: Context) -> Meaning | None:
    """近日, 日前, 近年来: some time before the publication, nobody says when."""
    return nothing(PERIOD), NOTHING


def lunar(spot: Spot, context: Context) -> Meaning | None:
    """农历八月十五, 正月初五: recognised and not converted."""
    return nothing(DAY), NOTHING
