"""Names whose parts are joined by dots: 雷诺·艾德, 艾力·肉孜, 乔治·W·哈洛, H.肖克莱."""

import re
from collections.abc import Iterator

from analysis.names.edge_words import CUT, EdgeWords
from analysis.names.edges import JOINING
from analysis.names.foreign import name_parts
from analysis.names.odds import letter
from analysis.names.places import place_spotter
from analysis.names.shapes import Shape
from analysis.names.words import Words
from analysis.shadow.characters import HAN
from analysis.spans import Span

_PART = f"(?:[{HAN}]{{1,9}}(?:[-—][{HAN}]{{1,6}})?|[A-Z][A-Za-z]*\\.?)"
RUN = re.compile(f"(?<![A-Za-z.])(?:{_PART}(?:·{_PART}){{1,5}}|(?:[A-Z]\\.){{1,3}}[{HAN}]{{2,9}}(?:·{_PART}){{0,5}})")
_LAST_JOINT = re.compile("[·.][^·.]*$")
_FIRST_JOINT = re.compile("[·.]")
_BETWEEN = re.compile("(?<=[·.])[^·.]{2,}?([和与及同暨])(?=[^·.]{1,8}[·.])")
# Nats a letter must have on average, in the parts that are written in Chinese. 主食·米饭, 谋攻篇 have less.
FOREIGN_ENOUGH = 0.6
WORST = 0.0
# What an edge inside a word of the tokenizer costs, and how much a letter counts beside an edge (nats to nats); set by hand.
INSIDE, OF_LETTERS = 3.0, 1.0


class DottedReader:
    """Finds dotted names in one text: each run of parts gives one, cut where its letters and the words beside it say."""

    def __init__(
        self,
        text: str,
        words: Words,
        post_starts: frozenset[int] = frozenset(),
        post_stops: frozenset[int] = frozenset(),
    ) -> None:
        self.text, self.words = text, words
        self._post_starts, self._post_stops = post_starts, post_stops
        self._edges = EdgeWords(text, words)

    def shapes(self) -> Iterator[Shape]:
        """The names, in text order, with the mean log odds (nats) of their letters."""
        for run in self._runs():
            written = self.text[run.start : run.stop]
            first = run.start + _joint(_FIRST_JOINT, written)
            last = run.start + _joint(_LAST_JOINT, written) + 1
            start, stop = self._begin(run.start, first), self._end(last, run.stop)
            mean = self._mean(start, stop)
            if mean >= FOREIGN_ENOUGH and self._is_whole(start, stop):
                yield Shape(start, stop, mean)

    def _runs(self) -> Iterator[Span]:
        """Parts with dots between them; where 和 stands between two dots (罗莎·卢森贝|和|卡尔·李卜), one name ends and one begins."""
        for run in RUN.finditer(self.text):
            start = run.start()
            for joint in _BETWEEN.finditer(run[0]):
                yield Span(start, run.start() + joint.start(1))
                start = run.start() + joint.end(1)
            yield Span(start, run.end())

    def _mean(self, start: int, stop: int) -> float:
        """What the letters are worth on average; that of the worst part, if it is not foreign at all (张北·谋攻篇)."""
        parts = [part for part in re.finditer("[^·.]+", self.text[start:stop]) if part[0] > "\xff"]
        means = [self._worth(start + part.start(), start + part.end()) / len(part[0]) for part in parts]
        return (
            min([*means, self._worth(start, stop) / max(1, stop - start)])
            if means and min(means) < WORST
            else max(means, default=-1.0)
        )

    def _is_whole(self, start: int, stop: int) -> bool:
        """Whether no office begins inside, and the last part is no mere beginning of a word: 故宫·博|物院."""
        inside = any(start < place < stop for place in self._post_starts)
        lone = stop - start > 1 and self.text[stop - 2] in "·." and self._edges.after(stop) is CUT
        return not inside and not lone

    def _begin(self, start: int, dot: int) -> int:
        """Where the first part begins."""
        if self.text[start] < "\xff":
            return start
        floor = start
        for place in range(start, dot - 1):  # 荷兰|人|维姆·…, 会上|的|维姆·…
            country = place_spotter().at(self.text, place)
            if place < country < dot:
                floor = country
            if self.text[place] in "人的籍" and (floor == place or self.text[place] == "的"):
                floor = place + 1
        return max(range(floor, dot), key=lambda place: (self._left(place) + self._worth(place, dot), -place))

    def _end(self, start: int, stop: int) -> int:
        """Where the last part ends."""
        if self.text[start] < "\xff":
            return stop
        joined = (p for p in range(start + 2, stop) if self.text[p] in JOINING and self.words.starts(p))
        ends = range(start + 1, next(joined, stop) + 1)
        return max(ends, key=lambda place: (self._right(place) + self._worth(start, place), place))

    def _left(self, place: int) -> float:
        edge = self._edges.before(place)
        return 1.5 if place in self._post_stops else -INSIDE if edge is CUT else edge.before

    def _right(self, place: int) -> float:
        edge = self._edges.after(place)
        return 1.5 if place in self._post_starts else -INSIDE if edge is CUT else edge.after

    def _worth(self, start: int, stop: int) -> float:
        """What the letters of a part say; a word that names are made of counts as one whole."""
        worth, place = 0.0, start
        while place < stop:
            end = name_parts().at(self.text, place)
            whole = 0 < end <= stop
            worth += 3.0 * (end - place) if whole else _odds(self.text[place])
            place = end if whole else place + 1
        return OF_LETTERS * worth


def _joint(rule: re.Pattern[str], run: str) -> int:
    found = rule.search(run)
    return found.start() if found else 0


def _odds(character: str) -> float:
    return max(-4.0, min(3.0, letter(character).foreign))
