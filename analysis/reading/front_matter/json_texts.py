"""JSON of which every value stays the text it was written as: 0.10 is no 0.1, true is `true`, nothing is empty."""

import json
import re
from typing import Any

# Control characters in strings are let through: dumps hold line ends as they are.
DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
# Where Python itself stops hangs on its version and on who calls; posts need 2, and what is read is written again.
MAX_DEPTH = 50

_PAIR = re.compile(r"[ \t]*(?P<key>\"[^\"\n]*\")[ \t]*:[ \t]*(?P<value>\S.*)$")


def as_written(value: Any, depth: int = MAX_DEPTH) -> Any:
    """A value of JSON in texts, lists and mappings, as front matter has them.

    Raises RecursionError, as `DECODER` does, where it is nested deeper than `depth`.

    >>> as_written(DECODER.decode('{"a": [true, null, 0.10]}'))
    {'a': ['true', '', '0.10']}
    """
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list) and not depth:
        raise RecursionError(f"it is nested deeper than {MAX_DEPTH}")
    if isinstance(value, dict):
        return {str(key): as_written(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list):
        return [as_written(item, depth - 1) for item in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def fields_by_line(raw: str) -> tuple[dict[str, Any], list[tuple[int, str]]] | None:
    r"""The fields of what should be an object and is no JSON, if each stands on a line of its own; else None.

    A value that is no JSON by itself is plain text; its 0-based line and its key are given too.

    >>> fields_by_line('{\n"title": "会议"\n"date": 昨天\n}')
    ({'title': '会议', 'date': '昨天'}, [(2, 'date')])
    """
    fields: dict[str, Any] = {}
    texts = []
    for n, line in enumerate(raw.split("\n")):
        if line.strip(" \t,") in ("", "{", "}"):
            continue
        pair = _PAIR.match(line)
        if pair is None:
            return None
        value = pair["value"].rstrip(" \t").removesuffix(",")
        if value in ("[", "{"):
            return None
        key = pair["key"].strip('"')
        try:
            fields[key] = as_written(DECODER.decode(value))
        except (json.JSONDecodeError, RecursionError):
            fields[key] = re.sub(r"^\"|\"$", "", value)
            texts.append((n, key))
    return (fields, texts) if fields else None
