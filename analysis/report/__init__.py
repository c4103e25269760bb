"""One offline report of one study: `python -m analysis.report CORPUS`, or `write_report(study, folder)`.

Nothing is imported before it is asked for, so that `--help` answers at once.
"""

from typing import Any

__all__ = ["write_report"]


def __getattr__(name: str) -> Any:
    if name == "write_report":
        from analysis.report.writing import write_report

        return write_report
    raise AttributeError(f"module 'analysis.report' has no attribute {name!r}.")
