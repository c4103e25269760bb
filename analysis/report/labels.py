"""Every word of the report in two languages, from `labels.tsv` beside this file."""

from functools import cache
from pathlib import Path

from analysis.errors import AnalysisError, value_invalid

LANGUAGES = ("zh", "en")


class Labels:
    """Say things in one language.

    Raises
    ------
    AnalysisError
        For a language that is neither `zh` nor `en`.

    >>> Labels("en")("topic_n", topic=3), Labels("zh")("topic_n", topic=3)
    ('Topic 3', '主题 3')
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise AnalysisError(value_invalid("language", language, LANGUAGES))
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The label of `key`, with its blanks filled."""
        return labels()[key][self._column].format(**values)


@cache
def labels() -> dict[str, tuple[str, str]]:
    """The Chinese and the English of every key."""
    text = Path(__file__).with_name("labels.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {key: (chinese, english) for key, chinese, english in rows[1:]}
