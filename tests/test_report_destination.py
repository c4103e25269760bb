"""A report gets to its place whole or not at all, and nothing of others is touched."""

import json
import os
from pathlib import Path

import pytest

from analysis.errors import OutputError
from analysis.report import destination, manifest


def write(workshop: Path, *names: str) -> None:
    for name in names:
        (workshop / name).parent.mkdir(parents=True, exist_ok=True)
        (workshop / name).write_text(name, encoding="utf-8")
    facts = {"made_by": manifest.MADE_BY, "files": [*names, manifest.NAME]}
    manifest.write(facts, workshop)


def made(folder: Path, *names: str) -> None:
    with destination.published(folder) as workshop:
        write(workshop, *names)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_report_brings_its_parents(tmp_path: Path) -> None:
    made(tmp_path / "a" / "b", "report.html", "data/x.csv")
    assert files(tmp_path) == ["a/b/data/x.csv", "a/b/manifest.json", "a/b/report.html"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    made(tmp_path, "report.html")
    assert files(tmp_path) == ["manifest.json", "report.html"]


def test_an_earlier_report_goes_and_the_notes_of_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    made(folder, "report.html", "data/old.csv", "figures/old.svg")
    (folder / "figures" / "mine.txt").write_text("note", encoding="utf-8")
    made(folder, "report.html", "data/new.csv")
    assert files(folder) == ["data/new.csv", "figures/mine.txt", "manifest.json", "report.html"]


def test_an_interrupted_run_leaves_the_earlier_report_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    made(folder, "report.html")
    with pytest.raises(KeyboardInterrupt), destination.published(folder) as workshop:
        write(workshop, "report.html", "data/half.csv")
        raise KeyboardInterrupt
    assert files(tmp_path) == ["r/manifest.json", "r/report.html"]


def test_an_interrupted_first_run_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), destination.published(tmp_path / "r") as workshop:
        write(workshop, "report.html")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_others_is_refused_and_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        made(tmp_path, "report.html")
    assert str(error.value) == f"{tmp_path} holds files that are no report of ours; name a new or an empty folder."
    assert files(tmp_path) == ["thesis.docx"]


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", '{"made_by": "another tool", "files": []}', "\ufffe"])
def test_the_manifest_of_another_tool_does_not_make_a_folder_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError):
        destination.check(tmp_path)


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("text", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        destination.check(file)
    assert str(error.value) == f"{file} is a file; name a folder for the report."


def test_a_folder_below_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot be written: .*\.$"):
        made(tmp_path / "file" / "r", "report.html")


def test_a_forged_manifest_deletes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("keep", encoding="utf-8")
    folder = tmp_path / "r"
    folder.mkdir()
    facts = {"made_by": manifest.MADE_BY, "files": ["../precious.txt", str(outside), "manifest.json"]}
    (folder / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")
    made(folder, "report.html")
    assert files(tmp_path) == ["precious.txt", "r/manifest.json", "r/report.html"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    made(link, "report.html")
    assert link.is_symlink()
    assert files(tmp_path / "real") == ["manifest.json", "report.html"]
