"""Kinds of mention: what a name stands in, and the rule that says so."""

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate import find_names
from analysis.document import Document
from analysis.names.found import Found
from analysis.names.kinds.address import form_of
from analysis.names.kinds.mask import Mask
from analysis.names.kinds.read import with_kinds
from analysis.names.kinds.rules import FRAMES, STRETCHES
from analysis.names.posts import find_posts
from analysis.segment import Segmenter
from tests.marked_names import Marked, unmarked

LINES = [
    line
    for line in (Path(__file__).parent / "cases" / "kinds.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SEGMENTER = Segmenter()
KINDS = {"appearance", "concept", "epithet", "byline", "quoted", "surname", "honorific"}


class Case(NamedTuple):
    """One line of the file of cases; `way` is how its names are given: marked, found by rules, or seen by the model too."""

    text: str
    names: list[Marked]
    expected: list[tuple[str, str, str]]
    way: str
    known_failure: bool


def case_of(line: str) -> Case:
    known_failure, line = line.startswith("xfail | "), line.removeprefix("xfail | ")
    way = next((way for way in ("found", "seen") if line.startswith(f"{way} | ")), "marked")
    marked, _, kinds = line.removeprefix(f"{way} | ").partition(" |")
    text, names = unmarked(marked)
    answers = [tuple([*answer.split(), ""][:2]) for answer in kinds.split(";") if answer.strip()]
    expected = [(name.words, *answer) for name, answer in zip(names, answers, strict=True)]
    return Case(text, names, expected, way, known_failure)


def params() -> list[object]:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    cases = [(line, case_of(line)) for line in LINES]
    return [pytest.param(case, id=line[:40], marks=[known] if case.known_failure else []) for line, case in cases]


def as_found(name: Marked) -> Found:
    return Found(name.start, name.stop, name.type, 0.9, "marked", name.words)


def searched(text: str, model: str | None) -> list[tuple[str, str, str]]:
    rows = find_names([Document("d", text=text)], SEGMENTER, model=model)
    short = rows[rows["kind"].isin(["surname", "honorific"])]
    return [tuple(row) for row in short[["text", "kind", "kind_rule"]].values.tolist()]


@pytest.mark.parametrize("case", params())
def test_a_name_is_of_a_kind(case: Case) -> None:
    if case.way != "marked":
        assert searched(case.text, "default" if case.way == "seen" else None) == case.expected
        return
    offices = [post.start for post in find_posts(case.text)]
    read = with_kinds(case.text, map(as_found, case.names), offices)
    assert [(case.text[f.start : f.stop], f.kind, f.kind_rule) for f in read] == case.expected


def test_there_are_enough_cases_and_every_line_is_there_once() -> None:
    assert len(LINES) >= 120
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize("rule", [*STRETCHES, *FRAMES], ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: object) -> None:
    text, (name,) = unmarked(rule.example)  # type: ignore[attr-defined]
    name_type = "POST" if rule.name == "words_of_an_office" else "PERSON"  # type: ignore[attr-defined]
    reading = Mask(text).reading(name.start, name.stop, name_type)
    assert reading and (reading.kind, reading.rule) == (rule.kind, rule.name)  # type: ignore[attr-defined]


def test_rules_have_names_of_their_own_and_every_rule_has_a_case() -> None:
    names = [rule.name for rule in (*STRETCHES, *FRAMES)]
    assert len(set(names)) == len(names)
    tried = {rule for line in LINES for _, _, rule in case_of(line).expected}
    assert set(names) - tried == set()


def test_an_office_in_a_doctrine_is_none_and_in_an_epithet_is_one() -> None:
    text = "学习田远山主席重要讲话，以田远山为总书记的班子"
    mask = Mask(text)
    first, second = text.index("主席"), text.index("总书记")
    assert (mask.covers(first, first + 2), mask.covers(second, second + 3)) == (True, False)


PIECES = [
    "田远山",
    "田",
    "以",
    "为核心的",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "记者",
    "编辑：",
    "\n",
    "主席",
    "重要讲话",
    "思想",
    "，",
    "女士",
    "·",
    "a",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(TEXTS, st.data())
def test_any_place_of_any_text_has_one_kind(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + 6)))
    names = [Found(start, stop, name_type, 0.5, "any", text[start:stop]) for name_type in ("PERSON", "POST", "PLACE")]
    read = with_kinds(text, names)
    assert [name[:6] for name in read] == sorted(name[:6] for name in names), "places and ids stay"
    assert {name.kind for name in read} <= KINDS
    assert all((name.kind == "appearance") == (not name.kind_rule) for name in read)
    assert with_kinds(text, read) == read


@given(TEXTS)
def test_what_stands_before_a_text_on_a_line_of_its_own_changes_no_kind(text: str) -> None:
    name = Found(0, min(3, len(text)), "PERSON", 0.5, "any", text[:3])
    before = "临江大坝合龙。\n"
    moved = name._replace(start=len(before), stop=name.stop + len(before))
    (alone,), (behind,) = with_kinds(text, [name]), with_kinds(before + text, [moved])
    assert (alone.kind, alone.kind_rule) == (behind.kind, behind.kind_rule)


def test_a_name_in_full_is_no_short_one() -> None:
    assert form_of("田远山部长", 0, 3, True) is None
    assert form_of("王老五说", 0, 3, False) is None
