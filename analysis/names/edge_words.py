"""The words at the two edges of a stretch, and what they say for its being a name."""

from analysis.names.odds import END, FRONT, Beside, beside
from analysis.names.words import Words

BLANK = Beside(2.0, 2.0)  # a blank parts the names of a list
CUT = Beside(0.0, 0.0)  # the edge is inside a word of the tokenizer


class EdgeWords:
    """Reads the edges in one text.

    >>> from analysis.segment import Segmenter
    >>> text = "记者田远山报道"
    >>> edges = EdgeWords(text, Words(Segmenter().tokens(text)))
    >>> edges.before(2).before > 3, edges.after(5).after > 3, edges.before(1) is CUT
    (True, True, True)
    """

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self._front, self._end = beside(FRONT), beside(END)

    def before(self, start: int) -> Beside:
        """What stands before a name that begins at `start`."""
        if start == 0 or self.text[start - 1] == "\n":
            return self._front
        if self.text[start - 1] == " ":
            return BLANK
        token = self.words.ending(start)
        return beside(token) if token else CUT

    def after(self, stop: int) -> Beside:
        """What stands behind a name that ends at `stop`."""
        if stop >= len(self.text) or self.text[stop] == "\n":
            return self._end
        if self.text[stop] == " ":
            return BLANK
        token = self.words.at(stop)
        return beside(token) if token else CUT
