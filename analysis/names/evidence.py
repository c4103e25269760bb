"""What a document says of its own names: a sure mention teaches an unsure one, and of two that overlap the better stays."""

from collections import Counter
from collections.abc import Collection, Sequence
from math import exp

from analysis.names.shapes import Shape


def confidence(score: float) -> float:
    """The probability behind a score, to two places and below one.

    >>> confidence(0.0), confidence(3.0), confidence(20.0)
    (0.5, 0.95, 0.99)
    """
    return min(0.99, round(1 / (1 + exp(-score)), 2))


# What a name gains (nats) where the document has it elsewhere: between edges that were scored SURE, or read by the grammar.
ELSEWHERE, READ, SURE = 3.0, 5.0, 1.5


def believed(shapes: Sequence[Shape], text: str, known: Collection[str] = ()) -> list[Shape]:
    """The stretches that are names by their own score and what the document says of them elsewhere, in text order.

    Parameters
    ----------
    shapes : sequence of Shape
        May overlap; of two that do, the better is taken.
    text : str
    known : collection of str
        Names of the document that are sure already.

    >>> text = "高望到。见高望到了"
    >>> [shape[:2] for shape in believed([Shape(0, 2, 2.0), Shape(5, 7, -1.0), Shape(5, 8, 0.5)], text)]
    [(0, 2), (5, 7)]
    """
    sure = Counter(text[s.start : s.stop] for s in shapes if s.score >= SURE)
    heard = [s._replace(score=s.score + _heard(s, text[s.start : s.stop], sure, known)) for s in shapes]
    return best([s for s in heard if s.score > 0])


def _heard(shape: Shape, name: str, sure: Counter[str], known: Collection[str]) -> float:
    if name in known:
        return READ
    return ELSEWHERE if sure[name] > (shape.score >= SURE) else 0.0


def best(shapes: Sequence[Shape]) -> list[Shape]:
    """The stretches that no better one overlaps, in text order."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda s: (-s.score, s)):
        if all(shape.stop <= other.start or other.stop <= shape.start for other in kept):
            kept.append(shape)
    return sorted(kept)
