"""Annotated sets: every notation, what is held back, and what a file that is not as it should be says."""

import lzma
from collections import Counter
from pathlib import Path

import pytest

from analysis.errors import AnalysisError
from analysis.names.training.notations import Labelled, Sentence, read_json_lines, read_tagged, read_words
from analysis.names.training.sets import SETS, TYPES, digest, is_held_back, pfr_words, read_set, without_names
from analysis.names.training.unseen import choose, shape_of, unseen_names, written_names

NER = Path(__file__).parents[2] / "shared" / "data" / "ner"
needs_sets = pytest.mark.skipif(not NER.is_dir(), reason="the annotated sets (../shared/data/ner) are not here")
THREE = ("PER", "ORG", "LOC")


def written(folder: Path, text: str, name: str = "a.bio") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def named(sentence: Sentence) -> list[tuple[str, str]]:
    return [(sentence.text[span.start : span.stop], span.label) for span in sentence.spans]


def lines(text: str, tags: str) -> str:
    return "".join(f"{character} {tag}\n" for character, tag in zip(text, tags.split(), strict=True))


# notations


def test_bio_gives_neighbours_of_one_label_apart(tmp_path: Path) -> None:
    path = written(tmp_path, lines("川临江水", "B-LOC B-LOC I-LOC O") + "\n" + lines("石文", "B-PER I-PER"))
    assert [named(sentence) for sentence in read_tagged(path, THREE)] == [
        [("川", "LOC"), ("临江", "LOC")],
        [("石文", "PER")],
    ]


def test_bmes_ends_where_it_says(tmp_path: Path) -> None:
    path = written(tmp_path, lines("温知秋石董事", "B-NAME M-NAME E-NAME S-NAME B-TITLE E-TITLE"))
    assert named(read_tagged(path, ("NAME", "TITLE"))[0]) == [("温知秋", "NAME"), ("石", "NAME"), ("董事", "TITLE")]


def test_an_inside_without_a_beginning_begins(tmp_path: Path) -> None:
    path = written(tmp_path, lines("温知秋石文", "I-PER I-PER I-PER I-ORG O"))
    assert named(read_tagged(path, THREE)[0]) == [("温知秋", "PER"), ("石", "ORG")]


def test_numbered_characters_lose_the_number_and_not_a_digit(tmp_path: Path) -> None:
    path = written(tmp_path, "温0\tB-PER.NAM\n秋1\tI-PER.NAM\n30\tO\n011\tO\n\ufffd\ufffd0\tO\n石0\tB-PER.NAM\n")
    assert read_tagged(path, ("PER.NAM",)) == [
        Sentence("温秋30\ufffd\ufffd石", (Labelled(0, 2, "PER.NAM"), Labelled(6, 7, "PER.NAM")))
    ]


@pytest.mark.parametrize("rest", ["\n \n石 O\n", "\n\n\n石 O", "\r\n\r\n石 O\r\n"])
def test_a_line_of_blanks_ends_a_sentence_whatever_the_line_ends(tmp_path: Path, rest: str) -> None:
    assert [s.text for s in read_tagged(written(tmp_path, f"温 O{rest}"), THREE)] == ["温", "石"]


def test_ends_of_cluener_are_inclusive_and_the_longer_of_two_is_kept(tmp_path: Path) -> None:
    label = '{"name": {"温知秋": [[0, 2], [6, 8]]}, "position": {"水利": [[3, 4]]}, "government": {"水利部": [[3, 5]]}}'
    path = written(tmp_path, f'{{"text": "温知秋水利部温知秋", "label": {label}}}\n')
    assert named(read_json_lines(path, ("name", "position", "government"))[0]) == [
        ("温知秋", "name"),
        ("水利部", "government"),
        ("温知秋", "name"),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_words_tile_the_text_and_compounds_hold_them(tmp_path: Path, packed: bool) -> None:
    line = "19980102-01-001-001/m  [临江/ns  电台/n]nt  1/2/m  温/nr  知秋/nr  \r\n\r\n"
    path = tmp_path / ("a.txt.xz" if packed else "a.txt")
    path.write_bytes(lzma.compress(line.encode()) if packed else line.encode())
    (paragraph,) = read_words(path)
    assert paragraph.text == "临江电台1/2温知秋"
    assert named(paragraph) == [
        ("临江电台", "[nt]"),
        ("临江", "ns"),
        ("电台", "n"),
        ("1/2", "m"),
        ("温", "nr"),
        ("知秋", "nr"),
    ]


# what is wrong


def message_of(read, *arguments) -> str:
    with pytest.raises(AnalysisError) as caught:
        read(*arguments)
    return str(caught.value)


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "温 B-PER\n知秋 I-PER\n")
    assert message_of(read_tagged, path, THREE) == (
        f"{path}:2: '知秋 I-PER' is not a character, a blank and a tag such as O, B-PER or M-NAME."
    )


def test_an_unknown_label_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "温 O\n秋 B-DOG\n")
    assert (
        message_of(read_tagged, path, THREE)
        == f"{path}:2: label='DOG' is not allowed; choose one of 'LOC', 'ORG', 'PER'."
    )


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{}",
        "温",
        '{"text": "温", "label": {"name": {"温": [[0]]}}}',
        '{"text": 3, "label": {}}',
        '{"text": "温", "label": {"name": {"温": [[0.0, 0.0]]}}}',
    ],
)
def test_a_line_that_is_not_like_cluener_is_named(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, f'{{"text": "温", "label": {{}}}}\n{line}\n')
    assert (
        message_of(read_json_lines, path, ("name",))
        == f'{path}:2: the line is not {{"text": …, "label": {{…}}}} as in CLUENER.'
    )


def test_a_name_that_is_not_where_it_should_be_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, '{"text": "温知秋说", "label": {"name": {"温知秋": [[1, 3]]}}}')
    assert message_of(read_json_lines, path, ("name",)) == f"{path}:1: '温知秋' does not stand at 1 to 3."


@pytest.mark.parametrize("word", ["临江", "临江/", "电台/n]nt"])
def test_a_word_without_its_tag_is_named(tmp_path: Path, word: str) -> None:
    path = written(tmp_path, f"临江/ns\n{word}\n")
    assert message_of(read_words, path) == (
        f"{path}:2: {word!r} is not a word, a slash and a tag such as ns, or ends no compound."
    )


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert (
        message_of(read_tagged, tmp_path / "no.bio", THREE)
        == f"{tmp_path / 'no.bio'} is missing; give a folder that has it."
    )
    path = tmp_path / "a.bio"
    path.write_bytes("温 O\n".encode("gb18030"))
    assert message_of(read_tagged, path, THREE) == f"{path} is not UTF-8: byte 0 cannot be read."
    path = tmp_path / "a.xz"
    path.write_bytes(b"nothing packed")
    assert message_of(read_words, path).startswith(f"{path} cannot be read: ")


def test_what_is_asked_for_must_be_there(tmp_path: Path) -> None:
    assert message_of(read_set, tmp_path / "no", "msra") == (
        f"there is no folder {tmp_path / 'no'}; give the one that holds msra, cluener and the other sets."
    )
    assert message_of(read_set, tmp_path, "boson") == (
        "name='boson' is not allowed; choose one of 'msra', 'pfr', 'aishell', 'uner', 'cluener', 'resume', 'azuretime', 'weibo'."
    )
    assert (
        message_of(read_set, tmp_path, "msra", "test")
        == "part='test' is not allowed; choose one of 'train', 'held_back'."
    )
    missing = tmp_path / "msra" / "train_clean.bio"
    written(tmp_path, "温 O\n", "msra_dev/example.dev")
    assert message_of(read_set, tmp_path, "msra") == f"{missing} is missing; give a folder that has it."


# parts


def test_every_label_goes_to_a_type_of_ours_or_to_none() -> None:
    assert {kind for one in SETS.values() for kind in one.labels.values()} == {*TYPES, ""}
    assert all(set(one.types) <= set(one.labels.values()) for one in SETS.values())
    assert [name for name, one in SETS.items() if one.is_open] == ["aishell", "uner", "azuretime", "weibo"]
    assert {name: one.types for name, one in SETS.items() if "POST" in one.types} == {
        "cluener": TYPES,
        "resume": ("PERSON", "ORGANISATION", "POST"),
        "azuretime": ("PERSON", "ORGANISATION", "POST"),
    }


def test_places_of_a_set_that_does_not_annotate_them_are_not_typed() -> None:
    spans = [Labelled(0, 2, "LOC"), Labelled(2, 5, "NAME"), Labelled(5, 7, "RACE")]
    assert SETS["resume"].typed(spans) == [Labelled(2, 5, "PERSON")]


def test_a_tenth_is_held_back_and_no_text_is_on_both_sides(tmp_path: Path) -> None:
    texts = [f"石文第{number}次到临江" for number in range(1000)]
    text = "\n".join(lines(one, " ".join("O" * len(one))) for one in texts)
    written(tmp_path, text, "aishell_ner/devtest_dedup.bio")
    kept, held = ([s.text for s in read_set(tmp_path, "aishell", part)] for part in ("train", "held_back"))
    assert (sorted(kept + held), len(held)) == (sorted(texts), 94)
    assert set(held) == {one for one in texts if is_held_back(one)}


def test_composed_and_decomposed_text_is_on_one_side() -> None:
    assert all(is_held_back(f"é{n}") == is_held_back(f"e\u0301{n}") for n in range(100))


def test_what_is_held_back_is_not_in_the_other_file_either(tmp_path: Path) -> None:
    written(tmp_path, "温 B-PER\n\n石 O\n", "msra/train_clean.bio")
    written(tmp_path, "温 B-PER\n", "msra_dev/example.dev")
    assert [[s.text for s in read_set(tmp_path, "msra", part)] for part in ("train", "held_back")] == [["石"], ["温"]]


# names that training never sees


def words(*pairs: str) -> Sentence:
    """`words("温/nr", "知秋/nr")` as a paragraph."""
    text, spans = "", []
    for word, tag in (pair.split("/") for pair in pairs):
        spans.append(Labelled(len(text), len(text) + len(word), tag))
        text += word
    return Sentence(text, tuple(spans))


def test_only_names_whose_parts_are_sure_are_written_names() -> None:
    assert written_names([words("温/nr", "知秋/nr", "、/w", "温/nr", "文/nr")]) == ["温文", "温知秋"]
    assert written_names([words("温/nr", "知秋/nr", "石/nr", "文/nr")]) == []  # four words: which belong together?
    assert written_names([words("知秋/nr"), words("桥本/nr", "次郎/nr"), words("温/nr", "某某某/nr")]) == []
    assert (
        written_names([words("小/nr", "知秋/nr"), words("小/nr", "知秋/nr")]) == []
    )  # one name is no evidence of a surname
    assert written_names([words("艾尔肯·吐尼亚/nr", "说/v"), words("艾·吐尼亚已/nr")]) == ["艾尔肯·吐尼亚"]


def test_a_name_that_is_a_word_or_part_of_a_name_elsewhere_is_not_chosen() -> None:
    person = Sentence("高峰说", (Labelled(0, 2, "PER"),))
    assert choose(["高峰"], [person]) == ["高峰"]
    assert choose(["高峰"], [person, Sentence("到达高峰")]) == []
    assert choose(["高峰"], [person, Sentence("高峰秋说", (Labelled(0, 3, "PER"),))]) == []


def test_rare_names_come_first_and_common_ones_not_at_all() -> None:
    def said(name: str, times: int) -> list[Sentence]:
        return [Sentence(f"{name}说", (Labelled(0, len(name), "PER"),))] * times

    sentences = said("石文", 2) + said("温秋", 1) + said("温知秋", 7) + said("秦文远", 6)
    assert choose(["石文", "温秋", "温知秋", "秦文远"], sentences) == ["温秋", "石文", "秦文远"]
    assert choose(["石文", "温秋", "温知秋", "秦文远"], sentences, {"two": 1}) == ["温秋", "秦文远"]


def test_sentences_with_a_held_back_name_go() -> None:
    sentences = [Sentence(text) for text in ("温知秋说", "他叫温知", "秋天", "艾尔肯·吐尼亚说", "吐尼亚说")]
    kept = without_names(sentences, ["温知秋", "温知秋天", "艾尔肯·吐尼亚"])
    assert [s.text for s in kept] == ["他叫温知", "秋天", "吐尼亚说"]


# the real folder


@needs_sets
def test_counts_are_those_of_the_readmes() -> None:
    def counts(name: str, part: str = "train") -> tuple[int, dict[str, int]]:
        sentences = read_set(NER, name, part)
        return len(sentences), dict(sorted(Counter(span.label for s in sentences for span in s.spans).items()))

    assert counts("msra") == (39363, {"LOC": 30908, "ORG": 17366, "PER": 14848})
    assert counts("msra", "held_back") == (2318, {"LOC": 1951, "ORG": 984, "PER": 884})
    assert counts("pfr") == (47012, {"LOC": 25590, "ORG": 11847, "PER": 19971})
    assert counts("uner", "held_back") == (500, {"LOC": 375, "ORG": 133, "PER": 245})
    both = [counts("aishell", part) for part in ("train", "held_back")]
    assert [n for n, _ in both] == [18446, 2088]
    assert dict(sum((Counter(found) for _, found in both), Counter())) == {"LOC": 3695, "ORG": 3651, "PER": 2696}
    assert [counts("cluener", part)[0] for part in ("train", "held_back")] == [9634, 1114]
    assert [counts("weibo", part)[0] for part in ("train", "held_back")] == [1305, 270]


@needs_sets
def test_words_are_the_text_of_the_paragraphs() -> None:
    paragraphs = pfr_words(NER)
    tags = Counter(span.label for paragraph in paragraphs for span in paragraph.spans)
    assert len(paragraphs) == 19484
    assert [tags[tag] for tag in ("nr", "ns", "nt", "[nt]", "[ns]", "[nz]")] == [35267, 27890, 3573, 7872, 1047, 304]


@needs_sets
def test_three_thousand_names_are_held_back() -> None:
    names = unseen_names(NER)
    assert Counter(map(shape_of, names)) == {"three": 1818, "two": 900, "dotted": 282}
    # A model is told from the names that it never saw: if these change, every model must be trained anew.
    assert digest("、".join(names)) == "56ba2fdc8b185400c8f3dc777f45c502f1a53989f0941941571d4a4cf16f0249"
    kept = without_names(read_set(NER, "pfr"), names)
    assert len(kept) == 45015
    held = set(names)
    assert not [s for s in kept if held & {s.text[a:b] for a, b, _ in s.spans}]
