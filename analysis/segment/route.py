"""The most probable way to cut a block into dictionary words: by rjieba where it agrees with jieba, else our own."""

from collections.abc import Iterable
from math import log
from typing import Any, Protocol

# Cut by both before rjieba is trusted: an ambiguous phrase, ASCII inside Han, an unknown name, dots and signs.
PROBES = (
    "他说的确实在理研究生命的起源",
    "发展中国家的经济和信息化部门",
    "5G网络与F16的C919大飞机在B超室",
    "欧阳玥琪说AT&T和C++以及V1.0_beta#2",
)


class Route(Protocol):
    """Cuts a block of characters that a dictionary may cover."""

    def __call__(self, block: str) -> list[str]:
        """The words of a block; what no dictionary word covers comes as single characters."""
        ...

    def add(self, word: str, count: int) -> None:
        """Let a word count as often as told."""
        ...


class DictionaryRoute:
    """The cut with the highest product of word shares; of equal cuts the one whose first difference is a longer word.

    The same sums in the same order as `jieba.Tokenizer.calc` (0.42.1), so the result is the same to the last bit. Where
    jieba walks a table of all prefixes, this looks as far ahead as the longest word with the same first character.

    >>> DictionaryRoute({"工业": 50, "工": 9, "业": 9}, total=100)("工业部")
    ['工业', '部']
    """

    def __init__(self, frequencies: dict[str, int], total: int) -> None:
        self._frequencies, self._total = frequencies, total
        self._longest: dict[str, int] = {}
        for word in frequencies:
            if len(word) > self._longest.get(word[0], 0):
                self._longest[word[0]] = len(word)

    def add(self, word: str, count: int) -> None:
        """Let a word count as often as told."""
        self._total += count - self._frequencies.get(word, 0)
        self._frequencies[word] = count
        self._longest[word[0]] = max(len(word), self._longest.get(word[0], 0))

    def __call__(self, block: str) -> list[str]:
        """The words of a block; what no dictionary word covers comes as single characters."""
        log_total = log(self._total)
        best: list[tuple[float, int]] = [(0.0, 0)] * (len(block) + 1)
        for start in range(len(block) - 1, -1, -1):
            best[start] = max(self._steps(block, start, best, log_total))
        words, start = [], 0
        while start < len(block):
            stop = best[start][1] + 1
            words.append(block[start:stop])
            start = stop
        return words

    def _steps(
        self, block: str, start: int, best: list[tuple[float, int]], log_total: float
    ) -> Iterable[tuple[float, int]]:
        stops = range(start + 1, min(start + self._longest.get(block[start], 1), len(block)) + 1)
        found = [stop for stop in stops if block[start:stop] in self._frequencies] or [start + 1]
        for stop in found:
            count = self._frequencies.get(block[start:stop]) or 1
            yield log(count) - log_total + best[stop][0], stop - 1


class RjiebaRoute:
    """rjieba's cut without its HMM. Runs of ASCII letters and digits come merged; single Han characters do not.

    Raises
    ------
    ImportError
        Where rjieba is not installed.
    """

    def __init__(self) -> None:
        from rjieba import Jieba

        self._engine: Any = Jieba()

    def add(self, word: str, count: int) -> None:
        """Let a word count as often as told."""
        self._engine.add_word(word, count, None)

    def __call__(self, block: str) -> list[str]:
        """The words of a block."""
        return self._engine.cut(block, False)  # type: ignore[no-any-return]


def best_route(frequencies: dict[str, int], total: int) -> Route:
    """The route of rjieba if it is installed and cuts as jieba does, else our own: slower, the same words."""
    try:
        route = RjiebaRoute()
    except ImportError:
        return DictionaryRoute(frequencies, total)
    return route if agree(route, frequencies, total) else DictionaryRoute(frequencies, total)


def agree(route: Route, frequencies: dict[str, int], total: int) -> bool:
    """Whether a route cuts the probes as the dictionary says; a newer engine or dictionary may not.

    Only words that begin with a character of the probes are looked at: a few hundredths of a second.
    """
    first = set("".join(PROBES))
    near = {word: count for word, count in frequencies.items() if word[0] in first}
    own = DictionaryRoute(near, total)
    return all(route(probe) == merge_ascii(own(probe)) for probe in PROBES)


def merge_ascii(words: Iterable[str]) -> list[str]:
    """The words with single ASCII letters and digits that follow one another joined, as jieba's `cut` without HMM does.

    >>> merge_ascii(["B", "2", "B", "平台", ".", "c"])
    ['B2B', '平台', '.', 'c']
    """
    merged: list[str] = []
    loose = False
    for word in words:
        single = len(word) == 1 and word.isascii() and word.isalnum()
        if single and loose:
            merged[-1] += word
        else:
            merged.append(word)
        loose = single
    return merged
