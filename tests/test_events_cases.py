"""The readable cases in cases/events.txt, each asked for its events, participants and acts at once."""

from __future__ import annotations

import re
from difflib import ndiff
from functools import cache

import pytest

from analysis.annotate import find_names
from analysis.officials.events import Events, find_events
from analysis.officials.find import find_officials
from tests.event_cases import ACT, CASES, EVENT, PART, Case

KINDS = {"synthetic", "negative"}
TYPES = {"meeting", "inspection", "guests", "visit", "speech", "award", "signing", "act", "case", "list", "trap"}
ROLES = {
    "host", "attend", "accompany", "speak", "lead", "guest", "visitor", "welcome", "sign", "honoree", "appointee", "subject", "authority",
}  # fmt: skip


@cache
def found(number: int) -> Events:
    pages = [CASES[number - 1].document]
    return find_events(pages, find_officials(pages), find_names(pages))


def event_lines(result: Events, asked: tuple[str, ...]) -> list[str]:
    """The events as lines, each with the details that the case asks for."""
    wanted = [re.findall(r"\| (\w+)=", line) for line in asked if line.startswith("E ")]
    lines = []
    for at, row in enumerate(result.events.to_dict("records")):
        more = "".join(f" | {name}={row[name]}" for name in (wanted[at] if at < len(wanted) else ()))
        lines.append(f"E {row['event_id']} {row['type']} {row['trigger']} {row['since'][:10] or '-'}{more}")
    return lines


def part_lines(result: Events) -> list[str]:
    rows = result.participants.sort_values(["event_id", "start"], kind="stable")
    groups = rows.groupby(["event_id", "role"], sort=False)["person"]
    return sorted(f"P {number} {role} {'、'.join(names)}" for (number, role), names in groups)


def act_lines(result: Events) -> list[str]:
    return [
        f"A {row['act']} {row['person']} | {row['title']} ={row['body_full']} | by={row['authority_full']} | {row['date']} {row['date_from']}"
        + (f" | probation={row['probation']}" if row["probation"] else "")
        for row in result.appointments.to_dict("records")
    ]


def marks_of(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason="known failure")] if "xfail" in case.tags else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id, marks=marks_of(case)) for case in CASES])
def test_the_events_of_a_case_are_those_written_under_it(case: Case) -> None:
    expected = [line for line in case.lines if line.startswith("E ")]
    expected += sorted(line for line in case.lines if line.startswith("P "))
    expected += [line for line in case.lines if line.startswith("A ")]
    result = found(case.number)
    lines = [*event_lines(result, case.lines), *part_lines(result), *act_lines(result)]
    assert lines == expected, "\n".join([f"{case.id}: {case.text}", *ndiff(expected, lines)])


def test_cases_are_written_as_the_head_of_their_file_says() -> None:
    for case in CASES:
        assert case.tags[0] in TYPES and case.tags[1] in KINDS, case.id
        assert case.tags[3:] in ((), ("xfail",)), case.id
        assert (case.tags[1] == "negative") == (not case.lines), case.id
        assert all(EVENT.fullmatch(line) or PART.fullmatch(line) or ACT.fullmatch(line) for line in case.lines), case.id
        assert {match["role"] for line in case.lines if (match := PART.fullmatch(line))} <= ROLES, case.id


def test_no_text_is_written_twice() -> None:
    texts = [case.text for case in CASES]
    assert len(texts) == len(set(texts))


def test_persons_of_a_case_stand_in_its_text() -> None:
    for case in CASES:
        names = [name for line in case.lines if (match := PART.fullmatch(line)) for name in match["names"].split("、")]
        assert [name for name in names if name not in case.text] == [], case.id
