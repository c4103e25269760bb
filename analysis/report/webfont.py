"""The font of the page: the characters it uses, and no others, as a data URI. The only door to fontTools."""

import base64
import io
from collections.abc import Iterable

from analysis.report.font import FAMILY, font_file

# Copyright, family, style, id, full name, version, PostScript name, licence and its address travel with the subset.
_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def font_face(characters: Iterable[str]) -> str:
    """A CSS `@font-face` rule that draws `characters` on any machine; those the font lacks fall to the reader's fonts.

    WOFF (zlib) and not WOFF2: Brotli would be one more dependency for a fifth of the size.
    """
    data = base64.b64encode(_subset("".join(sorted(set(characters))))).decode("ascii")
    licence = "/* Noto Sans SC, SIL Open Font License 1.1 */"
    return f'{licence}@font-face{{font-family:"{FAMILY}";src:url(data:font/woff;base64,{data}) format("woff")}}'


def _subset(text: str) -> bytes:
    from fontTools.subset import Options, Subsetter, load_font, save_font  # type: ignore[import-untyped]

    options = Options(
        flavor="woff", hinting=False, layout_features=["kern", "tnum"], name_IDs=_NAMES, notdef_outline=True
    )
    buffer = io.BytesIO()
    with load_font(str(font_file()), options, lazy=True) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        save_font(font, buffer, options)
    return buffer.getvalue()
