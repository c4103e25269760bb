"""What `fuzz.py` asks of one case: the properties that hold for any input."""

import random
from contextlib import suppress
from pathlib import Path
from time import process_time

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.dates import dates_of
from analysis.document import Corpus, Document
from analysis.moments import read_date
from analysis.reading.cache.stored import restored, stored
from analysis.reading.encoding.decoding import decoded
from analysis.reading.furniture import LearnedFurniture, without_learned
from analysis.reading.furniture.paragraphs import find_furniture
from analysis.reading.html.lines import HtmlText
from analysis.reading.html.text import html_text, tree_text
from analysis.reading.html.well_nested import well_nested
from analysis.reading.options import Options
from analysis.reading.post import document_from
from analysis.reading.problems import Skipped
from analysis.reading.publication.date_lines import date_line, month_and_day
from analysis.reading.publication.paths import day_in_path, day_in_url
from analysis.reading.sources import find_items, read_item
from analysis.shadow import shadow

BLOCKS = {"img_descr": "caption", "appendQr_wrap": "advert"}
SECONDS = 1.0  # of processor time for one reading; a post takes a thousandth


class Wrong(Exception):
    """What a case shows that should not be."""


def expect(true: object, said: str) -> None:
    if not true:
        raise Wrong(said)


def is_plain(value: object) -> bool:
    """Whether a value is of texts, lists and mappings; what the reader lifts from a text are tuples."""
    if isinstance(value, dict):
        return all(type(key) is str and is_plain(item) for key, item in value.items())
    return all(map(is_plain, value)) if type(value) in (list, tuple) else type(value) is str


def check_places(document: Document, source: str) -> None:
    """That all places are inside the source, and that longer pieces of text stand there word for word."""
    expect(document.origin is not None and len(document.origin) == len(document.text), "the map has another length")
    runs = document.origin.runs() if document.origin else []
    stops = [at for at, _, _ in runs[1:]] + [len(document.text)] * bool(runs)
    for (at, start, stop), until in zip(runs, stops, strict=True):
        expect(0 <= start <= stop <= len(source), f"text at {start}:{stop} of {len(source)}")
        piece = document.text[at:until]
        expect(len(piece) == 1 or piece == source[start:stop], f"{piece[:20]!r} is not at {start}:{stop}")
    for found in (*document.removed, *document.fields):
        expect(0 <= found.start <= found.stop <= len(source), f"{found} of {len(source)}")


def check_document(document: Document) -> None:
    expect("\x00" not in document.text, "a NUL in the text")
    expect("\x00" not in document.title, "a NUL in the title")
    expect(is_plain(dict(document.metadata)), f"metadata of other types: {document.metadata!r:.200}")


def check_post(data: bytes, path: str, encoding: str | None = None) -> None:
    begun = process_time()
    reading = document_from(data, path, encoding=encoding)
    expect(process_time() - begun < SECONDS, f"{len(data):,} bytes took {process_time() - begun:.1f} s")
    check_document(reading.document)
    check_places(reading.document, decoded(data, encoding).text)
    expect(reading == document_from(data, path, encoding=encoding), "two readings differ")
    kept = stored(reading, b"key")
    expect(kept is None or restored(kept, b"key") == reading, "the cache gives another document")


def check_html(source: str) -> None:
    fast, slow = well_nested(source, BLOCKS), tree_text(source, _root(source), BLOCKS)
    if fast is not None:
        expect(_told(fast) == _told(slow), f"the fast path differs: {_told(fast)!r:.200} {_told(slow)!r:.200}")
    html_text(source, blocks=BLOCKS)


def clean(page: str) -> str:
    """A page as it comes to the parsers: NULs, carriage returns and halves of characters are taken out before."""
    return page.replace("\x00", "").replace("\r", "\n").encode("utf-8", "replace").decode()


def _root(source: str) -> LexborNode | None:
    return LexborHTMLParser(source).root


def _told(found: HtmlText) -> tuple[object, ...]:
    text, place = found.excerpt.text, found.excerpt.origin
    return text, [place.source(i, i + 1) for i in range(len(text))] if len(text) < 2_000 else [], found.furniture


def check_path(file: Path, options: Options) -> None:
    documents = []
    for item in find_items(file, options):
        with suppress(Skipped):
            documents.append(read_item(item, options).document)
            check_document(documents[-1])
    Corpus(documents)


def check_shadow(text: str, simplified: bool) -> None:
    shade = shadow(text, simplified)
    expect(len(shade.origin) == len(shade.text), "the map has another length")
    for at, start, stop in shade.origin.runs():
        expect(0 <= start <= stop <= len(text), f"{at} at {start}:{stop} of {len(text)}")
    expect(shadow(shade.text, simplified).text == shade.text, "the shadow of the shadow is another")


def check_text(text: str) -> None:
    """Furniture and dates of a text."""
    found = find_furniture(text)
    for cut in found.cuts:
        expect(0 <= cut.span.start <= cut.span.stop <= len(text), f"{cut}")
    for dated in dates_of(text, read_date("2021-11-12"), dateline=text[:40]):
        expect(text[dated.start : dated.stop] == dated.text, f"{dated}")
    for read in (date_line, month_and_day, read_date, day_in_url, day_in_path):
        read(text)


def check_learned(chance: random.Random) -> None:
    line = {"source": "甲", "end": "tail", "line": "返回首页", "n_documents": 3, "of": 4, "p_value": 0.0}
    for _ in range(chance.randint(0, 3)):
        line[chance.choice([*line, "x"])] = chance.choice((None, [], {}, "head", -1, "\x00", "a" * 9_999, True))
    values = chance.choice(
        ({"lines": [line]}, {"lines": [line] * 3}, {"lines": line}, {"lines": [[]]}, {}, [], None, {"lines": None})
    )
    learned = LearnedFurniture.from_dict(values)
    document = Document("a", text="\n".join(chance.choices(("返回首页", "会议。", "", "　"), k=5)), source="甲")
    kept = without_learned(document, learned)
    expect(kept.origin is None or len(kept.origin) == len(kept.text), "the map has another length")
