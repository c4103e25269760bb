"""Tables: each row is a document, whatever the format, the encoding and the names of the columns."""

import csv
import io
import json
import time
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import CorpusError
from analysis.reading.post import MAX_BYTES
from analysis.reading.sources import find_items
from analysis.reading.sources.csv_rows import delimiter_of, records
from analysis.reading.sources.json_rows import line_records, list_records
from analysis.reading.sources.lines import Line, TextFile
from analysis.reading.sources.text_tables import text_sheet
from tests.sources import ids, put, read, told

HEAD = "编号,标题,正文,发布时间,来源,作者,版面\n"
ROWS = HEAD + 'x1,会议,"<p>会议召开。</p>",2021-11-12 19:05,工人日报,某网,1\nx2,二号,"一\n二",,,,\n'


def test_a_row_is_read_like_a_post(tmp_path):
    (first, second), problems = read(put(tmp_path / "posts.csv", ROWS))
    assert (first.doc_id, first.path, first.container) == ("x1", "posts.csv/1", "posts.csv")
    assert (first.title, first.text, first.source) == ("会议", "会议召开。", "工人日报")
    assert (first.date.isoformat(), first.date_from) == ("2021-11-12T19:05:00+08:00", "front matter")
    assert first.metadata == {
        "编号": "x1", "title": "会议", "date": "2021-11-12 19:05", "source": "工人日报", "author": "某网", "版面": "1"
    }  # fmt: skip
    assert (second.title, second.text, second.date) == ("二号", "一\n二", None)
    assert problems == []


def test_offsets_lead_into_the_cell(tmp_path):
    (first, _), _ = read(put(tmp_path / "posts.csv", ROWS))
    assert "<p>会议召开。</p>"[slice(*first.source_span(0, 5))] == "会议召开。"


def test_a_row_has_a_hash_of_all_its_fields_whatever_their_order(tmp_path):
    put(tmp_path / "a.csv", "标题,正文\n会议,召开。\n")
    put(tmp_path / "b.csv", "正文,标题\n召开。,会议\n召开。,会议二\n")
    put(tmp_path / "c.jsonl", '{"text": "召开。", "title": "会议"}\n')
    documents = {d.doc_id: d for d in read(tmp_path)[0]}
    hashes = {name: d.sha256 for name, d in documents.items()}
    assert hashes["a/1"] == hashes["b/1"] == hashes["c/1"] != hashes["b/2"]
    assert {d.n_bytes for name, d in documents.items() if name != "b/2"} == {
        len('{\n"title": "会议"\n}\n召开。'.encode())
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends_are_found_out(tmp_path, encoding, delimiter, end):
    text = ROWS.replace("\n", end).replace(",", delimiter)
    (first, second), problems = read(put(tmp_path / "posts.csv", text.encode(encoding)))
    assert (first.doc_id, first.text, second.text, problems) == ("x1", "会议召开。", "一\n二", [])
    assert first.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


def test_big5_is_read_with_its_hint(tmp_path):
    put(tmp_path / "a.csv", "標題,內文\n會議,會議召開。\n".encode("big5"))
    (document,), _ = read(tmp_path / "a.csv", encoding="big5", columns={"text": "內文", "title": "標題"})
    assert (document.title, document.text, document.encoding) == ("會議", "會議召開。", "big5")


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [("标题;正文,全文;日期", ";"), ("title\tcontent", "\t"), ("a,b;c", ","), ("正文", ","), ('"a;b;c",text', ",")],
)
def test_the_delimiter_is_what_gives_names_that_are_known(header, delimiter):
    assert delimiter_of(header) == delimiter


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("headline,article,pubDate,site,link", "甲,会议。,2021-11-12,某网,https://a.invalid/1",
         {"title": "甲", "date": "2021-11-12", "author": "某网", "url": "https://a.invalid/1"}),
        ("题目,内容,日期,来源", "甲,会议。,2021年11月12日,日报", {"title": "甲", "date": "2021年11月12日", "source": "日报"}),
        ("Title,content,body", "甲,会议。,全部", {"title": "甲", "body": "全部"}),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_the_header(tmp_path, header, row, expected):
    (document,), _ = read(put(tmp_path / "a.csv", f"{header}\n{row}\n"))
    assert (document.text, document.metadata) == ("会议。", expected)


def test_columns_can_be_told(tmp_path):
    put(tmp_path / "a.csv", "text,稿件,k\n摘要,会议。,7\n摘要,再议。,8\n")
    documents, _ = read(tmp_path / "a.csv", columns={"text": "稿件", "doc_id": "k"})
    assert [(d.doc_id, d.text, d.metadata["text (column)"]) for d in documents] == [
        ("7", "会议。", "摘要"), ("8", "再议。", "摘要")
    ]  # fmt: skip


NO_TEXT = "no column can be the text; the columns are 'a', 'b'; name it in columns."


def sentence(path, **choices):
    with pytest.raises(CorpusError) as caught:
        read(path, **choices)
    return str(caught.value)


def test_a_table_without_a_text_is_an_error_if_it_is_named_and_a_row_if_it_is_found(tmp_path):
    put(tmp_path / "t.csv", "a,b\n1,2\n")
    assert sentence(tmp_path / "t.csv") == f"t.csv: {NO_TEXT}"
    put(tmp_path / "a.md", "会议。")
    assert told(tmp_path) == [("t.csv", None, "columns", NO_TEXT, "skipped")]


def test_a_mapping_that_does_not_fit_is_one_sentence(tmp_path):
    file = put(tmp_path / "t.csv", "标题,正文\n甲,会议。\n")
    assert sentence(file, columns={"text": "稿件"}) == (
        "t.csv: there is no column '稿件' for 'text'; the columns are '标题', '正文'."
    )
    assert sentence(file, columns={"body": "正文"}) == (
        "t.csv: columns names the field 'body'; the fields are text, title, date, source, author, url, doc_id."
    )


def test_ids_are_row_numbers_if_the_column_has_a_value_twice_or_none(tmp_path):
    put(tmp_path / "a.csv", "id,正文\n1,甲甲\n1,乙乙\n")
    put(tmp_path / "b.csv", "id,正文\n7,甲甲\n,乙乙\n")
    put(tmp_path / "c.csv", "id,正文\n9,甲甲\n8,乙乙\n")
    assert ids(tmp_path) == ["a/1", "a/2", "b/1", "b/2", "c/9", "c/8"]
    message = "the column 'id' does not have another value in every row; the rows are known by their number."
    assert told(tmp_path) == [(f"{name}.csv", None, "columns", message, "kept") for name in "ab"]


def test_a_row_without_a_title_is_called_by_its_first_line_or_number(tmp_path):
    put(tmp_path / "a.csv", f"正文\n会议召开。\n{'长' * 80}\n")
    documents, problems = read(tmp_path / "a.csv")
    assert [d.title for d in documents] == ["会议召开。", "2"]
    assert problems == []


def test_a_row_may_hold_markdown(tmp_path):
    (document,), _ = read(put(tmp_path / "a.csv", '正文\n"# 会议\n**要点**"\n'))
    assert document.text == "会议\n要点"


def test_rows_of_another_length_are_kept_and_told(tmp_path):
    put(tmp_path / "a.csv", "标题,正文\n甲,一,二\n乙\n丙,三\n")
    documents, problems = read(tmp_path / "a.csv")
    assert [(d.title, d.text, d.metadata.get("column 3")) for d in documents] == [
        ("甲", "一", "二"), ("乙", "", None), ("丙", "三", None)
    ]  # fmt: skip
    assert [(p.path, p.line, p.message) for p in problems if p.kind == "row"] == [
        ("a.csv", 2, "the row has 3 cells and the header 2; they were put under it from the left."),
        ("a.csv", 3, "the row has 1 cells and the header 2; they were put under it from the left."),
    ]


def test_a_quote_that_is_never_closed_is_told_with_its_line(tmp_path):
    put(tmp_path / "a.csv", '标题,正文\n甲,会议。\n乙,"没有\n完\n')
    documents, problems = read(tmp_path / "a.csv")
    assert [d.title for d in documents] == ["甲"]
    assert [tuple(p) for p in problems] == [
        ("a.csv", 3, "row", "a quote is opened here and never closed; the lines from here on were not read.", "skipped")
    ]


def test_a_cell_of_a_megabyte_is_read_and_the_library_keeps_its_limit(tmp_path):
    limit = csv.field_size_limit()
    (document,), _ = read(put(tmp_path / "a.csv", f'正文\n"{"长" * 300_000}\n{"长" * 300_000}"\n'))
    assert (len(document.text), csv.field_size_limit()) == (600_001, limit)


class Endless(io.RawIOBase):
    """A stream of so many bytes that holds none of them."""

    def __init__(self, head: bytes, n: int, tail: bytes) -> None:
        self._parts, self._n, self._tail, self._place = head, n, tail, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, place, whence=0):
        self._place = place if whence == 0 else self._place
        return self._place

    def tell(self):
        return self._place

    def readinto(self, buffer):
        head, stop = self._parts, len(self._parts) + self._n
        if self._place < len(head):
            data = head[self._place : self._place + len(buffer)]
        elif self._place < stop:
            data = b"a" * min(len(buffer), stop - self._place)
        else:
            data = self._tail[self._place - stop : self._place - stop + len(buffer)]
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)


def test_a_line_of_a_gigabyte_is_refused_without_being_held():
    import tracemalloc

    stream = io.BufferedReader(Endless(b'{"text": "a"}\n', 10**9, b'\n{"text": "b"}\n'))
    file = TextFile(stream)
    tracemalloc.start()
    found = [(line.number, line.text and line.text.strip()) for line in file.lines()]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [(1, '{"text": "a"}'), (2, None), (3, '{"text": "b"}')]
    assert peak < 10 * MAX_BYTES


def test_a_cell_of_a_gigabyte_is_refused_without_being_held():
    import tracemalloc

    stream = io.BufferedReader(Endless('正文\n"'.encode(), 10**9, '"\n乙\n'.encode()))
    tracemalloc.start()
    rows = list(text_sheet(stream, ".csv", None).rows())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(row.line, row.fields, row.problem) for row in rows] == [
        (2, {}, "the row has more than 20,971,520 characters."),
        (3, {"正文": "乙"}, ""),
    ]
    assert peak < 10 * MAX_BYTES


def test_a_workbook_that_multiplies_its_entities_is_one_sentence(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["正文"])
    book.save(tmp_path / "a.xlsx")
    laughs = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(12))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{laughs}]>'
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                content = head + content.replace("<sheetData>", "<sheetData><row><c t='str'><v>&a12;</v></c></row>")
            new.writestr(name, content)
    with pytest.raises(CorpusError, match=r"^b\.xlsx: it can't be read as an Excel workbook: "):
        find_items(tmp_path / "b.xlsx")


def test_bad_lines_of_json_are_rows_with_their_number(tmp_path):
    lines = ['{"text": "甲"}', "", '{"text": "乙"', '["丙"]', '{"text": "丁"}', "[" * 100_000]
    put(tmp_path / "a.jsonl", "\n".join(lines))
    documents, problems = read(tmp_path / "a.jsonl")
    assert [(d.doc_id, d.path, d.text) for d in documents] == [("1", "a.jsonl/1", "甲"), ("4", "a.jsonl/4", "丁")]
    assert [tuple(p) for p in problems] == [
        ("a.jsonl", 3, "row", "the line is not JSON: expecting ',' delimiter at its character 13.", "skipped"),
        ("a.jsonl", 4, "row", "the line is JSON, but no object with fields.", "skipped"),
        ("a.jsonl", 6, "row", "the line is JSON nested too deep.", "skipped"),
    ]


def test_a_line_over_the_limit_is_a_row(tmp_path):
    put(tmp_path / "a.jsonl", '{"text": "甲"}\n{"text": "' + "a" * MAX_BYTES + '"}\n{"text": "乙"}\n')
    documents, problems = read(tmp_path / "a.jsonl")
    assert [d.text for d in documents] == ["甲", "乙"]
    assert [(p.line, p.message) for p in problems] == [(2, "the line has more than 20,971,520 characters.")]


def test_values_of_json_stay_what_was_written(tmp_path):
    record = (
        '{"text": "会议。", "n": 0.10, "big": 123456789012345678901234567890, "ok": true, "none": null, "l": ["a", 1]}'
    )
    (document,), _ = read(put(tmp_path / "a.jsonl", record))
    assert document.metadata == {
        "n": "0.10", "big": "123456789012345678901234567890", "ok": "true", "none": "", "l": ["a", "1"]
    }  # fmt: skip


def test_an_object_without_fields_and_a_row_without_values_are_rows_of_problems(tmp_path):
    put(tmp_path / "a.jsonl", '{"text": "甲"}\n{}\n{"text": ""}\n')
    documents, problems = read(tmp_path / "a.jsonl")
    assert [d.doc_id for d in documents] == ["1"]
    assert [tuple(p) for p in problems] == [
        ("a.jsonl/3", None, "empty", "the row has no text.", "skipped"),
        ("a.jsonl", 2, "row", "the row is empty.", "skipped"),
    ]


def test_half_a_character_in_json_is_a_mark_and_a_pair_is_the_character(tmp_path):
    (document,), _ = read(
        put(tmp_path / "a.jsonl", r'{"title": "\ud83d\ude00", "text": "<b>会\ud800议\ud83d\ude00</b>"}')
    )
    assert (document.title, document.text) == ("😀", "会\ufffd议😀")
    assert document.source_span(0, 4) == (3, 7)


def test_a_list_of_one_value_is_that_value(tmp_path):
    line = '{"title": ["会议"], "content": ["一。", "二。"], "date": ["2023-05-03 10:00"], "url": [], "tags": ["水"]}'
    (document,), problems = read(put(tmp_path / "a.jsonl", line))
    assert (document.title, document.text, problems) == ("会议", "一。\n二。", [])
    assert document.date.isoformat() == "2023-05-03T10:00:00+08:00"
    assert (document.metadata["url"], document.metadata["tags"]) == ("", ["水"])


@pytest.mark.parametrize("text", [
    '[{"text": "甲"}, {"text": "乙"}]', '\ufeff[\n  {"text": "甲"},\n  {"text": "乙"}\n]\n', '{"text": "甲"}\n{"text": "乙"}',
])  # fmt: skip
def test_a_json_file_is_a_list_of_objects_or_objects_in_a_row(tmp_path, text):
    assert [d.text for d in read(put(tmp_path / "a.json", text))[0]] == ["甲", "乙"]


def test_one_object_in_a_json_file_is_one_document(tmp_path):
    (document,), _ = read(put(tmp_path / "a.json", json.dumps({"title": "甲", "content": "会议。"}, indent=2)))
    assert (document.title, document.text) == ("甲", "会议。")


def test_a_broken_list_gives_what_stands_before_the_break(tmp_path):
    put(tmp_path / "a.json", '[{"text": "甲"},\n{"text": "乙"},\n{"text": 丙}]')
    put(tmp_path / "b.json", '[{"text": "甲"}, 7')
    documents, problems = read(tmp_path)
    assert [d.doc_id for d in documents] == ["a/1", "a/2", "b/1"]
    assert [(p.path, p.line, p.message) for p in problems] == [
        ("a.json", 3, "it is not JSON from here on, and the rest was not read: expecting value."),
        ("b.json", 1, "the entry is no object with fields."),
        ("b.json", 1, "the list is not closed; the file may be cut off."),
    ]


def test_settings_in_json_beside_posts_are_a_row(tmp_path):
    put(tmp_path / "package.json", '{"name": "x", "version": "1"}')
    put(tmp_path / "a.md", "会议。")
    message = "no column can be the text; the columns are 'name', 'version'; name it in columns."
    assert told(tmp_path) == [("package.json", None, "columns", message, "skipped")]


def test_an_empty_table_and_a_binary_one_are_rows(tmp_path):
    put(tmp_path / "a.md", "会议。")
    put(tmp_path / "a.csv", "")
    put(tmp_path / "b.jsonl", "\n")
    put(tmp_path / "c.csv", bytes(range(256)) * 8)
    assert sorted(row[:4] for row in told(tmp_path)) == [
        ("a.csv", None, "table", "the table is empty."),
        ("b.jsonl", None, "table", "it holds no JSON objects with fields."),
        (
            "c.csv",
            None,
            "encoding",
            "the bytes are no text in UTF-8, UTF-16, GB18030 or Big5; this looks like a binary file.",
        ),
    ]


def test_places_that_are_not_utf8_are_counted(tmp_path):
    put(tmp_path / "a.csv", "正文\n会议召开会议召开\n".encode() + b"\xff" + "再议。\n".encode())
    documents, problems = read(tmp_path / "a.csv")
    assert [d.text for d in documents] == ["会议召开会议召开", "\ufffd再议。"]
    assert [p.message for p in problems] == ["1 characters are U+FFFD: places that are not UTF-8, or were lost before."]


def workbook(file, **sheets):
    openpyxl = pytest.importorskip("openpyxl", reason="Excel needs openpyxl: pip install 'analysis[tables]'")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file


def test_a_workbook_is_read_like_a_csv(tmp_path):
    head = ["编号", "标题", "正文", "日期", "阅读"]
    rows = [
        [],
        head,
        [1, "会议", "<p>会议召开。</p>", datetime(2021, 11, 12, 19, 5), 1.5],
        [2, "二", "二号", None, 20211112.0],
    ]
    (first, second), problems = read(workbook(tmp_path / "a.xlsx", 表=rows))
    assert (first.doc_id, first.title, first.text) == ("1", "会议", "会议召开。")
    assert (first.date.isoformat(), first.metadata["阅读"]) == ("2021-11-12T19:05:00+08:00", "1.5")
    assert (second.path, second.metadata["阅读"], second.metadata["date"]) == ("a.xlsx/2", "20211112", "")
    assert problems == []


def test_each_sheet_of_a_workbook_is_a_table(tmp_path):
    workbook(tmp_path / "a.xlsx", 一月=[["正文"], ["甲甲"]], 二月=[["正文"], ["乙乙"]], 说明=[["备注"], ["x"]], 空=[])
    put(tmp_path / "b.md", "会议。")
    documents, problems = read(tmp_path)
    assert [(d.doc_id, d.path) for d in documents] == [
        ("b", "b.md") if name == "b" else (f"a/{name}/1", f"a.xlsx/{name}/1") for name in ("一月", "二月", "b")
    ]
    assert [(p.path, p.message) for p in problems] == [
        ("a.xlsx/说明", "no column can be the text; the columns are '备注'; name it in columns.")
    ]


def test_parquet_is_read_by_row_groups(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow: pip install 'analysis[tables]'")
    from pyarrow import parquet

    columns = {"id": list(range(1000)), "content": ["<p>会议</p>"] * 1000, "day": [date(2021, 11, 12)] * 1000,
               "tags": [["a", "b"]] * 1000, "score": [None, 0.5] * 500}  # fmt: skip
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet", row_group_size=300)
    documents, problems = read(tmp_path / "a.parquet", columns={"date": "day"})
    assert [d.doc_id for d in documents] == [str(n) for n in range(1000)]
    assert {(d.text, d.date.isoformat(), tuple(d.metadata["tags"])) for d in documents} == {
        ("会议", "2021-11-12T00:00:00+08:00", ("a", "b"))
    }
    assert [d.metadata["score"] for d in documents[:2]] == ["", "0.5"]
    assert problems == []


@pytest.mark.parametrize(("name", "library"), [("a.xlsx", "openpyxl"), ("a.parquet", "pyarrow")])
def test_a_library_that_is_missing_is_one_sentence(tmp_path, monkeypatch, name, library):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    put(tmp_path / name, b"x")
    how = f"reading it needs the library {library}; install it with: pip install 'analysis[tables]'."
    assert sentence(tmp_path / name) == f"{name}: {how}"
    put(tmp_path / "b.md", "会议。")
    assert told(tmp_path) == [(name, None, "library", how, "skipped")]


@pytest.mark.parametrize(("name", "what"), [("a.xlsx", "an Excel workbook"), ("a.parquet", "a Parquet file")])
def test_a_broken_workbook_is_one_sentence(tmp_path, name, what):
    pytest.importorskip("openpyxl", reason="needs openpyxl")
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    assert sentence(put(tmp_path / name, b"PK\x03\x04 no table")).startswith(f"{name}: it can't be read as {what}: ")


CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
TABLES = st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=6))


@settings(max_examples=300, deadline=None)
@given(TABLES, st.sampled_from([",", "\t", ";"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_the_library_writes_as_csv_is_read_back_equal(table, delimiter, end, quote_all):
    if not quote_all:  # the library leaves `\r` bare, and writes blank lines
        table = [[cell.replace("\r", "") for cell in row] for row in table if any(cell.strip() for cell in row)]
    stream = io.StringIO(newline="")
    csv.writer(
        stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    ).writerows(table)
    file = TextFile(io.BytesIO(("\ufeff" + stream.getvalue()).encode()))
    assert [record.cells for record in records(file.lines(), delimiter)] == table


VALUES = st.dictionaries(CELLS, CELLS, min_size=1, max_size=4)


@settings(max_examples=200, deadline=None)
@given(st.lists(VALUES, max_size=6), st.booleans(), st.sampled_from([None, 1]))
def test_what_the_library_writes_as_json_is_read_back_equal(rows, ascii_only, indent):
    text = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows)
    lines = TextFile(io.BytesIO(text.encode())).lines()
    assert [record.fields for record in line_records(lines)] == rows
    whole = io.StringIO(json.dumps(rows, ensure_ascii=ascii_only, indent=indent))
    assert [record.fields for record in list_records(whole.read)] == rows


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.sampled_from([",", ";"]))
def test_no_text_stops_the_reader_of_csv_or_json(text, delimiter):
    lines = [Line(n, line) for n, line in enumerate(text.splitlines(keepends=True), start=1)]
    assert len(list(records(lines, delimiter))) <= len(lines)
    assert len(list(line_records(lines))) <= len(lines)
    list(list_records(io.StringIO(text).read))


def test_a_row_of_many_lines_takes_linear_time():
    lines = [Line(1, '"a\n'), *(Line(n, 'b ""\n') for n in range(2, 200_000))]
    started = time.perf_counter()
    (record,) = records(lines, ",")
    assert record.problem.startswith("a quote is opened here")
    assert time.perf_counter() - started < 5


def test_a_large_list_in_json_is_read_with_flat_memory(tmp_path):
    import tracemalloc

    with open(tmp_path / "a.json", "w", encoding="utf-8") as stream:
        stream.write("[")
        for n in range(5_000):
            stream.write(json.dumps({"text": f"{n}" + "文" * 1500}, ensure_ascii=False) + ", ")
        stream.write('{"text": "末"}]')
    tracemalloc.start()
    n = sum(1 for _ in find_items(tmp_path / "a.json"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n == 5_001
    assert peak < 5_000_000  # bytes; the file has 22 million
