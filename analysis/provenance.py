"""Where the documents of a corpus come from, and what was taken out of them: two tables made from the documents."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.tables import FURNITURE, PROVENANCE

if TYPE_CHECKING:
    from analysis.document import Document, Removed

MAX_SHOWN = 80  # characters of a piece of furniture in its row
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Tally:
    """How often one thing was taken out, and where first."""

    doc_id: str
    example: str
    last_doc_id: str = ""
    n_documents: int = 0
    n_times: int = 0
    n_chars: int = 0

    def add(self, doc_id: str, piece: "Removed") -> None:
        self.n_documents += doc_id != self.last_doc_id
        self.last_doc_id = doc_id
        self.n_times += 1
        self.n_chars += len(piece.text)


def furniture_of(documents: Iterable["Document"]) -> pd.DataFrame:
    """DataFrame of `tables.FURNITURE`: what was taken out of the documents, counted by source, kind, rule and look.

    By falling number of documents and times, then source, kind, rule, text; documents are counted in the given order,
    and the first with a thing gives its example.
    """
    tallies: dict[tuple[str, str, str, str], _Tally] = {}
    for document in documents:
        source = str(document.metadata.get("author") or document.source)
        for piece in document.removed:
            key = source, piece.kind, piece.rule, _look(piece.text)
            tallies.setdefault(key, _Tally(document.doc_id, piece.text)).add(document.doc_id, piece)
    in_order = sorted(tallies.items(), key=lambda item: (-item[1].n_documents, -item[1].n_times, item[0]))
    return FURNITURE.of(
        (*key, tally.n_documents, tally.n_times, tally.n_chars, tally.doc_id, tally.example) for key, tally in in_order
    )


def _look(text: str) -> str:
    """A piece as pieces are compared: digits as 0, blanks and line ends as one blank, not too long."""
    shown = " ".join(_DIGITS.sub("0", text).split())
    return shown if len(shown) <= MAX_SHOWN else shown[: MAX_SHOWN - 1] + "…"


def provenance_of(documents: Iterable["Document"], problems: pd.DataFrame) -> pd.DataFrame:
    """DataFrame of `tables.PROVENANCE`: one row a document in the given order; `problems` are those of its corpus."""
    repairs: dict[str, list[str]] = defaultdict(list)
    repaired = problems.loc[problems["action"] == "repaired"]
    for path, message in zip(repaired["path"], repaired["message"], strict=True):
        repairs[path].append(message)
    return PROVENANCE.of(
        (
            document.doc_id,
            document.path,
            document.container,
            document.sha256,
            document.n_bytes,
            document.encoding,
            " ".join(repairs.get(document.path, ())),
            sum(piece.stop - piece.start for piece in document.removed),
            "、".join(dict.fromkeys(piece.kind for piece in document.removed)),
        )
        for document in documents
    )
