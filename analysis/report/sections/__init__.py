"""What the report holds, in its order. A new section is one module and one line here."""

from collections.abc import Callable

from analysis.report.material import Material
from analysis.report.parts import Section
from analysis.report.sections.entities import entities
from analysis.report.sections.events import events
from analysis.report.sections.keywords import keywords
from analysis.report.sections.officials import officials
from analysis.report.sections.order import order
from analysis.report.sections.overview import overview
from analysis.report.sections.problems import problems
from analysis.report.sections.reproduction import reproduction
from analysis.report.sections.topics import topics

SECTIONS: tuple[Callable[[Material], Section], ...] = (
    overview,
    keywords,
    entities,
    officials,
    events,
    order,
    topics,
    problems,
    reproduction,
)
