"""Where the font lies that draws every Chinese character, on a machine that has none.

It is a file inside the package zhplot (Noto Sans SC, SIL Open Font License). The package itself is never imported: that
would change matplotlib's settings for the whole process.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from analysis.errors import AnalysisError

FAMILY = "Noto Sans SC"
# What a reader's machine may have instead when a single SVG file is opened outside the report.
FALLBACKS = ("Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "WenQuanYi Zen Hei")


@cache
def font_file() -> Path:
    """The font file.

    Raises
    ------
    AnalysisError
        If zhplot is not installed, or has no such file.
    """
    spec = find_spec("zhplot")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "fonts" / "NotoSansSC-Regular.ttf"
        if path.is_file():
            return path
    raise AnalysisError("the font NotoSansSC-Regular.ttf of the package zhplot is missing; install zhplot 1.0.0 again.")
