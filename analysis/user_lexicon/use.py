"""How often each entry of a lexicon was found, those never found among them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.user_lexicon.entries import UserLexicon


def use_of(lexicon: UserLexicon, fired: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str, str, int, int, int]]:
    """Rows of `tables.LEXICON_USE`, in the order of the entries.

    `fired` has, for each document and each entry that it holds, the place of the entry and how often it stands there.

    >>> from analysis.user_lexicon.entries import Entry
    >>> own = UserLexicon("names.tsv", "", (Entry("梯田办", "ORGANISATION", "梯田办", "nt", 2), Entry("推进", "STOP", "推进", "x", 3)))
    >>> list(use_of(own, [(0, 2), (0, 1)]))
    [('梯田办', 'ORGANISATION', '梯田办', 2, 3, 2), ('推进', 'STOP', '推进', 3, 0, 0)]
    """
    times: Counter[int] = Counter()
    documents: Counter[int] = Counter()
    for place, n in fired:
        times[place] += n
        documents[place] += 1
    for place, entry in enumerate(lexicon.entries):
        yield entry.name, entry.type, entry.canonical, entry.line, times[place], documents[place]
