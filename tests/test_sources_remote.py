"""Trees behind a protocol are read like folders; without fsspec that is one sentence."""

import sys
import zipfile

import pytest

from analysis.errors import CorpusError
from analysis.reading.sources import find_items
from tests.sources import ids, put, read, told

POST = "---\ntitle: 甲\n---\n会议召开。"


@pytest.fixture
def memory():
    fsspec = pytest.importorskip("fsspec", reason="remote trees need fsspec: pip install 'analysis[remote]'")
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/", recursive=True)


def sentence(path):
    with pytest.raises(CorpusError) as caught:
        find_items(path)
    return str(caught.value)


def test_a_bucket_is_read_like_a_folder(memory, tmp_path):
    files = {"b.md": POST, "a/2.md": POST, "a/1.txt": "会议。", "t.csv": "正文\n甲\n", "x.jpg": "x", ".git/c.md": POST,
             "_config.yml": "", "public/d.md": POST, "_drafts/e.md": POST}  # fmt: skip
    for name, content in files.items():
        memory.pipe(f"/posts/{name}", content.encode())
        put(tmp_path / name, content)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("q.md", POST)
    memory.pipe("/posts/z.zip", (tmp_path / "z.zip").read_bytes())
    remote = read("memory://posts")
    assert [d.path for d in remote[0]] == ["b.md", "t.csv/1", "z.zip/q.md", "a/1.txt", "a/2.md"]
    assert remote[1] == read(tmp_path)[1]
    assert [(d.doc_id, d.text, d.sha256) for d in remote[0]] == [
        (d.doc_id, d.text, d.sha256) for d in read(tmp_path)[0]
    ]


def test_one_remote_file_is_a_corpus(memory):
    memory.pipe("/posts/a.md", POST.encode())
    memory.pipe("/posts/t.csv", "正文\n甲\n乙\n".encode())
    assert ids("memory://posts/a.md") == ["a"]
    assert ids("memory://posts/t.csv") == ["1", "2"]


def test_urls_of_files_and_chained_ones_work(memory, tmp_path):
    put(tmp_path / "posts" / "a.md", POST)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("2021/b.md", POST)
    assert ids((tmp_path / "posts").as_uri()) == ["a"]
    assert ids(f"zip://::{(tmp_path / 'z.zip').as_uri()}") == ["2021/b"]


def test_a_remote_path_that_is_not_there_is_one_sentence(memory):
    assert sentence("memory://gone") == "there is no file or folder memory://gone."
    assert sentence("nosuch://a") == "nosuch://a can't be opened: protocol not known: nosuch."
    memory.makedirs("/empty")
    assert sentence("memory://empty").startswith("the folder memory://empty has no post to read: it is empty; ")


def test_a_remote_file_that_fails_is_a_row(memory, monkeypatch):
    memory.pipe("/posts/a.md", POST.encode())
    memory.pipe("/posts/t.csv", b"x")

    def refused(*rest, **more):
        raise PermissionError("Access denied")

    monkeypatch.setattr(type(memory), "_open", refused)
    why = "the file can't be read: access denied."
    assert told("memory://posts") == [
        ("a.md", None, "unreadable", why, "skipped"), ("t.csv", None, "unreadable", why, "skipped")
    ]  # fmt: skip


def test_a_missing_fsspec_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    assert sentence("s3://bucket/posts") == (
        "reading s3://bucket/posts needs the library fsspec; install it with: pip install 'analysis[remote]'."
    )
