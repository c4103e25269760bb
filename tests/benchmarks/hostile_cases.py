"""Made-up hostile input for `fuzz.py`: posts, front matter, pages, tables, archives, and what a mutation makes of them.

Every function takes a `random.Random` and gives bytes or text; the same state gives the same case.
"""

import io
import json
import random
import struct
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = (
    "会议召开。", "　　新华社南京12月7日电", "责任编辑：甘田", "（记者 闻立）", "来源：工人日报", "原标题：会议", "2021年11月12日", "昨日上午",
    "相关阅读", "分享到：", "李　强", "艾尔肯·吐尼亚孜", "２０２１年", "臺灣", "the Ministry", "a", "1", " ", "\t", "\n", "\r", "\r\n", "\u3000", "\xa0",
    "\u200b", "\ufeff", "\x00", "\x0b", "\x85", "\u2028", "\ud800", "\U0010ffff", "é", "锟斤拷", "å·¥ä¿¡éƒ¨", "…",
)  # fmt: skip
YAML = (
    "---\n", "...\n", "title: ", "title：", "date: 2021-11-12", "categories:\n - 甲\n", "&a ", "*a", "<<: *a\n", "!!python/object/apply:os.system ['x']",
    "!重要 ", "!", "? ", "- ", ": ", "'", '"', "|", ">", "[", "]", "{", "}", "#", "%YAML 1.1", "@", "`", "\\", "\\x00", "'''", "tags: [a, b]",
    "&#123;", "\n ", "\n  ", "a: b\n", "0012", "no", "~", "1e999", "=", "content: x\n", "1: 2\n",
)  # fmt: skip
OTHER = (
    "+++\n", ";;;\n", "{\n", "}\n", '"title": "甲",\n', 'title = "甲"\n', "date = 2021-11-12\n", "[a]\n", "[[a]]\n", "a.b.c = 1\n", '"""', "'''",
    "\\u0000", "\\ud800", "null", "true", "1e400", "-0", "inf", "nan", "9" * 5000, "{a = 1}", "[", "]", "{", "}", ",", ":", '"', "\\",
)  # fmt: skip
HTML = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<span class=\"img_descr\">", "</span>", "<br>", "<a href=\"x\">", "</a>", "<!--", "-->", "--!>", "<!-->",
    "<!--article_adlist[", "]article_adlist-->", "<style>", "</style>", "<script>", "</script>", "<textarea>", "<title>", "</title>", "<table>", "<tr><td>",
    "</table>", "<li>", "<ul>", "</ul>", "<svg>", "<math>", "<template>", "<noscript>", "<iframe>", "<plaintext>", "<select>", "<form>", "<h1>", "</h1>",
    "<p title=\"他说\"你好\"\">", "<p class='appendQr_wrap'>", "<div style=\"display:none\">", "<DIV ID=share>", "<o:p>", "<![CDATA[", "]]>", "<?php", "<!DOCTYPE html>",
    "<html>", "<head>", "<body>", "<meta charset=gbk>", "<", ">", "</", "<a", "&", "&amp;", "&ampx", "&#0;", "&#xD800;", "&#1114112;", "&#x80;", "&nbsp;", "&notit;",
    "&NotEqualTilde;", "&fjlig;", "&#", "&#x", "<p\x00>", "<p " + "a" * 300 + ">", "<image>", "<frameset>", "<caption>", "<button>", "<optgroup>", "<pre>\n",
)  # fmt: skip
NAMES = (
    "a.md", "2021/b.txt", "会议.html", "../c.md", "/etc/d.md", "C:\\e.md", "f\\g.md", "a.md", "x.csv", "y.jsonl", "z.json", "w.xlsx", "i.zip", "_config.yml",
    "_drafts/h.md", "manifest.json", "n" * 300 + ".md", "", ".", "..", "d/", "\x00.md", "a.md\x00.jpg", "CON.md", "j.tar.gz", ".git/k.md", "__MACOSX/l.md",
)  # fmt: skip
TOKENS = (*WORDS, *YAML, *OTHER, *HTML)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def seeds() -> list[bytes]:
    """The posts of the sample and the cases of the tests."""
    folders = (ROOT / "analysis" / "sample" / "posts", ROOT / "tests" / "cases")
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    return [file.read_bytes()[:20_000] for file in files]


def woven(chance: random.Random, tokens: Sequence[str], most: int = 40) -> str:
    """Tokens in any order; one in a hundred texts has a piece that comes ten thousand times."""
    text = "".join(chance.choices(tokens, k=chance.randint(1, most)))
    if chance.random() < 0.01:
        piece = "".join(chance.choices(tokens, k=chance.randint(1, 3)))[:20]
        text = text[: len(text) // 2] + piece * chance.randint(100, 10_000) + text[len(text) // 2 :]
    return text


def mutated(chance: random.Random, data: bytes, others: Sequence[bytes], tokens: Sequence[str] = TOKENS) -> bytes:
    """The bytes after one to six changes: flips, cuts, copies, splices, tokens, stretches in another encoding."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        _CHANGES[chance.randrange(len(_CHANGES))](chance, data, others, tokens)
    return bytes(data)


def _stretch(chance: random.Random, data: bytearray, most: int = 200) -> slice:
    start = chance.randint(0, len(data))
    return slice(start, start + chance.randint(0, most))


def _flip(chance: random.Random, data: bytearray, *_: object) -> None:
    for _ in range(chance.randint(1, 8)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _set(chance: random.Random, data: bytearray, *_: object) -> None:
    part = _stretch(chance, data, 4)
    data[part] = chance.choice((b"\x00", b"\xff", b"\x7f\xff\xff\xff", b"\xff" * 8, b"\x00" * 8, chance.randbytes(4)))


def _cut(chance: random.Random, data: bytearray, *_: object) -> None:
    del data[_stretch(chance, data)]


def _truncate(chance: random.Random, data: bytearray, *_: object) -> None:
    if chance.random() < 0.3:
        del data[chance.randint(0, len(data)) :]


def _copy(chance: random.Random, data: bytearray, *_: object) -> None:
    times = 1 if chance.random() < 0.97 else chance.randint(100, 2_000)
    data[_stretch(chance, data, 0)] = data[_stretch(chance, data, 60 if times > 1 else 2_000)] * times


def _splice(chance: random.Random, data: bytearray, others: Sequence[bytes], *_: object) -> None:
    other = bytearray(chance.choice(others))
    data[_stretch(chance, data)] = other[_stretch(chance, other, 3_000)]


def _token(chance: random.Random, data: bytearray, _: object, tokens: Sequence[str]) -> None:
    data[_stretch(chance, data, chance.choice((0, 5)))] = _bytes(chance.choice(tokens))


def _encoded(chance: random.Random, data: bytearray, *_: object) -> None:
    part = _stretch(chance, data, 3_000)
    codec = chance.choice(("gb18030", "big5", "utf-16", "latin-1", "utf-8-sig"))
    data[part] = data[part].decode("utf-8", "replace").encode(codec, "replace")


_CHANGES: tuple[Callable[..., None], ...] = (_flip, _set, _cut, _truncate, _copy, _splice, _token, _token, _encoded)


def front_matter(chance: random.Random) -> bytes:
    """A block of YAML, TOML or JSON before a body: whole, unclosed, nested, repeated."""
    kind = chance.randrange(6)
    deep = chance.choice((3, 40, 60, 300, 5_000)) if chance.random() < 0.1 else 3
    if kind == 0:
        marks = chance.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("\n ", "")))
        text = f"---\na: {marks[0] * deep}x{marks[1] * deep}\n{woven(chance, (*YAML, *WORDS))}\n---\n"
    elif kind == 1:
        text = f"+++\n{woven(chance, (*OTHER, *WORDS))}\na = {'[' * deep}{']' * deep}\n+++\n"
    elif kind == 2:
        text = (
            '{"a": ' + "[" * deep + "]" * chance.choice((deep, 0)) + ',\n"title": "' + woven(chance, OTHER) + '"\n}\n'
        )
    elif kind == 3:
        text = ";;;\n" + woven(chance, (*OTHER, *WORDS)) + "\n;;;\n"
    elif kind == 4:
        keys = chance.choices(
            ("title", "date", "标题", "tags", "a" * chance.choice((1, 2_000)), "1"), k=chance.randint(1, 9)
        )
        text = (
            "---\n"
            + "".join(f"{key}{chance.choice((': ', ':', '：'))}{woven(chance, (*YAML, *WORDS), 4)}\n" for key in keys)
            + "---\n"
        )
    else:
        text = woven(chance, ("---\n", *YAML, *OTHER, *WORDS), 60)
    return _bytes(text + woven(chance, (*WORDS, *HTML), 5))


def page(chance: random.Random) -> str:
    """HTML, half of it with its elements nested as written."""
    if chance.random() < 0.5:
        return woven(chance, (*HTML, *HTML, *WORDS), 60)
    return "".join(_element(chance, 5) for _ in range(chance.randint(1, 4)))


def _element(chance: random.Random, depth: int) -> str:
    if not depth or chance.random() < 0.3:
        return woven(chance, (*WORDS, "&amp;", "&#8226;", "&nosuch;", "<br>", "<!-- 注 -->", "\n"), 4)
    name = chance.choice("p p div span b a h2 ul li section td o:p blockquote font P svg".split())
    more = chance.choice(
        (
            "",
            "",
            ' class="img_descr"',
            " class=x",
            ' title="a>b"',
            " id=share",
            ' a="',
            " a='\"'",
            ' class="a&#95;b"',
            "/",
        )
    )
    return f"<{name}{more}>{''.join(_element(chance, depth - 1) for _ in range(chance.randint(0, 3)))}</{name}>"


def table(chance: random.Random, suffix: str, ready: dict[str, bytes]) -> bytes:
    """A table of the kind that the suffix names, a few of its bytes changed; `ready` holds one workbook and one Parquet."""
    if suffix in ready:
        data = ready[suffix]
    elif suffix in (".csv", ".tsv"):
        mark = chance.choice(",\t;")
        lines = [mark.join(_cell(chance) for _ in range(3)) for _ in range(chance.randint(0, 6))]
        data = _bytes("\n".join([mark.join(("标题", "正文", "日期")), *lines]))
    else:
        rows = [
            json.dumps({"title": woven(chance, WORDS, 3), "text": page(chance)}) for _ in range(chance.randint(1, 5))
        ]
        data = ("\n".join(rows) if suffix != ".json" else "[" + ",".join(rows) + "]").encode()
    return mutated(chance, data, [data], (*WORDS, *OTHER)) if chance.random() < 0.8 else data


def _cell(chance: random.Random) -> str:
    return chance.choice(("{}", '"{}"', '"{}')).format(woven(chance, WORDS, 3))


def workbook() -> bytes:
    """A workbook of three rows."""
    import openpyxl

    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in (["标题", "正文", "日期"], ["甲", "<p>会议召开。</p>", 20211112], ["乙", "完。", None]):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def parquet() -> bytes:
    """The same as Parquet."""
    import pyarrow
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pyarrow.table({"标题": ["甲", "乙"], "正文": ["会议召开。", "完。"], "n": [[1], None]}), stream)
    return stream.getvalue()


def archive(chance: random.Random, posts: Sequence[bytes]) -> tuple[str, bytes]:
    """The name and bytes of an archive: odd names, links, bombs; two in three with some bytes changed."""
    suffix = chance.choice((".zip", ".zip", ".zip", ".tar", ".tar", ".tar.gz", ".tar.bz2", ".tar.xz"))
    members = [(chance.choice(NAMES), _content(chance, posts)) for _ in range(chance.randint(0, 5))]
    data = bytearray((_zip if suffix == ".zip" else _tar)(chance, suffix, members))
    if suffix == ".zip" and chance.random() < 0.5:
        _lie(chance, data)
    if chance.random() < 0.66:
        data = bytearray(
            mutated(
                chance, bytes(data), [bytes(data)], ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "PK\x06\x06", "ustar")
            )
        )
    return "a" + suffix, bytes(data)


def _content(chance: random.Random, posts: Sequence[bytes]) -> bytes:
    if chance.random() < 0.02:
        return bytes(1_000_000)
    return chance.choice((b"", b"\xe4\xbc\x9a", chance.choice(posts)))


def _zip(chance: random.Random, _: str, members: Sequence[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as made:
        warnings.simplefilter("ignore")
        for name, content in members:
            info = zipfile.ZipInfo(name or "x")
            info.external_attr = chance.choice((0, 0, 0o120777 << 16, 0o010666 << 16))
            info.compress_type = chance.choice((0, 8, 8, 12, 14))
            made.writestr(info, content)
    return stream.getvalue()


def _lie(chance: random.Random, data: bytearray) -> None:
    """Another flag, method, size or place in a header, of which the places are those of APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16."""
    mark, places = chance.choice(((b"PK\x03\x04", (6, 8, 14, 18, 22, 26, 28)), (b"PK\x01\x02", (8, 10, 16, 20, 24, 28, 30, 32, 42)), (b"PK\x05\x06", (8, 10, 12, 16, 20))))  # fmt: skip
    at, place = data.find(mark), chance.choice(places)
    if at >= 0:
        number = chance.choice((0, 1, 8, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, chance.getrandbits(32)))
        data[at + place : at + place + 4] = struct.pack("<L", number)


def _tar(chance: random.Random, suffix: str, members: Sequence[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    how = {"format": chance.choice((tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT))}
    with tarfile.open(
        fileobj=stream, mode="w:" + {"": "", "gz": "gz", "bz2": "bz2", "xz": "xz"}[suffix[5:]], **how
    ) as made:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.type = chance.choice((tarfile.REGTYPE,) * 6 + (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE, tarfile.GNUTYPE_SPARSE, b"Z"))  # fmt: skip
            info.linkname, info.size = "/etc/passwd", len(content)
            if how["format"] == tarfile.PAX_FORMAT and chance.random() < 0.3:
                key = chance.choice(("size", "path", "GNU.sparse.map", "GNU.sparse.major", "hdrcharset", "mtime", "x"))
                info.pax_headers = {
                    key: chance.choice(("-1", "1", "x" * 2_000, "9" * 30, "../../a.md", "nan", "0,1,5,9"))
                }
            try:
                made.addfile(info, io.BytesIO(content))
            except (ValueError, tarfile.TarError):
                continue  # a name that this format can't hold
    return stream.getvalue()
