"""What is spoken of: keywords and topics."""

from analysis.tables.declaration import REAL, TEXT, WHOLE, Column, Table

KEYWORDS = Table(
    "keywords",
    "keyword of a document, or of the corpus, by rank",
    (
        Column("doc_id", TEXT, "the document; empty for the corpus"),
        Column("keyword", TEXT, "a word, a name or a phrase of 2 to 4 words"),
        Column("score", REAL, "TF-IDF; comparable within one document only"),
        Column("rank", WHOLE, "1 for the highest score"),
    ),
)
TOPICS = Table(
    "topics",
    "topic, largest first",
    (
        Column("topic", WHOLE, "1-based"),
        Column("label", TEXT, "its most telling phrases"),
        Column("n_documents", WHOLE, "documents whose nearest topic this is"),
        Column("n_unique", WHOLE, "the same, with all reprints of one text counted once"),
        Column("share", REAL, "share of all documents, 0 to 1"),
        Column(
            "stability",
            REAL,
            "mean Jaccard overlap with the best match in reclustered subsamples, 0 to 1; above .75 is stable",
        ),
        Column("words", TEXT, "its most telling words, joined by blanks"),
    ),
)
TOPIC_WORDS = Table(
    "topic_words",
    "word of a topic, by topic and falling weight",
    (
        Column("topic", WHOLE, "1-based"),
        Column("word", TEXT, "a word or phrase"),
        Column("weight", REAL, "class-based TF-IDF; comparable within one topic"),
    ),
)
