"""Which rows of one name are one person: what evidence joins, and what keeps apart."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import pandas as pd

from analysis.careers.groups import Person, groups_of
from analysis.careers.links import TIME, against
from analysis.careers.positions import Position, positions_by_name
from analysis.document import Corpus
from analysis.errors import AnalysisError, value_invalid
from analysis.given_tables import check_documents, given_corpus, given_table
from analysis.officials.people import sightings
from analysis.tables import OFFICIALS, pandas_dtype

Apart = Literal["against", "unlinked"]
APART = ("against", "unlinked")
UNLINKED = "nothing joins them"
NEEDED = ["doc_id", "start", "person", "title", "body_full", "modifier", "act", "official_class", "list_id", "body_id"]
# Documents of a group by those of the first person, below which it is taken for a misread body: of the most frequent names of
# three years of television news, one document in some hundreds had a body of another country, without any homonym.
MISREAD = 0.01


def person_ids(officials: pd.DataFrame, corpus: Corpus, *, apart: Apart = "against") -> pd.Series:
    """Who each row speaks of: the name, and `name#2` … where several persons share it.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
    corpus : Corpus
        Holds the days of its documents.
    apart : {"against", "unlinked"}
        With `against`, two groups of posts are two persons only where something speaks against one: this errs towards
        merging, since nearly all names of national news are one person's, who moves from body to body without a text that
        says so. With `unlinked`, they are two unless something joins them: it errs towards keeping apart, as for local news
        full of common names.

    Returns
    -------
    Series of str
        With the index of `officials`. The person in most documents bears the plain name.

    Raises
    ------
    AnalysisError
        If `apart` is another word, or the table or the corpus another thing.

    Notes
    -----
    What joins: posts at one mention (原A、现B a succession among them), mentions in one document (Gale, Church and Yarowsky
    1992, *One sense per discourse*, HLT), an act that links two posts in it, a body and its part, one province or country.
    What speaks against: two places in one list; two countries, or a country and a province of China; posts in two provinces on
    overlapping days. Groups are joined as far as evidence reaches, through others too; then, with `against`, each group, the
    largest first, goes to the person of its name with whom nothing speaks against: one who shares a title, the
    nearest in time, the one in most documents. A group is judged by the body with most documents, and is
    no second person where it has less than one document to 100 of the first: that many bodies are misread.

    Examples
    --------
    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> texts = ["湖南省水利厅厅长田远山出席会议。", "安徽省教育厅厅长田远山讲话。", "湖南省水利厅厅长田远山到会。"]
    >>> days = pd.to_datetime(["2022-03-01", "2022-03-02", "2022-03-03"])
    >>> corpus = Corpus(Document(f"d{i}", text=text, date=day) for i, (text, day) in enumerate(zip(texts, days)))
    >>> person_ids(find_officials(corpus), corpus).tolist()
    ['田远山', '田远山#2', '田远山']
    """
    found = list(persons_by_name(officials, corpus, apart=apart))
    ids = pd.Series("", index=range(len(officials)), dtype=object)
    for name, persons in found:
        for number, person in enumerate(persons, start=1):
            ids.iloc[person.rows] = person_id(name, number)
    return ids.set_axis(officials.index).astype(pandas_dtype("str"))


def person_id(name: str, number: int) -> str:
    """The id of the n-th person of a name, 1 for the one in most documents."""
    return name if number == 1 else f"{name}#{number}"


def persons_by_name(
    officials: pd.DataFrame, corpus: Corpus, *, apart: Apart = "against"
) -> Iterator[tuple[str, list[Person]]]:
    """Each name, in order of its first row, with its persons, by falling number of documents."""
    check_apart(apart)
    officials, corpus = given_table(officials, "officials", OFFICIALS, NEEDED), given_corpus(corpus)
    check_documents(officials, "officials", corpus)
    for name, positions in positions_by_name(sightings(officials, corpus)):
        yield name, _numbered(_settled(groups_of(positions), apart))


def check_apart(apart: object) -> None:
    """Raise AnalysisError if `apart` is another word."""
    if apart not in APART:
        raise AnalysisError(value_invalid("apart", apart, APART))


def _numbered(persons: list[Person]) -> list[Person]:
    """By falling number of documents; the others are told apart from the first, not the first from another."""
    persons = sorted(persons, key=lambda person: (-len(person.doc_ids), person.rank))
    first, other = persons[0], persons[0].other
    if other:
        other.other, other.reason, first.other, first.reason = first, first.reason, None, ""
    return persons


def _settled(groups: list[Person], apart: Apart) -> list[Person]:
    """Persons of the groups, which come largest first."""
    persons: list[Person] = []
    for group in groups:
        chief = max(group.positions, key=lambda position: (len(position.doc_ids), -position.rank))
        credible = len(group.doc_ids) >= MISREAD * len(groups[0].doc_ids)
        reasons = [_reason(person, chief, apart) if credible else "" for person in persons]
        free = [person for person, reason in zip(persons, reasons, strict=True) if not reason]
        if free:
            person = min(free, key=lambda person: _strangeness(person, group))
            _join(person, group)
        else:
            person = group
            if persons:
                group.other, group.reason = persons[0], reasons[0]
            persons.append(group)
        if credible and (chief.home.kind or chief.listed):
            person.heads.append(chief)
    return persons


def _join(person: Person, group: Person) -> None:
    for position in group.positions:
        person.take(position)
    person.joined.update(group.joined)
    person.joined[TIME] += 1


def _reason(person: Person, chief: Position, apart: Apart) -> str:
    found = next(filter(None, (against(head, chief) for head in person.heads)), "")
    return found or (UNLINKED if apart == "unlinked" else "")


def _strangeness(person: Person, group: Person) -> tuple[bool, int]:
    """How little a group has in common with a person: no title, then the number of days between them."""
    return person.titles.isdisjoint(group.titles), _days_between(person, group)


def _days_between(a: Person, b: Person) -> int:
    if not a.first or not b.first:
        return 0
    early, late = sorted((a, b), key=lambda person: person.first)
    return max(0, (date.fromisoformat(late.first) - date.fromisoformat(early.last)).days)
