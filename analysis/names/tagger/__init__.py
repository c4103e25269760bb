"""Names by a sequence model of our own: a linear chain over characters, decoded in NumPy.

The model is a conditional random field (Lafferty, McCallum and Pereira 2001) over the labels O and B, I, E, S of four types,
with features of letters, words, word clusters and gazetteers. `analysis/models/README.md` is its card;
`python -m analysis.names.training` makes it.
"""

from analysis.names.tagger.tag import Tagged, Tagger, tagger

__all__ = ["Tagged", "Tagger", "tagger"]
