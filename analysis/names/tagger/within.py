"""What the model sees in some stretches of texts, without looking at the rest of them."""

from collections.abc import Sequence

from analysis.names.tagger.tag import Tagged, Tagger
from analysis.names.tagger.templates import LONGEST
from analysis.spans import Span

# Letters read in front of a stretch and behind it. A template looks at letters, words and names of the gazetteer up to two
# places away; words end at the marks where stretches do, and a name of the gazetteer that begins there is `LONGEST` at most.
BEFORE, BEHIND = 2, 2 + LONGEST


def tag_within(model: Tagger, texts: Sequence[str], stretches: Sequence[Sequence[Span]]) -> list[list[Tagged]]:
    """The names of each text that stand in its stretches, in text order: the same that the whole text gives there.

    Their confidence is the same but for rounding.

    Parameters
    ----------
    model : Tagger
    texts : sequence of str
    stretches : sequence of sequence of Span
        Those of each text, in text order, apart. Each begins and ends at an edge of the text or behind one of 。！？；，
        or the end of a line, where the chain is cut. Texts of more than `tag.STRETCH` letters, which the model reads in
        parts, may give another name at the edge of a part.

    >>> from analysis.names.tagger import tagger
    >>> text = "田远山到会。水利部邱明礼发言。"
    >>> [text[name.start : name.stop] for name in tag_within(tagger(), [text], [[Span(6, 15)]])[0]]
    ['水利部', '邱明礼']
    """
    parts = [(number, *span) for number, spans in enumerate(stretches) for span in spans]
    begins = [max(0, start - BEFORE) for _, start, _ in parts]
    seen = model.tag(
        [texts[number][begin : stop + BEHIND] for begin, (number, _, stop) in zip(begins, parts, strict=True)]
    )
    found: list[list[Tagged]] = [[] for _ in texts]
    for begin, (number, start, stop), names in zip(begins, parts, seen, strict=True):
        first, last = start - begin, stop - begin
        found[number] += [Tagged(a + begin, b + begin, kind, p) for a, b, kind, p in names if first <= a and b <= last]
    return found
