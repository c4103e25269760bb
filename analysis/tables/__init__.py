"""Every table we return: its row, its columns, their types and units.

The names are a contract that notebooks, exports and outside checks rely on; a column may be added, none is renamed.
Offsets are code points of `Document.text`, half-open.
"""

from analysis.tables.bodies import BODIES
from analysis.tables.careers import (
    AUDIT,
    CAREERS,
    CONSENSUS_ORDER,
    GAPS,
    HOMONYMS,
    INVERSIONS,
    ORDER_CHANGES,
    ORDER_LISTS,
    PRECEDENCE,
)
from analysis.tables.declaration import Column, Table, pandas_dtype
from analysis.tables.events import APPOINTMENTS, EVENTS, PARTICIPANTS
from analysis.tables.names import LEXICON_USE, MENTIONS, OFFICIALS, PEOPLE
from analysis.tables.texts import DATES, DOCUMENTS, FURNITURE, PROBLEMS, PROVENANCE, REPRINTS
from analysis.tables.words import KEYWORDS, TOPIC_WORDS, TOPICS

__all__ = [
    "ALL",
    "APPOINTMENTS",
    "AUDIT",
    "BODIES",
    "CAREERS",
    "CONSENSUS_ORDER",
    "DATES",
    "DOCUMENTS",
    "EVENTS",
    "FURNITURE",
    "GAPS",
    "HOMONYMS",
    "INVERSIONS",
    "KEYWORDS",
    "LEXICON_USE",
    "MENTIONS",
    "OFFICIALS",
    "ORDER_CHANGES",
    "ORDER_LISTS",
    "PARTICIPANTS",
    "PEOPLE",
    "PRECEDENCE",
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
    DOCUMENTS, PROVENANCE, PROBLEMS, FURNITURE, REPRINTS, DATES, MENTIONS, LEXICON_USE, OFFICIALS, EVENTS, PARTICIPANTS, APPOINTMENTS, PEOPLE, BODIES, CAREERS, HOMONYMS,
    ORDER_LISTS, PRECEDENCE, CONSENSUS_ORDER, GAPS, KEYWORDS, TOPICS, TOPIC_WORDS,
)  # fmt: skip
