"""Words and phrases of up to four adjacent content words, as occurrences: which term, in which document.

A phrase is a run of content words without a break: punctuation, a function word or a stop word ends it. Allowing 和, 与
or 的 inside was measured and lowers agreement with editors' keywords, so none is allowed. A phrase is kept if it
recurs; a fragment that a longer phrase nearly always carries is dropped.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis.tokens import Tokens

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

LONGEST = 4  # words in a phrase; at 5 and more whole clauses of formulaic prose come in
# A phrase must stand this often in the corpus, or twice in one document: a small corpus has its phrases too. Higher
# loses rare phrases of large corpora, lower lets chance neighbours in.
MIN_COUNT = 5
MIN_IN_DOCUMENT = 2
# A term is a fragment if one longer phrase accounts for this share of its occurrences. Errs towards the longer phrase:
# up to a fifth of the shorter term's uses stood by themselves and are not shown.
CARRIED = 0.8
SHORTEST = 2  # characters of a keyword; single characters are cut off words more often than they are words


@dataclass(frozen=True, slots=True)
class Level:
    """The candidates of `size` words.

    Attributes
    ----------
    gram : ndarray of int64, shape (n_tokens,)
        The candidate that begins at each token, or -1.
    first : ndarray of int64, shape (n_grams,)
        A token at which each candidate begins.
    count : ndarray of int64, shape (n_grams,)
        Its occurrences in the corpus.
    kept : ndarray of bool, shape (n_grams,)
    """

    size: int
    gram: Whole
    first: Whole
    count: Whole
    kept: Truth


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Terms, and for every occurrence the term and the text; `cohesion` is the NPMI of a phrase, 1 for a word."""

    terms: list[str]
    cohesion: Real
    term: Whole
    text: Whole


def find_terms(tokens: Tokens, content: Truth, groups: Whole, min_count: int = MIN_COUNT) -> Occurrences:
    """Every occurrence of every term that is kept.

    Parameters
    ----------
    content : ndarray of bool, shape (n_tokens,)
        Which tokens may stand in a keyword.
    groups : ndarray of int64, shape (len(tokens),)
        The document of each text: a title and its body are two texts of one document.
    """
    words, of_type = _word_numbers(tokens.words)
    word = np.where(content, of_type[tokens.ids], -1) if len(tokens.ids) else np.zeros(0, dtype=np.int64)
    text = np.repeat(np.arange(len(tokens)), np.diff(tokens.bounds))
    document = groups[text]
    levels = [_words(word)]
    shorter = _without_persons(levels[0], tokens)
    while len(levels) < LONGEST and len(shorter.first):
        shorter = _longer(shorter, word, text, document, min_count)
        levels.append(shorter)
    spelled = [_spelled(level, word, words) for level in levels]
    cohesion = [_cohesion(level, word, levels[0].count) for level in levels]
    levels = _without_fragments(_without_chance(levels, spelled, cohesion))
    return _occurrences(levels, spelled, cohesion, text)


def _without_persons(words: Level, tokens: Tokens) -> Level:
    """The words that a phrase may be made of: a person's name is whole, and 部长 before it is a title, not a phrase."""
    is_person = np.array([tag.startswith("nr") for tag in tokens.tags], dtype=bool)
    gram = np.where(is_person[tokens.ids], -1, words.gram) if len(tokens.ids) else words.gram
    return replace(words, gram=gram)


def _word_numbers(words: list[str]) -> tuple[list[str], Whole]:
    numbers: dict[str, int] = {}
    of_type = np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int64)
    return list(numbers), of_type


def _numbered(places: Whole, keys: Whole, n_tokens: int) -> tuple[Whole, Whole, Whole]:
    """The candidates at `places`, equal keys being one candidate: gram, first and count of a level."""
    _, first, inverse, count = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    gram = np.full(n_tokens, -1, dtype=np.int64)
    gram[places] = inverse
    return gram, places[first], count


def _words(word: Whole) -> Level:
    places = np.flatnonzero(word >= 0)
    gram, first, count = _numbered(places, word[places], len(word))
    return Level(1, gram, first, count, np.ones(len(first), dtype=bool))


def _longer(shorter: Level, word: Whole, text: Whole, document: Whole, min_count: int) -> Level:
    """One word more: two candidates that overlap in all but their ends, both seen twice, for else the longer is not."""
    size = shorter.size + 1
    twice = np.append(shorter.count >= MIN_IN_DOCUMENT, False)  # the last answers for -1
    begins = twice[shorter.gram]
    places = np.flatnonzero(begins[:-1] & begins[1:]) if len(word) else np.zeros(0, dtype=np.int64)
    places = places[places + size <= len(word)]
    places = places[text[places] == text[places + size - 1]]
    keys = shorter.gram[places] * (int(word.max(initial=0)) + 1) + word[places + size - 1]
    gram, first, count = _numbered(places, keys, len(word))
    kept = (count >= min_count) | _recurs(gram[places], document[places], len(first))
    return Level(size, gram, first, count, kept)


def _recurs(gram: Whole, document: Whole, n_grams: int) -> Truth:
    """Whether a candidate stands twice in one document."""
    pairs, count = np.unique(document * max(n_grams, 1) + gram, return_counts=True)
    recurs = np.zeros(n_grams, dtype=bool)
    recurs[pairs[count >= MIN_IN_DOCUMENT] % max(n_grams, 1)] = True
    return recurs


def _spelled(level: Level, word: Whole, words: list[str]) -> list[str]:
    """The text of each candidate that is kept; empty for the others."""
    columns = [word[level.first + i].tolist() for i in range(level.size)]
    rows = zip(level.kept.tolist(), *columns, strict=True)
    return ["".join(words[w] for w in row) if kept else "" for kept, *row in rows]


def _cohesion(level: Level, word: Whole, counts: Whole) -> Real:
    """Normalised pointwise mutual information of each candidate's words.

    ln(p(phrase) / product of p(word)) / (-ln p(phrase) * (words - 1)), cut to 0..1, with p the share of all content
    words. 1: the words never stand alone; 0: they meet as often as by chance. For two words: Bouma, G. (2009),
    Normalized (pointwise) mutual information in collocation extraction, GSCL; divided by words - 1, longer phrases stay
    in range.
    """
    if level.size == 1:
        return np.ones(len(level.first))
    by_word = np.bincount(word[word >= 0])
    total = float(counts.sum())
    surprise = -np.log(level.count / total)
    alone = sum(-np.log(by_word[word[level.first + i]] / total) for i in range(level.size))
    npmi: Real = np.clip((alone - surprise) / (np.maximum(surprise, 1e-12) * (level.size - 1)), 0.0, 1.0)
    return npmi


def _without_chance(levels: list[Level], spelled: list[list[str]], cohesion: list[Real]) -> list[Level]:
    """The levels without single characters and without phrases whose words meet no more often than by chance."""
    long_enough = np.array([len(text) >= SHORTEST for text in spelled[0]], dtype=bool)
    worthy = [long_enough, *(npmi > 0 for npmi in cohesion[1:])]
    return [replace(level, kept=level.kept & ok) for level, ok in zip(levels, worthy, strict=True)]


def _without_fragments(levels: list[Level]) -> list[Level]:
    """The levels without what a longer kept phrase carries, decided from the longest down."""
    done: list[Level] = []
    carrier: Whole = np.zeros(0, dtype=np.int64)  # of each candidate one word longer: what its parts are held against
    for level in reversed(levels):
        carried = np.zeros(len(level.first), dtype=np.int64)
        if done:
            for shift in (0, 1):
                np.maximum.at(carried, level.gram[done[0].first + shift], carrier)
        kept = level.kept & (carried < CARRIED * level.count)
        carrier = np.where(kept, level.count, carried)
        done.insert(0, replace(level, kept=kept))
    return done


def _occurrences(levels: list[Level], spelled: list[list[str]], cohesion: list[Real], text: Whole) -> Occurrences:
    """All levels as one; a term is its text, however it was cut into words."""
    rows = zip(levels, spelled, strict=True)
    rows = zip(levels, spelled, strict=True)
    texts = sorted({text for level, row in rows for text, kept in zip(row, level.kept, strict=True) if kept})
    number = {text: i for i, text in enumerate(texts)}
    strength = np.zeros(len(texts))
    terms, where = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for level, row, npmi in zip(levels, spelled, cohesion, strict=True):
        of_gram = np.array([number[text] if kept else -1 for text, kept in zip(row, level.kept, strict=True)] + [-1])
        np.maximum.at(strength, of_gram[:-1][level.kept], npmi[level.kept])
        of_token = of_gram[level.gram]
        terms.append(of_token[of_token >= 0])
        where.append(text[of_token >= 0])
    return Occurrences(texts, strength, np.concatenate(terms), np.concatenate(where))
