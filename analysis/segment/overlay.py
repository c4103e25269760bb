"""Names found later become single tokens: what lies inside merges, what straddles an edge is cut there."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from analysis.document import Token
from analysis.errors import AnalysisError
from analysis.spans import keep_longest

Cut = Callable[[str], Sequence[Token]]


def overlaid(tokens: Sequence[Token], text: str, spans: Sequence[tuple[int, int, str]], cut: Cut) -> list[Token]:
    """The tokens of `text` with each `(start, stop, tag)` of `spans` as one token.

    Of overlapping spans `keep_longest` chooses; of two over the same range the first given stays. The rest of a token
    that a span cuts through goes through `cut` again.

    Raises
    ------
    AnalysisError
        If a span is empty or reaches outside the text.
    """
    for start, stop, _ in spans:
        if not 0 <= start < stop <= len(text):
            raise AnalysisError(f"the span {start}:{stop} is empty or outside a text of {len(text)} code points.")
    starts = [token.start for token in tokens]
    laid: list[Token] = []
    done = 0
    for start, stop, i in keep_longest((start, stop, i) for i, (start, stop, _) in enumerate(spans)):
        laid += _between(tokens, starts, done, start, cut)
        laid.append(Token(start, stop, text[start:stop], spans[i][2]))
        done = stop
    laid += _between(tokens, starts, done, len(text), cut)
    return laid


def _between(tokens: Sequence[Token], starts: Sequence[int], start: int, stop: int, cut: Cut) -> Iterator[Token]:
    if start == stop:
        return
    for i in range(bisect_right(starts, start) - 1, bisect_right(starts, stop - 1)):
        token = tokens[i]
        if start <= token.start and token.stop <= stop:
            yield token
        else:
            yield from _recut(token, max(start, token.start), min(stop, token.stop), cut)


def _recut(token: Token, start: int, stop: int, cut: Cut) -> Iterator[Token]:
    for piece in cut(token.word[start - token.start : stop - token.start]):
        yield piece._replace(start=start + piece.start, stop=start + piece.stop)
