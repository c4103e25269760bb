"""Where in a text an expression of time may begin, and which rule fits there.

Most characters can open no expression and most numbers are amounts, so that one pattern first finds the places; the two
characters there (for a number: its unit) choose the few rules that can fit, joined in one pattern.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.dates.rules import Rule, rules
from analysis.spans import Span

_NUMBER = "0"  # stands for every number in a key
_BLANKS = "[ \xa0]?"


class Ready(NamedTuple):
    """A rule with its patterns compiled."""

    rule: Rule
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None


class _Opening(NamedTuple):
    """The rules that fit two characters: as one pattern with a group each, and each by itself."""

    pattern: re.Pattern[str]
    rules: list[Ready]


class Scanner:
    """Finds the places of one text.

    >>> [(place, ready.rule.name) for place, ready in Scanner("于2021年完工").places()]
    [(Span(start=1, stop=6), 'year')]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.stop = 0  # places before it are passed over

    def places(self) -> Iterator[tuple[Span, Ready]]:
        """The range that a rule fits, and the rule; set `stop` to pass over what has been read."""
        text = self._text
        for place in _starts().finditer(text):
            start, end = place.span()
            if start < self.stop:
                continue
            if text[start] <= "9":
                opening = _opening(_NUMBER, text[end] if text[end] not in " \xa0" else text[end + 1])
            else:
                opening = _opening(text[start], text[end])
            match = opening.pattern.match(text, start) if opening else None
            if opening and match and match.lastindex:
                yield Span(start, match.end()), opening.rules[match.lastindex - 1]


@cache
def _starts() -> re.Pattern[str]:
    """Where an expression may begin. It opens with a set of characters, which `re` looks for fastest."""
    firsts, seconds = (_set(rule.opens[i] for rule in rules()) for i in (0, 1))
    units = _set(rule.units for rule in rules())
    return re.compile(rf"[{firsts}0-9](?:(?<=[0-9])[0-9]*+(?={_BLANKS}[{units}])|(?<![0-9])(?=[{seconds}]))")


def _set(texts: Iterable[str]) -> str:
    return re.escape("".join(sorted(set("".join(texts)))))


@cache
def _opening(first: str, second: str) -> _Opening | None:
    """The rules for two characters, or for a number and its unit; there are as many keys as the rules name pairs."""
    if first == _NUMBER:
        fitting = [rule for rule in rules() if second in rule.units]
    else:
        fitting = [rule for rule in rules() if first in rule.opens[0] and second in rule.opens[1]]
    return _joined(tuple(fitting)) if fitting else None


@cache
def _joined(fitting: Sequence[Rule]) -> _Opening:
    bare = "|".join(f"({_without_names(rule.pattern)})" for rule in fitting)
    return _Opening(re.compile(bare), [_ready(rule) for rule in fitting])


@cache
def _ready(rule: Rule) -> Ready:
    guard = re.compile(rf"(?:{rule.not_after}) ?\Z") if rule.not_after else None
    return Ready(rule, re.compile(rule.pattern), guard)


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
