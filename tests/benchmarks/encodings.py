"""Encodings told apart, mojibake found, shadows cast: `python tests/benchmarks/encodings.py [../shared/data]`.

The first table has real files in GB18030 and news in every other encoding (in traditional characters for Big5, made by
OpenCC), whole and cut to their first bytes, by the codec that read them. The second has mojibake made of the same news, by
length, and the false alarms on all files. The last has characters a second. The data stay where they are; without them the
script says so.
"""

import random
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from analysis.reading.encoding.decoding import decoded
from analysis.reading.encoding.mojibake import find_mojibake
from analysis.reading.problems import Skipped
from analysis.shadow import shadow
from analysis.shadow.simplified import to_simplified

DATA = Path(__file__).parents[3] / "shared" / "data"
CUTS = (20, 40, 100, None)
LENGTHS = (4, 10, 20, 50, 200)
SAMPLE = 1500  # posts of which texts are made


def members(archive: Path, suffix: str) -> list[bytes]:
    with tarfile.open(archive) as tar:
        files = [member for member in tar if member.isfile() and member.name.endswith(suffix)]
        return [stream.read() for member in files if (stream := tar.extractfile(member))]


def parts(post: bytes) -> list[str]:
    """The title, the body and the whole of a post."""
    text = post.decode()
    title = re.search(r"^title: ['\"](.*)['\"]$", text, re.MULTILINE)
    return [title[1] if title else "", re.sub("<[^>]+>", "", text.split("---", 2)[-1]).strip(), text]


def traditional(texts: list[str]) -> list[str]:
    """Every second text as Taiwan writes it, the others as Hong Kong does."""
    from opencc import OpenCC

    ways = [OpenCC("s2tw"), OpenCC("s2hk")]
    return [ways[i % 2].convert(text) for i, text in enumerate(texts)]


def codec(data: bytes) -> str:
    try:
        return decoded(data).encoding
    except Skipped:
        return "none"


def confusion(sets: dict[str, list[bytes]]) -> None:
    print("read as: files by the codec that read them; ASCII alone is UTF-8")
    for name, files in sets.items():
        for cut in CUTS:
            pieces = [data[:cut] for data in files if data[:cut].strip()]
            ascii_only = sum(piece.isascii() and b"\x00" not in piece for piece in pieces)
            counts = Counter(codec(piece) for piece in pieces if not piece.isascii() or b"\x00" in piece)
            told = ", ".join(f"{encoding} {n:,}" for encoding, n in counts.most_common())
            print(f"{name:24}{'whole' if cut is None else f'{cut} bytes':>10}  {told}  (ASCII {ascii_only:,})")


def windows_1252(data: bytes) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


MISREAD: dict[str, Callable[[str], str]] = {
    "UTF-8 as GB18030": lambda text: text.encode().decode("gb18030", "replace"),
    "UTF-8 as GBK, lost as ?": lambda text: text.encode().decode("gbk", "replace").replace("\ufffd", "?"),
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 as Windows-1252": lambda text: windows_1252(text.encode()),
    "GB18030 as Latin-1": lambda text: text.encode("gb18030").decode("latin-1"),
}


def mojibake(texts: list[str]) -> None:
    print("\nmojibake: share found in a text that is misread in part, and put back where all of it is, by its length")
    draw = random.Random(0)
    for name, wrong in MISREAD.items():
        cells = []
        for length in LENGTHS:
            pieces = [text[at : at + length] for text in texts for at in [draw.randrange(len(text) - length)]]
            found = sum(bool(find_mojibake("会议召开。\n" + wrong(piece))) for piece in pieces)
            back = sum(decoded(wrong(piece).encode(errors="replace")).text == piece for piece in pieces)
            cells.append(f"{length}: {found / len(pieces):.3f} {back / len(pieces):.3f}")
        print(f"{name:24}{'   '.join(cells)}")


def alarms(sets: dict[str, list[bytes]]) -> None:
    print("\nalarms on files as they are")
    for name, files in sets.items():
        rows = [
            row
            for data in files
            for read in [decoded(data)]
            for row in (*find_mojibake(read.text), read.misread)
            if row
        ]
        print(f"{name:24}{len(files):,} files, {len(rows)} alarms", *rows)


def speed(name: str, texts: list[str], work: Callable[[str], object]) -> None:
    work(texts[0])
    begun = process_time()
    for text in texts:
        work(text)
    seconds = process_time() - begun
    print(
        f"{name:40}{sum(map(len, texts)) / seconds:>14,.0f} characters a second, {seconds / len(texts) * 1e6:,.1f} µs a text"
    )


def speeds(texts: list[str], simple: list[str]) -> None:
    print("\nspeed")
    data = {text: text.encode() for text in texts}
    wide = [text.translate({i: i + 0xFEE0 for i in range(0x30, 0x3A)}).replace("，", "，\u200b") for text in texts]
    speed("bytes.decode", texts, lambda text: data[text].decode())
    speed("decoded, UTF-8", texts, lambda text: decoded(data[text]))
    speed("find_mojibake", texts, lambda text: find_mojibake(text, latin=b"\xc3" in data[text]))
    speed("shadow, nothing to do", [text for text in texts if shadow(text).text is text], shadow)
    speed("shadow, digits wide, zero-width blanks", wide, shadow)
    speed("shadow, simplified", simple, lambda text: shadow(text, simplified=True))
    speed("to_simplified", simple, to_simplified)


def main(folder: Path) -> None:
    archives = folder / "topics" / "radio4_gbk.tar.xz", folder / "cctv_posts_2022_2024.tar.xz"
    missing: Iterable[Path] = [archive for archive in archives if not archive.is_file()]
    if missing:
        sys.exit(f"There is no {', '.join(map(str, missing))}; name the folder of the data.")
    radio = [data for data in members(archives[0], ".txt") if not data.startswith(b"\xef\xbb\xbf")]
    cctv = members(archives[1], ".md")
    posts = [path.read_bytes() for path in sorted((folder / "posts").glob("*.md"))]
    texts = [part for post in random.Random(0).sample(cctv, SAMPLE) for part in parts(post)]
    old = traditional(texts)
    confusion(
        {
            "radio, GB18030": radio,
            "cctv, GB18030": [text.encode("gb18030") for text in texts],
            "traditional, GB18030": [text.encode("gb18030") for text in old],
            "traditional, Big5": [text.encode("cp950", "ignore") for text in old],
            "traditional, Big5-HKSCS": [text.encode("big5hkscs", "ignore") for text in old],
            "cctv, UTF-16-LE": [text.encode("utf-16-le") for text in texts],
            "traditional, UTF-16-BE": [text.encode("utf-16-be") for text in old],
            "cctv, UTF-8": [text.encode() for text in texts],
        }
    )
    bodies = [text for text in texts[1::3] if len(text) > max(LENGTHS)]
    mojibake(bodies)
    alarms({"radio": radio, "cctv": cctv, "posts": posts})
    speeds(bodies, old[1::3])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
