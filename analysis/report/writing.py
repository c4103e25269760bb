"""A study becomes a folder: the page, its figures, its data, and the manifest."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.clock import Clock
from analysis.errors import CorpusError
from analysis.report import destination, exports, manifest
from analysis.report.evidence import Evidence
from analysis.report.gallery import Gallery
from analysis.report.headline import period, sentences, tiles
from analysis.report.labels import Labels
from analysis.report.material import Material
from analysis.report.page import page
from analysis.report.sections import SECTIONS
from analysis.report.summary import summary

if TYPE_CHECKING:
    from analysis.study import Study

Progress = Callable[[str, int, int], None]


def write_report(
    study: "Study",
    folder: str | Path,
    *,
    language: str = "zh",
    command: str | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write the report of `study` into `folder`, whole or not at all.

    Parameters
    ----------
    study : Study
        Tables that were not yet computed are computed.
    folder : path
        New, empty, or holding an earlier report of ours, which is replaced.
    language : {"zh", "en"}
        Of the labels; the texts stay as they are.
    command : str, optional
        The command line, for the reproduction section.
    progress : callable, optional
        Called as `progress("report", done, total)`.

    Returns
    -------
    Path
        The page, `folder/report.html`.

    Raises
    ------
    OutputError
        If `folder` is a file, holds other things, or cannot be written.
    CorpusError
        If the study has no document.
    AnalysisError
        For another language.
    """
    say, folder = Labels(language), Path(folder)
    if not len(study.corpus):
        raise CorpusError("the corpus has no document; there is nothing to report.")
    with destination.published(folder) as workshop:
        clock = Clock()
        with clock.of("report"):
            exports.write(study, workshop / "data")
            hang = Gallery(workshop / "figures", say)
            material = Material(study, say, Evidence(study.corpus), hang, command or "")
            name = folder.resolve().name
            _write(workshop / "report.html", _page(material, name, progress))
            _write(workshop / "summary.md", summary(study, name, say))
        files = [path.relative_to(workshop).as_posix() for path in workshop.rglob("*") if path.is_file()]
        facts = manifest.manifest(study, [*files, manifest.NAME], language=language, command=command or "")
        facts["timings"]["report"] = {"wall_s": clock.wall["report"], "cpu_s": clock.cpu["report"]}
        manifest.write(facts, workshop)
    return folder / "report.html"


def _page(material: Material, name: str, progress: Progress | None) -> str:
    study, say = material.study, material.say
    sections = []
    for done, section in enumerate(SECTIONS):
        if progress:
            progress("report", done, len(SECTIONS))
        sections.append(section(material))
    if progress:
        progress("report", len(SECTIONS), len(SECTIONS))
    return page(name, [period(study), *sentences(study, say)], tiles(study, say), sections, say)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
