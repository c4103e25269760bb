"""Across documents: who is one person, in which posts from when to when, and when nobody speaks of them."""

from analysis.careers.gaps import find_gaps
from analysis.careers.homonyms import find_homonyms
from analysis.careers.identity import person_ids
from analysis.careers.spells import find_careers

__all__ = ["find_careers", "find_gaps", "find_homonyms", "person_ids"]
