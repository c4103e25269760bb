"""What is read: documents, where they come from, what was wrong, removed or repeated, and when things happen."""

from analysis.tables.declaration import DOC_ID, MAYBE, REAL, START, STOP, TEXT, WHOLE, Column, Table

DOCUMENTS = Table(
    "documents",
    "document, in corpus order (date, then doc_id)",
    (
        DOC_ID,
        Column("path", TEXT, "the file below the corpus folder"),
        Column("title", TEXT, "title as published"),
        Column("date", TEXT, "publication, ISO 8601 with zone; empty if unknown"),
        Column(
            "date_from",
            TEXT,
            "where the date was read: front matter, html, url, dateline, text, file name; empty if unknown",
        ),
        Column("source", TEXT, "who wrote it first (来源), else the site"),
        Column("author", TEXT, "the author field of the post: mostly the site that published it"),
        Column("editors", TEXT, "责任编辑, 编辑, 责编, 校对: names joined by 、"),
        Column("n_chars", WHOLE, "code points of Document.text"),
        Column(
            "duplicate_of", TEXT, "doc_id of the first document with this text, nearly or word for word; else empty"
        ),
        Column("reprint", TEXT, "exact or near, for a document that repeats another; else empty"),
        Column("similarity", REAL, "Jaccard similarity of a reprint with what it repeats, 0 to 1; else empty"),
        Column("topic", MAYBE, "topic number, 1-based by size; empty if topics were not made"),
        Column("margin", REAL, "0 to 1: how much nearer the document is to its own topic than to the next"),
    ),
)
PROBLEMS = Table(
    "problems",
    "thing wrong with one input file, in path and line order",
    (
        Column("path", TEXT, "the file below the corpus folder"),
        Column("line", MAYBE, "1-based line in the file; empty if the whole file is meant"),
        Column("kind", TEXT, "short name of the trouble, e.g. front matter, encoding, empty"),
        Column("message", TEXT, "what is wrong, one sentence"),
        Column("action", TEXT, "what was done: skipped, repaired, read as text, kept"),
    ),
)
PROVENANCE = Table(
    "provenance",
    "document and where it comes from, in corpus order",
    (
        DOC_ID,
        Column("path", TEXT, "the file below the corpus folder; members and rows behind their archive or table"),
        Column("container", TEXT, "the archive or table file; empty for a file of its own"),
        Column("sha256", TEXT, "of the bytes read"),
        Column("n_bytes", WHOLE, "bytes read"),
        Column("encoding", TEXT, "the codec that read them"),
        Column("repairs", TEXT, "what was mended, sentence by sentence; empty if nothing was"),
        Column("n_removed", WHOLE, "code points of the source taken out as furniture"),
        Column("removed", TEXT, "kinds of furniture taken out, joined by 、"),
    ),
)
FURNITURE = Table(
    "furniture",
    "thing taken out of the texts of one source, by falling number of documents and times",
    (
        Column("source", TEXT, "the site or publisher (Document author, else source)"),
        Column(
            "kind",
            TEXT,
            "caption, advert, share, related, pagination, breadcrumb, menu, footer, disclaimer, comments, player, hidden, title, catalogue (the card of a portal), contact, link, tags, behind the editors, around (a page outside its article), learned; a credit: editors, reporters, source, original title, published, count, dateline, end mark",
        ),
        Column("rule", TEXT, "the rule that took it out"),
        Column("text", TEXT, "what it looks like: digits as 0, at most 80 characters"),
        Column("n_documents", WHOLE, "documents it was taken out of"),
        Column("n_times", WHOLE, "how often it was taken out"),
        Column("n_chars", WHOLE, "code points taken out in all"),
        Column("doc_id", TEXT, "the first document it was taken out of"),
        Column("example", TEXT, "as it stands there"),
    ),
)
REPRINTS = Table(
    "reprints",
    "document that shares its text or its title with another, by group (in corpus order, texts first) and publication",
    (
        Column("group", TEXT, "doc_id of the first published with this text, or with this title"),
        DOC_ID,
        Column(
            "kind",
            TEXT,
            "first (others repeat it), exact (the same letters and digits), near (nearly the same) or title (the same "
            "title over another text, the first of them too: no reprint, and counted as none)",
        ),
        Column("similarity", REAL, "Jaccard similarity of character shingles with the first of the group, 0 to 1"),
        Column("lag_days", REAL, "days since the first was published; empty where a date is missing"),
        Column("source", TEXT, "who published it"),
        Column("first_source", TEXT, "who published the first"),
    ),
)
DATES = Table(
    "dates",
    "expression of time in a text, in document and text order",
    (
        DOC_ID,
        START,
        STOP,
        Column("text", TEXT, "Document.text[start:stop]"),
        Column("since", TEXT, "first day (or minute) meant, ISO 8601, Beijing time; empty if the text does not decide"),
        Column("until", TEXT, "first day (or minute) no longer meant; empty too if it has no end"),
        Column(
            "precision",
            TEXT,
            "minute, hour, part of day, day, week, month, quarter, year or period; of both ends of a range",
        ),
        Column("base", TEXT, "what completed it: written (in full), text (an earlier date), publication, or nothing"),
        Column("rule", TEXT, "the rule that read it"),
    ),
)
