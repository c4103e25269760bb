"""One thing that may become a document: a file, a member of an archive, or a row of a table."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Item(NamedTuple):
    """What is to be read, before it is read.

    `name` is its path below the corpus with `/` between the parts; a member or a row stands behind its container
    (`dump.zip/2021/a.md`, `posts.csv/17`). `content()` gives the bytes that stand for it (of a row: its fields in
    one canonical form) and raises `Skipped` where they can't be had. `record` is a row's fields, None for a file.
    """

    name: str
    doc_id: str
    container: str
    content: Callable[[], bytes]
    record: Mapping[str, str] | None = None
