"""jieba's dictionary as it lies on disk: words, how often they were seen, and their tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from analysis.errors import AnalysisError


def jieba_folder() -> Path:
    """Where jieba is installed, found without importing it.

    Raises
    ------
    AnalysisError
        If jieba is not installed.
    """
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise AnalysisError("jieba is not installed, and its dictionary is needed; install jieba>=0.42.1.")
    return Path(spec.submodule_search_locations[0])


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The entries of a dictionary file, column by column, in file order; of a word that comes twice the last counts."""

    words: Sequence[str]
    counts: Sequence[str]
    labels: Sequence[str]

    @classmethod
    def of_jieba(cls) -> "Dictionary":
        """The default dictionary of jieba: 349,046 entries in version 0.42.1."""
        return cls.read(jieba_folder() / "dict.txt")

    @classmethod
    def read(cls, path: Path) -> "Dictionary":
        """A file of `word count tag` lines; no word holds a blank, so one split reads it in a tenth of a second."""
        cells = path.read_text(encoding="utf-8").split()
        if len(cells) % 3:
            raise AnalysisError(f"{path.name}: every line of a dictionary has a word, a count and a tag.")
        return cls(cells[0::3], cells[1::3], cells[2::3])

    def tags(self) -> dict[str, str]:
        """The tag of every word."""
        return dict(zip(self.words, self.labels, strict=True))

    def frequencies(self) -> dict[str, int]:
        """The count of every word."""
        return dict(zip(self.words, map(int, self.counts), strict=True))

    def total(self) -> int:
        """The sum of all counts: what jieba divides by."""
        return sum(map(int, self.counts))


def suggested_count(pieces: Iterable[str], frequencies: dict[str, int], total: int, at_least: int) -> int:
    """The smallest count that makes one word of what is now cut into `pieces` (jieba's `suggest_freq`).

    >>> suggested_count(["工业", "部"], {"工业": 50, "部": 20}, total=100, at_least=0)
    11
    """
    share = 1.0
    for piece in pieces:
        share *= frequencies.get(piece, 1) / total
    return max(int(share * total) + 1, at_least)
