"""What decided the reading of a position: its rules in text order, each with the evidence for its element."""

from collections.abc import Iterator

from analysis.names.persons import Name
from analysis.officials.grammar.blocks import Block
from analysis.officials.grammar.chain import Position
from analysis.officials.grammar.lattice import Step
from analysis.officials.grammar.rules import EDGED, FRONT, HOME, NAME


def evidence(block: Block, place: int, position: Position) -> str:
    """The rules and the evidence for one position of the name at `place` of a block, joined by “; ”."""
    return "; ".join(_parts(block, place, position))


def _parts(block: Block, place: int, position: Position) -> Iterator[str]:
    if not block.path:
        yield f"frame of {block.act}" if block.act else block.rule
    if position not in block.positions:
        yield "in brackets behind the name"
    yield from map(said, position.path)
    yield from (said(step) for step in block.path if step.element.kind == HOME)
    names = [step for step in block.path if step.element.kind in {NAME, EDGED, FRONT}]
    if names:
        yield said(names[place])
        if not _is_same(names[place].element.value, block.names[place]):
            yield "cut by the model"


def _is_same(read: Name, settled: Name) -> bool:
    return (read.start, read.stop) == (settled.start, settled.stop)


def said(step: Step) -> str:
    """A step in words: the name of its rule, and in brackets the evidence."""
    return f"{step.rule.name} ({step.element.says})" if step.element.says else step.rule.name
