"""The features of each place of a page, as one key a template.

A template looks at letters and at words up to two places away. `T0` in comments is this place, `T-1` the one before. Each
gives one key everywhere; what a key is worth for each label is for training to find.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.hashing import FACTORS, Keys, Numbers, Windows, keys, mix, mixed, seeded, summed, term
from analysis.names.tagger.knowledge import COLUMNS, Knowledge
from analysis.names.tagger.page import Page, moved
from analysis.segment import quick_words

# ICTCLAS tags as rjieba gives them; what is not here is 0.
TAGS = {
    tag: number
    for number, tag in enumerate(
        "a ad ag an b c d df dg e f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg u ud ug uj ul uv uz v "
        "vd vg vi vn vq x y z zg eng".split(),
        start=1,
    )
}
# Longer names of the gazetteer are found by their words.
LONGEST = 12
# The sets disagree about what a name is; these templates have weights of their own in each style (Daumé 2007),
# and each style has one for every place.
IN_STYLE = ("u0", "b-1", "b0", "w0", "g0", "g-", "g+")


class Words:
    """The words of a page, and for each place its word."""

    def __init__(self, page: Page, windows: Windows) -> None:
        words = quick_words(page.text)
        number = TAGS.get
        lengths = np.array([len(word) for word, _ in words], dtype=np.int64)
        tags = np.array([number(tag, 0) for _, tag in words], dtype=np.int64)
        stops = np.cumsum(lengths)
        starts = stops - lengths
        self._at = np.repeat(np.arange(len(words)), lengths)
        self.hashes = windows.of(starts, stops)
        self.tags, self.lengths = tags, np.minimum(lengths, 5)
        inside = np.arange(len(page)) - starts[self._at]
        length = lengths[self._at]
        self.part = np.where(length == 1, 0, np.where(inside == 0, 1, np.where(inside == length - 1, 2, 3)))

    def at_places(self, values: Numbers) -> Numbers:
        """The value of each place's word."""
        return values[self._at]


def beside(values: Numbers, by: int) -> Numbers:
    """The value of the word before (-1), of the word itself (0), or of the one behind (1); at the ends their own."""
    if by < 0:
        return np.concatenate([values[:1], values[:-1]])
    return np.concatenate([values[1:], values[-1:]]) if by else values


class Matches:
    """The longest words of the gazetteer that begin and that end at each place, with their lengths; and what covers it."""

    def __init__(self, page: Page, windows: Windows, knowledge: Knowledge) -> None:
        n = len(page)
        begin, end, self.cover = (np.zeros(n, dtype=np.int64) for _ in range(3))
        for length in range(2, min(LONGEST, n) + 1):
            starts = np.arange(n - length + 1)
            classes = knowledge.gazetteer.find(windows.of(starts, starts + length)).astype(np.int64)
            found = np.flatnonzero(classes)
            size = min(length, 3)
            begin[found] = end[found + length - 1] = 4 * classes[found] + size
            for inside in range(length):
                self.cover[found + inside] = classes[found]
        self.begin, self.end = begin, end


def features(
    page: Page, knowledge: Knowledge, table: npt.NDArray[np.uint8], style: Numbers
) -> Iterator[tuple[str, Keys]]:
    """Each template's name and its key at each place of the page, those of styles behind their own.

    `table` is `knowledge.table()`, and `style` the number of each place's style, from 1 up.
    """
    for name, base in _in_all_styles(page, knowledge, table):
        yield name, base
        if name in IN_STYLE:
            yield f"s{name}", mixed(base * np.uint64(FACTORS[3]) + style.astype(np.uint64))
    yield "sany", keys("sany", style)


def _in_all_styles(page: Page, knowledge: Knowledge, table: npt.NDArray[np.uint8]) -> Iterator[tuple[str, Keys]]:
    windows = Windows(page.codes)
    yield from _of_letters(page)
    yield from _of_classes(page, table)
    yield from _of_words(Words(page, windows), knowledge)
    yield from _of_matches(Matches(page, windows, knowledge), table[page.codes, 1].astype(np.int64))


def _of_letters(page: Page) -> Iterator[tuple[str, Keys]]:
    terms = [term(page.codes, place) for place in range(3)]
    letters: dict[str, tuple[int, ...]] = {
        **{f"u{by}": (by,) for by in range(-2, 3)},
        **{f"b{by}": (by, by + 1) for by in range(-2, 2)},
        "sk": (-1, 1),
        "t-1": (-1, 0, 1),
    }
    for name, places in letters.items():
        total = seeded(name, len(page))
        for added, by in zip(terms, places, strict=False):
            total += moved(added, by)
        yield name, mix(total)


def _of_classes(page: Page, table: npt.NDArray[np.uint8]) -> Iterator[tuple[str, Keys]]:
    classes = dict(zip(COLUMNS, table[page.codes].T.astype(np.int64), strict=True))

    def at(column: str, by: int) -> Numbers:
        return moved(classes[column], by)

    around = range(-2, 3)
    yield "ty", keys("ty", *(at("sign", by) for by in around))
    names = 2 * classes["surname"] + classes["foreign"]
    yield "sf", keys("sf", *(moved(names, by) for by in around))
    yield "nB3", keys("nB3", at("surname", 0), at("middle", 1), at("last", 2))
    yield "nB2", keys("nB2", at("surname", 0), at("alone", 1), at("middle", 1))
    yield "nI3", keys("nI3", at("surname", -1), at("middle", 0), at("last", 1))
    yield "nE3", keys("nE3", at("surname", -2), at("middle", -1), at("last", 0))
    yield "nE2", keys("nE2", at("surname", -1), at("alone", 0), at("last", 1))
    yield "nF", keys("nF", *(at("abroad", by) for by in around))


def _of_words(words: Words, knowledge: Knowledge) -> Iterator[tuple[str, Keys]]:
    """Of the word's part that the place is in, and of the words around; sums are made a word, and then spread."""
    clusters = knowledge.clusters.find(words.hashes)
    part = term(words.part, 0)
    of_words: dict[str, tuple[tuple[Numbers, int], ...]] = {
        "w0": ((words.hashes, 0),),
        "w-": ((words.hashes, -1),),
        "w+": ((words.hashes, 1),),
        "ln": ((words.lengths, -1), (words.lengths, 0), (words.lengths, 1)),
        "g0": ((words.tags, 0), (words.lengths, 0)),
        "g-": ((words.tags, -1), (words.tags, 0)),
        "g+": ((words.tags, 0), (words.tags, 1)),
        "g3": ((words.tags, -1), (words.tags, 0), (words.tags, 1)),
        "c0": ((clusters, 0),),
        "c-": ((clusters, -1),),
        "c+": ((clusters, 1),),
        "c-0": ((clusters, -1), (clusters, 0)),
        "c0+": ((clusters, 0), (clusters, 1)),
    }
    for name, parts in of_words.items():
        total = words.at_places(summed(name, [beside(values, by) for values, by in parts], first=1))
        total += part
        yield name, mix(total)


def _of_matches(matches: Matches, surname: Numbers) -> Iterator[tuple[str, Keys]]:
    begin, end, cover = matches.begin, matches.end, matches.cover
    yield "gs", keys("gs", begin, end, cover)
    yield "gb", keys("gb", moved(end, -1), begin)
    yield "gn", keys("gn", end, moved(begin, 1))
    yield "gc", keys("gc", moved(cover, -1), cover, moved(cover, 1))
    yield "g2", keys("g2", moved(begin, 2), moved(begin, 1), surname)
