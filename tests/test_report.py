"""The report of an invented study: what is in the folder, and what a reader's browser makes of it."""

import base64
import dataclasses
import html
import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from fontTools.ttLib import TTFont

from analysis import tables
from analysis.document import Corpus, Document, Removed
from analysis.errors import AnalysisError
from analysis.report import write_report
from analysis.report.evidence import LINES, Evidence
from analysis.report.figures.canvas import drawable
from analysis.report.gallery import Gallery
from analysis.report.parts import Plot
from analysis.study import Study
from tests.invented_study import InventedStudy, empty_study, invented_study

SECTIONS = ["overview", "keywords", "entities", "officials", "events", "order", "topics", "problems", "reproduction"]


@pytest.fixture(scope="module")
def study() -> InventedStudy:
    return invented_study(120)


@pytest.fixture(scope="module")
def folder(study: InventedStudy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("report") / "invented"
    write_report(study, place, command="python -m analysis.report invented")
    return place


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures are made but neither drawn nor written, where they do not matter: they take seconds."""
    monkeypatch.setattr(Gallery, "__call__", lambda self, name, figure: Plot(name, self._say(f"plot_{name}"), "", ""))


def without_font(page: str) -> str:
    return re.sub(r"url\(data:font/woff;base64,[^)]*\)", "", page)


def test_the_sections_come_in_their_order(page: str) -> None:
    assert re.findall(r'<section id="([a-z]+)">', page) == SECTIONS


def test_the_page_asks_nothing_of_the_network(page: str) -> None:
    rest = without_font(page).replace("http://www.w3.org/", "")  # names of XML vocabularies, which no browser fetches
    assert re.findall(r"https?://[^\s\"')]*|@import|\bsrc=|<link|<img|<iframe|url\((?!#)[^)]*\)", rest) == []
    assert "default-src 'none'" in rest


def test_every_link_within_the_report_leads_somewhere(page: str, folder: Path) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert [name for name in ids if ids.count(name) > 1] == []
    links = set(re.findall(r'href="([^"]+)"', page))
    assert {link for link in links if link.startswith("#") and link[1:] not in ids} == set()
    assert [link for link in links if not link.startswith("#") and not (folder / link).is_file()] == []


def test_the_embedded_font_draws_every_character_of_the_page(page: str) -> None:
    data = re.search(r"base64,([^)]*)\)", page)
    assert data
    known = set(TTFont(io.BytesIO(base64.b64decode(data[1]))).getBestCmap())
    shown = html.unescape(re.sub(r"<[^>]+>", "", without_font(page)))
    missing = {c for c in shown if ord(c) not in known and not c.isspace() and drawable(c) == c}
    assert missing == set()


def test_the_page_is_small(page: str) -> None:
    assert len(page.encode()) < 2_000_000


def test_keywords_open_their_texts_with_the_hit_marked(page: str, study: InventedStudy) -> None:
    row = re.search(
        r'<tr id="keyword-[0-9a-f]+"><td class="count"[^>]*>1</td><td class="text">梯田保护</td>.*?</tr>',
        page,
        re.DOTALL,
    )
    assert row
    assert row[0].count("<mark>梯田保护</mark>") == LINES + 1  # the line that is always seen, and the three below it
    first = next(document for document in study.corpus if "梯田保护" in document.text)
    assert f"{first.date:%Y-%m-%d} {first.source}《{first.title}》" in row[0]


def test_the_caveat_about_order_is_printed(page: str) -> None:
    assert "排名先后反映的是这些名单的礼宾次序，不是权力大小。" in page


def test_alerts_come_first_and_name_their_files(page: str) -> None:
    overview = page[page.index('<section id="overview">') :]
    assert overview.index('class="alerts"') < overview.index("<figure")
    assert "empty.md: the file is empty." in overview


def test_methods_are_told_in_both_languages(page: str) -> None:
    assert "以 analysis " in page
    assert "We read 120 documents (2022-01-03 to " in page


def test_an_english_page_has_english_labels_and_chinese_texts(
    study: InventedStudy, tmp_path: Path, no_figures: None
) -> None:
    page = write_report(study, tmp_path / "r", language="en").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    heads = re.findall(r"<(?:h2|h3|th)[^>]*>(?:<span class=\"no\">\d</span>)?([^<]*)<", page)
    assert [head for head in heads if re.search(r"[\u4e00-\u9fff]", head)] == []
    assert "梯田保护" in page


def test_a_hostile_text_stays_text(tmp_path: Path) -> None:
    evil = "<script>alert('$x$')</script></style>\u202e"
    study = invented_study(12)
    corpus = Corpus(dataclasses.replace(d, title=evil, source=evil, text=evil + d.text) for d in study.corpus)
    documents = study.documents.assign(title=evil, source=evil)
    keywords = tables.KEYWORDS.of([("", evil, 1.0, 1), ("", "a\nb", 0.5, 2), ("", "", 0.1, 3)])
    officials = study.officials.assign(person=evil, title=evil, body_full=evil, act=evil)
    people = study.people.assign(person=evil, title=evil, body_full=evil)
    mentions = study.mentions.assign(text=evil)
    topics = study.topics.assign(label=evil, words=evil)
    made = dataclasses.replace(
        study, corpus=corpus, documents=documents, keywords=keywords, officials=officials, people=people,
        mentions=mentions, topics=topics,
    )  # fmt: skip
    page = write_report(made, tmp_path / evil.replace("/", "_")).read_text(encoding="utf-8")
    assert page.count("<script") == 1  # our own
    assert page.count("</style>") == 1
    assert page.count("</script>") == 1
    assert "&lt;script&gt;" in page


def test_a_lone_surrogate_of_a_broken_file_is_written_as_its_code(tmp_path: Path, no_figures: None) -> None:
    study = empty_study()
    corpus = Corpus([Document("d", "标\ud800题", "短\udfff文。")])
    made = dataclasses.replace(study, corpus=corpus, documents=corpus.to_frame())
    write_report(made, tmp_path / "r")
    assert "标\\ud800题" in (tmp_path / "r" / "data" / "documents.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_study_in_which_nothing_was_found_has_a_report_too(tmp_path: Path, language: str) -> None:
    page = write_report(empty_study(), tmp_path / "r", language=language).read_text(encoding="utf-8")
    assert re.findall(r'<section id="([a-z]+)">', page) == SECTIONS


def test_another_language_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError):
        write_report(empty_study(), tmp_path / "r", language="fr")
    assert list(tmp_path.iterdir()) == []


def test_what_was_taken_out_and_where_from_are_files_and_the_page_shows_the_first(tmp_path: Path) -> None:
    removed = Removed("advert", "下载“临江新闻”客户端", 9, 20, "invitation to an app")
    corpus = Corpus([Document("d", text="水价不变。", source="日报", removed=(removed,))])
    page = write_report(Study(corpus), tmp_path / "r").read_text(encoding="utf-8")
    assert "下载“临江新闻”客户端" in page
    for table in (tables.FURNITURE, tables.PROVENANCE):
        frame = pd.read_csv(tmp_path / "r" / "data" / f"{table.name}.csv", encoding="utf-8-sig")
        assert (frame.columns.tolist(), len(frame)) == (table.names, 1)


def test_every_table_of_the_contract_is_a_file_with_its_columns(folder: Path, study: InventedStudy) -> None:
    for table in tables.ALL:
        data = (folder / "data" / f"{table.name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")  # Excel takes UTF-8 for Chinese only with this mark
        assert b"\r" not in data
        frame = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig", keep_default_na=False)
        assert frame.columns.tolist()[: len(table.names)] == table.names
        assert len(frame) == len(getattr(study, table.name))


def test_truth_values_are_spelled_as_in_other_languages(folder: Path) -> None:
    frame = pd.read_csv(folder / "data" / "officials.csv", dtype=str, encoding="utf-8-sig")
    assert set(frame["shared"]) == {"false"}


def test_the_same_study_gives_the_same_bytes(study: InventedStudy, tmp_path: Path, no_figures: None) -> None:
    """Figures have a test of their own."""
    folders = [tmp_path / parent / "r" for parent in ("one", "two")]
    for folder in folders:
        write_report(study, folder)
    one, two = ({path.relative_to(f): path.read_bytes() for path in f.rglob("*") if path.is_file()} for f in folders)
    facts = [json.loads(files.pop(Path("manifest.json"))) for files in (one, two)]
    assert facts[0].pop("timings").keys() == facts[1].pop("timings").keys()  # how long it took may differ, nothing else
    assert (one, facts[0]) == (two, facts[1])


def test_the_manifest_lists_every_file_and_every_input(folder: Path, study: InventedStudy) -> None:
    facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert facts["files"] == sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert len(facts["inputs"]) == 120
    assert facts["inputs"][0] == {"path": "d0000.md", "sha256": "0" * 64, "bytes": 2_048}
    assert facts["parameters"]["seed"] == {"default": 0, "chosen": 0}
    assert facts["problems"] == {"repaired": {"front matter": 1}, "skipped": {"empty": 1}}
    assert facts["fingerprint"] == study.corpus.fingerprint
    assert facts["command"] == "python -m analysis.report invented"


def test_the_manifest_tells_no_size_of_a_text_that_never_was_bytes(tmp_path: Path, no_figures: None) -> None:
    corpus = Corpus([Document("d", "标题", "短文。")])
    study = dataclasses.replace(empty_study(), corpus=corpus, documents=corpus.to_frame())
    write_report(study, tmp_path / "r")
    facts = json.loads((tmp_path / "r" / "manifest.json").read_text(encoding="utf-8"))
    assert facts["inputs"] == [{"path": "d", "sha256": "", "bytes": None}]


def test_the_summary_fits_one_screen(folder: Path) -> None:
    lines = (folder / "summary.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# invented"
    assert len(lines) <= 24
    assert "- 1 个文件未能读入，已跳过。" in lines


def test_progress_is_told_section_by_section(tmp_path: Path, no_figures: None) -> None:
    told: list[tuple[str, int, int]] = []
    write_report(empty_study(), tmp_path / "r", progress=lambda *step: told.append(step))
    assert told == [("report", done, 9) for done in range(10)]


def test_evidence_is_spread_over_the_period_one_line_a_document() -> None:
    corpus = Corpus(Document(f"d{i}", text="会议会议") for i in range(5))
    assert [quote.doc_id for quote in Evidence(corpus).of_term("会议")] == ["d0", "d2", "d4"]


def test_evidence_of_an_empty_term_is_none() -> None:
    assert Evidence(Corpus([Document("d", text="会议")])).of_term("") == []
    assert [quote.hit for quote in Evidence(Corpus([Document("d", text="２０２１年")])).of_term("2021")] == ["２０２１"]
