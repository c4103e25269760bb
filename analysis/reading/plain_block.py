"""Front matter as site generators write it, read without a YAML parser; nearly all of it is such.

Taken is a block of which every line is one of

* `key: value`, `key: 'value'`, `key: "value"` or `key:`, the key a word of letters, digits, `_` and `-`;
* ` - value`, ` - 'value'` or ` - "value"` under a `key:`, all items of a list with the same indent;

where a plain value begins with a letter or digit and holds no `#` and no `:` before a blank, a quoted one holds neither
its quote nor `\\`, and nothing holds a character that YAML doesn't print or takes for a line end. No key is written
twice. What a line of this kind means does not hang on the lines around it, and it is the text that `yaml_text` gives.
Any other block is declined, and is parsed.
"""

import re
from sys import intern

_ODD = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_PLAIN = rf"[^\W{_ODD}][^\n#:{_ODD}]*+(?::(?=[^ \n])[^\n#:{_ODD}]*+)*+"
_SINGLE, _DOUBLE = rf"'[^'{_ODD}]*+'", rf'"[^"\\{_ODD}]*+"'
_VALUE = rf"(?:{_PLAIN}|{_SINGLE}|{_DOUBLE})"
_ITEM = re.compile(rf"- ({_VALUE})")
_QUOTES = ("'", '"')
_LINE = re.compile(
    rf"(\w[\w-]{{0,60}}+):(?: ({_VALUE}))? *\n((?: *- {_VALUE} *\n)*+)"  # key, value, items
    r"|([\s\S]+)"  # anything else, to the end
)


def plain_block(raw: str) -> dict[str, str | list[str]] | None:
    r"""The metadata of a block, each of its lines ended by `\n`; None if it needs a parser.

    >>> plain_block("title: '会议: 召开'\ncategories: \n - 媒体\n - 新闻\n")
    {'title': '会议: 召开', 'categories': ['媒体', '新闻']}
    >>> plain_block("title: 会议: 召开\n") is None
    True
    """
    lines = _LINE.findall(raw)
    metadata: dict[str, str | list[str]] = {}
    for key, value, items, rest in lines:
        if rest or (items and (value or not _even(items))):
            return None
        metadata[intern(key)] = [_text(item) for item in _ITEM.findall(items)] if items else _text(value)
    return metadata if len(metadata) == len(lines) else None


def _even(items: str) -> bool:
    """Whether all items have the same indent."""
    indent = items[: items.index("-") + 1]
    return ("\n" + items).count("\n" + indent) == items.count("\n")


def _text(value: str) -> str:
    return value[1:-1] if value[:1] in _QUOTES else value.rstrip(" ")
