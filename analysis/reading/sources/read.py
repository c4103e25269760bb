"""One item to one document."""

from analysis.reading.options import Options
from analysis.reading.post import Reading
from analysis.reading.sources.item import Item


def read_item(item: Item, options: Options | None = None) -> Reading:
    """The document of an item, with `path`, `container`, `sha256`, `n_bytes` and `encoding`, and its problems.

    Raises
    ------
    Skipped
        If it gives no document: it can't be read, holds no text, or is a draft (kind `draft`).
    """
    raise NotImplementedError
