"""What happens: events, who takes part in them, and who is appointed to what."""

from analysis.tables.declaration import DOC_ID, MAYBE, START, STOP, TEXT, WHOLE, Column, Table

_EVENT_ID = Column("event_id", WHOLE, "1-based number of the event in its document")

EVENTS = Table(
    "events",
    "event that a text tells of, in document and text order",
    (
        DOC_ID,
        _EVENT_ID,
        Column("start", WHOLE, "first code point of the trigger in Document.text"),
        STOP,
        Column(
            "type",
            TEXT,
            "meeting, inspection, guests (a meeting or a call with them), visit (a journey), speech, award, signing, "
            "appointment, removal or case (of discipline or law)",
        ),
        Column("trigger", TEXT, "the word that tells of it: 主持召开, 会见, 调研"),
        Column("since", TEXT, "first day (or minute) of it, ISO 8601, Beijing time; empty if the text gives none"),
        Column("until", TEXT, "first day (or minute) after it; empty if the text gives none"),
        Column("precision", TEXT, "of the date, as in dates; empty without one"),
        Column(
            "date_from",
            TEXT,
            "text (its own sentence), paragraph (the sentence that opens with a day), event (the one before it), dateline; empty without a date",
        ),
        Column("place", TEXT, "where, as written; empty if the text does not tell"),
        Column("host", TEXT, "the body in full that holds the meeting or decides on the act; empty if unknown"),
        Column("name", TEXT, "the meeting, as written; empty for other events"),
        Column("n_participants", WHOLE, "persons named as taking part"),
        Column("sentence", TEXT, "the sentence around the trigger"),
    ),
)
PARTICIPANTS = Table(
    "participants",
    "person in one role in one event: who presides and speaks is two rows; by event, place and role",
    (
        DOC_ID,
        _EVENT_ID,
        Column("list_id", MAYBE, "1-based number of the list of names in the document; empty for a person alone"),
        Column("order", MAYBE, "1-based place in that list; empty for a person alone"),
        START,
        STOP,
        Column("person", TEXT, "the name without inner blanks, or its canonical form; start and stop are its span"),
        Column(
            "role",
            TEXT,
            "host, attend, accompany, speak, lead, guest, visitor, welcome, sign, honoree, appointee, subject (of a "
            "case or removal) or authority",
        ),
        Column("verb", TEXT, "the words that give the role: 主持, 出席, 参加会见"),
        Column("title", TEXT, "the first post written with the name; empty for a bare name"),
        Column("body_full", TEXT, "the body in full of that post; empty for a bare name or an unknown body"),
        Column(
            "basis",
            TEXT,
            "clause (the trigger itself), sentence (another verb beside it) or after (a later sentence refers back to it)",
        ),
    ),
)
APPOINTMENTS = Table(
    "appointments",
    "person and position that a personnel act gives or takes, in document and text order",
    (
        DOC_ID,
        START,
        STOP,
        Column("act", TEXT, "任命 免去 辞去 不再担任 当选 …, as in officials"),
        Column("person", TEXT, "the name; start and stop are its span"),
        Column("title", TEXT, "the office as written"),
        Column("body", TEXT, "the body as written before the title; empty if not written there"),
        Column("body_full", TEXT, "the body in full; empty if the text does not tell"),
        Column("modifier", TEXT, "代 兼 …; empty mostly"),
        Column("authority", TEXT, "the body that decides, as written; empty if the text does not tell"),
        Column("authority_full", TEXT, "that body in full"),
        Column("date", TEXT, "ISO day of the act, else of publication; empty if neither is known"),
        Column("date_from", TEXT, "text or publication; empty without a date"),
        Column("probation", TEXT, "length of the probation (试用期): 一年; empty if none is set"),
        Column("sentence", TEXT, "the sentence around the name"),
    ),
)
