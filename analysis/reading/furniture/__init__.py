"""What stands in a text and is no part of the article: rules for all sites, rules for named sites, and lines learned from the corpus."""

from analysis.reading.furniture.learned import LearnedFurniture, learn_furniture, without_learned

__all__ = ["LearnedFurniture", "learn_furniture", "without_learned"]
