"""The choices behind a study, each checked when it is made."""

import os
from dataclasses import dataclass
from typing import Literal

from analysis.errors import AnalysisError, value_invalid
from analysis.model_files import model_file
from analysis.user_lexicon import UserLexicon, lexicon_of

REPRINTS_ARE = ("keep", "fold")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that changes a number in a report.

    Attributes
    ----------
    n_topics : int or "auto"
        How many topics; "auto" takes the number that recurs most reliably.
    seed : int
        Of all that is drawn at random.
    top : int
        Keywords kept per document.
    reprints : "keep" or "fold"
        Whether exact and near reprints are counted, or only the first published of each text. With "fold" every table but
        `documents`, `reprints` and `problems` is made from the first ones alone.
    simplified : bool
        Match traditional characters as simplified ones (needs OpenCC); `text` and `sentence` stay as written.
    lexicon : UserLexicon or path, optional
        A lexicon of your own for all stages (`read_user_lexicon`); a path is read at once, and then it is a UserLexicon.
    threshold : float
        Names of less confidence are left out of `mentions` and are no single tokens; 0 keeps all. See `find_names`.
    model : str
        The sequence model that finds names: `default`, trained on all annotated sets, or `open`, on openly licensed ones alone.
    jobs : int
        Processes; changes how long it takes, and no number.

    Raises
    ------
    AnalysisError
        If a value is not allowed.
    LexiconError
        If the lexicon can't be read.

    >>> Settings(n_topics=0)
    Traceback (most recent call last):
    analysis.errors.AnalysisError: n_topics=0 is not allowed; give a whole number from 1 up, or 'auto'.
    """

    n_topics: int | Literal["auto"] = "auto"
    seed: int = 0
    top: int = 10
    reprints: Literal["keep", "fold"] = "keep"
    simplified: bool = False
    lexicon: UserLexicon | str | os.PathLike[str] | None = None
    threshold: float = 0.0
    model: str = "default"
    jobs: int = 1

    def __post_init__(self) -> None:
        if self.reprints not in REPRINTS_ARE:
            raise AnalysisError(value_invalid("reprints", self.reprints, REPRINTS_ARE))
        if self.n_topics != "auto":
            _check("n_topics", self.n_topics, 1, ", or 'auto'")
        for name, least in (("seed", 0), ("top", 1), ("jobs", 1)):
            _check(name, getattr(self, name), least)
        if not isinstance(self.simplified, bool):
            raise AnalysisError(f"simplified={self.simplified!r} is not allowed; give True or False.")
        check_threshold(self.threshold)
        model_file(self.model)
        object.__setattr__(self, "lexicon", lexicon_of(self.lexicon))


def check_threshold(value: object) -> None:
    """Raise AnalysisError unless a value may be a threshold of confidence.

    >>> check_threshold(1.5)
    Traceback (most recent call last):
    analysis.errors.AnalysisError: threshold=1.5 is not allowed; give a number from 0 to 1.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise AnalysisError(f"threshold={value!r} is not allowed; give a number from 0 to 1.")


def _check(name: str, value: object, least: int, more: str = "") -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise AnalysisError(f"{name}={value!r} is not allowed; give a whole number from {least} up{more}.")
