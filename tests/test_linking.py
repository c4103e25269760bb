"""Links inside a document: which names mean the same person, body or place."""

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import find_names
from analysis.document import Document
from analysis.names.found import Found
from analysis.names.kinds.read import with_kinds
from analysis.names.linking.document import linked
from analysis.names.posts import find_posts
from analysis.segment import Segmenter
from tests.marked_names import Marked, unmarked

LINES = [
    line
    for line in (Path(__file__).parent / "cases" / "linking.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SEGMENTER = Segmenter()


class Case(NamedTuple):
    """One line of the file of cases; `way` is how its names are given: marked, found or absent."""

    text: str
    names: list[Marked]
    way: str
    known_failure: bool


def case_of(line: str) -> Case:
    known_failure, line = line.startswith("xfail | "), line.removeprefix("xfail | ")
    way = next((way for way in ("found", "absent") if line.startswith(f"{way} | ")), "marked")
    text, names = unmarked(line.removeprefix(f"{way} | ").replace("\\n", "\n"))
    return Case(text, names, way, known_failure)


def params(*ways: str) -> list[object]:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    cases = [(line, case_of(line)) for line in LINES]
    return [
        pytest.param(case, id=line[:40], marks=[known] if case.known_failure else [])
        for line, case in cases
        if case.way in ways
    ]


def meant(name: Marked) -> str:
    return name.words if name.entity is None else name.entity


def given_names(text: str, names: list[Marked]) -> list[Found]:
    marked = [Found(name.start, name.stop, name.type, 0.9, "marked", name.words) for name in names]
    taken = {place for name in names for place in range(name.start, name.stop)}
    posts = [
        Found(p.start, p.stop, "POST", 0.9, "titles", p.title)
        for p in find_posts(text)
        if taken.isdisjoint(range(p.start, p.stop))
    ]
    return with_kinds(text, [*marked, *posts])


@pytest.mark.parametrize("case", params("marked"))
def test_a_name_means_whom_its_document_names(case: Case) -> None:
    names = linked(case.text, given_names(case.text, case.names))
    found = [(case.text[f.start : f.stop], f.entity) for f in names if f.type != "POST"]
    assert found == [(name.words, meant(name)) for name in case.names]


def searched(text: str) -> dict[tuple[int, int], str]:
    rows = find_names([Document("d", text=text)], SEGMENTER)
    rows = rows[rows["type"] != "POST"]
    return {(start, stop): entity for start, stop, entity in rows[["start", "stop", "entity_id"]].values.tolist()}


@pytest.mark.parametrize("case", params("found"))
def test_a_short_name_is_found_with_whom_it_means(case: Case) -> None:
    found = searched(case.text)
    assert [(name.words, found.get((name.start, name.stop))) for name in case.names] == [
        (name.words, meant(name)) for name in case.names
    ]


@pytest.mark.parametrize("case", params("absent"))
def test_words_that_look_like_a_short_name_are_none(case: Case) -> None:
    assert [name.words for name in case.names if (name.start, name.stop) in searched(case.text)] == []


def test_there_are_enough_cases_and_every_line_is_there_once() -> None:
    assert len(LINES) >= 80
    assert len(set(LINES)) == len(LINES)


def test_a_link_to_a_name_behind_it_is_less_sure() -> None:
    text, names = unmarked("[田]部长到会。部长[田远山]说。[田]部长笑了。")
    confidence = [f.confidence for f in linked(text, given_names(text, names)) if f.type == "PERSON"]
    assert confidence == [0.72, 0.9, 0.9]


def test_the_day_of_the_text_tells_which_body_bore_the_short_form() -> None:
    name = Found(0, 4, "ORGANISATION", 0.9, "registry", "?")
    full = [linked("广电总局发文", [name], day)[0].entity for day in ("2012-05-01", "2015-05-01", "2022-05-01")]
    assert full == ["国家广播电影电视总局", "国家新闻出版广电总局", "国家广播电视总局"]


PIECES = [
    "田远山",
    "田明礼",
    "田",
    "小田",
    "艾琳·科尔",
    "科尔",
    "部长",
    "副部长",
    "、",
    "，",
    "。",
    "女士",
    "（以下简称“",
    "”）",
    "临江市水利局",
    "市水利局",
    "为",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=30).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[Found]]:
    """A text with names anywhere, as a model might give them."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    types = st.sampled_from(["PERSON", "ORGANISATION", "PLACE", "POST"])
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Found(a, b, draw(types), 0.5, "model", text[a:b]) for a, b in spans]


@given(documents())
def test_any_names_of_any_text_can_be_linked_and_stay_where_they_are(made: tuple[str, list[Found]]) -> None:
    text, found = made
    names = with_kinds(text, found)
    once = linked(text, names)
    assert [(f.start, f.stop, f.type, f.kind) for f in once] == [(f.start, f.stop, f.type, f.kind) for f in names]
    assert [f.entity for f in linked(text, reversed(names))] == [f.entity for f in once], "the order given is no matter"
    assert all(f.confidence <= name.confidence for f, name in zip(once, names, strict=True))


@given(documents())
def test_linking_what_is_linked_changes_no_id(made: tuple[str, list[Found]]) -> None:
    text, found = made
    once = linked(text, with_kinds(text, found))
    assert [f.entity for f in linked(text, once)] == [f.entity for f in once]


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_rows_of_any_text_are_in_order_and_stand_where_they_say(text: str) -> None:
    rows = find_names([Document("d", text=text)], SEGMENTER)
    places = rows[["start", "stop"]].values.tolist()
    assert places == sorted(places)
    assert rows["text"].tolist() == [text[start:stop] for start, stop in places]
    assert not rows.duplicated(["start", "stop", "type"]).any()
