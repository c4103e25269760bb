"""Bad input: every file is a document or a row of `problems`, every mistake one sentence."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from analysis.errors import CorpusError
from analysis.reading import read_corpus
from analysis.reading.post import MAX_BYTES

GOOD = "---\ntitle: '会议召开'\ndate: 2021-11-12\n---\n<div><p>　　会议召开。</p></div>\n"


def corpus_of(folder: Path, **files: bytes | str):
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_md", ".md").replace("_txt", ".txt")).write_bytes(data)
    return read_corpus(folder)


def rows(corpus) -> list[tuple]:
    frame = corpus.problems.astype(object).where(corpus.problems.notna(), None)
    return [tuple(row) for row in frame.itertuples(index=False)]


def sentence(path) -> str:
    with pytest.raises(CorpusError) as caught:
        read_corpus(path)
    return str(caught.value)


BINARY = "the bytes are no text in UTF-8, UTF-16, GB18030 or Big5; this looks like a binary file."
SUFFIXES = (
    ".md, .markdown, .txt, .html, .htm, .csv, .tsv, .json, .jsonl, .ndjson, .xlsx, .parquet, "
    ".zip, .tar, .tar.gz, .tgz, .tar.bz2, .tar.xz"
)


def test_an_empty_folder_is_one_sentence(tmp_path):
    assert sentence(tmp_path) == (
        f"the folder {tmp_path} has no post to read: it is empty; the suffixes read are {SUFFIXES}."
    )


def test_a_folder_without_posts_is_one_sentence_that_counts_the_others(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.png").write_bytes(b"1")
    assert sentence(tmp_path) == (
        f"the folder {tmp_path} has no post to read: it has 2 files with other suffixes; "
        f"the suffixes read are {SUFFIXES}."
    )


def test_a_path_that_is_not_there_is_one_sentence(tmp_path):
    assert sentence(tmp_path / "gone") == (
        f"there is no file or folder {tmp_path / 'gone'}; give a folder, a glob such as posts/**/*.md, or files."
    )


def test_a_glob_that_matches_nothing_is_one_sentence(tmp_path):
    assert sentence(f"{tmp_path}/*.md") == (
        f"the glob {tmp_path}/*.md matches no file; give a folder, a glob such as posts/**/*.md, or files."
    )


def test_an_empty_list_is_one_sentence():
    assert sentence([]) == "the list of files is empty; give a folder, a glob such as posts/**/*.md, or files."


def test_a_list_of_files_of_which_none_exists_is_one_sentence(tmp_path):
    gone = str(tmp_path / "gone.md")
    assert sentence([gone]) == f"none of the 1 listed files exists; the first is {gone}."


def test_a_path_that_is_no_path_is_one_sentence():
    assert sentence(7) == "path=7 is no path; give a folder, a glob such as posts/**/*.md, or files."


def test_one_file_with_another_suffix_is_one_sentence(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert sentence(tmp_path / "a.pdf") == (
        f"the file {tmp_path / 'a.pdf'} has no post to read: it has 1 file with other suffixes; "
        f"the suffixes read are {SUFFIXES}."
    )


def test_other_files_in_a_folder_are_one_row_a_suffix(tmp_path):
    for name in ("1.jpg", "2.JPG", "3.css"):
        (tmp_path / name).write_bytes(b"x")
    assert rows(corpus_of(tmp_path, a_md=GOOD)) == [
        ("*.css", None, "suffix", f"1 file of this kind not read; the suffixes read are {SUFFIXES}.", "skipped"),
        ("*.jpg", None, "suffix", f"2 files of this kind not read; the suffixes read are {SUFFIXES}.", "skipped"),
    ]


def test_a_missing_file_of_a_list_is_a_row(tmp_path):
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    corpus = read_corpus([tmp_path / "a.md", tmp_path / "gone.md"])
    assert len(corpus) == 1
    assert rows(corpus) == [(str(tmp_path / "gone.md"), None, "missing", "there is no such file.", "skipped")]


@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        (b"", "empty", "the file has no text (0 bytes)."),
        (b"\n", "empty", "the file has no text (1 byte)."),
        (b" \r\n\t\n", "empty", "the file has no text (5 bytes)."),
        (b"\x00" * 80 + b"\n", "encoding", BINARY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "encoding",
         BINARY),
        (bytes(range(256)) * 4, "encoding", BINARY),
        ("会议\ue000".encode("gb18030"), "encoding",
         BINARY),
    ],
)  # fmt: skip
def test_a_file_without_text_is_a_row_and_not_a_document(tmp_path, content, kind, message):
    corpus = corpus_of(tmp_path, a_md=content, b_md=GOOD)
    assert [document.doc_id for document in corpus] == ["b"]
    assert rows(corpus) == [("a.md", None, kind, message, "skipped")]


def test_a_file_over_20_mb_is_a_row_that_names_its_size(tmp_path):
    with open(tmp_path / "big.md", "wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert rows(corpus_of(tmp_path, a_md=GOOD)) == [
        ("big.md", None, "size", "the file has 20,971,521 bytes; files of up to 20,971,520 bytes are read.", "skipped")
    ]


def test_a_file_that_may_not_be_read_is_a_row(tmp_path, monkeypatch):
    import analysis.reading.sources.file_bytes as module

    def refused(descriptor, limit):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "_all_of", refused)
    corpus = corpus_of(tmp_path, a_md=GOOD)
    assert rows(corpus) == [("a.md", None, "unreadable", "the file can't be read: permission denied.", "skipped")]
    assert repr(corpus) == "Corpus(0 documents, no dates; 1 file skipped)"


def test_a_drive_that_gives_a_few_bytes_at_a_time_gives_the_whole_file(tmp_path, monkeypatch):
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, n: read(descriptor, min(n, 7)))
    (document,) = corpus_of(tmp_path, a_md=GOOD)
    assert document.n_bytes == len(GOOD.encode())
    assert document.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_to_files_are_read_dangling_ones_are_rows_and_circles_are_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "link.md").symlink_to(elsewhere)
    (folder / "dangling.md").symlink_to(tmp_path / "gone.md")
    (folder / "circle").symlink_to(folder)
    corpus = read_corpus(folder)
    assert [document.path for document in corpus] == ["link.md"]
    assert rows(corpus) == [
        ("dangling.md", None, "unreadable", "the file can't be read: no such file or directory.", "skipped")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_a_row_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    assert rows(corpus_of(tmp_path, a_md=GOOD)) == [
        ("pipe.md", None, "unreadable", "it is not a regular file.", "skipped")
    ]


FRONT = [
    # title: broken front matter; the title that is read; rows as (line, message, action)
    ("---\ntitle: '甲'\ndate: 2021-11-12\n<p>正文。</p>", "甲",
     [(1, "the front matter has no closing `---`.", "repaired")]),
    ('---\ntitle: "他说"好"和\'行\'"\n---\n<p>正文。</p>', "他说\"好\"和'行'",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: 工信部: 召开会议\n---\n<p>正文。</p>", "工信部: 召开会议",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: [快讯] 会议\n---\n<p>正文。</p>", "[快讯] 会议",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: @某人\n---\n<p>正文。</p>", "@某人",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: *强调* 会议\n---\n<p>正文。</p>", "*强调* 会议",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: !重要 会议\n---\n<p>正文。</p>", "!重要 会议",
     [(2, "the value of 'title' is not YAML; it was read as plain text.", "repaired")]),
    ("---\ntitle: 甲\ncategories:\n\t- 金融\n---\n<p>正文。</p>", "甲",
     [(4, "tabs or full-width blanks in the indent were read as blanks.", "repaired")]),
    ("---\ntitle: 甲\x0b乙\n---\n<p>正文。</p>", "甲乙", [(2, "control characters were removed.", "repaired")]),
    ("---\ntitle：甲\nauthor: 某报\n---\n<p>正文。</p>", "甲",
     [(2, "the full-width colon after the key was read as `:`.", "repaired")]),
    ("---\ntitle: 甲\ntitle: 乙\n---\n<p>正文。</p>", "乙",
     [(3, "the key 'title' is written 2 times; the last value counts.", "repaired")]),
    ("---\n- 甲\n- 乙\n---\n<p>正文。</p>", "a",
     [(None, "the front matter is a list, not `key: value` lines.", "read without front matter")]),
    ("---\n甲乙丙\n---\n<p>正文。</p>", "a",
     [(None, "the front matter is a text, not `key: value` lines.", "read without front matter")]),
    ("---\ntitle: 甲\n  b: [1\nc: }\n---\n<p>正文。</p>", "甲",
     [(None, "the front matter is not YAML: mapping values are not allowed in this context.",
       "read without front matter")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "expected"), FRONT)
def test_broken_front_matter_is_repaired_or_set_aside_and_told(tmp_path, text, title, expected):
    corpus = corpus_of(tmp_path, a_md=text)
    document = corpus["a"]
    assert (document.title, document.text) == (title, "正文。")
    told = [(line, message, action) for _, line, kind, message, action in rows(corpus) if kind == "front matter"]
    assert told == expected


def test_a_list_as_title_is_read_as_written(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: [快讯]\n---\n正文。")
    assert corpus["a"].title == "[快讯]"
    assert rows(corpus) == [
        ("a.md", 2, "title", "part of the title is a list or a mapping to YAML; it was read as written.", "repaired")
    ]


def test_a_topic_mark_in_a_title_is_no_comment(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: 会议 #话题#\n---\n正文。")
    assert corpus["a"].title == "会议 #话题#"
    assert rows(corpus) == [
        ("a.md", 2, "title", "part of the title is a comment to YAML; it was read as written.", "repaired")
    ]


def test_a_post_without_a_title_is_named_by_its_file(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\nauthor: 某报\n---\n<p>正文。</p>")
    assert corpus["a"].title == "a"
    assert rows(corpus) == [("a.md", None, "title", "the front matter has no title; the file name is used.", "kept")]


def test_a_date_that_is_none_is_a_row_and_the_text_is_asked(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: 甲\ndate: 2021-13-45\n---\n<p>2021年11月12日</p><p>会议召开。</p>")
    assert (corpus["a"].date.isoformat(), corpus["a"].date_from) == ("2021-11-12T00:00:00+08:00", "text")
    assert rows(corpus) == [("a.md", 3, "date", "the date '2021-13-45' is no date that can be read.", "kept")]


def test_an_empty_body_is_kept_and_told(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: 甲\n---\n<div><img src=x></div>")
    assert corpus["a"].text == ""
    assert rows(corpus) == [("a.md", None, "empty body", "nothing is left of the body after cleaning.", "kept")]


def test_front_matter_over_64_kb_is_not_parsed(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: 甲\n" + "x: 1\n" * 20_000 + "---\n正文。")
    assert (corpus["a"].title, corpus["a"].text) == ("甲", "正文。")
    assert rows(corpus) == [
        ("a.md", None, "front matter", "the front matter has 100,009 characters; up to 65,536 are read as YAML.",
         "read without front matter")
    ]  # fmt: skip


TRAPS = {
    "billion laughs": "a0: &a0 [x, x]\n" + "".join(
        f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(20)
    ),
    "a circle": "a: &a [*a]\n",
    "deep brackets": "a: " + "[" * 30_000,
    "deep dashes": "- " * 30_000 + "a",
    "an object": "a: !!python/object/apply:os.system ['true']\n",
    "a key that is a list": "? [a, b]\n: c\n",
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS.keys())
def test_no_trap_in_yaml_stops_the_reading(tmp_path, trap):
    started = time.perf_counter()
    corpus = corpus_of(tmp_path, a_md=f"---\ntitle: 甲\n{trap}\n---\n<p>正文。</p>")
    assert corpus["a"].text == "正文。"
    assert set(corpus.problems["kind"]) >= {"front matter"}
    assert time.perf_counter() - started < 5


def test_damaged_utf8_is_not_taken_for_gb18030(tmp_path):
    corpus = corpus_of(tmp_path, a_txt="国务院新闻办公室举行发布会。".encode()[:-1])
    assert corpus["a"].text == "国务院新闻办公室举行发布会\ufffd"
    assert rows(corpus) == [("a.txt", None, "encoding", "1 places are not UTF-8; each was read as U+FFFD.", "repaired")]


def test_a_stray_nul_is_left_out_and_told(tmp_path):
    text = "会议召开。" * 40
    corpus = corpus_of(tmp_path, a_txt=text[:7] + "\x00" + text[7:])
    document = corpus["a"]
    assert document.text == text
    assert document.source_span(6, 8) == (6, 9)
    assert rows(corpus) == [("a.txt", None, "encoding", "1 NUL characters were left out.", "repaired")]


def test_a_comment_that_is_never_closed_hides_nothing(tmp_path):
    corpus = corpus_of(tmp_path, a_md="---\ntitle: 甲\n---\n<p>一。</p><!-- 广告 <p>二。</p>")
    assert corpus["a"].text == "一。\n广告\n二。"
    assert rows(corpus) == [
        ("a.md", 4, "markup", "a comment is never closed; what follows it was read as text.", "repaired")
    ]


def test_twins_keep_their_suffixes(tmp_path):
    corpus = corpus_of(tmp_path, a_md=GOOD, a_txt="会议召开。")
    assert [document.doc_id for document in corpus] == ["a.md", "a.txt"]


def test_progress_is_told_after_each_file(tmp_path):
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.md").write_bytes(b"")
    told = []
    read_corpus(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
