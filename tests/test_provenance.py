"""The tables of what was taken out and where documents come from."""

import pandas as pd
import pytest

from analysis.document import Corpus, Document
from analysis.reading import read_corpus
from analysis.tables import FURNITURE, PROVENANCE

POST = "---\ntitle: 会议{n}\nauthor: 临江在线\ndate: 2023-05-0{n}\n---\n<p>本报临江5月{n}日讯 会议{n}召开。</p><p>责任编辑：甘田</p><p>分享到：</p><p>微信</p>"


@pytest.fixture
def corpus(tmp_path):
    for n in (1, 2):
        (tmp_path / f"{n}.md").write_text(POST.format(n=n), encoding="utf-8")
    (tmp_path / "3.md").write_text("---\ntitle: 会议\n\n会议召开。", encoding="utf-8")
    return read_corpus(tmp_path)


def test_furniture_is_counted_by_what_it_looks_like(corpus):
    columns = ["source", "kind", "rule", "text", "n_documents", "n_times", "n_chars", "doc_id", "example"]
    assert list(corpus.furniture.columns) == FURNITURE.names == columns
    assert corpus.furniture.values.tolist() == [
        ["临江在线", "dateline", "dateline", "本报临江0月0日讯", 2, 2, 18, "1", "本报临江5月1日讯"],
        ["临江在线", "editors", "credit line", "责任编辑：甘田", 2, 2, 14, "1", "责任编辑：甘田"],
        ["临江在线", "share", "entry of a list", "微信", 2, 2, 4, "1", "微信"],
        ["临江在线", "share", "share bar", "分享到：", 2, 2, 8, "1", "分享到："],
    ]


def test_provenance_has_a_row_a_document(corpus):
    assert list(corpus.provenance.columns) == PROVENANCE.names
    table = corpus.provenance.set_index("doc_id")
    assert table.loc["1", "removed"] == "dateline、editors、share"
    assert table.loc["1", "n_removed"] == len("本报临江5月1日讯") + len("责任编辑：甘田") + len("分享到：") + len(
        "微信"
    )
    assert table.loc["3", "repairs"] == "the front matter has no closing `---`."
    assert table["sha256"].str.len().tolist() == [64, 64, 64]


def test_a_corpus_made_by_hand_has_empty_tables():
    corpus = Corpus([Document("a", text="会议召开。")])
    assert len(corpus.furniture) == 0
    assert corpus.provenance.values.tolist() == [["a", "", "", "", 0, "", "", 0, ""]]
    assert isinstance(corpus.furniture, pd.DataFrame)
