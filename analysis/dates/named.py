"""Readers of times with a name: “十四五”时期, 党的十八大以来, 国庆节; their days come from `lexicons/times.tsv`."""

import re
from datetime import date, datetime
from functools import cache

from analysis.dates.context import NOTHING, PUBLICATION, WRITTEN, Context, Spot
from analysis.dates.periods import DAY, PERIOD, Period, days, nothing, open_until, part_of_year
from analysis.dates.years import year_told
from analysis.lexicon import lexicon
from analysis.moments import year_of

Meaning = tuple[Period, str]


@cache
def _rows() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["kind"], row["name"]): (row["since"], row["until"]) for row in lexicon("times").rows}


def names(kind: str) -> str:
    """The names of one kind as a pattern, longest first."""
    found = [name for of, name in _rows() if of == kind]
    return "|".join(map(re.escape, sorted(found, key=lambda name: (-len(name), name))))


def seconds(kind: str) -> str:
    """The second characters of the names of one kind."""
    return "".join(sorted({name[1] for of, name in _rows() if of == kind}))


def first_moment(written: str) -> datetime:
    """The first moment of a day, month or year as lexicons write it."""
    return datetime.fromisoformat(f"{written}-01-01"[:10])


def plan(spot: Spot, context: Context) -> Meaning | None:
    """“十四五”时期, “十三五”期间, “十四五”末, “十四五”以来."""
    since, until = map(first_moment, _rows()["plan", spot.part["plan"]])
    if "on" in spot.part:
        return open_until(Period(since, until, PERIOD), context.published), WRITTEN
    if "third" in spot.part:  # its first or last year
        return part_of_year(since.year if spot.part["third"] == "初" else until.year - 1, "内"), WRITTEN
    return Period(since, until, PERIOD), WRITTEN


def since_event(spot: Spot, context: Context) -> Meaning | None:
    """党的十八大以来, 新中国成立以来: from the day of the event to the publication."""
    since = first_moment(_rows()["event", spot.part["event"]][0])
    return open_until(Period(since, None, PERIOD), context.published), WRITTEN


def holiday(spot: Spot, context: Context) -> Meaning | None:
    """2023年元旦, 国庆节; the days off around them differ from year to year and are left empty."""
    month, day = map(int, _rows()["holiday", spot.part["holiday"]][0].split("-"))
    told: int | None
    if "year" in spot.part:
        told, base = year_of(spot.part["year"]), WRITTEN
    elif "relative_year" in spot.part:
        told, base = year_told(spot.part["relative_year"], context)
    else:
        told, base = _nearest_year(month, day, context)
    if "days_off" in spot.part or told is None:
        return nothing(PERIOD if "days_off" in spot.part else DAY), NOTHING
    return days(date(told, month, day)), base


def _nearest_year(month: int, day: int, context: Context) -> tuple[int | None, str]:
    """Of the holiday nearest to the publication, behind or ahead: papers write of the coming one as of the last."""
    if context.published is None:
        return None, NOTHING
    year, published = context.published.year, context.published
    return min((year - 1, year, year + 1), key=lambda y: abs(date(y, month, day) - published)), PUBLICATION
