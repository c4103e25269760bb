"""Where officials serve: the bodies of a corpus."""

from analysis.tables.declaration import MAYBE, TEXT, WHOLE, Column, Table

BODIES = Table(
    "bodies",
    "body that an official of the corpus serves, by falling number of documents; those that no text resolves too",
    (
        Column("body_id", TEXT, "the same for all names of one organ; empty if the body stayed unresolved"),
        Column("name", TEXT, "the body in full; as written if it stayed unresolved"),
        Column(
            "system",
            TEXT,
            "党 政 人大 政协 监察 司法 军 群团 民主党派 企业 高校 事业 外国 国际; empty if the name does not tell",
        ),
        Column("level", MAYBE, "rank of its head, 1 (正国级) to 10 (副科级); empty where no rule decides"),
        Column("area_code", TEXT, "GB/T 2260 of its division; empty for a national body"),
        Column("parent", TEXT, "the body above it in full; empty if none is known"),
        Column("successor", TEXT, "its name today, several joined by |; empty if that is `name` or nothing followed"),
        Column("n_officials", WHOLE, "names of persons with a post in it"),
        Column("n_positions", WHOLE, "rows of `officials` with it"),
        Column("n_documents", WHOLE, "documents with one of them"),
    ),
)
