"""Figures are read by their artists and their text, never by pixels."""

import re
import subprocess
import sys
from collections.abc import Callable

import matplotlib
import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure

from analysis.report import figures
from analysis.report.figures.canvas import drawable, shortened
from analysis.report.figures.months import panels
from analysis.report.figures.saving import inline, standalone, svg_of
from analysis.tables import CONSENSUS_ORDER, EVENTS, PRECEDENCE
from tests.invented_study import InventedStudy, empty_study, invented_study

DRAW: dict[str, Callable[[InventedStudy, str], Figure]] = {
    "documents_by_month": lambda s, to: figures.documents_by_month(s.documents, language=to),
    "calendar": lambda s, to: figures.calendar(s.documents, language=to),
    "lengths": lambda s, to: figures.lengths(s.documents, language=to),
    "filled_fields": lambda s, to: figures.filled_fields(s.documents, language=to),
    "keyword_bars": lambda s, to: figures.keyword_bars(s.keywords, language=to),
    "keyword_trends": lambda s, to: figures.keyword_trends(s.keyword_trend, language=to),
    "entity_bars": lambda s, to: figures.entity_bars(s.mentions, s.documents, language=to),
    "person_trends": lambda s, to: figures.person_trends(s.mentions, s.documents, language=to),
    "appearances": lambda s, to: figures.appearances(s.officials, s.documents, language=to),
    "body_bars": lambda s, to: figures.body_bars(s.officials, language=to),
    "title_bars": lambda s, to: figures.title_bars(s.officials, language=to),
    "rank_bars": lambda s, to: figures.rank_bars(s.officials, language=to),
    "events_by_month": lambda s, to: figures.events_by_month(s.events, s.documents, language=to),
    "consensus_order": lambda s, to: figures.consensus_order(s.consensus_order, language=to),
    "precedence": lambda s, to: figures.precedence(s.precedence, language=to),
    "together": lambda s, to: figures.together(s.officials, language=to),
    "topic_scan": lambda s, to: figures.topic_scan(s.topic_scan, language=to),
    "topic_bars": lambda s, to: figures.topic_bars(s.topic_words, s.topics, language=to),
    "topic_trends": lambda s, to: figures.topic_trends(s.topic_trend, s.topics, language=to),
    "topic_similarity": lambda s, to: figures.topic_similarity(s.topic_similarity, s.topics, language=to),
}
STUDY, EMPTY = invented_study(60), empty_study()


def words_of(figure: Figure) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg_of(figure, "test"))


def test_every_public_figure_is_tested() -> None:
    assert set(DRAW) == set(figures.__all__)


@pytest.mark.parametrize("name", DRAW)
def test_a_figure_is_drawn_without_a_warning_and_changes_no_setting(name: str) -> None:
    before = dict(matplotlib.rcParams)
    fonts = list(font_manager.fontManager.ttflist)
    figure = DRAW[name](STUDY, "zh")
    svg_of(figure, name)  # a glyph that the font lacks would be a warning, and warnings are errors here
    assert dict(matplotlib.rcParams) == before
    assert font_manager.fontManager.ttflist == fonts


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_figure_of_an_empty_table_is_drawn_too(name: str, language: str) -> None:
    assert words_of(DRAW[name](EMPTY, language))


@pytest.mark.parametrize(
    "name", ["appearances", "calendar", "consensus_order", "entity_bars", "events_by_month", "topic_trends"]
)
def test_a_figure_drawn_twice_is_the_same_to_the_byte(name: str) -> None:
    assert svg_of(DRAW[name](STUDY, "zh"), name) == svg_of(DRAW[name](STUDY, "zh"), name)


def test_no_figure_needs_pyplot_or_imports_the_font_package() -> None:
    code = "import sys, analysis.report.figures; print({'matplotlib.pyplot', 'zhplot'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_labels_of_a_figure_are_in_the_language_asked_for() -> None:
    assert "字符数（对数刻度，n=60）" in words_of(figures.lengths(STUDY.documents, language="zh"))
    assert "characters (logarithmic, n=60)" in words_of(figures.lengths(STUDY.documents, language="en"))


def test_names_are_text_that_can_be_searched_and_links_to_their_row() -> None:
    svg = svg_of(figures.keyword_bars(STUDY.keywords), "k")
    assert "梯田保护" in svg
    assert re.search(r'<a xlink:href="#keyword-[0-9a-f]{8}"', svg)


def test_the_file_links_into_the_report_and_the_element_within_the_page() -> None:
    svg = svg_of(figures.keyword_bars(STUDY.keywords), "k")
    assert '<a xlink:href="../report.html#keyword-' in standalone(svg)
    assert '<use xlink:href="../report.html' not in standalone(svg)
    assert 'aria-label="a &lt;b&gt; &#34;c&#34;"' in inline(svg, 'a <b> "c"')


def test_a_dollar_is_a_dollar_and_a_tag_is_text() -> None:
    keywords = pd.DataFrame({"doc_id": "", "keyword": ["$x_1$", "<script>"], "score": [2.0, 1.0], "rank": [1, 2]})
    words = words_of(figures.keyword_bars(keywords))
    assert "$x_1$" in words
    assert "&lt;script&gt;" in words


def test_a_character_that_the_font_lacks_is_marked() -> None:
    assert drawable("王\U000307fb同志") == "王〓同志"  # a code point that Unicode has not assigned


def test_a_long_name_is_cut_and_stays_on_one_line() -> None:
    assert shortened("中央纪委\n国家监委驻工业和信息化部纪检监察组", 8) == "中央纪委 国家…"


def test_no_line_passes_through_a_month_of_fewer_than_five_documents() -> None:
    months = ["2022-01", "2022-02", "2022-03"]
    table = pd.DataFrame({"term": "词", "month": months, "n_documents": [5, 4, 6], "n_total": [10, 4, 10]})
    table["share"] = table["n_documents"] / table["n_total"]
    line, hollow = panels(table, {"词": "词"}, "term", same_scale=False).axes[0].lines
    assert [str(y) for y in line.get_ydata()] == ["0.5", "nan", "0.6"]
    assert (list(hollow.get_xdata()), list(hollow.get_ydata())) == ([1], [1.0])
    assert hollow.get_markerfacecolor() == "white"


def test_a_month_without_documents_has_no_dot_at_all() -> None:
    table = pd.DataFrame({"term": "词", "month": ["2022-01", "2022-03"], "n_documents": [5, 6], "n_total": [10, 10]})
    table["share"] = table["n_documents"] / table["n_total"]
    line, hollow = panels(table, {"词": "词"}, "term", same_scale=False).axes[0].lines
    assert [str(y) for y in line.get_ydata()] == ["0.5", "nan", "0.6"]
    assert list(hollow.get_xdata()) == []


def test_panels_print_how_many_documents_they_stand_on() -> None:
    n = int(STUDY.keyword_trend.groupby("term", sort=False)["n_documents"].sum().iloc[0])
    assert f"梯田保护  n={n}" in words_of(figures.keyword_trends(STUDY.keyword_trend))


def test_more_dots_than_the_page_bears_become_weeks() -> None:
    days = pd.date_range("2020-01-01", "2022-12-31").strftime("%Y-%m-%d")
    documents = pd.DataFrame({"doc_id": days, "date": days + "T08:00:00+08:00"})
    rows = [(day, f"人{i}", "厅长", "水务厅") for day in days for i in range(4)]
    officials = pd.DataFrame(rows, columns=["doc_id", "person", "title", "body_full"])
    dots = sum(len(line.get_xdata()) for line in figures.appearances(officials, documents).axes[0].lines)
    assert dots == 4 * 157  # the Mondays from 2019-12-30 to 2022-12-26


def order_of(*rows: tuple[int, int, float, float | None, float | None, str, int]) -> pd.DataFrame:
    """component, position, place, low, high, person_id, n_lists."""
    return CONSENSUS_ORDER.of((*row, 1, "majority") for row in rows)


AGREED = order_of(
    (1, 1, 1.0, 1.0, 1.5, "田远山", 9), (1, 2, 2.25, 1.5, 3.0, "花朗", 4), (1, 3, 2.75, None, None, "陶砚秋", 2),
    (2, 1, 1.0, 1.0, 1.0, "丁知远", 3), (2, 2, 2.0, 2.0, 2.0, "王怀瑾", 3), (3, 1, 1.0, None, None, "李清和", 8),
)  # fmt: skip


def test_the_order_is_drawn_with_places_intervals_and_numbers_of_lists() -> None:
    first, second = figures.consensus_order(AGREED, language="en").axes
    assert [label.get_text() for label in first.get_yticklabels()] == ["田远山", "花朗", "陶砚秋"]
    assert list(first.lines[0].get_xdata()) == [1.0, 2.25, 2.75]
    whiskers = [[float(x) for x, _ in path] for path in first.collections[0].get_segments()]
    assert whiskers[:2] == [[1.0, 1.5], [1.5, 3.0]]
    assert [text.get_text() for text in first.texts] == ["9 lists", "4 lists", "2 lists"]
    assert first.get_title("left") == "group 1 (3 persons), which no list compares with the others"
    assert [label.get_text() for label in second.get_yticklabels()] == ["丁知远", "王怀瑾"]


def test_the_order_of_the_persons_in_most_lists_keeps_their_places_among_all() -> None:
    (axes,) = figures.consensus_order(AGREED.head(3), top=2).axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["田远山", "花朗"]
    assert axes.get_xlim()[1] > 3
    assert axes.get_title("left") == "", "one component needs no number"


def test_persons_without_posts_of_a_known_rank_are_a_bar_of_another_colour() -> None:
    officials = pd.DataFrame({"person": ["田远山", "花朗", "陶砚秋"], "rank": ["正厅级", "", ""]})
    axes = figures.rank_bars(officials, language="en").axes[0]
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert (labels[4], labels[-1]) == ("正厅级 head of department", "no rule decides")
    assert [bar.get_width() for bar in axes.patches] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2]
    assert axes.patches[0].get_facecolor() != axes.patches[-1].get_facecolor()


def test_events_are_stacked_by_type_with_the_rare_ones_together() -> None:
    kinds = ["meeting", "inspection", "guests", "visit", "speech", "award", "signing", "appointment", "removal"]
    rows = [("d", n, 0, 2, kind, "", "", "", "", "", "", "", "", 0, "") for n, kind in enumerate(kinds, start=1)]
    documents = pd.DataFrame({"doc_id": ["d"], "date": ["2022-01-06T08:00:00+08:00"]})
    words = words_of(figures.events_by_month(EVENTS.of(rows), documents, language="en"))
    assert {"meeting", "appointment", "other", "9", "2022-01"} <= set(words)
    assert not {"speech", "visit"} & set(words)


def test_two_who_are_never_ordered_are_left_out_of_precedence() -> None:
    table = PRECEDENCE.of(
        [("田远山", "花朗", 3, 1, 0, 4, 0.75, 0.3, 0.95), ("丁知远", "王怀瑾", 0, 0, 2, 2, None, 0.0, 1.0)]
    )
    words = words_of(figures.precedence(table))
    assert {"田远山", "花朗", "75", "25"} <= set(words)
    assert not {"丁知远", "王怀瑾"} & set(words)
