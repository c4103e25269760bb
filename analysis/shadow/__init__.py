"""A text as it is matched: without what only sets it, and with the way back to every character."""

from analysis.shadow.cast import Shadow, shadow

__all__ = ["Shadow", "shadow"]
