"""What becomes of the names that the sequence model sees, given by hand so that no weights decide."""

import pytest

from analysis.document import Document
from analysis.names.find import names_of
from analysis.names.tagger import Tagged
from analysis.segment import Segmenter

SEGMENTER = Segmenter()
Mark = tuple[str, str, float]


def found(text: str, *marks: Mark) -> list[tuple[str, str, str]]:
    """Text, type and rule of the names of a text in which the model sees the marks, each at its first free place."""
    tagged, place = [], 0
    for words, name_type, sure in marks:
        place = text.index(words, place)
        tagged.append(Tagged(place, place + len(words), name_type, sure))
        place += len(words)
    rows = names_of(Document("d", text=text), SEGMENTER.tokens(text), tagged=tagged)
    return [(row[3], row[4], row[7]) for row in rows]


def test_what_the_model_hardly_believes_is_no_name() -> None:
    assert found("花千朵到场。", ("花千朵", "PERSON", 0.29)) == []
    assert found("花千朵到场。", ("花千朵", "PERSON", 0.3)) == [("花千朵", "PERSON", "model")]


def test_a_word_that_is_never_a_name_is_one_only_if_the_model_is_sure() -> None:
    assert found("高中生到场。", ("高中生", "PERSON", 0.74)) == []
    assert found("高中生到场。", ("高中生", "PERSON", 0.75)) == [("高中生", "PERSON", "model")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("H.韦恩到场。", "H.韦恩"),
        ("学者J.R.韦恩到场。", "J.R.韦恩"),
        ("学者J. R. 韦恩到场。", "J. R. 韦恩"),
        ("A·K·韦恩到场。", "A·K·韦恩"),
        ("ABC.韦恩到场。", "韦恩"),
        ("A韦恩到场。", "韦恩"),
    ],
)
def test_initials_go_with_their_name(text: str, name: str) -> None:
    assert found(text, ("韦恩", "PERSON", 0.9)) == [(name, "PERSON", "model")]


def test_a_sure_name_wins_over_a_place_and_that_over_an_unsure_one() -> None:
    text = "他在长沙里奇家做客。"
    assert found(text, ("长沙里奇", "PERSON", 0.75)) == [("长沙里奇", "PERSON", "model")]
    assert found(text, ("长沙里奇", "PERSON", 0.74)) == [("长沙", "PLACE", "gazetteer")]


def test_a_sure_name_settles_where_it_ends_elsewhere() -> None:
    text = "花千朵到场。记者问花千朵如何应对。"
    assert found(text, ("花千朵", "PERSON", 0.9), ("问花千朵", "PERSON", 0.5)) == [
        ("花千朵", "PERSON", "model"),
        ("花千朵", "PERSON", "repeated"),
    ]
    assert found(text, ("花千朵", "PERSON", 0.7)) == [("花千朵", "PERSON", "model")]


def test_without_a_model_rules_and_lists_find_names() -> None:
    text = "水利部部长在长沙。"
    rows = names_of(Document("d", text=text), SEGMENTER.tokens(text))
    assert [(row[3], row[7]) for row in rows] == [("水利部", "registry"), ("部长", "titles"), ("长沙", "gazetteer")]
    assert found(text) == [("长沙", "PLACE", "gazetteer")]


def test_one_latin_word_is_no_person_but_two_are() -> None:
    assert found("作者Steam说。", ("Steam", "PERSON", 0.9)) == []
    assert found("作者Ada Wayne说。", ("Ada Wayne", "PERSON", 0.9)) == [("Ada Wayne", "PERSON", "model")]


def test_a_bracket_that_was_opened_before_a_name_is_none_of_it() -> None:
    assert found("据《临江周刊》报道。", ("临江周刊》", "ORGANISATION", 0.9)) == [("临江周刊", "ORGANISATION", "model")]
    whole = "临江公司（北岸）"
    assert found(f"{whole}开业。", (whole, "ORGANISATION", 0.9)) == [(whole, "ORGANISATION", "model")]
