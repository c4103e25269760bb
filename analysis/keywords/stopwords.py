"""The words that make poor keywords, by kind."""

from collections.abc import Iterable

from analysis.errors import AnalysisError, value_invalid
from analysis.lexicon import lexicon

KINDS = ("function", "news", "number", "official", "time")


def stop_words(kinds: Iterable[str] = KINDS) -> frozenset[str]:
    """The stop words of the kinds named.

    Parameters
    ----------
    kinds : iterable of str
        `function` (grammar), `news` (bylines and openings: 记者, 本报讯), `number`, `time`, and `official` (the verbs
        of every meeting: 召开, 指出, 进一步). All by default; leave `official` out to study the verbs themselves.

    Raises
    ------
    AnalysisError
        If a kind is unknown.

    >>> "记者" in stop_words(), "召开" in stop_words(["function", "news"])
    (True, False)
    """
    wanted = set(kinds)
    for kind in sorted(wanted - set(KINDS)):
        raise AnalysisError(value_invalid("kind", kind, KINDS))
    return frozenset(row["name"] for row in lexicon("stopwords").rows if row["kind"] in wanted)
