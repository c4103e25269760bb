"""Expressions of time: what is one, and which days it means."""

import re
import time
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.dates import dates_of, find_dates
from analysis.document import Corpus, Document
from analysis.study import Settings, Study
from analysis.tables import DATES

CASES = Path(__file__).parent / "cases" / "dates.txt"
MARKED = re.compile(r"\[([^\]]+)\]")


class Case(NamedTuple):
    """One line of the file of cases."""

    published: date | None
    text: str
    expected: list[tuple[str, str]]
    known_failure: bool


def case_of(line: str) -> Case:
    known_failure = line.startswith("xfail | ")
    day, text, meant = (part.strip() for part in line.removeprefix("xfail | ").split("|"))
    meanings = [meaning.strip() for meaning in meant.split(";") if meaning.strip()]
    marked = MARKED.findall(text)
    published = None if day == "-" else date.fromisoformat(day)
    return Case(published, MARKED.sub(r"\1", text), list(zip(marked, meanings, strict=True)), known_failure)


LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def params() -> list[object]:
    cases = [(line, case_of(line)) for line in LINES]
    known = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(case, id=line[:40], marks=[known] if case.known_failure else []) for line, case in cases]


@pytest.mark.parametrize("case", params())
def test_a_text_tells_its_days(case: Case) -> None:
    found = dates_of(case.text, case.published)
    assert [(d.text, f"{d.since}..{d.until} {d.precision}") for d in found] == case.expected


def test_there_are_enough_cases_and_every_line_is_there_once() -> None:
    assert len(LINES) >= 150
    assert len(set(LINES)) == len(LINES)


def test_each_says_what_completed_it() -> None:
    text = "2021年11月12日开工，次日停工；11月20日复工，近日完工。"
    assert [(d.text, d.base) for d in dates_of(text, date(2021, 12, 1))] == [
        ("2021年11月12日", "written"), ("次日", "text"), ("11月20日", "publication"), ("近日", "nothing"),
    ]  # fmt: skip


def test_a_publication_late_in_another_zone_is_the_next_day_in_beijing() -> None:
    (found,) = dates_of("今天开工。", datetime(2021, 11, 12, 20, 0, tzinfo=UTC))
    assert (found.since, found.until) == ("2021-11-13", "2021-11-14")


def test_the_day_is_that_of_the_dateline_until_the_text_names_one() -> None:
    text, published = "双方当日签约。11月3日，工程开工，当日奠基。", date(2021, 12, 9)
    days = [d.since for d in dates_of(text, published, dateline="新华社临江12月7日电") if d.text == "当日"]
    assert days == ["2021-12-07", "2021-11-03"]
    document = Document("d", text="双方当日签约。", metadata={"dateline": "新华社临江2021年12月7日电"})
    assert find_dates([document])["since"].tolist() == ["2021-12-07"]


def test_a_day_that_does_not_exist_is_none() -> None:
    assert [d.text for d in dates_of("2021年2月30日，无事。", date(2021, 3, 1))] == []


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_end_of_the_program(published: date) -> None:
    text = "昨天、明天、上周五、下周、上月、明年、7日、11月12日、今年以来、去年2月29日、1-7月，新华社电。"
    assert all(d.until > d.since for d in dates_of(text, published, dateline="新华社临江12月31日电") if d.until)


def test_the_table_has_the_declared_columns_and_an_empty_text_no_row() -> None:
    published = datetime(2021, 11, 14, tzinfo=UTC)
    frame = find_dates([Document("a", text="昨天开工。", date=published), Document("b")])
    assert list(frame.columns) == DATES.names
    assert frame.values.tolist() == [
        ["a", 0, 2, "昨天", "2021-11-13", "2021-11-14", "day", "publication", "named day"]
    ]  # fmt: skip


def test_two_processes_find_the_same_rows_as_one() -> None:
    corpus = Corpus(Document(f"{i:03}", text=f"{i % 28 + 1}日开工，2021年完工。") for i in range(300))
    one, two = (Study(corpus, Settings(jobs=jobs)).dates for jobs in (1, 2))
    assert one.to_csv() == two.to_csv()
    assert len(one) == 600


PIECES = (
    "2021年 11月 12日 至 — 、 今年 昨天 当日 次日 上午 10时 30分 7日 上周 周五 上半年 近日 日前 以来 “十四五” 时期 90年代 农历 初五"
    " 二〇二一年 十一月 ， 。 \n 将 开工 ２０日 99 0 . 年 月 日 底 前 24时 世纪 20 党的十八大以来 元旦 （ ）"
)
TEXTS = st.lists(st.sampled_from([*PIECES.split(" "), " "]), max_size=12).map("".join)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(max_size=40), DAYS)
def test_spans_are_slices_in_order_and_apart_and_no_time_ends_before_it_begins(text, published):
    found = dates_of(text, published)
    assert all(text[d.start : d.stop] == d.text != "" for d in found)
    assert all(first.stop <= second.start for first, second in pairwise(found))
    assert all(d.until > d.since for d in found if d.until)
    assert all(d.since for d in found if d.until)
    for end in (end for d in found for end in (d.since, d.until) if end):
        datetime.fromisoformat(end)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), DAYS)
def test_a_day_in_full_needs_no_publication(day, published):
    for written in (f"{day.year}年{day.month}月{day.day}日", day.isoformat()):
        (found,) = dates_of(f"会议于{written}召开。", published)
        assert (found.since, found.base) == (day.isoformat(), "written")


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.integers(0, 20))
def test_a_day_without_its_year_is_found_again_from_any_publication_soon_after(day, later):
    published = date.fromordinal(day.toordinal() + later)
    (found,) = dates_of(f"{day.month}月{day.day}日，会议召开。", published)
    assert found.since == day.isoformat()


@pytest.mark.parametrize("digits", ["1920", "119"])
def test_a_number_of_a_hundred_thousand_digits_takes_linear_time(digits):
    started = time.process_time()
    assert [found.text for found in dates_of(digits * 25_000 + "！2021年11月12日")] == ["2021年11月12日"]
    assert time.process_time() - started < 1
