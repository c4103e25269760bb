"""What the templates know: classes of letters counted in the training sets, words of our lexicons, clusters of words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from analysis.lexicon import lexicon
from analysis.names.edges import FOREIGN, surnames
from analysis.names.tagger.hashing import WordClasses
from analysis.names.tagger.knowledge import Knowledge
from analysis.names.tagger.templates import LONGEST
from analysis.names.training.clusters import clusters

DIVISION, SHORT_PLACE, COUNTRY, BODY, SHORT_BODY, TITLE, FOLLOWER, COMPOUND = range(1, 9)
# A surname of so many people in 100,000 is rare, common, very common.
SURNAME_STEPS = (0, 30, 300)
# Counts that every letter is given before it is counted: they keep letters seen once or twice near the middle.
SMOOTH_NAME, SMOOTH_TEXT = 0.3, 5.0


def knowledge(persons: Iterable[str], texts: Sequence[str], more: Sequence[str] = ()) -> Knowledge:
    """All of it.

    Parameters
    ----------
    persons : iterable of str
        The names of persons in the training sets; each counts once.
    texts : sequence of str
        The sentences of the training sets.
    more : sequence of str
        Texts without annotation; words are put in clusters by these too.
    """
    codes, classes = letters(persons, texts)
    return Knowledge(codes, classes, gazetteer(), WordClasses.of(clusters([*texts, *more])))


def letters(persons: Iterable[str], texts: Iterable[str]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
    """Codes and classes of all letters that are a surname, transliterate, or occur; see `tagger.knowledge.COLUMNS`."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(text)
    single, _ = surnames()
    known = sorted(c for c in {*seen, *single, *FOREIGN} if not 0xD800 <= ord(c) < 0xE000)
    columns = [
        [sum(single[c] >= step for step in SURNAME_STEPS) if c in single else 0 for c in known],
        [int(c in FOREIGN) for c in known],
        *(_odds(count, seen, known) for count in _positions(persons)),
    ]
    return np.array([ord(c) for c in known], dtype=np.uint32), np.array(columns, dtype=np.uint8).T


def _positions(persons: Iterable[str]) -> list[Counter[str]]:
    """How often each letter stands second of three, last of three, second of two, and anywhere in a foreign name."""
    middle, last, alone, abroad = (Counter[str]() for _ in range(4))
    for name in sorted(set(persons)):
        if "·" in name or len(name) > 4:
            abroad.update(name)
        elif len(name) == 3:
            middle[name[1]] += 1
            last[name[2]] += 1
        elif len(name) == 2:
            alone[name[1]] += 1
    return [middle, last, alone, abroad]


def _odds(count: Counter[str], seen: Counter[str], known: Sequence[str]) -> list[int]:
    """Log odds in steps of one nat, 1 (-3 and below) to 7; 0 for letters that do not occur."""
    n, total = count.total(), seen.total()
    odds = []
    for c in known:
        share = (count[c] + SMOOTH_NAME) / (n + SMOOTH_NAME * len(known))
        usual = (seen[c] + SMOOTH_TEXT) / (total + SMOOTH_TEXT * len(known))
        odds.append(1 + int(np.clip(np.log(share / usual) + 3, 0, 6)) if seen[c] else 0)
    return odds


def gazetteer() -> WordClasses:
    """The words of our lexicons by class; of two classes the one that is told here first."""
    words: dict[str, int] = {}

    def add(kind: int, names: Iterable[str]) -> None:
        for name in names:
            if 1 < len(name) <= LONGEST:
                words.setdefault(name, kind)

    bodies, countries = lexicon("bodies").rows, lexicon("countries").rows
    add(BODY, (row["name"] for row in bodies))
    add(COUNTRY, (name for row in countries for name in _called(row)))
    add(DIVISION, lexicon("divisions").column("name"))
    add(SHORT_BODY, (name for row in bodies for name in row["aliases"].split("|")))
    add(SHORT_PLACE, (row["short"] for row in lexicon("divisions").rows))
    add(SHORT_PLACE, (row["capital"] for row in countries))
    add(TITLE, lexicon("titles").column("name"))
    add(FOLLOWER, lexicon("verbs").column("name"))
    add(COMPOUND, (row["name"] for row in lexicon("surnames").rows if row["kind"] == "compound"))
    return WordClasses.of(words)


def _called(country: Mapping[str, str]) -> tuple[str, ...]:
    return (country["name"], country["full"], *country["aliases"].split("|"))


def place_words() -> list[str]:
    """Divisions and countries, in full and short."""
    divisions, countries = lexicon("divisions").rows, lexicon("countries").rows
    words = [row[column] for row in divisions for column in ("name", "short")]
    words += [word for row in countries for word in (*_called(row), row["capital"])]
    return sorted({word for word in words if len(word) > 1})
