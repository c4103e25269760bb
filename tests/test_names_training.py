"""Training on a few invented sentences: what is unknown in a set is not learnt as absent, and the same data make the same file."""

import numpy as np
import pytest

from analysis.names.spotter import Spotter
from analysis.names.tagger import Tagger
from analysis.names.tagger.labels import label
from analysis.names.tagger.weights import load, save
from analysis.names.training.__main__ import main
from analysis.names.training.compress import compressed
from analysis.names.training.examples import Example, allowed, example, lists, material
from analysis.names.training.fit import Choices, fit
from analysis.names.training.frames import framed
from analysis.names.training.knowledge import knowledge
from analysis.names.training.notations import Labelled, Sentence

NAMES = ["田远山", "邱明礼", "温知秋", "石文", "欧阳禾"]
PLACES = ["临江", "望湖", "青石"]
LISTS = {"POST": Spotter(["局长"])}


def sentences():
    """Every person at every place; msra annotates no posts, cluener all types."""
    made = []
    for name in NAMES:
        for place in PLACES:
            text = f"局长{name}到{place}调研"
            start = 3 + len(name)
            person, where = Labelled(2, 2 + len(name), "PERSON"), Labelled(start, start + len(place), "PLACE")
            made.append(Example(text, (person, where), "msra", (Labelled(0, 2, "POST"),)))
            made.append(Example(text, (Labelled(0, 2, "POST"), person, where), "cluener"))
    return made


@pytest.fixture(scope="module")
def weights():
    examples = sentences()
    known = knowledge(NAMES, [one.text for one in examples])
    made = material(examples, ["msra", "cluener"], known)
    fitted = fit(made, examples, Choices(epochs=6, batch=60))
    return compressed(made, fitted, known, ["msra", "cluener"], 5_000)


def found(model, text):
    return [(text[name.start : name.stop], name.type) for name in model.tag([text])[0]]


def test_a_model_finds_what_it_was_taught_and_a_name_it_never_saw(weights):
    assert found(Tagger(weights), "局长温知秋到望湖调研")[-2:] == [("温知秋", "PERSON"), ("望湖", "PLACE")]
    assert ("田知礼", "PERSON") in found(Tagger(weights), "局长田知礼到临江调研")


def test_a_type_that_one_set_leaves_open_is_learnt_from_the_other(weights):
    assert ("局长", "POST") in found(Tagger(weights, "msra"), "局长石文到临江调研")


def test_a_word_that_may_be_a_post_is_open_where_a_set_has_no_posts():
    may = allowed(sentences()[0])
    assert may[0, 0]
    assert may[0, label("POST", 0)]
    assert not may[0, label("PERSON", 0)]
    assert may[2].sum() == 1


def test_what_is_on_no_list_is_no_post():
    may = allowed(example(Sentence("会议开始"), "msra", LISTS))
    assert may.sum() == len("会议开始")


def test_an_office_beside_a_name_is_a_post_in_every_set():
    named = example(
        Sentence("记者田远山说，水利部部长到会", (Labelled(2, 5, "PER"), Labelled(7, 10, "ORG"))),
        "msra",
        {"POST": Spotter(["记者"])},
    )
    assert [(named.text[a:b], kind) for a, b, kind in named.names] == [
        ("记者", "POST"),
        ("田远山", "PERSON"),
        ("水利部", "ORGANISATION"),
        ("部长", "POST"),
    ]


def test_lists_hold_titles_and_what_is_a_post_twice():
    twice = Sentence("党委书记兼校长", (Labelled(0, 4, "position"), Labelled(5, 7, "position")))
    found = lists(
        [("cluener", twice), ("cluener", twice), ("cluener", Sentence("匠人", (Labelled(0, 2, "position"),)))],
        ["临江"],
        ["局长"],
    )
    assert [word in found["POST"] for word in ("党委书记", "校长", "局长", "匠人")] == [True, True, True, False]
    assert "临江" in found["PLACE"]


def test_what_we_have_no_type_for_is_no_name():
    one = example(Sentence("看《临江》", (Labelled(2, 4, "movie"),)), "cluener")
    assert one.names == ()
    assert allowed(one).sum() == len(one.text)


def test_of_names_inside_each_other_the_outer_is_learnt():
    nested = Sentence("临江市水利局", (Labelled(0, 3, "address"), Labelled(0, 6, "government")))
    assert example(nested, "cluener").names == (Labelled(0, 6, "ORGANISATION"),)


def test_the_file_gives_back_what_was_saved(weights, tmp_path):
    save(weights, tmp_path / "names-a.npz")
    again = load(tmp_path / "names-a.npz")
    assert np.array_equal(again.keys, weights.keys)
    assert np.array_equal(again.values, weights.values)
    assert (again.styles, again.templates) == (weights.styles, weights.templates)
    texts = ["局长邱明礼到青石调研"]
    assert Tagger(again).tag(texts) == Tagger(weights).tag(texts)


def test_the_same_data_make_the_same_weights():
    examples = sentences()
    known = knowledge(NAMES, [one.text for one in examples])
    made = material(examples, ["msra", "cluener"], known)
    first, second = (fit(made, examples, Choices(epochs=2, batch=60)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_a_missing_folder_is_one_sentence(tmp_path, capsys):
    assert main([str(tmp_path / "none"), "--out", str(tmp_path / "x.npz")]) == 2
    assert capsys.readouterr().err == (
        f"there is no folder {tmp_path / 'none'}; give the one that holds msra, cluener and the other sets.\n"
    )


def test_frames_are_filled_with_names_in_their_places():
    made = framed(["田远山", "艾琳·科尔"], "msra")
    one = next(one for one in made if one.text.startswith("任命") and one.text.endswith("。"))
    assert next(kind for _, _, kind in one.names) == "PERSON"
    assert {one.text[a:b] for one in made for a, b, kind in one.names if kind == "PERSON"} == {"田远山", "艾琳·科尔"}
    assert not any("[" in one.text for one in made)


def test_frames_are_filled_the_same_way_each_time():
    assert framed(["田远山", "石文"], "msra") == framed(["石文", "田远山"], "msra")


def test_no_frame_is_one_that_names_are_measured_in():
    lines = {one.text.replace("田远山", "X") for one in framed(["田远山"], "msra")}
    assert not any("X出席会议并讲话" in line or "会议由" in line or "X、秘书长参加调研" in line for line in lines)
