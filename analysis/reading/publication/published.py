"""When a document was published: from the front matter, the page, the URL, the dateline, a date line, or the file name.

The first place that tells a day is believed, in this order; `Published.place` says which it was. What only tells a
month and a day (新华社南京12月7日电) is completed with a year from elsewhere.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from analysis.moments import BEIJING, first_full_day, read_date
from analysis.reading.body import Body
from analysis.reading.front_matter.block import FrontMatter, Note
from analysis.reading.furniture.credits import PUBLISHED
from analysis.reading.problems import KEPT
from analysis.reading.publication.date_lines import date_line, month_and_day
from analysis.reading.publication.paths import day_in_path, day_in_url, year_in_path

FRONT_MATTER, HTML, URL, DATELINE, TEXT, FILE_NAME = "front matter", "html", "url", "dateline", "text", "file name"

# By trust: a moment of publication, then of writing; when it was last changed is the last resort of the front matter.
_DATE_KEYS = (
    "date",
    "pubDate",
    "pubdate",
    "published",
    "publish_date",
    "publishDate",
    "publish_time",
    "published_at",
    "datePublished",
    "time",
    "created",
    "日期",
    "发布时间",
    "发布日期",
    "updated",
    "modified",
    "lastmod",
)
_CHANGED = ("updated", "modified", "lastmod")
_URL_KEYS = ("url", "link", "permalink", "source_url", "original_url", "canonical", "原文链接", "链接")
_IMAGE_KEYS = ("headimg", "thumbnail", "image", "cover")
_SLACK = timedelta(days=3)  # between an event's dateline, the page and the feed that carried it


class Published(NamedTuple):
    """When, and the place that told it; None and empty text if nothing did."""

    date: datetime | None
    place: str


class _Told(NamedTuple):
    place: str
    date: datetime


def published(front: FrontMatter, body: Body, path: str) -> tuple[Published, list[Note]]:
    """When a document was published, and notes on dates that can't be read or contradict each other.

    Parameters
    ----------
    front, body
        Of the document.
    path : str
        The file below the corpus folder, with `/`.

    Returns
    -------
    Published
        Midnight in Beijing where no time of day is told.
    list of Note
        Among them a contradiction: the front matter and the URL or the dateline are more than three days apart.
    """
    (date, key), notes = _in_front_matter(front)
    if date is not None:
        if key not in _CHANGED:
            notes += _contradictions(date, key, front, body)
        return Published(date, FRONT_MATTER), notes
    found = next(_elsewhere(front, body, path), None)
    return (Published(found.date, found.place) if found else Published(None, "")), notes


def _in_front_matter(front: FrontMatter) -> tuple[tuple[datetime | None, str], list[Note]]:
    notes: list[Note] = []
    for key in _DATE_KEYS:
        value = front.value(key)
        if value and (date := read_date(value)):
            return (date, key), notes
        if value and key == "date":
            line = front.line_of(key)[0]
            notes.append(Note(line, f"the date {_shown(value)} is no date that can be read.", KEPT))
    return (None, ""), notes


def _shown(value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    return repr(text if len(text) <= 40 else text[:40] + "…")


def _elsewhere(front: FrontMatter, body: Body, path: str) -> Iterator[_Told]:
    """What the other places tell, most trusted first."""
    places: tuple[tuple[str, Callable[[], datetime | None]], ...] = (
        (HTML, lambda: body.page.date if body.page else None),
        (URL, lambda: _day_of_url(front, body)),
        (TEXT, lambda: _labelled(body)),
        (DATELINE, lambda: _day_of_dateline(front, body, path)),
        (TEXT, lambda: date_line(body.text)),
        (FILE_NAME, lambda: day_in_path(path)),
        (URL, lambda: _day_of_image(front)),
    )
    return (_Told(place, date) for place, tell in places if (date := tell()) is not None)


def _day_of_url(front: FrontMatter, body: Body) -> datetime | None:
    urls = [*_values(front, _URL_KEYS), *(body.page.urls if body.page else ())]
    return next((day for url in urls if (day := day_in_url(url))), None)


def _day_of_image(front: FrontMatter) -> datetime | None:
    """The weakest sign: an image may be older than the news, a logo years older."""
    return next((day for url in _values(front, _IMAGE_KEYS) if (day := day_in_url(url))), None)


def _values(front: FrontMatter, keys: tuple[str, ...]) -> list[str]:
    values: list[Any] = [front.value(key) for key in keys if front.may_have(key)]
    return [value for value in values if isinstance(value, str) and value]


def _day_of_dateline(front: FrontMatter, body: Body, path: str) -> datetime | None:
    """The day of the dateline; its year, if it has none, comes from other places or the same day in the text."""
    if full := first_full_day(body.dateline):
        return full
    if (told := month_and_day(body.dateline)) is None:
        return None
    near = date_line(body.text) or day_in_path(path) or _day_of_image(front)
    if near is not None:
        return _nearest(told, near)
    year = year_in_path(path) or _year_of_same_day(told, body.text)
    return _day(year, *told) if year else None


def _year_of_same_day(told: tuple[int, int], text: str) -> int | None:
    full = first_full_day(text)
    return full.year if full and (full.month, full.day) == told else None


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=BEIJING)
    except ValueError:
        return None


def _nearest(told: tuple[int, int], near: datetime) -> datetime | None:
    """The day and month in the year that brings them nearest to another day."""
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _day(year, *told))]
    return min(days, key=lambda day: abs(day - near), default=None)


def _labelled(body: Body) -> datetime | None:
    """发布时间：…, which tells of the publication, where a dateline tells of the writing, mostly a day before."""
    said = (read_date(credit.values[0]) for credit in body.credits if credit.kind == PUBLISHED)
    return next((date for date in said if date), None)


def _contradictions(date: datetime, key: str, front: FrontMatter, body: Body) -> list[Note]:
    """What is more than three days away from the date of the front matter, which stands under `key`."""
    told = [("url", _day_of_url(front, body)), ("dateline", _dateline_near(body.dateline, date))]
    far = [(place, day) for place, day in told if day and _are_apart(day, date)]
    line = front.line_of(key)[0] if far else None
    return [
        Note(line, f"the front matter says {date:%Y-%m-%d}, the {place} {day:%Y-%m-%d}; the front matter counts.", KEPT)
        for place, day in far
    ]


def _are_apart(day: datetime, date: datetime) -> bool:
    return abs(day.date() - date.astimezone(BEIJING).date()) > _SLACK


def _dateline_near(dateline: str, date: datetime) -> datetime | None:
    if "月" not in dateline:  # all days have one
        return None
    if full := first_full_day(dateline):
        return full
    told = month_and_day(dateline)
    return _nearest(told, date) if told else None
