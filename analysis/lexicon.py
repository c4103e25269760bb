"""Word lists that know their sources.

A lexicon is reviewed text: a header that says what it is and where its rows come from, then tab-separated rows, sorted and
counted. `analysis/lexicons/README.md` has the format; `tests/test_lexicons.py` holds every file to it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from analysis.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A word list: `columns` names the cells of each row; the last column is the source."""

    title: str
    sources: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> list[str]:
        """The cells of one column, in row order."""
        return [row[name] for row in self.rows]


def read_lexicon(path: str | Path) -> Lexicon:
    """Read a lexicon file.

    Raises
    ------
    LexiconError
        If the header, the count or a row is not as promised; the sentence names file and line.

    >>> len(lexicon("divisions")) > 3000
    True
    """
    name = Path(path).name
    lines = Path(path).read_text(encoding="utf-8").removeprefix("\ufeff").splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise LexiconError(f"{name}:1: a lexicon begins with a header between two lines of ---.")
    fence = lines.index("---", 1)
    header, sources = _header(lines[1:fence])
    columns = tuple(lines[fence + 1].split("\t")) if len(lines) > fence + 1 else ()
    rows = [_row(name, number, line, columns) for number, line in enumerate(lines[fence + 2 :], fence + 3)]
    if header.get("entries") != str(len(rows)):
        raise LexiconError(f"{name}: the header promises {header.get('entries')} entries, the file has {len(rows)}.")
    return Lexicon(header.get("title", ""), sources, columns, tuple(rows))


def _header(lines: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    header: dict[str, str] = {}
    sources: dict[str, str] = {}
    for line in lines:
        key, _, value = line.strip().partition(":")
        (sources if line.startswith("  ") else header)[key] = value.strip()
    return header, sources


def _row(name: str, number: int, line: str, columns: tuple[str, ...]) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise LexiconError(f"{name}:{number}: a row has {len(columns)} cells, this one has {len(cells)}.")
    return dict(zip(columns, cells, strict=True))


@cache
def lexicon(name: str) -> Lexicon:
    """One of the lexicons that come with the package: `lexicon("divisions")`."""
    return read_lexicon(str(files("analysis") / "lexicons" / f"{name}.tsv"))
