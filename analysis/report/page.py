"""Sections to one HTML file that asks nothing of the network. The only door to jinja2."""

from collections.abc import Sequence
from pathlib import Path

from analysis.report.labels import Labels
from analysis.report.parts import Section, Tile
from analysis.report.webfont import font_face

TEMPLATES = Path(__file__).parent / "templates"
_FONT_PLACE = "/* font */"  # in page.html.j2, before any text of a user


def page(name: str, standfirst: Sequence[str], tiles: Sequence[Tile], sections: Sequence[Section], say: Labels) -> str:
    """The report as HTML. Every text is escaped; only our own SVG, style and script go in as they are."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template("page.html.j2").render(
        name=name,
        standfirst=standfirst,
        tiles=tiles,
        sections=sections,
        say=say,
        style=Markup(_asset("page.css")),
        script=Markup(_asset("sort.js")),
        drawing=Markup,
    )
    html = html.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate of a broken file cannot be written
    return html.replace(_FONT_PLACE, font_face(html), 1)


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")
