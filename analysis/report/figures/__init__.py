"""Drawings of the tables: each function takes tables and gives a matplotlib Figure, and changes no global setting.

The only door to matplotlib. Tables are those of a Study; `top` is how many of the first to draw; `language` (zh or en)
is that of the labels. An empty table gives an empty frame that says so.

>>> from analysis.tables import KEYWORDS
>>> figure = keyword_bars(KEYWORDS.of([("", "治水", 2.0, 1), ("", "造林", 1.0, 2)]))
>>> [label.get_text() for label in figure.axes[0].get_yticklabels()]
['治水', '造林']
"""

from analysis.report.figures.documents import calendar, documents_by_month, filled_fields, lengths
from analysis.report.figures.entities import entity_bars, person_trends
from analysis.report.figures.events import events_by_month
from analysis.report.figures.keywords import keyword_bars, keyword_trends
from analysis.report.figures.officials import appearances, body_bars, rank_bars, title_bars, together
from analysis.report.figures.order import consensus_order, precedence
from analysis.report.figures.topics import topic_bars, topic_scan, topic_similarity, topic_trends

__all__ = [
    "appearances",
    "body_bars",
    "calendar",
    "consensus_order",
    "documents_by_month",
    "entity_bars",
    "events_by_month",
    "filled_fields",
    "keyword_bars",
    "keyword_trends",
    "lengths",
    "person_trends",
    "precedence",
    "rank_bars",
    "title_bars",
    "together",
    "topic_bars",
    "topic_scan",
    "topic_similarity",
    "topic_trends",
]
