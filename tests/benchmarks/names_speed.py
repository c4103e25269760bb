"""Characters a second on one core, and memory above the text: `python tests/benchmarks/names_speed.py FOLDER [DOCUMENTS]`.

Each system runs three times, each time in a process of its own that is given the texts and nothing else. What is timed is the
way from texts to names in CPU time, and the run in the middle is told; the first call, which reads lists and weights, is told
apart. The memory is the peak above what the process holds before that call.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from tests.benchmarks.names_systems import systems

N_DOCUMENTS = 1000
N_TIMES = 3
TARGET = 400_000
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
    find, held, begun = systems()[name], peak_memory(), process_time()
    find(["水利部副部长田远山到临江调研。"], "msra")
    warm = process_time()
    find(texts, "msra")
    return process_time() - warm, warm - begun, peak_memory() - held


def in_a_process(path: Path, name: str) -> tuple[float, float, float]:
    """The same, with the texts of a file."""
    command = [sys.executable, __file__, str(path), "measure", name]
    done = subprocess.run(command, check=True, env={**os.environ, **ONE_CORE}, stdout=subprocess.PIPE)
    seconds, first, memory = json.loads(done.stdout)
    return seconds, first, memory


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
        for name in systems():
            seconds, first, memory = sorted(in_a_process(path, name) for _ in range(N_TIMES))[N_TIMES // 2]
            print(
                f"{name:13} {n_chars:11,} {seconds:8.2f} {n_chars / seconds:13,.0f} {first:13.2f} {memory:14.0f}",
                flush=True,
            )


def main(arguments: list[str]) -> None:
    if "measure" in arguments:
        texts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        print(json.dumps(measured(texts, arguments[2])))
        return
    folder = Path(arguments[0]) if arguments else Path("no folder")
    if not folder.is_dir():
        sys.exit("Name a folder of Markdown posts.")
    table(folder, int(arguments[1]) if len(arguments) > 1 else N_DOCUMENTS)


if __name__ == "__main__":
    main(sys.argv[1:])
