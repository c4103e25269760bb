"""Across documents: who is one person, in which posts from when to when, and when nobody speaks of them."""

from analysis.careers.gaps import gaps
from analysis.careers.homonyms import homonyms
from analysis.careers.identity import person_ids
from analysis.careers.spells import careers

__all__ = ["careers", "gaps", "homonyms", "person_ids"]
