"""The report in reports/sample is the one that the sample corpus gives: its data files come out byte for byte."""

import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from analysis.report.__main__ import main

KEPT = Path(__file__).parent.parent / "reports" / "sample"
SAMPLE = files("analysis") / "sample" / "posts"
# These rest on linear algebra, whose last bits belong to the versions that computed them.
FLOATING = {"documents", "topics", "topic_words", "topic_scan", "topic_trend", "topic_similarity"}
ENGINES = ("numpy", "scipy", "scikit-learn")


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("remade") / "sample"
    assert main([str(SAMPLE), "-o", str(folder), "--quiet"]) == 0
    return folder


def test_the_same_files_are_written(remade: Path) -> None:
    assert sorted(p.relative_to(remade) for p in remade.rglob("*")) == sorted(
        p.relative_to(KEPT) for p in KEPT.rglob("*")
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in (KEPT / "data").glob("*.csv")))
def test_a_data_file_is_the_same_byte_for_byte(remade: Path, name: str) -> None:
    versions = json.loads((KEPT / "manifest.json").read_text(encoding="utf-8"))["versions"]
    others = [engine for engine in ENGINES if versions[engine] != version(engine)]
    if name in FLOATING and others:
        pytest.skip(f"the kept report was computed with another version of {', '.join(others)}")
    assert (remade / "data" / f"{name}.csv").read_bytes() == (KEPT / "data" / f"{name}.csv").read_bytes()


def test_the_page_asks_nothing_of_the_network() -> None:
    page = (KEPT / "report.html").read_text(encoding="utf-8")
    assert not [
        mark for mark in ('src="http', "src='http", "@import", "url(http", '<link rel="stylesheet"') if mark in page
    ]
