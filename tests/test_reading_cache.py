"""The cache of readings: what comes out is what went in, whoever else writes, whatever happens to the file."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document, Field, Removed
from analysis.errors import CorpusError
from analysis.reading import read_corpus, scan_corpus
from analysis.reading.cache import database as module
from analysis.reading.cache.database import LIBRARIES, SOURCES, Cache, key_of, reader_version
from analysis.reading.cache.stored import restored, stored
from analysis.reading.options import Options
from analysis.reading.post import Reading
from analysis.reading.problems import Problem, Skipped
from analysis.reading.sources import Item
from analysis.spans import OffsetMap
from tests.test_floors import DOORS, MODULES, imports, name_of

TEXT = st.text(alphabet=st.characters())  # lone surrogates too
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(-timedelta(minutes=90))])
MOMENTS = st.datetimes(timezones=ZONES | st.none()).map(lambda moment: moment.replace(fold=0))
VALUES = st.recursive(
    TEXT | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none() | MOMENTS | st.dates()
    | st.times().map(lambda time: time.replace(fold=0)),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXT, inner),
    max_leaves=12,
)  # fmt: skip
NUMBERS = st.integers(0, 10**12)
DOCUMENTS = st.builds(
    Document,
    doc_id=TEXT, title=TEXT, text=TEXT, date=st.none() | MOMENTS, source=TEXT,
    metadata=st.dictionaries(TEXT, VALUES), path=TEXT, date_from=TEXT,
    origin=st.none() | st.builds(OffsetMap, st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS)), NUMBERS),
    sha256=TEXT, n_bytes=NUMBERS, encoding=TEXT, container=TEXT,
    removed=st.lists(st.builds(Removed, TEXT, TEXT, NUMBERS, NUMBERS, TEXT)).map(tuple),
    fields=st.lists(st.builds(Field, TEXT, TEXT, NUMBERS, NUMBERS)).map(tuple),
)  # fmt: skip
PROBLEMS = st.lists(st.builds(Problem, TEXT, st.none() | NUMBERS, TEXT, TEXT, TEXT))


def exactly(value: object) -> object:
    """The value with its types, so that (1,) is not [1], True is not 1, and 08:00+08:00 not 00:00Z."""
    if isinstance(value, dict):
        return dict, [(exactly(key), exactly(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [exactly(item) for item in value]
    return type(value), repr(value) if isinstance(value, float | datetime) else value


@settings(deadline=None)
@given(DOCUMENTS, PROBLEMS)
def test_a_reading_comes_back_exactly(document, problems):
    reading = Reading(document, problems)
    back = restored(stored(reading, b"key"), b"key")
    assert back == reading
    for name in Document.__slots__:
        assert exactly(getattr(back.document, name)) == exactly(getattr(document, name))


@given(st.binary(max_size=40), st.integers(0, 300), st.integers(1, 255))
def test_damaged_bytes_give_nothing(noise, place, change):
    whole = stored(Reading(Document("a", text="会议召开。"), []), b"key")
    damaged = bytearray(whole)
    damaged[place % len(whole)] ^= change
    assert restored(bytes(damaged), b"key") is None
    assert restored(whole[: place % len(whole)], b"key") is None
    assert restored(noise, b"key") is None


class Moment(datetime):
    """A date of another class."""


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", Moment(2021, 11, 12), datetime(2021, 11, 12, fold=1), Problem])
def test_what_could_not_come_back_equal_is_not_kept(value):
    assert stored(Reading(Document("a", metadata={"value": value}), []), b"key") is None


def test_a_skip_comes_back_with_its_kind():
    back = restored(stored(Skipped("empty", "the file has no text."), b"key"), b"key")
    assert (back.kind, str(back)) == ("empty", "the file has no text.")


def item(name: str = "a.md", doc_id: str = "a", container: str = "") -> Item:
    return Item(name, doc_id, container, lambda: b"")


@pytest.mark.parametrize(
    "other",
    [
        (b"bytez", item(), Options()),
        (b"bytes", item("b.md"), Options()),
        (b"bytes", item(doc_id="a.md"), Options()),
        (b"bytes", item(container="x.zip"), Options()),
        (b"bytes", item()._replace(record={}), Options()),
        (b"bytes", item(), Options(encoding="big5")),
        (b"bytes", item(), Options(drafts=True)),
        (b"bytes", item(), Options(columns={"text": "正文"})),
    ],
)
def test_the_key_holds_all_that_decides_a_reading(other):
    assert key_of(b"bytes", item(), Options()) != key_of(*other)


def test_what_is_done_after_reading_is_not_in_the_key():
    assert key_of(b"", item(), Options()) == key_of(b"", item(), Options(strict=True, learn=False))


def test_the_version_of_the_reader_knows_every_library_that_reads():
    from importlib.metadata import packages_distributions

    installed = packages_distributions()
    doors = {name for name, room in DOORS.items() if room.split(".")[0] == "reading" and name in installed}
    assert {distribution for name in doors for distribution in installed[name]} <= set(LIBRARIES)


def test_the_version_of_the_reader_knows_every_source_that_reads():
    """Errors, tables and progress make no document; the roof is imported for the version's number."""
    reading = [path for path in MODULES if name_of(path).split(".")[0] == "reading"]
    used = {name.split(".")[1] for path in reading for name, _ in imports(path) if name.startswith("analysis.")}
    assert used - {"errors", "tables", "progress", "__version__"} <= {name.removesuffix(".py") for name in SOURCES}


def test_the_version_of_the_reader_changes_with_a_rule(monkeypatch, tmp_path):
    (tmp_path / "reading").mkdir()
    (tmp_path / "reading" / "rule.py").write_text("A = 1", encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda package: tmp_path)
    monkeypatch.setattr(module, "SOURCES", ("reading",))
    before = reader_version.__wrapped__()
    assert reader_version.__wrapped__() == before
    (tmp_path / "reading" / "rule.py").write_text("A = 2", encoding="utf-8")
    assert reader_version.__wrapped__() != before


def posts(folder: Path, n: int) -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(n):
        text = f"---\ntitle: 会议{i}\ndate: 2021-11-12\n---\n<p>来源：工人日报</p><p>第{i}次会议召开。</p>"
        (folder / f"{i:04}.md").write_text(text, encoding="utf-8")
    return folder


def same(one: Corpus, other: Corpus) -> bool:
    return list(one) == list(other) and one.problems.equals(other.problems) and one.fingerprint == other.fingerprint


def test_a_second_run_finds_everything_and_reads_the_same(tmp_path):
    folder = posts(tmp_path / "posts", 3)
    (folder / "empty.md").write_bytes(b"")
    (folder / "broken.md").write_text("---\ntitle: 快讯: 会议\n---\n<p>会议。</p>", encoding="utf-8")
    plain = read_corpus(folder)
    for found, added in ((0, 5), (5, 0)):
        with Cache(tmp_path / "reading.cache") as cache:
            assert same(read_corpus(folder, cache=cache), plain)
            assert (cache.found, cache.added) == (found, added)


def test_a_changed_file_is_read_again(tmp_path):
    folder = posts(tmp_path / "posts", 3)
    read_corpus(folder, cache=tmp_path / "reading.cache")
    (folder / "0001.md").write_text("---\ntitle: 乙\n---\n新的正文。", encoding="utf-8")
    with Cache(tmp_path / "reading.cache") as cache:
        corpus = read_corpus(folder, cache=cache)
        assert (cache.found, cache.added, corpus["0001"].text) == (2, 1, "新的正文。")


def test_shards_use_the_cache_too(tmp_path):
    folder = posts(tmp_path / "posts", 5)
    read_corpus(folder, cache=tmp_path / "reading.cache")
    with Cache(tmp_path / "reading.cache") as cache:
        shards = list(scan_corpus(folder, documents_per_shard=2, cache=cache))
        assert ([len(shard) for shard in shards], cache.found) == ([2, 2, 1], 5)


def test_a_scan_that_is_given_up_keeps_what_it_read(tmp_path):
    folder = posts(tmp_path / "posts", 5)
    scan = scan_corpus(folder, documents_per_shard=2, cache=tmp_path / "reading.cache")
    next(scan)
    scan.close()
    with Cache(tmp_path / "reading.cache") as cache:
        read_corpus(folder, cache=cache)
        assert (cache.found, cache.added) == (3, 2)


def test_another_version_of_the_reader_finds_nothing_and_begins_anew(tmp_path, monkeypatch):
    folder = posts(tmp_path / "posts", 3)
    read_corpus(folder, cache=tmp_path / "reading.cache")
    monkeypatch.setattr(module, "reader_version", lambda: "another")
    for found, added in ((0, 3), (3, 0)):
        with Cache(tmp_path / "reading.cache") as cache:
            read_corpus(folder, cache=cache)
            assert (cache.found, cache.added) == (found, added)
    assert rows_in(tmp_path / "reading.cache") == 3


def rows_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("SELECT count(*) FROM readings").fetchone()[0]
    finally:
        connection.close()


def test_another_layout_is_made_anew(tmp_path):
    folder = posts(tmp_path / "posts", 3)
    path = tmp_path / "reading.cache"
    read_corpus(folder, cache=path)
    change(path, "PRAGMA user_version = 99")
    read_corpus(folder, cache=path)
    assert rows_in(path) == 3


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()


def test_a_damaged_or_swapped_entry_is_read_again(tmp_path):
    folder = posts(tmp_path / "posts", 4)
    path = tmp_path / "reading.cache"
    plain = read_corpus(folder, cache=path)
    change(
        path,
        "UPDATE readings SET value = x'00' WHERE rowid = 1",
        "UPDATE readings SET value = 'text' WHERE rowid = 2",
        "UPDATE readings SET value = (SELECT value FROM readings WHERE rowid = 4) WHERE rowid = 3",
    )
    for found, added in ((1, 3), (4, 0)):
        with Cache(path) as cache:
            assert same(read_corpus(folder, cache=cache), plain)
            assert (cache.found, cache.added) == (found, added)


def sentence(path: object) -> str:
    with pytest.raises(CorpusError) as caught, Cache(path) as cache:
        cache.put(b"key", Reading(Document("a"), []))
    return str(caught.value)


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Notes that are no cache, and long enough to be none.\n" * 40, encoding="utf-8")
    before = path.read_bytes()
    assert sentence(path) == f"cache={str(path)!r} is another kind of file; name a new file."
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    change(path, "CREATE TABLE mine (a)")
    before = path.read_bytes()
    assert sentence(path) == f"cache={str(path)!r} is a database of another program; name a new file."
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_cache(tmp_path):
    (tmp_path / "reading.cache").touch()
    read_corpus(posts(tmp_path / "posts", 2), cache=tmp_path / "reading.cache")
    assert rows_in(tmp_path / "reading.cache") == 2


def test_a_folder_or_a_place_that_is_not_there_is_one_sentence(tmp_path):
    for path in (tmp_path, tmp_path / "gone" / "reading.cache"):
        assert sentence(path) == (
            f"cache={str(path)!r} can't be used: unable to open database file; name a file in a folder that may be written."
        )
    assert sentence(7) == "cache=7 is no path; name a file in a folder that may be written."
    assert sentence("") == "cache='' is no path; name a file in a folder that may be written."


def test_a_read_only_cache_is_one_sentence_before_the_long_work(tmp_path, monkeypatch):
    path = tmp_path / "reading.cache"
    Cache(path).close()
    connect = sqlite3.connect
    monkeypatch.setattr(
        module.sqlite3, "connect", lambda name, **options: connect(f"file:{name}?mode=ro", uri=True, **options)
    )
    with pytest.raises(CorpusError) as caught:
        Cache(path)
    assert str(caught.value) == (
        f"cache={str(path)!r} can't be used: attempt to write a readonly database; "
        "name a file in a folder that may be written."
    )


def test_a_full_disk_is_one_sentence_and_leaves_what_was_kept(tmp_path):
    path = tmp_path / "reading.cache"
    big = Reading(Document("a", text="会议召开。" * 50_000), [])
    with pytest.raises(CorpusError) as caught, Cache(path) as cache:
        cache.put(b"small", Reading(Document("b"), []))
        cache.flush()
        cache._file.execute("PRAGMA max_page_count = 20")  # SQLite's own word for a full disk
        cache.put(b"big", big)
    assert str(caught.value) == (
        f"cache={str(path)!r} can't be used: database or disk is full; name a file in a folder that may be written."
    )
    assert rows_in(path) == 1


def test_damage_anywhere_in_the_file_gives_a_sentence_or_the_right_documents(tmp_path):
    folder = posts(tmp_path / "posts", 40)
    path = tmp_path / "reading.cache"
    plain = read_corpus(folder, cache=path)
    whole = path.read_bytes()
    right = refused = 0
    for start in range(0, len(whole), 1021):
        path.write_bytes(whole[:start] + b"\xa5" * 64 + whole[start + 64 :])
        try:
            corpus = read_corpus(folder, cache=path)
        except CorpusError as error:
            assert str(error).count("\n") == 0
            refused += 1
        else:
            assert same(corpus, plain)
            right += 1
    assert right > 10 and refused >= 1


@pytest.mark.parametrize("length", [1, 100, 4096, 10_000])
def test_a_file_that_was_cut_short_gives_a_sentence_or_the_right_documents(tmp_path, length):
    folder = posts(tmp_path / "posts", 40)
    path = tmp_path / "reading.cache"
    plain = read_corpus(folder, cache=path)
    path.write_bytes(path.read_bytes()[:length])
    try:
        assert same(read_corpus(folder, cache=path), plain)
    except CorpusError as error:
        assert str(error).startswith(f"cache={str(path)!r} is ")


def read_in_a_process(folder: str, path: str) -> tuple[str, int]:
    with Cache(path) as cache:
        corpus = read_corpus(folder, cache=cache)
        return corpus.fingerprint, cache.found + cache.added


def test_several_processes_may_write_one_cache(tmp_path):
    folder, path = posts(tmp_path / "posts", 600), tmp_path / "reading.cache"
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        results = pool.starmap(read_in_a_process, [(str(folder), str(path))] * 3)
    assert results == [(read_corpus(folder).fingerprint, 600)] * 3
    assert rows_in(path) == 600


def test_ctrl_c_keeps_what_was_read_and_the_next_run_resumes(tmp_path):
    folder, path = posts(tmp_path / "posts", 30), tmp_path / "reading.cache"

    def stop(done: int, total: int | None) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_corpus(folder, cache=path, progress=stop)
    assert rows_in(path) == 20
    with Cache(path) as cache:
        assert same(read_corpus(folder, cache=cache), read_corpus(folder))
        assert (cache.found, cache.added) == (20, 10)


ENDLESS = """
import sys, time
from analysis.reading import read_corpus
def slowly(done, total):
    print(done, flush=True)
    time.sleep(0.002)
read_corpus(sys.argv[1], cache=sys.argv[2], progress=slowly)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL] if os.name != "nt" else [])
def test_a_signal_leaves_a_cache_that_the_next_run_uses(tmp_path, stop):
    folder, path = posts(tmp_path / "posts", 600), tmp_path / "reading.cache"
    process = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(folder), str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )  # fmt: skip
    with process:
        for line in process.stdout:
            if line.strip() == "300":
                process.send_signal(stop)
                break
        process.wait(timeout=60)
    kept = rows_in(path)
    assert kept >= 300 if stop == signal.SIGINT else kept == 256  # killed outright, the last batch is lost and no more
    with Cache(path) as cache:
        assert same(read_corpus(folder, cache=cache), read_corpus(folder))
        assert (cache.found, cache.added) == (kept, 600 - kept)


def test_the_cache_waits_for_another_writer(tmp_path, monkeypatch):
    path = tmp_path / "reading.cache"
    Cache(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    begun = time.monotonic()
    try:
        assert sentence(path) == (
            f"cache={str(path)!r} can't be used: database is locked; name a file in a folder that may be written."
        )
    finally:
        other.close()
    assert time.monotonic() - begun < 5


def test_nothing_is_left_beside_the_cache(tmp_path):
    read_corpus(posts(tmp_path / "posts", 3), cache=tmp_path / "reading.cache")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["posts", "reading.cache"]
