"""Every word of the report exists in both languages, and every one is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

import analysis.report
from analysis.errors import AnalysisError
from analysis.officials.bodies.body import RANKS
from analysis.report.labels import Labels, labels
from analysis.report.views.events import ROLES, TYPES
from analysis.tables import CONSENSUS_ORDER, EVENTS, PARTICIPANTS, Table

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(analysis.report.__file__).parent.rglob("*"))
    if path.suffix in (".py", ".j2") and path.name != "labels.py"
)
WORDS = set(re.findall(r"[a-z][a-z_0-9]*", CODE))
LABELS = labels()
STEMS = {"undated", "future", "untitled", "short", "damaged", "duplicates"}  # `{stem}_found`, `{stem}_good`


def words_for(table: Table, column: str) -> set[str]:
    """The values that the declaration of a column names: `meeting, guests (with …) or case (of …)`."""
    says = next(one.says for one in table.columns if one.name == column)
    return set(re.findall("[a-z]+", re.sub(r"\([^)]*\)|, of the .*", "", says))) - {"or"}


VALUES = {
    *(f"type_{kind}" for kind in words_for(EVENTS, "type")),
    *(f"role_{role}" for role in words_for(PARTICIPANTS, "role")),
    *(f"method_{method}" for method in words_for(CONSENSUS_ORDER, "method")),
    *(f"rank_{step}" for step in range(1, len(RANKS) + 1)),
}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def asked_for() -> set[str]:
    """Keys that stand in the code as they are: `say("key")`."""
    return set(re.findall(r"(?:say|Labels\(language\))\(\s*[\"']([a-z_]+)[\"']", CODE))


def composed(key: str) -> bool:
    """Whether the code makes the key from parts: plot_<name>, about_<name>, field_<name>, limit_<name>, …"""
    head, _, tail = key.partition("_")
    stem, _, end = key.rpartition("_")
    return (
        (head in {"plot", "about", "field", "limit"} and tail in WORDS)
        or (stem in STEMS and end in {"found", "good"})
        or (end == "note" and stem in WORDS)
        or key in VALUES
        or key.removesuffix("s") in {"person", "organisation", "place"}
    )


@pytest.mark.parametrize("key", sorted(LABELS))
def test_a_label_has_both_languages_with_the_same_blanks(key: str) -> None:
    chinese, english = LABELS[key]
    assert blanks(chinese) == blanks(english)
    assert bool(chinese) == bool(english)
    assert not re.search(r"[\u4e00-\u9fff]", english)


def test_every_label_that_the_code_asks_for_exists() -> None:
    assert asked_for() - set(LABELS) == set()


def test_every_value_that_is_printed_as_a_word_has_a_label() -> None:
    assert VALUES - set(LABELS) == set()
    assert {f"type_{kind}" for kind in TYPES} | {f"role_{role}" for role in ROLES} <= VALUES
    assert len(VALUES) == len(TYPES) + len(ROLES) + 3 + len(RANKS)


def test_no_key_stands_twice() -> None:
    text = Path(analysis.report.__file__).with_name("labels.tsv").read_text(encoding="utf-8")
    keys = [line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")]
    assert len(keys) - 1 == len(LABELS) == len(set(keys)) - 1


def test_every_label_is_used() -> None:
    assert [key for key in LABELS if key not in asked_for() and key not in WORDS and not composed(key)] == []


def test_every_figure_on_the_page_has_a_title_and_a_caption() -> None:
    hung = set(re.findall(r"m\.hang\(\s*\"([a-z_]+)\"", CODE))
    assert {f"{part}_{name}" for name in hung for part in ("plot", "about")} - set(LABELS) == set()
    assert len(hung) >= 12


def test_another_language_is_refused_in_one_sentence() -> None:
    with pytest.raises(AnalysisError) as error:
        Labels("fr")
    assert str(error.value) == "language='fr' is not allowed; choose one of 'zh', 'en'."
