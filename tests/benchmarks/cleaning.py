"""How clean the texts come out: exact text share on 140 hand-checked posts, every leak and loss as a line.

`python tests/benchmarks/cleaning.py`. 120 are mock-ups of sites (`tests/cases/cleaning/*.txt`, invented text; most sites
of `unknown.txt`, `later.txt` and `unseen_*.txt` have no rules of their own); 20 are real posts beside the project, of which only the hash of the right text is
kept (`tests/cases/cleaning/real.tsv`). The naive ways come first. Lines are compared without blanks at their ends.
"""

import difflib
import hashlib
import re
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.reading.post import document_from

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "cleaning"
DATA = ROOT.parent / "shared" / "data"
ARCHIVE = DATA / "cctv_posts_2022_2024.tar.xz"
_FRONT = re.compile(r"\A\s*---\n.*?\n---\n", re.DOTALL)


class Case(NamedTuple):
    """A page, and the text that must be left; of a real post only the hash of that text."""

    group: str
    name: str
    page: str
    text: str
    sha256: str


def lines_of(text: str) -> list[str]:
    """The lines that show something, without blanks at their ends."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def sha256(text: str) -> str:
    """Of the lines as they are compared."""
    return hashlib.sha256("\n".join(lines_of(text)).encode()).hexdigest()


def mock_ups(folder: Path = CASES) -> Iterator[Case]:
    """The pages that we wrote, by file and place: `=== name`, the page, `--- text`, the text."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = block.partition("\n")
            page, _, text = rest.partition("\n--- text\n")
            yield Case(re.sub(r"-\d+\..*", "", name), name, page + "\n", text, sha256(text))


def real_posts(table: Path = CASES / "real.tsv") -> Iterator[Case]:
    """The real posts that are here, in the order of the table."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    pages = {**_posts({row[0] for row in rows}), **_members({row[0] for row in rows})}
    for path, digest, *_ in rows:
        if path in pages:
            yield Case(f"real {path.split('/')[0]}", path, pages[path], "", digest)


def _posts(names: set[str]) -> dict[str, str]:
    files = ((name, DATA / name) for name in names if name.startswith("posts/"))
    return {name: path.read_text(encoding="utf-8") for name, path in files if path.is_file()}


def _members(names: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    if ARCHIVE.is_file():
        with tarfile.open(ARCHIVE) as archive:
            for member in archive:
                if (name := f"cctv/{member.name.removeprefix('./')}") in names:
                    found[name] = archive.extractfile(member).read().decode()  # type: ignore[union-attr]
                    if len(found) == sum(n.startswith("cctv/") for n in names):
                        break
    return found


def soup_text(case: Case) -> str:
    """BeautifulSoup's get_text, scripts and styles left out."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_FRONT.sub("", case.page), "html.parser")
    for node in soup(["script", "style", "head"]):
        node.decompose()
    return soup.get_text("\n")


def stripped_text(case: Case) -> str:
    """Tags out by a regular expression, paragraphs as lines."""
    from html import unescape

    page = re.sub(r"(?is)<(script|style|head).*?</\1>|<!--.*?-->", "", _FRONT.sub("", case.page))
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"(?i)</(?:p|div|li|tr|h\d)>|<br[^>]*>", "\n", page)))


def trafilatura_text(case: Case) -> str:
    """trafilatura with its default settings."""
    import trafilatura

    return trafilatura.extract(_FRONT.sub("", case.page)) or ""


def our_text(case: Case) -> str:
    """As `read_corpus` reads it."""
    return document_from(case.page.encode(), case.name.rpartition("/")[2]).document.text


WAYS: tuple[tuple[str, Callable[[Case], str]], ...] = (
    ("regular expression", stripped_text),
    ("BeautifulSoup get_text", soup_text),
    ("trafilatura", trafilatura_text),
    ("analysis", our_text),
)


def exact(cases: list[Case], way: Callable[[Case], str]) -> list[bool]:
    """Whether each text comes out right."""
    return [sha256(way(case)) == case.sha256 for case in cases]


def changes(case: Case, way: Callable[[Case], str]) -> list[str]:
    """Lines that leaked into a mock-up's text (`+`) or are lost from it (`-`)."""
    found = difflib.unified_diff(lines_of(case.text), lines_of(way(case)), lineterm="", n=0)
    return [line for line in found if line[:3] not in ("---", "+++") and line[:1] in "+-"]


def changed_lines(cases: list[Case], way: Callable[[Case], str]) -> tuple[int, int]:
    """How many lines leak into the texts of the mock-ups and how many are lost, all together."""
    found = [line[0] for case in cases if case.text for line in changes(case, way)]
    return found.count("+"), found.count("-")


def main() -> None:
    """Print the shares by way, ours by site, and what leaked or was lost."""
    cases = [*mock_ups(), *real_posts()]
    n_lines = sum(len(lines_of(case.text)) for case in cases)
    print(f"{len(cases)} posts, {sum(case.group.startswith('real') for case in cases)} of them real")
    for name, way in WAYS:
        try:
            right = exact(cases, way)
        except ImportError as missing:
            print(f"{name:24} not installed: {missing.name}")
            continue
        leaked, lost = changed_lines(cases, way)
        print(f"{name:24} exact {sum(right):3} of {len(cases)} = {sum(right) / len(cases):.3f}", end="")
        print(f"; of the mock-ups' {n_lines} lines {lost} lost, {leaked} leaked")
    print()
    for group in dict.fromkeys(case.group for case in cases):
        mine = [case for case in cases if case.group == group]
        print(f"  {group:24} {sum(exact(mine, our_text)):3} of {len(mine)}")
    print("\nleaks (+) and losses (-)")
    for case, right in zip(cases, exact(cases, our_text), strict=True):
        if not right and case.text:
            print("\n".join(f"  {case.name}: {line}" for line in changes(case, our_text)))
        elif not right:
            print(f"  {case.name}: another text than the checked one")


if __name__ == "__main__":
    main()
