"""What a researcher's lexicon holds: entries by written form, the file they come from, and what was wrong with it."""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.reading.problems import Problem
from analysis.tables import PROBLEMS

# The types of an entry, and the part of speech (ICTCLAS) of its token unless the file gives one. A token tagged x is no
# part of a keyword, a phrase or a topic.
TYPES = {"PERSON": "nr", "ORGANISATION": "nt", "PLACE": "ns", "POST": "n", "WORD": "n", "STOP": "x"}
NAMES = frozenset({"PERSON", "ORGANISATION", "PLACE", "POST"})


class Entry(NamedTuple):
    """One written form: `canonical` is what it stands for (itself, if the file names nothing), `line` where it was read."""

    name: str
    type: str
    canonical: str
    tag: str
    line: int

    @property
    def is_name(self) -> bool:
        """Whether it is looked for as a mention, not only as a word."""
        return self.type in NAMES


@dataclass(frozen=True, slots=True, repr=False)
class UserLexicon:
    """The entries of one file, in file order; no two have one name. Made by `read_user_lexicon`; a value that can be hashed.

    Attributes
    ----------
    file : str
        The name of the file, without its folders.
    sha256 : str
        Of its bytes.
    entries : tuple of Entry
        An alias is an entry of its own, behind the one it belongs to.
    wrong : tuple of Problem
        What was wrong with its rows; `problems` has them as a table.
    """

    file: str
    sha256: str
    entries: tuple[Entry, ...]
    wrong: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        noun = "entry" if len(self) == 1 else "entries"
        return f"UserLexicon({self.file!r}, {len(self):,} {noun}, SHA-256 {self.sha256[:12]})"

    @property
    def problems(self) -> pd.DataFrame:
        """DataFrame of `tables.PROBLEMS`: rows that were left out or not wholly read, in line order."""
        return PROBLEMS.of(self.wrong)
