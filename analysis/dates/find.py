"""The expressions of time of a text, with the days they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from analysis import shards
from analysis.dates.context import Context, Spot, context_of
from analysis.dates.patterns import TO
from analysis.dates.periods import DAY, HOUR, MINUTE, MONTH, PART, QUARTER, YEAR, Period
from analysis.dates.scanner import Ready, Scanner
from analysis.document import Document
from analysis.tables import DATES

_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ANY_FULL_WIDTH = re.compile("[０-９]")
_TO = re.compile(TO)
_ENDS = (MINUTE, HOUR, PART, DAY, MONTH, QUARTER, YEAR)  # what can begin or end a range
_BEFORE = 8  # characters that `not_after` looks at
_LONGEST_TO = 4
_TITLE = 40  # characters; longer titles hardly stand in 《》


class Dated(NamedTuple):
    """An expression of time where it stands, and what it means; the columns of `tables.DATES` behind `doc_id`.

    `since` and `until` are ISO 8601 in Beijing time, half-open: days, or minutes where the clock is told. Both are
    empty where the text does not decide; `until` alone is empty for 以来 in a text without a day of publication.
    `precision` is that of the ends, for a range.
    """

    start: int
    stop: int
    text: str
    since: str
    until: str
    precision: str
    base: str
    rule: str


class _Found(NamedTuple):
    start: int
    stop: int
    period: Period
    base: str
    rule: str


def dates_of(text: str, published: date | datetime | None = None, *, dateline: str = "") -> list[Dated]:
    """The expressions of time in one text, in text order; none overlaps another.

    Parameters
    ----------
    text : str
        Clean text.
    published : date or datetime, optional
        When it came out; a moment with a zone is taken to Beijing. Without it 昨天 and 11月12日 are found and left empty.
    dateline : str
        新华社南京12月7日电, if it is no longer in the text: 当日 is its day where the text has named none.

    Returns
    -------
    list of Dated

    Examples
    --------
    >>> text = "11月12日上午，会议召开。昨日，代表报到；会议13日闭幕。"
    >>> for found in dates_of(text, date(2021, 11, 14)):
    ...     print(found.text, found.since, found.until)
    11月12日上午 2021-11-12T06:00 2021-11-12T12:00
    昨日 2021-11-13 2021-11-14
    13日 2021-11-13 2021-11-14
    """
    return [_dated(found, text) for found in _with_ranges(text, _found(text, context_of(published, dateline)))]


def _dated(found: _Found, text: str) -> Dated:
    start, stop, period, base, rule = found
    since, until = period.iso()
    return Dated(start, stop, text[start:stop], since, until, period.precision, base, rule)


def _found(text: str, context: Context) -> Iterator[_Found]:
    shadow = text.translate(_FULL_WIDTH) if _ANY_FULL_WIDTH.search(text) else text
    scanner = Scanner(shadow)
    for match, ready in scanner.places():
        found = _read(shadow, match, ready, scanner.stop, context)
        if found is not None:
            scanner.stop = found.stop
            yield found


def _read(text: str, match: re.Match[str], ready: Ready, previous: int, context: Context) -> _Found | None:
    """What one expression means, or None if it is none: no such day, a habit, a title."""
    (start, stop), (rule, _, guard) = match.span(), ready
    if (guard and guard.search(text, max(0, start - _BEFORE), start)) or (rule.relative and _in_title(text, start)):
        return None
    part = {name: value for name, value in match.groupdict().items() if value}
    spot = Spot(text, start, stop, part, _between(text, previous, start))
    try:
        meaning = rule.read(spot, context)
    except (ValueError, OverflowError):  # 2月30日, 15日至12日; the day before the first of all days
        return None
    if meaning is None:
        return None
    context.note(meaning[0], spot)
    return _Found(start, stop, *meaning, rule.name)


def _between(text: str, start: int, stop: int) -> bool:
    """Whether 至 or a dash, and no more, stands between two expressions."""
    return 0 < start < stop <= start + _LONGEST_TO and _TO.fullmatch(text, start, stop) is not None


def _in_title(text: str, start: int) -> bool:
    opened = text.rfind("《", max(0, start - _TITLE), start)
    return opened >= 0 and text.find("》", opened, start) < 0


def _with_ranges(text: str, found: Iterable[_Found]) -> list[_Found]:
    """11月12日至12月3日: two expressions with a 至 between them become one."""
    kept: list[_Found] = []
    for item in found:
        if kept and _joins(text, kept[-1], item):
            first = kept.pop()
            on_the_clock = item.period.precision in (MINUTE, HOUR)  # 9时至11时 ends as 11 o'clock begins
            until = item.period.since if on_the_clock else item.period.until
            period = Period(first.period.since, until, item.period.precision)
            kept.append(_Found(first.start, item.stop, period, first.base, "range"))
        else:
            kept.append(item)
    return kept


def _joins(text: str, first: _Found, second: _Found) -> bool:
    if not _between(text, first.stop, second.start):
        return False
    if not (first.period.since and first.period.until and second.period.since and second.period.until):
        return False
    if second.period.since <= first.period.since or first.rule == "range":
        return False
    return first.period.precision in _ENDS and second.period.precision in _ENDS


def find_dates(documents: Iterable[Document], *, jobs: int = 1) -> pd.DataFrame:
    """The expressions of time in the texts, resolved against each document's publication and against each other.

    Parameters
    ----------
    documents : iterable of Document
    jobs : int
        Processes; changes how long it takes, and no row.

    Returns
    -------
    DataFrame of `tables.DATES`
        Documents in the order given, rows in text order.

    >>> table = find_dates([Document("d", text="2021年11月12日，会议召开；次日闭幕。")])
    >>> table[["text", "since", "base"]].values.tolist()
    [['2021年11月12日', '2021-11-12', 'written'], ['次日', '2021-11-13', 'text']]
    """
    pieces = shards.split(list(documents))
    return DATES.of(row for rows in shards.over(pieces, _rows_of, jobs) for row in rows)


def _rows_of(documents: Sequence[Document]) -> list[tuple[Any, ...]]:
    return [
        (d.doc_id, *found)
        for d in documents
        for found in dates_of(d.text, d.date, dateline=str(d.metadata.get("dateline") or ""))
    ]
