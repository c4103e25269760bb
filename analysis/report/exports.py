"""data/*.csv: every table of the contract, and those that only the report makes. Same study, same bytes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.report.figures.entities import NAME_TYPES
from analysis.report.views import entities, officials, order
from analysis.report.views.documents import months
from analysis.tables import ALL

if TYPE_CHECKING:
    from analysis.study import Study

PEOPLE = 300  # in tables of pairs: with all persons of a party congress there would be millions


def tables(study: "Study") -> dict[str, pd.DataFrame]:
    """Every table by the name of its file."""
    people = [str(person) for person in officials.people_by_documents(study.officials).head(PEOPLE).index]
    declared = {table.name: table.checked(getattr(study, table.name)) for table in ALL}
    return declared | {
        "topic_scan": study.topic_scan,
        "topic_trend": study.topic_trend,
        "topic_similarity": _similarity(study),
        "keyword_trend": study.keyword_trend,
        "months": months(study.documents),
        "entities": _entities(study),
        "pairs": officials.pairs(study.officials, people),
        **_orders(study),
    }


def _orders(study: "Study") -> dict[str, pd.DataFrame]:
    """The order of the officials who are listed most, and how it changes from year to year."""
    changes, inversions = order.changes_by_year(study.order_lists)
    agreed = order.official_order(study.order_lists, order.IN_ORDER, study.settings.seed)
    return {"official_order": agreed, "order_changes": changes, "inversions": inversions}


def _similarity(study: "Study") -> pd.DataFrame:
    topics = list(study.topics["topic"])
    square = pd.DataFrame(study.topic_similarity, index=topics, columns=topics)
    long = square.rename_axis(index="topic").reset_index().melt(id_vars="topic", var_name="other", value_name="cosine")
    return long.sort_values(["topic", "other"], ignore_index=True)


def _entities(study: "Study") -> pd.DataFrame:
    parts = {
        name_type: entities.top_entities(study.mentions, study.documents, name_type, len(study.mentions))
        for name_type in NAME_TYPES
    }
    return pd.concat(parts, names=["type"]).reset_index("type").reset_index(drop=True)


def write(study: "Study", folder: Path) -> None:
    """Each table as `folder/<name>.csv`: UTF-8 with a byte order mark for Excel, six significant digits."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables(study).items():
        _spelled(frame).to_csv(
            folder / f"{name}.csv",
            index=False,
            encoding="utf-8-sig",
            errors="backslashreplace",
            lineterminator="\n",
            float_format="%.6g",
        )


def _spelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Truth values as true and false, as other languages write them."""
    truths = {str(name): frame[name].map({True: "true", False: "false"}) for name in frame.select_dtypes("bool")}
    return frame.assign(**truths)
