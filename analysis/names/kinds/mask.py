"""Which kind of mention each place of a text is, by the rules."""

from bisect import bisect_right
from typing import NamedTuple

from analysis.names.kinds.rules import FRAMES, REACH, STRETCHES, Frame
from analysis.names.persons import Name
from analysis.spans import Span, keep_longest


class Reading(NamedTuple):
    """A kind of mention, the rule that says so, and how far it reaches."""

    kind: str
    rule: str
    span: Span


class Mask:
    """The rules for kinds at work on one text.

    Where stretches overlap, the leftmost counts, then the longest; a frame counts where no stretch does.

    >>> mask = Mask("学习田远山同志重要讲话，读《王主席传》")
    >>> mask.kind(2, 5, "PERSON"), mask.kind(14, 15, "PERSON"), mask.kind(12, 13, "PERSON")
    ('concept', 'quoted', 'appearance')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        found = [
            (match.start(), match.end(), i) for i, rule in enumerate(STRETCHES) for match in rule.pattern.finditer(text)
        ]
        self._stretches = keep_longest(found)
        self._starts = [stretch[0] for stretch in self._stretches]

    def reading(self, start: int, stop: int, name_type: str) -> Reading | None:
        """What the rules say of a name at this place; None for an appearance."""
        return self._in_stretch(start, stop) or self._in_frame(start, stop, name_type)

    def _in_stretch(self, start: int, stop: int) -> Reading | None:
        i = bisect_right(self._starts, start) - 1
        if i < 0 or self._stretches[i][1] < stop:
            return None
        first, last, number = self._stretches[i]
        return Reading(STRETCHES[number].kind, STRETCHES[number].name, Span(first, last))

    def _in_frame(self, start: int, stop: int, name_type: str) -> Reading | None:
        for frame in FRAMES:
            end = self._reach(frame, start, stop) if name_type in frame.types else None
            if end is not None:
                return Reading(frame.kind, frame.name, Span(start, end))
        return None

    def _reach(self, frame: Frame, start: int, stop: int) -> int | None:
        behind = frame.behind.match(self._text, stop)
        if not behind or (frame.before and not frame.before.search(self._text, max(0, start - REACH), start)):
            return None
        return behind.end()

    def kind(self, start: int, stop: int, name_type: str) -> str:
        """The kind of mention of a name at this place."""
        reading = self.reading(start, stop, name_type)
        return reading.kind if reading else "appearance"

    def covers(self, start: int, stop: int) -> bool:
        """Whether nothing here may be read as an office."""
        return self.kind(start, stop, "POST") in {"concept", "quoted", "byline"}

    def refers(self, name: Name) -> bool:
        """Whether the name only says whose words or which leadership is meant."""
        return self.kind(name.start, name.stop, "PERSON") in {"concept", "epithet", "byline"}
