"""Rosters: labels, tables, duty pages and lists of names."""

from analysis.officials.rosters.reader import LABEL, RosterReader

__all__ = ["LABEL", "RosterReader"]
