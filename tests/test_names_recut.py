"""A proposed name is cut to the real one: by offices, by the document's sure names, by letters and edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.names.recut import recut


def recut_marked(marked: str, sure: tuple[str, ...] = ()) -> str:
    """The text with the recut name in brackets; in `marked` the proposal is."""
    start, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    span = recut(text, start, stop, sure)
    return f"{text[: span.start]}[{text[span.start : span.stop]}]{text[span.stop :]}" if span else text


@pytest.mark.parametrize(
    ("proposed", "name"),
    [
        ("国务院[韩远副]总理指出", "国务院[韩远]副总理指出"),
        ("[江澄与]大家座谈", "[江澄]与大家座谈"),
        ("[王中铎代]表说", "[王中铎]代表说"),
        ("[陈思语说]，她会努力。", "[陈思语]说，她会努力。"),
        ("[张关渠会]见客人", "[张关渠]会见客人"),
        ("[局长石文山]介绍", "局长[石文山]介绍"),
        ("由[李守正主]持会议", "由[李守正]主持会议"),
        ("[李守]正主持会议", "[李守正]主持会议"),
        ("[刘向东同志]发言", "[刘向东]同志发言"),
        ("（[钱伯渊）]", "（[钱伯渊]）"),
        ("[欧阳志]远出席", "[欧阳志远]出席"),
        ("[孙立远等]出席", "[孙立远]等出席"),
        ("[王树清任]主任", "[王树清]任主任"),
    ],
)
def test_what_does_not_belong_to_a_name_is_cut_off(proposed: str, name: str) -> None:
    assert recut_marked(proposed) == name


@pytest.mark.parametrize(
    ("proposed", "name"),
    [
        ("[雷诺·艾德勒当]选总统", "[雷诺·艾德勒]当选总统"),
        ("[艾德勒]·科斯塔女士", "[艾德勒·科斯塔]女士"),
        ("[克里斯蒂安森说]，愿意", "[克里斯蒂安森]说，愿意"),
        ("牧民[次仁多布杰]说", "牧民[次仁多布杰]说"),
    ],
)
def test_foreign_and_minority_names_are_cut_too(proposed: str, name: str) -> None:
    assert recut_marked(proposed) == name


@pytest.mark.parametrize(
    "right",
    ["局长[石文山]介绍", "[沈从川]说", "会议由[高守澜]主持", "[特鲁斯科娃]表示", "[阿依古丽]说", "[谷雨]（女）当选"],
)
def test_a_right_proposal_stays(right: str) -> None:
    assert recut_marked(right) == right


def test_a_name_that_the_rules_cannot_measure_stays() -> None:
    assert recut_marked("网友[冬瓜不甜]留言") == "网友[冬瓜不甜]留言"


@pytest.mark.parametrize(
    "wrong", ["推动[高水平]对外开放", "发放[许可证]到企业", "[安全感]不断提升", "党[和政府]的关怀"]
)
def test_an_everyday_word_is_no_name(wrong: str) -> None:
    assert "[" not in recut_marked(wrong)


def test_the_sure_names_of_the_document_decide() -> None:
    assert recut_marked("工人见[罗望到]了", sure=("罗望",)) == "工人见[罗望]到了"
    assert recut_marked("工人见[罗望]到了", sure=("罗望到",)) == "工人见[罗望到]了"


def test_a_stretch_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError) as error:
        recut("江澄", 1, 3)
    assert str(error.value) == "[1, 3) is no stretch of a text of 2 characters."


@given(st.text("李王江澄与副总理局长说·、（）高水平a \n欧阳", min_size=1, max_size=24), st.data())
def test_the_result_overlaps_what_was_proposed_or_is_near_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    span = recut(text, start, stop)
    assert span is None or (0 <= span.start < span.stop <= len(text) and span.start < stop and start < span.stop)
