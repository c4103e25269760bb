"""A study with the attributes of `analysis.study.Study`, made by hand: invented people, bodies and meetings.

Its tables are consistent (offsets point into the texts), so that report tests need no model and no segmentation.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from analysis import tables
from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
from analysis.clock import Clock
from analysis.dates import find_dates
from analysis.document import Corpus, Document, Removed
from analysis.officials.bodies.served import bodies_of
from analysis.officials.events import Events, find_events
from analysis.officials.rows import Row
from analysis.orders import consensus_order, order_lists, precedence
from analysis.reading.reprints import find_reprints, mark_reprints
from analysis.user_lexicon import UserLexicon

SURNAMES = "林周沈陆顾唐程许韩冯"
GIVEN = ("知远", "怀瑾", "清和", "砚秋", "望舒", "景行", "若谷", "牧野", "思齐", "鹤鸣")
PEOPLE = [SURNAMES[i % 10] + GIVEN[(3 * i + i // 10) % 10] for i in range(30)]
BODIES = ("云泽省水务厅", "云泽省林草局", "青屿市人民政府", "青屿市委", "云泽省档案馆", "全国梯田保护协会")
TITLES = ("党组书记", "厅长", "副厅长", "局长", "市长", "总工程师", "秘书长", "一级巡视员")
PLACES = ("谷雨县", "雁回镇", "松溪区")
SOURCES = ("云泽日报", "青屿晚报", "梯田通讯", "水务之窗", "")
TERMS = (
    "梯田保护",
    "节水灌溉",
    "湿地修复",
    "水库除险",
    "林草防火",
    "档案开放",
    "春耕备耕",
    "河长制",
    "古树名录",
    "防汛演练",
)


@dataclass(frozen=True)
class Settings:
    n_topics: int | str = "auto"
    seed: int = 0
    top: int = 10
    simplified: bool = False
    jobs: int = 1
    reprints: str = "keep"
    lexicon: UserLexicon | None = None
    threshold: float = 0.0
    model: str = "default"


@dataclass
class InventedStudy:
    corpus: Corpus
    settings: Settings
    documents: pd.DataFrame
    problems: pd.DataFrame
    mentions: pd.DataFrame
    officials: pd.DataFrame
    people: pd.DataFrame
    keywords: pd.DataFrame
    topics: pd.DataFrame
    topic_words: pd.DataFrame
    topic_scan: pd.DataFrame
    topic_similarity: np.ndarray
    keyword_trend: pd.DataFrame
    topic_trend: pd.DataFrame
    timings: dict[str, dict[str, float]] = field(default_factory=lambda: {"read": {"wall_s": 0.5, "cpu_s": 0.4}})

    @cached_property
    def reprints(self) -> pd.DataFrame:
        return find_reprints(self.corpus)

    @cached_property
    def identified(self) -> pd.DataFrame:
        return self.officials.assign(person_id=person_ids(self.officials, self.corpus))

    @cached_property
    def careers(self) -> pd.DataFrame:
        return find_careers(self.officials, self.corpus, self.reprints)

    @cached_property
    def homonyms(self) -> pd.DataFrame:
        return find_homonyms(self.officials, self.corpus)

    @cached_property
    def order_lists(self) -> pd.DataFrame:
        return order_lists(self.officials, self.corpus, self.reprints)

    @cached_property
    def precedence(self) -> pd.DataFrame:
        return precedence(self.order_lists)

    @cached_property
    def consensus_order(self) -> pd.DataFrame:
        return consensus_order(self.order_lists, n_boot=5)

    @cached_property
    def gaps(self) -> pd.DataFrame:
        return find_gaps(self.officials, self.corpus)

    @property
    def lexicon_use(self) -> pd.DataFrame:
        return tables.LEXICON_USE.of([])

    @cached_property
    def bodies(self) -> pd.DataFrame:
        return bodies_of(self.officials, self.corpus)

    @property
    def dates(self) -> pd.DataFrame:
        return find_dates(self.corpus)

    @cached_property
    def _events(self) -> Events:
        return find_events(self.corpus, self.officials, self.mentions)

    @property
    def events(self) -> pd.DataFrame:
        return self._events.events

    @property
    def participants(self) -> pd.DataFrame:
        return self._events.participants

    @property
    def appointments(self) -> pd.DataFrame:
        return self._events.appointments

    @property
    def furniture(self) -> pd.DataFrame:
        return self.corpus.furniture

    @property
    def provenance(self) -> pd.DataFrame:
        return self.corpus.provenance

    def note(self, clock: Clock) -> None:
        self.timings |= {stage: {"wall_s": wall, "cpu_s": clock.cpu[stage]} for stage, wall in clock.wall.items()}

    def compute(self, progress: Any = None) -> None:
        if progress:
            progress("names", 1, 1)


@dataclass
class _Written:
    """A text in the making, with the rows that point into it."""

    doc_id: str
    text: str = ""
    mentions: list[tuple[Any, ...]] = field(default_factory=list)
    officials: list[Row] = field(default_factory=list)

    def say(self, words: str) -> None:
        self.text += words

    def name(self, words: str, kind: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        self.mentions.append(
            (self.doc_id, start, len(self.text), words, kind, "appearance", 0.9, "invented", words, "")
        )
        return start, len(self.text)

    def official(self, person: str, title: str, body: str, order: int | None, *, act: str = "") -> None:
        self.say(title)
        start, stop = self.name(person, "PERSON")
        held = (person, title, body, body, "", act, order, False, "official", "invented", "")
        row = Row(self.doc_id, start, stop, *held)
        self.officials.append(row)


def _document(i: int, step: float, chance: random.Random) -> tuple[Document, _Written]:
    written = _Written(f"d{i:04d}")
    body, person = chance.choice(BODIES), PEOPLE[int(chance.paretovariate(0.8)) % 30]
    written.name(body, "ORGANISATION")
    written.official(person, chance.choice(TITLES), body, None)
    written.say("在")
    written.name(chance.choice(PLACES), "PLACE")
    written.say(f"主持召开{chance.choice(TERMS)}工作会议，强调要做好{chance.choice(TERMS)}。")
    if i % 3 == 0:
        written.say("出席会议的有：")
        for order, other in enumerate(sorted(chance.sample(range(30), 6)), start=1):
            written.official(PEOPLE[other], TITLES[other % 8], BODIES[other % 6], order)
            written.say("、")
        written.say("等。")
    if i % 40 == 7:
        written.say("会议决定，任命")
        written.official(PEOPLE[i % 30], "副厅长", BODIES[0], None, act="任命")
        written.say("。")
    written.say("各地各部门要抓好落实，确保粮食安全和群众饮水安全。" * chance.randint(0, 12))
    date = datetime(2022, 1, 3, 1, tzinfo=UTC) + timedelta(days=int(i * step))
    title = f"{body}部署{chance.choice(TERMS)}（第{i}期）"
    return Document(
        written.doc_id,
        title,
        written.text,
        date,
        SOURCES[int(chance.paretovariate(1)) % 5],
        path=f"{written.doc_id}.md",
        sha256="0" * 64,
        n_bytes=2_048,
        removed=(Removed("editors", f"责任编辑：{PEOPLE[i % 3]}", 0, 8, "credit line"),),
    ), written


def _people(officials: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    day = officials["doc_id"].map(documents.set_index("doc_id")["date"].str[:10])
    groups = officials.assign(day=day).groupby(["person", "body_full", "title"])
    found = groups.agg(first_seen=("day", "min"), last_seen=("day", "max"), n_documents=("doc_id", "nunique"))
    return tables.PEOPLE.checked(found.assign(n_unique=found["n_documents"]).reset_index())


def _trend(documents: pd.DataFrame, by: str, doc_ids: dict[Any, set[str]]) -> pd.DataFrame:
    month = documents.set_index("doc_id")["date"].str[:7]
    month = month[month != ""]
    rows = []
    for key, ids in doc_ids.items():
        for name, group in month.groupby(month):
            n = sum(doc_id in ids for doc_id in group.index)
            share = n / len(group)
            rows.append((key, name, n, len(group), share, max(0.0, share - 0.1), min(1.0, share + 0.1)))
    return pd.DataFrame(rows, columns=[by, "month", "n_documents", "n_total", "share", "low", "high"])


def _keywords(corpus: Corpus) -> pd.DataFrame:
    rows: list[tuple[Any, ...]] = [("", term, 0.9 / rank, rank) for rank, term in enumerate(TERMS, start=1)]
    for document in corpus:
        found = [term for term in TERMS if term in document.text]
        rows += [(document.doc_id, term, 0.5 / rank, rank) for rank, term in enumerate(found, start=1)]
    return tables.KEYWORDS.of(rows)


def _topics(documents: pd.DataFrame, k: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    sizes = documents["topic"].value_counts()
    rows = [
        (
            t,
            f"{TERMS[t]}与{TERMS[t - 1]}",
            int(sizes.get(t, 0)),
            int(sizes.get(t, 0)),
            sizes.get(t, 0) / len(documents),
            0.95 - 0.12 * t,
            " ".join(TERMS),
        )
        for t in range(1, k + 1)
    ]
    words = [(t, TERMS[(t + i) % 10], 1 / (i + 1)) for t in range(1, k + 1) for i in range(8)]
    return tables.TOPICS.of(rows), tables.TOPIC_WORDS.of(words)


def invented_study(n: int = 240, k: int = 5) -> InventedStudy:
    """A study of `n` documents; some repeat an earlier text, one month apart from the rest is thin."""
    chance = random.Random(7)
    made = [_document(i, min(1.5, 1000 / n), chance) for i in range(n)]
    problems = tables.PROBLEMS.of(
        [
            ("broken.md", 3, "front matter", "the title is not closed.", "repaired"),
            ("empty.md", None, "empty", "the file is empty.", "skipped"),
        ]
    )
    corpus = Corpus([document for document, _ in made], problems)
    documents = mark_reprints(corpus.to_frame(), find_reprints(corpus))
    documents["topic"] = pd.array([1 + min(int(chance.paretovariate(0.7)) - 1, k - 1) for _ in range(n)], dtype="Int64")
    documents["margin"] = [chance.random() for _ in range(n)]
    mentions = tables.MENTIONS.of([row for _, written in made for row in written.mentions])
    officials = tables.OFFICIALS.of([row for _, written in made for row in written.officials])
    topics, words = _topics(documents, k)
    terms = {term: {d.doc_id for d in corpus if term in d.text} for term in TERMS}
    by_topic = {t: set(documents.loc[documents["topic"] == t, "doc_id"]) for t in topics["topic"]}
    scan = pd.DataFrame({"k": range(3, 9), "stability": [0.6, 0.7, 0.9, 0.8, 0.7, 0.6], "standard_error": [0.02] * 6})
    similarity = np.array([[1.0 if a == b else 0.3 / abs(a - b) for a in range(k)] for b in range(k)])
    return InventedStudy(
        corpus,
        Settings(),
        documents,
        problems,
        mentions,
        officials,
        _people(officials, documents),
        _keywords(corpus),
        topics,
        words,
        scan.assign(chosen=scan["k"] == k),
        similarity,
        _trend(documents, "term", terms).drop(columns=["low", "high"]),
        _trend(documents, "topic", by_topic),
    )


def empty_study() -> InventedStudy:
    """A study of one undated document in which nothing was found."""
    corpus = Corpus([Document("d", "标题", "短文。")])
    trend = ["month", "n_documents", "n_total", "share"]
    return InventedStudy(
        corpus,
        Settings(),
        corpus.to_frame(),
        corpus.problems,
        *(
            table.of([])
            for table in (
                tables.MENTIONS,
                tables.OFFICIALS,
                tables.PEOPLE,
                tables.KEYWORDS,
                tables.TOPICS,
                tables.TOPIC_WORDS,
            )
        ),
        pd.DataFrame(columns=["k", "stability", "standard_error", "chosen"]),
        np.zeros((0, 0)),
        pd.DataFrame(columns=["term", *trend]),
        pd.DataFrame(columns=["topic", *trend, "low", "high"]),
    )
