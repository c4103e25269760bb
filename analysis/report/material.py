"""What a section is made from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.report.evidence import Evidence
from analysis.report.gallery import Gallery
from analysis.report.labels import Labels
from analysis.report.parts import Column

if TYPE_CHECKING:
    from analysis.study import Study


@dataclass(frozen=True, slots=True)
class Material:
    """The study, its texts, a wall for figures, and the language to speak."""

    study: "Study"
    say: Labels
    evidence: Evidence
    hang: Gallery
    command: str = ""

    @property
    def language(self) -> str:
        """Zh or en."""
        return self.say.language

    @property
    def counted(self) -> pd.DataFrame:
        """The documents that the tables are made from: all, or without reprints if these are folded."""
        documents = self.study.documents
        return documents if self.study.settings.reprints == "keep" else documents[documents["duplicate_of"] == ""]

    def columns(self, **forms: str) -> list[Column]:
        """Columns named by their labels: `columns(person="text", n_documents="count")`."""
        return [Column(self.say(key), form) for key, form in forms.items()]

    def first_of(self, shown: int, total: int) -> str:
        """A note that says how many rows are left out; empty if none is."""
        return self.say("first_of", shown=f"{shown:,}", total=f"{total:,}") if total > shown else ""
