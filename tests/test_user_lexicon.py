"""A researcher's lexicon: what may be written there, in which form, and what is said of the rest."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import AnalysisError, LexiconError
from analysis.user_lexicon import UserLexicon, lexicon_of, read_user_lexicon
from analysis.user_lexicon.read import entries_of

ENTRIES = [
    ("梯田办", "ORGANISATION", "云泽省梯田保护办公室", "nt"),
    ("花千朵", "PERSON", "花千朵", "nr"),
    ("花工", "PERSON", "花千朵", "nr"),
    ("梯长", "POST", "梯长", "n"),
    ("推进", "STOP", "推进", "x"),
    ("星舰计划", "WORD", "星舰计划", "nz"),
]
CSV = """name,type,canonical,aliases,tag
梯田办,ORGANISATION,云泽省梯田保护办公室,,
花千朵,PERSON,,花工,
梯长,POST,,,
推进,STOP,,,
星舰计划,WORD,,,nz
"""
CHINESE = """词性\t别名\t类型\t名称\t全称
\t\t机构\t梯田办\t云泽省梯田保护办公室
\t花工\t人物\t花千朵
\t\t职务\t梯长
\t\t停用词\t推进
nz\t\t词\t星舰计划
"""
BARE = """# 我的词表
梯田办;org;云泽省梯田保护办公室
花千朵;per;;花工

梯长;post
推进;stop
星舰计划;nz
"""


def written(text: str, folder: Path, encoding: str = "utf-8", name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def entries(lexicon: UserLexicon) -> list[tuple[str, str, str, str]]:
    return [entry[:4] for entry in lexicon.entries]


def told(text: str) -> list[tuple[int | None, str, str]]:
    """Line, message and action of everything that is wrong."""
    return [(p.line, p.message, p.action) for p in entries_of(text, "own.csv")[1]]


# forms


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    "text", [CSV, CHINESE, BARE], ids=["commas", "tabs under Chinese names", "semicolons, no names"]
)
def test_one_list_in_three_forms_and_four_encodings(text: str, encoding: str, tmp_path: Path) -> None:
    lexicon = read_user_lexicon(written(text, tmp_path, encoding))
    assert entries(lexicon) == ENTRIES
    assert lexicon.wrong == ()


def test_line_ends_of_windows_and_old_macs(tmp_path: Path) -> None:
    for end in ("\r\n", "\r"):
        assert entries(read_user_lexicon(written(CSV.replace("\n", end), tmp_path))) == ENTRIES


def test_a_file_of_jieba_is_read_by_its_tags(tmp_path: Path) -> None:
    path = written("云计算 5 n\n田远山 nr\n水务口 3 nt\n创新办 3\n八一双鹿 3 nz\n", tmp_path, name="userdict.txt")
    assert entries(read_user_lexicon(path)) == [
        ("云计算", "WORD", "云计算", "n"),
        ("田远山", "PERSON", "田远山", "nr"),
        ("水务口", "ORGANISATION", "水务口", "nt"),
        ("创新办", "WORD", "创新办", "n"),
        ("八一双鹿", "WORD", "八一双鹿", "nz"),
    ]


def test_a_list_of_words_alone_is_words(tmp_path: Path) -> None:
    assert entries(read_user_lexicon(written("梯田\n稻种\n", tmp_path))) == [
        ("梯田", "WORD", "梯田", "n"),
        ("稻种", "WORD", "稻种", "n"),
    ]


def test_a_quoted_cell_may_hold_commas_and_lines_are_counted_in_the_file(tmp_path: Path) -> None:
    lexicon = read_user_lexicon(written('name,type,aliases\n梯田办,ORG,"田办,\n梯办"\n花千朵,PER,\n', tmp_path))
    assert [(entry.name, entry.canonical, entry.line) for entry in lexicon.entries] == [
        ("梯田办", "梯田办", 2),
        ("田办", "梯田办", 2),
        ("梯办", "梯田办", 2),
        ("花千朵", "花千朵", 4),
    ]


def test_a_lexicon_is_a_value_that_names_its_file(tmp_path: Path) -> None:
    path = written("梯田,词\n", tmp_path)
    one, two = read_user_lexicon(path), read_user_lexicon(str(path))
    assert one == two
    assert hash(one) == hash(two)
    assert repr(one) == "UserLexicon('own.csv', 1 entry, SHA-256 bbf7393946f2)"


# wrong rows


def test_every_wrong_row_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    text = "\n".join(
        [
            "name,type,canonical,aliases,tag,出生地",
            "梯田办,ORGANISATION,,,,",
            ",PERSON,,,,",
            "花千朵,大人物,,,,",
            "花,PERSON,,,,",
            "梯田办,PERSON,,,,",
            "梯田 办,WORD,,,,",
            "——,WORD,,,,",
            "梯长,POST,,,职务,",
            "林望舒,PERSON,,,,,多了",
            f"{'长' * 101},WORD,,,,",
        ]
    )
    lexicon = read_user_lexicon(written(text, tmp_path))
    assert [entry.name for entry in lexicon.entries] == ["梯田办", "梯长", "林望舒"]
    assert [tuple(problem) for problem in lexicon.wrong] == [
        ("own.csv", 1, "lexicon", "the column '出生地' is not known and is not read.", "kept"),
        ("own.csv", 3, "lexicon", "the row has no name.", "left out"),
        (
            "own.csv",
            4,
            "lexicon",
            "the type '大人物' of '花千朵' is not known; it is one of PERSON, ORGANISATION, PLACE, POST, WORD, STOP.",
            "left out",
        ),
        (
            "own.csv",
            5,
            "lexicon",
            "'花' has one character; a PERSON has two or more, else it would be found inside words.",
            "left out",
        ),
        ("own.csv", 6, "lexicon", "'梯田办' stands in line 2 already, and that one is taken.", "left out"),
        ("own.csv", 7, "lexicon", "'梯田 办' holds a blank; a WORD is one word.", "left out"),
        ("own.csv", 8, "lexicon", "'——' has no letter.", "left out"),
        ("own.csv", 9, "lexicon", "the tag '职务' of '梯长' is no part of speech; 'n' is taken.", "kept"),
        ("own.csv", 10, "lexicon", "the cell '多了' has no column and is not read.", "kept"),
        ("own.csv", 11, "lexicon", f"'{'长' * 20}'… has 101 characters; a name has 100 at most.", "left out"),
    ]
    assert lexicon.problems["line"].tolist() == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]


def test_a_quote_that_is_never_closed_is_told() -> None:
    assert told('name,type\n梯田办,ORG\n"花千朵,PER\n林望舒,PER\n') == [
        (3, "a quote is opened here and never closed; the lines from here on were not read.", "left out")
    ]


def test_what_should_be_a_type_is_told_in_a_file_without_a_header() -> None:
    allowed = "PERSON, ORGANISATION, PLACE, POST, WORD, STOP"
    assert told("工信口,工业和信息化部\n") == [
        (1, f"the type '工业和信息化部' of '工信口' is not known; it is one of {allowed}.", "left out")
    ]


# wrong files


def test_a_wrong_file_is_one_sentence(tmp_path: Path) -> None:
    missing, binary = tmp_path / "none.csv", tmp_path / "own.xlsx"
    binary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    said = {
        missing: f"the lexicon {missing} does not exist; name a TSV, CSV or text file.",
        binary: f"the lexicon {binary} is no text; save it as CSV or as text parted by tabs (Excel: CSV UTF-8).",
        written("", tmp_path, name="empty.csv"): (
            f"the lexicon {tmp_path / 'empty.csv'} has no entry; give rows of name and type."
        ),
        written("花,人\n", tmp_path, name="bad.csv"): (
            f"the lexicon {tmp_path / 'bad.csv'} has no entry (line 1: '花' has one character; a PERSON has two or more, "
            "else it would be found inside words); give rows of name and type."
        ),
    }
    for path, sentence in said.items():
        with pytest.raises(LexiconError) as error:
            read_user_lexicon(path)
        assert str(error.value) == sentence


def test_a_folder_is_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"^the lexicon .* can't be read: .*; name a TSV, CSV or text file\.$"):
        read_user_lexicon(tmp_path)


def test_what_is_given_as_a_lexicon_is_a_path_or_one_that_was_read(tmp_path: Path) -> None:
    path = written(CSV, tmp_path)
    assert lexicon_of(None) is None
    assert lexicon_of(path) == lexicon_of(str(path)) == lexicon_of(read_user_lexicon(path))
    with pytest.raises(AnalysisError) as error:
        lexicon_of(["梯田办"])
    assert str(error.value) == "lexicon=['梯田办'] is not allowed; give a path, or what read_user_lexicon returns."


CELL = st.text(st.sampled_from('梯田办花ab \t,;"#|、\n\r·１\x00'), max_size=8) | st.sampled_from(
    ["人物", "STOP", "nr", "name", "5"]
)


@given(st.lists(st.lists(CELL, max_size=5), max_size=6), st.sampled_from(["\t", ",", ";", " "]))
def test_any_text_gives_entries_and_problems_and_no_crash(rows: list[list[str]], mark: str) -> None:
    found, wrong = entries_of("\n".join(mark.join(row) for row in rows), "own.csv")
    names = [entry.name for entry in found]
    assert len(names) == len(set(names))
    assert all(entry.canonical and entry.tag and entry.line > 0 for entry in found)
    assert all(problem.message.endswith(".") and problem.action in {"kept", "left out"} for problem in wrong)
