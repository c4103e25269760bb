"""Shapes of names: letters and both edges are weighed, and the document's own evidence decides between cuts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.names.dotted import DottedReader
from analysis.names.evidence import believed, best
from analysis.names.foreign import ForeignReader
from analysis.names.shapes import WEIGHTS, Shape, ShapeReader
from analysis.names.words import Words
from analysis.segment import Segmenter

SEGMENTER = Segmenter()


def scores(text: str, reader: type[ShapeReader] | type[ForeignReader] = ShapeReader) -> dict[str, float]:
    shapes = reader(text, Words(SEGMENTER.tokens(text))).shapes()
    return {text[shape.start : shape.stop]: shape.score for shape in shapes}


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("江澄与大家座谈", "江澄", "江澄与"),
        ("李志远会见客人", "李志远", "李志"),
        ("欧阳维川到会", "欧阳维川", "欧阳维"),
        ("周吴慧芬说，", "周吴慧芬", "吴慧芬"),
        ("高木直树说，", "高木直树", "高木直"),
    ],
)
def test_a_whole_name_scores_more_than_a_wrong_cut(text: str, better: str, worse: str) -> None:
    found = scores(text)
    assert found[better] > max(0.0, found.get(worse, -9.0))


@pytest.mark.parametrize("text", ["王先生说，", "推动高水平开放", "莫斯科表示，", "和政府的关系", "钱沟村党支部决定"])
def test_what_is_no_name_scores_below_zero(text: str) -> None:
    assert [name for name, score in scores(text).items() if score > 0] == []


def test_a_run_of_foreign_letters_needs_its_edges() -> None:
    found = scores("克里斯蒂安森说，丹麦愿意", ForeignReader)
    assert found["克里斯蒂安森"] > 0
    assert max(found.values()) == found["克里斯蒂安森"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("领袖罗莎·卢森贝和卡尔·李卜内西遇害", ["罗莎·卢森贝", "卡尔·李卜内西"]),
        ("由荷兰人维姆·德森贝赫出任", ["维姆·德森贝赫"]),
        ("H.肖克莱教授和乔治·W·哈洛博士", ["H.肖克莱", "乔治·W·哈洛"]),
        ("《孙子兵法·谋攻篇》、主食·米饭", []),
    ],
)
def test_dotted_names_are_cut_at_both_ends(text: str, names: list[str]) -> None:
    found = DottedReader(text, Words(SEGMENTER.tokens(text))).shapes()
    assert [text[shape.start : shape.stop] for shape in found] == names


def test_a_sure_mention_teaches_an_unsure_one() -> None:
    text = "简宁到会。握着简宁的手"
    unsure = Shape(7, 9, -1.0)
    assert believed([unsure], text) == []
    assert [shape[:2] for shape in believed([Shape(0, 2, 2.5), unsure], text)] == [(0, 2), (7, 9)]
    assert [shape[:2] for shape in believed([unsure], text, known={"简宁"})] == [(7, 9)]


def test_there_is_a_weight_for_every_feature() -> None:
    text = "李志远说"
    features = ShapeReader(text, Words(SEGMENTER.tokens(text))).features(0, 3, 1)
    assert features is not None and len(features) == len(WEIGHTS)


@given(st.lists(st.builds(Shape, st.integers(0, 9), st.integers(10, 14), st.floats(-5, 5)), max_size=8))
def test_the_best_do_not_overlap_and_hold_the_very_best(shapes: list[Shape]) -> None:
    kept = best(shapes)
    assert all(left.stop <= right.start for left, right in pairwise(kept))
    assert not shapes or max(shape.score for shape in shapes) in [shape.score for shape in kept]


@given(st.text("李王欧阳和·江澄与说，\n 𬭎A.次仁", max_size=30))
def test_every_shape_lies_in_its_text(text: str) -> None:
    words = Words(SEGMENTER.tokens(text))
    for reader in (ShapeReader, ForeignReader, DottedReader):
        assert all(0 <= start < stop <= len(text) for start, stop, _ in reader(text, words).shapes())
