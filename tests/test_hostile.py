"""Files made to hang or crash a reader, and folders that nobody would name: all are read or told, in seconds."""

import json
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis.document import Corpus, Document
from analysis.errors import CorpusError
from analysis.moments import first_full_day, read_date
from analysis.reading import read_corpus
from analysis.reading.html.nesting import MAX_DEPTH
from analysis.reading.html.text import html_text
from analysis.reading.post import document_from
from analysis.reading.problems import Problem
from analysis.report.__main__ import main
from analysis.study import Study

HEAD = "---\ntitle: 甲\n---\n"
SECONDS = 5.0  # each took between ten seconds and for ever when it was found; a tenth of a second is usual


@contextmanager
def soon() -> Iterator[None]:
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < SECONDS


def read(text: str, path: str = "a.md") -> tuple[Document, list[Problem]]:
    with soon():
        return document_from(text.encode(), path)


SLOW_ONCE = {
    "bars behind a share button": "分享" + "|" * 100 + "x",
    "the head of a list of links, again and again": "相关阅读\n" * 100_000 + "会议召开。",
    "an entity that never ends": "<p>&" + "a" * 300_000 + ";</p>",
    "hard blanks around a character": "<p>" + "&nbsp;" * 100_000 + "甲" + "&nbsp;" * 100_000 + "</p>",
    "a line of blanks": " " * 60_000,
    "a line of tabs before a character": "\t" * 60_000 + "甲",
    "brackets of no link": "[" * 200_000,
    "brackets of no picture": "![" * 100_000,
    "links without an end": "[a](" * 50_000,
    "blanks behind the head of a disclaimer": "免责声明" + " " * 300_000 + "甲",
    "elements in elements": "<div>" * 100_000 + "正文。",
    "closing tags of nothing, deep down": "<b></i>" * 50_000 + "正文。",
    "entities and line ends in one text": "<p>" + "甲&amp;\n" * 20_000 + "</p>",
    "entities, lines of Windows and line breaks": "<p>" + "甲&amp;<br>\r\n" * 20_000 + "</p>",
    "blanks in a text with a line end": "<p>甲\n乙" + " " * 100_000 + "丙</p>",
    "adverts in comments that never end": "<p>甲</p>" + "<!--article_adlist[\n" * 20_000,
}


@pytest.mark.parametrize("body", SLOW_ONCE.values(), ids=SLOW_ONCE.keys())
def test_no_body_takes_the_square_of_its_length(body: str) -> None:
    document, _ = read(HEAD + body)
    assert document.title == "甲"


FRONT = {
    "a title with a megabyte of blanks inside": ("title: [a" + " " * 1_000_000 + "b]", "[a" + " " * 1_000_000 + "b]"),
    "a value with blanks that is no YAML": ("title: 甲\nb: c: a" + " " * 60_000 + "b", "甲"),
}


@pytest.mark.parametrize(("block", "title"), FRONT.values(), ids=FRONT.keys())
def test_no_front_matter_takes_the_square_of_its_length(block: str, title: str) -> None:
    document, _ = read(f"---\n{block}\n---\n正文。")
    assert (document.title, document.text) == (title, "正文。")


OTHER_FRONT = {
    "blanks in a line that is no JSON": ('{\n"title": 甲' + " " * 60_000 + "乙\n}\n", "甲" + " " * 60_000 + "乙"),
    "quotes in a title of a block that is kept as text": ('---\ntitle: <' + '"' * 60_000 + "!\nx: [\n---\n", "<" + '"' * 60_000 + "!"),
    "lists in lists of YAML, and a tag": ("---\ntitle: " + "[" * 60_000 + " !\n---\n", "[" * 60_000 + " !"),
    "escaped quotes in a string of TOML that is not closed": ('+++\na = "' + '\\"' * 32_000 + "\n+++\n", "a"),
    "a key of TOML with thirty thousand parts": ("+++\n" + "a." * 30_000 + "a = 1\n+++\n", "a"),
    "a megabyte of lines that are no TOML": ("+++\n" + "a = x y\n" * 150_000 + "+++\n", "a"),
    "a megabyte of lines that are no JSON": (';;;\n' + '"a": x\n' * 150_000 + ";;;\n", "a"),
}  # fmt: skip


@pytest.mark.parametrize(("block", "title"), OTHER_FRONT.values(), ids=OTHER_FRONT.keys())
def test_no_broken_front_matter_takes_the_square_of_its_length(block: str, title: str) -> None:
    document, _ = read(f"{block}正文。")
    assert (document.title, document.text) == (title, "正文。")


JSON_TOO_DEEP = (None, "the front matter is not JSON: it is nested too deep.", "read without front matter")
DEEP = {
    "JSON deeper than we read, but not than Python does": ('{"title": "甲", "a":\n' + "[" * 200 + "]" * 200 + "\n}\n", *JSON_TOO_DEEP),
    "JSON deeper than Python reads": ('{"title": "甲", "a":\n' + "[" * 100_000 + "]" * 100_000 + "\n}\n", *JSON_TOO_DEEP),
    "TOML": ("+++\ntitle = '甲'\na = " + "[" * 100 + "]" * 100 + "\n+++\n", 3, "the value of 'a' is not TOML; it was read as plain text.", "repaired"),
    "keys of TOML": ("+++\ntitle = '甲'\n" + "a." * 60 + "a = 1\n+++\n", None, "the front matter is not TOML: it has a key of more than 50 parts.",
                     "read without front matter"),
}  # fmt: skip


@pytest.mark.parametrize(("block", "line", "message", "action"), DEEP.values(), ids=DEEP.keys())
def test_front_matter_nested_too_deep_is_a_row_and_no_crash(block: str, line: int, message: str, action: str) -> None:
    document, problems = read(f"{block}正文。")
    assert document.text == "正文。"
    assert problems[0] == Problem("a.md", line, "front matter", message, action)


def test_front_matter_as_deep_as_we_read_is_read() -> None:
    document, problems = read('{"title": "甲", "a": ' + "[" * 49 + '"乙"' + "]" * 49 + "}\n正文。")
    assert (document.title, problems) == ("甲", [])


@pytest.mark.parametrize(
    "block",
    ['---\ntitle: "甲\\0"\n---\n', '{"title": "\\u0000甲"}\n', '+++\ntitle = "甲\\u0000"\n+++\n', ';;;\n"title": "甲\\u0000"\n;;;\n'],
)  # fmt: skip
def test_a_nul_written_as_an_escape_is_left_out_and_told(block: str) -> None:
    document, problems = read(f"{block}正文。")
    assert (document.title, document.metadata["title"]) == ("甲", "甲")
    assert problems == [
        Problem("a.md", None, "front matter", "NUL characters in the front matter were left out.", "repaired")
    ]


def test_a_line_of_four_dashes_in_front_matter_is_no_second_document() -> None:
    document, problems = read("---\ntitle: 甲\n----\nauthor: 乙\n---\n正文。")
    assert (document.title, document.text) == ("甲", "正文。")
    assert [(p.kind, p.action) for p in problems] == [("front matter", "read without front matter")]


def test_each_comment_that_is_never_closed_is_read_as_text_without_its_mark() -> None:
    document, problems = read(HEAD + "<p>甲<!--乙</p><!--<p>丙</p>")
    assert document.text == "甲乙\n丙"
    assert [p.message for p in problems] == ["a comment is never closed; what follows it was read as text."]


@pytest.mark.parametrize("blank", ["\x85", "\u2028", "\x1c", "\u2009"])
def test_a_blank_of_any_kind_is_no_line_of_its_own(blank: str) -> None:
    for body in (f'<p>{blank}\n<b>会议</b></p><span class="img_descr">{blank}</span>', f"<p>{blank}\n<b>会议</b><p>"):
        found = html_text(body, blocks={"img_descr": "caption"})
        assert (found.excerpt.text, found.furniture) == ("会议", [])


def test_a_caption_that_the_parser_moves_has_a_place_that_begins_before_it_ends() -> None:
    source = '<p>会议。</p><div class="img_descr"><table><tr><td>甲</td></tr>乙</table></div>'
    (caption,) = html_text(source, blocks={"img_descr": "caption"}).furniture
    assert (caption.text, source[caption.start : caption.stop]) == ("乙甲", "甲</td></tr>乙")


def test_an_element_that_is_not_displayed_leaves_no_blanks_in_a_word() -> None:
    document, _ = read(HEAD + '<p>会<span style="display:none">x</span>议召开。</p>')
    assert (document.text, [removed.text for removed in document.removed]) == ("会议召开。", ["x"])


def test_an_advert_that_ends_too_early_leaves_no_mark_in_the_text() -> None:
    document, _ = read(HEAD + "<p>会议<!--article_adlist[ 广告 -->召开。</p>")
    assert document.text == "会议召开。"


def test_a_piece_whose_text_the_parser_moves_has_a_place_that_begins_before_it_ends() -> None:
    source = HEAD + "<table><tr><td>日报</td></tr>来源：临江</table>"
    document, _ = read(source)
    for found in (*document.removed, *document.fields):
        assert len(HEAD) <= found.start <= found.stop <= len(source)
    start, stop = document.source_span(0, len(document.text)) if document.text else (len(HEAD), len(HEAD))
    assert len(HEAD) <= start <= stop <= len(source)


def test_elements_below_the_depth_of_browsers_are_read_as_lines() -> None:
    deep = MAX_DEPTH + 1
    document, problems = read(HEAD + "<div>" * deep + "内" + "</div>" * deep + "<p>外</p>")
    assert document.text == "内\n外"
    assert document.source_span(0, 1) == (len(HEAD) + 5 * deep, len(HEAD) + 5 * deep + 1)
    assert problems == [
        Problem(
            "a.md", None, "markup", "elements nest deeper than 512; the tags below were read as line ends.", "repaired"
        )
    ]


def test_many_tags_side_by_side_are_not_deep() -> None:
    document, problems = read(HEAD + "<div><p>甲<br>乙<p>丙</div>" * 1_000)
    assert (document.text, problems) == ("\n".join("甲乙丙" * 1_000), [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&#" + "9" * 5_000 + ";", "\ufffd"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#x" + "f" * 5_000 + ";", "\ufffd"),
        ("&#x" + "0" * 5_000 + "41;", "A"),
    ],
    ids=["decimal", "decimal zeros", "hexadecimal", "hexadecimal zeros"],
)
def test_a_number_of_any_length_is_a_character(written: str, meant: str) -> None:
    document, _ = read(f"---\ntitle: 甲&amp;{written}\n---\n<p>乙{written}丙</p>")
    assert (document.title, document.text) == (f"甲&{meant}", f"乙{meant}丙")


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "1066-10-14", "Fri, 31 Dec 9998 00:00:00 GMT"])
def test_a_year_without_newspapers_is_a_row_and_no_time_axis_of_centuries(date: str) -> None:
    document, problems = read(f"---\ntitle: 甲\ndate: {date}\n---\n公元九九九九年，会议于9999年12月31日召开。")
    assert document.date is None
    assert problems == [Problem("a.md", 3, "date", f"the date {date!r} is no date that can be read.", "kept")]


def test_the_first_and_the_last_year_of_newspapers_are_dates() -> None:
    years = [read_date("1850-01-01"), read_date("2100-12-31"), first_full_day("9999年1月1日，2021年1月2日")]
    assert [found and found.year for found in years] == [1850, 2100, 2021]


def test_a_report_below_the_corpus_is_not_read_as_posts(tmp_path: Path) -> None:
    for name in ("post.md", "report/report.html", "report/data/x.txt", "other/post.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text("会议召开。", encoding="utf-8")
    (tmp_path / "report" / "manifest.json").write_text(json.dumps({"made_by": "analysis.report"}), encoding="utf-8")
    (tmp_path / "other" / "manifest.json").write_text("[]", encoding="utf-8")
    assert [document.doc_id for document in read_corpus(tmp_path)] == ["other/post", "post"]


def test_a_post_of_a_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    with (tmp_path / "b.md").open("wb") as file:
        file.truncate(1_000_000_000)  # takes no room on most disks
    tracemalloc.start()
    with soon():
        corpus = read_corpus(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert corpus.problems.values.tolist()[0][2:] == [
        "size",
        "the file has 1,000,000,000 bytes; files of up to 20,971,520 bytes are read.",
        "skipped",
    ]
    assert peak < 20_000_000


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 2
    return capsys.readouterr().err.removeprefix("python -m analysis.report: ")


def test_a_path_too_long_for_the_system_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "n" * 5_000
    sentence = f"{name[:79]}… is no usable path: file name too long; name a folder.\n"
    assert refused(capsys, name) == refused(capsys, str(tmp_path), "-o", name) == sentence


def test_a_link_to_itself_is_no_folder_for_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = tmp_path / "loop"
    try:
        loop.symlink_to("loop")
    except OSError:
        pytest.skip("this system makes no links")
    assert refused(capsys, str(tmp_path), "-o", str(loop)).split(" is ")[1].startswith("no usable path: ")


def test_a_study_of_nothing_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"^the corpus has no document; there is nothing to report\.$"):
        Study(Corpus([])).save(tmp_path / "report")
    assert list(tmp_path.iterdir()) == []
