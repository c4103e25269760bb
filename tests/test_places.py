"""Places: which are found in a text, what they are in full, and which words only look like one."""

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.names.gazetteer import EVERYDAY, FREE, GUARDED, entries, find_hits
from analysis.names.place_names import find_places
from analysis.segment import Segmenter

CASES = Path(__file__).parent / "cases" / "places.txt"
MARKED = re.compile(r"\[([^\]]+)\]")
SEGMENTER = Segmenter()


class Case(NamedTuple):
    """One line of the file of cases."""

    kind: str
    text: str
    expected: list[str]
    entities: list[str]


def case_of(line: str) -> Case:
    kind, text, *entities = (part.strip() for part in line.split("|"))
    return Case(kind, MARKED.sub(r"\1", text), MARKED.findall(text), entities[0].split(";") if entities else [])


LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def params() -> list[object]:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    cases = [(line, case_of(line)) for line in LINES]
    return [pytest.param(case, id=line[:40], marks=[known] if case.kind == "xfail" else []) for line, case in cases]


@pytest.mark.parametrize("case", params())
def test_a_text_has_these_places(case: Case) -> None:
    places = find_places(case.text, list(SEGMENTER.tokens(case.text)))
    assert [case.text[place.start : place.stop] for place in places] == case.expected
    assert not case.entities or [place.entity for place in places] == case.entities


def test_the_cases_are_many_and_each_is_there_once() -> None:
    cases = [case_of(line) for line in LINES]
    assert len(cases) >= 120
    assert len({case.text for case in cases}) == len(cases)
    assert {case.kind for case in cases} == {"synthetic", "negative", "xfail"}
    assert [case.text for case in cases if case.kind == "negative" and case.expected] == []
    assert [case.text for case in cases if case.entities and len(case.entities) != len(case.expected)] == []


def test_one_pass_finds_every_class_of_word() -> None:
    hits = find_hits("中国科学院的专家赴陕西，在开罗会见襄樊市的同行")
    found = [(hit.entry.kind, hit.entry.entity) for hit in hits]
    assert found == [
        ("body", "中国科学院"),
        ("division", "陕西省"),
        ("place", "开罗"),
        ("division", "襄樊市"),
    ]


def test_words_with_other_uses_are_guarded() -> None:
    guards = [entries()[word].guard for word in ("西安", "安康", "来宾", "城区", "城关区")]
    assert guards == [FREE, GUARDED, EVERYDAY, EVERYDAY, EVERYDAY]


def test_a_province_keeps_its_short_form_from_a_prefecture_of_the_same_name() -> None:
    assert (entries()["海南"].entity, entries()["海南"].guard) == ("海南省", FREE)


def test_a_name_of_today_goes_before_one_of_the_past() -> None:
    assert entries()["襄阳市"].entity == "襄阳市"
    assert [division.code for division in entries()["襄樊市"].divisions] == [""]


@pytest.mark.parametrize("text", ["", "美", "\ud800安康\udfff", "😀在安康😀", "在安康" * 400])
def test_places_lie_in_the_text_and_apart(text: str) -> None:
    places = find_places(text)
    assert all(0 <= place.start < place.stop <= len(text) for place in places)
    assert all(first.stop <= second.start for first, second in pairwise(places))


WORDS = st.sampled_from(
    "在 安康 大同 陕西 、 和 中俄 关系 美国 州 镇 青石 村 说 。 访 华 京 商务部 门 襄樊市 的".split()
)


@given(st.lists(WORDS, max_size=30).map("".join))
def test_any_text_gives_the_same_places_twice_and_none_overlap(text: str) -> None:
    places = find_places(text)
    assert places == find_places(text)
    assert all(first.stop <= second.start for first, second in pairwise(places))
