"""Where a name that somebody proposes really begins and ends: 韩远|副, 江澄|与, 王中铎|代 are cut to the name."""

import re
from collections.abc import Collection, Iterable, Sequence

from analysis.document import Token
from analysis.names.dotted import DottedReader
from analysis.names.edges import IS_HAN, NOT_IN_A_NAME, not_names
from analysis.names.foreign import ForeignReader
from analysis.names.posts import find_posts
from analysis.names.registered import registered
from analysis.names.shapes import Shape, ShapeReader, not_persons
from analysis.names.words import Words
from analysis.spans import Span

# How far an edge may move, in characters: a title's first letter or a verb of two characters.
REACH = 2
# Nats that a proposal has for being one, and below which no cut of it is believed to be a name. A proposal that the rules have
# no measure for (a pen name, a rare surname) is left as it is.
PROPOSED, HOPELESS = 3.0, -5.0
# What another cut must have (nats) to be taken for a proposal that the rules have no measure for.
UNMEASURED = -0.5
_AROUND = re.compile(r"^[\s、，。；：！？（）()“”《》]+|[\s、，。；：！？（）()“”《》·]+$")
_HONORIFIC = re.compile("(?<=..)(?:同志|先生|女士|小姐|院士|教授|委员|代表|等人|等)$")


class Recutter:
    """Cuts proposed names in one text.

    Parameters
    ----------
    text : str
    tokens : sequence of Token
        The tokens of the text.
    sure : collection of str
        Names of the document whose edges are sure; they decide where they fit.

    >>> from analysis.segment import Segmenter
    >>> text = "江澄与大家座谈"
    >>> Recutter(text, Segmenter().tokens(text)).recut(0, 3)
    Span(start=0, stop=2)
    """

    def __init__(self, text: str, tokens: Sequence[Token], sure: Collection[str] = ()) -> None:
        self.text, words, posts = text, Words(tokens), list(find_posts(text))
        self._post_starts = frozenset(post.start for post in posts)
        self._post_stops = frozenset(post.stop for post in posts)
        around = (text, words, self._post_starts, self._post_stops)
        self._shapes, self._foreign = ShapeReader(*around), ForeignReader(*around)
        self._dotted = [Span(*shape[:2]) for shape in DottedReader(*around).shapes()]
        self._sure = registered(sure, text)

    def recut(self, start: int, stop: int) -> Span | None:
        """The name in or around `text[start:stop]`; None if there is none.

        What decides, in this order: a sure name of the document that overlaps; a dotted name that overlaps; an office inside
        the stretch or across its edge; the cut, among those that move each edge by at most two characters, that letters and
        words beside it speak for most.

        Raises
        ------
        ValueError
            If `[start, stop)` is no stretch of the text.
        """
        if not 0 <= start < stop <= len(self.text):
            raise ValueError(f"[{start}, {stop}) is no stretch of a text of {len(self.text)} characters.")
        span = self._without_offices(self._bare(Span(start, stop)))
        if span.stop <= span.start:
            return None
        written = _overlapping(self._sure, span) or _overlapping(self._dotted, span)
        return written or self._best(span)

    def _bare(self, span: Span) -> Span:
        """Without the signs around it and what one calls people."""
        text = self.text[span.start : span.stop]
        left = _AROUND.match(text)
        start = left.end() if left and left.start() == 0 else 0
        right = _AROUND.sub("", text[start:])
        stop = start + len(_HONORIFIC.sub("", right))
        return Span(span.start + start, span.start + stop)

    def _without_offices(self, span: Span) -> Span:
        """局长|石文, 韩远|副总理: an office in front of the name, or behind it."""
        inside = range(span.start + 1, span.stop)
        start = max((place for place in inside if place in self._post_stops), default=span.start)
        stop = min((place for place in inside if place in self._post_starts and place > start), default=span.stop)
        return Span(start, stop)

    def _best(self, span: Span) -> Span | None:
        cuts = list(self._cuts(span))
        best = max(cuts, key=lambda cut: (cut.score, cut.stop - cut.start, -cut.start), default=None)
        measured = any((cut.start, cut.stop) == span for cut in cuts)
        if best is not None and best.score >= (HOPELESS if measured else UNMEASURED):
            return Span(best.start, best.stop)
        return None if measured or self._is_refused(span) else span

    def _is_refused(self, span: Span) -> bool:
        name = self.text[span.start : span.stop]
        listed = name in not_names() or name in not_persons()
        return listed or bool(NOT_IN_A_NAME.search(name)) or (self._shapes.opens(span.start) and len(name) == 3)

    def _cuts(self, span: Span) -> Iterable[Shape]:
        """The stretches near the proposal that have the shape of a name, with what the proposal gains for being one."""
        for start in range(max(0, span.start - REACH), min(span.stop, span.start + REACH + 1)):
            for shape in (*self._shapes.shapes_at(start), *self._foreign_at(start, span)):
                if abs(shape.stop - span.stop) <= REACH and shape.stop > span.start:
                    own = PROPOSED if (shape.start, shape.stop) == span else 0.0
                    yield shape._replace(score=shape.score + own)

    def _foreign_at(self, start: int, span: Span) -> Iterable[Shape]:
        """The proposal itself, and what is left of it, as foreign names."""
        for stop in range(
            max(start + (2 if start == span.start else 3), span.stop - REACH),
            min(len(self.text), span.stop + REACH) + 1,
        ):
            if all(map(IS_HAN.match, self.text[start:stop])) and self._foreign.may_be(start, stop):
                yield Shape(start, stop, self._foreign.score(start, stop))


def _overlapping(spans: Sequence[Span], span: Span) -> Span | None:
    """The stretch that shares most with a span, if edges differ by at most the reach."""
    near = [
        s
        for s in spans
        if s.start < span.stop
        and span.start < s.stop
        and (abs(s.start - span.start) <= REACH or abs(s.stop - span.stop) <= REACH)
    ]
    return max(near, key=lambda s: (min(s.stop, span.stop) - max(s.start, span.start), -s.start), default=None)


def recut(
    text: str, start: int, stop: int, sure: Collection[str] = (), tokens: Sequence[Token] | None = None
) -> Span | None:
    """The name in or around `text[start:stop]`, or None: `Recutter` for a single stretch.

    >>> recut("国务院韩远副总理指出", 3, 6)
    Span(start=3, stop=5)
    >>> recut("推动高水平对外开放", 2, 5) is None
    True
    """
    from analysis.segment import Segmenter

    return Recutter(text, Segmenter().tokens(text) if tokens is None else tokens, sure).recut(start, stop)
