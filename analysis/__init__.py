"""Read crawled Chinese official news: keywords, names, officials with their posts and bodies, topics, one offline report.

>>> import analysis as an
>>> corpus = an.Corpus([an.Document("d", text="水利部副部长田远山到临江调研。")])
>>> an.Study(corpus).officials[["person", "title", "body_full"]].values.tolist()
[['田远山', '副部长', '水利部']]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.annotate import find_names
    from analysis.audit import read_audit, sample_for_audit
    from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
    from analysis.dates import find_dates
    from analysis.document import Corpus, Document, Token
    from analysis.errors import AnalysisError
    from analysis.keywords import concordance, find_keywords
    from analysis.lexicon import read_lexicon
    from analysis.officials.bodies.body import Body
    from analysis.officials.bodies.canonical_body import canonical
    from analysis.officials.bodies.served import bodies_of
    from analysis.officials.derivation import explain
    from analysis.officials.events import Events, find_events
    from analysis.officials.find import find_officials
    from analysis.officials.rank import rank_of
    from analysis.orders import changes_of_order, consensus_order, inversions, order_lists, precedence
    from analysis.reading import Cache, read_corpus, scan_corpus
    from analysis.reading.furniture import learn_furniture
    from analysis.reading.reprints import drop_reprints, find_reprints
    from analysis.report import figures
    from analysis.segment import Segmenter
    from analysis.settings import Settings
    from analysis.study import Study, keyness
    from analysis.tokens import Tokens
    from analysis.topics import find_topics
    from analysis.user_lexicon import UserLexicon, read_user_lexicon

__version__ = "0.1.0"

# Each public name and the module it lives in, loaded when first used, so that `import analysis` costs nothing.
_HOME = {
    "AnalysisError": "analysis.errors",
    "Body": "analysis.officials.bodies.body",
    "Cache": "analysis.reading",
    "Corpus": "analysis.document",
    "Document": "analysis.document",
    "Events": "analysis.officials.events",
    "Segmenter": "analysis.segment",
    "Settings": "analysis.settings",
    "Study": "analysis.study",
    "Token": "analysis.document",
    "Tokens": "analysis.tokens",
    "UserLexicon": "analysis.user_lexicon",
    "bodies_of": "analysis.officials.bodies.served",
    "canonical": "analysis.officials.bodies.canonical_body",
    "changes_of_order": "analysis.orders",
    "concordance": "analysis.keywords",
    "consensus_order": "analysis.orders",
    "drop_reprints": "analysis.reading.reprints",
    "explain": "analysis.officials.derivation",
    "figures": "analysis.report.figures",
    "find_careers": "analysis.careers",
    "find_dates": "analysis.dates",
    "find_events": "analysis.officials.events",
    "find_gaps": "analysis.careers",
    "find_homonyms": "analysis.careers",
    "find_keywords": "analysis.keywords",
    "find_names": "analysis.annotate",
    "find_officials": "analysis.officials.find",
    "find_reprints": "analysis.reading.reprints",
    "find_topics": "analysis.topics",
    "inversions": "analysis.orders",
    "keyness": "analysis.study",
    "learn_furniture": "analysis.reading.furniture",
    "order_lists": "analysis.orders",
    "person_ids": "analysis.careers",
    "precedence": "analysis.orders",
    "rank_of": "analysis.officials.rank",
    "read_audit": "analysis.audit",
    "read_corpus": "analysis.reading",
    "read_lexicon": "analysis.lexicon",
    "read_user_lexicon": "analysis.user_lexicon",
    "sample_for_audit": "analysis.audit",
    "scan_corpus": "analysis.reading",
}
__all__ = [
    "AnalysisError",
    "Body",
    "Cache",
    "Corpus",
    "Document",
    "Events",
    "Segmenter",
    "Settings",
    "Study",
    "Token",
    "Tokens",
    "UserLexicon",
    "bodies_of",
    "canonical",
    "changes_of_order",
    "concordance",
    "consensus_order",
    "drop_reprints",
    "explain",
    "figures",
    "find_careers",
    "find_dates",
    "find_events",
    "find_gaps",
    "find_homonyms",
    "find_keywords",
    "find_names",
    "find_officials",
    "find_reprints",
    "find_topics",
    "inversions",
    "keyness",
    "learn_furniture",
    "order_lists",
    "person_ids",
    "precedence",
    "rank_of",
    "read_audit",
    "read_corpus",
    "read_lexicon",
    "read_user_lexicon",
    "sample_for_audit",
    "scan_corpus",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    module = import_module(_HOME[name])
    return module if _HOME[name].endswith(f".{name}") else getattr(module, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
