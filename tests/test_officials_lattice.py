"""The rules of the grammar as a list, and the best path by them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.officials.grammar.elements import Elements
from analysis.officials.grammar.lattice import Element, Path, best_blocks, best_chain, runner_up, weight_of
from analysis.officials.grammar.rules import (
    BODY,
    EDGED,
    ENDS,
    FRONT,
    GUARDED,
    JOINT,
    MODIFIER,
    NAME,
    NEXT,
    RULES,
    START,
    STEPS,
    TITLE,
    TITLED,
    WEIGHTS,
)

KINDS = sorted({rule.kind for rule in RULES})


def rules_of(paths: list[Path]) -> list[list[str]]:
    return [[step.rule.name for step in path] for path in paths]


def test_no_two_rules_lead_on_from_one_state_by_one_kind() -> None:
    assert len(STEPS) == len(RULES)


def test_every_rule_says_why() -> None:
    assert [rule.name for rule in RULES if not rule.why] == []


def test_every_state_can_be_reached_and_leads_to_an_end() -> None:
    states = {rule.before for rule in RULES} | {rule.after for rule in RULES}
    reached, ending = {START}, set(ENDS)
    for _ in states:
        reached |= {rule.after for rule in RULES if rule.before in reached}
        ending |= {rule.before for rule in RULES if rule.after in ending}
    assert (states - reached, states - ending) == (set(), set())


def test_a_title_without_a_name_is_skipped() -> None:
    assert best_blocks([Element(0, 3, BODY, 0.5), Element(3, 5, TITLE, 1.0)]) == []


def test_a_chain_takes_all_its_titles_to_the_name() -> None:
    elements = [
        Element(0, 4, TITLE, 1.0),
        Element(4, 5, JOINT, 0.0),
        Element(5, 7, TITLE, 1.0),
        Element(7, 10, NAME, 2.7),
    ]
    assert rules_of(best_blocks(elements)) == [
        ["begin with title", "one more position", "further title", "name behind titles"]
    ]


def test_a_sure_name_in_front_beats_an_unsure_one_behind() -> None:
    title = Element(3, 6, TITLE, WEIGHTS["title"])
    behind = Element(6, 9, EDGED, WEIGHTS["name at edge"])
    sure = Element(0, 3, FRONT, WEIGHTS["name sure to model"])
    unsure = Element(0, 3, FRONT, WEIGHTS["surname in front"])
    assert rules_of(best_blocks([sure, title, behind])) == [["begin with name", "title behind name"]]
    assert rules_of(best_blocks([unsure, title, behind])) == [["begin with title", "name behind titles"]]


def test_a_guarded_title_alone_needs_a_sure_edge_behind_its_name() -> None:
    title = Element(0, 2, GUARDED, WEIGHTS["title"])
    assert best_blocks([title, Element(2, 5, EDGED, WEIGHTS["name at edge"])]) == []
    assert len(best_blocks([title, Element(2, 5, NAME, WEIGHTS["name before word"])])) == 1


def test_a_guarded_title_in_a_body_needs_none() -> None:
    elements = [Element(0, 4, BODY, 0.5), Element(4, 6, GUARDED, 1.0), Element(6, 9, EDGED, WEIGHTS["name at edge"])]
    assert len(best_blocks(elements)) == 1


def test_a_list_of_names_shares_its_titles_until_a_title_begins() -> None:
    elements = [
        Element(0, 3, TITLE, 1.0),
        Element(3, 6, NAME, 2.7),
        Element(6, 7, NEXT, 0.0),
        Element(7, 10, NAME, 2.7),
        Element(10, 11, NEXT, 0.0),
        Element(11, 15, TITLE, 1.0),
        Element(15, 18, NAME, 2.7),
    ]
    assert rules_of(best_blocks(elements)) == [
        ["begin with title", "name behind titles", "list goes on", "name shares titles"],
        ["begin with title", "name behind titles"],
    ]


def test_of_equal_paths_that_of_the_earlier_element_is_read() -> None:
    shorter, longer = Element(2, 4, NAME, 2.0), Element(2, 5, NAME, 2.0)
    title = Element(0, 2, TITLE, 1.0)
    assert best_blocks([title, shorter, longer])[0][-1].element == shorter
    assert best_chain([title, Element(0, 2, TITLE, 1.0, "later")], 2, {TITLED}) == ((title, STEPS[START, TITLE]),)


def test_a_chain_that_cannot_be_read_is_none() -> None:
    assert best_chain([Element(0, 2, NAME, 1.0)], 2, {TITLED}) is None


def test_a_runner_up_lacks_one_element() -> None:
    elements = [Element(0, 1, MODIFIER, 0.0), Element(1, 3, TITLE, 1.0), Element(3, 6, NAME, 2.7)]
    others, margin = runner_up(elements, best_blocks(elements)[0])
    assert (rules_of(others), round(margin, 9)) == ([["begin with title", "name behind titles"]], 0.3)


@st.composite
def lattices(draw: st.DrawFn) -> list[Element]:
    spans = st.tuples(st.integers(0, 6), st.integers(1, 3), st.sampled_from(KINDS), st.integers(-4, 8))
    return [
        Element(start, start + size, kind, float(weight))
        for start, size, kind, weight in draw(st.lists(spans, max_size=9))
    ]


def readings(elements: list[Element], place: int, state: str, weight: float) -> list[float]:
    """The weights of all paths from a node on, by trying every one."""
    found = [weight] if state in {START, *ENDS} else []
    starts = [START] if state in ENDS else []
    for element in elements:
        for here in (state, *starts):
            rule = STEPS.get((here, element.kind))
            fits = element.start >= place if here == START else element.start == place
            if rule and fits:
                found += readings(elements, element.stop, rule.after, weight + element.weight + rule.weight)
    return found


@given(lattices())
def test_no_other_path_weighs_more(elements: list[Element]) -> None:
    best = sum(map(weight_of, best_blocks(elements)))
    assert best == pytest.approx(max(readings(elements, 0, START, 0.0)))


@given(lattices())
def test_blocks_do_not_overlap_and_their_elements_touch(elements: list[Element]) -> None:
    paths = best_blocks(elements)
    assert all(left[-1].element.stop <= right[0].element.start for left, right in pairwise(paths))
    for path in paths:
        assert all(left.element.stop == right.element.start for left, right in pairwise(path))
        assert path[-1].rule.after in ENDS


def test_elements_need_no_model() -> None:
    from analysis.names.page import Page
    from analysis.segment import Segmenter

    text = "水利部原副部长田远山"
    page = Page.read(text, Segmenter().tokens(text))
    elements = Elements(text, page.bodies, page.posts).of(0, page.posts[0])
    assert [(text[e.start : e.stop], e.kind, e.says) for e in elements] == [
        ("原", "modifier", "原"),
        ("水利部", "body", "body of the registry"),
        ("副部长", "title", ""),
    ]
