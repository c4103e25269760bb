"""Paths as given, and the files of this machine."""

import os
from collections.abc import Sequence

Given = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
