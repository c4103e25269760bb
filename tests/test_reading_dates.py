"""Dates as they come: each becomes a moment with a zone, or None."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.moments import BEIJING, day_in_name, first_full_day, read_date

WRITTEN = [
    ("Fri, 12 Nov 2021 11:05:52 GMT", "2021-11-12T19:05:52+08:00"),
    ("Fri, 12 Nov 2021 19:05:52 +0800", "2021-11-12T19:05:52+08:00"),
    ("Fri, 12 Nov 2021 11:05:52 +0000", "2021-11-12T19:05:52+08:00"),
    ("Fri, 12 Nov 2021 06:05:52 -0500", "2021-11-12T06:05:52-05:00"),
    ("Fri, 12 Nov 2021 19:05:52 CST", "2021-11-12T19:05:52+08:00"),
    ("12 Nov 2021 11:05:52 GMT", "2021-11-12T19:05:52+08:00"),
    ("2021-12-20 14:08:19", "2021-12-20T14:08:19+08:00"),
    ("2021-11-12T19:05:52", "2021-11-12T19:05:52+08:00"),
    ("2021-11-12T11:05:52Z", "2021-11-12T11:05:52+00:00"),
    ("2021-11-12T11:05:52.123Z", "2021-11-12T11:05:52.123000+00:00"),
    ("2021-11-12 19:05:52 +0800", "2021-11-12T19:05:52+08:00"),
    ("2021-11-12T19:05:52-05:30", "2021-11-12T19:05:52-05:30"),
    ("2021-11-12", "2021-11-12T00:00:00+08:00"),
    ("2021/11/2", "2021-11-02T00:00:00+08:00"),
    ("2021.11.12", "2021-11-12T00:00:00+08:00"),
    ("2021年11月12日", "2021-11-12T00:00:00+08:00"),
    ("2021年11月2日 19:05", "2021-11-02T19:05:00+08:00"),
    ("2021年11月12日19时05分", "2021-11-12T19:05:00+08:00"),
    ("２０２１－１１－１２", "2021-11-12T00:00:00+08:00"),
    ("20211112", "2021-11-12T00:00:00+08:00"),
    (20211112, "2021-11-12T00:00:00+08:00"),
    ("20211112190552", "2021-11-12T19:05:52+08:00"),
    (1636715152, "2021-11-12T19:05:52+08:00"),
    (1636715152000, "2021-11-12T19:05:52+08:00"),
    (date(2021, 11, 12), "2021-11-12T00:00:00+08:00"),
    (datetime(2021, 11, 12, 19, 5), "2021-11-12T19:05:00+08:00"),
    (datetime(2021, 11, 12, 19, 5, tzinfo=timezone(timedelta(hours=9))), "2021-11-12T19:05:00+09:00"),
]


@pytest.mark.parametrize(("value", "expected"), WRITTEN)
def test_every_way_to_write_a_date_is_read(value, expected):
    assert read_date(value).isoformat() == expected


@pytest.mark.parametrize(
    "value",
    ["", "昨天", "2021-13-45", "2021-02-30", "11月12日", "20211399",
     "Fri, 99 Foo", "9" * 40, ",", None, True, 7, 1.5, []],
)  # fmt: skip
def test_what_is_no_date_is_none(value):
    assert read_date(value) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.integers() | st.none())
def test_no_value_raises_and_every_moment_has_a_zone(value):
    moment = read_date(value)
    assert moment is None or moment.tzinfo is not None


@settings(max_examples=100, deadline=None)
@given(
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2099, 1, 1)).map(lambda m: m.replace(microsecond=0))
)
def test_beijing_time_survives_the_feed(moment):
    local = moment.replace(tzinfo=BEIJING)
    mail = local.astimezone(UTC).strftime("%d %b %Y %H:%M:%S GMT")
    assert read_date(mail) == read_date(moment.isoformat(" ")) == local


def test_a_day_in_a_text_needs_its_year():
    assert first_full_day("11月12日上午，会议召开。") is None
    assert first_full_day("成文于二○二一年十一月十二日。").isoformat()[:10] == "2021-11-12"
    assert first_full_day("二〇二二年十月三十一日").isoformat()[:10] == "2022-10-31"
    assert first_full_day("2021年13月1日和2021年12月1日").isoformat()[:10] == "2021-12-01"


@pytest.mark.parametrize(
    ("name", "day"),
    [("20211112_会议", "2021-11-12"), ("2021-11-12 会议", "2021-11-12"), ("会议2021年1月2日", "2021-01-02"),
     ("t20211112_8", "2021-11-12")],
)  # fmt: skip
def test_a_day_in_a_file_name(name, day):
    assert day_in_name(name).date().isoformat() == day


@pytest.mark.parametrize("name", ["会议", "123420211112", "20219999", "2021年会"])
def test_no_day_in_a_file_name(name):
    assert day_in_name(name) is None
