"""Officials on the readable cases: `python -m tests.benchmarks.officials_cases [FILE ...] [--gold FOLDER] [--errors]`.

Prints all measures of the gold's own script (persons, titles, bodies, modifiers, order, shared) and the acts, for each file of
cases and each of its constructs; known failures count like the others. FILE is a name like officials_acts; without one all of
tests/cases/officials*.txt are read. Bodies are compared as the gold's script compares them, so its folder is needed.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from tests.benchmarks.officials import GOLD, scorer
from tests.test_officials_cases import Case, Mention, as_far_as_asked, found_mentions, read_cases

SAME_MODIFIER = {"原": "前", "前": "原"}
SCORED_MODIFIERS = {"原", "前", "时任", "代"}
HEADER = f"{'':32} cases  pers.  P    R    F1   | title P R  | body   | modif. | act    | order  | shared"


def pairs(asked: Sequence[Mention], found: Sequence[Mention]) -> list[tuple[int, int]]:
    """Mentions of the same person, both sides in text order."""
    matcher = SequenceMatcher(None, [m.person for m in asked], [m.person for m in found], autojunk=False)
    return [(block.a + n, block.b + n) for block in matcher.get_matching_blocks() for n in range(block.size)]


def counts_of(case: Case, found: Sequence[Mention], same: Callable[[str, str], bool]) -> Counter[str]:
    """What is right, wanted and given in one case."""
    matched = pairs(case.mentions, found)
    counts = Counter(cases=1, p_right=len(matched), p_asked=len(case.mentions), p_found=len(found))
    for a, b in matched:
        counts += of_mention(case.mentions[a], found[b], same)
    return counts


def of_mention(asked: Mention, found: Mention, same: Callable[[str, str], bool]) -> Counter[str]:
    counts: Counter[str] = Counter()
    wanted, given = (Counter(position.title for position in mention.positions) for mention in (asked, found))
    counts.update(t_right=(wanted & given).total(), t_asked=wanted.total(), t_found=given.total())
    for position in asked.positions:
        held = [other for other in found.positions if other.title == position.title]
        if position.full not in {"", "?"}:
            counts.update(b_asked=1, b_right=any(same(other.full, position.full) for other in held))
        if position.modifier in SCORED_MODIFIERS:
            allowed = {position.modifier, SAME_MODIFIER.get(position.modifier, "")}
            counts.update(m_asked=1, m_right=any(other.modifier in allowed for other in held))
        if position.act:
            counts.update(a_asked=1, a_right=any(other.act == position.act for other in held))
    if asked.order.isdecimal():
        counts.update(o_asked=1, o_right=found.order == asked.order, s_asked=1, s_right=found.shared == asked.shared)
    return counts


def line(name: str, c: Counter[str]) -> str:
    def share(right: int, of: int) -> str:
        return f"{right / of:.3f}"[-5:] if of else "  -  "

    f1 = share(2 * c["p_right"], c["p_asked"] + c["p_found"])
    shares = [share(c[f"{kind}_right"], c[f"{kind}_asked"]) for kind in "bmaos"]
    return (
        f"{name:32} {c['cases']:5} {c['p_asked']:6} {share(c['p_right'], c['p_found'])} {share(c['p_right'], c['p_asked'])} {f1} | "
        f"{share(c['t_right'], c['t_found'])} {share(c['t_right'], c['t_asked'])} | {'  | '.join(shares)}"
    )


def differences(case: Case, found: Sequence[Mention]) -> Iterable[str]:
    """What is asked and not found, and what is found and not asked, as it is written in the case."""
    wanted, given = list(map(str, case.mentions)), as_far_as_asked(list(found), case.mentions)
    if wanted != given:
        yield f"{case.id}: {case.text}"
        matcher = SequenceMatcher(None, wanted, given, autojunk=False)
        for kind, a, a_end, b, b_end in matcher.get_opcodes():
            if kind != "equal":
                yield from (f"  - {mention}" for mention in wanted[a:a_end])
                yield from (f"  + {mention}" for mention in given[b:b_end])


def main(files: Sequence[str], gold: Path, *, errors: bool) -> None:
    if not (gold / "score_officials.py").is_file():
        sys.exit(f"There is no score_officials.py in {gold}; name its folder with --gold.")
    same = scorer(gold).orgeq
    whole: Counter[str] = Counter()
    print(HEADER)
    for file in files:
        total: Counter[str] = Counter()
        constructs: dict[str, Counter[str]] = defaultdict(Counter)
        wrong: list[str] = []
        for case in read_cases(file):
            found = found_mentions(case.text)
            counts = counts_of(case, found, same)
            total.update(counts)
            constructs[case.tags[0]].update(counts)
            wrong += differences(case, found)
        print(line(file, total))
        print(*(line(f"  {construct}", constructs[construct]) for construct in sorted(constructs)), sep="\n")
        if errors:
            print(*wrong, sep="\n")
        whole.update(total)
    if len(files) > 1:
        print(line("all", whole))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    every = sorted(path.stem for path in (Path(__file__).parents[1] / "cases").glob("officials*.txt"))
    main(given.files or every, given.gold, errors=given.errors)
