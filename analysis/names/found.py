"""A name where it stands, before it is a row of the table."""

from typing import NamedTuple


class Found(NamedTuple):
    """A name of one text: its place, its type, who found it, and whom it means.

    `entity` is the same for mentions of one person, body or place of a document. `kind` says in what way the name stands there
    (`analysis.names.kinds`), and `kind_rule` which rule said so.
    """

    start: int
    stop: int
    type: str
    confidence: float
    rule: str
    entity: str
    kind: str = "appearance"
    kind_rule: str = ""
