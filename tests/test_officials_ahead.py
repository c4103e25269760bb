"""Only what stands near offices is cut into words and tagged, and the table is that of the whole text."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import Annotator
from analysis.document import Document, Token
from analysis.names.own import OwnNames
from analysis.names.tagger import tagger
from analysis.names.tagger.within import tag_within
from analysis.names.token_places import TokenPlaces
from analysis.officials.ahead import opened
from analysis.officials.find import find_officials
from analysis.officials.offices import stretches
from analysis.segment import Segmenter
from analysis.spans import Span
from analysis.tables import OFFICIALS

SEGMENTER = Segmenter()
PIECES = [
    "水利部副部长田远山、邱明礼到会", "会议在临江召开", "云泽省委书记陶砚秋讲话", "组长：佘怀瑾", "成员", " 亓正清", "　", "12", "AB",
    "县长", "田远山", "任命瞿若楠为", "中国", "人民大会堂", "李", "和", "的", "，", "、", "；", "：", "。", "！", "?", "\n", "\r\n", "”", "“",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def whole(text: str) -> list[Span]:
    """The stretches of a text between full stops and ends of lines."""
    return [Span(*match.span()) for match in re.finditer("[^。\n]*[。\n]|[^。\n]+", text)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sets(st.integers(0, 20)))
def test_a_stretch_has_the_names_that_the_whole_text_gives_there(text: str, chosen: set[int]) -> None:
    spans = [span for number, span in enumerate(whole(text)) if number in chosen]
    [names] = tagger().tag([text])
    wanted = [name for name in names if any(span.start <= name.start and name.stop <= span.stop for span in spans)]
    [found] = tag_within(tagger(), [text], [spans])
    assert [name[:3] for name in found] == [name[:3] for name in wanted]
    # What is decoded beside it decides on the last digits of a sum of single precision.
    assert [name.confidence for name in found] == pytest.approx([name.confidence for name in wanted], abs=0.002)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 60), max_size=8))
def test_a_sentence_has_the_tokens_of_its_text_whatever_is_asked_first(text: str, places: list[int]) -> None:
    lazy = TokenPlaces(text, lambda part, offset: SEGMENTER.tokens(part, offset=offset))
    known = TokenPlaces.of(SEGMENTER.tokens(text))
    for place in places:
        assert lazy.over(place) == known.over(place)
        assert (lazy.starting[place], lazy.ending[place]) == (known.starting[place], known.ending[place])
        assert list(lazy.between(place, place + 9)) == list(known.between(place, place + 9))
    assert lazy.all() == SEGMENTER.tokens(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=3))
def test_officials_are_those_of_whole_texts(texts: list[str]) -> None:
    documents = [Document(str(number), text=text) for number, text in enumerate(texts)]
    rows = [row for note in Annotator().annotate_all(documents) for row in note.officials]
    assert find_officials(documents).equals(OFFICIALS.of(rows))


def test_a_text_without_an_office_is_not_looked_at() -> None:
    cut: list[str] = []

    class Watched(Segmenter):
        def tokens(self, text: str, *, whole: Iterable[tuple[int, int, str]] = (), offset: int = 0) -> list[Token]:
            cut.append(text)
            return super().tokens(text, whole=whole, offset=offset)

    texts = ["会议召开。代表到会。", "水利部副部长田远山到会。会议闭幕。"]
    found = find_officials([Document(str(n), text=text) for n, text in enumerate(texts)], Watched())
    assert (found["person"].tolist(), cut) == (["田远山"], ["水利部副部长田远山到会。"])


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("会议召开。部长田远山到会。会议闭幕。", ["部长田远山到会。"]),
        ("组长：田远山\n邱明礼 陶砚秋\n会议召开。", ["组长：田远山\n邱明礼 陶砚秋\n"]),
        ("田远山到会！现任部长。", ["田远山到会！现任部长。"]),
        ("会议召开。", []),
    ],
)
def test_what_is_near_offices(text: str, near: list[str]) -> None:
    [(one, _)] = opened([Document("d", text=text)], OwnNames(), SEGMENTER, None)
    assert [text[start:stop] for start, stop in stretches(text, one.offices.sentences)] == near
