"""What a corpus is about: clusters many runs agree on, how many there are, their names, and when they were written."""

from analysis.topics.find import Topics, find_topics
from analysis.topics.time import topic_trend

__all__ = ["Topics", "find_topics", "topic_trend"]
