"""Encodings: what bytes are read as, with and without a hint, and text that was misread before it was saved."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.reading.encoding.decoding import Decoded, checked_encoding, decoded
from analysis.reading.encoding.mojibake import Mojibake, find_mojibake, put_back
from analysis.reading.encoding.plausible import common_share, simplified, traditional
from analysis.reading.options import Options
from analysis.reading.post import document_from
from analysis.reading.problems import Problem, Skipped

NEWS = "临江县召开春季造林工作会议，部署今年的任务。会议强调，要把责任落到实处。"
TAIPEI = "臨江縣召開春季造林工作會議，部署今年的任務。會議強調，要把責任落到實處。"
HONG_KONG = "臨江縣的居民在邨口等候，啲嘢都準備好喇。會議強調，要把責任落到實處。"


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (NEWS, "utf-8", "utf-8"),
        (NEWS, "gb18030", "gb18030"),
        (NEWS, "gbk", "gb18030"),
        (TAIPEI, "gb18030", "gb18030"),
        (TAIPEI, "big5", "cp950"),
        (TAIPEI, "cp950", "cp950"),
        (HONG_KONG, "big5hkscs", "big5hkscs"),
        (NEWS, "utf-16-le", "utf-16-le"),
        (TAIPEI, "utf-16-be", "utf-16-be"),
        ("---\ntitle: Meeting\n---\nNo Chinese here.", "utf-16-le", "utf-16-le"),
        ("---\ntitle: Meeting\n---\nNo Chinese here.", "utf-16-be", "utf-16-be"),
    ],
)
def test_each_encoding_is_told_by_its_characters(text: str, written: str, read: str) -> None:
    assert decoded(text.encode(written)) == Decoded(text, read)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decoded(mark + NEWS.encode(encoding), hint="big5") == Decoded(NEWS, encoding)


@pytest.mark.parametrize("length", [4, 6, 10, 20])
def test_a_short_title_in_gb18030_does_not_become_big5(length: int) -> None:
    assert decoded(NEWS[:length].encode("gb18030")) == Decoded(NEWS[:length], "gb18030")


def test_titles_whose_bytes_are_common_characters_in_both_stay_gb18030() -> None:
    """Read as Big5 they are 湮模裒辦懂統樓 and 絞華奀潔: rare, and yet of its first level."""
    for title in ("大家赶快来参加", "当地时间", "妈妈和婆婆买的"):
        assert decoded(title.encode("gb18030")) == Decoded(title, "gb18030")


@pytest.mark.parametrize(("written", "read"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("cp950", "cp950")])
def test_a_file_cut_inside_its_last_character_is_read_with_one_damaged_place(written: str, read: str) -> None:
    text = TAIPEI if written == "cp950" else NEWS
    assert decoded(text[:9].encode(written)[:-1]) == Decoded(text[:8] + "\ufffd", read, damaged=1)


def test_a_few_bad_bytes_in_gb18030_are_counted_and_the_rest_is_read() -> None:
    data = NEWS.encode("gb18030")
    assert decoded(data + b"\xff" + data) == Decoded(NEWS + "\ufffd" + NEWS, "gb18030", damaged=1)


def test_a_control_character_does_not_make_a_text_binary() -> None:
    assert decoded((NEWS + "\x08").encode("gb18030")) == Decoded(NEWS + "\x08", "gb18030")


def test_a_hint_decides_what_is_not_utf_8() -> None:
    assert decoded("花蓮".encode("big5"), hint="big5") == Decoded("花蓮", "cp950")
    assert decoded("会議を開く".encode("shift_jis"), hint="shift_jis") == Decoded("会議を開く", "shift_jis")
    assert decoded("会议".encode("hz"), hint="hz") == Decoded("会议", "hz")
    assert decoded(NEWS.encode(), hint="big5") == Decoded(NEWS, "utf-8")


def test_a_hint_that_does_not_fit_is_passed_over() -> None:
    assert decoded(NEWS.encode("gb18030"), hint="ascii") == Decoded(NEWS, "gb18030")


@pytest.mark.parametrize("name", ["big6", "hex", "", "utf-8\x00", "idna", "punycode", "undefined"])
def test_a_hint_that_is_no_codec_is_one_sentence(name: str) -> None:
    sentence = f"encoding={name!r} is not known; give the name of a codec such as 'utf-8', 'gb18030' or 'big5'."
    with pytest.raises(AnalysisError) as caught:
        Options(encoding=name)
    assert str(caught.value) == sentence
    assert checked_encoding("GB2312") == "gb2312"


def test_random_bytes_are_no_text() -> None:
    for seed in range(50):
        with pytest.raises(Skipped):
            decoded(b"\x81" + random.Random(seed).randbytes(400))


@given(st.binary(max_size=200), st.sampled_from([None, "big5", "utf-16", "gbk", "latin-1", "utf-7"]))
def test_any_bytes_are_a_text_or_skipped(data: bytes, hint: str | None) -> None:
    try:
        read = decoded(data, hint)
    except Skipped:
        return
    assert read.damaged == 0 or read.text.count("\ufffd") >= read.damaged


@given(st.text(st.sampled_from(sorted(simplified())), min_size=1, max_size=40))
def test_whatever_is_written_in_common_simplified_characters_is_read_as_gb18030_again(text: str) -> None:
    read = decoded(text.encode("gb18030"))
    assert read.text == text or read.encoding == "utf-8"  # two bytes of GB18030 may be one letter of UTF-8


def test_the_levels_are_those_of_the_standards() -> None:
    assert (len(simplified()), len(traditional())) == (3755, 5401)
    assert common_share(NEWS, simplified()) == 1.0
    assert common_share(TAIPEI, traditional()) == 1.0


# mojibake


def misread(text: str, written: str, read: str) -> str:
    return text.encode(written).decode(read, "replace")


def windows_1252(text: str, written: str) -> str:
    """As browsers read it: the five bytes without a character stay control codes."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode(written))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"会议。\n甲{misread('部署工作，召开会议。', 'utf-8', 'gb18030')}", Mojibake(2, 2, "UTF-8 read as GB18030", "锛屽彫寮\ufffd浼")),
        ("会议。\n\n锟斤拷锟斤拷召开", Mojibake(3, 2, "UTF-8 read as GB18030", "锟斤拷锟斤拷")),
        ("he said 鈥渉ello鈥?", Mojibake(1, 2, "UTF-8 read as GB18030", "鈥渉ello")),
        (f"甲{misread('中国', 'utf-8', 'latin-1')}", Mojibake(1, 1, "UTF-8 read as Windows-1252", "ä¸\xadå\x9b½")),
        (f"甲\n{windows_1252('中国', 'utf-8')}", Mojibake(2, 1, "UTF-8 read as Windows-1252", "ä¸\xadå›½")),
        ("the minister’s, the ministerâ€™s", Mojibake(1, 1, "UTF-8 read as Windows-1252", "â€™s")),
        (f"甲\n{misread('中国', 'gb18030', 'latin-1')}", Mojibake(2, 1, "GB18030 read as Latin-1", "ÖÐ¹ú")),
    ],
)  # fmt: skip
def test_mojibake_is_told_with_its_line_and_how_often(text: str, expected: Mojibake) -> None:
    assert find_mojibake(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        TAIPEI,
        "涓涓细流，汇成江海。",
        "他们在鍦中拷问。",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ àáâãäåæçèéêëìíîï áéíóú",
        "« très bon café…” » naïve Œuvre Ägypten façade 价格£100、µm、¡Hola!",
        "",
    ],
)
def test_text_as_it_should_be_has_no_mojibake(text: str) -> None:
    assert find_mojibake(text) == []


def test_a_text_that_was_wholly_utf_8_read_as_latin_1_is_put_back_and_told() -> None:
    post = f"---\ntitle: 春季造林\n---\n{NEWS}"
    for codec, wrong in (("latin-1", misread(post, "utf-8", "latin-1")), ("cp1252", windows_1252(post, "utf-8"))):
        data = wrong.encode()
        assert decoded(data) == Decoded(post, "utf-8", misread=codec)
        document, problems = document_from(data, "a.md")
        assert (document.title, document.text, document.encoding, document.n_bytes) == (
            "春季造林",
            NEWS,
            "utf-8",
            len(data),
        )
        assert post[slice(*document.source_span(0, 3))] == "临江县"
        message = f"the text was UTF-8 read as {codec}; it was put back."
        assert problems == [Problem("a.md", None, "mojibake", message, "repaired")]


def test_a_text_that_is_misread_in_part_is_kept_and_told() -> None:
    document, problems = document_from(f"---\ntitle: 造林\n---\n{misread(NEWS, 'utf-8', 'latin-1')}".encode(), "a.md")
    assert document.text.startswith("ä¸´æ±")
    assert [(row.line, row.kind, row.action) for row in problems] == [(4, "mojibake", "kept")]


def test_a_word_with_an_accent_is_not_put_back() -> None:
    assert put_back("Ã©") is None
    assert put_back("中Ã©") is None


def test_a_post_says_which_codec_read_it() -> None:
    for text, codec, hint, name in ((NEWS, "gb18030", None, "gb18030"), ("花蓮縣", "big5", "big5", "cp950")):
        data = f"---\ntitle: 甲\n---\n{text}".encode(codec)
        document, problems = document_from(data, "a.md", encoding=hint)
        assert (document.text, document.encoding, document.n_bytes, problems) == (text, name, len(data), [])
