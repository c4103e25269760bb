"""Across documents: careers, homonyms, the order of lists, silences."""

from analysis.tables.declaration import DOC_ID, REAL, START, TEXT, TRUTH, WHOLE, Column, Table

PERSON_ID = Column(
    "person_id", TEXT, "the person: the name; of two who share it, the one in fewer documents is name#2, and so on"
)
PERSON = Column("person", TEXT, "name")

CAREERS = Table(
    "careers",
    "time of one person in one post of one body, by person_id, then first_seen",
    (
        PERSON_ID,
        PERSON,
        Column("title", TEXT, "office"),
        Column("body_full", TEXT, "body in full, under the name it has last; empty if no text tells"),
        Column("body_id", TEXT, "the body in the registry; empty if it is not there"),
        Column("spell", WHOLE, "1-based: a post that was left and taken again has two"),
        Column(
            "first_seen", TEXT, "ISO day of the first document that has the person in the post; empty if there is none"
        ),
        Column("last_seen", TEXT, "ISO day of the last such document; 原, 前, 时任 and removals do not count"),
        Column(
            "appointed", TEXT, "ISO day of the first document that tells of the appointment or election; else empty"
        ),
        Column("ended", TEXT, "ISO day of the first document that says the time is over (原, 前, 免去 …); else empty"),
        Column("n_documents", WHOLE, "documents that have the person in the post"),
        Column("n_unique", WHOLE, "the same, with all reprints of one text counted once"),
        Column("n_former", WHOLE, "documents that speak of the post as a past one"),
        Column("official_class", TEXT, "official, executive, foreign, international or grassroots; the most frequent"),
        Column("sources", TEXT, "who published them, joined by 、"),
        Column("first_doc_id", TEXT, "a document of the first day"),
        Column("first_sentence", TEXT, "the sentence there"),
        Column("last_doc_id", TEXT, "a document of the last day"),
        Column("last_sentence", TEXT, "the sentence there"),
    ),
)
HOMONYMS = Table(
    "homonyms",
    "person of a name that several share, names by documents, persons by number",
    (
        PERSON,
        PERSON_ID,
        Column("first_seen", TEXT, "ISO day of the first dated document; empty if none is dated"),
        Column("last_seen", TEXT, "ISO day of the last dated document"),
        Column("n_documents", WHOLE, "documents that name this person with a post"),
        Column("bodies", TEXT, "bodies, by falling number of documents, joined by 、"),
        Column("joined_by", TEXT, "what joins the posts into one person, with how often, joined by “; ”"),
        Column("against", TEXT, "the person_id this one is kept apart from"),
        Column("reason", TEXT, "what keeps them apart, with bodies, days and documents"),
    ),
)
ORDER_LISTS = Table(
    "order_lists",
    "person in an enumeration, in document and text order; lists that repeat another one are left out",
    (
        DOC_ID,
        Column("list_id", WHOLE, "number of the enumeration in the document"),
        START,
        Column("day", TEXT, "ISO day of the document; empty if unknown"),
        Column("order", WHOLE, "1-based place in the enumeration; persons without a post count too"),
        PERSON_ID,
        PERSON,
        Column("title", TEXT, "offices, joined by 、"),
        Column("body_full", TEXT, "their bodies, joined by 、"),
        Column("group", WHOLE, "1-based: a new one begins where the offices differ from those of the person before"),
        Column("shared", TRUTH, "whether the title is written once for several names"),
        Column(
            "official_class", TEXT, "of the first office: official, executive, foreign, international or grassroots"
        ),
        Column("sorted_by", TEXT, "strokes where surnames stand by them; else empty"),
        Column("rank", WHOLE, "the place that the order tells: equal within what is sorted by strokes"),
        Column("sentence", TEXT, "the sentence around the name"),
    ),
)
PRECEDENCE = Table(
    "precedence",
    "pair of persons that stand in one list, by falling number of lists; `person` stands first more often",
    (
        Column("person", TEXT, "person_id of the one who stands before the other more often; ties by name"),
        Column("other", TEXT, "person_id of the other"),
        Column("n_before", WHOLE, "lists in which person stands before other"),
        Column("n_after", WHOLE, "lists in which person stands after other"),
        Column("n_tied", WHOLE, "lists that do not order the two (by strokes)"),
        Column("n_documents", WHOLE, "documents with these lists"),
        Column("share", REAL, "n_before / (n_before + n_after); empty if all are tied"),
        Column("low", REAL, "low end of its 95 % interval (Wilson)"),
        Column("high", REAL, "high end of it"),
    ),
)
CONSENSUS_ORDER = Table(
    "consensus_order",
    "person in the order that lists agree on, by component (largest first) and place",
    (
        Column("component", WHOLE, "1-based: persons of two components were never compared, not even through others"),
        Column("position", WHOLE, "1 for the first of the component; equal for those that nothing sets apart"),
        Column("place", REAL, "mean place in all orders that the lists allow, 1 to the size of the component"),
        Column("low", REAL, "2.5 % point of the place when documents are drawn anew; empty if none were drawn"),
        Column("high", REAL, "97.5 % point of it"),
        Column("person_id", TEXT, "the person"),
        Column("n_lists", WHOLE, "lists with this person"),
        Column("n_compared", WHOLE, "persons of the component that stand in a list with this one"),
        Column(
            "method", TEXT, "majority (no contradiction), exact (Kemeny) or heuristic, of the cycle this person is in"
        ),
    ),
)
ORDER_CHANGES = Table(
    "order_changes",
    "two periods, each with the next",
    (
        Column("since", TEXT, "first day of the earlier period; empty if it has no beginning"),
        Column("at", TEXT, "first day of the later one"),
        Column("until", TEXT, "first day after it; empty if it has no end"),
        Column("n_persons", WHOLE, "persons who are in the order of both"),
        Column("n_pairs", WHOLE, "pairs of them that are comparable in both"),
        Column("n_same", WHOLE, "pairs in the same order"),
        Column("n_inverted", WHOLE, "pairs in opposite orders"),
        Column("n_tied", WHOLE, "pairs tied in one period or both"),
        Column("tau_b", REAL, "Kendall's rank correlation with ties, -1 to 1; empty if it can't be told"),
    ),
)
INVERSIONS = Table(
    "inversions",
    "pair whose order differs between two periods, by period and falling number of lists that say so",
    (
        Column("at", TEXT, "first day of the later period"),
        Column("person", TEXT, "person_id of the one who stood first before"),
        Column("other", TEXT, "person_id of the one who stands first since"),
        Column("n_before_then", WHOLE, "earlier lists with person before other"),
        Column("n_after_then", WHOLE, "earlier lists with person after other"),
        Column("n_before_now", WHOLE, "later lists with person before other"),
        Column("n_after_now", WHOLE, "later lists with person after other"),
        Column("doc_id_then", TEXT, "the last earlier document with person before other"),
        Column("sentence_then", TEXT, "the sentence there"),
        Column("doc_id_now", TEXT, "the first later document with other before person"),
        Column("sentence_now", TEXT, "the sentence there"),
    ),
)
GAPS = Table(
    "gaps",
    "silence in the appearances of a person, by falling ratio to what is usual",
    (
        PERSON_ID,
        PERSON,
        Column("last_seen", TEXT, "ISO day before the silence"),
        Column("seen_again", TEXT, "ISO day after it; empty if it lasts until the corpus ends"),
        Column("n_days", WHOLE, "days from last_seen to seen_again, or to the last day of the corpus"),
        Column("n_covered", WHOLE, "the same without the days on which the corpus has no document"),
        Column("usual", REAL, "95th percentile of the person's own steps between appearances, in covered days"),
        Column("ratio", REAL, "n_covered / usual"),
        Column("n_appearances", WHOLE, "days on which the person appears"),
        Column("title_before", TEXT, "first office named on last_seen"),
        Column("title_after", TEXT, "first office named on seen_again"),
        Column("doc_id_before", TEXT, "a document of last_seen"),
        Column("doc_id_after", TEXT, "a document of seen_again"),
    ),
)
AUDIT = Table(
    "audit",
    "thing that was judged: person, title, body, and all three together",
    (
        Column("field", TEXT, "person, title, body, or all"),
        Column("n_right", WHOLE, "rows judged right; of all: right in each field"),
        Column("n_wrong", WHOLE, "rows judged wrong; of all: wrong in one field at least"),
        Column("n_unsure", WHOLE, "rows that a reader could not judge; of all: none wrong, one unsure at least"),
        Column("n_open", WHOLE, "rows without a verdict yet"),
        Column("precision", REAL, "n_right / (n_right + n_wrong); empty if nothing was judged"),
        Column("low", REAL, "low end of its 95 % interval (Wilson)"),
        Column("high", REAL, "high end of it"),
    ),
)
