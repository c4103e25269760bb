"""The sequence model as it is shipped: what it finds, what it is robust against, and what it refuses."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.names.tagger import tagger
from analysis.names.tagger.tag import LONGEST, PAGE, STRETCH, clauses, pages, stretches

TEXT = "水利部副部长田远山到临江调研，会见艾琳·科尔。"
NAMES = [
    ("水利部", "ORGANISATION"),
    ("副部长", "POST"),
    ("田远山", "PERSON"),
    ("临江", "PLACE"),
    ("艾琳·科尔", "PERSON"),
]


def found(text, style=None):
    model = tagger() if style is None else tagger().in_style(style)
    return [(text[name.start : name.stop], name.type) for name in model.tag([text])[0]]


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.replace("，", ""), TEXT.replace("，", "\n"), f"　{TEXT}", f"{TEXT}😀"],
    ids=["plain", "no comma", "two lines", "indented", "emoji"],
)
def test_names_are_found(text):
    assert found(text) == NAMES


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n" * 7, "😀", "\ud800", "\x00", "abc", "。" * 500])
def test_texts_without_names_have_none(text):
    assert found(text) == []


def test_a_lone_surrogate_does_not_hide_a_name():
    assert found(f"\ud800{TEXT}") == NAMES


def test_names_know_how_sure_they_are():
    assert all(0 < name.confidence <= 1 for name in tagger().tag([TEXT])[0])
    assert tagger().tag([TEXT])[0][0].confidence > 0.9


def test_a_style_is_that_of_a_training_set():
    assert found("省委召开会议。", "msra") == [("省委", "ORGANISATION")]
    assert found("省委召开会议。", "pfr") == []


def test_an_unknown_style_is_refused():
    with pytest.raises(AnalysisError) as error:
        tagger().in_style("sinovac")
    assert str(error.value) == (
        "style='sinovac' is not allowed; choose one of 'msra', 'pfr', 'aishell', 'uner', 'cluener', 'resume', 'azuretime', 'weibo'."
    )


def test_an_unknown_model_is_refused():
    with pytest.raises(AnalysisError) as error:
        tagger("large")
    assert str(error.value) == "model='large' is not allowed; choose one of 'default', 'open'."


texts = st.text(alphabet="水利部副长田远山到临江调研，。·\n 0a　王说", max_size=60)


@settings(deadline=None, max_examples=40)
@given(st.lists(texts, max_size=6))
def test_a_text_gives_the_same_alone_and_among_others(several):
    assert tagger().tag(several) == [tagger().tag([text])[0] for text in several]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_names_are_in_order_and_apart(text):
    names = tagger().tag([text])[0]
    ends = [place for name in names for place in (name.start, name.stop)]
    assert ends == sorted(ends)
    assert all(0 <= name.start < name.stop <= len(text) for name in names)


def test_a_long_line_without_punctuation_is_read_whole():
    line = TEXT.replace("，", "").replace("。", "") * 3
    text = line * (4 * LONGEST // len(line) + 1)
    names = found(text)
    # a cut every 120 letters may go through a name
    assert len(names) >= 0.95 * len(NAMES) * text.count("水利部")


def test_clauses_are_the_text():
    text = "一，二。" + "三" * 300 + "\n四"
    assert "".join(text[a:b] for a, b in clauses(text)) == text
    assert max(b - a for a, b in clauses(text)) == LONGEST


def test_a_very_long_text_is_read_in_parts():
    text = TEXT * (STRETCH // len(TEXT) + 100)
    parts = list(stretches(text))
    assert len(parts) == 2
    assert all(text[stop - 1] in "。，" for _, stop in parts)
    assert found(text) == NAMES * text.count("水利部")


def test_pages_are_all_texts():
    several = ["水" * (PAGE // 2)] * 5 + [""]
    assert [text for page in pages(several, len) for text in page] == several


def test_both_models_are_small():
    """Eight megabytes were asked for, and ten for all that the package carries."""
    sizes = {p.name: p.stat().st_size for p in (files("analysis") / "models").iterdir() if p.name.endswith(".npz")}
    assert set(sizes) == {"names-default.npz", "names-open.npz"}
    assert sizes["names-default.npz"] < 8_000_000
    assert sum(sizes.values()) < 10_000_000


def test_the_open_model_finds_names_too():
    text = "北京市统计局副局长田远山表示"
    names = tagger("open").tag([text])[0]
    assert (text[names[0].start : names[0].stop], names[0].type) == ("北京市统计局", "ORGANISATION")
    assert "田远山" in [text[name.start : name.stop] for name in names if name.type == "PERSON"]
