"""A user's lexicon at every stage: tokens, names, officials, keywords, the table of its use, processes, the command line."""

import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import Annotator, find_names
from analysis.document import Corpus, Document
from analysis.errors import AnalysisError, LexiconError
from analysis.officials.find import find_officials
from analysis.report.__main__ import main
from analysis.segment import Segmenter
from analysis.settings import Settings
from analysis.shadow import shadow
from analysis.study import Study
from analysis.user_lexicon import Entry, UserLexicon

TAGS = {"PERSON": "nr", "ORGANISATION": "nt", "PLACE": "ns", "POST": "n", "WORD": "n", "STOP": "x"}


def own(*rows: str) -> UserLexicon:
    """A lexicon of rows `name TYPE` or `name TYPE canonical`."""
    cells = [row.split() for row in rows]
    entries = (Entry(name, kind, (*more, name)[0], TAGS[kind], n) for n, (name, kind, *more) in enumerate(cells, 1))
    return UserLexicon("own.csv", "", tuple(entries))


def names(text: str, *rows: str) -> list[tuple[str, str, str, str]]:
    frame = find_names([Document("d", text=text)], lexicon=own(*rows))
    return list(frame[["text", "type", "rule", "entity_id"]].itertuples(index=False, name=None))


def offices(text: str, *rows: str) -> list[tuple[str, str, str, str]]:
    frame = find_officials([Document("d", text=text)], lexicon=own(*rows))
    return list(frame[["person", "title", "body", "body_full"]].itertuples(index=False, name=None))


def words(text: str, *rows: str) -> list[tuple[str, str]]:
    note = Annotator(lexicon=own(*rows)).annotate(Document("d", text=text))
    return [(token.word, token.tag) for token in note.tokens]


# mentions


def test_a_name_of_the_user_is_a_mention_with_its_canonical_name() -> None:
    row = find_names([Document("d", text="昨天花工到场。")], lexicon=own("花工 PERSON 花千朵")).iloc[0]
    assert tuple(row[["start", "stop", "text", "type", "kind", "confidence", "rule", "entity_id"]]) == (
        2, 4, "花工", "PERSON", "appearance", 1.0, "user", "花千朵",
    )  # fmt: skip


def test_a_name_of_the_user_wins_over_what_overlaps_it() -> None:
    text = "水利部副部长田远山出席。"
    assert names(text, "水利部副部长 POST", "田远 PERSON")[0] == ("水利部副部长", "POST", "user", "水利部副部长")
    assert names(text, "利部副 WORD") == [
        ("水利部", "ORGANISATION", "model", "水利部"),
        ("副部长", "POST", "model", "副部长"),
        ("田远山", "PERSON", "title", "田远山"),
    ]


@pytest.mark.parametrize(
    ("text", "row", "entity"),
    [
        ("王老出席。", "王老 PERSON 王明远", "王明远"),
        ("水利部召开会议。", "水利部 ORGANISATION 云泽国水利部", "云泽国水利部"),
        ("代表团访澳。", "访澳 PLACE 澳岛", "澳岛"),
    ],
)
def test_a_name_of_the_user_is_linked_to_nothing_but_its_canonical_name(text: str, row: str, entity: str) -> None:
    assert [name[3] for name in names(text, row) if name[2] == "user"] == [entity]


def test_a_short_name_may_mean_a_person_of_the_user() -> None:
    found = names("田工到场。田部长说。", "田工 PERSON 田千朵")
    assert [(words, entity) for words, kind, _, entity in found if kind == "PERSON"] == [
        ("田工", "田千朵"),
        ("田", "田千朵"),
    ]


def test_of_names_of_the_user_the_leftmost_and_longest_stays() -> None:
    found = names("云泽梯田保护协会成立。", "云泽 PLACE", "云泽梯田保护协会 ORGANISATION", "协会成立 POST")
    assert found == [("云泽梯田保护协会", "ORGANISATION", "user", "云泽梯田保护协会")]


def test_a_name_of_two_characters_is_not_found_inside_words() -> None:
    assert "user" not in {rule for _, _, rule, _ in names("李强调节水位。", "强调 PLACE")}
    assert names("在人民群众中。", "民群 PERSON") == []


def test_a_latin_name_is_not_found_inside_a_latin_word() -> None:
    rows = ("WTO ORGANISATION 世界贸易组织", "5G协会 ORGANISATION")
    found = names("WTO和WTOS，15G协会，5G协会。", *rows)
    assert [name for name, _, rule, _ in found if rule == "user"] == ["WTO", "5G协会"]


def test_traditional_entries_are_found_in_both_scripts_if_these_are_matched() -> None:
    pytest.importorskip("opencc")
    page = Document("d", text="稻種辦到場，稻种办到场。")
    found = find_names([page], lexicon=own("稻種辦 ORGANISATION 雲澤省稻種辦公室"), simplified=True)
    assert found[["text", "entity_id"]].to_numpy().tolist() == [
        ["稻種辦", "云泽省稻种办公室"],
        ["稻种办", "云泽省稻种办公室"],
    ]


def test_names_stand_in_the_text_as_they_are_written_there() -> None:
    text = "局长：谷　雨，副局长：艾山•卡德尔。"
    found = find_names([Document("d", text=text)], lexicon=own("艾山·卡德尔 PERSON", "谷雨 PERSON"))
    found = found[found["rule"] == "user"]
    assert [(text[a:b], e) for a, b, e in zip(found["start"], found["stop"], found["entity_id"], strict=True)] == [
        ("谷　雨", "谷雨"),
        ("艾山•卡德尔", "艾山·卡德尔"),
    ]


# officials


def test_a_body_of_the_user_is_known_to_the_grammar_and_written_in_full() -> None:
    rows = ("梯田办 ORGANISATION 云泽省梯田保护办公室",)
    assert offices("梯田办主任花千朵、副主任林望舒出席。", *rows) == [
        ("花千朵", "主任", "梯田办", "云泽省梯田保护办公室"),
        ("林望舒", "副主任", "", "云泽省梯田保护办公室"),
    ]
    assert offices("梯田办秘书处处长陶砚秋出席。", *rows) == [
        ("陶砚秋", "处长", "梯田办秘书处", "云泽省梯田保护办公室秘书处")
    ]


def test_a_body_that_begins_with_a_modifier_is_whole() -> None:
    text = "前沿办副主任陈砚舟到场。"
    assert offices(text)[0][2] != "前沿办"
    assert offices(text, "前沿办 ORGANISATION") == [("陈砚舟", "副主任", "前沿办", "前沿办")]


def test_a_body_of_the_user_may_share_its_last_letter_with_the_title() -> None:
    assert offices("云泽梯田厅长陈砚舟到场。", "云泽梯田厅 ORGANISATION") == [
        ("陈砚舟", "厅长", "云泽梯田厅", "云泽梯田厅")
    ]


def test_a_post_of_the_user_is_read_with_its_grade() -> None:
    assert offices("水利部副梯长邱明礼到场。") == []
    assert offices("水利部副梯长邱明礼到场。", "梯长 POST") == [("邱明礼", "副梯长", "水利部", "水利部")]


def test_a_short_post_may_run_into_the_name_behind_it() -> None:
    found = offices("水利部梯长邱明礼、副梯长史远帆出席。", "梯长 POST")  # 长史 is a word of the dictionary
    assert [row[:2] for row in found] == [("邱明礼", "梯长"), ("史远帆", "副梯长")]


def test_a_post_inside_a_name_of_the_user_is_none() -> None:
    assert offices("省长田远山奖颁发。", "省长田远山奖 ORGANISATION") == []


def test_a_person_of_the_user_is_read_whole_and_under_one_name() -> None:
    assert offices("水利部部长欢喜到场，副部长老花同行。", "欢喜 PERSON", "老花 PERSON 花千朵") == [
        ("欢喜", "部长", "水利部", "水利部"),
        ("花千朵", "副部长", "", "水利部"),
    ]


def test_a_lexicon_that_stands_nowhere_changes_no_row() -> None:
    text = "水利部党组成员、副部长田远山、邱明礼，总工程师陶砚秋出席会议。临江市市长史远帆介绍，会议结束。"
    assert names(text, "花千朵 PERSON", "梯田办 ORGANISATION") == names(text)
    assert offices(text, "花千朵 PERSON", "梯长 POST") == offices(text)


# tokens


def test_names_and_words_of_the_user_are_one_token_each() -> None:
    found = words("在工地推进星舰计划，梯长到场。", "工地 PLACE", "星舰计划 WORD", "梯长 POST")
    assert {("工地", "ns"), ("星舰计划", "n"), ("梯长", "n")} <= set(found)


def test_a_stop_is_silent_where_it_is_a_word_or_several() -> None:
    found = words("会议推进工作，会见代表。", "会 STOP", "推进 STOP", "议推 STOP", "会见代表 STOP")
    assert [word for word, tag in found if tag == "x"] == ["推进", "，", "会见代表", "。"]
    assert ("会议", "n") in found


def test_a_stop_is_no_keyword_and_a_name_is_one() -> None:
    pages = [Document(f"d{i}", title="梯田办推进节水", text="梯田办推进节水。水位下降。") for i in range(3)]
    study = Study(pages, Settings(lexicon=own("梯田办 ORGANISATION", "节水 STOP")))
    keywords = set(study.keywords["keyword"])
    assert "梯田办" in keywords
    assert not {word for word in keywords if "节水" in word}


def test_the_segmenter_alone_keeps_stretches_whole() -> None:
    tokens = Segmenter().tokens("温知秋到云泽省水务厅任职", whole=[(0, 3, "nr"), (4, 10, "nt")])
    assert [(token.word, token.tag) for token in tokens] == [
        ("温知秋", "nr"), ("到", "v"), ("云泽省水务厅", "nt"), ("任职", "v"),
    ]  # fmt: skip
    with pytest.raises(AnalysisError) as error:
        Segmenter().tokens("水利部", whole=[(1, 4, "nt")])
    assert str(error.value) == "the span 1:4 is empty or outside a text of 3 code points."


def test_a_segmenter_with_more_words_keeps_its_own() -> None:
    more = Segmenter([("梯田办", "nt"), ("花千朵", "n")]).with_words([("花千朵", "nr")])
    tokens = pickle.loads(pickle.dumps(more)).tokens("梯田办花千朵")
    assert [(token.word, token.tag) for token in tokens] == [("梯田办", "nt"), ("花千朵", "nr")]


def test_a_segmenter_and_a_lexicon_go_together() -> None:
    text, segmenter = "梯田办主任花千朵到星舰所。", Segmenter([("星舰所", "nt")])
    tokens = Annotator(segmenter, own("花千朵 PERSON")).annotate(Document("d", text=text)).tokens
    assert {"花千朵", "星舰所"} <= {token.word for token in tokens}


LETTERS = st.text(st.sampled_from("梯田办花千朵水利部长会议，。 \n·李强"), max_size=40)
MADE_OF_THEM = own(
    "梯田办 ORGANISATION", "办花 PERSON", "花千朵 PERSON", "部长会 POST", "李强 PLACE", "水利 WORD", "会议 STOP", "花·李 PERSON",
)  # fmt: skip
ANNOTATOR = Annotator(lexicon=MADE_OF_THEM)


@given(LETTERS)
@settings(deadline=None)
def test_every_name_of_the_user_is_a_mention_and_nothing_overlaps_it(text: str) -> None:
    note = ANNOTATOR.annotate(Document("d", text=text))
    assert "".join(token.word for token in note.tokens) == shadow(text).text
    given = [row for row in note.mentions if row[7] == "user"]
    taken = [place for row in given for place in range(row[1], row[2])]
    others = [place for row in note.mentions if row[7] != "user" for place in range(row[1], row[2])]
    assert len(taken) == len(set(taken))
    assert not set(taken) & set(others)
    edges = {place for token in note.tokens for place in (token.start, token.stop)}
    assert all({row[1], row[2]} <= edges for row in given)
    assert all(0 <= row[6] <= 1 for row in note.mentions)
    assert all(0 <= place < len(MADE_OF_THEM) and times > 0 for place, times in note.fired)


# what is given


def test_documents_come_as_a_corpus_a_list_or_a_generator() -> None:
    pages = [Document("b", text="水利部部长田远山。"), Document("a", text="外交部部长秦砚。")]

    def one_by_one() -> Iterator[Document]:
        yield from pages

    found = find_names(pages)
    assert found["doc_id"].unique().tolist() == ["b", "a"]
    pd.testing.assert_frame_equal(find_names(one_by_one()), found)
    assert find_names(Corpus(pages))["doc_id"].unique().tolist() == ["a", "b"]
    assert find_names([]).columns.tolist() == found.columns.tolist()
    assert find_names([Document("d")]).empty


@pytest.mark.parametrize("find", [find_names, find_officials])
def test_what_is_no_document_is_told(find) -> None:  # type: ignore[no-untyped-def]
    def message(documents: object) -> str:
        with pytest.raises(AnalysisError) as error:
            find(documents)
        return str(error.value)

    text = "水利部副部长田远山到临江调研。"
    assert message(text[:5]) == "documents is a text ('水利部副部'); give documents: [Document(\"d\", text=…)]."
    assert message(Document("d", text=text)) == (
        "documents is one document (Document('d', 15 characters, no date)); give a list: [document]."
    )
    assert message(5) == "documents=5 is not allowed; give a corpus or a list of documents."
    assert message([Document("d"), text * 2]) == (
        "number 2 of documents is a text ('水利部副部长田远山到临江调研。水利部副…'); each must be a Document."
    )
    assert message([None]) == "number 1 of documents is of the type NoneType; each must be a Document."


# threshold


def test_the_threshold_trades_names_for_precision() -> None:
    page = Document("d", text="水利部部长田远山出席。史远帆介绍，会议结束。临江市水务局表示欢迎。")
    every = find_names([page])
    least = every["confidence"].min()
    for threshold in (0.5, least, least + 0.00005, 1):
        found = find_names([page], threshold=threshold)
        kept = every[(every["confidence"] >= threshold) | (every["rule"] == "title")].reset_index(drop=True)
        pd.testing.assert_frame_equal(found, kept)
    assert len(found) == 1 < len(every)


def test_names_of_officials_and_of_the_user_pass_any_threshold() -> None:
    page = Document("d", text="水利部部长田远山出席。花千朵在场。")
    found = find_names([page], threshold=1, lexicon=own("花千朵 PERSON"))
    assert found["text"].tolist() == ["田远山", "花千朵"]


def test_a_name_below_the_threshold_is_no_single_token() -> None:
    page = Document("d", text="会上，欧阳砚秋介绍了情况。")
    name = find_names([page]).iloc[0]
    assert name["text"] == "欧阳砚秋"
    kept, left = (
        [token.word for token in Annotator(threshold=t).annotate(page).tokens]
        for t in (name["confidence"], min(1, name["confidence"] + 0.00005))
    )
    assert "欧阳砚秋" in kept
    assert left == [token.word for token in Segmenter().tokens(page.text)]


@pytest.mark.parametrize("value", [1.5, -0.1, float("nan"), True, "0.5", None])
def test_a_threshold_is_a_number_from_0_to_1(value: object) -> None:
    sentence = f"threshold={value!r} is not allowed; give a number from 0 to 1."
    for make in (lambda: find_names([], threshold=value), lambda: Settings(threshold=value)):  # type: ignore[arg-type]
        with pytest.raises(AnalysisError) as error:
            make()
        assert str(error.value) == sentence


@pytest.mark.parametrize("value", ["large", "", "../default", None, 1])
def test_a_model_is_one_that_comes_with_the_package(value: object) -> None:
    with pytest.raises(AnalysisError) as error:
        Settings(model=value)  # type: ignore[arg-type]
    assert str(error.value) == f"model={value!r} is not allowed; choose one of 'default', 'open'."


# settings, study, processes, report

LEXICON = "名称,类型,全称,别名\n梯田办,机构,云泽省梯田保护办公室,\n花千朵,人物,,花工\n梯长,职务,,\n节水,停用词,,\n丰收,节日,,\n"


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(LEXICON, encoding="gb18030")
    return path


def pages(n: int) -> list[Document]:
    return [
        Document(
            f"d{i:04d}",
            "梯田办推进节水",
            f"梯田办主任花千朵、水利部副部长田远山到第{i}号梯田调研节水。花工介绍，水位下降。",
        )
        for i in range(n)
    ]


def test_settings_read_a_path_at_once_and_stay_values(lexicon: Path) -> None:
    one, two = Settings(lexicon=lexicon), Settings(lexicon=str(lexicon))
    assert one == two
    assert hash(one) == hash(two)
    assert isinstance(one.lexicon, UserLexicon)
    lexicon.unlink()
    with pytest.raises(LexiconError) as error:
        Settings(lexicon=lexicon)
    assert str(error.value) == f"the lexicon {lexicon} does not exist; name a TSV, CSV or text file."


def test_the_use_of_every_entry_is_a_table(lexicon: Path) -> None:
    study = Study(pages(2), Settings(lexicon=lexicon))
    assert study.lexicon_use.to_numpy().tolist() == [
        ["梯田办", "ORGANISATION", "云泽省梯田保护办公室", 2, 2, 2],
        ["花千朵", "PERSON", "花千朵", 3, 2, 2],
        ["花工", "PERSON", "花千朵", 3, 2, 2],
        ["梯长", "POST", "梯长", 4, 0, 0],
        ["节水", "STOP", "节水", 5, 2, 2],
    ]
    assert study.problems[["path", "line", "action"]].to_numpy().tolist() == [["own.csv", 6, "left out"]]
    assert Study(pages(1)).lexicon_use.empty


def test_one_process_and_two_give_the_same_tables(lexicon: Path) -> None:
    news = pages(260)  # two shards
    one, two = (Study(news, Settings(lexicon=lexicon, threshold=0.75, jobs=jobs)) for jobs in (1, 2))
    for table in ("mentions", "officials", "lexicon_use", "keywords"):
        pd.testing.assert_frame_equal(getattr(one, table), getattr(two, table))
    assert (one.tokens.ids == two.tokens.ids).all()


def test_the_command_line_takes_a_lexicon(
    lexicon: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("posts").mkdir()
    for page in pages(12):
        Path("posts", f"{page.doc_id}.md").write_text(
            f"---\ntitle: {page.title}\ndate: 2022-03-01\n---\n\n{page.text}\n", encoding="utf-8"
        )
    arguments = [
        "posts",
        "-o",
        "out",
        "--lexicon",
        str(lexicon),
        "--threshold",
        "0.75",
        "--model",
        "open",
        "--language",
        "en",
        "--quiet",
    ]
    assert main(arguments) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Lexicon: 1 of 5 entries of own.csv stand in no text (data/lexicon_use.csv); "
        "1 problem with its rows (data/problems.csv)."
    )
    use = pd.read_csv("out/data/lexicon_use.csv")
    assert use.query("n_mentions == 0")["name"].tolist() == ["梯长"]
    facts = json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    sha256 = Settings(lexicon=lexicon).lexicon.sha256  # type: ignore[union-attr]
    assert facts["lexicon"] == {"file": "own.csv", "sha256": sha256, "entries": 5, "never_found": 1, "problems": 1}
    assert facts["parameters"]["model"] == {"chosen": "open", "default": "default"}
    assert facts["parameters"]["threshold"] == {"chosen": 0.75, "default": 0.0}
    assert facts["parameters"]["lexicon"]["chosen"] == f"UserLexicon('own.csv', 5 entries, SHA-256 {sha256[:12]})"
    page = Path("out/report.html").read_text(encoding="utf-8")
    assert "1 of 5 entries of your lexicon stand in no text." in page
    assert "云泽省梯田保护办公室" in page


def test_a_model_that_is_not_there_is_told_before_the_work_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "posts").mkdir()
    assert main([str(tmp_path / "posts"), "-o", str(tmp_path / "out"), "--model", "large"]) == 2
    assert capsys.readouterr().err == (
        "python -m analysis.report: model='large' is not allowed; choose one of 'default', 'open'.\n"
    )


def test_a_wrong_lexicon_is_told_before_the_work_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "posts").mkdir()
    missing = tmp_path / "none.csv"
    assert main([str(tmp_path / "posts"), "-o", str(tmp_path / "out"), "--lexicon", str(missing)]) == 2
    assert capsys.readouterr().err == (
        f"python -m analysis.report: the lexicon {missing} does not exist; name a TSV, CSV or text file.\n"
    )
