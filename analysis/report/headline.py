"""The top of the report: key numbers, and a few sentences made from them."""

from typing import TYPE_CHECKING

from analysis.report.labels import Labels
from analysis.report.parts import Tile
from analysis.report.views.documents import by_source
from analysis.report.views.officials import people_by_documents
from analysis.report.views.order import of_officials

if TYPE_CHECKING:
    from analysis.study import Study

KEYWORDS = 5


def period(study: "Study") -> str:
    """First and last day of the dated documents."""
    days = [day for day in study.documents["date"].str[:10] if day]
    return f"{min(days)} – {max(days)}" if days else ""


def tiles(study: "Study", say: Labels) -> list[Tile]:
    """Eight key numbers."""
    documents, officials = study.documents, study.officials
    numbers = {
        "documents": len(documents),
        "unique": int((documents["duplicate_of"] == "").sum()),
        "characters": int(documents["n_chars"].sum()),
        "sources": documents.loc[documents["source"] != "", "source"].nunique(),
        "named_mentions": len(study.mentions),
        "named_officials": officials["person"].nunique(),
        "named_bodies": officials.loc[officials["body_full"] != "", "body_full"].nunique(),
        "topics": len(study.topics),
    }
    return [Tile(_short(number, say), say(key)) for key, number in numbers.items()]


def _short(number: int, say: Labels) -> str:
    """At most five digits; larger ones in 万 (ten thousands) or millions.

    >>> _short(9580321, Labels("zh")), _short(9580321, Labels("en")), _short(15868, Labels("en"))
    ('958.0 万', '9.58 M', '15,868')
    """
    if number < 100_000:
        return f"{number:,}"
    return f"{number / 1e4:,.1f} 万" if say.language == "zh" else f"{number / 1e6:,.2f} M"


def sentences(study: "Study", say: Labels) -> list[str]:
    """What the tables say at first sight; a sentence without matter is left out."""
    made = (_corpus, _copies, _official, _listed, _acts, _unresolved, _keywords, _topic)
    return [sentence for make in made if (sentence := make(study, say))]


def _corpus(study: "Study", say: Labels) -> str:
    first = by_source(study.documents[study.documents["source"] != ""]).head(1)
    n, when = f"{len(study.documents):,}", period(study) or say("no_dates")
    if first.empty:
        return say("sentence_corpus_plain", n=n, period=when)
    source, share = first.iloc[0]["source"], first.iloc[0]["n_documents"] / len(study.documents)
    return say("sentence_corpus", n=n, period=when, source=source, share=f"{share:.0%}")


def _copies(study: "Study", say: Labels) -> str:
    n = int((study.documents["duplicate_of"] != "").sum())
    share = n / len(study.documents)
    return say("sentence_copies", n=f"{n:,}", share=f"{share:.1%}" if share >= 0.001 else "<0.1%") if n else ""


def _official(study: "Study", say: Labels) -> str:
    people = people_by_documents(study.officials)
    if people.empty or people.iloc[0] == 1:  # nobody stands out
        return ""
    person = people.index[0]
    titles = study.officials.loc[study.officials["person"] == person, "title"].value_counts(sort=False)
    title = titles.sort_values(ascending=False, kind="stable").index[0]
    return say("sentence_official", person=person, title=title, n=f"{people.iloc[0]:,}", people=f"{len(people):,}")


def _listed(study: "Study", say: Labels) -> str:
    lists = of_officials(study.order_lists)
    counts = lists.groupby("person_id").size().sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    if counts.empty or counts.iloc[0] == 1:  # nobody stands out
        return ""
    n = len(lists.drop_duplicates(["doc_id", "list_id"]))
    return say("sentence_listed", person=counts.index[0], n=f"{counts.iloc[0]:,}", lists=f"{n:,}")


def _acts(study: "Study", say: Labels) -> str:
    acts = study.appointments
    return say("sentence_acts", n=f"{len(acts):,}", people=f"{acts['person'].nunique():,}") if len(acts) else ""


def _unresolved(study: "Study", say: Labels) -> str:
    n, total = int((study.officials["body_id"] == "").sum()), len(study.officials)
    return say("sentence_unresolved", n=f"{n:,}", total=f"{total:,}", share=f"{n / total:.0%}") if n else ""


def _keywords(study: "Study", say: Labels) -> str:
    corpus = study.keywords[study.keywords["doc_id"] == ""].nsmallest(KEYWORDS, "rank")
    words = say("comma").join(say("quoted", text=word) for word in corpus["keyword"])
    return say("sentence_keywords", words=words) if len(corpus) else ""


def _topic(study: "Study", say: Labels) -> str:
    if study.topics.empty:
        return ""
    first = study.topics.iloc[0]
    label = say("quoted", text=first["label"])
    return say("sentence_topic", k=len(study.topics), label=label, share=f"{first['share']:.0%}")
