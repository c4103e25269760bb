"""Names that several persons share, with the evidence for each."""

from collections import Counter

import pandas as pd

from analysis.careers.groups import Person
from analysis.careers.identity import Apart, person_id, persons_by_name
from analysis.careers.links import KINDS
from analysis.document import Corpus
from analysis.tables import HOMONYMS


def find_homonyms(officials: pd.DataFrame, corpus: Corpus, *, apart: Apart = "against") -> pd.DataFrame:
    """Names with more than one person, what joins the posts of each, and what keeps them apart.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
    corpus : Corpus
    apart : {"against", "unlinked"}
        As of `person_ids`, which has the rule.

    Returns
    -------
    DataFrame of `tables.HOMONYMS`
        Names by falling number of documents, then by name; the persons of a name by their number. The first has no
        `against`: it is the others that are kept apart from it, or from one another.

    Raises
    ------
    AnalysisError
        If `apart` is another word, or the table or the corpus another thing.

    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> pages = Corpus([Document("a", text="法国总统田远山讲话。"), Document("b", text="德国总理田远山讲话。")])
    >>> find_homonyms(find_officials(pages), pages)[["person_id", "bodies", "reason"]].values.tolist()
    [['田远山', '法国', ''], ['田远山#2', '德国', '法国 and 德国 are of different countries']]
    """
    shared = [(name, persons) for name, persons in persons_by_name(officials, corpus, apart=apart) if len(persons) > 1]
    shared.sort(key=lambda pair: (-sum(len(person.doc_ids) for person in pair[1]), pair[0]))
    return HOMONYMS.of(
        _row(name, number, person, persons)
        for name, persons in shared
        for number, person in enumerate(persons, start=1)
    )


def _row(name: str, number: int, person: Person, persons: list[Person]) -> tuple[object, ...]:
    other = person_id(name, 1 + persons.index(person.other)) if person.other else ""
    return (
        name,
        person_id(name, number),
        person.first,
        person.last,
        len(person.doc_ids),
        _bodies(person),
        "; ".join(f"{kind} {person.joined[kind]}" for kind in KINDS if person.joined[kind]),
        other,
        person.reason,
    )


def _bodies(person: Person) -> str:
    counts: Counter[str] = Counter()
    for position in person.positions:
        if position.body:
            counts[position.body] += len(position.doc_ids)
    return "、".join(sorted(counts, key=lambda body: (-counts[body], body)))
