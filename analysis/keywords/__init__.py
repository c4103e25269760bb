"""What a corpus is about: phrases, keywords, their course over time, comparison of corpora, and lines of context."""

from analysis.keywords.concordance import concordance
from analysis.keywords.counts import TermCounts, term_counts
from analysis.keywords.keyness import keyness
from analysis.keywords.stopwords import stop_words
from analysis.keywords.tfidf import corpus_keywords, document_keywords, find_keywords
from analysis.keywords.trends import keyword_trend

__all__ = [
    "TermCounts",
    "concordance",
    "corpus_keywords",
    "document_keywords",
    "find_keywords",
    "keyness",
    "keyword_trend",
    "stop_words",
    "term_counts",
]
