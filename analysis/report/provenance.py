"""What was run, on what, with which settings: the facts behind the reproduction section and the manifest."""

import platform
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import __version__

if TYPE_CHECKING:
    from analysis.study import Study

PACKAGES = (
    "numpy",
    "pandas",
    "scikit-learn",
    "scipy",
    "jieba",
    "rjieba",
    "python-frontmatter",
    "selectolax",
    "matplotlib",
    "fonttools",
    "jinja2",
    "zhplot",
)


class Parameter(NamedTuple):
    """A setting: what it is unless chosen, and what was chosen."""

    name: str
    default: Any
    chosen: Any


def parameters(study: "Study") -> list[Parameter]:
    """Every setting of the study, in the order of its declaration."""
    settings = study.settings
    return [Parameter(field.name, field.default, getattr(settings, field.name)) for field in fields(settings)]


def version_of(package: str) -> str:
    """The installed version; `not installed` for a package that is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def versions() -> dict[str, str]:
    """Versions of all that could change a number: this package, Python, the platform, the libraries."""
    system = {
        "analysis": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    return system | {package: version_of(package) for package in PACKAGES}
