"""Officials on the development gold: `python tests/benchmarks/officials.py [../shared/data/gold]`.

Prints the naive baseline first (a person of the tokenizer right behind a title), then ours, each scored by the gold's own
script, then every error of ours, then characters a second. The gold stays where it is; without it the script says so.
"""

import contextlib
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from types import ModuleType

import pandas as pd

from analysis.document import Document
from analysis.names.posts import find_posts
from analysis.officials.find import find_officials
from analysis.segment import Segmenter

GOLD = Path(__file__).parents[3] / "shared" / "data" / "gold"
COLUMNS = ["doc_id", "start", "person", "title", "body_full", "modifier", "order", "shared"]


def documents(folder: Path) -> list[Document]:
    return [Document(path.stem, text=path.read_bytes().decode("utf-8")) for path in sorted(folder.glob("*.txt"))]


def baseline(texts: Iterable[Document], segmenter: Segmenter) -> pd.DataFrame:
    """A token that the tokenizer calls a person, right behind a title."""
    rows = []
    for document in texts:
        posts = {post.stop: post.title for post in find_posts(document.text)}
        for token in segmenter.tokens(document.text):
            if token.tag.startswith("nr") and token.start in posts:
                rows.append((document.doc_id, token.start, token.word, posts[token.start], "", "", None, False))
    return pd.DataFrame(rows, columns=COLUMNS)


def save(rows: pd.DataFrame, ids: Iterable[str], folder: Path) -> None:
    """One JSON a passage, as the scorer reads them."""
    for doc_id in ids:
        mentions = []
        for (start, person), group in rows[rows["doc_id"] == doc_id].groupby(["start", "person"], sort=False):
            titles = [
                {"title": row.title, "org_full": row.body_full or None, "modifier": row.modifier or None}
                for row in group.itertuples()
            ]
            order = None if group["order"].isna().all() else int(group["order"].iloc[0])
            shared = bool(group["shared"].iloc[0])
            mentions.append({"person": person, "start": int(start), "titles": titles, "order": order, "shared": shared})
        text = json.dumps({"officials": mentions}, ensure_ascii=False)
        (folder / f"{doc_id}.json").write_text(text, encoding="utf-8")


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_officials", folder / "score_officials.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(rows: pd.DataFrame, gold: Path, same: "ModuleType") -> Iterable[str]:
    """Each mention that is missed or false, and each position that is not as in the gold."""
    for path in sorted(gold.glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        ours = rows[rows["doc_id"] == path.stem]
        neutral = {(r["person"], r["start"]) for r in wanted["repeat_mentions"]}
        neutral |= {(r["name"], r["start"]) for r in wanted["untitled_persons"]}
        found = {key: group for key, group in ours.groupby(["person", "start"], sort=False)}
        for official in wanted["officials"]:
            group = found.pop((official["person"], official["start"]), None)
            if group is None:
                yield f"{path.stem} missed {official['person']}"
                continue
            for title in official["titles"]:
                held = group[group["title"] == title["title"]]
                if held.empty or (
                    title["org_full"] and not any(same.orgeq(b, title["org_full"]) for b in held["body_full"])
                ):
                    yield f"{path.stem} {official['person']}: {title['title']} of {title['org_full']}, not {held['body_full'].tolist()}"
        yield from (f"{path.stem} false {person}" for person, start in found if (person, start) not in neutral)


def main(folder: Path) -> None:
    gold = folder / "officials_dev"
    if not gold.is_dir():
        sys.exit(f"There is no gold at {gold}; name its folder.")
    texts, segmenter, score = documents(gold), Segmenter(), scorer(folder)
    find_officials(texts[:3], segmenter)  # the word lists are read at first use
    begun = process_time()
    ours = find_officials(texts, segmenter)
    seconds = process_time() - begun
    for name, rows in (("baseline: a tagged person behind a title", baseline(texts, segmenter)), ("ours", ours)):
        with tempfile.TemporaryDirectory() as scratch:
            save(rows, [document.doc_id for document in texts], Path(scratch))
            print(name)
            score.main(scratch, str(gold))
    print(*errors(ours, gold, score), sep="\n")
    n_chars = sum(len(document.text) for document in texts)
    print(f"{n_chars:,} characters in {seconds:.2f} CPU s, segmentation included: {n_chars / seconds:,.0f} a second")


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD)
