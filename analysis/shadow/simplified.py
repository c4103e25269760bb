"""Traditional characters to simplified ones, as long as the text was: the only door to OpenCC."""

import re
from collections.abc import Callable
from functools import cache

from analysis.errors import AnalysisError

_NO_SURROGATE = re.compile("[^\ud800-\udfff]+")  # OpenCC takes what UTF-8 can hold


def to_simplified(text: str) -> str:
    """The text in simplified characters, one for one.

    OpenCC converts by phrases (乾隆 stays, 乾淨 becomes 干净). Where a phrase changes its length, its characters are converted
    one by one instead, so that every offset stays.

    Raises
    ------
    AnalysisError
        If OpenCC is not installed.
    """
    return _NO_SURROGATE.sub(lambda piece: _converted(piece[0]), text)


def _converted(piece: str) -> str:
    convert = _converter()
    whole = convert(piece)
    if len(whole) == len(piece):
        return whole
    lines = piece.splitlines(keepends=True)
    if len(lines) > 1:
        return "".join(map(_converted, lines))
    return "".join(simple if len(simple := convert(character)) == 1 else character for character in piece)


@cache
def _converter() -> Callable[[str], str]:
    try:
        from opencc import OpenCC
    except ImportError:
        raise AnalysisError(
            "simplified=True needs the library OpenCC, which is not installed; "
            "install it with pip install 'analysis[traditional]'."
        ) from None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
