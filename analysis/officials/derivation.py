"""How each official mention of a document was read: its elements, the rules that took them in, and what came second."""

import os
from collections.abc import Sequence

from analysis.document import Document
from analysis.given import each_document
from analysis.names.own import OwnNames
from analysis.names.tagger import Tagger, tagger
from analysis.officials.ahead import opened
from analysis.officials.find import rows_of
from analysis.officials.grammar.blocks import Block, BlockReader, block_of, free
from analysis.officials.grammar.lattice import Element, Path, Step, best_blocks, runner_up, weight_of
from analysis.officials.reading import Sentence, reading_of
from analysis.officials.rows import Row
from analysis.segment import Segmenter
from analysis.user_lexicon import UserLexicon, lexicon_of

NOTHING = "This document names no official."


def explain(
    document: Document,
    segmenter: Segmenter | None = None,
    *,
    simplified: bool = False,
    lexicon: UserLexicon | str | os.PathLike[str] | None = None,
    model: str | Tagger | None = "default",
) -> str:
    """How each official mention of a document was read, as text to print.

    Parameters
    ----------
    document : Document
    segmenter, simplified, lexicon, model
        As of `find_officials`.

    Returns
    -------
    str
        A paragraph a sentence with officials, in text order. Under each sentence stand its mentions: each element of the best
        path with its range, its weight in nats, its rule and its evidence; the runner-up, which is the best path without one
        of these elements, and by how much less it weighs; last each position with its body, and where that came from.
        Ranges are those of the text as it was matched (`analysis.shadow`).

    Raises
    ------
    AnalysisError
        If `document` is no document.
    LexiconError
        If the lexicon can't be read.

    >>> print(explain(Document("d", text="水利部原副部长田远山、邱明礼出席。"), model=None))
    水利部原副部长田远山、邱明礼出席。
      [titles names] weight 7.2
        0-3    水利部       +0.7  begin with body (body of the registry)
        3-4    原           +0.3  modifier behind body (原)
        4-7    副部长       +1.0  title behind qualifier
        7-10   田远山       +2.7  name behind titles (name before a mark)
        10-11  、           +0.0  list goes on (、)
        11-14  邱明礼       +2.5  name shares titles (name before a known word)
      runner-up: 原副部长田远山、邱明礼 (0.7 less)
      田远山: 原副部长 of 水利部 (written)
      邱明礼: 原副部长 of 水利部 (written)
    """
    own = OwnNames(lexicon_of(lexicon), simplified=simplified)
    segmenter = own.segmenter(segmenter or Segmenter())
    seer = tagger(model) if isinstance(model, str) else model
    [(one, tagged)] = opened(each_document([document]), own, segmenter, seer, simplified=simplified)
    reading = reading_of(one.shaded, one.page, one.offices, one.own, tagged)
    rows = rows_of(one.shaded, one.page, one.own, reading) if reading else []
    if reading is None or not rows:
        return NOTHING
    explained = (_sentence(sentence, reading.blocks, rows) for sentence in reading.sentences)
    return "\n\n".join(filter(None, explained))


def _sentence(sentence: Sentence, reader: BlockReader, rows: Sequence[Row]) -> str:
    """The derivations of one sentence; nothing if it has no rows."""
    start, stop = sentence.span
    held = [row for row in rows if start <= row.start < stop]
    if not held:
        return ""
    frames = [block for block in sentence.blocks if not block.path]
    lines = [(block.start, _framed(block, reader.text)) for block in frames]
    for window in free(start, stop, sentence.taken):
        elements = reader.elements(window, stop)
        lines += [
            (block_of(path, reader.text).start, _derived(path, elements, reader.text)) for path in best_blocks(elements)
        ]
    derivations = [line for _, some in sorted(lines) for line in some]
    return "\n".join([reader.text[start:stop].strip(), *derivations, *map(_held, held)])


def _derived(path: Path, elements: Sequence[Element], text: str) -> list[str]:
    """A block of the lattice: its steps, and what would be read without one of them."""
    others, margin = runner_up(elements, path)
    start, stop = path[0].element.start, path[-1].element.stop
    beside = [other for other in others if other[0].element.start < stop and other[-1].element.stop > start]
    second = " | ".join(text[other[0].element.start : other[-1].element.stop] for other in beside) or "nothing"
    return [
        f"  [{block_of(path, text).rule}] weight {weight_of(path):.1f}",
        *(_step(step, text) for step in path),
        f"  runner-up: {second} ({margin:.1f} less)",
    ]


def _framed(block: Block, text: str) -> list[str]:
    """A block of an act or a roster: its frame, its names, and the steps of its positions."""
    names = "、".join(name.person for name in block.names)
    steps = [_step(step, text) for position in block.positions for step in position.path]
    return [f"  [{block.act or block.rule}] {names}: {text[block.start : block.stop].strip()}", *steps]


def _step(step: Step, text: str) -> str:
    element = step.element
    written = text[element.start : element.stop].replace("\n", " ")
    padding = " " * max(0, 12 - 2 * len(written))
    says = f" ({element.says})" if element.says else ""
    return f"    {f'{element.start}-{element.stop}':<6} {written}{padding} {step.weight:+.1f}  {step.rule.name}{says}"


def _held(row: Row) -> str:
    """A position of a person as it stands in the table, and where its body came from."""
    act = f" [{row.act}]" if row.act else ""
    origin = f" ({row.inherited_from})" if row.inherited_from else ""
    body = f" of {row.body_full}{origin}" if row.body_full else f" of {row.body}, not resolved" if row.body else ""
    return f"  {row.person}:{act} {row.modifier}{row.title}{body}"
