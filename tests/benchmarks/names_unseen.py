"""Recall of 3,000 names that training never sees, in three frames of official news."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.names.training.unseen import shape_of, unseen_names
from tests.benchmarks.names_systems import System

FRAMES = ("省委常委、副省长{}出席会议并讲话。", "会议由副部长{}主持。", "副市长{}、秘书长参加调研。")
SHAPES = ("two", "three", "dotted")
TARGET = 0.985
HEAD = f"{'system':13} {'shape':8} {'names':>6} {'frame 1':>8} {'frame 2':>8} {'frame 3':>8} {'recall':>8} {'other persons':>14}  target"


def rows(folder: Path, system: str, find: System) -> Iterator[str]:
    """A line a shape and one for all; `other persons` are those found that are not the name, over all frames."""
    names = unseen_names(folder)
    found = [_in_frame(names, frame, find) for frame in FRAMES]
    for shape in (*SHAPES, "all"):
        chosen = [n for n, name in enumerate(names) if shape in ("all", shape_of(name))]
        hits = [sum(right[n] for n in chosen) for right, _ in found]
        others = sum(other[n] for _, other in found for n in chosen)
        recall = sum(hits) / max(1, len(chosen) * len(FRAMES))
        by_frame = " ".join(f"{n_hits / max(1, len(chosen)):8.3f}" for n_hits in hits)
        reached = f"  {TARGET} {'reached' if recall >= TARGET else 'missed'}" if shape == "all" else ""
        yield f"{system:13} {shape:8} {len(chosen):6,} {by_frame} {recall:8.3f} {others:14,}{reached}"


def _in_frame(names: Sequence[str], frame: str, find: System) -> tuple[list[bool], list[int]]:
    """Of each name whether it is found, and how many other persons are."""
    start = frame.index("{}")
    persons = [
        [(one.start, one.stop) for one in found if one.label == "PERSON"]
        for found in find([frame.format(name) for name in names], "pfr")
    ]
    right = [(start, start + len(name)) in one for name, one in zip(names, persons, strict=True)]
    return right, [len(one) - hit for one, hit in zip(persons, right, strict=True)]
