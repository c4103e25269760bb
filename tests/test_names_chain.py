"""The chain against all label sequences written out: sums, best path, and the probability of a stretch."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.names.tagger.chain import Certainty, best, pairs, sums
from analysis.names.tagger.hashing import HashIndex, Windows, WordClasses, word_key
from analysis.names.tagger.labels import FIRST, LABELS, LAST, N_LABELS, TYPES, follows, label, read, written

LENGTHS = np.array([3, 2, 1])


@pytest.fixture(scope="module")
def chain():
    random = np.random.default_rng(7)
    scores = random.normal(size=(3, N_LABELS, len(LENGTHS))).astype(np.float32)
    links = (random.normal(size=(N_LABELS, N_LABELS)) / 2).astype(np.float32)
    return scores, links


def paths(length):
    """All sequences of labels that make names and nothing else."""
    may = follows()
    for path in product(range(N_LABELS), repeat=length):
        if FIRST[path[0]] and LAST[path[-1]] and all(may[a, b] for a, b in pairwise(path)):
            yield path


def weight(path, scores, links, sequence):
    at = sum(float(scores[place, one, sequence]) for place, one in enumerate(path))
    return np.exp(at + sum(float(links[a, b]) for a, b in pairwise(path)))


@pytest.mark.parametrize("sequence", range(len(LENGTHS)))
def test_the_sum_is_that_over_all_paths(chain, sequence):
    scores, links = chain
    total = sum(weight(path, scores, links, sequence) for path in paths(LENGTHS[sequence]))
    assert sums(scores, LENGTHS, links).log_total[sequence] == pytest.approx(np.log(total), abs=1e-3)


def test_marginals_are_the_shares_of_the_paths_that_pass(chain):
    scores, links = chain
    marginals = sums(scores, LENGTHS, links).marginals
    for sequence, length in enumerate(LENGTHS):
        shares = np.zeros((length, N_LABELS))
        for path in paths(length):
            shares[np.arange(length), path] += weight(path, scores, links, sequence)
        assert marginals[:length, :, sequence] == pytest.approx(shares / shares[0].sum(), abs=1e-4)
        assert not marginals[length:, :, sequence].any()


def test_pairs_are_counted_in_all_paths(chain):
    scores, links = chain
    expected = np.zeros((N_LABELS, N_LABELS))
    for sequence, length in enumerate(LENGTHS):
        weighed = [(path, weight(path, scores, links, sequence)) for path in paths(length)]
        total = sum(w for _, w in weighed)
        for path, w in weighed:
            for a, b in pairwise(path):
                expected[a, b] += w / total
    assert pairs(sums(scores, LENGTHS, links), links) == pytest.approx(expected, abs=1e-4)


def test_the_best_path_is_the_heaviest(chain):
    scores, links = chain
    labels = best(scores, LENGTHS, links)
    for sequence, length in enumerate(LENGTHS):
        heaviest = max(paths(length), key=lambda path: weight(path, scores, links, sequence))
        assert tuple(labels[:length, sequence]) == heaviest


def test_a_stretch_is_as_probable_as_the_paths_that_have_it(chain):
    scores, links = chain
    labels = best(scores, LENGTHS, links)
    certainty = Certainty(sums(scores, LENGTHS, links), links, labels)
    for sequence, length in enumerate(LENGTHS):
        for first in range(length):
            for last in range(first, length):
                share = total = 0.0
                for path in paths(length):
                    w = weight(path, scores, links, sequence)
                    total += w
                    share += w * (path[first : last + 1] == tuple(labels[first : last + 1, sequence]))
                found = certainty.of(np.array([sequence]), np.array([first]), np.array([last]))[0]
                assert found == pytest.approx(share / total, abs=1e-3)


def test_a_sum_over_one_labelling_is_its_weight(chain):
    scores, links = chain
    path = next(path for path in paths(3) if path[0])
    allowed = np.zeros_like(scores)
    allowed[np.arange(3), path, 0] = 1
    allowed[:, :, 1:] = 1
    told = sums(scores, LENGTHS, links, allowed)
    assert told.log_total[0] == pytest.approx(np.log(weight(path, scores, links, 0)), abs=1e-3)


def test_labels_begin_and_end_names():
    assert LABELS[label("PERSON", 0)] == "B-PERSON"
    assert [LABELS[i] for i in np.flatnonzero(follows()[LABELS.index("B-POST")])] == ["I-POST", "E-POST"]
    assert "I-PLACE" not in [LABELS[i] for i in np.flatnonzero(FIRST)]
    assert "B-PLACE" not in [LABELS[i] for i in np.flatnonzero(LAST)]


@st.composite
def names(draw):
    """A length and names in it that do not overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, 12), min_size=2)))
    spans = [(a, b, draw(st.sampled_from(TYPES))) for a, b in pairwise(cuts) if draw(st.booleans())]
    return 12, spans


@given(names())
def test_names_written_as_labels_are_read_again(drawn):
    length, spans = drawn
    found = read(written(length, spans)[:, None])
    assert list(zip(found.start, found.stop, (TYPES[k] for k in found.kind), strict=True)) == spans


@settings(deadline=None)
@given(st.sets(st.integers(0, 2**32 - 1), max_size=300), st.lists(st.integers(0, 2**32 - 1), max_size=50))
def test_an_index_finds_what_it_holds(held, others):
    known = np.array(sorted(held), dtype=np.uint32)
    index = HashIndex(known)
    assert index.find(known).tolist() == list(range(1, len(known) + 1))
    strangers = np.array(sorted(set(others) - held), dtype=np.uint32)
    # an index of so few keys has bits enough to tell all others apart
    assert not index.find(strangers).any()


@given(st.text(alphabet="工业和信息化部", min_size=1, max_size=12), st.data())
def test_a_stretch_has_the_hash_of_its_word(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    codes = np.array([ord(c) for c in text])
    assert int(Windows(codes).of(np.array([start]), np.array([stop]))[0]) == word_key(text[start:stop])


def test_a_word_without_a_class_has_class_0():
    classes = WordClasses.of({"水利部": 4})
    assert classes.find(np.array([word_key("水利部"), word_key("水利")], dtype=np.uint64)).tolist() == [4, 0]
