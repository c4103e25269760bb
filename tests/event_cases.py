"""The readable cases of cases/events.txt, and what a line of them says."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from analysis.document import Document
from analysis.moments import BEIJING

CASES_FILE = Path(__file__).parent / "cases" / "events.txt"
EVENT = re.compile(r"E (?P<id>\d+) (?P<type>\S+) (?P<trigger>\S+) (?P<since>\S+)(?P<more>( \| \w+=[^|]*)*)")
PART = re.compile(r"P (?P<id>\d+) (?P<role>\S+) (?P<names>\S+)")
ACT = re.compile(
    r"A (?P<act>\S+) (?P<person>\S+) \| (?P<title>\S+) =(?P<full>\S*) \| by=(?P<by>\S*) \| (?P<date>\S+ \S+)( \| probation=(?P<probation>\S+))?"
)


class Case(NamedTuple):
    number: int
    tags: tuple[str, ...]
    text: str
    lines: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.tags[0]}-{self.tags[1]}-{self.number}"

    @property
    def document(self) -> Document:
        return Document(
            "case", text=self.text, date=datetime.fromisoformat(f"{self.tags[2]}T19:00").replace(tzinfo=BEIJING)
        )


def read_cases() -> list[Case]:
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", CASES_FILE.read_text("utf-8"))]
    kept = [[line for line in block.split("\n") if not line.startswith("#")] for block in blocks]
    return [
        Case(number, tuple(tags.strip("[]").split()), text.replace("\\n", "\n"), tuple(lines))
        for number, (tags, text, *lines) in enumerate(filter(None, kept), 1)
    ]


CASES = read_cases()
