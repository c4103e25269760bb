"""What a text has told so far about when it is: the days and years that later expressions lean on."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from analysis.dates.periods import DAY, HOUR, MINUTE, MONTH, PART, PERIOD, YEAR, Period
from analysis.moments import BEIJING, first_full_day
from analysis.reading.publication.date_lines import month_and_day

WRITTEN, TEXT, PUBLICATION, NOTHING = "written", "text", "publication", "nothing"  # values of the column `base`

_COMING = re.compile("[将拟]|定于|计划|预计|预报|有望|届时|截至|截止|为期|报名")
_DEADLINE = re.compile("底?(?:以前|之前|前(?![往来后期夕述沿])|起)")  # right behind: 12月底前, 2月1日起
_BEHIND, _BEFORE = 16, 8  # characters of the clause that are looked at for a sign of the future
_BRACKET = 2  # characters between 今晚 and its （1月21日）, and between that and 8时
_CLAUSE_END = re.compile(r"[。；;\n！？]")


@dataclass(slots=True)
class Context:
    """What has been told; None where nothing has.

    Attributes
    ----------
    published : date
        The day of publication in Beijing.
    day, month, year : date, date, int
        The last that the text named; a month is its first day. `day_at` and `year_at` are the offsets behind them.
    since, moment : date, datetime
        Where the last expression began.
    daypart : str
        The part of the day that still holds: 今晚（1月21日）8时.
    fine : bool
        Whether the year came with a month.
    """

    published: date | None = None
    day: date | None = None
    day_at: int = -1
    month: date | None = None
    year: int | None = None
    year_at: int = -1
    since: date | None = None
    moment: datetime | None = None
    daypart: str = ""
    fine: bool = False

    def note(self, period: Period, spot: "Spot") -> None:
        """Remember what a resolved expression has told; what is only compared with (比去年增长) tells nothing."""
        if period.since is None or period.precision == PERIOD or spot.compared():
            return
        self.daypart = spot.daypart() or (self.daypart if spot.start - self.year_at <= _BRACKET else "")
        self.moment, day, stop = period.since, period.since.date(), spot.stop
        if period.precision in (DAY, MINUTE, HOUR, PART):
            self.day, self.day_at = day, stop
            self.month = day.replace(day=1)
        elif period.precision == MONTH:
            self.month = day.replace(day=1)
        fine = period.precision != YEAR
        self.year, self.year_at, self.since, self.fine = day.year, stop, day, fine


class Spot(NamedTuple):
    """An expression where it stands: the text, its range, its parts by name, and whether it ends a range (…至15日)."""

    text: str
    start: int
    stop: int
    part: dict[str, str]
    joined: bool

    def coming(self) -> bool:
        """Whether the clause speaks of what is to come: 将于12月9日举行, 12月底前.

        Errs where 将 is the sign of an object (将其抓获); the nearest day is mostly the same then.
        """
        before = self.text[max(0, self.start - _BEFORE) : self.start]
        behind = self.text[self.stop : self.stop + _BEHIND]
        near = _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(behind)[0]
        return _DEADLINE.match(behind) is not None or any(map(_COMING.search, near))

    def daypart(self) -> str:
        """The part of the day that the expression names: 12日上午, 昨晚."""
        last = self.part.get("word", " ")[-1]
        return self.part.get("daypart") or (last if last in "晚夜晨早" else "")

    def compared(self) -> bool:
        """Whether it is what something is compared with: 比去年, 较2019年."""
        return self.text[max(0, self.start - 1) : self.start] in ("比", "较", "同", "与", "跟")

    def same_paragraph(self, offset: int) -> bool:
        """Whether no line ends between an earlier offset and the expression."""
        return offset >= 0 and self.text.find("\n", offset, self.start) < 0

    def same_sentence(self, offset: int) -> bool:
        """Whether no sentence ends between an earlier offset and the expression."""
        return offset >= 0 and _CLAUSE_END.search(self.text, offset, self.start) is None


def context_of(published: date | datetime | None, dateline: str = "") -> Context:
    """What is known before the text begins.

    >>> context_of(date(2021, 12, 8), "新华社南京12月7日电").day
    datetime.date(2021, 12, 7)
    """
    day, told = day_in_beijing(published), dateline_day(dateline, day_in_beijing(published))
    return Context(day or told, day=told)


def dateline_day(dateline: str, near: date | None) -> date | None:
    """The day of a dateline; without a year it is the one nearest to another day."""
    if full := first_full_day(dateline):
        return full.date()
    told = month_and_day(dateline)
    days = [_date(near.year + shift, *told) for shift in (-1, 0, 1)] if told and near else []
    return min((day for day in days if day), key=lambda day: abs(day - near) if near else timedelta(0), default=None)


def day_in_beijing(published: date | datetime | None) -> date | None:
    """The calendar day in Beijing of a moment; a moment without a zone, or a day, is Beijing's already.

    >>> from datetime import UTC
    >>> day_in_beijing(datetime(2021, 11, 12, 20, 0, tzinfo=UTC))
    datetime.date(2021, 11, 13)
    """
    if isinstance(published, datetime):
        return (published.astimezone(BEIJING) if published.tzinfo else published).date()
    return published


_NEAR = timedelta(days=31)  # so near to the publication, a day is meant even where the text has told of another year
_AHEAD = timedelta(days=31)  # without a sign of the future; further ahead, last year's is likelier
_FAR_AHEAD = timedelta(days=183)  # with one
_WEEK, _SOON = timedelta(days=7), timedelta(days=20)


def year_for(month: int, spot: Spot, context: Context, day: int = 1) -> tuple[int | None, str]:
    """The year that a month (and day) without one belongs to, and what told it.

    The end of a range follows its beginning. In a paragraph that tells of another year, what comes after the last day
    told belongs to that year, unless a day of last month would then lie months ahead (1月1日电 12月31日晚，…). Else it is the
    nearest to the publication: at most a month ahead, or half a year where the clause speaks of what is to come.
    """
    if spot.joined and context.since:
        year = context.since.year
        return (year if (month, day) >= _from(context.since, day) else year + 1), TEXT
    near = _nearest(month, day, spot, context.published)
    told = context.year if spot.same_paragraph(context.year_at) else None
    if told and context.since and (month, day) >= _from(context.since, day):
        candidate = _date(told, month, day)
        recent = near and context.published and abs(near - context.published) <= _NEAR
        fine = context.fine and not (candidate and _ahead(candidate, context) and not spot.coming())
        if candidate and (fine or not recent or candidate == near):
            return told, PUBLICATION if candidate == near else TEXT
    return (near.year, PUBLICATION) if near else (None, NOTHING)


def _ahead(day: date, context: Context) -> bool:
    return context.published is not None and day > context.published + _AHEAD


def _from(since: date, day: int) -> tuple[int, int]:
    return since.month, since.day if day > 1 else 1


def _nearest(month: int, day: int, spot: Spot, published: date | None) -> date | None:
    if published is None:
        return None
    found = [d for shift in (1, 0, -1, -2, -3, -4) if (d := _date(published.year + shift, month, day))]
    near = [d for d in found if d <= published + _FAR_AHEAD]
    if near and near[0] > published + _AHEAD and not spot.coming():
        del near[0]
    return near[0] if near else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the 29th of February of a common year
        return None


def day_near(number: int, spot: Spot, context: Context) -> tuple[date | None, str]:
    """The day of the month that a bare number (7日) means, and what told it.

    In the paragraph of an earlier day it is the one that follows it within twenty days (7月24日起火，截至9日…), else the one
    nearest to it; without such a day it is the one nearest to the publication. It lies at most a week after the
    publication, unless the clause speaks of what is to come.
    """
    if spot.joined and context.day:
        later = [d for d in _same_number(number, context.day) if d >= context.day]
        return (min(later) if later else None), TEXT
    near = context.day if context.day and spot.same_paragraph(context.day_at) else None
    base = near or context.published
    if base is None:
        return None, NOTHING
    found = sorted(_same_number(number, base), key=lambda d: abs(d - base))
    if published := context.published:
        ahead = [d for d in found if d > published + _WEEK and base <= published]
        found = [d for d in found if d not in ahead or (d == found[0] and spot.coming())]
    if near:
        following = [d for d in found if near <= d <= near + _SOON]
        return next(iter(following or found), None), TEXT
    return next(iter(found), None), PUBLICATION


def _same_number(number: int, base: date) -> list[date]:
    first = date(base.year, base.month, 1)
    months = [(first - timedelta(days=1)).replace(day=1), first, (first + timedelta(days=31)).replace(day=1)]
    return [found for month in months if (found := _date(month.year, month.month, number))]
