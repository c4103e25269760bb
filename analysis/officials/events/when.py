"""When an event takes place: its own sentence, else the event before it, else the dateline."""

import re
from datetime import timedelta
from typing import NamedTuple

from analysis.officials.events.page import Day, Page

# Of these precisions the day of one event is told; 党的十八大以来 and 第三季度 are spans in which much happens.
PRECISE = frozenset({"minute", "hour", "part of day", "day", "week", "month", "year"})
INHERITED = frozenset({"minute", "hour", "part of day", "day"})
LONGEST_PARAGRAPH = 10_000  # characters: further back nothing opens a paragraph, and a text without line ends is one
VAGUE = re.compile("日前|近日|近期|不久前|此前|前不久|节前|前夕")


class When(NamedTuple):
    """The date of an event, in the columns of `tables.EVENTS`."""

    since: str = ""
    until: str = ""
    precision: str = ""
    date_from: str = ""


def when_of(
    page: Page, sentence: tuple[int, int], trigger: int, before: When, *, named: tuple[int, int] = (0, 0)
) -> When:
    """The date of an event whose trigger stands in a sentence; `before` is that of the event before.

    `named` is where the name of a meeting stands: a year in it (2023年多哈博览会) is no date.
    """
    start, stop = sentence
    told = [day for day in page.days_in(start, trigger) if _dates_it(page.text, day, start)]
    told = [day for day in told if not named[0] <= day.start < named[1]]
    if told:
        return _own(told[-1])
    vague = VAGUE.search(page.text, start, trigger) or page.days_in(start, trigger)
    if vague:
        return When()
    behind = [day for day in page.days_in(trigger, stop) if day.precision in INHERITED and day.start - trigger <= 4]
    if behind:
        return _own(behind[0])
    if opening := _of_paragraph(page, start):
        return _own(opening)._replace(date_from="paragraph")
    if before.precision in INHERITED:
        return before._replace(date_from="event")
    return of_dateline(page)


def _of_paragraph(page: Page, start: int) -> Day | None:
    """The last day before in the paragraph that opens a sentence: 11月2日，…。座谈前，A会见B."""
    floor = max(0, start - LONGEST_PARAGRAPH)
    first = max(floor, page.text.rfind("\n", floor, start) + 1)
    days = [day for day in page.days_in(first, start) if day.precision in INHERITED and day.since]
    return next((day for day in reversed(days) if day.start == first or page.text[day.start - 1] in "。！？"), None)


def _dates_it(text: str, day: Day, start: int) -> bool:
    """Whether an expression may date what follows: a day, or a month or year that opens its clause (not 就8月份数据)."""
    opens = day.start <= start or text[day.start - 1] in "，。；：\n　 于在"
    return day.precision in INHERITED or (day.precision in PRECISE and opens)


def _own(day: Day) -> When:
    return When(day.since, day.until, day.precision, "text") if day.since else When()


def of_dateline(page: Page) -> When:
    """The day of the dateline; nothing without one."""
    day = page.dateline
    return When(day.isoformat(), (day + timedelta(days=1)).isoformat(), "day", "dateline") if day else When()


def clashes(own: When, other: When) -> bool:
    """Whether two dates, each from its own sentence, are of different days."""
    return own.date_from == "text" and bool(other.since) and own.since[:10] != other.since[:10]
