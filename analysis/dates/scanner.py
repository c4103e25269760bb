"""Where in a text an expression of time may begin, and which rule fits there.

Most characters can open no expression and most numbers are amounts, so that one pattern first finds the places; the two
characters there (for a number: its unit) choose the few rules that can fit, which are tried in their order.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from analysis.dates.rules import Rule, rules

_NUMBER = "0"  # stands for every number in a key
_BLANKS = "[ \xa0]?"


class Ready(NamedTuple):
    """A rule with its patterns compiled."""

    rule: Rule
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None


class Scanner:
    """Finds the places of one text.

    >>> [(match.group(), ready.rule.name) for match, ready in Scanner("于2021年完工").places()]
    [('2021年', 'year')]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.stop = 0  # places before it are passed over

    def places(self) -> Iterator[tuple[re.Match[str], Ready]]:
        """The match of the first rule that fits, and the rule; set `stop` to pass over what has been read."""
        text = self._text
        for place in _starts().finditer(text):
            start, end = place.span()
            if start < self.stop:
                continue
            if text[start] <= "9":
                fitting = _fitting(_NUMBER, text[end] if text[end] not in " \xa0" else text[end + 1])
            else:
                fitting = _fitting(text[start], text[end])
            for ready in fitting:
                if match := ready.pattern.match(text, start):
                    yield match, ready
                    break


@cache
def _starts() -> re.Pattern[str]:
    """Where an expression may begin. It opens with a set of characters, which `re` looks for fastest.

    A number is looked at from its first digit only: from each, a million digits would take a day.
    """
    firsts, seconds = (_set(rule.opens[i] for rule in rules()) for i in (0, 1))
    units = _set(rule.units for rule in rules())
    return re.compile(
        rf"[{firsts}0-9](?:(?<=[0-9])(?<![0-9][0-9])[0-9]*+(?={_BLANKS}[{units}])|(?<![0-9])(?=[{seconds}]))"
    )


def _set(texts: Iterable[str]) -> str:
    return re.escape("".join(sorted(set("".join(texts)))))


@cache
def _fitting(first: str, second: str) -> tuple[Ready, ...]:
    """The rules for two characters, or for a number and its unit; there are as many keys as the rules name pairs."""
    if first == _NUMBER:
        return tuple(_ready(rule) for rule in rules() if second in rule.units)
    return tuple(_ready(rule) for rule in rules() if first in rule.opens[0] and second in rule.opens[1])


@cache
def _ready(rule: Rule) -> Ready:
    guard = re.compile(rf"(?:{rule.not_after}) ?\Z") if rule.not_after else None
    return Ready(rule, re.compile(rule.pattern), guard)
