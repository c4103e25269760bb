"""The models of names that come with the package: what they are called and where their files lie."""

from importlib.resources import files
from pathlib import Path

from analysis.errors import AnalysisError, value_invalid

FOLDER, BEFORE, BEHIND = "models", "names-", ".npz"


def model_names() -> list[str]:
    """All there are, sorted.

    >>> "default" in model_names()
    True
    """
    found = (path.name for path in _folder().glob(f"{BEFORE}*{BEHIND}"))
    return sorted(name.removeprefix(BEFORE).removesuffix(BEHIND) for name in found)


def model_file(name: str) -> Path:
    """The file of a model.

    Raises
    ------
    AnalysisError
        If there is no such model.
    """
    names = model_names()
    if name not in names:
        raise AnalysisError(value_invalid("model", name, names))
    return _folder() / f"{BEFORE}{name}{BEHIND}"


def _folder() -> Path:
    return Path(str(files("analysis") / FOLDER))
