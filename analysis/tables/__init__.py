"""Every table we return: its row, its columns, their types and units.

The names are a contract that notebooks, exports and outside checks rely on; a column may be added, none is renamed.
Offsets are code points of `Document.text`, half-open.
"""

from analysis.tables.bodies import BODIES
from analysis.tables.declaration import Column, Table, pandas_dtype
from analysis.tables.names import LEXICON_USE, MENTIONS, OFFICIALS, PEOPLE
from analysis.tables.texts import DATES, DOCUMENTS, FURNITURE, PROBLEMS, PROVENANCE, REPRINTS
from analysis.tables.words import KEYWORDS, TOPIC_WORDS, TOPICS

__all__ = [
    "ALL",
    "BODIES",
    "DATES",
    "DOCUMENTS",
    "FURNITURE",
    "KEYWORDS",
    "LEXICON_USE",
    "MENTIONS",
    "OFFICIALS",
    "PEOPLE",
    "PROBLEMS",
    "PROVENANCE",
    "REPRINTS",
    "TOPICS",
    "TOPIC_WORDS",
    "Column",
    "Table",
    "pandas_dtype",
]

ALL = (
    DOCUMENTS, PROVENANCE, PROBLEMS, FURNITURE, REPRINTS, DATES, MENTIONS, LEXICON_USE, OFFICIALS, PEOPLE, BODIES, KEYWORDS, TOPICS, TOPIC_WORDS,
)  # fmt: skip
