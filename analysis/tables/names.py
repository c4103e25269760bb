"""What is named: mentions, the user's own entries, officials and their posts."""

from analysis.tables.declaration import DOC_ID, MAYBE, REAL, START, STOP, TEXT, TRUTH, WHOLE, Column, Table

MENTIONS = Table(
    "mentions",
    "name as it stands in a text, in document and text order",
    (
        DOC_ID,
        START,
        STOP,
        Column("text", TEXT, "Document.text[start:stop]"),
        Column("type", TEXT, "PERSON, ORGANISATION, PLACE or POST"),
        Column(
            "kind", TEXT, "appearance, concept (of a doctrine), epithet, byline, quoted, surname or honorific (王老)"
        ),
        Column("confidence", REAL, "0 to 1"),
        Column("rule", TEXT, "the rule or lexicon that found it"),
        Column("entity_id", TEXT, "the same within a document for mentions of one person, body or place"),
        Column("kind_rule", TEXT, "the rule that decided on the kind; empty for an appearance"),
    ),
)
LEXICON_USE = Table(
    "lexicon_use",
    "entry of the user's own lexicon, an alias too, in file order; empty without a lexicon",
    (
        Column("name", TEXT, "the written form that is looked for"),
        Column("type", TEXT, "PERSON, ORGANISATION, PLACE, POST, WORD or STOP"),
        Column("canonical", TEXT, "the name it stands for: entity_id of its mentions, body_full of a body"),
        Column("line", WHOLE, "1-based line in the lexicon file"),
        Column("n_mentions", WHOLE, "how often it stands in the texts, titles left aside; 0 for an entry never found"),
        Column("n_documents", WHOLE, "documents with it"),
    ),
)
OFFICIALS = Table(
    "officials",
    "person with one position, at one place of a text: a person with two posts is two rows",
    (
        DOC_ID,
        START,
        STOP,
        Column("person", TEXT, "the name without inner blanks, or its canonical form; start and stop are its span"),
        Column("title", TEXT, "the office as written, with its grade: 副部长, 党组成员"),
        Column("body", TEXT, "the body as written before the title; empty if not written there"),
        Column("body_full", TEXT, "the body in full, resolved from the text; empty if the text does not tell"),
        Column("modifier", TEXT, "原 前 时任 代 候任 兼 …; empty for a present post"),
        Column("act", TEXT, "任命 免去 当选 …; empty outside personnel acts"),
        Column("order", MAYBE, "1-based place among the persons of the same enumeration; empty if alone"),
        Column("shared", TRUTH, "whether the title is written once for several names"),
        Column("official_class", TEXT, "official, executive, foreign, international or grassroots"),
        Column("rule", TEXT, "the rule that read the position"),
        Column("sentence", TEXT, "the sentence around the name"),
        Column("list_id", MAYBE, "1-based number of the enumeration in the document; empty for a person alone"),
        Column(
            "inherited_from",
            TEXT,
            "what told body_full: written, chain, block, repeat, host, heading, region, source, publisher, dateline or title; empty if the text does not tell",
        ),
        Column("confidence", REAL, "0 to 1: how sure body_full is; empty if it is unknown"),
        Column(
            "body_id", TEXT, "the body, the same under all its names, as of `analysis.canonical`; empty if body_full is"
        ),
        Column("rank", TEXT, "level of the post: 正国级, 副国级, 正部级 … 副科级; empty where no rule decides"),
        Column("evidence", TEXT, "what decided the reading, joined by “; ”"),
    ),
)
PEOPLE = Table(
    "people",
    "person in one post of one body, over the whole corpus",
    (
        Column("person", TEXT, "name"),
        Column("body_full", TEXT, "body in full; empty if no text tells"),
        Column("title", TEXT, "office"),
        Column("first_seen", TEXT, "ISO day of the first dated document; empty if none is dated"),
        Column("last_seen", TEXT, "ISO day of the last dated document; empty if none is dated"),
        Column("n_documents", WHOLE, "documents with this person in this post"),
        Column("n_unique", WHOLE, "the same, with all reprints of one text counted once"),
    ),
)
