"""Section 2: the keywords of the corpus, of the months, and of each document."""

import pandas as pd

from analysis.report import figures
from analysis.report.anchors import anchor
from analysis.report.material import Material
from analysis.report.parts import Block, Row, Section, Table
from analysis.report.views.rows import each

SHOWN, DOCUMENTS_SHOWN = 60, 40  # rows


def keywords(m: Material) -> Section:
    """Bars, trends, the corpus table with its texts, and an excerpt of the documents' keywords."""
    blocks: list[Block] = [
        m.hang("keyword_bars", figures.keyword_bars(m.study.keywords, language=m.language)),
        m.hang("keyword_trends", figures.keyword_trends(m.study.keyword_trend, language=m.language)),
        _of_corpus(m),
        _of_documents(m),
    ]
    return Section("keywords", m.say("keywords"), m.say("lead_keywords"), blocks)


def _of_corpus(m: Material) -> Table:
    table = m.study.keywords[m.study.keywords["doc_id"] == ""].sort_values("rank", kind="stable")
    rows = [
        Row((row.rank, row.keyword, row.score), m.evidence.of_term(row.keyword), anchor("keyword", row.keyword))
        for row in each(table.head(SHOWN))
    ]
    columns = m.columns(rank="count", keyword="text", score="real")
    return Table(m.say("corpus_keywords"), columns, rows, m.first_of(len(rows), len(table)), "keywords.csv")


def _of_documents(m: Material) -> Table:
    table = m.study.keywords[m.study.keywords["doc_id"] != ""]
    joined = table.sort_values("rank", kind="stable").groupby("doc_id")["keyword"].agg("、".join)
    documents = m.study.documents[m.study.documents["doc_id"].isin(joined.index)]
    rows = [_row(document, joined) for _, document in documents.head(DOCUMENTS_SHOWN).iterrows()]
    columns = m.columns(date="day", title="text", keywords="text")
    return Table(m.say("document_keywords"), columns, rows, m.first_of(len(rows), len(documents)), "keywords.csv")


def _row(document: "pd.Series[str]", joined: "pd.Series[str]") -> Row:
    return Row((document["date"][:10], document["title"], joined[document["doc_id"]]))
