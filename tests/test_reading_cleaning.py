"""The mock-ups of sites come out as their hand-written texts, but for the failures that are known."""

import pytest

from tests.benchmarks.cleaning import CASES, lines_of, mock_ups, our_text

KNOWN = {
    "a-jiemian-1.md": "a lone 1 at the head may be the number of a first part",
    "c-tv-page-1.html": "a bar of reactions (心情：点赞 12惊讶 0) reads like a line of text",
    "b-magazine-page-1.html": "an aside and a footer inside <article> hold text on other pages",
    "d-jekyll-1.md": "an emphasised line under a picture of Markdown may be text",
    "bbs-table-1.html": "the page has no title that could tell its heading from its text",
}


def cases():
    for case in mock_ups():
        marks = [pytest.mark.xfail(reason=KNOWN[case.name], strict=True)] if case.name in KNOWN else []
        yield pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_a_page_comes_out_as_its_text(case):
    assert lines_of(our_text(case)) == lines_of(case.text)


def test_there_are_120_mock_ups_and_20_real_posts():
    names = [case.name for case in mock_ups()]
    assert len(set(names)) == len(names) == 120
    assert len((CASES / "real.tsv").read_text(encoding="utf-8").splitlines()) == 21
