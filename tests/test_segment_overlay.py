"""Names laid over tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.segment import Segmenter

TEXT = "水利部长陈砚舟和中华人民共和国国务院"  # the minister of water resources, and the State Council of the PRC


def laid(spans, text=TEXT):
    segmenter = Segmenter()
    return [(token.word, token.tag) for token in segmenter.overlay(segmenter.tokens(text), text, spans)]


def test_without_spans_nothing_changes():
    assert laid([]) == [(token.word, token.tag) for token in Segmenter().tokens(TEXT)]


def test_tokens_inside_a_span_merge():
    assert ("中华人民共和国国务院", "nt") in laid([(8, 18, "nt")])


def test_a_token_across_an_edge_is_cut_there_and_its_rest_is_cut_again():
    text = "中华人民共和国"  # one word of the dictionary
    assert laid([(2, 4, "n")], text) == [("中华", "nz"), ("人民", "n"), ("共和国", "ns")]


def test_two_spans_in_one_token_leave_three_rests():
    text = "中华人民共和国"
    assert [word for word, _ in laid([(1, 2, "x"), (4, 5, "x")], text)] == ["中", "华", "人民", "共", "和", "国"]


def test_of_overlapping_spans_the_leftmost_and_longest_stays():
    tokens = laid([(4, 7, "nr1"), (4, 6, "nr2"), (5, 9, "nr3"), (4, 7, "nr4")])
    assert [token for token in tokens if token[1].startswith("nr")] == [("陈砚舟", "nr1")]


@pytest.mark.parametrize("start, stop", [(3, 3), (-1, 2), (0, 19)])
def test_an_empty_span_and_one_outside_the_text_are_refused(start, stop):
    with pytest.raises(AnalysisError) as error:
        laid([(start, stop, "nr")])
    assert str(error.value) == f"the span {start}:{stop} is empty or outside a text of 18 code points."


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 17), st.integers(1, 6)), max_size=5))
def test_no_character_is_lost_under_spans(places):
    spans = [(start, min(start + length, len(TEXT)), "nz") for start, length in places]
    segmenter = Segmenter()
    tokens = segmenter.overlay(segmenter.tokens(TEXT), TEXT, spans)
    assert "".join(token.word for token in tokens) == TEXT
    assert all(TEXT[token.start : token.stop] == token.word for token in tokens)
