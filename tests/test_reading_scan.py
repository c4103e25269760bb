"""Shards, strict reading, and where a document comes from."""

import hashlib
import shutil
import sys
import tracemalloc
from pathlib import Path

import pytest

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError, CorpusError
from analysis.reading import read_corpus, scan_corpus
from analysis.reading.furniture import learn_furniture

POST = "---\ntitle: '会议{n}'\ndate: 2021-11-{day:02}\n---\n<div><p>　　第{n}次会议召开。</p></div>\n"


def posts(folder: Path, n: int) -> Path:
    for i in range(n):
        (folder / f"{i:04}.md").write_text(POST.format(n=i, day=i % 28 + 1), encoding="utf-8")
    return folder


def rows(corpus: Corpus) -> list[tuple]:
    frame = corpus.problems.astype(object).where(corpus.problems.notna(), None)
    return [tuple(row) for row in frame.itertuples(index=False)]


@pytest.mark.parametrize("size", [1, 3, 7, 8, 100])
def test_the_shards_together_are_the_corpus(tmp_path, size):
    posts(tmp_path, 7)
    (tmp_path / "bad.md").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"png")
    whole = read_corpus(tmp_path, learn=False)
    shards = list(scan_corpus(tmp_path, documents_per_shard=size))
    assert sum(map(len, shards)) == 7 and max(map(len, shards)) <= size
    assert list(Corpus(document for shard in shards for document in shard)) == list(whole)
    assert sorted(row for shard in shards for row in rows(shard)) == sorted(rows(whole))


def test_each_shard_has_its_own_problems_and_the_last_those_of_the_source(tmp_path):
    posts(tmp_path, 4)
    (tmp_path / "0001.md").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"png")
    shards = list(scan_corpus(tmp_path, documents_per_shard=2))
    assert [[(path, kind) for path, _, kind, _, _ in rows(shard)] for shard in shards] == [
        [("0001.md", "empty")],
        [("*.png", "suffix")],
    ]


def test_a_folder_without_a_readable_file_is_one_empty_shard(tmp_path):
    (tmp_path / "a.md").write_bytes(b"")
    assert [repr(shard) for shard in scan_corpus(tmp_path)] == ["Corpus(0 documents, no dates; 1 file skipped)"]


@pytest.mark.parametrize("size", [0, -1, 2.0, True, "8"])
def test_a_size_that_is_no_count_is_told_at_once(tmp_path, size):
    with pytest.raises(CorpusError) as caught:
        scan_corpus(tmp_path, documents_per_shard=size)
    assert str(caught.value) == f"documents_per_shard={size!r} is not allowed; give a whole number from 1 up."


def test_a_path_that_is_not_there_is_told_at_once(tmp_path):
    with pytest.raises(CorpusError, match="there is no file or folder"):
        scan_corpus(tmp_path / "gone")


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="memory is counted by CPython")
def test_the_memory_of_a_scan_does_not_grow_with_the_corpus(tmp_path):
    body = "<p>" + "会议召开。" * 400 + "</p>"

    def peak(n: int) -> int:
        folder = tmp_path / str(n)
        for i in range(n):  # the names of one folder are held: 64 of them
            (folder / str(i // 64)).mkdir(parents=True, exist_ok=True)
            (folder / str(i // 64) / f"{i}.md").write_text(f"---\ntitle: 会议{i}\n---\n{body}", encoding="utf-8")
        tracemalloc.start()
        for shard in scan_corpus(folder, documents_per_shard=16):
            assert len(shard)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    peak(32)  # what is imported and compiled on the way
    assert peak(640) < 1.3 * peak(64)


STRICT = {
    "a repair": ("---\ntitle: 甲\nauthor: 网站: 某报\n---\n<p>正文。</p>",
                 "a.md:3: the value of 'author' is not YAML; it was read as plain text"),
    "a key twice": ("---\ntitle: 甲\ntitle: 乙\n---\n正文。",
                    "a.md:3: the key 'title' is written 2 times; the last value counts"),
    "no closing fence": ("---\ntitle: 甲\n<p>正文。</p>", "a.md:1: the front matter has no closing `---`"),
    "no mapping": ("---\n- 甲\n---\n正文。", "a.md: the front matter is a list, not `key: value` lines"),
    "a NUL": ("会议召开。" * 40 + "\x00", "a.md: 1 NUL characters were left out"),
    "no text": ("", "a.md: the file has no text (0 bytes)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "start"), STRICT.values(), ids=STRICT.keys())
def test_strict_makes_an_error_of_a_repair_or_a_skip(tmp_path, text, start):
    (tmp_path / "a.md").write_text(text, encoding="utf-8", newline="")
    for read in (read_corpus, lambda path, strict: list(scan_corpus(path, strict=strict))):
        with pytest.raises(CorpusError) as caught:
            read(tmp_path, strict=True)
        assert str(caught.value) == f"{start}; strict=True allows no repair and no skip, and this is the only one."


def test_strict_tells_the_first_and_how_many_more(tmp_path):
    posts(tmp_path, 2)
    (tmp_path / "b.md").write_text("---\ntitle：甲\nauthor: 某报: 网\n---\n正文。", encoding="utf-8")
    (tmp_path / "c.md").write_bytes(b"")
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path, strict=True)
    assert str(caught.value) == (
        "b.md:2: the full-width colon after the key was read as `:`; "
        "strict=True allows no repair and no skip, and there are 2 more."
    )
    assert len(read_corpus(tmp_path)) == 3


def test_strict_reads_the_same_where_nothing_is_wrong(tmp_path):
    posts(tmp_path, 3)
    assert list(read_corpus(tmp_path, strict=True)) == list(read_corpus(tmp_path))


def test_strict_lets_pass_what_is_told_and_left_as_it_is(tmp_path):
    posts(tmp_path, 1)
    (tmp_path / "photo.md").write_text("---\ntitle: 图片\n---\n<img src=x>", encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"png")
    assert [row[2] for row in rows(read_corpus(tmp_path, strict=True))] == ["suffix", "empty body"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"encoding": "klingon"},
         "encoding='klingon' is not known; give the name of a codec such as 'utf-8', 'gb18030' or 'big5'."),
        ({"columns": ["正文"]}, "columns=['正文'] is no mapping; give one such as {'text': '正文'}."),
    ],
)  # fmt: skip
def test_an_option_that_is_not_allowed_is_one_sentence(tmp_path, options, sentence):
    posts(tmp_path, 1)
    with pytest.raises(AnalysisError) as caught:
        read_corpus(tmp_path, **options)
    assert str(caught.value) == sentence


def test_a_document_knows_the_bytes_it_came_from(tmp_path):
    data = POST.format(n=1, day=2).encode("gb18030")
    (tmp_path / "a.md").write_bytes(data)
    document = read_corpus(tmp_path)["a"]
    assert (document.sha256, document.n_bytes, document.encoding, document.container) == (
        hashlib.sha256(data).hexdigest(), len(data), "gb18030", "",
    )  # fmt: skip


def test_the_fingerprint_is_that_of_the_documents_wherever_they_lie(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    for folder in (here, there):
        folder.mkdir(parents=True)
        posts(folder, 5)
    fingerprint = read_corpus(here).fingerprint
    assert read_corpus(tmp_path / "there").fingerprint == fingerprint
    assert read_corpus(here, cache=tmp_path / "reading.cache").fingerprint == fingerprint
    assert read_corpus(here, cache=tmp_path / "reading.cache").fingerprint == fingerprint
    assert Corpus(d for shard in scan_corpus(here, documents_per_shard=2) for d in shard).fingerprint == fingerprint


def test_the_fingerprint_changes_with_any_fact():
    made = [
        Corpus([Document("a", *facts)])
        for facts in [("甲", "乙"), ("甲乙", ""), ("", "甲乙"), ("甲", "乙丙"), ("", "")]
    ] + [Corpus([]), Corpus([Document("a", "甲", "乙"), Document("b", "甲", "乙")])]
    assert len({corpus.fingerprint for corpus in made}) == len(made)


FOOTER = "临江在线手机版上线啦 扫码领红包"


def with_footers(folder: Path) -> Path:
    for i, word in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"):
        text = f"---\ntitle: 会议{word}\nsource: 临江在线\n---\n<p>{word * 3}会议在第{i}会议室召开。</p><p>{FOOTER}</p>"
        (folder / f"{i:02}.md").write_text(text, encoding="utf-8")
    return folder


def test_lines_that_recur_are_learned_from_the_whole_corpus(tmp_path):
    with_footers(tmp_path)
    for learn, n in ((True, 0), (False, 20)):
        assert sum(FOOTER in document.text for document in read_corpus(tmp_path, learn=learn)) == n


def test_a_scan_takes_out_what_an_earlier_scan_has_learned(tmp_path):
    with_footers(tmp_path)
    learned = learn_furniture(document for shard in scan_corpus(tmp_path, documents_per_shard=3) for document in shard)
    plain = [document for shard in scan_corpus(tmp_path, documents_per_shard=3) for document in shard]
    clean = [d for shard in scan_corpus(tmp_path, documents_per_shard=3, learned=learned) for d in shard]
    assert sum(FOOTER in document.text for document in plain) == 20
    assert clean == list(read_corpus(tmp_path))


def test_what_was_learned_is_not_kept_in_the_cache(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    with_footers(folder)
    read_corpus(folder, cache=tmp_path / "reading.cache")
    corpus = read_corpus(folder, learn=False, cache=tmp_path / "reading.cache")
    assert all(FOOTER in document.text for document in corpus)


def test_a_folder_its_archives_and_its_cache_give_the_same_documents(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    posts(folder, 5)
    (folder / "深").mkdir()
    (folder / "深" / "层.txt").write_text("来自深层的会议消息。\n会议召开。", encoding="gb18030")
    for kind in ("zip", "gztar"):
        shutil.make_archive(str(tmp_path / "dump"), kind, folder)
    plain = read_corpus(folder)
    sources = [tmp_path / "dump.zip", tmp_path / "dump.tar.gz", [tmp_path / "dump.zip"], f"{folder}/**/*"]
    for source in sources:
        for _ in range(2):
            corpus = read_corpus(source, cache=tmp_path / "reading.cache")
            assert corpus.fingerprint == plain.fingerprint
            assert sorted(document.sha256 for document in corpus) == sorted(document.sha256 for document in plain)
    assert {document.container for document in read_corpus(tmp_path / "dump.zip")} == {"dump.zip"}


def test_a_table_goes_through_the_cache_with_its_columns(tmp_path):
    (tmp_path / "posts.csv").write_text(
        "标题,正文,摘要\n甲,会议召开。,摘要一。\n乙,大会闭幕。,摘要二。\n", encoding="utf-8"
    )
    for columns, texts in ((None, ["会议召开。", "大会闭幕。"]), ({"text": "摘要"}, ["摘要一。", "摘要二。"])):
        for _ in range(2):
            corpus = read_corpus(tmp_path / "posts.csv", columns=columns, cache=tmp_path / "reading.cache")
            assert [document.text for document in corpus] == texts


def test_the_number_of_members_of_an_archive_is_not_counted_beforehand(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    posts(folder, 3)
    shutil.make_archive(str(tmp_path / "dump"), "zip", folder)
    told = []
    read_corpus(tmp_path / "dump.zip", progress=lambda *step: told.append(step))
    shutil.copy(tmp_path / "dump.zip", folder)
    read_corpus(folder, progress=lambda *step: told.append(step))
    assert told == [(1, None), (2, None), (3, None)] + [(n, None) for n in range(1, 7)]
