"""Officials of a whole corpus: `python tests/benchmarks/officials_corpus.py POSTS [--year 2023] [--audit SHEET.csv]`.

Prints officials by year, the 50 people in most documents with their posts, every appointment of one year with its sentence, and
every body that stayed unresolved with its count. With `--audit` it writes 100 random rows to be judged by eye
(`analysis.sample_for_audit`); a sheet that has its verdicts is read back instead, with precision and its interval.
"""

import argparse
from pathlib import Path

import pandas as pd

import analysis as an

ROWS, SEED = 100, 5  # of the audit sheet
PEOPLE, POSTS = 50, 4


def by_year(officials: pd.DataFrame) -> pd.DataFrame:
    """Rows, persons, bodies and documents of each year."""
    year = officials["day"].str[:4]
    counts = (
        officials.assign(year=year)
        .groupby("year")
        .agg(rows=("person", "size"), persons=("person", "nunique"), documents=("doc_id", "nunique"))
    )
    bodies = officials[officials["body_full"] != ""].groupby(year)["body_full"].nunique()
    return counts.assign(bodies=bodies, **officials.groupby([year, "official_class"]).size().unstack(fill_value=0))


def most_seen(officials: pd.DataFrame) -> list[str]:
    """The people in most documents, each in a line with the commonest of their posts."""
    documents = officials.groupby("person")["doc_id"].nunique().sort_index().sort_values(ascending=False, kind="stable")
    return [
        f"{n:5} {person}  {_posts(officials[officials['person'] == person])}"
        for person, n in documents.head(PEOPLE).items()
    ]


def _posts(rows: pd.DataFrame) -> str:
    posts = (
        rows.groupby(["body_full", "title"])["doc_id"]
        .nunique()
        .sort_index()
        .sort_values(ascending=False, kind="stable")
    )
    return "; ".join(f"{body or '?'} {title} {n}" for (body, title), n in posts.head(POSTS).items())


def appointments(table: pd.DataFrame, year: str) -> list[str]:
    """The personnel acts of a year, a line each."""
    rows = table[table["date"].str.startswith(year)]
    return [
        f"{row.date} {row.act} {row.person}: {row.body_full} {row.title} [{row.authority}] | {row.sentence}"
        for row in rows.itertuples()
    ]


def unresolved(bodies: pd.DataFrame) -> list[str]:
    """The bodies that no name in full could be given to, as written, with their counts."""
    return [f"{row.n_officials:5} {row.name}" for row in bodies[bodies["body_id"] == ""].itertuples(index=False)]


def audit(study: an.Study, sheet: Path) -> None:
    """Write the sheet, or count the verdicts of the one that is there."""
    if sheet.exists():
        result = an.read_audit(sheet)
        print(result.precision.to_string(), result.errors.to_string(), sep="\n")
    else:
        an.sample_for_audit(study.officials, study.corpus, n=ROWS, seed=SEED, path=sheet)
        print(f"{sheet}: {ROWS} rows to judge")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--year", default="2023")
    parser.add_argument("--audit", type=Path)
    given = parser.parse_args()
    study = an.Study(an.read_corpus(given.posts))
    print("officials by year", by_year(study.officials).to_string(), sep="\n")
    for name, lines in (
        ("people in most documents", most_seen(study.officials)),
        (f"appointments of {given.year}", appointments(study.appointments, given.year)),
        ("unresolved bodies", unresolved(study.bodies)),
    ):
        print(f"\n{name}: {len(lines)}", *lines, sep="\n")
    if given.audit:
        audit(study, given.audit)


if __name__ == "__main__":
    main()
