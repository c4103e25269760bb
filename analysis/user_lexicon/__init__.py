"""A researcher's own names and words: one file for all stages, read kindly, each wrong row told and left out."""

from analysis.user_lexicon.entries import TYPES, Entry, UserLexicon
from analysis.user_lexicon.read import lexicon_of, read_user_lexicon
from analysis.user_lexicon.use import use_of

__all__ = ["TYPES", "Entry", "UserLexicon", "lexicon_of", "read_user_lexicon", "use_of"]
