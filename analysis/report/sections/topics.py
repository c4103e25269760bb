"""Section 7: the topics, how their number was chosen, and the documents that show them best and worst."""

from math import isnan
from typing import Any

from analysis.report import figures
from analysis.report.material import Material
from analysis.report.parts import Block, Plot, Quote, Row, Section, Table
from analysis.report.views.rows import each

DOCUMENTS_SHOWN = 3  # of each topic, at either end


def topics(m: Material) -> Section:
    """The scan of k, the topic table, words, months, nearness, and documents."""
    blocks: list[Block] = [*_plots(m), _topics(m), _documents(m, nearest=True), _documents(m, nearest=False)]
    return Section("topics", m.say("topic_section"), m.say("lead_topics", n=len(m.study.topics)), blocks)


def _plots(m: Material) -> list[Plot]:
    study, language = m.study, m.language
    return [
        m.hang("topic_scan", figures.topic_scan(study.topic_scan, language=language)),
        m.hang("topic_bars", figures.topic_bars(study.topic_words, study.topics, language=language)),
        m.hang("topic_trends", figures.topic_trends(study.topic_trend, study.topics, language=language)),
        m.hang("topic_similarity", figures.topic_similarity(study.topic_similarity, study.topics, language=language)),
    ]


def _topics(m: Material) -> Table:
    rows = [
        Row((t.topic, t.label, t.n_documents, t.n_unique, t.share, t.stability, _verdict(m, t.stability), t.words))
        for t in each(m.study.topics)
    ]
    columns = m.columns(
        topic="count",
        label="text",
        n_documents="count",
        n_unique="count",
        share="share",
        stability="fraction",
        verdict="text",
        words="text",
    )
    return Table(m.say("topic_table"), columns, rows, m.say("stability_note"), "topics.csv")


def _verdict(m: Material, stability: float) -> str:
    """Hennig's reading of the mean Jaccard overlap (Comput. Stat. Data Anal. 52, 2007)."""
    if isnan(stability):
        return ""
    return m.say("stable" if stability >= 0.75 else "pattern" if stability >= 0.6 else "dissolving")


def _documents(m: Material, *, nearest: bool) -> Table:
    unique = m.study.documents[(m.study.documents["duplicate_of"] == "") & m.study.documents["topic"].notna()]
    ranked = unique.sort_values(["margin", "doc_id"], ascending=[not nearest, True], kind="stable")
    rows = [
        _row(document, topic.label, m.evidence.of_documents([document.doc_id]))
        for topic in each(m.study.topics)
        for document in each(ranked[ranked["topic"] == topic.topic].head(DOCUMENTS_SHOWN))
    ]
    columns = m.columns(topic="count", label="text", date="day", title="text", margin="fraction")
    key = "representative" if nearest else "boundary"
    return Table(m.say(key), columns, rows, m.say(f"{key}_note"), "documents.csv")


def _row(document: Any, label: str, quotes: list[Quote]) -> Row:
    return Row((document.topic, label, document.date[:10], document.title, document.margin), quotes)
