"""`python -m analysis.report`: what it takes, what it prints, and its exit codes. The study behind it is invented."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from analysis.document import Corpus
from analysis.report.__main__ import SAMPLE, main
from analysis.report.sections.problems import problems
from analysis.report.sections.reproduction import reproduction
from tests.invented_study import InventedStudy, Settings, invented_study

PROGRAM = "python -m analysis.report"


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder, and instead of the reader and the models an invented study of 12 documents."""
    made = invented_study(12)

    def read_corpus(given: str, *, progress: Any = None, **options: Any) -> Corpus:
        assert given in ("posts", str(SAMPLE), "posts/**/*.md")
        progress(12, 12)
        made.options = options
        return made.corpus

    def study(corpus: Corpus, settings: Settings) -> InventedStudy:
        made.settings = settings
        return made

    for name, parts in {
        "reading": {"read_corpus": read_corpus},
        "settings": {"Settings": Settings},
        "study": {"Study": study},
    }.items():
        module = ModuleType(f"analysis.{name}")
        vars(module).update(parts)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr("analysis.report.writing.SECTIONS", (problems, reproduction))  # no figures: they take seconds
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    return Path("posts")


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int | str | None, str, str]:
    """Exit code, stdout, stderr."""
    try:
        code: int | str | None = main(argv)
    except SystemExit as stop:
        code = stop.code
    return code, *capsys.readouterr()


def test_a_run_prints_where_the_report_lies_and_counts(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, str(corpus))
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Report: reports/posts/report.html"
    assert out.splitlines()[1].startswith("12 documents, 6 duplicates, ")  # invented texts are of one form
    assert Path("reports/posts/report.html").is_file()


def test_the_command_line_is_kept_for_the_reader(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, str(corpus), "-o", "out of here", "--seed", "7", "--topics", "4", "--top", "3", "--quiet")
    page = Path("out of here/report.html").read_text(encoding="utf-8")
    assert "python -m analysis.report posts -o &#39;out of here&#39; --seed 7 --topics 4 --top 3 --quiet" in page


REFUSED = [
    (["--topics", "0"], "argument --topics: '0' is not auto, or a whole number from 1 to 500."),
    (["--topics", "many"], "argument --topics: 'many' is not auto, or a whole number from 1 to 500."),
    (["--seed", "-1"], "argument --seed: '-1' is not a whole number from 0 to 4294967295."),
    (["--seed", "1.5"], "argument --seed: '1.5' is not a whole number from 0 to 4294967295."),
    (["--seed", "٣"], "argument --seed: '٣' is not a whole number from 0 to 4294967295."),
    (["--top", "0"], "argument --top: '0' is not a whole number from 1 to 1000."),
    (["--jobs", "0"], "argument --jobs: '0' is not a whole number from 1 to 1024."),
    (["--since", "2022-13-01"], "argument --since: '2022-13-01' is not a day like 2022-10-16."),
    (["--until", "20221016"], "argument --until: '20221016' is not a day like 2022-10-16."),
    (
        ["--since", "2022-10-16", "--until", "2022-10-16"],
        "--since 2022-10-16 is not before --until 2022-10-16; the period is since <= day < until.",
    ),
    (["--what"], "unrecognized arguments: --what."),
    (["posts", "more"], "unrecognized arguments: more."),
    (["-o"], "argument -o/--output: expected one argument."),
    (["nowhere"], "nowhere does not exist; name a folder, a file, an archive, a table or a glob."),
    (["posts", "-o", "posts/report"], "posts/report lies inside the corpus posts; name a folder outside of it."),
    (["posts", "-o", "file"], "file is a file; name a folder for the report."),
    (["posts", "-o", "."], ". holds files that are no report of ours; name a new or an empty folder."),
    (
        ["posts", "--since", "1990-01-01", "--until", "1991-01-01"],
        "no document of posts could be read in the period from 1990-01-01 until 1991-01-01; "
        "there is nothing to report.",
    ),
]


@pytest.mark.skipif(os.name == "nt", reason="the sentences show paths with /")
@pytest.mark.parametrize(("argv", "sentence"), REFUSED)
def test_a_mistake_of_the_user_is_one_sentence_and_exit_code_2(
    corpus: Path, capsys: pytest.CaptureFixture[str], argv: list[str], sentence: str
) -> None:
    Path("file").write_text("text", encoding="utf-8")
    before = sorted(Path().rglob("*"))
    assert said(capsys, *argv) == (2, "", f"{PROGRAM}: {sentence}\n")
    assert sorted(Path().rglob("*")) == before


def test_an_unknown_language_is_one_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "--language", "fr")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"{PROGRAM}: argument --language: invalid choice: 'fr'")


def test_ctrl_c_is_one_line_and_leaves_no_report(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        assert list(Path("reports").glob(".posts.part-*/data/*.csv"))  # half of it is written
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.report.writing.SECTIONS", (stop,))
    assert said(capsys, str(corpus)) == (130, "", f"{PROGRAM}: interrupted; no report was written.\n")
    assert list(Path("reports").iterdir()) == []


def test_a_bug_keeps_its_traceback(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(InventedStudy, "compute", fail)
    with pytest.raises(ZeroDivisionError):
        main([str(corpus)])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_chinese_gets_code_points(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main([str(corpus), "-o", "报告"]) == 0
    terminal.flush()
    assert terminal.buffer.getvalue().startswith(b"Report: \\u62a5\\u544a/report.html")  # type: ignore[attr-defined]


def test_a_reader_that_went_away_is_no_error(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main([str(corpus)]) == 0


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    main([str(corpus)])
    lines = terminal.getvalue().split("\n")
    assert lines[0].endswith("read      [############] 100 %  12 of 12 files")
    assert lines[-1] == ""


def test_quiet_is_quiet(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    main([str(corpus), "--quiet"])
    assert terminal.getvalue() == ""


def test_a_second_run_replaces_the_report(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [said(capsys, str(corpus))[0] for _ in range(2)] == [0, 0]


def test_help_answers_without_loading_a_library() -> None:
    code = (
        "import sys\nfrom analysis.report.__main__ import main\n"
        "try: main(['--help'])\nexcept SystemExit as stop: assert stop.code == 0\n"
        "print({'pandas', 'numpy', 'matplotlib', 'sklearn', 'jieba', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("usage: python -m analysis.report ")
    assert done.stdout.rstrip().endswith("set()")


def test_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "--version")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert out.startswith("analysis ")


POST = "---\ntitle: 会议{n}\ndate: 2021-11-12\n---\n<p>水利部副部长田远山到临江调研第{n}处堤防。</p>"


@pytest.fixture
def posts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Corpus]:
    """Three posts in a folder that are really read; the list is filled with the corpora that were studied."""
    read: list[Corpus] = []

    def study(corpus: Corpus, settings: Settings) -> InventedStudy:
        read.append(corpus)
        return invented_study(12)

    module = ModuleType("analysis.study")
    vars(module).update({"Study": study, "Settings": Settings})
    monkeypatch.setitem(sys.modules, "analysis.study", module)
    monkeypatch.setattr("analysis.report.writing.SECTIONS", (problems, reproduction))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for n in range(3):
        (tmp_path / "posts" / f"{n}.md").write_text(POST.format(n=n), encoding="utf-8")
    return read


SOURCES = {
    "posts": ("posts", "posts"),
    "posts/": ("posts", "posts"),
    ".": (".", None),
    "posts/*.md": ("posts/*.md", "posts"),
    "posts/**/*.md": ("posts/**/*.md", "posts"),
    "one file": ("posts/1.md", "1"),
    "zip": ("old.2021.zip", "old.2021"),
    "tar.gz": ("dump.tar.gz", "dump"),
    "csv": ("rows.csv", "rows"),
}


@pytest.mark.skipif(os.name == "nt", reason="the sentences show paths with /")
@pytest.mark.parametrize(("given", "name"), SOURCES.values(), ids=SOURCES.keys())
def test_any_source_can_be_named(
    posts: list[Corpus], given: str, name: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.make_archive("old.2021", "zip", "posts")
    shutil.make_archive("dump", "gztar", "posts")
    Path("rows.csv").write_text("标题,正文\n甲,水利部副部长田远山到临江调研。\n", encoding="utf-8")
    output = ["-o", "../report"] if name is None else []
    code, out, err = said(capsys, given, *output)
    assert (code, err, len(posts[0]) > 0) == (0, "", True)
    assert out.splitlines()[0] == f"Report: {'../report' if name is None else f'reports/{name}'}/report.html"


READ_WITH = {
    "drafts": (["--drafts"], {"draft": "会议召开。\n代表到会。"}),
    "learn": (["--no-learn"], {"0": "水利部副部长田远山到临江调研第0处堤防。"}),
    "encoding": (["--encoding", "big5"], {"big5": "會議召開，工作人員出席。"}),
}


@pytest.mark.parametrize(("options", "texts"), READ_WITH.values(), ids=READ_WITH.keys())
def test_the_options_of_reading_reach_the_reader(
    posts: list[Corpus], options: list[str], texts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each changes what is read."""
    Path("posts/big5.txt").write_bytes("會議召開，工作人員出席。".encode("big5"))
    Path("posts/draft.md").write_text("---\ntitle: 草稿\ndraft: true\n---\n会议召开。\n代表到会。", encoding="utf-8")
    assert said(capsys, "posts", *options)[0] == 0
    assert {key: posts[0][key].text for key in texts} == texts


def test_the_cache_is_told_of(posts: list[Corpus], capsys: pytest.CaptureFixture[str]) -> None:
    for found in (0, 3):
        code, out, err = said(capsys, "posts", "--cache", "reading.cache")
        assert (code, err) == (0, "")
        assert out.splitlines()[-1] == f"Cache: {found} of 3 files came from reading.cache."


MISREAD = [
    (["posts", "--encoding", "klingon"],
     "encoding='klingon' is not known; give the name of a codec such as 'utf-8', 'gb18030' or 'big5'."),
    (["posts", "--cache", "."],
     "cache='.' can't be used: unable to open database file; name a file in a folder that may be written."),
    (["posts", "--cache", "posts/0.md"], "cache='posts/0.md' is another kind of file; name a new file."),
    (["posts/*.html"],
     "the glob posts/*.html matches no file; give a folder, a glob such as posts/**/*.md, or files."),
    (["bad.md", "--strict"],
     "bad.md:2: the full-width colon after the key was read as `:`; "
     "strict=True allows no repair and no skip, and there is 1 more."),
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="the sentences show paths with /")
@pytest.mark.parametrize(("argv", "sentence"), MISREAD)
def test_what_can_not_be_read_is_one_sentence_and_exit_code_2(
    posts: list[Corpus], argv: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.md").write_text("---\ntitle：甲\nauthor：乙\n---\n正文。", encoding="utf-8")
    assert said(capsys, *argv) == (2, "", f"{PROGRAM}: {sentence}\n")
    assert not Path("reports").exists()


def test_every_option_has_a_word_of_help() -> None:
    from analysis.report.arguments import parser

    assert [action.option_strings for action in parser()._actions if not action.help] == []
