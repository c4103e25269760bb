"""Each row says what decided it, and explain() tells the whole derivation."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis as an
from analysis.errors import AnalysisError
from analysis.names.page import Page
from analysis.officials.grammar.blocks import BlockReader
from analysis.officials.grammar.chain import ChainReader
from analysis.segment import Segmenter
from analysis.spans import Span

SEGMENTER = Segmenter()


def evidence(text: str, model: str | None = None) -> list[tuple[str, str, str]]:
    rows = an.find_officials([an.Document("d", text=text)], SEGMENTER, model=model)
    return list(rows[["person", "title", "evidence"]].itertuples(index=False, name=None))


def test_a_row_names_its_rules_and_their_evidence() -> None:
    assert evidence("云河市财政局党组成员、副局长费承砚到会指导。") == [
        (
            "费承砚",
            "党组成员",
            "begin with body (body by its ending); title of body; name behind titles (name before a known word)",
        ),
        ("费承砚", "副局长", "one more position (、); further title; name behind titles (name before a known word)"),
    ]


def test_an_act_and_a_roster_name_their_frame() -> None:
    assert [row[2] for row in evidence("会议决定任命洛秋水为河南省副省长。")] == [
        "frame of 任命; begin with body (body opened by a known name); title of body"
    ]
    assert [row[2] for row in evidence("副组长：古道远")] == ["roster label; begin with guarded title"]


def test_a_body_of_the_lexicon_is_evidence(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("name\ttype\tcanonical\n梯田办\tORGANISATION\t云泽省梯田保护办公室\n", "utf-8")
    rows = an.find_officials([an.Document("d", text="梯田办主任田远山介绍情况。")], SEGMENTER, lexicon=path, model=None)
    assert rows["evidence"].tolist() == [
        "begin with body (body of the lexicon); guarded title of body; name behind titles (name before a known word)"
    ]


def test_the_model_is_evidence() -> None:
    [(_, _, said)] = evidence("水利部副部长田远山到临江调研。", "default")
    assert said == (
        "begin with body (body of the registry, seen by the model); title of body; name behind titles (name sure to the model)"
    )


DERIVATION = """\
水利部党组成员、副部长田远山、邱明礼，总工程师陶砚秋出席会议。
  [titles names] weight 8.3
    0-3    水利部       +0.7  begin with body (body of the registry)
    3-7    党组成员     +1.0  title of body
    7-8    、           +0.2  one more position (、)
    8-11   副部长       +1.0  further title
    11-14  田远山       +2.7  name behind titles (name before a mark)
    14-15  、           +0.0  list goes on (、)
    15-18  邱明礼       +2.7  name shares titles (name before a mark)
  runner-up: 党组成员、副部长田远山、邱明礼 (0.7 less)
  [titles names] weight 3.5
    19-23  总工程师     +1.0  begin with title
    23-26  陶砚秋       +2.5  name behind titles (name before a known word)
  runner-up: 总工程师陶砚 (2.4 less)
  田远山: 党组成员 of 水利部 (written)
  田远山: 副部长 of 水利部 (chain)
  邱明礼: 党组成员 of 水利部 (written)
  邱明礼: 副部长 of 水利部 (chain)
  陶砚秋: 总工程师 of 水利部 (block)

出席人员：殳望之（国家能源局副局长）
  [roster row] 殳望之: 殳望之（国家能源局副局长
    41-46  国家能源局   +0.7  begin with body (body of the registry)
    46-49  副局长       +1.0  title of body
  殳望之: 副局长 of 国家能源局 (written)"""


def test_a_derivation_shows_elements_rules_weights_the_runner_up_and_where_bodies_come_from() -> None:
    document = an.Document(
        "d", text="水利部党组成员、副部长田远山、邱明礼，总工程师陶砚秋出席会议。\n出席人员：殳望之（国家能源局副局长）"
    )
    assert an.explain(document, SEGMENTER, model=None) == DERIVATION


def test_a_document_without_officials_has_nothing_to_explain() -> None:
    assert an.explain(an.Document("d", text="今天多云。"), SEGMENTER) == "This document names no official."
    assert an.explain(an.Document("d", text="部长没有来。"), SEGMENTER) == "This document names no official."


def test_what_is_no_document_cannot_be_explained() -> None:
    with pytest.raises(AnalysisError):
        an.explain("水利部副部长田远山")  # type: ignore[arg-type]


TITLES = st.sampled_from(
    [
        "部长",
        "省委书记",
        "、",
        "，",
        "局长",
        "水利部",
        "委员",
        "和",
        "田远山",
        "（",
        "）",
        "：",
        "兼",
        "原",
        "王",
        "·",
        "任命",
        "为",
        " ",
        "\n",
        "的",
        "同志",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=60), st.lists(TITLES, max_size=24).map("".join)))
def test_any_text_gives_rows_inside_it_the_same_every_time(text: str) -> None:
    rows = an.find_officials([an.Document("d", text=text)], SEGMENTER, model=None)
    again = an.find_officials([an.Document("d", text=text)], SEGMENTER, model=None)
    assert rows.equals(again)
    for row in rows.itertuples():
        assert 0 <= row.start < row.stop <= len(text)
        assert re.sub(r"\s", "", text[row.start : row.stop]) == row.person
        assert row.evidence


def n_elements(text: str) -> int:
    page = Page.read(text, SEGMENTER.tokens(text))
    reader = BlockReader(text, ChainReader(text, page.bodies, page.posts), page.persons)
    return len(reader.elements(Span(0, len(text)), len(text)))


@pytest.mark.parametrize("piece", ["水利部副部长田远山和省长", "部长", "王局长、", "副省长邱明礼、"])
def test_the_lattice_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert n_elements(piece * 400) <= 2 * n_elements(piece * 200) + 8


def test_a_roster_of_five_hundred_names_is_one_list() -> None:
    names = [
        f"{surname}{given}"
        for surname in "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
        for given in "远 明 秋 文 青 川 山 石 禾 舟 岚 若 向 知 修 慎 笃 敬 谦 恒 朗 澄 砚 柏 枫".split()
    ]
    rows = an.find_officials([an.Document("d", text=f"委员会委员：{'、'.join(names)}。")], SEGMENTER, model=None)
    assert len(names) == 500
    assert (len(rows), rows["order"].tolist()[-1]) == (500, 500)
