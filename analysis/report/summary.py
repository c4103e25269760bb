"""summary.md: the report on one screen, for a terminal or a CI log."""

from typing import TYPE_CHECKING

from analysis.report.alerts import checked
from analysis.report.headline import sentences, tiles
from analysis.report.labels import Labels

if TYPE_CHECKING:
    from analysis.study import Study


def summary(study: "Study", name: str, say: Labels) -> str:
    """Key numbers, sentences and failed checks, as Markdown."""
    alerts = checked(study, say).failed
    lines = [
        f"# {_plain(name)}",
        "",
        *(f"- {_plain(sentence)}" for sentence in sentences(study, say)),
        "",
        "| " + " | ".join(tile.label for tile in tiles(study, say)) + " |",
        "|" + "---:|" * len(tiles(study, say)),
        "| " + " | ".join(tile.number for tile in tiles(study, say)) + " |",
        "",
        f"## {say('alerts')}",
        "",
        *([f"- {_plain(alert.text)}" for alert in alerts] or [say("all_good")]),
        "",
        f"report.html · data/ · figures/ · manifest.json · {study.corpus.fingerprint[:12]}",
    ]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text that Markdown prints as it stands."""
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
