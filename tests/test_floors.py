"""Imports go down the floors, and each third-party library enters by one door."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "analysis"
FLOORS = [
    ["clock", "errors", "intervals", "moments", "progress", "spans", "tables"],
    ["frames", "provenance"],
    ["document", "lexicon", "model_files", "tokens"],
    ["given", "shadow"],
    ["reading", "segment", "shards"],
    ["user_lexicon"],
    ["settings"],
    ["dates", "keywords", "names", "topics"],
    ["officials"],
    ["annotate", "audit", "careers", "orders"],
    ["derived", "report"],
    ["study"],
    ["report.__main__"],  # the command line puts a study and a report together
]
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {
    "frontmatter": "reading",
    "yaml": "reading",
    "selectolax": "reading",
    "openpyxl": "reading.sources",
    "pyarrow": "reading.sources",
    "fsspec": "reading.sources",
    "opencc": "shadow.simplified",
    "jieba": "segment",
    "rjieba": "segment",
    "sklearn": "topics",
    "scipy": "topics",
    "threadpoolctl": "topics",
    "joblib": "shards",
    "matplotlib": "report.figures",
    "fontTools": "report.webfont",
    "jinja2": "report.page",
    "markupsafe": "report",
}
ANYWHERE = {"numpy", "pandas", "analysis"}
# Training is a workshop of its own: it needs more than finding names does, and is never imported by it.
WORKSHOP, ITS_OWN = "names.training.", {"scipy", "sklearn"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_of(name: str) -> str:
    return name if name in FLOOR else name.split(".", maxsplit=1)[0]


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Names imported, and whether only for type hints."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hints = {
        id(below)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for below in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in hints) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the floors"
            yield from ((f"{node.module}.{alias.name}", id(node) in hints) for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    here = room_of(name_of(path))
    if not name_of(path):
        return  # analysis/__init__.py is the roof: it names what the rooms hold
    below = {
        room_of(name.removeprefix("analysis."))
        for name, hint in imports(path)
        if name.startswith("analysis.") and not hint and name != "analysis.__version__"
    }
    assert {room for room in below - {here, here.split(".")[0]} if FLOOR[room] >= FLOOR[here]} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_library_has_one_door(path: Path) -> None:
    outside = {name.split(".")[0] for name, hint in imports(path) if not hint} - set(sys.stdlib_module_names) - ANYWHERE
    here = name_of(path)
    if f"{here}.".startswith(WORKSHOP):
        outside -= ITS_OWN
    assert {lib for lib in outside if lib not in DOORS or not f"{here}.".startswith(f"{DOORS[lib]}.")} == set()


def test_every_room_has_a_floor() -> None:
    assert {room_of(name_of(path)) for path in MODULES if name_of(path)} <= set(FLOOR)


def test_no_room_is_a_lumber_room() -> None:
    lumber = {"utils", "helpers", "common", "core", "base", "misc"}
    assert not [name_of(path) for path in MODULES if lumber & set(name_of(path).split("."))]


def test_modules_stay_small() -> None:
    """No module is longer than 300 lines; the number is the house's, not nature's."""
    long = {name_of(path): n for path in MODULES if (n := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}
