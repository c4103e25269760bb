"""Officials: characters a second on one core, memory above the text, and how time grows with the length of hostile texts.

`python -m tests.benchmarks.officials_speed FOLDER [DOCUMENTS]`.

First the posts of the folder, each system three times, each time in a process of its own that is given the texts and nothing
else. The word lists, the model and its caches are warm: each system reads the last tenth of the posts before, and these are not
timed. CPU time is told, the run in the middle, names and segmentation included. The memory is the peak above what the process
holds before that, libraries and texts included. The naive baseline is a token that the tokenizer calls a person, right behind
a title. Then invented texts of one kind: seconds at a quarter, a half and the whole of their length; a time that is
about doubled with the length is linear.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from analysis.document import Document
from analysis.officials.find import find_officials
from analysis.segment import Segmenter
from tests.benchmarks.names_speed import ONE_CORE, peak_memory
from tests.benchmarks.officials import baseline

N_DOCUMENTS = 2000
N_TIMES = 3
TARGET = 300_000  # characters a second
SYSTEMS: dict[str, Callable[[list[Document]], Any]] = {
    "baseline": lambda documents: baseline(documents, Segmenter()),
    "ours": find_officials,
    "ours, no model": lambda documents: find_officials(documents, model=None),
}
SURNAMES, GIVEN = "田邱陶瞿佘郝亓尚温阚", "远山明礼砚秋若楠怀瑾清越知言文渊景行"
PEOPLE = [a + b + c for c in GIVEN for b in GIVEN for a in SURNAMES]  # 3,240 invented names, some twice
HOSTILE: dict[str, Callable[[int], str]] = {
    "1 MB of prose without punctuation": lambda n: "水利部副部长田远山到临江调研要求各地抓好春耕" * (15 * n),
    "1 MB of titles": lambda n: "副部长局长省委书记主任委员会主任" * (21 * n),
    "1 MB of titles, with 、": lambda n: "副部长、局长、省委书记、主任、" * (22 * n),
    "1 MB of names": lambda n: "".join(PEOPLE[i % len(PEOPLE)] for i in range(111 * n)),
    "1 MB of names, with 、": lambda n: "、".join(PEOPLE[i % len(PEOPLE)] for i in range(83 * n)),
    "1 MB of titles and names": lambda n: "".join(f"副部长{PEOPLE[i % len(PEOPLE)]}、" for i in range(47 * n)),
    "a list behind one title, 5,000 names": lambda n: (
        "水利部副部长" + "、".join(PEOPLE[i % 3000] for i in range(5 * n))
    ),
    "a roster of 500 names": lambda n: "组长：" + "\n".join(PEOPLE[i] for i in range(n // 2)),
    "a roster of 5,000 names": lambda n: "组长：" + "\n".join(PEOPLE[i % 3000] for i in range(5 * n)),
    "a roster of 5,000 names and titles": lambda n: "\n".join(
        f"水利局副局长：{PEOPLE[i % 3000]}" for i in range(5 * n)
    ),
    "a roster of 5,000 names in one line": lambda n: "成员：" + " ".join(PEOPLE[i % 3000] for i in range(5 * n)),
}
SIZES = (250, 500, 1000)


def measured(documents: list[Document], name: str) -> tuple[float, float]:
    """CPU seconds, and MB above what was there before."""
    warm, timed = documents[-len(documents) // 10 :], documents[: -len(documents) // 10]
    held = peak_memory()
    SYSTEMS[name](warm)
    begun = process_time()
    SYSTEMS[name](timed)
    return process_time() - begun, peak_memory() - held


def posts(folder: Path, n: int) -> None:
    """Print a line a system."""
    from analysis.reading import read_corpus

    texts = [document.text for document in read_corpus(sorted(folder.rglob("*.md"))[:n])]
    n_chars = sum(map(len, texts[: -len(texts) // 10]))
    print(f"{len(texts):,} posts of {folder.name}, the middle of {N_TIMES} runs; target {TARGET:,} characters/s")
    print(f"{'system':15} {'characters':>11} {'CPU s':>7} {'characters/s':>13} {'MB above text':>14}")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        for name in SYSTEMS:
            seconds, memory = sorted(_in_a_process(str(path), name) for _ in range(N_TIMES))[N_TIMES // 2]
            print(f"{name:15} {n_chars:11,} {seconds:7.2f} {n_chars / seconds:13,.0f} {memory:14.0f}", flush=True)


def _in_a_process(path: str, name: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.officials_speed", "measure", path, name]
    done = subprocess.run(command, check=True, env={**os.environ, **ONE_CORE}, stdout=subprocess.PIPE)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def hostile() -> None:
    """Print a line a kind of text."""
    find_officials([Document("d", text="水利部副部长田远山到临江调研。")])
    print(f"{'text':38} {'characters':>11} {'rows':>7} {'s at 1/4':>9} {'1/2':>7} {'whole':>7} {'growth':>7}")
    for name, text in HOSTILE.items():
        seconds = []
        for size in SIZES:
            document, begun = Document("d", text=text(size)), process_time()
            rows = find_officials([document])
            seconds.append(process_time() - begun)
        times = f"{seconds[0]:9.2f} {seconds[1]:7.2f} {seconds[2]:7.2f} {seconds[2] / max(seconds[1], 0.01):7.1f}"
        print(f"{name:38} {len(document.text):11,} {len(rows):7,} {times}", flush=True)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["measure"]:
        texts = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        print(json.dumps(measured([Document(str(n), text=text) for n, text in enumerate(texts)], arguments[2])))
        return
    folder = Path(arguments[0]) if arguments else Path("no folder")
    if not folder.is_dir():
        sys.exit("Name a folder of Markdown posts.")
    posts(folder, int(arguments[1]) if len(arguments) > 1 else N_DOCUMENTS)
    hostile()


if __name__ == "__main__":
    main(sys.argv[1:])
