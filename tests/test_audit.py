"""The sheet of an audit: written for spreadsheets, judged by people, read back without trust."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.audit import read_audit, sample_for_audit
from analysis.audit.context import context_of
from analysis.audit.sheet import clean, plain, safe
from analysis.document import Corpus, Document
from analysis.errors import AnalysisError, OutputError
from analysis.tables import OFFICIALS
from tests.sightings import official

TEXT = "会上，水利部副部长田远山讲话。教育部部长邱明礼、司长陶砚秋出席。"
ALIKE = pytest.approx


def found() -> tuple[pd.DataFrame, Corpus]:
    rows = [
        official("d", TEXT.index(name), name, title, body, body=written)
        for name, title, body, written in (
            ("田远山", "副部长", "水利部", "水利部"),
            ("邱明礼", "部长", "教育部", "教育部"),
            ("陶砚秋", "司长", "", ""),
        )
    ]
    return OFFICIALS.of(rows), Corpus([Document("d", text=TEXT, date=datetime(2022, 3, 1))])


def sheet(folder: Path, n: int = 100, seed: int = 0) -> Path:
    return sample_for_audit(*found(), n, seed, folder / "audit.csv")


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def judged(path: Path, *verdicts: tuple[str, str, str], encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """The sheet with the verdicts on its first rows filled in, as a spreadsheet saves it."""
    rows = table(path)
    for row, verdict in zip(rows, verdicts, strict=False):
        row |= dict(zip(("verdict_person", "verdict_title", "verdict_body"), verdict, strict=True))
    return saved(path, rows, encoding, delimiter)


def saved(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


# the sheet


def test_the_sheet_shows_each_name_in_its_context(tmp_path: Path) -> None:
    rows = table(sheet(tmp_path))
    assert [row["context"] for row in rows] == [
        "会上，〈水利部〉〔副部长〕【田远山】讲话。教育部部长邱明礼、司长陶砚秋出席。",
        "会上，水利部副部长田远山讲话。〈教育部〉〔部长〕【邱明礼】、司长陶砚秋出席。",
        "会上，水利部副部长田远山讲话。教育部部长邱明礼、〔司长〕【陶砚秋】出席。",
    ]
    assert {row["verdict_person"] + row["verdict_title"] + row["verdict_body"] + row["note"] for row in rows} == {""}
    assert (rows[0]["row"], rows[0]["day"], rows[0]["body_full"]) == ("1 of 3", "2022-03-01", "水利部")


def test_spreadsheets_know_the_sheet_by_its_byte_order_mark(tmp_path: Path) -> None:
    assert sheet(tmp_path).read_bytes().startswith(b"\xef\xbb\xbfrow,context,")


def test_a_sample_is_drawn_by_its_seed(tmp_path: Path) -> None:
    first, again = (table(sheet(tmp_path, 1, seed)) for seed in (0, 0))
    assert first == again and first[0]["row"] == "1 of 1"
    assert {table(sheet(tmp_path, 1, seed))[0]["person"] for seed in range(40)} == {"田远山", "邱明礼", "陶砚秋"}


def test_a_title_behind_the_name_is_marked_and_long_texts_are_cut() -> None:
    assert context_of("北京市田远山副市长", 3, 6, "副市长", "北京市") == "〈北京市〉【田远山】〔副市长〕"
    text = "长" * 100 + "副部长田远山" + "短" * 100
    assert context_of(text, 103, 106, "副部长", "") == "…" + "长" * 57 + "〔副部长〕【田远山】" + "短" * 60 + "…"


def test_the_title_behind_its_body_is_marked_before_a_nearer_one() -> None:
    text = "云泽省委常委、云泽省人大常委会主任田远山"
    assert context_of(text, 17, 20, "常委", "云泽省委") == "〈云泽省委〉〔常委〕、云泽省人大常委会主任【田远山】"


def test_a_title_far_before_the_name_is_shown() -> None:
    text = "水" * 50 + "水利部委员" + "邱明礼、" * 30 + "田远山出席。"
    shown = context_of(text, text.index("田远山"), text.index("田远山") + 3, "委员", "水利部")
    assert shown == "…〈水利部〉〔委员〕" + "邱明礼、" * 30 + "【田远山】出席。"


def test_nothing_in_a_cell_is_run_as_a_formula(tmp_path: Path) -> None:
    text = "=cmd|' /C calc'!A0副部长田远山"
    rows = [official("d", text.index("田"), "田远山", "副部长", "+水利部", body="-水利部", modifier="@兼")]
    path = sample_for_audit(OFFICIALS.of(rows), Corpus([Document("d", text=text)]), path=tmp_path / "audit.csv")
    cells = [cell for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert {"'+水利部", "'-水利部", "'@兼"} < set(cells)
    assert read_audit(path).precision["n_open"].tolist() == [1, 1, 1, 1]


# refusals to write


@pytest.mark.parametrize("filled", ["verdict_title", "note"])
def test_a_sheet_with_verdicts_is_not_overwritten(tmp_path: Path, filled: str) -> None:
    path = sheet(tmp_path)
    rows = table(path)
    rows[1][filled] = "right"
    saved(path, rows)
    text = re.escape(f"{path}:3: the sheet holds verdicts and is not overwritten; give another path.")
    with pytest.raises(OutputError, match=f"^{text}$"):
        sheet(tmp_path)
    assert table(path) == rows


def test_a_sheet_without_verdicts_is_overwritten(tmp_path: Path) -> None:
    assert len(table(sheet(tmp_path, 3))) == 3
    assert len(table(sheet(tmp_path, 2))) == 2


def test_another_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    path.write_text("名单", encoding="utf-8")
    text = re.escape(f"{path} is there and is no sheet of an audit; give another path.")
    with pytest.raises(OutputError, match=f"^{text}$"):
        sheet(tmp_path)
    assert path.read_text(encoding="utf-8") == "名单"


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "audit.csv"
    with pytest.raises(
        OutputError, match=f"^{re.escape(str(path))} can't be written \\(No such file or directory\\)\\.$"
    ):
        sample_for_audit(*found(), path=path)


def test_numbers_and_rows_that_are_none_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"^n=0 is not allowed; give a whole number from 1 up\.$"):
        sheet(tmp_path, 0)
    with pytest.raises(AnalysisError, match=r"^there is no row of officials to draw from\.$"):
        sample_for_audit(OFFICIALS.of([]), Corpus([]), path=tmp_path / "audit.csv")


# verdicts


def test_precision_has_its_interval_and_errors_are_listed(tmp_path: Path) -> None:
    path = judged(sheet(tmp_path), ("right", "right", "right"), ("right", "WRONG ", "unsure"), ("right", "", ""))
    audit = read_audit(path)
    assert audit.precision.values.tolist() == [
        ["person", 3, 0, 0, 0, 1.0, ALIKE(0.438503), 1.0],
        ["title", 1, 1, 0, 1, 0.5, ALIKE(0.094531), ALIKE(0.905469)],
        ["body", 1, 0, 1, 1, 1.0, ALIKE(0.206549), 1.0],
        ["all", 1, 1, 0, 1, 0.5, ALIKE(0.094531), ALIKE(0.905469)],
    ]
    assert audit.errors[["line", "person", "verdict_title", "doc_id"]].values.tolist() == [[3, "邱明礼", "WRONG", "d"]]


def test_a_sheet_without_verdicts_has_no_precision(tmp_path: Path) -> None:
    audit = read_audit(sheet(tmp_path))
    assert audit.precision["precision"].isna().all()
    assert audit.precision[["low", "high"]].values.tolist() == [[0.0, 1.0]] * 4
    assert audit.errors.empty


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-8", ";"), ("utf-8-sig", "\t")])
def test_a_sheet_may_be_saved_as_spreadsheets_do(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = judged(sheet(tmp_path), *[("right",) * 3] * 3, encoding=encoding, delimiter=delimiter)
    assert read_audit(path).precision["n_right"].tolist() == [3, 3, 3, 3]


def test_rows_may_be_sorted_and_days_and_numbers_written_anew(tmp_path: Path) -> None:
    rows = table(judged(sheet(tmp_path), *[("right",) * 3] * 3))[::-1]
    path = saved(tmp_path / "audit.csv", [row | {"day": "2022/3/1", "start": "9.0"} for row in rows])
    assert read_audit(path).precision["n_right"].tolist() == [3, 3, 3, 3]


def change(column: str, value: str) -> Callable[[list[dict[str, str]]], list[dict[str, str]]]:
    return lambda rows: [rows[0], rows[1] | {column: value}, rows[2]]


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        (change("verdict_body", "maybe"), ":3: verdict_body='maybe' is not allowed; write right, wrong, unsure or nothing."),
        (change("person", "田远山"), ":3: the row was changed; fill in verdicts and notes only."),
        (change("body_full", ""), ":3: the row was changed; fill in verdicts and notes only."),
        (change("row", "1 of 3"), ":3: the row was changed; fill in verdicts and notes only."),
        (change("check", ""), ":3: the row was changed; fill in verdicts and notes only."),
        (lambda rows: rows[:2], ": row 3 of 3 is missing; leave a row without verdicts instead."),
        (lambda rows: [*rows, rows[0]], ":5: row 1 stands on line 2 too; each must stand once."),
    ],
)  # fmt: skip
def test_a_sheet_that_was_changed_is_one_sentence(
    tmp_path: Path, changed: Callable[[list[dict[str, str]]], list[dict[str, str]]], text: str
) -> None:
    path = sheet(tmp_path)
    saved(path, changed(table(path)))
    with pytest.raises(AnalysisError, match=f"^{re.escape(f'{path}{text}')}$"):
        read_audit(path)


def test_a_file_that_is_no_sheet_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    with pytest.raises(
        AnalysisError, match=f"^{re.escape(str(path))}: the sheet can't be read \\(No such file or directory\\)\\.$"
    ):
        read_audit(path)
    path.write_text("row,person\n", encoding="utf-8")
    with pytest.raises(
        AnalysisError, match=r"audit\.csv:1: this is no sheet of an audit; it lacks the columns context, title, "
    ):
        read_audit(path)
    path.write_bytes(b"\xff\xff\xff")
    text = re.escape(f"{path}: the sheet is neither in UTF-8 nor in GB18030; save it as CSV UTF-8.")
    with pytest.raises(AnalysisError, match=f"^{text}$"):
        read_audit(path)


CELLS = st.text(max_size=20)


@settings(deadline=None, max_examples=150)
@given(CELLS)
def test_a_cell_comes_back_and_runs_nowhere(text: str) -> None:
    assert plain(safe(clean(text))) == clean(text)
    assert not safe(clean(text)).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, st.text(min_size=1, max_size=5), CELLS, CELLS, CELLS), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was_judged(tmp_path: Path, drawn: list[tuple[str, ...]]) -> None:
    rows, documents = [], []
    for i, (before, person, title, body, after) in enumerate(drawn):
        text = before + title + person + after
        rows.append(official(f"d{i}", len(before + title), person, title, body, body=body))
        documents.append(Document(f"d{i}", text=text))
    path = tmp_path / "audit.csv"
    path.unlink(missing_ok=True)
    sample_for_audit(OFFICIALS.of(rows), Corpus(documents), path=path)
    errors = read_audit(judged(path, *[("wrong", "right", "unsure")] * len(drawn))).errors
    assert errors[["person", "title", "body_full"]].values.tolist() == [
        [clean(person), clean(title), clean(body)] for _, person, title, body, _ in drawn
    ]
    assert errors["doc_id"].tolist() == [f"d{i}" for i in range(len(drawn))]
    path.unlink()
