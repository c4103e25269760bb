"""Characters a second on one core, memory above the text, and the time to load the model.

`python tests/benchmarks/names_speed.py FOLDER [DOCUMENTS]`.

Each system runs three times, each time in a process of its own that is given the texts and nothing else. What is timed is the
way from texts to names in CPU time, and the run in the middle is told; the first call, which reads lists and weights, is told
apart. The memory is the peak above what the process holds before that call, libraries and texts included. Loading is timed by
the clock on the wall, from the file to a tagger that is ready, in processes of their own that have imported all they need.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from analysis.names.tagger import tagger
from tests.benchmarks.names_systems import SYSTEMS

N_DOCUMENTS = 1000
N_TIMES = 3
TARGET = 400_000
N_LOADS = 5
TARGET_LOAD = 0.150  # seconds
# NumPy's libraries take all cores if they are let.
ONE_CORE = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
HEAD = f"{'system':13} {'characters':>11} {'CPU s':>8} {'characters/s':>13} {'first call s':>13} {'MB above text':>14}"


def peak_memory() -> float:
    """In MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")  # Linux's getrusage tells the peak of the parent if that was higher
    if status.exists():
        return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) / 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def measured(texts: list[str], name: str) -> tuple[float, float, float]:
    """CPU seconds of all texts, those of the first call, and MB."""
    find, held, begun = SYSTEMS[name], peak_memory(), process_time()
    find(["水利部副部长田远山到临江调研。"], "msra")
    warm = process_time()
    find(texts, "msra")
    return process_time() - warm, warm - begun, peak_memory() - held


def load_time() -> float:
    """Seconds from the file of the default model to a tagger."""
    begun = perf_counter()
    tagger()
    return perf_counter() - begun


def in_a_process(*arguments: str) -> Any:
    """What this program prints for these arguments."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, env={**os.environ, **ONE_CORE}, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def table(folder: Path, n: int) -> None:
    """Print a line a system."""
    from analysis.reading import read_corpus

    texts = [document.text for document in read_corpus(sorted(folder.rglob("*.md"))[:n])]
    n_chars = sum(map(len, texts))
    print(
        f"the first {len(texts):,} posts of {folder.name}, the middle of {N_TIMES} runs; target {TARGET:,} characters/s\n{HEAD}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        for name in SYSTEMS:
            runs = sorted(in_a_process("measure", str(path), name) for _ in range(N_TIMES))
            seconds, first, memory = runs[N_TIMES // 2]
            print(
                f"{name:13} {n_chars:11,} {seconds:8.2f} {n_chars / seconds:13,.0f} {first:13.2f} {memory:14.0f}",
                flush=True,
            )
    load = median(in_a_process("load") for _ in range(N_LOADS))
    reached = "reached" if load <= TARGET_LOAD else "missed"
    print(f"loading the model: {load:.3f} s, the middle of {N_LOADS} processes; target {TARGET_LOAD:.3f} s {reached}")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["load"]:
        print(json.dumps(load_time()))
        return
    if arguments[:1] == ["measure"]:
        texts = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        print(json.dumps(measured(texts, arguments[2])))
        return
    folder = Path(arguments[0]) if arguments else Path("no folder")
    if not folder.is_dir():
        sys.exit("Name a folder of Markdown posts.")
    table(folder, int(arguments[1]) if len(arguments) > 1 else N_DOCUMENTS)


if __name__ == "__main__":
    main(sys.argv[1:])
