"""What is given as the table of another function, as its corpus, as a day or as a number: read as meant, or told in one sentence."""

import re
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pandas as pd
import pytest

import analysis as an
from analysis.intervals import wilson
from analysis.names.bodies import BodyReader
from analysis.names.words import Words
from analysis.officials.people import people_of
from analysis.segment import Segmenter
from analysis.tables import pandas_dtype

TEXTS = ["水利部副部长田远山、邱明礼出席会议。", "水利部副部长邱明礼、田远山到会。任命陶砚秋为水利部副部长。"]
DAYS = pd.to_datetime(["2022-01-01", "2023-01-01"])
CORPUS = an.Corpus(an.Document(f"d{i}", text=TEXTS[i], date=DAYS[i]) for i in range(2))
OFFICIALS = an.find_officials(CORPUS, model=None)
LISTS = an.order_lists(OFFICIALS, CORPUS)
MENTIONS = an.find_names(CORPUS)

OF_OFFICIALS: dict[str, Callable[[Any, Any], Any]] = {
    "person_ids": lambda table, corpus: an.person_ids(table, corpus).tolist(),
    "find_careers": lambda table, corpus: an.find_careers(table, corpus).to_csv(),
    "find_homonyms": lambda table, corpus: an.find_homonyms(table, corpus).to_csv(),
    "find_gaps": lambda table, corpus: an.find_gaps(table, corpus, min_appearances=2).to_csv(),
    "order_lists": lambda table, corpus: an.order_lists(table, corpus).to_csv(),
    "bodies_of": lambda table, corpus: an.bodies_of(table, corpus).to_csv(),
    "people_of": lambda table, corpus: people_of(table, corpus).to_csv(),
    "find_events": lambda table, corpus: an.find_events(corpus, table, MENTIONS).participants.to_csv(),
}
OF_LISTS: dict[str, Callable[[Any], Any]] = {
    "precedence": lambda lists: an.precedence(lists).to_csv(),
    "consensus_order": lambda lists: an.consensus_order(lists, n_boot=20).to_csv(),
    "changes_of_order": lambda lists: an.changes_of_order(lists, at="2022-06-01").to_csv(),
    "inversions": lambda lists: an.inversions(lists, at="2022-06-01").to_csv(),
}
of_officials = pytest.mark.parametrize("made", OF_OFFICIALS.values(), ids=OF_OFFICIALS.keys())
of_lists = pytest.mark.parametrize("made", OF_LISTS.values(), ids=OF_LISTS.keys())


def said(work: Callable[[], object]) -> str:
    with pytest.raises(an.AnalysisError) as error:
        work()
    return str(error.value)


@of_officials
def test_the_index_of_a_table_decides_nothing(made: Callable[[Any, Any], Any]) -> None:
    asked = made(OFFICIALS, CORPUS)
    assert made(OFFICIALS.set_axis([0] * len(OFFICIALS)), CORPUS) == asked
    assert made(OFFICIALS.set_index(["doc_id", "start"], drop=False), CORPUS) == asked


@of_officials
def test_a_table_that_pandas_has_read_from_a_file_is_as_good(made: Callable[[Any, Any], Any], tmp_path: Path) -> None:
    OFFICIALS.to_csv(tmp_path / "officials.csv", index=False)
    assert made(pd.read_csv(tmp_path / "officials.csv"), CORPUS) == made(OFFICIALS, CORPUS)


@of_officials
def test_what_is_no_table_of_officials_is_told(made: Callable[[Any, Any], Any]) -> None:
    assert said(lambda: made(None, CORPUS)) == (
        "officials is of the type NoneType; give the table officials, a DataFrame."
    )
    assert said(lambda: made(OFFICIALS.drop(columns=["title", "doc_id"]), CORPUS)).startswith(
        "officials lacks the columns doc_id"
    )
    assert said(lambda: made(OFFICIALS.assign(person=None), CORPUS)) == (
        "officials has no person in row 0; each row must have one."
    )


def test_cells_of_another_kind_are_told() -> None:
    wrong = OFFICIALS.assign(start=["a"] * len(OFFICIALS))
    assert said(lambda: an.find_careers(wrong, CORPUS)) == "officials has cells in start that are no whole numbers."
    wrong = LISTS.assign(rank=1.5)
    assert said(lambda: an.precedence(wrong)) == "lists has cells in rank that are no whole numbers."


@pytest.mark.parametrize("name", [name for name in OF_OFFICIALS if name != "find_events"])
def test_documents_that_the_corpus_has_not_are_no_undated_ones(name: str) -> None:
    assert said(lambda: OF_OFFICIALS[name](OFFICIALS, CORPUS.where(lambda document: document.doc_id == "d1"))) == (
        "officials is of the document 'd0', which is not in the corpus; give the corpus it was found in."
    )


def test_events_of_tables_from_another_text_are_told() -> None:
    moved = OFFICIALS.assign(start=OFFICIALS["start"] + 900, stop=OFFICIALS["stop"] + 900)
    assert said(lambda: an.find_events(CORPUS, moved, MENTIONS)) == (
        "the range 906:909 is not inside the text of 'd0'; give tables found in this text."
    )


@of_lists
def test_the_rows_of_lists_may_stand_in_any_order(made: Callable[[Any], Any]) -> None:
    assert made(LISTS.sample(frac=1, random_state=2)) == made(LISTS)
    assert made(LISTS.set_axis([0] * len(LISTS))) == made(LISTS)


@of_lists
def test_what_is_no_table_of_lists_is_told(made: Callable[[Any], Any]) -> None:
    assert said(lambda: made([1])) == "lists is of the type list; give the table order_lists, a DataFrame."
    assert said(lambda: made(LISTS.drop(columns="rank"))) == (
        "lists lacks the columns rank; give the table order_lists as it was found."
    )


@pytest.mark.parametrize("at", [None, 5, float("nan"), "2022", "2022-02-30", "20220601", "2022-06-01x", pd.NaT])
def test_a_period_begins_on_a_day(at: Any) -> None:
    assert said(lambda: an.changes_of_order(LISTS, at=at)) == f"at={at!r} is not a day; write it as 2022-10-16."


def test_numbers_are_whole() -> None:
    assert said(lambda: an.precedence(LISTS, min_lists="3")) == (  # type: ignore[arg-type]
        "min_lists='3' is not allowed; give a whole number from 1 up."
    )
    assert said(lambda: an.find_events(CORPUS, OFFICIALS, MENTIONS, jobs=0)) == (
        "jobs=0 is not allowed; give a whole number from 1 up."
    )


def test_homonyms_are_told_apart_in_one_of_two_ways_without_officials_too() -> None:
    assert said(lambda: an.find_careers(OFFICIALS.head(0), CORPUS, apart="x")) == (  # type: ignore[arg-type]
        "apart='x' is not allowed; choose one of 'against', 'unlinked'."
    )


@pytest.mark.parametrize("day", [None, 5, pd.Timestamp("2022-01-01"), "2022-13", "2022-02-30", "0000", "２０２２"])
def test_a_body_is_asked_for_on_a_day_of_the_calendar(day: Any) -> None:
    sentence = f"day={day!r} is not a day like 2023-03-16, a month like 2023-03 or a year like 2023."
    assert said(lambda: an.canonical("水利部", day)) == sentence
    assert said(lambda: an.rank_of("部长", "水利部", day)) == sentence


def test_bodies_and_titles_are_texts() -> None:
    assert said(lambda: an.canonical(None)) == "body=None is not allowed; give a text, '' for none."  # type: ignore[arg-type]
    assert said(lambda: an.rank_of(5, "水利部")) == "title=5 is not allowed; give a text, '' for none."  # type: ignore[arg-type]


def test_a_body_with_half_a_character_has_an_id() -> None:
    assert (
        an.canonical("\ud800茶社").body_id == an.canonical("\ud800茶社").body_id != an.canonical("\ud801茶社").body_id
    )


def test_a_share_of_all_or_of_nothing_ends_at_one_or_at_zero() -> None:
    low, high = wilson([0, 10**9, 0], [10**9, 10**9, 0])
    assert (low[0], high[1], low[2], high[2]) == (0.0, 1.0, 0.0, 1.0)


@pytest.mark.parametrize(
    "text",
    [*TEXTS, "中国驻柬埔寨大使、常驻联合国代表，县水利局副局长兼“格鲁吉亚梦想”党主席，反恐怖和特巡警支队支队长到会。"],
)
def test_a_look_at_the_end_of_a_body_changes_no_reading(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = BodyReader(text, Words(Segmenter().tokens(text)))
    ends = range(1, len(text) + 1)
    found = [bodies.before(0, stop) for stop in ends]
    monkeypatch.setattr(BodyReader, "_may_end", lambda *_: True)
    assert [bodies.before(0, stop) for stop in ends] == found


def test_rows_of_one_sentence_share_its_text() -> None:
    """A roster of 1 MB may be one sentence: a copy for each row would be 100 GB."""
    text = "水利部２０２２年副部长田远山、邱明礼、陶砚秋出席会议。"
    sentences = an.find_officials([an.Document("d", text=text)], model=None)["sentence"].tolist()
    assert len(sentences) == 3 and len(set(map(id, sentences))) == 1


def seconds(n: int) -> float:
    """Processor time for the events and careers of `n` acts that stand in one line without a full stop."""
    names = ["田" + chr(0x5E00 + i // 90) + chr(0x6E00 + i % 90) for i in range(n)]
    text = "，".join(f"任命{name}为水利部副部长" for name in names)
    page = an.Document("d", text=text, date=DAYS[0])
    row = OFFICIALS[OFFICIALS["act"] == "任命"].iloc[0].to_dict()
    starts = [match.end() for match in re.finditer("任命", text)]
    acts = pd.DataFrame([row] * n).assign(
        doc_id="d",
        start=starts,
        stop=[start + 3 for start in starts],
        person=names,
        sentence=pd.array([text] * n, dtype=pandas_dtype("str")),
    )
    begun = process_time()
    found = an.find_events([page], acts, MENTIONS.head(0), an.find_dates([page]))
    an.find_careers(acts, an.Corpus([page]))
    assert len(found.appointments) == n
    return process_time() - begun


def test_thousands_of_acts_in_one_line_take_no_square_of_their_time() -> None:
    """4,000 took a dozen seconds: each act looked back over the whole line, whose text was hashed once for each row."""
    assert seconds(4_000) < 6


def test_a_table_of_reprints_is_one() -> None:
    page = an.Document("d", text="水利部副部长田远山出席。")
    found, corpus = an.find_officials([page], model=None), an.Corpus([page])
    told = said(lambda: an.find_careers(found, corpus, pd.DataFrame({"doc_id": ["d"]})))
    assert told == "reprints lacks the columns group, kind; give the table reprints as it was found."
