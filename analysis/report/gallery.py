"""Figures hung on the page, and laid down as files beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from analysis.report.labels import Labels
from analysis.report.parts import Plot

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Gallery:
    """Writes each figure as SVG and PNG into a folder, and gives the Plot for the page."""

    def __init__(self, folder: Path, say: Labels) -> None:
        self._folder = folder
        self._say = say

    def __call__(self, name: str, figure: "Figure") -> Plot:
        """Hang `figure`; its title and caption are the labels `plot_<name>` and `about_<name>`."""
        from analysis.report.figures.saving import inline, png_to, standalone, svg_of

        svg, title = svg_of(figure, name), self._say(f"plot_{name}")
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.svg").write_text(standalone(svg), encoding="utf-8", newline="\n")
        figure.set_layout_engine("none")  # the layout is worked out; once more would take as long again
        png_to(figure, self._folder / f"{name}.png")
        return Plot(name, title, self._say(f"about_{name}"), inline(svg, title))
