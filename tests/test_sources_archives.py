"""Archives: read as the folder they are of, and nothing that a hostile one holds does harm."""

import bz2
import gzip
import io
import lzma
import os
import random
import stat
import struct
import tarfile
import time
import warnings
import zipfile

import pytest

from analysis.errors import CorpusError
from analysis.reading.post import MAX_BYTES
from analysis.reading.sources import find_items, read_item
from tests.sources import ids, put, read, told

POST = "---\ntitle: 甲\n---\n会议召开。"
FILES = {
    "b.md": POST, "2021/a.md": POST, "2021/a.txt": "会议。", "2021/c.html": "<p>会议。</p>", "表/posts.csv": "标题,正文\n甲,会议。\n",
    "2021/图.jpg": "x", "posts/1.md": POST, "posts.jsonl": '{"text": "会议。"}\n',
}  # fmt: skip


def zipped(file, members, **how):
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two members with one name
        for name, content in members if isinstance(members, list) else members.items():
            archive.writestr(name, content, **how)
    return file


def tarred(file, members, mode="w"):
    with tarfile.open(file, mode) as archive:
        for name, content in members if isinstance(members, list) else members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file


MAKE = {
    "dump.zip": zipped,
    "dump.tar": tarred,
    "dump.tar.gz": lambda file, members: tarred(file, members, "w:gz"),
    "dump.tgz": lambda file, members: tarred(file, members, "w:gz"),
    "dump.tar.bz2": lambda file, members: tarred(file, members, "w:bz2"),
    "dump.tar.xz": lambda file, members: tarred(file, members, "w:xz"),
}
KINDS = pytest.mark.parametrize("kind", MAKE)
TWO = pytest.mark.parametrize("kind", ["dump.zip", "dump.tar"])


def facts(documents):
    return sorted((d.doc_id, d.title, d.text, d.date, d.sha256, d.n_bytes, d.encoding) for d in documents)


@KINDS
def test_an_archive_gives_what_its_folder_gives(tmp_path, kind):
    for name, content in FILES.items():
        put(tmp_path / "folder" / name, content)
    MAKE[kind](tmp_path / kind, FILES)
    of_folder, of_archive = read(tmp_path / "folder"), read(tmp_path / kind)
    assert facts(of_archive[0]) == facts(of_folder[0])
    assert sorted(d.doc_id for d in of_archive[0]) == [
        "2021/a.md", "2021/a.txt", "2021/c", "b", "posts.jsonl/1", "posts/1", "表/posts/1"
    ]  # fmt: skip
    assert [row.path for row in of_archive[1]] == [row.path for row in of_folder[1]] == ["*.jpg"]


@KINDS
def test_an_archive_in_a_folder_stands_in_the_path_and_in_the_id(tmp_path, kind):
    put(tmp_path / "a.md", POST)
    MAKE[kind](tmp_path / kind, {"2021/b.md": POST, "t.csv": "正文\n会议。\n"})
    found = {d.doc_id: (d.path, d.container) for d in read(tmp_path)[0]}
    assert found == {
        "a": ("a.md", ""),
        "dump/2021/b": (f"{kind}/2021/b.md", kind),
        "dump/t/1": (f"{kind}/t.csv/1", f"{kind}/t.csv"),
    }


def test_archives_and_folders_of_one_name_keep_their_suffixes(tmp_path):
    put(tmp_path / "dump" / "a.md", POST)
    zipped(tmp_path / "dump.zip", {"a.md": POST})
    tarred(tmp_path / "dump.tar", {"a.md": POST})
    assert ids(tmp_path) == ["dump.tar/a", "dump.zip/a", "dump/a"]


@pytest.mark.parametrize(
    ("codec", "hint", "name"), [("gb18030", None, "新闻/会议召开"), ("big5", "big5", "新聞/會議召開")]
)
def test_names_of_a_chinese_zip_are_read_right(tmp_path, codec, hint, name):
    """Written as Windows in Chinese does: without the mark of UTF-8. Big5 names take the hint for the texts."""

    class Plain(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):  # the library's name
            return self.filename.encode(codec), self.flag_bits & ~0x800

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(Plain(f"{name}.md"), POST)
    (document,), _ = read(tmp_path / "a.zip", encoding=hint)
    assert (document.doc_id, document.path) == (name, f"a.zip/{name}.md")


def test_names_of_a_chinese_tar_are_read_right(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w", encoding="gb18030", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("会议.txt")
        info.size = 6
        archive.addfile(info, io.BytesIO("会议".encode()))
    assert ids(tmp_path / "a.tar") == ["会议"]


@TWO
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path, kind):
    MAKE[kind](
        tmp_path / kind, {"../../a.md": POST, "/etc/b.md": POST, "C:\\c.md": POST, "x/../d.md": POST, "e.md": POST}
    )
    refused = "the member's name leads out of the archive; it was not read."
    assert [d.doc_id for d in read(tmp_path / kind)[0]] == ["e"]
    assert sorted(told(tmp_path / kind)) == sorted(
        (f"{kind}/{name}", None, "archive", refused, "skipped")
        for name in ("../../a.md", "/etc/b.md", "C:\\c.md", "x/../d.md")
    )


def test_links_are_not_followed(tmp_path):
    put(tmp_path / "secret.md", "秘密")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("link.md")
            info.type, info.linkname = kind, str(tmp_path / "secret.md")
            archive.addfile(info)
        info = tarfile.TarInfo("a.md")
        info.size = len(POST.encode())
        archive.addfile(info, io.BytesIO(POST.encode()))
    link = zipfile.ZipInfo("link.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    zipped(tmp_path / "b.zip", [(link, str(tmp_path / "secret.md")), ("a.md", POST)])
    for name, n in (("a.tar", "4 members"), ("b.zip", "1 member")):
        documents, problems = read(tmp_path / name)
        assert [d.text for d in documents] == ["会议召开。"]
        assert [tuple(problem) for problem in problems] == [
            (name, None, "archive", f"{n} not read: links, devices and pipes are not followed.", "skipped")
        ]


@TWO
def test_members_of_one_name_are_all_read(tmp_path, kind):
    MAKE[kind](tmp_path / kind, [("a.md", "一"), ("a.md", "二"), ("a.md", "三")])
    assert [(d.doc_id, d.text) for d in read(tmp_path / kind)[0]] == [
        ("a.md", "一"),
        ("a.md~2", "二"),
        ("a.md~3", "三"),
    ]


@TWO
def test_a_member_over_20_mb_is_a_row(tmp_path, kind):
    MAKE[kind](tmp_path / kind, {"a.md": random.Random(0).randbytes(MAX_BYTES + 1), "b.md": POST})
    assert [d.doc_id for d in read(tmp_path / kind)[0]] == ["b"]
    message = "the member has 20,971,521 bytes; members of up to 20,971,520 bytes are read."
    assert told(tmp_path / kind) == [(f"{kind}/a.md", None, "size", message, "skipped")]


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path):
    data = bytearray(zipped(tmp_path / "a.zip", {"a.md": "甲" * 100_000, "b.md": POST}).read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = (10).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data)
    documents, problems = read(tmp_path / "a.zip")
    assert [d.doc_id for d in documents] == ["b"]
    assert [(p.path, p.message) for p in problems] == [
        ("a.zip/a.md", "the member can't be read: bad CRC-32 for file 'a.md'.")
    ]


def test_an_encrypted_member_and_a_bad_sum_are_rows(tmp_path):
    file = zipped(tmp_path / "a.zip", {"a.md": POST, "b.md": POST, "c.md": POST}, compress_type=zipfile.ZIP_STORED)
    data = bytearray(file.read_bytes())
    data[data.index("会议".encode())] ^= 1  # of a.md
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark, data.index(b"b.md") - 60 if mark[2] == 3 else data.rindex(b"b.md") - 50)
        data[at + place] |= 1
    file.write_bytes(data)
    documents, problems = read(file)
    assert [d.doc_id for d in documents] == ["c"]
    assert [(p.path, p.kind, p.message) for p in problems] == [
        ("a.zip/a.md", "archive", "the member can't be read: bad CRC-32 for file 'a.md'."),
        ("a.zip/b.md", "archive", "the member is encrypted; unpack the archive with its password first."),
    ]


def test_an_archive_in_an_archive_is_not_opened(tmp_path):
    inner = zipped(tmp_path / "inner.zip", {"a.md": POST}).read_bytes()
    zipped(tmp_path / "a.zip", {"inner.zip": inner, "b.md": POST})
    (document,), problems = read(tmp_path / "a.zip")
    assert document.doc_id == "b"
    assert [tuple(p) for p in problems] == [
        ("a.zip/inner.zip", None, "archive", "an archive in an archive is not opened; unpack it first.", "skipped")
    ]


def sentence(path):
    with pytest.raises(CorpusError) as caught:
        find_items(path)
    return str(caught.value)


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    file = zipped(tmp_path / "bomb.zip", {f"{n}.md": bytes(10_000_000) for n in range(8)})
    assert sentence(file) == (
        "bomb.zip: the archive unpacks to 80,000,000 bytes, more than 200 times its size; it was not read."
    )
    put(tmp_path / "a.md", POST)
    documents, problems = read(tmp_path)
    assert [d.doc_id for d in documents] == ["a"]
    assert [(p.path, p.kind, p.action) for p in problems] == [("bomb.zip", "archive", "skipped")]


@pytest.mark.parametrize(("name", "pack"), [("a.tar.gz", gzip), ("a.tar.bz2", bz2), ("a.tar.xz", lzma)])
def test_a_packed_tar_bomb_is_refused_by_what_it_gives(tmp_path, name, pack):
    put(tmp_path / "b.md", POST)
    with pack.open(tmp_path / name, "wb") as stream:
        info = tarfile.TarInfo("big.jpg")
        info.size = 2**40
        stream.write(info.tobuf())
        for _ in range(100):
            stream.write(bytes(1024 * 1024))
    started = time.perf_counter()
    documents, problems = read(tmp_path)
    assert time.perf_counter() - started < 20
    assert [d.doc_id for d in documents] == ["b"]
    assert [(p.path, p.message) for p in problems if p.kind == "archive"] == [
        (name, "the archive can't be read further: it unpacks to more than 200 times its size.")
    ]


def test_a_header_without_an_end_is_refused(tmp_path):
    put(tmp_path / "b.md", POST)
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 2**30
    (tmp_path / "a.tar").write_bytes(info.tobuf() + b"1" * 40_000_000)
    started = time.perf_counter()
    assert told(tmp_path) == [
        ("a.tar", None, "archive", "the archive can't be read: the header of a member has more than 16,384 bytes.",
         "skipped")
    ]  # fmt: skip
    assert time.perf_counter() - started < 5


CUT = [("dump.tar", 0.5), ("dump.tar.gz", 0.5), ("dump.tar.bz2", 0.95), ("dump.tar.xz", 0.95)]


@pytest.mark.parametrize(("kind", "share"), CUT)
def test_an_archive_that_is_cut_off_gives_what_it_has_and_a_row(tmp_path, kind, share):
    chance = random.Random(1)
    members = {f"{n:03}.txt": "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(3000)) for n in range(200)}
    whole = MAKE[kind](tmp_path / "whole", members).read_bytes()
    put(tmp_path / "cut" / kind, whole[: int(len(whole) * share)])
    put(tmp_path / "cut" / "z.md", POST)
    documents, problems = read(tmp_path / "cut")
    texts = {d.doc_id: d.text for d in documents if d.doc_id != "z"}
    assert 0 < len(texts) < 200
    assert texts == {f"dump/{name[:-4]}": text for name, text in list(members.items())[: len(texts)]}
    assert [p.kind for p in problems][-1:] == ["archive"]
    assert problems[-1].message.startswith("the archive can't be read further: ")


class OneWay(io.BytesIO):
    """A stream that is written to without going back, so that a zip has its sizes behind its members."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise OSError("no way back")

    tell = seek


@pytest.mark.parametrize(
    ("pack", "stream"),
    [(zipfile.ZIP_STORED, io.BytesIO), (zipfile.ZIP_DEFLATED, io.BytesIO), (zipfile.ZIP_DEFLATED, OneWay)],
)
def test_a_zip_that_is_cut_off_gives_its_whole_members_and_a_row(tmp_path, pack, stream):
    out = stream()
    with zipfile.ZipFile(out, "w", pack) as archive:
        for name in ("新闻/一.txt", "新闻/二.txt", "三.txt"):
            archive.writestr(name, f"会议召开{name}。" * 50)
    whole = out.getvalue()
    put(tmp_path / "a.zip", whole[: whole.index("三.txt".encode()) + 20])
    documents, problems = read(tmp_path / "a.zip")
    assert [(d.doc_id, d.text) for d in documents] == [
        (f"新闻/{n}", f"会议召开新闻/{n}.txt。" * 50) for n in ("一", "二")
    ]
    assert [tuple(p) for p in problems] == [
        ("a.zip", None, "archive", "the archive has no directory, it may be cut off; "
         "its members were read up to the first that is not whole.", "skipped")
    ]  # fmt: skip


def test_a_tar_without_its_end_mark_is_told(tmp_path):
    whole = tarred(tmp_path / "a.tar", {"a.md": POST, "b.md": POST}).read_bytes()
    (tmp_path / "a.tar").write_bytes(whole[:2048])
    assert [d.doc_id for d in read(tmp_path / "a.tar")[0]] == ["a", "b"]
    assert told(tmp_path / "a.tar") == [
        ("a.tar", None, "archive", "the archive can't be read further: it ends without an end mark.", "skipped")
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a.zip", "file is not a zip file"),
        ("a.tar", "truncated header"),
        ("a.tar.gz", "truncated header"),
    ],
)
def test_what_is_no_archive_is_one_sentence_or_a_row(tmp_path, name, why):
    put(tmp_path / name, b"no archive")
    assert sentence(tmp_path / name) == f"{name}: the archive can't be read: {why}."
    put(tmp_path / "a.md", POST)
    assert told(tmp_path) == [(name, None, "archive", f"the archive can't be read: {why}.", "skipped")]


@TWO
def test_a_hundred_thousand_empty_members_are_rows_in_bounded_time(tmp_path, kind):
    members = [(f"{n}.md", "") for n in range(100_000)]
    MAKE[kind](tmp_path / kind, [*members, ("z.md", POST)])
    started = time.process_time()
    documents, problems = read(tmp_path / kind)
    assert time.process_time() - started < 60
    assert [d.doc_id for d in documents] == ["z"]
    assert len(problems) == 100_000
    assert tuple(problems[0]) == (f"{kind}/0.md", None, "empty", "the file has no text (0 bytes).", "skipped")


def test_a_site_in_an_archive_is_a_site(tmp_path):
    members = {"site/_config.yml": "", "site/public/a.html": "<p>甲</p>", "site/source/_posts/a.md": POST,
               "site/source/_drafts/b.md": POST, "__MACOSX/site/._a.md": "x", ".git/c.md": POST}  # fmt: skip
    tarred(tmp_path / "a.tar", members)
    assert ids(tmp_path / "a.tar") == ["site/source/_posts/a"]
    assert sorted(row[:4] for row in told(tmp_path / "a.tar") if row[2] != "suffix") == [
        ("a.tar/site/_config.yml", None, "site",
         "public beside it are output or parts of a site generator; they were passed over."),
        ("a.tar/site/source/_drafts", None, "draft",
         "the folder of drafts has 1 file; drafts are read with drafts=True."),
    ]  # fmt: skip


def test_a_member_read_too_late_is_a_row_and_no_other_text(tmp_path):
    tarred(tmp_path / "a.tar", {"a.md": "甲", "b.md": "乙"})
    late = list(find_items(tmp_path / "a.tar"))
    with pytest.raises(Exception, match="the member can't be read") as caught:
        read_item(late[0])
    assert caught.type.__name__ == "Skipped"


def test_nothing_is_written_beside_an_archive(tmp_path):
    zipped(tmp_path / "a.zip", {"x/a.md": POST, "t.csv": "正文\n甲\n"})
    read(tmp_path)
    assert os.listdir(tmp_path) == ["a.zip"]


def test_a_member_without_a_letter_in_its_name_is_no_crash(tmp_path):
    data = zipped(tmp_path / "a.zip", {"x": POST, "b.md": POST}).read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b"x", b"\x00"))
    assert ids(tmp_path / "a.zip") == ["b"]


def test_a_tar_member_of_more_bytes_than_there_are_ends_the_reading(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.PAX_FORMAT) as archive:
        for name, more in (("a.md", {}), ("b.jpg", {"size": "9" * 30}), ("c.md", {})):
            info = tarfile.TarInfo(name)
            info.size, info.pax_headers = len(POST.encode()), more
            archive.addfile(info, io.BytesIO(POST.encode()))
    started = time.perf_counter()
    documents, problems = read(tmp_path / "a.tar")
    assert time.perf_counter() - started < 5
    assert [d.doc_id for d in documents] == ["a"]
    assert [p.message for p in problems if p.kind == "archive"] == [
        "the archive can't be read further: unexpected end of data."
    ]


def test_members_that_lie_one_over_the_other_are_a_bomb(tmp_path):
    data = zipped(tmp_path / "a.zip", {"a.md": bytes(1_000_000)}).read_bytes()
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[at:end] * 1_000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(entries), at, 0)
    (tmp_path / "a.zip").write_bytes(data[:at] + entries + tail)
    assert sentence(tmp_path / "a.zip") == (
        "a.zip: the archive unpacks to 1,000,000,000 bytes, more than 200 times its size; it was not read."
    )
