"""The readable cases in cases/officials.txt, each asked for all its officials at once."""

from __future__ import annotations

import re
from collections import Counter
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from analysis.document import Document
from analysis.officials.find import find_officials

CONSTRUCTS = {f"C{number:02}" for number in range(1, 41)}
TRAPS = {f"F{number:02}" for number in range(1, 26)}
KINDS = {"synthetic", "negative"}
# Bare lists, groups without names, by-lines: these constructs yield no officials of their own.
WITHOUT_OFFICIALS = {"C06", "C35", "C38"}

MENTION = re.compile(r"(?P<person>\S+) +(?P<order>\d+|-|\?)(?P<shared> +S)? *\| *(?P<positions>\S.*)")
POSITION = re.compile(r"(?:\[(?P<modifier>\S+?)\])?(?P<title>\S+) @(?P<body>\S*) =(?P<full>\S*)(?: !(?P<act>\S+))?")


class Position(NamedTuple):
    modifier: str
    title: str
    full: str
    act: str = ""
    body: str = ""

    def __str__(self) -> str:
        modifier = f"[{self.modifier}]" if self.modifier else ""
        act = f" !{self.act}" if self.act else ""
        return f"{modifier}{self.title} ={self.full}{act}"


class Mention(NamedTuple):
    person: str
    order: str
    shared: bool
    positions: tuple[Position, ...]

    def __str__(self) -> str:
        return f"{self.person} {self.order}{' S' * self.shared} | {' ; '.join(map(str, self.positions))}"


class Case(NamedTuple):
    file: str
    number: int
    tags: tuple[str, ...]
    text: str
    mentions: tuple[Mention, ...]

    @property
    def id(self) -> str:
        return f"{self.file}-{self.tags[0]}-{self.tags[1]}-{self.number}"


def position_of(written: str) -> Position:
    found = POSITION.fullmatch(written.strip())
    assert found, f"Not a position: {written!r}"
    return Position(found["modifier"] or "", found["title"], found["full"], found["act"] or "", found["body"])


def mention_of(line: str) -> Mention:
    found = MENTION.fullmatch(line)
    assert found, f"Not a mention: {line!r}"
    positions = tuple(position_of(written) for written in found["positions"].split(" ; "))
    return Mention(found["person"], found["order"], bool(found["shared"]), positions)


def case_of(file: str, number: int, block: str) -> Case:
    tags, text, *mentions = [line for line in block.split("\n") if not line.startswith("#")]
    mentioned = tuple(map(mention_of, mentions))
    return Case(file, number, tuple(tags.strip("[]").split()), text.replace("\\n", "\n"), mentioned)


def read_cases(file: str) -> list[Case]:
    written = (Path(__file__).parent / "cases" / f"{file}.txt").read_text("utf-8")
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", written)]
    cases = [block for block in blocks if any(not line.startswith("#") for line in block.split("\n"))]
    return [case_of(file, number, block) for number, block in enumerate(cases, 1)]


# File of cases: the least and the greatest length of its texts, in characters.
LENGTHS = {
    "officials": (15, 150),
    "officials_long": (60, 450),
    "officials_abroad": (60, 450),
    "officials_acts": (30, 450),
    "officials_bodies": (60, 450),
    "officials_parser": (15, 150),
    "officials_lists": (60, 800),
    "officials_fresh": (60, 450),
    "officials_forms": (15, 150),
    "officials_real": (15, 450),
}
CASES = [case for file in LENGTHS for case in read_cases(file)]


def without_blanks(name: str) -> str:
    return re.sub(r"\s", "", name)


def found_mentions(text: str) -> list[Mention]:
    rows = find_officials([Document("case", text=text)])
    return [mention_of_rows(mention) for _, mention in rows.groupby("start", sort=True)]


def mention_of_rows(rows: pd.DataFrame) -> Mention:
    first = rows.iloc[0]
    columns = rows[["modifier", "title", "body_full", "act"]].values.tolist()
    positions = tuple(Position(modifier, title, without_blanks(full), act) for modifier, title, full, act in columns)
    order = "-" if pd.isna(first["order"]) else str(int(first["order"]))
    return Mention(first["person"], order, bool(first["shared"]), positions)


def as_far_as_asked(found: list[Mention], asked: tuple[Mention, ...]) -> list[str]:
    """What was found, with the case's own words for all that the case leaves unchecked."""
    mentions = [hide_unasked(mention, asked[at]) if at < len(asked) else mention for at, mention in enumerate(found)]
    return [str(mention) for mention in mentions]


def hide_unasked(found: Mention, asked: Mention) -> Mention:
    pairs = zip(found.positions, asked.positions, strict=False)
    positions = tuple(
        got._replace(full="?" if want.full == "?" else got.full, act=got.act if want.act else "") for got, want in pairs
    )
    order = "?" if asked.order == "?" else found.order
    return found._replace(order=order, positions=positions + found.positions[len(positions) :])


def marks_of(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason="known failure")] if "xfail" in case.tags else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id, marks=marks_of(case)) for case in CASES])
def test_the_officials_of_a_case_are_those_written_under_it(case: Case) -> None:
    expected = [str(mention) for mention in case.mentions]
    found = as_far_as_asked(found_mentions(case.text), case.mentions)
    assert found == expected, "\n".join([f"{case.id}: {case.text}", *ndiff(expected, found)])


def test_every_construct_has_two_cases_with_officials() -> None:
    counts = Counter(case.tags[0] for case in CASES if case.mentions)
    assert sorted(code for code in CONSTRUCTS - WITHOUT_OFFICIALS if counts[code] < 2) == []


def test_every_construct_and_every_trap_has_a_case() -> None:
    assert sorted((CONSTRUCTS | TRAPS) - {case.tags[0] for case in CASES}) == []


def test_no_text_is_written_twice() -> None:
    assert [text for text, count in Counter(case.text for case in CASES).items() if count > 1] == []


def test_all_tags_are_known_and_negatives_alone_have_no_officials() -> None:
    for case in CASES:
        construct, kind, *rest = case.tags
        assert construct in CONSTRUCTS | TRAPS, case.id
        assert kind in KINDS, case.id
        assert rest in ([], ["xfail"]), case.id
        assert (kind == "negative") == (not case.mentions), case.id


def test_passages_have_the_length_of_their_file() -> None:
    least_and_greatest = [(case, *LENGTHS[case.file]) for case in CASES]
    assert [case.id for case, least, greatest in least_and_greatest if not least <= len(case.text) <= greatest] == []


def test_persons_and_bodies_of_a_case_stand_in_its_text() -> None:
    for case in CASES:
        printed = without_blanks(case.text)
        for mention in case.mentions:
            assert without_blanks(mention.person) in printed, f"{case.id}: {mention.person}"
            assert all(position.body in printed for position in mention.positions), f"{case.id}: {mention}"
