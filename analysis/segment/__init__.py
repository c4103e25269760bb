"""Text to tokens: words with their places and parts of speech. The only door to jieba and rjieba.

Words and tags are those of `jieba.posseg` (default dictionary, HMM on), byte for byte, at about ten times its speed.
jieba is read, not run: its dictionary and its tables are parsed here, so no cache file in a temp folder is trusted, no
logger and no shared tokenizer is touched, and importing this package imports neither library.
"""

from analysis.segment.quick import quick_words
from analysis.segment.segmenter import Segmenter, is_word

__all__ = ["Segmenter", "is_word", "quick_words"]
