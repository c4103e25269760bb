"""JSON of which every value stays the text it was written as: 0.10 is no 0.1, true is `true`, nothing is empty."""

import json
from typing import Any

# Control characters in strings are let through: dumps hold line ends as they are.
DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)


def as_written(value: Any) -> Any:
    """A value of JSON in texts, lists and mappings, as front matter has them.

    >>> as_written(DECODER.decode('{"a": [true, null, 0.10]}'))
    {'a': ['true', '', '0.10']}
    """
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {str(key): as_written(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_written(item) for item in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
