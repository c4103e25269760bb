"""The papers of the project say what the code does: tables, options, links, and the same in both languages.

`python tests/test_docs.py` writes the data dictionary of README.md anew.
"""

import re
from pathlib import Path

import pytest

from analysis.report.arguments import parser
from analysis.tables import ALL

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.zh.md"]
PAPERS = [
    *READMES,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "reports/README.md",
    "analysis/lexicons/README.md",
    "analysis/sample/README.md",
]
OPEN, CLOSE = "<!-- tables -->\n", "<!-- /tables -->"
DICTIONARY = re.compile(f"(?<={OPEN}).*?(?={CLOSE})", re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
HERE_ONLY = "reports/"  # a source distribution holds no reports

both = pytest.mark.parametrize("name", READMES)


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def prose(name: str) -> str:
    return FENCED.sub("", paper(name))


def dictionary(name: str) -> str:
    found = DICTIONARY.search(paper(name))
    assert found, f"{name} has no {OPEN.strip()} … {CLOSE}"
    return found[0]


def described() -> str:
    return "\n".join(table.describe() for table in ALL)


def links() -> list[tuple[str, str]]:
    return [(name, target) for name in PAPERS if (ROOT / name).is_file() for target in LINK.findall(prose(name))]


def cells(name: str, columns: int) -> list[tuple[str, ...]]:
    """The first cells of the rows of all tables in the dictionary."""
    rows = (line.strip("|").split("|") for line in dictionary(name).splitlines() if line.startswith("| `"))
    return [tuple(cell.strip() for cell in row[:columns]) for row in rows]


def test_the_data_dictionary_is_that_of_the_code() -> None:
    assert dictionary("README.md") == described(), "run: python tests/test_docs.py"


def test_the_chinese_dictionary_has_the_same_columns_and_types() -> None:
    assert cells("README.zh.md", 2) == cells("README.md", 2)
    assert re.findall("^### .*", dictionary("README.zh.md"), re.M) == re.findall("^### .*", described(), re.M)


def test_both_languages_have_the_same_code() -> None:
    english, chinese = (FENCED.findall(paper(name)) for name in READMES)
    assert english == chinese


def test_both_languages_have_the_same_headings_by_level() -> None:
    english, chinese = (re.findall(r"^#+(?= )", prose(name), re.M) for name in READMES)
    assert english == chinese


def test_both_languages_link_to_the_same_places_and_to_each_other() -> None:
    english, chinese = (LINK.findall(prose(name)) for name in READMES)
    assert (english[0], chinese[0]) == ("README.zh.md", "README.md")
    assert english[1:] == chinese[1:]


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--?[a-z]+", text))


@both
def test_the_options_in_the_readme_are_those_that_the_help_prints(name: str) -> None:
    printed = re.findall(r"^  (-.+?)(?:  |$)", parser().format_help(), re.M)
    told = re.findall(r"^\| (`-.+?) \|", prose(name), re.M)
    assert options_in(" ".join(told)) == options_in(" ".join(printed))
    assert len(told) == len(printed)


@pytest.mark.parametrize(("name", "target"), links(), ids=" -> ".join)
def test_a_link_leads_to_a_file(name: str, target: str) -> None:
    place = (ROOT / name).parent / target
    if target.startswith(HERE_ONLY) and not (ROOT / "reports" / "sample").is_dir():
        pytest.skip("the report of the sample is not here; `make report` writes it")
    assert place.exists()


@pytest.mark.parametrize("name", PAPERS[:4])
def test_every_word_in_the_makefile_that_a_paper_names_is_a_target(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", paper("Makefile"), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", paper(name), re.M)) <= targets


if __name__ == "__main__":
    text = DICTIONARY.sub(lambda _: described(), paper("README.md"))
    (ROOT / "README.md").write_text(text, encoding="utf-8", newline="\n")
