"""The readable cases in cases/names.txt, each asked for all its persons and for the other names it marks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.annotate import find_names
from analysis.document import Document

CLASSES = set(
    "compound double padded minority dotted foreign latin japanese korean astral rare word fused edge list evidence negative".split()
)
TYPES = {"PERSON", "ORGANISATION", "PLACE", "POST"}
LINE = re.compile(r"(?P<tags>[a-z ]+): (?P<marked>.+)")
MARK = re.compile(r"\[(?P<name>[^\[\]|]+)(?:\|(?P<type>[A-Z]+))?\]")


class Case(NamedTuple):
    number: int
    tags: tuple[str, ...]
    marked: str
    text: str
    names: frozenset[tuple[int, int, str]]

    @property
    def id(self) -> str:
        return f"{self.tags[0]}-{self.number}"


def case_of(number: int, line: str) -> Case:
    found = LINE.fullmatch(line)
    assert found, f"line {number} is no case: {line!r}"
    marked = found["marked"].replace("\\n", "\n")
    text, names, place = "", set(), 0
    for mark in MARK.finditer(marked):
        text += marked[place : mark.start()]
        names.add((len(text), len(text) + len(mark["name"]), mark["type"] or "PERSON"))
        text += mark["name"]
        place = mark.end()
    return Case(number, tuple(found["tags"].split()), marked, text + marked[place:], frozenset(names))


def read_cases() -> list[Case]:
    lines = (Path(__file__).parent / "cases" / "names.txt").read_text("utf-8").splitlines()
    return [case_of(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]


CASES = read_cases()


def marked_again(text: str, names: frozenset[tuple[int, int, str]]) -> str:
    """The text with its names in brackets, as a case is written."""
    for start, stop, kind in sorted(names, reverse=True):
        tail = "" if kind == "PERSON" else f"|{kind}"
        text = f"{text[:start]}[{text[start:stop]}{tail}]{text[stop:]}"
    return text


def found_names(case: Case) -> frozenset[tuple[int, int, str]]:
    """All persons found, and of the other names those that the case marks."""
    rows = find_names([Document("case", text=case.text)])
    found = {(int(start), int(stop), kind) for start, stop, kind in rows[["start", "stop", "type"]].to_numpy()}
    return frozenset(name for name in found if name[2] == "PERSON" or name in case.names)


def marks_of(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason="known failure")] if "xfail" in case.tags else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id, marks=marks_of(case)) for case in CASES])
def test_the_names_of_a_case_are_those_marked_in_it(case: Case) -> None:
    assert marked_again(case.text, found_names(case)) == case.marked


def test_every_class_has_five_cases_and_there_are_many() -> None:
    counts = Counter(case.tags[0] for case in CASES)
    assert sorted(name for name in CLASSES if counts[name] < 5) == []
    assert len(CASES) >= 400


def test_tags_and_types_are_known_and_negatives_alone_mark_nobody_in_them() -> None:
    for case in CASES:
        first, *rest = case.tags
        assert first in CLASSES and rest in ([], ["xfail"]), case.id
        assert {kind for _, _, kind in case.names} <= TYPES, case.id
        assert first != "negative" or not case.names, case.id


def test_no_text_is_written_twice() -> None:
    assert [text for text, count in Counter(case.text for case in CASES).items() if count > 1] == []
