"""Which tokens may stand in a keyword: content words by tag, not on the stop list, written in letters."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from analysis.tokens import Tokens

# First letters of the tags of content words (ICTCLAS): adjective, distinguishing word, idiom, short form, set phrase, noun
# (with nr, ns, nt, nz), place word, verb (with vn), state word; `eng` is Latin script; `g` are morphemes in compounds.
CONTENT = frozenset("abijlnsvzg")
# Of those the ones that carry no matter: adverbial uses (ad, vd), the copula and 有 as verbs of their own.
EMPTY = frozenset({"ad", "vd", "vshi", "vyou"})


def content_types(tokens: Tokens, stop: Collection[str]) -> npt.NDArray[np.bool_]:
    """For each type of `tokens` whether it may stand in a keyword.

    >>> content_types(Tokens.of([[("水利", "n"), ("的", "uj"), ("，", "x"), ("召开", "v")]]), {"召开"}).tolist()
    [True, False, False, False]
    """
    rows = zip(tokens.words, tokens.tags, strict=True)
    return np.array([_content(word, tag) and word not in stop for word, tag in rows], dtype=bool)


def _content(word: str, tag: str) -> bool:
    return (tag[:1] in CONTENT or tag == "eng") and tag not in EMPTY and word.replace("·", "").isalnum()
