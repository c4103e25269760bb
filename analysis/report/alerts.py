"""Checks of the data that a reviewer would make first. A failed check names its documents."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analysis.report.labels import Labels
from analysis.report.parts import Alert, Alerts
from analysis.report.views.careers import unresolved
from analysis.report.views.documents import by_month, by_source, longest_gap
from analysis.report.views.rows import each
from analysis.user_lexicon.rows import KIND as LEXICON

if TYPE_CHECKING:
    from analysis.study import Study

EXAMPLES = 5
SHORT = 20  # characters: below this nothing but a caption or a link is left of a post
ONE_SOURCE = 0.8  # share of one source above which "the corpus" is that source
THIN_MONTH = 10  # documents: a 95 % interval of a share then spans some 60 points
GAP = 7  # days without a document, in a corpus that has documents on most days
DENSE = 0.5  # share of days with documents above which a gap is a sign of a failed crawl
UNRESOLVED = 0.1  # share of positions without a resolved body above which counts by body are counts of a part


def checked(study: "Study", say: Labels) -> Alerts:
    """Every check, the failed ones gravest first; those of the user's lexicon only if there is one."""
    checks = CHECKS if study.settings.lexicon is None else (*CHECKS, *CHECKS_OF_LEXICON)
    found = [check(study, say) for check in checks]
    failed = [alert for level in ("bad", "watch") for alert in found if alert.level == level]
    return Alerts(failed, [alert for alert in found if alert.level == "good"])


def _verdict(key: str, rows: pd.DataFrame, level: str, say: Labels) -> Alert:
    if rows.empty:
        return Alert("good", say(f"{key}_good"))
    names = [f"{title or '—'}（{path}）" for title, path in zip(rows["title"], rows["path"], strict=True)]
    return Alert(level, say(f"{key}_found", n=len(rows)), names[:EXAMPLES])


def _skipped(study: "Study", say: Labels) -> Alert:
    rows = study.problems[study.problems["action"] == "skipped"].drop_duplicates("path")
    examples = [f"{row.path}: {row.message}" for row in each(rows.head(EXAMPLES))]
    return Alert("bad", say("skipped_found", n=len(rows)), examples) if examples else Alert("good", say("skipped_good"))


def _repaired(study: "Study", say: Labels) -> Alert:
    mended = (study.problems["action"] != "skipped") & (study.problems["kind"] != LEXICON)
    rows = study.problems[mended].drop_duplicates("path")
    examples = [f"{row.path}: {row.message}" for row in each(rows.head(EXAMPLES))]
    return (
        Alert("watch", say("repaired_found", n=len(rows)), examples)
        if examples
        else Alert("good", say("repaired_good"))
    )


def _undated(study: "Study", say: Labels) -> Alert:
    return _verdict("undated", study.documents[study.documents["date"] == ""], "bad", say)


def _future(study: "Study", say: Labels) -> Alert:
    today = date.today().isoformat()
    return _verdict("future", study.documents[study.documents["date"].str[:10] > today], "bad", say)


def _untitled(study: "Study", say: Labels) -> Alert:
    return _verdict("untitled", study.documents[study.documents["title"] == ""], "watch", say)


def _short(study: "Study", say: Labels) -> Alert:
    return _verdict("short", study.documents[study.documents["n_chars"] < SHORT], "bad", say)


def _damaged(study: "Study", say: Labels) -> Alert:
    damaged = {document.doc_id for document in study.corpus if "\ufffd" in document.text}
    return _verdict("damaged", study.documents[study.documents["doc_id"].isin(damaged)], "bad", say)


def _duplicates(study: "Study", say: Labels) -> Alert:
    return _verdict("duplicates", study.documents[study.documents["duplicate_of"] != ""], "watch", say)


def _one_source(study: "Study", say: Labels) -> Alert:
    table = by_source(study.documents)
    first = table.iloc[0]
    if first["share"] <= ONE_SOURCE or len(study.documents) < THIN_MONTH:
        return Alert("good", say("one_source_good", share=f"{ONE_SOURCE:.0%}"))
    name = first["source"] or say("no_source")
    return Alert("watch", say("one_source_found", source=name, share=f"{first['share']:.0%}"))


def _thin_months(study: "Study", say: Labels) -> Alert:
    totals = by_month(study.documents).sum(axis=1)
    thin = totals[totals < THIN_MONTH]
    examples = [f"{month}: {n}" for month, n in thin.head(EXAMPLES).items()]
    if not examples:
        return Alert("good", say("thin_good", least=THIN_MONTH))
    return Alert("watch", say("thin_found", n=len(thin), total=len(totals), least=THIN_MONTH), examples)


def _gap(study: "Study", say: Labels) -> Alert:
    days = pd.Series(sorted({day for day in study.documents["date"].str[:10] if day}))
    length, before, after = longest_gap(study.documents)
    span = (date.fromisoformat(days.iloc[-1]) - date.fromisoformat(days.iloc[0])).days + 1 if len(days) else 0
    if length < GAP or len(days) / (span - length) < DENSE:
        return Alert("good", say("gap_good", n=GAP))
    return Alert("watch", say("gap_found", n=length, before=before, after=after))


def _unresolved(study: "Study", say: Labels) -> Alert:
    """Positions without a body of the registry; those that name one as 省委 and those that name none."""
    open_ones, total = study.officials[study.officials["body_id"] == ""], len(study.officials)
    if len(open_ones) < UNRESOLVED * max(total, 1):
        return Alert("good", say("unresolved_good", share=f"{UNRESOLVED:.0%}"))
    named = (open_ones["body_full"] != "") | (open_ones["body"] != "")
    counts = {"n": len(open_ones), "total": total, "named": int(named.sum()), "bare": int((~named).sum())}
    examples = [f"{row.name}: {row.n_positions}" for row in each(unresolved(study.bodies).head(EXAMPLES))]
    return Alert("watch", say("unresolved_found", share=f"{len(open_ones) / total:.0%}", **counts), examples)


def _homonyms(study: "Study", say: Labels) -> Alert:
    table = study.homonyms
    examples = [f"{row.person_id}: {row.reason}" for row in each(table[table["reason"] != ""].head(EXAMPLES))]
    if table.empty:
        return Alert("good", say("homonyms_good"))
    return Alert("watch", say("homonyms_found", n=table["person"].nunique(), people=len(table)), examples)


def _lexicon_rows(study: "Study", say: Labels) -> Alert:
    rows = study.problems[study.problems["kind"] == LEXICON]
    examples = [f"{row.path}:{row.line}: {row.message}" for row in each(rows.head(EXAMPLES))]
    found = Alert("bad", say("lexicon_rows_found", n=len(rows)), examples)
    return found if examples else Alert("good", say("lexicon_rows_good"))


def _lexicon_use(study: "Study", say: Labels) -> Alert:
    never = study.lexicon_use[study.lexicon_use["n_mentions"] == 0]
    examples = [f"{row.line}: {row.name}（{row.type}）" for row in each(never.head(EXAMPLES))]
    found = Alert("watch", say("lexicon_use_found", n=len(never), total=len(study.lexicon_use)), examples)
    return found if examples else Alert("good", say("lexicon_use_good"))


CHECKS: tuple[Callable[["Study", Labels], Alert], ...] = (
    _skipped,
    _repaired,
    _undated,
    _future,
    _untitled,
    _short,
    _damaged,
    _duplicates,
    _one_source,
    _thin_months,
    _gap,
    _unresolved,
    _homonyms,
)
CHECKS_OF_LEXICON = (_lexicon_rows, _lexicon_use)
