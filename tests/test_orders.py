"""The order of lists: what single lists say, what pairs say, what all agree on, and what changes."""

import re
from datetime import datetime
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.orders import changes_of_order, consensus_order, inversions, order_lists, precedence
from analysis.orders.kemeny import EXACT, agreed_order, cost
from analysis.orders.majority import order_of, strong_components
from analysis.reading.reprints import find_reprints
from analysis.tables import OFFICIALS, ORDER_LISTS
from tests.sightings import listed, official


def rows_of(doc_id: str, *people: str, list_id: int = 1, **more: object) -> list[tuple[object, ...]]:
    """A list: each as 姓名 or 姓名:职务."""
    found = []
    for order, person in enumerate(people, start=1):
        name, _, title = person.partition(":")
        facts = {"order": order, "list_id": list_id} | more
        found.append(official(doc_id, 10 * order + 1000 * list_id, name, title or "委员", "水利部", **facts))
    return found


def lists_of(*lists: list[tuple[object, ...]], days: tuple[int, ...] = (), **options: pd.DataFrame) -> pd.DataFrame:
    rows = [row for rows in lists for row in rows]
    names = sorted({str(row[0]) for row in rows})
    dates = dict(zip(names, days, strict=False))
    corpus = Corpus(
        Document(name, date=datetime(2022, 3, dates[name]) if name in dates else None, text=name) for name in names
    )
    return order_lists(OFFICIALS.of(rows), corpus, **options)


def order(lists: pd.DataFrame) -> list[tuple[int, int, str]]:
    found = consensus_order(lists, n_boot=0)
    return list(found[["component", "position", "person_id"]].itertuples(index=False, name=None))


# lists


def test_a_list_has_one_row_a_person_with_all_offices() -> None:
    first, second = rows_of("a", "田远山:党组成员", "邱明礼:总工程师")
    also = official("a", 1010, "田远山", "副部长", "水利部", order=1, list_id=1)
    columns = ["list_id", "order", "person", "title", "body_full", "group", "rank", "day"]
    assert lists_of([first, also, second], days=(5,))[columns].values.tolist() == [
        [1, 1, "田远山", "党组成员、副部长", "水利部、水利部", 1, 1, "2022-03-05"],
        [1, 2, "邱明礼", "总工程师", "水利部", 2, 2, "2022-03-05"],
    ]


def test_a_group_ends_where_the_offices_differ() -> None:
    found = lists_of(rows_of("a", "田远山:部长", "邱明礼:副部长", "陶砚秋:副部长", "花朗:总工程师"))
    assert found["group"].tolist() == [1, 2, 2, 3]


def test_who_stands_alone_and_who_is_appointed_is_in_no_list() -> None:
    alone = official("a", 0, "田远山", "部长", "水利部")
    assert lists_of([alone]).empty
    assert lists_of(rows_of("a", "田远山", "邱明礼", act="任命")).empty


def test_a_person_keeps_the_first_place_in_a_list() -> None:
    found = lists_of(rows_of("a", "田远山", "邱明礼", "田远山"))
    assert found[["person", "order"]].values.tolist() == [["田远山", 1], ["邱明礼", 2]]


def test_the_order_counts_persons_without_a_post() -> None:
    rows = [
        official("a", 10 * n, name, "委员", "水利部", order=n, list_id=1) for n, name in ((2, "田远山"), (5, "邱明礼"))
    ]
    assert lists_of(rows)["order"].tolist() == [2, 5]


def test_a_list_that_is_told_twice_on_one_day_counts_once() -> None:
    twice = [rows_of(doc_id, "田远山", "邱明礼") for doc_id in "ab"]
    assert lists_of(*twice, days=(5, 5))["doc_id"].tolist() == ["a", "a"]
    assert lists_of(*twice, days=(5, 6))["doc_id"].tolist() == ["a", "a", "b", "b"]
    assert lists_of(*twice)["doc_id"].tolist() == ["a", "a", "b", "b"], "no day is not one day"


def test_a_list_in_a_reprint_counts_once() -> None:
    text = "水利部委员田远山、邱明礼到临江调研防汛工作，察看堤防、水库和泵站，要求落实责任，备足物料，确保安全度汛。"
    corpus = Corpus(
        [Document("a", text=text, date=datetime(2022, 3, 1)), Document("b", text=text, date=datetime(2022, 3, 2))]
    )
    officials = OFFICIALS.of([*rows_of("a", "田远山", "邱明礼"), *rows_of("b", "田远山", "邱明礼")])
    assert order_lists(officials, corpus, find_reprints(corpus))["doc_id"].tolist() == ["a", "a"]


def test_names_that_stand_by_strokes_order_nobody() -> None:
    found = lists_of(rows_of("a", "丁知远", "王怀瑾", "田远山", "李清和", "邱若谷", "陶砚秋"))
    assert found["rank"].tolist() == [1] * 6
    assert set(found["sorted_by"]) == {"strokes"}


def test_hundreds_of_names_by_strokes_are_told_as_well() -> None:
    people = [f"{surname}{chr(0x4E00 + n)}{chr(0x5B00 + n)}" for surname in "丁王田李邱陶" for n in range(40)]
    assert set(lists_of(rows_of("a", *people))["sorted_by"]) == {"strokes"}
    assert set(lists_of(rows_of("a", *reversed(people)))["sorted_by"]) == {""}


def test_a_list_that_says_so_stands_by_strokes_however_short() -> None:
    found = lists_of(rows_of("a", "丁知远", "王怀瑾", sentence="（按姓氏笔画为序）丁知远、王怀瑾"))
    assert found["rank"].tolist() == [1, 1]


def test_one_group_may_stand_by_strokes_in_a_list_that_does_not() -> None:
    members = [f"{name}:委员" for name in ("丁知远", "王怀瑾", "田远山", "李清和", "邱若谷", "陶砚秋")]
    found = lists_of(rows_of("a", "陶鹤鸣:主任", "丁鹤鸣:副主任", *members))
    assert found["rank"].tolist() == [1, 2, 3, 3, 3, 3, 3, 3]


def test_a_list_by_protocol_is_no_list_by_strokes() -> None:
    found = lists_of(rows_of("a", "陶砚秋", "丁知远", "田远山", "王怀瑾", "李清和", "邱若谷"))
    assert found["rank"].tolist() == [1, 2, 3, 4, 5, 6]


def test_tables_that_were_joined_may_have_each_row_number_twice() -> None:
    people = "丁知远", "王怀瑾", "田远山", "李清和", "邱若谷", "陶砚秋"
    officials = OFFICIALS.of([*rows_of("a", *people), *rows_of("b", *people[::-1])])
    corpus = Corpus([Document("a"), Document("b")])
    joined = pd.concat([officials.iloc[:6], officials.iloc[6:].reset_index(drop=True)])
    assert order_lists(joined, corpus).equals(order_lists(officials, corpus))
    assert order_lists(joined, corpus)["rank"].tolist() == [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6]


def test_no_officials_make_no_lists_pairs_or_order() -> None:
    none = order_lists(OFFICIALS.of([]), Corpus([]))
    assert none.equals(ORDER_LISTS.of([]))
    assert precedence(none).empty and consensus_order(none).empty and inversions(none, "2022-10-16").empty
    assert changes_of_order(none, "2022-10-16")["n_persons"].tolist() == [0]


# pairs


def test_pairs_are_counted_within_lists_only() -> None:
    lists = listed("甲 乙", "丙 丁")
    assert precedence(lists)[["person", "other"]].values.tolist() == [["丙", "丁"], ["甲", "乙"]]


def test_the_person_who_stands_first_more_often_comes_first() -> None:
    found = precedence(listed("甲 乙", "乙 甲", "乙 甲", "甲/乙"))
    columns = ["person", "other", "n_before", "n_after", "n_tied", "n_documents", "share"]
    assert found[columns].values.tolist() == [["乙", "甲", 2, 1, 1, 4, 0.666667]]
    assert found[["low", "high"]].round(3).values.tolist() == [[0.208, 0.939]]


def test_two_lists_of_one_document_are_two_lists_in_one_document() -> None:
    lists = listed("甲 乙", "甲 乙").assign(doc_id="d", list_id=[1, 1, 2, 2])
    assert precedence(lists)[["n_before", "n_documents"]].values.tolist() == [[2, 1]]


def test_a_pair_that_is_always_tied_has_no_share() -> None:
    found = precedence(listed("甲/乙"))
    assert found[["n_before", "n_after", "n_tied"]].values.tolist() == [[0, 0, 1]]
    assert found["share"].isna().all() and found[["low", "high"]].values.tolist() == [[0.0, 1.0]]


# consensus


def test_lists_that_overlap_make_one_order() -> None:
    assert order(listed("甲 乙", "乙 丙", "丙 丁")) == [(1, 1, "甲"), (1, 2, "乙"), (1, 3, "丙"), (1, 4, "丁")]


def test_persons_who_were_never_compared_have_no_order() -> None:
    assert order(listed("甲 乙 丙", "丁 戊")) == [(1, 1, "甲"), (1, 2, "乙"), (1, 3, "丙"), (2, 1, "丁"), (2, 2, "戊")]


def test_the_majority_decides() -> None:
    assert order(listed("甲 乙", "甲 乙", "乙 甲")) == [(1, 1, "甲"), (1, 2, "乙")]


def test_as_many_lists_each_way_are_a_tie() -> None:
    assert order(listed("甲 乙 丙", "乙 甲 丙")) == [(1, 1, "乙"), (1, 1, "甲"), (1, 3, "丙")]


def test_what_only_a_third_person_joins_is_open() -> None:
    """乙 and 丙 both stand behind 甲, and nothing tells of the two."""
    assert order(listed("甲 乙", "甲 丙")) == [(1, 1, "甲"), (1, 2, "丙"), (1, 2, "乙")]


def test_a_circle_of_equal_majorities_is_a_tie() -> None:
    found = consensus_order(listed("甲 乙", "乙 丙", "丙 甲", "丁 甲", "丁 乙"), n_boot=0)
    assert found[["position", "person_id", "method"]].values.tolist() == [
        [1, "丁", "majority"],
        [2, "丙", "exact"],
        [2, "乙", "exact"],
        [2, "甲", "exact"],
    ]


def test_a_circle_breaks_where_the_fewest_lists_are_contradicted() -> None:
    assert order(listed("甲 乙", "甲 乙", "乙 丙", "乙 丙", "丙 甲")) == [(1, 1, "甲"), (1, 2, "乙"), (1, 3, "丙")]


def test_documents_that_agree_leave_no_doubt_and_others_do() -> None:
    sure = consensus_order(listed(*["甲 乙"] * 9))
    assert sure[["place", "low", "high"]].values.tolist() == [[1, 1, 1], [2, 2, 2]]
    doubt = consensus_order(listed(*["甲 乙"] * 5, *["乙 甲"] * 4))
    assert doubt[["place", "low", "high"]].values.tolist() == [[1, 1, 2], [2, 1, 2]]


def test_lists_of_one_document_are_drawn_together() -> None:
    apart = listed(*["甲 乙"] * 5, *["乙 甲"] * 4)
    one = apart.assign(doc_id="d", list_id=apart["doc_id"].str[1:].astype(int))
    assert consensus_order(one)[["low", "high"]].values.tolist() == [[1, 1], [2, 2]]


def test_who_stands_in_too_few_lists_is_left_out() -> None:
    found = consensus_order(listed("甲 乙 丙", "甲 乙"), n_boot=0, min_lists=2)
    assert found[["person_id", "n_lists", "n_compared"]].values.tolist() == [["甲", 2, 1], ["乙", 2, 1]]


@pytest.mark.parametrize(("name", "wrong", "least"), [("n_boot", -1, 0), ("seed", 0.5, 0), ("min_lists", 0, 1)])
def test_a_number_that_is_none_is_one_sentence(name: str, wrong: object, least: int) -> None:
    text = re.escape(f"{name}={wrong!r} is not allowed; give a whole number from {least} up.")
    with pytest.raises(AnalysisError, match=f"^{text}$"):
        consensus_order(listed("甲 乙"), **{name: wrong})  # type: ignore[arg-type]


PEOPLE = "甲乙丙丁戊己庚辛"
ONE_LIST = st.lists(st.sampled_from(PEOPLE), unique=True, min_size=2, max_size=8)
SOME_LISTS = st.lists(ONE_LIST, min_size=1, max_size=8)


def places(lists: list[list[str]]) -> dict[str, tuple[int, float]]:
    found = consensus_order(listed(*map(" ".join, lists)), n_boot=0)
    return {row.person_id: (row.component, row.place) for row in found.itertuples()}


@settings(deadline=None, max_examples=60)
@given(ONE_LIST, st.integers(1, 4))
def test_the_consensus_of_lists_that_are_alike_is_that_list(people: list[str], times: int) -> None:
    assert order(listed(*[" ".join(people)] * times)) == [(1, i, person) for i, person in enumerate(people, start=1)]


@settings(deadline=None, max_examples=80)
@given(SOME_LISTS)
def test_reversed_lists_have_the_reversed_order(lists: list[list[str]]) -> None:
    forth, back = places(lists), places([people[::-1] for people in lists])
    sizes = pd.Series([component for component, _ in forth.values()]).value_counts()
    for person, (component, place) in forth.items():
        assert back[person] == (component, pytest.approx(sizes[component] + 1 - place, abs=2e-6))


@settings(deadline=None, max_examples=60)
@given(SOME_LISTS, st.randoms(use_true_random=False))
def test_the_order_of_the_lists_decides_nothing(lists: list[list[str]], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = lists[:]
    chance.shuffle(shuffled)
    assert places(shuffled) == places(lists)


WINS = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.integers(0, 3), min_size=n * n, max_size=n * n).map(
        lambda cells: np.array(cells).reshape(n, n) * (1 - np.eye(n, dtype=int))
    )
)


@settings(deadline=None, max_examples=80)
@given(WINS)
def test_the_exact_search_finds_what_trying_all_orders_finds(wins: np.ndarray) -> None:
    every = [np.array(order) for order in permutations(range(len(wins)))]
    costs = [cost(wins, order) for order in every]
    best = [order.argsort() for order, price in zip(every, costs, strict=True) if price == min(costs)]
    agreed = np.array(
        [[all(place[i] < place[j] for place in best) for j in range(len(wins))] for i in range(len(wins))]
    )
    assert (agreed_order(wins) == agreed).all()


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1000))
def test_a_large_circle_reverses_too_and_contradicts_itself_nowhere(seed: int) -> None:
    n = EXACT + 3
    wins = np.random.default_rng(seed).integers(0, 4, (n, n)) * (1 - np.eye(n, dtype=np.int64))
    before = agreed_order(wins)
    assert (agreed_order(wins.T) == before.T).all()
    assert not (before & before.T).any()
    assert not (np.linalg.matrix_power(before.astype(np.int64), 2).astype(bool) & ~before).any(), "chains are closed"


@settings(deadline=None, max_examples=60)
@given(WINS)
def test_an_order_is_a_strict_partial_order(wins: np.ndarray) -> None:
    before = order_of(wins).before
    assert not (before & before.T).any()
    assert not (np.linalg.matrix_power(before.astype(np.int64), 2).astype(bool) & ~before).any()


def test_a_long_chain_needs_no_recursion() -> None:
    edges = np.eye(3000, k=1, dtype=bool)
    assert len(strong_components(edges)) == 3000


# changes


def test_two_periods_with_one_order_have_a_tau_of_one() -> None:
    lists = listed("2022-03-01 甲 乙 丙", "2023-03-01 甲 乙 丙")
    columns = ["since", "at", "until", "n_persons", "n_pairs", "n_same", "n_inverted", "tau_b"]
    assert changes_of_order(lists, "2022-10-16")[columns].values.tolist() == [["", "2022-10-16", "", 3, 3, 3, 0, 1.0]]
    assert inversions(lists, "2022-10-16").empty


def test_tau_b_counts_ties_as_kendall_did() -> None:
    """Before: 甲 乙 丙 丁. Since: 甲 before 乙 and 丙, who are tied, before 丁. 5 pairs of 6 the same: 5 / √(6 · 5)."""
    lists = listed("2022-03-01 甲 乙 丙 丁", "2023-03-01 甲 乙/丙 丁")
    found = changes_of_order(lists, "2022-10-16")
    assert found[["n_same", "n_inverted", "n_tied", "tau_b"]].values.tolist() == [[5, 0, 1, 0.912871]]


def test_tau_b_is_that_of_scipy() -> None:
    from scipy.stats import kendalltau

    lists = listed("2022-03-01 甲 乙/丙 丁 戊", "2023-03-01 乙 甲 丁/戊 丙")
    assert changes_of_order(lists, "2022-10-16")["tau_b"].tolist() == [
        round(kendalltau([1, 2, 2, 4, 5], [2, 1, 5, 3, 3]).statistic, 6)
    ]


def test_who_comes_or_goes_is_no_change() -> None:
    lists = listed("2022-03-01 甲 乙 丙", "2023-03-01 丁 甲 丙")
    assert changes_of_order(lists, "2022-10-16")[["n_persons", "n_pairs", "tau_b"]].values.tolist() == [[2, 1, 1.0]]


def test_pairs_that_one_period_does_not_compare_are_left_out() -> None:
    lists = listed("2022-03-01 甲 乙", "2022-03-02 丙 丁", "2023-03-01 甲 乙 丙 丁")
    assert changes_of_order(lists, "2022-10-16")[["n_persons", "n_pairs"]].values.tolist() == [[4, 2]]


def test_an_inversion_shows_the_last_sentence_before_and_the_first_since() -> None:
    lists = listed("2022-03-01 甲 乙", "2022-04-01 甲 乙", "2023-03-01 乙 甲", "2023-04-01 乙 甲", "2023-05-01 甲 乙")
    assert inversions(lists, "2022-10-16").values.tolist() == [
        ["2022-10-16", "甲", "乙", 2, 0, 1, 2, "d2", "名单：2022-04-01 甲 乙。", "d3", "名单：2023-03-01 乙 甲。"]
    ]


def test_each_period_is_compared_with_the_next() -> None:
    lists = listed("2021-03-01 甲 乙", "2022-03-01 乙 甲", "2023-03-01 甲 乙")
    found = changes_of_order(lists, ["2022-01-01", "2023-01-01"])
    assert found[["since", "at", "until", "tau_b"]].values.tolist() == [
        ["", "2022-01-01", "2023-01-01", -1.0],
        ["2022-01-01", "2023-01-01", "", -1.0],
    ]
    assert inversions(lists, ["2022-01-01", "2023-01-01"])["person"].tolist() == ["甲", "乙"]


def test_undated_lists_are_in_no_period() -> None:
    lists = listed("甲 乙", "2023-03-01 乙 甲")
    assert changes_of_order(lists, "2022-10-16")["n_persons"].tolist() == [0]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("yesterday", "at='yesterday' is not a day; write it as 2022-10-16."),
        ([], "at=[] is not allowed; give a day, or days that rise, as 2022-10-16."),
        (["2023-01-01", "2022-01-01"], "at=['2023-01-01', '2022-01-01'] is not allowed; give a day, or days that rise, as 2022-10-16."),
    ],
)  # fmt: skip
def test_days_that_are_none_are_one_sentence(at: object, text: str) -> None:
    with pytest.raises(AnalysisError, match=f"^{re.escape(text)}$"):
        changes_of_order(listed("甲 乙"), at)  # type: ignore[arg-type]
