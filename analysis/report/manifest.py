"""manifest.json: inputs, versions, settings, timings, counts, and the list of the files we wrote."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.document import Document
from analysis.report.provenance import parameters, versions
from analysis.user_lexicon import lexicon_of

if TYPE_CHECKING:
    from analysis.study import Study

NAME = "manifest.json"
MADE_BY = "analysis.report"  # by this a folder is known to be ours


def manifest(study: "Study", files: Iterable[str], *, language: str, command: str) -> dict[str, Any]:
    """The facts of one report. Only `timings` differs between two runs on one machine."""
    return {
        "made_by": MADE_BY,
        "command": command,
        "language": language,
        "versions": versions(),
        "parameters": {p.name: {"default": p.default, "chosen": p.chosen} for p in parameters(study)},
        "lexicon": _lexicon(study),
        "seed": study.settings.seed,
        "fingerprint": study.corpus.fingerprint,
        "counts": counts(study),
        "problems": _problems(study),
        "timings": {stage: dict(times) for stage, times in study.timings.items()},
        "inputs": [_input(document) for document in study.corpus],
        "files": sorted(files),
    }


def counts(study: "Study") -> dict[str, int]:
    """Rows of the tables that matter, and what stands in them."""
    return {
        "documents": len(study.documents),
        "duplicates": int((study.documents["duplicate_of"] != "").sum()),
        "characters": int(study.documents["n_chars"].sum()),
        "files_with_problems": int(study.problems["path"].nunique()),
        "mentions": len(study.mentions),
        "positions": len(study.officials),
        "officials": int(study.officials["person"].nunique()),
        "topics": len(study.topics),
    }


def _problems(study: "Study") -> dict[str, dict[str, int]]:
    found = Counter(zip(study.problems["action"], study.problems["kind"], strict=True))
    summary: dict[str, dict[str, int]] = {}
    for (action, kind), n in found.items():
        summary.setdefault(action, {})[kind] = n
    return summary


def _lexicon(study: "Study") -> dict[str, Any] | None:
    """The file of the user's lexicon, and what became of its entries; None without one."""
    lexicon = lexicon_of(study.settings.lexicon)
    if lexicon is None:
        return None
    never = int((study.lexicon_use["n_mentions"] == 0).sum())
    return {
        "file": lexicon.file,
        "sha256": lexicon.sha256,
        "entries": len(lexicon),
        "never_found": never,
        "problems": len(lexicon.wrong),
    }


def _input(document: Document) -> dict[str, Any]:
    """Where a document comes from; the size is null for a text that never was bytes."""
    size = document.n_bytes if document.sha256 else None
    return {"path": document.path or document.doc_id, "sha256": document.sha256, "bytes": size}


def write(facts: dict[str, Any], folder: Path) -> None:
    """Keys in order, Chinese as Chinese."""
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True, default=str)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", errors="backslashreplace", newline="\n")


def files_of(folder: Path) -> list[str] | None:
    """The files that an earlier report of ours put into `folder`; None if it holds no report of ours."""
    try:
        facts = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    ours = isinstance(facts, dict) and facts.get("made_by") == MADE_BY and isinstance(facts.get("files"), list)
    return [name for name in facts["files"] if isinstance(name, str)] if ours else None
