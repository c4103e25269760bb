"""The file of a trained model: small integers in an npz, and what they are laid out to when loaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.errors import AnalysisError
from analysis.names.tagger.chain import Floats
from analysis.names.tagger.hashing import WordClasses
from analysis.names.tagger.knowledge import Knowledge

# Weights are whole numbers of this part of a nat, from -127 to 127. A finer step makes the file larger and the model no better:
# 1/16 instead of 1/8 lost .004 of F1 on msra, for it keeps more of what single sentences taught.
STEP = 1 / 8


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A trained model.

    Attributes
    ----------
    keys : ndarray of uint32, shape (n_features,), sorted
        `hashing.short` of the features' keys.
    values : ndarray of int8, shape (n_features, 16)
        What each adds to each label but O, whose score is 0, in steps of `STEP`.
    links : ndarray of float32, shape (17, 17)
        The weight of each label behind each other.
    templates : tuple of str
        Those that it was trained with, for a reader of the file.
    styles : tuple of str
        The names of the training sets; style `s` is number `styles.index(s) + 1`.
    """

    keys: npt.NDArray[np.uint32]
    values: npt.NDArray[np.int8]
    links: Floats
    templates: tuple[str, ...]
    styles: tuple[str, ...]
    knowledge: Knowledge


def save(weights: Weights, path: Path) -> None:
    """Write the file. The keys go as differences and by their bytes, since those below are noise and those above zeros."""
    known = weights.knowledge
    arrays: dict[str, Any] = {
        "keys": _packed(weights.keys),
        "values": np.ascontiguousarray(weights.values.T),
        "links": weights.links.astype(np.float32),
        "templates": np.array(weights.templates),
        "styles": np.array(weights.styles),
        "letters": known.codes,
        "letter_classes": np.ascontiguousarray(known.classes.T),
    }
    for name, words in (("gazetteer", known.gazetteer), ("clusters", known.clusters)):
        arrays[f"{name}_keys"], arrays[f"{name}_classes"] = _packed(words.known), words.classes
    np.savez_compressed(path, **arrays)


def load(path: Path) -> Weights:
    """Read the file.

    Raises
    ------
    AnalysisError
        If there is none.
    """
    if not path.is_file():
        raise AnalysisError(f"there is no file of weights {path}.")
    with np.load(path, allow_pickle=False) as file:
        words = {
            name: WordClasses(_unpacked(file[f"{name}_keys"]), file[f"{name}_classes"])
            for name in ("gazetteer", "clusters")
        }
        return Weights(
            keys=_unpacked(file["keys"]),
            values=np.ascontiguousarray(file["values"].T),
            links=file["links"],
            templates=tuple(file["templates"].tolist()),
            styles=tuple(file["styles"].tolist()),
            knowledge=Knowledge(file["letters"], file["letter_classes"].T, words["gazetteer"], words["clusters"]),
        )


def _packed(sorted_keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    steps = np.diff(sorted_keys, prepend=np.uint32(0)).astype(np.uint32)
    return np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 4).T)


def _unpacked(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    steps = np.ascontiguousarray(packed.T).view(np.uint32).ravel()
    return np.cumsum(steps, dtype=np.uint32)


def quantised(values: Floats) -> npt.NDArray[np.int8]:
    """Weights in nats as steps.

    >>> quantised(np.array([0.5, -20.0])).tolist()
    [4, -127]
    """
    steps: npt.NDArray[np.int8] = np.clip(np.rint(np.asarray(values) / STEP), -127, 127).astype(np.int8)
    return steps
