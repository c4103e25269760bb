"""What can go wrong, said in one sentence.

An error that a user can mend is an `AnalysisError`: its text names what was given and what is allowed,
and the command line prints it as one line with exit code 2. Everything else is a bug and keeps its traceback.
"""

from collections.abc import Iterable


class AnalysisError(ValueError):
    """A mistake in what the caller gave, not in the program."""


class CorpusError(AnalysisError):
    """A corpus that cannot be read at all; a single bad file is a row of `Corpus.problems` instead."""


class LexiconError(AnalysisError):
    """A word list that breaks its own promises."""


class OutputError(AnalysisError):
    """A place where nothing may be written."""


def value_invalid(name: str, value: object, allowed: Iterable[object]) -> str:
    """The one sentence for a value outside a list.

    >>> value_invalid("language", "fr", ["zh", "en"])
    "language='fr' is not allowed; choose one of 'zh', 'en'."
    """
    return f"{name}={value!r} is not allowed; choose one of {', '.join(map(repr, allowed))}."
