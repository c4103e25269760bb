"""One corpus and the choices made: every table computed once, when it is first asked for."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis import shards
from analysis.annotate import ShardResult, annotate_shard
from analysis.clock import Clock
from analysis.dates import find_dates
from analysis.derived import DerivedTables, Result
from analysis.document import Corpus, Document
from analysis.keywords import find_keywords, keyword_trend, term_counts
from analysis.keywords import keyness as keyness_of_tokens
from analysis.officials.bodies.served import bodies_of
from analysis.officials.people import people_of
from analysis.reading.reprints import drop_reprints, find_reprints, first_ids, mark_reprints
from analysis.settings import Settings
from analysis.shadow import shadow
from analysis.tables import DOCUMENTS, LEXICON_USE, MENTIONS, OFFICIALS, PROBLEMS, TOPICS
from analysis.tokens import Tokens
from analysis.topics import Topics, find_topics, topic_trend
from analysis.user_lexicon import lexicon_of, use_of

Progress = Callable[[str, int, int], object]
STAGES = tuple("reprints officials events people bodies keywords keyword_trend topics topic_trend documents".split())
TREND_WORDS = 12  # keywords whose course over time is kept


class Study(DerivedTables):
    """A corpus and its tables.

    Parameters
    ----------
    corpus : Corpus or iterable of Document
    settings : Settings, optional

    Attributes
    ----------
    dates, documents, provenance, problems, furniture, reprints, mentions, lexicon_use, officials, events, participants, appointments, people, bodies, careers, homonyms, order_lists, precedence, consensus_order, gaps, keywords, topics, topic_words : DataFrame
        As declared in `analysis.tables`; one row is one thing.
    topic_scan, topic_trend, keyword_trend : DataFrame
        The numbers of topics tried and their stability; topics and the first keywords by month.
    topic_similarity : ndarray, shape (n_topics, n_topics)
        Cosine of the topics' centroids.
    timings : dict
        Seconds by stage, `{"segment": {"wall_s": …, "cpu_s": …}}`, filled as stages are computed. With `jobs` above 1 the
        stages of annotation add up over processes, so that they show work, not waiting.

    >>> from analysis.document import Document
    >>> study = Study(Corpus([Document("d", text="水利部副部长田远山到临江调研。")]))
    >>> study.officials[["person", "title", "body_full"]].values.tolist()
    [['田远山', '副部长', '水利部']]
    """

    def __init__(self, corpus: Corpus | Iterable[Document], settings: Settings | None = None) -> None:
        self.corpus = corpus if isinstance(corpus, Corpus) else Corpus(corpus)
        self.settings = settings or Settings()
        self.timings: dict[str, dict[str, float]] = {}
        self._progress: Progress | None = None

    def __repr__(self) -> str:
        return f"Study({self.corpus!r}, {self.settings!r})"

    def compute(self, progress: Progress | None = None) -> "Study":
        """Compute every table now; `progress(stage, done, total)` is told of each step. Returns the study."""
        self._progress = progress
        for name in STAGES:
            getattr(self, name)
        self._progress = None
        return self

    def save(self, folder: str | Path, *, language: Literal["zh", "en"] = "zh") -> Path:
        """Write the report: `report.html`, `data/`, `figures/`, `manifest.json`. Returns the path of the page.

        Raises
        ------
        OutputError
            If the folder holds something that is no report of ours.
        """
        from analysis.report.writing import write_report

        return write_report(self.compute(), Path(folder), language=language)

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._progress:
            self._progress(stage, done, total)

    def timed(self, stage: str, work: Callable[[], Result]) -> Result:
        """What `work` gives; its time is added to `timings` under `stage`."""
        clock = Clock()
        self._tell(stage, 0, 1)
        with clock.of(stage):
            result = work()
        self.note(clock)
        self._tell(stage, 1, 1)
        return result

    def note(self, clock: Clock) -> None:
        """Add what a clock has measured to `timings`."""
        for stage, wall in clock.wall.items():
            spent = self.timings.setdefault(stage, {"wall_s": 0.0, "cpu_s": 0.0})
            spent["wall_s"] += wall
            spent["cpu_s"] += clock.cpu[stage]

    @cached_property
    def reprints(self) -> pd.DataFrame:
        """DataFrame of `tables.REPRINTS`: which documents repeat an earlier text, and which only a title."""
        return self.timed("reprints", lambda: find_reprints(self.corpus, seed=self.settings.seed))

    @cached_property
    def counted(self) -> Corpus:
        """The documents that the tables are made from: all, or with `reprints="fold"` the first of each text."""
        return drop_reprints(self.corpus, self.reprints) if self.settings.reprints == "fold" else self.corpus

    @cached_property
    def _annotated(self) -> ShardResult:
        """The one pass over all texts that are counted."""
        pieces = shards.split(list(self.counted))
        parts: list[ShardResult] = []
        done = 0
        chosen = self.settings
        work = partial(
            annotate_shard,
            simplified=chosen.simplified,
            threshold=chosen.threshold,
            lexicon=lexicon_of(chosen.lexicon),
            model=chosen.model,
        )
        for piece, part in zip(pieces, shards.over(pieces, work, self.settings.jobs), strict=True):
            parts.append(part)
            done += len(piece)
            self.note(part.clock)
            self._tell("annotate", done, len(self.counted))
        officials = [row for part in parts for row in part.officials]
        mentions = [row for part in parts for row in part.mentions]
        tokens, titles = Tokens.joined([part.tokens for part in parts]), Tokens.joined([part.titles for part in parts])
        fired = [pair for part in parts for pair in part.fired]
        return ShardResult(tokens, titles, officials, mentions, fired, Clock())

    @property
    def tokens(self) -> Tokens:
        """The tokens of all documents, names whole, in corpus order."""
        return self._annotated.tokens

    @cached_property
    def officials(self) -> pd.DataFrame:
        """DataFrame of `tables.OFFICIALS`, with each row's day and the place of its name in the source file beside it."""
        rows = self._annotated.officials
        dates = dict(zip(self._doc_ids, self._dates, strict=True))
        where = [self.corpus[str(row[0])].source_span(row[1], row[2]) for row in rows]
        starts, stops = [span.start for span in where], [span.stop for span in where]
        frame = OFFICIALS.of(rows)
        return frame.assign(day=frame["doc_id"].map(dates).astype("str"), source_start=starts, source_stop=stops)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """DataFrame of `tables.MENTIONS`."""
        return MENTIONS.of(self._annotated.mentions)

    @cached_property
    def lexicon_use(self) -> pd.DataFrame:
        """DataFrame of `tables.LEXICON_USE`: each entry of the user's lexicon, and how often it was found."""
        lexicon = lexicon_of(self.settings.lexicon)
        return LEXICON_USE.of(use_of(lexicon, self._annotated.fired) if lexicon else [])

    @cached_property
    def dates(self) -> pd.DataFrame:
        """DataFrame of `tables.DATES`: when things happen."""
        return self.timed("dates", lambda: find_dates(self.corpus, jobs=self.settings.jobs))

    @cached_property
    def people(self) -> pd.DataFrame:
        """DataFrame of `tables.PEOPLE`, by falling number of documents; former and future posts are counted too."""
        return people_of(self.officials, self.counted, self.reprints)

    @cached_property
    def bodies(self) -> pd.DataFrame:
        """DataFrame of `tables.BODIES`: where officials serve, and every body that stayed unresolved with its counts."""
        return bodies_of(self.officials, self.counted)

    @property
    def problems(self) -> pd.DataFrame:
        """DataFrame of `tables.PROBLEMS`: what went wrong while reading the corpus, then the user's lexicon."""
        lexicon = lexicon_of(self.settings.lexicon)
        if lexicon is None or not lexicon.wrong:
            return self.corpus.problems
        return PROBLEMS.checked(pd.concat([self.corpus.problems, lexicon.problems]))

    @cached_property
    def furniture(self) -> pd.DataFrame:
        """DataFrame of `tables.FURNITURE`: what reading took out of the texts."""
        return self.corpus.furniture

    @cached_property
    def provenance(self) -> pd.DataFrame:
        """DataFrame of `tables.PROVENANCE`: the bytes behind each document."""
        return self.corpus.provenance

    @cached_property
    def keywords(self) -> pd.DataFrame:
        """DataFrame of `tables.KEYWORDS`: the corpus first, then each document."""
        tokens, titles = self.tokens, self._annotated.titles
        return self.timed("keywords", lambda: find_keywords(tokens, self._doc_ids, titles, top=self.settings.top))

    @cached_property
    def keyword_trend(self) -> pd.DataFrame:
        """Documents per month with each of the corpus's first keywords: term, month, n_documents, n_total, share."""
        terms = self.keywords.loc[self.keywords["doc_id"] == "", "keyword"].head(TREND_WORDS).tolist()
        dates, counts = [document.date for document in self.counted], term_counts(self.tokens, self._annotated.titles)
        return self.timed("trends", lambda: keyword_trend(counts, dates, terms))

    @cached_property
    def _topics(self) -> Topics:
        chosen = self.settings
        texts = [shadow(document.text, chosen.simplified).text for document in self.counted]
        n, seed = None if chosen.n_topics == "auto" else chosen.n_topics, chosen.seed
        return self.timed("topics", lambda: find_topics(self.tokens, texts, self._doc_ids, n_topics=n, seed=seed))

    @cached_property
    def topics(self) -> pd.DataFrame:
        """DataFrame of `tables.TOPICS`; near reprints count as one in `n_unique`, not only equal texts."""
        found = self._topics.assignments
        unique = first_ids(found["doc_id"], self.reprints).groupby(found["topic"]).nunique()
        return TOPICS.checked(self._topics.table.assign(n_unique=self._topics.table["topic"].map(unique)))

    @property
    def topic_words(self) -> pd.DataFrame:
        """DataFrame of `tables.TOPIC_WORDS`."""
        return self._topics.words

    @property
    def topic_scan(self) -> pd.DataFrame:
        """The numbers of topics that were tried, with their stability; empty if the number was given."""
        return self._topics.scan

    @property
    def topic_similarity(self) -> npt.NDArray[np.floating[Any]]:
        """Cosine between topics."""
        return self._topics.similarity

    @cached_property
    def topic_trend(self) -> pd.DataFrame:
        """Share of each topic by month, with a 95 % interval."""
        return self.timed("trends", lambda: topic_trend(self._topics.assignments, self._dates))

    @cached_property
    def documents(self) -> pd.DataFrame:
        """DataFrame of `tables.DOCUMENTS`, in corpus order, each with its topic and margin; reprints that are folded have none."""
        frame = mark_reprints(self.corpus.to_frame(), self.reprints).drop(columns=["topic", "margin"])
        return DOCUMENTS.checked(frame.merge(self._topics.assignments, on="doc_id", how="left", validate="one_to_one"))

    @property
    def _doc_ids(self) -> list[str]:
        return [document.doc_id for document in self.counted]

    @property
    def _dates(self) -> list[str]:
        return [document.day for document in self.counted]


def keyness(
    target: Corpus | Tokens, reference: Corpus | Tokens, *, min_documents: int = 3, jobs: int = 1
) -> pd.DataFrame:
    """Which terms set one corpus apart from another.

    Parameters
    ----------
    target, reference : Corpus or Tokens
        A corpus is annotated first; give `study.tokens` to save that.
    min_documents : int
        Terms in fewer documents, both sides together, are left out.
    jobs : int
        Processes for the annotation.

    Returns
    -------
    DataFrame
        As of `analysis.keywords.keyness`: term, n_target, n_reference, share_target, share_reference, g2, p, q, log_ratio.

    >>> from analysis.document import Document
    >>> flood = Corpus(Document(f"a{i}", text="防汛会议召开。水位上涨。") for i in range(3))
    >>> school = Corpus(Document(f"b{i}", text="开学典礼举行。学生到校。") for i in range(3))
    >>> "水位" in set(keyness(flood, school).query("log_ratio > 0")["term"])
    True
    """
    sides = (x if isinstance(x, Tokens) else Study(x, Settings(jobs=jobs)).tokens for x in (target, reference))
    return keyness_of_tokens(*sides, min_documents=min_documents)
