"""The words and phrases a topic can be described by: which tokens carry content, and which stand together."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis.lexicon import lexicon
from analysis.tokens import Tokens
from analysis.topics.features import Ints, count_matrix, token_documents, word_numbers

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LONGEST_PHRASE = 4  # words
# Letters that write numbers. Not `str.isnumeric`: 两 became numeric only in the Unicode of Python 3.13.
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿兆两廿卅壹贰叁肆伍陆柒捌玖拾佰仟")
PHRASE_SHARE = 2_000  # a phrase stands in at least one of so many documents, and in two: rarer ones are one writer's


@cache
def stop_words() -> frozenset[str]:
    """The names of the lexicon `stopwords`, of every kind."""
    return frozenset(lexicon("stopwords").column("name"))


def content_types(tokens: Tokens, stop: Collection[str]) -> npt.NDArray[np.bool_]:
    """Which types are words of two letters or more that are neither a number nor in `stop`, shape (n_types,).

    >>> content_types(Tokens.of([[("水利", "n"), ("的", "u"), ("2022", "m"), ("我们", "r")]]), {"我们"}).tolist()
    [True, False, False, False]
    """

    def carries(word: str) -> bool:
        return len(word) > 1 and word not in stop and all(c.isalnum() or c in "·-" for c in word) and _has_letter(word)

    return np.array([carries(word) for word in tokens.words], dtype=bool)


def _has_letter(word: str) -> bool:
    return any(c.isalpha() and c not in NUMERALS for c in word)


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Words and phrases of some documents.

    Attributes
    ----------
    names : list of str
        Words first, then phrases of two, three and four words.
    present : csr_matrix of float32, shape (n_documents, n_terms)
        One where the document has the term. How often it says it is left out: one long text must not name a topic.
    """

    names: list[str]
    present: "csr_matrix"


def find_terms(tokens: Tokens, content: npt.NDArray[np.bool_]) -> Terms:
    """Every content word, and every run of two to four content words that is found often enough.

    >>> tokens = Tokens.of([[("粮食", "n"), ("安全", "n")], [("保障", "v"), ("粮食", "n"), ("安全", "n")]])
    >>> find_terms(tokens, content_types(tokens, ())).names
    ['粮食', '安全', '保障', '粮食安全']
    """
    from scipy.sparse import hstack

    document, least = token_documents(tokens), max(2, len(tokens) // PHRASE_SHARE)
    gram = np.where(content[tokens.ids], word_numbers(tokens)[tokens.ids], -1)
    names, blocks = list(tokens.words), [_present(document, gram, len(tokens.words), len(tokens))]
    is_person = np.array([tag.startswith("nr") for tag in tokens.tags], dtype=bool)
    gram = (
        np.where(is_person[tokens.ids], -1, gram) if len(tokens.ids) else gram
    )  # a name is whole, 部长 before it a title
    for n in range(2, LONGEST_PHRASE + 1):
        gram, starts = _longer(document, gram, least)
        names += ["".join(tokens.words[i] for i in tokens.ids[s : s + n]) for s in starts]
        blocks.append(_present(document, gram, len(starts), len(tokens)))
    present = hstack(blocks).tocsr()
    used = np.flatnonzero(present.getnnz(axis=0))
    return Terms([names[i] for i in used], present[:, used])


def _longer(document: Ints, gram: Ints, least: int) -> tuple[Ints, Ints]:
    """The grams one word longer that are found `least` times, by the token each begins with; -1 where there is none.

    A gram of n words is two grams of n - 1 words one token apart, so only frequent ones are looked at (the a-priori
    rule of Agrawal and Srikant 1994). Second, where each of the longer grams first begins.
    """
    both = np.flatnonzero((gram[:-1] >= 0) & (gram[1:] >= 0) & (document[:-1] == document[1:]))
    codes = gram[both] * (gram.max(initial=0) + 1) + gram[both + 1]
    _, first, place, n = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    frequent = n >= least
    longer = np.full(len(gram), -1, dtype=np.int64)
    longer[both] = np.where(frequent, np.cumsum(frequent) - 1, -1)[place]
    return longer, both[first[frequent]]


def _present(document: Ints, gram: Ints, n_grams: int, n_documents: int) -> "csr_matrix":
    """Which documents have which grams."""
    known = gram >= 0
    counts = count_matrix((document[known], gram[known]), np.arange(n_grams), n_documents)
    counts.data[:] = 1
    return counts
