"""Reprints: texts that stand more than once, word for word or nearly, and who had them first."""

from analysis.reading.reprints.find import THRESHOLD, drop_reprints, find_reprints, first_ids, mark_reprints

__all__ = ["THRESHOLD", "drop_reprints", "find_reprints", "first_ids", "mark_reprints"]
