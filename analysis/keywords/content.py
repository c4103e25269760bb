"""Which tokens may stand in a keyword: content words, and all words of a short quotation.

Official Chinese puts its formulas in quotation marks: “一带一路” (Belt and Road) is two numerals to the tagger, but it
is a term.
"""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from analysis.tokens import Tokens

# First letters of the tags of content words (ICTCLAS): adjective, distinguishing word, idiom, short form, set phrase,
# noun (with nr, ns, nt, nz), place word, verb (with vn), state word; `g` are morphemes; `eng`, below, is Latin script.
CONTENT = frozenset("abijlnsvzg")
# Of those the ones that carry no matter: adverbial uses (ad, vd), the copula and 有 as verbs of their own.
EMPTY = frozenset({"ad", "vd", "vshi", "vyou"})
# Tokens inside quotation marks that make a formula; one alone is judged by its tag, more are speech rather than a name.
QUOTED = range(2, 5)


def content_tokens(tokens: Tokens, stop: Collection[str]) -> npt.NDArray[np.bool_]:
    """For each token, shape (n_tokens,), whether it may stand in a keyword.

    >>> content_tokens(Tokens.of([[("“", "x"), ("一带", "m"), ("一路", "m"), ("”", "x"), ("的", "uj")]]), ()).tolist()
    [False, True, True, False, False]
    """
    content = content_types(tokens, stop)[tokens.ids] if len(tokens.ids) else np.zeros(0, dtype=bool)
    opened, closed = (_places(tokens, mark) for mark in "“”")
    ahead = np.searchsorted(closed, opened)
    found = ahead < len(closed)
    first, size = opened[found] + 1, closed[ahead[found]] - opened[found] - 1
    written = np.array([word.isalnum() for word in tokens.words], dtype=bool)
    for length in QUOTED:
        inside = first[size == length][:, None] + np.arange(length)
        content[inside[written[tokens.ids[inside]].all(axis=1)]] = True
    return content


def _places(tokens: Tokens, mark: str) -> npt.NDArray[np.int64]:
    types = np.array([word == mark for word in tokens.words], dtype=bool)
    return np.flatnonzero(types[tokens.ids]) if len(types) else np.zeros(0, dtype=np.int64)


def content_types(tokens: Tokens, stop: Collection[str]) -> npt.NDArray[np.bool_]:
    """For each type of `tokens` whether it may stand in a keyword.

    >>> content_types(Tokens.of([[("水利", "n"), ("的", "uj"), ("，", "x"), ("召开", "v")]]), {"召开"}).tolist()
    [True, False, False, False]
    """
    rows = zip(tokens.words, tokens.tags, strict=True)
    return np.array([_content(word, tag) and word not in stop for word, tag in rows], dtype=bool)


def _content(word: str, tag: str) -> bool:
    return (tag[:1] in CONTENT or tag == "eng") and tag not in EMPTY and word.replace("·", "").isalnum()
